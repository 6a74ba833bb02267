"""The open tables and every cached answer, keyed by the tables' version: a new build shows at the next click."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

import streamlit as st

from loaders.collection_folders import find_folder
from loaders.query import (
    choices,
    chronology,
    counts,
    density,
    documents,
    marks,
    nothing,
    overview,
    quoted,
    review,
    rows,
    warm,
)
from loaders.query.selection import Selection
from loaders.tables.schema import TABLES
from loaders.tables.store import CURRENT, Store, StoreError, open_store

BUILT = Path(__file__).resolve().parents[2] / "data" / "built"
FOLDER_VARIABLE = "DATELINE_BUILT"
"""Environment variable that names another folder of built tables."""

CACHED_ANSWERS = 500
CACHED_PICTURES = 100
"""Pictures of a window that are kept; one takes up to a megabyte."""


def root_folder() -> Path:
    """Where the first collection is, and the others within: DATELINE_BUILT, else data/built."""
    return Path(os.environ.get(FOLDER_VARIABLE) or BUILT)


def built_folder() -> Path:
    """Where the tables of the collection are that the reader chose; the first one where he chose none, or it is gone."""
    slug = dict(st.session_state.get("view") or {}).get("collection", "")
    return find_folder(root_folder(), slug) or root_folder()


def current_store() -> Store:
    """The tables as the last build left them. Raises StoreError where there are none."""
    folder = built_folder()
    return _store(str(folder), os.path.realpath(folder / CURRENT))


@st.cache_resource(max_entries=4, show_spinner=False)
def _store(folder: str, target: str) -> Store:
    store = open_store(Path(folder))
    wrong = wrong_columns(store)
    if wrong:
        raise StoreError(f"another type than Dateline writes is in {', '.join(wrong)} of the tables in {folder}")
    return store


TYPES = {"text": "VARCHAR", "time": "TIMESTAMP", "integer": "BIGINT", "number": "DOUBLE", "flag": "BOOLEAN"}
"""What a type of the schema is in DuckDB."""


def wrong_columns(store: Store) -> list[str]:
    """The columns, as "events.leaders", that hold another type than the schema says."""
    held = store.query("SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal")
    types = {(row.table_name, row.column_name): row.data_type for row in held.itertuples()}
    return [
        f"{table.name}.{column.name}"
        for table in TABLES.values()
        for column in table.columns
        if types.get((table.name, column.name)) != TYPES.get(column.type.rstrip("?"), "VARCHAR[]")
    ]


def forget() -> None:
    """Open the tables anew at the next run: the open ones cannot be read."""
    _store.clear()


def _key(store: Store) -> str:
    return f"{store.folder}:{store.version}"


def _selection(selection: Selection) -> str:
    # One text to hash, not a dozen values each on its own.
    return repr(selection)


_cached = st.cache_data(max_entries=CACHED_ANSWERS, show_spinner=False, hash_funcs={Store: _key, Selection: _selection})

# What nobody changes may be the same object for all readers; a copy of a figure costs as much as a fifth of drawing it.
shared = st.cache_resource(
    max_entries=CACHED_PICTURES, show_spinner=False, hash_funcs={Store: _key, Selection: _selection}
)


@shared
def warm_up(store: Store) -> threading.Thread:
    """Make, once for some tables and while nobody waits, what the first filter would wait for; in a thread of its own."""

    def warm_quietly() -> None:
        # Tables that are damaged or gone are told of on the page, by the next question.
        with suppress(StoreError):
            warm.warm_up(store)

    thread = threading.Thread(target=warm_quietly, name="warm-up", daemon=True)
    thread.start()
    return thread


count_totals = _cached(rows.count_totals)
count_events = _cached(rows.count_events)
count_mentions = _cached(rows.count_mentions)
count_quotes = _cached(quoted.count_quotes)
count_documents = _cached(documents.count_documents)
count_choices = _cached(choices.count_choices)
count_quote_choices = _cached(choices.count_quote_choices)
select_events = _cached(rows.select_events)
select_mentions = _cached(rows.select_mentions)
select_quotes = _cached(quoted.select_quotes)
mentions_of = _cached(rows.mentions_of)
accounts_of = _cached(rows.accounts_of)
quotes_of = _cached(quoted.quotes_of)
links_of = _cached(rows.links_of)
list_told_by_several = _cached(rows.list_told_by_several)
known_hashes = _cached(documents.known_hashes)
list_documents = _cached(documents.list_documents)
get_document = _cached(documents.get_document)
findings_of = _cached(rows.findings_of)
count_doubts = _cached(review.count_doubts)
list_doubts = _cached(review.list_doubts)
get_mention = _cached(review.get_mention)
get_quote = _cached(review.get_quote)
get_annotation = _cached(review.get_annotation)
get_person = _cached(review.get_person)
sentences_on = _cached(review.sentences_on)
name_people = shared(rows.name_people)
name_documents = shared(rows.name_documents)
get_event = _cached(rows.get_event)
find_events = _cached(rows.find_events)
find_near_words = _cached(nothing.find_near_words)
find_place = _cached(chronology.find_place)
count_weights = _cached(chronology.count_weights)
count_through_time = _cached(overview.count_through_time)
count_cells = _cached(density.count_cells)
count_lanes = _cached(marks.count_lanes)
count_outside = _cached(marks.count_outside)
nearest_outside = _cached(marks.nearest_outside)
select_marks = _cached(marks.select_marks)
count_pairs = _cached(counts.count_pairs)
choose_bin = _cached(counts.choose_bin)
count_topics_through_time = _cached(counts.count_topics_through_time)
count_too_coarse = _cached(counts.count_too_coarse)
count_topics_by_leader = _cached(counts.count_topics_by_leader)
count_words = _cached(counts.count_words)
list_people = _cached(counts.list_people)
