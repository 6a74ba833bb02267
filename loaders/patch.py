"""The tables a moment after a decision: its rows, its events and its people, before all accounts are compared again.

Comparing accounts takes longer the more there are (`replay`); what a reader saved he wants to see at once. So accounts stay
with the events that they were of, and what these say is made anew; `replay` then joins and parts what belongs so, and
the tables are those of a whole build. Until then, `decided.json` says that they are not settled.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from loaders.decided import add_people, find_said_at, keep_told, one_at_a_time, write_note
from loaders.reconcile import make_events
from loaders.replay import Work, find_work, take_copies
from loaders.rows import Row
from loaders.tables.conform import conform, frame
from loaders.tables.schema import TABLES, stable_id
from loaders.tables.store import CURRENT, to_arrow, write_tables
from loaders.vocabulary import FOLDER, load_vocabulary

Patched = dict[str, pd.DataFrame | pa.Table | Path]

ORDER = {
    "documents": ["document_id"],
    "mentions": ["document_id", "sentence_start", "mention_id"],
    "quotes": ["document_id", "start", "quote_id"],
    "events": ["start", "end", "event_id"],
}
"""How the rows of a table follow each other."""


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
        if not work.made:
            return True
        tables, said_at = _patched(work)
        tables["people"], added = _people(work)
        version = write_tables(tables, folder)
        write_note(folder, version, work.outcome, added, said_at, is_settled=False)
    return True


def _patched(work: Work) -> tuple[Patched, dict[str, str]]:
    """The tables as they are to be written but for people, and which mention quotes were said at where that is open."""
    current, touched = work.current, list(work.made)
    mentions = _read(current, "mentions")
    old = mentions.filter(_is_in(mentions["document_id"], touched))
    event_of = dict(zip(old["mention_id"].to_pylist(), old["event_id"].to_pylist(), strict=True))
    rows = [dict(row) for decided in work.made.values() for row in decided.rows["mentions"]]
    for row in rows:
        # What was hidden and is not any more begins as an event of its own.
        key = str(row["mention_id"])
        row["event_id"] = event_of.setdefault(key, stable_id("event", key))
    mentions = _exchange(mentions, "mentions", touched, rows)

    said = [dict(row) for decided in work.made.values() for row in decided.rows["quotes"]]
    raw = frame(TABLES["quotes"], said)
    said_at = {key: at for key, at in work.note.said_at.items() if key not in set(raw["quote_id"])}
    said_at |= find_said_at(raw, frame(TABLES["mentions"], rows), event_of)
    for row in said:
        row["event_id"] = None if row["event_id"] is None else event_of[str(row["event_id"])]
    quotes = _exchange(_read(current, "quotes"), "quotes", touched, said)

    documents: pa.Table | Path = current / "documents.parquet"
    papers = _papers(work)
    if papers is not None:
        documents = _exchange(_read(current, "documents"), "documents", touched, papers)
    tables: Patched = {
        "documents": documents,
        "mentions": mentions,
        "quotes": quotes,
        "events": _events(work, mentions, quotes, sorted(set(event_of.values()))),
        "annotations": current / "annotations.parquet",
        "links": _links(current, mentions),
    }
    return tables, said_at


def _read(current: Path, name: str) -> pa.Table:
    return pq.read_table(current / f"{name}.parquet")


def _is_in(column: pa.ChunkedArray, values: Iterable[str]) -> pa.ChunkedArray:
    return pc.is_in(column, pa.array(list(values), pa.string()))


def _exchange(table: pa.Table, name: str, touched: list[str], rows: list[Row]) -> pa.Table:
    """A table with other rows for some documents."""
    return _replace(table, name, pc.invert(_is_in(table["document_id"], touched)), frame(TABLES[name], rows))


def _replace(table: pa.Table, name: str, stays: pa.ChunkedArray, new: pd.DataFrame) -> pa.Table:
    added = to_arrow(new, TABLES[name])
    both = pa.concat_tables([table.filter(stays).cast(added.schema), added])
    return both.sort_by([(column, "ascending") for column in ORDER[name]]).combine_chunks()


def _papers(work: Work) -> list[Row] | None:
    """The rows of the touched documents; None where all are as they were."""
    touched = list(work.made)
    filters = pc.field("document_id").isin(touched)
    was = conform(pq.read_table(work.current / "documents.parquet", filters=filters).to_pandas(), TABLES["documents"])
    now = take_copies(was, [row for decided in work.made.values() for row in decided.rows["documents"]])
    same = frame(TABLES["documents"], now).sort_values("document_id", ignore_index=True)
    return None if same.equals(was.sort_values("document_id", ignore_index=True)) else now


def _events(work: Work, mentions: pa.Table, quotes: pa.Table, event_ids: list[str]) -> pa.Table:
    """The events, those of the touched documents made anew from all their accounts."""
    accounts = conform(mentions.filter(_is_in(mentions["event_id"], event_ids)).to_pandas(), TABLES["mentions"])
    said = quotes.select(["event_id"]).filter(_is_in(quotes["event_id"], event_ids)).to_pandas()
    copies = pq.read_table(work.current / "documents.parquet", columns=["document_id", "copy_of"]).to_pandas()
    event_of = dict(zip(accounts["mention_id"], accounts["event_id"], strict=True))
    made = keep_told(make_events(accounts, said, copies), event_of, work.outcome)
    events = _read(work.current, "events")
    stays = pc.invert(_is_in(events["event_id"], event_ids))
    return _replace(events, "events", stays, frame(TABLES["events"], made.to_dict("records")))


def _people(work: Work) -> tuple[pd.DataFrame | Path, Iterable[str]]:
    """The people, and which of them only decisions name."""
    path = work.current / "people.parquet"
    if not work.outcome.people and not work.note.added:
        return path, ()
    people = conform(pq.read_table(path).to_pandas(), TABLES["people"])
    known = people[~people["leader_id"].isin(work.note.added)].reset_index(drop=True)
    now = add_people(known, work.outcome, load_vocabulary(FOLDER))
    return now, set(now["leader_id"]) - set(known["leader_id"])


def _links(current: Path, mentions: pa.Table) -> pa.Table | Path:
    """The links, without those of accounts that are hidden now."""
    links = _read(current, "links")
    known = mentions["mention_id"]
    stays = pc.and_(pc.is_in(links["mention_id"], known), pc.is_in(links["other_id"], known))
    return current / "links.parquet" if pc.all(stays).as_py() is not False else links.filter(stays)
