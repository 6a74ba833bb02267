"""What the dates of a text count from: its creation time (news, messages) or the date told last (history, biography).

A report that opens with a dateline counts from that; what stands in a text with a time of its own is found by `embedded`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from datetime import datetime

from loaders.extract.dates.characters import BREAK
from loaders.extract.dates.context import HISTORY, MESSAGE, NEWS, Context, Reading
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.point import Point, point_of
from loaders.extract.dates.tokens import Tokens

SHORT = 300
"""Characters up to which a text of one paragraph is taken for a message."""
FEWEST, SHARE = 4, 3.5
"""A history names at least so many years before its publication, and so many to one time that counts from now."""
WEEKS = 14
"""Days on either side of the publication in which a day without a year is one of its own time."""
PRESENT = 0.5
"""So much of such a time is "now": "the army now turned north" is as good a story."""
QUOTATION = re.compile(
    r"“(?:[^“”\n]|\n(?!\s*\n)){1,2000}”|«(?:[^«»\n]|\n(?!\s*\n)){1,2000}»|„(?:[^„“”\n]|\n(?!\s*\n)){1,2000}[“”]"
    r"|(?<![\w\"])\"(?=\w)(?:[^\"\n]|\n(?!\s*\n)){1,2000}\"|``(?:[^`'\n]|'(?!')|\n(?!\s*\n)){1,2000}''"
)
"""Words in double marks, within a paragraph."""
OPENING = 60
"""Words within which a text says that it is a review of a year."""
NEAR = 31
"""Days that a dateline may differ from the creation time."""


def first_context(tokens: Tokens, words: Lexicon, creation: datetime | None) -> Context:
    """The context in which the first expression of a text is read."""
    places = _places(tokens, words, "year")
    years = [(index, int(tokens.word(index))) for index in places if not in_brackets(tokens, words, index)]
    kind, why = _kind(tokens, words, creation, years)
    return Context(creation, kind, why, years, _reviewed(tokens, words, creation), _day_first(tokens, words))


def _reviewed(tokens: Tokens, words: Lexicon, creation: datetime | None) -> int | None:
    """The year that a text of January looks back on by its first words: "2022 in review"; None for other texts."""
    if creation is None or creation.month > 1:
        return None
    year = creation.year - 1
    for match in words.one_of(("review",)).finditer(tokens.codes, 0, OPENING):
        beside = tokens.words(max(0, match.start() - 1), match.start() + 2)
        if str(year) in beside or words.holds("year_review", match.group()):
            return year
    return None


def _places(tokens: Tokens, words: Lexicon, *kinds: str) -> list[int]:
    """The words of some classes."""
    return [match.start() for match in words.one_of(kinds).finditer(tokens.codes)]


def _kind(tokens: Tokens, words: Lexicon, creation: datetime | None, years: list[tuple[int, int]]) -> tuple[str, str]:
    """Which kind of text it is, and why it is a history."""
    if creation is None:
        return HISTORY, "the text has no creation time"
    told = sum(year < creation.year for _, year in years) + len(_places(tokens, words, "era_before"))
    if told >= FEWEST:
        present = len(_outside_quotations(_places(tokens, words, "present"), tokens))
        counted = len(counted_from_now(tokens, words)) + PRESENT * present + _days_beside(tokens, words, creation)
        if told + 1 >= SHARE * (counted + 1):
            return (
                HISTORY,
                f"the text names {told} years before its publication and {counted:g} times that count from it",
            )
    return (MESSAGE if len(tokens.text) <= SHORT and BREAK not in tokens.codes.strip(BREAK) else NEWS), ""


def _days_beside(tokens: Tokens, words: Lexicon, creation: datetime) -> int:
    """How many days without a year ("on July 14") lie within weeks of the publication, as those of a story seldom do."""
    beside = 0
    for place in _places(tokens, words, "month"):
        after = tokens.codes[place + 1 : place + 4]
        if any(words.holds("year", code) for code in after):
            continue
        number = _day_at(tokens, words, place + 1) or _day_at(tokens, words, place - 1)
        day = Point(creation.year, words.value("month", tokens.word(place)), number).time if number else None
        beside += day is not None and abs((day - creation).days) <= WEEKS
    return beside


def _day_at(tokens: Tokens, words: Lexicon, place: int) -> int:
    """The number of a day of the month at a place; 0 for anything else."""
    if not (0 <= place < len(tokens.codes) and words.holds("day", tokens.codes[place])):
        return 0
    digits = re.match(r"\d+", tokens.word(place))
    return int(digits[0]) if digits else 0


def counted_from_now(tokens: Tokens, words: Lexicon) -> list[int]:
    """The words, in order, by which a text counts from its day: "on Monday", "yesterday", "last week"; none that is quoted."""
    days = [place for place in _places(tokens, words, "weekday") if not _is_dated(tokens, words, place)]
    now = sorted(days + _places(tokens, words, "day_word", "ago") + _relative_units(tokens, words))
    return _outside_quotations(now, tokens) if now else []


def _is_dated(tokens: Tokens, words: Lexicon, place: int) -> bool:
    """Whether a weekday says no more than the date beside it ("Sunday, 25 June 1950"), or is none ("Sun Li")."""
    beside = tokens.codes[place + 1 : place + 4]
    return words.holds("doubtful_weekday", tokens.codes[place]) or any(words.holds("month", code) for code in beside)


def _outside_quotations(places: list[int], tokens: Tokens) -> list[int]:
    """Those of some words that stand outside marks: "today" in a letter of 1904 is no day of the text."""
    quoted = [match.span() for match in QUOTATION.finditer(tokens.text)]
    starts = [start for start, _ in quoted]
    outside = []
    for place in places:
        before = bisect_right(starts, tokens.starts[place]) - 1
        if before < 0 or quoted[before][1] <= tokens.starts[place]:
            outside.append(place)
    return outside


def _relative_units(tokens: Tokens, words: Lexicon) -> list[int]:
    """Where a text says "last week", "this year" and the like; "the next day" is as much a story's."""
    pairs = words.one_of(("deictic_relative",), ("calendar_unit", "season", "month"))
    places = (match.start() for match in pairs.finditer(tokens.codes))
    return [place for place in places if not words.holds("told_relative", tokens.codes[place])]


