"""Dates that may lack their month or day, and counting from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from loaders.extract.dates.timex import LONG, MONTHS_OF, REMEMBERED, VALUE, read_value, week_value, year_value

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
YEARS_IN = {"Y": 1, "DE": 10, "QC": 25, "CE": 100, "ML": 1000}
SECONDS_IN = {"H": 3600, "QH": 900, "M": 60, "S": 1}
DAY_UNITS = ("D", "N", "MO", "AF", "EV", "WE")
"""Units that are a day or a part of one, or are named by one."""


@dataclass(frozen=True, slots=True)
class Point:
    """A date that may lack its month or day; `year` is 0 for 1 BC and below for the years before, as in ISO 8601."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def date(self) -> date | None:
        """The day, or the first day of what the point names; None outside the calendar."""
        try:
            return date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return None

    @property
    def time(self) -> datetime | None:
        day = self.date
        return datetime(day.year, day.month, day.day) if day else None


@lru_cache(maxsize=REMEMBERED)
def point_of(value: str) -> Point | None:
    """The point that a TIMEX3 value names, as exactly as it does; None for one that is no date.

    >>> point_of("2013-03"), point_of("BC0331"), point_of("P3D")
    (Point(year=2013, month=3, day=None), Point(year=-330, month=None, day=None), None)
    """
    value = value.replace("-XX", "")
    if match := LONG.fullmatch(value):
        first = int(match["digits"]) * 10 ** (4 - len(match["digits"]))
        return Point(1 - first) if match["bc"] else Point(first)
    match = VALUE.fullmatch(value)
    if not match:
        return None
    year = 1 - int(match["year"]) if match["bc"] else int(match["year"])
    if match["month"]:
        return Point(year, int(match["month"]), int(match["day"]) if match["day"] else None)
    if match["bc"] and match["season"]:
        return Point(year, MONTHS_OF[match["season"]][0])
    span = read_value(value)
    if span.interval and span.precision != "year":
        start = span.interval[0]
        return Point(start.year, start.month, start.day if span.precision in ("week", "weekend") else None)
    return Point(year)


def day_of(moment: date) -> Point:
    return Point(moment.year, moment.month, moment.day)


def spoken(day: date) -> str:
    """A date as a journalist writes it.

    >>> spoken(date(2023, 8, 25))
    'Friday 25 August 2023'
    """
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def days_from(day: date, days: int) -> date | None:
    """The day so many days later; None outside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def years_before(day: date, years: int) -> date | None:
    """The same day so many years earlier; None outside the calendar and where that year has no such day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return None


def counted(point: Point, unit: str, step: float) -> str | None:
    """The TIMEX3 value of the day, week, month … that lies so many units from a point; None where that is not known.

    >>> counted(Point(2023, 8, 25), "MTH", -2), counted(Point(1941), "D", 1)
    ('2023-06', None)
    """
    if unit == "F":
        unit, step = "W", step * 2
    if unit in YEARS_IN:
        return _years_from(point, unit, step)
    if unit in ("MTH", "Q"):
        return _months_from(point, unit, step)
    here = point.date if point.day else None
    if here is None:
        return open_value(unit, point) if unit == "D" and step == 0 and point.month else None
    try:
        return _time_from(here, unit, step)
    except (OverflowError, ValueError):
        return None


def _years_from(point: Point, unit: str, step: float) -> str | None:
    if step != int(step) and unit != "Y":
        unit, step = "Y", step * YEARS_IN[unit]
    if step != int(step):
        months = _months_from(Point(point.year, point.month or 1), "MTH", step * 12 * YEARS_IN[unit])
        return re.sub(r"-\d\d$", "", months) if months and point.month is None else months
    if abs(step) > 10000:
        return None
    year = point.year + int(step) * YEARS_IN[unit]
    if not -9000 < year < 10000:
        return None
    value = year_value(year)
    return {"DE": value[:-1], "CE": value[:-2]}.get(unit, value)


def _months_from(point: Point, unit: str, step: float) -> str | None:
    if point.month is None:
        return f"{year_value(point.year)}-XX" if step == 0 else None
    count = point.year * 12 + point.month - 1 + round(step * (3 if unit == "Q" else 1))
    year, month = divmod(count, 12)
    if not -9000 < year < 10000:
        return None
    return f"{year_value(year)}-Q{month // 3 + 1}" if unit == "Q" else f"{year_value(year)}-{month + 1:02d}"


def _time_from(here: date, unit: str, step: float) -> str | None:
    if unit in SECONDS_IN:
        moment = datetime(here.year, here.month, here.day) + timedelta(seconds=SECONDS_IN[unit] * step)
        return f"{moment.date().isoformat()}TXX"
    day = here + timedelta(days=round(step * (7 if unit in ("W", "WE") else 1)))
    if unit in ("W", "WE"):
        return week_value(day) + ("-WE" if unit == "WE" else "")
    return day.isoformat() + ("" if unit == "D" else "TNI" if unit == "N" else f"T{unit}")


def open_value(unit: str, point: Point | None = None) -> str:
    """The TIMEX3 value of a unit that could not be placed, with what is known of it.

    >>> open_value("D", Point(1941)), open_value("W")
    ('1941-XX-XX', 'XXXX-WXX')
    """
    if unit == "W" and point:
        return f"{year_value(point.year)}-WXX"
    if unit == "D" and point:
        return year_value(point.year) + (f"-{point.month:02d}-XX" if point.month else "-XX-XX")
    return {"W": "XXXX-WXX", "MTH": "XXXX-XX", "Y": "XXXX"}.get(unit, "XXXX-XX-XX")
