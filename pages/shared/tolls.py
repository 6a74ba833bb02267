"""What each outlet says how many were killed, wounded, arrested …, in the order of publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from loaders.tolls import Toll, read_toll
from pages.shared.phrases import plain, say_published, shorten

TITLE = 40
"""Letters of a title that stands for an outlet."""
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
    """The figures with who gives them; who gives the same on one day stands together."""
    told: dict[tuple[str, str], list[str]] = {}
    for mention, toll in known:
        source = plain(mention["publisher"] or shorten(mention["document_title"], TITLE))
        told.setdefault((say_published(mention["published"]), toll.said), []).append(source)
    parts: list[str] = []
    before = None
    for (day, said), sources in told.items():
        parts += [] if before is None else ["→" if before != day else "/"]
        parts.append(f"{said} ({'; '.join(sources)}, {day})")
        before = day
    return " ".join(parts)
