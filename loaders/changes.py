"""What a build changed: events, quotes and documents that are new or gone, dates that moved, sources that differ now.

    data/built/changes.json    of the last builds that changed anything, the newest first

An event is the same as before where it has the same id, or an account in common. The file can be deleted at any time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from loaders.files import replace_file
from loaders.tables.store import CURRENT

NAME = "changes.json"
MOST_BUILDS, MOST_NAMED = 20, 50
"""Builds that are remembered, and rows of a kind that are named; of more the number is kept."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": ("document_id", "path", "title", "status"),
    "events": ("event_id", "title", "date", "disputed"),
    "mentions": ("mention_id", "event_id"),
    "quotes": ("quote_id", "text"),
}
Seen = dict[str, pd.DataFrame]
"""As much of some tables as is compared."""


@dataclass(frozen=True, slots=True)
class Rows:
    """How many rows a kind of change has, and the first of them: id and title."""

    n: int
    first: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What one build changed, by kind (KINDS); `when` is when its tables were written, ISO 8601."""

    when: str
    kinds: Mapping[str, Rows] = field(default_factory=dict)


KINDS = (
    *("new documents", "documents gone", "documents not read any more"),
    *("new events", "events gone", "dates changed", "now disputed", "not disputed any more"),
    *("new quotes", "quotes gone"),
)


def look_at(folder: Path) -> Seen | None:
    """The tables of a collection as they are, as far as they are compared; None where there are none that can be read."""
    current = (folder / CURRENT).resolve()
    try:
        return {
            name: pq.read_table(current / f"{name}.parquet", columns=list(columns)).to_pandas()
            for name, columns in COLUMNS.items()
        }
    except (OSError, pa.ArrowException, KeyError):
        return None


def find_changes(before: Seen, after: Seen) -> dict[str, Rows]:
    """What is another in tables than it was before, by kind; kinds without any are left out."""
    found: dict[str, list[tuple[str, str]]] = {kind: [] for kind in KINDS}
    for name, key, title in (("documents", "path", "title"), ("quotes", "quote_id", "text")):
        was, now = (dict(zip(seen[name][key], seen[name][title], strict=True)) for seen in (before, after))
        found[f"new {name}"] = [(one, now[one]) for one in now if one not in was]
        found[f"{name} gone"] = [(one, was[one]) for one in was if one not in now]
    read = {row.path for row in before["documents"].itertuples() if row.status != "failed"}
    lost = (row for row in after["documents"].itertuples() if row.status == "failed" and row.path in read)
    found["documents not read any more"] = [(row.path, row.title) for row in lost]
    _compare_events(before, after, found)
    return {kind: _rows(found[kind]) for kind in KINDS if found[kind]}


def _compare_events(before: Seen, after: Seen, found: dict[str, list[tuple[str, str]]]) -> None:
    """Add what became of events to what was found."""
    was = {row["event_id"]: row for row in before["events"].to_dict("records")}
    told_before = dict(zip(before["mentions"]["mention_id"], before["mentions"]["event_id"], strict=True))
    pairs = zip(after["mentions"]["mention_id"], after["mentions"]["event_id"], strict=True)
    origin: dict[str, str] = {}
    for mention_id, event_id in pairs:
        if mention_id in told_before:
            origin.setdefault(event_id, told_before[mention_id])
    known = set(was)
    for row in after["events"].to_dict("records"):
        event_id, title = row["event_id"], row["title"]
        old = was.get(event_id) or was.get(origin.get(event_id, ""))
        if old is None:
            found["new events"].append((event_id, title))
            continue
        known.discard(old["event_id"])
        if row["date"] != old["date"]:
            found["dates changed"].append((event_id, f"{title}: {old['date']} → {row['date']}"))
        if more := set(row["disputed"]) - set(old["disputed"]):
            found["now disputed"].append((event_id, f"{title}: {', '.join(sorted(more))}"))
        if set(old["disputed"]) - set(row["disputed"]):
            found["not disputed any more"].append((event_id, title))
    found["events gone"] = [(event_id, was[event_id]["title"]) for event_id in was if event_id in known]


def _rows(rows: list[tuple[str, str]]) -> Rows:
    return Rows(len(rows), tuple((str(key), str(title)) for key, title in rows[:MOST_NAMED]))


def note_changes(folder: Path, before: Seen | None) -> None:
    """Remember what the tables of a collection hold that was not there before; nothing where nothing changed."""
    after = look_at(folder)
    if before is None or after is None or not (kinds := find_changes(before, after)):
        return
    # When files were written is no clock of ours: the same build of the same documents writes the same tables.
    when = datetime.fromtimestamp((folder / CURRENT).resolve().stat().st_mtime).isoformat(timespec="seconds")
    known = [Changes(when, kinds), *read_changes(folder)][:MOST_BUILDS]
    replace_file(folder / NAME, json.dumps([asdict(one) for one in known], ensure_ascii=False).encode())


def read_changes(folder: Path) -> list[Changes]:
    """What the last builds changed, the newest first; nothing where nothing is known, or can be read."""
    try:
        said = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return [_read(one) for one in said]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _read(said: Mapping[str, Any]) -> Changes:
    datetime.fromisoformat(said["when"])
    rows = {
        kind: Rows(int(one["n"]), tuple((str(key), str(title)) for key, title in one["first"]))
        for kind, one in said["kinds"].items()
        if kind in KINDS
    }
    return Changes(str(said["when"]), rows)
