"""The timeline: what happened when as a chart, and beside it as a chronology to read; pick an event and see its evidence."""

from __future__ import annotations

from typing import cast

import streamlit as st

from loaders.query.selection import LANES, Lane, Selection
from loaders.tables.store import Store
from pages.chart.component import is_drawn
from pages.shared import navigation, state, tables, weights
from pages.shared.downloads import window_box
from pages.shared.nothing_left import show_nothing_left
from pages.shared.page_head import show_head
from pages.shared.show_chart import look_at, show_chart
from pages.shared.show_chronology import show_side

LANE_LABELS = {
    "leader": "Leaders",
    "actor": "Countries and organisations",
    "topic": "Topics",
    "kind": "Kinds",
    "document": "Documents",
    "none": "Nothing",
}


def show_page(store: Store) -> None:
    """The whole page for the current selection."""
    everything = state.selection()
    state.weigh(weights.STEPS[weights.chosen_step(store, everything)])
    chosen = state.selection()
    show_head(store, "Timeline")
    if tables.count_events(store, everything) == 0:
        show_nothing_left(store, "event")
        return
    with st.container(horizontal=True, key="view_row"):
        _show_lanes()
        _show_weights(store, everything)
    if tables.count_events(store, chosen) == 0:
        st.info(
            "None of these is a main event: show more of them with the choice above, up to everything that has a date."
        )
        return
    _show_chart_and_side(store, chosen)


def _show_lanes() -> None:
    st.session_state.lanes_field = state.view("lanes")
    st.segmented_control(
        "Group by",
        list(LANES),
        format_func=LANE_LABELS.__getitem__,
        key="lanes_field",
        on_change=state.chooser("lanes", "lanes_field"),
    )


def _show_weights(store: Store, everything: Selection) -> None:
    labels = weights.label_steps(store, everything)
    st.session_state.weight_field = weights.chosen_step(store, everything)
    st.segmented_control(
        "Show",
        list(labels),
        format_func=labels.__getitem__,
        key="weight_field",
        on_change=lambda: weights.take_step(store, everything, st.session_state.weight_field),
    )


@navigation.fragment
def _show_chart_and_side(store: Store, chosen: Selection) -> None:
    """The part that a zoom or a click runs again; the filters around it stay as they are."""
    if st.session_state.pop("whole_page", False):
        st.rerun(scope="app")
    lanes = cast(Lane, state.view("lanes") if state.view("lanes") in LANES else "leader")
    looked_at = look_at(store, chosen)
    window_box()["window"] = looked_at.window
    with st.container(key="chart_and_side"):
        chart, side = st.columns([0.6, 0.4], gap="medium")
    with chart:
        show_chart(store, chosen, looked_at, lanes)
    # The browser takes a while to set up what is beside it; the timeline comes first, and asks for the rest once it is drawn.
    if not is_drawn():
        return
    tables.warm_up(store)
    with side, st.container(key="side"):
        show_side(store, chosen, looked_at.window)
    state.write()


navigation.come_through_router("timeline")
show_page(tables.current_store())
