"""Every way from page to page: one mechanism, which also works inside a fragment.

A callback only says where to go. What runs next goes there: the router, or the fragment that the callback ran in, which
runs alone and which the router would not hear of before the next full run. So fragments come from here, not from Streamlit.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, ParamSpec, cast

import streamlit as st

from loaders.tables.store import Store
from pages.shared import state, tables
from pages.shared.trouble import tell_trouble

P = ParamSpec("P")


def go_to(page: str, /, **view: str) -> None:
    """For a callback: go to a page ("documents") with this view, as soon as the callback is done."""
    state.show(**view)
    st.session_state.go_to = page


def follow() -> None:
    """Go where a callback said, if one did; nothing after this runs then."""
    page = st.session_state.pop("go_to", None)
    if page:
        st.switch_page(f"pages/{page}.py", query_params=cast(Any, state.address()))


def fragment(show: Callable[P, None]) -> Callable[P, None]:
    """Streamlit's fragment, a part of a page that runs by itself, with the ways out of it."""

    @functools.wraps(show)
    def show_or_leave(*args: P.args, **kwargs: P.kwargs) -> None:
        follow()
        with tell_trouble():
            if is_fragment_alone() and any(isinstance(one, Store) and _is_old(one) for one in args):
                st.rerun(scope="app")
            show(*args, **kwargs)

    return cast(Callable[P, None], st.fragment(show_or_leave))


def _is_old(store: Store) -> bool:
    """Whether somebody corrected something, or built, since a part of a page was given these tables: they may be gone."""
    return store.version != tables.current_store().version


def is_fragment_alone() -> bool:
    """Whether this run is one of a fragment, and the rest of the page stays as it is."""
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    context = get_script_run_ctx(suppress_warning=True)
    return bool(context and context.fragment_ids_this_run)


def came_by_history() -> bool:
    """Whether this run shows an address that the reader went back or forward to."""
    from streamlit.runtime.scriptrunner import get_script_run_ctx

    context = get_script_run_ctx(suppress_warning=True)
    return bool(context and context.is_history_navigation)


def come_through_router(page: str) -> None:
    """Go through dashboard.py if the page was started without it.

    Streamlit runs a file of pages/ by itself when the very first visit to a new server asks for that page: it does
    not know yet that dashboard.py has the say.
    """
    if not st.session_state.pop("routed", False):
        st.session_state.go_to = page
        st.switch_page("dashboard.py", query_params=cast(Any, state.asked()))
