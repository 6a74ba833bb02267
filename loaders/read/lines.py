"""The lines of a text with their places, and the labels ("Published:", "Source:") that some of them begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders.vocabulary import FOLDER, words

LABELS = ("published", "updated", "title", "publisher", "address", "byline")

HEAD_LINES = 15
HEAD_CHARACTERS = 4_000
FOOT_LINES = 8
LONGEST_LINE = 2_000
"""Characters of a line that are looked at: a header is short, and a file may be one line of megabytes."""


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    text: str
    """Without blanks at either end."""
    number: int
    """Counted over lines that hold something, from 0."""


def head_lines(text: str) -> list[Line]:
    """The first lines that hold something."""
    return list(_lines(text[:HEAD_CHARACTERS], 0))[:HEAD_LINES]


def foot_lines(text: str) -> list[Line]:
    """The last lines that hold something, without those of the head."""
    first = max(0, len(text) - HEAD_CHARACTERS)
    head = {line.start for line in head_lines(text)}
    return [line for line in list(_lines(text[first:], first))[-FOOT_LINES:] if line.start not in head]


def _lines(text: str, offset: int) -> Iterator[Line]:
    found = re.finditer(r"[^\r\n\x0b\x0c\u2028\u2029]*\S[^\r\n\x0b\x0c\u2028\u2029]*", text)
    for number, match in enumerate(found):
        stripped = match.group().strip()
        start = offset + match.start() + match.group().index(stripped[0])
        yield Line(start, stripped[:LONGEST_LINE], number)


def read_label(line: str) -> tuple[str, str] | None:
    """The kind of label that a line begins with and what follows it.

    >>> read_label("Published on: 3 March 2021")
    ('published', '3 March 2021')
    >>> read_label("The date was set") is None
    True
    """
    match = _label_pattern().match(line)
    if match is None or match.lastgroup is None:
        return None
    return match.lastgroup, line[match.end() :].strip()


@lru_cache(maxsize=1)
def _label_pattern() -> re.Pattern[str]:
    kinds = []
    for kind in LABELS:
        labels = sorted(_words(kind), key=len, reverse=True)
        kinds.append(f"(?P<{kind}>{'|'.join(re.escape(label) for label in labels)})")
    # A label ends with a colon, or a digit follows it at once ("date 2022-11-25"); bylines need neither.
    separator = r"\s*(?:[:：|]\s*|\s(?=\W{0,2}\d)|(?<=by)\s)"
    return re.compile(rf"[\W_]*(?:{'|'.join(kinds)}){separator}", re.IGNORECASE)


@lru_cache(maxsize=16)
def _words(kind: str) -> frozenset[str]:
    """The words of one kind in every language: a header is read before the language is known."""
    folders = sorted(path for path in Path(FOLDER).iterdir() if path.is_dir())
    return frozenset(word for folder in folders for word in words(folder.name, "reading").get(kind, ()))


def is_beside_date(word: str) -> bool:
    """Whether a word may stand on a line that only gives a date."""
    folded = word.casefold().strip(".")
    return folded in _words("beside") or any(folded in label.split() for kind in LABELS for label in _words(kind))
