"""What the dates of a text count from: its creation time (news, messages) or the date told last (history, biography)."""

from __future__ import annotations

import re
from datetime import datetime

from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lexicon import BREAK, Lexicon
from loaders.extract.dates.reading import HISTORY, MESSAGE, NEWS, Context, Reading
from loaders.extract.dates.tokens import Tokens

SHORT = 300
"""Characters up to which a text is taken for a message."""


def first_context(tokens: Tokens, words: Lexicon, creation: datetime | None) -> Context:
    """The context in which the first expression of a text is read."""
    years = [(index, int(tokens.word(index))) for index in _places(tokens, words, "year")]
    kind, why = _kind(tokens, words, creation, years)
    return Context(creation, kind, why, years=years)


def _places(tokens: Tokens, words: Lexicon, *kinds: str) -> list[int]:
    characters = "".join(sorted({code for kind in kinds for code in words.members[kind]}))
    return [match.start() for match in re.finditer(f"[{characters}]", tokens.codes)]


def _kind(
    tokens: Tokens, words: Lexicon, creation: datetime | None, years: list[tuple[int, int]]
) -> tuple[str, str]:
    """Which kind of text it is, and why it is a history."""
    if creation is None:
        return HISTORY, "the text has no creation time"
    told = sum(year < creation.year for _, year in years) + len(_places(tokens, words, "era_before"))
    counted = len(_places(tokens, words, "weekday", "day_word"))
    if told >= 6 and told > 3 * counted:
        return HISTORY, f"the text names {told} years before its publication and few days that count from it"
    return (MESSAGE if len(tokens.text) <= SHORT else NEWS), ""


def tells(match: Match, reading: Reading, context: Context) -> bool:
    """Whether later words count from this date: not from one in brackets, at the end of a range, or only glanced at."""
    if not reading.tells or reading.problem is not None:
        return False
    if not context.narrative:
        return True
    first = match.first if reading.first is None else reading.first
    after = match.after if reading.after is None else reading.after
    if first and match.words.holds("to", match.tokens.codes[first - 1]):
        return False
    return not (_in_brackets(match, first) or ("year" in match and _is_glance(match, reading, context, first, after)))


def _in_brackets(match: Match, first: int) -> bool:
    """Whether a bracket opens shortly before and has not closed."""
    codes, words = match.tokens.codes, match.words
    for index in range(first - 1, max(-1, first - 8), -1):
        if words.holds("open", codes[index]):
            return True
        if words.holds("close", codes[index]) or words.holds("dot", codes[index]):
            return False
    return False


def _is_glance(match: Match, reading: Reading, context: Context, first: int, after: int) -> bool:
    """Whether a year or month leaves the story's time, which the next year that is named takes up again."""
    if context.told_year is None or len(reading.value) > 7 or not reading.value[:4].isdigit():
        return False
    if _opens_sentence(match, first):
        return False
    year, here = int(reading.value[:4]), context.told_year
    ahead = context.named_next(after)
    if ahead is None or year == here:
        return False
    return ahead <= here < year or year < here <= ahead


def _opens_sentence(match: Match, first: int) -> bool:
    codes, words = match.tokens.codes, match.words
    before = codes[max(0, first - 3) : first]
    return first < 3 or any(code == BREAK or words.holds("dot", code) for code in before)
