"""The filter panel in the sidebar: words, dates, and the lists to choose from; each choice with what it would leave."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import streamlit as st

from loaders.query.selection import Facet, Selection, fold
from loaders.tables.store import Store
from loaders.vocabulary import load_kinds, load_topics
from pages.shared import navigation, state, tables
from pages.shared.phrases import count, plain, shorten

SHOWN = 8
"""Choices of a filter that are listed; a field finds the others."""

LONGEST_CHOICE = 60

FACETS: tuple[tuple[Facet, str], ...] = (
    ("leaders", "Leaders"),
    ("actors", "Countries and organisations"),
    ("topics", "Topics"),
    ("kinds", "Kinds of event"),
    ("documents", "Documents"),
)


COUNTED: dict[Facet, tuple[str, ...]] = {"actors": ("country or organisation", "countries and organisations")}
"""What many choices of a filter are called, where that is not its own name."""


def show_filters(store: Store, of_quotes: bool) -> None:
    """The panel; changes go into the state through callbacks. Counts are of events, or of quotes."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown("**Filter**")
        st.button("Clear all", key="clear", on_click=state.clear, disabled=not state.is_filtered(state.selection()))
    _show_words()
    _show_dates()
    _show_flags()
    names = choice_names(store)
    for facet, label in FACETS:
        _show_facet(store, facet, "Speakers" if of_quotes and facet == "leaders" else label, names[facet], of_quotes)


def choice_names(store: Store) -> dict[Facet, dict[str, str]]:
    """For each filter, the ids and what they are called on screen."""
    return {
        "leaders": tables.name_people(store),
        "actors": tables.name_people(store),
        "topics": {topic_id: topic.label for topic_id, topic in load_topics().items()},
        "kinds": {kind_id: kind.label for kind_id, kind in load_kinds().items()},
        "documents": tables.name_documents(store),
    }


def _show_words() -> None:
    st.session_state.words_field = state.selection().words
    st.text_input(
        "Words",
        key="words_field",
        placeholder="in titles, sentences and quotes",
        **_heard("words_field", lambda: state.choose(words=st.session_state.words_field.strip())),
    )


def _heard(key: str, take: Callable[..., None], *args: object) -> dict[str, Any]:
    """The callback of a field of the panel, which holds its value already; a run of a fragment alone puts that back.

    A true change runs the whole page. What a fragment's run brings of the panel is what the browser had before it was told
    of the last change: after Back, the timeline said that it was drawn before the panel had lost its tick, and that came back.
    """
    held = st.session_state[key]

    def hear() -> None:
        if navigation.is_fragment_alone():
            st.session_state[key] = held
        else:
            take(*args)

    return {"on_change": hear}


def _show_dates() -> None:
    chosen = state.selection()
    columns = st.columns(2)
    for column, field, label in ((columns[0], "start", "From"), (columns[1], "end", "Until")):
        key = f"{field}_field"
        if key not in st.session_state or not st.session_state.get(f"{key}_wrong"):
            st.session_state[key] = _as_typed(chosen, field)
        column.text_input(label, key=key, placeholder="e.g. Aug 2021", **_heard(key, _take_date, field, key))
    wrong = [st.session_state[f"{f}_field_wrong"] for f in ("start", "end") if st.session_state.get(f"{f}_field_wrong")]
    for words in wrong:
        st.error(f"“{plain(words)}” is not a date that can be read. Try 2021, Aug 2021 or 30 August 2021.")
    if chosen.start and chosen.end and chosen.start >= chosen.end:
        st.error("“From” lies after “Until”.")


def _as_typed(chosen: Selection, field: str) -> str:
    """A bound as the reader would type it: `until` names the last day, not the first after it."""
    moment: datetime | None = getattr(chosen, field)
    typed = st.session_state.get(f"{field}_typed")
    if typed and typed[1] == moment:
        return str(typed[0])
    if moment is None:
        return ""
    day = moment if field == "start" else datetime.fromordinal(moment.toordinal() - 1)
    # Short, so that the field shows all of it.
    return f"{day.day} {day:%b} {day.year}"


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


FLAGS = {"corroborated": "At least two sources", "disputed": "Sources differ"}


def _show_flags() -> None:
    for flag, label in FLAGS.items():
        key = f"{flag}_field"
        st.session_state[key] = getattr(state.selection(), flag)
        st.checkbox(label, key=key, **_heard(key, _take_flag, flag, key))


def _take_flag(flag: str, key: str) -> None:
    state.choose(**{flag: st.session_state[key]})


def _show_facet(store: Store, facet: Facet, label: str, names: dict[str, str], of_quotes: bool) -> None:
    made = len(getattr(state.selection(), facet))
    title = f"{label} ({made})" if made else label
    # What the reader has folded out stays so when the last tick in it is taken away, also by the way back.
    opened = st.session_state.get(f"opened_{facet}", facet in ("leaders", "topics")) or bool(made)
    panel = st.expander(title, expanded=opened, key=f"open_{facet}", on_change="rerun")
    st.session_state[f"opened_{facet}"] = bool(panel.open)
    # What nobody sees is neither counted nor sent.
    if panel.open:
        with panel:
            _show_choices(store, facet, label, names, of_quotes)


def _show_choices(store: Store, facet: Facet, label: str, names: dict[str, str], of_quotes: bool) -> None:
    chosen = state.selection()
    choices = (tables.count_quote_choices if of_quotes else tables.count_choices)(store, chosen, facet)
    if facet == "leaders" and len(chosen.leaders) > 1 and not of_quotes:
        st.session_state.together_field = chosen.together
        st.checkbox("Only events with all of them", key="together_field", **_heard("together_field", _take_together))
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
        st.checkbox(words, key=key, **_heard(key, state.take_choice, facet, choice, key))


def _listed(choices: object, names: dict[str, str], wanted: str) -> list[tuple[str, int, bool]]:
    """The choices to list: those made, then those with the words that were typed, most events first."""
    rows = [(row.choice, int(row.left), bool(row.chosen)) for row in choices.itertuples()]  # type: ignore[attr-defined]
    made = [row for row in rows if row[2]]
    others = [row for row in rows if not row[2] and fold(wanted) in fold(names.get(row[0], row[0]))]
    return made + others[: max(SHOWN - len(made), 3)]


def _take_together() -> None:
    state.choose(together=st.session_state.together_field)


def say_filters(store: Store) -> str:
    """The filters that are set, in a sentence; empty for none."""
    chosen, names = state.selection(), choice_names(store)
    parts = [f"“{plain(chosen.words)}”"] if chosen.words else []
    for facet, _ in FACETS:
        made = [plain(names[facet].get(choice, choice)) for choice in getattr(chosen, facet)]
        if made:
            joint = " and " if facet == "leaders" and chosen.together else " or "
            parts.append(joint.join(made) if len(made) <= 3 else count(len(made), *COUNTED.get(facet, (facet[:-1],))))
    parts += [label.lower() for flag, label in FLAGS.items() if getattr(chosen, flag)]
    if chosen.start:
        parts.append(f"from {_as_typed(chosen, 'start')}")
    if chosen.end:
        parts.append(f"until {_as_typed(chosen, 'end')}")
    return " · ".join(parts)
