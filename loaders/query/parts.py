"""Which rows of the tables belong to an event, to a document or to the words of a search: SQL for these rows alone.

Each gives what stands for the name of a table in a query. Without an index that is the table, and the query looks at all rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from loaders.query.found import term_parts
from loaders.query.selection import Selection, search_terms
from loaders.tables.index import NONE, Array
from loaders.tables.store import Store

MOST_QUOTES = 5_000
"""Of more quotes than these a look at all is quicker than their numbers in a query: 0.3 s of 2.5 at half a million."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The tables of a query, or the rows of them that it can be about."""

    events: str = "events"
    mentions: str = "mentions"
    quotes: str = "quotes"
    documents: str = "documents"
    annotations: str = "annotations"
    links: str = "links"


def of_event(store: Store, event_id: str) -> Parts:
    """What can belong to an event: its mentions and quotes, their documents, links and what these lead to."""
    index = store.index
    if index is None:
        return Parts()
    [place] = index.places_of([event_id])
    mentions = np.flatnonzero(index.mentions["event"] == place) if place != NONE else np.zeros(0, np.int64)
    quotes = np.flatnonzero(index.quotes["event"] == place) if place != NONE else np.zeros(0, np.int64)
    ends = index.links["mention"], index.links["other"]
    links = np.flatnonzero(np.isin(ends[0], mentions) | np.isin(ends[1], mentions))
    told = np.unique(np.concatenate([mentions, ends[0][links], ends[1][links]]))
    documents = np.unique(np.concatenate([index.mentions["text"][told], index.quotes["text"][quotes]]))
    return Parts(
        mentions=store.rows("mentions", told.tolist()),
        quotes=store.rows("quotes", quotes.tolist()),
        documents=store.rows("documents", documents.tolist()),
        links=store.rows("links", links.tolist()),
    )


def of_document(store: Store, document_id: str) -> Parts:
    """A document and what was found in it."""
    index = store.index
    if index is None:
        return Parts()
    found = np.flatnonzero(index.documents.to_numpy(zero_copy_only=False) == document_id).tolist()
    number = found[0] if found else NONE - 1
    return Parts(
        documents=store.rows("documents", found),
        **{
            name: store.rows(name, np.flatnonzero(own["text"] == number).tolist())
            for name, own in (
                ("mentions", index.mentions),
                ("quotes", index.quotes),
                ("annotations", index.annotations),
            )
        },
    )


def with_words(store: Store, selection: Selection, table: str) -> tuple[str, Selection]:
    """The rows of `quotes` or `documents` in which all words of a search stand, and what else is asked of them."""
    index, terms = store.index, search_terms(selection.words)
    if index is None or not terms:
        return table, selection
    left: Array | None = None
    for term in terms:
        parts = term_parts(store, index, term)
        if parts is None:
            return table, selection
        rows = np.unique(index.words[table].rows_with(parts))
        left = rows if left is None else np.intersect1d(left, rows)
    assert left is not None
    if table == "quotes" and len(left) > MOST_QUOTES:
        return table, selection
    return store.rows(table, left.tolist()), replace(selection, words="")
