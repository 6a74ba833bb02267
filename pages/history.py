"""The history: what readers decided, newest first, each to be undone or put back; and what found nothing to stand on."""

from __future__ import annotations

import html
from itertools import groupby

import streamlit as st

from loaders.changes import read_changes
from loaders.decisions.log import NAME, Log, LogError, read_log
from loaders.decisions.records import Decision
from loaders.decisions.standing import Standing, find_standing
from loaders.noted import read_note
from loaders.tables.store import Store
from pages.shared import deciding, navigation, tables
from pages.shared.decision_words import KINDS, say_change, say_changes, say_moment
from pages.shared.links import event_link
from pages.shared.page_head import show_head
from pages.shared.pagination import choose_page
from pages.shared.permission import REFUSED, may_change
from pages.shared.phrases import count, plain, shorten

PER_PAGE = 30
MOST_ACCOUNTS = 4
"""Things of so many names that were decided on in one step are said to be several."""
LONGEST = 160
MOST_NAMED = 10
"""Changes of one step, and damaged lines, that are named; of more the number is said."""


def show_page(store: Store) -> None:
    """The whole page."""
    show_head(store, "History")
    folder = tables.built_folder()
    try:
        log = read_log(folder)
    except LogError as error:
        st.error(plain(str(error)))
        return
    deciding.show_problem()
    _show_passed(log)
    if not may_change():
        st.info(REFUSED)
    standing = find_standing(log)
    _show_builds(store)
    steps = [list(step) for _, step in groupby(log.decisions, key=lambda decision: decision.step)]
    if not steps:
        st.info(
            "Nothing was corrected yet. “Correct” stands on the card of each event, below quotes, and above documents."
        )
        return
    note = read_note(folder)
    orphans = {orphan.decision_id: orphan.why for orphan in note.outcome.orphans} if note else {}
    _show_last(standing)
    _show_orphans(log, standing, orphans)
    _show_marked(store)
    n = len(steps)
    page = choose_page(-(-n // PER_PAGE), "history_page")
    for step in steps[::-1][(page - 1) * PER_PAGE : page * PER_PAGE]:
        _show_step(store, step, standing, orphans)
    st.caption(f"All of it lies in {plain(str(folder / NAME))}, a line each; builds of the tables never touch it.")


def _show_last(standing: Standing) -> None:
    """Undo and redo of what was done last."""
    if not may_change():
        return
    row = st.container(horizontal=True, gap="small")
    for does, label, step in (
        ("undo", "Undo the last", standing.next_undo),
        ("redo", "Redo", standing.next_redo),
    ):
        row.button(label, key=does, disabled=step is None, on_click=deciding.change, args=(does, step))


def _show_passed(log: Log) -> None:
    if not log.passed:
        return
    lines = [f"line {one.line}: {one.why}" for one in log.passed[:MOST_NAMED]]
    more = len(log.passed) - len(lines)
    lines += [f"and {more:,} more"] if more > 0 else []
    st.warning(
        f"{count(len(log.passed), 'line')} of {NAME} cannot be read and "
        f"{'was' if len(log.passed) == 1 else 'were'} passed over; nothing of them is lost. {plain('; '.join(lines))}."
    )


def _show_orphans(log: Log, standing: Standing, orphans: dict[str, str]) -> None:
    lost = [decision for decision in standing.decisions if decision.decision_id in orphans]
    if not lost:
        return
    with st.expander(f"{count(len(lost), 'correction')} found nothing to stand on", expanded=True):
        st.caption(
            "The words that they are about are not there as they were. They wait, and stand again where the words do."
        )
        for decision in lost[:PER_PAGE]:
            st.markdown(f"{plain(decision.target.label)}: {plain(orphans[decision.decision_id])}.")


def _show_builds(store: Store) -> None:
    """What the last builds changed, in a line each; unfolded with the ways to the events."""
    known = read_changes(tables.built_folder())
    if not known:
        return
    with st.expander(f"The last build: {say_changes(known[0])}", key="builds", on_change="rerun") as place:
        if not place.open:
            return
        for changes in known[:MOST_NAMED]:
            st.markdown(f"**{say_moment(changes.when)}**: {say_changes(changes)}")
            lines = [
                f"<li>{html.escape(kind)}: {_way_to(store, kind, key, title)}</li>"
                for kind, rows in changes.kinds.items()
                for key, title in rows.first[:MOST_NAMED]
            ]
            st.html(f'<ul class="dl-facts">{"".join(lines)}</ul>')


def _way_to(store: Store, kind: str, key: str, title: str) -> str:
    """The title, as a link where it is of an event that is there."""
    words = shorten(title, LONGEST)
    is_event = not kind.endswith("gone") and "document" not in kind and "quote" not in kind
    return event_link(key, words) if is_event and tables.get_event(store, key) is not None else html.escape(words)


def _show_marked(store: Store) -> None:
    """The events with a star or a note, each with the way to it."""
    marks = {key: said for key, said in deciding.all_marks().items() if said.get("star") or said.get("note")}
    found = {event_id: said for key, said in marks.items() for event_id in tables.find_events(store, (key,))}
    if not found:
        return
    st.header(f"Starred and noted on ({len(found):,})", anchor=False)
    for event_id, said in list(found.items())[:PER_PAGE]:
        event = tables.get_event(store, event_id)
        if event is not None:
            words, button = st.columns([0.8, 0.2], vertical_alignment="center")
            star = "★ " if said.get("star") else ""
            note = f"  \n{plain(said['note'])}" if said.get("note") else ""
            words.markdown(f"{star}**{plain(event['title'])}**{note}")
            button.button("Show", key=f"marked:{event_id}", on_click=_show_event, args=(event_id,))


def _show_event(event_id: str) -> None:
    navigation.go_to("timeline", event=event_id)


def _show_step(store: Store, step: list[Decision], standing: Standing, orphans: dict[str, str]) -> None:
    """What was saved in one go, with the button that takes it back or puts it back."""
    names, first = tables.name_people(store), step[0]
    is_undone = first.step in standing.undone
    with st.container(border=True, gap="xsmall"):
        words, button = st.columns([0.8, 0.2], vertical_alignment="center")
        with words:
            label = plain(_say_targets(step))
            st.markdown(f"~~{label}~~" if is_undone else f"**{label}**")
            changes = list(dict.fromkeys(say_change(decision, names) for decision in step))
            st.markdown("  \n".join(changes[:MOST_NAMED]))
            documents = len({decision.target.document_id for decision in step})
            facts = [say_moment(first.when), f"in {documents} documents" if documents > 1 else "", plain(first.why)]
            facts.append("undone" if is_undone else "")
            facts += [f"{plain(why)}" for why in dict.fromkeys(orphans.get(d.decision_id, "") for d in step)]
            st.caption(" · ".join(filter(None, facts)))
        if may_change():
            does, label = ("redo", "Put back") if is_undone else ("undo", "Undo")
            button.button(label, key=f"{does}:{first.step}", on_click=deciding.change, args=(does, first.step))


def _say_targets(step: list[Decision]) -> str:
    """What a step is about: the one thing, or how many and a few of them. Accounts of one event have names of their own."""
    kind, labels = KINDS[step[0].target.kind], list(dict.fromkeys(one.target.label for one in step))
    if len(labels) < MOST_ACCOUNTS:
        return f"{kind}: {labels[0]}"
    return f"{kind}: {labels[0]} and {len(labels) - 1:,} more"


navigation.come_through_router("history")
show_page(tables.current_store())
