"""When a quote was said: the rules in their order, one row a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from loaders.extract.attach import find_occasions
from loaders.records import Document, Mention, Quote, TimeExpression

TEXT = (
    "The guest came on 2 March. “We start again,” the host said. They had met on 1 May 2019. “I know him,” he said. "
    "“The sun is out” — Ana Ruiz (@anaruiz) 3 March 2021. “Not yet,” a clerk said."
)
DOCUMENT = Document("d", "d.txt", TEXT, published=datetime(2021, 3, 4, 18, 28))


def date(words: str, day: str, precision: str = "day") -> TimeExpression:
    start, moment = TEXT.index(words), datetime.fromisoformat(day)
    interval = (moment, moment + timedelta(days=1))
    return TimeExpression(start, start + len(words), words, "DATE", day, interval, precision, day, ())


def mention(sentence: str, day: str, leaders: tuple[str, ...], **changes: object) -> Mention:
    start, moment = TEXT.index(sentence), datetime.fromisoformat(day)
    made = Mention(
        date=None,
        start=moment,
        end=moment + timedelta(days=1),
        precision="day",
        edtf=day,
        how=(),
        anchor=None,
        sentences=((start, start + len(sentence)),),
        event_type="talks",
        leaders=leaders,
        named=(),
        place=None,
        status="happened",
        main=True,
        weight=0.8,
        weight_why="",
        confidence=0.9,
        why="",
    )
    return replace(made, **changes)


def quote(words: str, speaker: str | None) -> Quote:
    start = TEXT.index(words)
    return Quote(start, start + len(words), words, "direct", speaker, "", None, "", "said", None, None, 0.9)


ARRIVAL = mention("The guest came on 2 March.", "2021-03-02", ("guest", "host"))
EARLIER = mention("They had met on 1 May 2019.", "2019-05-01", ("guest", "host"), main=False)
SPOKEN = mention("“I know him,” he said.", "2021-03-03", ("guest",), main=False)
LATER = mention("“Not yet,” a clerk said.", "2021-03-05", ("clerk",))
DATES = (date("3 March 2021", "2021-03-03"),)


def find_occasion(one, mentions, dates, document):
    [occasion] = find_occasions([one], mentions, dates, document)
    return occasion


@pytest.mark.parametrize(
    ("words", "speaker", "mentions", "day", "how"),
    [
        ("The sun is out", "ana", (ARRIVAL,), "2021-03-03", "the posting's own date, “3 March 2021”"),
        ("I know him", "guest", (ARRIVAL, EARLIER, SPOKEN), "2021-03-03", "the event that the same passage tells"),
        ("We start again", "host", (ARRIVAL, EARLIER), "2021-03-02", "the last event told before it"),
        ("I know him", "guest", (ARRIVAL, EARLIER), "2019-05-01", "the last event told before it"),
        ("We start again", "clerk", (LATER,), "2021-03-05", "the event that the document is about"),
        ("Not yet", "clerk", (ARRIVAL, EARLIER), "2021-03-04", "the day the document was published"),
        ("Not yet", None, (ARRIVAL, EARLIER), "2021-03-04", "the day the document was published"),
        ("We start again", "host", (), "2021-03-04", "the day the document was published"),
    ],
)
def test_the_first_rule_that_fits_decides(words, speaker, mentions, day, how):
    occasion = find_occasion(quote(words, speaker), mentions, DATES, DOCUMENT)
    assert (occasion.edtf, str(occasion.start)[:10], occasion.how[: len(how)]) == (day, day, how)
    if occasion.mention is not None:
        assert mentions[occasion.mention].edtf == day


@pytest.mark.parametrize(
    "change", [{"precision": "year"}, {"precision": "century"}, {"status": "planned"}, {"status": "denied"}]
)
def test_nobody_speaks_for_a_year_or_at_what_did_not_happen(change):
    occasion = find_occasion(quote("We start again", "host"), (replace(ARRIVAL, **change),), (), DOCUMENT)
    assert (occasion.mention, occasion.edtf) == (None, "2021-03-04")


def test_news_goes_on_from_no_look_back_in_another_paragraph():
    text = "They had met on 1 May 2019.\n\nIt rained. “We start again,” the host said."
    words = "We start again"
    said = replace(quote(words, "host"), start=text.index(words), end=text.index(words) + len(words))
    back = replace(EARLIER, sentences=((0, 27),))
    news = replace(LATER, sentences=((29, 39),))
    document = replace(DOCUMENT, text=text)
    assert find_occasion(said, (back, news), (), document).mention is None
    assert find_occasion(said, (back,), (), document).mention == 0


def test_a_later_main_event_is_not_what_the_document_is_about():
    occasion = find_occasion(quote("We start again", "clerk"), (ARRIVAL, LATER), (), DOCUMENT)
    assert occasion.mention is None


def test_a_date_among_the_words_is_not_that_of_the_saying():
    words = "They had met on 1 May 2019."
    told = replace(EARLIER, date=date("1 May 2019", "2019-05-01"), leaders=("clerk",))
    assert find_occasion(quote(words, "clerk"), (told,), (), DOCUMENT).edtf == "2021-03-04"
    assert find_occasion(quote("I know him", "clerk"), (told,), (), DOCUMENT).edtf == "2019-05-01"


def test_without_any_date_it_stays_open():
    occasion = find_occasion(quote("Not yet", "clerk"), (), (), replace(DOCUMENT, published=None))
    assert (occasion.mention, occasion.start, occasion.end, occasion.precision, occasion.edtf) == (None,) * 5
    assert occasion.how == "not known: neither an event nor the document dates it"


def test_a_published_time_is_widened_to_its_day():
    occasion = find_occasion(quote("Not yet", "clerk"), (), (), DOCUMENT)
    assert (occasion.start, occasion.end) == (datetime(2021, 3, 4), datetime(2021, 3, 5))


def test_a_statement_that_only_a_year_dates_was_made_then():
    text = "It rained. “We start again,” the host said in 2019."
    words, cue = "We start again,", text.index("said")
    said = replace(
        quote(words, "host"), start=text.index(words), end=text.index(words) + len(words), cue_span=(cue, cue + 4)
    )
    stated = replace(
        LATER, sentences=((11, len(text)),), precision="year", edtf="2019", event_type="statement", leaders=()
    )
    document = replace(DOCUMENT, text=text)
    assert find_occasion(said, (stated,), (), document).edtf == "2019"
    assert find_occasion(said, (replace(stated, leaders=("guest",)),), (), document).edtf == "2021-03-04"
    assert find_occasion(said, (replace(stated, sentences=((0, 10),)),), (), document).edtf == "2021-03-04"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It rained. “We start again,” the host said in 2019.", "2019"),
        # the words stand among what is said, or belong to something else
        ("It rained. “We start again,” the host said of the flood in 2019.", "2021-03-04"),
    ],
)
def test_date_words_behind_the_cue_date_the_saying(text, said):
    words, cue, year = "We start again,", text.index("said"), text.index("2019")
    spoken = replace(
        quote(words, "host"), start=text.index(words), end=text.index(words) + len(words), cue_span=(cue, cue + 4)
    )
    beside = replace(date("3 March 2021", "2021-03-03"), start=year, end=year + 4, text="2019", edtf="2019")
    [occasion] = find_occasions([spoken], (), (beside,), replace(DOCUMENT, text=text))
    assert occasion.edtf == said
