"""What the columns of a table are for that a reader brings: guessed by their names, put right by him."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from loaders.collection_columns import USES, as_told, guess_columns, read_told

LABELS = {
    "text": "Text",
    "date": "Date",
    "title": "Title, or what happened",
    "publisher": "Publisher",
    "url": "Address",
    "language": "Language",
    "who": "Who took part",
    "place": "Place",
}


def chosen_columns(names: list[str], said: Mapping[str, str], key: str) -> dict[str, str]:
    """What the reader says that columns are for, else a metadata.csv beside the table; what their names say needs no words."""
    before = read_told(said)
    return as_told({use: st.session_state.get(f"column_{use}_{key}", before.get(use)) for use in USES}, names)


def show_columns(names: list[str], mapped: Mapping[str, str], key: str, is_needed: bool) -> None:
    """A field for each use, unfolded where the names of the columns do not say enough."""
    now = guess_columns(names, mapped)
    with st.expander("What its columns are for", expanded=is_needed or bool(mapped)):
        st.caption("A row with a text is a document; rows with a date and a title, and no text, are events.")
        fields = st.columns(4)
        for number, use in enumerate(USES):
            fields[number % 4].selectbox(
                LABELS[use],
                names,
                index=names.index(now[use]) if use in now else None,
                key=f"column_{use}_{key}",
                placeholder="none",
            )
