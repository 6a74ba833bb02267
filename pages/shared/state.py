"""What the reader chose, kept in the session and in the address bar, so that a link shows the same view.

The session holds one `Selection` and a few choices of the view; widgets show them and change them through callbacks.
The address holds the same, defaults left out: `?leader=xi-jinping&topic=trade&from=2021-01-01&words=call&event=3f9a…`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, cast

import streamlit as st

from loaders.query.selection import Selection

LISTS = {"leader": "leaders", "topic": "topics", "kind": "kinds", "document": "documents"}
"""Name in the address to field of the Selection, for what may be chosen more than once."""

FLAGS = ("together", "corroborated", "disputed")
"""Fields of the Selection that are set or not, by the same name in the address."""

VIEW = {
    "lanes": "leader",
    "event": "",
    "view": "",
    "text": "",
    "speech": "",
    "order": "",
    "who": "",
    "at": "",
    "one": "",
    "two": "",
    "whole": "",
}
"""Choices of the view, by their name in the address, with their defaults: lanes of the timeline, the picked event, the
window of the zoom (`start..end`), the document that is open, the kind and order of quotes, the leader whose life line
is shown, the place in the open document (`start-end`), the two documents that are compared, and whether as a whole."""


def restore() -> None:
    """Take the state from the address on a visit's first run, or when the address was changed from outside."""
    now = _address()
    if "selection" not in st.session_state or (now and now != st.session_state.get("written")):
        st.session_state.selection = read_selection(now)
        st.session_state.view = {name: (now.get(name) or [default])[0] for name, default in VIEW.items()}
        st.session_state.written = now


def come_through_router(page: str) -> None:
    """Go through dashboard.py if the page was started without it.

    Streamlit runs a file of pages/ by itself when the very first visit to a new server asks for that page: it does
    not know yet that dashboard.py has the say.
    """
    if not st.session_state.pop("routed", False):
        st.session_state.go_to = page
        st.switch_page("dashboard.py", query_params=cast(Any, _address()))


def write() -> None:
    """Put the state into the address."""
    wanted = address()
    if _address() != wanted:
        st.query_params.from_dict(cast(Any, wanted))
    st.session_state.written = wanted


def selection() -> Selection:
    """What the filters hold."""
    return cast(Selection, st.session_state.selection)


def choose(**changes: object) -> None:
    """Change the filters: `choose(words="call")`."""
    st.session_state.selection = replace(selection(), **cast(Any, changes))


def take_choice(field: str, choice: str, key: str) -> None:
    """Put a choice into a filter, or take it out, as the box with this key says.

    Not: turn it over. Streamlit also calls back for boxes that it had forgotten, when the reader comes back to a page.
    """
    others = tuple(c for c in getattr(selection(), field) if c != choice)
    choose(**{field: (*others, choice) if st.session_state[key] else others})


def clear() -> None:
    """Everything again: no filter."""
    st.session_state.selection = Selection()


def view(name: str) -> str:
    """A choice of the view, its default where none was made."""
    return cast(str, st.session_state.view[name])


def show(**changes: str) -> None:
    """Change the view: `show(event=event_id)`."""
    st.session_state.view = {**st.session_state.view, **changes}


def chooser(name: str, key: str) -> Callable[[], None]:
    """A callback that takes a widget's value into the view."""
    return lambda: show(**{name: st.session_state[key] or VIEW[name]})


def address() -> dict[str, list[str]]:
    """The address that the state should have."""
    return to_address(selection(), st.session_state.view)


def _address() -> dict[str, list[str]]:
    return {name: st.query_params.get_all(name) for name in st.query_params}


def read_selection(address: Mapping[str, list[str]]) -> Selection:
    """The Selection of an address; what cannot be read in it is left out."""
    lists = {field: tuple(dict.fromkeys(address.get(name, ()))) for name, field in LISTS.items()}
    return Selection(
        **lists,
        start=_day(address.get("from")),
        end=_day(address.get("until")),
        words=(address.get("words") or [""])[0],
        **{flag: bool(address.get(flag)) for flag in FLAGS},
    )


def to_address(chosen: Selection, shown: Mapping[str, str]) -> dict[str, list[str]]:
    """The address of a state, defaults left out."""
    address = {name: list(getattr(chosen, field)) for name, field in LISTS.items()}
    address["from"] = [chosen.start.date().isoformat()] if chosen.start else []
    address["until"] = [chosen.end.date().isoformat()] if chosen.end else []
    address["words"] = [chosen.words] if chosen.words else []
    address |= {flag: ["1"] for flag in FLAGS if getattr(chosen, flag)}
    address |= {name: [value] for name, value in shown.items() if value != VIEW[name]}
    return {name: values for name, values in address.items() if values}


def _day(values: list[str] | None) -> datetime | None:
    try:
        return datetime.fromisoformat(values[0]) if values else None
    except ValueError:
        return None


def is_filtered(chosen: Selection) -> bool:
    """Whether any filter is set."""
    return any(getattr(chosen, field.name) != field.default for field in fields(Selection))
