"""Which date words date a happening, and which happening it is.

Precision counts: a reader wants the meeting "on Friday", and neither the date at the head of the page nor "since the
1990s", "compared with 2019", "the 2030 Agenda".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.clauses import Clause, clause_of
from loaders.extract.events.comparing import ComparingWords, ends_name, is_compared, is_in_name, is_since
from loaders.extract.events.complements import announced, is_in_complement
from loaders.extract.events.deciders import decided_by
from loaders.extract.events.layout import begins_entry, heads_entry, is_furniture, is_signature
from loaders.extract.events.lexicon import OTHER, WORD, EventWords
from loaders.extract.events.ranges import split_life
from loaders.extract.events.triggers import TIE, can_be_later, trigger_of
from loaders.records import Document, Span, TimeExpression
from loaders.tables.schema import PRECISIONS

TABLE = 30
"""A sentence with more dates is a table or a list, and tells nothing."""
NEAR = 25
"""So many characters after a date stands what it belongs to."""

PLANNED = 30
"""Words that are counted from a day ("20 years later") tell what is planned for so many years ahead at most."""
ITEMS = "-•*|–#"
"""Signs before the items of a list, and before headings."""

_ENDED = re.compile(r"\)[\s.;,*_]*")
_WEEK = PRECISIONS.index("week")
_HOURS = ("minute", "hour")
_LONG = (PRECISIONS.index("decade"), PRECISIONS.index("century"))
_NOUN = re.compile(r"\s[^\W\d_]|['-]")


@dataclass(frozen=True, slots=True)
class Happening:
    """A date with what it dates; without a trigger the kind is open, without a date the creation time dates it."""

    sentence: int
    clause: int
    date: TimeExpression | None
    trigger: Trigger | None
    carried: str = ""
    """Whence the date is, where it stands in another sentence: `entry`, `news` or `story`."""

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
    is_entry: bool = False
    """Whether its first date heads a line of a list, without a mark after it."""
    in_list: bool = False
    """Whether it stands in the entry of a list, where the present tells what was done."""
    body: int = 0
    """Where it begins after a place and an agency before a report."""

    def heads_entry(self, date: TimeExpression, folded: str) -> bool:
        """Whether the date heads the entry of a list that the sentence is or begins."""
        return (self.is_entry and date is self.dates[0]) or heads_entry(date, self.span, folded)


def find_happenings(
    telling: Telling, document: Document, folded: str, words: EventWords, known: ComparingWords
) -> list[Happening]:
    """The dated happenings of a sentence, one a date, in the order of the text."""
    dates = [date for date in telling.dates if is_placed(date) and not is_furniture(date, document)]
    dates = [date for date in dates if not ends_name(date, document.text)]
    if words.captions.find(folded[slice(*telling.span)]):
        return []
    if not dates:
        return _posted(telling, document, words)
    if len(dates) > TABLE:
        return []
    found = []
    for date in dates:
        if _is_hour_of(date, dates, folded, words):
            continue
        clause = _clause_told(date, telling, folded, words)
        trigger = trigger_of(date, telling.clauses[clause], telling.triggers, dates, folded, words)
        if trigger is not None and _is_later(date, document) and not can_be_later(trigger, folded, words):
            others = [other for other in telling.triggers if can_be_later(other, folded, words)]
            trigger = trigger_of(date, telling.clauses[clause], others, dates, folded, words) or trigger
        elif trigger is not None and not _is_later(date, document):
            trigger = announced(trigger, folded, words)
        trigger = decided_by(trigger, telling.clauses[clause], folded, words)
        if _is_far_ahead(date, document) or _is_of_another_time(date, trigger, telling, folded, words, known):
            continue
        if _dates_something(date, trigger, telling, telling.clauses[clause], folded, words):
            found.append(Happening(telling.number, clause, date, trigger))
    return found


def _is_later(date: TimeExpression, document: Document) -> bool:
    """Whether the time is after the day on which the document was published."""
    published = document.published
    return date.interval is not None and published is not None and date.interval[0].date() > published.date()


def _is_far_ahead(date: TimeExpression, document: Document) -> bool:
    """Whether nobody plans for that time: it was counted from a day that it does not belong to ("still, 200 years later")."""
    counted, published = date.interval if date.anchor is not None else None, document.published
    return counted is not None and published is not None and counted[0].year - published.year > PLANNED


def _is_hour_of(hour: TimeExpression, dates: Sequence[TimeExpression], folded: str, words: EventWords) -> bool:
    """Whether the words are an hour without a day of its own, where the sentence names an earlier day for it."""
    if hour.precision not in _HOURS or hour.anchor is None or hour.interval is None:
        return False
    day = hour.interval[0].date()
    if day != hour.anchor.date() or words.naming_day.find(folded[hour.start : hour.end]):
        return False
    return any(other.precision == "day" and other.interval and other.interval[0].date() < day for other in dates)


def is_placed(date: TimeExpression) -> bool:
    """Whether the words name a calendar time; lengths ("for 60 years") and habits ("every May") do not."""
    return date.interval is not None and date.precision is not None and date.type in ("DATE", "TIME")


def find_life(telling: Telling, text: str) -> list[Happening]:
    """Birth and death where the sentence gives them in brackets after a name: "(24 December 1924 – 14 June 2015)"."""
    for first, last in pairwise(telling.dates):
        ends = split_life(first, last, text)
        if ends:
            return [
                Happening(telling.number, 0, date, Trigger(date.start, date.end, kind))
                for date, kind in zip(ends, ("birth", "death"), strict=False)
            ]
    return []


def _posted(telling: Telling, document: Document, words: EventWords) -> list[Happening]:
    date = next((date for date in telling.dates if is_placed(date) and is_signature(date, document.text)), None)
    return find_posted(telling, date, words)


def find_posted(telling: Telling, date: TimeExpression | None, words: EventWords) -> list[Happening]:
    """What a post tells without a date of its own, dated by the post's."""
    told = [trigger for trigger in telling.triggers if trigger.kind not in words.said]
    if date is None or not told:
        return []
    trigger = min(told, key=lambda trigger: (words.rank[trigger.kind], trigger.start))
    return [Happening(telling.number, clause_of(telling.clauses, (trigger.start, trigger.end)), date, trigger)]


