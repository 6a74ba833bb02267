"""Dates that name a month or a day; the year that they leave out is filled in from the context."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.extract.dates.characters import BREAK, OTHER
from loaders.extract.dates.context import MESSAGE, Context, Reading
from loaders.extract.dates.day_time import edge_of, with_clock
from loaders.extract.dates.grammar import LONGEST, Match, matches_at
from loaders.extract.dates.holidays import nth_weekday
from loaders.extract.dates.lines import opens_entry
from loaders.extract.dates.quantity import leading_number, ordinal, quantity
from loaders.extract.dates.tense import has_end
from loaders.extract.dates.timex import days_in, week_value, year_value
from loaders.extract.dates.which_year import year_for
from loaders.extract.dates.written_years import has_second_reckoning, year_written

NEXT_TO = 12
"""Words after a month within which "On the 5th" is one of its days."""
AHEAD = 20
"""Words after "the same day" among which the day may be named."""
ENTRY = 40
"""Words that an entry of a numbered list may have."""


def read_calendar(match: Match, context: Context) -> list[Reading]:
    """A day or month, with its year or the year of the context, perhaps with a time of day."""
    if "iso" in match:
        return _iso(match.text("iso"))
    month = match.value("month", "month", "weak_month")
    day = ordinal(match, "day") if "day" in match else None
    if "year_words" in match and (year_written(match) is None or _goes_on_counting(match)):
        return []
    year, how = year_for(match, context, month, day)
    edge = edge_of(match)
    anchor = context.now.time if how and context.now else None
    if year is None:
        value = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")
        return [Reading("DATE", value, (), edge, problem="no year is written and none can be counted from")]
    after = match.parts["dual"][0] - 1 if "dual" in match and not has_second_reckoning(match) else None
    if day is None:
        return [Reading("DATE", f"{year_value(year)}-{month:02d}", how, edge, anchor, after=after)]
    if (month, day) == (2, 29) and not match.parts.keys() & {"year", "year_words", "roman"}:
        year = next((leap for leap in range(year, year - 8, -1) if days_in(leap, 2) == 29), year)
    if not 1 <= day <= days_in(year, month) or _is_numbered_list(match, context):
        return []
    if "week" in match:
        return [Reading("DATE", week_value(date(year, month, day)), how, edge, anchor)] if 0 < year < 10000 else []
    return [replace(with_clock(match, f"{year_value(year)}-{month:02d}-{day:02d}", how, anchor, edge), after=after)]


def _goes_on_counting(match: Match) -> bool:
    """Whether what seems a year in words counts what follows: "In May two thousand boats came"."""
    following = match.tokens.word(match.after) if match.following == OTHER else ""
    bare = match.parts["year_words"][0] == max(match.parts[part][1] for part in ("month", "day") if part in match)
    return bare and following.islower()


def day_ahead(match: Match, context: Context) -> Reading | None:
    """The next day with its month in the rest of the sentence, None where none is near."""
    tokens, words = match.tokens, match.words
    for at in range(match.after, min(match.after + AHEAD, len(tokens.codes))):
        if has_end(tokens, words, at, at + 1):
            return None
        for found in matches_at(tokens, words, at, min(len(tokens.codes), at + LONGEST)):
            if found.rule.meaning == "calendar" and "day" in found:
                context.match = found
                readings = read_calendar(found, context)
                context.match = match
                return readings[0] if readings else None
    return None


def _is_numbered_list(match: Match, context: Context) -> bool:
    """Whether what seems a day numbers the next entry of a list: "1) Call Lee Jun 2) Buy flowers"."""
    tokens, words, day = match.tokens, match.words, match.parts["day"]
    number, mark = tokens.word(day[0]), match.following
    kinds = ("close", "dot") if context.kind == MESSAGE else ("close",)
    marked = bool(mark) and any(words.holds(kind, mark) for kind in kinds)
    if day[1] != match.after or not marked or not number.isdecimal():
        return False
    places = range(max(0, match.first - ENTRY), match.first - 1)
    before = str(int(number) - 1)
    return any(
        tokens.codes[place + 1] == mark
        and tokens.word(place) == before
        and not words.holds("month", tokens.codes[place - 1])
        for place in places
    )


def _iso(written: str) -> list[Reading]:
    try:
        date.fromisoformat(written[:10])
    except ValueError:
        return []
    time = written[11:16]
    return [Reading("TIME", f"{written[:10]}T{time}") if time else Reading("DATE", written[:10])]


def read_month(match: Match, context: Context) -> list[Reading]:
    """A month without a year: read only where the words around it show that it is one."""
    if "edge" not in match and "relative" not in match and not (_is_month(match) or _is_of_message(match, context)):
        return []
    return read_calendar(match, context)


def read_month_of_line(match: Match, context: Context) -> list[Reading]:
    """ "2015, May – …": the year goes before the month only where the two open a line and no word follows."""
    following = match.tokens.word(match.after) if match.following else ""
    if following[:1].isalnum() or not opens_entry(match):
        return []
    return read_calendar(match, context)


def _is_month(match: Match) -> bool:
    """Whether a bare "May" or "June" is a month and not a verb or a name, by the words beside it."""
    words = match.words
    before = match.before or BREAK
    if words.holds("month_opener", before):
        return True
    if _is_in_range(match) or (words.holds("range_opener", before) and _is_first_of_two(match)):
        return True
    following = match.tokens.word(match.after) if match.following else ""
    if words.holds("the", before) or words.holds("a", before):
        return not following[:1].isupper()
    if match.first and match.tokens.word(match.first - 1).islower() and match.is_a("month", "verb_month"):
        marches = bool(match.following) and words.holds("after_march", match.following)
        return not (marches or following[:1].isupper())
    if match.following and words.holds("delivery", match.following):
        return True
    if match.is_a("month", "doubtful_month"):
        return words.holds("month_neighbour", before) and not following[:1].isalpha()
    return not (match.is_a("month", "name_month") and following[:1].isupper())


def _is_of_message(match: Match, context: Context) -> bool:
    """Whether a message written in March says "March": there it may also open a name ("our March Collection")."""
    if context.kind != MESSAGE or context.creation is None or match.value("month") != context.creation.month:
        return False
    following = match.tokens.word(match.after) if match.following == OTHER else ""
    return match.is_a("month", "verb_month") and match.text("month").istitle() and following.istitle()


def _is_first_of_two(match: Match) -> bool:
    """Whether "and" and another month follow."""
    after = match.tokens.codes[match.after : match.after + 2]
    return len(after) == 2 and match.words.holds("and", after[0]) and match.words.holds("month", after[1])


def _is_in_range(match: Match) -> bool:
    """Whether a dash, "to" or "and" and another month stand beside it."""
    words, codes = match.words, match.tokens.codes
    beside = (codes[match.after : match.after + 2], codes[max(0, match.first - 2) : match.first][::-1])
    return any(
        len(pair) == 2
        and words.holds("month", pair[1])
        and any(words.holds(kind, pair[0]) for kind in ("dash", "to", "slash", "and"))
        for pair in beside
    )


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
