"""Rows and numbers of events that were looked up: what rows.py, choices.py and chronology.py ask DuckDB without an index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from loaders.moments import microseconds_of
from loaders.query.found import Found, entries_of, find_events, term_parts
from loaders.query.selection import Selection, search_terms
from loaders.tables.index import NONE, SAID, Array, Index, find_id
from loaders.tables.store import Store

MONTH_OF_LEVEL = 14
"""More than a year's headings: its long stretches, itself, its months."""
DAY = 86_400_000_000


def take_rows(found: Found, places: Array) -> pd.DataFrame:
    """The events at some places, one row an event with the columns of the table."""
    return to_frame(found.index.rows.take(pa.array(places)))


def to_frame(table: pa.Table) -> pd.DataFrame:
    """Rows as `plain` gives them: text and lists as Python's own, None where text is missing."""
    columns: dict[str, Any] = {}
    for name in table.column_names:
        column = table[name]
        if pa.types.is_string(column.type) or pa.types.is_list(column.type):
            values = np.empty(len(column), dtype=object)
            values[:] = column.to_pylist()
            columns[name] = pd.Series(values, dtype=object)
        else:
            columns[name] = column.to_numpy()
    return pd.DataFrame(columns, columns=table.column_names)


def count_choices(found: Found, facet: str, column: str) -> pd.DataFrame:
    """Columns `choice` and `left`: how many of the events have which value of a facet."""
    index = found.index
    lists = index.kinds if facet == "kinds" else index.lists[column]
    codes = lists.codes[found.places] if facet == "kinds" else entries_of(lists, found.places)[0]
    counts = np.bincount(codes, minlength=len(lists.ids))
    some = np.flatnonzero(counts)
    choices = lists.ids.take(pa.array(some)).to_pylist()
    return pd.DataFrame({"choice": pd.Series(choices, dtype=object), "left": counts[some]})


def count_tellers(store: Store, found: Found, column: str) -> pd.DataFrame:
    """Columns `choice` and `left`: how many of the events documents of each publisher or language tell."""
    values, numbers = _tellers(store, found.index, column)
    codes, owners = entries_of(found.index.lists["documents"], found.places)
    tellers = numbers[codes]
    # An event of several documents counts once for each publisher; most are of one, and need no look at that.
    several = (np.bincount(owners, minlength=len(found)) > 1)[owners]
    pairs = np.unique(owners[several].astype(np.int64) * (len(values) + 1) + tellers[several])
    counts = np.bincount(np.concatenate([tellers[~several], pairs % (len(values) + 1)]), minlength=len(values) + 1)
    some = np.flatnonzero(counts[: len(values)])
    return pd.DataFrame({"choice": pd.Series([values[one] for one in some], dtype=object), "left": counts[some]})


def _tellers(store: Store, index: Index, column: str) -> tuple[list[str], Array]:
    """Publishers or languages, and the number of that of each document of the events; of one without, the number after."""
    if column not in index.kept:
        rows = store.fetch(f"SELECT document_id, {column} FROM documents WHERE {column} IS NOT NULL")
        values = sorted({value for _, value in rows})
        number, by_id = {value: at for at, value in enumerate(values)}, dict(rows)
        ids = index.lists["documents"].ids.to_pylist()
        index.kept[column] = values, np.array([number.get(by_id.get(one, ""), len(values)) for one in ids], np.int64)
    kept: tuple[list[str], Array] = index.kept[column]
    return kept


def count_weights(found: Found, bounds: Sequence[float]) -> tuple[int, ...]:
    weights = found.index.weight[found.places]
    return tuple(int(np.count_nonzero(weights >= bound)) for bound in bounds)


def count_mentions(found: Found, documents: tuple[str, ...]) -> int:
    """How many mentions the events have, of some documents alone where any are named."""
    index = found.index
    if not documents and len(found) == len(index):
        return int(np.count_nonzero(index.mentions["event"] != NONE))
    chosen = np.zeros(len(index) + 1, dtype=bool)
    chosen[found.places] = True
    told = chosen[index.mentions["event"]]
    if documents:
        told &= np.isin(
            index.mentions["document"], [_known(index.lists["documents"].code_of(one)) for one in documents]
        )
    return int(np.count_nonzero(told))


