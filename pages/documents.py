"""The documents: what was read, what was not and why; a text with what was found in it highlighted."""

from __future__ import annotations

import html
from pathlib import Path

import pandas as pd
import streamlit as st

from loaders.layout import lay_out
from loaders.layout.furniture import end_of_front_matter
from loaders.query.documents import texts_of
from loaders.query.hits import find_hits, passage
from loaders.query.markdown_signs import without_signs
from loaders.query.rows import LARGEST_ANSWER
from loaders.query.selection import search_terms
from loaders.tables.store import Store
from pages.shared import corrections, navigation, state, tables
from pages.shared.address import read_place
from pages.shared.copies import say_copy
from pages.shared.dated_table import with_published
from pages.shared.filters import LANGUAGES
from pages.shared.found_words import found_marks
from pages.shared.laid_out import draw_layout, say_blocks
from pages.shared.links import link
from pages.shared.marked_text import Mark, as_block, mark_text
from pages.shared.marking import show_adding
from pages.shared.nothing_left import show_nothing_left
from pages.shared.page_head import show_head
from pages.shared.pagination import choose_page
from pages.shared.phrases import count, plain, say_published
from pages.shared.picked_row import show_rows
from pages.shared.statements import group_statements
from pages.shared.told_there import told_html
from pages.shared.topic_names import load_topics
from pages.shared.waiting import show_waiting

LAYERS = {"date": "Dates", "leader": "Leaders", "quote": "Quotes", "topic": "Topics"}
STATUS = {"read": "Read", "undated": "Read, no published date", "failed": "Not read"}
LAID_OUT = Path(__file__).resolve().parent / "shared" / "laid_out.css"
LONGEST_PASSAGE = 90
CHARACTERS_PER_PAGE = 40_000
"""Characters of a text that are shown at once: more would make the browser slow."""


def show_page(store: Store) -> None:
    """The list of documents, and the one that is open."""
    show_head(store, "Documents")
    chosen = state.selection()
    documents = tables.list_documents(store, chosen, LARGEST_ANSWER, by_name=True)
    if documents.empty:
        show_nothing_left(store, "document")
        return
    _show_list(store, documents)
    total = tables.count_documents(store, chosen)
    if total > len(documents):
        st.caption(f"The first {len(documents):,} of {total:,}: search or narrow the filters to see others.")
    st.button("Add documents", key="to_add", on_click=navigation.go_to, args=("add",))
    _show_failed(documents)
    opened = state.view("text") or _only_chosen(documents)
    if opened:
        _show_document(store, opened)


def _only_chosen(documents: pd.DataFrame) -> str:
    """The document to open when none was picked: the only one that the filter names, else the newest that was read."""
    chosen = state.selection().documents
    if len(chosen) == 1:
        return chosen[0]
    read = documents[documents["status"] != "failed"].sort_values("published", ascending=False, kind="stable")
    return str(read["document_id"].iloc[0]) if len(read) else ""


def _show_list(store: Store, documents: pd.DataFrame) -> None:
    searched = state.selection().words
    shown = pd.DataFrame(
        {
            "Title": [without_signs(title) for title in documents["title"]],
            "Publisher": documents["publisher"].fillna(""),
            "Language": [LANGUAGES.get(one, one) for one in documents["language"]],
            "Events": documents["n_mentions"],
            "Quotes": documents["n_quotes"],
            "Status": [STATUS[status] for status in documents["status"]],
            "File": [path.rsplit("/", 1)[-1] for path in documents["path"]],
        }
    )
    if search_terms(searched):
        texts = texts_of(store, list(documents["document_id"]))
        found = [passage(texts.get(one, "") or "", searched, LONGEST_PASSAGE) for one in documents["document_id"]]
        shown.insert(2, "Where it stands", found)
    # What is the same for all says nothing, and takes room from the titles.
    usual = {"Publisher": "", "Status": STATUS["read"]}
    shown = shown.drop(columns=[name for name, value in usual.items() if (shown[name] == value).all()])
    published = [say_published(moment) for moment in documents["published"]]
    show_rows(
        with_published(shown, documents["published"], published),
        "documents_table",
        list(documents["document_id"]),
        state.view("text"),
        _pick,
        height=min(38 + 35 * len(shown), 320),
        column_config={
            "Published": st.column_config.DatetimeColumn(width=170),
            "Title": st.column_config.TextColumn(width=310 if "Where it stands" in shown else 480),
            "Where it stands": st.column_config.TextColumn(width=420),
            "Events": st.column_config.NumberColumn(width=70),
            "Quotes": st.column_config.NumberColumn(width=70),
        },
    )


def _pick(document_id: str) -> None:
    state.show(text=document_id, at="", page="")


def _show_failed(documents: pd.DataFrame) -> None:
    failed = documents[documents["status"] == "failed"]
    if failed.empty:
        return
    with st.expander(f"{count(len(failed), 'document')} could not be read", expanded=True):
        for row in failed.itertuples():
            st.markdown(f"**{plain(row.path)}**: {plain(row.problem)}")


