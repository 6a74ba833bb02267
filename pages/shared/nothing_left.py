"""What a page says when the filters leave nothing: which of them takes it away, and the ways to what lies nearest."""

from __future__ import annotations

import html
from collections.abc import Callable

import streamlit as st

from loaders.query.nothing import DATES, Without, count_without
from loaders.query.selection import Selection
from loaders.tables.store import Store
from pages.shared import state, tables
from pages.shared.filters import FACETS, FLAGS, as_typed, choice_names
from pages.shared.links import page_link
from pages.shared.phrases import count, join_names, plain, shorten

COUNTS: dict[str, Callable[[Store, Selection], int]] = {
    "event": tables.count_events,
    "quote": tables.count_quotes,
    "document": tables.count_documents,
}
LONGEST = 40


def show_nothing_left(store: Store, noun: str) -> None:
    """Says what leaves no event, quote or document and offers the ways out, or that there is none at all."""
    chosen = state.selection()
    if not state.is_filtered(chosen):
        st.info(f"The documents hold no {noun}. The documents page says what was read and what was not.")
        return
    st.info(f"No {noun} fits all the filters that are set.")
    with st.container(horizontal=True, key="ways_on"):
        for i, without in enumerate(count_without(store, chosen, COUNTS[noun])):
            words = f"Without {_say(store, chosen, without)}: {count(without.left, noun)}"
            st.button(words, key=f"without_{i}", on_click=_drop, args=(without.fields,))
        for i, words in enumerate(tables.find_near_words(store, chosen.words) if chosen.words else ()):
            st.button(f"Search for {plain(words)}", key=f"near_{i}", on_click=state.choose, kwargs={"words": words})
        st.button("Clear all filters", key="clear_empty", on_click=state.clear, type="primary")
    if noun != "document" and chosen.words:
        _show_elsewhere(store, chosen, noun)


def _say(store: Store, chosen: Selection, without: Without) -> str:
    """The part of what is chosen, as its chips call it."""
    [name, *_] = without.fields
    if without.fields == DATES:
        ends = [f"{words} {as_typed(chosen, end)}" for end, words in zip(DATES, ("from", "until"), strict=True)]
        return plain(" ".join(said for said, end in zip(ends, DATES, strict=True) if getattr(chosen, end)))
    if name == "words":
        return f"“{plain(shorten(chosen.words, LONGEST))}”"
    if name in FLAGS:
        return f"“{FLAGS[name]}”"
    names = next(found for facet, found in choice_names(store).items() if facet == name)
    made = [shorten(names.get(one, one), LONGEST) for one in getattr(chosen, name)]
    return f"{dict(FACETS)[name].lower()} {plain(join_names(made, 'or'))}"  # type: ignore[index]


def _drop(fields: tuple[str, ...]) -> None:
    usual = Selection()
    state.choose(**{name: getattr(usual, name) for name in fields})


def _show_elsewhere(store: Store, chosen: Selection, noun: str) -> None:
    """That the words stand in texts all the same, outside of what is dated or said."""
    n = tables.count_documents(store, Selection(words=chosen.words))
    if n:
        told = html.escape(f"“{shorten(chosen.words, LONGEST)}”")
        texts = page_link("documents", f"the text of {count(n, 'document')}")
        st.html(f'<p class="dl-fact">{told} stands in {texts}.</p>')
