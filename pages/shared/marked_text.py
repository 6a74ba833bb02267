"""Text with spans marked, as safe HTML: every character of the text is escaped, every mark is ours.

Signs of Markdown are left out of it, and the words that they style are styled; offsets stay those of the text.
"""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.query.markdown_signs import Sign, find_signs

STYLES = frozenset({"strong", "em", "code", "heading", "link"})
"""Kinds of mark that say how words are written, not what was found in them."""
MOST_AROUND = 2_000
"""Characters before and after what is shown in which the other half of a pair of signs is looked for."""


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    kind: str
    """date, open (a date left open), leader, topic, quote, cue or sentence; or one of STYLES."""
    note: str = ""
    """Shown when the pointer rests on the mark."""


def mark_text(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """HTML of `text[start:end]` with the marks in it; marks may nest and overlap.

    >>> mark_text("On <Monday>", [Mark(4, 10, "date")])
    'On &lt;<mark class="date">Monday</mark>&gt;'
    """
    end = len(text) if end is None else end
    signs, styled = _signs_around(text, start, end)
    spans = [
        Mark(max(m.start, start), min(m.end, end), m.kind, m.note)
        for m in [*styled, *marks]
        if m.start < end and m.end > start
    ]
    hidden = {at: sign for sign in signs for at in (sign.start, sign.end)}
    cuts = sorted({start, end, *(m.start for m in spans), *(m.end for m in spans), *(at for at in hidden)})
    opening: dict[int, list[Mark]] = {}
    for mark in spans:
        opening.setdefault(mark.start, []).append(mark)
    open_now: list[Mark] = []
    parts = []
    under: Sign | None = None
    for first, last in itertools.pairwise(cuts):
        open_now = [m for m in open_now if m.end > first] + opening.get(first, [])
        if under is None or under.end <= first:
            under = hidden[first] if first in hidden and hidden[first].start == first else None
        piece = text[first:last] if under is None else under.shown if first == under.start else ""
        if piece:
            parts.append(_wrap(html.escape(piece, quote=False), open_now))
    return "".join(parts)


def _signs_around(text: str, start: int, end: int) -> tuple[list[Sign], list[Mark]]:
    """The signs between two places, and marks for what they style: a pair may begin before and end behind them."""
    first = max(text.rfind("\n\n", 0, start) + 1, start - MOST_AROUND, 0)
    last = text.find("\n\n", end)
    last = min(len(text) if last < 0 else last, end + MOST_AROUND)
    signs, styled = find_signs(text[first:last])
    inside = [
        Sign(max(sign.start + first, start), min(sign.end + first, end), sign.shown)
        for sign in signs
        if sign.start + first < end and sign.end + first > start
    ]
    return inside, [Mark(words.start + first, words.end + first, words.style, words.note) for words in styled]


def _wrap(piece: str, marks: list[Mark]) -> str:
    for mark in sorted(marks, key=lambda m: (m.kind not in STYLES, m.end - m.start, m.kind)):
        title = f' title="{html.escape(mark.note)}"' if mark.note else ""
        tag = "span" if mark.kind in STYLES else "mark"
        piece = f'<{tag} class="{mark.kind}"{title}>{piece}</{tag}>'
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
