"""The tables after further decisions: only what these touch is made anew, and the tables are those of a whole build.

The rows of the documents that are touched come from what was kept of them (kept.py), all others from the tables. A date of
publication is where a text is read from, and changes who is counted, as does somebody who is none or somebody else: these,
and whatever is not kept, need a whole build.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from loaders.build import Built, join, process_document, standing_in
from loaders.decided import Outcome, Part, decide_document, digest, find_known, make_outcome, make_part, one_at_a_time
from loaders.decisions.apply import Decided, find_published
from loaders.decisions.documents import assign, changes_people
from loaders.decisions.records import Decision
from loaders.kept import code_version, find_kept
from loaders.laid_topics import lay_topics
from loaders.noted import Note, read_note, write_note
from loaders.own_topics import read_own_topics, topics_version
from loaders.records import Document
from loaders.rows import Row, Rows
from loaders.tables.conform import conform
from loaders.tables.schema import TABLES, Tables
from loaders.tables.store import CURRENT, PREFIX, write_tables
from loaders.vocabulary import FOLDER, load_vocabulary

SETTLING = ".settling"


def replay(folder: Path) -> bool:
    """Have the tables hold the decisions that stand; False where only a whole build can.

    It works on the tables without keeping others from them, and starts anew where they were replaced meanwhile.
    """
    for _ in range(TRIES):
        with one_at_a_time(folder):
            work = find_work(folder)
        if work is None or not work.note.is_whole:
            return False
        if work.note.is_settled and not work.is_new:
            return True
        try:
            built = _join(_read(work.current), work.note, work.made, work.outcome)
        except FileNotFoundError:
            continue
        with one_at_a_time(folder):
            if (folder / CURRENT).resolve() == work.current:
                version = write_tables(built.tables, folder)
                write_note(folder, version, built.outcome, built.added, built.said_at, built.accepted)
                return True
    return False


TRIES = 20


def settle(folder: Path, make_whole: Callable[[Path], bool] = lambda folder: False) -> None:
    """Compare all accounts again where that was put off, once for all who ask for it at a time.

    `make_whole` is what to do where only a whole build can, and says whether it did.
    """
    while (note := read_note(folder)) is not None and not note.is_settled:
        with (folder / SETTLING).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                # Whoever is at it looks again after that.
                return
            if not replay(folder) and not make_whole(folder):
                return


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to do until the tables hold the decisions that stand."""

    current: Path
    note: Note
    made: dict[str, Decided]
    """document_id -> its rows as they are decided now, of the documents that are touched."""
    outcome: Outcome
    """Of all documents, after that."""

    @property
    def is_new(self) -> bool:
        """Whether anything is decided that the tables do not hold, or not any more."""
        now, was = self.outcome, self.note.outcome
        return bool(self.made) or (now.homeless, now.ties, now.accepted) != (was.homeless, was.ties, was.accepted)


def find_work(folder: Path) -> Work | None:
    """What there is to do; None where only a whole build can. Meanwhile nobody else may write tables."""
    note = read_note(folder)
    current = (folder / CURRENT).resolve()
    if note is None or current.name != f"{PREFIX}{note.version}" or note.code != code_version():
        return None
    if note.topics != topics_version(folder):
        return None
    columns = ["document_id", "path", "sha256"]
    decisions, naming = standing_in(folder), note.outcome.naming
    short_forms = note.outcome.short_forms
    named = {one.decision_id for one in decisions if changes_people(one)} | find_known(decisions, short_forms).keys()
    if named != set(naming):
        return None
    known = pq.read_table(current / "documents.parquet", columns=columns).to_pydict()
    found, homeless = assign(decisions, zip(*(known[name] for name in columns), strict=True), naming)
    paths = dict(zip(known["document_id"], known["path"], strict=True))
    parts = note.outcome.parts
    wanted = {key: digest(some) for key, some in found.items()}
    touched = {key for key in wanted.keys() | parts.keys() if key not in parts or wanted.get(key) != parts[key].digest}
    raw = find_kept(folder, touched) if touched else {}
    if raw.keys() != touched or not all(_is_small(parts.get(key), found.get(key, [])) for key in touched):
        return None
    vocabulary, topics = load_vocabulary(FOLDER), read_own_topics(folder)

    def reread(document: Document) -> Rows:
        return lay_topics(process_document(document), topics, vocabulary)

    for key, rows in raw.items():
        rows["documents"][0]["path"] = paths.get(key, rows["documents"][0]["path"])
        raw[key] = lay_topics(rows, topics, vocabulary)
    made = {key: decide_document(rows, found.get(key, []), vocabulary, reread) for key, rows in raw.items()}
    kept = {key: part for key, part in parts.items() if key not in touched}
    new = {key: make_part(found[key], made[key]) for key in touched if key in found}
    return Work(current, note, made, make_outcome(decisions, kept | new, homeless, naming, short_forms))


def _is_small(part: Part | None, decisions: list[Decision]) -> bool:
    """Whether the text of a document need not be read from another day on."""
    day = find_published(decisions)
    return (day["start"] if day else None) == (part.published if part else None)


def _read(current: Path) -> Tables:
    return {
        name: conform(pq.read_table(current / f"{name}.parquet").to_pandas(), table)
        for name, table in TABLES.items()
        if name not in ("events", "links")
    }


def _join(tables: Tables, note: Note, made: dict[str, Decided], outcome: Outcome) -> Built:
    mention_of = _mentions_by_event(tables["mentions"])
    quotes = tables["quotes"]
    told = zip(quotes["quote_id"], quotes["document_id"], quotes["event_id"], strict=True)
    said_at = [
        None if event_id is None else note.said_at.get(quote_id) or mention_of[document_id, event_id]
        for quote_id, document_id, event_id in told
    ]
    documents = _exchange(tables, "documents", made)
    return join(
        documents=documents,
        mentions=_exchange(tables, "mentions", made),
        quotes=_exchange(tables | {"quotes": quotes.assign(event_id=said_at)}, "quotes", made),
        annotations=_exchange(tables, "annotations", made),
        people=people_as_read(tables["people"], note),
        outcome=outcome,
    )


def people_as_read(people: pd.DataFrame, note: Note) -> pd.DataFrame:
    """The people without what decisions did to them."""
    people = people[~people["leader_id"].isin(note.added)].reset_index(drop=True)
    return people.assign(origin=people["origin"].mask(people["leader_id"].isin(note.accepted), "text"))


def _mentions_by_event(mentions: pd.DataFrame) -> dict[tuple[str, str], str]:
    keys = zip(mentions["document_id"], mentions["event_id"], strict=True)
    return dict(zip(keys, mentions["mention_id"], strict=True))


def _exchange(tables: Tables, name: str, made: dict[str, Decided]) -> pd.DataFrame:
    """A table with the rows of some documents as they are now; what is known of copies stays."""
    df = tables[name]
    rows: list[Row] = [row for decided in made.values() for row in decided.rows[name]]
    if name == "documents":
        rows = take_copies(df, rows)
    new = conform(pd.DataFrame.from_records(rows, columns=TABLES[name].names), TABLES[name])
    rest = df[~df["document_id"].isin(made)]
    both = pd.concat([part for part in (rest, new) if len(part)]) if len(rest) + len(new) else df.iloc[:0]
    return both.sort_values("document_id", kind="stable", ignore_index=True)


def take_copies(documents: pd.DataFrame, rows: list[Row]) -> list[Row]:
    """Rows of documents with what is known of each as a copy."""
    copies = documents.set_index("document_id")[["copy_of", "copy_kind", "copy_how"]].to_dict("index")
    return [row | copies[row["document_id"]] for row in rows]
