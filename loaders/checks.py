"""How right a corpus is, by rows that a reader looked at: drawn at random, judged one by one, and kept.

    data/built/checks.jsonl    one line a drawing, an answer, or what a document was found to hold; lines are only ever added

Margins are Wilson's (1927) for 95 %: they hold for few rows and near 0 and 1, where the usual ± does not. A row that is gone
when it is to be judged counts for nothing.
"""

from __future__ import annotations

import fcntl
import json
import math
import os
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.tables.schema import stable_id

NAME = "checks.jsonl"
ROWS, DOCUMENTS = 20, 5
Z = 1.959964
"""Standard errors on either side that hold 95 %."""
LONGEST_LINE = 200_000
MOST_MISSING = 9_999


class CheckError(RuntimeError):
    """An answer could not be written; says why."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the bounds of 95 %."""

    right: int
    of: int
    low: float
    high: float

    @property
    def value(self) -> float:
        return self.right / self.of if self.of else math.nan


@dataclass
class Check:
    """A drawing and what came of it."""

    check_id: str
    when: str
    events: tuple[str, ...]
    n_events: int
    """How many there were to draw from."""
    documents: tuple[str, ...]
    n_documents: int
    answers: dict[str, bool] = field(default_factory=dict)
    """event_id -> whether all of it is right."""
    read: dict[str, tuple[int, int]] = field(default_factory=dict)
    """document_id -> how many of its events were found, and are right, and how many were not found."""

    def precision(self) -> Share:
        return share(sum(self.answers.values()), len(self.answers))

    def recall(self) -> Share:
        found, missing = (sum(pair[place] for pair in self.read.values()) for place in (0, 1))
        return share(found, found + missing)


def share(right: int, of: int) -> Share:
    """A share with Wilson's bounds.

    >>> [round(bound, 3) for bound in (share(17, 20).low, share(17, 20).high)]
    [0.64, 0.948]
    """
    if not of:
        return Share(right, of, 0.0, 1.0)
    p, spread = right / of, Z * Z / of
    middle = (p + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * math.sqrt(p * (1 - p) / of + spread / (4 * of))
    return Share(right, of, max(0.0, middle - half), min(1.0, middle + half))


def begin(folder: Path, events: Sequence[str], documents: Sequence[str], when: str) -> str:
    """Draw rows and documents, each as likely as any other, and keep which; gives the id of the check."""
    chance = random.Random(f"{when} {len(events)} {len(documents)}")
    check_id = stable_id("check", when, *events)
    drawn = {
        "does": "draw",
        "id": check_id,
        "when": when,
        "events": chance.sample(sorted(events), min(ROWS, len(events))),
        "n_events": len(events),
        "documents": chance.sample(sorted(documents), min(DOCUMENTS, len(documents))),
        "n_documents": len(documents),
    }
    _add(folder, drawn)
    return check_id


def answer(folder: Path, check_id: str, event_id: str, is_right: bool | None) -> None:
    """Keep whether a row is right; None takes back what was said."""
    _add(folder, {"does": "answer", "id": check_id, "event": event_id, "right": is_right})


def count(folder: Path, check_id: str, document_id: str, right: int, missing: int) -> None:
    """Keep how many events of a document were found, and how many were not."""
    _add(folder, {"does": "count", "id": check_id, "document": document_id, "right": right, "missing": missing})


def _add(folder: Path, row: Mapping[str, Any]) -> None:
    line = json.dumps({"version": 1, **row}, ensure_ascii=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / NAME).open("a+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            size = os.fstat(file.fileno()).st_size
            file.seek(max(0, size - 1))
            # After a line that a program was ended in, a new one begins.
            before = b"" if file.read(1) in (b"", b"\n") else b"\n"
            file.write(before + line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise CheckError(f"It could not be saved: {error.strerror}.") from error


def read_checks(folder: Path) -> list[Check]:
    """All checks, the last one last; lines that say nothing are passed over."""
    found: dict[str, Check] = {}
    for row in _rows(folder):
        check = found.get(str(row.get("id")))
        try:
            if row["does"] == "draw":
                found[str(row["id"])] = _drawn(row)
            elif check and row["does"] == "answer" and row["event"] in check.events:
                check.answers.pop(row["event"], None)
                if isinstance(row["right"], bool):
                    check.answers[row["event"]] = row["right"]
            elif check and row["does"] == "count" and row["document"] in check.documents:
                numbers = int(row["right"]), int(row["missing"])
                if all(0 <= number <= MOST_MISSING for number in numbers):
                    check.read[row["document"]] = numbers
        except (KeyError, TypeError, ValueError):
            continue
    return list(found.values())


def _drawn(row: Mapping[str, Any]) -> Check:
    return Check(
        str(row["id"]),
        str(row["when"]),
        tuple(map(str, row["events"])),
        int(row["n_events"]),
        tuple(map(str, row["documents"])),
        int(row["n_documents"]),
    )


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    try:
        file = (folder / NAME).open("rb")
    except OSError:
        return
    with file:
        while line := file.readline(LONGEST_LINE):
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(row, dict) and row.get("version") == 1:
                yield row
