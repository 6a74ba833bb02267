"""Somebody who is not who he was taken for: taken out of the rows of a document, or put there under another name.

And somebody who is right: where a document gives a surname alone that nobody else in the collection bears, it means him.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from loaders.tables.schema import BY_READER

LISTS = ("leaders", "named", "actors", "sources", "targets")
"""Columns of mentions that hold people, countries and organisations."""

Rows = Mapping[str, list[dict[str, Any]]]


def rename(rows: Rows, person_id: str, new: Mapping[str, str] | None) -> None:
    """Have all rows name somebody else {id, name, kind} in place of a person; nobody where `new` is None."""
    now = new["id"] if new else None
    for row in rows["mentions"]:
        for column in LISTS:
            if person_id in row[column]:
                with_new = [now if one == person_id else one for one in row[column]]
                row[column] = list(dict.fromkeys(one for one in with_new if one))
    for quote in rows["quotes"]:
        if quote["speaker"] == person_id:
            quote["speaker"] = now
            quote["speaker_how"] = f"{BY_READER}: was {quote['speaker_text'] or person_id}"
        if quote["addressee"] == person_id:
            quote["addressee"] = now
    rows["people"][:] = _people(rows["people"], person_id, new)


def find_short_forms(per_document: Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]]) -> dict[str, list[str]]:
    """Person -> the documents that give his surname alone, of people whose surname nobody else bears; without empty ones."""
    bearers: dict[str, set[str]] = {}
    alone: dict[str, set[str]] = {}
    for document_id, rows in per_document.items():
        for person in rows["people"]:
            if person["kind"] == "person" and " " in (name := str(person["name"]).strip()):
                bearers.setdefault(surname_of(name), set()).add(str(person["leader_id"]))
        for surname in _alone(rows):
            alone.setdefault(surname, set()).add(document_id)
    found = ((bearers.get(surname, set()), documents) for surname, documents in alone.items())
    return {next(iter(people)): sorted(documents) for people, documents in found if len(people) == 1}


def surname_of(name: str) -> str:
    """The last word of a name, as it is compared."""
    return (name.split() or [""])[-1].casefold()


def _alone(rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> set[str]:
    """The single words that stand for people in a document: as a person of the text, or as a speaker."""
    people = {
        str(one["name"]).casefold() for one in rows["people"] if one["kind"] == "person" and one["origin"] == "text"
    }
    known = {str(one["leader_id"]) for one in rows["people"]}
    said = {str(one["speaker"]).casefold() for one in rows["quotes"] if one["speaker"] and one["speaker"] not in known}
    return {name for name in people | said if name and " " not in name}


def find_alone(rows: Rows, name: str) -> list[str]:
    """By which ids or words a document means somebody whose surname it gives alone."""
    surname = surname_of(name)
    ids = [str(one["leader_id"]) for one in rows["people"] if str(one["name"]).casefold() == surname]
    words = [str(one["speaker"]) for one in rows["quotes"] if str(one["speaker"] or "").casefold() == surname]
    return list(dict.fromkeys([*ids, *words]))


def _people(people: list[dict[str, Any]], person_id: str, new: Mapping[str, str] | None) -> list[dict[str, Any]]:
    gone = [row for row in people if row["leader_id"] == person_id]
    rest = [row for row in people if row["leader_id"] != person_id]
    if not gone or new is None:
        return rest
    n = sum(int(row["n_mentions"]) for row in gone)
    for row in rest:
        if row["leader_id"] == new["id"]:
            row["n_mentions"] += n
            return rest
    # Whom a reader names he has reviewed.
    named = gone[0] | {"leader_id": new["id"], "name": new["name"], "kind": new["kind"], "origin": "vocabulary"}
    return sorted([*rest, named], key=lambda row: str(row["leader_id"]))
