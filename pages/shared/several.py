"""Several events put right at once: those that are ticked, or all that the filter shows; saved as one step, undone as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from loaders.decisions.anchors import target_event
from loaders.decisions.records import Wish
from loaders.query.rows import LARGEST_ANSWER
from loaders.query.selection import Selection
from loaders.tables.store import Store
from loaders.vocabulary import load_kinds
from pages.shared import deciding, tables
from pages.shared.corrections import LONGEST_TITLE, Row, document_of, generation
from pages.shared.dated_table import with_dates
from pages.shared.decision_words import say_weight
from pages.shared.downloads import name_ids
from pages.shared.filters import choice_names
from pages.shared.form_fields import WEIGHTS, Change, changed_topics, changed_weight
from pages.shared.phrases import count
from pages.shared.topic_names import load_topics

MOST = 2_000
"""Events that are changed at once; a filter that leaves more is to be narrowed first."""
TICKED, ALL = "ticked", "all"
STARS = {"": "As it is", "star": "Star", "unstar": "Take the star away"}
SAME = "as it is"


def show_several(store: Store, shown: Selection, total: int) -> None:
    """The events of a selection with a tick each, and below what is to become of them."""
    events = tables.select_events(store, shown)
    table = pd.DataFrame({"Event": events["title"], "Kind": name_ids(events, choice_names(store))["kind"]})
    key = f"several:{generation()}"
    picked = st.dataframe(
        with_dates(table, events),
        hide_index=True,
        key=f"rows:{key}",
        on_select="rerun",
        selection_mode="multi-row",
        height=min(38 + 35 * len(table), 320),
        column_config={
            "Date": st.column_config.DatetimeColumn(width=125),
            "Event": st.column_config.TextColumn(width=310),
        },
    )
    rows: Sequence[int] = picked["selection"]["rows"]
    ticked = tuple(str(events["event_id"].iloc[row]) for row in rows if row < len(events))
    if total > LARGEST_ANSWER:
        st.caption(f"The first {LARGEST_ANSWER:,} of {total:,} can be ticked; all of them can be changed together.")
    _show_form(store, shown, total, ticked, key)


def _show_form(store: Store, shown: Selection, total: int, ticked: tuple[str, ...], key: str) -> None:
    """What is to become of the events; what is left as it is does not change."""
    labels = {TICKED: f"Those ticked ({len(ticked):,})", ALL: f"All that are shown ({total:,})"}
    which = st.segmented_control(
        "Change", list(labels), default=TICKED, format_func=labels.__getitem__, key=f"which:{key}", required=True
    )
    n = len(ticked) if which == TICKED else total
    kinds, topics = load_kinds(), load_topics()
    left, right = st.columns(2)
    left.selectbox(
        "Kind",
        sorted(kinds, key=lambda kind: kinds[kind].label),
        index=None,
        format_func=lambda kind: kinds[kind].label,
        key=f"kind:{key}",
        placeholder=SAME,
    )
    right.selectbox("Weight", WEIGHTS, index=None, format_func=say_weight, key=f"weight:{key}", placeholder=SAME)
    for place, label, name in ((left, "Add topics", "add"), (right, "Take out topics", "remove")):
        place.multiselect(
            label,
            sorted(topics, key=lambda topic: topics[topic].label),
            format_func=lambda topic: topics[topic].label,
            key=f"{name}:{key}",
            placeholder="none",
        )
    st.segmented_control(
        "Star", list(STARS), default="", format_func=STARS.__getitem__, key=f"star:{key}", required=True
    )
    st.text_input("Why", key=f"why:{key}", max_chars=LONGEST_TITLE, placeholder="For the history, if you like")
    if n > MOST:
        st.info(f"{n:,} are too many to be changed at once; narrow the filter to {MOST:,} or fewer.")
    args = (store, shown, ticked if which == TICKED else None, key)
    row = st.container(horizontal=True, gap="small")
    is_open = 0 < n <= MOST
    row.button(
        f"Change {count(n, 'event')}",
        key=f"save:{key}",
        type="primary",
        on_click=_save,
        args=args,
        disabled=not is_open,
    )
    row.button(f"Hide {count(n, 'event')}", key=f"hide:{key}", on_click=_hide, args=args, disabled=not is_open)
    deciding.show_problem()


def _save(store: Store, shown: Selection, ticked: tuple[str, ...] | None, key: str) -> None:
    """For a callback: what the form holds, of each account of the events."""
    chosen = {
        name: st.session_state.get(f"{name}:{key}") for name in ("kind", "weight", "add", "remove", "star", "why")
    }
    wishes = [wish for accounts in _accounts(store, shown, ticked) for wish in make_wishes(accounts, chosen)]
    _write(wishes)


def _hide(store: Store, shown: Selection, ticked: tuple[str, ...] | None, key: str) -> None:
    why = str(st.session_state.get(f"why:{key}") or "").strip()
    accounts = _accounts(store, shown, ticked)
    _write([Wish(_target(row), "hidden", None, True, why) for rows in accounts for row in rows])


def _write(wishes: Sequence[Wish]) -> None:
    if not wishes:
        deciding.tell("Nothing was changed.")
    elif deciding.save(wishes):
        st.session_state.decided = generation() + 1


def _accounts(store: Store, shown: Selection, ticked: tuple[str, ...] | None) -> list[list[Row]]:
    """The accounts of the events that are ticked, or of all that are shown, event by event."""
    found: dict[str, list[Row]] = {}
    for row in tables.accounts_of(store, shown if ticked is None else ticked).to_dict("records"):
        found.setdefault(str(row["event_id"]), []).append(row)
    return list(found.values())


def make_wishes(accounts: Sequence[Row], chosen: dict[str, Any]) -> list[Wish]:
    """The decisions on one event, of each of its accounts; what is as it was is none.

    `chosen`: kind and weight, None for as it is; add and remove, topics; star, one of STARS; why.
    """
    why, wishes = str(chosen["why"] or "").strip(), list[Wish]()
    for row in accounts:
        changes: list[Change] = []
        if chosen["kind"] and chosen["kind"] != row["event_type"]:
            changes.append(("kind", row["event_type"], chosen["kind"]))
        if chosen["weight"] is not None:
            changes += changed_weight(row["weight"], chosen["weight"])
        changes += changed_topics(row["topics"], chosen["add"] or (), chosen["remove"] or ())
        wishes += [Wish(_target(row), *change, why) for change in changes]
    if chosen["star"]:
        star = chosen["star"] == "star"
        marks = deciding.marks_of([str(row["mention_id"]) for row in accounts])
        wishes += [Wish(_target(accounts[0]), "star", not star, star, why)] if bool(marks.get("star")) != star else []
    return wishes


def _target(row: Row) -> Any:
    return target_event(row, document_of(row["document_id"]))
