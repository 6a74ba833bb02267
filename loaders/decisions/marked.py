"""Where words stand in a text that a reader marked on a page, or pasted: there signs of Markdown and line ends may be gone."""

from __future__ import annotations

import re

LONGEST = 2_000
_SIGNS = r"\s*_#>`~\[\]()|\\—•-"
"""What may stand in a text and not be shown; none of it is in a part, so that there is one way only to go from part to part."""
_PART = re.compile(rf"[^\W_]+|[^\w{_SIGNS}]")
_BETWEEN = rf"(?>(?:\]\([^()\s]{{1,600}}\)|[{_SIGNS}]){{0,80}})"
_BLANKS = re.compile(r"[\W_]+")


def find_marked(text: str, words: str, before: str = "") -> tuple[int, int] | None:
    """The place of some words; of several the one before which stands what stood before them, None where there is none.

    >>> find_marked("He came. *Then* he\\nleft. He came.", "Then he left.")
    (10, 24)
    >>> find_marked("He came. He left. He came.", "He came.", "left. ")
    (18, 26)
    """
    words = words.strip()[:LONGEST]
    parts = _PART.findall(words)
    if not parts:
        return None
    places = [(at.start(), at.end()) for at in re.finditer(re.escape(words), text)]
    if not places:
        pattern = re.compile(_BETWEEN.join(map(re.escape, parts)))
        places = [(at.start(), at.end()) for at in pattern.finditer(text)]
    wanted = _BLANKS.sub("", before)
    return max(places, key=lambda place: (_shared(text[: place[0]], wanted), -place[0]), default=None)


def _shared(text: str, wanted: str) -> int:
    """How many letters and figures before a place are those that are wanted there."""
    told = _BLANKS.sub("", text[-4 * len(wanted) - 100 :] if wanted else "")
    n = 0
    while n < min(len(told), len(wanted)) and told[-1 - n] == wanted[-1 - n]:
        n += 1
    return n
