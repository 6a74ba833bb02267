"""Where each event goes on the timeline: lanes, rows within a lane, labels. Pure arithmetic, no Plotly.

    events (one row an event) + lanes + window + width in pixels
        → places: one row an event and lane that has a mark, with its row, and the label where one fits

Marks come in order of weight, first those that have room for what happened beside them, then those that have room at
all; what has none is for the density (loaders/query/density.py), which counts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
import pandas as pd

from loaders.moments import EARLIEST, LATEST, microseconds_of
from loaders.query.density import NOBODY, REST
from loaders.query.marks import Lanes, lane_ids
from loaders.tables.times import as_time
from pages.chart.letters import text_width
from pages.chart.rows import Box, Rows, fits
from pages.chart.windows import Window
from pages.shared.phrases import count, shorten

MARK = 14
"""Pixels that a mark takes."""
LABEL_SIZE = 13
BOLD = 1.08
"""How much more room the picked event's words take, which are bold."""
LABELS = (60, 52, 44, 38, 32, 24)
"""Characters of a label, the most first: it is cut as little as the room allows."""
LONG_LABELS = (120, 80)
"""The same once everything has its place: what is left of a row is for the words of whoever is in it."""
ALL_ROWS = 30
"""Rows of all lanes together, about what a screen has room for."""
ROWS = (2, 20)
"""Rows that a lane has at least and at most, where it has so many events."""
FEW_LEFT, MORE_ROWS = 6, 2
"""So few marks that have no room get more rows, so many at most: a row of numbers would take as much and say less."""
CLOSE = timedelta(days=14)
ROWS_CLOSE = 30
"""Rows of a lane in so short a window, where one cannot come much closer to see what has no room, and of an only lane."""
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
    bare: bool = False
    """Whether there is one lane for all, which needs no name."""


def lay_out(
    events: pd.DataFrame,
    column: str,
    lanes: Lanes,
    names: Mapping[str, str],
    window: Window,
    width: float,
    picked: str = "",
    most_rows: int = ROWS_CLOSE,
) -> Layout:
    """Place events in lanes by the ids in a list column, for a plot of a width in pixels.

    `most_rows` are those of a lane that needs not share them with others.
    """
    sizes = count_in_lanes(lanes)
    measured = _measured(events, window, width)
    marks = _marks_by_rank(measured, picked)
    members = _by_lane(marks, lane_ids(events, column), set(lanes.ids))
    close = column == "none" or window[1] - window[0] <= CLOSE
    most = dict.fromkeys(sizes, most_rows) if close else share_rows(sizes)
    labelled: set[str] = set()
    taken: dict[str, Rows] = {}
    placed: list[tuple[str, Placed]] = []
    # From the top: an event of two people is told in the busier one's lane, and tied to its mark in the other's.
    for lane_id in sizes:
        taken[lane_id] = Rows(most[lane_id])
        placed += [(lane_id, one) for one in _fill(members.get(lane_id, []), taken[lane_id], labelled, picked, width)]
    places = measured.take([mark.number for _, (mark, _, _) in placed]).reset_index(drop=True)
    places = places.assign(
        lane_id=pd.Series([lane_id for lane_id, _ in placed], dtype=object),
        row=np.array([row for _, (_, row, _) in placed], dtype=int),
        label=pd.Series([label for _, (_, _, (label, _)) in placed], dtype=object),
        side=pd.Series([side for _, (_, _, (_, side)) in placed], dtype=object),
    )
    special = {NOBODY: NOBODY_LABELS.get(column, "None"), REST: count(lanes.rest, "other")}
    rows = [Lane(i, special.get(i) or names.get(i, i), n, len(taken[i])) for i, n in sizes.items()]
    return Layout(tuple(rows), places, window, column == "none")


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


@dataclass(slots=True)
class Mark:
    """The mark of an event: which of the events it is, where it lies in pixels, and what is told beside it."""

    number: int
    event_id: str
    title: str
    n_sources: int
    left: float
    right: float
    middle: float
    in_sight: bool


def _marks_by_rank(measured: pd.DataFrame, picked: str) -> list[Mark]:
    """The marks of the events, that of the picked one first, then by weight and sureness."""
    names = ["event_id", "title", "n_sources", "left", "right", "middle", "in_sight"]
    marks = [Mark(*row) for row in zip(range(len(measured)), *(measured[name].tolist() for name in names), strict=True)]
    weight, sure, start = (measured[name].to_numpy() for name in ("weight", "confidence", "start"))
    keys = zip((-weight).tolist(), (-sure).tolist(), start.astype("int64").tolist(), strict=True)
    ranked = sorted(zip(keys, marks, strict=True), key=lambda one: (one[1].event_id != picked, one[0], one[1].event_id))
    return [mark for _, mark in ranked]


def _by_lane(marks: list[Mark], ids: list[list[str]], known: set[str]) -> dict[str, list[Mark]]:
    """The marks of each lane, in the order in which they come."""
    members: dict[str, list[Mark]] = {}
    for mark in marks:
        values = ids[mark.number]
        for lane_id in dict.fromkeys(one if one in known else REST for one in values) if values else (NOBODY,):
            members.setdefault(lane_id, []).append(mark)
    return members


