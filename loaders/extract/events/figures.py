"""Heads of entries in figures alone: days under a year ("1961", below it "03/02: The port opens"), years ("1204: …"), hours.

In prose such figures are anything, so the finder of dates passes them by. At the head of one line after another, under a year
or on a known day, they are the dates of a list; which of two figures is the month the whole list says.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import MAXYEAR, datetime, timedelta

from loaders.moments import iso_day
from loaders.records import TimeExpression, day_of

FEWEST = 2
"""So many days in figures make a list."""
YEARS = 3
"""So many years before a mark, one after the other in time."""
CLOCKS = 3
"""So many hours on lines of their own."""

_DAY = re.compile(
    r"^[ \t*_•·#>|\[(–—-]*(\d{1,2})([/.-])(\d{1,2})(?=[*_\])]{0,4}(?:\.?[ \t]*[:–—|-]|[ \t]+[^\W\d_]))", re.M
)
_CLOCK = re.compile(r"^[ \t*_•·#>|\[(–—-]*(\d{1,2})[.:](\d{2})(?=[ \t*_\]):–—-]*$)", re.M)
_OLD = re.compile(r"^[ \t*_•·#>|\[(–—-]*(\d{3,4})(?=[*_\])]{0,4}[ \t]*[:–—|-][ \t*_])", re.M)
_YEAR = re.compile(r"^[ \t*_•·#>|\[(–—-]*([12]\d{3})[ \t*_\]):.–—-]*$", re.M)


def with_heads(dates: Sequence[TimeExpression], text: str, published: datetime | None) -> list[TimeExpression]:
    """The dates and, in the order of the text, those of heads in figures that are no part of them."""
    starts = [date.start for date in dates]
    found = [
        date
        for date in (*_days(text), *_years(text), *_clocks(dates, text, published))
        if not _is_taken(date, dates[max(0, bisect_left(starts, date.end) - 1) : bisect_left(starts, date.end)])
    ]
    return sorted((*dates, *found), key=lambda date: date.start) if found else list(dates)


def _is_taken(date: TimeExpression, near: Sequence[TimeExpression]) -> bool:
    return any(other.start < date.end and date.start < other.end for other in near)


def _days(text: str) -> list[TimeExpression]:
    years = list(_YEAR.finditer(text))
    above = [year.start() for year in years]
    heads = [(head, bisect_right(above, head.start()) - 1) for head in _DAY.finditer(text)] if years else []
    heads = [(head, place) for head, place in heads if place >= 0]
    if len(heads) < FEWEST:
        return []
    pairs = [(place, int(head.group(1)), int(head.group(3))) for head, place in heads]
    order = _order(pairs)
    found = [_day(head, int(years[place].group(1)), order) for head, place in heads] if order else []
    return [date for date in found if date is not None]


def _order(pairs: Sequence[tuple[int, int, int]]) -> str:
    """`month first` or `day first`, as no figure contradicts; where both could be, as the list runs on in time; else ""."""
    month_first = all(1 <= first <= 12 and 1 <= second <= 31 for _, first, second in pairs)
    day_first = all(1 <= first <= 31 and 1 <= second <= 12 for _, first, second in pairs)
    if month_first and day_first:
        as_months = [(place, first, second) for place, first, second in pairs]
        as_days = [(place, second, first) for place, first, second in pairs]
        month_first, day_first = as_months == sorted(as_months), as_days == sorted(as_days)
    return "" if month_first == day_first else "month first" if month_first else "day first"


def _day(head: re.Match[str], year: int, order: str) -> TimeExpression | None:
    first, second = int(head.group(1)), int(head.group(3))
    month, day = (first, second) if order == "month first" else (second, first)
    try:
        start = datetime(year, month, day)
    except ValueError:
        return None
    iso = start.date().isoformat()
    how = (f"figures at the head of an entry, {order}", f"the year stands above: {year}")
    words = head.group(0)[head.start(1) - head.start() :]
    return TimeExpression(head.start(1), head.end(), words, "DATE", iso, day_of(start), "day", iso, how)


def _years(text: str) -> list[TimeExpression]:
    """Years before a mark, where they run on through the list."""
    heads = [head for head in _OLD.finditer(text) if int(head.group(1)) > 0]
    years = [int(head.group(1)) for head in heads]
    if len(years) < YEARS or years != sorted(years):
        return []
    found = []
    for head, year in zip(heads, years, strict=True):
        iso = f"{year:04d}"
        end = datetime(year + 1, 1, 1) if year < MAXYEAR else datetime.max
        how = ("a year at the head of an entry",)
        interval = (datetime(year, 1, 1), end)
        found.append(TimeExpression(head.start(1), head.end(), head.group(1), "DATE", iso, interval, "year", iso, how))
    return found


def _clocks(dates: Sequence[TimeExpression], text: str, published: datetime | None) -> list[TimeExpression]:
    heads = [head for head in _CLOCK.finditer(text) if int(head.group(1)) < 24 and int(head.group(2)) < 60]
    if len(heads) < CLOCKS:
        return []
    days = [date for date in dates if date.precision == "day" and date.interval is not None and date.anchor is None]
    above = [date.start for date in days]
    found = []
    for head in heads:
        place = bisect_right(above, head.start()) - 1
        known = days[place].interval if place >= 0 else None
        day = known[0] if known else published
        if day is not None:
            found.append(_clock(head, day))
    return found


def _clock(head: re.Match[str], day: datetime) -> TimeExpression:
    start = day.replace(hour=int(head.group(1)), minute=int(head.group(2)), second=0, microsecond=0)
    value = start.isoformat(timespec="minutes")
    how = ("an hour at the head of an entry", f"on {iso_day(day)}")
    words = head.group(0)[head.start(1) - head.start() :]
    end = start + timedelta(minutes=1) if start < datetime.max - timedelta(minutes=1) else datetime.max
    return TimeExpression(head.start(1), head.end(), words, "TIME", value, (start, end), "minute", value, how, day)
