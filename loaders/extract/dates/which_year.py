"""Which year a date means that names none: by the words beside it, by what was told, or the nearest."""

from __future__ import annotations

from datetime import date, datetime

from loaders.extract.dates.context import MESSAGE, Context
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.point import Point
from loaders.extract.dates.quantity import last_number
from loaders.extract.dates.tense import has_end, is_past_verb, says_will
from loaders.extract.dates.written_years import year_written
from loaders.extract.dates.years import full_year

NEAR = 8
"""Words before "until May" among which it is said what waits for it."""
FAR, SOON, FAR_BEHIND, JUST_BEHIND = 45, 14, 90, 7
"""Days up to which a day without a year may lie ahead although the clause tells of the past, or behind for the future.

It is soon if the verb is right beside it, and where it says "will", it may have been just before.
"""

REST = 20
"""Words of the rest of a sentence in which the next date is looked for."""
ANOTHER_TIME = 10
"""Months from the publication after which a day told in full has its own days beside it."""

Year = tuple[int | None, tuple[str, ...]]
"""A year, None where it stays open, and how it was found."""


def year_for(match: Match, context: Context, month: int, day: int | None) -> Year:
    """The year as written, or counted from what was told or published."""
    if match.parts.keys() & {"year", "year_words", "roman"}:
        year = year_written(match)
        if year is None:
            return None, ()
        if "other" in match:
            later = match.value("other", "month")
            return year - (later < month), ("the year is that of the other end of the range",)
        return year, ()
    if "short" in match:
        return full_year(last_number(match.text("short")), context), ("two digits of the year are written",)
    if "told" in match and context.named_year is not None:
        return context.named_year, (f"the year is that of {context.named_text!r}, told before",)
    if "relative" in match:
        return _relative_year(match, context, month, day)
    return guess_year(match, context, month, day)


def _relative_year(match: Match, context: Context, month: int, day: int | None) -> Year:
    step = match.value("relative")
    anchor = context.now if match.is_a("relative", "deictic_relative") else context.last_told or context.now
    if anchor is None:
        return None, ()
    how = (f"counted from {anchor.words}",)
    if any(match.words.holds("year_unit", code) for code in match.codes):
        return anchor.point.year + step, how
    return occurrence(anchor.point, (month, day or 0), step), how


def occurrence(here: Point, there: tuple[int, int], step: int) -> int:
    """The year of the last (-1), this (0) or next (1) time that a month, or a day of the year, comes round."""
    now = (here.month or 1, (here.day or 1) if there[1] else 0)
    if step < 0:
        return here.year - (there >= now)
    return here.year + (step > 0 and there <= now)


def guess_year(match: Match, context: Context, month: int, day: int | None) -> Year:
    """The year of a date that names none: near the publication, or in a history near what was told."""
    told = context.last_told if context.narrative else None
    near = told or context.now
    if near and day and "weekday" in match and (year := _year_of_weekday(match, near.point, month, day)):
        return year, (f"no year is written; the weekday fits that nearest to {near.words}",)
    if told and not (context.creation and context.tense == "future" and says_will(match)):
        how = (f"no year is written; counted from {told.words}",)
        return _year_in_story(context, told.point, month, day), how
    if told is None and context.narrative and (year := _year_ahead(match, month)):
        return year, ("the year is that of the day told next in the sentence",)
    if context.creation is None or context.published is None:
        return None, ()
    if year := _year_of_range(match, context, month):
        return year, (f"no year is written; the range began with {context.told_text!r}",)
    if year := _year_of_sentence(match, context):
        return year, (f"no year is written; {context.told_text!r} was told in the same sentence",)
    if (day_told := context.told_in_sentence()) and _is_another_year(day_told.point, context.creation):
        year = _nearest_year_to(day_told.point, month, day)
        return year, (f"no year is written; the nearest to {day_told.words}, in the same sentence",)
    if context.reviewed is not None and context.tense not in ("future", "ahead"):
        return context.reviewed, (f"no year is written; the text looks back on {context.reviewed}",)
    tense = _tense_beside(match, context, day)
    behind = JUST_BEHIND if tense == "future" and says_will(match) else FAR_BEHIND
    year = _nearest_year(context.creation.date(), month, day, tense, behind)
    return year, (f"no year is written; the nearest to {context.published.words}",)


def _year_ahead(match: Match, month: int) -> int | None:
    """The year of the next full date of the sentence, or the one before it: "It sailed on May 4, and came on June 1, 1620"."""
    tokens, words = match.tokens, match.words
    later: int | None = None
    for at in range(match.after, min(match.after + REST, len(tokens.codes))):
        if has_end(tokens, words, at, at + 1):
            return None
        if words.holds("month", tokens.codes[at]):
            later = words.value("month", tokens.word(at))
        elif later and words.holds("year", tokens.codes[at]):
            return int(tokens.word(at)) - (later < month)
    return None


