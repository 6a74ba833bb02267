"""Text with spans marked, as safe HTML: every character of the text is escaped, every mark is ours."""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    kind: str
    """date, open (a date left open), leader, topic, quote, cue or sentence."""
    note: str = ""
    """Shown when the pointer rests on the mark."""


def mark_text(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """HTML of `text[start:end]` with the marks in it; marks may nest and overlap.

    >>> mark_text("On <Monday>", [Mark(4, 10, "date")])
    'On &lt;<mark class="date">Monday</mark>&gt;'
    """
    end = len(text) if end is None else end
    spans = [
        Mark(max(m.start, start), min(m.end, end), m.kind, m.note) for m in marks if m.start < end and m.end > start
    ]
    cuts = sorted({start, end, *(m.start for m in spans), *(m.end for m in spans)})
    opening: dict[int, list[Mark]] = {}
    for mark in spans:
        opening.setdefault(mark.start, []).append(mark)
    open_now: list[Mark] = []
    parts = []
    for first, last in itertools.pairwise(cuts):
        open_now = [m for m in open_now if m.end > first] + opening.get(first, [])
        parts.append(_wrap(html.escape(text[first:last], quote=False), open_now))
    return "".join(parts)


def _wrap(piece: str, marks: list[Mark]) -> str:
    for mark in sorted(marks, key=lambda m: (m.end - m.start, m.kind)):
        title = f' title="{html.escape(mark.note)}"' if mark.note else ""
        piece = f'<mark class="{mark.kind}"{title}>{piece}</mark>'
    return piece


def as_block(marked: str) -> str:
    """The marked text as one block; its colours are in style.css."""
    return f'<div class="dl-text">{marked}</div>'


def paragraph_around(text: str, start: int, end: int, most: int = 900) -> tuple[int, int]:
    """The span of the paragraph (or two) that a span lies in, at most about `most` characters beyond it either way.

    >>> text = "One.\\n\\nTwo here.\\n\\nThree."
    >>> first, last = paragraph_around(text, 6, 9)
    >>> text[first:last]
    'Two here.'
    """
    first = max(text.rfind("\n", 0, start) + 1, start - most)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + most)
    while first > 0 and not text[first - 1].isspace():
        first += 1
    return first, max(last, end)
