"""How a kind of event looks: a colour and a shape for each of four groups of kinds, told apart without hue too.

Each colour stands out three to one on light and on dark ground (WCAG 1.4.11). A filled mark happened, a ring is planned, and
a struck ring was denied.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    label: str
    color: str
    symbol: str
    """A marker symbol of Plotly that has a form "-open"."""
    kinds: tuple[str, ...]


OTHER = Look(
    "Other",
    "#7a8594",
    "triangle-up",
    ("statement", "demand", "accusation", "refusal", "threat", "birth", "death", "anniversary", "other"),
)
LOOKS = (
    Look(
        "Meetings",
        "#2b7bba",
        "circle",
        ("meeting", "summit", "visit", "talks", "ceremony", "call", "message"),
    ),
    Look(
        "Decisions",
        "#a8721a",
        "square",
        (
            *("signing", "pledge", "aid", "trade", "concession", "founding"),
            *("vote", "ruling", "election", "appointment", "departure"),
        ),
    ),
    Look(
        "Conflict",
        "#d6403a",
        "diamond",
        ("sanction", "protest", "exercise", "attack", "arrest", "withdrawal", "disaster"),
    ),
    OTHER,
)

BY_KIND = {kind: look for look in LOOKS for kind in look.kinds}


def look_of(kind: str) -> Look:
    """The look of a kind of event; that of `OTHER` for a kind without one."""
    return BY_KIND.get(kind, OTHER)
