"""Lines of a head that are no title: the way through a site, what a page says to its reader, an archive's labels, a session."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from loaders.layout.captions import find_captions
from loaders.read.lines import Line, is_one_of, read_label

_WAY = re.compile(r"[^<>|:]{1,40}(?:\s+[>»›→]\s+[^<>|:]{1,60})+")
_LABEL = re.compile(r"[*_]*([^\W\d_][\w .-]{1,24}?)[*_]*\s*:")
_NUMBER = re.compile(r"[A-Z]{1,6}(?:[/-][\w.()]+)*[/-][\w.()]*\d[\w.()]*(?:[/-][\w.()]+)*")
"""What a body numbers its papers with: "SC/12345", "A/RES/70/1"."""
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S+@\S+\.\w+")
_HANDLE = re.compile(r"@\w{2,40}")
_ISSUE_NUMBER = re.compile(r"([^\W\d_]{2,7})\.?\s*\d")
MOST_BYLINE_WORDS = 5
"""Words of a line that names a reporter, or says what reporter that is."""
MOST_WORDS = 6
"""Words of a line that only names an edition or a session."""


def furniture_of(head: Sequence[Line]) -> set[int]:
    """The numbers of the lines that only set the page up.

    A body's name stands above its session ("Security Council", "8289th Meeting (AM)"); what tells of a picture is no title.
    """
    found = {line.number for line in head if is_furniture(line.text)} | _captions(head) | _bylines(head)
    sessions = {line.number for line in head if _is_session(line.text) and any(map(str.isdigit, line.text))}
    for line in reversed(head):
        if line.number + 1 in sessions and _is_session(line.text):
            sessions.add(line.number)  # "Plenary"
    above = {number - 1 for number in sessions if number}
    return found | sessions | above


def _bylines(head: Sequence[Line]) -> set[int]:
    """The numbers of lines with a reporter's name and, below it, what reporter that is ("Ana Ruiz", "Lima correspondent")."""
    found = set()
    for line in head:
        words = _words(line.text)
        if len(words) <= MOST_BYLINE_WORDS and any(is_one_of("byline_roles", word) for word in words):
            above = next((one for one in head if one.number == line.number - 1), None)
            named = above and len(above.text.split()) <= MOST_BYLINE_WORDS and above.text.istitle()
            found |= {line.number, above.number} if above and named else set()
    return found


def is_issue(line: str) -> bool:
    """Whether a line only numbers an issue of a periodical: "Vol. 85, No. 12 (Friday, 17 January 2020)"."""
    numbered = any(is_one_of("issue_words", match[1].casefold()) for match in _ISSUE_NUMBER.finditer(line))
    return numbered and len(line) < 100 and not any(word.islower() and len(word) > 3 for word in _WORD.findall(line))


def _captions(head: Sequence[Line]) -> set[int]:
    """The numbers of the lines about a picture."""
    spans = find_captions("\n\n".join(line.text for line in head))
    starts = list(accumulate((len(line.text) + 2 for line in head), initial=0))
    return {line.number for line, start in zip(head, starts, strict=False) if any(a <= start < b for a, b in spans)}


def is_mail(head: Sequence[Line]) -> bool:
    """Whether the head is that of a letter or mail: it says from whom and to whom."""
    labels = {match[1].casefold() for line in head if (match := _LABEL.match(line.text))}
    return any(is_one_of("sender", label) for label in labels) and any(is_one_of("mail", label) for label in labels)


def is_furniture(line: str) -> bool:
    """Whether a line, or what a page declares as its title, only sets the page up: "Home > Nation", "Page not found"."""
    text = line.strip(" #*_[]()<>|•·\t")
    if (
        _WAY.fullmatch(text)
        or _NUMBER.fullmatch(text)
        or _HANDLE.fullmatch(text)
        or is_issue(line)
        or is_one_of("furniture", " ".join(text.casefold().split()).rstrip(".:…!"))
    ):
        return True
    label = _LABEL.match(line)
    if label and not read_label(line) and any(is_one_of(kind, label[1].casefold()) for kind in ("archive", "mail")):
        return True
    return len(text.split()) <= MOST_WORDS and any(is_one_of("edition", word) for word in _words(text))


def _is_session(line: str) -> bool:
    return len(line.split()) <= MOST_WORDS and any(is_one_of("session", word) for word in _words(line))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def is_address(text: str) -> bool:
    """Whether somebody's address stands in the words."""
    return _ADDRESS.search(text) is not None
