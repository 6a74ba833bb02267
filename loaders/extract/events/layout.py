"""Dates that belong to the page and not to what it tells: its head and foot, captions, signatures of posts, web addresses."""

from __future__ import annotations

import re

from loaders.layout import lay_out
from loaders.layout.dated_lines import begins_entry, heads_entry, is_address, is_dateline, is_signature
from loaders.records import Document, TimeExpression

__all__ = ["NUMBER_OF_ITEM", "begins_entry", "heads_entry", "is_address", "is_dateline", "is_furniture", "is_signature"]

NUMBER_OF_ITEM = re.compile(r"[ \t*_#>(\[]*\d{1,2}[*_]{0,2}[.)/\]](?!\d)[ \t*_]*")
"""The number at the head of an item: "1/", "**2.**", "(3)"."""


def is_furniture(date: TimeExpression, document: Document) -> bool:
    """Whether the words are the page's own date, stand beside its text, below a post as its date or in a web address."""
    header = document.published_text
    at = document.text.find(header) if header else -1
    if at >= 0 and at <= date.start and date.end <= at + len(header):
        return True
    if is_dateline(date, document.text) or lay_out(document.text).is_beside_text(date.start):
        return True
    return is_signature(date, document.text) or is_address(document.text, date.start)
