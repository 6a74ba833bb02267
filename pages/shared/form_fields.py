"""The fields of a form that puts something right: each is drawn at once, and gives what asks for its value later."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from loaders.decisions.records import MAIN
from loaders.tables.store import Store
from loaders.vocabulary import load_kinds
from pages.shared import deciding, tables
from pages.shared.decision_words import say_reading, say_topic, say_weight
from pages.shared.phrases import plain
from pages.shared.topic_names import load_topics

Change = tuple[str, Any, Any]
"""Field, what it was, what it is to be."""

DATE_HELP = (
    "As you would write it: 30 August 2021, August 2021, 1990s, 24–26 November 2022. Also 1960~ for about 1960, 199X."
)


def changed(field: str, was: str, now: str, may_lack: bool = False) -> list[Change]:
    """The change of a field of words; none where it is as it was, or empty and must not be."""
    if now == str(was).strip() or (not now and not may_lack):
        return []
    return [(field, was, now)]


def words_field(label: str, key: str, now: str, longest: int) -> Callable[[], str]:
    """A field for words, and what asks it."""
    st.text_input(label, now, key=key, max_chars=max(longest, len(now)))
    return lambda: str(st.session_state[key]).strip()


def kind_field(key: str, now: str) -> Callable[[], str]:
    """A list of the kinds of event, and what asks it."""
    kinds = load_kinds()
    options = sorted({*kinds, now}, key=lambda kind: kinds[kind].label if kind in kinds else kind)
    st.selectbox(
        "Kind",
        options,
        index=options.index(now),
        format_func=lambda kind: kinds[kind].label if kind in kinds else kind,
        key=key,
    )
    return lambda: str(st.session_state[key])


def who_field(
    label: str, key: str, store: Store, now: Sequence[str], known: Mapping[str, str]
) -> Callable[[], Sequence[str]]:
    """A list of people to choose from or add to, and what asks it."""
    names = tables.name_people(store)
    st.multiselect(
        label,
        list(dict.fromkeys([*now, *known])),
        list(now),
        format_func=lambda one: names.get(one, one),
        key=key,
        accept_new_options=True,
        placeholder="Choose or type a name",
    )
    return lambda: list(st.session_state[key])


WEIGHTS = (0.8, 0.2)
"""Of a main event, and of background."""


def weight_field(key: str, now: float) -> Callable[[], list[Change]]:
    """Whether an event is a main one, and what asks for the change."""
    was = WEIGHTS[0] if now >= MAIN else WEIGHTS[1]
    st.selectbox("Weight", WEIGHTS, index=WEIGHTS.index(was), format_func=say_weight, key=key)
    return lambda: changed_weight(now, st.session_state[key])


def changed_weight(was: float, now: float) -> list[Change]:
    """The change of a weight; none between two that are called the same."""
    return [] if say_weight(was) == say_weight(now) else [("weight", say_weight(was), now)]


def topics_field(key: str, now: Sequence[str]) -> Callable[[], list[Change]]:
    """A list of topics, and what asks for the change."""
    topics = load_topics()
    known = sorted({*topics, *now}, key=say_topic)
    st.multiselect("Topics", known, list(now), format_func=say_topic, key=key, placeholder="none")
    return lambda: changed_topics(now, st.session_state[key], [one for one in now if one not in st.session_state[key]])


def changed_topics(was: Sequence[str], add: Sequence[str], remove: Sequence[str]) -> list[Change]:
    """The change of topics, some of which are added and some taken out; none where that changes nothing."""
    new = {
        "add": [one for one in add if one not in was],
        "remove": [one for one in remove if one in was and one not in add],
    }
    return [("topics", [say_topic(one) for one in was], new)] if any(new.values()) else []


def date_field(label: str, key: str, was: str, is_day: bool = False) -> Callable[[str], list[Change]]:
    """A field for a date; what is typed is read at once, and how is said."""
    typed = st.text_input(label, was, key=key, max_chars=80, help=DATE_HELP, placeholder="e.g. 30 August 2021")
    if typed.strip() != was:
        try:
            found = deciding.read_date(typed, is_day)
            meaning = say_reading(found.start, found.end, found.precision, found.edtf)
            st.caption(f"Read as {meaning} ({plain(found.edtf)}).")
        except ValueError as error:
            st.error(plain(str(error)))

    def find_change(field: str) -> list[Change]:
        words = str(st.session_state[key]).strip()
        return [] if words == was else [(field, was or "not known", deciding.say_typed(words, is_day))]

    return find_change