def _day_first(tokens: Tokens, words: Lexicon) -> bool | None:
    """Whether the numeric dates of a text put the day first, by those that can only be read one way."""
    votes: Counter[bool] = Counter()
    for index in _places(tokens, words, "numeric_date"):
        first, second, *_ = (int(part) for part in re.split(r"\D", tokens.word(index)))
        if first <= 31 and (first > 12) != (second > 12):
            votes[first > 12] += 1
    return next(iter(votes)) if len(votes) == 1 else None


def own_date(match: Match, reading: Reading, context: Context) -> datetime | None:
    """The date of a dateline ("GENEVA, May 3 (Agency) --"), which the report after it counts from."""
    if context.creation is None or context.narrative or "month" not in match or match.first > 200:
        return None
    point = point_of(reading.value)
    if point is None or point.day is None or point.time is None or not _is_dateline(match):
        return None
    return point.time if abs((point.time - context.creation).days) <= NEAR else None


def _is_dateline(match: Match) -> bool:
    """Whether a place in capitals stands before and a bracket or dash after."""
    words, codes = match.words, match.tokens.codes
    if not (match.following and (words.holds("open", match.following) or words.holds("dash", match.following))):
        return False
    place = match.first - 1
    if place < 1 or not words.holds("comma", codes[place]):
        return False
    name = match.tokens.word(place - 1)
    return name.isupper() and len(name) > 2


def tells(match: Match, reading: Reading, context: Context) -> bool:
    """Whether later words count from this date: not from one in brackets, at the end of a range, or only glanced at."""
    if not reading.tells or reading.problem is not None:
        return False
    if not context.narrative:
        return True
    first = match.first if reading.first is None else reading.first
    if first and match.words.holds("to", match.tokens.codes[first - 1]):
        return False
    brackets = in_brackets(match.tokens, match.words, first)
    return not (brackets or ("year" in match and _is_glance(match, reading, context, first)))


def in_brackets(tokens: Tokens, words: Lexicon, index: int) -> bool:
    """Whether a bracket opens shortly before a word and has not closed."""
    first = max(0, index - 8)
    if words.one_of(("open",)).search(tokens.codes, first, index) is None:
        return False
    for code in reversed(tokens.codes[first:index]):
        if words.holds("open", code):
            return True
        if words.holds("close", code) or words.holds("dot", code):
            return False
    return False


def _is_glance(match: Match, reading: Reading, context: Context, first: int) -> bool:
    """Whether a year or month leaves the story's time, which the next year that is named takes up again."""
    here = context.told_year
    if here is None or len(reading.value) > 7 or not reading.value[:4].isdigit() or opens_sentence(match, first):
        return False
    year, ahead = int(reading.value[:4]), context.named_next()
    return ahead is not None and (ahead <= here < year or year < here <= ahead)


def opens_sentence(match: Match, first: int) -> bool:
    """Whether a word is one of the first three of its sentence or heading."""
    codes, words = match.tokens.codes, match.words
    before = codes[max(0, first - 3) : first]
    return first < 3 or any(code == BREAK or words.holds("dot", code) for code in before)
