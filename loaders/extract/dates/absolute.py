"""Dates that name a year, a month, a day or a time of day; what they leave out is filled in from the context."""

from __future__ import annotations

import re
from datetime import date

from loaders.extract.dates import holidays
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lexicon import BREAK
from loaders.extract.dates.quantity import leading_number, ordinal
from loaders.extract.dates.reading import MESSAGE, NEWS, Context, Point, Reading, shift_days, spoken
from loaders.extract.dates.timex import days_in, week_value, year_value

FAR = 90
"""Days up to which a day without a year lies ahead although the clause tells of the past."""
CLOCK = re.compile(r"(\d{1,2})[:.]?(\d\d)?(?:[:.](\d\d))?")


def read_calendar(match: Match, context: Context) -> list[Reading]:
    """A day or month, with its year or the year of the context, perhaps with a time of day."""
    if "iso" in match:
        return _iso(match)
    month = match.value("month", "month", "weak_month")
    day = day_number(match)
    year, how = _year_for(match, context, month, day)
    edge = edge_of(match)
    if year is None:
        value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
        return [Reading("DATE", value, (), edge, problem="no year is written and none can be counted from")]
    if day is None:
        return [Reading("DATE", f"{year_value(year)}-{month:02d}", how, edge, context.creation if how else None)]
    if not 1 <= day <= days_in(max(1, min(year, 9999)), month):
        if "year" in match or not day == 29:
            return []
        year -= year % 4
    anchor = context.creation if how else None
    return [with_clock(match, f"{year_value(year)}-{month:02d}-{day:02d}", how, anchor, edge)]


def day_number(match: Match) -> int | None:
    if "day" not in match:
        return None
    return match.value("day", "ordinal_word") or leading_number(match.text("day"))


def edge_of(match: Match) -> str:
    """START, MID, END or APPROX, as "early", "the middle of", "the end of" or "about" say."""
    return match.value("edge", "early_late", "edge_noun", "edge", "circa") or ""


def with_clock(match: Match, day: str, how: tuple[str, ...], anchor: object = None, edge: str = "") -> Reading:
    """The reading of a day with the time or part of the day that the match names."""
    time = clock_value(match)
    kind = "TIME" if time else "DATE"
    return Reading(kind, day + (f"T{time}" if time else ""), how, edge, anchor)  # type: ignore[arg-type]


def clock_value(match: Match) -> str:
    """`16:30`, `TMO` without its T, or nothing."""
    if "part" in match and "clock" not in match and "hour" not in match:
        return str(match.value("part", "part_of_day"))
    part = "clock" if "clock" in match else "hour"
    if part not in match:
        return ""
    digits = match.text(part)
    if match.is_a(part, "clock_digits"):
        digits = digits.zfill(4)
        hours, minutes = int(digits[:2]), int(digits[2:])
    else:
        found = CLOCK.match(digits)
        assert found is not None
        hours, minutes = int(found[1]), int(found[2] or 0)
    half = match.value("half_day")
    if half is not None and hours <= 12:
        hours = hours % 12 + half
    return f"{hours:02d}:{minutes:02d}" if hours < 25 and minutes < 60 else ""


def _iso(match: Match) -> list[Reading]:
    written = match.text("iso")
    try:
        date.fromisoformat(written[:10])
    except ValueError:
        return []
    time = written[11:16]
    return [Reading("TIME", f"{written[:10]}T{time}") if time else Reading("DATE", written[:10])]


def _year_for(match: Match, context: Context, month: int, day: int | None) -> tuple[int | None, tuple[str, ...]]:
    """The year as written, or counted from what was told or published."""
    if "year" in match:
        return leading_number(match.text("year")), ()
    if "told" in match and context.told_year is not None:
        return context.told_year, (f"the year is that of {context.told_text!r}, told before",)
    if "relative" in match and (now := context.now):
        step = match.value("relative")
        if (
            match.is_a("relative", "told_relative")
            and context.told_year is not None
            and not match.is_a("relative", "deictic_relative")
        ):
            return context.told_year + step, (f"counted from {context.told_text!r}, told before",)
        if len(match.parts) and "month" in match and not _names_year(match):
            return year_of_month(now, month, day, step), (f"counted from {context.from_words()}",)
        return now.year + step, (f"counted from {context.from_words()}",)
    return guess_year(context, month, day)


