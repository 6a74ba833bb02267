"""Whether a row is worth having, and how much it matters: two sums over its signs, turned into shares by the logistic function.

What a sign is worth stands in data/vocabulary/*/weights.yaml; `benchmarks/weights.py` finds it from a folder of chronologies.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from loaders.extract.events.telling import Draft
from loaders.vocabulary import words

ROW = 0.5
"""A row less likely than this is left out."""
MAIN = 0.5
"""One that matters as much is what the document is about."""
NEWS = frozenset(("in the first sentence", "in the lead", "told by the headline", "in a list"))
"""With one of these signs what somebody said is the news."""
NOTHING = (
    "only seems so",
    "only thought",
    "says what is so",
    "a way of speaking",
    "comments on what was told",
    "of something abstract",
    "so as a rule",
    "only a clause of another",
    "speaks to the room",
    "only says that somebody spoke",
    "lasted, at a time that nothing tells",
)
"""What no_happening.py sees; each alone is enough."""
NEVER = tuple(
    frozenset(together)
    for together in (
        ("of a poll",),
        ("a reporter's note",),
        ("to come, though nobody plans it", "told by a noun"),
        ("to come, though nobody plans it", "kind other"),
        ("to the decade", "kind other"),
        ("a question",),
        ("in a live report", "tells what goes on"),
        ("in a live report", "kind other", "nobody named"),
        *((sign,) for sign in NOTHING),
    )
)
"""What shows all of these signs together is no happening that an editor would print."""
LEFT = frozenset(("kind refusal", "kind threat", "kind vote", "kind ruling", "told by the headline"))
"""With one of these what somebody did not do is what he did ("does not sign the treaty")."""
ANNOUNCED = "announced by the headline"
"""What a report's own headline tells stays, and is what the report is about."""
ALWAYS = tuple(
    frozenset(together)
    for together in (
        ("in the lead", "told by the headline", "tells a deed", "status happened"),
        ("heads a numbered item", "tells a deed", "status happened"),
    )
)
"""What shows all of these signs together is news whatever else speaks against it: the headline's deed, an item of a digest."""
REPEATED = "told before in like words"
FURTHER = "a further talk"
BESIDE = 0.45
"""What is told as a further talk ("also met with …") is not what the document is about, and matters so much at most."""
TOLD = 3
"""So many reasons are told."""


@dataclass(frozen=True, slots=True)
class Row:
    """What may be a row of the chronology, with what speaks for and against it."""

    draft: Draft
    signs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign is worth; empty for a language whose rows nobody has weighed."""

    row: Mapping[str, float]
    main: Mapping[str, float]


@lru_cache(maxsize=8)
def worth_of_rows(language: str, folder: Path) -> Weights:
    """The weights of a language."""
    raw = words(language, "weights", folder)
    return Weights(raw.get("row", {}), raw.get("main", {}))


def judge(row: Row, weights: Weights) -> Draft | None:
    """The draft, main or background by its signs; None where it is not worth a row. Without weights all stay."""
    if not weights.row:
        return row.draft
    is_news = any(together <= row.signs for together in ALWAYS) and REPEATED not in row.signs
    is_left = (share(row.signs, weights.row) < ROW and not is_news) or _tells_nothing_new(row.signs)
    if is_left and ANNOUNCED not in row.signs:
        return None
    weight = share(row.signs, weights.main)
    if ANNOUNCED in row.signs:
        weight = max(weight, MAIN)
    if FURTHER in row.signs:
        weight = min(weight, BESIDE)
    return replace(
        row.draft, main=weight >= MAIN, weight=round(weight, 3), weight_why=say_weight(row.signs, weight, weights.main)
    )


def find_weight(draft: Draft) -> tuple[float, str]:
    """How much the draft matters, 0 to 1, and why; a quarter from either end where nobody has weighed its language."""
    if draft.weight is not None:
        return draft.weight, draft.weight_why
    return (0.75, "what the document is about") if draft.main else (0.25, "told in passing")


def _tells_nothing_new(signs: frozenset[str]) -> bool:
    """Whether the row is no happening: words only attributed deep in a text, a state outside of lists, a poll and the like."""
    only_attributes = "only says so" in signs and (signs.isdisjoint(NEWS) or _reports_live(signs))
    is_state = "tells a state" in signs and ("in a list" not in signs or "in a live report" in signs)
    is_undone = "tells what was not done" in signs and signs.isdisjoint(LEFT)
    return only_attributes or is_state or is_undone or any(together <= signs for together in NEVER)


def _reports_live(signs: frozenset[str]) -> bool:
    """Whether it is an entry of a live report that the headline does not announce."""
    return "in a live report" in signs and "told by the headline" not in signs


def say_weight(signs: frozenset[str], weight: float, weights: Mapping[str, float]) -> str:
    """The signs that say most about how much the row matters, in plain words, the strongest first."""
    turn = 1 if weight >= MAIN else -1
    telling = sorted(
        (sign for sign in signs if weights.get(sign, 0.0) * turn > 0), key=lambda sign: (-weights[sign] * turn, sign)
    )
    return ", ".join(telling[:TOLD])


def share(signs: frozenset[str], weights: Mapping[str, float]) -> float:
    """How likely it is, 0 to 1: the logistic function of the sum of what the signs are worth."""
    total = weights.get("always", 0.0) + sum(weights.get(sign, 0.0) for sign in sorted(signs))
    return 1 / (1 + math.exp(-total))
