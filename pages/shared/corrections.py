"""Putting right what was read wrongly: a small form on the card of an event, on a quote, and on a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from loaders.decisions.anchors import target_document, target_event, target_quote
from loaders.decisions.records import Target, Wish
from loaders.tables.schema import BY_READER
from loaders.tables.store import Store
from loaders.vocabulary import load_kinds
from pages.shared import deciding, tables
from pages.shared.decision_words import say_reading
from pages.shared.permission import may_change
from pages.shared.phrases import plain, say_date, say_published, shorten

Row = Mapping[str, Any]
Change = tuple[str, Any, Any]
"""Field, what it was, what it is to be."""

DATE_HELP = (
    "As you would write it: 30 August 2021, August 2021, 1990s, 24–26 November 2022. Also 1960~ for about 1960, 199X."
)
HIDE = [("hidden", None, True)]
LONGEST_TITLE, LONGEST_NAME = 300, 120


def say_corrected(why: str) -> str:
    """What a reader changed in a row, of the reasons in it, as Markdown; empty where nobody did."""
    first = why.split("; ", 1)[0] if why.startswith(BY_READER) else ""
    return plain(first[:1].upper() + first[1:]) + "." if first else ""


def correct_event(store: Store, event: Row, mentions: Sequence[Row], names: Mapping[str, str]) -> None:
    """The form for an event: for all accounts of it, or one."""
    deciding.keep_accounts(str(event["event_id"]), [str(mention["mention_id"]) for mention in mentions])
    form = _open(f"event:{event['event_id']}")
    if form is None:
        return
    with form:
        told = {str(mention["mention_id"]): mention for mention in mentions}
        account = _choose_account(told, str(event["event_id"]))
        key = f"{event['event_id']}:{account}:{_generation()}"
        chosen = [told[account]] if account else list(told.values())
        now = _of_event(event) if not account else _of_account(told[account])
        read = _date_field("Date", f"date:{key}", say_date(now["start"], now["end"], now["precision"]))
        title = _words_field("Title", f"title:{key}", now["title"], LONGEST_TITLE)
        kind = _kind_field(f"kind:{key}", now["kind"])
        persons = _people(store)
        people = _who_field("Who took part", f"people:{key}", store, now["leaders"], persons)
        others = {one: name for one, name in names.items() if one not in persons}
        actors = _who_field("Countries and organisations", f"actors:{key}", store, now["actors"], others)
        place = _words_field("Place", f"place:{key}", now["place"], LONGEST_NAME)

        def changes() -> list[Change]:
            before = [*now["leaders"], *now["actors"]]
            who = deciding.say_who(before, {"person": people(), "organisation": actors()}, names)
            return [
                *read("date"),
                *_changed("title", now["title"], title()),
                *_changed("kind", now["kind"], kind()),
                *([("who", before, who)] if who else []),
                *_changed("place", now["place"], place(), may_lack=True),
            ]

        _show_end(
            key,
            lambda: [target_event(mention, _document(mention["document_id"])) for mention in chosen],
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

    return str(st.selectbox("Correct in", options, format_func=say, key=f"account:{event_id}:{_generation()}"))


def _of_event(event: Row) -> dict[str, Any]:
    return {
        "start": event["start"],
        "end": event["end"],
        "precision": event["precision"],
        "title": event["title"],
        "kind": event["event_type"],
        "leaders": list(event["leaders"]),
        "actors": list(event["actors"]),
        "place": next(iter(event["places"]), ""),
    }


def _of_account(mention: Row) -> dict[str, Any]:
    return {
        "start": mention["start"],
        "end": mention["end"],
        "precision": mention["precision"],
        "title": mention["line"],
        "kind": mention["event_type"],
        "leaders": list(mention["leaders"]),
        "actors": list(mention["actors"]),
        "place": mention["place"] or "",
    }


def correct_quote(store: Store, statement: Sequence[Row], names: Mapping[str, str]) -> None:
    """The form for a quote: who said it."""
    quote = statement[0]
    form = _open(f"quote:{quote['quote_id']}")
    if form is None:
        return
    with form:
        key = f"{quote['quote_id']}:{_generation()}"
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
            lambda: [target_quote(row, _document(row["document_id"])) for row in statement],
            changes,
            "Hide this quote",
        )


def correct_document(document: Row) -> None:
    """The form for a document: when it was published, by whom, and its title."""
    form = None
    if document["status"] != "failed":
        form = _open(f"document:{document['document_id']}", "Correct title, date, publisher")
    if form is None:
        return
    with form:
        key = f"{document['document_id']}:{_generation()}"
        title = _words_field("Title", f"title:{key}", document["title"], LONGEST_TITLE)
        was = "" if pd.isna(document["published"]) else say_published(document["published"])
        read = _date_field("Published", f"published:{key}", was, is_day=True)
        publisher = _words_field("Publisher", f"publisher:{key}", document["publisher"] or "", LONGEST_NAME)
        st.caption(
            "“Yesterday” and “on Monday” count from the published date: the document is read again with another."
        )

        def changes() -> list[Change]:
            return [
                *_changed("title", document["title"], title()),
                *read("published"),
                *_changed("publisher", document["publisher"] or "", publisher(), may_lack=True),
            ]

        _show_end(key, lambda: [target_document(_document(document["document_id"]))], changes)


def _open(key: str, label: str = "Correct") -> Any:
    """The popover of a form while it is open; None else, so that a page of twenty quotes draws no field."""
    if not may_change():
        return None
    form = st.popover(label, type="tertiary", key=f"correct:{key}:{_generation()}", on_change="rerun")
    return form if form.open else None


def _generation() -> int:
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
        st.session_state.decided = _generation() + 1
        if mention_ids:
            deciding.keep_event(mention_ids)


def _document(document_id: str) -> Row:
    document = tables.get_document(tables.current_store(), document_id)
    if document is None:
        raise ValueError("This document is not there any more.")
    return document


def _people(store: Store) -> dict[str, str]:
    people = tables.list_people(store)
    return dict(zip(people["leader_id"], people["name"], strict=True))


def _changed(field: str, was: str, now: str, may_lack: bool = False) -> list[Change]:
    if now == str(was).strip() or (not now and not may_lack):
        return []
    return [(field, was, now)]


def _words_field(label: str, key: str, now: str, longest: int) -> Callable[[], str]:
    st.text_input(label, now, key=key, max_chars=max(longest, len(now)))
    return lambda: str(st.session_state[key]).strip()


def _kind_field(key: str, now: str) -> Callable[[], str]:
    kinds = load_kinds()
    options = sorted({*kinds, now}, key=lambda kind: kinds[kind].label if kind in kinds else kind)
    st.selectbox(
        "Kind",
        options,
        index=options.index(now),
        format_func=lambda kind: kinds[kind].label if kind in kinds else kind,
        key=key,
    )
    return lambda: str(st.session_state[key])


def _who_field(
    label: str, key: str, store: Store, now: Sequence[str], known: Mapping[str, str]
) -> Callable[[], Sequence[str]]:
    names = tables.name_people(store)
    st.multiselect(
        label,
        list(dict.fromkeys([*now, *known])),
        list(now),
        format_func=lambda one: names.get(one, one),
        key=key,
        accept_new_options=True,
        placeholder="Choose or type a name",
    )
    return lambda: list(st.session_state[key])


def _date_field(label: str, key: str, was: str, is_day: bool = False) -> Callable[[str], list[Change]]:
    """A field for a date; what is typed is read at once, and how is said."""
    typed = st.text_input(label, was, key=key, max_chars=80, help=DATE_HELP, placeholder="e.g. 30 August 2021")
    if typed.strip() != was:
        try:
            found = deciding.read_date(typed, is_day)
            meaning = say_reading(found.start, found.end, found.precision, found.edtf)
            st.caption(f"Read as {meaning} ({plain(found.edtf)}).")
        except ValueError as error:
            st.error(plain(str(error)))

    def changed(field: str) -> list[Change]:
        words = str(st.session_state[key]).strip()
        return [] if words == was else [(field, was or "not known", deciding.say_typed(words, is_day))]

    return changed
