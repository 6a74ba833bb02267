"""Which decisions stand: those of steps that nobody undid, or that were redone since, in the order in which they were made."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.decisions.log import Log
from loaders.decisions.records import Decision


@dataclass(frozen=True, slots=True)
class Standing:
    """What follows from a log."""

    decisions: tuple[Decision, ...]
    """Those that stand."""
    undone: frozenset[str]
    """Steps that are undone."""
    next_undo: str | None
    """The step that "undo" means: the last one made, or redone, of those that stand."""
    next_redo: str | None
    """The step that "redo" means: the last one undone, as long as nothing was decided after it."""


def find_standing(log: Log) -> Standing:
    """What stands after all lines of a log; a turn that names no step, or one that is so already, changes nothing."""
    steps = {entry.step for entry in log.decisions}
    done: dict[str, None] = {}
    undone: dict[str, None] = {}
    can_redo: list[str] = []
    for entry in log.entries:
        if isinstance(entry, Decision):
            if entry.step not in done and entry.step not in undone:
                done[entry.step] = None
                can_redo = []
        elif entry.step in steps and entry.does == "undo" and entry.step in done:
            del done[entry.step]
            undone[entry.step] = None
            can_redo.append(entry.step)
        elif entry.step in steps and entry.does == "redo" and entry.step in undone:
            del undone[entry.step]
            done[entry.step] = None
            can_redo = [step for step in can_redo if step != entry.step]
    return Standing(
        tuple(decision for decision in log.decisions if decision.step in done),
        frozenset(undone),
        next(reversed(done), None),
        can_redo[-1] if can_redo else None,
    )
