"""The topics of the collection itself, and the form that writes one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from loaders.own_topics import NAME, add_topic, remove_topic
from loaders.vocabulary import Topic, VocabularyError
from pages.shared import deciding, tables
from pages.shared.permission import may_change
from pages.shared.phrases import plain
from pages.shared.topic_names import read_own

FIELDS = ("topic_label", "topic_words")
KEPT = "kept:"


def show_own_topics() -> None:
    """The topics of the collection itself, and the fields for a further one; what is wrong with their file, with its place."""
    deciding.show_problem()
    folder, own = tables.built_folder(), dict[str, Topic]()
    try:
        own = read_own()
    except VocabularyError as error:
        st.error(plain(f"The topics of this collection cannot be read: {error}. Put it right in {folder / NAME}."))
        return
    if not may_change():
        return
    with st.expander("Topics of this collection"):
        for topic_id, topic in own.items():
            words, button = st.columns([0.8, 0.2], vertical_alignment="center")
            listed = ", ".join(word for some in topic.terms.values() for word in some)
            words.markdown(f"**{plain(topic.label)}**: {plain(listed)}")
            button.button("Remove", key=f"save-remove-topic-{topic_id}", on_click=_remove, args=(topic_id,))
        left, right = st.columns([0.35, 0.65])
        for key in FIELDS:
            st.session_state.setdefault(key, st.session_state.get(KEPT + key, ""))
        left.text_input("Topic", key="topic_label", max_chars=60, placeholder="e.g. Fisheries", on_change=_keep)
        right.text_input(
            "Words that show it",
            key="topic_words",
            max_chars=1000,
            on_change=_keep,
            placeholder="e.g. fishing rights, trawler*, herring",
            help="With commas between them; a * stands for any ending. The same name again replaces its words.",
        )
        st.button("Find it in all documents", key="save-topic", on_click=_add)
        st.caption(f"They are kept in {NAME} beside the tables, where they can be edited as well.")


def _keep() -> None:
    """Keep what is typed while the reader turns to another page, where Streamlit forgets the fields of this one."""
    for key in FIELDS:
        st.session_state[KEPT + key] = st.session_state[key]


def _add() -> None:
    label, typed = (str(st.session_state.get(key) or "") for key in FIELDS)
    if _change(lambda folder: add_topic(folder, label, typed.split(","))):
        for key in FIELDS:
            st.session_state[key] = st.session_state[KEPT + key] = ""


def _remove(topic_id: str) -> None:
    _change(lambda folder: remove_topic(folder, topic_id))


def _change(change: Callable[[Path], object]) -> bool:
    """Write the file, and have the tables follow; whether that went well."""
    # It takes a second to import what builds tables, and few visits write a topic.
    from loaders.brought import CollectionError
    from loaders.collection import rebuild

    folder = tables.built_folder()
    try:
        change(folder)
        rebuild(folder)
    except (VocabularyError, CollectionError, OSError) as error:
        return deciding.tell(str(error))
    return True
