"""Where each event goes on the timeline: window, lanes, rows within a lane, labels. Pure arithmetic, no Plotly.

    events (one row an event) + lanes + window + width in pixels
        → places: one row an event and lane, with its row, and the label where one fits; crowds: what had no room

Rows are what keeps two meetings on one day apart: marks of one lane that would touch get a row each (timeline_rows.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np
import pandas as pd

from loaders.query.marks import Lanes
from pages.chart.rows import CROWD, GAP, Box, Rows, place_in_rows
from pages.shared.phrases import shorten

MARK = 16
"""Pixels that a mark takes."""
SLIM, BROAD = frozenset("iljtfrI.,:;|!'’()[] -"), frozenset("mwMW—…")
"""Characters that take about half or one and a half of what others do."""
LONGEST_LABEL = 48
MOST_ROWS = 5
"""Rows of a lane; where more marks touch, the last row has crowds."""
CLOSE = timedelta(days=14)
MOST_ROWS_CLOSE = 30
"""Rows of a lane in so short a window: there one cannot come much closer to see what a crowd holds."""
MOST_LANES = 12
NOBODY = ""
"""Id of the lane for events that belong to none."""
REST = "…"
"""Id of the lane for what the other lanes leave over."""
NOBODY_LABELS = {"leaders": "No one named", "actors": "None named", "topics": "No topic"}

EXACT = frozenset({"minute", "hour", "part of day", "day"})

Window = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Lane:
    lane_id: str
    label: str
    row: int
    """The first row that it takes, counted from the top."""
    rows: int


@dataclass(frozen=True, slots=True)
class Layout:
    lanes: tuple[Lane, ...]
    places: pd.DataFrame
    """One row an event and lane: the event's columns, `lane_id`, `row`, and `label` with the time `label_at` at which
    it begins, both empty where none fits. Events of a crowd are not among them."""
    crowds: pd.DataFrame
    """One row a crowd: `lane_id`, `row`, the time `at` where it stands, `first` and `last` of its events' middles, how
    many they are, `n`, and their titles."""
    window: Window


SHARES = (0.8, 0.65)
"""Shares of the events that a first window may hold, the most first."""
SHORTER = 3
"""So many times shorter must a window be for which fewer events are shown at first."""


def focus(events: pd.DataFrame, shares: tuple[float, ...] = SHARES) -> Window:
    """The shortest window that holds most of the events, with room; all of them where that is not shorter.

    So that one event of 1960, or a biography beside the news, does not squeeze three years of news into a line.
    """
    if events.empty:
        return datetime(2000, 1, 1), datetime(2001, 1, 1)
    whole = (events["start"].min(), events["end"].max())
    best = _shortest(events, shares[0])
    best = best if (best[1] - best[0]) * 2 < whole[1] - whole[0] else whole
    for share in shares[1:]:
        window = _shortest(events, share)
        if (window[1] - window[0]) * SHORTER < best[1] - best[0]:
            best = window
    return pad(best)


def _shortest(events: pd.DataFrame, share: float) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The shortest window that holds a share of the events."""
    in_order = events.sort_values("start")
    starts, ends = in_order["start"].to_numpy(), in_order["end"].to_numpy()
    need = max(1, round(len(starts) * share))
    last = np.lib.stride_tricks.sliding_window_view(ends, need).max(axis=1)
    best = int(np.argmin(last - starts[: len(last)]))
    return pd.Timestamp(starts[best]), pd.Timestamp(last[best])


def pad(window: tuple[pd.Timestamp, pd.Timestamp], share: float = 0.06) -> Window:
    """The window with room on both sides, at least a few days."""
    room = max((window[1] - window[0]) * share, timedelta(days=3))
    return _bounded(window[0], -room), _bounded(window[1], room)


