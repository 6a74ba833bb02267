"""Dates at the head of a line, told by their shape alone: what heads an entry, a dateline, a line that is only a date.

Which day is meant is for the finder of dates; here only where such words stand: a text is laid out before it is read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.layout.words import layout_words
from loaders.records import Span

LONGEST_LINE = 60
"""Characters of a line that holds a date and, at most, a place or a word beside it."""
MOST_BESIDE = 3
"""Words beside the date on such a line."""

_SIGNS = re.compile(r"[\s*_•·#>|()\[\]–—-]*")
_PARTS = re.compile(
    r"[*_]{0,3}\]?[*_]{0,3}[ \t]*(?:\]|[:–—|]|-(?=[ \t*]))[*_]{0,3}(?:[ \t]|$)|[*_]{1,3}(?:[ \t]|$)", re.M
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACE = re.compile(r"(?:[^\W\d_a-z][^\n\d—–]{0,40}?,\s*)?")
_AGENCY = re.compile(r"[.,]?\s*(?:\([^)\n]{1,40}\)\s*)?[-–—]{1,2}\s")


@lru_cache(maxsize=1)
def _date() -> re.Pattern[str]:
    """A date in words or figures, from a year alone to a full day; the months and weekdays of all languages."""
    words = layout_words()
    month = rf"(?:{'|'.join(sorted(map(re.escape, words.months), key=len, reverse=True))})\.?"
    weekday = rf"(?:(?:{'|'.join(sorted(map(re.escape, words.weekdays), key=len, reverse=True))})\.?,?\s+)?"
    day = r"\d{1,2}(?:st|nd|rd|th|d|º|ª|er)?\.?"
    year = r"(?:1\d{3}|20\d\d)"
    return re.compile(
        rf"{weekday}(?:{day}\s+(?:[^\W\d_]{{2}}\s+)?{month}(?:,?\s+(?:[^\W\d_]{{2}}\s+)?{year})?|{month}\s+{day}(?:,?\s+{year})?"
        rf"|{month},?\s+{year}|{year}-\d\d(?:-\d\d)?|\d{{1,2}}[./]\d{{1,2}}[./]{year}|{year}(?:\s?[–—-]\s?\d{{2,4}})?)(?![\w/])",
        re.I,
    )


def date_at(text: str, start: int, end: int) -> Span | None:
    """The words of a date that stand at a place of the text, None where none do."""
    found = _date().match(text, start, end)
    return found.span() if found else None


def first_date(text: str, block: Span) -> Span | None:
    """The first words in a block that have the shape of a date."""
    found = _date().search(text, *block)
    return found.span() if found else None


def head_date(text: str, block: Span) -> Span | None:
    """The date at the head of an entry of a list or chronology: a mark parts it from what it dates.

    >>> text = "- **May 1960** – The port opens."
    >>> text[slice(*head_date(text, (0, len(text))))]
    'May 1960'
    """
    signs = _SIGNS.match(text, *block)
    found = date_at(text, signs.end() if signs else block[0], block[1])
    parted = _PARTS.match(text, found[1], block[1]) if found else None
    return found if parted and len(_WORD.findall(text, parted.end(), min(block[1], parted.end() + 80))) > 1 else None


def date_alone(text: str, block: Span) -> Span | None:
    """The date of a line that holds little else; a place or an hour may stand beside it ("SORVIK, 3 May 2019")."""
    start, end = block
    if end - start > LONGEST_LINE or "\n" in text[start:end]:
        return None
    found = _date().search(text, start, end)
    if found is None or (found.start() > start and text[found.start() - 1].isalnum()):
        return None
    beside = _WORD.findall(text[start : found.start()] + " " + text[found.end() : end])
    return found.span() if len(beside) <= MOST_BESIDE and text[end - 1] not in "!?" else None


def dateline(text: str, block: Span) -> Span | None:
    """The day in a dateline that opens a paragraph: "SORVIK, May 3 (Agency) - The pier …"."""
    place = _PLACE.match(text, *block)
    found = date_at(text, place.end() if place else block[0], block[1])
    return found if found and _AGENCY.match(text, found[1], block[1]) else None
