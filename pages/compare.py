"""Compare two accounts: pick an event that several documents tell, or any two documents, and read them side by side."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from loaders.export import to_csv
from loaders.query.alignment import Pair, Statement
from loaders.query.comparison import (
    ABSENT,
    Comparison,
    as_page,
    as_table,
    compare_accounts,
    mark_differences,
    say_introduction,
    say_lag,
)
from loaders.records import Span
from loaders.tables.schema import MOST_EVIDENCE
from loaders.tables.store import Store
from pages.shared import navigation, state, tables
from pages.shared.copies import say_copied
from pages.shared.evidence import say_disputes
from pages.shared.page_head import show_head
from pages.shared.phrases import count, plain, say_date, say_published
from pages.shared.tolls import say_tolls

ANY = "any"
"""The choice of two documents of one's own in place of an event."""


def show_page(store: Store) -> None:
    """Choose, then read side by side."""
    show_head(store, "Compare")
    documents = tables.list_documents(store)
    documents = documents[documents["status"] != "failed"]
    if len(documents) < 2:
        st.info("Two documents are needed to compare; there are not two that were read.")
        return
    event = _choose_event(store)
    pair = _choose_documents(documents, event)
    if pair is None:
        return
    whole = event is None or _choose_whole()
    # Whole documents are compared as any two: what they are titled, and when they were published, is not the event's.
    event = None if whole else event
    comparison = compare_accounts(store, *pair, event, whole)
    if comparison is not None:
        _show_comparison(store, comparison, event)


def _choose_event(store: Store) -> dict[str, Any] | None:
    events = tables.list_told_by_several(store, state.selection())
    if events.empty and not state.is_filtered(state.selection()):
        st.info("No event here is told by more than one document. Any two documents can be read side by side.")
    elif events.empty:
        st.info(
            "No event that the filters leave is told by more than one document. "
            "Below are any two documents of your choice; clear the filters to see all events told by several."
        )
        st.button("Clear all filters", key="clear_compare", on_click=state.clear)
    labels = {
        row.event_id: f"{say_date(row.start, row.end, row.precision)} · {row.title} ({row.n_documents})"
        for row in events.itertuples()
    }
    labels[ANY] = "Any two documents"
    wanted = state.view("event") if state.view("event") in labels else next(iter(labels))
    wanted = ANY if state.view("one") else wanted
    st.session_state.compare_field = wanted
    st.selectbox(
        "Event that several documents tell",
        list(labels),
        format_func=labels.__getitem__,
        key="compare_field",
        on_change=_take_event,
    )
    if wanted == ANY:
        return None
    return dict(events[events["event_id"] == wanted].iloc[0])


def _take_event() -> None:
    chosen = st.session_state.compare_field
    if chosen == ANY:
        state.show(event="", one=ANY, two="")
    else:
        state.show(event=chosen, one="", two="")


def _choose_documents(documents: pd.DataFrame, event: dict[str, Any] | None) -> tuple[str, str] | None:
    """The two documents: those of the event, or any; None until there are two different ones."""
    ids = (
        list(documents["document_id"])
        if event is None
        else [i for i in documents["document_id"] if i in event["documents"]]
    )
    titles = dict(zip(documents["document_id"], documents["title"], strict=True))
    if event is not None and len(ids) == 2:
        return ids[1], ids[0]  # the list is newest first; read the earlier account first
    # Two texts that nothing joins are not set side by side unasked.
    defaults = (None, None) if event is None and len(ids) > 2 else (ids[-1], ids[0])
    if any(state.view(name) not in ("", ANY, *ids) for name in ("one", "two")):
        st.warning("The address names a document that is not there. Choose the ones to compare.")
    columns = st.columns(2)
    chosen = []
    for column, name, label, default in zip(columns, ("one", "two"), ("First", "Second"), defaults, strict=True):
        wanted = state.view(name)
        key = f"{name}_field"
        st.session_state[key] = wanted if wanted in ids else default
        column.selectbox(
            f"{label} document",
            ids,
            format_func=titles.__getitem__,
            key=key,
            on_change=state.chooser(name, key),
            placeholder="Choose a document",
        )
        chosen.append(st.session_state[key])
    if None in chosen:
        st.caption("Choose two documents, and they are set side by side, statement by statement.")
        return None
    if chosen[0] == chosen[1]:
        st.info("Choose two different documents.")
        return None
    return chosen[0], chosen[1]


