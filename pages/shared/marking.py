"""An event or a quote that was overlooked, added by marking its words in the text of a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from loaders.decisions.anchors import target_passage
from loaders.decisions.marked import LONGEST, find_marked
from loaders.decisions.records import Wish
from loaders.query.markdown_signs import without_signs
from loaders.tables.store import Store
from pages.shared import deciding, tables
from pages.shared.corrections import LONGEST_NAME, LONGEST_TITLE, Row, document_of, generation, open_place
from pages.shared.form_fields import date_field, kind_field, who_field, words_field
from pages.shared.permission import may_change
from pages.shared.phrases import plain, shorten

KEY = "marking_heard"
STYLE = """<style>
    [data-testid="stLayoutWrapper"]:has(> .st-key-marking) { position: sticky; top: 3.75rem; z-index: 5; }
    .st-key-marking { padding: 4px 0; background: var(--dl-paper); border-bottom: 1px solid var(--dl-edge); }
    .st-key-marking_heard_box { display: none; }
</style>"""
SHOWN = 60
EVENT, QUOTE = "An event", "A quote"

_listener = st.components.v2.component(
    "dateline_marking", html="<i hidden></i>", js=(Path(__file__).parent / "marking.js").read_text(encoding="utf-8")
)


def show_adding(store: Store, document: Row, findings: Mapping[str, pd.DataFrame]) -> None:
    """Above the text, and in sight while it is read: what is marked, and the form that makes an event or a quote of it."""
    if not may_change():
        return
    document_id = str(document["document_id"])
    st.html(STYLE)
    with st.container(key="marking_heard_box"):
        _listener(key=KEY, on_marked_change=lambda: _hear(document_id))
    with st.container(key="marking", gap="small"):
        marked = _marked(document_id)
        words = plain(shorten(_say(str(document["text"])[slice(*marked)]), SHOWN)) if marked else ""
        form = open_place(
            f"passage:{document_id}",
            f"Add from “{words}”" if marked else "Mark words in the text to add what was overlooked",
        )
        if form is not None:
            with form:
                _show_form(store, document, findings, marked)


def _say(words: str) -> str:
    """Words in one line, without signs of Markdown."""
    return " ".join(without_signs(words).split())


def _hear(document_id: str) -> None:
    said = dict(st.session_state.get(KEY) or {}).get("marked") or {}
    words, before = (str(said.get(name) or "") for name in ("words", "before"))
    place = find_marked(str(document_of(document_id)["text"]), words, before)
    if place is not None:
        st.session_state.marked = (document_id, *place)


def _marked(document_id: str) -> tuple[int, int] | None:
    """What is marked in a document; None where nothing is."""
    known, *place = st.session_state.get("marked") or ("",)
    return (place[0], place[1]) if known == document_id else None


def _show_form(
    store: Store, document: Row, findings: Mapping[str, pd.DataFrame], marked: tuple[int, int] | None
) -> None:
    """The words, whether they tell an event or are a quote, and what is to be known of it."""
    start, end = marked or (-1, -1)
    key = f"{document['document_id']}:{start}:{end}:{generation()}"
    text = str(document["text"])
    words = text[start:end] if marked else ""
    st.text_area(
        "Words of the text",
        words,
        key=f"passage_words:{key}",
        max_chars=LONGEST,
        height=100,
        help="Marked with the mouse or a finger, or pasted here.",
    )
    what = st.segmented_control("They are", [EVENT, QUOTE], default=EVENT, required=True, key=f"passage_is:{key}")
    inside = {name: _within(findings["annotations"], name, start, end) for name in ("date", "leader")}
    people = [one for one in inside["leader"]["value"] if one]
    asked = (_event_fields if what == EVENT else _quote_fields)(store, key, words, people, inside["date"])
    st.text_input("Why", key=f"why:{key}", max_chars=LONGEST_TITLE, placeholder="For the history, if you like")

    def save() -> None:
        try:
            typed = str(st.session_state[f"passage_words:{key}"])
            place = marked if marked and typed == words else find_marked(text, typed)
            if place is None:
                raise ValueError("These words do not stand in the text. Mark them there, or paste them as they stand.")
            new = asked()
        except ValueError as error:
            deciding.tell(str(error))
            return
        why = str(st.session_state.get(f"why:{key}") or "").strip()
        target = target_passage(document_of(str(document["document_id"])), *place)
        if deciding.save([Wish(target, "event" if what == EVENT else "quote", None, new, why)]):
            st.session_state.decided = generation() + 1
            st.session_state.pop("marked", None)

    st.button("Add it", key=f"save:passage:{key}", type="primary", on_click=save)
    deciding.show_problem()


def _within(annotations: pd.DataFrame, kind: str, start: int, end: int) -> pd.DataFrame:
    return annotations[(annotations["kind"] == kind) & (annotations["start"] >= start) & (annotations["end"] <= end)]


def _event_fields(
    store: Store, key: str, words: str, people: list[str], dates: pd.DataFrame
) -> Callable[[], dict[str, Any]]:
    """The fields of an event, filled from what was found in the words; what asks them."""
    names = tables.name_people(store)
    read = date_field("Date", f"passage_date:{key}", "")
    placed = dates[dates["placed"]]
    if len(placed):
        st.caption(plain(f"In the words: {', '.join(f'“{row.text}” ({row.value})' for row in placed.itertuples())}."))
    title = words_field("Title", f"passage_title:{key}", shorten(_say(words), LONGEST_TITLE), LONGEST_TITLE)
    kind = kind_field(f"passage_kind:{key}", "other")
    who = who_field("Who took part", f"passage_who:{key}", store, list(dict.fromkeys(people)), names)
    place = words_field("Place", f"passage_place:{key}", "", LONGEST_NAME)

    def ask() -> dict[str, Any]:
        changes = read("date")
        if not changes:
            raise ValueError("An event needs a date. Try 30 August 2021, August 2021 or 1990s.")
        if not title():
            raise ValueError("An event needs a title.")
        return {
            **changes[0][2],
            "title": title(),
            "kind": kind(),
            "place": place(),
            "people": _people(store, who(), names),
        }

    return ask


def _quote_fields(
    store: Store, key: str, words: str, people: list[str], dates: pd.DataFrame
) -> Callable[[], dict[str, Any]]:
    """The field of a quote: who said it."""
    names = tables.name_people(store)
    st.selectbox(
        "Who said it",
        list(dict.fromkeys([*people, *names])),
        index=None,
        format_func=lambda one: names.get(one, one),
        key=f"passage_speaker:{key}",
        accept_new_options=True,
        placeholder="Choose or type a name",
    )

    def ask() -> dict[str, Any]:
        speaker = str(st.session_state[f"passage_speaker:{key}"] or "").strip()
        return {"people": _people(store, [speaker] if speaker else [], names)}

    return ask


def _people(store: Store, chosen: list[str] | tuple[str, ...] | Any, names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Those chosen or typed, with the kinds that the tables know of them."""
    said = deciding.say_who((), {"person": list(chosen)}, names)
    added = said["add"] if said else []
    for person in added:
        known = tables.get_person(store, person["id"])
        person["kind"] = person["kind"] if known is None else known["kind"]
    return added
