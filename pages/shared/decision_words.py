"""A decision as a line of the history: what it is about, what was there, and what is there now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from loaders.changes import Changes
from loaders.decisions.records import MAIN, TIES, Decision
from loaders.moments import read_iso
from loaders.vocabulary import load_kinds
from pages.shared.phrases import count, join_names, plain, say_date, shorten
from pages.shared.topic_names import load_topics

FIELDS = {
    "date": "Date",
    "title": "Title",
    "kind": "Kind",
    "who": "Who",
    "place": "Place",
    "topics": "Topics",
    "weight": "Weight",
    "speaker": "Speaker",
    "published": "Published",
    "publisher": "Publisher",
    "note": "Note",
    "person": "Who it is",
    "differ": "Sources differ",
}
KINDS = {
    "event": "Event",
    "quote": "Quote",
    "document": "Document",
    "words": "Words",
    "passage": "Added",
    "person": "Person or organisation",
}


WITHOUT_VALUE = {"hidden": "Hidden", "right": "Found right"}
LONGEST = 200


def say_change(decision: Decision, names: Mapping[str, str]) -> str:
    """What a decision changed, as Markdown."""
    if decision.field in WITHOUT_VALUE:
        suggested = (
            f": {plain(shorten(str(decision.old), LONGEST))}" if decision.old and decision.field == "right" else ""
        )
        return WITHOUT_VALUE[decision.field] + suggested
    if decision.field == "star":
        return "Starred" if decision.new else "Star taken away"
    if decision.field in TIES:
        others = join_names([f"“{shorten(str(one['label']), LONGEST)}”" for one in decision.new])
        return plain(f"{'The same event as' if decision.field == 'same' else 'Another event than'} {others}")
    if decision.field == "who":
        added = [str(names.get(one["id"], one["name"])) for one in decision.new["add"]]
        removed = [str(names.get(one, one)) for one in decision.new["remove"]]
        parts = [f"added {join_names(added)}" if added else "", f"took out {join_names(removed)}" if removed else ""]
        return plain(f"Who: {', '.join(filter(None, parts))}")
    if decision.target.kind == "passage":
        return _say_added(decision)
    if decision.field == "topics":
        added, removed = (join_names(list(map(say_topic, decision.new[name]))) for name in ("add", "remove"))
        parts = [f"added {added}" if added else "", f"took out {removed}" if removed else ""]
        return plain(f"Topics: {', '.join(filter(None, parts))}")
    return f"{FIELDS[decision.field]}: {plain(_before(decision))} → **{plain(_after(decision))}**"


def _say_added(decision: Decision) -> str:
    who = join_names([str(one["name"]) for one in decision.new["people"]])
    if decision.field == "quote":
        return plain(f"A quote of {who}" if who else "A quote; who said it is open")
    when = _say_read(decision.new)
    return f"An event: **{plain(decision.new['title'])}** ({plain(', '.join(filter(None, [when, who])))})"


def _before(decision: Decision) -> str:
    if decision.field == "kind":
        return _kind(str(decision.old))
    return str(decision.old or "none")


def _after(decision: Decision) -> str:
    new = decision.new
    if decision.field == "kind":
        return _kind(new)
    if decision.field in ("speaker", "person"):
        return str(new["name"])
    if decision.field == "differ":
        return " ".join(filter(None, [DIFFERS[new["state"]], new["version"]]))
    if decision.field in ("date", "published"):
        return _say_read(new)
    if decision.field == "weight":
        return say_weight(new)
    return str(new or "none")


def _say_read(new: Mapping[str, str]) -> str:
    return say_reading(read_iso(new["start"]), read_iso(new["end"]), new["precision"], new["date"])


DIFFERS = {"open": "open again", "checked": "checked, right is", "no conflict": "no conflict"}


def say_reading(start: datetime, end: datetime, precision: str, edtf: str) -> str:
    """What a date that was typed is read as.

    >>> say_reading(datetime(1960, 1, 1), datetime(1961, 1, 1), "year", "1960~")
    'about 1960'
    """
    about = "about " if edtf.endswith(("~", "%")) else ""
    return about + say_date(start, end, precision) + (", uncertain" if edtf.endswith(("?", "%")) else "")


def say_weight(weight: float) -> str:
    """How much an event matters, in the words of the timeline.

    >>> say_weight(0.8), say_weight(0.2)
    ('a main event', 'background')
    """
    return "a main event" if weight >= MAIN else "background"


def say_topic(topic_id: str) -> str:
    """What a topic is called."""
    topics = load_topics()
    return topics[topic_id].label if topic_id in topics else topic_id


def _kind(kind_id: str) -> str:
    kinds = load_kinds()
    return kinds[kind_id].label if kind_id in kinds else kind_id


CHANGES = {
    "new documents": ("new document", "new documents"),
    "documents gone": ("document gone", "documents gone"),
    "documents not read any more": ("document not read any more", "documents not read any more"),
    "new events": ("new event", "new events"),
    "events gone": ("event gone", "events gone"),
    "dates changed": ("date changed", "dates changed"),
    "now disputed": ("event now disputed", "events now disputed"),
    "not disputed any more": ("event not disputed any more", "events not disputed any more"),
    "new quotes": ("new quote", "new quotes"),
    "quotes gone": ("quote gone", "quotes gone"),
}
"""One change of a kind, and several, by the kinds of loaders.changes."""


def say_changes(changes: Changes) -> str:
    """What a build changed, in a line.

    >>> from loaders.changes import Rows
    >>> say_changes(Changes("", {"new events": Rows(4, ()), "dates changed": Rows(1, ())}))
    '4 new events, 1 date changed'
    """
    return ", ".join(count(rows.n, *CHANGES[kind]) for kind, rows in changes.kinds.items())


def say_moment(when: str) -> str:
    """When something was decided.

    >>> say_moment("2026-11-28T10:05:09")
    '28 November 2026, 10:05'
    """
    moment = datetime.fromisoformat(when)
    return f"{moment.day} {moment:%B} {moment.year}, {moment:%H:%M}"
