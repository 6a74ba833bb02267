"""Decisions laid on all documents of a build, and a note of which the tables hold, and which found nothing to stand on.

    data/built/decided.json    of the tables that `current` means: a hash of each document's decisions, orphans, and what a
                               further decision needs to know that the tables do not say

It can be deleted at any time: the next decision is followed by a whole build then.
"""

from __future__ import annotations

import fcntl
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from pathlib import Path

import pandas as pd

from loaders.decisions.apply import Decided, apply, find_published
from loaders.decisions.documents import Orphan, assign
from loaders.decisions.lines import to_line
from loaders.decisions.records import Decision
from loaders.files import replace_file
from loaders.kept import code_version
from loaders.records import Document
from loaders.rows import Row, Rows
from loaders.tables.conform import frame
from loaders.tables.schema import BY_READER, PEOPLE, stable_id
from loaders.vocabulary import Vocabulary

NAME, LOCK = "decided.json", ".deciding"

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
    told: Mapping[str, Mapping[str, str]]
    """mention_id -> title and event_type as decided."""
    orphans: tuple[Orphan, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What decisions did to a build."""

    parts: Mapping[str, Part] = field(default_factory=dict)
    """By document_id."""
    homeless: tuple[Orphan, ...] = ()
    """Decisions on documents that are not there."""

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
    found, homeless = assign(decisions, [(str(d["document_id"]), str(d["path"]), str(d["sha256"])) for d in documents])
    parts = {}
    for key, some in found.items():
        decided = decide_document(per_document[key], some, vocabulary, reread)
        per_document[key] = decided.rows
        parts[key] = make_part(some, decided)
    return Outcome(parts, tuple(homeless))


def make_part(decisions: Sequence[Decision], decided: Decided) -> Part:
    """What decisions did to the document that they are on."""
    return Part(digest(decisions), _day_of(decisions), decided.people, decided.told, decided.orphans)


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
    """The events with the title and kind that a reader gave to an account of theirs."""
    for key in sorted(outcome.parts):
        for mention_id, told in sorted(outcome.parts[key].told.items()):
            at = events["event_id"] == event_of.get(mention_id)
            for column, words in told.items():
                events.loc[at, column] = words
    return events


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


@dataclass(frozen=True, slots=True)
class Note:
    """What `decided.json` says of the tables of a version."""

    version: str
    code: str
    outcome: Outcome
    added: frozenset[str]
    """Ids of the people whom only decisions name."""
    said_at: Mapping[str, str]
    """quote_id -> mention_id, where its document tells the event more than once."""
    is_settled: bool = True
    """False where accounts were not compared again since the last decision (patch.py)."""


def find_said_at(quotes: pd.DataFrame, mentions: pd.DataFrame, event_of: Mapping[str, str]) -> dict[str, str]:
    """quote_id -> the mention that it was said at, where event and document do not tell which; quotes name mentions here."""
    n = mentions.assign(event_id=mentions["mention_id"].map(event_of)).groupby(["document_id", "event_id"]).size()
    several = set(n[n > 1].index)
    told = quotes[quotes["event_id"].notna()]
    rows = zip(told["quote_id"], told["document_id"], told["event_id"], strict=True)
    return {quote_id: at for quote_id, document_id, at in rows if (document_id, event_of[at]) in several}


def write_note(
    folder: Path,
    version: str,
    outcome: Outcome,
    added: Iterable[str],
    said_at: Mapping[str, str],
    is_settled: bool = True,
) -> None:
    """Say what the tables of a version hold; `added` are the people whom only decisions name."""
    said = {
        "version": version,
        "code": code_version(),
        "outcome": asdict(outcome),
        "added": sorted(added),
        "said_at": dict(sorted(said_at.items())),
        "is_settled": is_settled,
    }
    replace_file(folder / NAME, json.dumps(said, ensure_ascii=False).encode())


def read_note(folder: Path) -> Note | None:
    """What was said last; None where nothing was, or it cannot be read."""
    try:
        said = json.loads((folder / NAME).read_text(encoding="utf-8"))
        parts = {
            key: Part(
                part["digest"], part["published"], tuple(part["people"]), part["told"], _read_orphans(part["orphans"])
            )
            for key, part in said["outcome"]["parts"].items()
        }
        outcome = Outcome(parts, _read_orphans(said["outcome"]["homeless"]))
        added, said_at = frozenset(said["added"]), dict(said["said_at"])
        return Note(said["version"], said["code"], outcome, added, said_at, said["is_settled"] is True)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _read_orphans(said: Iterable[Mapping[str, str]]) -> tuple[Orphan, ...]:
    return tuple(Orphan(one["decision_id"], one["why"]) for one in said)


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
