"""What a page says where the built tables cannot be read: what is wrong and what to do, never a traceback.

A table may be damaged in its middle, hold another type than it should, or be gone while its page is open: no answer can be
given then, and only a new build helps. This is the one place where that is caught; a fault of our own still shows as one.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import streamlit as st

from loaders.tables.store import StoreError
from loaders.vocabulary import VocabularyError
from pages.shared import tables
from pages.shared.phrases import plain

LONGEST = 300


@contextmanager
def tell_trouble() -> Iterator[None]:
    """While this lasts, tables that cannot be read end the page with words in place of an exception."""
    try:
        yield
    except StoreError as error:
        _tell("There is nothing to show yet", str(error))
    except VocabularyError as error:
        st.title("Dateline", anchor=False)
        st.error(
            f"The vocabulary (data/vocabulary) holds something that cannot be read: {plain(str(error))}. "
            "Put it right, then try again."
        )
        st.button("Try again", key="try_again")
        st.stop()
    except (duckdb.Error, OSError) as error:
        logging.getLogger(__name__).warning("The built tables cannot be read: %s", error)
        tables.forget()
        _tell("The built tables cannot be read any more", " ".join(str(error).split())[:LONGEST])


def _tell(what: str, why: str) -> None:
    with st.container(horizontal=True):
        st.title("Dateline", anchor=False)
    st.info(
        f"{what}: {plain(why).rstrip('.')}. Build them again (`make build DOCUMENTS=path/to/folder`, or "
        "`python -m loaders build PATH`), then reload this page."
    )
    st.button("Try again", key="try_again")
    st.stop()
