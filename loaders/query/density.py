"""How many events of a window have no mark of their own, by lane and cell of time: true numbers, however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import pandas as pd

from loaders.query.rows import plain
from loaders.query.selection import Selection, events_where
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
    where, parameters = events_where(selection)
    length = max(int(cell / timedelta(milliseconds=1)), 60_000)
    keys = [f"{lane_id} {event_id}" for lane_id, event_id in drawn]
    # The clipped ends: an event of a year lies in a month's window as much as in any other.
    middle = '(epoch_ms(greatest(start, ?)) + epoch_ms(least("end", ?))) // 2'
    return plain(
        store.query(
            f"""WITH chosen AS (SELECT event_id, title, weight, {middle} AS middle, {column} AS ids
                                FROM events e WHERE {where} AND "end" > ? AND start < ?),
                laned AS (SELECT * EXCLUDE (ids), unnest(CASE WHEN len(ids) = 0 THEN ['{NOBODY}'] ELSE ids END) AS id
                          FROM chosen),
                placed AS (SELECT DISTINCT * EXCLUDE (id),
                                  CASE WHEN id = '{NOBODY}' OR list_contains(?, id) THEN id ELSE '{REST}' END AS lane_id
                           FROM laned),
                hidden AS (SELECT *, floor(middle / {length}) AS cell FROM placed
                           WHERE (lane_id || ' ' || event_id) NOT IN (SELECT unnest(?::VARCHAR[]))),
                ranked AS (SELECT *, row_number() OVER (PARTITION BY lane_id, cell ORDER BY weight DESC, event_id) AS place
                           FROM hidden)
                SELECT lane_id, make_timestamp_ms((cell * {length})::BIGINT) AS cell_start,
                       make_timestamp_ms(min(middle)::BIGINT) AS first, make_timestamp_ms(max(middle)::BIGINT) AS last,
                       count(*) AS n, list(title ORDER BY place) FILTER (place <= {TOLD}) AS titles
                FROM ranked GROUP BY lane_id, cell ORDER BY lane_id, cell LIMIT {MOST_CELLS}""",
            [*window, *parameters, *window, list(lanes), keys],
        )
    )
