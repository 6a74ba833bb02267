"""How many events of a selection lie when, over the whole of its time: BINS numbers, however many events there are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pandas as pd

from loaders.moments import EPOCH
from loaders.query import found_marks
from loaders.query.found import Found, look_up
from loaders.query.selection import Selection, events_where
from loaders.tables.store import Store
from loaders.tables.times import moment_of

BINS = 120
FAR = 0.03
"""The share of the events at either end that may be folded."""
FOLDED_FROM = 2.0
"""So many times shorter must the time be without what is folded."""
LITTLE = 0.2
"""What goes beyond the rest by this share of it, at one end, is not folded there."""


@dataclass(frozen=True, slots=True)
class Overview:
    start: datetime
    end: datetime
    counts: tuple[float, ...]
    """Events in each of BINS equal parts; one that covers several counts in shares."""
    before: int
    """Events that lie before the start, folded."""
    after: int
    """Events that lie after the end, folded."""


def count_through_time(store: Store, selection: Selection) -> Overview | None:
    """The overview of a selection; None where it holds nothing."""
    if found := look_up(store, selection):
        return _from_index(found) if len(found) else None
    where, parameters = events_where(selection)
    row = store.query(
        f"""SELECT min(start) AS first, max("end") AS last,
                   quantile_disc(start, {FAR}) AS near, quantile_disc("end", {1 - FAR}) AS far
            FROM events e WHERE {where}""",
        parameters,
    ).iloc[0]
    if pd.isna(row["first"]):
        return None
    start, end = _without_far(*(moment_of(time) for time in row))
    step = max((end - start) / BINS, timedelta(minutes=1)) / timedelta(milliseconds=1)
    first = (start - EPOCH) / timedelta(milliseconds=1)
    df = store.query(
        f"""WITH chosen AS (SELECT epoch_ms(start) AS a, epoch_ms("end") - 1 AS b FROM events e
                            WHERE {where} AND "end" > ? AND start < ?),
                 placed AS (SELECT greatest(floor((a - {first}) / {step}), 0)::INT AS low,
                                   least(floor((b - {first}) / {step}), {BINS - 1})::INT AS high FROM chosen)
            SELECT bin, sum(share) AS n FROM (SELECT unnest(range(low, high + 1)) AS bin, 1.0 / (high - low + 1) AS share
                                              FROM placed WHERE low <= high)
            GROUP BY bin""",
        [*parameters, start, end],
    )
    counts = dict(zip(df["bin"], df["n"], strict=True))
    outside = store.query(
        f"""SELECT count(*) FILTER ("end" <= ?) AS before, count(*) FILTER (start >= ?) AS after FROM events e WHERE {where}""",
        [start, end, *parameters],
    ).iloc[0]
    shares = tuple(round(float(counts.get(number, 0.0)), 3) for number in range(BINS))
    return Overview(start, end, shares, int(outside["before"]), int(outside["after"]))


def _from_index(found: Found) -> Overview:
    start, end = _without_far(*found_marks.quantiles(found, FAR))
    step = max((end - start) / BINS, timedelta(minutes=1)) / timedelta(milliseconds=1)
    first = (start - EPOCH) / timedelta(milliseconds=1)
    shares = found_marks.count_shares(found, start, end, BINS, step, first)
    before, after = found_marks.count_outside(found, (start, end))
    return Overview(start, end, tuple(round(share, 3) for share in shares), before, after)


def _without_far(first: datetime, last: datetime, near: datetime, far: datetime) -> tuple[datetime, datetime]:
    """The time without what lies far from nearly everything else; all of it where that is not much shorter."""
    near, far = min(near, far), max(near, far)
    little = (far - near) * LITTLE
    start, end = (first if near - first <= little else near), (last if last - far <= little else far)
    return (start, end) if timedelta(0) < (end - start) * FOLDED_FROM < last - first else (first, last)
