"""A line of the log: an entry as JSON, and back; whatever a line holds, it is an entry or a LineError.

    {"version": 1, "id": "…", "step": "…", "when": "2026-11-28T10:05:00", "why": "", "does": "decide",
     "target": {"kind": "event", "source": {…}, "selector": [{"type": "TextQuoteSelector", …}, …], …},
     "field": "kind", "old": "talks", "new": "meeting"}
    {"version": 1, "id": "…", "when": "…", "why": "", "does": "undo", "step": "…"}

What was decided in one go is one step, and undone as one. The selectors are those of the W3C Web Annotation Data Model.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from loaders.decisions.records import FIELDS, TURNS, Decision, Entry, Turn
from loaders.decisions.targets import LineError, read_target, read_words, say_target
from loaders.decisions.values import READ, read_moment

VERSION = 1
LONGEST_ID = 100


class NewerError(LineError):
    """A line was written by a later version of the program."""


def to_line(entry: Entry) -> str:
    """An entry as a line of the log, without its end."""
    return json.dumps(_say_turn(entry) if isinstance(entry, Turn) else _say_decision(entry), ensure_ascii=False)


def _say_turn(turn: Turn) -> dict[str, Any]:
    return {
        "version": VERSION,
        "id": turn.turn_id,
        "when": turn.when,
        "why": turn.why,
        "does": turn.does,
        "step": turn.step,
    }


def _say_decision(decision: Decision) -> dict[str, Any]:
    return {
        "version": VERSION,
        "id": decision.decision_id,
        "step": decision.step,
        "when": decision.when,
        "why": decision.why,
        "does": "decide",
        "target": say_target(decision.target),
        "field": decision.field,
        "old": decision.old,
        "new": decision.new,
    }


def from_line(line: str) -> Entry:
    """The entry that a line says. Raises LineError where it says none."""
    try:
        line.encode()
        row = json.loads(line, parse_constant=_refuse)
        # What JSON writes as \ud800 is no text that a table can hold.
        json.dumps(row, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise LineError("it is not JSON, or cut off") from error
    if not isinstance(row, dict):
        raise LineError("it is no JSON object")
    version = row.get("version")
    if isinstance(version, int) and version > VERSION:
        raise NewerError("a later version of Dateline wrote it")
    if version != VERSION or isinstance(version, bool):
        raise LineError("it names no version of this log")
    does = read_words(row, "does")
    if does in TURNS:
        return Turn(
            read_words(row, "id"), _moment(row), does, read_words(row, "step"), read_words(row, "why", may_lack=True)
        )
    if does != "decide":
        raise LineError("what it does is neither to decide nor to undo or redo")
    return _read_decision(row)


def find_about(line: str) -> str:
    """Of a line that cannot be read the row or document that it is about; empty where it does not say so."""
    try:
        target = json.loads(line)["target"]
        return str(target.get("row") or target["source"]["id"])[:LONGEST_ID]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _read_decision(row: dict[str, Any]) -> Decision:
    target = read_target(row.get("target"))
    name = read_words(row, "field")
    if name not in FIELDS[target.kind]:
        raise LineError(f"nothing called “{name[:40]}” can be decided of a {target.kind}")
    return Decision(
        decision_id=read_words(row, "id"),
        step=read_words(row, "step"),
        when=_moment(row),
        why=read_words(row, "why", may_lack=True),
        target=target,
        field=name,
        old=row.get("old"),
        new=READ[name](row.get("new")),
    )


def _moment(row: Mapping[str, Any]) -> str:
    when = read_words(row, "when")
    read_moment(when)
    return when
