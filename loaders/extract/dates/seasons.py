"""Parts of a year: seasons, quarters and halves."""

from __future__ import annotations

import re

from loaders.extract.dates.characters import BREAK, OTHER
from loaders.extract.dates.context import NEWS, Context, Reading
from loaders.extract.dates.day_time import edge_of
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.quantity import last_number, leading_number, ordinal
from loaders.extract.dates.reported import tells_business
from loaders.extract.dates.tense import is_done_in
from loaders.extract.dates.timex import year_value
from loaders.extract.dates.which_year import Year, guess_year, occurrence, year_for
from loaders.extract.dates.years import full_year

MIDDLE = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}
"""The month that stands for a season when it is asked which year of a story it belongs to."""
LONG_PAST = 5
"""Months after which a part of the year that is told of as ahead is that of the next year."""
FIRST = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which a season begins; in the news a winter is named by its December."""


def read_season(match: Match, context: Context) -> list[Reading]:
    """A season, with its year or the year of the context."""
    if len(match.codes) == 1 and not _is_season(match, context):
        return []
    season = match.value("season", "season", "weak_season")
    year, how = _season_year(match, context, season)
    if year is None:
        return [Reading("DATE", f"XXXX-{season}", problem="no year is written and none can be counted from")]
    anchor = context.now.time if how and context.now else None
    value = f"{year_value(year)}-{season}"
    if season == "WI" and _opens_year(match, context):
        return [Reading("DATE", value, how, "TURN", anchor, tells=False)]
    glance = context.narrative and match.is_a("relative", "deictic_relative")  # "by next summer" is only an outlook
    return [Reading("DATE", value, how, edge_of(match), anchor, tells=not glance)]


def _opens_year(match: Match, context: Context) -> bool:
    """Whether a winter is the one in which its year begins.

    A story passes from autumn into it; in the first half of a year "this winter" is the one under way or just over.
    """
    if match.parts.keys() & {"year", "short", "told"} or match.value("relative"):
        return False
    month = context.creation.month if context.creation else 12
    return context.narrative or month < 6


def _is_season(match: Match, context: Context) -> bool:
    """Whether a bare "spring" is a season and no leap or well, by the words beside it."""
    words, before = match.words, match.before
    if match.following and words.holds("of", match.following) and not words.holds("the", before or OTHER):
        return False  # "Fall of the city"
    if before == OTHER and _is_name(match) and (context.kind == NEWS or match.following != OTHER):
        return False  # "the Prague Spring"
    following = match.following
    if match.is_a("season", "weak_fall") and following and words.holds("fall_particle", following):
        return bool(before) and words.holds("month_opener", before)  # "Fall in love!"
    if not before or words.holds("month_opener", before) or words.holds("the", before):
        return True
    if words.holds("a", before):
        return match.following == OTHER
    return context.kind != NEWS or not match.is_a("season", "doubtful_season")


def _is_name(match: Match) -> bool:
    """Whether the season and the word before it are capitalised."""
    words = match.tokens.words(match.first - 1, match.after)
    return all(word[:1].isupper() for word in words)


def _season_year(match: Match, context: Context, season: str) -> tuple[int | None, tuple[str, ...]]:
    if "year" in match:
        return leading_number(match.text("year")), ()
    if "short" in match:
        return full_year(last_number(match.text("short")), context), ("two digits of the year are written",)
    if "told" in match and context.named_year is not None:
        return context.named_year, (f"the year is that of {context.named_text!r}, told before",)
    now = context.now
    if now is None:
        return None, ()
    if "relative" not in match:
        if context.narrative and context.winter and season != "WI":
            return context.winter, ("in the year that the winter told before opens",)
        if context.narrative:
            return guess_year(match, context, MIDDLE[season], None)
        return now.point.year + _years_away(match, context, season), (f"in the year counted from {now.words}",)
    step, how = match.value("relative"), (f"counted from {now.words}",)
    if any(match.words.holds("year_unit", code) for code in match.codes):
        return now.point.year + step, how
    here, first = now.point, FIRST[season]
    if here.month and season == "WI" and step == 0:
        return here.year, how
    if here.month and (here.month - first) % 12 < 3:
        return here.year - (here.month < first) + step, how
    return occurrence(here, (first, 0), step), how


def _years_away(match: Match, context: Context, season: str) -> int:
    """1 for a season that is over and told of as ahead, -1 for one to come in which something was done.

    A winter is seldom over, or to come, for long.
    """
    month = context.creation.month if context.creation else 0
    if context.kind != NEWS or season == "WI" or not month or match.words.holds("this", match.codes[0]):
        return 0
    if month < FIRST[season] and is_done_in(match):
        return -1
    return int(month > FIRST[season] + 2 and context.tense in ("future", "ahead"))


def read_part_of_year(match: Match, context: Context) -> list[Reading]:
    """A quarter or half of a year: Q3 2012, the first half of 2012, the third quarter; or half of a longer time."""
    if "decade" in match or "century" in match or "month" in match:
        return _half_of_longer(match, context)
    alone = not match.parts.keys() & {"year", "relative", "told"}
    following = match.following or BREAK
    if alone and (match.words.holds("of", following) or match.is_a("nth", "last")):
        return []
    if alone and match.is_a("unit", "half_unit") and not _is_half_of_year(match, context):
        return []
    letter, nth = _which_part(match)
    year, how = (alone and _year_beside(match, context)) or _year_of_part(
        match, context, (3 if letter == "Q" else 6) * nth
    )
    if year is None or not 1 <= nth <= (4 if letter == "Q" else 2):
        return []
    anchor = context.now.time if how and context.now else None
    return [Reading("DATE", f"{year_value(year)}-{letter}{nth}", how, "", anchor)]


def _is_half_of_year(match: Match, context: Context) -> bool:
    """Whether "the first half" is not that of a match: business is told, or a half of a year was in the sentence."""
    if match.following and match.words.holds("business", match.following):
        return True
    if context.told_part_in_sentence() is not None:
        return True
    return context.kind == NEWS and tells_business(match)


def _year_beside(match: Match, context: Context) -> Year | None:
    """The year of the half or quarter that was told before in the sentence, or right beside: "Q1 2023 and Q2"."""
    told = context.told_part_in_sentence()
    if told is None or (not match.is_a("unit", "half_unit") and match.first - context.last_after > 2):
        return None
    return told, (f"in the year of {context.told_text!r}",)


def _year_of_part(match: Match, context: Context, last_month: int) -> tuple[int | None, tuple[str, ...]]:
    """The year of a part that ends in a month; one still ahead is last year's, unless the future is told."""
    if "year" in match:
        return leading_number(match.text("year")), ()
    if "part" in match and (written := _marked(match)[2]):
        return (int(written) if len(written) == 4 else full_year(int(written), context)), ()
    told = "told" in match and (context.narrative or not match.is_a("told", "year_unit"))
    anchor = (context.last_told if told else None) or context.now
    if anchor is None:
        return None, ()
    year = anchor.point.year + (match.value("relative") or 0)
    if not match.parts.keys() & {"told", "relative"} and context.kind == NEWS:
        month = anchor.point.month or 12
        ahead = context.tense in ("future", "ahead")
        year += month - last_month > LONG_PAST if ahead else -(last_month - 2 > month)
    return year, (f"in the year counted from {anchor.words}",)


