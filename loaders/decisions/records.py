"""What a decision is: one field of one thing, as a reader has it, and the words of a document that it hangs on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

CONTEXT = 32
"""Characters before and after a quotation that are kept with it."""
LONGEST_WORDS = 2_000
"""Characters of a title, a name or a reason."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "event": ("date", "title", "kind", "who", "place", "hidden"),
    "quote": ("speaker", "hidden"),
    "document": ("published", "publisher", "title"),
}
"""What can be decided, by the kind of thing that it is decided of."""
TURNS = ("undo", "redo")


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about, by its words; `exact` is empty for a document."""

    kind: str
    document_id: str
    path: str
    sha256: str
    label: str
    """What it was called when it was decided, for a reader: an event's line, a quote's words, a document's title."""
    row_id: str = ""
    """mention_id or quote_id: found at once while document and finders stay as they are."""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = -1
    end: int = -1
    date_text: str = ""
    """Of an event: its date words as read, which tell apart two events of one sentence."""
    event_type: str = ""
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One field of one thing, as a reader has it."""

    decision_id: str
    step: str
    """The id of the first decision of what was saved in one go."""
    when: str
    why: str
    target: Target
    field: str
    old: Any
    new: Any
    """date, published: {date, start, end, precision, typed}; who: {add: [{id, name, kind}], remove: [id]}; hidden: true;
    kind: an id of the vocabulary; speaker: {id, name}; else words."""


@dataclass(frozen=True, slots=True)
class Turn:
    """That a step was undone, or redone."""

    turn_id: str
    when: str
    does: str
    step: str
    why: str = ""


Entry = Decision | Turn


@dataclass(frozen=True, slots=True)
class Wish:
    """A decision that was not written yet."""

    target: Target
    field: str
    old: Any
    new: Any
    why: str = ""
