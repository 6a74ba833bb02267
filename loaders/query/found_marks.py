"""The timeline of events that were looked up: what marks.py, density.py and overview.py ask DuckDB without an index."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from loaders.moments import microseconds_of, moment_at
from loaders.query.found import Found, entries_of
from loaders.tables.index import NONE, Array, Index, Lists

MILLISECOND = 1_000
FEW, SAMPLE = 30_000, 10_000
"""Entries of so many are sorted as they are; of more, about so many are looked at, found by a sample."""
DEEP = 8
"""So many of each group are looked at, before all are."""
RANK = 0xFFFFFFFF
"""The part of a key for sorting that is the rank; before it stands the group."""
Window = tuple[datetime, datetime]


def profile(found: Found, most: int) -> pd.DataFrame:
    """The least start and end of each of `most` shares of the events in order of time, the larger shares first."""
    start, end = _at(found.index.start, found.places), _at(found.index.end, found.places)
    if len(found) > most:
        small, larger = divmod(len(found), most)
        firsts = np.concatenate([[0], np.cumsum(np.repeat([small + 1, small], [larger, most - larger]))])[:-1]
        start, end = np.minimum.reduceat(start, firsts), np.minimum.reduceat(end, firsts)
    order = np.lexsort((end, start))
    return pd.DataFrame({"start": _times(start[order]), "end": _times(end[order])})


def _at(values: Array, places: Array) -> Array:
    """The values at some places in order; where these are all there are between two, a look and no copy."""
    if len(places) and places[-1] - places[0] + 1 == len(places):
        return values[int(places[0]) : int(places[-1]) + 1]
    return np.asarray(values[places])


def _times(values: Array) -> Array:
    return np.asarray(values, dtype=np.int64).view("datetime64[us]")


def lanes_in(index: Index, column: str) -> Lists:
    """The lists that say in which lanes an event is; in none of them where there is one lane for all."""
    if column == "none":
        return Lists(pa.array([], pa.string()), np.zeros(len(index) + 1, np.int32), np.zeros(0, np.int32))
    return index.kinds if column == "kinds" else index.lists[column]


def count_lanes(found: Found, column: str, most: int) -> tuple[list[str], list[int], int, int, int]:
    """The ids and counts of the `most` lanes with most events; how many lanes there are; events in others, and in none."""
    lists = lanes_in(found.index, column)
    codes, owners = entries_of(lists, found.places)
    counts = np.bincount(codes, minlength=len(lists.ids))
    # The ids are in order, so that of lanes with as many the first by its id comes first.
    top = np.argsort(-counts, kind="stable")[: min(most, int(np.count_nonzero(counts)))]
    among = np.zeros(len(lists.ids), dtype=bool)
    among[top] = True
    rest = np.zeros(len(found), dtype=bool)
    rest[owners[~among[codes]]] = True
    nobody = len(found) - int(np.count_nonzero(np.diff(lists.bounds)[found.places]))
    ids = lists.ids.take(pa.array(top)).to_pylist()
    return ids, counts[top].tolist(), int(np.count_nonzero(counts)), int(np.count_nonzero(rest)), nobody


def nearest_outside(found: Found, window: Window, columns: Sequence[str]) -> tuple[dict[str, Any] | None, ...]:
    """The last event before a window and the first one after it."""
    index, places = found.index, found.places
    ids = index.rows["event_id"]

    def first_id(some: Array) -> int:
        return int(min(some.tolist(), key=lambda place: str(ids[place].as_py())))

    ends = _at(index.end, places)
    before = places[ends <= microseconds_of(window[0])]
    after = places[_at(index.start, places) >= microseconds_of(window[1])]
    chosen = []
    if len(before):
        last = index.end[before]
        chosen.append(first_id(before[last == last.max()]))
    else:
        chosen.append(NONE)
    chosen.append(first_id(after[index.start[after] == index.start[after[0]]]) if len(after) else NONE)
    return tuple(None if place == NONE else _only(found, place, columns) for place in chosen)


def _only(found: Found, place: int, columns: Sequence[str]) -> dict[str, Any]:
    row = found.index.rows.select(list(columns)).slice(place, 1).to_pandas().iloc[0]
    return {str(name): value for name, value in row.items()}


def count_outside(found: Found, window: Window) -> tuple[int, int]:
    end, start = _at(found.index.end, found.places), _at(found.index.start, found.places)
    return int(np.count_nonzero(end <= microseconds_of(window[0]))), int(
        np.count_nonzero(start >= microseconds_of(window[1]))
    )


def _lane_numbers(lists: Lists, lanes: Sequence[str]) -> Array:
    """For each id of a column the number of its lane; those of no lane share the number after the last."""
    numbers = np.full(len(lists.ids), len(lanes), np.int64)
    for number, lane_id in enumerate(lanes):
        code = lists.code_of(lane_id)
        if code != NONE:
            numbers[code] = number
    return numbers


def _in_lanes(found: Found, column: str, lanes: Sequence[str]) -> tuple[Array, Array]:
    """Events by lane: the lane's number, which is one more than the last for other lanes and two for none, and the event's."""
    lists = lanes_in(found.index, column)
    codes, owners = entries_of(lists, found.places)
    alone = np.flatnonzero(np.diff(lists.bounds)[found.places] == 0)
    lane = np.concatenate([_lane_numbers(lists, lanes)[codes], np.full(len(alone), len(lanes) + 1)])
    return lane, np.concatenate([owners, alone])


def best_of_cells(found: Found, column: str, lanes: Sequence[str], cell: int, most: int) -> Array:
    """The places of the events that come first by weight in their lane and cell of `cell` milliseconds, `most` of them.

    Before the second of any cell comes the first of each.
    """
    index = found.index
    lane, owners = _in_lanes(found, column, lanes)
    if not len(owners):
        return found.places[:0]
    cells = _at(index.start, found.places) // MILLISECOND // cell
    cells -= cells[0]
    group = (lane * (int(cells[-1]) + 1) + cells[owners]).astype(np.int64)
    rank = _at(index.rank, found.places)[owners]
    first = _weightiest(group, rank, DEEP)
    chosen = _best_of_groups(group[first], rank[first], most, is_part=len(first) < len(group))
    if chosen is None:
        chosen = _best_of_groups(group, rank, most)
        assert chosen is not None
    return np.asarray(index.by_rank[chosen])


def _best_of_groups(group: Array, rank: Array, most: int, is_part: bool = False) -> Array | None:
    """The ranks of `most` entries, the first of each group before the second of any.

    Of a part of them, which has the DEEP first of each group, None where these are too few.
    """
    keys = np.sort(group << 32 | rank)
    begins, sizes = _groups(keys >> 32)
    ranks = keys & RANK
    deep = 1
    while True:
        some = _first_of(begins, sizes, deep)
        different = np.unique(ranks[some])
        if len(different) >= most or (deep >= sizes.max() and not is_part):
            break
        deep *= 2
        if is_part and deep > DEEP:
            return None
    number = some - np.repeat(begins, np.minimum(sizes, deep))
    order = np.lexsort((ranks[some], number))
    _, first = np.unique(ranks[some][order], return_index=True)
    chosen: Array = ranks[some][order][np.sort(first)[:most]]
    return chosen


def _weightiest(group: Array, rank: Array, enough: int) -> Array:
    """Which entries hold the `enough` first of each group by rank: few of very many, which to sort would take longest."""
    if len(group) <= FEW:
        return np.arange(len(group))
    sample = np.sort(rank[:: len(rank) // SAMPLE + 1])
    top = rank <= sample[len(sample) * FEW // len(rank)]
    sizes = np.bincount(group)
    is_short = np.bincount(group[top], minlength=len(sizes)) < np.minimum(sizes, enough)
    return np.flatnonzero(top | is_short[group])


def count_cells(
    found: Found, window: Window, column: str, lanes: Sequence[str], drawn: Array, length: int, told: int
) -> list[tuple[int, int, int, int, int, list[str]]]:
    """For each lane and cell of `length` milliseconds: the lane's number, the cell's, first and last middle, n, titles.

    `drawn` holds the numbers of lanes and the places of events that have a mark there, two columns.
    """
    index, places = found.index, found.places
    # The clipped ends: an event of a year lies in a month's window as much as in any other.
    start = np.maximum(_at(index.start, places), microseconds_of(window[0])) // MILLISECOND
    end = np.minimum(_at(index.end, places), microseconds_of(window[1])) // MILLISECOND
    middle = (start + end) // 2
    lane, owners = _in_lanes(found, column, lanes)
    lane, owners = _without(lane, owners, places, len(lanes), drawn)
    if not len(owners):
        return []
    cells = middle // length
    lowest = int(cells.min())
    width = int(cells.max()) - lowest + 1
    group = (lane * width + cells[owners] - lowest).astype(np.int64)
    # Numbers of two bytes are sorted by their digits, several times as fast.
    order = np.argsort(group.astype(np.uint16) if group.max() < 2**16 else group, kind="stable")
    sizes = np.bincount(group)
    some = np.flatnonzero(sizes)
    sizes = sizes[some]
    begins = np.cumsum(sizes) - sizes
    own = middle[owners][order]
    first, last = np.minimum.reduceat(own, begins), np.maximum.reduceat(own, begins)
    rank = _at(index.rank, places)[owners]
    kept = _weightiest(group, rank, told)
    keys = np.sort(group[kept] << 32 | rank[kept])
    best = index.by_rank[(keys & RANK)[_first_of(*_groups(keys >> 32), told)]]
    titles = index.rows["title"].take(pa.array(best)).to_pylist()
    ends = np.cumsum(np.minimum(sizes, told))
    numbers, within = np.divmod(some, width)
    return [
        (number, cell + lowest, least, most, n, titles[end - min(n, told) : end])
        for number, cell, least, most, n, end in zip(
            *(values.tolist() for values in (numbers, within, first, last, sizes, ends)), strict=True
        )
    ]


def _without(lane: Array, owners: Array, places: Array, others: int, drawn: Array) -> tuple[Array, Array]:
    """The same without what has a mark; an event of two of the other lanes is there once."""
    left = np.ones(len(lane), dtype=bool)
    rest = np.flatnonzero(lane == others)
    left[rest[1:]] = owners[rest][1:] != owners[rest][:-1]
    with_mark = np.zeros(len(places), dtype=bool)
    # Places are in order, so that a few are looked for in them and not each of them among a few.
    at = np.searchsorted(places, drawn[1])
    inside = at < len(places)
    at, wanted = at[inside], drawn[1][inside]
    with_mark[at[places[at] == wanted]] = True
    near = np.flatnonzero(with_mark[owners])
    left[near[np.isin(lane[near] << 32 | places[owners[near]], drawn[0] << 32 | drawn[1])]] = False
    return lane[left], owners[left]


def _groups(values: Array) -> tuple[Array, Array]:
    """Where runs of the same value begin, and how long each is; of at least one value."""
    begins = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
    return begins, np.diff(np.concatenate([begins, [len(values)]]))


def _first_of(begins: Array, sizes: Array, most: int) -> Array:
    """Where the first `most` of each group stand."""
    taken = np.minimum(sizes, most)
    return np.repeat(begins - (np.cumsum(taken) - taken), taken) + np.arange(int(taken.sum()))


# The overview


def quantiles(found: Found, share: float) -> tuple[datetime, datetime, datetime, datetime]:
    """Start of the first event, end of the last, and that share of the starts and of the ends from either side."""
    start, end = _at(found.index.start, found.places), _at(found.index.end, found.places)
    near, far = (_rank_of(len(found), part) for part in (share, 1 - share))
    values = [start[0], end.max(), start[near], np.partition(end, far)[far]]
    first, last, low, high = (moment_at(int(value)) for value in values)
    return first, last, low, high


def _rank_of(n: int, share: float) -> int:
    """The place of a discrete quantile among n values in order."""
    return max(1, math.ceil(round(share * n, 9))) - 1


def count_shares(found: Found, start: datetime, end: datetime, bins: int, step: float, first: float) -> list[float]:
    """How many events lie in each of some equal parts of time, those in several in shares."""
    inside = (_at(found.index.end, found.places) > microseconds_of(start)) & (
        _at(found.index.start, found.places) < microseconds_of(end)
    )
    places = found.places[inside]
    low = np.maximum(np.floor((_at(found.index.start, places) // MILLISECOND - first) / step), 0).astype(np.int64)
    high = np.minimum(np.floor((_at(found.index.end, places) // MILLISECOND - 1 - first) / step), bins - 1).astype(
        np.int64
    )
    kept = low <= high
    low, high = low[kept], high[kept]
    # By how many parts they cover: events of one length in parts have one share, and are counted whole.
    counts = np.bincount(low * bins + high, minlength=bins * bins)
    total = np.zeros(bins)
    for one in np.flatnonzero(counts).tolist():
        left, right = divmod(one, bins)
        total[left : right + 1] += counts[one] / (right - left + 1)
    return [float(value) for value in total]
