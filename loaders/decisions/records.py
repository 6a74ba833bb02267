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
    "event": (
        *("date", "title", "kind", "who", "place", "topics", "weight", "hidden", "right"),
        *("same", "apart", "note", "star", "differ"),
    ),
    "quote": ("speaker", "hidden", "right"),
    "document": ("published", "publisher", "title", "right"),
    "words": ("right",),
    "passage": ("event", "quote"),
    "person": ("right", "hidden", "person"),
}
"""What can be decided, by the kind of thing that it is decided of."""
OF_DOCUMENTS = ("event", "quote", "document", "words", "passage")
"""What stands in one document, a passage as a reader marked it; a person is decided on wherever he or she is named."""
TIES = ("same", "apart")
"""Fields that say of two accounts that they tell one event, or two."""
MARKS = ("note", "star", "differ")
"""Fields that the tables do not hold: they are laid beside an event for its readers."""
MAIN = 0.5
"""From this weight on an event is what its document is about."""
STATES = ("open", "checked", "no conflict")
"""What can become of a disagreement between documents."""
TURNS = ("undo", "redo")


@dataclass(frozen=True, slots=True)
class Target:
    """What a decision is about, by its words; `exact` is empty for a document and a person, who is of no document."""

    kind: str
    document_id: str
    path: str
    sha256: str
    label: str
    """What it was called when it was decided, for a reader: an event's line, a quote's words, a document's title, a name."""
    row_id: str = ""
    """mention_id, quote_id or annotation_id: found at once while document and finders stay as they are. Of a person the id."""
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
    topics: {add: [id], remove: [id]}; weight: 0 to 1; kind: an id of the vocabulary; speaker: {id, name};
    person: {id, name, kind}; right: true; star: true or false; same, apart: the other accounts, as targets.say_target says
    them; differ: {about, state, version}; event: a date's with {title, kind, people, place}; quote: {people}; else words."""


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
