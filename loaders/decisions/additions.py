"""What a reader found in a document that was overlooked: an event or a quote made of the words that he marked."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from loaders.decisions.records import Decision
from loaders.moments import read_iso
from loaders.records import day_of
from loaders.tables.schema import ADDED, stable_id

Row = dict[str, Any]

WEIGHT = 0.8
"""Whoever adds an event thinks that it matters."""
MARKS = re.compile(r"""["“”„«»‘’]""")


def make_event(decision: Decision, place: tuple[int, int], document: Mapping[str, Any], topics: Sequence[Row]) -> Row:
    """The account that a decision adds to a document, as a row of mentions."""
    (start, end), new = place, decision.new
    people = [(str(person["id"]), person["kind"] == "person") for person in new["people"]]
    key = _id(decision, place, document)
    return {
        "mention_id": key,
        "event_id": key,
        "document_id": document["document_id"],
        **{name: new[name] for name in ("date", "precision")},
        **{name: read_iso(new[name]) for name in ("start", "end")},
        **{"date_text": "", "date_start": -1, "date_end": -1, "anchor": None, "date_how": ADDED},
        "sentence": str(document["text"])[start:end],
        "sentence_start": start,
        "sentence_end": end,
        "evidence": [f"{start}:{end}"],
        "event_type": new["kind"],
        "leaders": [one for one, is_person in people if is_person],
        "actors": [one for one, is_person in people if not is_person],
        **{name: [] for name in ("named", "sources", "targets", "tolls")},
        "topics": topics_within(topics, start, end),
        "place": new["place"] or None,
        "status": "happened",
        **{"main": True, "weight": WEIGHT, "weight_why": ADDED, "confidence": 1.0, "why": ADDED},
        "line": new["title"],
    }


def make_quote(decision: Decision, place: tuple[int, int], document: Mapping[str, Any], topics: Sequence[Row]) -> Row:
    """The quote that a decision adds to a document: direct where the words that are marked stand in marks."""
    text, (start, end) = str(document["text"]), place
    first, last = _within_marks(text, start, end)
    day, after = (None, None) if document["published"] is None else day_of(document["published"])
    return {
        "quote_id": _id(decision, place, document),
        "document_id": document["document_id"],
        "event_id": None,
        "kind": "direct" if _is_marked(text, first, last) else "indirect",
        "speaker": next((person["id"] for person in decision.new["people"]), None),
        **{"speaker_text": "", "speaker_start": -1, "speaker_end": -1, "speaker_how": ADDED},
        **{"cue": "", "cue_start": -1, "cue_end": -1, "addressee": None},
        **{"text": text[first:last], "start": first, "end": last},
        **{"statement": text[start:end], "statement_start": start, "statement_end": end},
        "said": None if day is None else str(day.date()),
        "said_start": day,
        "said_end": after,
        "said_precision": None if day is None else "day",
        "said_how": ADDED if day is None else f"{ADDED}; the day the document was published",
        "topics": topics_within(topics, start, end),
        "confidence": 1.0,
    }


def _id(decision: Decision, place: tuple[int, int], document: Mapping[str, Any]) -> str:
    """By what was added where: the same decisions give the same rows, in whatever log they stand."""
    return stable_id("added", document["document_id"], *place, decision.field, json.dumps(decision.new, sort_keys=True))


def _within_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The words without marks and blanks at their ends; all of them where nothing else is there."""
    first, last = start, end
    while first < last and (MARKS.match(text[first]) or text[first].isspace()):
        first += 1
    while last > first and (MARKS.match(text[last - 1]) or text[last - 1].isspace()):
        last -= 1
    return (first, last) if first < last else (start, end)


def _is_marked(text: str, first: int, last: int) -> bool:
    return first > 0 and last < len(text) and bool(MARKS.match(text[first - 1]) and MARKS.match(text[last]))


def topics_within(annotations: Sequence[Row], start: int, end: int) -> list[str]:
    """The topics whose terms stand between two places, most frequent first."""
    inside = [
        str(row["value"])
        for row in annotations
        if row["kind"] == "topic" and start <= row["start"] and row["end"] <= end
    ]
    counts = Counter(inside)
    return sorted(counts, key=lambda topic: (-counts[topic], topic))
