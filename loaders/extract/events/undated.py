"""When is what a sentence tells that has no date words of its own.

An entry of a list has its date at its head. A report tells its news once with a date and goes on without; so what it tells
in the past tense happened at the time of the news. A history goes on in the year that it has come to. The pluperfect ("had
agreed earlier") and states ("is owned by") are left undated.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, timedelta

from loaders.extract.events.deciders import decided_by
from loaders.extract.events.happenings import Happening, Telling, is_placed
from loaders.extract.events.layout import is_dateline
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.news import is_news
from loaders.extract.events.triggers import choose_trigger
from loaders.moments import moment, say_iso_year
from loaders.records import Document, Interval, Span, TimeExpression

LEAD = 3
"""The date of the news stands in so many first sentences of prose."""
REACH = 3
"""So many words before a participle an "is" makes it a state."""
HEADING = 4
"""Over a text stands what begins in so many of its first sentences or lines."""
TIE = 15
"""So many letters may follow a date at the end of its line: ", 10.11 p.m."."""
EARLY = 40
"""A date so near to the head of its sentence says when what follows happened, too."""
HEAD = 40
"""Within so many words of its clause stands the verb of a happening."""


ITEMS = 3
"""So many numbered items make a digest."""

_NUMBERED = re.compile(r"^[ \t*_#>(\[]*(\d{1,2})[*_]{0,2}[.)/\]](?!\d)", re.M)


@dataclass(frozen=True, slots=True)
class Standing:
    """The time at which a text stands when it comes to a sentence."""

    date: TimeExpression | None
    """None where it is the day of the publication."""
    by: str
    """Whence it is known: `entry`, `news` or `story`."""


def date_of_news(
    happenings: Sequence[Happening], lead: Sequence[int], document: Document, reach: int = LEAD
) -> TimeExpression | None:
    """The date words of the news that the first sentences of the lead tell; None where only the creation time dates it."""
    for happening in happenings:
        date = happening.date
        if (
            date is None
            or date.interval is None
            or document.published is None
            or happening.sentence not in lead[:reach]
        ):
            continue
        start, end = date.interval
        if (
            end - start <= timedelta(days=1)
            and start <= document.published
            and is_news(date.interval, document.published)
        ):
            return date
    return None


def find_reports(
    dates: Sequence[TimeExpression], sentences: Sequence[Span], document: Document
) -> dict[int, TimeExpression]:
    """Number of a sentence -> the day of the report that it opens with place and day, in a digest of several; else nothing."""
    starts = [start for start, _ in sentences]
    found = {
        max(0, bisect_right(starts, date.start) - 1): date
        for date in dates
        if is_placed(date) and date.precision == "day" and is_dateline(date, document.text)
    }
    return found if len(found) > 1 else {}


def find_standings(
    sentences: Sequence[Span],
    happenings: Sequence[Happening],
    dates: Sequence[TimeExpression],
    entries: Mapping[int, TimeExpression],
    lead: Sequence[int],
    document: Document,
    reports: Mapping[int, TimeExpression],
) -> dict[int, Standing]:
    """Number of a sentence -> the time at which the text stands there; nothing where it is not known.

    `reports` are the sentences with which the reports of a digest begin: each has its own day, and none the publication's.
    """
    news = date_of_news(happenings, lead, document, len(lead)) if not _is_digest(document.text) else None
    if document.published is None:
        news = news or _date_at_head(dates, sentences, document)
    by_sentence: dict[int, list[Happening]] = {}
    for happening in happenings:
        by_sentence.setdefault(happening.sentence, []).append(happening)
    found: dict[int, Standing] = {}
    last: TimeExpression | None = None
    report: TimeExpression | None = None
    for number, span in enumerate(sentences):
        if number in entries:
            found[number] = Standing(entries[number], "entry")
            continue
        if number and _begins_paragraph(document.text, sentences[number - 1], span):
            last = report
        if number in reports:
            last = report = reports[number]
        if last is not None:
            near = is_news(last.interval, document.published) if last.interval else False
            found[number] = Standing(last, "news" if near else "story")
        elif (document.published is not None or news is not None) and not entries:
            found[number] = Standing(news, "news")
        for happening in by_sentence.get(number, ()):
            if happening.date is not None and _sets_the_time(happening.date, happening, span):
                last = (
                    happening.date if is_news(_when(happening.date), document.published) else _year_of(happening.date)
                )
    return found


def _is_digest(text: str) -> bool:
    """Whether the text numbers its items ("1. …", below it "2. …"): each is news of its own, and none dates the next."""
    numbers = [int(match.group(1)) for match in _NUMBERED.finditer(text)]
    return any(numbers[at : at + ITEMS] == list(range(1, ITEMS + 1)) for at in range(len(numbers)))


def _date_at_head(
    dates: Sequence[TimeExpression], sentences: Sequence[Span], document: Document
) -> TimeExpression | None:
    """The day that stands over a text of which no other is known, as over a cable: in one of its first lines, as its end."""
    for date in dates:
        if len(sentences) < HEADING or date.start >= sentences[HEADING - 1][1]:
            return None
        line_end = document.text.find("\n", date.end)
        is_day = is_placed(date) and _when(date)[1] - _when(date)[0] <= timedelta(days=1)
        if is_day and 0 <= line_end - date.end <= TIE:
            return date
    return None


def _sets_the_time(date: TimeExpression, happening: Happening, sentence: Span) -> bool:
    """Whether a sentence begins with its date, or soon comes to it: what goes on after it happened then.

    "In 1951 the port opened" does, and "they praised the plan that was made in 1951" does not.
    """
    if not is_placed(date) or date.start < sentence[0]:
        return False
    trigger = happening.trigger
    return date.start - sentence[0] < EARLY or (trigger is not None and trigger.start - sentence[0] < EARLY)


def _when(date: TimeExpression) -> Interval:
    assert date.interval is not None
    return date.interval


def _year_of(date: TimeExpression) -> TimeExpression:
    """The year of a date: what is told after it was not on the same day, and mostly within the year."""
    start, end = _when(date)
    if (
        end - start > timedelta(days=366)
        or start.year >= MAXYEAR
        or start.year != (end - timedelta(microseconds=1)).year
    ):
        return date
    edtf = say_iso_year(start.year)
    year = (moment(start.year), moment(start.year + 1))
    how = (*date.how, "what is told after it is dated by its year")
    return replace(date, value=edtf, interval=year, precision="year", edtf=edtf, how=how)


def _begins_paragraph(text: str, before: Span, after: Span) -> bool:
    return "\n" in text[before[1] : after[0]]


def find_undated(telling: Telling, standing: Standing, folded: str, words: EventWords) -> Happening | None:
    """What the sentence tells in its main clause, dated by where the text stands; None where it tells no happening."""
    number = main_clause(telling, folded, words)
    if number is None:
        return None
    clause = telling.clauses[number]
    told = clause.words(folded)
    if any(is_placed(date) and clause.holds((date.start, date.end)) for date in telling.dates):
        return None
    if words.supposing.find(told) or words.captions.find(folded[slice(*telling.span)]):
        return None
    trigger = decided_by(choose_trigger(clause, telling.triggers, folded, words), clause, folded, words)
    if words.measures.find(told) and (trigger is None or trigger.kind in words.said):
        return None
    if standing.by == "entry":
        return Happening(telling.number, number, standing.date, trigger, standing.by)
    if not tells_news(told, words):
        return None
    return Happening(telling.number, number, standing.date, trigger, standing.by)


def main_clause(telling: Telling, folded: str, words: EventWords) -> int | None:
    """The first clause that is no quotation, aside or condition, and has more than two words."""
    for number, clause in enumerate(telling.clauses):
        if clause.quoted:
            if number == 0:
                return None
            continue
        opened = next(words.breaks.scan(folded, clause.start, clause.end), None)
        if opened is not None and opened[0] <= clause.start + 1:
            continue
        found = [match.group() for match in WORD.finditer(folded, max(clause.start, telling.body), clause.end)][:HEAD]
        first = found[0] if found else ""
        if len(found) < 3 or words.hypothetical.find(first):
            continue
        return number
    return None


def tells_news(folded: str, words: EventWords) -> bool:
    """Whether the words tell something new: a finite past or a present of saying, and nothing that puts it back."""
    found = [match.group() for match in WORD.finditer(folded)]
    if any(word in words.saying_now for word in found):
        return True
    if any(word in words.putting_back for word in found):
        return False
    return any(
        words.is_past(word) and not any(before in words.states for before in found[max(0, place - REACH) : place])
        for place, word in enumerate(found)
    )
