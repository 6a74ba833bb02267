"""How many: "3", "three", "twenty-five", "a dozen", "a few" (None), "two and a half"."""

from __future__ import annotations

import re

from loaders.extract.dates.grammar import Match, word_value

PAST_EVERY_CALENDAR = 1e12
"""No number is told apart from a larger one: four hundred digits are a float that no integer can be made of."""


def quantity(match: Match, part: str = "quantity") -> float | None:
    """The number that a part of a match says; None where it is vague ("several")."""
    if part == "quantity" and "plus" in match:
        number = _said(match, part)
        return None if number is None else number + 0.5
    return _said(match, part)


def _said(match: Match, part: str) -> float | None:
    if match.is_a(part, "other"):
        return float(match.value(part, "other"))
    if any(match.words.holds("slash", code) for code in match.tokens.codes[slice(*match.parts[part])]):
        return _with_fraction(match, part)
    total, current, seen = 0.0, 0.0, False
    for index in range(*match.parts[part]):
        code, words = match.tokens.codes[index], match.words
        written = match.tokens.word(index)
        if words.holds("few", code):
            return None
        if words.holds("number", code):
            current, seen = _float(written), True
        elif words.holds("grouped", code):
            current, seen = _float(re.sub(r"\D", "", written)), True
        elif words.holds("decimal", code):
            current, seen = _float(written.replace(",", ".")), True
        elif (value := word_value(match.tokens, words, index, "half")) is not None:
            current = current + value if current != 1 or index > match.parts[part][0] + 1 else value
            seen = True
        elif (value := word_value(match.tokens, words, index, "number_word", "couple")) is not None:
            current, seen = (value if words.holds("couple", code) else current + value), True
        elif (value := word_value(match.tokens, words, index, "times_word")) is not None:
            current, seen = (current or 1) * value, True
        elif words.holds("a", code) and not seen:
            current, seen = 1.0, True
    return total + current if seen else None


def _float(written: str) -> float:
    """The number of some digits, at most PAST_EVERY_CALENDAR."""
    return min(float(written), PAST_EVERY_CALENDAR)


def _with_fraction(match: Match, part: str) -> float | None:
    """The number that "1/2" or "5 1/2" says; None where it is no fraction ("24/7")."""
    *whole, over, _, under = match.tokens.words(*match.parts[part])
    return sum(map(float, whole)) + int(over) / int(under) if int(over) < int(under) < 10 else None


def ordinal(match: Match, part: str) -> int | None:
    """The number that an ordinal says ("20th", "twenty-first"); -1 for the last."""
    total = 0
    for index in range(*match.parts[part]):
        code, words = match.tokens.codes[index], match.words
        if words.holds("ordinal_number", code) or words.holds("number", code) or words.holds("day", code):
            return leading_number(match.tokens.word(index))
        value = word_value(match.tokens, words, index, "ordinal_word", "number_word")
        if value is not None:
            total += value
    return total or None


def leading_number(word: str) -> int:
    """The number that a word begins with.

    >>> leading_number("25th")
    25
    """
    size = 0
    while size < len(word) and word[size].isdecimal():
        size += 1
    return int(word[:size])


def last_number(word: str) -> int:
    """The number that a word ends with.

    >>> last_number("'91")
    91
    """
    size = 0
    while size < len(word) and word[-1 - size].isdecimal():
        size += 1
    return int(word[len(word) - size :])


def plain(number: float) -> str:
    """A number as TIMEX3 durations write it.

    >>> plain(3.0), plain(2.5)
    ('3', '2.5')
    """
    return str(int(number)) if number == int(number) else str(number)
