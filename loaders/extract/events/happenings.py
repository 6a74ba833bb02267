"""Which date words date a happening, and which happening it is.

Precision counts: a reader wants the meeting "on Friday", and neither the date at the head of the page nor "since the
1990s", "compared with 2019", "the 2030 Agenda".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.events.clauses import Clause, clause_of
from loaders.extract.events.lexicon import EventWords
from loaders.records import Document, Span, TimeExpression
from loaders.schema import PRECISIONS

OTHER = "other"
STATEMENT = "statement"

_WEEK = PRECISIONS.index("week")
_DECADE = PRECISIONS.index("decade")
NEAR = 25
"""So many characters after a date stands what it belongs to."""
_ENTRY = re.compile(r"[ \t]*(?:[:.–—-]|\||\()?[ \t]*[^\W\d_]")
_BULLET = re.compile(r"[\s*•·#>|\d.()–—-]*")
_ACCOUNT = re.compile(r"[–—-]\s*[^\n]{1,80}?\(@\w{1,30}\)\s*$")
_NOUN = re.compile(r"\s[^\W\d_]|['-]")
_UNBROKEN = re.compile(r"\S+$")
_ADDRESS = re.compile(r"://|^\W*www\.|/$")


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell a happening of a kind."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Happening:
    """A date with what it dates; without a trigger the kind is open."""

    sentence: int
    clause: int
    date: TimeExpression | None
    trigger: Trigger | None

    @property
    def kind(self) -> str:
        return self.trigger.kind if self.trigger else OTHER


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence with all that stands in it; everything the rules below look at."""

    number: int
    span: Span
    clauses: list[Clause]
    triggers: list[Trigger]
    dates: list[TimeExpression]


def find_happenings(telling: Telling, document: Document, folded: str, words: EventWords) -> list[Happening]:
    """The dated happenings of a sentence, one a date, in the order of the text."""
    dates = [date for date in telling.dates if is_placed(date) and not is_furniture(date, document)]
    if not dates:
        return _posted(telling, document, words)
    found = []
    for date in dates:
        clause = clause_of(telling.clauses, (date.start, date.end))
        trigger = _trigger_of(date, clause, telling, dates, words)
        if _dates_something(date, trigger, telling, clause, folded, words):
            found.append(Happening(telling.number, clause, date, trigger))
    return found


def _posted(telling: Telling, document: Document, words: EventWords) -> list[Happening]:
    """What a post tells without a date of its own, dated by the post's."""
    date = next((date for date in telling.dates if is_placed(date) and is_signature(date, document.text)), None)
    told = [trigger for trigger in telling.triggers if trigger.kind != STATEMENT]
    if date is None or not told:
        return []
    trigger = min(told, key=lambda trigger: (words.rank[trigger.kind], trigger.start))
    return [Happening(telling.number, clause_of(telling.clauses, (trigger.start, trigger.end)), date, trigger)]


def is_placed(date: TimeExpression) -> bool:
    """Whether the words name a calendar time; lengths ("for 60 years") and habits ("every May") do not."""
    return date.interval is not None and date.precision is not None and date.type in ("DATE", "TIME")


def is_furniture(date: TimeExpression, document: Document) -> bool:
    """Whether the words are the page's own date, stand below a post as its date or in a web address."""
    header = document.published_text
    at = document.text.find(header) if header else -1
    if at >= 0 and at <= date.start and date.end <= at + len(header):
        return True
    return is_signature(date, document.text) or _in_address(date, document.text)


def _in_address(date: TimeExpression, text: str) -> bool:
    before = _UNBROKEN.search(text, max(0, date.start - 200), date.start)
    return before is not None and _ADDRESS.search(before.group()) is not None


def is_signature(date: TimeExpression, text: str) -> bool:
    """Whether the words date a post: "— Name (@account) May 4, 2021"."""
    return _ACCOUNT.search(text, max(0, date.start - 120), date.start) is not None


def _trigger_of(
    date: TimeExpression, clause: int, telling: Telling, dates: Sequence[TimeExpression], words: EventWords
) -> Trigger | None:
    """The words that the date dates: in its own clause, the most telling; with several dates there, the nearest."""
    own = telling.clauses[clause]
    near = [trigger for trigger in telling.triggers if own.holds((trigger.start, trigger.end))]
    if not near:
        return None
    if sum(own.holds((other.start, other.end)) for other in dates) > 1:
        return min(near, key=lambda trigger: (_distance(trigger, date), trigger.start))
    return min(near, key=lambda trigger: (words.rank[trigger.kind], _distance(trigger, date)))


def _distance(trigger: Trigger, date: TimeExpression) -> int:
    return max(trigger.start - date.end, date.start - trigger.end)


def _dates_something(
    date: TimeExpression, trigger: Trigger | None, telling: Telling, clause: int, folded: str, words: EventWords
) -> bool:
    if _undated_by_words(date, telling, folded, words) or words.occasions.find(date.text):
        return False
    if _names_something(date, trigger, telling, folded, words):
        return False
    told = telling.clauses[clause].words(folded)
    if words.measures.find(told) and trigger is None:
        return False
    if trigger is not None:
        return PRECISIONS.index(str(date.precision)) < _DECADE or trigger.kind != STATEMENT
    if PRECISIONS.index(str(date.precision)) in (_DECADE, _DECADE + 1):
        return False
    return _begins_entry(date, telling, folded) or words.tells_past(told) or bool(words.status.find(told))


def _names_something(
    date: TimeExpression, trigger: Trigger | None, telling: Telling, folded: str, words: EventWords
) -> bool:
    """Whether a time longer than a week belongs to a name ("the 1991 settlement", "this year's congress").

    It still dates a happening that it stands right before ("the 1991 vote failed"), where no other date does.
    """
    if PRECISIONS.index(str(date.precision)) <= _WEEK or not _NOUN.match(folded, date.end, telling.span[1]):
        return False
    before = folded[max(telling.span[0], date.start - 30) : date.start]
    owner = max((end for _, end, _ in words.owners.scan(before)), default=-1)
    if not folded.startswith(words.possessive, date.end) and (owner < 0 or len(before[owner:].split()) > 1):
        return False
    alone = sum(is_placed(other) for other in telling.dates) == 1
    return not (alone and trigger is not None and date.end <= trigger.start <= date.end + NEAR)


def _undated_by_words(date: TimeExpression, telling: Telling, folded: str, words: EventWords) -> bool:
    """Whether the words right before the date take its force ("as of", "compared with"; "since" before a year)."""
    before = folded[max(telling.span[0], date.start - 40) : date.start].rstrip()
    offset = date.start - len(folded[max(telling.span[0], date.start - 40) : date.start])
    for start, end, force in words.undating.scan(folded, offset, offset + len(before)):
        if end == offset + len(before) and start >= 0:
            return force == "always" or PRECISIONS.index(str(date.precision)) >= _WEEK
    return False


def _begins_entry(date: TimeExpression, telling: Telling, folded: str) -> bool:
    """Whether the date stands at the head of an entry of a chronology, with at least three words after it."""
    line = folded.rfind("\n", 0, date.start) + 1
    if not _BULLET.fullmatch(folded, line, date.start):
        return False
    rest = folded[date.end : telling.span[1]]
    return _ENTRY.match(rest) is not None and len(rest.split()) >= 4
