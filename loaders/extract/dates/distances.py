"""Dates so many units away from another: "60 years ago", "two days later", "a week after the vote"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from loaders.extract.dates.characters import BREAK
from loaders.extract.dates.context import MESSAGE, NEWS, UNPLACED, Anchor, Context, Reading
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lines import is_quoted
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
from loaders.extract.dates.quantity import leading_number, ordinal, plain, quantity
from loaders.extract.dates.relative import roughly, step_units
from loaders.extract.dates.reported import same_part_a_year_earlier, tells_business
from loaders.extract.dates.uncounted import length

MOMENTS = frozenset({"S", "M"})
"""Units so short that only who speaks can count them."""
POST_MARKS = ("@", "#", "://")
DECADE = 10
"""Years."""
HOW_LONG = "says how long before or after something, not when"


def read_ago(match: Match, context: Context) -> list[Reading]:
    """ "60 years ago": as precise as its unit, counted from the time of the text; "a minute ago" is when it was said."""
    if match.value("unit") in MOMENTS and context.kind == NEWS and is_quoted(match):
        return [Reading("DATE", "PAST_REF", problem="counted from a moment at which somebody spoke", tells=False)]
    if _in_post(match, context) and context.creation and match.value("unit") == "Y" and "quantity" in match:
        return _to_the_day(match, context, context.creation.date())
    told = context.told_part_in_sentence() is not None or tells_business(match)
    if told and "exact" not in match and (reading := same_part_a_year_earlier(match, context)):
        return [reading]
    return _counted(match, context, context.published if _is_long_ago(match) and context.published else context.now, -1)


def _is_long_ago(match: Match) -> bool:
    """Whether decades have passed, which a story counts from its reader's day: "Forty years ago the roof fell"."""
    number = quantity(match) if "quantity" in match else None
    return number is not None and number * YEARS_IN.get(match.value("unit"), 0) >= DECADE


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
    if back and (reading := same_part_a_year_earlier(match, context)):
        return [reading]
    if match.value("unit") in ("D", "W", "F") and (reading := roughly(match.value("unit"), context)):
        return [reading]
    return _counted(match, context, _told_before(match, context), -1 if back else 1)


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
        return step_units(match, context, -1 if match.is_a("direction", "before") else 1, told=True)
    return read_later(match, context)


def read_from_date(match: Match, context: Context) -> list[Reading]:
    """ "twenty years from 1948": counted from the date that is named; after "for" it says how long something lasted."""
    if match.before and any(match.words.holds(kind, match.before) for kind in ("for", "over")):
        return []
    day, month = (match.value("month"), ordinal(match, "day")) if "month" in match else (None, None)
    point = Point(leading_number(match.text("year")), day, month)
    words = " ".join(match.tokens.words(match.parts["direction"][1], match.after))
    anchor = Anchor(point, repr(words), point.time)
    number, sign = quantity(match), -1 if match.is_a("direction", "before") else 1
    value = counted(point, match.value("unit"), sign * number) if number else None
    if number is None or value is None or "T" in value:
        return []
    how = (f"{plain(number)} {match.text('unit')} {'before' if sign < 0 else 'after'} {anchor.words}",)
    return [Reading("DATE", value, how, anchor=anchor.time)]


def _is_both_sides(match: Match) -> bool:
    """Whether "and" and another such word follow: "the day before and after the vote"."""
    after = match.tokens.codes[match.after + 1 : match.after + 5]
    return any(match.words.holds(kind, code) for code in after for kind in ("before", "after"))


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
