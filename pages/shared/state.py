"""What the reader chose, kept in the session and in the address bar, so that a link shows the same view.

The session holds one `Selection` and a few choices of the view; widgets show them and change them through callbacks.
The address holds the same, defaults left out (address.py); the browser's Back and Forward change it, and so the session.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, cast

import streamlit as st

from loaders.query.selection import Selection
from pages.shared.address import VIEW, read_address, to_address


def restore(by_history: bool = False) -> None:
    """Take the state from the address: on a visit's first run, where it was changed from outside, and after Back.

    A bare address says two things: a click on another page, which keeps what is chosen, or the way back to the beginning.
    """
    now = asked()
    if "selection" not in st.session_state or by_history or (now and now != st.session_state.get("written")):
        found = read_address(now)
        st.session_state.selection, st.session_state.view = found.selection, found.view
        st.session_state.problems = found.problems
        st.session_state.written = now


def problems() -> tuple[str, ...]:
    """What could not be read in the address, a sentence each, until the reader goes on."""
    return cast(tuple[str, ...], st.session_state.get("problems", ()))


def write() -> None:
    """Put the state into the address."""
    wanted = address()
    if asked() != wanted:
        st.query_params.from_dict(cast(Any, wanted))
    st.session_state.written = wanted


def selection() -> Selection:
    """What the filters hold, and how much an event must weigh on the page that is shown."""
    return replace(cast(Selection, st.session_state.selection), min_weight=st.session_state.get("min_weight", 0.0))


def weigh(min_weight: float) -> None:
    """Of a page: leave out what weighs less, in all that follows. It is no filter: another page shows everything."""
    st.session_state.min_weight = min_weight


def choose(**changes: object) -> None:
    """Change the filters: `choose(words="call")`. Other dates are looked at where they lie: a zoom to elsewhere ends.

    Whole texts are searched for the words for which that was asked, and not for the next ones.
    """
    if "words" in changes:
        changes = {"texts": False, **changes}
    st.session_state.selection = replace(selection(), **cast(Any, changes))
    show(page="", **({"view": ""} if {"start", "end"} & changes.keys() else {}))


def take_choice(field: str, choice: str, key: str) -> None:
    """Put a choice into a filter, or take it out, as the box with this key says.

    Not: turn it over. Streamlit also calls back for boxes that it had forgotten, when the reader comes back to a page.
    """
    others = tuple(c for c in getattr(selection(), field) if c != choice)
    choose(**{field: (*others, choice) if st.session_state[key] else others})


def clear() -> None:
    """Everything again: no filter."""
    had_dates = selection().start or selection().end
    st.session_state.selection = Selection()
    show(page="", **({"view": ""} if had_dates else {}))


def view(name: str) -> str:
    """A choice of the view, its default where none was made."""
    return cast(str, st.session_state.view[name])


def show(**changes: str) -> None:
    """Change the view: `show(event=event_id)`."""
    st.session_state.view = {**st.session_state.view, **changes}
    st.session_state.problems = ()


def chooser(name: str, key: str) -> Callable[[], None]:
    """A callback that takes a widget's value into the view."""
    return lambda: show(**{"page": "", name: st.session_state[key] or VIEW[name]})


def address() -> dict[str, list[str]]:
    """The address that the state should have."""
    return to_address(selection(), st.session_state.view)


def asked() -> dict[str, list[str]]:
    """The address as it stands in the browser."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def is_filtered(chosen: Selection) -> bool:
    """Whether any filter is set."""
    return any(
        getattr(chosen, field.name) != field.default for field in fields(Selection) if field.name != "min_weight"
    )
