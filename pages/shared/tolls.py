"""What each outlet says how many were killed, wounded, arrested …, in the order of publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from loaders.tolls import Toll, read_toll
from pages.shared.phrases import plain, say_published

LABELS = {
    "killed": "Killed",
    "injured": "Injured",
    "missing": "Missing",
    "arrested": "Arrested",
    "displaced": "Driven from home",
    "held": "Held or trapped",
    "rescued": "Freed or rescued",
}


def say_tolls(mentions: Iterable[Mapping[str, Any]]) -> list[str]:
    """A line of Markdown for each sort of figure that several documents give: "Killed: 2 (A, 3 May) → 6 (B, 4 May)".

    An arrow stands where the report of a later day has another figure, a stroke between reports of one day.
    """
    told: dict[str, list[tuple[Mapping[str, Any], Toll]]] = {}
    for mention in sorted(mentions, key=lambda row: (str(row["published"]), row["document_id"])):
        for toll in map(read_toll, mention["tolls"]):
            known = told.setdefault(toll.what, [])
            if all(row["document_id"] != mention["document_id"] for row, _ in known):
                known.append((mention, toll))
    return [
        f"**{LABELS.get(what, what.capitalize())}:** {_in_time(known)}"
        for what, known in told.items()
        if len(known) > 1
    ]


def _in_time(known: list[tuple[Mapping[str, Any], Toll]]) -> str:
    parts, before = [], None
    for mention, toll in known:
        day = say_published(mention["published"])
        source = ", ".join(part for part in (plain(mention["publisher"] or mention["document_title"]), day) if part)
        if before is not None:
            parts.append("→" if before != day else "/")
        parts.append(f"{toll.said} ({source})")
        before = day
    return " ".join(parts)
