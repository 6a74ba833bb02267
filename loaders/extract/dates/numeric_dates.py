"""Dates in numbers alone: "22/7/2014", "25.11.2022", "Sun 3/24"; the order of day and month by what shows it."""

from __future__ import annotations

import re
from datetime import date

from loaders.extract.dates.context import Context, Reading
from loaders.extract.dates.day_time import with_clock
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lines import opens_entry
from loaders.extract.dates.quantity import leading_number
from loaders.extract.dates.timex import days_in, year_value
from loaders.extract.dates.written_years import roman_number
from loaders.extract.dates.years import full_year

FAR_WEEKDAY = 200
"""Days that a weekday with a day and month, but no year, may lie away."""
NEIGHBOUR = 45
"""Days that an entry of a list may lie after the one before it, where that shows the order of day and month."""


def read_numeric(match: Match, context: Context) -> list[Reading]:
    """22/7/2014, 25.11.2022, 2014/7/22; the order of day and month by what the numbers or the document show."""
    written = match.text("numbers")
    if match.before and match.words.holds("numbered", match.before):
        return []
    first, second, third = (int(part) for part in re.split(r"\D", written))
    if re.match(r"\d{4}", written):
        return _numeric(match, first, second, third)
    year = third if re.search(r"\d{4}$", written) else full_year(third, context)
    if first > 12 or second > 12 or first == second:
        day, month = (first, second) if first > 12 or first == second else (second, first)
        place = "first" if (day, month) == (first, second) else "second"
        return _numeric(match, year, month, day, f"the day stands {place}, since there is no other way to read it")
    if context.day_first is None and "." not in written and (found := _by_entry_before(match, context, year)):
        return found
    day_first = "." in written or context.day_first
    if day_first is None and "weekday" in match and (found := _by_weekday(match, year, first, second)):
        return found
    if day_first is None:
        problem = f"the {first} may be the day or the month: nothing in the document shows the order"
        return [Reading("DATE", year_value(year), problem=problem, tells=False)]
    day, month = (first, second) if day_first else (second, first)
    reason = "as dates with dots do" if "." in written else "as elsewhere in the document"
    return _numeric(match, year, month, day, f"the {'day' if day_first else 'month'} stands first, {reason}")


def read_roman_date(match: Match, context: Context) -> list[Reading]:
    """3.VI.1934: the month in Roman numerals."""
    day, month, year = re.findall(r"\w+", match.text("numbers"))
    return _numeric(match, int(year), roman_number(month), int(day), "the month is written in Roman numerals")


def read_numeric_of_weekday(match: Match, context: Context) -> list[Reading]:
    """ "Sun 3/24": the nearest day that is such a weekday, whichever of the numbers is the month."""
    here = context.published.point.date if context.published else None
    if here is None or context.published is None:
        return []
    numbers = (leading_number(match.text("one")), leading_number(match.text("other")))
    days = (
        _day(year, *order) for year in range(here.year - 1, here.year + 2) for order in {numbers, numbers[::-1]}
    )  # fmt: skip
    fitting = [day for day in days if day and day.isoweekday() == match.value("weekday")]
    nearest = min(fitting, key=lambda day: (abs(day - here), day), default=None)
    if nearest is None or abs((nearest - here).days) > FAR_WEEKDAY:
        return []
    how = ("the order of day and month that fits the weekday", f"the nearest to {context.published.words}")
    return [with_clock(match, nearest.isoformat(), how, context.published.time)]


def _by_weekday(match: Match, year: int, first: int, second: int) -> list[Reading]:
    """The one order of day and month that fits the weekday: "Tuesday, 3/4/2014"."""
    days = (_day(year, first, second), _day(year, second, first))
    fitting = [day for day in days if day and day.isoweekday() == match.value("weekday")]
    how = "the order of day and month that fits the weekday"
    return _numeric(match, year, fitting[0].month, fitting[0].day, how) if len(fitting) == 1 else []


def _day(year: int, month: int, day: int) -> date | None:
    return (
        date(year, month, day) if 0 < year < 10000 and 1 <= month <= 12 and 1 <= day <= days_in(year, month) else None
    )


def _by_entry_before(match: Match, context: Context, year: int) -> list[Reading]:
    """The one order of day and month in which an entry of a list soon follows the day told before it."""
    told = context.told_for("D")
    if told is None or told.point.date is None or not opens_entry(match):
        return []
    first, second = (int(part) for part in re.split(r"\D", match.text("numbers"))[:2])
    days = (date(year, second, first), date(year, first, second)) if 0 < year < 10000 and first and second else ()
    near = [day for day in days if 0 <= (day - told.point.date).days <= NEIGHBOUR]
    how = f"the order of day and month in which it soon follows {told.words}"
    return _numeric(match, near[0].year, near[0].month, near[0].day, how) if len(near) == 1 else []


def _numeric(match: Match, year: int, month: int, day: int, *how: str) -> list[Reading]:
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return []
    return [with_clock(match, value, how)]
