"""A matrix of counts on the page: squares that lead to what they count."""

from __future__ import annotations

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st

FOCUSABLE = """<script>
    for (const place of document.querySelectorAll('[class*="st-key-matrix_"]')) {
        Object.assign(place, { tabIndex: 0, role: "group", ariaLabel: "Counts; the table below says the same" });
    }
</script>"""
"""What scrolls by itself is to be reached by keys."""


def show_matrix(figure: go.Figure, key: str, on_pick: Callable[[str, str], None]) -> None:
    """Show the figure as wide as it is, scrolling by itself; a click on a square calls `on_pick(row, column)`."""

    def take() -> None:
        points = st.session_state[key]["selection"]["points"]
        if points:
            on_pick(*points[0]["customdata"])

    place = st.container(key=f"matrix_{key}")
    place.html(FOCUSABLE, unsafe_allow_javascript=True)
    place.plotly_chart(
        figure,
        key=key,
        width=int(figure.layout.width),
        on_select=take,
        selection_mode="points",
        config={"displayModeBar": False},
    )