def focus_between(events: pd.DataFrame, start: datetime | None, end: datetime | None) -> Window:
    """The window of a first look at events of which some dates were asked for: all that was asked for, else `focus`.

    An event of a decade may reach far beyond what was asked; the window does not follow it there.
    """
    if (start is None and end is None) or events.empty:
        return focus(events)
    first = pd.Timestamp(start or events["start"].min())
    last = pd.Timestamp(end or events["end"].max())
    return pad((first, last)) if first < last else focus(events)


def around(span: tuple[datetime, datetime], window: Window) -> Window:
    """A window as long as another one with a span in its middle; longer where the span does not fit in."""
    half = (window[1] - window[0]) / 2
    start, end = pd.Timestamp(span[0]), pd.Timestamp(span[1])
    middle = start + (end - start) / 2
    if end - start > half:
        return pad((start, end))
    return _bounded(middle, -half), _bounded(middle, half)


def text_width(text: str, size: int = 12) -> float:
    """Pixels that a text takes at most in letters of a size, by the breadth of its characters.

    >>> text_width("Li") < text_width("Wu") < text_width("会谈")
    True
    """
    ems = (
        1.02
        if ord(sign) > 0x2E80
        else 0.36
        if sign in SLIM
        else 0.92
        if sign in BROAD
        else 0.7
        if sign.isupper()
        else 0.58
        for sign in text
    )
    return sum(ems) * size


def fit_text(text: str, width: float, size: int) -> str:
    """The text, cut with an ellipsis where it is wider than so many pixels."""
    while text and text_width(text, size) > width:
        text = text.rstrip("…")[:-1].rstrip() + "…" if len(text) > 2 else ""
    return text


def _bounded(moment: pd.Timestamp, room: timedelta) -> datetime:
    try:
        return moment.to_pydatetime() + room
    except OverflowError:
        return moment.to_pydatetime()


def lay_out(
    events: pd.DataFrame,
    column: str,
    lanes_of_all: Lanes,
    names: Mapping[str, str],
    labels: Mapping[str, str],
    window: Window,
    width: float,
    picked: str = "",
) -> Layout:
    """Place events in lanes by the ids in a list column, for a plot of a width in pixels.

    `lanes_of_all` are the lanes of the whole selection, so that lanes stay while one zooms.
    The picked event is in no crowd.
    """
    scale = width / max((window[1] - window[0]).total_seconds(), 1)
    lane_ids = choose_lanes(lanes_of_all)
    in_lane = _by_lane(events.assign(rank=_ranks(events, picked)), column, lane_ids)
    most = MOST_ROWS if window[1] - window[0] > CLOSE else MOST_ROWS_CLOSE
    placed = _rows_by_lane(in_lane, lane_ids, _boxes(in_lane, window, scale), most)
    lanes: list[Lane] = []
    for lane_id, rows in placed:
        label = {NOBODY: NOBODY_LABELS.get(column, "None"), REST: "All others"}.get(lane_id)
        first = lanes[-1].row + lanes[-1].rows if lanes else 0
        lanes.append(Lane(lane_id, label or names.get(lane_id, lane_id), first, rows.n))
    in_lane["row"] = in_lane["lane_id"].map({lane.lane_id: lane.row for lane in lanes})
    for _, rows in placed:
        in_lane.loc[list(rows.of_mark), "row"] += list(rows.of_mark.values())
    crowds = [crowd for _, rows in placed for crowd in rows.crowds]
    told = [_crowd(in_lane.loc[crowd, CROWD_FROM]) for crowd in crowds]
    places = in_lane.drop(index=[index for crowd in crowds for index in crowd]).reset_index(drop=True)
    taken = [(int(str(crowd["row"])), _around(crowd["at"], window, scale)) for crowd in told]
    places["label"], places["label_at"] = _labels(places, taken, labels, window, scale, width)
    return Layout(tuple(lanes), places, pd.DataFrame(told, columns=CROWD_COLUMNS), window)


def _rows_by_lane(in_lane: pd.DataFrame, lane_ids: list[str], boxes: list[Box], most: int) -> list[tuple[str, Rows]]:
    """For each lane the rows of its marks, which are named by their place in the table."""
    members = in_lane.groupby("lane_id").indices
    ranks = list(in_lane["rank"])
    return [
        (lane_id, place_in_rows({index: boxes[index] for index in map(int, members.get(lane_id, ()))}, ranks, most))
        for lane_id in lane_ids
    ]


