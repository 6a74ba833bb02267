"""Whether "and" joins two names or two nouns of one noun phrase, or parts two clauses."""

from __future__ import annotations

from loaders.extract.speech.stretch import Reading, Stretch, is_break

_JOINED = 5
"""An article with what it is joined to over "and" has fewer words before that."""


def joins_names(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "and" stands between two capitalised words."""
    items = stretch.items
    if at == 0 or at + 1 >= len(items) or items[at - 1] < 0 or items[at + 1] < 0:
        return False
    capital = reading.tokens.capital
    return capital[items[at - 1]] and capital[items[at + 1]] and reading.person_at[items[at + 1]] < 0


def joins_nouns(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "and" joins two nouns of one article ("the delegate and activist", "many marchers and onlookers")."""
    items, words = stretch.items, reading.words
    following = reading.lower(items[at + 1]) if at + 1 < len(items) else ""
    if not following.isalpha() or following in words.determiners or following in words.pronouns:
        return False
    for before in range(at - 1, max(-1, at - _JOINED), -1):
        if is_break(reading, items[before]) or not reading.tokens.words[items[before]][0].isalpha():
            return False
        word = reading.lower(items[before])
        if word in words.determiners:
            return before < at - 1
        if (
            word in words.prepositions
            or word in words.auxiliaries
            or word in words.single
            or word in words.adverbs
            or word.endswith(words.verb_endings)
        ):
            return False
    return False
