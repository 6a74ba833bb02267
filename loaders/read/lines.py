"""The lines of a text with their places, and the labels ("Published:", "Source:") that some of them begin with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders.vocabulary import FOLDER, words

LABELS = ("published", "dated", "updated", "title", "publisher", "address", "byline", "event")
DATE_LABELS = ("published", "dated", "updated", "elsewhere")
"""What the words before a date can say that it is the date of."""

HEAD_LINES = 15
HEAD_CHARACTERS = 4_000
FOOT_LINES = 8
SHORT_LABEL = 3
"""Words of a label that may also stand alone beside a date; longer labels are half a sentence."""
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


def foot_lines(text: str, head: Sequence[Line]) -> list[Line]:
    """The last lines that hold something, without those of the head."""
    first = max(0, len(text) - HEAD_CHARACTERS)
    after = head[-1].start if head else -1
    return [line for line in list(_lines(text[first:], first))[-FOOT_LINES:] if line.start > after]


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
    separator = r"\s*(?:[:：|\t]\s*|\s(?=\W{0,2}\d)|(?<=by)\s)"
    return re.compile(rf"[\W_]*(?:{'|'.join(kinds)}){separator}", re.IGNORECASE)


def last_date_label(before: str) -> tuple[str, int] | None:
    """The kind of the last label in the words before a date, and where it ends.

    >>> last_date_label("Posted by Ana Ruiz on "), last_date_label("Born on ")
    (('published', 6), ('elsewhere', 4))
    """
    pattern, kinds = _date_labels()
    matches = list(pattern.finditer(before))
    if not matches:
        return None
    return kinds[" ".join(matches[-1].group().casefold().split())], matches[-1].end()


def read_lone_label(line: str) -> str | None:
    """The kind of the date label that is all a line holds, for a date on the line below it.

    >>> read_lone_label("Published:"), read_lone_label("Published weekly")
    ('published', None)
    """
    return _date_labels()[1].get(" ".join(line.strip(" :：*_").casefold().split()))


@lru_cache(maxsize=1)
def _date_labels() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {label.casefold(): kind for kind in DATE_LABELS for label in _words(kind)}
    # The longest label first, whatever its kind: "last updated" before "dated", "date of birth" before "date".
    labels = sorted(kinds, key=lambda label: (-len(label), label))
    return re.compile("|".join(map(_whole, labels)), re.IGNORECASE), kinds


def _whole(label: str) -> str:
    """A pattern for whole words; scripts without spaces have no word boundaries."""
    pattern = r"\s+".join(map(re.escape, label.split()))
    return rf"(?<![^\W\d_]){pattern}(?!\w)" if label.isascii() else pattern


@lru_cache(maxsize=16)
def _words(kind: str) -> frozenset[str]:
    """The words of one kind in every language: a header is read before the language is known."""
    folders = sorted(path for path in Path(FOLDER).iterdir() if path.is_dir())
    return frozenset(word for folder in folders for word in words(folder.name, "reading").get(kind, ()))


def is_beside_date(word: str) -> bool:
    """Whether a word may stand on a line that only gives a date."""
    return word.casefold() in _beside()


@lru_cache(maxsize=1)
def _beside() -> frozenset[str]:
    labels = [label.split() for kind in (*LABELS, *DATE_LABELS) for label in _words(kind)]
    return _words("beside").union(*(label for label in labels if len(label) <= SHORT_LABEL))


def is_caption(word: str) -> bool:
    """Whether a word shows that a line tells of a picture."""
    return word.casefold() in _words("caption")


def is_publication(word: str) -> bool:
    """Whether a word is one that newspapers and agencies are named with ("Herald", "Agence")."""
    return word.casefold() in _words("publication")


def is_joining(word: str) -> bool:
    """Whether a word joins a date to the words before it ("the talks of 3 March")."""
    return word.casefold() in _words("joining")


def is_one_of(kind: str, words: str) -> bool:
    """Whether words stand in a list of `reading.yaml` in any language; without case."""
    return words.casefold() in listed(kind)


@lru_cache(maxsize=32)
def listed(kind: str) -> frozenset[str]:
    """A list of `reading.yaml` in all languages; without case."""
    return frozenset(word.casefold() for word in _words(kind))
