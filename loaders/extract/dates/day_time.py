"""Times of day: "16:30", "at noon", "this morning", and the edge words that narrow a date ("early", "the end of")."""

from __future__ import annotations

import re
from datetime import date, datetime

from loaders.extract.dates.characters import BREAK, OTHER
from loaders.extract.dates.context import MESSAGE, NEWS, UNPLACED, Anchor, Context, Reading
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.point import days_from

CLOCK = re.compile(r"(\d{1,2})[:.]?(\d\d)?(?:[:.](\d\d))?")


def edge_of(match: Match) -> str:
    """START, MID, END or APPROX, as "early", "the middle of", "the end of" or "about" say; else nothing."""
    return match.value("edge", "early_late", "edge_noun", "edge", "circa", "edge_of_units", "end") or ""


def clock_value(match: Match) -> str:
    """`16:30` or `MO`, what stands after the T of a TIMEX3 value; nothing where the match names no time of day."""
    part = next((part for part in ("clock", "hour", "spoken") if part in match), None)
    if part is None:
        return _part(match) if "part" in match else ""
    hours, minutes = _written(match, part)
    half = match.value("half_day")
    if half is None and match.is_a("day", "night_word"):
        half = _half_of("NI", hours)
    if half is None and "part" in match:
        half = _half_of(match.value("part", "part_of_day"), hours)
    if half is not None and hours <= 12:
        if "until_hour" in match and (hours % 12, minutes) >= _until(match):
            half = 12 - half  # "between 11 and 1 p.m." begins before noon
        hours = hours % 12 + half
    if "shift" in match and (past := match.value("shift", "half_past")):
        hours, minutes = divmod(hours * 60 + past, 60)
    return f"{hours:02d}:{minutes:02d}" if 0 <= hours < 25 and minutes < 60 else ""


def _part(match: Match) -> str:
    """The part of the day; what was before midnight was in the night of the day that midnight ends."""
    part = str(match.value("part", "part_of_day"))
    is_before = part == "24:00" and bool(match.before) and match.words.holds("before", match.before)
    return "NI" if is_before else part


def _written(match: Match, part: str) -> tuple[int, int]:
    """Hours and minutes as they are written."""
    if part == "spoken":
        return int(match.value(part, "number_word")), 0
    digits = match.text(part)
    if match.is_a(part, "clock_digits"):
        return divmod(int(digits), 100)
    found = CLOCK.match(digits)
    assert found is not None
    return int(found[1]), int(found[2] or 0)


def _until(match: Match) -> tuple[int, int]:
    """Hours, from noon or midnight, and minutes at which the stretch ends that the match opens."""
    hours, minutes = _written(match, "until_hour")
    return hours % 12, minutes


def _half_of(part: str, hours: int) -> int | None:
    """Which half of the day "7" means where its part is told; two at night is in the morning."""
    if part not in ("MO", "AF", "EV", "NI"):
        return None
    return 0 if part == "MO" or (part == "NI" and not 5 < hours < 12) else 12


def with_clock(
    match: Match, day: str, how: tuple[str, ...] = (), anchor: datetime | None = None, edge: str = ""
) -> Reading:
    """The reading of a day, with the time of day that the match names."""
    time = clock_value(match)
    return Reading("TIME", f"{day}T{time}", how, edge, anchor) if time else Reading("DATE", day, how, edge, anchor)


def read_clock(match: Match, context: Context) -> list[Reading]:
    """A time of day without its day: on the day that the text is in."""
    value = clock_value(match)
    if not value or _is_bare_number(match, context):
        return []
    told = context.told_just_before() if context.kind == MESSAGE else context.told_in_sentence()
    today = context.told_for("D") if context.narrative else told or context.published
    if today is None or today.point.date is None:
        return [Reading("TIME", f"XXXX-XX-XXT{value}", problem=UNPLACED, tells=False)]
    how = (f"no day is written; on the day of {today.words}",)
    begins = match.before and any(match.words.holds(kind, match.before) for kind in ("from", "coming_edge"))
    if value == "24:00" and not begins and not context.narrative and context.tense == "past":
        value = "00:00"  # "The strike began at midnight": with which the day began
    elif _is_still_to_come(value, today, context) and (before := days_from(today.point.date, -1)):
        how = (f"no day is written; the last time before {today.words}",)
        return [Reading("TIME", f"{before.isoformat()}T{value}", how, "", today.time, tells=False)]
    return [Reading("TIME", f"{today.point.date.isoformat()}T{value}", how, "", today.time, tells=False)]


