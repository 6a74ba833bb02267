"""What other readers decided while this one looked on, told to him once; and whose change counts where both changed a field."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from loaders.decisions.log import Log, LogError, read_since, size_of
from loaders.decisions.records import Decision
from pages.shared import tables
from pages.shared.decision_words import FIELDS
from pages.shared.phrases import count, shorten

MADE, SEEN = "made_here", "log_seen"
LONGEST = 60


def note_made(entry_id: str) -> None:
    """Remember a step, or its undoing, that this reader made."""
    st.session_state.setdefault(MADE, set()).add(entry_id)


def tell_others() -> None:
    """Say what others added to the log since this reader's last step on the page."""
    folder = tables.built_folder()
    now = (str(folder), size_of(folder))
    before = st.session_state.get(SEEN)
    st.session_state[SEEN] = now
    if before is None or before[0] != now[0] or before[1] >= now[1]:
        return
    try:
        log = read_since(folder, before[1])
    except LogError:
        return
    for line in say_others(log, st.session_state.get(MADE, set())):
        st.toast(line, duration="long")


def say_others(log: Log, made_here: set[str]) -> list[str]:
    """What others did, in a sentence or two; `log` is what was added, `made_here` the steps and turns of this reader."""
    decisions = log.decisions
    others = [one for one in decisions if one.step not in made_here]
    turned = [one for one in log.turns if one.turn_id not in made_here]
    lines = []
    if others:
        n = len({one.step for one in others})
        lines.append(
            f"Another reader saved {count(n, 'change')}: “{shorten(others[-1].target.label, LONGEST)}”. See History."
        )
    if turned:
        lines.append(f"Another reader took back, or put back, {count(len(turned), 'change')}. See History.")
    return [*lines, *_contested(decisions, made_here)]


def _contested(decisions: Sequence[Decision], made_here: set[str]) -> list[str]:
    """Fields that this reader and another changed meanwhile; of both the later counts."""
    last: dict[tuple[str, str], tuple[bool, Decision]] = {}
    lines = []
    for one in decisions:
        key, is_mine = (one.target.row_id or one.target.document_id, one.field), one.step in made_here
        if key in last and last[key][0] != is_mine:
            field = FIELDS.get(one.field, one.field).lower()
            whose = "Yours came later, and counts" if is_mine else "Theirs came later, and counts"
            label = shorten(one.target.label, LONGEST)
            lines.append(
                f"You and another reader both changed the {field} of “{label}”. {whose}; both stand on History."
            )
        last[key] = (is_mine, one)
    return list(dict.fromkeys(lines))
