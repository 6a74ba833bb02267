"""The bar at the top of every page: search, filters as popovers, and at the right link, files and what to check."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from loaders.query.selection import Facet
from loaders.tables.store import Store
from pages.shared import navigation, state, tables
from pages.shared.downloads import show_downloads
from pages.shared.filters import choice_names, heard, show_choices, show_dates, show_sources

COPY = '<button type="button" class="dl-copy">Copy link</button>'
POPOVERS = (
    ("leaders", "Who"),
    ("actors", "Countries and organisations"),
    ("kinds", "Kind"),
    ("topics", "Topic"),
    ("sources", "Source"),
    ("languages", "Language"),
    ("dates", "Dates"),
)
SPEAKERS = "Speaker"


def show_bar(store: Store, of_quotes: bool) -> Callable[[], None]:
    """The bar; what comes back fills the popovers that are open, and is called after the page: that is drawn first.

    What nobody sees is neither counted nor sent. Counts are of events, or of quotes.
    """
    to_fill: list[Callable[[], None]] = []
    with st.container(horizontal=True, key="bar", gap="xsmall", vertical_alignment="center"):
        _show_search()
        with st.container(horizontal=True, key="facets", gap="xsmall"):
            for key, label in POPOVERS:
                name = SPEAKERS if of_quotes and key == "leaders" else label
                _show_popover(key, name, partial(_fill, key, name, store, of_quotes), to_fill)
        with st.container(horizontal=True, key="ways_out", gap="xsmall"):
            st.html(COPY)
            _show_popover("download", "Download", partial(show_downloads, store), to_fill)
            n = tables.count_totals(store).to_review
            st.button(f"Review {n:,}", key="check", on_click=_review, disabled=not n)

    def fill() -> None:
        for show in to_fill:
            show()

    return fill


def _show_search() -> None:
    st.session_state.words_field = state.selection().words
    st.text_input(
        "Search",
        key="words_field",
        placeholder="Search what happened, what was said, who, where",
        label_visibility="collapsed",
        **heard("words_field", lambda: state.choose(words=st.session_state.words_field.strip())),
    )


def _show_popover(key: str, label: str, show: Callable[[], None], to_fill: list[Callable[[], None]]) -> None:
    place = st.popover(
        label, key=f"open_{key}", on_change="rerun", type="tertiary" if key == "download" else "secondary"
    )

    def fill() -> None:
        with place:
            show()

    if place.open:
        to_fill.append(fill)


def _fill(key: str, label: str, store: Store, of_quotes: bool) -> None:
    if key == "dates":
        show_dates()
    elif key == "sources":
        show_sources(store, of_quotes)
    else:
        facet: Facet = key  # type: ignore[assignment]
        show_choices(store, facet, label, choice_names(store)[facet], of_quotes)


def _review() -> None:
    navigation.go_to("review", event="", page="")
