"""What a page says when the filters leave nothing: which of them takes it away, and the ways to what lies nearest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from loaders.query.nothing import DATES, Without, count_alone, count_without
from loaders.query.selection import Selection
from loaders.tables.store import Store
from pages.shared import navigation, state, tables
from pages.shared.filters import FACETS, FLAGS, as_typed, choice_names
from pages.shared.phrases import count, join_names, plain, shorten

COUNTS: dict[str, Callable[[Store, Selection], int]] = {
    "event": tables.count_events,
    "quote": tables.count_quotes,
    "document": tables.count_documents,
}
LONGEST = 40


def show_nothing_left(store: Store, noun: str) -> None:
    """Says what leaves no event, quote or document and offers the ways out, or that there is none at all.

    Of what COUNTS does not have (leaders are listed whole) there is none, whatever is filtered.
    """
    chosen = state.selection()
    if noun not in COUNTS or not state.is_filtered(chosen):
        st.info(f"The documents hold no {noun}. The documents page says what was read and what was not.")
        return
    st.info(f"No {noun} fits all the filters that are set.")
    with st.container(horizontal=True, key="ways_on"):
        ways = count_without(store, chosen, COUNTS[noun])
        for i, without in enumerate(ways):
            words = f"Without {_say(store, chosen, without)}: {count(without.left, noun)}"
            st.button(words, key=f"without_{i}", on_click=_drop, args=(without.fields,))
        # Where no part is to blame alone, each of them may be gone on with.
        for i, alone in enumerate([] if ways else count_alone(store, chosen, COUNTS[noun])):
            words = f"Only {_say(store, chosen, alone)}: {count(alone.left, noun)}"
            st.button(words, key=f"alone_{i}", on_click=_keep, args=(chosen, alone.fields))
        for i, words in enumerate(tables.find_near_words(store, chosen.words) if chosen.words else ()):
            st.button(f"Search for {plain(words)}", key=f"near_{i}", on_click=state.choose, kwargs={"words": words})
        if noun != "document" and chosen.words:
            _offer_texts(store, chosen.words, noun)
        st.button("Clear all filters", key="clear_empty", on_click=state.clear, type="primary")


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


def _keep(chosen: Selection, fields: tuple[str, ...]) -> None:
    state.clear()
    state.choose(**{name: getattr(chosen, name) for name in fields})


def _offer_texts(store: Store, words: str, noun: str) -> None:
    """The texts in which the words stand all the same, outside of what is dated or said."""
    chosen = replace(state.selection(), texts=True, min_weight=0.0)
    told = tables.count_events(store, chosen)
    if told and noun == "event":
        st.button(
            f"{count(told, 'event')} of texts with these words",
            key="of_texts",
            on_click=state.choose,
            kwargs={"words": words, "texts": True},
        )
    n = tables.count_documents(store, Selection(words=words))
    if n:
        told = f"“{plain(shorten(words, LONGEST))}” in the text of {count(n, 'document')}"
        st.button(told, key="in_texts", on_click=_read_texts, args=(words,))


def _read_texts(words: str) -> None:
    state.clear()
    state.choose(words=words)
    navigation.go_to("documents", text="", at="")
