"""Where words stand in a text that a reader marked on a page, or pasted: there signs of Markdown and line ends may be gone."""

from __future__ import annotations

import re
from bisect import bisect_right

LONGEST = 2_000
MOST_PLACES = 10_000
"""Places of the same words that are looked at."""
_UNSEEN = re.compile(r"\]\([^()\s]{1,600}\)|[\s*_#>`~\[\]()|\\—•-]+")
"""The target of a link, and what may stand in a text and not be shown, or shown as something else."""


def find_marked(text: str, words: str, before: str = "") -> tuple[int, int] | None:
    """The place of some words; of several the one before which stands what stood before them, None where there is none.

    >>> find_marked("He came. *Then* he\\nleft. He came.", "Then he left.")
    (10, 24)
    >>> find_marked("He came. He left. He came.", "He came.", "left. ")
    (18, 26)
    """
    shown, starts, places = _shown(text)
    wanted, ahead = _shown(words.strip()[:LONGEST])[0], _shown(before)[0]
    found: list[tuple[int, int]] = []
    at = shown.find(wanted) if wanted else -1
    while at >= 0 and len(found) < MOST_PLACES:
        found.append((_shared(shown[max(0, at - len(ahead)) : at], ahead), -at))
        at = shown.find(wanted, at + 1)
    if not found:
        return None
    first = -max(found)[1]
    return _place(first, starts, places), _place(first + len(wanted) - 1, starts, places) + 1


def _shown(text: str) -> tuple[str, list[int], list[int]]:
    """The signs of a text that are shown as they are; of each stretch of them its place there, and in the text."""
    parts: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    at = length = 0
    for gap in [*((one.start(), one.end()) for one in _UNSEEN.finditer(text)), (len(text), len(text))]:
        if gap[0] > at:
            parts.append(text[at : gap[0]])
            starts.append(length)
            places.append(at)
            length += gap[0] - at
        at = gap[1]
    return "".join(parts), starts, places


def _place(at: int, starts: list[int], places: list[int]) -> int:
    part = bisect_right(starts, at) - 1
    return places[part] + at - starts[part]


def _shared(told: str, wanted: str) -> int:
    """How many signs at the ends of two texts are the same."""
    n = 0
    while n < min(len(told), len(wanted)) and told[-1 - n] == wanted[-1 - n]:
        n += 1
    return n
