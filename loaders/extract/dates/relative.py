"""Dates counted from another: weekdays, "yesterday", "last month", "60 years ago", "two days later", "that year"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from loaders.extract.dates.absolute import clock_value, day_number, day_of_context, edge_of, with_clock
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lexicon import BREAK
from loaders.extract.dates.quantity import plain, quantity
from loaders.extract.dates.reading import MESSAGE, WEEKDAYS, Context, Point, Reading, as_time, point_of, shift_days, spoken
from loaders.extract.dates.uncounted import length
from loaders.extract.dates.timex import week_value, year_value

UNPLACED = "nothing is told or published that it could be counted from"


def read_weekday(match: Match, context: Context) -> list[Reading]:
    """A weekday: before or after its anchor as the tense and the words say."""
    number = match.value("weekday", "weekday", "weak_weekday")
    anchor = context.now
    here = anchor.date if anchor and anchor.day else None
    if match.is_a("weekday", "doubtful_weekday") and not _is_weekday(match, context):
        return []
    if here is None:
        time = clock_value(match)
        problem = "a weekday, and no day is told or published that it could be counted from"
        return [
            Reading(
                "TIME" if time else "DATE",
                f"XXXX-WXX-{number}" + (f"T{time}" if time else ""),
                problem=problem,
                tells=False,
            )
        ]
    if "day" in match:
        return _weekday_with_number(match, context, number, here)
    step, words = _direction(match, context)
    behind, ahead = (here.isoweekday() - number) % 7, (number - here.isoweekday()) % 7
    if step is None:
        days = -behind
    elif step < 0:
        days = -(behind or 7)
    elif step == 0:
        days = ahead
    else:
        days = ahead or 7
    day = shift_days(here, days)
    if day is None:
        return []
    name = match.text("weekday")
    how = (f"{name!r} is {_place(days, WEEKDAYS[number - 1])} {context.from_words()}{words}",)
    return [with_clock(match, day.isoformat(), how, as_time(anchor), edge_of(match))]


def _is_weekday(match: Match, context: Context) -> bool:
    """Whether a word such as "Sun" is a weekday, by the words beside it."""
    if context.kind == MESSAGE or len(match.parts) > 1:
        return True
    codes = match.tokens.codes
    return match.first > 0 and match.words.holds("weekday_opener", codes[match.first - 1])


def _place(days: int, name: str) -> str:
    if days == 0:
        return "the same day as"
    return f"the last {name} before" if days < 0 else f"the first {name} after"


def _direction(match: Match, context: Context) -> tuple[int | None, str]:
    """-1 for strictly before, 0 for that day or after, 1 for strictly after, None for that day or before."""
    if "relative" in match:
        return match.value("relative"), f" ({match.text('relative')!r})"
    if context.tense == "future":
        return 0, " (the clause tells of the future)"
    codes, first = match.tokens.codes, match.first
    if first > 1 and match.words.holds("coming_edge", codes[first - 1]) and not match.words.holds("dot", codes[first - 2]):
        return 0, f" ({match.tokens.word(first - 1)!r} looks ahead)"
    return None, ""


def _weekday_with_number(match: Match, context: Context, number: int, here: date) -> list[Reading]:
    """ "Friday the 13th", "this Friday (25)": the nearest such day on which both agree."""
    wanted = day_number(match)
    for days in sorted(range(-200, 201), key=abs):
        day = shift_days(here, days)
        if day and day.day == wanted and day.isoweekday() == number:
            if "month" in match and match.value("month") != day.month:
                continue
            how = (f"the nearest {WEEKDAYS[number - 1]} to {context.from_words()} that is a {wanted}",)
            return [Reading("DATE", day.isoformat(), how, anchor=as_time(context.now))]
    return []


def read_weekend(match: Match, context: Context) -> list[Reading]:
    """ "the weekend": the last one, or the coming one where the clause tells of the future."""
    here = _here(context)
    if here is None:
        return []
    behind = shift_days(here, -here.isoweekday()) if here.isoweekday() < 6 and context.tense != "future" else here
    if behind is None:
        return []
    how = (f"the weekend {'before' if behind < here else 'of the week of'} {context.from_words()}",)
    return [Reading("DATE", week_value(behind) + "-WE", how, anchor=as_time(context.now))]


def read_every_weekday(match: Match, context: Context) -> list[Reading]:
    """ "Mondays", "every Friday": a set, of no one time."""
    number = match.value("weekdays", "weekdays") if "weekdays" in match else match.value("weekday")
    value = f"XXXX-WXX-{number}" if isinstance(number, int) else "XXXX-WXX-WE"
    part = clock_value(match)
    return [
        Reading(
            "SET",
            value + (f"T{part}" if part else ""),
            problem="comes again and again, so it has no one place in time",
            tells=False,
        )
    ]


def read_day_word(match: Match, context: Context) -> list[Reading]:
    """ "yesterday", "tonight", "tomorrow morning", "30 years ago today"."""
    here = _here(context)
    kind = "TIME" if match.is_a("day", "night_word") else "DATE"
    part = "NI" if kind == "TIME" else clock_value(match)
    if here is None:
        value = "XXXX-XX-XX" + (f"T{part}" if part else "")
        return [Reading("TIME" if part else "DATE", value, problem=UNPLACED, tells=False)]
    day = shift_days(here, match.value("day", "day_word"))
    if "quantity" in match and day:
        years = quantity(match)
        try:
            day = day.replace(year=day.year - int(years or 0))
        except ValueError:
            return []
    if day is None:
        return []
    how = (f"{match.text('day')!r} counted from {context.from_words()}",)
    if part and kind == "TIME":
        return [Reading("TIME", f"{day.isoformat()}T{clock_value(match) or part}", how, "", as_time(context.now))]
    return [with_clock(match, day.isoformat(), how, as_time(context.now), edge_of(match))]


def _here(context: Context) -> date | None:
    if context.creation and not context.narrative:
        return context.creation.date()
    if context.told_day:
        return _day_of(context.told_day)
    return context.creation.date() if context.creation and context.told is None else None


def _day_of(value: str) -> date | None:
    point = point_of(value)
    return point.date if point and point.day else None


def read_part_of_day(match: Match, context: Context) -> list[Reading]:
    """ "this morning", "last night", "that afternoon"."""
    part = match.value("part", "part_of_day")
    if "told" in match or (match.is_a("relative", "told_relative") and not match.is_a("relative", "deictic_relative")):
        here = _day_of(context.told_day) if context.told_day else _here(context)
    else:
        here = _here(context)
    if here is None:
        return [Reading("TIME", f"XXXX-XX-XXT{part}", problem=UNPLACED, tells=False)]
    day = shift_days(here, match.value("relative", "deictic_relative", "told_relative") or 0)
    if day is None:
        return []
    how = (f"counted from {spoken(here)}",)
    return [Reading("TIME", f"{day.isoformat()}T{part}", how, edge_of(match), as_time(context.now))]


def read_unit(match: Match, context: Context) -> list[Reading]:
    """ "last month", "next week", "the previous year", "the following day"."""
    unit = match.value("unit", "calendar_unit")
    step = match.value("relative", "deictic_relative", "relative", "told_relative")
    told = match.words.holds("the", match.tokens.codes[match.first]) or not match.is_a("relative", "deictic_relative")
    return _counted_unit(match, context, unit, step, told)


def _counted_unit(match: Match, context: Context, unit: str, step: int, told: bool) -> list[Reading]:
    point = context.told_point if told and context.told else context.now
    source = f"{context.told_text!r} ({context.told}), told before" if told and context.told else context.from_words()
    if unit in ("D", "WE", "N", "MO", "AF", "EV") and told and context.told_day:
        point = point_of(context.told_day)
    if unit in ("DE", "CE") and told and context.told_long:
        point, source = point_of(context.told_long), context.told_long
    value = shift(point, unit, step) if point else None
    if value is None:
        return [Reading("DATE", _open_value(unit, point), problem=UNPLACED, tells=False)]
    how = (f"counted from {source}",)
    kind = "TIME" if "T" in value else "DATE"
    return [Reading(kind, value, how, edge_of(match), as_time(point))]


def _open_value(unit: str, point: Point | None) -> str:
    if unit == "W":
        return "XXXX-WXX"
    if unit == "MTH":
        return "XXXX-XX"
    if unit == "D" and point:
        return year_value(point.year) + (f"-{point.month:02d}-XX" if point.month else "-XX-XX")
    return {"Y": "XXXX", "D": "XXXX-XX-XX"}.get(unit, "XXXX-XX-XX")


def read_told_unit(match: Match, context: Context) -> list[Reading]:
    """ "that day", "the same month", "later that year", "the end of the month"."""
    return _counted_unit(match, context, match.value("unit", "calendar_unit"), 0, told=True)


def read_ago(match: Match, context: Context) -> list[Reading]:
    """ "60 years ago": as precise as its unit, counted from the time of the text."""
    return _counted(match, context, -1, context.now, context.from_words())


def read_later(match: Match, context: Context) -> list[Reading]:
    """ "two days later", "three years earlier": counted from what was told last."""
    if "direction" not in match or match.is_a("direction", "from_now") or match.is_a("direction", "from"):
        return _counted(match, context, 1, context.now, context.from_words())
    point = context.told_point or context.now
    if context.told_day and point and point.day is None and match.value("unit") == "D":
        point = context.told_point
    source = f"{context.told_text!r} ({context.told}), told before" if context.told else context.from_words()
    return _counted(match, context, -1 if match.is_a("direction", "earlier") or match.is_a("direction", "before") else 1, point, source)


def read_beside(match: Match, context: Context) -> list[Reading]:
    """ "a week after the vote", "the day before": counted from what was told last where nothing is named to count from.

    With something named ("two days before the vote") the words say how long before, and the reader has to know when
    that was; a history has mostly just told it, so there the date is counted.
    """
    codes, words = match.tokens.codes, match.words
    following = codes[match.after] if match.after < len(codes) else BREAK
    alone = following == BREAK or any(words.holds(kind, following) for kind in ("comma", "dot", "close", "that"))
    unit = match.value("unit")
    sign = -1 if match.is_a("direction", "before") else 1
    if not alone and not context.narrative:
        return _how_long_beside(match)
    if "quantity" not in match:
        return _counted_unit(match, context, unit, sign, told=True)
    return read_later(match, context)


def _how_long_beside(match: Match) -> list[Reading]:
    if "quantity" not in match or "direction" not in match:
        return []
    after = match.parts["direction"][0]
    value = length(match)
    problem = "says how long before or after something, not when"
    return [Reading("DURATION", value, problem=problem, after=after, tells=False)]


def _counted(match: Match, context: Context, sign: int, point: Point | None, source: str) -> list[Reading]:
    unit = match.value("unit")
    number = quantity(match) if "quantity" in match else None
    if number is None:
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return [Reading("DATE", value, problem="how long before or after is not said", tells=False)]
    value = shift(point, unit, sign * number) if point else None
    if value is None:
        return [Reading("DATE", _open_value(unit, None), problem=UNPLACED, tells=False)]
    how = (f"{plain(number)} × {match.text('unit')} {'before' if sign < 0 else 'after'} {source}",)
    return [Reading("TIME" if "T" in value else "DATE", value, how, anchor=as_time(point))]


def shift(point: Point, unit: str, step: float) -> str | None:
    """The TIMEX3 value of the day, week, month … that lies so many units from a point; None where it is not known.

    >>> shift(Point(2023, 8, 25), "MTH", -2), shift(Point(1941), "D", 1)
    ('2023-06', None)
    """
    if unit == "F":
        unit, step = "W", step * 2
    if unit in ("Y", "DE", "CE", "ML"):
        return _shift_years(point, unit, step)
    if unit in ("MTH", "Q"):
        return _shift_months(point, unit, step)
    here = point.date if point.day else None
    if here is None:
        return None if unit not in ("D", "W") or step != 0 or point.month is None else _open_value(unit, point)
    try:
        return _shift_days(here, unit, step)
    except OverflowError:
        return None


def _shift_years(point: Point, unit: str, step: float) -> str | None:
    size = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[unit]
    if step != int(step):
        months = _shift_months(Point(point.year, point.month or 1), "MTH", step * 12 * size)
        return months[: months.rindex("-")] if months and point.month is None else months
    year = point.year + int(step) * size
    if not -9000 < year < 10000:
        return None
    value = year_value(year)
    return {"Y": value, "DE": value[:-1], "CE": value[:-2], "ML": value}[unit]


def _shift_months(point: Point, unit: str, step: float) -> str | None:
    if point.month is None:
        return f"{year_value(point.year)}-XX" if step == 0 else None
    count = point.year * 12 + point.month - 1 + round(step * (3 if unit == "Q" else 1))
    if not 12 <= count < 120000 and point.year > 0:
        return None
    year, month = divmod(count, 12)
    return f"{year_value(year)}-Q{month // 3 + 1}" if unit == "Q" else f"{year_value(year)}-{month + 1:02d}"


def _shift_days(here: date, unit: str, step: float) -> str | None:
    if unit in ("H", "M", "S"):
        seconds = {"H": 3600, "M": 60, "S": 1}[unit] * step
        return None if abs(seconds) >= 86400 * 400000 else _hours(here, unit, seconds)
    if abs(step) > 4_000_000:
        return None
    if unit == "W":
        return week_value(here + timedelta(days=round(7 * step)))
    if unit == "WE":
        return week_value(here + timedelta(days=round(7 * step))) + "-WE"
    day = here + timedelta(days=round(step))
    return day.isoformat() + (f"T{'NI' if unit == 'N' else unit}" if unit != "D" else "")


def _hours(here: date, unit: str, seconds: float) -> str:
    moment = datetime(here.year, here.month, here.day) + timedelta(seconds=seconds)
    return moment.date().isoformat() + "TXX"


__all__ = ["day_of_context"]
