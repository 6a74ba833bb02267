"""Commas within a list: “thanked his aunts, his uncles and the mayor”."""

from __future__ import annotations

from loaders.extract.speech.stretch import Reading, Stretch

_COMMAS = frozenset(",，、")
_ITEM = 5
"""What a list holds has so many words each at most."""


def in_list(reading: Reading, stretch: Stretch, comma: int) -> bool:
    """Whether the comma stands in a list that "and" ends before any clause begins."""
    items, words = stretch.items, reading.words
    length = 0
    for at in range(comma + 1, len(items) - 1):
        if items[at] < 0:
            return False
        if reading.lower(items[at]) in words.joining:
            after_comma = reading.tokens.words[items[at - 1]] in _COMMAS
            return at > comma + 1 and (after_comma or not _opens_clause(reading, items[at + 1]))
        if reading.tokens.words[items[at]] in _COMMAS:
            length = 0
            continue
        length += 1
        if length > _ITEM or _opens_clause(reading, items[at]):
            return False
    return False


def follows_in_list(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether only a comma or "and" stands between the quotation and the one before it."""
    before = at - 1
    while before >= 0 and stretch.items[before] >= 0:
        item = stretch.items[before]
        if reading.tokens.words[item] not in _COMMAS and reading.lower(item) not in reading.words.joining:
            return False
        before -= 1
    return before >= 0


def _opens_clause(reading: Reading, item: int) -> bool:
    word, words = reading.lower(item), reading.words
    return (
        word in words.auxiliaries
        or word in words.pronouns
        or word in words.relatives
        or word in words.clauses
        or word in words.single
    )
