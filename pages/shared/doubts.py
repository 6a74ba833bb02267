"""One doubt on screen: what the program makes of it, why that may be wrong, and the words that it comes from."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

import streamlit as st

from loaders.query.review import Doubt
from loaders.tables.store import Store
from pages.shared import corrections, tables
from pages.shared.evidence import head_html, open_document, quote_in_paragraph, say_reading, show_evidence, source_html
from pages.shared.marked_text import Mark, as_block, mark_text, paragraph_around
from pages.shared.phrases import count, plain, say_when

LABELS = {
    "undated": "No published date",
    "differ": "Sources differ",
    "pair": "Perhaps one event",
    "unsure": "Not sure",
    "date": "Date open to doubt",
    "speaker": "Speaker",
    "person": "Not known",
    "words": "Date words",
}
"""What a kind of doubt is called, in the order in which they are asked."""
AROUND = 240
"""Characters of a paragraph before and after a sentence that are shown with it."""
HEAD = 900
"""Characters of a document without a date that are shown: a date stands at its head."""


def show_doubt(store: Store, doubt: Doubt) -> bool:
    """What there is to see of a doubt; False where the tables do not hold it any more."""
    return SHOW[doubt.kind](store, doubt)


def _ask(question: str, why: str = "") -> None:
    st.header(question, anchor=False)
    if why:
        st.html(f'<p class="dl-why"><b>Why it is asked:</b> {html.escape(why[:1].upper() + why[1:])}.</p>')


def _show_event(store: Store, doubt: Doubt) -> bool:
    if tables.get_event(store, doubt.key) is None:
        return False
    mentions = tables.mentions_of(store, doubt.key)
    if doubt.kind == "date":
        _ask("Is this the right date?", doubt.why)
    elif doubt.kind == "differ":
        _ask("Do the documents contradict each other?", "they tell the same in part, and differ on what is named below")
    else:
        _ask("Is this right?", "; ".join(dict.fromkeys(mentions["why"])))
    show_evidence(store, doubt.key)
    return True


def _show_pair(store: Store, doubt: Doubt) -> bool:
    both = [tables.get_mention(store, key) for key in (doubt.key, doubt.other)]
    if any(one is None for one in both):
        return False
    _ask("Is this one event, told twice?", doubt.why)
    for column, mention in zip(st.columns(2, gap="medium"), both, strict=True):
        with column, st.container(border=True, gap="xsmall"):
            _show_account(store, dict(mention))  # type: ignore[arg-type]
    return True


def _show_account(store: Store, mention: dict[str, Any]) -> None:
    event = tables.get_event(store, mention["event_id"])
    if event is None:
        return
    st.subheader(plain(event["title"]), anchor=False)
    st.html(head_html(event, tables.name_people(store), [mention]))
    date = (int(mention["date_start"]), int(mention["date_end"]))
    marks = [Mark(*date, "date")] if date[0] >= 0 else []
    span = int(mention["sentence_start"]), int(mention["sentence_end"])
    st.html(as_block(mark_text(mention["text"], marks, *span)))
    st.html(f'<p class="dl-facts">{source_html(mention)}</p>')
    st.caption(say_reading(mention))


def _show_quote(store: Store, doubt: Doubt) -> bool:
    quote = tables.get_quote(store, doubt.key)
    document = None if quote is None else tables.get_document(store, quote["document_id"])
    if quote is None or document is None:
        return False
    names = tables.name_people(store)
    speaker = names.get(quote["speaker"], quote["speaker"])
    _ask(f"Did {plain(speaker)} say this?" if speaker else "Who said this?", doubt.why)
    with st.container(border=True, gap="xsmall"):
        st.html(quote_in_paragraph(dict(quote), document["text"]))
        when = ""
        if quote["said"]:
            when = say_when(quote["said_start"], quote["said_end"], quote["said_precision"])
        facts = [html.escape(quote["document_title"]), html.escape(quote["publisher"] or ""), when]
        st.html(f'<p class="dl-facts">{" · ".join(filter(None, facts))}</p>')
        with st.container(horizontal=True, gap="small"):
            corrections.correct_quote(store, [dict(quote)], names)
            _open_button(quote["document_id"], int(quote["start"]), int(quote["end"]))
    return True


def _show_person(store: Store, doubt: Doubt) -> bool:
    person = tables.get_person(store, doubt.key)
    if person is None:
        return False
    what = "a person" if person["kind"] == "person" else "a body that acts"
    _ask(f"Is “{plain(person['name'])}” {what}?", "no vocabulary knows this name; it was found in the documents")
    role = f"{plain(person['role'])}, " if person["role"] else ""
    n = f"{count(int(person['n_mentions']), 'time')} in {count(int(person['n_documents']), 'document')}"
    facts = f"{role}named {n}"
    with st.container(border=True, gap="xsmall"):
        st.markdown(facts[:1].upper() + facts[1:])
        for row in tables.sentences_on(store, doubt.key).itertuples():
            document = tables.get_document(store, row.document_id)
            if document is not None:
                around = paragraph_around(document["text"], int(row.start), int(row.end), AROUND)
                shown = mark_text(document["text"], _places(person["name"], document["text"], *around), *around)
                st.html(f'{as_block(shown)}<p class="dl-facts">{html.escape(row.title)}</p>')
        corrections.correct_person(store, person)
    return True


def _places(name: str, text: str, start: int, end: int) -> list[Mark]:
    """Where a name stands, whole or by its last part."""
    found = re.finditer(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(name.split()[-1])})(?!\w)", text[start:end])
    return [Mark(start + place.start(), start + place.end(), "leader") for place in found]


def _show_words(store: Store, doubt: Doubt) -> bool:
    words = tables.get_annotation(store, doubt.key)
    document = None if words is None else tables.get_document(store, words["document_id"])
    if words is None or document is None:
        return False
    _ask(f"“{plain(words['text'])}” was not placed in time. Rightly?", doubt.why)
    span = int(words["start"]), int(words["end"])
    with st.container(border=True, gap="xsmall"):
        shown = mark_text(
            document["text"], [Mark(*span, "open", doubt.why)], *paragraph_around(document["text"], *span)
        )
        st.html(f'{as_block(shown)}<p class="dl-facts">{html.escape(document["title"])}</p>')
        _open_button(words["document_id"], *span)
    return True


def _show_undated(store: Store, doubt: Doubt) -> bool:
    document = tables.get_document(store, doubt.key)
    if document is None:
        return False
    _ask("When was this published?", "without it, “yesterday” and “on Monday” stay open")
    with st.container(border=True, gap="small"):
        st.subheader(plain(document["title"]), anchor=False)
        text = document["text"]
        start, end = _head_of(text, document["title"])
        more = "…" if end < len(text) else ""
        st.html(as_block(mark_text(text, [], start, end) + more))
        st.html(f'<p class="dl-facts">{html.escape(document["path"])}</p>')
        with st.container(horizontal=True, gap="small"):
            corrections.correct_document(document)
            _open_button(doubt.key, 0, min(len(text), 1))
    return True


def _head_of(text: str, title: str) -> tuple[int, int]:
    """Where what a reader is shown of a text begins and ends: without the title that stands above, up to a word's end."""
    start = len(title) if text.startswith(title) else 0
    start += len(text[start:]) - len(text[start:].lstrip())
    end = start + HEAD
    return start, len(text) if end >= len(text) else max(text.rfind(" ", start, end), start + 1)


def _open_button(document_id: str, start: int, end: int) -> None:
    args = (document_id, start, max(end, start + 1))
    st.button("Open the document", key=f"open:{document_id}", on_click=open_document, args=args, type="tertiary")


SHOW: Mapping[str, Any] = {
    "undated": _show_undated,
    "differ": _show_event,
    "pair": _show_pair,
    "unsure": _show_event,
    "date": _show_event,
    "speaker": _show_quote,
    "person": _show_person,
    "words": _show_words,
}
