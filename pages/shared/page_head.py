"""The top of every page: its title, the honest line of what there is, and the filters that are set."""

from __future__ import annotations

import html
import json
from dataclasses import replace

import streamlit as st

from loaders.query.rows import Totals
from loaders.query.selection import TAKING_PART, Selection, search_terms
from loaders.tables.store import Store
from pages.shared import state, tables
from pages.shared.collections import choose_collection
from pages.shared.filters import FACETS, FLAGS, as_typed, choice_names
from pages.shared.links import chip, flag_link, page_link
from pages.shared.phrases import count, plain, shorten

LONGEST_CHIP = 40


def show_head(store: Store, title: str) -> None:
    """Title, totals, and what is filtered."""
    with st.container(horizontal=True, key="head", vertical_alignment="bottom"):
        st.title(title, anchor=False, width="content")
        st.html(f'<p class="dl-totals">{_totals_html(tables.count_totals(store), title)}</p>')
        choose_collection()
    # A place that is always there: one that comes and goes would shift what follows, and mount the timeline anew.
    place = st.container()
    for problem in state.problems():
        place.warning(plain(problem))
    chosen = state.selection()
    if chosen.words and not search_terms(chosen.words):
        place.warning(f"“{plain(chosen.words)}” has no letter or figure to look for: nothing was searched.")
    if state.is_filtered(chosen):
        left = tables.count_totals(store, chosen)
        with place.container(horizontal=True, key="chosen", vertical_alignment="center", gap="small"):
            shown = f"{_showing(store, left, chosen)}: {_chips_html(store, chosen)}"
            st.html(f'<p class="dl-chosen">{shown}</p>', width="content")
            st.button("Clear all", key="clear", on_click=state.clear, type="tertiary")
        _tell(f"{title}: {count(left.events, 'event')}, {count(left.quotes, 'quote')}")
    else:
        _tell(title)


def _totals_html(totals: Totals, title: str) -> str:
    """What there is; each number leads to the page that shows it."""
    pages = (
        ("documents", count(totals.documents, "document")),
        ("timeline", count(totals.events, "event")),
        ("quotes", count(totals.quotes, "quote")),
    )
    parts = [html.escape(words) if page == title.lower() else page_link(page, words) for page, words in pages]
    undated = f"{totals.undated:,} undated"
    parts.append(
        f'<span title="Documents without a published date, and date words that could not be placed in time">{undated}</span>'
    )
    waiting = f"{totals.to_review:,} to review"
    review = html.escape(waiting) if title == "Review" else page_link("review", waiting)
    # On a phone the bar right above says it already (style.css).
    return f'{" · ".join(parts)}<span class="dl-waiting"> · {review}</span>'


def _showing(store: Store, left: Totals, chosen: Selection) -> str:
    # Two events and thirty quotes look like a mistake where nothing says that the quotes are theirs.
    whose = " of what was said there" if chosen.kinds or chosen.corroborated or chosen.disputed or chosen.places else ""
    events, quotes = count(left.events, "event"), count(left.quotes, "quote")
    shown = f"Showing <b>{page_link('timeline', events)}</b> and <b>{page_link('quotes', quotes)}</b>{whose}"
    if not search_terms(chosen.words):
        return shown
    # Whole texts are searched too: what is neither dated nor said in them is found there alone.
    texts = count(tables.count_documents(store, chosen), "text")
    return f"{shown}, in <b>{page_link('documents', texts)}</b>{_more_of_texts(store, chosen)}"


def _more_of_texts(store: Store, chosen: Selection) -> str:
    """The way to the events that these texts tell in other words."""
    told = replace(chosen, min_weight=0.0)
    more = (
        0 if chosen.texts else tables.count_events(store, replace(told, texts=True)) - tables.count_events(store, told)
    )
    return f" (and {flag_link('texts', count(more, 'more event'))} told in them)" if more else ""


def _chips_html(store: Store, chosen: Selection) -> str:
    """A chip for each part of what is chosen; read on, they are a sentence."""
    names = choice_names(store)
    chips = [chip("words", "", f"“{shorten(chosen.words, LONGEST_CHIP)}”")] if chosen.words else []
    for facet, _ in FACETS:
        made = [chip(facet, one, shorten(names[facet].get(one, one), LONGEST_CHIP)) for one in getattr(chosen, facet)]
        joint = " and " if facet in TAKING_PART and chosen.together else " or "
        chips += [joint.join(made)] if made else []
    chips += [chip(flag, "", label) for flag, label in FLAGS.items() if getattr(chosen, flag)]
    chips += [chip("start", "", f"from {as_typed(chosen, 'start')}")] if chosen.start else []
    chips += [chip("end", "", f"until {as_typed(chosen, 'end')}")] if chosen.end else []
    return " ".join(chips)


def _tell(words: str) -> None:
    """What those hear who do not see the change (live.js)."""
    told = json.dumps(words).replace("<", "\\u003c")
    st.html(f"<script>window.datelineTell?.({told})\n</script>", unsafe_allow_javascript=True)
