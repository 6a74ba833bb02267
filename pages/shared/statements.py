"""Quotes as a reader takes them in: one statement each, the words that were in marks set off."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from typing import Any

from loaders.query.markdown_signs import without_signs

Row = dict[str, Any]


def group_statements(quotes: Iterable[Row]) -> list[list[Row]]:
    """The rows with those of one statement together, in the order of the first of each."""
    groups: dict[tuple[str, int, int], list[Row]] = {}
    for quote in quotes:
        groups.setdefault((quote["document_id"], quote["statement_start"], quote["statement_end"]), []).append(quote)
    return list(groups.values())


def say_statement(quote: Row) -> str:
    """What was said, as one writes it down: word for word in quotation marks, a statement with the marks that it has.

    >>> say_statement({"kind": "direct", "text": "We agree.", "statement": "We agree."})
    '“We agree.”'
    >>> say_statement({"kind": "mixed", "text": "fair", "statement": "that it was “fair” to all"})
    'that it was “fair” to all'
    """
    words = without_signs(str(quote["statement"])).strip()
    return f"“{words}”" if _all_in_marks(quote) else words


def statement_html(group: list[Row], escape: Callable[[str], str] = html.escape) -> str:
    """The statement of some rows as HTML, the words in marks set off from those that are reported."""
    first = group[0]
    if first["kind"] == "indirect" or _all_in_marks(first):
        return escape(say_statement(first))
    text, offset, done, parts = first["statement"], first["statement_start"], 0, []
    for quote in sorted(group, key=lambda one: int(one["start"])):
        start, end = quote["start"] - offset, quote["end"] - offset
        parts += [escape(without_signs(text, done, start))]
        parts += [f'<b class="dl-word">{escape(without_signs(text, start, end))}</b>']
        done = end
    return "".join(parts) + escape(without_signs(text, done))


def _all_in_marks(quote: Row) -> bool:
    return bool(quote["kind"] != "indirect" and quote["statement"] == quote["text"])
