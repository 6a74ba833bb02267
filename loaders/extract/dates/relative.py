"""Calendar units counted from another date: "last month", "the following day", "that year"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extract.dates.calendar_dates import day_ahead
from loaders.extract.dates.context import MESSAGE, NEWS, UNPLACED, Anchor, Context, Reading
from loaders.extract.dates.day_time import edge_of, with_clock
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.point import (
    DAY_UNITS,
    Point,
    counted,
    open_value,
)
from loaders.extract.dates.quantity import quantity
from loaders.extract.dates.tense import tense_before
from loaders.extract.dates.timex import year_value

DATED = re.compile(r"(BC)?\d{4}-\d\d")
"""A value that names a month; a season is only told by one."""
EARLY, SATURDAY = 2, 6
"""Days of the week: up to the first what is said of the weekend is of the last one."""
HALF_YEAR = 6
"""Months after which "the new year" is the next."""


def read_unit(match: Match, context: Context) -> list[Reading]:
    """ "last month", "next week", "the previous year", "the following day"."""
    step = match.value("relative", "deictic_relative", "relative", "told_relative")
    if "twice" in match:
        return step_units(match, context, 2 * match.value("twice", "last", "coming_next"), told=False)
    if match.is_a("relative", "last") and _is_the_last_of(match):
        return []
    if match.is_a("relative", "last") and _is_moment(match):
        return []
    if match.is_a("relative", "last") and match.is_a("unit", "day_unit"):
        step = 0  # "the last day to register" is no yesterday
        if context.kind != MESSAGE:
            return []
    if step == 0 and _is_weekend_just_over(match, context):
        step = -1
    readings = step_units(match, context, step, _counts_from_told(match, context, step))
    # "the previous year" is a look back, "by next year" an outlook, after which a story goes on where it was
    outlook = context.narrative and step > 0 and not match.is_a("relative", "told_relative")
    glance = outlook or (step < 0 and match.is_a("relative", "told_relative"))
    return [replace(reading, tells=False) for reading in readings] if glance else readings


def _is_moment(match: Match) -> bool:
    """Whether "the last minute" is the latest moment, which no calendar knows."""
    unit, words = match.value("unit", "calendar_unit"), match.words
    return unit in ("M", "H") and any(code and words.holds("the", code) for code in (match.codes[0], match.before))


def _is_weekend_just_over(match: Match, context: Context) -> bool:
    """Whether "this weekend" is the last one: said on a Monday or Tuesday of what is past, or before it of what was done then.

    "He announced a march this weekend" may look ahead on a Thursday, "This weekend, he complained" does not.
    """
    if not match.is_a("unit", "weekend_unit") or context.kind != NEWS or context.creation is None:
        return False
    day, before = context.creation.isoweekday(), tense_before(match)
    return (day <= EARLY and before == "past") or (day < SATURDAY and before is None and context.tense == "past")


def _is_the_last_of(match: Match) -> bool:
    """Whether something is named of which it is the last: "the last year of the war"."""
    first = match.codes[0] if match.words.holds("the", match.codes[0]) else match.before
    return all(code and match.words.holds(kind, code) for kind, code in (("the", first), ("of", match.following)))


def _counts_from_told(match: Match, context: Context, step: int) -> bool:
    """Whether what was told is counted from: "the next day" always, "the last year" only in a history."""
    if not match.is_a("relative", "deictic_relative"):
        as_adjective = any(match.words.holds("dash", code) for code in match.codes)  # "the prior-year result"
        return context.narrative or not as_adjective
    if not match.words.holds("the", match.codes[0]):
        return False
    if context.narrative or (step > 0 and match.is_a("unit", "day_unit")):
        return True
    told = context.rough_in_sentence() if step > 0 and match.is_a("unit", "year_unit") else None
    return told is not None and context.creation is not None and told.point.year < context.creation.year


def read_clock_of_day(match: Match, context: Context) -> list[Reading]:
    """ "8 a.m. the next day", "noon that day"."""
    step = match.value("relative", "told_relative") or 0
    days = step_units(match, context, step, told=True)
    return [with_clock(match, day.value, day.how, day.anchor) for day in days if day.problem is None and day.anchor]


def read_new_year(match: Match, context: Context) -> list[Reading]:
    """ "the new year": the one that has just begun, or that is near."""
    if context.now is None:
        return []
    year = context.now.point.year + ((context.now.point.month or 1) > HALF_YEAR)
    return [Reading("DATE", year_value(year), (f"the one nearest to {context.now.words}",), "START", context.now.time)]


def read_told_unit(match: Match, context: Context) -> list[Reading]:
    """ "that day", "the same month", "later that year"; "the end of the month" is this month's in the news."""
    if not match.parts.keys() & {"told", "edge"} and not _is_whole_of(match):
        return []
    if "told" in match and match.is_a("told", "same") and (readings := _as_told_after(match, context)):
        return readings
    return step_units(match, context, 0, told="told" in match or context.narrative)


