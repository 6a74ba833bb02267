"""What the bar's popovers hold: the choices of each filter, dates, flags; each choice with what it alone would leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import streamlit as st

from loaders.moments import say_year, shifted
from loaders.query.selection import TAKING_PART, Facet, Selection, fold
from loaders.tables.store import Store
from loaders.vocabulary import load_kinds
from pages.shared import navigation, state, tables
from pages.shared.phrases import plain, shorten
from pages.shared.topic_names import load_topics

SHOWN = 8
"""Choices of a filter that are listed; a field finds the others."""

LONGEST_CHOICE = 60

FACETS: tuple[tuple[Facet, str], ...] = (
    ("leaders", "Who"),
    ("actors", "Countries and organisations"),
    ("kinds", "Kind"),
    ("topics", "Topic"),
    ("publishers", "Publishers"),
    ("documents", "Documents"),
    ("languages", "Language"),
    ("places", "Place"),
)
FLAGS = {
    "corroborated": "At least two sources",
    "disputed": "Sources differ",
    "unsure": "To check",
    "texts": "All events of these texts",
}
LANGUAGES = {"en": "English", "es": "Spanish", "zh": "Chinese", "fr": "French", "de": "German", "ru": "Russian"}


def choice_names(store: Store) -> dict[Facet, dict[str, str]]:
    """For each filter, the ids and what they are called on screen."""
    return {
        "leaders": tables.name_people(store),
        "actors": tables.name_people(store),
        "topics": {topic_id: topic.label for topic_id, topic in load_topics().items()},
        "kinds": {kind_id: kind.label for kind_id, kind in load_kinds().items()},
        "documents": tables.name_documents(store),
        "publishers": {},
        "languages": LANGUAGES,
        "places": {},
    }


def heard(key: str, take: Callable[..., None], *args: object) -> dict[str, Any]:
    """The callback of a field of the bar, which holds its value already; a run of a fragment alone puts that back.

    A true change runs the whole page. What a fragment's run brings of the bar is what the browser had before it was told
    of the last change: after Back, the timeline said that it was drawn before the bar had lost its tick, and that came back.
    """
    held = st.session_state[key]

    def hear() -> None:
        if navigation.is_fragment_alone():
            st.session_state[key] = held
        else:
            take(*args)

    return {"on_change": hear}


def show_dates() -> None:
    """From when and until when, in words as one types them."""
    chosen = state.selection()
    columns = st.columns(2)
    for column, field, label in ((columns[0], "start", "From"), (columns[1], "end", "Until")):
        key = f"{field}_field"
        if key not in st.session_state or not st.session_state.get(f"{key}_wrong"):
            st.session_state[key] = as_typed(chosen, field)
        column.text_input(label, key=key, placeholder="e.g. Aug 2021", **heard(key, _take_date, field, key))
    wrong = [st.session_state[f"{f}_field_wrong"] for f in ("start", "end") if st.session_state.get(f"{f}_field_wrong")]
    for words in wrong:
        st.error(f"“{plain(words)}” is not a date that can be read. Try 2021, Aug 2021 or 30 August 2021.")
    if chosen.start and chosen.end and chosen.start >= chosen.end:
        st.error("“From” lies after “Until”.")


def as_typed(chosen: Selection, field: str) -> str:
    """A bound as the reader would type it: `until` names the last day, not the first after it."""
    moment: datetime | None = getattr(chosen, field)
    typed = st.session_state.get(f"{field}_typed")
    if typed and typed[1] == moment:
        return str(typed[0])
    if moment is None:
        return ""
    day = moment if field == "start" else shifted(moment, -timedelta(days=1))
    # Short, so that the field shows all of it.
    return f"{day.day} {day:%b} {say_year(day.year)}"


def _take_date(field: str, key: str) -> None:
    # dateparser and the finder of dates take 0.2 s to import, and few visitors type a date.
    from loaders.dates_as_written import read_written_date

    words = st.session_state[key].strip()
    found = read_written_date(words) if words else None
    st.session_state[f"{key}_wrong"] = words if words and found is None else ""
    if words and found is None:
        return
    moment = None if found is None else found.start if field == "start" else found.end
    st.session_state[f"{field}_typed"] = (words, moment)
    state.choose(**{field: moment})


def show_sources(store: Store, of_quotes: bool) -> None:
    """Publishers and documents, and what is only set or not: how many tell it, and whether they agree."""
    for flag in ("corroborated", "disputed"):
        key = f"{flag}_field"
        st.session_state[key] = getattr(state.selection(), flag)
        st.checkbox(FLAGS[flag], key=key, **heard(key, _take_flag, flag, key))
    names = choice_names(store)
    for facet in ("publishers", "documents"):
        label = dict(FACETS)[facet]
        st.markdown(f"**{label}**")
        show_choices(store, facet, label, names[facet], of_quotes)


def _take_flag(flag: str, key: str) -> None:
    state.choose(**{flag: st.session_state[key]})


def show_choices(store: Store, facet: Facet, label: str, names: dict[str, str], of_quotes: bool) -> None:
    """A tick for each choice, those with most first, and a field to find the others."""
    chosen = state.selection()
    choices = (tables.count_quote_choices if of_quotes else tables.count_choices)(store, chosen, facet)
    if facet in TAKING_PART and len(getattr(chosen, facet)) > 1 and not of_quotes:
        key = f"together_{facet}"
        st.session_state[key] = chosen.together
        st.checkbox("Only events with all of them", key=key, **heard(key, _take_flag, "together", key))
    if choices.empty:
        st.caption("None in what is selected.")
    wanted = ""
    if len(choices) > SHOWN:
        find = f"Find in {label.lower()}"
        wanted = st.text_input(find, key=f"find_{facet}", placeholder=f"find among {len(choices)}")
    for choice, left, is_made in _listed(choices, names, wanted):
        key = f"{facet}:{choice}"
        st.session_state[key] = is_made
        # A screen reader is given the label as it is written: no colour and as few escapes as may be.
        words = f"{plain(shorten(names.get(choice, choice), LONGEST_CHOICE))} ({left:,})"
        st.checkbox(words, key=key, **heard(key, state.take_choice, facet, choice, key))


def _listed(choices: object, names: dict[str, str], wanted: str) -> list[tuple[str, int, bool]]:
    """The choices to list: those made, then those with the words that were typed, most events first."""
    rows = [(row.choice, int(row.left), bool(row.chosen)) for row in choices.itertuples()]  # type: ignore[attr-defined]
    made = [row for row in rows if row[2]]
    others = [row for row in rows if not row[2] and fold(wanted) in fold(names.get(row[0], row[0]))]
    return made + others[: max(SHOWN - len(made), 3)]
