"""Years and what is longer: "1914", "1914–18", "FY22", the 1990s, the nineteenth century, 331 BC."""

from __future__ import annotations

import re

from loaders.extract.dates.characters import OTHER
from loaders.extract.dates.context import Context, Reading
from loaders.extract.dates.day_time import edge_of
from loaders.extract.dates.grammar import Match, word_value
from loaders.extract.dates.lines import opens_entry
from loaders.extract.dates.quantity import last_number, leading_number, ordinal
from loaders.extract.dates.reported import DIFFERS
from loaders.extract.dates.timex import year_value
from loaders.extract.dates.written_years import roman_number, year_in_words

LIFETIME = 80
"""Years."""
TWENTIETH = "the twentieth century is meant where no other is named"


def read_year(match: Match, context: Context) -> list[Reading]:
    """A year: four digits that the words beside them show to be one, or two after an apostrophe or a fiscal mark."""
    if "short" in match:
        year = full_year(last_number(match.text("short")), context)
        return [Reading("DATE", year_value(year), ("two digits of the year are written",))]
    if "roman" in match:
        return [Reading("DATE", year_value(roman_number(match.text("roman"))), ("the year is in Roman numerals",))]
    digits = re.sub(r"\D", "", match.text("year"))
    if len(digits) < 4 and not match.is_a("year", "fiscal_year") and not match.words.holds("fiscal", match.codes[0]):
        return [Reading("DATE", year_value(int(digits)))] if int(digits) else []  # "the year 247"
    year = int(digits) if len(digits) == 4 else full_year(int(digits), context)
    if match.is_a("year", "fiscal_year") or match.words.holds("fiscal", match.codes[0]):
        return [Reading("DATE", f"FY{year}", problem=DIFFERS)]
    if not _is_year(match, year, context):
        return []
    return [Reading("DATE", year_value(year), (), edge_of(match), tells=not _describes(match))]


def read_spoken_year(match: Match, context: Context) -> list[Reading]:
    """ "nineteen eighty-four": only after a word such as "in", since it may also be the name of a book."""
    if match.parts["year_words"][0] == match.first and not (
        match.before and match.words.holds("year_opener", match.before)
    ):
        return []
    year = year_in_words(match, "year_words")
    return [Reading("DATE", year_value(year), ("the year is written in words",))] if year else []


def full_year(short: int, context: Context) -> int:
    """The year of which two digits are written: the nearest to a story, else not ten years after the publication."""
    told = context.told_year if context.narrative else None
    if told is not None and told > 100:
        return told + (short - told + 50) % 100 - 50
    now = context.creation.year if context.creation else 2020
    year = now - now % 100 + short
    return year - 100 if year > now + 10 and year > 100 else year


def _is_year(match: Match, year: int, context: Context) -> bool:
    """Whether four digits are a year, by the words beside them; that of a law's name dates nothing."""
    words, before, following = match.words, match.before, match.following
    if before and len(match.codes) == 1 and words.holds("law", before):
        return False
    if following and any(words.holds(kind, following) for kind in ("unit", "percent", "measure", "number", "grouped")):
        return False
    if following and words.holds("dash", following) and _numbers_a_paper(match):
        return False
    if len(match.codes) > 1 or (before and any(words.holds(kind, before) for kind in ("year_opener", "the", "open"))):
        return True
    if before and words.holds("dash", before) and words.holds("year_prefix", match.tokens.codes[match.first - 2]):
        return True
    if before and words.holds("at", before) and not _is_near(year, context):
        return False  # "the kitchen at 1762 High Street"
    if (
        match.first > 1
        and words.holds("about", before)
        and words.holds("coming_edge", match.tokens.codes[match.first - 2])
    ):
        return True  # "until at least 2030"
    odd = before and any(words.holds(kind, before) for kind in ("not_before_year", "number", "grouped", "decimal"))
    if odd and not opens_entry(match):
        return False
    return 1700 <= year <= 2100 and not _counts(match)


def _numbers_a_paper(match: Match) -> bool:
    """Whether a dash and figures follow at once that end no range of years: "Doc. 2020-00689", "case 2019-4412"."""
    tokens, dash = match.tokens, match.after
    figures = tokens.word(dash + 1) if dash + 1 < len(tokens.codes) else ""
    joined = (
        tokens.ends[dash - 1] == tokens.starts[dash]
        and tokens.text[tokens.ends[dash] : tokens.ends[dash] + 1].isdigit()
    )
    return joined and figures.isdigit() and len(figures) > 2 and not figures.startswith(("1", "2"))


