"""What each choice of a filter has: counts of events, or of quotes, by whoever took part, topic, kind and document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from loaders.query import found_rows
from loaders.query.found import look_up
from loaders.query.selection import COLUMN, OF_DOCUMENTS, TAKING_PART, Facet, Selection, events_where, quotes_where
from loaders.tables.store import Store


def count_choices(store: Store, selection: Selection, facet: Facet) -> pd.DataFrame:
    """For each choice of a facet, how many events it has: columns `choice`, `left`, `chosen`; most first.

    The other filters hold, and of this facet the one choice alone, so that a tick changes no count beside it. Only where
    all that are chosen have to take part do the ticks count: there it is the events of these and this one.
    Choices that leave nothing are not listed, unless they are made.
    """
    if facet in OF_DOCUMENTS:
        return _count_tellers(store, selection, facet)
    column = COLUMN[facet]
    base = selection if facet in TAKING_PART and selection.together else _without(selection, facet)
    if found := look_up(store, base):
        return _choices(found_rows.count_choices(found, facet, column), getattr(selection, facet))
    where, parameters = events_where(base)
    value = f"e.{column}" if facet == "kinds" else f"unnest(e.{column})"
    df = store.query(
        f"""WITH base AS (SELECT {value} AS choice FROM events e WHERE {where})
            SELECT choice, count(*) AS "left" FROM base GROUP BY choice""",
        parameters,
    )
    return _choices(df, getattr(selection, facet))


def _count_tellers(store: Store, selection: Selection, facet: Facet) -> pd.DataFrame:
    """For each publisher or language, how many events its documents tell."""
    base = _without(selection, facet)
    if found := look_up(store, base):
        return _choices(found_rows.count_tellers(store, found, OF_DOCUMENTS[facet]), getattr(selection, facet))
    where, parameters = events_where(base)
    df = store.query(
        f"""WITH told AS (SELECT event_id, unnest(e.documents) AS document_id FROM events e WHERE {where})
            SELECT {OF_DOCUMENTS[facet]} AS choice, count(DISTINCT event_id) AS "left"
            FROM told JOIN documents USING (document_id) WHERE choice IS NOT NULL GROUP BY choice""",
        parameters,
    )
    return _choices(df, getattr(selection, facet))


QUOTE_COLUMN = {
    "leaders": "q.speaker",
    "actors": "unnest(e.actors)",
    "topics": "unnest(q.topics)",
    "kinds": "e.event_type",
    "documents": "q.document_id",
    "places": "unnest(e.places)",
    "publishers": "d.publisher",
    "languages": "d.language",
}


def count_quote_choices(store: Store, selection: Selection, facet: Facet) -> pd.DataFrame:
    """What `count_choices` gives, counted in quotes."""
    where, parameters = quotes_where(_without(selection, facet))
    df = store.query(
        f"""WITH base AS (SELECT {QUOTE_COLUMN[facet]} AS choice
              FROM quotes q LEFT JOIN events e USING (event_id) JOIN documents d ON d.document_id = q.document_id
              WHERE {where})
            SELECT choice, count(*) AS "left" FROM base WHERE choice IS NOT NULL GROUP BY choice""",
        parameters,
    )
    return _choices(df, getattr(selection, facet))


def _without(selection: Selection, facet: Facet) -> Selection:
    changes: dict[str, Any] = {facet: ()}
    return replace(selection, **changes)


def _choices(df: pd.DataFrame, chosen: tuple[str, ...]) -> pd.DataFrame:
    """The counted choices, and those that were made and have nothing; most first."""
    df["chosen"] = df["choice"].isin(chosen)
    unseen = [choice for choice in chosen if choice not in set(df["choice"])]
    df = pd.concat([df, pd.DataFrame({"choice": unseen, "chosen": True, "left": 0})]) if unseen else df
    df = df.sort_values(["left", "choice"], ascending=[False, True], ignore_index=True)
    return df[["choice", "left", "chosen"]]
