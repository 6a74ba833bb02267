"""How much an event must weigh to be shown: a few steps from main events to everything that has a date.

`everything` is what the filters leave, of whatever weight.
"""

from __future__ import annotations

from loaders.query.selection import Selection
from loaders.tables.store import Store
from pages.shared import state, tables

STEPS = {"main": 0.5, "more": 0.3, "most": 0.12, "all": 0.0}
"""The least weight of each step; from a half on a document is about it, or much says so."""
LABELS = {"main": "Main events", "more": "More", "most": "Most", "all": "Everything dated"}
FEW = 60
"""So many events are all shown at first: who searched for a word sees every event that has it."""


def chosen_step(store: Store, everything: Selection) -> str:
    """The step that the reader chose, else the first where the filters leave many events and the last where they leave few."""
    return state.view("weight") or _usual(store, everything)


def _usual(store: Store, everything: Selection) -> str:
    return "main" if tables.count_events(store, everything) > FEW else "all"


def label_steps(store: Store, everything: Selection) -> dict[str, str]:
    """What each step is called, with the events that it has; one between two others that adds nothing is left out."""
    counts = dict(zip(STEPS, tables.count_weights(store, everything, tuple(STEPS.values())), strict=True))
    told: dict[str, int] = {}
    for step, n in counts.items():
        if n not in told.values() or step in ("all", chosen_step(store, everything)):
            told[step] = n
    return {step: f"{LABELS[step]} ({n:,})" for step, n in told.items()}


def take_step(store: Store, everything: Selection, step: str | None) -> None:
    """For a callback: show this step; the usual one stands in no address."""
    state.show(weight="" if step in (None, _usual(store, everything)) else step, page="")
