"""What the dates of a text count from: its creation time (news, messages) or the date told last (history, biography).

A text may hold others with a creation time of their own: a message quoted in an article, signed with a handle and its
date, and a report that opens with a dateline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from loaders.extract.dates.calendar_dates import read_calendar
from loaders.extract.dates.characters import BREAK
from loaders.extract.dates.context import HISTORY, MESSAGE, NEWS, Context, Reading
from loaders.extract.dates.grammar import LONGEST, Match, matches_at
from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.point import point_of
from loaders.extract.dates.tokens import Tokens
from loaders.layout.messages import find_messages

SHORT = 300
"""Characters up to which a text of one paragraph is taken for a message."""
FEWEST, SHARE = 4, 3.5
"""A history names at least so many years before its publication, and so many to one time that counts from now."""
QUOTED = 400
"""Characters that a quoted message may have, with its links and signature."""
SIGNATURE = re.compile(r"\(@\w{1,40}\)")
"""How a quoted message is signed; its date follows."""
QUOTATION = re.compile(r"“[^“”\n]{1,2000}”|«[^«»\n]{1,2000}»|„[^„“”\n]{1,2000}[“”]|(?<!\w)\"(?=\w)[^\"\n]{1,2000}\"")
"""Words in double marks, within a line."""
ENTRY_TIME = re.compile(
    r"^[ \t#*_\[(]*(\d{1,2})[:.](\d\d)(?:[ \t]*([AaPp])\.?[Mm]\.?)?(?:[ \t]+[A-Z]{2,4})?[ \t*_\])]*[:–—-]?[ \t]*$", re.M
)
"""A time of day that stands on a line of its own, perhaps with its zone."""
ENTRY_DAY = re.compile(r"^[ \t#*_\[(]*(?=[^\n]{0,40}\d{4})([^\s#*_\[(][^\n]{5,38}?)[ \t*_\])]*:?[ \t]*$", re.M)
"""A line that may be no more than a full date."""
DAYS = 2
"""So many different days head the entries of a log."""
MOMENTS = 3
"""So many different times head the entries of a live blog."""
OPENING = 60
"""Words within which a text says that it is a review of a year."""
NEAR = 31
"""Days that a dateline may differ from the creation time."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A message inside a text: its words, first and after the last, and the context that it is read in."""

    first: int
    after: int
    context: Context


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
        now = _places(tokens, words, "weekday", "day_word", "ago", "present") + _relative_units(tokens, words)
        counted = _outside_quotations(now, tokens) if now else 0
        if told + 1 >= SHARE * (counted + 1):
            return HISTORY, f"the text names {told} years before its publication and {counted} times that count from it"
    return (MESSAGE if len(tokens.text) <= SHORT and BREAK not in tokens.codes.strip(BREAK) else NEWS), ""


def _outside_quotations(places: list[int], tokens: Tokens) -> int:
    """How many of some words stand outside marks: "today" in a letter of 1904 is no day of the text."""
    quoted = [match.span() for match in QUOTATION.finditer(tokens.text)]
    starts = [start for start, _ in quoted]
    outside = 0
    for place in places:
        before = bisect_right(starts, tokens.starts[place]) - 1
        outside += before < 0 or quoted[before][1] <= tokens.starts[place]
    return outside


def _relative_units(tokens: Tokens, words: Lexicon) -> list[int]:
    """Where a text says "last week", "this year" and the like."""
    pairs = words.one_of(("deictic_relative",), ("calendar_unit", "season", "month"))
    return [match.start() for match in pairs.finditer(tokens.codes)]


def _day_first(tokens: Tokens, words: Lexicon) -> bool | None:
    """Whether the numeric dates of a text put the day first, by those that can only be read one way."""
    votes: Counter[bool] = Counter()
    for index in _places(tokens, words, "numeric_date"):
        first, second, *_ = (int(part) for part in re.split(r"\D", tokens.word(index)))
        if first <= 31 and (first > 12) != (second > 12):
            votes[first > 12] += 1
    return next(iter(votes)) if len(votes) == 1 else None


def embedded_messages(tokens: Tokens, words: Lexicon, creation: datetime | None = None) -> list[Embedded]:
    """Messages within a text, in order: mails with a head, and paragraphs before a signature with a handle and a date."""
    if mails := _mails(tokens, words):
        return mails
    if creation is not None and (entries := _timed(tokens, creation) or _dated(tokens, words)):
        return entries
    found: list[Embedded] = []
    for signature in SIGNATURE.finditer(tokens.text):
        index = tokens.at(signature.end())
        reading = _date_at(tokens, words, index)
        point = point_of(reading.value) if reading else None
        if point is None or point.time is None or point.day is None:
            continue
        floor = found[-1].after if found else 0
        first = _begins(tokens, index, floor)
        found.append(Embedded(first, index, Context(point.time, MESSAGE, creation_words="the message")))
    return found


