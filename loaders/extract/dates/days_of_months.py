"""Days, weeks and weekdays of a month, and what shares one: "on the 5th", "the first week of April", "3–5 March"."""

from __future__ import annotations

from datetime import date

from loaders.extract.dates.characters import BREAK
from loaders.extract.dates.context import Context, Reading
from loaders.extract.dates.day_time import with_clock
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.holidays import nth_weekday
from loaders.extract.dates.quantity import leading_number, ordinal, quantity
from loaders.extract.dates.timex import days_in, week_value, year_value
from loaders.extract.dates.which_year import year_for

NEXT_TO = 12
"""Words after a month within which "On the 5th" is one of its days."""


def read_part_of_month(match: Match, context: Context) -> list[Reading]:
    """ "the first week of April", "the last day of March": weeks by the one that the first or last day is in.

    A weekend is counted by its Saturday.
    """
    month = match.value("month")
    nth = -1 if match.is_a("nth", "last") else ordinal(match, "nth")
    year, how = year_for(match, context, month, None)
    if nth is None or year is None or not 0 < year < 10000:
        return []
    if match.is_a("unit", "weekend_unit"):
        saturday = nth_weekday(year, month, nth, 6)
        return [Reading("DATE", f"{week_value(saturday)}-WE", how)] if saturday else []
    of_weeks = match.is_a("unit", "week_unit")
    day = days_in(year, month) if nth < 0 else 1 + (nth - 1) * (7 if of_weeks else 1)
    if not 1 <= day <= days_in(year, month):
        return []
    anchor = context.now.time if how and context.now else None
    found = date(year, month, day)
    return [Reading("DATE", week_value(found) if of_weeks else found.isoformat(), how, "", anchor)]


def read_weekday_of_month(match: Match, context: Context) -> list[Reading]:
    """ "the last Monday in May 1915"."""
    month = match.value("month")
    nth = -1 if match.is_a("nth", "last") else ordinal(match, "nth")
    year, how = year_for(match, context, month, None)
    if not nth or year is None or not 0 < year < 10000:
        return []
    day = nth_weekday(year, month, nth, match.value("weekday"))
    anchor = context.now.time if how and context.now else None
    return [Reading("DATE", day.isoformat(), how, "", anchor)] if day else []


def read_day_of_month(match: Match, context: Context) -> list[Reading]:
    """ "on the 5th": of the month that the text is in, or of the month before or after it."""
    if not _ends_phrase(match):
        return []
    if "letter" in match:
        return _day_of_letter(match, context)
    told = context.narrative or "told" in match or _goes_on_from_month(match, context)
    anchor = context.last_told or context.now if told else context.now
    day = ordinal(match, "day")
    if anchor is None or anchor.point.month is None or day is None:
        return []
    point = anchor.point
    step = match.value("relative") or 0
    if "relative" not in match and "told" not in match and point.day and not context.narrative:
        step = (
            1
            if context.tense == "future" and day < point.day
            else -1
            if context.tense == "past" and day > point.day
            else 0
        )
    year, month = divmod(point.year * 12 + (point.month or 1) - 1 + step, 12)
    if not 1 <= day <= days_in(year, month + 1):
        return []
    how = (f"a day of the month of {anchor.words}" if not step else f"counted from {anchor.words}",)
    return [with_clock(match, f"{year_value(year)}-{month + 1:02d}-{day:02d}", how, anchor.time)]


def _day_of_letter(match: Match, context: Context) -> list[Reading]:
    """ "the 3d inst.", "the 29th ult.": of the month in which the text was written, or of the one before it."""
    anchor, day = context.published or context.last_told, ordinal(match, "day")
    if anchor is None or anchor.point.month is None or day is None:
        return []
    year, month = divmod(anchor.point.year * 12 + anchor.point.month - 1 + match.value("letter", "month_of_letter"), 12)
    if not 1 <= day <= days_in(year, month + 1):
        return []
    how = (f"{match.text('letter')!r} is said of {anchor.words}",)
    return [Reading("DATE", f"{year_value(year)}-{month + 1:02d}-{day:02d}", how, "", anchor.time)]


