"""A text as words and marks with their places, for the finders that read word by word (`Layout.tokens`).

Words carry their inner hyphens, apostrophes and full stops ("Díaz-Canel", "don't", "U.S"), not a possessive's ending;
anything else that is not blank is a token of one character.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

_TOKEN = re.compile(r"[^\W_]+(?:(?:[.’'\-‐‑]|(?<=\d),(?=\d))[^\W_]+)*|[^\s]")


@dataclass(frozen=True)
class Tokens:
    """Parallel lists, one entry a token; `ends` leaves out a possessive's ending, which `possessive` notes."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    """Without case, typographic apostrophes made plain."""
    possessive: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    def first_from(self, offset: int) -> int:
        """Index of the first token that starts at the offset or later."""
        return bisect_left(self.starts, offset)

    def first_after(self, offset: int) -> int:
        """Index of the first token that starts after the offset."""
        return bisect_right(self.starts, offset)

    @cached_property
    def capital(self) -> list[bool]:
        """Which tokens begin with an upper-case letter."""
        return [word[0].isupper() for word in self.words]


def tokenize(text: str) -> Tokens:
    """The text's tokens in order.

    >>> tokenize("Xi’s aides don't agree.").words
    ['Xi', 'aides', "don't", 'agree', '.']
    """
    matches = list(_TOKEN.finditer(text))
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    words = [match.group() for match in matches]
    possessive = [False] * len(words)
    for index, word in enumerate(words):
        if word[-1] == "s" and len(word) > 2 and word[-2] in "'’":
            possessive[index] = True
            words[index] = word[:-2]
            ends[index] -= 2
    lower = [word.casefold().replace("’", "'") for word in words]
    return Tokens(text, starts, ends, words, lower, possessive)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word without case and accents, for comparing names: "Díaz" and "DIAZ" are the same.

    Never empty: an accent that stands alone is itself.
    """
    if word.isascii():
        return word.casefold()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)) or word
