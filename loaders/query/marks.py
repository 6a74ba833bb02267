"""What a timeline shows of a selection: where in time it lies, its lanes, and the marks of one window.

However many events there are, each answer is bounded: a profile of at most PROFILE rows, the lanes with most events,
and at most MOST_MARKS events of a window, the best of each lane and cell of time, so that no part of the window looks
empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd

from loaders.moments import shifted
from loaders.query import found_marks, found_rows
from loaders.query.found import look_up
from loaders.query.rows import plain
from loaders.query.selection import LANE_LISTS, Selection, events_where
from loaders.tables.store import Store

PROFILE = 400
MOST_MARKS = 400
CELLS = 60
"""Cells that a window is cut into where it holds more than MOST_MARKS events."""

Window = tuple[datetime, datetime]


def profile(store: Store, selection: Selection) -> pd.DataFrame:
    """Intervals (`start`, `end`) that lie in time as the selected events do, in order: all of them, or one for each of
    PROFILE equal shares."""
    if found := look_up(store, selection):
        return found_marks.profile(found, PROFILE)
    where, parameters = events_where(selection)
    return store.query(
        f"""WITH chosen AS (SELECT start, "end", ntile({PROFILE}) OVER (ORDER BY start, "end") AS share
                            FROM events e WHERE {where})
            SELECT min(start) AS start, min("end") AS "end" FROM chosen GROUP BY share ORDER BY start, "end" """,
        parameters,
    )


@dataclass(frozen=True, slots=True)
class Lanes:
    """The lanes with most of the selected events, and what there is beside them."""

    ids: tuple[str, ...]
    counts: tuple[int, ...]
    """How many events each of them has."""
    rest: int
    """Lanes that are not among them."""
    rest_events: int
    """Events in lanes that are not among them."""
    nobody: int
    """Events that belong to no lane at all."""


def count_lanes(store: Store, selection: Selection, column: str, most: int) -> Lanes:
    """The `most` lanes that hold most of the selected events, most first, and what is beside them as numbers."""
    if found := look_up(store, selection):
        top, numbers, lanes, others, nobody = found_marks.count_lanes(found, column, int(most))
        return Lanes(tuple(top), tuple(numbers), lanes - len(top), others, nobody)
    where, parameters = events_where(selection)
    row = store.query(
        f"""WITH chosen AS (SELECT {LANE_LISTS.get(column, column)} AS ids FROM events e WHERE {where}),
                 counted AS (SELECT lane_id, count(*) AS n FROM (SELECT unnest(ids) AS lane_id FROM chosen) GROUP BY lane_id),
                 top AS (FROM counted ORDER BY n DESC, lane_id LIMIT {int(most)}),
                 listed AS (SELECT coalesce(list(lane_id ORDER BY n DESC, lane_id), []) AS ids,
                                   list(n ORDER BY n DESC, lane_id) AS counts FROM top)
            SELECT listed.ids, listed.counts, (SELECT count(*) FROM counted) AS lanes,
                   (SELECT count(*) FROM chosen, listed WHERE NOT list_has_all(listed.ids, chosen.ids)) AS rest_events,
                   (SELECT count(*) FROM chosen WHERE len(ids) = 0) AS nobody
            FROM listed""",
        parameters,
    ).iloc[0]
    ids = tuple(row["ids"]) if isinstance(row["ids"], np.ndarray | list) else ()
    counts = tuple(int(n) for n in row["counts"]) if ids else ()
    return Lanes(ids, counts, int(row["lanes"]) - len(ids), int(row["rest_events"]), int(row["nobody"]))


def lane_ids(events: pd.DataFrame, column: str) -> list[list[str]]:
    """For each of some events the ids of the lanes that it is in, by the lists of LANES."""
    if column == "kinds":
        return [[kind] for kind in events["event_type"]]
    return [[] for _ in range(len(events))] if column == "none" else list(events[column])


def nearest_outside(
    store: Store, selection: Selection, window: Window
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The last selected event before a window and the first one after it: title, start, end, precision; None for none."""
    if found := look_up(store, selection):
        before, after = found_marks.nearest_outside(found, window, ("title", "start", "end", "precision"))
        return before, after
    where, parameters = events_where(selection)
    columns = 'title, start, "end", precision'
    last = store.query(
        f'SELECT {columns} FROM events e WHERE {where} AND "end" <= ? ORDER BY "end" DESC, event_id LIMIT 1',
        [*parameters, window[0]],
    )
    first = store.query(
        f"SELECT {columns} FROM events e WHERE {where} AND start >= ? ORDER BY start, event_id LIMIT 1",
        [*parameters, window[1]],
    )
    return _only(last), _only(first)


