"""Beside the chart: the chronology to read, or as a table to sort; in its place the evidence of the event that is picked."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from loaders.query import chronology
from loaders.query.documents import name_publishers
from loaders.query.hits import count_terms
from loaders.query.rows import LARGEST_ANSWER
from loaders.query.selection import Selection, search_terms
from loaders.query.telling import find_in_texts, find_telling
from loaders.tables.store import Store
from pages.chart.windows import Window
from pages.shared import state, tables
from pages.shared.chronology import PAGE, Searched, head_html, list_html
from pages.shared.dated_table import with_dates
from pages.shared.downloads import name_ids
from pages.shared.evidence import show_evidence
from pages.shared.filters import choice_names
from pages.shared.permission import may_change
from pages.shared.picked_row import show_rows
from pages.shared.several import show_several

WRAPPED = 66
"""Pixels of a row of the table: from 65 on Streamlit wraps what is too long for its cell."""
SCROLL = """<script>
    setTimeout(() => {
        const card = document.querySelector(".st-key-card"), seen = card?.getBoundingClientRect();
        if (!seen || seen.top < innerHeight * 0.6) return;
        const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        card.scrollIntoView({block: "start", behavior: calm ? "auto" : "smooth"});
    }, 150);
</script>"""
"""On a phone the evidence comes below the chart: brings it into sight."""


def show_side(store: Store, chosen: Selection, window: Window) -> None:
    """What stands beside the chart of a window."""
    shown = chosen.within(window)
    picked, latest_first = state.view("event"), state.view("sort") != "earliest"
    if picked:
        with st.container(key="card"):
            _show_ways(store, shown, picked, latest_first)
            show_evidence(store, picked)
        if st.session_state.pop("show_card", False):
            st.html(SCROLL, unsafe_allow_javascript=True)
        return
    total, as_table = tables.count_events(store, shown), state.view("list") == "table"
    several = state.view("list") == "several" and may_change()
    outside = tables.count_events(store, chosen) - total
    st.html(head_html(total, window, latest_first, as_table, outside, several if may_change() else None))
    if several and total:
        show_several(store, shown, total)
    elif as_table and total:
        _show_table(store, shown, total)
    elif total:
        page = min(max(int(state.view("page") or 1), 1), -(-total // PAGE))
        st.html(_draw_list(store, shown, latest_first, page))


@tables.shared
def _draw_list(store: Store, shown: Selection, latest_first: bool, page: int) -> str:
    """A page of the chronology, drawn once for all who look at the same."""
    listed = chronology.select_chronology(store, shown, latest_first, page)
    searched = _searched(store, listed, shown)
    told_by = sorted({one for documents in listed["documents"] for one in documents})
    outlets = name_publishers(store, told_by)
    return list_html(listed, tables.name_people(store), page, tables.count_events(store, shown), searched, outlets)


def _searched(store: Store, listed: pd.DataFrame, shown: Selection) -> Searched:
    """What was searched for, with the sentences of those events whose lines do not hold all of it.

    Where whole texts are searched, an event of which no sentence holds any gets a passage of its document.
    """
    words = shown.words
    n = len(search_terms(words))
    if not n:
        return Searched()
    rows = zip(listed["event_id"], listed["title"], strict=True)
    unsaid = [event_id for event_id, title in rows if count_terms(title, words) < n]
    telling = find_telling(store, unsaid, words)
    if shown.texts:
        told_by = dict(zip(listed["event_id"], listed["documents"], strict=True))
        telling |= find_in_texts(store, {one: told_by[one] for one in unsaid if one not in telling}, words)
    return Searched(words, telling)


def _show_ways(store: Store, shown: Selection, picked: str, latest_first: bool) -> None:
    """Back to the list, and on to the events before and after this one in it."""
    place = tables.find_place(store, shown, picked, latest_first)
    with st.container(horizontal=True, key="ways"):
        st.button("← Chronology", key="close_evidence", on_click=state.show, kwargs={"event": ""})
        for words, key, to in (
            ("‹ Previous", "previous_event", place.before if place else ""),
            ("Next ›", "next_event", place.after if place else ""),
        ):
            st.button(words, key=key, on_click=state.show, kwargs={"event": to}, disabled=not to)


def _show_table(store: Store, shown: Selection, total: int) -> None:
    events = tables.select_events(store, shown)
    named = name_ids(events, choice_names(store))
    table = pd.DataFrame(
        {
            "Event": events["title"],
            "Kind": named["kind"],
            "Sources": events["n_sources"],
            "Quotes": events["n_quotes"],
        }
    )
    show_rows(
        with_dates(table, events),
        "events_table",
        list(events["event_id"]),
        state.view("event"),
        lambda event_id: state.show(event=event_id),
        row_height=WRAPPED,
        height=min(38 + WRAPPED * max(len(table), 1), 600),
        column_config={
            "Date": st.column_config.DatetimeColumn(width=125),
            "Event": st.column_config.TextColumn(width=265),
            "Kind": st.column_config.TextColumn(width=90),
            "Sources": st.column_config.NumberColumn(width="small"),
            "Quotes": st.column_config.NumberColumn(width="small"),
        },
    )
    if total > LARGEST_ANSWER:
        st.caption(f"The first {LARGEST_ANSWER:,} of {total:,}: come closer to see others. The download has all.")