def _names_year(match: Match) -> bool:
    return any(match.words.holds("year_unit", code) for code in match.tokens.codes[match.first : match.after])


def year_of_month(now: Point, month: int, day: int | None, step: int) -> int:
    """The year of the last (-1), this (0) or next (1) occurrence of a month or day of the year."""
    here = (now.month or 1, now.day or 1) if day else (now.month or 1, 0)
    there = (month, day or 0)
    if step < 0:
        return now.year if there < here else now.year - 1
    if step > 0:
        return now.year if there > here else now.year + 1
    return now.year


def guess_year(context: Context, month: int, day: int | None) -> tuple[int | None, tuple[str, ...]]:
    """The year of a date that names none."""
    if context.creation and not context.narrative:
        creation = context.creation
        year = _nearest_year(creation.date(), month, day, context.tense)
        return year, (f"no year is written; the nearest to the publication on {spoken(creation.date())}",)
    told = context.told_point
    if told is None:
        if context.creation is None:
            return None, ()
        creation = context.creation
        year = _nearest_year(creation.date(), month, day, "past")
        return year, (f"no year is written; counted from the publication on {spoken(creation.date())}",)
    how = (f"no year is written; counted from {context.told_text!r} ({context.told}), told before",)
    if told.month is None:
        return told.year, how
    return _next_in_story(context, told.year, month - told.month), how


def _next_in_story(context: Context, year: int, ahead: int) -> int:
    """The year of a month that lies so many months ahead in the year told last: a story seldom goes far back."""
    if ahead > 10:
        return year - 1
    if ahead < -5 and year != context.named_next(context.match.after if context.match else 0):
        return year + 1
    return year


def _nearest_year(creation: date, month: int, day: int | None, tense: str | None) -> int:
    """The year that brings a day of the year nearest; a month alone lies behind unless the clause tells of the future."""

    def distance(year: int) -> int:
        months = (year - creation.year) * 12 + month - creation.month
        return months * 31 + ((day or creation.day) - creation.day)

    years = (creation.year - 1, creation.year, creation.year + 1)
    if day is None and tense == "future":
        return min((year for year in years if distance(year) >= 0), key=distance)
    if day is None and tense == "past":
        return max((year for year in years if distance(year) <= 0), key=distance)
    nearest = min(years, key=lambda year: (abs(distance(year)), distance(year)))
    if tense == "past" and distance(nearest) > FAR:
        return nearest - 1
    return nearest


def read_month(match: Match, context: Context) -> list[Reading]:
    """A month without a year: read only where the words around it show that it is one."""
    if "edge" not in match and "relative" not in match and not _is_month(match):
        return []
    return read_calendar(match, context)


def _is_month(match: Match) -> bool:
    """Whether a bare "May" or "June" is a month and not a verb or a name, by the words beside it."""
    index = match.parts["month"][0]
    codes, words = match.tokens.codes, match.words
    before = codes[index - 1] if index else BREAK
    if words.holds("month_opener", before):
        return True
    following = match.tokens.word(match.after) if match.after < len(codes) else ""
    if match.is_a("month", "doubtful_month"):
        return words.holds("month_neighbour", before) and not following[:1].isupper() and not following.islower()
    return not (match.is_a("month", "name_month") and following[:1].isupper())


def read_year(match: Match, context: Context) -> list[Reading]:
    """A year: four digits, or two after an apostrophe or "fiscal"."""
    if "short" in match:
        return [Reading("DATE", year_value(full_year(int(match.text("short")), context)), ("two digits of a year",))]
    digits = re.sub(r"\D", "", match.text("year"))
    year = int(digits) if len(digits) == 4 else full_year(int(digits), context)
    if match.is_a("year", "fiscal_year") or match.words.holds("fiscal", match.tokens.codes[match.first]):
        return [Reading("DATE", f"FY{year}", problem="which months a fiscal year covers differs by country")]
    if not _is_year(match, context):
        return []
    return [Reading("DATE", year_value(year), (), edge_of(match))]


def full_year(short: int, context: Context) -> int:
    """The four digits of a year of which two are written: not later than ten years after the publication."""
    now = context.creation.year if context.creation else 2030
    year = now - now % 100 + short
    return year - 100 if year > now + 10 else year


