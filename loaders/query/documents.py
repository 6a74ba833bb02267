"""A selection -> the documents that it is about: that hold the words, are by the publisher, tell what is selected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from loaders.query import parts
from loaders.query.found import entries_of, look_up
from loaders.query.found_rows import find_quotes
from loaders.query.rows import limit_to, plain
from loaders.query.selection import Clause, Selection, documents_where, events_where, in_, quotes_where
from loaders.tables.store import Store

OF_TEXTS = ("words", "texts", "publishers", "languages", "documents", "min_weight")
"""What is asked of a document itself; all else is asked of what it tells, however much that weighs."""

_LONGEST_NUMBER = 20
BY_NAME = rf"""regexp_replace(regexp_replace(lower(path), '([0-9]+)', '{"0" * _LONGEST_NUMBER}\1', 'g'),
                              '[0-9]*([0-9]{{{_LONGEST_NUMBER}}})', '\1', 'g'), path"""
"""The natural order of paths, as tables/names.py has it: figures as numbers, letters without their case."""


def list_documents(
    store: Store, selection: Selection | None = None, limit: int | None = None, by_name: bool = False
) -> pd.DataFrame:
    """Documents without their texts, newest first or by name, with what was found in each: all, or those of a selection."""
    documents, where, parameters = _selected(store, selection or Selection())
    order = BY_NAME if by_name else f"published DESC NULLS LAST, {BY_NAME}"
    return plain(
        store.query(
            f"""WITH shown AS (SELECT d.* EXCLUDE (text), length(d.text) AS characters FROM {documents} d WHERE {where}
                              ORDER BY {order}{limit_to(limit)})
               SELECT *, (SELECT count(*) FROM mentions m WHERE m.document_id = shown.document_id) AS n_mentions,
                 (SELECT count(*) FROM quotes q WHERE q.document_id = shown.document_id) AS n_quotes
               FROM shown ORDER BY {order}""",
            parameters,
        )
    )


def count_documents(store: Store, selection: Selection) -> int:
    """How many documents `list_documents` would give without a limit."""
    documents, where, parameters = _selected(store, selection)
    [(n,)] = store.fetch(f"SELECT count(*) FROM {documents} d WHERE {where}", parameters)
    return int(n)


def _selected(store: Store, selection: Selection) -> tuple[str, str, list[object]]:
    documents, others = parts.with_words(store, selection, "documents")
    of_texts, parameters = documents_where(others)
    chosen, more = in_("d.document_id", selection.documents)
    telling, most = _telling(store, replace(selection, **{name: getattr(Selection(), name) for name in OF_TEXTS}))
    return documents, f"{of_texts} AND {chosen} AND {telling}", parameters + more + most


def _telling(store: Store, selection: Selection) -> Clause:
    """The condition that a document tells a selected event or holds a selected quote."""
    if selection == Selection():
        return "TRUE", []
    found = look_up(store, selection)
    quotes = find_quotes(store, found.index, selection) if found else None
    if found and quotes is not None:
        lists = found.index.lists["documents"]
        ids = lists.ids.take(pd.unique(entries_of(lists, found.places)[0])).to_pylist()
        said = found.index.documents.take(pd.unique(found.index.quotes["text"][quotes])).to_pylist()
        return in_("d.document_id", tuple({*ids, *said})) if ids or said else ("FALSE", [])
    events, parameters = events_where(selection)
    quoted, more = quotes_where(selection)
    return (
        f"""(d.document_id IN (SELECT unnest(documents) FROM events e WHERE {events})
             OR d.document_id IN (SELECT document_id FROM quotes q WHERE {quoted}))""",
        parameters + more,
    )


def texts_of(store: Store, document_ids: Sequence[str]) -> dict[str, str]:
    """The texts of some documents."""
    wanted, documents = list(document_ids), "documents"
    if store.index is not None:
        numbers = pc.index_in(pa.array(wanted, pa.string()), value_set=store.index.documents).drop_null()
        documents = store.rows("documents", sorted(numbers.to_pylist()))
    return dict(store.fetch(f"SELECT document_id, text FROM {documents} WHERE list_contains(?, document_id)", [wanted]))


def name_publishers(store: Store, document_ids: Sequence[str]) -> dict[str, str]:
    """Who published each of some documents, of those of which that is known."""
    wanted = list(document_ids)
    sql = "SELECT document_id, publisher FROM documents WHERE list_contains(?, document_id) AND publisher IS NOT NULL"
    return dict(store.fetch(sql, [wanted])) if wanted else {}


def known_hashes(store: Store, hashes: Sequence[str]) -> list[str]:
    """Those of some SHA-256 sums that a document of the tables has."""
    df = store.query("SELECT DISTINCT sha256 FROM documents WHERE list_contains(?, sha256) ORDER BY 1", [list(hashes)])
    return list(df["sha256"])


def get_document(store: Store, document_id: str) -> pd.Series | None:
    """One document with its text, None where there is no such id."""
    own = parts.of_document(store, document_id)
    df = plain(store.query(f"SELECT * FROM {own.documents} WHERE document_id = ?", [document_id]))
    return df.iloc[0] if len(df) else None
