"""A selection -> rows and counts. DuckDB below, DataFrames out, and every answer is bounded.

what the reader chose (Selection) -> a WHERE clause with parameters -> one query -> a conforming, small DataFrame
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import numpy as np
import pandas as pd

from loaders.query import found_rows, parts
from loaders.query.found import look_up
from loaders.query.review import count_doubts
from loaders.query.selection import Selection, events_where, in_, quotes_where
from loaders.tables.index import NONE
from loaders.tables.store import Store

LARGEST_ANSWER = 500
"""Rows of one answer for the screen; a download has no such bound."""


@dataclass(frozen=True)
class Totals:
    """The honest line: what was read, what was found, what is open."""

    documents: int
    events: int
    quotes: int
    undated: int
    """Documents without a published date and date words that could not be placed in time."""
    to_review: int
    """What waits for a person on the page Review (review.py)."""


def count_totals(store: Store, selection: Selection | None = None) -> Totals:
    """How much there is in all, or of what a selection leaves."""
    open_to_review = _count_whole(store)
    if found := look_up(store, selection or Selection()):
        quotes = found_rows.find_quotes(store, found.index, selection or Selection())
        if quotes is not None:
            return replace(open_to_review, events=len(found), quotes=int(np.count_nonzero(quotes)))
    events, parameters = events_where(selection or Selection())
    quotes_left, more = quotes_where(selection or Selection())
    [(n_events, n_quotes)] = store.fetch(
        f"""SELECT (SELECT count(*) FROM events e WHERE {events}),
                   (SELECT count(*) FROM quotes q WHERE {quotes_left})""",
        parameters + more,
    )
    return replace(open_to_review, events=n_events, quotes=n_quotes)


def _count_whole(store: Store) -> Totals:
    """What the totals say of all tables, whatever is selected; counted once."""
    if store.index is not None and "totals" in store.index.kept:
        return cast(Totals, store.index.kept["totals"])
    [(documents, undated)] = store.fetch(
        """SELECT (SELECT count(*) FROM documents),
            (SELECT count(*) FROM documents WHERE status = 'undated')
              + (SELECT count(*) FROM annotations WHERE kind = 'date' AND NOT placed AND value IS NULL)"""
    )
    totals = Totals(documents, 0, 0, undated, sum(count_doubts(store).values()))
    if store.index is not None:
        store.index.kept["totals"] = totals
    return totals


def select_events(store: Store, selection: Selection, limit: int | None = LARGEST_ANSWER) -> pd.DataFrame:
    """The events of a selection in order of time, one row an event."""
    if limit is not None and (found := look_up(store, selection)):
        return found_rows.take_rows(found, found.places[:limit])
    where, parameters = events_where(selection)
    return plain(
        store.query(
            f"""SELECT * FROM events e WHERE {where}
                ORDER BY start, "end", event_id{limit_to(limit)}""",
            parameters,
        )
    )


def select_mentions(store: Store, selection: Selection, limit: int | None = LARGEST_ANSWER) -> pd.DataFrame:
    """The mentions of the selected events; of the selected documents only, where documents are selected."""
    where, parameters = events_where(selection)
    documents, more = in_("document_id", selection.documents)
    return plain(
        store.query(
            f"""SELECT m.*, d.title AS document_title, d.publisher, d.published, d.url
                FROM mentions m JOIN documents d USING (document_id)
                WHERE event_id IN (SELECT event_id FROM events e WHERE {where}) AND {documents}
                ORDER BY m.start, m.event_id, d.published, sentence_start, mention_id{limit_to(limit)}""",
            parameters + more,
        )
    )


def accounts_of(store: Store, chosen: Selection | Sequence[str]) -> pd.DataFrame:
    """All accounts, whole, of the events of a selection or of those with some ids, in order of time."""
    of_events = (
        ("list_contains(?, event_id)", [list(chosen)]) if not isinstance(chosen, Selection) else events_where(chosen)
    )
    where, parameters = of_events
    return plain(
        store.query(
            f"""SELECT * FROM mentions WHERE event_id IN (SELECT event_id FROM events e WHERE {where})
                ORDER BY start, event_id, document_id, sentence_start, mention_id""",
            list(parameters),
        )
    )


def select_accounts(store: Store, selection: Selection) -> pd.DataFrame:
    """All accounts of the selected events, whatever their documents, those that an event's chronology begins with first."""
    where, parameters = events_where(selection)
    return plain(
        store.query(
            f"""SELECT m.event_id, m.sentence, m.date_text, m.date_how, d.title AS document_title, d.publisher, d.published,
                 d.url, d.path
               FROM mentions m JOIN documents d USING (document_id)
               WHERE event_id IN (SELECT event_id FROM events e WHERE {where})
               ORDER BY d.copy_of IS NOT NULL, d.published, document_id, sentence_start, mention_id""",
            parameters,
        )
    )


def count_events(store: Store, selection: Selection) -> int:
    """How many events `select_events` would give without a limit."""
    if found := look_up(store, selection):
        return len(found)
    where, parameters = events_where(selection)
    return _number(store, f"SELECT count(*) AS n FROM events e WHERE {where}", parameters)


