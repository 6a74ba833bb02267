"""What a match means once it is read, and what the reading depends on: the creation time, what was told last, the tense."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from loaders.extract.dates.grammar import Match
from loaders.extract.dates.tense import tense_of
from loaders.extract.dates.timex import LONG, VALUE, read_value

NEWS, HISTORY, MESSAGE = "news", "history", "message"
"""Kinds of text: one counts from its creation time, one from what was told last, one is a short note of the moment."""
AHEAD = 400
"""Words that are searched for the next year that a story names."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 type and value, with how it was worked out."""

    type: str
    value: str
    how: tuple[str, ...] = ()
    edge: str = ""
    """START, MID, END or APPROX: what the words around the date make of it."""
    anchor: datetime | None = None
    problem: str | None = None
    first: int | None = None
    """The first word, where it is not the first of the match; likewise the word after the last."""
    after: int | None = None
    tells: bool = True
    """Whether later words may count from this date."""
    range_with: str | None = None
    """The value at the other end of a range."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date that may lack its month or day; `year` is 0 for 1 BC and below for the years before."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, or the first of what the point names; None outside the calendar."""
        try:
            return date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return None


def point_of(value: str) -> Point | None:
    """The point that a TIMEX3 value names, as exactly as it does."""
    plain = value.replace("-XX", "")
    if match := LONG.fullmatch(plain):
        first = int(match["digits"]) * 10 ** (4 - len(match["digits"]))
        return Point(1 - first) if match["bc"] else Point(first)
    match = VALUE.fullmatch(plain)
    if not match:
        return None
    year = 1 - int(match["year"]) if match["bc"] else int(match["year"])
    if match["month"]:
        return Point(year, int(match["month"]), int(match["day"]) if match["day"] else None)
    span = read_value(plain)
    if span.interval and span.precision != "year":
        start = span.interval[0]
        return Point(start.year, start.month, start.day if span.precision in ("week", "weekend") else None)
    return Point(year)


@dataclass(slots=True)
class Context:
    """What expressions are counted from at one place of a document; changes as the document is read."""

    creation: datetime | None
    kind: str
    """NEWS, HISTORY or MESSAGE."""
    why: str = ""
    told: str | None = None
    """The TIMEX3 value of the date told last."""
    told_text: str = ""
    told_long: str | None = None
    """The decade or century told after that, if one was."""
    told_day: str | None = None
    """The last value that names a day."""
    told_year: int | None = None
    era_before: bool = False
    day_first: bool | None = None
    """Whether numeric dates of this document put the day first; None where nothing decides."""
    years: list[tuple[int, int]] = field(default_factory=list)
    """Every year that the text names: the place of its word, and the year."""
    match: Match | None = None
    """What is being read."""

    def tell(self, text: str, value: str) -> None:
        point = point_of(value)
        if point is None:
            return
        if LONG.fullmatch(value):
            self.told_long = value
            return
        self.told_long = None
        self.told, self.told_text, self.told_year = value, text, point.year
        if point.day is not None:
            self.told_day = value

    @property
    def tense(self) -> str | None:
        """past, future, modal or None: what the clause of the match tells of."""
        return tense_of(self.match) if self.match else None

    def named_next(self, after: int) -> int | None:
        """The next year that the text names after a word, if it is not far."""
        place = bisect_left(self.years, (after, 0))
        if place == len(self.years) or self.years[place][0] >= after + AHEAD:
            return None
        return self.years[place][1]

    @property
    def narrative(self) -> bool:
        """Whether expressions count from what was told last, not from the creation time."""
        return self.kind == HISTORY

    @property
    def told_point(self) -> Point | None:
        return point_of(self.told) if self.told else None

    @property
    def now(self) -> Point | None:
        """The point that deictic words ("last year") count from."""
        if self.creation and not self.narrative:
            return Point(self.creation.year, self.creation.month, self.creation.day)
        return self.told_point or (
            Point(self.creation.year, self.creation.month, self.creation.day) if self.creation else None
        )

    def from_words(self) -> str:
        """What `now` is, in plain words."""
        if self.creation and (not self.narrative or not self.told):
            return f"the publication on {spoken(self.creation.date())}"
        return f"the date told before, {self.told_text!r} ({self.told})"

    def now_time(self) -> datetime | None:
        point = self.now
        return self.creation if self.creation and not self.narrative else as_time(point)


def as_time(point: Point | None) -> datetime | None:
    day = point.date if point else None
    return datetime(day.year, day.month, day.day) if day else None


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def spoken(day: date) -> str:
    """A date as a journalist writes it.

    >>> spoken(date(2023, 8, 25))
    'Friday 25 August 2023'
    """
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def shift_days(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


CLOCK = re.compile(r"(\d{1,2})[:.]?(\d\d)?(?:[:.](\d\d))?")