def read_end_of_month(match: Match, context: Context) -> list[Reading]:
    """ "the last five days of May 2017", "the first three days of June": so many days at one end of a month."""
    month, number = match.value("month"), quantity(match, "number")
    year, how = year_for(match, context, month, None)
    last = match.is_a("side", "last") or match.value("side", "edge_of_units") == "END"
    first = match.value("side", "edge_of_units") == "START" or match.value("side", "ordinal_word") == 1
    if not number or year is None or not 0 < year < 10000 or not (last or first):
        return []
    days, length = int(number), days_in(year, month)
    if not 1 < days < length:
        return []
    ends = (length - days + 1, length) if last else (1, days)
    value = "/".join(f"{year_value(year)}-{month:02d}-{day:02d}" for day in ends)
    return [Reading("DATE", value, how, "", context.now.time if how and context.now else None, tells=False)]


def _goes_on_from_month(match: Match, context: Context) -> bool:
    """Whether "On the 5th" opens a sentence right after one that told a month."""
    told = context.last_told
    if told is None or told.point.month is None or told.point.day is not None:
        return False
    between = match.tokens.codes[context.last_after : match.first]
    return len(between) <= NEXT_TO and any(match.words.holds("dot", code) for code in between[-3:])


def _after_list(match: Match) -> str:
    """The word after the day and all that are listed with it: "the 12th, 45th and 90th minutes" ends in no day."""
    codes, words, place = match.tokens.codes, match.words, match.after
    while place + 1 < len(codes) and any(words.holds(kind, codes[place]) for kind in ("comma", "and")):
        step = 2 if words.holds("and", codes[place + 1]) else 1
        if not words.holds("ordinal_number", codes[place + step : place + step + 1] or BREAK):
            break
        place += step + 1
    return codes[place : place + 1]


def _ends_phrase(match: Match) -> bool:
    """Whether nothing follows that "the 5th" may belong to ("the 5th floor"): a mark, or after "on" a small word."""
    words, following = match.words, _after_list(match) or BREAK
    if following == BREAK or any(words.holds(kind, following) for kind in ("comma", "dot", "close", "and", "to")):
        return True
    after_on = bool(match.before) and any(words.holds(kind, match.before) for kind in ("on", "to"))
    return after_on and words.holds("day_follower", following)


def read_days(match: Match, context: Context) -> list[Reading]:
    """Days of one month in a list or range ("3–5 March", "April 24 and 25"): one reading a day."""
    month = match.value("month")
    indices = match.places("days", "day")
    numbers = [leading_number(match.tokens.word(index)) for index in indices]
    joints = match.tokens.codes[indices[0] + 1 : indices[1]]
    if len(numbers) == 2 and len(joints) == 1 and match.words.holds("comma", joints):
        return []  # "on May 3, 12 boats sank"
    year, how = year_for(match, context, month, numbers[0])
    if year is None or any(not 1 <= number <= days_in(year, month) for number in numbers):
        return []
    month_first = match.parts["month"][0] < match.parts["days"][0]
    anchor = context.now.time if how and context.now else None
    readings = []
    for place, (index, number) in enumerate(zip(indices, numbers, strict=True)):
        first = match.first if place == 0 else index
        after = match.after if index == indices[-1] and not month_first else index + 1
        shared = how if after - first > 1 else (*how, "the month is that of the days beside it")
        value = f"{year_value(year)}-{month:02d}-{number:02d}"
        readings.append(Reading("DATE", value, shared, "", anchor, first=first, after=after))
    return readings


def read_months(match: Match, context: Context) -> list[Reading]:
    """Months that share a year ("June, July and August 1914"): one reading a month."""
    indices = match.places("months", "month")
    months = [match.words.value("month", match.tokens.word(index)) for index in indices]
    year, how = year_for(match, context, months[0], None)
    if year is None:
        return []
    readings = []
    for index, month in zip(indices, months, strict=True):
        after = match.after if index == indices[-1] else index + 1
        shared = how if index == indices[-1] else (*how, "the year is that of the months beside it")
        readings.append(Reading("DATE", f"{year_value(year)}-{month:02d}", shared, first=index, after=after))
    return readings
