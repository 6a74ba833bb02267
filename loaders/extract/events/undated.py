"""When is what a sentence tells that has no date words of its own.

A report tells its news once with a date and goes on without; so what it tells in the past tense happened at the time of
the news. The pluperfect ("had agreed earlier") and states ("is owned by") are left undated.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from loaders.extract.events.happenings import Happening
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.news import is_news
from loaders.records import Document, TimeExpression

LEAD = 3
"""The date of the news stands in so many first sentences of prose."""
REACH = 3
"""So many words before a participle an "is" makes it a state."""


def date_of_news(happenings: Sequence[Happening], lead: Sequence[int], document: Document) -> TimeExpression | None:
    """The date words of the news that the lead tells; None where only the creation time dates it."""
    for happening in happenings:
        date = happening.date
        if date is None or date.interval is None or document.published is None or happening.sentence not in lead[:LEAD]:
            continue
        start, end = date.interval
        if (
            end - start <= timedelta(days=1)
            and start <= document.published
            and is_news(date.interval, document.published)
        ):
            return date
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
