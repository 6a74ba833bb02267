"""Date words that are one time: "from 28 January to 3 February 1974", "2016, September", and the two dates of a life.

Time expressions are marked one by one (TimeML), each end of a range with the whole of it; what happened from the one to
the other happened once.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import MAXYEAR, datetime, timedelta

from loaders.moments import NO_ERA_FROM, moment, say_iso_year
from loaders.records import Interval, TimeExpression, day_of

WIDEST = 16
"""Characters that stand between the two ends of a range at most."""
LIFE = 15
"""Two dates in brackets, so many years apart, are a life."""

WRITTEN = 80
"""So many letters have date words at most; longer ones are a list that was joined."""
AGAIN = 6
"""So many characters link a time with the same in figures: ", on"."""

_OPENS_LIFE = re.compile(r"\(\s*(?:[a-z]{1,5}\.?\s+(?:on\s+|in\s+)?)?$")
_BETWEEN_LIFE = re.compile(r"[^()\n]{0,60}?(?:\s[–—-]|[–—]|;)[^()\n]{0,20}")
_CLOSES_LIFE = re.compile(r"[^()\n\d]{0,60}\)")
_YEAR = re.compile(r"\d{4}")
_PARTED = re.compile(r"\n\s*\n")
_NAMED = re.compile(r"\b[^\W\d_a-z][^\W\d_]*\s*\Z")
_DIGIT = re.compile(r"\d")
_DAY = re.compile(r"(BC)?(\d{4})((?:-\d\d){0,2})")


def join_ranges(dates: Sequence[TimeExpression], text: str, joining: Container[str] = ()) -> list[TimeExpression]:
    """The dates with the two ends of a range made one, and a year beside its own month; a life keeps both ends."""
    joined: list[TimeExpression] = []
    for date in dates:
        one = _one(joined[-1], date, text, joining) if joined else None
        if one is None:
            joined.append(date)
        else:
            start = joined[-1].start
            joined[-1] = replace(one, start=start, end=date.end, text=text[start : date.end])
    return joined


def split_life(first: TimeExpression, last: TimeExpression, text: str) -> list[TimeExpression]:
    """Birth and death, each with its own time, where the two dates are those of a life in brackets; else nothing."""
    if _is_life_with_places(first, last, text):
        return [first, last]
    if not _is_life(first, last, text):
        return []
    return [end for end in (_alone(first), _alone(last)) if end is not None]


def _one(first: TimeExpression, last: TimeExpression, text: str, joining: Container[str]) -> TimeExpression | None:
    """The one time that two expressions side by side name, None where they name two."""
    if first.interval is None or last.interval is None or last.start - first.end > WIDEST:
        return None
    if first.interval == last.interval and first.precision == "span" and not _is_life(first, last, text):
        return last
    link = text[first.end : last.start].strip()
    if link in ("", ",", "("):
        # An empty line parts the day over a text from the hour of its first entry.
        return None if _PARTED.search(text, first.end, last.start) else _nested(first, last)
    if link.lower() in joining and first.precision == last.precision == "day" and first.interval[1] == last.interval[0]:
        return _days(first, last)
    return last if _again(first, last, link) else None


def _again(first: TimeExpression, last: TimeExpression, link: str) -> bool:
    """Whether the second tells the first in figures: "a week later, on 8 January"."""
    is_near = link.startswith(",") and len(link) <= AGAIN and len(first.text) <= WRITTEN
    if first.interval is None or last.interval is None or not is_near:
        return False
    near = abs(last.interval[0] - first.interval[0]) <= timedelta(days=31) or _YEAR.search(last.text) is not None
    return first.anchor is not None and not _DIGIT.search(first.text) and near


def _days(first: TimeExpression, last: TimeExpression) -> TimeExpression:
    """Two days running, named one by one ("26 and 27 January")."""
    assert first.interval is not None
    assert last.interval is not None
    edtf = f"{first.edtf}/{last.edtf}"
    return replace(last, interval=(first.interval[0], last.interval[1]), precision="span", edtf=edtf)


def _nested(first: TimeExpression, last: TimeExpression) -> TimeExpression | None:
    """The more exact of the two, where the other only repeats its year or month."""
    for inner, outer in ((first, last), (last, first)):
        if inner.interval != outer.interval and _within(inner, outer):
            return inner
    return None


def _is_life_with_places(first: TimeExpression, last: TimeExpression, text: str) -> bool:
    """Whether a place stands with one or both dates of a life in brackets: "(3 May 1835 in Dure – 4 June 1899 in Kelna)"."""
    if first.interval is None or last.interval is None or last.interval[0].year - first.interval[0].year <= LIFE:
        return False
    opens = _OPENS_LIFE.search(text[max(0, first.start - WIDEST) : first.start])
    between, after = _BETWEEN_LIFE.fullmatch(text, first.end, last.start), _CLOSES_LIFE.match(text, last.end)
    return opens is not None and between is not None and after is not None


def _is_life(first: TimeExpression, last: TimeExpression, text: str) -> bool:
    if first.interval is None or text[first.start - 1 : first.start] != "(" or text[last.end : last.end + 1] != ")":
        return False
    if first.interval[0].year < NO_ERA_FROM and not _NAMED.search(text, max(0, first.start - WRITTEN), first.start - 1):
        return False  # "the first war (264–241 BC)"
    start, end = first.interval
    return first.interval == last.interval and end.year - start.year > LIFE


def _within(inner: TimeExpression, outer: TimeExpression) -> bool:
    if inner.interval is None or outer.interval is None:
        return False
    return outer.interval[0] <= inner.interval[0] and inner.interval[1] <= outer.interval[1]


def _alone(date: TimeExpression) -> TimeExpression | None:
    """One end of a range by itself, read from its TIMEX3 value."""
    read = _DAY.fullmatch(date.value)
    if read is None:
        return None
    year = 1 - int(read[2]) if read[1] else int(read[2])
    interval, precision = _interval(year, *(int(part) for part in read[3].split("-")[1:]))
    return replace(date, interval=interval, precision=precision, edtf=f"{say_iso_year(year)}{read[3]}")


def _interval(year: int, month: int = 0, day: int = 0) -> tuple[Interval, str]:
    start = moment(year, month or 1, day or 1)
    if day:
        return day_of(start), "day"
    after = (year + month // 12, month % 12 + 1) if month else (year + 1, 1)
    return (start, moment(*after) if after[0] <= MAXYEAR else datetime.max), "month" if month else "year"
