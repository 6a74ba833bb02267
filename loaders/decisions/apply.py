"""The rows of one document as they were read -> as a reader has decided, and what he did is said in the row.

Later decisions on a field count. What was read stays in words: "corrected by a reader: was 30 August 2021".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from loaders.decisions.additions import make_event, make_quote
from loaders.decisions.anchors import Row, find_row
from loaders.decisions.documents import Orphan
from loaders.decisions.naming import find_alone, rename
from loaders.decisions.records import MAIN, MARKS, TIES, Decision
from loaders.moments import read_iso, say_year
from loaders.tables.schema import BY_READER, CONFIRMED

Rows = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Decided:
    """The rows of a document after decisions."""

    rows: Rows
    people: tuple[Row, ...] = ()
    """{id, name, kind} of everybody who was put into a row."""
    told: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """mention_id -> title, event_type and weight as decided, which no other account of the event outvotes."""
    orphans: tuple[Orphan, ...] = ()
    tied: Mapping[str, str] = field(default_factory=dict)
    """"decision_id:place" -> mention_id, of decisions that several accounts are of one event, or not."""
    marks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """mention_id -> star, note, and differ: what became of a disagreement, by what it is about."""


def find_published(decisions: Iterable[Decision]) -> Mapping[str, str] | None:
    """The date of publication that was decided last; None where none was. It comes before what is read in a text."""
    found = [one.new for one in decisions if one.target.kind == "document" and one.field == "published"]
    return found[-1] if found else None


def apply(
    rows: Mapping[str, Sequence[Mapping[str, Any]]], decisions: Sequence[Decision], kinds: Mapping[str, str]
) -> Decided:
    """The rows with decisions on them laid on top; the rows that are given stay as they are.

    `kinds` are the kinds of event that there are, with what they are called. A decision that finds no row is an orphan.
    """
    now: Rows = {name: [dict(row) for row in some] for name, some in rows.items()}
    as_read: Rows = {name: list(map(dict, some)) for name, some in rows.items()}
    text = str(now["documents"][0]["text"])
    page = _Page(now, as_read, kinds)
    orphans: list[Orphan] = []
    for decision in decisions:
        found = _find(decision, as_read, text)
        why = found if isinstance(found, str) else page.take(decision, found)
        if why:
            orphans.append(Orphan(decision.decision_id, why))
    page.finish()
    return Decided(now, tuple(page.people), page.told(), tuple(orphans), page.tied, page.marks_left())


TABLE = {"event": "mentions", "quote": "quotes", "words": "annotations"}


def _find(decision: Decision, rows: Rows, text: str) -> Row | str:
    kind = decision.target.kind
    if kind in ("document", "person"):
        return rows["documents"][0]
    found = rows[TABLE[kind]] if kind in TABLE else []
    return find_row(decision.target, [row for row in found if kind != "words" or row["kind"] == "date"], text)


class _Page:
    """The rows of a document while decisions are laid on them."""

    def __init__(self, rows: Rows, as_read: Rows, kinds: Mapping[str, str]) -> None:
        self.rows, self.rows_read, self.kinds = rows, as_read, kinds
        self.as_read = {row["mention_id"]: row for row in as_read["mentions"]}
        self.mentions = {row["mention_id"]: row for row in rows["mentions"]}
        self.quotes = {row["quote_id"]: row for row in rows["quotes"]}
        self.hidden: set[str] = set()
        self.said: dict[str, dict[str, str]] = {}
        """mention_id -> what was corrected, and what it was."""
        self.people: list[Row] = []
        self.confirmed: set[str] = set()
        self.tied: dict[str, str] = {}
        self.marks: dict[str, dict[str, Any]] = {}
        self.names = {str(person["leader_id"]): str(person["name"]) for person in rows["people"]}

    def take(self, decision: Decision, found: Row) -> str:
        """Lay one decision on the row that it is about; in words why it cannot be."""
        kind, field = decision.target.kind, decision.field
        if kind == "document":
            self._take_of_document(decision, found)
        elif kind == "person" and field == "right":
            self._know(decision.target.row_id, decision.target.label)
        elif kind == "person":
            rename(self.rows, decision.target.row_id, None if field == "hidden" else decision.new)
        elif kind == "passage":
            return self._add(decision, (int(found["start"]), int(found["end"])))
        elif kind == "words":
            [row] = [row for row in self.rows["annotations"] if row["annotation_id"] == found["annotation_id"]]
            row["how"] = f"{CONFIRMED}: {found['how']}"
        elif field == "hidden":
            self.hidden.add(str(found["mention_id" if kind == "event" else "quote_id"]))
        elif kind == "quote":
            self._take_of_quote(decision, found)
        elif field in TIES:
            self.tied[f"{decision.decision_id}:{decision.new}"] = str(found["mention_id"])
        elif field in MARKS:
            self._mark(decision, str(found["mention_id"]))
        elif field == "kind" and decision.new not in self.kinds:
            return f"“{decision.new}” is no kind of event any more"
        else:
            self._take_of_event(decision, str(found["mention_id"]))
        return ""

    def _know(self, person_id: str, name: str) -> None:
        """Have a document that gives a surname alone mean the one whom a reader knows."""
        for one in find_alone(self.rows, name):
            if one != person_id:
                rename(self.rows, one, {"id": person_id, "name": name, "kind": "person"})
                self.people.append({"id": person_id, "name": name, "kind": "person"})

    def _add(self, decision: Decision, place: tuple[int, int]) -> str:
        """Add what a reader marked; it can be decided on like what was read."""
        field, new = decision.field, decision.new
        if field == "event" and new["kind"] not in self.kinds:
            return f"“{new['kind']}” is no kind of event any more"
        table, key = ("mentions", "mention_id") if field == "event" else ("quotes", "quote_id")
        row = (make_event if field == "event" else make_quote)(
            decision, place, self.rows["documents"][0], self.rows["annotations"]
        )
        if any(one[key] == row[key] for one in self.rows[table]):
            return "the same was added before"
        self.people += map(dict, new["people"])
        self.rows[table].append(row)
        self.rows_read[table].append(dict(row))
        (self.mentions if field == "event" else self.quotes)[row[key]] = row
        if field == "event":
            self.as_read[row[key]] = self.rows_read[table][-1]
        return ""

    def _take_of_event(self, decision: Decision, key: str) -> None:
        row = self.mentions[key]
        row["confidence"] = 1.0
        if decision.field == "right":
            self.confirmed.add(key)
            return
        CHANGE[decision.field](self, row, decision.new)
        self.said.setdefault(key, {})[decision.field] = self._was(decision.field, key)

    def _mark(self, decision: Decision, key: str) -> None:
        marks, new = self.marks.setdefault(key, {}), decision.new
        if decision.field != "differ":
            marks[decision.field] = new
            return
        said = {"state": new["state"], "version": new["version"], "why": decision.why}
        marks["differ"] = marks.get("differ", {}) | {new["about"]: said}

    def _take_of_document(self, decision: Decision, found: Row) -> None:
        [row] = self.rows["documents"]
        if decision.field == "right":
            row["published_how"] = "; ".join(filter(None, [CONFIRMED, found["published_how"]]))
        elif decision.field != "published":
            # From a published date on the text was read anew before its rows came here.
            row[decision.field] = decision.new or None

    def _take_of_quote(self, decision: Decision, found: Row) -> None:
        quote = self.quotes[found["quote_id"]]
        if decision.field == "right":
            quote["confidence"], quote["speaker_how"] = 1.0, f"{CONFIRMED}: {quote['speaker_how']}"
        else:
            self._name_speaker(quote, found, decision.new)

    def _name_speaker(self, quote: Row, as_read: Row, new: Mapping[str, str]) -> None:
        self.people.append({**new, "kind": "person"})
        quote["speaker"], quote["confidence"] = new["id"], 1.0
        was = as_read["speaker_text"] or as_read["speaker"] or "open"
        quote["speaker_how"] = f"{BY_READER}: was {was}"

    def set_date(self, row: Row, new: Mapping[str, str]) -> None:
        start, end = read_iso(new["start"]), read_iso(new["end"])
        row |= {"date": new["date"], "start": start, "end": end, "precision": new["precision"], "anchor": None}
        said = {"said": new["date"], "said_start": start, "said_end": end, "said_precision": new["precision"]}
        for quote in self.rows["quotes"]:
            if quote["event_id"] == row["mention_id"]:
                quote |= said
        row["date_how"] = f"{BY_READER}: was {self._was('date', row['mention_id'])}"

    def set_who(self, row: Row, new: Mapping[str, Any]) -> None:
        gone = set(new["remove"])
        for name in ("leaders", "named", "actors", "sources", "targets"):
            row[name] = [one for one in row[name] if one not in gone]
        for person in new["add"]:
            self.people.append(dict(person))
            column = "leaders" if person["kind"] == "person" else "actors"
            if person["id"] not in row[column]:
                row[column] = [*row[column], person["id"]]
            row["named"] = [one for one in row["named"] if one != person["id"]]

    def set_topics(self, row: Row, new: Mapping[str, Any]) -> None:
        left = (one for one in row["topics"] if one not in new["remove"])
        row["topics"] = list(dict.fromkeys([*left, *new["add"]]))

    def set_weight(self, row: Row, new: float) -> None:
        row |= {"weight": new, "weight_why": BY_READER, "main": new >= MAIN}

    def told(self) -> dict[str, dict[str, Any]]:
        """What was decided of accounts that their event has from one of them."""
        columns = {"title": ("title", "line"), "kind": ("event_type", "event_type"), "weight": ("weight", "weight")}
        return {
            key: {columns[name][0]: self.mentions[key][columns[name][1]] for name in said if name in columns}
            for key, said in self.said.items()
            if key not in self.hidden and said.keys() & columns.keys()
        }

    def marks_left(self) -> dict[str, dict[str, Any]]:
        """What is laid beside accounts that are not hidden."""
        return {key: marks for key, marks in self.marks.items() if key not in self.hidden}

    def finish(self) -> None:
        """Leave out what is hidden, and say in each row what was corrected."""
        for key, said in self.said.items():
            row = self.mentions[key]
            # Of a date the reasons of the date say it.
            corrected = ", ".join(f"{name} was {was}" for name, was in said.items() if name != "date")
            row["why"] = "; ".join(filter(None, [corrected and f"{BY_READER}: {corrected}", row["why"]]))
        for key in self.confirmed - self.said.keys():
            self.mentions[key]["why"] = f"{CONFIRMED}; {self.mentions[key]['why']}"
        for name, key in (("mentions", "mention_id"), ("quotes", "quote_id")):
            self.rows[name] = [row for row in self.rows[name] if row[key] not in self.hidden]
        for quote in self.rows["quotes"]:
            if quote["event_id"] in self.hidden:
                quote["event_id"] = None

    def _was(self, field: str, key: str) -> str:
        """What was read in a field, in words."""
        as_read = self.as_read[key]
        if field == "date":
            return say_day(as_read["start"], as_read["precision"], str(as_read["date"]))
        if field == "title":
            return f"“{as_read['line']}”"
        if field == "kind":
            return f"“{self.kinds.get(as_read['event_type'], as_read['event_type'])}”"
        if field == "who":
            return ", ".join(self.names.get(one, one) for one in (*as_read["leaders"], *as_read["actors"])) or "nobody"
        if field == "topics":
            return ", ".join(as_read["topics"]) or "none"
        return str(as_read["place"] or "not known") if field == "place" else f"{as_read['weight']:.2f}"


def _setter(column: str) -> Callable[[_Page, Row, Any], None]:
    def change(_page: _Page, row: Row, new: Any) -> None:
        row[column] = new or None

    return change


CHANGE: dict[str, Callable[[_Page, Row, Any], None]] = {
    "date": _Page.set_date,
    "who": _Page.set_who,
    "topics": _Page.set_topics,
    "weight": _Page.set_weight,
    "title": _setter("line"),
    "kind": _setter("event_type"),
    "place": _setter("place"),
}


def say_day(start: datetime, precision: str, edtf: str) -> str:
    """A time in words where it is a day or a month, else as EDTF.

    >>> say_day(datetime(2021, 8, 30), "day", "2021-08-30"), say_day(datetime(1990, 1, 1), "decade", "199X")
    ('30 August 2021', '199X')
    """
    if precision == "day":
        return f"{start.day} {start:%B} {say_year(start.year)}"
    return f"{start:%B} {say_year(start.year)}" if precision == "month" else edtf
