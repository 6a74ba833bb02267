"""What a reader can answer to a doubt: the key, what it does, and the decisions that come of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from loaders.decisions.anchors import target_document, target_event, target_person, target_quote, target_words
from loaders.decisions.records import Target, Wish
from loaders.decisions.targets import say_target
from loaders.query.review import Doubt
from loaders.tables.store import Store
from pages.shared import corrections, tables
from pages.shared.corrections import document_of
from pages.shared.evidence import say_versions
from pages.shared.phrases import plain, say_when, shorten

MOST_VERSIONS = 5
LONGEST = 40


@dataclass(frozen=True, slots=True)
class Answer:
    """One key and its button."""

    key: str
    label: str
    decide: Callable[[], Sequence[Wish]] | None = None
    """What is decided; None where a form is unfolded."""
    form: str = ""
    """The form that is unfolded."""
    done: str = ""
    """What is said then."""


def answers_to(store: Store, doubt: Doubt) -> list[Answer]:
    """What can be answered to a doubt, besides skipping it and undoing the last."""
    return ANSWERS[doubt.kind](store, doubt)


def _accounts(store: Store, event_id: str) -> list[tuple[Any, Target]]:
    rows = tables.mentions_of(store, event_id).to_dict("records")
    return [(row, target_event(row, document_of(row["document_id"]))) for row in rows]


def _of_event(store: Store, doubt: Doubt) -> list[Answer]:
    def right() -> list[Wish]:
        return [Wish(target, "right", _suggest(row), True) for row, target in _accounts(store, doubt.key)]

    def hide() -> list[Wish]:
        return [Wish(target, "hidden", None, True) for _, target in _accounts(store, doubt.key)]

    return [
        Answer("y", "Date is right" if doubt.kind == "date" else "Right", right, done="Found right."),
        Answer("e", "Correct", form=f"event:{doubt.key}"),
        Answer("h", "Hide", hide, done="Hidden."),
    ]


def _suggest(row: Any) -> str:
    """What the program made of an account, and why it was not sure."""
    when = say_when(row["start"], row["end"], row["precision"])
    return f"{row['line']}, {when} ({row['date_how']}; {row['why']})"


def _of_dispute(store: Store, doubt: Doubt) -> list[Answer]:
    event, names = tables.get_event(store, doubt.key), tables.name_people(store)
    about = str(event["disputed"][0]) if event is not None and event["disputed"] else ""
    rows = tables.mentions_of(store, doubt.key).to_dict("records")
    versions = list(say_versions(about, rows, names))

    def settle(state: str, version: str = "") -> Callable[[], list[Wish]]:
        new = {"about": about, "state": state, "version": version}
        old = " / ".join(versions)
        return lambda: [Wish(target, "differ", old, new) for _, target in _accounts(store, doubt.key)[:1]]

    no_conflict = Answer("n", "No conflict", settle("no conflict"), done="No conflict.")
    return [
        *(
            Answer(
                str(number), f"{plain(shorten(version, LONGEST))} is right", settle("checked", version), done="Checked."
            )
            for number, version in enumerate(versions[:MOST_VERSIONS], start=1)
        ),
        no_conflict,
        Answer("e", "Correct", form=f"event:{doubt.key}"),
    ]


def _of_pair(store: Store, doubt: Doubt) -> list[Answer]:
    def event_of(mention_id: str) -> str:
        mention = tables.get_mention(store, mention_id)
        return "" if mention is None else str(mention["event_id"])

    def same() -> list[Wish]:
        told = [tables.get_mention(store, key) for key in (doubt.key, doubt.other)]
        one, other = (target_event(row, document_of(row["document_id"])) for row in told if row is not None)
        return [Wish(one, "same", doubt.why, [say_target(other)])]

    def apart() -> list[Wish]:
        others = [say_target(target) for _, target in _accounts(store, event_of(doubt.other))]
        return [Wish(target, "apart", doubt.why, others) for _, target in _accounts(store, event_of(doubt.key))]

    return [
        Answer("y", "One event", same, done="They are one event now."),
        Answer("n", "Two events", apart, done="They stay two events."),
    ]


def _of_quote(store: Store, doubt: Doubt) -> list[Answer]:
    quote = tables.get_quote(store, doubt.key)
    if quote is None:
        return []
    target = target_quote(quote, document_of(quote["document_id"]))
    speaker = tables.name_people(store).get(quote["speaker"], quote["speaker"]) or ""
    suggested = f"{speaker or 'left open'} ({quote['speaker_how']})"
    return [
        Answer(
            "y",
            "Right" if speaker else "Nobody is named",
            lambda: [Wish(target, "right", suggested, True)],
            done="Kept.",
        ),
        Answer("e", "Name the speaker", form=f"quote:{doubt.key}"),
        Answer("h", "Hide", lambda: [Wish(target, "hidden", None, True)], done="Hidden."),
    ]


def _of_person(store: Store, doubt: Doubt) -> list[Answer]:
    person = tables.get_person(store, doubt.key)
    if person is None:
        return []
    target = target_person(doubt.key, str(person["name"]))
    return [
        Answer("y", "Yes", lambda: [Wish(target, "right", person["role"] or None, True)], done="Known from now on."),
        Answer("e", "Somebody else", form=f"person:{doubt.key}"),
        Answer("h", "No, take out", lambda: [Wish(target, "hidden", None, True)], done="Taken out everywhere."),
    ]


def _of_words(store: Store, doubt: Doubt) -> list[Answer]:
    words = tables.get_annotation(store, doubt.key)
    if words is None:
        return []
    target = target_words(words, document_of(words["document_id"]))
    return [Answer("y", "Rightly left open", lambda: [Wish(target, "right", doubt.why, True)], done="Left open.")]


def _of_document(store: Store, doubt: Doubt) -> list[Answer]:
    def right() -> list[Wish]:
        return [Wish(target_document(document_of(doubt.key)), "right", "no published date was found", True)]

    return [
        Answer("e", "Give its date", form=f"document:{doubt.key}"),
        Answer("y", "It has no date", right, done="Kept without a date."),
    ]


ANSWERS: dict[str, Callable[[Store, Doubt], list[Answer]]] = {
    "undated": _of_document,
    "differ": _of_dispute,
    "pair": _of_pair,
    "unsure": _of_event,
    "date": _of_event,
    "speaker": _of_quote,
    "person": _of_person,
    "words": _of_words,
}


def unfold(form: str) -> None:
    """For a callback: the form of an answer."""
    corrections.open_form(form)
