"""Texts that are lists: an entry's own date dates every sentence in it, until the next entry begins.

So are chronologies ("December 9, 1998" above what happened), diaries, lists with bullets and live blogs written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.extract.events.happenings import is_placed
from loaders.extract.events.layout import heads_entry, is_furniture
from loaders.records import Document, Span, TimeExpression, day_of

FEWEST = 2
"""So many dates that head something make a list of a text."""
REACH = 400
"""What stands at the head of a line begins within so many letters."""
AROUND = 24
"""So many letters stand around a date on a line of its own: "Tuesday, 4th.", "[UPDATE", "Day 12"."""

LINES = 3
"""So many dates that open lines, and such a share of all lines, make a list without marks."""
SHARE = 0.3
CLOCKS = 3
"""So many clock times that head something make a live blog of a text; two are when a talk began and ended."""
_HOURS = ("minute", "hour")
_UNREAD = re.compile(r"\W*\d+[/.-]\d+")
_SIGNS = re.compile(r"[\s*_•·#>|()\[\]{}.,:;–—~-]*")
_TOLD_AFTER = re.compile(r"[*_\])]{0,4}[ \t]*[:.–—|-]?[*_ \t]+[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")


def find_heads(dates: Sequence[TimeExpression], text: str) -> frozenset[int]:
    """Where the dates begin that head the lines of a list, some with no mark after them ("1904 First stone laid")."""
    opening = [date.start for date in dates if is_placed(date) and _opens_line(date, text)]
    if len(opening) < LINES:
        return frozenset()
    lines = sum(1 for line in text.splitlines() if line.strip())
    return frozenset(opening) if len(opening) >= SHARE * lines else frozenset()


def _opens_line(date: TimeExpression, text: str) -> bool:
    line = _line_start(text, date.start)
    if line is None:
        return False
    return _SIGNS.fullmatch(text, line, date.start) is not None and _TOLD_AFTER.match(text, date.end) is not None


def cut_at_heads(
    sentences: Sequence[Span], dates: Sequence[TimeExpression], heads: frozenset[int], text: str
) -> list[Span]:
    """The sentences, cut before each line that the date of an entry heads: entries often end without a full stop."""
    ends = [end for _, end in sentences]
    cuts: dict[int, list[int]] = {}
    for date in dates:
        number = bisect_right(ends, date.start)
        if not is_placed(date) or number == len(sentences) or date.start <= sentences[number][0]:
            continue
        line, start = _line_start(text, date.start), sentences[number][0]
        if line is None:
            continue
        opens = line > start and _SIGNS.fullmatch(text, line, date.start) is not None
        if opens and (date.start in heads or heads_entry(date, (line, ends[number]), text)):
            cuts.setdefault(number, []).append(line)
    if not cuts:
        return list(sentences)
    return [part for number, span in enumerate(sentences) for part in _parted(span, cuts.get(number, []), text)]


def _parted(span: Span, cuts: Sequence[int], text: str) -> list[Span]:
    """The parts of a sentence without the blanks around them."""
    borders = [span[0], *cuts, span[1]]
    parts = []
    for start, end in pairwise(borders):
        piece = text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
        if start < end:
            parts.append((start, end))
    return parts


def find_entries(
    dates: Sequence[TimeExpression],
    sentences: Sequence[Span],
    document: Document,
    unmarked: frozenset[int] = frozenset(),
) -> dict[int, TimeExpression]:
    """Number of a sentence -> the date of the entry that it stands in; empty where the text is no list."""
    text = document.text
    starts = [start for start, _ in sentences]
    heads: list[tuple[int, TimeExpression, bool]] = []
    for date in dates:
        number = bisect_right(starts, date.start) - 1
        if not is_placed(date) or number < 0 or is_furniture(date, document):
            continue
        alone = stands_alone(date, text)
        if alone or date.start in unmarked or heads_entry(date, sentences[number], text):
            heads.append((number if date.end <= sentences[number][1] else number + 1, date, alone))
    clocks = {date.interval for _, date, _ in heads if date.precision in _HOURS}
    if len(clocks) < CLOCKS:
        heads = [head for head in heads if head[1].precision not in _HOURS]
    if len({date.interval for _, date, _ in heads}) < FEWEST:
        return {}
    found: dict[int, TimeExpression] = {}
    for place, (number, date, alone) in enumerate(heads):
        until = heads[place + 1][0] if place + 1 < len(heads) else len(sentences)
        for inside in range(number, until):
            goes_on = alone or date.precision in _HOURS
            if inside > number and not goes_on and _is_parted(text, sentences[inside - 1], sentences[inside]):
                break
            if inside > number and (_is_heading(text, sentences[inside]) or _UNREAD.match(text, sentences[inside][0])):
                break
            found[inside] = date
    return found


def stands_alone(date: TimeExpression, text: str) -> bool:
    """Whether nothing else stands on the line of the date, but signs and a word or two."""
    line, last = _line_start(text, date.start), text.find("\n", date.end, date.end + REACH)
    if line is None or (last < 0 and len(text) - date.end > REACH):
        return False
    before, after = text[line : date.start], text[date.end : last if last >= 0 else len(text)]
    if _SIGNS.fullmatch(before) and _SIGNS.fullmatch(after):
        return True
    more = len(_WORD.findall(before + " " + after))
    return len(before) + len(after) <= AROUND and more <= (date.precision in _HOURS and not before.strip())


def without_stamp(
    date: TimeExpression | None, told: str, text: str, tells_past: Callable[[str], bool]
) -> TimeExpression | None:
    """The date of a happening, as its day where it is the clock time over an entry that tells what was over by then.

    "7:55 p.m." over "Lee has won" says when that was written; over "Dockers block the gate" it says when they do.
    """
    if date is None or date.interval is None or date.precision not in _HOURS:
        return date
    if not stands_alone(date, text) or not tells_past(told):
        return date
    interval = day_of(date.interval[0])
    how = (*date.how, "the time stands over an entry, which tells what was over by then")
    return replace(date, interval=interval, precision="day", edtf=interval[0].date().isoformat(), how=how)


def _is_parted(text: str, before: Span, after: Span) -> bool:
    """Whether an empty line, or a new sign of a list, stands between two sentences."""
    between = text[before[1] : after[0]]
    return "\n\n" in between.replace(" ", "") or ("\n" in between and text[after[0]] in "*•-|")


def _is_heading(text: str, sentence: Span) -> bool:
    """Whether a sentence is the heading of a part."""
    line = _line_start(text, sentence[0])
    return line is not None and text.startswith("#", line)


def _line_start(text: str, at: int) -> int | None:
    """Where the line of a place begins; None further than REACH before it, so that a text of one line costs no more."""
    found = text.rfind("\n", max(0, at - REACH), at)
    return found + 1 if found >= 0 else 0 if at <= REACH else None
