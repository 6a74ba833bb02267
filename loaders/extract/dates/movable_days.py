"""Feasts that move through the year with the moon: by rule where there is one, else by table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

ISLAMIC_EPOCH, HEBREW_EPOCH = 227_015, -1_373_427
"""First days of the two calendars, as `date.toordinal` counts days (Reingold and Dershowitz, Calendrical Calculations)."""

LUNAR_NEW_YEARS = (
    "1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 "
    "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26 "
    "2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 "
    "2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 "
    "2030-02-03"
)
"""First days of the Chinese year; no short rule gives them."""
DIWALI = (
    "2000-10-26 2001-11-14 2002-11-04 2003-10-25 2004-11-12 2005-11-01 2006-10-21 2007-11-09 2008-10-28 2009-10-17 "
    "2010-11-05 2011-10-26 2012-11-13 2013-11-03 2014-10-23 2015-11-11 2016-10-30 2017-10-19 2018-11-07 2019-10-27 "
    "2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-10-31 2025-10-20"
)
VESAK = (
    "2010-05-28 2011-05-17 2013-05-24 2014-05-13 2016-05-21 2017-05-10 2019-05-19 2020-05-07 2021-05-26 2022-05-15 "
    "2024-05-22 2025-05-12"
)
"""Without the years in which some countries keep it a month before others (2012, 2015, 2018, 2023)."""
APPROXIMATE = ("eid al-fitr", "eid al-adha", "ashura", "mawlid", "vesak", "diwali")
"""Feasts that countries keep on days that differ by one."""


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


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, by the Julian calendar (the algorithm of Meeus).

    >>> orthodox_easter(2013)
    datetime.date(2013, 5, 5)
    """
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def rosh_hashanah(year: int) -> date:
    """The first day of the Hebrew year that begins in a year.

    >>> rosh_hashanah(2012)
    datetime.date(2012, 9, 17)
    """
    return date.fromordinal(_hebrew_new_year(year + 3761))


def _hebrew_new_year(year: int) -> int:
    before, here, after = (_hebrew_days(one) for one in (year - 1, year, year + 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return HEBREW_EPOCH + here + delay


def _hebrew_days(year: int) -> int:
    """Days from the first Hebrew new year to that of a year, before two of the rules that put it off."""
    months = (235 * year - 234) // 19
    day = months * 29 + (12_084 + 13_753 * months) // 25_920
    return day + (3 * (day + 1) % 7 < 3)


def hanukkah(year: int) -> date:
    """25 Kislev; the month before it has 30 days in the longest years only.

    >>> hanukkah(2013), hanukkah(2022)
    (datetime.date(2013, 11, 28), datetime.date(2022, 12, 19))
    """
    first = rosh_hashanah(year)
    long = (rosh_hashanah(year + 1) - first).days % 10 == 5
    return first + timedelta(days=84 if long else 83)


def _islamic(month: int, day: int) -> Callable[[int], date | None]:
    """A day of the tabular Islamic calendar; the one that watches the moon may differ by a day or two."""

    def in_year(year: int) -> date | None:
        about = (year - 622) * 33 // 32
        days = (
            day + 29 * (month - 1) + (6 * month - 1) // 11 + (lunar - 1) * 354 + (3 + 11 * lunar) // 30
            for lunar in range(about - 1, about + 3)
        )  # fmt: skip
        found = (date.fromordinal(ISLAMIC_EPOCH - 1 + count) for count in days)
        return next((one for one in found if one.year == year), None)

    return in_year


def _of_table(table: str) -> Callable[[int], date | None]:
    days = {int(day[:4]): date.fromisoformat(day) for day in table.split()}
    return days.get


FEASTS: Mapping[str, Callable[[int], date | None]] = {
    "easter": easter,
    "orthodox easter": orthodox_easter,
    "rosh hashanah": rosh_hashanah,
    "passover": lambda year: rosh_hashanah(year) - timedelta(days=163),
    "hanukkah": hanukkah,
    "eid al-fitr": _islamic(10, 1),
    "eid al-adha": _islamic(12, 10),
    "ashura": _islamic(1, 10),
    "mawlid": _islamic(3, 12),
    "lunar new year": _of_table(LUNAR_NEW_YEARS),
    "diwali": _of_table(DIWALI),
    "vesak": _of_table(VESAK),
}
"""What a rule of `dates.yaml` counts from -> its day in a year; None where the table does not have it."""