def _is_year(match: Match, context: Context) -> bool:
    """Whether four digits are a year, by the words beside them."""
    words, codes = match.words, match.tokens.codes
    if "edge" in match:
        return True
    before = codes[match.first - 1] if match.first else ""
    after = codes[match.after] if match.after < len(codes) else ""
    if after and (words.holds("unit", after) or words.holds("percent", after) or words.holds("measure", after)):
        return False
    if before and (words.holds("year_opener", before) or words.holds("the", before) or words.holds("open", before)):
        return True
    if before and words.holds("not_before_year", before):
        return False
    year = int(match.text("year"))
    return 1700 <= year <= 2100 and not _counts_a_plural(match)


def _counts_a_plural(match: Match) -> bool:
    """Whether a small-letter plural follows ("1914 soldiers"), so that the number counts."""
    tokens = match.tokens
    if match.after >= len(tokens.codes):
        return False
    word = tokens.word(match.after)
    return word.islower() and any(word.endswith(ending) for ending in match.words.source["plural_endings"])


def read_numeric(match: Match, context: Context) -> list[Reading]:
    """22/7/2014, 25.11.2022, 2014/7/22; the order of day and month by what the numbers or the document show."""
    parts = [int(part) for part in re.split(r"\D", match.text("numbers"))]
    if len(match.text("numbers").split(".")[0]) == 4 or parts[0] > 31:
        year, month, day = parts
        return _numeric(match, year, month, day, ())
    first, second, year = parts
    year = year if year > 99 else full_year(year, context)
    if first > 12 >= second:
        return _numeric(match, year, second, first, ("the day stands first: there is no month above 12",))
    if second > 12 >= first:
        return _numeric(match, year, first, second, ("the month stands first: there is no month above 12",))
    if first == second:
        return _numeric(match, year, first, first, ())
    day_first = True if "." in match.text("numbers") else context.day_first
    if day_first is None:
        problem = f"day {first} or day {second}: the order of day and month is not shown anywhere in the document"
        return [Reading("DATE", year_value(year), (), problem=problem, tells=False)]
    how = (
        "the day stands first, as elsewhere in the document"
        if day_first
        else "the month stands first, as elsewhere in the document",
    )
    day, month = (first, second) if day_first else (second, first)
    return _numeric(match, year, month, day, how)


def _numeric(match: Match, year: int, month: int, day: int, how: tuple[str, ...]) -> list[Reading]:
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return []
    return [with_clock(match, value, how)]


def read_days(match: Match, context: Context) -> list[Reading]:
    """Days of one month in a list or range ("3–5 March", "April 24 and 25"): one reading a day."""
    month = match.value("month")
    first, after = match.parts["days"]
    words, codes = match.words, match.tokens.codes
    indices = [index for index in range(first, after) if words.holds("day", codes[index])]
    numbers = [leading_number(match.tokens.word(index)) for index in indices]
    year, how = _year_for(match, context, month, numbers[0])
    if year is None or any(not 1 <= number <= days_in(max(1, min(year, 9999)), month) for number in numbers):
        return []
    readings = []
    month_first = match.parts["month"][0] < first
    for place, (index, number) in enumerate(zip(indices, numbers, strict=True)):
        start = match.first if place == 0 else index
        end = index + 1 if place < len(indices) - 1 or month_first else match.after
        value = f"{year_value(year)}-{month:02d}-{number:02d}"
        shared = (*how, "shares its month with the days beside it") if end - start == 1 else how
        readings.append(Reading("DATE", value, shared, "", context.creation if how else None, first=start, after=end))
    return readings


def read_months(match: Match, context: Context) -> list[Reading]:
    """Months that share a year ("June, July and August 1914")."""
    year = leading_number(match.text("year"))
    first, after = match.parts["months"]
    words, codes = match.words, match.tokens.codes
    indices = [index for index in range(first, after) if words.holds("month", codes[index])]
    readings = []
    for index in indices:
        month = words.value("month", match.tokens.word(index))
        end = index + 1 if index != indices[-1] else match.after
        readings.append(
            Reading(
                "DATE",
                f"{year_value(year)}-{month:02d}",
                ("shares its year with the last month",),
                first=index,
                after=end,
            )
        )
    return readings


