"""A selection as a chronology to read: by years and months, a page at a time, each event with the best quote said there.

An event stands under the month in which it begins; one that takes, or is only known to lie in, more than MONTHLY days
stands under its year, before the months, and one of more than a year before that: no year is read as its January.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pandas as pd

from loaders.query import found_rows
from loaders.query.found import look_up
from loaders.query.rows import plain
from loaders.query.selection import Selection, events_where
from loaders.tables.store import Store

PAGE = 50
"""Events of one page."""
MONTHLY = timedelta(days=62)
YEARLY = timedelta(days=366)

LENGTH = '(e."end" - e.start)'
LEVEL = f"""CASE WHEN {LENGTH} > INTERVAL {YEARLY.days} DAY THEN 0
    WHEN {LENGTH} > INTERVAL {MONTHLY.days} DAY THEN 1 ELSE 1 + month(e.start) END"""
ORDER = ("year(e.start)", LEVEL, "e.start", 'e."end"', "e.event_id")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event stands in its list: the one before and the one after, empty where there is none; and which it is."""

    before: str
    after: str
    number: int


def heading_of(start: datetime, end: datetime) -> tuple[int, int]:
    """The year that an event stands under, and its month, 0 where it stands before the months.

    >>> heading_of(datetime(2021, 8, 30), datetime(2021, 8, 31)), heading_of(datetime(2021, 1, 1), datetime(2022, 1, 1))
    ((2021, 8), (2021, 0))
    """
    return start.year, start.month if end - start <= MONTHLY else 0


def select_chronology(
    store: Store, selection: Selection, latest_first: bool = True, page: int = 1, size: int = PAGE
) -> pd.DataFrame:
    """The events of a page in reading order, one row an event, with the columns of `quotes` for the best quote said there.

    These are `quote_id` … `statement_start` as in the table, None where nothing was said in marks.
    """
    if found := look_up(store, selection):
        return found_rows.select_chronology(found, latest_first, int(page), int(size))
    where, parameters = events_where(selection)
    beyond = int(size) * (max(int(page), 1) - 1)
    events = plain(
        store.query(
            f"""SELECT e.* FROM events e WHERE {where}
                ORDER BY {_order(latest_first)} LIMIT {int(size)} OFFSET {beyond}""",
            parameters,
        )
    )
    said = store.query(
        """SELECT event_id, kind AS quote_kind, text AS quote_text, statement, speaker, speaker_text FROM quotes
           WHERE list_contains(?, event_id) AND kind <> 'indirect'
           QUALIFY row_number() OVER (PARTITION BY event_id
             ORDER BY kind = 'mixed', speaker IS NULL, confidence DESC, least(length(text), 120) DESC, quote_id) = 1""",
        [list(events["event_id"])],
    )
    return plain(events.merge(plain(said), on="event_id", how="left"))


def find_place(store: Store, selection: Selection, event_id: str, latest_first: bool = True) -> Place | None:
    """Where an event stands in the list of a selection; None where it is not among it."""
    if found := look_up(store, selection):
        place = found_rows.place_in_order(found, event_id, latest_first)
        return place and Place(*place)
    where, parameters = events_where(selection)
    df = store.query(
        f"""SELECT before, after, number FROM (
              SELECT event_id, lag(event_id) OVER listed AS before, lead(event_id) OVER listed AS after,
                     row_number() OVER listed AS number
              FROM events e WHERE {where} WINDOW listed AS (ORDER BY {_order(latest_first)}))
            WHERE event_id = ?""",
        [*parameters, event_id],
    )
    if df.empty:
        return None
    before, after = (value if isinstance(value, str) else "" for value in (df["before"].iloc[0], df["after"].iloc[0]))
    return Place(before, after, int(df["number"].iloc[0]))


def count_weights(store: Store, selection: Selection, bounds: tuple[float, ...]) -> tuple[int, ...]:
    """How many events of a selection weigh so much at least, for each of some bounds; its own bound is left out."""
    if found := look_up(store, selection):
        return found_rows.count_weights(found, bounds)
    where, parameters = events_where(selection)
    counted = ", ".join("count(*) FILTER (weight >= ?)" for _ in bounds)
    row = store.query(f"SELECT {counted} FROM events e WHERE {where}", [*bounds, *parameters]).iloc[0]
    return tuple(int(n) for n in row)


def _order(latest_first: bool) -> str:
    return ", ".join(f"{key} {'DESC' if latest_first else 'ASC'}" for key in ORDER)