def _is_still_to_come(value: str, today: Anchor, context: Context) -> bool:
    """Whether a time of the day of publication had not come when it was told of as past: "at 11 p.m.", told at seven.

    What was told within the hour may have been put right since ("Updated at 15.50").
    """
    here = today.time
    if context.kind != NEWS or here is None or (here.hour, here.minute) == (0, 0) or ":" not in value:
        return False
    return value > f"{min(here.hour + 1, 24):02d}:{here:%M}" and context.tense == "past"


def _is_bare_number(match: Match, context: Context) -> bool:
    """Whether nothing shows that figures such as 15:43 are a time of day, no score, verse or time of a race."""
    if context.kind == MESSAGE or "clock" not in match or len(match.codes) > 1 or not match.is_a("clock", "clock"):
        return False
    before = match.before or BREAK
    return before != BREAK and not match.words.holds("clock_opener", before)


def read_bare_part(match: Match, context: Context) -> list[Reading]:
    """ "the morning", "at noon", "at night": of the day that the text is in, or of any day."""
    part = clock_value(match)
    if context.kind != MESSAGE and _is_name(match):
        return []
    at = bool(match.before) and any(match.words.holds(kind, match.before) for kind in ("at", "coming_edge"))
    if match.before and match.is_a("part", "point_of_day") and match.words.holds("year_opener", match.before):
        return read_clock(match, context)
    if "determiner" in match and context.kind == NEWS and match.following and match.words.holds("of", match.following):
        return [Reading("TIME", f"XXXX-XX-XXT{part}", problem="of which day is not said", tells=False)]
    if "determiner" in match or context.kind == MESSAGE or (at and part != "NI"):
        return read_clock(match, context)
    if context.kind == NEWS and not at:
        return _overnight(match, context)
    return [Reading("TIME", f"XXXX-XX-XXT{part}", problem="no one day is meant", tells=False)]


def _overnight(match: Match, context: Context) -> list[Reading]:
    """ "overnight" in the news: the night before the publication, or after it where the future is told."""
    if not match.is_a("part", "this_night") or match.following == OTHER or context.published is None:
        return []
    day = days_from(context.published.point.date or date.min, 0 if context.tense == "future" else -1)
    how = (f"the night beside {context.published.words}",)
    return [Reading("TIME", f"{day.isoformat()}TNI", how, "", context.published.time, tells=False)] if day else []


def _is_name(match: Match) -> bool:
    """Whether the part of a day is part of a name ("Operation Dawn"): a capital in the middle of a sentence."""
    index = match.parts["part"][0]
    if not match.tokens.word(index)[:1].isupper() or index == 0:
        return False
    before = match.tokens.word(index - 1)
    return before[:1].isupper() or before[-1:].islower()


def _is_told(match: Match) -> bool:
    """Whether "the next morning" counts from what was told, as "next morning" does not."""
    definite = any(match.words.holds("the", code) for code in match.codes)
    return definite or not match.is_a("relative", "deictic_relative")


def read_part_of_day(match: Match, context: Context) -> list[Reading]:
    """ "this morning", "last night", "that afternoon"."""
    part = match.value("part", "part_of_day")
    told = "told" in match or "relative" not in match or _is_told(match)
    today = (context.told_for("D") if told else None) or context.today()
    if today is None or today.point.date is None:
        return [Reading("TIME", f"XXXX-XX-XXT{part}", problem=UNPLACED, tells=False)]
    day = days_from(today.point.date, match.value("relative", "deictic_relative", "told_relative") or 0)
    how = (f"counted from {today.words}",)
    if "clock" in match or "hour" in match:
        return [with_clock(match, day.isoformat(), how, today.time)] if day else []
    return [Reading("TIME", f"{day.isoformat()}T{part}", how, edge_of(match), today.time)] if day else []
