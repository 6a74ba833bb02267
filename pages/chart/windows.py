"""Which part of time a timeline shows: at a first look, around what is asked for, around what is nearest."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pandas as pd

from loaders.moments import EARLIEST, LATEST, moment, shifted
from loaders.tables.times import moment_of

Window = tuple[datetime, datetime]

SHARES = (0.8, 0.65)
"""Shares of the events that a first window may hold, the most first."""
MONTHS, YEARS = timedelta(days=10), timedelta(days=365)
"""With so much room beside it a window goes out to whole months and to whole years."""
FIRST, LAST = shifted(EARLIEST, timedelta(days=366)), shifted(LATEST, -timedelta(days=366))
"""Beyond these no whole year is left to go out to."""
SHORTER = 3
"""So many times shorter must a window be for which fewer events are shown at first."""


def focus(events: pd.DataFrame, shares: tuple[float, ...] = SHARES) -> Window:
    """The shortest window that holds most of the events, with room; all of them where that is not shorter.

    So that one event of 1960, or a biography beside the news, does not squeeze three years of news into a line.
    """
    if events.empty:
        return datetime(2000, 1, 1), datetime(2001, 1, 1)
    whole = (moment_of(events["start"].min()), moment_of(events["end"].max()))
    best = _shortest(events, shares[0])
    best = best if (best[1] - best[0]) * 2 < whole[1] - whole[0] else whole
    for share in shares[1:]:
        window = _shortest(events, share)
        if (window[1] - window[0]) * SHORTER < best[1] - best[0]:
            best = window
    return pad(best)


def _shortest(events: pd.DataFrame, share: float) -> Window:
    """The shortest window that holds a share of the events."""
    in_order = events.sort_values("start")
    starts, ends = in_order["start"].to_numpy(), in_order["end"].to_numpy()
    need = max(1, round(len(starts) * share))
    last = np.lib.stride_tricks.sliding_window_view(ends, need).max(axis=1)
    best = int(np.argmin(last - starts[: len(last)]))
    return moment_of(starts[best]), moment_of(last[best])


def pad(window: Window, share: float = 0.03) -> Window:
    """The window with room on both sides, at least a few days, out to whole days, months or years by its length.

    Its ends are read as dates: "31 December 1969" would look like something that the documents say.

    >>> pad((datetime(1970, 5, 2), datetime(2021, 3, 8)))
    (datetime.datetime(1968, 1, 1, 0, 0), datetime.datetime(2023, 1, 1, 0, 0))
    """
    room = max((window[1] - window[0]) * share, timedelta(days=3))
    return _round_down(shifted(window[0], -room), room), _round_up(shifted(window[1], room), room)


def _round_down(time: datetime, room: timedelta) -> datetime:
    """The beginning of the day, of the month or of the year in which a time lies, by how much room there is."""
    if not FIRST < time < LAST:
        return time
    month = time.month if room < YEARS else 1
    return moment(time.year, month, time.day if room < MONTHS else 1)


def _round_up(time: datetime, room: timedelta) -> datetime:
    begun = _round_down(time, room)
    longest = timedelta(days=1) if room < MONTHS else timedelta(days=31) if room < YEARS else timedelta(days=366)
    return time if begun == time else _round_down(shifted(begun, longest), room)


def focus_between(events: pd.DataFrame, start: datetime | None, end: datetime | None) -> Window:
    """The window of a first look at events of which some dates were asked for: all that was asked for, else `focus`.

    An event of a decade may reach far beyond what was asked; the window does not follow it there.
    """
    if (start is None and end is None) or events.empty:
        return focus(events)
    first = moment_of(start or events["start"].min())
    last = moment_of(end or events["end"].max())
    return pad((first, last)) if first < last else focus(events)


def around(span: tuple[datetime, datetime], window: Window) -> Window:
    """A window as long as another one with a span in its middle; longer where the span does not fit in."""
    half = (window[1] - window[0]) / 2
    start, end = moment_of(span[0]), moment_of(span[1])
    middle = start + (end - start) / 2
    if end - start > half:
        return pad((start, end))
    return shifted(middle, -half), shifted(middle, half)
