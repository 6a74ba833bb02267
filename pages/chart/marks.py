"""How a kind of event looks: a colour and a shape for each group of kinds, told apart without hue too.

Colours are Okabe and Ito's palette, darkened where white would not read on it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    label: str
    color: str
    symbol: str
    """A marker symbol of Plotly."""
    kinds: tuple[str, ...]


LOOKS = (
    Look("Meetings and visits", "#0b62a4", "circle", ("meeting", "summit", "visit", "talks", "ceremony")),
    Look("Calls and messages", "#007a5a", "square", ("call", "message")),
    Look("Agreements and aid", "#b35c00", "diamond", ("signing", "pledge", "aid", "trade", "concession")),
    Look(
        "Votes, courts, offices", "#7b3f98", "triangle-up", ("vote", "ruling", "election", "appointment", "departure")
    ),
    Look("Statements and demands", "#56606e", "hexagon", ("statement", "demand", "accusation", "refusal", "threat")),
    Look(
        "Conflict and disaster",
        "#b3261e",
        "x",
        (*("sanction", "protest", "exercise", "attack", "arrest", "withdrawal", "disaster"),),
    ),
    Look("Foundings, lives, anniversaries", "#8a6d00", "star", ("founding", "birth", "death", "anniversary")),
)
OTHER = Look("Other", "#6b7280", "pentagon", ())

BY_KIND = {kind: look for look in LOOKS for kind in look.kinds}


def look_of(kind: str) -> Look:
    """The look of a kind of event; that of `OTHER` for a kind without one."""
    return BY_KIND.get(kind, OTHER)
