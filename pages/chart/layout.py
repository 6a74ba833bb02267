"""Where each event goes on the timeline: lanes, rows within a lane, labels. Pure arithmetic, no Plotly.

    events (one row an event) + lanes + window + width in pixels
        → places: one row an event and lane that has a mark, with its row, and the label where one fits

Marks come in order of weight, first those that have room for what happened beside them, then those that have room at
all; what has none is for the density (loaders/query/density.py), which counts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

from loaders.query.density import NOBODY, REST
from loaders.query.marks import Lanes
from pages.chart.letters import text_width
from pages.chart.rows import Box, Rows
from pages.chart.windows import Window
from pages.shared.phrases import count, shorten

MARK = 14
"""Pixels that a mark takes."""
LABEL_SIZE = 13
BOLD = 1.08
"""How much more room the picked event's words take, which are bold."""
LABELS = (60, 44, 32, 24)
"""Characters of a label, the most first: it is cut as little as the room allows."""
ALL_ROWS = 30
"""Rows of all lanes together, about what a screen has room for."""
ROWS = (2, 20)
"""Rows that a lane has at least and at most, where it has so many events."""
FEW_LEFT, MORE_ROWS = 6, 2
"""So few marks that have no room get more rows, so many at most: a row of numbers would take as much and say less."""
CLOSE = timedelta(days=14)
ROWS_CLOSE = 30
"""Rows of a lane in so short a window: there one cannot come much closer to see what has no room."""
FEW_LANES = 6
"""Lanes before more are asked for."""
NOBODY_LABELS = {"leaders": "No one named", "actors": "None named", "topics": "No topic"}

EXACT = frozenset({"minute", "hour", "part of day", "day"})


@dataclass(frozen=True, slots=True)
class Lane:
    lane_id: str
    label: str
    n: int
    """Its events in the window."""
    rows: int


@dataclass(frozen=True, slots=True)
class Layout:
    lanes: tuple[Lane, ...]
    places: pd.DataFrame
    """One row an event and lane with a mark: the event's columns, `lane_id`, `row`, `mark_at`, `bar` (whether it is wide
    enough to be drawn as one), `label`, empty where none fits, and `side`, on which of the mark it stands."""
    window: Window


def lay_out(
    events: pd.DataFrame,
    column: str,
    lanes: Lanes,
    names: Mapping[str, str],
    window: Window,
    width: float,
    picked: str = "",
) -> Layout:
    """Place events in lanes by the ids in a list column, for a plot of a width in pixels."""
    sizes = count_in_lanes(lanes)
    in_lane = _by_lane(events.assign(rank=_ranks(events, picked)), column, set(lanes.ids))
    in_lane = _measured(in_lane, window, width)
    most = dict.fromkeys(sizes, ROWS_CLOSE) if window[1] - window[0] <= CLOSE else share_rows(sizes)
    members = in_lane.groupby("lane_id").indices
    labelled: set[str] = set()
    taken: dict[str, Rows] = {}
    placed: list[pd.DataFrame] = []
    # From the top: an event of two people is told in the busier one's lane, and tied to its mark in the other's.
    for lane_id in sizes:
        taken[lane_id] = Rows(most[lane_id])
        lane = in_lane.iloc[members[lane_id]] if lane_id in members else in_lane[:0]
        placed.append(_fill(lane.sort_values("rank"), taken[lane_id], labelled, picked, width))
    places = pd.concat(placed, ignore_index=True) if placed else in_lane.assign(row=0, label="", side="")
    special = {NOBODY: NOBODY_LABELS.get(column, "None"), REST: count(lanes.rest, "other")}
    rows = [Lane(i, special.get(i) or names.get(i, i), n, len(taken[i])) for i, n in sizes.items()]
    return Layout(tuple(rows), places, window)


def count_in_lanes(lanes: Lanes) -> dict[str, int]:
    """The lanes from the top with their events: those with most; what is left over; events without any."""
    sizes = dict(zip(lanes.ids, lanes.counts, strict=True))
    if lanes.rest:
        sizes[REST] = lanes.rest_events
    if lanes.nobody:
        sizes[NOBODY] = lanes.nobody
    return sizes


def share_rows(sizes: Mapping[str, int]) -> dict[str, int]:
    """Rows for each lane: none more than it has events, and what is left over by that for those with more.

    >>> share_rows({"a": 400, "b": 300, "c": 2})
    {'a': 14, 'b': 14, 'c': 2}
    """
    left, shared = ALL_ROWS, dict.fromkeys(sizes, 0)
    for number, lane_id in enumerate(sorted(sizes, key=sizes.__getitem__)):
        fair = left // (len(sizes) - number)
        shared[lane_id] = min(max(fair, ROWS[0]), sizes[lane_id], ROWS[1])
        left = max(left - shared[lane_id], 0)
    return shared