def _ends_item(date: TimeExpression, sentence: Span, folded: str) -> bool:
    """Whether the date stands alone in brackets at the end of an item of a list, or is a day and ends any sentence so."""
    if folded[date.start - 1 : date.start] != "(" or not _ENDED.fullmatch(folded, date.end, sentence[1]):
        return False
    return folded[sentence[0]] in ITEMS or date.precision == "day"


def _clause_told(date: TimeExpression, telling: Telling, folded: str, words: EventWords) -> int:
    """The number of the clause that the date dates: its own, or the next that tells anything ("1960: …", "It was then that").

    A date that stands alone in brackets at the end of an item ("- Blockade of Kelna (June 1948)") dates what is before them.
    """
    if _ends_item(date, telling.span, folded):
        return clause_of(telling.clauses, (max(telling.span[0], date.start - 3), date.start - 2))
    first = clause_of(telling.clauses, (date.start, date.end))
    for number, clause in enumerate(telling.clauses[first:], start=first):
        told = any(clause.holds((trigger.start, trigger.end)) for trigger in telling.triggers)
        found = [word for piece in clause.pieces for word in WORD.finditer(folded, *piece)]
        around = [word.group() for word in found if word.end() <= date.start or date.end <= word.start()]
        if told or (len(around) > 1 and not words.cleft.issuperset(around)):
            return number
    return first


def _dates_something(
    date: TimeExpression, trigger: Trigger | None, telling: Telling, clause: Clause, folded: str, words: EventWords
) -> bool:
    if telling.heads_entry(date, folded) or (
        folded[telling.span[0]] in ITEMS and _ends_item(date, telling.span, folded)
    ):
        return True
    told = clause.words(folded)
    if _is_undated(date, trigger, telling, folded, words) or _is_only_thought(told, words):
        return False
    if trigger is None and _opens(told, date, clause, folded, words):
        return False
    if trigger is not None and (trigger.kind not in words.said or not clause.quoted):
        return not (is_long(date) and trigger.kind in words.said) and not _is_state(clause, folded, words)
    if is_long(date) or words.measures.find(told):
        return False
    if words.tells_past(told) or begins_entry(date, telling.span, folded):
        return True
    if telling.in_list and any(match.group() in words.doing_now for match in WORD.finditer(told)):
        return True
    opened = next(words.breaks.scan(folded, clause.start, clause.end), (-1, -1, ""))
    is_aside = opened[2] == "aside" and opened[0] == clause.start
    return not clause.quoted and not is_aside and bool(words.status.find(told))