def _measured(events: pd.DataFrame, window: Window, width: float) -> pd.DataFrame:
    """The events with `left`, `right` and `middle` of their marks in pixels, `bar`, and the time `mark_at`.

    A span's mark stands where it begins; what lies somewhere in a time has its mark in the middle, of what is in sight.
    """
    scale = width / max((window[1] - window[0]).total_seconds(), 1)
    opens = as_time(window[0])
    left = (events["start"] - opens).dt.total_seconds().to_numpy(dtype=float) * scale
    right = (events["end"] - opens).dt.total_seconds().to_numpy(dtype=float) * scale
    bar = ~events["precision"].isin(EXACT).to_numpy(dtype=bool) & (right - left > MARK * 1.5)
    seen = np.clip(left, 0, width), np.clip(right, 0, width)
    in_sight = (left < width) & (right > 0)
    middle = np.where(in_sight & bar, (seen[0] + seen[1]) / 2, (left + right) / 2)
    begins = bar & (events["precision"] == "span").to_numpy(dtype=bool)
    middle = np.where(begins, np.where(in_sight, seen[0], left) + MARK / 2, middle)
    return events.assign(
        left=np.where(bar, np.minimum(left, middle - MARK / 2), middle - MARK / 2),
        right=np.where(bar, np.maximum(right, middle + MARK / 2), middle + MARK / 2),
        middle=middle,
        bar=bar,
        in_sight=in_sight,
        mark_at=_times_at(window[0], middle / scale),
    )


def _times_at(start: datetime, seconds: np.ndarray) -> np.ndarray:
    """So many seconds after a moment, each; the last moment that there is where one lies beyond."""
    first, last = (microseconds_of(end) for end in (EARLIEST, LATEST))
    return np.clip(np.rint(seconds * 1e6) + microseconds_of(start), first, last).astype("int64").view("datetime64[us]")


Told = tuple[str, str]
"""A label and the side of its mark on which it stands; both empty for none."""
Placed = tuple[Mark, int, Told]
"""A mark, its row, and what is told beside it."""


def _fill(marks: list[Mark], rows: Rows, labelled: set[str], picked: str, width: float) -> list[Placed]:
    """Those marks of a lane, which come by rank, that have room; `labelled` are the events that have a label already.

    First marks with their labels, then marks alone, and at last labels where these have left room.
    """
    found: dict[int, tuple[int, Told, Box]] = {}
    for index, mark in enumerate(marks):
        if mark.in_sight and (mark.event_id not in labelled or mark.event_id == picked):
            placed = _place_told(mark, rows, width, picked)
            if placed is not None:
                found[index] = placed
                labelled.add(mark.event_id)
    for more in (0, MORE_ROWS):
        waiting = [index for index in range(len(marks)) if index not in found]
        rows.most += more if len(waiting) <= FEW_LEFT else 0
        for index in waiting:
            row = rows.place((marks[index].left, marks[index].right))
            if row is not None:
                found[index] = (row, ("", ""), (marks[index].left, marks[index].right))
    for index, (row, (label, _), box) in list(found.items()):
        mark = marks[index]
        is_cut = bool(label) and not label.startswith(mark.title)
        if mark.in_sight and (is_cut or (not label and mark.event_id not in labelled)):
            room = rows.room_beside(row, box)
            lengths = LONG_LABELS if label else LABELS
            way = next((way for way in _ways_to_tell(mark, width, picked, lengths) if fits(way[1], *room)), None)
            if way:
                rows.widen(row, box, way[1])
                found[index] = (row, *way)
                labelled.add(mark.event_id)
    return [(marks[index], *found[index][:2]) for index in sorted(found)]


def _place_told(mark: Mark, rows: Rows, width: float, picked: str) -> tuple[int, Told, Box] | None:
    """The row that is taken for a mark with its label, and the label; None where no label has room."""
    rooms = rows.rooms((mark.left, mark.right))
    if not rooms:
        return None
    for told, box in _ways_to_tell(mark, width, picked):
        row = next((row for row, low, high in rooms if fits(box, low, high)), None)
        if row is not None:
            rows.put(row, box)
            return row, told, box
    return None


def _ways_to_tell(mark: Mark, width: float, picked: str, lengths: Sequence[int] = LABELS) -> Iterator[tuple[Told, Box]]:
    """The labels that a mark may have within the plot, with the room that each takes, those that are cut least first."""
    more = f" ×{mark.n_sources}" if mark.n_sources > 1 else ""
    for label in dict.fromkeys(shorten(mark.title, length) + more for length in lengths):
        room = text_width(label, LABEL_SIZE) * (BOLD if mark.event_id == picked else 1) + MARK / 2 + 6
        if mark.middle + room <= width:
            yield (label, "right"), (mark.left, max(mark.right, mark.middle + room))
        if mark.middle - room >= 0:
            yield (label, "left"), (min(mark.left, mark.middle - room), mark.right)
