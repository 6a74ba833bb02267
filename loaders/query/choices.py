"""What each choice of a filter would leave: counts of events, or of quotes, by leader, topic, kind and document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from loaders.query.rows import count_events, count_quotes
from loaders.query.selection import COLUMN, Clause, Facet, Selection, events_where, has, in_, quotes_where
from loaders.tables.store import Store


def count_choices(store: Store, selection: Selection, facet: Facet) -> pd.DataFrame:
    """For each choice of a facet, how many events would be left: columns `choice`, `left`, `chosen`.

    For a choice not yet made: the events that remain with it added. For one that is made: its events among those shown.
    Choices that leave nothing are not listed, unless they are made. Most first.
    """
    column = COLUMN[facet]
    chosen = getattr(selection, facet)
    narrowing = facet == "leaders" and selection.together
    base = selection if narrowing else _without(selection, facet)
    where, parameters = events_where(base)
    value = f"e.{column}" if facet == "kinds" else f"unnest(e.{column})"
    hit, hit_parameters = (("FALSE", []) if narrowing else has(facet, chosen)) if chosen else ("FALSE", [])
    df = store.query(
        f"""WITH base AS (SELECT e.event_id, {value} AS choice, {hit} AS hit FROM events e WHERE {where})
            SELECT choice, count(*) AS n, count(*) FILTER (WHERE NOT hit) AS added FROM base GROUP BY choice""",
        hit_parameters + parameters,
    )
    return _choices(df, chosen, count_events(store, selection) if chosen and not narrowing else 0)


QUOTE_COLUMN = {
    "leaders": "q.speaker",
    "topics": "unnest(q.topics)",
    "kinds": "e.event_type",
    "documents": "q.document_id",
}


def count_quote_choices(store: Store, selection: Selection, facet: Facet) -> pd.DataFrame:
    """What `count_choices` gives, counted in quotes."""
    chosen = getattr(selection, facet)
    where, parameters = quotes_where(_without(selection, facet))
    hit, hit_parameters = _quote_has(facet, chosen)
    df = store.query(
        f"""WITH base AS (SELECT q.quote_id, {QUOTE_COLUMN[facet]} AS choice, {hit} AS hit
              FROM quotes q LEFT JOIN events e USING (event_id) WHERE {where})
            SELECT choice, count(*) AS n, count(*) FILTER (WHERE NOT coalesce(hit, FALSE)) AS added
            FROM base WHERE choice IS NOT NULL GROUP BY choice""",
        hit_parameters + parameters,
    )
    return _choices(df, chosen, count_quotes(store, selection) if chosen else 0)


def _quote_has(facet: Facet, chosen: tuple[str, ...]) -> Clause:
    if not chosen:
        return "FALSE", []
    if facet == "topics":
        return "list_has_any(q.topics, ?)", [list(chosen)]
    return in_(QUOTE_COLUMN[facet], chosen)


def _without(selection: Selection, facet: Facet) -> Selection:
    changes: dict[str, Any] = {facet: ()}
    return replace(selection, **changes)


def _choices(df: pd.DataFrame, chosen: tuple[str, ...], now: int) -> pd.DataFrame:
    """The choices with what each would leave, `now` being what is left as it is; most first."""
    df["chosen"] = df["choice"].isin(chosen)
    df["left"] = np.where(df["chosen"], df["n"], now + df["added"])
    unseen = [choice for choice in chosen if choice not in set(df["choice"])]
    df = pd.concat([df, pd.DataFrame({"choice": unseen, "chosen": True, "left": 0})]) if unseen else df
    df = df.sort_values(["left", "choice"], ascending=[False, True], ignore_index=True)
    return df[["choice", "left", "chosen"]]
