"""Dates that name a month or a day; the year that they leave out is filled in from the context."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from loaders.extract.dates.characters import BREAK, OTHER
from loaders.extract.dates.context import MESSAGE, Context, Reading
from loaders.extract.dates.day_time import edge_of, with_clock
from loaders.extract.dates.grammar import LONGEST, Match, matches_at
from loaders.extract.dates.lines import opens_entry
from loaders.extract.dates.quantity import ordinal
from loaders.extract.dates.tense import has_end
from loaders.extract.dates.timex import days_in, week_value, year_value
from loaders.extract.dates.which_year import year_for
from loaders.extract.dates.written_years import has_second_reckoning, year_written

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
    stopped = match.first > 1 and words.holds("dot", before)
    called = match.tokens.codes[match.first - 2] if stopped else before  # "Mr. April"
    if words.holds("courtesy", called) or (match.following and words.holds("of_a_family", match.following)):
        return False
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
