"""The news that a document is about, where no date words tell when it happened.

A report often says who did what and leaves the day to its own date line. Then the creation time dates the happening,
with day precision and lower confidence.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import datetime, timedelta

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.clauses import clause_of
from loaders.extract.events.complements import only_may_be
from loaders.extract.events.happenings import TABLE, Happening, Telling
from loaders.extract.events.lexicon import EventWords
from loaders.records import Interval

LEAD = 4
"""So many sentences of prose belong to the lead."""
FIRST = 30
"""The news is among the first so many words of a sentence that tell a happening."""
RECENT = timedelta(days=8)
"""A happening so long before the publication is its news."""


def is_news(interval: Interval, published: datetime | None) -> bool:
    """Whether a time lies so near before the publication, or after it, that it is news."""
    if published is None:
        return False
    start, end = interval
    return (end - start < RECENT and published - start <= RECENT) or start > published


def find_news(
    lead: Sequence[Telling],
    happenings: Sequence[Happening],
    published: datetime | None,
    with_people: Container[int],
    folded: str,
    words: EventWords,
) -> Happening | None:
    """The happening of the lead that the document's own date dates; `with_people` are sentences that name somebody.

    Of what is said only verbs tell it ("he condemned", and not "the criticism").
    None where the lead has news with a date, and where it begins with something long past: that is no report.
    """
    if published is None or not lead:
        return None
    numbers = {telling.number for telling in lead}
    dated = [(h, h.date.interval) for h in happenings if h.sentence in numbers and h.date and h.date.interval]
    if any(is_news(interval, published) or happening.sentence == lead[0].number for happening, interval in dated):
        return None
    used = {happening.trigger for happening in happenings}
    undated = [
        (telling, Happening(telling.number, clause, None, trigger))
        for telling in lead
        if len(telling.dates) <= TABLE and not words.captions.find(folded[slice(*telling.span)])
        for trigger in telling.triggers[:FIRST]
        if trigger.kind in words.conversations and trigger not in used
        if trigger.kind not in words.said or words.is_verb(folded[trigger.start : trigger.end].split()[0])
        for clause in [clause_of(telling.clauses, (trigger.start, trigger.end))]
        if not _is_dated(telling, clause, published) and not only_may_be(trigger, folded, words)
    ]
    if not undated:
        return None
    return min(undated, key=lambda row: _order(row[0], row[1].trigger, with_people, words))[1]


def _is_dated(telling: Telling, clause: int, published: datetime) -> bool:
    """Whether the clause has date words for another time than the publication."""
    return any(
        date.interval is not None and not date.interval[0] <= published < date.interval[1]
        for date in telling.dates
        if telling.clauses[clause].holds((date.start, date.end))
    )


def _order(
    telling: Telling, trigger: Trigger | None, with_people: Container[int], words: EventWords
) -> tuple[bool, int, int]:
    """Rather where somebody is named, then the most telling kind, then the first."""
    assert trigger is not None
    return telling.number not in with_people, words.rank[trigger.kind], trigger.start
