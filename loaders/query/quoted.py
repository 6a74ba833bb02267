"""What was said: the quotes of a selection and of an event, in the order that a reader wants."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from loaders.query import parts
from loaders.query.rows import LARGEST_ANSWER, limit_to, plain
from loaders.query.selection import Selection, in_, quotes_where
from loaders.tables.store import Store

QuoteOrder = Literal["earliest", "latest", "speaker"]
QUOTE_ORDERS: dict[QuoteOrder, str] = {
    "earliest": "said_start, d.published",
    "latest": "said_start DESC NULLS LAST, d.published DESC NULLS LAST",
    "speaker": "q.speaker IS NULL, count(*) OVER (PARTITION BY q.speaker) DESC, q.speaker, said_start, d.published",
}


def select_quotes(
    store: Store,
    selection: Selection,
    kinds: tuple[str, ...] = (),
    limit: int | None = LARGEST_ANSWER,
    order: QuoteOrder = "earliest",
) -> pd.DataFrame:
    """The quotes of a selection in an order, one row a quote, with the document's title, publisher and date.

    By speaker: those with most quotes first, the speakers left open last. Those said nobody knows when are always last.
    """
    quotes, others = parts.with_words(store, selection, "quotes")
    where, parameters = quotes_where(others)
    kind, more = in_("q.kind", kinds)
    return plain(
        store.query(
            f"""SELECT q.*, d.title AS document_title, d.publisher, d.published, d.url, d.path
                FROM {quotes} q JOIN documents d USING (document_id)
                WHERE {where} AND {kind}
                ORDER BY {QUOTE_ORDERS[order]}, document_id, q.start{limit_to(limit)}""",
            parameters + more,
        )
    )


def count_quotes(store: Store, selection: Selection, kinds: tuple[str, ...] = ()) -> int:
    """How many quotes `select_quotes` would give without a limit."""
    quotes, others = parts.with_words(store, selection, "quotes")
    where, parameters = quotes_where(others)
    kind, more = in_("q.kind", kinds)
    sql = f"SELECT count(*) AS n FROM {quotes} q WHERE {where} AND {kind}"
    return int(store.query(sql, parameters + more)["n"].iloc[0])


def quotes_of(store: Store, event_id: str) -> pd.DataFrame:
    """All quotes that were said at an event, in reading order."""
    own = parts.of_event(store, event_id)
    return plain(
        store.query(
            f"""SELECT q.*, d.title AS document_title, d.publisher, d.published, d.url
               FROM {own.quotes} q JOIN {own.documents} d USING (document_id) WHERE event_id = ?
               ORDER BY d.published, document_id, q.start""",
            [event_id],
        )
    )