def _tense_beside(match: Match, context: Context, day: int | None) -> str | None:
    """The tense of the clause, unless the words before the date show better where it lies."""
    words, tense = match.words, None if context.kind == MESSAGE else context.tense
    before = match.tokens.codes[max(0, match.first - 2) : match.first]
    if match.following and words.holds("delivery", match.following):
        return "coming"
    if not before:
        return tense
    if words.holds("since", before[-1]):
        return "since"
    if any(words.holds("to_come", code) for code in (before[-1], before[0] if words.holds("in", before[-1]) else "")):
        return "future"
    if len(before) == 2 and words.holds("unit", before[0]) and words.holds("ended", before[1]):
        return "future" if tense in ("future", "ahead") else "since"  # "in the year to March"
    if words.holds("until", before[-1]):
        put_off = _is_put_off(match) or (len(before) == 2 and words.holds("has", before[0]))
        return "coming" if put_off else tense or "ahead"
    if words.holds("coming_edge", before[-1]) and match.following and words.holds("past_cue", match.following):
        return "past"  # "sales through June were low"
    if tense is None and words.holds("coming_edge", before[-1]):
        return "ahead"  # "the contract runs through June"
    if not day or tense != "past":
        return tense
    if _is_done_on(match):
        return "since"
    by_ending = words.holds("on", before[-1]) and is_past_verb(match, match.first - 2)
    return "done" if by_ending else tense  # "he resigned on May 3"


def _is_put_off(match: Match) -> bool:
    """Whether something waits for the date: "postponed until May", "put off the vote until June 4"."""
    tokens, words, here = match.tokens, match.words, match.first
    near = range(max(0, here - NEAR), here)
    return any(
        words.holds("put_off", tokens.codes[place]) and not has_end(tokens, words, place, here) for place in near
    )


def _is_done_on(match: Match) -> bool:
    """Whether the verb of what is past stands right before "on": "who took office on Jan. 1"."""
    words, codes, on = match.words, match.tokens.codes, match.first - 1
    if not words.holds("on", match.before):
        return False
    return any(
        words.holds("past_cue", code) and not words.holds("saying_cue", code) for code in codes[max(0, on - 2) : on]
    )


def _year_of_range(match: Match, context: Context, month: int) -> int | None:
    """The year in which a range ends whose first month was just told: "July-September"."""
    told = context.last_told
    if told is None or told.point.month is None or context.last_after != match.first - 1:
        return None
    joined = any(match.words.holds(kind, match.before) for kind in ("dash", "to"))
    return told.point.year + (month < told.point.month) if joined else None


def _year_of_sentence(match: Match, context: Context) -> int | None:
    """The year that opened the sentence, or that "after" or "before" joins to the clause of the date."""
    told = context.rough_in_sentence()
    if told is None or told.point.month is not None:
        return None
    words, codes = match.words, match.tokens.codes
    place = context.last_after
    place += words.holds("comma", codes[place])
    joined = any(words.holds(kind, codes[place]) for kind in ("after", "before"))
    return told.point.year if context.last_opens or joined else None


def _year_of_weekday(match: Match, near: Point, month: int, day: int) -> int | None:
    """The nearest year in which a day is on the weekday that is written with it; None where no near one has it so."""
    wanted = match.value("weekday")
    days = [(year, Point(year, month, day).date) for year in range(near.year - 3, near.year + 4)]
    fitting = [year for year, found in days if found and found.isoweekday() == wanted]
    months = near.year * 12 + (near.month or month)
    return min(fitting, key=lambda year: abs(year * 12 + month - months), default=None)


def _is_another_year(told: Point, creation: datetime) -> bool:
    """Whether what was told lies so far from the publication that a date beside it belongs to its time."""
    months = (told.year - creation.year) * 12 + (told.month or 1) - creation.month
    return abs(months) > ANOTHER_TIME


def _nearest_year_to(told: Point, month: int, day: int | None) -> int:
    """The year that brings a day nearest to one that was told."""
    here = (told.month or 1) * 31 + (told.day or 1)
    there = month * 31 + (day or told.day or 1)
    return min((told.year - 1, told.year, told.year + 1), key=lambda year: abs((year - told.year) * 372 + there - here))


def _year_in_story(context: Context, told: Point, month: int, day: int | None) -> int:
    """A story goes on from what it told last, and seldom goes far back.

    One that tells day after day is not led astray by a year that it names in the middle of a sentence.
    """
    chain = context.chain
    if chain and chain.month and day and told.month is None and 0 <= month - chain.month <= 1:
        return chain.year
    ahead = month - told.month if told.month else 0
    if ahead > 10:
        return told.year - 1
    if ahead < -5 and told.year != context.named_next():
        return told.year + 1
    return told.year


def _nearest_year(creation: date, month: int, day: int | None, tense: str | None, behind: int) -> int:
    """The year that brings a day nearest; a month lies behind or ahead as the tense of the clause says.

    What was "since" then lies behind, and what is put off until then ahead.
    """

    def distance(year: int) -> int:
        months = (year - creation.year) * 12 + month - creation.month
        return months * 31 + ((day or creation.day) - creation.day)

    years = (creation.year - 1, creation.year, creation.year + 1)
    if tense == "since":
        return max(year for year in years if distance(year) <= 0)
    if tense == "coming" or (day is None and tense in ("future", "ahead")):
        return min((year for year in years if distance(year) >= 0), key=distance)
    if day is None and tense == "past":
        return max((year for year in years if distance(year) <= 0), key=distance)
    nearest = min(years, key=lambda year: (abs(distance(year)), distance(year)))
    far = {"past": FAR, "aim": FAR, "done": SOON}.get(tense or "")
    if far and day and distance(nearest) > far:
        return nearest - 1
    return nearest + 1 if tense == "future" and distance(nearest) < -behind else nearest
