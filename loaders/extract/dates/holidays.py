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


LUNAR_NEW_YEARS = (
    "1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 "
    "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26 "
    "2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 "
    "2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 "
    "2030-02-03"
)
"""First days of the Chinese year; no short rule gives them."""


def lunar_new_year(year: int) -> date | None:
    """The first day of the Chinese year that begins in a year; None outside 1990 to 2030.

    >>> lunar_new_year(2020)
    datetime.date(2020, 1, 25)
    """
    return next((date.fromisoformat(day) for day in LUNAR_NEW_YEARS.split() if day.startswith(str(year))), None)


def holiday_in(rule: str, year: int) -> date | None:
    """The day that a rule of `dates.yaml` means in a year; None where the year has none.

    >>> holiday_in("11-4th-4", 2021)
    datetime.date(2021, 11, 25)
    """
    try:
        if len(rule) == 10:
            return date.fromisoformat(rule)
        if rule.startswith("easter"):
            return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
        if rule.startswith("lunar"):
            first = lunar_new_year(year)
            return first + timedelta(days=int(rule.removeprefix("lunar"))) if first else None
        if rule == "election":
            first = nth_weekday(year, 11, 1, 1)
            return first + timedelta(days=1) if first else None
        if match := re.fullmatch(r"(\d\d)-(\d|last)\w*-(\d)", rule):
            nth = -1 if match[2] == "last" else int(match[2])
            return nth_weekday(year, int(match[1]), nth, int(match[3]))
        return date(year, int(rule[:2]), int(rule[3:]))
    except (ValueError, OverflowError):
        return None


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """The nth Monday (1) to Sunday (7) of a month, the last for -1; None where the month has not so many.

    >>> nth_weekday(2020, 5, -1, 1)
    datetime.date(2020, 5, 25)
    """
    days = calendar.monthrange(year, month)[1]
    matching = [day for day in range(1, days + 1) if date(year, month, day).isoweekday() == weekday]
    return date(year, month, matching[nth - 1 if nth > 0 else nth]) if nth <= len(matching) else None
