"""A check of rows drawn at random: judged one by one, then a few documents read whole, and what it comes to, to quote."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from loaders import checks
from loaders.checks import DOCUMENTS, ROWS, Check, CheckError, Share
from loaders.tables.store import Store
from pages.shared import deciding, navigation, tables
from pages.shared.evidence import show_evidence
from pages.shared.phrases import count, plain, say_date

INTRODUCTION = (
    f"{ROWS} events are drawn at random, and you say of each whether all of it is right by what its documents say: that it "
    f"happened, when, who, where, and its kind. Then {DOCUMENTS} documents are read whole, for what is missing. What comes "
    "of it can be quoted in a methods section."
)
NOTE = "Events of one document are not independent of each other, so that the true margin of what was found is wider."


def show_check(store: Store) -> None:
    """The check that is under way, or the last one, or the way to begin one."""
    folder = tables.built_folder()
    found = checks.read_checks(folder)
    check = found[-1] if found else None
    if check is None:
        _show_beginning(store)
        return
    left = [one for one in check.events if one not in check.answers and tables.get_event(store, one) is not None]
    if left:
        _show_row(store, check, left)
        return
    unread = [one for one in check.documents if one not in check.read and tables.get_document(store, one) is not None]
    if unread:
        _show_reading(store, check, unread[0])
    _show_result(check)
    st.button("Draw anew", key="save-draw-anew", on_click=_begin, args=(store,))
    for earlier in found[-2::-1][:5]:
        st.caption(plain(say_result(earlier)))


def _show_beginning(store: Store) -> None:
    st.markdown(INTRODUCTION)
    n = tables.count_totals(store)
    if not n.events:
        st.info("There is no event to draw from.")
        return
    st.button(
        f"Draw {min(ROWS, n.events)} of {n.events:,} events",
        key="save-draw",
        type="primary",
        on_click=_begin,
        args=(store,),
    )


def _begin(store: Store) -> None:
    events = list(store.query("SELECT event_id FROM events")["event_id"])
    documents = list(store.query("SELECT document_id FROM documents WHERE status <> 'failed'")["document_id"])
    _keep(lambda: checks.begin(tables.built_folder(), events, documents, deciding.now()))


def _keep(write: object) -> None:
    """For a callback: an answer is written, or why it is not is said."""
    try:
        write()  # type: ignore[operator]
    except CheckError as error:
        deciding.tell(str(error))


def _show_row(store: Store, check: Check, left: list[str]) -> None:
    number = len(check.answers) + 1
    st.progress(len(check.answers) / len(check.events), text=f"{number} of {len(check.events)}")
    with st.container(key="doubt", gap="small"):
        st.header("Is all of this right, by what the documents say?", anchor=False)
        show_evidence(store, left[0])
    with st.container(key="answers", horizontal=True, gap="small", vertical_alignment="center"):
        for key, label, is_right in (("y", "Right", True), ("n", "Not right", False)):
            st.button(
                label,
                key=f"save-check-{key}",
                shortcut=key,
                type="primary" if is_right else "secondary",
                on_click=_answer,
                args=(check.check_id, left[0], is_right),
            )
        last = next(reversed(check.answers), "")
        args = (check.check_id, last, None)
        st.button(
            "Undo", key="save-check-u", shortcut="u", type="tertiary", on_click=_answer, args=args, disabled=not last
        )


def _answer(check_id: str, event_id: str, is_right: bool | None) -> None:
    _keep(lambda: checks.answer(tables.built_folder(), check_id, event_id, is_right))


def _show_reading(store: Store, check: Check, document_id: str) -> None:
    """What was found in a document, and fields for how much of it is right and how much is missing."""
    document = tables.get_document(store, document_id)
    if document is None:
        return
    mentions = tables.findings_of(store, document_id)["mentions"]
    with st.container(border=True, key="doubt", gap="small"):
        st.caption(f"Document {len(check.read) + 1} of {len(check.documents)}")
        st.header(f"What is missing of “{plain(document['title'])}”?", anchor=False)
        rows = [
            f"- {plain(say_date(row.start, row.end, row.precision))}: {plain(row.line)}"
            for row in mentions.itertuples()
        ]
        st.markdown("\n".join(rows) if rows else "Nothing was found in it.")
        st.button("Read the document", key="read_document", on_click=_open, args=(document_id,), type="tertiary")
        left, right = st.columns(2)
        n = len(mentions)
        left.number_input("Of these are right", 0, n, n, key=f"right:{document_id}")
        right.number_input("Happenings that are missing", 0, checks.MOST_MISSING, 0, key=f"missing:{document_id}")
        args = (check.check_id, document_id)
        st.button("Save", key="save-count", type="primary", on_click=_count, args=args)


def _open(document_id: str) -> None:
    navigation.go_to("documents", text=document_id, at="", page="")


def _count(check_id: str, document_id: str) -> None:
    # What is typed reaches the callback by the session alone: the button was drawn before.
    right, missing = (int(st.session_state[f"{name}:{document_id}"]) for name in ("right", "missing"))
    _keep(lambda: checks.count(tables.built_folder(), check_id, document_id, right, missing))


def _show_result(check: Check) -> None:
    left, right = st.columns(2)
    for place, label, part in (
        (left, "Precision: rows that are right", check.precision()),
        (right, "Recall: what happened and is there", check.recall()),
    ):
        if part.of:
            place.metric(label, f"{100 * part.value:.0f} %", _say_margin(part), delta_color="off", delta_arrow="off")
    st.code(say_result(check), language=None, wrap_lines=True)


def _say_margin(part: Share) -> str:
    return f"{100 * part.low:.0f} to {100 * part.high:.0f} % ({part.right} of {part.of})"


def _bounds(part: Share) -> str:
    return f"{100 * part.low:.0f}–{100 * part.high:.0f}"


def say_result(check: Check) -> str:
    """A check in sentences, for a methods section."""
    moment = datetime.fromisoformat(check.when)
    day = f"{moment.day} {moment:%B} {moment.year}"
    words = []
    if (part := check.precision()).of:
        words.append(
            f"Of {count(part.of, 'event')} drawn at random from {check.n_events:,} ({day}), {part.right} "
            f"{'was' if part.right == 1 else 'were'} right in date, participants, kind and place by what their documents say: "
            f"precision {100 * part.value:.0f} % (95 % confidence interval {_bounds(part)} %, Wilson)."
        )
    if (part := check.recall()).of:
        words.append(
            f"In {count(len(check.read), 'document')} of {check.n_documents:,}, drawn at random and read whole, "
            f"{part.right} of {count(part.of, 'event')} had been found: recall {100 * part.value:.0f} % "
            f"({_bounds(part)} %). {NOTE}"
        )
    return " ".join(words) or f"Drawn on {day}, and not judged yet."
