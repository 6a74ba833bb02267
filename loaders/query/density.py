"""How many events of a window have no mark of their own, by lane and cell of time: true numbers, however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import numpy as np
import pandas as pd

from loaders.query import found_marks
from loaders.query.found import Found, look_up
from loaders.query.rows import plain
from loaders.query.selection import LANE_LISTS, Selection, events_where
from loaders.tables.store import Store

REST, NOBODY = "…", ""
"""Ids of the lanes for what the other lanes leave over and for events that belong to none."""
TOLD = 5
"""Titles of a cell, those of the weightiest events."""
MOST_CELLS = 2_000


def count_cells(
    store: Store,
    selection: Selection,
    window: tuple[datetime, datetime],
    column: str,
    lanes: Sequence[str],
    drawn: Iterable[tuple[str, str]],
    cell: timedelta,
) -> pd.DataFrame:
    """One row a lane and cell: `lane_id`, `cell_start`, `first` and `last` middle of its events, `n`, and `titles`.

    Cells are counted from 1970, so that they stay where they are while one moves to and fro. An event lies where the middle
    of what the window shows of it lies. `drawn` names the pairs of lane and event that have marks.
    """
    length = max(int(cell / timedelta(milliseconds=1)), 60_000)
    if found := look_up(store, selection.within(window)):
        return _from_index(found, window, column, lanes, list(drawn), length)
    where, parameters = events_where(selection)
    keys = [f"{lane_id} {event_id}" for lane_id, event_id in drawn]
    # The clipped ends: an event of a year lies in a month's window as much as in any other.
    middle = '(epoch_ms(greatest(start, ?)) + epoch_ms(least("end", ?))) // 2'
    return plain(
        store.query(
            f"""WITH chosen AS (SELECT event_id, title, weight, confidence, start, "end", {middle} AS middle,
                                       {LANE_LISTS.get(column, column)} AS ids
                                FROM events e WHERE {where} AND "end" > ? AND start < ?),
                laned AS (SELECT * EXCLUDE (ids), unnest(CASE WHEN len(ids) = 0 THEN ['{NOBODY}'] ELSE ids END) AS id
                          FROM chosen),
                placed AS (SELECT DISTINCT * EXCLUDE (id),
                                  CASE WHEN id = '{NOBODY}' OR list_contains(?, id) THEN id ELSE '{REST}' END AS lane_id
                           FROM laned),
                hidden AS (SELECT *, floor(middle / {length}) AS cell FROM placed
                           WHERE (lane_id || ' ' || event_id) NOT IN (SELECT unnest(?::VARCHAR[]))),
                ranked AS (SELECT *, row_number() OVER (PARTITION BY lane_id, cell
                             ORDER BY weight DESC, confidence DESC, start, "end", event_id) AS place FROM hidden)
                SELECT lane_id, make_timestamp_ms((cell * {length})::BIGINT) AS cell_start,
                       make_timestamp_ms(min(middle)::BIGINT) AS first, make_timestamp_ms(max(middle)::BIGINT) AS last,
                       count(*) AS n, list(title ORDER BY place) FILTER (place <= {TOLD}) AS titles
                FROM ranked GROUP BY lane_id, cell ORDER BY lane_id, cell LIMIT {MOST_CELLS}""",
            [*window, *parameters, *window, list(lanes), keys],
        )
    )


def _from_index(
    found: Found,
    window: tuple[datetime, datetime],
    column: str,
    lanes: Sequence[str],
    drawn: list[tuple[str, str]],
    length: int,
) -> pd.DataFrame:
    ids = [*lanes, REST, NOBODY]
    numbers = {lane_id: number for number, lane_id in enumerate(ids)}
    marks = np.array(
        [[numbers.get(lane_id, -1) for lane_id, _ in drawn], found.index.places_of(one for _, one in drawn)]
    )
    cells = found_marks.count_cells(found, window, column, lanes, marks.astype(np.int64), length, TOLD)
    cells = sorted(cells, key=lambda row: (ids[row[0]], row[1]))[:MOST_CELLS]
    lane, cell, first, last, n, titles = zip(*cells, strict=True) if cells else ((),) * 6
    moments = {"cell_start": np.array(cell, np.int64) * length, "first": first, "last": last}
    return pd.DataFrame(
        {"lane_id": pd.Series([ids[number] for number in lane], dtype=object)}
        | {name: (np.array(values, np.int64) * 1000).view("datetime64[us]") for name, values in moments.items()}
        | {"n": np.array(n, np.int64), "titles": pd.Series(titles, dtype=object)}
    )
