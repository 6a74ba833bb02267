"""The tables a moment after documents came or went: these are read, and their accounts held against those near in time.

What a whole build decides over all documents together is put off, and done by `make_whole`, for which nobody waits; from
then on the tables are those of a whole build. Until then `decided.json` says that they are not whole, and

- a new account joins an event that is there where it would among the accounts of its days; no two events that are there are
  joined, or parted, and none gets another id;
- a new document is held against those that tell of the same days to see whether it is a copy, and no other is;
- people are counted on: of two equally long names the one that was there stays;
- surnames alone (decisions/naming.py) are not looked for in a new document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from loaders.build import link_rows, make_built, process_document, standing_in, write_built
from loaders.changes import look_at, note_changes
from loaders.decided import (
    Outcome,
    Part,
    accept,
    add_people,
    decide_document,
    digest,
    find_said_at,
    make_outcome,
    make_part,
    one_at_a_time,
)
from loaders.decisions.documents import assign, changes_people
from loaders.decisions.naming import LISTS
from loaders.kept import Kept, find_kept, keep_more
from loaders.laid_topics import lay_topics
from loaders.near import find_near
from loaders.news import News, find_news, sources_of
from loaders.noted import Note, write_note
from loaders.own_topics import read_own_topics
from loaders.patch import OF_SOURCES, Patched, remake_events
from loaders.reconcile.copies import Copy
from loaders.records import Document
from loaders.replay import TRIES, find_work, people_as_read, replay
from loaders.rows import Row, Rows, count_people
from loaders.tables.conform import conform, frame
from loaders.tables.exchange import exchange, is_in, read_table
from loaders.tables.schema import TABLES
from loaders.tables.store import CURRENT, to_arrow, write_tables
from loaders.vocabulary import FOLDER, load_vocabulary


def arrive(folder: Path) -> bool:
    """Have the tables hold the documents that the collection is made of now; False where only a whole build can."""
    with one_at_a_time(folder):
        work = find_work(folder)
        if work is None or work.is_new:
            return False
        documents = read_table(work.current, "documents")
        news = find_news(folder, documents["document_id"].to_pylist())
        if news is None:
            return False
        if not news:
            return True
        decided = _decide(folder, news, documents, work.note)
        raw = find_kept(folder, news.gone)
        unread = documents.filter(pc.equal(documents["status"], "failed"))["document_id"].to_pylist()
        if decided is None or not news.gone <= raw.keys() | set(unread):
            return False
        before = look_at(folder)
        made = _Made(work.current, documents, news, raw, decided)
        people, added, accepted = made.people(work.note)
        tables, said_at = made.tables(work.note)
        version = write_tables({**tables, "people": people}, folder)
        write_note(folder, version, decided.outcome, added, said_at, accepted, is_settled=False, is_whole=False)
        keep_more(folder, news.files, news.lost)
        note_changes(folder, before)
    return True


def make_whole(folder: Path) -> bool:
    """Have the tables be those of a whole build; False where others went on replacing them meanwhile.

    It keeps nobody from the tables. Raises NothingToReadError where the collection has no file any more.
    """
    for _ in range(TRIES):
        current = (folder / CURRENT).resolve()
        with Kept(folder) as kept:
            built = make_built(
                sources_of(folder), kept=kept, decisions=standing_in(folder), topics=read_own_topics(folder)
            )
        if write_built(built, folder, instead_of=current):
            # What was laid beside an event meanwhile is in no table.
            replay(folder)
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Decided:
    """New documents with decisions on them, and what these did to all."""

    rows: Mapping[str, Rows]
    outcome: Outcome


def _decide(folder: Path, news: News, documents: pa.Table, note: Note) -> _Decided | None:
    """None where decisions that were on one document are on another now that was there."""
    decisions = standing_in(folder)
    parts: dict[str, Part] = {key: part for key, part in note.outcome.parts.items() if key not in news.gone}
    if any({"person", "document"} & set(part.kinds) for key, part in note.outcome.parts.items() if key in news.gone):
        return None
    naming = {one: [key for key in known if key not in news.gone] for one, known in note.outcome.naming.items()}
    for one in filter(changes_people, decisions):
        named = [key for key, rows in news.new.items() if _is_named(rows, one.target.row_id)]
        naming[one.decision_id] = sorted({*naming.get(one.decision_id, ()), *named})
    known = zip(*(documents[name].to_pylist() for name in ("document_id", "path", "sha256")), strict=True)
    new = [
        (key, str(rows["documents"][0]["path"]), str(rows["documents"][0]["sha256"])) for key, rows in news.new.items()
    ]
    found, homeless = assign(decisions, [*(row for row in known if row[0] not in news.gone), *new], naming)
    if {key: digest(some) for key, some in found.items() if key not in news.new} != {
        key: part.digest for key, part in parts.items()
    }:
        return None
    vocabulary, topics = load_vocabulary(FOLDER), read_own_topics(folder)

    def reread(document: Document) -> Rows:
        return lay_topics(process_document(document), topics, vocabulary)

    made = {key: lay_topics(rows, topics, vocabulary) for key, rows in news.new.items()}
    for key in made.keys() & found.keys():
        decided = decide_document(made[key], found[key], vocabulary, reread)
        made[key], parts[key] = decided.rows, make_part(found[key], decided)
    return _Decided(made, make_outcome(decisions, parts, homeless, naming, note.outcome.short_forms))


def _is_named(rows: Rows, person_id: str) -> bool:
    return any(row["leader_id"] == person_id for row in rows["people"])


@dataclass(frozen=True, slots=True)
class _Made:
    """The tables with some documents more and some less."""

    current: Path
    documents: pa.Table
    news: News
    raw: Mapping[str, Rows]
    """document_id -> the rows of documents that are gone."""
    decided: _Decided

    def _rows(self, name: str) -> list[Row]:
        """The rows of new documents, copies: those of a build are changed in place."""
        return [dict(row) for key in sorted(self.decided.rows) for row in self.decided.rows[key][name]]

    def _without_gone(self, name: str) -> pa.Table:
        table = read_table(self.current, name)
        return table.filter(pc.invert(is_in(table["document_id"], self.news.gone)))

    def tables(self, note: Note) -> tuple[Patched, dict[str, str]]:
        """All tables but people, and which mention quotes were said at where that is open."""
        there, rows = read_table(self.current, "mentions"), self._rows("mentions")
        is_gone = is_in(there["document_id"], self.news.gone)
        touched = set(there.filter(is_gone)["event_id"].to_pylist())
        left = there.filter(pc.invert(is_gone))
        new = frame(TABLES["mentions"], [row | {"event_id": str(row["mention_id"])} for row in rows])
        near = find_near(new, left, self._papers({}), load_vocabulary(FOLDER))
        documents = self._papers(near.copies)
        touched |= set(near.event_of.values())
        mentions = exchange(
            left, "mentions", (), [row | {"event_id": near.event_of[str(row["mention_id"])]} for row in rows]
        )
        quotes, said_at = self._quotes(note, new, near.event_of)
        papers = documents.select(list(OF_SOURCES)).to_pandas()
        events = remake_events(
            read_table(self.current, "events"), mentions, quotes, papers, touched, self.decided.outcome
        )
        annotations = exchange(self._without_gone("annotations"), "annotations", (), self._rows("annotations"))
        tables: Patched = {
            "documents": documents,
            "mentions": mentions,
            "quotes": quotes,
            "events": events,
            "annotations": annotations,
            "links": self._links(mentions, near.links),
        }
        return tables, said_at

    def _papers(self, copies: Mapping[str, Copy]) -> pa.Table:
        """The documents; a copy of what is gone is an original again."""
        gone = is_in(self.documents["document_id"], self.news.gone)
        table = self.documents.filter(pc.invert(gone))
        orphaned = is_in(table["copy_of"], self.news.gone)
        originals = dict(zip(table["document_id"].to_pylist(), table["copy_of"].to_pylist(), strict=True))
        for name in ("copy_of", "copy_kind", "copy_how"):
            kept = pc.if_else(orphaned, pa.scalar(None, table[name].type), table[name])
            table = table.set_column(table.column_names.index(name), name, kept)
        rows = self._rows("documents")
        for row in rows:
            copy = copies.get(str(row["document_id"]))
            row |= {
                "copy_of": (originals.get(copy.original) or copy.original) if copy else None,
                "copy_kind": copy.kind if copy else None,
                "copy_how": copy.how if copy else None,
            }
        return exchange(table, "documents", (), rows)

    def _quotes(self, note: Note, new: pd.DataFrame, event_of: Mapping[str, str]) -> tuple[pa.Table, dict[str, str]]:
        rows = self._rows("quotes")
        left = self._without_gone("quotes")
        known = set(left["quote_id"].to_pylist())
        said_at = {key: at for key, at in note.said_at.items() if key in known}
        said_at |= find_said_at(frame(TABLES["quotes"], rows), new, event_of)
        for row in rows:
            row["event_id"] = None if row["event_id"] is None else event_of[str(row["event_id"])]
        return exchange(left, "quotes", (), rows), said_at

    def _links(self, mentions: pa.Table, more: pd.DataFrame) -> pa.Table:
        """The links without those of accounts that are gone, and with those of new ones."""
        links, known = read_table(self.current, "links"), mentions["mention_id"]
        left = links.filter(pc.and_(pc.is_in(links["mention_id"], known), pc.is_in(links["other_id"], known)))
        event_of = dict(zip(known.to_pylist(), mentions["event_id"].to_pylist(), strict=True))
        added = to_arrow(link_rows(more, event_of), TABLES["links"])
        return pa.concat_tables([left.cast(added.schema), added]).sort_by("link_id").combine_chunks()

    def people(self, note: Note) -> tuple[pd.DataFrame, set[str], frozenset[str]]:
        """The people, which of them only decisions name, and which are only by decisions not to be reviewed."""
        was = conform(read_table(self.current, "people").to_pandas(), TABLES["people"])
        counted = _count_on(people_as_read(was, note), self._rows("people"), self.raw.values(), self._named())
        known, accepted = accept(counted, self.decided.outcome)
        now = add_people(known, self.decided.outcome, load_vocabulary(FOLDER))
        return now, set(now["leader_id"]) - set(known["leader_id"]), accepted

    def _named(self) -> set[str]:
        """Ids of whoever takes part in an account of the documents that stay."""
        left = self._without_gone("mentions")
        return {one for name in LISTS for one in pc.unique(pc.list_flatten(left[name])).to_pylist()}


def _count_on(people: pd.DataFrame, new: list[Row], gone: Iterable[Rows], named: set[str]) -> pd.DataFrame:
    """The people with some documents more and some less; who is in none any more is left out."""
    rows = {str(row["leader_id"]): row for row in people.to_dict("records")}
    less = [row for one in gone for row in one["people"]]
    for row in less:
        if known := rows.get(str(row["leader_id"])):
            for name in ("n_documents", "n_mentions"):
                known[name] = int(known[name]) - int(str(row[name]))
    for key in {str(row["leader_id"]) for row in less} - named:
        if key in rows and rows[key]["n_documents"] <= 0:
            del rows[key]
    return count_people([*rows.values(), *new])
