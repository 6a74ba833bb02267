"""What a timeline shows of a selection: where in time it lies, its lanes, and the marks of one window.

However many events there are, each answer is bounded: a profile of at most PROFILE rows, the lanes with most events,
and at most MOST_MARKS events of a window, the best of each lane and cell of time, so that no part of the window looks
empty.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pandas as pd

from loaders.query.rows import plain
from loaders.query.selection import Selection, events_where
from loaders.tables.store import Store

PROFILE = 400
MOST_MARKS = 400
CELLS = 60
"""Cells that a window is cut into where it holds more than MOST_MARKS events."""
FIRST, LAST = datetime(1, 1, 1), datetime(9999, 12, 31)

Window = tuple[datetime, datetime]


def profile(store: Store, selection: Selection) -> pd.DataFrame:
    """Intervals (`start`, `end`) that lie in time as the selected events do, in order: all of them, or one for each of
    PROFILE equal shares."""
    where, parameters = events_where(selection)
    return store.query(
        f"""WITH chosen AS (SELECT start, "end", ntile({PROFILE}) OVER (ORDER BY start, "end") AS share
                            FROM events e WHERE {where})
            SELECT min(start) AS start, min("end") AS "end" FROM chosen GROUP BY share ORDER BY start, "end" """,
        parameters,
    )


def count_lanes(store: Store, selection: Selection, column: str) -> pd.DataFrame:
    """How many selected events each lane would hold: `lane_id` (None: events that belong to none), `n`; most first."""
    where, parameters = events_where(selection)
    return plain(
        store.query(
            f"""WITH chosen AS (SELECT {column} AS ids FROM events e WHERE {where})
                SELECT lane_id, count(*) AS n
                FROM (SELECT unnest(CASE WHEN len(ids) = 0 THEN [NULL] ELSE ids END) AS lane_id FROM chosen)
                GROUP BY lane_id ORDER BY lane_id IS NULL, n DESC, lane_id LIMIT 500""",
            parameters,
        )
    )


def count_outside(store: Store, selection: Selection, window: Window) -> tuple[int, int]:
    """How many selected events lie before the window, and how many after it."""
    where, parameters = events_where(selection)
    row = store.query(
        f"""SELECT count(*) FILTER (WHERE "end" <= ?) AS before, count(*) FILTER (WHERE start >= ?) AS after
            FROM events e WHERE {where}""",
        [*window, *parameters],
    ).iloc[0]
    return int(row["before"]), int(row["after"])


def select_marks(store: Store, selection: Selection, window: Window, column: str) -> tuple[pd.DataFrame, int]:
    """The events to draw for a window and half of it on either side, and how many there are to choose from.

    Where there are more than MOST_MARKS: of each lane and cell those told by most documents, main ones, surer ones.
    """
    half = (window[1] - window[0]) / 2
    near = (_shift(window[0], -half), _shift(window[1], half))
    where, parameters = events_where(selection)
    inside = f'{where} AND "end" > ? AND start < ?'
    given = [*parameters, *near]
    total = int(store.query(f"SELECT count(*) AS n FROM events e WHERE {inside}", given)["n"].iloc[0])
    if total <= MOST_MARKS:
        return plain(
            store.query(f'SELECT * FROM events e WHERE {inside} ORDER BY start, "end", event_id', given)
        ), total
    weight = "n_documents DESC, main DESC, confidence DESC, start, event_id"
    cell = max((near[1] - near[0]) / CELLS, timedelta(minutes=1)) // timedelta(milliseconds=1)
    best = store.query(
        f"""WITH chosen AS (SELECT * FROM events e WHERE {inside}),
            laned AS (SELECT *, unnest(CASE WHEN len({column}) = 0 THEN [NULL] ELSE {column} END) AS lane_id
                      FROM chosen),
            ranked AS (SELECT event_id, n_documents, main, confidence, start, row_number() OVER (
                         PARTITION BY lane_id, epoch_ms(start) // {cell} ORDER BY {weight}) AS place FROM laned)
            SELECT event_id FROM ranked GROUP BY event_id
            ORDER BY min(place), any_value(n_documents) DESC, any_value(main) DESC, any_value(confidence) DESC, event_id
            LIMIT {MOST_MARKS}""",
        given,
    )
    ids = list(best["event_id"])
    df = store.query('SELECT * FROM events WHERE list_contains(?, event_id) ORDER BY start, "end", event_id', [ids])
    return plain(df), total


def _shift(moment: datetime, by: timedelta) -> datetime:
    try:
        return moment + by
    except OverflowError:
        return LAST if by > timedelta(0) else FIRST
