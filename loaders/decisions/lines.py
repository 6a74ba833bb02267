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
from datetime import datetime
from typing import Any

from loaders.decisions.records import FIELDS, LONGEST_WORDS, TURNS, Decision, Entry, Target, Turn
from loaders.moments import read_iso
from loaders.tables.schema import ACTOR_KINDS, PRECISIONS

VERSION = 1
LONGEST_LINE = 200_000
MOST_PEOPLE = 200


class LineError(ValueError):
    """A line of the log says nothing that can be applied; says why."""


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
    target = decision.target
    said: dict[str, Any] = {
        "kind": target.kind,
        "source": {"id": target.document_id, "path": target.path, "sha256": target.sha256},
        "label": target.label,
    }
    if target.kind != "document":
        said["row"] = target.row_id
        said["selector"] = [
            {
                "type": "TextQuoteSelector",
                "exact": target.exact,
                "prefix": target.prefix,
                "suffix": target.suffix,
            },
            {"type": "TextPositionSelector", "start": target.start, "end": target.end},
        ]
    if target.kind == "event":
        said["as_read"] = {
            "date_text": target.date_text,
            "event_type": target.event_type,
            "leaders": list(target.leaders),
        }
    return {
        "version": VERSION,
        "id": decision.decision_id,
        "step": decision.step,
        "when": decision.when,
        "why": decision.why,
        "does": "decide",
        "target": said,
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
    does = _words(row, "does")
    if does in TURNS:
        return Turn(_words(row, "id"), _moment(row), does, _words(row, "step"), _words(row, "why", may_lack=True))
    if does != "decide":
        raise LineError("what it does is neither to decide nor to undo or redo")
    return _read_decision(row)


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _read_decision(row: dict[str, Any]) -> Decision:
    target = _read_target(row.get("target"))
    name = _words(row, "field")
    if name not in FIELDS[target.kind]:
        raise LineError(f"nothing called “{name[:40]}” can be decided of a {target.kind}")
    return Decision(
        decision_id=_words(row, "id"),
        step=_words(row, "step"),
        when=_moment(row),
        why=_words(row, "why", may_lack=True),
        target=target,
        field=name,
        old=row.get("old"),
        new=READ[name](row.get("new")),
    )


def _read_target(said: object) -> Target:
    if not isinstance(said, dict) or said.get("kind") not in FIELDS:
        raise LineError("it does not say what it is about")
    source = said.get("source")
    if not isinstance(source, dict):
        raise LineError("it names no document")
    target = Target(
        kind=said["kind"],
        document_id=_words(source, "id"),
        path=_words(source, "path", may_lack=True),
        sha256=_words(source, "sha256", may_lack=True),
        label=_words(said, "label", may_lack=True),
    )
    return target if target.kind == "document" else _with_words(target, said)


def _with_words(target: Target, said: dict[str, Any]) -> Target:
    selectors = said.get("selector")
    by_type = {
        one["type"]: one
        for one in (selectors if isinstance(selectors, list) else [])
        if isinstance(one, dict) and isinstance(one.get("type"), str)
    }
    quotation, position = by_type.get("TextQuoteSelector"), by_type.get("TextPositionSelector", {})
    if quotation is None:
        raise LineError("it quotes no words")
    as_read = said.get("as_read", {})
    as_read = as_read if isinstance(as_read, dict) else {}
    leaders = as_read.get("leaders", [])
    return Target(
        kind=target.kind,
        document_id=target.document_id,
        path=target.path,
        sha256=target.sha256,
        label=target.label,
        row_id=_words(said, "row", may_lack=True),
        exact=_words(quotation, "exact", longest=LONGEST_LINE),
        prefix=_words(quotation, "prefix", may_lack=True),
        suffix=_words(quotation, "suffix", may_lack=True),
        start=_place(position.get("start")),
        end=_place(position.get("end")),
        date_text=_words(as_read, "date_text", may_lack=True),
        event_type=_words(as_read, "event_type", may_lack=True),
        leaders=tuple(one for one in leaders if isinstance(one, str)) if isinstance(leaders, list) else (),
    )


def _words(row: Mapping[str, Any], name: str, may_lack: bool = False, longest: int = LONGEST_WORDS) -> str:
    words = row.get(name, "" if may_lack else None)
    if not isinstance(words, str) or (not words and not may_lack):
        raise LineError(f"it has no “{name}”")
    if len(words) > longest:
        raise LineError(f"its “{name}” is longer than {longest:,} characters")
    return words


def _place(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**40 else -1


def _moment(row: Mapping[str, Any]) -> str:
    when = _words(row, "when")
    _read_moment(when)
    return when


def _read_moment(words: object) -> datetime:
    try:
        return read_iso(words if isinstance(words, str) else "")
    except ValueError as error:
        raise LineError("a time in it is none") from error


PRECISE = ("date", "start", "end", "precision")


def _read_date(new: object) -> dict[str, str]:
    if not isinstance(new, dict):
        raise LineError("its date is none")
    found = {name: _words(new, name) for name in PRECISE} | {"typed": _words(new, "typed", may_lack=True)}
    start, end = _read_moment(found["start"]), _read_moment(found["end"])
    if start.tzinfo or end.tzinfo or not start < end or found["precision"] not in PRECISIONS:
        raise LineError("its date is none")
    return found


def _read_who(new: object) -> dict[str, Any]:
    added, removed = (new.get("add"), new.get("remove")) if isinstance(new, dict) else (None, None)
    if not isinstance(added, list) or not isinstance(removed, list) or len(added) + len(removed) > MOST_PEOPLE:
        raise LineError("it does not say who is added or taken out")
    people = []
    for one in added:
        if not isinstance(one, dict) or one.get("kind") not in ACTOR_KINDS:
            raise LineError("somebody who is added has no name and kind")
        people.append({"id": _words(one, "id"), "name": _words(one, "name"), "kind": one["kind"]})
    if not all(isinstance(one, str) and one for one in removed) or not (people or removed):
        raise LineError("it does not say who is added or taken out")
    return {"add": people, "remove": removed}


def _read_speaker(new: object) -> dict[str, str]:
    if not isinstance(new, dict):
        raise LineError("its speaker is none")
    return {"id": _words(new, "id"), "name": _words(new, "name")}


def _read_hidden(new: object) -> bool:
    if new is not True:
        raise LineError("what is hidden is so or is not")
    return True


def _read_title(new: object) -> str:
    return _words({"title": new.strip() if isinstance(new, str) else None}, "title")


def _read_place(new: object) -> str:
    return _words({"place": new}, "place", may_lack=True).strip()


READ = {
    "date": _read_date,
    "published": _read_date,
    "title": _read_title,
    "kind": _read_title,
    "publisher": _read_place,
    "place": _read_place,
    "who": _read_who,
    "speaker": _read_speaker,
    "hidden": _read_hidden,
}
"""The new value of a field, held to what it can be; empty words mean none where a place or a publisher may lack."""
