"""What a page says where the built tables cannot be read: what is wrong and what to do, never a traceback.

A table may be damaged in its middle, hold another type than it should, or be gone while its page is open: no answer can be
given then, and only a new build helps. This is the one place where that is caught; a fault of our own still shows as one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import duckdb
import streamlit as st

from loaders.tables.store import StoreError
from loaders.vocabulary import VocabularyError
from pages.shared import tables
from pages.shared.phrases import plain

LONGEST = 300
BUILD = "Build them again (`make build DOCUMENTS=path/to/folder`, or `python -m loaders build PATH`), then reload this page."


@contextmanager
def tell_trouble() -> Iterator[None]:
    """While this lasts, tables that cannot be read end the page with words in place of an exception."""
    try:
        yield
    except StoreError as error:
        _tell(f"There is nothing to show yet: {_clause(error)}. {BUILD}")
    except VocabularyError as error:
        what = f"The vocabulary (data/vocabulary) holds something that cannot be read: {_clause(error)}"
        _tell(f"{what}. Put it right, then try again.", st.error)
    except (duckdb.Error, OSError) as error:
        logging.getLogger(__name__).warning("The built tables cannot be read: %s", error)
        tables.forget()
        _tell(f"The built tables cannot be read any more: {_clause(error)}. {BUILD}")


def _clause(error: Exception) -> str:
    """What an error says, to go on after."""
    return plain(" ".join(str(error).split())[:LONGEST]).rstrip(".")


def _tell(words: str, show: Callable[[str], object] = st.info) -> None:
    with st.container(horizontal=True):
        st.title("Dateline", anchor=False)
    show(words)
    st.button("Try again", key="try_again")
    st.stop()
