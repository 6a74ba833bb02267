"""The words of a search, marked wherever what it found is shown."""

from __future__ import annotations

import html

from loaders.query.hits import find_hits
from pages.shared.marked_text import Mark


def mark_found(text: str, words: str) -> str:
    """The text as HTML with the words that were searched for marked.

    >>> mark_found("The <old> café", "cafe")
    'The &lt;old&gt; <mark class="hit">café</mark>'
    """
    parts, done = [], 0
    for start, end in find_hits(text, words):
        parts += [html.escape(text[done:start]), f'<mark class="hit">{html.escape(text[start:end])}</mark>']
        done = end
    return "".join(parts) + html.escape(text[done:])


def found_marks(text: str, words: str, start: int = 0, end: int | None = None) -> list[Mark]:
    """Marks of the words that were searched for in a part of a text, at their places in the whole."""
    hits = find_hits(text[start:end], words)
    return [Mark(start + first, start + last, "hit", "what was searched for") for first, last in hits]
