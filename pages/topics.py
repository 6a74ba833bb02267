"""The topics: how much of each there was at which time, and who spoke about what."""

from __future__ import annotations

from datetime import datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from loaders.moments import iso_day, read_iso, say_year
from loaders.query.counts import Bin
from loaders.tables.store import Store
from loaders.tables.times import moment_of
from pages.chart.matrix import draw_matrix
from pages.shared import navigation, state, tables
from pages.shared.nothing_left import show_nothing_left
from pages.shared.own_topics import show_own_topics
from pages.shared.page_head import show_head
from pages.shared.phrases import count, say_date
from pages.shared.show_matrix import show_matrix
from pages.shared.topic_names import load_topics

NARROWEST = 420
"""Pixels of a section, for its words; a phone has less, and then so has the section."""


def show_page(store: Store) -> None:
    """Topics against time, then against leaders."""
    show_head(store, "Topics")
    if tables.count_events(store, state.selection()) == 0:
        show_nothing_left(store, "event")
        return
    labels = {topic_id: topic.label for topic_id, topic in load_topics().items()}
    with st.container(key="topics", horizontal=True, gap="large"):
        _show_through_time(store, labels)
        _show_by_leader(store, labels)
    show_own_topics()


def _section(title: str, wide: int = 0) -> DeltaGenerator:
    """A place as wide as its matrix: two narrow ones stand side by side, a wide one takes the whole page."""
    place = st.container(key=f"section_{title.split()[0].lower()}", width=max(wide, NARROWEST))
    place.header(title, anchor=False)
    return place


def _show_through_time(store: Store, labels: dict[str, str]) -> None:
    title, chosen = "Through time", state.selection()
    size = tables.choose_bin(store, chosen)
    df = tables.count_topics_through_time(store, chosen, size)
    if df.empty:
        _section(title).caption("No event here has a topic.")
        return
    names = {_day(time): _say_bin(moment_of(time), size) for time in sorted(df["bin"].unique())}
    bins = list(names)
    counts = {(row.topic_id, _day(row.bin)): int(row.n) for row in df.itertuples()}
    topics = list(df.groupby("topic_id")["n"].sum().sort_values(ascending=False, kind="stable").index)
    figure = draw_matrix(topics, bins, counts, labels, names, "events")
    st.session_state.topic_bin = size
    with _section(title, figure.layout.width):
        st.caption(f"Events by {size}, of {size}s that have any. Click a square to see them on the timeline.")
        show_matrix(figure, "topics_time", _pick_time)
        coarse = tables.count_too_coarse(store, chosen, size)
        if coarse:
            st.caption(f"{count(coarse, 'event')} left out: the date is only known to more than a {size}.")
        with st.expander("As a table"):
            table = df.assign(Topic=df["topic_id"].map(labels), Time=[names[_day(time)] for time in df["bin"]])
            st.dataframe(table.pivot_table(index="Topic", columns="Time", values="n", fill_value=0, sort=False))


def _day(time: datetime) -> str:
    return iso_day(moment_of(time))


def _say_bin(first: datetime, size: Bin) -> str:
    if size == "month":
        return f"{first:%b} {say_year(first.year)}"
    return say_date(first, _end_of(first, size), size).removeprefix("the ")


def _end_of(first: datetime, size: Bin) -> datetime:
    # The decades on either side of the first year are of nine years.
    years = {"year": 1, "decade": 9 if first.year in (-8, 1) else 10}.get(size)
    if years:
        return first.replace(year=first.year + years)
    return first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)


def _pick_time(topic: str, first: str) -> None:
    start = read_iso(first)
    state.choose(topics=(topic,), start=start, end=_end_of(start, st.session_state.topic_bin))
    navigation.go_to("timeline")


def _show_by_leader(store: Store, labels: dict[str, str]) -> None:
    title = "Who spoke about what"
    df = tables.count_topics_by_leader(store, state.selection())
    if df.empty:
        _section(title).caption("No quote here has both a leader and a topic.")
        return
    names = tables.name_people(store)
    counts = {(row.topic_id, row.leader_id): int(row.n) for row in df.itertuples()}
    topics = list(df.groupby("topic_id")["n"].sum().sort_values(ascending=False, kind="stable").index)
    leaders = list(df.groupby("leader_id")["n"].sum().sort_values(ascending=False, kind="stable").index)
    figure = draw_matrix(topics, leaders, counts, labels, names, "quotes")
    with _section(title, figure.layout.width):
        st.caption("Quotes, word for word and reported. Click a square to read them.")
        show_matrix(figure, "topics_leaders", _pick_leader)
        with st.expander("As a table"):
            table = df.assign(Topic=df["topic_id"].map(labels), Leader=df["leader_id"].map(names))
            st.dataframe(table.pivot_table(index="Topic", columns="Leader", values="n", fill_value=0, sort=False))


def _pick_leader(topic: str, leader: str) -> None:
    state.choose(topics=(topic,), leaders=(leader,))
    navigation.go_to("quotes")


navigation.come_through_router("topics")
show_page(tables.current_store())