def _is_only_thought(told: str, words: EventWords) -> bool:
    """Whether the clause speaks to the reader or of what would be ("if you had a vote today")."""
    first = WORD.search(told)
    opened = (hit[0] for hit in words.hypothetical.scan(told))
    return bool(words.supposing.find(told)) or (first is not None and next(opened, -1) == first.start())


def _opens(told: str, date: TimeExpression, clause: Clause, folded: str, words: EventWords) -> bool:
    """Whether the clause, or what follows its date, opens with words that tell of no happening ("That was last autumn")."""
    rest = folded[date.end : clause.end] if date.start < clause.start + TIE else ""
    return any(
        next((hit[0] for hit in words.empty_openings.scan(part)), -1) == first.start()
        for part in (told, rest)
        for first in [WORD.search(part)]
        if first is not None
    )


def is_long(date: TimeExpression) -> bool:
    return PRECISIONS.index(str(date.precision)) in _LONG


def _is_state(clause: Clause, folded: str, words: EventWords) -> bool:
    """Whether the clause tells from when on something is ("since the outbreak in 2020") and nothing that was done."""
    told = clause.words(folded)
    return told.lstrip().startswith(words.since) and not words.tells_past(told)


def _is_undated(
    date: TimeExpression, trigger: Trigger | None, telling: Telling, folded: str, words: EventWords
) -> bool:
    """Whether words in or around the date take its force."""
    own = folded[date.start : date.end]
    if is_in_complement(date, telling.triggers, telling.span[0], folded, words):
        return True
    if words.occasions.find(own) or any(end == len(own) for _, end, _ in words.breaks.find(own)):
        return True
    link = folded[trigger.end : date.start].strip() if trigger is not None else ""
    tied = (
        trigger is not None
        and 0 <= date.start - trigger.end <= TIE
        and (link in words.agents or link not in words.about_words)
    )
    return _after_undating(date, tied, telling, folded, words) or _names_something(date, telling, folded, words)


def _is_of_another_time(
    date: TimeExpression,
    trigger: Trigger | None,
    telling: Telling,
    folded: str,
    words: EventWords,
    known: ComparingWords,
) -> bool:
    """Whether the date is that of what is compared with, says since when, or is part of a name."""
    span, told = (date.start, date.end), (trigger.start, trigger.end) if trigger else None
    if is_in_name(span, telling.span, folded, known):
        return True
    return is_compared(span, telling.span, folded, known, words) or is_since(
        span, told, telling.span, folded, known, words
    )


def _after_undating(date: TimeExpression, tied: bool, telling: Telling, folded: str, words: EventWords) -> bool:
    """Whether words right before the date undo it ("as of", "compared with"; "since" before a year)."""
    start = max(telling.span[0], date.start - 40)
    before = folded[start : date.start].rstrip()
    forces = [force for _, end, force in words.undating.find(before) if end == len(before)]
    coarse = not tied and _WEEK <= PRECISIONS.index(str(date.precision)) < PRECISIONS.index("span")
    return any(force == "always" or coarse for force in forces)


def _names_something(date: TimeExpression, telling: Telling, folded: str, words: EventWords) -> bool:
    """Whether a time longer than a week belongs to a name ("the 1991 settlement", "this year's congress").

    It still dates a happening that it stands right before ("the 1991 vote failed"), where no other date does.
    """
    if PRECISIONS.index(str(date.precision)) <= _WEEK or not _NOUN.match(folded, date.end, telling.span[1]):
        return False
    before = folded[max(telling.span[0], date.start - 30) : date.start]
    owner = max((end for _, end, _ in words.owners.find(before)), default=-1)
    own = any(start == 0 for start, _, _ in words.owners.find(folded[date.start : date.end]))
    season = own and str(date.precision) == "season" and len(telling.dates) > 1
    owned = owner >= 0 and len(before[owner:].split()) <= 1
    if not (owned or season or folded.startswith(words.possessive, date.end)):
        return False
    alone = sum(is_placed(other) for other in telling.dates) == 1 and words.tells_past(folded[slice(*telling.span)])
    return not (alone and any(date.end <= trigger.start <= date.end + NEAR for trigger in telling.triggers))