def _only(df: pd.DataFrame) -> dict[str, Any] | None:
    return {str(name): value for name, value in df.iloc[0].items()} if len(df) else None


def count_outside(store: Store, selection: Selection, window: Window) -> tuple[int, int]:
    """How many selected events lie before the window, and how many after it."""
    if found := look_up(store, selection):
        return found_marks.count_outside(found, window)
    where, parameters = events_where(selection)
    row = store.query(
        f"""SELECT count(*) FILTER (WHERE "end" <= ?) AS before, count(*) FILTER (WHERE start >= ?) AS after
            FROM events e WHERE {where}""",
        [*window, *parameters],
    ).iloc[0]
    return int(row["before"]), int(row["after"])


def select_marks(
    store: Store, selection: Selection, window: Window, column: str, lanes: Sequence[str], picked: str = ""
) -> pd.DataFrame:
    """The events to draw for a window and half of it on either side, MOST_MARKS at most, in order of time.

    Where there are more: of each of the lanes (what others there are is one more) and each cell of time the weightiest, then
    the surest. The picked event is among them however little it weighs, where the other choices leave it.
    """
    half = (window[1] - window[0]) / 2
    near = (shifted(window[0], -half), shifted(window[1], half))
    cell = max((near[1] - near[0]) / CELLS, timedelta(minutes=1)) // timedelta(milliseconds=1)
    if found := look_up(store, selection.within(near)):
        best_of = found_marks.best_of_cells(found, column, lanes, cell, MOST_MARKS)
        mine = found.index.places_of([picked] if picked else [])
        there = look_up(store, replace(selection, min_weight=0.0).within(near))
        assert there is not None
        return found_rows.take_rows(found, np.union1d(best_of, mine[np.isin(mine, there.places)]))
    where, parameters = events_where(selection)
    inside = f'{where} AND "end" > ? AND start < ?'
    given = [*parameters, *near]
    weight = 'weight DESC, confidence DESC, start, "end", event_id'
    best = store.query(
        f"""WITH chosen AS (SELECT event_id, weight, confidence, start, "end", {LANE_LISTS.get(column, column)} AS ids
                        FROM events e WHERE {inside}),
            laned AS (SELECT *, unnest(CASE WHEN len(ids) = 0 THEN [''] ELSE ids END) AS lane_id FROM chosen),
            ranked AS (SELECT event_id, weight, confidence, start, "end", row_number() OVER (
                         PARTITION BY lane_id = '', CASE WHEN list_contains(?, lane_id) THEN lane_id END,
                                      floor(epoch_ms(start) / {cell}) ORDER BY {weight}) AS place FROM laned)
            SELECT event_id FROM ranked GROUP BY event_id
            ORDER BY min(place), any_value(weight) DESC, any_value(confidence) DESC,
              any_value(start), any_value("end"), event_id
            LIMIT {MOST_MARKS}""",
        [*given, list(lanes)],
    )
    others, more = events_where(replace(selection, min_weight=0.0))
    return plain(
        store.query(
            f"""SELECT * FROM events e WHERE list_contains(?, event_id)
                  OR (event_id = ? AND "end" > ? AND start < ? AND {others})
                ORDER BY start, "end", event_id""",
            [list(best["event_id"]), picked, *near, *more],
        )
    )