def _describes(match: Match) -> bool:
    """Whether a year describes a noun ("a 1977 decision"): a text that names it has not come to that year."""
    words, before = match.words, match.before
    if len(match.codes) > 1 or not before or not any(words.holds(kind, before) for kind in ("a", "the")):
        return False
    return match.following == OTHER and match.tokens.word(match.after).islower()


def _is_near(year: int, context: Context) -> bool:
    """Whether a year is within a lifetime of the publication."""
    return context.creation is not None and abs(year - context.creation.year) <= LIFETIME


def _counts(match: Match) -> bool:
    """Whether a plural in small letters follows ("1914 soldiers"), so that the number counts; no verb ("Expo 2014 opens")."""
    if match.first and match.before == OTHER and match.tokens.word(match.first - 1)[:1].isupper():
        return False
    word = match.tokens.word(match.after) if match.following == OTHER else ""
    return len(word) > 3 and word.islower() and word.endswith(tuple(match.words.source["plural_endings"]))


def read_year_range(match: Match, context: Context) -> list[Reading]:
    """1914–18 or 1914–1918: two years, of which the first is what later words count from."""
    year = leading_number(match.text("year"))
    first = Reading("DATE", year_value(year), (), edge_of(match), after=match.parts["year"][1])
    how: tuple[str, ...] = ()
    if "second" in match:
        place, second = match.parts["second"][0], leading_number(match.text("second"))
    else:
        place, second = match.parts["short"][0], year - year % 100 + last_number(match.text("short"))
        how = ("the century is that of the first year",)
    if second <= year:
        return []
    return [first, Reading("DATE", year_value(second), how, first=place, tells=False)]


def read_decade(match: Match, context: Context) -> list[Reading]:
    """The 1990s, the '90s, the late nineties, the 460s BC."""
    if "decade_word" in match:
        return [Reading("DATE", f"19{match.value('decade_word')}", (TWENTIETH,), edge_of(match))]
    digits = re.sub(r"\D", "", match.text("decade"))
    if "era" in match:
        return [Reading("DATE", "BC" + digits.zfill(4)[:3], (), edge_of(match))]
    if len(digits) == 2:
        if match.text("decade")[0].isdecimal() and not _is_decade(match):
            return []
        return [Reading("DATE", f"19{digits[0]}", (TWENTIETH,), edge_of(match))]
    if len(digits) < 4:
        return []
    return [
        Reading("DATE", digits[:2] if digits.endswith("00") and int(digits) < 2000 else digits[:3], (), edge_of(match))
    ]


def _is_decade(match: Match) -> bool:
    """Whether "60s" is a decade: after "the" or another decade, and no degrees or points of a scale."""
    words, codes = match.words, match.tokens.codes
    joined = match.before and any(words.holds(kind, match.before) for kind in ("and", "to", "dash", "comma"))
    if joined and match.first > 1 and words.holds("decade", codes[match.first - 2]):
        return True
    near = codes[max(0, match.first - 10) : match.after + 2]
    return words.holds("the", codes[match.first]) and not any(words.holds("scale", code) for code in near)


def read_century(match: Match, context: Context) -> list[Reading]:
    """The nineteenth century, the 4th century BC."""
    nth = ordinal(match, "century")
    if nth is None or not 1 <= nth <= 30:
        return []
    if "nth" in match:
        decade = 10 if match.is_a("nth", "last") else ordinal(match, "nth") or 0
        return [Reading("DATE", f"{nth - 1:02d}{decade - 1}")] if 1 <= decade <= 10 else []
    return [Reading("DATE", ("BC" if "era" in match else "") + f"{nth - 1:02d}", (), edge_of(match))]


def read_centuries(match: Match, context: Context) -> list[Reading]:
    """ "the 5th and 6th centuries": one reading a century."""
    words, indices = match.words, []
    for index in range(*match.parts["centuries"]):
        if any(words.holds(kind, match.tokens.codes[index]) for kind in ("ordinal_number", "ordinal_word")):
            indices.append(index)
    readings = []
    for index in indices:
        nth = _ordinal_at(match, index)
        if not 1 <= nth <= 30:
            return []
        first = match.first if index == indices[0] else index
        after = match.after if index == indices[-1] else index + 1
        value = ("BC" if "era" in match else "") + f"{nth - 1:02d}"
        readings.append(
            Reading("DATE", value, (), edge_of(match) if first == match.first else "", first=first, after=after)
        )
    return readings


def _ordinal_at(match: Match, index: int) -> int:
    said = word_value(match.tokens, match.words, index, "ordinal_word")
    return int(said) if said is not None else leading_number(match.tokens.word(index))