def _known(code: int) -> int:
    """A number that is also no row's where there is no such id."""
    return code if code != NONE else NONE - 1


def find_quotes(store: Store, index: Index, selection: Selection) -> Array | None:
    """Which quotes are selected, as `quotes_where` says; None where only a look at every text or document can tell."""
    if selection.publishers or selection.languages or selection.unsure:
        return None  # what these ask of is not in the index
    quotes = index.quotes
    left = np.ones(len(quotes["event"]), dtype=bool)
    if selection.leaders:
        left &= np.isin(quotes["speaker"], [_known(find_id(index.speakers, one)) for one in selection.leaders])
    if selection.documents:
        left &= np.isin(
            quotes["document"], [_known(index.lists["documents"].code_of(one)) for one in selection.documents]
        )
    if selection.topics:
        wanted = [index.quote_topics.code_of(one) for one in selection.topics]
        codes, owners = entries_of(index.quote_topics, np.arange(len(left)))
        about = np.zeros(len(left), dtype=bool)
        about[owners[np.isin(codes, [code for code in wanted if code != NONE])]] = True
        left &= about
    for part in (
        Selection(actors=selection.actors),
        Selection(kinds=selection.kinds),
        Selection(places=selection.places),
        Selection(corroborated=selection.corroborated, disputed=selection.disputed),
    ):
        if part != Selection():
            places = find_events(store, index, part)
            assert places is not None
            said_there = np.zeros(len(index) + 1, dtype=bool)
            said_there[places] = True
            left &= said_there[quotes["event"]]
    if selection.start is not None:
        left &= quotes["end"] > microseconds_of(selection.start)
    if selection.end is not None:
        left &= quotes["start"] < microseconds_of(selection.end)
    for term in search_terms(selection.words):
        parts = term_parts(store, index, term)
        if parts is None:
            return None
        holding = np.zeros(len(left), dtype=bool)
        holding[index.words["quotes"].rows_with(parts)] = True
        left &= holding
    return left


# In reading order


def reading_order(index: Index) -> Array:
    """All places as a chronology has them: by year, in it the long stretches first, then the months."""
    if "read" not in index.kept:
        months = index.start.view("datetime64[us]").astype("datetime64[M]").astype(np.int64)
        length = index.end - index.start
        level = np.where(length > 366 * DAY, 0, np.where(length > 62 * DAY, 1, 2 + months % 12))
        index.kept["read"] = np.argsort(months // 12 * MONTH_OF_LEVEL + level, kind="stable").astype(np.int32)
    order: Array = index.kept["read"]
    return order


def in_reading_order(found: Found, latest_first: bool) -> Array:
    chosen = np.zeros(len(found.index), dtype=bool)
    chosen[found.places] = True
    order = reading_order(found.index)
    places: Array = order[chosen[order]]
    return places[::-1] if latest_first else places


def select_chronology(found: Found, latest_first: bool, page: int, size: int) -> pd.DataFrame:
    beyond = size * (max(page, 1) - 1)
    places = in_reading_order(found, latest_first)[beyond : beyond + size]
    events, said = take_rows(found, places), found.index.said[places]
    rows = found.index.said_rows.take(pa.array(said, mask=said == NONE)).rename_columns(
        [{"kind": "quote_kind", "text": "quote_text"}.get(name, name) for name in SAID]
    )
    return pd.concat([events, to_frame(rows)], axis=1)


def place_in_order(found: Found, event_id: str, latest_first: bool) -> tuple[str, str, int] | None:
    """The ids before and after an event in reading order, empty where there is none, and its number from 1."""
    [place] = found.index.places_of([event_id])
    places = in_reading_order(found, latest_first)
    at = np.flatnonzero(places == place)
    if place == NONE or not len(at):
        return None
    number = int(at[0])
    ids = found.index.rows["event_id"]
    before = ids[int(places[number - 1])].as_py() if number else ""
    after = ids[int(places[number + 1])].as_py() if number + 1 < len(places) else ""
    return before, after, number + 1
