"""A matrix of counts on the page: squares that lead to what they count."""

from __future__ import annotations

from collections.abc import Callable

import plotly.graph_objects as go
import streamlit as st


def show_matrix(figure: go.Figure, key: str, on_pick: Callable[[str, str], None]) -> None:
    """Show the figure as wide as it is, scrolling by itself; a click on a square calls `on_pick(row, column)`."""

    def take() -> None:
        points = st.session_state[key]["selection"]["points"]
        if points:
            on_pick(*points[0]["customdata"])

    st.container(key=f"matrix_{key}").plotly_chart(
        figure,
        key=key,
        width=int(figure.layout.width),
        on_select=take,
        selection_mode="points",
        config={"displayModeBar": False},
    )
