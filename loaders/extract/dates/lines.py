"""Where a line begins, as an entry of a list or a row of a table does: what opens it is what the line is about."""

from __future__ import annotations

from loaders.extract.dates.tokens import Tokens

MARKS = frozenset("*-–—•·‣|#>_[] \t")
"""Characters of bullets, emphasis, headings and tables."""
MOST = 12
"""Marks that may stand before the first word of a line."""


def opens_line(tokens: Tokens, index: int) -> bool:
    """Whether nothing but marks stands between the beginning of a line and a word."""
    start = tokens.starts[index]
    for place in range(start - 1, max(-1, start - MOST - 1), -1):
        if tokens.text[place] == "\n":
            return True
        if tokens.text[place] not in MARKS:
            return False
    return start <= MOST
