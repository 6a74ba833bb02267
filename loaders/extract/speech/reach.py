"""Which cue of a sentence reaches marked words that it does not govern by its place."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.speech.cues import FINITE
from loaders.extract.speech.statement import Statement
from loaders.extract.speech.stretch import Reading, Stretch, is_break

_CALLED = 6
"""Between "is called" and its name stand fewer words."""


def reaching(reading: Reading, stretch: Stretch, at: int, statements: Sequence[Statement]) -> Statement | None:
    """The nearest statement before the quotation at the position, else the first after it whose subject is not within.

    "The bridge, a “miracle” to some, was old, said Ruiz.", but not "It was a “miracle” because nobody agreed.".
    """
    start = reading.quotations[-stretch.items[at] - 1].start
    speaking = [one for one in statements if one.speaker and not _addresses_reader(reading, one)]
    before = [one for one in speaking if reading.tokens.starts[one.cue.first] < start]
    if before:
        return before[-1]
    return next((one for one in speaking if not _within(reading, stretch, at, one)), None)


def is_called(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether something is called by the marked words, and nobody is said to call it so ("described as a “miracle”")."""
    words = reading.words
    for back in range(at - 1, max(0, at - _CALLED), -1):
        if is_break(reading, stretch.items[back]):
            return False
        groups, form = words.single.get(reading.lower(stretch.items[back]), (frozenset(), ""))
        if "object" in groups and form == FINITE:
            return reading.lower(stretch.items[back - 1]) in words.passive
    return False


def _addresses_reader(reading: Reading, statement: Statement) -> bool:
    """Whether the subject is "you", by which a writer means whoever reads ("or whatever you call it")."""
    pronoun = statement.speaker.pronoun if statement.speaker else None
    return reading.words.pronouns.get(pronoun or "") == "second"


def _within(reading: Reading, stretch: Stretch, at: int, statement: Statement) -> bool:
    """Whether the statement is a clause within the sentence, after "because", "which" or their like.

    One that stands right after the quotation tells of it (“It is old,” which Ruiz regrets).
    """
    words = reading.words
    subject = statement.speaker.at if statement.speaker else 0
    cue = stretch.items.index(statement.cue.first)
    opening = stretch.items[subject - 1] if subject else -1
    relative = any(reading.lower(item) in words.relatives - words.that for item in stretch.items[subject + 1 : cue])
    return subject - 1 > at + 1 and (reading.lower(opening) in words.clauses | words.relatives or relative)