def read_year_range(match: Match, context: Context) -> list[Reading]:
    """1914–18 or 1914–1918: two years, of which the first is what later words count from."""
    year = leading_number(match.text("year"))
    middle = match.parts["year"][1]
    if "second" in match:
        second = leading_number(match.text("second"))
        place = match.parts["second"][0]
        how: tuple[str, ...] = ()
    else:
        second = year - year % 100 + int(match.text("short"))
        place = match.parts["short"][0]
        how = ("the century is that of the first year",)
    if second <= year:
        return [Reading("DATE", year_value(year), (), edge_of(match), after=middle)] if "short" in match else []
    return [
        Reading("DATE", year_value(year), (), edge_of(match), after=middle),
        Reading("DATE", year_value(second), how, first=place, tells=False),
    ]


def read_decade(match: Match, context: Context) -> list[Reading]:
    """The 1990s, the '90s, the late nineties, the 460s BC."""
    if "decade_word" in match:
        digit, century = match.value("decade_word"), 19
        return [
            Reading(
                "DATE",
                f"{century}{digit}",
                ("the twentieth century is meant, as nothing else is said",),
                edge_of(match),
            )
        ]
    digits = re.sub(r"\D", "", match.text("decade"))
    if len(digits) == 2:
        return [
            Reading(
                "DATE", f"19{digits[0]}", ("the twentieth century is meant, as nothing else is said",), edge_of(match)
            )
        ]
    if "era" in match:
        return [Reading("DATE", "BC" + digits.zfill(4)[:3], (), edge_of(match))]
    value = digits[:2] if digits.endswith("00") and int(digits) < 2000 else digits[:3]
    return [Reading("DATE", value, (), edge_of(match))]


def read_century(match: Match, context: Context) -> list[Reading]:
    """The nineteenth century, the 4th century BC."""
    nth = ordinal(match, "century")
    if nth is None or not 1 <= nth <= 30:
        return []
    return [Reading("DATE", ("BC" if "era" in match else "") + f"{nth - 1:02d}", (), edge_of(match))]


def read_era(match: Match, context: Context) -> list[Reading]:
    """331 BC, AD 79, August 480 BC; also the first year of a range whose end says BC."""
    year = int(re.sub(r"\D", "", match.text("year")))
    if not 0 < year < 10000:
        return []
    value = ("BC" if "era" in match else "") + f"{year:04d}"
    if "season" in match:
        value += f"-{match.value('season')}"
    elif "month" in match:
        value += f"-{match.value('month'):02d}"
        if "day" in match:
            value += f"-{leading_number(match.text('day')):02d}"
    return [Reading("DATE", value, (), edge_of(match))]


def read_season(match: Match, context: Context) -> list[Reading]:
    """A season, with its year or the year of the context."""
    season = match.value("season", "season", "weak_season")
    how: tuple[str, ...] = ()
    if "year" in match:
        year: int | None = leading_number(match.text("year"))
    elif "told" in match and context.told_year is not None:
        year, how = context.told_year, (f"the year is that of {context.told_text!r}, told before",)
    elif (now := context.now) is not None:
        how = (f"counted from {context.from_words()}",)
        year = now.year
        if "relative" in match:
            step = match.value("relative")
            middle = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}[season]
            year = (
                now.year if _names_year(match) is False and step < 0 and (now.month or 12) > middle else now.year + step
            )
            if step > 0 and not _names_year(match) and (now.month or 12) < middle:
                year = now.year
    else:
        year = None
    if year is None:
        return [Reading("DATE", f"XXXX-{season}", problem="no year is written and none can be counted from")]
    return [Reading("DATE", f"{year_value(year)}-{season}", how, edge_of(match), context.creation if how else None)]


