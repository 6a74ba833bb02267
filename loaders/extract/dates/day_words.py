"""Words that name a day by its distance: "yesterday", "tonight", "tomorrow morning", "30 years ago today"."""

from __future__ import annotations

from datetime import date

from loaders.extract.dates.context import UNPLACED, Context, Reading
from loaders.extract.dates.day_time import clock_value, edge_of, with_clock
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.point import days_from, years_before
from loaders.extract.dates.quantity import quantity


def read_day_word(match: Match, context: Context) -> list[Reading]:
    """ "yesterday", "tonight", "tomorrow morning", "30 years ago today"."""
    time = clock_value(match) or ("NI" if match.is_a("day", "night_word") else "")
    anchor = context.today()
    if anchor is None or anchor.point.date is None:
        kind, value = ("TIME", f"XXXX-XX-XXT{time}") if time else ("DATE", "XXXX-XX-XX")
        return [Reading(kind, value, problem=UNPLACED, tells=False)]
    day = days_from(anchor.point.date, match.value("day", "day_word"))
    if day and "quantity" in match:
        day = _so_long_before(day, match)
    if day is None:
        return []
    how = (f"{match.text('day')!r} counted from {anchor.words}",)
    if time and not clock_value(match):
        return [Reading("TIME", f"{day.isoformat()}T{time}", how, "", anchor.time)]
    return [with_clock(match, day.isoformat(), how, anchor.time, edge_of(match))]


def _so_long_before(day: date, match: Match) -> date | None:
    """The same day so many years, months, weeks or days earlier."""
    number, unit = quantity(match), match.value("unit")
    if number is None or number != int(number) or unit not in ("Y", "MTH", "W", "F", "D"):
        return None
    if unit == "Y":
        return years_before(day, int(number))
    if unit != "MTH":
        return days_from(day, -int(number) * {"D": 1, "W": 7, "F": 14}[unit])
    month = day.year * 12 + day.month - 1 - int(number)
    return date(month // 12, month % 12 + 1, day.day) if day.day < 29 and month >= 12 else None
