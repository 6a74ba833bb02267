"""Date words that are one time: "from 28 January to 3 February 1974", "2016, September", and the two dates of a life.

Time expressions are marked one by one (TimeML), each end of a range with the whole of it; what happened from the one to
the other happened once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from loaders.records import Interval, TimeExpression

WIDEST = 16
"""Characters that stand between the two ends of a range at most."""
LIFE = 15
"""Two dates in brackets, so many years apart, are a life."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def join_ranges(dates: Sequence[TimeExpression], text: str) -> list[TimeExpression]:
    """The dates with the two ends of a range made one, and a year beside its own month; a life keeps both ends."""
    joined: list[TimeExpression] = []
    for date in dates:
        one = _one(joined[-1], date, text) if joined else None
        if one is None:
            joined.append(date)
        else:
            start = joined[-1].start
            joined[-1] = replace(one, start=start, end=date.end, text=text[start : date.end])
    return joined


def split_life(first: TimeExpression, last: TimeExpression, text: str) -> list[TimeExpression]:
    """Birth and death, each with its own time, where the two dates are those of a life in brackets; else nothing."""
    if not _is_life(first, last, text):
        return []
    return [end for end in (_alone(first), _alone(last)) if end is not None]


def _one(first: TimeExpression, last: TimeExpression, text: str) -> TimeExpression | None:
    """The one time that two expressions side by side name, None where they name two."""
    if first.interval is None or last.interval is None or last.start - first.end > WIDEST:
        return None
    if first.interval == last.interval and first.precision == "span" and not _is_life(first, last, text):
        return last
    if text[first.end : last.start].strip() not in ("", ","):
        return None
    for inner, outer in ((first, last), (last, first)):
        if inner.interval != outer.interval and _within(inner, outer):
            return inner
    return None


def _is_life(first: TimeExpression, last: TimeExpression, text: str) -> bool:
    if first.interval is None or text[first.start - 1 : first.start] != "(" or text[last.end : last.end + 1] != ")":
        return False
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
    interval, precision = _interval(*(int(part) if part else None for part in read.groups()))
    return replace(date, interval=interval, precision=precision, edtf=date.value)


def _interval(year: int | None, month: int | None, day: int | None) -> tuple[Interval, str]:
    start = datetime(year or 1, month or 1, day or 1)
    if day:
        return (start, start + timedelta(days=1)), "day"
    if month:
        return (start, (start + timedelta(days=31)).replace(day=1)), "month"
    return (start, datetime((year or 1) + 1, 1, 1)), "year"
