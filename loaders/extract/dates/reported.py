"""Reports on a quarter: the part of a year that is reported on, and the same one a year before."""

from __future__ import annotations

import re
import unicodedata

from loaders.extract.dates.context import Context, Reading
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.point import counted, point_of
from loaders.extract.dates.quantity import leading_number, quantity
from loaders.extract.dates.tense import has_end
from loaders.extract.dates.timex import year_value

PART = re.compile(r"\d{4}-[QH]\d")
"""A quarter or half of a year."""
PART_OF_MONTHS = {3: "Q", 6: "H"}
REACH = 16
"""Words on either side among which business is told."""
DATE = 6
"""Words that a date has, with the one before it."""
DIFFERS = "which months a fiscal year covers differs by country"


def tells_business(match: Match) -> bool:
    """Whether profits, sales and the like stand near the match in its sentence."""
    tokens, words, here = match.tokens, match.words, match.first
    near = range(max(0, here - REACH), min(here + REACH, len(tokens.codes)))
    return any(
        words.holds("finance", tokens.codes[place]) and not has_end(tokens, words, *sorted((place, here)))
        for place in near
    )


def read_reported_part(match: Match, context: Context) -> list[Reading]:
    """ "The latest quarter", "the quarter": the one that the report is about, else the one that ended last."""
    if context.narrative or context.now is None or context.published is None:
        return []
    period = match.words.holds("period_word", match.tokens.codes[match.parts["unit"][0]])
    reported = context.reported
    if reported and (period or reported[5] == "Q"):
        how = (f"the part of the year that is reported on, {reported}",)
        return [Reading("DATE", reported, how, "", context.now.time, tells=False)]
    if period or "newest" not in match:
        return []
    value = counted(context.published.point, "Q", -1)
    how = (f"the one that ended before {context.published.words}",)
    return [Reading("DATE", value, how, "", context.now.time)] if value else []


def read_part_a_year_before(match: Match, context: Context) -> list[Reading]:
    """ "the year-ago quarter", "the same month last year": of what was told last, else the quarter that ended last."""
    if context.now is None:
        return []
    unit = match.value("unit", "calendar_unit")
    told = context.told or ""
    if unit is None and not PART.fullmatch(told):
        return []
    if (unit in (None, "Q") and PART.fullmatch(told)) or (unit == "MTH" and re.fullmatch(r"\d{4}-\d\d", told)):
        year, part, words = int(told[:4]), told[5:], f"{context.told_text!r} ({told})"
    else:
        here = point_of(counted(context.now.point, unit, -1 if unit == "Q" else 0) or "") or context.now.point
        month = here.month or 1
        part = f"Q{(month + 2) // 3}" if unit == "Q" else f"{month:02d}"
        year, words = here.year, context.now.words
    if "year" in match:
        year = leading_number(match.text("year")) + 1
    return [Reading("DATE", f"{year_value(year - 1)}-{part}", (f"a year before {words}",), "", context.now.time)]


def same_part_a_year_earlier(match: Match, context: Context) -> Reading | None:
    """ "It earned more in the third quarter than a year earlier": then too, the quarter is meant."""
    told = _part_that_ended(match, context) or context.told or ""
    if context.narrative or match.value("unit") != "Y" or quantity(match) != 1 or not PART.fullmatch(told):
        return None
    how = (f"a year before {context.told_text!r} ({told})",)
    return Reading("DATE", f"{year_value(int(told[:4]) - 1)}{told[4:]}", how, anchor=context.creation, tells=False)


def _part_that_ended(match: Match, context: Context) -> str | None:
    """The part of a year with whose last day it was named: "the quarter ended Sept. 30", "the six months to 30 June"."""
    told = re.fullmatch(r"(\d{4})-(03-31|06-30|09-30|12-31)", context.told or "")
    codes, words, after = match.tokens.codes, match.words, context.told_after
    ended = next((at for at in range(after - 1, max(0, after - DATE), -1) if words.holds("ended", codes[at])), 0)
    if told is None or not ended:
        return None
    month = int(told[2][:2])
    months = 3 if words.holds("quarter_unit", codes[ended - 1]) else _months_before(match, ended)
    letter = PART_OF_MONTHS.get(months)
    return f"{told[1]}-{letter}{month // months}" if letter and month % months == 0 else None


def _months_before(match: Match, place: int) -> int:
    """How many months stand right before a word: "the three months to"; 0 for none."""
    tokens, words = match.tokens, match.words
    if place < 2 or not words.holds("month_units", tokens.codes[place - 1]):
        return 0
    number = tokens.word(place - 2)
    return words.value("number_word", number) or (int(number) if number.isdecimal() else 0)


def read_years_figure(match: Match, context: Context) -> list[Reading]:
    """ "Against last year's $2 million" in a sentence on a quarter: what was earned in that quarter of last year."""
    told, text = context.told or "", match.tokens.text
    place = match.tokens.ends[match.after - 1]
    figure = text[place:].lstrip()[:1] if place < len(text) else ""
    counts = figure.isdigit() or unicodedata.category(figure or " ") == "Sc"
    if context.narrative or context.told_part_in_sentence() is None or not counts or match.value("relative") != -1:
        return []
    how = (f"a year before {context.told_text!r} ({told})",)
    after = match.parts["unit"][1]
    value = f"{year_value(int(told[:4]) - 1)}{told[4:]}"
    return [Reading("DATE", value, how, anchor=context.creation, after=after, tells=False)]


def read_fiscal_year(match: Match, context: Context) -> list[Reading]:
    """ "The current fiscal year": found, and left open."""
    if context.now is None:
        return []
    year = context.now.point.year + match.value("relative", "deictic_relative", "relative")
    return [Reading("DATE", f"FY{year_value(year)}", problem=DIFFERS, tells=False)]
