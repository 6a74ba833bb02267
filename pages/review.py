"""Review: what a person should look at, one at a time, answered by single keys; and a check of rows drawn at random."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from loaders.query.review import Doubt
from loaders.tables.store import Store
from pages.shared import deciding, navigation, state, tables
from pages.shared.answers import Answer, answers_to, unfold
from pages.shared.checking import show_check
from pages.shared.doubts import LABELS, show_doubt
from pages.shared.links import flag_link
from pages.shared.page_head import show_head
from pages.shared.permission import REFUSED, may_change

CHECK = "check"
"""Stands in the address in place of a kind of doubt."""
SKIPPED = "review_skipped"
STYLE = Path(__file__).parent / "shared" / "review.css"


def show_page(store: Store) -> None:
    """The whole page."""
    show_head(store, "Review")
    st.html(STYLE)
    deciding.show_problem()
    if not may_change():
        st.info(REFUSED)
        return
    if _is_check():
        show_check(store)
    else:
        _show_queue(store)


def _is_check() -> bool:
    """Whether rows that nobody doubts are looked at, drawn at random; the choice between both."""
    st.session_state.review_way = state.view("doubt") if state.view("doubt") == CHECK else ""
    st.segmented_control(
        "What to go through",
        ["", CHECK],
        format_func={"": "What is doubted", CHECK: "A random check"}.__getitem__,
        key="review_way",
        on_change=state.chooser("doubt", "review_way"),
        label_visibility="collapsed",
    )
    return state.view("doubt") == CHECK


def _show_queue(store: Store) -> None:
    counts = {kind: n for kind, n in tables.count_doubts(store).items() if n}
    chosen = _choose_kind(counts)
    doubt = _find_next(store, chosen, counts)
    if doubt is None:
        _show_nothing(counts)
        return
    with st.container(key="doubt", gap="small"):
        answers = answers_to(store, doubt) if show_doubt(store, doubt) else []
    _show_answers(doubt, answers)
    st.html(f'<p class="dl-facts">{flag_link("unsure", "See all that is not sure on the timeline", "timeline")}</p>')


def _choose_kind(counts: dict[str, int]) -> str:
    """The kind of doubt that is gone through; empty for all."""
    kind = state.view("doubt") if state.view("doubt") in counts else ""
    if not counts:
        return ""
    options = ["", *(one for one in LABELS if one in counts)]
    st.session_state.doubt_field = kind
    st.pills(
        "What to review",
        options,
        format_func=lambda one: f"{LABELS.get(one, 'All')} ({counts.get(one, sum(counts.values())):,})",
        key="doubt_field",
        on_change=state.chooser("doubt", "doubt_field"),
        label_visibility="collapsed",
    )
    return kind


def _skipped() -> list[str]:
    found: list[str] = st.session_state.setdefault(SKIPPED, [])
    return found


def _find_next(store: Store, chosen: str, counts: dict[str, int]) -> Doubt | None:
    skipped = set(_skipped())
    for kind in [chosen] if chosen else [one for one in LABELS if one in counts]:
        for doubt in tables.list_doubts(store, kind):
            if _name(doubt) not in skipped:
                return doubt
    return None


def _name(doubt: Doubt) -> str:
    return f"{doubt.kind}:{doubt.key}:{doubt.other}"


def _show_nothing(counts: dict[str, int]) -> None:
    if not counts:
        st.success("Nothing waits for a decision: every row is sure enough, or somebody looked at it.")
    else:
        st.info("You have gone through these; what was skipped waits.")
    row = st.container(horizontal=True, gap="small")
    if _skipped():
        row.button("Go through what was skipped", key="again", on_click=_skipped().clear, type="primary")
    _show_undo(row)


def _show_answers(doubt: Doubt, answers: list[Answer]) -> None:
    """The answers, each with its key, always in sight."""
    with st.container(key="answers", horizontal=True, gap="small", vertical_alignment="center"):
        for number, answer in enumerate(answers):
            st.button(
                answer.label,
                key=f"save-answer-{answer.key}",
                type="primary" if number == 0 else "secondary",
                shortcut=answer.key,
                on_click=_answer,
                args=(answer,),
            )
        st.button("Skip", key="save-skip", shortcut="s", on_click=_skip, args=(_name(doubt),))
        _show_undo(st)


def _show_undo(place: object) -> None:
    can = bool(deciding.steps_here())
    place.button("Undo", key="save-undo", shortcut="u", on_click=_undo, disabled=not can, type="tertiary")  # type: ignore[attr-defined]


def _answer(answer: Answer) -> None:
    if answer.decide is None:
        unfold(answer.form)
        return
    try:
        wishes = answer.decide()
    except ValueError as error:
        deciding.tell(str(error))
        return
    deciding.save(wishes, f"{answer.done} U takes it back.")


def _skip(name: str) -> None:
    _skipped().append(name)
    deciding.steps_here().append(f"{SKIPPED}{name}")


def _undo() -> None:
    """Take back the last answer, or come back to what was skipped last."""
    last = deciding.steps_here()[-1]
    if last.startswith(SKIPPED):
        deciding.steps_here().pop()
        if last.removeprefix(SKIPPED) in _skipped():
            _skipped().remove(last.removeprefix(SKIPPED))
    else:
        deciding.change("undo", last)


navigation.come_through_router("review")
show_page(tables.current_store())