def count_mentions(store: Store, selection: Selection) -> int:
    """How many mentions `select_mentions` would give without a limit."""
    if found := look_up(store, selection):
        return found_rows.count_mentions(found, selection.documents)
    where, parameters = events_where(selection)
    documents, more = in_("document_id", selection.documents)
    inside = f"event_id IN (SELECT event_id FROM events e WHERE {where})"
    return _number(store, f"SELECT count(*) AS n FROM mentions WHERE {inside} AND {documents}", parameters + more)


def get_event(store: Store, event_id: str) -> pd.Series | None:
    """One event, None where there is no such id."""
    if store.index is not None:
        places = store.index.places_of([event_id])
        df = found_rows.to_frame(store.index.rows.take(places[places != NONE]))
    else:
        df = plain(store.query("SELECT * FROM events WHERE event_id = ?", [event_id]))
    return df.iloc[0] if len(df) else None


def find_events(store: Store, mention_ids: Sequence[str]) -> list[str]:
    """The events that some accounts tell."""
    sql = "SELECT DISTINCT event_id FROM mentions WHERE list_contains(?, mention_id) ORDER BY event_id"
    return list(store.query(sql, [list(mention_ids)])["event_id"])


def mentions_of(store: Store, event_id: str) -> pd.DataFrame:
    """All mentions of an event with title, publisher, date, address and text of their documents."""
    own = parts.of_event(store, event_id)
    return plain(
        store.query(
            f"""SELECT m.*, d.title AS document_title, d.publisher, d.published, d.url, d.text, d.copy_of, d.copy_kind
               FROM {own.mentions} m JOIN {own.documents} d USING (document_id) WHERE event_id = ?
               ORDER BY d.published, document_id, sentence_start, mention_id""",
            [event_id],
        )
    )


def links_of(store: Store, event_id: str) -> pd.DataFrame:
    """The links of an event's mentions, joined and possible ones, with the other event's id and title; best first."""
    own = parts.of_event(store, event_id)
    return plain(
        store.query(
            f"""WITH mine AS (SELECT mention_id FROM {own.mentions} WHERE event_id = ?),
                 pairs AS (SELECT mention_id AS here, other_id AS there, score, reason, joined FROM {own.links}
                          UNION ALL SELECT other_id, mention_id, score, reason, joined FROM {own.links})
               SELECT b.score, b.reason, b.joined, d.title AS document_title, e.event_id AS other_event_id,
                      e.title AS other_title
               FROM pairs b SEMI JOIN mine ON b.here = mine.mention_id
               JOIN {own.mentions} m ON m.mention_id = b.there JOIN {own.events} e ON e.event_id = m.event_id
               JOIN {own.documents} d ON d.document_id = m.document_id
               WHERE NOT b.joined OR b.here < b.there
               ORDER BY b.joined DESC, b.score DESC, document_title, b.there LIMIT 20""",
            [event_id],
        )
    )


def list_told_by_several(store: Store, selection: Selection, limit: int = 200) -> pd.DataFrame:
    """The selected events that more than one document tells, those of most sources first."""
    where, parameters = events_where(selection)
    return plain(
        store.query(
            f"""SELECT * FROM events e WHERE {where} AND n_documents > 1
                ORDER BY n_sources DESC, n_documents DESC, start, event_id LIMIT {int(limit)}""",
            parameters,
        )
    )


def findings_of(store: Store, document_id: str) -> dict[str, pd.DataFrame]:
    """What was found in one document: its annotations, quotes and mentions, each in reading order."""
    ask, own = "SELECT * FROM {} WHERE document_id = ? ORDER BY {}", parts.of_document(store, document_id)
    return {
        name: plain(store.query(ask.format(getattr(own, name), order), [document_id]))
        for name, order in (
            ("annotations", 'start, "end" DESC'),
            ("quotes", "start"),
            ("mentions", "sentence_start, mention_id"),
        )
    }


def name_people(store: Store) -> dict[str, str]:
    """leader_id to the name for the screen."""
    df = store.query("SELECT leader_id, name FROM people")
    return dict(zip(df["leader_id"], df["name"], strict=True))


def name_documents(store: Store) -> dict[str, str]:
    """document_id to title."""
    df = store.query("SELECT document_id, title FROM documents")
    return dict(zip(df["document_id"], df["title"], strict=True))


def limit_to(limit: int | None) -> str:
    """SQL of a limit, empty for none."""
    return "" if limit is None else f" LIMIT {int(limit)}"


def _number(store: Store, sql: str, parameters: list[object]) -> int:
    return int(store.query(sql, parameters)["n"].iloc[0])


def plain(df: pd.DataFrame) -> pd.DataFrame:
    """The same rows with lists of text where DuckDB gives arrays, and None where text is missing."""
    for name in df.columns:
        if pd.api.types.is_string_dtype(df[name].dtype) or df[name].dtype == object:
            values = df[name].astype(object)
            if len(values) and isinstance(values.iloc[0], np.ndarray):
                df[name] = [list(value) for value in values]
            else:
                df[name] = values.where(values.notna(), None)
    return df