def _mails(tokens: Tokens, words: Lexicon) -> list[Embedded]:
    """Mails whose head says when they were sent, each counted from then."""
    found = []
    for mail in find_messages(tokens.text):
        reading = _date_at(tokens, words, tokens.at(mail.sent[0]))
        point = point_of(reading.value) if reading else None
        if reading is not None and point is not None and point.time is not None and point.day is not None:
            first, after = tokens.at(mail.body[0]), tokens.at(mail.body[1])
            found.append(
                Embedded(first, after, Context(_moment(reading.value, point.time), NEWS, creation_words="the mail"))
            )
    return found


def _timed(tokens: Tokens, creation: datetime) -> list[Embedded]:
    """The entries of a live blog, each under the time of day at which it was written."""
    heads = [(head, moment) for head in ENTRY_TIME.finditer(tokens.text) if (moment := _clock(head, creation))]
    if len({moment for _, moment in heads}) < MOMENTS:
        return []
    ends = [head.start() for head, _ in heads[1:]] + [len(tokens.text)]
    return [
        Embedded(tokens.at(head.end()), tokens.at(end), Context(moment, NEWS, creation_words="the entry"))
        for (head, moment), end in zip(heads, ends, strict=True)
    ]


def _dated(tokens: Tokens, words: Lexicon) -> list[Embedded]:
    """The entries of a log, each under the full date of its day."""
    lines = ((line, tokens.at(line.start(1)), tokens.at(line.end(1))) for line in ENTRY_DAY.finditer(tokens.text))
    heads = [(line, day) for line, first, after in lines if (day := _day_alone(tokens, words, first, after))]
    if len({day for _, day in heads}) < DAYS:
        return []
    ends = [line.start() for line, _ in heads[1:]] + [len(tokens.text)]
    return [
        Embedded(tokens.at(line.end()), tokens.at(end), Context(day, NEWS, creation_words="the entry"))
        for (line, day), end in zip(heads, ends, strict=True)
    ]


def _day_alone(tokens: Tokens, words: Lexicon, first: int, after: int) -> datetime | None:
    """The day of the full date that some words are, None where they are anything else or more."""
    for match in matches_at(tokens, words, first, after) if first < after else ():
        if match.rule.meaning == "calendar" and {"year", "day"} <= match.parts.keys() and match.after == after:
            readings = read_calendar(match, Context(None, NEWS))
            point = point_of(readings[0].value) if readings else None
            return point.time if point and point.day else None
    return None


def _clock(head: re.Match[str], creation: datetime) -> datetime | None:
    """The moment on the day of publication; the letters after the figures are those of the afternoon or the morning."""
    hour, minute, half = int(head[1]), int(head[2]), (head[3] or "").casefold()
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return creation.replace(hour=hour, minute=minute) if hour < 24 and minute < 60 else None


def _moment(value: str, day: datetime) -> datetime:
    """The time of day that a value names, else the beginning of the day."""
    clock = re.search(r"T(\d\d):(\d\d)", value)
    return day.replace(hour=int(clock[1]), minute=int(clock[2])) if clock and int(clock[1]) < 24 else day


def _date_at(tokens: Tokens, words: Lexicon, index: int) -> Reading | None:
    """The full date at a word, if there is one."""
    after = min(len(tokens.codes), index + LONGEST)
    for match in matches_at(tokens, words, index, after) if index < after else ():
        if match.rule.meaning == "calendar" and "year" in match and "day" in match:
            readings = read_calendar(match, Context(None, NEWS))
            return readings[0] if readings else None
    return None


def _begins(tokens: Tokens, index: int, floor: int) -> int:
    """The first word of a message: that of its last paragraph, or further back over gaps wider than one blank line.

    Between the paragraphs of an article stands one blank line; a message that is set apart keeps its own gaps.
    """
    end = tokens.starts[index - 1]
    for place in range(index - 1, floor - 1, -1):
        if end - tokens.starts[place] > QUOTED:
            break
        if tokens.codes[place] == BREAK and tokens.gap(place).count("\n") < 3:
            return place + 1
    else:
        return floor
    return next((at + 1 for at in range(place, index) if tokens.codes[at] == BREAK), index)


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
