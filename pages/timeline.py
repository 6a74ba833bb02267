"""The timeline: every event in its lanes; pick one and see its evidence; download what is shown."""

from __future__ import annotations

from typing import cast

import pandas as pd
import streamlit as st

from loaders.query import rows
from loaders.query.rows import LARGEST_ANSWER
from loaders.query.selection import LANES, Lane, Selection
from loaders.tables.store import Store
from pages.chart.component import Empty, is_drawn, show_timeline, what_is_picked, what_is_seen
from pages.chart.key import show_key
from pages.chart.layout import Window, around, focus_between, pad
from pages.shared import navigation, state, tables
from pages.shared.address import read_window, say_window
from pages.shared.dated_table import with_dates
from pages.shared.downloads import EVENT_COLUMNS, MENTION_COLUMNS, name_ids, show_download
from pages.shared.evidence import show_evidence
from pages.shared.filters import choice_names
from pages.shared.page_head import show_head, show_nothing_left
from pages.shared.phrases import say_date, shorten
from pages.shared.picked_row import show_rows
from pages.shared.picture import draw_window

LANE_LABELS = {
    "leader": "Leaders",
    "actor": "Countries and organisations",
    "topic": "Topics",
    "document": "Documents",
}

SCROLL = """<script>
    setTimeout(() => {
        const card = document.querySelector(".st-key-card"), seen = card?.getBoundingClientRect();
        if (!seen || seen.top < innerHeight * 0.6) return;
        const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        const block = seen.height < innerHeight * 0.7 ? "nearest" : "start";
        card.scrollIntoView({block, behavior: calm ? "auto" : "smooth"});
    }, 150);
</script>"""
"""Brings the picked event's card into sight, and leaves as much of the timeline there as it can."""


def show_page(store: Store) -> None:
    """The whole page for the current selection."""
    chosen = state.selection()
    show_head(store, "Timeline")
    total = tables.count_events(store, chosen)
    if total == 0:
        show_nothing_left("event")
        return
    _show_lanes()
    _show_chart_and_evidence(store, chosen, total)


def _show_lanes() -> None:
    st.session_state.lanes_field = state.view("lanes")
    st.segmented_control(
        "Lanes by",
        list(LANES),
        format_func=LANE_LABELS.__getitem__,
        key="lanes_field",
        on_change=state.chooser("lanes", "lanes_field"),
    )


@navigation.fragment
def _show_chart_and_evidence(store: Store, chosen: Selection, total: int) -> None:
    """The part that a zoom or a click runs again; the filters around it stay as they are."""
    _show_chart(store, chosen, total)
    # The browser takes half a second to set up a table; the timeline comes first, and asks for the rest once it is drawn.
    if not is_drawn():
        return
    events = tables.select_events(store, chosen)
    picked = state.view("event")
    # Two columns always, the first out of sight while it is empty (style.css): a table that moves loses the keyboard.
    with st.container(key="card_and_table"):
        evidence, table = st.columns([0.46, 0.54], gap="medium")
    if picked:
        with evidence, st.container(key="card"):
            show_evidence(store, picked)
        # A tall timeline has the card below what is in sight: without this a click on a mark seems to do nothing.
        if st.session_state.pop("show_card", False):
            st.html(SCROLL, unsafe_allow_javascript=True)
    with table:
        _show_table(store, events, total)
        _show_downloads(store, chosen, total)
    state.write()


def _show_chart(store: Store, chosen: Selection, n_selected: int) -> None:
    lanes = cast(Lane, state.view("lanes") if state.view("lanes") in LANES else "leader")
    profile = tables.profile(store, chosen)
    usual, extent = (
        focus_between(profile, chosen.start, chosen.end),
        pad((profile["start"].min(), profile["end"].max())),
    )
    seen, window = what_is_seen(), read_window(state.view("view")) or usual
    if state.view("view") and say_window(window) == say_window(usual):
        state.show(view="")
    picture = draw_window(store, chosen, window, lanes, seen.width, state.view("event"))
    outside = tables.count_outside(store, chosen, window)
    empty = _say_empty(store, chosen, window) if sum(outside) == n_selected else None
    show_timeline(picture.figure, window, extent, usual, outside, seen.width, empty, _move, _pick_from_chart)
    show_key(picture.events, picture.crowds)
    if picture.total > len(picture.events):
        st.caption(
            f"{len(picture.events):,} of the {picture.total:,} events around here are drawn; zoom in to see the others."
        )


def _move(window: Window) -> None:
    state.show(view=say_window(window))


def _say_empty(store: Store, chosen: Selection, window: Window) -> Empty:
    """That nothing selected lies in the window, and the ways to what lies nearest."""
    before, after = tables.nearest_outside(store, chosen, window)
    ways = [
        (
            words.format(f"{say_date(near['start'], near['end'], near['precision'])} · {shorten(near['title'], 60)}"),
            near,
        )
        for words, near in (("‹ Before: {}", before), ("After: {} ›", after))
        if near
    ]
    return Empty(
        f"Nothing that is selected lies in this time: {say_date(window[0], window[1], 'span')}.",
        tuple((words, around((near["start"], near["end"]), window)) for words, near in ways),
    )


def _pick_from_chart() -> None:
    picked = what_is_picked()
    if picked:
        state.show(event=picked)
        st.session_state.show_card = True


def _show_table(store: Store, events: pd.DataFrame, total: int) -> None:
    names = choice_names(store)
    named = name_ids(events, names)
    shown = pd.DataFrame(
        {
            "Event": events["title"],
            "Kind": named["kind"],
            "Topics": named["topics"],
            "Documents": events["n_documents"],
            "Quotes": events["n_quotes"],
        }
    )
    show_rows(
        with_dates(shown, events),
        "events_table",
        list(events["event_id"]),
        state.view("event"),
        lambda event_id: state.show(event=event_id),
        height=min(38 + 35 * len(shown), 460),
        column_config={
            "Date": st.column_config.DatetimeColumn(width=150),
            "Event": st.column_config.TextColumn(width="large"),
            "Kind": st.column_config.TextColumn(width=160),
            "Topics": st.column_config.ListColumn(width="medium"),
            "Documents": st.column_config.NumberColumn(width="small"),
            "Quotes": st.column_config.NumberColumn(width="small"),
        },
    )
    if total > LARGEST_ANSWER:
        st.caption(
            f"The first {LARGEST_ANSWER:,} of {total:,} events; narrow the filters to see others. The download has all."
        )


def _show_downloads(store: Store, chosen: Selection, total: int) -> None:
    names = choice_names(store)

    def events() -> pd.DataFrame:
        return name_ids(rows.select_events(store, chosen, limit=None), names)[EVENT_COLUMNS]

    def mentions() -> pd.DataFrame:
        return name_ids(rows.select_mentions(store, chosen, limit=None), names)[MENTION_COLUMNS]

    n_mentions = tables.count_mentions(store, chosen)
    with st.container(horizontal=True):
        show_download(events, total, "event", "download_events")
        show_download(mentions, n_mentions, "mention", "download_mentions")


navigation.come_through_router("timeline")
show_page(tables.current_store())
