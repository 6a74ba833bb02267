"""What a clause only speaks of, or only holds possible: the date of such a thing is no date of what is said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.lexicon import STATEMENT, WORD, EventWords
from loaders.records import TimeExpression

REACH = 80
"""Characters between a verb of saying and the words that say what it is about."""
AHEAD = 5
"""Words between a verb of announcing and what is announced."""
BEFORE = 3
"""Words before a happening among which "may be" stands."""


def is_in_complement(
    date: TimeExpression, triggers: Sequence[Trigger], start: int, folded: str, words: EventWords
) -> bool:
    """Whether a date belongs to what somebody was thanked or blamed for: "thanked her for hosting the talks on Monday"."""
    for trigger in triggers:
        if trigger.kind not in words.said or not start <= trigger.end <= date.start:
            continue
        between = [match.group() for match in WORD.finditer(folded, trigger.end, min(date.start, trigger.end + REACH))]
        if any(
            word in words.complements and following.endswith(words.participle_endings)
            for word, following in pairwise(between)
        ):
            return True
    return False


def only_may_be(trigger: Trigger, folded: str, words: EventWords) -> bool:
    """Whether a happening only may be, or is to come: "may be announced", "to be signed"."""
    before = [match.group() for match in WORD.finditer(folded, max(0, trigger.start - 40), trigger.start)][-BEFORE:]
    while before and (before[-1] in words.passive or before[-1] in words.between):
        before.pop()
    return bool(before) and before[-1] in words.only_may


def announced(trigger: Trigger, folded: str, words: EventWords) -> Trigger:
    """The announcement, where what seems to have happened was announced then: "announced the visit on Monday"."""
    if words.is_past(folded[trigger.start : trigger.end]) or trigger.kind in words.done_by_saying:
        return trigger
    before = list(WORD.finditer(folded, max(0, trigger.start - 60), trigger.start))[-AHEAD:]
    for match in reversed(before):
        if match.group() in words.announcing:
            return Trigger(match.start(), match.end(), STATEMENT)
        if words.is_verb(match.group()) or match.group() in words.about_words or match.group() in words.within:
            break
    return trigger


def has_subject(trigger: Trigger, start: int, folded: str, words: EventWords) -> bool:
    """Whether somebody or something is named before a verb of saying in its clause."""
    before = (match.group() for match in WORD.finditer(folded, start, trigger.start))
    small = words.articles | words.between | words.auxiliaries | words.passive
    return any(word not in small for word in before)
