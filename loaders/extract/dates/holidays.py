"""Named days that the calendar fixes: on a date, on the nth weekday of a month, or counted from a movable feast."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from loaders.extract.dates.movable_days import APPROXIMATE, FEASTS

FEAST = re.compile(r"(\D+)([+-]\d+)")


def holiday_in(rule: str, year: int) -> date | None:
    """The day that a rule of `dates.yaml` means in a year; None where the year has none.

    >>> holiday_in("11-4th-4", 2021)
    datetime.date(2021, 11, 25)
    """
    try:
        if is_known_day(rule):
            return date.fromisoformat(rule)
        if match := FEAST.fullmatch(rule):
            first = FEASTS[match[1]](year)
            return first + timedelta(days=int(match[2])) if first else None
        if rule == "election":
            first = nth_weekday(year, 11, 1, 1)
            return first + timedelta(days=1) if first else None
        if match := re.fullmatch(r"(\d\d)-(\d|last)\w*-(\d)", rule):
            nth = -1 if match[2] == "last" else int(match[2])
            return nth_weekday(year, int(match[1]), nth, int(match[3]))
        return date(year, int(rule[:2]), int(rule[3:]))
    except (ValueError, OverflowError):
        return None


def is_known_day(rule: str) -> bool:
    """Whether a name means one day of history, not one of each year: "the Sept. 11 attacks"."""
    return rule[:4].isdecimal()


def is_approximate(rule: str) -> bool:
    """Whether a named day may be kept a day earlier or later.

    >>> is_approximate("eid al-fitr+0"), is_approximate("easter-2")
    (True, False)
    """
    match = FEAST.fullmatch(rule)
    return match is not None and match[1] in APPROXIMATE


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """The nth Monday (1) to Sunday (7) of a month, the last for -1; None where the month has not so many.

    >>> nth_weekday(2020, 5, -1, 1)
    datetime.date(2020, 5, 25)
    """
    days = calendar.monthrange(year, month)[1]
    matching = [day for day in range(1, days + 1) if date(year, month, day).isoweekday() == weekday]
    return date(year, month, matching[nth - 1 if nth > 0 else nth]) if nth <= len(matching) else None
