"""What a person should look at, by kind of doubt, with what is most worth it first; and what there is to see of each.

undated   documents without a published date: their "yesterday" stays open
differ    events on which documents disagree
pair      two events that may be one
unsure    events that the program is not sure of
date      events whose date was worked out by what lies nearest
speaker   quotes without a speaker, or with one that the program is not sure of
person    people and organisations that no vocabulary knows
words     date words that could not be placed in time

Whatever a reader answered is in the rows themselves (loaders.decisions), and is not asked again.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from loaders.query.selection import REVIEW_BELOW
from loaders.tables.schema import BY_READER, CONFIRMED
from loaders.tables.store import Store

MOST = 500
"""Of a kind so many are listed; those behind them come up when these are answered."""
SENTENCES = 3
NEAREST = "nearest"
"""Stands in the reasons of a date of which several fit: the one that lies nearest to its anchor was taken."""
FAR = 60
"""Days from its anchor from which on such a date can be another."""

_READER = f"NOT starts_with({{0}}, '{BY_READER}') AND NOT starts_with({{0}}, '{CONFIRMED}')"
_PAIRS = f"""SELECT first(l.mention_id ORDER BY l.score DESC, l.link_id) AS one,
        first(l.other_id ORDER BY l.score DESC, l.link_id) AS other,
        first(l.reason ORDER BY l.score DESC, l.link_id) AS why, max(l.score) AS worth
    FROM links l JOIN mentions m ON m.mention_id = l.mention_id JOIN mentions o ON o.mention_id = l.other_id
    WHERE NOT l.joined AND m.event_id <> o.event_id
    GROUP BY least(m.event_id, o.event_id), greatest(m.event_id, o.event_id)
    HAVING NOT bool_or(starts_with(l.reason, '{BY_READER}'))"""

QUEUES = {
    "undated": f"""SELECT document_id AS key, '' AS other, coalesce(problem, '') AS why, 0.0 AS worth
        FROM documents WHERE status = 'undated' AND {_READER.format("published_how")}""",
    "differ": """SELECT event_id AS key, '' AS other, array_to_string(disputed, ', ') AS why, weight AS worth
        FROM events WHERE len(disputed) > 0""",
    "pair": f"SELECT one AS key, other, why, worth FROM ({_PAIRS})",
    "unsure": f"""SELECT event_id AS key, '' AS other, '' AS why, weight AS worth
        FROM events WHERE confidence < {REVIEW_BELOW}""",
    "date": f"""SELECT m.event_id AS key, '' AS other, min(m.date_how) AS why, max(e.weight) AS worth
        FROM mentions m JOIN events e USING (event_id)
        WHERE contains(m.date_how, '{NEAREST}') AND {_READER.format("m.date_how")} AND {_READER.format("m.why")}
          AND abs(date_diff('day', m.start, m.anchor)) > {FAR} AND e.confidence >= {REVIEW_BELOW} GROUP BY m.event_id""",
    "speaker": f"""SELECT quote_id AS key, '' AS other, speaker_how AS why, length("text")::DOUBLE AS worth
        FROM quotes WHERE (speaker IS NULL OR confidence < {REVIEW_BELOW}) AND {_READER.format("speaker_how")}""",
    "person": """SELECT leader_id AS key, '' AS other, role AS why, n_documents + n_mentions / 1e6 AS worth
        FROM people WHERE origin = 'text'""",
    "words": f"""SELECT annotation_id AS key, '' AS other, how AS why, 0.0 AS worth
        FROM annotations WHERE kind = 'date' AND NOT placed AND value IS NULL AND {_READER.format("how")}""",
}
"""Kind of doubt -> what there is of it: the key of its row, of a pair also of the other, why, and how much it is worth."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person should look at."""

    kind: str
    key: str
    """event_id, quote_id, document_id, leader_id, annotation_id; of a pair the mention_id of one account."""
    other: str
    """Of a pair the mention_id of the other account."""
    why: str


def count_doubts(store: Store) -> dict[str, int]:
    """How many there are of each kind."""
    if store.index is not None and "doubts" in store.index.kept:
        return dict(store.index.kept["doubts"])
    sql = " UNION ALL ".join(f"SELECT '{kind}', count(*) FROM ({queue})" for kind, queue in QUEUES.items())
    found = {str(kind): int(n) for kind, n in store.fetch(sql)}
    counts = {kind: found[kind] for kind in QUEUES}
    if store.index is not None:
        store.index.kept["doubts"] = counts
    return dict(counts)


def list_doubts(store: Store, kind: str) -> list[Doubt]:
    """Those of a kind, what is most worth a look first."""
    rows = store.fetch(f"SELECT key, other, why FROM ({QUEUES[kind]}) ORDER BY worth DESC, key, other LIMIT {MOST}")
    return [Doubt(kind, str(key), str(other), str(why or "")) for key, other, why in rows]


def get_mention(store: Store, mention_id: str) -> pd.Series | None:
    """One account, with title, publisher, date and text of its document."""
    df = store.query(
        """SELECT m.*, d.title AS document_title, d.publisher, d.published, d.url, d.text, d.copy_of, d.copy_kind
           FROM mentions m JOIN documents d USING (document_id) WHERE mention_id = ?""",
        [mention_id],
    )
    return df.iloc[0] if len(df) else None


def get_quote(store: Store, quote_id: str) -> pd.Series | None:
    """One quote, with title, publisher and date of its document."""
    df = store.query(
        """SELECT q.*, d.title AS document_title, d.publisher, d.published, d.url, d.path
           FROM quotes q JOIN documents d USING (document_id) WHERE quote_id = ?""",
        [quote_id],
    )
    return df.iloc[0] if len(df) else None


def get_annotation(store: Store, annotation_id: str) -> pd.Series | None:
    """One annotation."""
    df = store.query("SELECT * FROM annotations WHERE annotation_id = ?", [annotation_id])
    return df.iloc[0] if len(df) else None


def get_person(store: Store, leader_id: str) -> pd.Series | None:
    """One person, country or organisation."""
    df = store.query("SELECT * FROM people WHERE leader_id = ?", [leader_id])
    return df.iloc[0] if len(df) else None


def sentences_on(store: Store, leader_id: str) -> pd.DataFrame:
    """A few places where somebody is named, of several documents where there are: document_id, title, start, end."""
    return store.query(
        f"""WITH told AS (
              SELECT document_id, sentence_start AS start, sentence_end AS "end" FROM mentions
              WHERE list_contains(leaders, $1) OR list_contains(named, $1) OR list_contains(actors, $1)
              UNION SELECT document_id, start, "end" FROM annotations WHERE kind = 'leader' AND value = $1
              UNION SELECT document_id, start, "end" FROM quotes WHERE speaker = $1),
            first AS (SELECT document_id, min(start) AS start, arg_min("end", start) AS "end",
                        row_number() OVER (PARTITION BY document_id ORDER BY min(start)) AS n
                      FROM told GROUP BY document_id, start)
          SELECT f.document_id, d.title, f.start, f."end" FROM first f JOIN documents d USING (document_id)
          ORDER BY n, d.published DESC NULLS LAST, f.document_id LIMIT {SENTENCES}""",
        [leader_id],
    )
