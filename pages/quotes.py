"""The quote viewer: who said what, when and about what, with the paragraph around it; search, cite, download."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import cast

import pandas as pd
import streamlit as st

from loaders.query.quoted import QuoteOrder
from loaders.query.selection import Selection
from loaders.tables.store import Store
from pages.shared import corrections, navigation, state, tables
from pages.shared.citation import cite
from pages.shared.downloads import SPEECH_KINDS
from pages.shared.evidence import open_document, quote_in_paragraph
from pages.shared.found_words import mark_found
from pages.shared.links import link
from pages.shared.nothing_left import show_nothing_left
from pages.shared.page_head import show_head
from pages.shared.pagination import choose_page
from pages.shared.phrases import plain, say_date
from pages.shared.statements import Row, group_statements, statement_html
from pages.shared.topic_names import load_topics

PER_PAGE = 20

SPEECH = {"": "All", "direct": "In quotation marks", "indirect": "Reported"}
ORDERS = {"": "Latest first", "earliest": "Earliest first", "speaker": "By speaker"}


def show_page(store: Store) -> None:
    """The whole page for the current selection."""
    chosen = state.selection()
    show_head(store, "Quotes")
    choices = st.container(horizontal=True, key="view_row", vertical_alignment="center")
    with choices:
        _show_choices()
    kinds = SPEECH_KINDS.get(state.view("speech"), ())
    total = tables.count_quotes(store, chosen, kinds)
    if total == 0:
        show_nothing_left(store, "quote")
        return
    order = cast(QuoteOrder, state.view("order") or "latest")
    _show_words(store, chosen, kinds)
    quotes = tables.select_quotes(store, chosen, kinds, order=order)
    statements = group_statements(quotes.to_dict("records"))
    pages = -(-len(statements) // PER_PAGE)
    page = choose_page(pages, "quotes_page")
    first = (min(page, pages) - 1) * PER_PAGE
    with choices:
        _show_ticked(statements, tables.name_people(store))
    _show_quotes(store, statements[first : first + PER_PAGE], by_speaker=order == "speaker")
    if total > len(quotes):
        st.caption(
            f"The first {len(quotes):,} of {total:,} quotes; narrow the filters to see others. The download has all."
        )


def _show_choices() -> None:
    for name, label, options in (("speech", "Kind of quote", SPEECH), ("order", "Order", ORDERS)):
        key = f"{name}_field"
        st.session_state[key] = state.view(name)
        st.segmented_control(
            label, list(options), format_func=options.__getitem__, key=key, on_change=state.chooser(name, key)
        )


def _show_ticked(statements: list[list[Row]], names: Mapping[str, str]) -> None:
    """What is selected, to be copied at once, each with where it comes from."""
    ticked = [one[0] for one in statements if st.session_state.get(_tick_key(one[0]))]
    # A place of its own name whatever it says: a popover that is renamed would close.
    with st.popover("Copy those selected", type="secondary", key="cite_ticked", disabled=not ticked):
        st.code("\n\n".join(cite(quote, _name(quote, names)) for quote in ticked), language=None, wrap_lines=True)


def _tick_key(quote: Row) -> str:
    return f"cite:tick:{quote['quote_id']}"


def _name(quote: Row, names: Mapping[str, str]) -> str:
    return names.get(quote["speaker"], quote["speaker"]) or "Speaker open"


def _show_words(store: Store, chosen: Selection, kinds: tuple[str, ...]) -> None:
    """Who has how many words, and about what."""
    df = tables.count_words(store, chosen, kinds)
    names, topics = tables.name_people(store), load_topics()
    shown = pd.DataFrame(
        {
            "Speaker": [names.get(speaker, speaker) if speaker else "Speaker open" for speaker in df["speaker"]],
            "Quotes": df["n_quotes"],
            "Words": df["n_words"],
            "Mostly about": [[topics[t].label for t in list(some)[:3] if t in topics] for some in df["topics"]],
        }
    )
    with st.expander(f"Words by speaker and topic ({len(shown)})"):
        words = st.column_config.ProgressColumn(format="%d", min_value=0, max_value=int(df["n_words"].max()))
        st.dataframe(shown, hide_index=True, column_config={"Words": words})


def _show_quotes(store: Store, statements: list[list[Row]], by_speaker: bool) -> None:
    names, last = tables.name_people(store), object()
    for statement in statements:
        if by_speaker and statement[0]["speaker"] != last:
            last = statement[0]["speaker"]
            st.header(plain(names.get(last, last) or "Speaker open"), anchor=False)
        _show_quote(store, statement)


def _show_quote(store: Store, statement: list[Row]) -> None:
    quote = statement[0]
    names = tables.name_people(store)
    speaker = _name(quote, names)
    by = link("leaders", quote["speaker"], speaker) if quote["speaker"] else html.escape(speaker)
    document = tables.get_document(store, quote["document_id"])
    around = "" if document is None else quote_in_paragraph(quote, document["text"], state.selection().words)
    with st.container(key=f"quote-{quote['quote_id']}", horizontal=True, gap="small"):
        # One piece of HTML a quote, not ten elements: a page of quotes draws several times as fast.
        st.html(
            f'<div class="dl-said"><b>{by}</b> <span>{html.escape(_cue(quote, names))}</span></div>'
            f"{_blockquote(statement)}"
            f'<div class="dl-facts">{" · ".join(part for part in _facts(quote) if part)}</div>'
            f"<details><summary>In its paragraph</summary>{around}"
            f'<div class="dl-facts">{html.escape(_how(quote))}</div></details>'
        )
        row = st.container(horizontal=True, gap="xsmall", width="content", vertical_alignment="center")
        row.checkbox("Select", key=_tick_key(quote))
        with row.popover("Copy with citation", type="tertiary", key=f"cite:{quote['quote_id']}"):
            st.code(cite(quote, speaker), language=None, wrap_lines=True)
        row.button(
            "Open the document",
            key=f"open:{quote['quote_id']}",
            on_click=open_document,
            args=(quote["document_id"], quote["statement_start"], quote["statement_end"]),
            type="tertiary",
        )
        with row:
            corrections.correct_quote(store, statement, names)


def _blockquote(statement: list[Row]) -> str:
    searched = state.selection().words
    shown = statement_html(statement, lambda words: mark_found(words, searched))
    reported = " reported" if statement[0]["kind"] == "indirect" else ""
    return f'<blockquote class="dl-quote{reported}">{shown}</blockquote>'


def _cue(quote: Row, names: Mapping[str, str]) -> str:
    """The verb, and to whom it was said; "to" would not go with every verb."""
    to = quote["addressee"]
    return ", ".join(part for part in (quote["cue"], f"addressing {names.get(to, to)}" if to else "") if part)


def _how(quote: Row) -> str:
    return f"Speaker: {quote['speaker_how']}. Date: {quote['said_how']}."


def _facts(quote: Row) -> list[str]:
    """HTML of what is told of a quote beside its words."""
    topics = load_topics()
    said = ""
    if pd.notna(quote["said_start"]):
        said = say_date(quote["said_start"], quote["said_end"], quote["said_precision"])
        if quote["event_id"] is None:
            said = f"by {said}" if "published" in quote["said_how"] else said
    kind = {"direct": "", "mixed": "partly word for word", "indirect": "reported, not word for word"}
    return [
        html.escape(said),
        ", ".join(link("topics", topic, topics[topic].label) for topic in quote["topics"] if topic in topics),
        kind[quote["kind"]],
        html.escape(quote["document_title"]),
        link("publishers", quote["publisher"], quote["publisher"]) if quote["publisher"] else "",
    ]


navigation.come_through_router("quotes")
show_page(tables.current_store())