def _choose_whole() -> bool:
    st.session_state.whole_field = bool(state.view("whole"))
    label = "Whole documents, not only what they say on this event"
    return bool(st.checkbox(label, key="whole_field", on_change=_take_whole))


def _take_whole() -> None:
    state.show(whole="yes" if st.session_state.whole_field else "")


def _show_comparison(store: Store, comparison: Comparison, event: dict[str, Any] | None) -> None:
    names = tables.name_people(store)
    both = sum(pair.first is not None and pair.second is not None for pair in comparison.pairs)
    alone = [sum(getattr(pair, side) is None for pair in comparison.pairs) for side in ("second", "first")]
    mentions = tables.mentions_of(store, event["event_id"]).to_dict("records") if event is not None else []
    if event is not None and event["disputed"]:
        st.warning("\n".join(say_disputes(event["disputed"], mentions, names)))
    if (event is None or "figures" not in event["disputed"]) and (figures := say_tolls(mentions)):
        st.markdown("  \n".join(figures))
    st.markdown(
        f"**{count(both, 'statement')} in both** · {alone[0]} only in the first · {alone[1]} only in the second. "
        "Words that the other account has not are marked."
    )
    title = event["title"] if event is not None else "Two documents compared"
    _show_downloads(comparison, names, title)
    heads = st.columns(2, gap="medium")
    for column, account in zip(heads, (comparison.first, comparison.second), strict=True):
        document = account.document
        parts = [document["publisher"], say_published(document["published"])]
        parts.append(say_lag(account.lag_days).removeprefix("published ") if event is not None else "")
        parts.append(say_copied(document, _ids(comparison)))
        parts.append(f"only its first {MOST_EVIDENCE} sentences on this" if account.is_cut else "")
        column.markdown(f"**{plain(document['title'])}**  \n:gray[{plain(' · '.join(part for part in parts if part))}]")
    rows = "".join(
        f'<div class="dl-pair{_alone(pair)}">'
        f"{_cell(pair.first, pair.only_first if pair.second else (), comparison.first.document, names)}"
        f"{_cell(pair.second, pair.only_second if pair.first else (), comparison.second.document, names)}</div>"
        for pair in comparison.pairs
    )
    st.html(f'<div class="dl-pairs">{rows}</div>')


def _alone(pair: Pair) -> str:
    """What one account has alone: on a phone, where the columns stand below each other, it says which."""
    if pair.first and pair.second:
        return ""
    return f' alone" data-only="only in the {"first" if pair.first else "second"}'


def _ids(comparison: Comparison) -> set[str]:
    return {comparison.first.document["document_id"], comparison.second.document["document_id"]}


def _cell(statement: Statement | None, spans: Sequence[Span], document: dict[str, Any], names: dict[str, str]) -> str:
    if statement is None:
        return f'<div class="dl-none">{ABSENT}</div>'
    introduction = html.escape(say_introduction(statement, names))
    link = f"documents?text={document['document_id']}&amp;at={statement.start}-{statement.end}"
    return (
        f'<div><div class="dl-facts">{introduction} <a href="{link}" target="_self">in the text</a></div>'
        f"{mark_differences(statement, spans)}</div>"
    )


def _show_downloads(comparison: Comparison, names: dict[str, str], title: str) -> None:
    with st.container(horizontal=True):
        st.download_button(
            "Download as a table (CSV)",
            data=lambda: to_csv(as_table(comparison, names)),
            file_name="dateline-comparison.csv",
            mime="text/csv",
            key="download_comparison",
            on_click="ignore",
        )
        st.download_button(
            "Download as a page to print",
            data=lambda: as_page(comparison, title, names),
            file_name="dateline-comparison.html",
            mime="text/html",
            key="download_page",
            on_click="ignore",
        )


navigation.come_through_router("compare")
show_page(tables.current_store())
