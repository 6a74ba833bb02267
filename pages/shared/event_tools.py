"""What a reader can do with an event on its card: correct it, join or part it, settle a disagreement, star it, note on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import streamlit as st

from loaders.decisions.anchors import target_event
from loaders.decisions.records import LONGEST_WORDS, Target, Wish
from loaders.decisions.targets import say_target
from loaders.query.selection import Selection
from loaders.tables.store import Store
from pages.shared import corrections, deciding, tables
from pages.shared.corrections import Row, document_of, generation, open_place
from pages.shared.permission import may_change
from pages.shared.phrases import plain, say_date, shorten
from pages.shared.waiting import show_waiting

NEAR = timedelta(days=10)
MOST_OTHERS = 60
LONGEST = 90
NO_CONFLICT = "no conflict"


def show_tools(store: Store, event: Row, mentions: Sequence[Row], names: Mapping[str, str]) -> None:
    """A row of what can be done, and what was laid beside the event."""
    ids = [str(mention["mention_id"]) for mention in mentions]
    deciding.keep_accounts(str(event["event_id"]), ids)
    marks = deciding.marks_of(ids)
    if may_change():
        with st.container(horizontal=True, gap="small", key="event_tools"):
            corrections.correct_event(store, event, mentions, names)
            _join_or_part(store, event, mentions)
            _write_note(event, mentions, str(marks.get("note", "")))
            has_star = bool(marks.get("star"))
            st.button(
                "★ Starred" if has_star else "☆ Star",
                key="save-star",
                type="tertiary",
                on_click=_save,
                args=([Wish(_target(mentions[0]), "star", has_star, not has_star)], ids),
            )
    _show_marks(marks)
    show_waiting(ids)


def _show_marks(marks: Mapping[str, Any]) -> None:
    if marks.get("note"):
        st.markdown(f"**Note:** {plain(marks['note'])}")
    for about, said in marks.get("differ", {}).items():
        if said["state"] == "open":
            continue
        right = f"checked, right is {said['version']}" if said["state"] == "checked" else "looked at, no conflict"
        why = f" ({said['why']})" if said["why"] else ""
        st.caption(plain(f"Sources differ on {ABOUT.get(about, about)}: {right}{why}."))


ABOUT = {
    "date": "when",
    "leaders": "who took part",
    "place": "where",
    "status": "whether it took place",
    "figures": "figures",
}


def _target(mention: Row) -> Target:
    return target_event(mention, document_of(mention["document_id"]))


def _save(wishes: Sequence[Wish], mention_ids: Sequence[str]) -> None:
    """For a callback: decisions are written, forms are closed, and the page stays with the event."""
    if not wishes:
        deciding.tell("Nothing was changed.")
    elif deciding.save(wishes):
        st.session_state.decided = generation() + 1
        deciding.keep_event(mention_ids)


def _write_note(event: Row, mentions: Sequence[Row], was: str) -> None:
    form = open_place(f"note:{event['event_id']}", "Note")
    if form is None:
        return
    with form:
        key = f"note_field:{event['event_id']}:{generation()}"
        st.text_area(
            "Note on this event", was, key=key, max_chars=LONGEST_WORDS, placeholder="For you and whoever reads here"
        )
        ids = [str(mention["mention_id"]) for mention in mentions]

        def save() -> None:
            now = str(st.session_state[key]).strip()
            _save([Wish(_target(mentions[0]), "note", was, now)] if now != was else [], ids)

        st.button("Save", key=f"save:{key}", type="primary", on_click=save)
        deciding.show_problem()


def _join_or_part(store: Store, event: Row, mentions: Sequence[Row]) -> None:
    """The form that says which accounts are of this event, and which are not."""
    form = open_place(f"same:{event['event_id']}", "Same event?")
    if form is None:
        return
    with form:
        key = f"{event['event_id']}:{generation()}"
        told = {str(mention["mention_id"]): mention for mention in mentions}
        if len(told) > 1:
            st.multiselect(
                "Accounts of another event",
                list(told),
                format_func=lambda one: _say_account(told[one]),
                key=f"leave:{key}",
                placeholder="Choose what is of another event",
                help="They leave together, and are an event of their own.",
            )
        others = _events_near(store, event)
        st.selectbox(
            "The same event as",
            list(others),
            index=None,
            format_func=others.__getitem__,
            key=f"join:{key}",
            placeholder="Choose one of these days",
            disabled=not others,
        )
        st.text_input("Why", key=f"why_same:{key}", max_chars=300, placeholder="For the history, if you like")

        def save() -> None:
            why = str(st.session_state[f"why_same:{key}"] or "").strip()
            leaving = list(st.session_state.get(f"leave:{key}") or ())
            other = st.session_state.get(f"join:{key}")
            wishes = part([told[one] for one in leaving], [row for one, row in told.items() if one not in leaving], why)
            if other:
                first = tables.mentions_of(store, other).to_dict("records")[0]
                staying = next((row for one, row in told.items() if one not in leaving), mentions[0])
                wishes.append(Wish(_target(staying), "same", None, [say_target(_target(first))], why))
            _save(wishes, [one for one in told if one not in leaving] or list(told))

        st.button("Save", key=f"save:same:{key}", type="primary", on_click=save)
        deciding.show_problem()


def part(leaving: Sequence[Row], staying: Sequence[Row], why: str = "") -> list[Wish]:
    """The decisions that some accounts of an event are another one; none where nothing would be left of it."""
    if not leaving or not staying:
        return []
    stay = [say_target(_target(row)) for row in staying]
    wishes = [Wish(_target(row), "apart", None, stay, why) for row in leaving]
    if len(leaving) > 1:
        wishes.append(Wish(_target(leaving[0]), "same", None, [say_target(_target(row)) for row in leaving[1:]], why))
    return wishes


def _say_account(mention: Row) -> str:
    return f"{shorten(mention['document_title'], 40)}: {shorten(mention['sentence'], LONGEST)}"


def _events_near(store: Store, event: Row) -> dict[str, str]:
    """event_id -> title and date of the events that this one could be, those that were compared with it first."""
    links = tables.links_of(store, event["event_id"])
    possible = [str(link.other_event_id) for link in links.itertuples() if not link.joined]
    near = tables.select_events(store, Selection(start=event["start"] - NEAR, end=event["end"] + NEAR), MOST_OTHERS)
    rows = {str(row["event_id"]): row for row in near.to_dict("records")}
    found = {}
    for one in dict.fromkeys([*possible, *rows]):
        row = rows.get(one)
        if row is None:
            row = tables.get_event(store, one)
        if row is not None and one != event["event_id"]:
            when = say_date(row["start"], row["end"], row["precision"])
            found[one] = f"{shorten(row['title'], LONGEST)} ({when})"
    return found


def settle(event: Row, mentions: Sequence[Row], versions: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
    """The form that says what became of a disagreement: which version is right, and why, or that there is none."""
    form = open_place(f"settle:{event['event_id']}", "Settle this")
    if form is None:
        return
    with form:
        key = f"{event['event_id']}:{generation()}"
        options = [(about, "checked", version) for about, told in versions.items() for version in told]
        options += [(about, NO_CONFLICT, "") for about in versions]
        st.radio("What is right", options, index=None, format_func=_say_option, key=f"settled:{key}")
        st.text_input(
            "Why", key=f"why_settled:{key}", max_chars=300, placeholder="How you know: a log, a call, a correction"
        )

        def save() -> None:
            chosen = st.session_state.get(f"settled:{key}")
            if not chosen:
                _save([], ())
                return
            about, state, version = chosen
            new, old = {"about": about, "state": state, "version": version}, " / ".join(versions[about])
            why = str(st.session_state[f"why_settled:{key}"] or "").strip()
            ids = [str(mention["mention_id"]) for mention in mentions]
            _save([Wish(_target(mentions[0]), "differ", old, new, why)], ids)

        st.button("Save", key=f"save:settled:{key}", type="primary", on_click=save)
        deciding.show_problem()


def _say_option(option: tuple[str, str, str]) -> str:
    about, state, version = option
    words = f"{version} is right" if state == "checked" else "No conflict"
    return plain(f"{ABOUT.get(about, about).capitalize()}: {words}")