def _show_document(store: Store, document_id: str) -> None:
    document = tables.get_document(store, document_id)
    if document is None:
        st.info("This document is not there any more. Pick another from the list.")
        return
    st.header(plain(without_signs(document["title"])), anchor=False)
    _show_origin(store, document)
    corrections.correct_document(document)
    show_waiting([document_id])
    if document["status"] == "failed":
        st.error(plain(document["problem"]))
        return
    findings = tables.findings_of(store, document_id)
    n = findings["annotations"]["kind"].value_counts().to_dict() | {"quote": len(findings["quotes"])}
    layers = [layer for layer in state.view("marks").split() if layer in LAYERS]
    st.session_state.layers = layers
    st.pills(
        "Show in the text",
        list(LAYERS),
        format_func=lambda layer: f"{LAYERS[layer]} ({n.get(layer, 0):,})",
        selection_mode="multi",
        key="layers",
        on_change=lambda: state.show(marks=" ".join(st.session_state.layers) or "none"),
    )
    text = document["text"]
    searched = state.selection().words
    place = _place(len(text)) or next(iter(find_hits(text, searched)), None)
    start, last = _first_shown(text, place), len(text.rstrip())
    pages = -(-len(text) // CHARACTERS_PER_PAGE)
    if pages > 1:
        first = place[0] // CHARACTERS_PER_PAGE + 1 if place else 1
        page = choose_page(pages, "text_page", first)
        start = (page - 1) * CHARACTERS_PER_PAGE
    end = min(start + CHARACTERS_PER_PAGE, last)
    st.session_state.laid_out = bool(state.view("laid"))
    st.toggle(
        "How the text was laid out",
        key="laid_out",
        help=LAYOUT_HELP,
        on_change=lambda: state.show(laid="yes" if st.session_state.laid_out else ""),
    )
    if state.view("laid"):
        _show_layout(text[start:end], findings["annotations"], start)
    else:
        show_adding(store, document, findings)
        marks = make_marks(findings, layers, tables.name_people(store))
        marks += found_marks(text, searched, start, end)
        marks += [Mark(*place, "here")] if place else []
        shown = as_block(mark_text(text, marks, start, end))
        if findings["mentions"].empty:
            st.html(shown)
        else:
            with st.container(key="text_and_told"):
                beside = st.columns([0.64, 0.36], gap="medium")
            beside[0].html(shown)
            beside[1].html(told_html(findings["mentions"]))
        if place and state.view("text"):
            st.html(SCROLL, unsafe_allow_javascript=True)
    _show_left_open(findings["annotations"])


LAYOUT_HELP = (
    "What each paragraph was taken for, and who speaks there and when, where it says so itself. Look here first "
    "when something was read wrongly: dates count from their entry, turns belong to their speaker, captions tell nothing."
)


def _show_layout(shown: str, annotations: pd.DataFrame, start: int) -> None:
    """The part of the text that is shown, block by block; `start` is its place in the whole."""
    layout = lay_out(shown)
    dated = annotations[(annotations["kind"] == "date") & annotations["placed"]]
    dates = [((row.start - start, row.end - start), str(row.value)) for row in dated.sort_values("start").itertuples()]
    st.caption(say_blocks(layout.blocks))
    st.html(LAID_OUT)
    st.html(draw_layout(layout, dates))


SCROLL = """<script>
    setTimeout(() => document.querySelector(".dl-text mark.here")?.scrollIntoView({block: "center"}), 150);
</script>"""


def _first_shown(text: str, place: tuple[int, int] | None) -> int:
    """Where what is shown begins: behind front matter, which was read, unless it is what is looked for."""
    front = end_of_front_matter(text)
    behind = front if place is None or place[0] >= front else 0
    return behind + len(text[behind:]) - len(text[behind:].lstrip())


def _place(length: int) -> tuple[int, int] | None:
    """The place that the address names, None where it names none within the text."""
    place = read_place(state.view("at"))
    return place if place and place[1] <= length else None


def _show_origin(store: Store, document: pd.Series) -> None:
    publisher = document["publisher"]
    parts = [link("publishers", publisher, publisher)] if publisher else []
    if pd.notna(document["published"]):
        how = f"“{document['published_text']}”, {document['published_how']}"
        parts.append(f"Published {say_published(document['published'])} ({html.escape(how)})")
    if document["problem"] and document["status"] != "failed":
        parts.append(html.escape(document["problem"]))
    if document["copy_of"]:
        original = tables.get_document(store, document["copy_of"])
        parts.append(html.escape(say_copy(document, original["title"] if original is not None else "another document")))
    parts.append(html.escape(document["path"]))
    st.html(f'<p class="dl-facts">{" · ".join(parts)}</p>')
    if document["url"] and document["url"].startswith(("http://", "https://")):
        address = html.escape(document["url"])
        source = f'<a href="{address}" target="_blank" rel="noopener noreferrer">{address}</a>'
        st.html(f'<div class="dl-facts">{source}</div>')


def make_marks(findings: dict[str, pd.DataFrame], layers: list[str], names: dict[str, str]) -> list[Mark]:
    """The marks of the chosen layers, each with a note that says what was understood."""
    topics = load_topics()
    marks = []
    for row in findings["annotations"].itertuples():
        if row.kind not in layers:
            continue
        if row.kind == "date":
            marks.append(
                Mark(row.start, row.end, "date" if row.placed else "open", f"{row.value or 'left open'}: {row.how}")
            )
        elif row.kind == "leader":
            marks.append(Mark(row.start, row.end, "leader", f"{names.get(row.value, 'left open')}: {row.how}"))
        elif row.value in topics:
            marks.append(Mark(row.start, row.end, "topic", topics[row.value].label))
    if "quote" in layers:
        for statement in group_statements(findings["quotes"].to_dict("records")):
            quote = statement[0]
            note = f"{names.get(quote['speaker'], quote['speaker']) or 'speaker open'} ({quote['kind']})"
            marks.append(Mark(quote["statement_start"], quote["statement_end"], "quote", note))
    return marks


def _show_left_open(annotations: pd.DataFrame) -> None:
    left = annotations[~annotations["placed"]]
    if left.empty:
        return
    with st.expander(f"Seen and left open: {count(len(left), 'place')}"):
        rows = [{"Words": row.text, "Kind": row.kind, "Why": row.how} for row in left.itertuples()]
        st.dataframe(pd.DataFrame(rows), hide_index=True)


navigation.come_through_router("documents")
show_page(tables.current_store())
