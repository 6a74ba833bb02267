"""A sentence as words to read: without the marks of Markdown, and without the place and agency before a report."""

from __future__ import annotations

import re

OPENING = 120
"""Within so many letters a dateline ends."""

_ANY = re.compile(r"[*_#`\[]")
_DASH = re.compile(r"[—–-]")
_LINK = re.compile(r"!?\[([^\]\n]{1,200})\]\([^()\s]{1,200}\)")
_MARK = re.compile(r"\*\*|(?<![\w@/])[*_]{1,3}(?=\w)|(?<=[^\W_])[*_]{1,3}(?!\w)|^#+\s+|`+")
_DATELINE = re.compile(
    r"([^\W\d_]{2,})(?:[ .'’-]+[^\W\d_]+){0,3}(?:, [^\n—–-]{1,40}?)?\s*(\([^()\n]{1,40}\))?\s*"
    r"(?:[—–]+|--+|\s-)\s*(?=[\"“'‘]?[^\W\d_a-z])"
)


def plain_words(sentence: str) -> str:
    """The words of a sentence alone.

    >>> plain_words("PARIS, May 3 (Agency) - The ferry *Marina* sank.")
    'The ferry Marina sank.'
    """
    plain = sentence
    if _ANY.search(sentence):
        plain = _MARK.sub("", _LINK.sub(r"\1", sentence))
    if not _DASH.search(plain, 0, OPENING):
        return plain
    head = _DATELINE.match(plain)
    return plain[head.end() :] if head and (head.group(1).isupper() or head.group(2)) else plain
