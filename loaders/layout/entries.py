"""Entries of a diary or log, which begin with their date and a full stop: "Monday, 3d. April. Left Plymouth."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.records import Span, TimeExpression

_SIGNS = re.compile(r"[\s*_•·#>|()\[\]–—-]*")
_STOP = re.compile(r"[\s*_.,:)\]]*")


def join_heads(sentences: Sequence[Span], dates: Sequence[TimeExpression], text: str) -> list[Span]:
    """The sentences, one that is only the day at the head of a line made one with what follows on that line.

    >>> join_heads([(0, 9), (10, 27)], [], "June 4th. Sailed from Weir.")
    [(0, 9), (10, 27)]
    """
    heads = {date.start: date.end for date in dates if date.precision == "day" and _opens_line(date.start, text)}
    joined: list[Span] = []
    until = -1
    for start, end in sentences:
        if joined and joined[-1][1] <= until and "\n" not in text[joined[-1][1] : start]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
            signs = _SIGNS.match(text, start, end)
            until = _after_stop(heads.get(signs.end() if signs else start, -1), text)
    return joined


def _opens_line(at: int, text: str) -> bool:
    return _SIGNS.fullmatch(text, text.rfind("\n", 0, at) + 1, at) is not None


def _after_stop(end: int, text: str) -> int:
    """The place after a date and the stop behind it; -1 where there is none."""
    stop = _STOP.match(text, end) if end >= 0 else None
    return stop.end() if stop else -1
