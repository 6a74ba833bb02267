"""What was decided of something and cannot be applied, said where it is shown: lines that cannot be read, and orphans."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from loaders.decisions.log import NAME, LogError, read_log
from loaders.noted import read_note
from pages.shared import tables
from pages.shared.phrases import plain

MOST = 5


def show_waiting(ids: Sequence[str]) -> None:
    """Say what waits of a document, or of accounts; by their ids."""
    for why in find_waiting(ids)[:MOST]:
        st.caption(f"A correction waits: {plain(why)}. See History.")


def find_waiting(ids: Sequence[str]) -> list[str]:
    """Why what was decided of some rows or documents is not applied."""
    folder = tables.built_folder()
    try:
        changed = (folder / NAME).stat().st_mtime_ns
    except OSError:
        return []
    known = _read(str(folder), changed, tables.current_store().version)
    return [why for one in ids for why in known.get(one, [])]


@st.cache_data(max_entries=4, show_spinner=False)
def _read(folder: str, changed: int, version: str) -> dict[str, list[str]]:
    place = tables.built_folder()
    found: dict[str, list[str]] = {}
    try:
        log, note = read_log(place), read_note(place)
    except LogError:
        return found
    for passed in log.passed:
        if passed.about:
            found.setdefault(passed.about, []).append(f"line {passed.line} of {NAME}: {passed.why}")
    labels = {one.decision_id: one.target.label for one in log.decisions}
    for document_id, part in (note.outcome.parts if note else {}).items():
        for orphan in part.orphans:
            label = labels.get(orphan.decision_id, "")
            found.setdefault(document_id, []).append(f"“{label}”: {orphan.why}")
    return found
