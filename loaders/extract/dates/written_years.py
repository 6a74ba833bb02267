"""Years that are written otherwise than in four digits: in words, in Roman numerals, or by two reckonings ("1731/2")."""

from __future__ import annotations

import re

from loaders.extract.dates.grammar import Match, word_value
from loaders.extract.dates.quantity import leading_number

ROMAN = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
EARLIEST_CALLED = 100
"""The first year that words name where they are called a year."""
LATEST = 2200
"""The last year that may be written in words or Roman numerals."""


def roman_number(written: str) -> int:
    """The number that Roman numerals say.

    >>> roman_number("MDCCLXXVI"), roman_number("iv")
    (1776, 4)
    """
    values = [ROMAN[letter] for letter in written.upper()]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def year_in_words(match: Match, part: str) -> int | None:
    """The year that words say: "seventeen seventy-six", "nineteen hundred and four", "two thousand and one"."""
    total, current, pair = 0, 0, list[int]()
    for index in range(*match.parts[part]):
        times = word_value(match.tokens, match.words, index, "times_word")
        number = word_value(match.tokens, match.words, index, "number_word")
        if times is not None:
            current = (current or 1) * times
            total, current = (total + current, 0) if times >= 1000 else (total, current)
        elif number is not None:
            pair.append(number)
            current += number
    if len(pair) > 1 and not total and current < 200:
        # "seventeen seventy-six": the centuries, then the years
        current = pair[0] * 100 + sum(pair[1:]) if pair[0] >= 10 and 10 <= sum(pair[1:]) < 100 else 0
    year = total + current
    return year if (EARLIEST_CALLED if _is_called_year(match, part) else 1000) <= year < LATEST else None


def _is_called_year(match: Match, part: str) -> bool:
    """Whether "the year" or "AD" stands before the words, as nothing else than a year has it ("nine hundred and twelve")."""
    before = match.tokens.codes[max(0, match.parts[part][0] - 1) : match.parts[part][0]]
    return bool(before) and any(
        match.words.holds(kind, before) for kind in ("year_unit", "of_our_lord", "anno", "era_after")
    )


def year_written(match: Match) -> int | None:
    """The year that a match names in whatever way; None where it names none, or no year that there can be."""
    if "year_words" in match:
        return year_in_words(match, "year_words")
    if "roman" in match:
        return roman_number(match.text("roman"))
    year = leading_number(match.text("year"))
    return year + has_second_reckoning(match)


def has_second_reckoning(match: Match) -> bool:
    """Whether a year of two reckonings is written ("10 February 1731/2"); two other years are the ends of something."""
    return "dual" in match and _is_second_reckoning(leading_number(match.text("year")), match.text("dual"))


def _is_second_reckoning(year: int, written: str) -> bool:
    """Whether the figures after a slash are the end of the next year: in 1731/2 the year began in March or in January."""
    return re.fullmatch(r"\d{1,2}", written) is not None and str(year + 1).endswith(written)
