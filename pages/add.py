"""Add: documents that a reader brings, looked into before they are stored; and what the collection is made of."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from loaders import collection
from loaders.brought import ENDINGS, Brought, CollectionError, Found, bring, look_into, read_day
from loaders.collection import ADDED
from loaders.collection_columns import MAPPED, is_table, list_columns, say_mapped
from loaders.tables.store import Store
from pages.shared import deciding, navigation, tables
from pages.shared.collections import current_collection, show_care
from pages.shared.page_head import show_head
from pages.shared.permission import REFUSED, may_change
from pages.shared.phrases import count, plain, say_date, shorten
from pages.shared.table_columns import chosen_columns, show_columns

LANGUAGES = {"en": "English", "es": "Spanish", "zh": "Chinese"}
READ_WHOLE = "en"
"""The language of which events and quotes are read; of others the titles, dates, leaders and topics are."""
MOST_SHOWN = 20
"""Files that are looked into one by one; of more only the sum is shown."""
PEOPLE_SHOWN = 5
PASTED, PASTED_TABLE = "pasted.txt", "pasted.csv"


def show_page(store: Store) -> None:
    """The whole page."""
    show_head(store, "Add documents")
    _tell_done()
    if not may_change():
        st.info(REFUSED)
        _show_collection()
        return
    st.markdown("What you add stays on this machine, beside the tables.")
    generation = st.session_state.setdefault("add_generation", 0)
    way = st.segmented_control(
        "What to add", ["Files", "A text or a table"], default="Files", required=True, key="add_way"
    )
    if way == "Files":
        brought = st.file_uploader(
            "Documents to add",
            type=[ending.lstrip(".") for ending in ENDINGS],
            accept_multiple_files=True,
            key=f"files_{generation}",
            help="Texts, pages, PDF, Word, books, mail, subtitles, tables of documents or events, or a .zip of them.",
        )
        _show_brought([(file.name, file.getvalue()) for file in brought], store, f"files_{generation}")
    else:
        words = st.text_area(
            "Text to add", key=f"text_{generation}", height=220, placeholder="Title, date and text, or rows of a table"
        )
        name = PASTED_TABLE if is_table(words) else PASTED
        _show_brought([(name, words.encode())] if words.strip() else [], store, f"pasted_{generation}")
    _show_collection()


def _tell_done() -> None:
    done = st.session_state.pop("add_done", None)
    if done:
        (st.success if done[0] else st.error)(plain(done[1]))


def _show_brought(files: list[tuple[str, bytes]], store: Store, key: str) -> None:
    """What is in the files, with fields for what they do not say, and the button that stores them."""
    if not files:
        return
    ready: list[Brought] = []
    inside = _unpacked(files)
    for number, file in enumerate(inside):
        try:
            names = _list_columns(file.name, file.data)
            mapped = chosen_columns(names, file.said, f"{key}_{number}") if names else {}
            found = _look_into(file.name, file.data, say_mapped(mapped))
        except CollectionError as error:
            st.error(plain(str(error)))
            continue
        is_short = len(inside) > MOST_SHOWN
        with st.container(border=True):
            brought = _show_file(file, found, store, f"{key}_{number}", is_short)
            if names and not is_short:
                show_columns(names, mapped, f"{key}_{number}", is_needed=all(one.is_unread for one in found))
        if brought is not None and mapped:
            brought = replace(brought, said={**brought.said, MAPPED: say_mapped(mapped)})
        if brought is not None:
            ready.append(brought)
    if ready:
        st.button(
            f"Add {count(len(ready), 'file')}" if ready[0].name not in (PASTED, PASTED_TABLE) else "Add this text",
            key=f"add_{key}",
            type="primary",
            on_click=_add,
            args=(ready, tables.count_totals(store).events),
        )


def _unpacked(files: list[tuple[str, bytes]]) -> list[Brought]:
    """The files, those in archives one by one; what of these is left is told with its reason."""
    inside: list[Brought] = []
    for name, data in files:
        try:
            found, left = bring(name, data)
        except CollectionError as error:
            st.error(plain(str(error)))
            continue
        inside += found
        if left:
            told = "; ".join(f"{shorten(one, 60)} ({why})" for one, why in left[:PEOPLE_SHOWN])
            more = f" and {len(left) - PEOPLE_SHOWN:,} more" if len(left) > PEOPLE_SHOWN else ""
            st.warning(plain(f"Left out of {name}: {told}{more}."))
    return inside


@st.cache_data(max_entries=200, show_spinner="Reading …")
def _look_into(name: str, data: bytes, columns: str) -> list[Found]:
    return look_into(name, data, columns)


@st.cache_data(max_entries=200, show_spinner="Reading …")
def _list_columns(name: str, data: bytes) -> list[str]:
    return list_columns(name, data)


def _show_file(file: Brought, found: list[Found], store: Store, key: str, is_short: bool) -> Brought | None:
    """One file; None where it cannot be added."""
    st.markdown(f"**{plain(file.name)}** · {_sum_up(found)}")
    if all(one.is_unread for one in found):
        st.error(plain(found[0].problem or "It cannot be read."))
        return None
    if len(found) > 1 or is_short:
        undated = sum(one.published is None for one in found)
        if undated:
            st.caption(f"{count(undated, 'document')} without a published date: relative dates in them stay open.")
        return file
    [only] = found
    if tables.known_hashes(store, [only.sha256]):
        st.warning("This document is in the collection already.")
    if only.language != READ_WHOLE:
        language = LANGUAGES.get(only.language, only.language)
        st.info(
            f"{language}: titles, dates of publication, leaders and topics are read, but not every event and quote."
        )
    return replace(file, said=_show_fields(only, key, file.said))


def _sum_up(found: list[Found]) -> str:
    parts = [count(len(found), "document")] if len(found) > 1 else []
    parts += [count(sum(one.n_events for one in found), "event"), count(sum(one.n_quotes for one in found), "quote")]
    people = list(dict.fromkeys(person for one in found for person in one.people))
    if people:
        more = f" and {len(people) - PEOPLE_SHOWN:,} more" if len(people) > PEOPLE_SHOWN else ""
        parts.append(plain(", ".join(people[:PEOPLE_SHOWN])) + more)
    return " · ".join(parts)


def _show_fields(only: Found, key: str, said: Mapping[str, str]) -> dict[str, str]:
    """Title, date, publisher and address as they were found or `said`, to be put right; only what was changed counts."""
    left, right = st.columns(2)
    was = f"{only.published.day} {only.published:%B %Y}" if only.published else ""
    title = left.text_input("Title", said.get("title", only.title), key=f"title_{key}", max_chars=300)
    day = right.text_input(
        "Published", said.get("date", was), key=f"date_{key}", placeholder="e.g. 30 August 2021", max_chars=60
    )
    _say_day(right, only, day, was)
    left, right = st.columns(2)
    publisher = left.text_input(
        "Publisher", said.get("publisher", only.publisher or ""), key=f"publisher_{key}", max_chars=200
    )
    url = right.text_input("Address", said.get("url", only.url or ""), key=f"url_{key}", max_chars=1000)
    fields = {
        "title": (title, only.title),
        "date": (day, was),
        "publisher": (publisher, only.publisher or ""),
        "url": (url, only.url or ""),
    }
    return {name: now.strip() for name, (now, before) in fields.items() if now.strip() != before.strip()}


def _say_day(place: DeltaGenerator, only: Found, day: str, was: str) -> None:
    """What the typed date is read as, or where the found one stood."""
    read = read_day(day)
    if day.strip() and read is None:
        place.error(f"“{plain(shorten(day, 40))}” is no day. Try 30 August 2021 or 2021-08-30.")
    elif read is not None and day.strip() != was:
        place.caption(f"Read as {say_date(read, read + timedelta(days=1), 'day')}.")
    elif only.published is not None:
        place.caption(f"Found {plain(only.published_how)}.")
    else:
        place.caption("No date was found. Without one, “yesterday” and “on Monday” stay open.")


def _add(files: list[Brought], n_before: int) -> None:
    folder = tables.built_folder()
    try:
        names = collection.add(folder, files)
        deciding.follow(folder)
    except CollectionError as error:
        st.session_state.add_done = (False, str(error))
        return
    more = tables.count_totals(tables.current_store()).events - n_before
    events = f"{count(more, 'event')} more" if more > 0 else "no further event"
    st.session_state.add_done = (True, f"Added {', '.join(names[:3])}{' …' if len(names) > 3 else ''}: {events}.")
    st.session_state.add_generation += 1


def _show_collection() -> None:
    """What the collection is made of, and the way out of it for each part."""
    folder = tables.built_folder()
    added, sources = collection.list_added(folder), collection.list_sources(folder)
    st.header("In this collection", anchor=False)
    if not added and not sources:
        is_new = current_collection().slug
        st.caption("Nothing yet." if is_new else "These tables do not say what they were built from.")
    for number, source in enumerate(sources):
        words, button = st.columns([0.8, 0.2], vertical_alignment="center")
        words.markdown(f"{plain(_short(source))} · as it is on the disk")
        if may_change():
            button.button("Leave out", key=f"leave_{number}", on_click=_leave, args=(source,))
    for number, name in enumerate(added):
        words, button = st.columns([0.8, 0.2], vertical_alignment="center")
        words.markdown(f"{plain(name)} · added here")
        if may_change():
            button.button("Take out", key=f"take_{number}", on_click=_take, args=(name,))
    st.caption(
        f"Files that are added lie in {plain(_short(str(folder / ADDED)))}. A whole folder is built with "
        "`make run DOCUMENTS=path/to/folder`."
    )
    if may_change():
        show_care()


def _short(path: str) -> str:
    """A path as somebody knows it: from the folder of the program where it lies there."""
    inside = os.path.relpath(path)
    return path if inside.startswith("..") else Path(inside).as_posix()


def _leave(source: str) -> None:
    _change(
        lambda folder: collection.leave_out(folder, source),
        f"Left out {_short(source)}; its files are where they were.",
    )


def _take(name: str) -> None:
    _change(lambda folder: collection.take_out(folder, name), f"Took out {name}.")


def _change(change: Callable[[Path], None], done: str) -> None:
    folder = tables.built_folder()
    try:
        change(folder)
        deciding.follow(folder)
    except CollectionError as error:
        st.session_state.add_done = (False, str(error))
        return
    st.session_state.add_done = (True, done)


navigation.come_through_router("add")
show_page(tables.current_store())
