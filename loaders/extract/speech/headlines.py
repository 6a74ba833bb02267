"""Headlines: lines in which every word has a capital, and "Ruiz: Bridge Must Be Built"."""

from __future__ import annotations

from loaders.extract.speech.phrases import Speaker
from loaders.extract.speech.stretch import Reading, Stretch

_COLONS = frozenset(":：")
_STOPS = frozenset(".。")
_NAME = 4
"""A name before a colon has no more words."""
_SHORT = 3
"""Words of so many letters may be small in a headline."""
FEWEST = 4
"""A headline has at least so many words, and so has what it says after a name."""


def is_headline(reading: Reading, stretch: Stretch) -> bool:
    """Whether all longer words of the stretch begin with a capital, and no stop ends it."""
    tokens = reading.tokens
    items = [item for item in stretch.items if item >= 0]
    if len(items) < FEWEST or tokens.words[items[-1]] in _STOPS:
        return False
    return all(
        tokens.capital[item] or len(tokens.words[item]) <= _SHORT or not tokens.words[item].isalpha() for item in items
    ) and any(tokens.words[item][1:].islower() for item in items)


def named_before_colon(reading: Reading, stretch: Stretch) -> tuple[Speaker, int] | None:
    """Who is named at the start of the stretch right before a colon, and the colon's position."""
    for at, item in enumerate(stretch.items[: _NAME + 1]):
        if item < 0 or not reading.tokens.words[item][0].isalpha():
            if at == 0 or item < 0 or reading.tokens.words[item] not in _COLONS:
                return None
            return _speaker(reading, stretch, at)
        if not reading.tokens.capital[item]:
            return None
    return None


def _speaker(reading: Reading, stretch: Stretch, colon: int) -> tuple[Speaker, int] | None:
    """The person whose name, or its last word, stands before the colon."""
    first, last = stretch.items[0], stretch.items[colon - 1]
    index = reading.person_at[last]
    person = reading.people[index] if index >= 0 else reading.by_last_name.get(reading.lower(last))
    span = (reading.start_of(first), reading.end_of(last))
    return (Speaker(span, person, at=0), colon) if person else None
