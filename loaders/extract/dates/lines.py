"""Where an entry of a list or table begins: what opens it is what it is about."""

from __future__ import annotations

from loaders.extract.dates.grammar import Match

MARKS = frozenset("*-–—•·‣|#>_[] \t")
"""Characters of bullets, emphasis, headings and tables."""
MOST = 12
"""Marks that may stand before the first word of a line."""


def opens_entry(match: Match) -> bool:
    """Whether a match opens a line after a bullet or the like, or before a dash or colon.

    One that does neither may stand at the edge of a page, in the middle of a sentence.
    """
    tokens, start = match.tokens, match.tokens.starts[match.first]
    place = start - 1
    while place >= max(0, start - MOST) and tokens.text[place] in MARKS:
        place -= 1
    if place >= 0 and tokens.text[place] != "\n":
        return False
    if tokens.text[place + 1 : start].strip():
        return True
    return bool(match.following) and any(match.words.holds(kind, match.following) for kind in ("dash", "colon"))
