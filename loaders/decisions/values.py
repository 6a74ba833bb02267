"""The new value of a field, held to what it can be."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from loaders.decisions.records import STATES
from loaders.decisions.targets import LineError, read_target, read_words, say_target
from loaders.moments import read_iso
from loaders.tables.schema import ACTOR_KINDS, PRECISIONS

MOST_PEOPLE = 200
MOST_TOPICS = 200
MOST_OTHERS = 200
"""Accounts that one is said to be, or not to be, of one event with."""


def read_moment(words: object) -> datetime:
    """A moment as it is written. Raises LineError where it is none."""
    try:
        return read_iso(words if isinstance(words, str) else "")
    except ValueError as error:
        raise LineError("a time in it is none") from error


PRECISE = ("date", "start", "end", "precision")


def _read_date(new: object) -> dict[str, str]:
    if not isinstance(new, dict):
        raise LineError("its date is none")
    found = {name: read_words(new, name) for name in PRECISE} | {"typed": read_words(new, "typed", may_lack=True)}
    start, end = read_moment(found["start"]), read_moment(found["end"])
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
        people.append({"id": read_words(one, "id"), "name": read_words(one, "name"), "kind": one["kind"]})
    if not all(isinstance(one, str) and one for one in removed) or not (people or removed):
        raise LineError("it does not say who is added or taken out")
    return {"add": people, "remove": removed}


def _read_speaker(new: object) -> dict[str, str]:
    if not isinstance(new, dict):
        raise LineError("its speaker is none")
    return {"id": read_words(new, "id"), "name": read_words(new, "name")}


def _read_yes(new: object) -> bool:
    if new is not True:
        raise LineError("it is so or it is not")
    return True


def _read_star(new: object) -> bool:
    if not isinstance(new, bool):
        raise LineError("a star is there or is not")
    return new


def _read_person(new: object) -> dict[str, str]:
    if not isinstance(new, dict) or new.get("kind") not in ACTOR_KINDS:
        raise LineError("it does not say who it is")
    return {"id": read_words(new, "id"), "name": read_words(new, "name"), "kind": new["kind"]}


def _read_others(new: object) -> list[dict[str, Any]]:
    if not isinstance(new, list) or not 0 < len(new) <= MOST_OTHERS:
        raise LineError("it does not say with what")
    others = [read_target(one) for one in new]
    if any(other.kind != "event" for other in others):
        raise LineError("it is not of events")
    return [say_target(other) for other in others]


def _read_differ(new: object) -> dict[str, str]:
    if not isinstance(new, dict) or new.get("state") not in STATES:
        raise LineError("it does not say what became of the disagreement")
    return {
        "about": read_words(new, "about"),
        "state": new["state"],
        "version": read_words(new, "version", may_lack=True),
    }


def _read_people(new: object) -> list[dict[str, Any]]:
    people = new.get("people") if isinstance(new, dict) else None
    return _read_who({"add": people, "remove": []})["add"] if people else []


def _read_event(new: object) -> dict[str, Any]:
    found: dict[str, Any] = dict(_read_date(new))
    assert isinstance(new, dict)
    named = {name: read_words(new, name) for name in ("title", "kind")}
    return found | named | {"place": read_words(new, "place", may_lack=True), "people": _read_people(new)}


def _read_quote(new: object) -> dict[str, Any]:
    people = _read_people(new)
    if not isinstance(new, dict) or len(people) > 1:
        raise LineError("it does not say who said it")
    return {"people": people}


def _read_topics(new: object) -> dict[str, list[str]]:
    parts = [new.get(name) for name in ("add", "remove")] if isinstance(new, dict) else []
    topics = [one for part in parts if isinstance(part, list) for one in part]
    if not 0 < len(topics) <= MOST_TOPICS or not all(isinstance(one, str) and one for one in topics):
        raise LineError("it does not say which topics are added or taken out")
    return {name: part if isinstance(part, list) else [] for name, part in zip(("add", "remove"), parts, strict=True)}


def _read_weight(new: object) -> float:
    if isinstance(new, bool) or not isinstance(new, int | float) or not 0 <= new <= 1:
        raise LineError("its weight is no number from 0 to 1")
    return float(new)


def _read_title(new: object) -> str:
    return read_words({"title": new.strip() if isinstance(new, str) else None}, "title")


def _read_place(new: object) -> str:
    return read_words({"place": new}, "place", may_lack=True).strip()


READ = {
    "date": _read_date,
    "published": _read_date,
    "title": _read_title,
    "kind": _read_title,
    "publisher": _read_place,
    "place": _read_place,
    "note": _read_place,
    "who": _read_who,
    "topics": _read_topics,
    "weight": _read_weight,
    "speaker": _read_speaker,
    "hidden": _read_yes,
    "right": _read_yes,
    "star": _read_star,
    "person": _read_person,
    "same": _read_others,
    "apart": _read_others,
    "differ": _read_differ,
    "event": _read_event,
    "quote": _read_quote,
}
"""By the name of the field; empty words mean none where a place, a publisher or a note may lack."""
