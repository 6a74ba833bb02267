"""Which row of a table the reader picked: by its box, by a click anywhere in it, or by the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import streamlit as st

BY_ROW_OR_CELL: tuple[Literal["single-row", "single-cell"], ...] = ("single-row", "single-cell")
"""For `selection_mode`: without cells, only the small box before a row could be clicked."""


def picked_id(key: str, ids: Sequence[str]) -> str:
    """The id that stands in the row picked last in the table with this key, empty where none is picked."""
    selection: dict[str, Any] = st.session_state[key]["selection"]
    boxes, cells = list(selection.get("rows", ())), [row for row, _ in selection.get("cells", ())]
    # A picked cell stays so when a box is ticked, and the other way about: what has changed is what the reader did.
    by_box = boxes != st.session_state.get(f"{key}_boxes", []) or not cells
    st.session_state[f"{key}_boxes"] = boxes
    rows = boxes if by_box else cells
    return ids[rows[0]] if rows and rows[0] < len(ids) else ""
