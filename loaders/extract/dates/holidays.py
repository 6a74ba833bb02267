"""Named days that the calendar fixes: on a date, on the nth weekday of a month, or counted from Easter."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm).

    >>> easter(2020)
    datetime.date(2020, 4, 12)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday_in(rule: str, year: int) -> date | None:
    """The day that a rule of `dates.yaml` means in a year; None where the year has none.

    >>> holiday_in("11-4th-4", 2021)
    datetime.date(2021, 11, 25)
    """
    try:
        if rule.startswith("easter"):
            return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
        if rule == "election":
            return _nth_weekday(year, 11, 1, 1) + timedelta(days=1)
        if match := re.fullmatch(r"(\d\d)-(\d|last)\w*-(\d)", rule):
            nth = -1 if match[2] == "last" else int(match[2])
            return _nth_weekday(year, int(match[1]), nth, int(match[3]))
        return date(year, int(rule[:2]), int(rule[3:]))
    except (ValueError, OverflowError):
        return None


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    days = calendar.monthrange(year, month)[1]
    matching = [day for day in range(1, days + 1) if date(year, month, day).isoweekday() == weekday]
    return date(year, month, matching[nth - 1 if nth > 0 else nth])
