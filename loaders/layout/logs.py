"""Entries of a live blog or a log, each under the time of day or the full date at which it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.layout.dated_heads import date_at
from loaders.records import Span

CLOCK = re.compile(
    r"^[ \t#*_\[(]*(\d{1,2}[:.]\d\d(?:[ \t]*[AaPp]\.?[Mm]\.?)?)(?:[ \t]+[A-Z]{2,4})?[ \t*_\])]*[:–—-]?[ \t]*$", re.M
)
"""A time of day that stands on a line of its own, perhaps with its zone."""
CLOCK_BEFORE = re.compile(
    r"^[ \t#*_\[(•-]*(\d{1,2}[:.]\d\d(?:[ \t]*[AaPp]\.?[Mm]\.?)?)(?:[ \t]+[A-Z]{2,4})?"
    r"[*_\])]*[ \t]*[:–—|-][*_]*[ \t]+(?=[^\s\d])",
    re.M,
)
"""The same at the head of a line, with a mark before what it tells: "9:15 a.m.: The gate was opened."."""
DAY = re.compile(
    r"^[ \t#*_\[(]*(?=[^\n]{0,60}\d{4})(?:[^\W\d_][^\n\d,]{1,24},[ \t]+)?([^\s#*_\[(,][^\n]{5,38}?)[ \t*_\])]*:?[ \t]*$",
    re.M,
)
"""A line that may be no more than a full date, with the place before it as letters have it."""
MOMENTS, DAYS = 3, 2
"""So many different times, or days, head the entries of one text; two times are when a talk began and ended."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """An entry: the line above it, the words there that say when, and what follows up to the next such line."""

    head: Span
    when: Span
    body: Span
    is_clock: bool
    """Whether a time of day is written, of the day on which the text was published; else a full date."""


def find_log(text: str) -> tuple[LogEntry, ...]:
    """The entries in order; none where too few lines are a time or a date of their own.

    >>> [text[slice(*one.when)] for text in ["09:10\\n\\nA.\\n\\n09:30\\n\\nB.\\n\\n10:15\\n\\nC."] for one in find_log(text)]
    ['09:10', '09:30', '10:15']
    """
    clocks = list(CLOCK.finditer(text))
    if len({head[1] for head in clocks}) >= MOMENTS:
        return _entries(text, clocks, is_clock=True)
    clocks = list(CLOCK_BEFORE.finditer(text))
    if len({head[1] for head in clocks}) >= MOMENTS:
        return _entries(text, clocks, is_clock=True)
    days = [line for line in DAY.finditer(text) if date_at(text, line.start(1), line.end(1)) == line.span(1)]
    return _entries(text, days, is_clock=False) if len({day[1] for day in days}) >= DAYS else ()


def _entries(text: str, heads: list[re.Match[str]], is_clock: bool) -> tuple[LogEntry, ...]:
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return tuple(
        LogEntry(head.span(), head.span(1), (head.end(), end), is_clock) for head, end in zip(heads, ends, strict=True)
    )
