"""Years with their era: "331 BC", "AD 79", "15 March 44 BC", "the winter of 480–479 BC", "AD 66–73"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from loaders.extract.dates.context import MESSAGE, Context, Reading
from loaders.extract.dates.day_time import edge_of
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.quantity import leading_number, ordinal
from loaders.extract.dates.timex import read_value, year_value
from loaders.extract.dates.tokens import Tokens
from loaders.moments import NO_ERA_FROM
from loaders.records import TimeExpression

ROMAN_DAYS = {"I": (15, 13), "N": (7, 5), "K": (1, 1)}
"""Ides, nones and kalends of a long month and of the others, in the calendar that Caesar reformed."""
LONG_MONTHS = (3, 5, 7, 10)
FIXED_DAY = re.compile(r"\d\d-\d\d")
NEAR = range(1850, 2100)
"""Years beside which "BC" may be the name of a place."""


def read_era(match: Match, context: Context) -> list[Reading]:
    """331 BC, AD 79, August 480 BC; also the first year of a range whose end says BC."""
    year = _year(match, "year")
    early = "era" in match
    if not 0 < year < 10000 or (early and year in NEAR and _may_be_a_name(match, context)):
        return []
    if early and context.kind == MESSAGE and match.text("era").islower():
        return []  # "2 bc i love it"
    context.era_year = 1 - year if early else year
    value = year_value(context.era_year)
    if "holiday" in match:
        rule = match.value("holiday")
        return [Reading("DATE", f"{value}-{rule}", ())] if FIXED_DAY.fullmatch(str(rule)) else []
    if "season" in match:
        value += f"-{match.value('season')}"
    elif "month" in match:
        value += f"-{match.value('month'):02d}{_day(match)}"
    return [Reading("DATE", value, (), edge_of(match))]


def _may_be_a_name(match: Match, context: Context) -> bool:
    """Whether a word follows, and the text has named no era before: "In 2010 BC voted again"."""
    end = match.tokens.ends[match.after - 1]
    following = match.tokens.text[end : end + 2]
    return context.era_year is None and following[:1] == " " and following[1:].isalpha()


def _year(match: Match, part: str) -> int:
    return int(re.sub(r"\D", "", match.text(part)))


def _day(match: Match) -> str:
    if "roman_day" in match:
        long, short = ROMAN_DAYS[match.value("roman_day")]
        return f"-{long if match.value('month') in LONG_MONTHS else short:02d}"
    return f"-{ordinal(match, 'day'):02d}" if "day" in match else ""


def read_era_range(match: Match, context: Context) -> list[Reading]:
    """AD 66–73: two years, of which the era is written once, before them or behind."""
    first, second = leading_number(match.text("year")), leading_number(match.text("second"))
    if not 0 < first < second:
        return []
    context.era_year = second
    place = match.parts["second"][0]
    return [
        Reading("DATE", year_value(first), (), edge_of(match), after=match.parts["year"][1]),
        Reading("DATE", year_value(second), (), first=place, tells=False),
    ]


REACH = 150
"""Years from one named with its era within which a number alone is a year of the same era."""


def name_bare_years(found: Iterable[TimeExpression], tokens: Tokens, words: Lexicon) -> list[TimeExpression]:
    """The same expressions, with the years that a text on antiquity names without their era: "In 202 Scipio won at Zama"."""
    dates = list(found)
    years = [(one, year) for one in dates if (year := _early_year(one)) is not None]
    if not years:
        return dates
    starts, added = [one.start for one, _ in years], []
    taken = [(one.start, one.end) for one in dates]
    for pair in words.one_of(("era_opener",), ("number",)).finditer(tokens.codes):
        index = pair.start() + 1
        start, end = tokens.starts[index], tokens.ends[index]
        before = bisect_left(starts, start) - 1
        place = bisect_left(taken, (start, end))
        is_free = (not place or taken[place - 1][1] <= start) and (place == len(taken) or taken[place][0] >= end)
        if before < 0 or not is_free or not _stands_as_year(tokens, words, index):
            continue
        named, near = years[before]
        number = int(tokens.word(index))
        year = 1 - number if near < 1 else number
        if abs(year - near) <= REACH:
            years[before] = (named, year)
            added.append(_bare_year(start, end, tokens.text[start:end], year, named))
    return sorted([*dates, *added], key=lambda one: one.start)


def _early_year(date: TimeExpression) -> int | None:
    """The year of a date that the text gives with its era, or that can have had one alone."""
    year = date.interval[0].year if date.interval is not None else NO_ERA_FROM
    return year if year < NO_ERA_FROM else None


def _stands_as_year(tokens: Tokens, words: Lexicon, index: int) -> bool:
    """Whether a number of two or three figures counts nothing: it ends its phrase or clause, or opens a sentence after "In"."""
    if not 10 <= int(tokens.word(index)) < NO_ERA_FROM:
        return False
    following = tokens.text[tokens.ends[index] : tokens.ends[index] + 2]
    if not following.strip() or (following[0] in ",.;:)" and not following[1:].isdecimal()):
        return True
    opener, after = tokens.word(index - 1), tokens.codes[index + 1 : index + 2]
    if after and following[0] == " " and words.holds("after_bare_year", after):
        return True
    if after and words.holds("and", after):
        beyond = tokens.codes[index + 2 : index + 3]
        return bool(beyond) and not any(words.holds(kind, beyond) for kind in ("number", "grouped", "number_word"))
    if not opener[:1].isupper() or not after or any(words.holds(kind, after) for kind in COUNTED):
        return False
    plural = tuple(words.source["plural_endings"])
    said = [word for word in tokens.words(index + 1, index + 3) if word.isalpha()]
    return following[0] == " " and not any(word.islower() and len(word) > 3 and word.endswith(plural) for word in said)


COUNTED = ("unit", "percent", "measure", "number", "grouped", "decimal", "of", "and", "to", "dash", "times_word")
"""What follows a number that counts something."""


def _bare_year(start: int, end: int, text: str, year: int, named: TimeExpression) -> TimeExpression:
    value = year_value(year)
    span = read_value(value)
    how = (f"a year of the era that {named.text!r} is of",)
    return TimeExpression(start, end, text, "DATE", value, span.interval, span.precision, span.edtf, how)
