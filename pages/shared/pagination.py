"""Which page of a long list or text is shown: in the address like everything that a reader would share."""

from __future__ import annotations

import streamlit as st

from pages.shared import state


def choose_page(n: int, key: str, default: int = 1) -> int:
    """The page to show of n, with the buttons to choose another where there are more than one."""
    if n < 2:
        return 1
    chosen = min(max(int(state.view("page") or default), 1), n)
    st.session_state[key] = chosen
    return int(st.pagination(n, key=key, on_change=lambda: state.show(page=str(st.session_state[key]))))
