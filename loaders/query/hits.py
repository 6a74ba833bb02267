"""Where the words of a search stand in a text, as selection.py compares them: without case, accents and signs between words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from loaders.query.selection import search_terms

Span = tuple[int, int]

BEFORE = 60
"""Characters before the first hit that a passage begins with, at most; it begins at a word."""


def find_hits(text: str, words: str) -> list[Span]:
    """The spans in which any term of a search stands, in order, none within another.

    >>> text = "The café’s owner, José Ferrer, left."
    >>> [text[start:end] for start, end in find_hits(text, 'cafe “jose ferrer”')]
    ['café', 'José Ferrer']
    """
    pattern = _pattern(words)
    if pattern is None:
        return []
    folded, places = _fold(text)
    return [(places[hit.start()], places[hit.end()]) for hit in pattern.finditer(folded)]


def count_terms(text: str, words: str) -> int:
    """How many of the terms of a search stand in a text."""
    folded, _ = _fold(text)
    return sum(bool(re.search(_one(term), folded)) for term in search_terms(words))


def passage(text: str, words: str, length: int) -> str:
    """About `length` characters of a text around the first hit, on one line, with an ellipsis where it is cut.

    >>> passage("Nobody came on the first day. On the second the ferry to Ostrava Bay sank in calm water.", "ostrava", 40)
    '…ferry to Ostrava Bay sank in calm water.'
    """
    hits = find_hits(text, words)
    first, hit = 0, hits[0] if hits else (0, 0)
    if hit[1] > length:
        first = text.find(" ", max(hit[0] - min(BEFORE, length // 3), 0), hit[0]) + 1 or hit[0]
    last = len(text) if len(text) - first <= length else text.rfind(" ", hit[1], first + length)
    last = last if last > first else min(max(first + length, hit[1]), len(text))
    shown = " ".join(text[first:last].split())
    return ("…" if first else "") + shown + ("…" if last < len(text) else "")


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str] | None:
    # The longer ones first, so that what is marked is as long as it can be.
    terms = sorted(search_terms(words), key=len, reverse=True)
    return re.compile("|".join(map(_one, terms))) if terms else None


def _one(term: str) -> str:
    """A word may be part of a longer one; a phrase is whole words, whatever signs stand between them."""
    words = [re.escape(_fold(word)[0]) for word in term.split(" ")]
    return words[0] if len(words) == 1 else r"(?<![^\W_])" + r"[\W_]+".join(words) + r"(?![^\W_])"


def _fold(text: str) -> tuple[str, range | list[int]]:
    """A text without case and accents, and for each of its characters where that stands in the text; one more at the end."""
    signs = {ord(one): _fold_one(one) for one in set(text) if not one.isascii()}
    if all(len(folded) == 1 for folded in signs.values()):
        return text.translate(signs).lower(), range(len(text) + 1)
    parts, places = [], []
    for at, character in enumerate(text):
        folded = _fold_one(character)
        parts.append(folded)
        places += [at] * len(folded)
    return "".join(parts), [*places, len(text)]


@lru_cache(maxsize=10_000)
def _fold_one(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character.lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
