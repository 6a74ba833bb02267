"""Putting right what was read wrongly: a small form on the card of an event, on a quote, and on a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from loaders.decisions.anchors import target_document, target_event, target_person, target_quote
from loaders.decisions.records import Target, Wish
from loaders.tables.schema import BY_READER
from loaders.tables.store import Store
from pages.shared import deciding, tables
from pages.shared.form_fields import (
    Change,
    changed,
    date_field,
    kind_field,
    topics_field,
    weight_field,
    who_field,
    words_field,
)
from pages.shared.permission import may_change
from pages.shared.phrases import plain, say_date, say_published, shorten

Row = Mapping[str, Any]

HIDE = [("hidden", None, True)]
LONGEST_TITLE, LONGEST_NAME = 300, 120


def say_corrected(why: str) -> str:
    """What a reader changed in a row, of the reasons in it, as Markdown; empty where nobody did."""
    first = why.split("; ", 1)[0] if why.startswith(BY_READER) else ""
    return plain(first[:1].upper() + first[1:]) + "." if first else ""


def correct_event(store: Store, event: Row, mentions: Sequence[Row], names: Mapping[str, str]) -> None:
    """The form for an event: for all accounts of it, or one."""
    form = open_place(f"event:{event['event_id']}")
    if form is None:
        return
    with form:
        told = {str(mention["mention_id"]): mention for mention in mentions}
        account = _choose_account(told, str(event["event_id"]))
        key = f"{event['event_id']}:{account}:{generation()}"
        chosen = [told[account]] if account else list(told.values())
        now = _now(event, event["title"], next(iter(event["places"]), ""))
        if account:
            now = _now(told[account], told[account]["line"], told[account]["place"] or "")
        read = date_field("Date", f"date:{key}", say_date(now["start"], now["end"], now["precision"]))
        title = words_field("Title", f"title:{key}", now["title"], LONGEST_TITLE)
        kind = kind_field(f"kind:{key}", now["kind"])
        persons = _people(store)
        people = who_field("Who took part", f"people:{key}", store, now["leaders"], persons)
        others = {one: name for one, name in names.items() if one not in persons}
        actors = who_field("Countries and organisations", f"actors:{key}", store, now["actors"], others)
        place = words_field("Place", f"place:{key}", now["place"], LONGEST_NAME)
        topics = topics_field(f"topics:{key}", now["topics"])
        weight = weight_field(f"weight:{key}", now["weight"])

        def changes() -> list[Change]:
            before = [*now["leaders"], *now["actors"]]
            who = deciding.say_who(before, {"person": people(), "organisation": actors()}, names)
            return [
                *read("date"),
                *changed("title", now["title"], title()),
                *changed("kind", now["kind"], kind()),
                *([("who", before, who)] if who else []),
                *changed("place", now["place"], place(), may_lack=True),
                *topics(),
                *weight(),
            ]

        _show_end(
            key,
            lambda: [target_event(mention, document_of(mention["document_id"])) for mention in chosen],
            changes,
            "Hide this event" if len(chosen) == len(told) else "Hide this account",
            list(told),
        )


def _choose_account(told: Mapping[str, Row], event_id: str) -> str:
    """The mention to correct, empty for all of an event."""
    if len(told) < 2:
        return next(iter(told))
    options = ["", *told]

    def say(mention_id: str) -> str:
        return shorten(told[mention_id]["document_title"], 60) if mention_id else f"All {len(told)} accounts"

    return str(st.selectbox("Correct in", options, format_func=say, key=f"account:{event_id}:{generation()}"))


def _now(row: Row, title: str, place: str) -> dict[str, Any]:
    """What the form of an event, or of one account of it, holds at first."""
    return {
        **{name: row[name] for name in ("start", "end", "precision", "weight")},
        **{name: list(row[name]) for name in ("leaders", "actors", "topics")},
        "kind": row["event_type"],
        "title": title,
        "place": place,
    }


def correct_quote(store: Store, statement: Sequence[Row], names: Mapping[str, str]) -> None:
    """The form for a quote: who said it."""
    quote = statement[0]
    form = open_place(f"quote:{quote['quote_id']}")
    if form is None:
        return
    with form:
        key = f"{quote['quote_id']}:{generation()}"
        now = quote["speaker"] or ""
        people = _people(store)
        options = list(dict.fromkeys([*([now] if now else []), *people]))
        st.selectbox(
            "Who said it",
            options,
            index=0 if now else None,
            format_func=lambda one: people.get(one, one),
            key=f"speaker:{key}",
            accept_new_options=True,
            placeholder="Choose or type a name",
        )

        def changes() -> list[Change]:
            said = str(st.session_state[f"speaker:{key}"] or "").strip()
            if not said or said == now:
                return []
            speaker = said if said in people else deciding.find_person(said, people)
            new = {"id": speaker, "name": people.get(speaker) or said}
            return [("speaker", names.get(now, now) or "open", new)]

        _show_end(
            key,
            lambda: [target_quote(row, document_of(row["document_id"])) for row in statement],
            changes,
            "Hide this quote",
        )


def correct_person(store: Store, person: Row) -> None:
    """The form for somebody whom the program took for a person of his own: who it is."""
    form = open_place(f"person:{person['leader_id']}", "Somebody else")
    if form is None:
        return
    with form:
        key, own = f"{person['leader_id']}:{generation()}", str(person["leader_id"])
        people = tables.list_people(store) if person["kind"] == "person" else None
        names = tables.name_people(store) if people is None else _people(store)
        st.selectbox(
            "Who it is",
            [one for one in names if one != own],
            index=None,
            format_func=lambda one: names.get(one, one),
            key=f"whom:{key}",
            accept_new_options=True,
            placeholder="Choose or type a name",
        )

        def changes() -> list[Change]:
            said = str(st.session_state[f"whom:{key}"] or "").strip()
            if not said:
                return []
            person_id = said if said in names else deciding.find_person(said, names)
            new = {"id": person_id, "name": names.get(person_id) or said, "kind": person["kind"]}
            return [] if person_id == own else [("person", person["name"], new)]

        _show_end(key, lambda: [target_person(own, str(person["name"]))], changes)


def correct_document(document: Row) -> None:
    """The form for a document: when it was published, by whom, and its title."""
    form = None
    if document["status"] != "failed":
        form = open_place(f"document:{document['document_id']}", "Correct title, date, publisher")
    if form is None:
        return
    with form:
        key = f"{document['document_id']}:{generation()}"
        title = words_field("Title", f"title:{key}", document["title"], LONGEST_TITLE)
        was = "" if pd.isna(document["published"]) else say_published(document["published"])
        read = date_field("Published", f"published:{key}", was, is_day=True)
        publisher = words_field("Publisher", f"publisher:{key}", document["publisher"] or "", LONGEST_NAME)
        st.caption(
            "“Yesterday” and “on Monday” count from the published date: the document is read again with another."
        )

        def changes() -> list[Change]:
            return [
                *changed("title", document["title"], title()),
                *read("published"),
                *changed("publisher", document["publisher"] or "", publisher(), may_lack=True),
            ]

        _show_end(key, lambda: [target_document(document_of(document["document_id"]))], changes)


def open_form(key: str) -> None:
    """For a callback: unfold the form of "event:…", "quote:…", "document:…" or "person:…"."""
    st.session_state[f"correct:{key}:{generation()}"] = True


def open_place(key: str, label: str = "Correct") -> Any:
    """The popover of a form while it is open; None else, so that a page of twenty quotes draws no field."""
    if not may_change():
        return None
    form = st.popover(label, type="tertiary", key=f"correct:{key}:{generation()}", on_change="rerun")
    return form if form.open else None


def generation() -> int:
    """Changes with each saving: forms begin anew then, and are closed."""
    return int(st.session_state.setdefault("decided", 0))


def _show_end(
    key: str,
    targets: Callable[[], list[Target]],
    changes: Callable[[], list[Change]],
    hide: str = "",
    mention_ids: Sequence[str] = (),
) -> None:
    """The end of a form: why, save, hide, and what went wrong."""
    st.text_input("Why", key=f"why:{key}", max_chars=LONGEST_TITLE, placeholder="For the history, if you like")
    row = st.container(horizontal=True, gap="small")
    args = (targets, changes, f"why:{key}", mention_ids)
    row.button("Save", key=f"save:{key}", type="primary", on_click=_save, args=args)
    if hide:
        args = (targets, lambda: HIDE, f"why:{key}", mention_ids)
        row.button(hide, key=f"hide:{key}", on_click=_save, args=args)
    deciding.show_problem()


def _save(
    targets: Callable[[], list[Target]], changes: Callable[[], list[Change]], why: str, mention_ids: Sequence[str]
) -> None:
    """For a callback: what the form holds becomes decisions, and the form is closed."""
    try:
        wanted = changes()
    except ValueError as error:
        deciding.tell(str(error))
        return
    if not wanted:
        deciding.tell("Nothing was changed.")
        return
    words = str(st.session_state.get(why) or "").strip()
    if deciding.save([Wish(target, *change, words) for target in targets() for change in wanted]):
        st.session_state.decided = generation() + 1
        if mention_ids:
            deciding.keep_event(mention_ids)


def document_of(document_id: str) -> Row:
    """A document of the tables. Raises ValueError where it is not there any more."""
    document = tables.get_document(tables.current_store(), document_id)
    if document is None:
        raise ValueError("This document is not there any more.")
    return document


def _people(store: Store) -> dict[str, str]:
    people = tables.list_people(store)
    return dict(zip(people["leader_id"], people["name"], strict=True))
