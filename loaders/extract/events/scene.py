"""What the rules know of one sentence and of what was told before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.extract.events.clauses import COMMAS, Clause
from loaders.extract.events.happenings import Happening, Telling
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.records import PersonMention, Quote, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules know of a sentence and what was told before it."""

    telling: Telling
    people: Sequence[PersonMention]
    earlier: Sequence[PersonMention]
    """People of the sentences before, the latest last."""
    subjects: Sequence[str]
    """Of each sentence before, whom it is about, the latest last."""
    protagonists: Sequence[str]
    """The two people whom the document names most; fewer where nobody stands out."""
    quotes: Sequence[Quote]
    genders: Mapping[str, str]
    """leader_id -> m or f, as far as known."""


def verb_place(happening: Happening, clause: Clause, folded: str, words: EventWords) -> int:
    """Where the word stands that tells what happened: the trigger, else the first verb."""
    if happening.trigger is not None:
        return happening.trigger.start
    verbs = (match.start() for match in WORD.finditer(folded, clause.start, clause.end) if words.is_verb(match.group()))
    return next(verbs, clause.end)


def does_something_else(span: Span, happening: Happening, clause: Clause, folded: str, words: EventWords) -> bool:
    """Whether whom the span names has a verb of his or her own, which nothing joins to what happened after it.

    "The thief who said that Ann Lee drove the car was arrested": Ann Lee was not. "Ann Lee came and met Bo Zhao" is joined.
    """
    trigger = happening.trigger
    if (
        trigger is None
        or happening.kind in words.said
        or not words.is_past(folded[trigger.start : trigger.end].split()[0])
    ):
        return False
    if not any(start <= span[0] < span[1] <= trigger.start < end for start, end in clause.pieces):
        return False
    between = folded[span[1] : trigger.start]
    if words.joining.find(between) or any(mark in between for mark in COMMAS):
        return False
    found = [match.group() for match in WORD.finditer(between)]
    while found and (found[-1] in words.auxiliaries or found[-1] in words.passive or found[-1] in words.between):
        found.pop()
    return any(words.is_past(word) for word in found)
