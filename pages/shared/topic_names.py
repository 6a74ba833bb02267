"""What topics are called, those of the collection itself among them."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from loaders.own_topics import NAME, read_own_topics
from loaders.vocabulary import Topic, VocabularyError
from loaders.vocabulary import load_topics as load_known
from pages.shared import tables


def load_topics() -> dict[str, Topic]:
    """The topics of the vocabulary and of the collection that is shown; without the latter where its file is wrong."""
    try:
        return {**load_known(), **read_own()}
    except VocabularyError:
        return dict(load_known())


def read_own() -> dict[str, Topic]:
    """The topics of the collection that is shown. Raises VocabularyError where its file is wrong."""
    folder = tables.built_folder()
    try:
        changed = (folder / NAME).stat().st_mtime_ns
    except OSError:
        return {}
    return _read(str(folder), changed)


@st.cache_data(max_entries=8, show_spinner=False)
def _read(folder: str, changed: int) -> dict[str, Topic]:
    return read_own_topics(Path(folder))
