"""TIMEX3 values as calendar time: what span of time a value means, how precise it is, and how EDTF writes it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from loaders.moments import iso_day, moment, say_iso_year
from loaders.records import Interval

REMEMBERED = 1 << 14
"""Values that are kept read: a text names its days again and again."""
FIRST_YEAR, LAST_YEAR = -9998, 9999
MONTHS_OF = {"SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3)}
"""Season -> first month and number of months, for the north; winter runs into the next year."""
SEASON_EDTF = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
PARTS_OF_DAY = {"MO": (5, 12), "AF": (12, 18), "EV": (17, 23), "NI": (18, 30), "DT": (6, 18), "MI": (0, 6)}
"""Part of the day -> first hour and hour after; a night runs into the next day."""

VALUE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})"
    r"(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
    r"(?:T(?:(?P<part>MO|AF|EV|NI|DT|MI)|(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::\d\d)?)?))?"
)
LONG = re.compile(r"(?P<bc>BC)?(?P<digits>\d{2,3})")


@dataclass(frozen=True, slots=True)
class Span:
    """Calendar time: the half-open interval, how precise it is, and its EDTF."""

    interval: Interval | None
    precision: str | None
    edtf: str | None


NOWHERE = Span(None, None, None)


def year_value(year: int) -> str:
    """The TIMEX3 value of a year; below 1 it is before the common era, and 0 is 1 BC as in ISO 8601.

    >>> year_value(1960), year_value(-330)
    ('1960', 'BC0331')
    """
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


@lru_cache(maxsize=REMEMBERED)
def read_value(value: str, edge: str = "") -> Span:
    """What a TIMEX3 value means on the calendar; `edge` START, MID or END narrows it to that third.

    TURN means the winter in which the year begins, not the one in which it ends.

    >>> read_value("1960").edtf, read_value("199").precision, read_value("P3D").interval, read_value("BC0044-03").edtf
    ('1960', 'decade', None, '-0043-03')
    """
    if edge == "TURN" and (match := re.fullmatch(r"(\d{4})-WI", value)) and int(match[1]) > 1:
        value = f"{int(match[1]) - 1:04d}-WI"
    if "/" in value:
        return _from_to(*value.split("/"))
    whole = _whole(value.replace("-XX", "").removesuffix("TXX"))
    if edge == "APPROX" and whole.edtf:
        return Span(whole.interval, whole.precision, whole.edtf + "~")
    return _third(whole, edge) if edge in ("START", "MID", "END") and whole.interval else whole


def _from_to(first: str, last: str) -> Span:
    """From the beginning of one value to the end of another."""
    start, end = _whole(first), _whole(last)
    if start.interval is None or end.interval is None:
        return NOWHERE
    return Span((start.interval[0], end.interval[1]), "span", f"{start.edtf}/{end.edtf}")


def _whole(value: str) -> Span:
    if match := LONG.fullmatch(value):
        return _decade_or_century(match)
    match = VALUE.fullmatch(value)
    if not match:
        return NOWHERE
    year = int(match["year"])
    if year == 0:
        return NOWHERE
    if match["bc"]:
        year = 1 - year
    try:
        return _placed(match, year)
    except (ValueError, OverflowError):
        return NOWHERE


def _decade_or_century(match: re.Match[str]) -> Span:
    digits = match["digits"]
    size = 10 ** (4 - len(digits))
    precision = "decade" if size == 10 else "century"
    first = int(digits) * size
    if match["bc"]:
        return _before_year_one(digits, first, size, precision)
    interval = _years(max(first, 1), first + size)
    return Span(interval, precision, digits + "X" * (4 - len(digits))) if interval else NOWHERE


def _before_year_one(digits: str, least: int, size: int, precision: str) -> Span:
    """The decade or century of years that count down to `least`: the 460s BC are 469 to 460 BC, -0468 to -0459.

    The 5th century BC is 500 to 401 BC, which are the years from -0499 to -0400 and so -04XX.
    """
    first, last = (-least - 8, min(1 - least, 0)) if size == 10 else (-least - 99, -least)
    interval = _years(first, last + 1)
    if interval is None:
        return NOWHERE
    edtf = f"{say_iso_year(first)}/{say_iso_year(last)}" if size == 10 else f"-{digits}XX"
    return Span(interval, precision, edtf)


def _years(first: int, after: int) -> Interval | None:
    return (moment(first), moment(after)) if FIRST_YEAR <= first < after <= LAST_YEAR else None


def _placed(match: re.Match[str], year: int) -> Span:
    if match["day"]:
        return _day(match, moment(year, int(match["month"]), int(match["day"])))
    if match["week"]:
        monday = datetime.fromisocalendar(year, int(match["week"]), 1)
        if match["weekend"]:
            saturday = monday + timedelta(days=5)
            return Span(
                (saturday, monday + timedelta(days=7)), "weekend", f"{saturday.date().isoformat()}/{_last(monday, 7)}"
            )
        return Span((monday, monday + timedelta(days=7)), "week", f"{monday.date()}/{_last(monday, 7)}")
    if match["month"]:
        return Span(_months(year, int(match["month"]), 1), "month", f"{say_iso_year(year)}-{match['month']}")
    if match["quarter"]:
        quarter = int(match["quarter"])
        return Span(_months(year, 3 * quarter - 2, 3), "quarter", f"{say_iso_year(year)}-{32 + quarter}")
    if match["half"]:
        half = int(match["half"])
        return Span(_months(year, 6 * half - 5, 6), "half-year", f"{say_iso_year(year)}-{39 + half}")
    if season := match["season"]:
        return Span(_months(year, *MONTHS_OF[season]), "season", f"{say_iso_year(year)}-{SEASON_EDTF[season]}")
    return Span(_months(year, 1, 12), "year", say_iso_year(year))


def _last(monday: datetime, days: int) -> str:
    return (monday + timedelta(days=days - 1)).date().isoformat()


def _months(year: int, month: int, count: int) -> Interval:
    after = year * 12 + month - 1 + count
    return moment(year, month), moment(after // 12, after % 12 + 1)


def _day(match: re.Match[str], day: datetime) -> Span:
    edtf = iso_day(day)
    if part := match["part"]:
        first, after = PARTS_OF_DAY[part]
        return Span((day + timedelta(hours=first), day + timedelta(hours=after)), "part of day", edtf)
    if match["hour"] is None:
        return Span((day, day + timedelta(days=1)), "day", edtf)
    start = day + timedelta(hours=int(match["hour"]), minutes=int(match["minute"] or 0))
    if match["minute"] is None:
        return Span((start, start + timedelta(hours=1)), "hour", f"{start:%Y-%m-%dT%H}")
    return Span((start, start + timedelta(minutes=1)), "minute", f"{start.isoformat(timespec='minutes')}")


def _third(whole: Span, edge: str) -> Span:
    """The first, middle or last third of a span, told as days; too short a span stays whole."""
    assert whole.interval is not None
    start, end = whole.interval
    days = (end - start).days
    if days < 3:
        return whole
    third = days // 3
    if days > 360:
        bounds = (start, _month_start(start, days, 1), _month_start(start, days, 2), end)
    else:
        bounds = (start, start + timedelta(days=third), start + timedelta(days=2 * third), end)
    at = ("START", "MID", "END").index(edge)
    first, after = bounds[at], bounds[at + 1]
    last = after - timedelta(days=1)
    left_out = 1 if 360 < days < 400 else 2 if days >= 400 else 0
    edtf = "/".join(iso_day(one).rsplit("-", left_out)[0] + "~" for one in (first, last))
    return Span((first, after), FINER.get(whole.precision or "", whole.precision), edtf)


FINER = {"year": "season", "half-year": "month", "quarter": "month", "season": "month", "month": "week"}
"""How precise a third of a span is."""


def _month_start(start: datetime, days: int, thirds: int) -> datetime:
    years, months = (0, 4 * thirds) if days < 400 else (round(days / 365.25) * thirds // 3, 0)
    return moment(start.year + years + (start.month - 1 + months) // 12, (start.month - 1 + months) % 12 + 1)


def days_in(year: int, month: int) -> int:
    """Days in a month, by the Gregorian rule for every year, also those before it was made."""
    return calendar.monthrange(2000 + year % 400, month)[1]


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{say_iso_year(year)}-W{week:02d}"
