"""Years with their era: "331 BC", "AD 79", "15 March 44 BC", "the winter of 480–479 BC", "AD 66–73"."""

from __future__ import annotations

import re

from loaders.extract.dates.context import Context, Reading
from loaders.extract.dates.day_time import edge_of
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.quantity import leading_number, ordinal
from loaders.extract.dates.timex import year_value

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