def _by_lane(events: pd.DataFrame, column: str, known: set[str]) -> pd.DataFrame:
    ids = [
        list(dict.fromkeys(x if x in known else REST for x in values)) if values else [NOBODY]
        for values in events[column]
    ]
    return events.assign(lane_id=ids).explode("lane_id").reset_index(drop=True)


def _measured(places: pd.DataFrame, window: Window, width: float) -> pd.DataFrame:
    """The places with `left`, `right` and `middle` of their marks in pixels, `bar`, and the time `mark_at`.

    A span's mark stands where it begins; what lies somewhere in a time has its mark in the middle, of what is in sight.
    """
    scale = width / max((window[1] - window[0]).total_seconds(), 1)
    left = (places["start"] - window[0]).dt.total_seconds().to_numpy(dtype=float) * scale
    right = (places["end"] - window[0]).dt.total_seconds().to_numpy(dtype=float) * scale
    bar = ~places["precision"].isin(EXACT).to_numpy(dtype=bool) & (right - left > MARK * 1.5)
    seen = np.clip(left, 0, width), np.clip(right, 0, width)
    in_sight = (left < width) & (right > 0)
    middle = np.where(in_sight & bar, (seen[0] + seen[1]) / 2, (left + right) / 2)
    begins = bar & (places["precision"] == "span").to_numpy(dtype=bool)
    middle = np.where(begins, np.where(in_sight, seen[0], left) + MARK / 2, middle)
    return places.assign(
        left=np.where(bar, np.minimum(left, middle - MARK / 2), middle - MARK / 2),
        right=np.where(bar, np.maximum(right, middle + MARK / 2), middle + MARK / 2),
        middle=middle,
        bar=bar,
        in_sight=in_sight,
        mark_at=[_moment(window[0], x / scale) for x in middle],
    )


def _moment(start: datetime, seconds: float) -> datetime:
    try:
        return start + timedelta(seconds=float(seconds))
    except OverflowError:
        return datetime.max if seconds > 0 else datetime.min


Told = tuple[str, str]
"""A label and the side of its mark on which it stands; both empty for none."""


def _fill(lane: pd.DataFrame, rows: Rows, labelled: set[str], picked: str, width: float) -> pd.DataFrame:
    """The marks of one lane, which come by rank, that have room; `labelled` are the events that have a label already.

    First marks with their labels, then marks alone, and at last labels where these have left room.
    """
    names = ["event_id", "title", "n_sources", "left", "right", "middle", "in_sight"]
    marks = list(lane[names].itertuples(index=False))
    found: dict[int, tuple[int, Told]] = {}
    for index, mark in enumerate(marks):
        if mark.in_sight and (mark.event_id not in labelled or mark.event_id == picked):
            for told, box in _ways_to_tell(mark, width, picked):
                row = rows.place(box)
                if row is not None:
                    found[index] = (row, told)
                    labelled.add(mark.event_id)
                    break
    for more in (0, MORE_ROWS):
        waiting = [index for index in range(len(marks)) if index not in found]
        rows.most += more if len(waiting) <= FEW_LEFT else 0
        for index in waiting:
            row = rows.place((marks[index].left, marks[index].right))
            if row is not None:
                found[index] = (row, ("", ""))
    for index, (row, (label, _)) in list(found.items()):
        mark = marks[index]
        is_told = bool(label) or mark.event_id in labelled
        ways = _ways_to_tell(mark, width, picked) if mark.in_sight and not is_told else ()
        told = next((told for told, box in ways if rows.widen(row, (mark.left, mark.right), box)), None)
        if told:
            found[index] = (row, told)
            labelled.add(mark.event_id)
    order = sorted(found)
    return lane.iloc[order].assign(
        row=[found[index][0] for index in order],
        label=[found[index][1][0] for index in order],
        side=[found[index][1][1] for index in order],
    )


def _ways_to_tell(mark: Any, width: float, picked: str) -> Iterator[tuple[Told, Box]]:
    """The labels that a mark may have within the plot, with the room that each takes, those that are cut least first."""
    more = f" ×{mark.n_sources}" if mark.n_sources > 1 else ""
    for label in dict.fromkeys(shorten(mark.title, length) + more for length in LABELS):
        room = text_width(label, LABEL_SIZE) * (BOLD if mark.event_id == picked else 1) + MARK / 2 + 6
        if mark.middle + room <= width:
            yield (label, "right"), (mark.left, max(mark.right, mark.middle + room))
        if mark.middle - room >= 0:
            yield (label, "left"), (min(mark.left, mark.middle - room), mark.right)


def _ranks(events: pd.DataFrame, picked: str) -> pd.Series:
    """The rank of each event, 0 for the picked one, then by weight and sureness."""
    order = events.assign(other=events["event_id"] != picked)
    keys = ["other", "weight", "confidence", "start", "event_id"]
    order = order.sort_values(keys, ascending=[True, False, False, True, True])
    return pd.Series(range(len(order)), index=order.index)
