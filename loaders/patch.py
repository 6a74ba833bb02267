"""The tables a moment after a decision: its rows, its events and its people, before all accounts are compared again.

Comparing accounts takes longer the more there are (`replay`); what a reader saved he wants to see at once. So accounts stay
with the events that they were of, and what these say is made anew; `replay` then joins and parts what belongs so, and
the tables are those of a whole build. Until then, `decided.json` says that they are not settled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from loaders.build import link_rows
from loaders.decided import Outcome, accept, add_people, find_said_at, keep_told, one_at_a_time
from loaders.decisions.ties import tied_by
from loaders.noted import write_note
from loaders.reconcile import make_events
from loaders.replay import Work, find_work, people_as_read, take_copies
from loaders.rows import Row
from loaders.tables.conform import conform, frame
from loaders.tables.exchange import exchange, is_in, read_table, replace_rows
from loaders.tables.schema import TABLES, stable_id
from loaders.tables.store import CURRENT, to_arrow, write_tables
from loaders.tied import LINK, find_changed, say_ties
from loaders.vocabulary import FOLDER, load_vocabulary

Patched = dict[str, pd.DataFrame | pa.Table | Path]

SMALL = 1_000
"""Accounts that are compared again in no time that anybody would notice."""


def is_small(folder: Path) -> bool:
    """Whether `replay` is as quick as anybody could wish."""
    try:
        return bool(pq.read_metadata((folder / CURRENT).resolve() / "mentions.parquet").num_rows <= SMALL)
    except OSError:
        return True


def patch(folder: Path) -> bool:
    """Have the tables hold the decisions that stand, accounts where they were; False where only a whole build can."""
    with one_at_a_time(folder):
        work = find_work(folder)
        if work is None:
            return False
        if not work.is_new:
            return True
        tables, said_at = _patched(work)
        tables["people"], added, accepted = _people(work)
        version = write_tables(tables, folder)
        write_note(folder, version, work.outcome, added, said_at, accepted, False, work.note.is_whole)
    return True


def _patched(work: Work) -> tuple[Patched, dict[str, str]]:
    """The tables as they are to be written but for people, and which mention quotes were said at where that is open."""
    current, touched = work.current, list(work.made)
    mentions = read_table(current, "mentions")
    old = mentions.filter(is_in(mentions["document_id"], touched))
    event_of = dict(zip(old["mention_id"].to_pylist(), old["event_id"].to_pylist(), strict=True))
    rows = [dict(row) for decided in work.made.values() for row in decided.rows["mentions"]]
    for row in rows:
        # What was hidden and is not any more begins as an event of its own.
        key = str(row["mention_id"])
        row["event_id"] = event_of.setdefault(key, stable_id("event", key))
    mentions = exchange(mentions, "mentions", touched, rows)
    events = set(event_of.values())
    before, (mentions, moves) = mentions, _tie(work, mentions)
    event_of |= {mention_id: now for mention_id, (_, _, now) in moves.items()}
    events |= {event_id for _, was, now in moves.values() for event_id in (was, now)}

    said = [dict(row) for decided in work.made.values() for row in decided.rows["quotes"]]
    raw = frame(TABLES["quotes"], said)
    said_at = {key: at for key, at in work.note.said_at.items() if key not in set(raw["quote_id"])}
    others = read_table(current, "quotes")
    others = _move(others.filter(pc.invert(is_in(others["document_id"], touched))), before, said_at, moves)
    said_at |= find_said_at(raw, frame(TABLES["mentions"], rows), event_of)
    for row in said:
        row["event_id"] = None if row["event_id"] is None else event_of[str(row["event_id"])]
    quotes = exchange(others, "quotes", touched, said)

    documents: pa.Table | Path = current / "documents.parquet"
    papers = _papers(work)
    if papers is not None:
        documents = exchange(read_table(current, "documents"), "documents", touched, papers)
    tables: Patched = {
        "documents": documents,
        "mentions": mentions,
        "quotes": quotes,
        "events": _events(work, mentions, quotes, sorted(events)),
        "annotations": _annotations(work),
        "links": _links(work, mentions),
    }
    return tables, said_at


Moves = dict[str, tuple[str, str, str]]
"""mention_id -> its document, and its event before and now."""


def _tie(work: Work, mentions: pa.Table) -> tuple[pa.Table, Moves]:
    """The mentions with the events that a reader gives them, and those that this moves."""
    if not work.outcome.ties:
        return mentions, {}
    known = mentions.filter(is_in(mentions["mention_id"], tied_by(work.outcome.ties)))
    inside = mentions.filter(is_in(mentions["event_id"], known["event_id"].to_pylist())).to_pandas()
    documents = pq.read_table(work.current / "documents.parquet", columns=["document_id", "published"]).to_pandas()
    new = find_changed(inside, read_table(work.current, "links").to_pandas(), documents, work.outcome.ties)
    was = zip(inside["mention_id"], inside["document_id"], inside["event_id"], strict=True)
    moves = {key: (document_id, event_id, new[key]) for key, document_id, event_id in was if new[key] != event_id}
    ids, events = mentions["mention_id"].to_pylist(), mentions["event_id"].to_pylist()
    now = [moves[key][2] if key in moves else event_id for key, event_id in zip(ids, events, strict=True)]
    return mentions.set_column(mentions.column_names.index("event_id"), "event_id", pa.array(now, pa.string())), moves


def _move(quotes: pa.Table, mentions: pa.Table, said_at: dict[str, str], moves: Moves) -> pa.Table:
    """The quotes, those that were said at an account that moved with its event; `said_at` is told of all in its document."""
    if not moves:
        return quotes
    documents = {document_id for document_id, _, _ in moves.values()}
    told = mentions.filter(is_in(mentions["document_id"], documents))
    columns = (told[name].to_pylist() for name in ("document_id", "event_id", "mention_id"))
    at_of = {(document_id, event_id): mention_id for document_id, event_id, mention_id in zip(*columns, strict=True)}
    columns = (quotes[name].to_pylist() for name in ("quote_id", "document_id", "event_id"))
    now = []
    for quote_id, document_id, event_id in zip(*columns, strict=True):
        if event_id is not None and document_id in documents:
            at = said_at.setdefault(quote_id, at_of[document_id, event_id])
            event_id = moves[at][2] if at in moves else event_id
        now.append(event_id)
    return quotes.set_column(quotes.column_names.index("event_id"), "event_id", pa.array(now, pa.string()))


def _is_decided(work: Work, kind: str) -> bool:
    """Whether something of a kind was decided, now or before, on a document that is touched."""
    parts = (part for outcome in (work.note.outcome, work.outcome) for part in map(outcome.parts.get, work.made))
    return any(part is not None and kind in part.kinds for part in parts)


def _annotations(work: Work) -> pa.Table | Path:
    """The annotations, in the order of a whole build where any is another now."""
    current, touched = work.current / "annotations.parquet", list(work.made)
    if not _is_decided(work, "words"):
        return current
    was = pq.read_table(current, filters=pc.field("document_id").isin(touched))
    rows = [dict(row) for decided in work.made.values() for row in decided.rows["annotations"]]
    now = to_arrow(frame(TABLES["annotations"], rows), TABLES["annotations"])
    order = [("document_id", "ascending"), ("start", "ascending"), ("end", "ascending"), ("annotation_id", "ascending")]
    if was.cast(now.schema).sort_by(order).equals(now.sort_by(order)):
        return current
    whole = pq.read_table(current)
    stays = whole.filter(pc.invert(is_in(whole["document_id"], touched))).cast(now.schema)
    return pa.concat_tables([stays, now]).sort_by(order).combine_chunks()


def _papers(work: Work) -> list[Row] | None:
    """The rows of the touched documents; None where all are as they were."""
    touched = list(work.made)
    if not _is_decided(work, "document"):
        return None
    filters = pc.field("document_id").isin(touched)
    was = conform(pq.read_table(work.current / "documents.parquet", filters=filters).to_pandas(), TABLES["documents"])
    now = take_copies(was, [row for decided in work.made.values() for row in decided.rows["documents"]])
    same = frame(TABLES["documents"], now).sort_values("document_id", ignore_index=True)
    return None if same.equals(was.sort_values("document_id", ignore_index=True)) else now


def _events(work: Work, mentions: pa.Table, quotes: pa.Table, event_ids: list[str]) -> pa.Table:
    papers = pq.read_table(work.current / "documents.parquet", columns=list(OF_SOURCES)).to_pandas()
    return remake_events(read_table(work.current, "events"), mentions, quotes, papers, event_ids, work.outcome)


OF_SOURCES = ("document_id", "copy_of", "publisher", "published")
"""What of documents counts in an event that they tell."""


def remake_events(
    events: pa.Table,
    mentions: pa.Table,
    quotes: pa.Table,
    documents: pd.DataFrame,
    event_ids: Collection[str],
    outcome: Outcome,
) -> pa.Table:
    """The events, some of them made anew from all their accounts; `documents` has the columns OF_SOURCES."""
    accounts = conform(mentions.filter(is_in(mentions["event_id"], event_ids)).to_pandas(), TABLES["mentions"])
    said = quotes.select(["event_id"]).filter(is_in(quotes["event_id"], event_ids)).to_pandas()
    event_of = dict(zip(accounts["mention_id"], accounts["event_id"], strict=True))
    made = keep_told(make_events(accounts, said, documents), event_of, outcome)
    stays = pc.invert(is_in(events["event_id"], event_ids))
    return replace_rows(events, "events", stays, frame(TABLES["events"], made.to_dict("records")))


def _people(work: Work) -> tuple[pd.DataFrame | Path, Iterable[str], Iterable[str]]:
    """The people, which of them only decisions name, and which are only by decisions not to be reviewed."""
    path = work.current / "people.parquet"
    was = work.note
    if not (work.outcome.people or was.added or work.outcome.accepted or was.accepted):
        return path, (), ()
    known = people_as_read(conform(pq.read_table(path).to_pandas(), TABLES["people"]), was)
    known, accepted = accept(known, work.outcome)
    now = add_people(known, work.outcome, load_vocabulary(FOLDER))
    return now, set(now["leader_id"]) - set(known["leader_id"]), accepted


def _links(work: Work, mentions: pa.Table) -> pa.Table | Path:
    """The links, without those of accounts that are hidden now, and with what a reader says of accounts."""
    path, links = work.current / "links.parquet", read_table(work.current, "links")
    known = mentions["mention_id"]
    stays = pc.and_(pc.is_in(links["mention_id"], known), pc.is_in(links["other_id"], known))
    left = links if pc.all(stays).as_py() is not False else links.filter(stays)
    if work.outcome.ties == work.note.outcome.ties:
        return path if left is links else left
    event_of = dict(zip(known.to_pylist(), mentions["event_id"].to_pylist(), strict=True))
    said = say_ties(left.select(list(LINK)).to_pandas(), work.outcome.ties, set(event_of))
    return to_arrow(link_rows(said, event_of), TABLES["links"])
