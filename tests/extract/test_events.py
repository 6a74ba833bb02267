"""Happenings: which words date one, of what kind it is, who took part, and what is none.

Each row is a text and what it tells, as "date kind who status"; the texts were published on Friday 10 May 2024.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.dates import find_dates
from loaders.extract.events import Row, find_mentions
from loaders.extract.events.telling import Draft
from loaders.extract.leaders import find_people
from loaders.extract.quotes import find_quotes
from loaders.layout.sentences import split_sentences
from loaders.records import Document, Mention
from loaders.tables.schema import MOST_EVIDENCE
from loaders.vocabulary import load_vocabulary

PUBLISHED = datetime(2024, 5, 10)
VOCABULARY = load_vocabulary()


def keep(row: Row, _: object) -> Draft | None:
    """All that has a date of its own and may be a row, whatever it is worth."""
    return None if row.draft.happening.carried else row.draft


def tell(text: str, published: datetime | None = PUBLISHED, published_text: str = "") -> list[Mention]:
    document = Document("d", "d.txt", text, published=published, published_text=published_text)
    dates = find_dates(text, published)
    people = find_people(text, VOCABULARY, published, dates=dates)
    quotes = find_quotes(text, people)
    return find_mentions(document, split_sentences(text), dates, people, quotes, VOCABULARY, choose=keep)


def short(mention: Mention) -> str:
    status = "" if mention.status == "happened" else f" {mention.status}"
    return f"{mention.edtf} {mention.event_type} {'+'.join(mention.leaders) or '-'}{status}"


TOLD = [
    # a date, a verb, and who stands in its clause
    ("On Thursday, Xi Jinping met Vladimir Putin in Moscow.", ["2024-05-09 meeting xi-jinping+vladimir-putin"]),
    ("Raúl Castro died on Thursday.", ["2024-05-09 death raul-castro"]),
    ("Fidel Castro visited Chile in November 1971.", ["1971-11 visit fidel-castro"]),
    ("The two countries opened embassies in 1960, said Wang Yi.", ["1960 founding -"]),
    # who speaks together
    (
        "Xi Jinping and Vladimir Putin said on Thursday that it was late.",
        ["2024-05-09 statement xi-jinping+vladimir-putin"],
    ),
    ("Of Xi Jinping, Vladimir Putin said on Thursday that he was late.", ["2024-05-09 statement vladimir-putin"]),
    # a refusal happened
    ("Xi Jinping refused to sign it on Thursday.", ["2024-05-09 refusal xi-jinping"]),
    ("Xi Jinping did not visit Rome on Thursday.", ["2024-05-09 visit xi-jinping denied"]),
    # who does something else is not whom it happened to
    (
        "The thief who found that Hu Jintao owned a car while he was in office was sentenced on Thursday.",
        ["2024-05-09 ruling -"],
    ),
    ("The general whom Raúl Castro trusted died on Thursday.", ["2024-05-09 death -"]),
    ("Xi Jinping flew to Rome and met Vladimir Putin on Thursday.", ["2024-05-09 meeting xi-jinping+vladimir-putin"]),
    # "they" are the two whom it is about where people meet, and others where something happens
    (
        "Xi Jinping saw Vladimir Putin. Xi Jinping thanked Vladimir Putin. They met again on Thursday.",
        ["2024-05-09 meeting xi-jinping+vladimir-putin"],
    ),
    (
        "Xi Jinping thanked Vladimir Putin. Ten rowers drowned when their boat sank on Thursday.",
        ["2024-05-09 disaster -"],
    ),
    # a title tells whether somebody is he or she
    (
        "Mrs. Ann Marlow and Mr. Cy Doyle ran the firm. Mr. Doyle was ill. She resigned on Thursday.",
        ["2024-05-09 departure ann-marlow"],
    ),
    # what belongs to somebody is not called
    ("On Thursday Xi Jinping called Vladimir Putin's plan a good one.", ["2024-05-09 other xi-jinping"]),
    # two dates, two happenings
    (
        "Xi Jinping arrived in Lima on Monday and left for Brasilia on Wednesday.",
        ["2024-05-06 visit xi-jinping", "2024-05-08 visit xi-jinping"],
    ),
    (
        "On Wednesday Wang Yi met Bruno Rodríguez, and on Thursday he received Marco Rubio.",
        ["2024-05-08 meeting wang-yi+bruno-rodriguez", "2024-05-09 meeting wang-yi+marco-rubio"],
    ),
    # a range is one
    (
        "Hu Jintao toured the region from 18 to 23 November 2004.",
        ["2004-11-18/2004-11-23 visit hu-jintao"],
    ),
    (
        "Between 27 April and 3 June 1963 Fidel Castro visited the Soviet Union.",
        ["1963-04-27/1963-06-03 visit fidel-castro"],
    ),
    # the clause decides who took part
    (
        "Xi Jinping, who became president in 2013, spoke by telephone with Vladimir Putin on Thursday.",
        ["2013 appointment xi-jinping", "2024-05-09 call xi-jinping+vladimir-putin"],
    ),
    ("Wang Yi said that Fidel Castro had visited Beijing in 1995.", ["1995 visit fidel-castro"]),
    (
        "Xi Jinping met Raúl Castro on Thursday, according to a statement that Wang Yi read.",
        ["2024-05-09 meeting xi-jinping+raul-castro"],
    ),
    ("On Thursday Xi Jinping conveyed Raúl Castro's regards.", ["2024-05-09 message xi-jinping"]),
    ("Raúl Castro's visit to Moscow in 2012 was his second.", ["2012 visit raul-castro"]),
    # pronouns, and whom a life is about
    (
        "Qiao Shi joined the party in 1940. In 1963 he moved to Beijing. He visited Cuba in 1994 and met Fidel Castro.",
        ["1940 appointment qiao-shi", "1963 other qiao-shi", "1994 meeting qiao-shi+fidel-castro"],
    ),
    (
        "“I met Xi Jinping in Brasilia in 2014,” Raúl Castro said.",
        ["2014 meeting raul-castro+xi-jinping"],
    ),
    # one call each, where the sentence tells two at once
    (
        "Xi Jinping spoke by telephone on Thursday with Miguel Díaz-Canel and with Guillermo Lasso.",
        ["2024-05-09 call xi-jinping+miguel-diaz-canel", "2024-05-09 call xi-jinping+guillermo-lasso"],
    ),
    # what is still to come, and what did not come
    ("Xi Jinping will visit Hanoi next week.", ["2024-05-13/2024-05-19 visit xi-jinping planned"]),
    ("Raúl Castro did not attend the parade on Thursday.", ["2024-05-09 ceremony raul-castro denied"]),
    # talk of a happening is none of who talks
    ("The envoys discussed the summit of July 2023.", ["2023-07 summit -"]),
    ("In 2020 no election was held.", ["2020 election - denied"]),
    ("The summit was to have been held in April 2023.", ["2023-04 summit - denied"]),
    (
        "Guillermo Lasso, who closed the port on 17 March and will go once an heir is elected on 20 August, has not spoken.",
        ["2024-03-17 other guillermo-lasso"],
    ),
    # a participle after a comma tells of what stands before it
    (
        "Claudia Sheinbaum, elected in June 2018, reopened the archive in May 2023.",
        ["2018-06 election claudia-sheinbaum", "2023-05 founding claudia-sheinbaum"],
    ),
    ("The mayor had gone to Lima for the feast of the harbour, built in May 1921.", []),
    ("The minister, 45, resigned on Monday.", ["2024-05-06 departure -"]),
    # who stands in stone takes no part
    ("Miguel Díaz-Canel unveiled a statue of Fidel Castro in March 2022.", ["2022-03 founding miguel-diaz-canel"]),
    # entries of a chronology tell in the present
    ("1989: Qian Qichen visits Havana.", ["1989 visit qian-qichen"]),
    ("28 September 1960 – China and Cuba establish diplomatic relations.", ["1960-09-28 founding -"]),
    # whatever an entry tells, in a list, in bold letters, in a table
    ("* **3 May 1921** – The old lighthouse goes dark.", ["1921-05-03 other -"]),
    ("- **June 1951:** Two villages share a well.", ["1951-06 other -"]),
    ("| 1964 | Fidel Castro in Moscow |", ["1964 other fidel-castro"]),
    (
        "* June 1960: Peru and Chile sign the fishing pact. Malta becomes independent in May 1964.",
        ["1960-06 signing -", "1964-05 founding -"],
    ),
    # a note added after the publication tells what happened
    ("**Update, 12 May 2024:** Xi Jinping met Raúl Castro.", ["2024-05-12 meeting xi-jinping+raul-castro"]),
    ("Update, 12 May 2024: Xi Jinping will meet Raúl Castro.", ["2024-05-12 meeting xi-jinping+raul-castro planned"]),
    # a second deed has its own people, with "and" before it
    (
        "Xi Jinping will fly to Paris from 3 to 9 June, and Wang Yi will stay in Beijing.",
        ["2024-06-03/2024-06-09 visit xi-jinping planned"],
    ),
    # a time told twice, and two days running
    ("Fidel Castro entered Havana a week later, on 8 January 1959.", ["1959-01-08 other fidel-castro"]),
    ("Wang Yi met Marco Rubio in Bangkok on January 26 and 27.", ["2024-01-26/2024-01-27 meeting wang-yi+marco-rubio"]),
    # who is only there, asked, meant or represented takes no part
    (
        "At the invitation of Wang Yi, Bruno Rodríguez visited China in June 2023.",
        ["2023-06 visit bruno-rodriguez"],
    ),
    ("Vladimir Putin called Raúl Castro on Thursday to thank Wang Yi.", ["2024-05-09 call vladimir-putin+raul-castro"]),
    (
        "On Thursday Raúl Castro received Li Zhanshu, the envoy of Xi Jinping.",
        ["2024-05-09 meeting raul-castro+li-zhanshu"],
    ),
    ("Raúl Castro ruled. In 2013 the assembly elected him president.", ["2013 election raul-castro"]),
    # the source at the end of a sentence is a statement of its own
    (
        "Miguel Díaz-Canel will travel to Moscow in June, the foreign ministry said on Thursday.",
        ["2024-06 visit miguel-diaz-canel planned", "2024-05-09 statement -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_happenings(text: str, expected: list[str]) -> None:
    background = "The weather was mild.\n\n"
    assert sorted(short(mention) for mention in tell(background + text)) == sorted(expected)


NO_HAPPENING = [
    "As of 2023, the island had eleven million people.",
    "Relations have been close since the 1990s.",
    "Compared with 2019, fewer guests came.",
    "Trade was worth 2 billion dollars in 2022.",
    "The 2030 Agenda is a common task.",
    "The number of guests jumped in 2022.",
    "It is a matter of the 1972 communiqué.",
    "Over the past sixty years the bond has grown.",
    "Every May there is a fair.",
    "Copyright 2024 by the agency. All rights reserved.",
    "Last updated 9 May 2024.",
    "See https://news.example.org/2024/05/09/parade for more.",
    "The 60th anniversary is a good occasion.",
    "By 2030 a third of the power is to be green.",
    "He is 92 and has lived there since 1960.",
    "HAVANA, May 9 (Agency) - Little is known.",
]


@pytest.mark.parametrize("text", NO_HAPPENING)
def test_dates_that_tell_no_happening(text: str) -> None:
    assert [short(mention) for mention in tell("A note.\n\n" + text) if mention.date is not None] == []


NEWS = [
    # the lead without date words is dated by the publication
    (
        "Xi Jinping has received Raúl Castro in Beijing.\n\nThe guests praised their hosts.",
        "2024-05-10 meeting xi-jinping+raul-castro",
    ),
    # so are letters, told in two clauses
    (
        "Xi Jinping made the remark in messages that he exchanged with Raúl Castro and with Miguel Díaz-Canel.",
        "2024-05-10 message xi-jinping+raul-castro+miguel-diaz-canel",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_news_without_date_words(text: str, expected: str) -> None:
    (mention,) = tell(text)
    assert short(mention) == expected
    assert mention.date is None
    assert mention.main
    assert mention.how == ("no date words: the day on which the document was published",)


def test_a_lead_with_a_date_needs_no_other() -> None:
    assert [m.date is None for m in tell("Xi Jinping met Raúl Castro on Thursday. Both hailed the talks.")] == [False]


def test_a_life_is_no_news() -> None:
    text = "Qiao Shi (24 December 1924 – 14 June 2015) was a Chinese politician. He said little in public."
    assert [short(mention) for mention in tell(text)] == ["1924-12-24 birth qiao-shi", "2015-06-14 death qiao-shi"]


def test_what_goes_on_telling_is_evidence() -> None:
    text = (
        "Xi Jinping met Raúl Castro in Beijing on Thursday. He praised the guest. Raúl Castro spoke of old friends.\n\n"
        "In 1960 the two countries opened embassies."
    )
    meeting, opening = tell(text)
    assert [text[start:end] for start, end in meeting.sentences] == [
        "Xi Jinping met Raúl Castro in Beijing on Thursday.",
        "He praised the guest.",
        "Raúl Castro spoke of old friends.",
    ]
    assert meeting.place == "Beijing"
    assert meeting.main
    assert not opening.main


def test_an_aside_is_not_gone_on_telling() -> None:
    text = (
        "The new crane of the port is green. Its driver is a woman of forty. It rained.\n\n"
        "Raúl Castro, who met Xi Jinping on Thursday, smiled. The crowd cheered."
    )
    (meeting,) = (mention for mention in tell(text) if mention.event_type == "meeting")
    assert not meeting.main
    assert len(meeting.sentences) == 1


def test_two_strikes_of_one_day_are_two() -> None:
    first = "Crane drivers at the port of Oslo stopped work on Thursday over longer shifts."
    assert len(tell(f"{first} Teachers of a school in Oslo went on strike on Thursday for smaller classes.")) == 2
    assert len(tell(f"{first} The strike on Thursday cost the harbour two million.")) == 1


def test_two_accounts_of_one_document_are_one_mention() -> None:
    text = (
        "Xi Jinping spoke by telephone with Raúl Castro on Thursday. The weather was fine. "
        "In the call on Thursday with Raúl Castro, Xi Jinping spoke of trade."
    )
    (mention,) = tell(text)
    assert len(mention.sentences) == 3


def test_a_noun_with_the_year_takes_up_what_was_told_with_its_day() -> None:
    text = "On 3 May 1992 the first vote on the docks took place in Kelna. The 1992 vote saw nine towns in favour."
    assert [(mention.edtf, mention.event_type) for mention in tell(text)] == [("1992-05-03", "vote")]


def test_two_meetings_of_one_day_stay_two() -> None:
    text = "On Thursday Raúl Castro met Wang Yi. On Thursday Raúl Castro also met Li Zhanshu."
    assert [m.leaders for m in tell(text)] == [("raul-castro", "wang-yi"), ("raul-castro", "li-zhanshu")]


def test_the_same_day_is_that_of_the_news() -> None:
    text = (
        "Xi Jinping has sent Raúl Castro a message of congratulation. In 1960 the two countries opened embassies.\n\n"
        "On the same day, Wang Yi met Manuel Marrero."
    )
    assert "2024-05-10 meeting wang-yi+manuel-marrero-cruz" in [short(mention) for mention in tell(text)]


def test_a_post_is_dated_by_its_own_date() -> None:
    text = "Talks of Xi Jinping and Raúl Castro went well. — Ana Ruiz (@ana_ruiz) May 2, 2024"
    assert [short(mention) for mention in tell("Notes.\n\n" + text)] == ["2024-05-02 meeting xi-jinping+raul-castro"]


def test_the_date_of_the_page_is_no_happening() -> None:
    text = "10 May 2024 Xi Jinping met Raúl Castro on Wednesday."
    assert [short(mention) for mention in tell(text, published_text="10 May 2024")] == [
        "2024-05-08 meeting xi-jinping+raul-castro"
    ]


def test_a_place_takes_part_in_nothing() -> None:
    text = "BEIJING, May 10 (Agency) - Xi Jinping met Raúl Castro in Beijing on Thursday."
    assert [short(mention) for mention in tell(text)] == ["2024-05-09 meeting xi-jinping+raul-castro"]


def test_a_language_without_words_tells_nothing() -> None:
    document = Document("d", "d.txt", "Xi Jinping met Raúl Castro on Thursday.", published=PUBLISHED, language="xx")
    dates = find_dates(document.text, PUBLISHED)
    assert find_mentions(document, split_sentences(document.text), dates, (), (), VOCABULARY) == []


PARTS = [
    "On Friday ",
    "in 1960 ",
    "Xi Jinping ",
    "met ",
    "he ",
    "the same day ",
    "“",
    "”",
    "(",
    ")",
    ", ",
    ". ",
    "; ",
    "\n",
    "who ",
]


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
@settings(max_examples=150, deadline=timedelta(seconds=2))
def test_any_text_is_read(text: str) -> None:
    spans = set(split_sentences(text))
    for mention in tell(text):
        assert mention.start < mention.end
        assert set(mention.sentences) <= spans
        assert not set(mention.leaders) & set(mention.named)
        assert 0 < mention.confidence <= 1


def test_a_long_text_that_repeats_itself_tells_two_happenings() -> None:
    text = "On Friday Xi Jinping met Raúl Castro, who left in 1960. " * 2000
    assert [(mention.edtf, mention.event_type) for mention in tell(text)] == [
        ("2024-05-10", "meeting"),
        ("1960", "other"),
    ]


def test_every_kind_that_words_tell_has_a_name_for_the_screen() -> None:
    words = VOCABULARY.words("en", "events")
    told = {*words["kinds"], *words["to_a_person"], *words["conversations"], *words["two_sided"], *words["spoken"]}
    assert told <= VOCABULARY.kinds.keys()


def test_the_evidence_of_one_happening_is_bounded() -> None:
    (mention,) = tell("On Friday Xi Jinping met Raúl Castro in Havana. " + "They spoke of the harbour. " * 300)
    assert len(mention.sentences) == MOST_EVIDENCE
