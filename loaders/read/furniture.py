"""Lines of a head that are no title: the way through a site, what a page says to its reader, an archive's labels, a session."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.read.lines import Line, is_one_of, read_label

_WAY = re.compile(r"[^<>|:]{1,40}(?:\s+[>»›→]\s+[^<>|:]{1,60})+")
_LABEL = re.compile(r"[*_]*([^\W\d_][\w .-]{1,24}?)[*_]*\s*:")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
MOST_WORDS = 6
"""Words of a line that only names an edition or a session."""


def furniture_of(head: Sequence[Line]) -> set[int]:
    """The numbers of the lines that only set the page up.

    A body's name stands above its session ("Security Council", "8289th Meeting (AM)").
    """
    found = {line.number for line in head if _is_furniture(line.text)}
    sessions = {line.number for line in head if _is_session(line.text)}
    above = {number - 1 for number in sessions if number}
    return found | sessions | above


def is_mail(head: Sequence[Line]) -> bool:
    """Whether the head is that of a letter or mail: it says from whom and to whom."""
    labels = {match[1].casefold() for line in head if (match := _LABEL.match(line.text))}
    return any(is_one_of("sender", label) for label in labels) and any(is_one_of("mail", label) for label in labels)


def _is_furniture(line: str) -> bool:
    text = line.strip(" #*_[]()<>|•·\t")
    if _WAY.fullmatch(text) or is_one_of("furniture", " ".join(text.casefold().split()).rstrip(".:…!")):
        return True
    label = _LABEL.match(line)
    if label and not read_label(line) and any(is_one_of(kind, label[1].casefold()) for kind in ("archive", "mail")):
        return True
    return len(text.split()) <= MOST_WORDS and any(is_one_of("edition", word) for word in _words(text))


def _is_session(line: str) -> bool:
    few = len(line.split()) <= MOST_WORDS and any(map(str.isdigit, line))
    return few and any(is_one_of("session", word) for word in _words(line))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def is_address(text: str) -> bool:
    """Whether somebody's address stands in the words."""
    return _ADDRESS.search(text) is not None
