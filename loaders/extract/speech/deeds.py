"""Verbs of saying that do something where they stand: nobody speaks who calls on a minister or attacks a village."""

from __future__ import annotations

from loaders.extract.speech.cues import Cue
from loaders.extract.speech.stretch import Reading, Stretch


def only_visits(reading: Reading, stretch: Stretch, cue: Cue, last: int) -> bool:
    """Whether "called on Ruiz" asks for nothing, since no "to" and no quotation follows: it is a visit."""
    if " ".join(reading.tokens.lower[cue.first : cue.last + 1]) not in reading.words.asking_with_to:
        return False
    rest = stretch.items[last + 1 :]
    return not any(item < 0 or reading.lower(item) in reading.words.infinitive for item in rest)


def only_does(reading: Reading, stretch: Stretch, cue: Cue, start: int, end: int) -> bool:
    """Whether a verb that mostly does something has a plain thing as its object: "attacked the village", "found a body"."""
    words = reading.words
    if reading.lower(cue.first) in words.naming and cue.first == cue.last:
        return _only_names(reading, stretch, start, end)
    if reading.lower(cue.first) not in words.doing or cue.first != cue.last:
        return False
    said = words.sayable | words.saying_for | words.nouns | words.auxiliaries
    return not any(
        item < 0 or reading.person_at[item] >= 0 or reading.lower(item) in said
        for item in stretch.items[start : end + 1]
    )


def _only_names(reading: Reading, stretch: Stretch, start: int, end: int) -> bool:
    """Whether a name, or one word, is all that follows: "a firm called Lien Works", "an effect called drift"."""
    words, named = reading.words, []
    if any(item < 0 or reading.lower(item) in words.indefinite_articles for item in stretch.items[start : end + 1]):
        return False
    for item in stretch.items[start : end + 1]:
        word = reading.lower(item)
        if item < 0 or not reading.tokens.words[item][0].isalpha() or word in words.relatives | words.prepositions:
            break
        named.append(item)
    if not named or min(stretch.items[start : start + len(named) + 1]) < 0:
        return False
    first = reading.lower(named[0])
    if first in words.determiners or first in words.objects or first in words.pronouns or first in words.that:
        return False
    return len(named) == 1 or all(reading.tokens.capital[item] for item in named)