CROWD_FROM = ["lane_id", "row", "start", "end", "title"]
CROWD_COLUMNS = ["lane_id", "row", "at", "first", "last", "n", "titles"]


def _crowd(members: pd.DataFrame) -> dict[str, object]:
    middles = members["start"] + (members["end"] - members["start"]) / 2
    values = (members["lane_id"].iloc[0], members["row"].iloc[0], middles.mean(), middles.min(), middles.max())
    return dict(zip(CROWD_COLUMNS, (*values, len(members), list(members["title"])), strict=True))


def _around(at: object, window: Window, scale: float) -> Box:
    assert isinstance(at, datetime)
    middle = (at - window[0]).total_seconds() * scale
    return middle - CROWD / 2, middle + CROWD / 2


def choose_lanes(lanes: Lanes) -> list[str]:
    """The lanes with most events; then one for what is left over, then one for events without any."""
    return [*lanes.ids, *([REST] if lanes.rest else []), *([NOBODY] if lanes.nobody else [])]


def _by_lane(events: pd.DataFrame, column: str, lane_ids: list[str]) -> pd.DataFrame:
    known = set(lane_ids)
    ids = [
        list(dict.fromkeys(x if x in known else REST for x in values)) if values else [NOBODY]
        for values in events[column]
    ]
    df = events.assign(lane_id=ids).explode("lane_id").reset_index(drop=True)
    return df.sort_values(["start", "end", "event_id"], ignore_index=True)


def _boxes(places: pd.DataFrame, window: Window, scale: float) -> list[Box]:
    """Where each mark begins and ends, in pixels from the left of the window."""
    left = (places["start"] - window[0]).dt.total_seconds() * scale
    right = (places["end"] - window[0]).dt.total_seconds() * scale
    middle = (left + right) / 2
    return list(zip(np.minimum(left, middle - MARK / 2), np.maximum(right, middle + MARK / 2), strict=True))


def _labels(
    places: pd.DataFrame,
    taken: list[tuple[int, Box]],
    labels: Mapping[str, str],
    window: Window,
    scale: float,
    width: float,
) -> tuple[list[str], list[datetime | None]]:
    """Labels, and the times at which they begin, where one fits to the right of the mark: never over a mark or a label.

    One label an event, in the first lane that has room; events told by most documents and main ones first.
    """
    result, at = [""] * len(places), [None] * len(places)
    boxes: dict[int, list[Box]] = {}
    pixels, ids, rows = _boxes(places, window, scale), list(places["event_id"]), list(places["row"])
    for row, box in [*zip(rows, pixels, strict=True), *taken]:
        boxes.setdefault(row, []).append(box)
    labelled: set[str] = set()
    for index in np.argsort(places["rank"], kind="stable"):
        event_id, row = ids[index], rows[index]
        text = shorten(labels.get(event_id, ""), LONGEST_LABEL)
        left = max(pixels[index][1], 0) + 4
        right = left + text_width(text)
        visible = pixels[index][1] > 0 and pixels[index][0] < width
        if not text or event_id in labelled or not visible or right > width:
            continue
        if any(first < right + GAP and left - 4 < last for first, last in boxes[row] if (first, last) != pixels[index]):
            continue
        boxes[row].append((left, right))
        labelled.add(event_id)
        result[index], at[index] = text, window[0] + timedelta(seconds=left / scale)
    return result, at


def _ranks(events: pd.DataFrame, picked: str) -> pd.Series:
    """The rank of each event, 0 for the picked one, then by weight and sureness."""
    order = events.assign(other=events["event_id"] != picked)
    keys = ["other", "weight", "confidence", "start", "event_id"]
    order = order.sort_values(keys, ascending=[True, False, False, True, True])
    return pd.Series(range(len(order)), index=order.index)
