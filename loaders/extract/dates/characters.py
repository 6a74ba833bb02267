"""The characters that stand for words: one for each set of classes, from the private part of Unicode."""

from __future__ import annotations

from collections.abc import Iterable

OTHER = "\ue000"
"""The character of every word that no class knows."""
BREAK = "\ue001"
"""The character of a blank line: nothing is read across it."""
FIRST = 0xE002
"""The number of the first character that stands for classes."""
PHRASE = "phrase"
"""The class of words that a phrase of the lexicon may begin with."""


class Characters:
    """Hands out one character for each set of classes."""

    def __init__(self) -> None:
        self._of: dict[frozenset[str], str] = {}

    def of(self, kinds: frozenset[str]) -> str:
        return self._of.setdefault(kinds, chr(FIRST + len(self._of)))

    def items(self) -> Iterable[tuple[frozenset[str], str]]:
        return self._of.items()

    def members(self) -> dict[str, frozenset[str]]:
        kinds = {kind for group in self._of for kind in group}
        return {kind: frozenset(code for group, code in self._of.items() if kind in group) for kind in kinds}
