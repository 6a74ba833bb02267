"""Counts over a selection: who met whom, topics through time and by leader, words by speaker; all are bounded."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from loaders.query.selection import Clause, Selection, events_where, quotes_where
from loaders.tables.schema import PRECISIONS
from loaders.tables.store import Store

Bin = Literal["month", "year", "decade"]

MOST_BINS = 36
"""Columns of a chart through time; past that the next coarser bin is taken."""

FINER = {size: PRECISIONS[: PRECISIONS.index(size) + 1] for size in ("month", "year")}
"""Precisions that a bin of this size can hold; an event that is only known more coarsely falls into none."""

FIRST_OF = {size: f"date_trunc('{size}', start)" for size in ("month", "year")} | {
    # Before year 1 the years count down: the 460s BC are -468 to -459.
    "decade": """make_date(CASE WHEN year(start) < 1 THEN -((1 - year(start)) // 10) * 10 - 8
                                ELSE greatest(year(start) // 10 * 10, 1) END, 1, 1)::TIMESTAMP"""
}
"""The first moment of the bin in which an event begins, in SQL."""

PEOPLE_MEET = ("meeting", "summit", "visit", "talks", "call", "message", "ceremony", "signing")
"""Kinds of event at which those who take part deal with each other."""


def count_pairs(store: Store, selection: Selection, limit: int = 14) -> pd.DataFrame:
    """How many events two leaders took part in together: `one`, `two`, `n`, each pair once, one < two; most first.

    Only pairs among the `limit` leaders with most such events, so that the answer stays small.
    """
    where, parameters = events_where(selection)
    return store.query(
        f"""WITH met AS (SELECT event_id, list_distinct(leaders) AS leaders FROM events e
                         WHERE {where} AND len(leaders) > 1 AND list_contains(?, event_type)),
            part AS (SELECT event_id, unnest(leaders) AS leader_id FROM met),
            most AS (SELECT leader_id FROM part GROUP BY leader_id
                     ORDER BY count(*) DESC, leader_id LIMIT {int(limit)}),
            kept AS (SELECT * FROM part SEMI JOIN most USING (leader_id))
            SELECT a.leader_id AS one, b.leader_id AS two, count(*) AS n
            FROM kept a JOIN kept b ON a.event_id = b.event_id AND a.leader_id < b.leader_id
            GROUP BY one, two ORDER BY n DESC, one, two""",
        [*parameters, list(PEOPLE_MEET)],
    )


def choose_bin(store: Store, selection: Selection) -> Bin:
    """The finest bin that gives at most MOST_BINS columns with events in them."""
    sizes: tuple[Bin, ...] = ("month", "year")
    for size in sizes:
        where, parameters = _binned(selection, size)
        sql = f"SELECT count(DISTINCT date_trunc('{size}', start)) AS n FROM events e WHERE {where}"
        if int(store.query(sql, parameters)["n"].iloc[0]) <= MOST_BINS:
            return size
    return "decade"


def count_topics_through_time(store: Store, selection: Selection, size: Bin) -> pd.DataFrame:
    """Events by topic and bin: `topic_id`, `bin` (its first day), `n`."""
    where, parameters = _binned(selection, size)
    return store.query(
        f"""SELECT unnest(topics) AS topic_id, {FIRST_OF[size]} AS bin, count(*) AS n
            FROM events e WHERE {where} GROUP BY topic_id, bin ORDER BY bin, topic_id""",
        parameters,
    )


def count_too_coarse(store: Store, selection: Selection, size: Bin) -> int:
    """How many selected events are only known to a longer time than a bin, and so fall into none."""
    where, parameters = events_where(selection)
    inside, more = _binned(selection, size)
    row = store.query(
        f"SELECT (SELECT count(*) FROM events e WHERE {where}) - (SELECT count(*) FROM events e WHERE {inside}) AS n",
        parameters + more,
    )
    return int(row["n"].iloc[0])


def _binned(selection: Selection, size: str) -> Clause:
    where, parameters = events_where(selection)
    if size not in FINER:
        return f"{where} AND precision NOT IN ('century')", parameters
    return f"{where} AND list_contains(?, precision)", [*parameters, list(FINER[size])]


def count_topics_by_leader(store: Store, selection: Selection, limit: int = 12) -> pd.DataFrame:
    """Quotes by topic and speaker: `topic_id`, `leader_id`, `n`, for the speakers with most quotes."""
    where, parameters = quotes_where(selection)
    return store.query(
        f"""WITH said AS (SELECT speaker AS leader_id, topics
                          FROM quotes q SEMI JOIN people p ON q.speaker = p.leader_id WHERE {where}),
            most AS (SELECT leader_id FROM said GROUP BY leader_id ORDER BY count(*) DESC, leader_id LIMIT {int(limit)})
            SELECT topic_id, leader_id, count(*) AS n
            FROM (SELECT leader_id, unnest(topics) AS topic_id FROM said SEMI JOIN most USING (leader_id))
            GROUP BY topic_id, leader_id ORDER BY n DESC, leader_id, topic_id""",
        parameters,
    )


def count_words(store: Store, selection: Selection, kinds: tuple[str, ...] = (), limit: int = 50) -> pd.DataFrame:
    """Quotes and words by speaker: `speaker`, `n_quotes`, `n_words`, `topics` (most frequent first); most words first.

    Words are runs between blanks, as in the text; those of a statement with several quotations count once.
    """
    where, parameters = quotes_where(selection)
    clause = "list_contains(?, q.kind)" if kinds else "TRUE"
    return store.query(
        f"""WITH said AS (SELECT speaker, topics,
                                 CASE WHEN row_number() OVER whole = 1
                                      THEN len(string_split_regex(trim(statement), '\\s+')) ELSE 0 END AS n_words
                          FROM quotes q WHERE {where} AND {clause}
                          WINDOW whole AS (PARTITION BY document_id, statement_start, statement_end ORDER BY start)),
            by_topic AS (SELECT speaker, topic, count(*) AS n FROM (SELECT speaker, unnest(topics) AS topic FROM said)
                         GROUP BY speaker, topic),
            listed AS (SELECT speaker, list(topic ORDER BY n DESC, topic) AS topics FROM by_topic GROUP BY speaker)
            SELECT s.speaker, count(*) AS n_quotes, sum(n_words)::BIGINT AS n_words,
                   coalesce(any_value(l.topics), []) AS topics
            FROM said s LEFT JOIN listed l ON s.speaker IS NOT DISTINCT FROM l.speaker
            GROUP BY s.speaker ORDER BY n_words DESC, s.speaker LIMIT {int(limit)}""",
        [*parameters, list(kinds)] if kinds else parameters,
    )


def list_people(store: Store) -> pd.DataFrame:
    """Every person who was named, with `n_events` and `n_quotes`; most first."""
    return store.query(
        """WITH part AS (SELECT unnest(leaders) AS leader_id, event_id FROM events),
             e AS (SELECT leader_id, count(*) AS n_events FROM part GROUP BY leader_id),
             q AS (SELECT speaker AS leader_id, count(*) AS n_quotes FROM quotes GROUP BY speaker)
           SELECT p.*, coalesce(n_events, 0) AS n_events, coalesce(n_quotes, 0) AS n_quotes
           FROM people p LEFT JOIN e USING (leader_id) LEFT JOIN q USING (leader_id) WHERE p.kind = 'person'
           ORDER BY coalesce(e.n_events, 0) + coalesce(q.n_quotes, 0) DESC, n_mentions DESC, leader_id"""
    )
