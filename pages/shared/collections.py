"""The collection at the head of every page: which is shown, another chosen, made; on the page Add renamed and removed."""

from __future__ import annotations

import streamlit as st

from loaders.collection_folders import LONGEST_NAME, Collection, list_collections
from loaders.query.selection import Selection
from pages.shared import deciding, navigation, state, tables
from pages.shared.address import VIEW
from pages.shared.permission import may_change
from pages.shared.phrases import plain, shorten

LONGEST = 32
"""Letters of a name at the head of a page; the list has all of it."""


def current_collection() -> Collection:
    """The collection that is shown."""
    folder, found = tables.built_folder(), list_collections(tables.root_folder())
    return next((one for one in found if one.folder == folder), found[0])


def choose_collection() -> None:
    """What is shown, and behind it the others and a field for a new one."""
    now = current_collection()
    place = st.popover(
        f"In: {plain(shorten(now.name, LONGEST))}", key="open_collection", type="tertiary", on_change="rerun"
    )
    if not place.open:
        return
    with place:
        found = {one.slug: one.name for one in list_collections(tables.root_folder())}
        st.session_state.collection_field = now.slug
        st.radio(
            "Collection",
            list(found),
            format_func=lambda slug: plain(found[slug]),
            key="collection_field",
            on_change=lambda: open_collection(st.session_state.collection_field),
        )
        if may_change():
            st.text_input(
                "New collection", key="new_collection", max_chars=LONGEST_NAME, placeholder="e.g. Ports of the Baltic"
            )
            st.button("Make it", key="save-make-collection", on_click=_make)
            deciding.show_problem()


def open_collection(slug: str, page: str = "") -> None:
    """For a callback: show another collection from its beginning; no filter of the one before goes with it."""
    st.session_state.selection = Selection()
    st.session_state.view = {**VIEW, "collection": slug}
    st.session_state.problems = ()
    for key in ("open_collection", "steps_here", "review_skipped", "told_by"):
        st.session_state.pop(key, None)
    if page:
        navigation.go_to(page)


def _make() -> None:
    # It takes a second to import what writes tables, and few visits make a collection.
    from loaders.brought import CollectionError
    from loaders.collections import make

    try:
        slug = make(tables.root_folder(), str(st.session_state.get("new_collection") or ""))
    except CollectionError as error:
        deciding.tell(str(error))
        return
    open_collection(slug, page="add")


def show_care() -> None:
    """The fields that rename the collection and take it away."""
    now = current_collection()
    with st.expander("Rename or remove this collection"):
        st.text_input("Name", now.name, key=f"name:{now.slug}", max_chars=LONGEST_NAME)
        row = st.container(horizontal=True, gap="small")
        row.button("Rename", key="save-rename", on_click=_rename, args=(now.slug,))
        if now.slug:
            row.button("Remove", key="save-remove", on_click=_remove, args=(now,))
            st.caption("Its folder is moved to collections/removed beside the others: nothing in it is lost.")


def _rename(slug: str) -> None:
    from loaders.brought import CollectionError
    from loaders.collections import rename

    try:
        rename(tables.root_folder(), slug, str(st.session_state[f"name:{slug}"]))
    except CollectionError as error:
        st.session_state.add_done = (False, str(error))


def _remove(collection: Collection) -> None:
    from loaders.brought import CollectionError
    from loaders.collections import remove

    try:
        place = remove(tables.root_folder(), collection.slug)
    except CollectionError as error:
        st.session_state.add_done = (False, str(error))
        return
    open_collection("")
    st.session_state.add_done = (True, f"Removed {collection.name}. Its folder is {place} now.")


def tell_gone() -> None:
    """Say that the collection of the address is not there, once, and show the first."""
    slug = state.view("collection")
    if slug and tables.built_folder() == tables.root_folder():
        state.show(collection="")
        st.session_state.problems = (f"There is no collection “{shorten(slug, LONGEST)}”; the first one is shown.",)
