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
    Look("Meetings and visits", "#0b62a4", "circle", ("meeting", "summit", "visit", "ceremony")),
    Look("Calls and messages", "#007a5a", "square", ("call", "message")),
    Look("Agreements and aid", "#b35c00", "diamond", ("signing", "agreement", "trade-deal", "aid", "loan")),
    Look("Votes and offices", "#7b3f98", "triangle-up", ("vote", "election", "appointment", "resignation", "law")),
    Look("Statements", "#56606e", "hexagon", ("statement", "publication", "request", "accusation")),
    Look(
        "Conflict",
        "#b3261e",
        "x",
        ("sanction", "protest", "attack", "arrest", "exercise", "threat", "war", "rejection", "expulsion"),
    ),
    Look("Foundings and anniversaries", "#8a6d00", "star", ("founding", "anniversary", "opening")),
)
OTHER = Look("Other", "#6b7280", "pentagon", ())

BY_KIND = {kind: look for look in LOOKS for kind in look.kinds}


def look_of(kind: str) -> Look:
    """The look of a kind of event; that of `OTHER` for a kind without one."""
    return BY_KIND.get(kind, OTHER)
