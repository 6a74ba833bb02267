"""What a decision is about, as JSON: the document, the row, and the words with their place; and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from loaders.decisions.records import FIELDS, LONGEST_WORDS, OF_DOCUMENTS, Target

LONGEST_LINE = 200_000


class LineError(ValueError):
    """A line of the log says nothing that can be applied; says why."""


def say_target(target: Target) -> dict[str, Any]:
    """What a decision is about, with the selectors of the W3C Web Annotation Data Model."""
    said: dict[str, Any] = {
        "kind": target.kind,
        "source": {"id": target.document_id, "path": target.path, "sha256": target.sha256},
        "label": target.label,
    }
    if target.kind != "document":
        said["row"] = target.row_id
    if target.kind not in OF_DOCUMENTS:
        return said
    if target.kind != "document":
        quotation = {"exact": target.exact, "prefix": target.prefix, "suffix": target.suffix}
        said["selector"] = [
            {"type": "TextQuoteSelector"} | quotation,
            {"type": "TextPositionSelector", "start": target.start, "end": target.end},
        ]
    if target.kind == "event":
        said["as_read"] = {
            "date_text": target.date_text,
            "event_type": target.event_type,
            "leaders": list(target.leaders),
        }
    return said


def read_target(said: object) -> Target:
    """What a line says that it is about. Raises LineError where it says nothing that can be found."""
    if not isinstance(said, dict) or said.get("kind") not in FIELDS:
        raise LineError("it does not say what it is about")
    if said["kind"] not in OF_DOCUMENTS:
        return Target(
            said["kind"], "", "", "", read_words(said, "label", may_lack=True), row_id=read_words(said, "row")
        )
    source = said.get("source")
    if not isinstance(source, dict):
        raise LineError("it names no document")
    target = Target(
        kind=said["kind"],
        document_id=read_words(source, "id"),
        path=read_words(source, "path", may_lack=True),
        sha256=read_words(source, "sha256", may_lack=True),
        label=read_words(said, "label", may_lack=True),
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
        row_id=read_words(said, "row", may_lack=True),
        exact=read_words(quotation, "exact", longest=LONGEST_LINE),
        prefix=read_words(quotation, "prefix", may_lack=True),
        suffix=read_words(quotation, "suffix", may_lack=True),
        start=_place(position.get("start")),
        end=_place(position.get("end")),
        date_text=read_words(as_read, "date_text", may_lack=True),
        event_type=read_words(as_read, "event_type", may_lack=True),
        leaders=tuple(one for one in leaders if isinstance(one, str)) if isinstance(leaders, list) else (),
    )


def read_words(row: Mapping[str, Any], name: str, may_lack: bool = False, longest: int = LONGEST_WORDS) -> str:
    """Words under a name. Raises LineError where they lack or are too long."""
    words = row.get(name, "" if may_lack else None)
    if not isinstance(words, str) or (not words and not may_lack):
        raise LineError(f"it has no “{name}”")
    if len(words) > longest:
        raise LineError(f"its “{name}” is longer than {longest:,} characters")
    return words


def _place(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**40 else -1
