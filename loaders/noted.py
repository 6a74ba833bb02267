"""A note of what decisions did to the tables that are there, which these do not say themselves.

    data/built/decided.json    of the tables that `current` means: a hash of each document's decisions, orphans, what is laid
                               beside events, and what a further decision needs to know

It can be deleted at any time: the next decision is followed by a whole build then.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from loaders.decided import Outcome, Part
from loaders.decisions.documents import Orphan
from loaders.decisions.ties import Tie
from loaders.files import replace_file
from loaders.kept import code_version
from loaders.own_topics import topics_version

NAME = "decided.json"


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
    accepted: frozenset[str] = frozenset()
    """Ids of the people who are not to be reviewed because a reader knows them."""
    is_settled: bool = True
    """False where accounts were not compared again since the last decision (patch.py)."""
    is_whole: bool = True
    """False where documents came or went since the last whole build (arrivals.py)."""
    topics: str = ""
    """Which topics of its own the collection had (own_topics.py)."""


def write_note(
    folder: Path,
    version: str,
    outcome: Outcome,
    added: Iterable[str],
    said_at: Mapping[str, str],
    accepted: Iterable[str] = (),
    is_settled: bool = True,
    is_whole: bool = True,
) -> None:
    """Say what the tables of a version hold: who is there, or known, only by decisions, and what quotes were said at."""
    said = {
        "version": version,
        "code": code_version(),
        "outcome": asdict(outcome),
        "added": sorted(added),
        "said_at": dict(sorted(said_at.items())),
        "accepted": sorted(accepted),
        "is_settled": is_settled,
        "is_whole": is_whole,
        "topics": topics_version(folder),
    }
    replace_file(folder / NAME, json.dumps(said, ensure_ascii=False).encode())


def read_note(folder: Path) -> Note | None:
    """What was said last; None where nothing was, or it cannot be read."""
    try:
        said = json.loads((folder / NAME).read_text(encoding="utf-8"))
        parts = {
            key: Part(
                part["digest"],
                part["published"],
                tuple(part["people"]),
                part["told"],
                _read_orphans(part["orphans"]),
                part["tied"],
                part["marks"],
                tuple(part["kinds"]),
            )
            for key, part in said["outcome"]["parts"].items()
        }
        whole = said["outcome"]
        outcome = Outcome(
            parts,
            _read_orphans(whole["homeless"]),
            _read_ties(whole["ties"]),
            tuple(whole["accepted"]),
            whole["naming"],
            whole["short_forms"],
        )
        added, accepted = frozenset(said["added"]), frozenset(said["accepted"])
        states = said["is_settled"] is True, said["is_whole"] is True, str(said["topics"])
        return Note(said["version"], said["code"], outcome, added, dict(said["said_at"]), accepted, *states)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _read_orphans(said: Iterable[Mapping[str, str]]) -> tuple[Orphan, ...]:
    return tuple(Orphan(one["decision_id"], one["why"]) for one in said)


def _read_ties(said: Iterable[Mapping[str, Any]]) -> tuple[Tie, ...]:
    return tuple(Tie(str(one["does"]), str(one["one"]), tuple(map(str, one["others"]))) for one in said)
