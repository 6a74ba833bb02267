"""A table of which the reader picks a row: by its box, by a click anywhere in it, or by the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

import pandas as pd
import streamlit as st

BY_ROW_OR_CELL: tuple[Literal["single-row", "single-cell"], ...] = ("single-row", "single-cell")
"""For `selection_mode`: without cells, only the small box before a row could be clicked."""


def show_rows(
    table: pd.DataFrame, name: str, ids: Sequence[str], shown: str, on_pick: Callable[[str], None], **look: Any
) -> None:
    """Show a table with an id for each row; a pick calls `on_pick(id)`, and one that is taken back `on_pick("")`.

    `shown` is what the page shows now, empty for nothing; `name` is the table's own in the session, `look` goes to Streamlit.
    """
    key = _key(name, shown)
    with st.container(key=name):
        st.dataframe(
            table,
            hide_index=True,
            key=key,
            on_select=lambda: on_pick(_take(name, key, ids)),
            selection_mode=BY_ROW_OR_CELL,
            **look,
        )


def _key(name: str, shown: str) -> str:
    """The key of the table, another one as soon as the page shows something else than what was picked in it.

    The browser keeps the mark on the row, and a click on a marked row is none: after Back it could not be opened again.
    """
    turn = int(st.session_state.get(f"{name}_turn", 0))
    if st.session_state.get(f"{name}_picked", shown) != shown:
        turn += 1
        st.session_state[f"{name}_turn"] = turn
        st.session_state[f"{name}_boxes"] = []
        del st.session_state[f"{name}_picked"]
    return f"{name}_{turn}"


def _take(name: str, key: str, ids: Sequence[str]) -> str:
    selection: dict[str, Any] = st.session_state[key]["selection"]
    boxes, cells = list(selection.get("rows", ())), [row for row, _ in selection.get("cells", ())]
    # A picked cell stays so when a box is ticked, and the other way about: what has changed is what the reader did.
    by_box = boxes != st.session_state.get(f"{name}_boxes", []) or not cells
    st.session_state[f"{name}_boxes"] = boxes
    rows = boxes if by_box else cells
    picked = ids[rows[0]] if rows and rows[0] < len(ids) else ""
    st.session_state[f"{name}_picked"] = picked
    return picked