def read_part_of_year(match: Match, context: Context) -> list[Reading]:
    """A quarter or half of a year: Q3 2012, the first half of 2012, the third quarter."""
    how: tuple[str, ...] = ()
    if "decade" in match or "century" in match or "month" in match:
        return _half_of_longer(match, context)
    if "year" in match:
        year = leading_number(match.text("year"))
    elif (now := context.told_point if "told" in match else context.now) is not None:
        year = now.year + (match.value("relative") or 0)
        how = (f"counted from {context.from_words()}",)
    else:
        return []
    if "part" in match:
        mark = match.text("part").upper()
        letter = "Q" if mark[0] in match.words.source["marks"]["quarter"] else "H"
        return [Reading("DATE", f"{year_value(year)}-{letter}{mark[-1]}", how)]
    nth = ordinal(match, "nth") if not match.is_a("nth", "edge") and not match.is_a("nth", "later_half") else None
    if nth is None:
        nth = 2 if match.value("nth", "later_half", "edge") == "END" else 1
    letter, most = ("Q", 4) if match.is_a("unit", "quarter_unit") else ("H", 2)
    if not 1 <= nth <= most:
        return []
    return [Reading("DATE", f"{year_value(year)}-{letter}{nth}", how)]


def _half_of_longer(match: Match, context: Context) -> list[Reading]:
    last = match.value("nth", "later_half", "edge") == "END" or ordinal(match, "nth") == 2
    edge = "END" if last else "START"
    if "century" in match:
        nth = ordinal(match, "century")
        return [Reading("DATE", f"{(nth or 1) - 1:02d}", (), edge)]
    if "decade" in match:
        return [Reading("DATE", re.sub(r"\D", "", match.text("decade"))[:3], (), edge)]
    month = match.value("month")
    year, how = _year_for(match, context, month, None)
    return [Reading("DATE", f"{year_value(year)}-{month:02d}", how, edge)] if year is not None else []


def read_clock(match: Match, context: Context) -> list[Reading]:
    """A time of day without its day: on the day told last, else on the day of publication."""
    value = clock_value(match)
    if not value:
        return []
    day, how = day_of_context(context)
    if day is None:
        return [
            Reading(
                "TIME", f"XXXX-XX-XXT{value}", problem="no day is written and none can be counted from", tells=False
            )
        ]
    return [Reading("TIME", f"{day}T{value}", how, tells=False)]


def read_bare_part(match: Match, context: Context) -> list[Reading]:
    """ "the morning", "at night", "noon": a part of the day told last, or of any day."""
    part = clock_value(match)
    before = match.tokens.codes[match.first - 1] if match.first else ""
    if "determiner" in match:
        return read_clock(match, context)
    if before and match.words.holds("at", before) and part != "NI":
        return read_clock(match, context)
    if context.kind == NEWS and part != "NI":
        return []
    if context.kind == MESSAGE:
        return read_clock(match, context)
    if context.kind == NEWS and not (before and match.words.holds("at", before)):
        return []
    return [Reading("TIME", f"XXXX-XX-XXT{part}", problem="no one day is meant", tells=False)]


def day_of_context(context: Context) -> tuple[str | None, tuple[str, ...]]:
    """The day that a bare time of day belongs to."""
    if context.narrative or not context.creation:
        if context.told_day:
            return context.told_day[:10], (f"on the day told before, {context.told_day[:10]}",)
        return None, ()
    return context.creation.date().isoformat(), (f"on the day of publication, {spoken(context.creation.date())}",)


def read_holiday(match: Match, context: Context) -> list[Reading]:
    """A named day that the calendar fixes."""
    rule = match.value("holiday")
    if "year" in match:
        day = holidays.holiday_in(rule, leading_number(match.text("year")))
        return [with_clock(match, day.isoformat(), ("a day that the calendar fixes",))] if day else []
    now = context.now
    here = now.date if now else None
    if now is None or here is None:
        return []
    days = [day for year in (now.year - 1, now.year, now.year + 1) if (day := holidays.holiday_in(rule, year))]
    step = match.value("relative") if "relative" in match else 0
    if step < 0:
        days = [day for day in days if day <= here] or days
        best = max(days, default=None)
    elif step > 0:
        best = min((day for day in days if day > here), default=None)
    elif now.day is None:
        best = days[1] if len(days) == 3 else None
    else:
        best = min(days, key=lambda day: abs((day - here).days), default=None)
    if best is None:
        return []
    how = ("a day that the calendar fixes", f"counted from {context.from_words()}")
    return [with_clock(match, best.isoformat(), how, context.now_time())]


__all__ = ["shift_days", "week_value"]
