"""Dates counted from another: "last month", "60 years ago", "two days later", "that year"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from loaders.extract.dates.characters import BREAK
from loaders.extract.dates.context import MESSAGE, NEWS, UNPLACED, Anchor, Context, Reading
from loaders.extract.dates.day_time import edge_of, with_clock
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.point import (
    DAY_UNITS,
    SECONDS_IN,
    YEARS_IN,
    Point,
    counted,
    days_from,
    open_value,
    years_before,
)
from loaders.extract.dates.quantity import plain, quantity
from loaders.extract.dates.tense import tense_before
from loaders.extract.dates.timex import year_value
from loaders.extract.dates.uncounted import length

POST_MARKS = ("@", "#", "://")
DATED = re.compile(r"(BC)?\d{4}-\d\d")
"""A value that names a month; a season is only told by one."""
HALF_YEAR = 6
"""Months after which "the new year" is the next."""
HOW_LONG = "says how long before or after something, not when"


def read_unit(match: Match, context: Context) -> list[Reading]:
    """ "last month", "next week", "the previous year", "the following day"."""
    step = match.value("relative", "deictic_relative", "relative", "told_relative")
    if "twice" in match:
        return _unit(match, context, 2 * match.value("twice", "last", "coming_next"), told=False)
    if match.is_a("relative", "last") and _is_the_last_of(match):
        return []
    if match.is_a("relative", "last") and match.is_a("unit", "day_unit"):
        step = 0  # "the last day to register" is no yesterday
        if context.kind != MESSAGE:
            return []
    if step == 0 and _is_weekend_just_over(match, context):
        step = -1
    readings = _unit(match, context, step, _counts_from_told(match, context, step))
    # "the previous year" is a look back, "by next year" an outlook, after which a story goes on where it was
    outlook = context.narrative and step > 0 and not match.is_a("relative", "told_relative")
    glance = outlook or (step < 0 and match.is_a("relative", "told_relative"))
    return [replace(reading, tells=False) for reading in readings] if glance else readings


def _is_weekend_just_over(match: Match, context: Context) -> bool:
    """Whether "this weekend" is the last one: said on a Monday or Tuesday of what is past."""
    if not match.is_a("unit", "weekend_unit") or context.kind != NEWS or context.creation is None:
        return False
    return context.creation.isoweekday() <= 2 and tense_before(match) == "past"


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
    days = _unit(match, context, step, told=True)
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
    return _unit(match, context, 0, told="told" in match or context.narrative)


def _is_whole_of(match: Match) -> bool:
    """Whether a part of "the year" stands before: "the first nine months of the year"."""
    return match.first > 1 and match.words.holds("unit", match.tokens.codes[match.first - 2])


def _unit(match: Match, context: Context, step: int, told: bool) -> list[Reading]:
    unit = match.value("unit", "calendar_unit")
    if told and unit in DAY_UNITS and step and (reading := _roughly(unit, context)):
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


def read_ago(match: Match, context: Context) -> list[Reading]:
    """ "60 years ago": as precise as its unit, counted from the time of the text."""
    if _in_post(match, context) and context.creation and match.value("unit") == "Y" and "quantity" in match:
        return _to_the_day(match, context, context.creation.date())
    return _counted(match, context, context.now, -1)


def _in_post(match: Match, context: Context) -> bool:
    """Whether the text is a message to the public: short, with a handle, a hashtag or a link."""
    return context.kind == MESSAGE and any(mark in match.tokens.text for mark in POST_MARKS)


def _to_the_day(match: Match, context: Context, here: date) -> list[Reading]:
    """ "One year ago" in a post: that day of the year, which is why it is told."""
    number = quantity(match)
    day = years_before(here, int(number)) if number and number == int(number) and number < here.year else None
    if day is None or context.published is None:
        return _counted(match, context, context.now, -1)
    how = (f"{plain(number or 0)} {match.text('unit')} before {context.published.words}, to the day",)
    return [Reading("DATE", day.isoformat(), how, anchor=context.creation)]


def read_year_ago(match: Match, context: Context) -> list[Reading]:
    """ "a year-ago profit": an adjective with no number."""
    if context.now is None:
        return []
    value = counted(context.now.point, "Y", -1)
    how = (f"1 year before {context.now.words}",)
    return [Reading("DATE", value, how, anchor=context.now.time, tells=False)] if value else []


def read_later(match: Match, context: Context) -> list[Reading]:
    """ "two days later": counted from what was told last; "two days from now" from the time of the text.

    "Two days later than planned" says how long.
    """
    if "direction" not in match or match.is_a("direction", "from_now") or match.is_a("direction", "from"):
        return _counted(match, context, context.now, 1)
    compared = match.following and match.words.holds("than", match.following)
    if compared or (match.is_a("direction", "on_later") and not context.narrative):
        return _how_long_beside(match)
    back = match.is_a("direction", "earlier") or match.is_a("direction", "before")
    if back and (reading := _quarter_a_year_earlier(match, context)):
        return [reading]
    if match.value("unit") in ("D", "W", "F") and (reading := _roughly(match.value("unit"), context)):
        return [reading]
    return _counted(match, context, _told_before(match, context), -1 if back else 1)


def _quarter_a_year_earlier(match: Match, context: Context) -> Reading | None:
    """ "It earned more in the third quarter than a year earlier": then too, the quarter is meant."""
    told = context.told or ""
    if (
        context.narrative
        or match.value("unit") != "Y"
        or quantity(match) != 1
        or not re.fullmatch(r"\d{4}-[QH]\d", told)
    ):
        return None
    how = (f"a year before {context.told_text!r} ({told})",)
    return Reading("DATE", f"{year_value(int(told[:4]) - 1)}{told[4:]}", how, anchor=context.creation, tells=False)


def _told_before(match: Match, context: Context) -> Anchor | None:
    """What was told last; the news may have told it too roughly to count such units from it."""
    unit, told = match.value("unit"), context.last_told
    if told and not context.narrative:
        rough = told.point.day is None if unit in (*DAY_UNITS, "W", "F") else told.point.month is None and unit == "MTH"
        return context.told_in_paragraph() or context.now if rough else told
    return told or context.now


def read_beside(match: Match, context: Context) -> list[Reading]:
    """ "a week after the vote", "the day before": counted from what was told last where nothing is named to count from.

    With something named ("two days before the vote") the words say how long before, and the reader has to know when
    that was; a history has mostly just told it, so there the date is counted.
    """
    following = match.following or BREAK
    alone = following == BREAK or any(match.words.holds(kind, following) for kind in ("comma", "dot", "close", "that"))
    alone = alone or (match.words.holds("and", following) and not _is_both_sides(match))
    if not alone and not (
        context.narrative and ("quantity" in match or match.value("unit", "calendar_unit") in DAY_UNITS)
    ):
        return _how_long_beside(match)
    if "quantity" not in match:
        return _unit(match, context, -1 if match.is_a("direction", "before") else 1, told=True)
    return read_later(match, context)


def _is_both_sides(match: Match) -> bool:
    """Whether "and" and another such word follow: "the day before and after the vote"."""
    after = match.tokens.codes[match.after + 1 : match.after + 5]
    return any(match.words.holds(kind, code) for code in after for kind in ("before", "after"))


def _roughly(unit: str, context: Context) -> Reading | None:
    """What is known of "the next day" or "a week earlier" in the news, where the same sentence told but a month."""
    told = None if context.narrative else context.rough_in_sentence()
    if told is None or told.point.month is None:
        return None
    month = open_value("D", told.point)
    how = (f"some days from {told.words}, which names no day",)
    return Reading("DATE", month if unit == "D" else month[:7], how, "APPROX", told.time, tells=False)


def _how_long_beside(match: Match) -> list[Reading]:
    if "quantity" not in match:
        return []
    return [Reading("DURATION", length(match), problem=HOW_LONG, after=match.parts["direction"][0], tells=False)]


def _counted(match: Match, context: Context, anchor: Anchor | None, sign: int) -> list[Reading]:
    unit = match.value("unit")
    number = quantity(match) if "quantity" in match else None
    if number is None:
        vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return [Reading("DATE", vague, problem="how long before or after is not said", tells=False)]
    if unit in SECONDS_IN and "direction" in match and not (anchor and anchor.point.day and context.narrative):
        return [Reading("DURATION", length(match), problem=HOW_LONG, tells=False)]
    if unit in SECONDS_IN and sign < 0 and "direction" not in match and context.creation and anchor:
        return _hours_ago(match, context.creation, SECONDS_IN[unit] * number, anchor)
    value = counted(anchor.point, unit, sign * number) if anchor else None
    if "exact" in match and unit == "Y" and anchor and anchor.point.day and anchor.point.date:
        same_day = years_before(anchor.point.date, int(-sign * number))
        value = same_day.isoformat() if same_day else None
    if value is None and unit in YEARS_IN and number > 1000:
        return [Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", problem="beyond the calendar", tells=False)]
    if anchor is None or value is None:
        return [
            Reading(
                "DATE", open_value(unit, Point(anchor.point.year) if anchor else None), problem=UNPLACED, tells=False
            )
        ]
    how = (f"{plain(number)} {match.text('unit')} {'before' if sign < 0 else 'after'} {anchor.words}",)
    tells = sign > 0 or not context.narrative  # a look back, after which a story goes on where it was
    return [Reading("TIME" if "T" in value else "DATE", value, how, anchor=anchor.time, tells=tells)]


def _hours_ago(match: Match, creation: datetime, seconds: float, anchor: Anchor) -> list[Reading]:
    """ "Two hours ago": to the minute from a time of publication, else as many whole days back as the hours make."""
    how = (f"{plain(quantity(match) or 0)} {match.text('unit')} before {anchor.words}",)
    here = anchor.time or creation
    if (here.hour, here.minute) == (0, 0):
        day = days_from(here.date(), -int(seconds // 86400))
        return [Reading("DATE", day.isoformat(), how, "APPROX", anchor.time)] if day else []
    try:
        value = (here - timedelta(seconds=seconds)).isoformat(timespec="minutes")
    except OverflowError:
        return []
    return [Reading("TIME", value, how, "", anchor.time)]