def _which_part(match: Match) -> tuple[str, int]:
    if "part" in match:
        letter, nth, _ = _marked(match)
        return letter, nth
    letter = "Q" if match.is_a("unit", "quarter_unit") else "H"
    nth = (
        -1
        if _is_last(match) or match.is_a("nth", "last")
        else 1
        if match.is_a("nth", "edge")
        else ordinal(match, "nth") or 0
    )
    return letter, nth if nth > 0 else 4 if letter == "Q" else 2


def _marked(match: Match) -> tuple[str, int, str]:
    """Letter, number and year of "Q3", "3Q", "3Q12" or "2012Q3"; the year may be empty."""
    before, mark, after = re.split(r"(\D+)", match.text("part"))
    letter = "Q" if mark in match.words.source["marks"]["quarter"] else "H"
    return (letter, int(before), after) if len(before) == 1 else (letter, int(after), before)


def _is_last(match: Match) -> bool:
    return bool(match.value("nth", "later_half", "edge") == "END")


def _half_of_longer(match: Match, context: Context) -> list[Reading]:
    edge = "END" if _is_last(match) or ordinal(match, "nth") == 2 else "START"
    if "century" in match:
        return [Reading("DATE", f"{(ordinal(match, 'century') or 1) - 1:02d}", (), edge)]
    if "decade" in match:
        return [Reading("DATE", re.sub(r"\D", "", match.text("decade"))[:3], (), edge)]
    month = match.value("month")
    year, how = year_for(match, context, month, None)
    return [Reading("DATE", f"{year_value(year)}-{month:02d}", how, edge)] if year is not None else []
