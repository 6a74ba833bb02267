"""Dates that belong to the page and not to what it tells: its head and foot, signatures of posts, web addresses."""

from __future__ import annotations

import re

from loaders.records import Document, Span, TimeExpression

_ACCOUNT = re.compile(r"[–—-]\s*[^\n]{1,80}?\(@\w{1,30}\)\s*$")
_UNBROKEN = re.compile(r"\S+$")
_UNBROKEN_ON = re.compile(r"\S*")
_ADDRESS = re.compile(r"://|^\W*www\.|/\d+/\d+/|/$")
_ENTRY = re.compile(r"[ \t]*[:.–—|(-]?[ \t]*[^\W\d_]")
_BULLET = re.compile(r"[\s*•·#>|\d.()–—-]*")


def is_furniture(date: TimeExpression, document: Document) -> bool:
    """Whether the words are the page's own date, stand below a post as its date or in a web address."""
    header = document.published_text
    at = document.text.find(header) if header else -1
    if at >= 0 and at <= date.start and date.end <= at + len(header):
        return True
    return is_signature(date, document.text) or is_address(document.text, date.start)


def is_signature(date: TimeExpression, text: str) -> bool:
    """Whether the words date a post: "— Name (@account) May 4, 2021"."""
    return _ACCOUNT.search(text, max(0, date.start - 120), date.start) is not None


def begins_entry(date: TimeExpression, sentence: Span, text: str) -> bool:
    """Whether the date stands at the head of an entry of a chronology, with at least three words after it."""
    line = text.rfind("\n", 0, date.start) + 1
    if not _BULLET.fullmatch(text, line, date.start):
        return False
    rest = text[date.end : sentence[1]]
    return _ENTRY.match(rest) is not None and len(rest.split()) >= 4


def is_address(text: str, at: int) -> bool:
    """Whether the letters around a place in the text are a web address."""
    start = max(0, at - 200)
    before = _UNBROKEN.search(text, start, at)
    after = _UNBROKEN_ON.match(text, at, at + 12)
    return _ADDRESS.search((before.group() if before else "") + (after.group() if after else "")) is not None
