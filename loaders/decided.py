"""Decisions laid on all documents of a build: what each did, and which found nothing to stand on.

What it did to each document, and to all of them, is an Outcome; noted.py keeps it beside the tables.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from loaders.decisions.apply import Decided, apply, find_published
from loaders.decisions.documents import Orphan, assign, changes_people
from loaders.decisions.lines import to_line
from loaders.decisions.naming import find_short_forms
from loaders.decisions.records import Decision
from loaders.decisions.ties import Tie, find_ties
from loaders.records import Document
from loaders.rows import Row, Rows
from loaders.tables.conform import frame
from loaders.tables.schema import BY_READER, PEOPLE, stable_id
from loaders.vocabulary import Vocabulary

LOCK = ".deciding"

Reread = Callable[[Document], Rows]


@dataclass(frozen=True, slots=True)
class Part:
    """What decisions did to one document."""

    digest: str
    """A hash of the decisions on it."""
    published: str | None
    """The date of publication that a reader gave it."""
    people: tuple[Row, ...]
    """{id, name, kind} of everybody who was put into a row."""
    told: Mapping[str, Mapping[str, Any]]
    """mention_id -> title, event_type and weight as decided."""
    orphans: tuple[Orphan, ...]
    tied: Mapping[str, str] = field(default_factory=dict)
    """"decision_id:place" -> mention_id, of decisions that several accounts are of one event, or not."""
    marks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """mention_id -> what is laid beside it: star, note, differ."""
    kinds: tuple[str, ...] = ()
    """What was decided on: event, quote, document, words, person."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What decisions did to a build."""

    parts: Mapping[str, Part] = field(default_factory=dict)
    """By document_id."""
    homeless: tuple[Orphan, ...] = ()
    """Decisions on documents that are not there."""
    ties: tuple[Tie, ...] = ()
    """Accounts of one event, and of two, in the order in which that was said."""
    accepted: tuple[str, ...] = ()
    """Ids of people of whom a reader said that there is somebody of the name."""
    naming: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """decision_id -> documents, of decisions that take somebody out of them, name somebody else, or tell whose a surname is."""
    short_forms: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Person -> documents that give a surname alone which only he bears."""

    @property
    def orphans(self) -> list[Orphan]:
        return [*self.homeless, *(orphan for key in sorted(self.parts) for orphan in self.parts[key].orphans)]

    @property
    def people(self) -> list[Row]:
        return [person for key in sorted(self.parts) for person in self.parts[key].people]


def lay_on(
    per_document: dict[str, Rows], decisions: Sequence[Decision], vocabulary: Vocabulary, reread: Reread
) -> Outcome:
    """Lay decisions on the rows of documents, in their place; what it did."""
    documents = (rows["documents"][0] for rows in per_document.values())
    known = [(str(d["document_id"]), str(d["path"]), str(d["sha256"])) for d in documents]
    short_forms = find_short_forms(per_document)
    naming = {one.decision_id: _naming(one, per_document) for one in decisions if changes_people(one)}
    naming |= find_known(decisions, short_forms)
    found, homeless = assign(decisions, known, naming)
    parts = {}
    for key, some in found.items():
        decided = decide_document(per_document[key], some, vocabulary, reread)
        per_document[key] = decided.rows
        parts[key] = make_part(some, decided)
    return make_outcome(decisions, parts, homeless, naming, short_forms)


def find_known(decisions: Iterable[Decision], short_forms: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """decision_id -> the documents that give the surname alone of somebody whom a reader found right."""
    right = (one for one in decisions if one.target.kind == "person" and one.field == "right")
    return {one.decision_id: list(short_forms[one.target.row_id]) for one in right if one.target.row_id in short_forms}


def _naming(decision: Decision, per_document: Mapping[str, Rows]) -> list[str]:
    """The documents that name the person whom a decision is about."""
    person_id = decision.target.row_id
    return sorted(
        key for key, rows in per_document.items() if any(row["leader_id"] == person_id for row in rows["people"])
    )


def make_outcome(
    decisions: Sequence[Decision],
    parts: Mapping[str, Part],
    homeless: Sequence[Orphan],
    naming: Mapping[str, Sequence[str]],
    short_forms: Mapping[str, Sequence[str]],
) -> Outcome:
    """What decisions did to all documents, from what they did to each."""
    tied = {key: mention_id for part in parts.values() for key, mention_id in part.tied.items()}
    right = (one.target.row_id for one in decisions if one.target.kind == "person" and one.field == "right")
    accepted = tuple(sorted(set(right)))
    return Outcome(parts, tuple(homeless), find_ties(decisions, tied), accepted, naming, short_forms)


def make_part(decisions: Sequence[Decision], decided: Decided) -> Part:
    """What decisions did to the document that they are on."""
    done = decided.people, decided.told, decided.orphans, decided.tied, decided.marks
    kinds = tuple(sorted({decision.target.kind for decision in decisions}))
    return Part(digest(decisions), _day_of(decisions), *done, kinds)


def _day_of(decisions: Sequence[Decision]) -> str | None:
    day = find_published(decisions)
    return day["start"] if day else None


def digest(decisions: Sequence[Decision]) -> str:
    """A hash of decisions in their order."""
    return stable_id("decisions", *(to_line(decision) for decision in decisions))


def decide_document(rows: Rows, decisions: Sequence[Decision], vocabulary: Vocabulary, reread: Reread) -> Decided:
    """The rows of one document with decisions on it; it is read anew where its date of publication was decided."""
    kinds = {kind_id: kind.label for kind_id, kind in vocabulary.kinds.items()}
    return apply(_from_day(rows, decisions, reread), decisions, kinds)


def _from_day(rows: Rows, decisions: Sequence[Decision], reread: Reread) -> Rows:
    day = find_published(decisions)
    [row] = rows["documents"]
    if day is None or row["status"] == "failed":
        return rows
    document = Document(**{one.name: row[one.name] for one in fields(Document)})  # type: ignore[arg-type]
    was = str(document.published.date()) if document.published else "not known"
    return reread(
        replace(
            document,
            published=datetime.fromisoformat(day["start"]),
            published_text="",
            published_how=f"{BY_READER}: was {was}",
            status="read",
            problem=None,
        )
    )


def keep_told(events: pd.DataFrame, event_of: Mapping[str, str], outcome: Outcome) -> pd.DataFrame:
    """The events with the title, kind and weight that a reader gave to an account, without disagreements that are settled."""
    rows = dict(zip(events["event_id"], events.index, strict=True))
    for key in sorted(outcome.parts):
        part = outcome.parts[key]
        for mention_id, told in sorted(part.told.items()):
            for column, value in told.items():
                if (row := rows.get(event_of.get(mention_id))) is not None:
                    events.at[row, column] = value
        for mention_id, marks in part.marks.items():
            settled = {about for about, said in marks.get("differ", {}).items() if said["state"] != "open"}
            if settled and (row := rows.get(event_of.get(mention_id))) is not None:
                events.at[row, "disputed"] = [one for one in events.at[row, "disputed"] if one not in settled]
    return events


def accept(people: pd.DataFrame, outcome: Outcome) -> tuple[pd.DataFrame, frozenset[str]]:
    """The people, those whom a reader knows no longer to be reviewed; and who only so are none to be reviewed."""
    taken = people["leader_id"].isin(outcome.accepted) & (people["origin"] == "text")
    if not taken.any():
        return people, frozenset()
    return people.assign(origin=people["origin"].mask(taken, "vocabulary")), frozenset(people["leader_id"][taken])


def add_people(people: pd.DataFrame, outcome: Outcome, vocabulary: Vocabulary) -> pd.DataFrame:
    """The people of a build, and those that only decisions name."""
    known = set(people["leader_id"])
    added: dict[str, Row] = {}
    for person in sorted(outcome.people, key=lambda one: (str(one["id"]), -len(str(one["name"])), str(one["name"]))):
        key = str(person["id"])
        if key not in known and key not in added:
            added[key] = _person_row(key, person, vocabulary)
    if not added:
        return people
    rows: list[Row] = [*people.to_dict("records"), *added.values()]
    return frame(PEOPLE, sorted(rows, key=lambda row: str(row["leader_id"])))


def _person_row(key: str, person: Row, vocabulary: Vocabulary) -> Row:
    leader, country = vocabulary.leaders.get(key), vocabulary.countries.get(key)
    return {
        "leader_id": key,
        "kind": country.kind if country else person["kind"],
        "name": leader.name if leader else country.names["en"][0] if country else person["name"],
        "role": "",
        "country": leader.country if leader else None,
        "origin": "vocabulary" if leader or country else "text",
        "n_documents": 0,
        "n_mentions": 0,
    }


def find_said_at(quotes: pd.DataFrame, mentions: pd.DataFrame, event_of: Mapping[str, str]) -> dict[str, str]:
    """quote_id -> the mention that it was said at, where event and document do not tell which; quotes name mentions here."""
    n = mentions.assign(event_id=mentions["mention_id"].map(event_of)).groupby(["document_id", "event_id"]).size()
    several = set(n[n > 1].index)
    told = quotes[quotes["event_id"].notna()]
    rows = zip(told["quote_id"], told["document_id"], told["event_id"], strict=True)
    return {quote_id: at for quote_id, document_id, at in rows if (document_id, event_of[at]) in several}


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """Wait until nobody else puts tables in place of others; the system frees the lock of a process that was killed."""
    if folder.exists() and not folder.is_dir():
        # The store says what is wrong with it.
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