def _as_told_after(match: Match, context: Context) -> list[Reading]:
    """ "On the same day it was asked for, December 31st": the day that stands further on in the sentence."""
    if match.value("unit", "calendar_unit") != "D" or context.told_in_sentence():
        return []
    found = day_ahead(match, context)
    if found is None:
        return []
    return [
        replace(
            found, how=(*found.how, "it is the day named after it in the sentence"), first=None, after=None, tells=False
        )
    ]


def _is_whole_of(match: Match) -> bool:
    """Whether a part of "the year" stands before: "the first nine months of the year"."""
    return match.first > 1 and match.words.holds("unit", match.tokens.codes[match.first - 2])


def step_units(match: Match, context: Context, step: int, told: bool) -> list[Reading]:
    unit = match.value("unit", "calendar_unit")
    if told and unit in DAY_UNITS and step and (reading := roughly(unit, context)):
        return [reading]
    anchor = _anchor_for(unit, context) if told else context.now
    value = counted(anchor.point, unit, step) if anchor else None
    if anchor is None or value is None:
        return [Reading("DATE", open_value(unit, anchor.point if anchor else None), problem=UNPLACED, tells=False)]
    how: tuple[str, ...] = (f"counted from {anchor.words}",)
    if "quantity" in match:
        return _years_earlier(match, value, how, anchor)
    if "second" in match:
        return _both(match, context, unit, value, how)
    return [Reading("TIME" if "T" in value else "DATE", value, how, edge_of(match), anchor.time)]


def _both(match: Match, context: Context, unit: str, value: str, how: tuple[str, ...]) -> list[Reading]:
    """ "This year and next": one reading each."""
    now, place = context.now, match.parts["second"][0]
    second = counted(now.point, unit, match.value("second", "last", "coming_next")) if now else None
    if now is None or second is None or "T" in value:
        return []
    first = Reading("DATE", value, how, anchor=now.time, after=place - 1)
    return [first, Reading("DATE", second, how, anchor=now.time, first=place)]


def _years_earlier(match: Match, value: str, how: tuple[str, ...], anchor: Anchor) -> list[Reading]:
    """ "Five years ago this month": the month, so many years back; of what has no such place in its year, the year."""
    if value.startswith("BC"):
        return []
    year = int(value[:4]) - int(quantity(match) or 0)
    kept = value[4:] if re.fullmatch(r"\d{4}-\d\d", value) else ""
    how = (*how, f"{match.text('quantity')} years back")
    return [Reading("DATE", year_value(year) + kept, how, "", anchor.time)] if year > 0 else []


def _anchor_for(unit: str, context: Context) -> Anchor | None:
    """What was told last; a day in the news without one is that of the publication."""
    told = context.told_for(unit)
    if told is None and context.narrative and unit in DAY_UNITS and (last := context.last_told):
        named = DATED.match(context.told or "")
        return last if named else replace(last, point=Point(last.point.year))
    return told or context.now


def roughly(unit: str, context: Context) -> Reading | None:
    """What is known of "the next day" or "a week earlier" in the news, where the same sentence told but a month."""
    told = None if context.narrative else context.rough_in_sentence()
    if told is None or told.point.month is None:
        return None
    month = open_value("D", told.point)
    how = (f"some days from {told.words}, which names no day",)
    return Reading("DATE", month if unit == "D" else month[:7], how, "APPROX", told.time, tells=False)
