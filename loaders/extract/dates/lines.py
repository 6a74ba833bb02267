"""Where a match stands in its line: whether it opens an entry of a list or table, and whether it is quoted."""

from __future__ import annotations

from loaders.extract.dates.grammar import Match

MARKS = frozenset("*-–—•·‣|#>_[] \t")
"""Characters of bullets, emphasis, headings and tables."""
PAIRS = (("“", "”"), ("«", "»"), ("``", "''"))
LONGEST = 2_000
"""Characters of a quotation that are looked back over."""
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


def is_quoted(match: Match) -> bool:
    """Whether a mark opens before a match in its line and has not closed."""
    text, start = match.tokens.text, match.tokens.starts[match.first]
    before = text[max(text.rfind("\n", 0, start) + 1, start - LONGEST) : start]
    return before.count('"') % 2 == 1 or any(before.count(opens) > before.count(closes) for opens, closes in PAIRS)
