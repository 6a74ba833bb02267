"""The top of every page: its title, the honest line of what there is, and the filters that are set."""

from __future__ import annotations

import streamlit as st

from loaders.query.selection import Selection
from loaders.tables.store import Store
from pages.shared import state, tables
from pages.shared.filters import say_filters
from pages.shared.phrases import count, plain

UNDATED_HELP = "Documents without a published date, and date words that could not be placed in time."
REVIEW_HELP = "Events and quotes that the program is not sure of, and quotes whose speaker is open."


def show_head(store: Store, title: str) -> None:
    """Title, totals, and what is filtered."""
    st.title(title, anchor=False)
    totals = tables.count_totals(store)
    parts = [
        count(totals.documents, "document"),
        count(totals.events, "event"),
        count(totals.quotes, "quote"),
        f"{totals.undated:,} undated",
        f"{totals.to_review:,} to review",
    ]
    st.markdown(" · ".join(parts), help=f"Undated: {UNDATED_HELP} To review: {REVIEW_HELP}")
    # A place that is always there: one that comes and goes would shift what follows, and mount the timeline anew.
    place = st.container()
    for problem in state.problems():
        place.warning(plain(problem))
    filters = say_filters(store)
    if filters:
        left = tables.count_totals(store, state.selection())
        quotes = f"**{count(left.quotes, 'quote')}**"
        # Two events and thirty quotes look like a mistake where nothing says that the quotes are theirs.
        both = f"**{count(left.events, 'event')}** and {quotes}{_whose(state.selection())}"
        place.markdown(f"Showing {both}: {filters}")


def _whose(chosen: Selection) -> str:
    """What quotes are counted, where the filters speak of events alone."""
    return " of what was said there" if chosen.kinds or chosen.corroborated or chosen.disputed else ""


def show_nothing_left(noun: str) -> None:
    """Says that the filters leave nothing and offers to clear them, or that there is nothing at all."""
    if state.is_filtered(state.selection()):
        st.info(f"No {noun} fits all the filters that are set.")
        st.button("Clear all filters", key="clear_empty", on_click=state.clear, type="primary")
    else:
        st.info(f"The documents hold no {noun}. The documents page says what was read and what was not.")
