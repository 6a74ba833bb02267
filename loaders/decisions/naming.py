"""Somebody who is not who he was taken for: taken out of the rows of a document, or put there under another name."""

from __future__ import annotations

from collections.abc import Mapping
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
