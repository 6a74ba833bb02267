"""What stands in a text with a time of its own: mails, postings, the entries of a live blog or a log."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from loaders.extract.dates.calendar_dates import read_calendar
from loaders.extract.dates.characters import BREAK
from loaders.extract.dates.context import MESSAGE, NEWS, Context, Reading
from loaders.extract.dates.grammar import LONGEST, matches_at
from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.point import point_of
from loaders.extract.dates.tokens import Tokens
from loaders.layout import Layout

SIGNATURE = re.compile(r"\(@\w{1,40}\)")
"""How a quoted message is signed; its date follows."""
QUOTED = 400
"""Characters that a quoted message may have, with its links and signature."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A message inside a text: its words, first and after the last, and the context that it is read in."""

    first: int
    after: int
    context: Context


def embedded_messages(
    layout: Layout, tokens: Tokens, words: Lexicon, creation: datetime | None = None
) -> list[Embedded]:
    """Messages within a text, in order: mails with a head, and paragraphs before a signature with a handle and a date."""
    if mails := _mails(layout, tokens, words):
        return mails
    if creation is not None and (entries := _entries(layout, tokens, words, creation)):
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


def _mails(layout: Layout, tokens: Tokens, words: Lexicon) -> list[Embedded]:
    """Mails whose head says when they were sent, each counted from then."""
    found = []
    for mail in layout.messages:
        reading = _date_at(tokens, words, tokens.at(mail.sent[0]))
        point = point_of(reading.value) if reading else None
        if reading is not None and point is not None and point.time is not None and point.day is not None:
            first, after = tokens.at(mail.body[0]), tokens.at(mail.body[1])
            found.append(
                Embedded(first, after, Context(_moment(reading.value, point.time), NEWS, creation_words="the mail"))
            )
    return found


def _entries(layout: Layout, tokens: Tokens, words: Lexicon, creation: datetime) -> list[Embedded]:
    """The entries of a live blog or log, each from the time of day or under the full date at which it was written."""
    found = []
    for entry in layout.log:
        first, after = tokens.at(entry.when[0]), tokens.at(entry.when[1])
        written = layout.text[slice(*entry.when)]
        moment = _clock(written, creation) if entry.is_clock else _day_alone(tokens, words, first, after)
        if moment is not None:
            context = Context(moment, NEWS, creation_words="the entry")
            begins = entry.head[0] if entry.is_clock else entry.body[0]  # the hour of an entry is one of its own day
            found.append(Embedded(tokens.at(begins), tokens.at(entry.body[1]), context))
    return found


def _day_alone(tokens: Tokens, words: Lexicon, first: int, after: int) -> datetime | None:
    """The day of the full date that some words are, None where they are anything else or more."""
    for match in matches_at(tokens, words, first, after) if first < after else ():
        if match.rule.meaning == "calendar" and {"year", "day"} <= match.parts.keys() and match.after == after:
            readings = read_calendar(match, Context(None, NEWS))
            point = point_of(readings[0].value) if readings else None
            return point.time if point and point.day else None
    return None


def _clock(written: str, creation: datetime) -> datetime | None:
    """The moment on the day of publication; the letters after the figures are those of the afternoon or the morning."""
    hour, minute = (int(figures) for figures in re.findall(r"\d+", written))
    halves = re.findall(r"[ap]", written.casefold())
    hour = hour % 12 + 12 * (halves == ["p"]) if halves else hour
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
