"""What the reader chose, and the SQL condition that it is.

Facets are what a filter offers to choose from; lanes are what the timeline is drawn by.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Facet = Literal["leaders", "topics", "kinds", "documents"]
Lane = Literal["leader", "topic", "document"]


@dataclass(frozen=True)
class Selection:
    """What the reader chose; the empty selection is everything. `[start, end)` keeps what can lie in it."""

    leaders: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    start: datetime | None = None
    end: datetime | None = None
    words: str = ""
    together: bool = False
    """Events in which all chosen leaders took part, not just any of them."""
    corroborated: bool = False
    """Events that at least two independent sources tell."""
    disputed: bool = False
    """Events on which the documents differ in some field."""


COLUMN = {"leaders": "leaders", "topics": "topics", "kinds": "event_type", "documents": "documents"}
LANES = {"leader": "leaders", "topic": "topics", "document": "documents"}

Clause = tuple[str, list[object]]
"""SQL with ? for each of the parameters beside it."""


def fold(words: str) -> str:
    """Lower case without accents, as the search compares.

    >>> fold("Díaz-Canel")
    'diaz-canel'
    """
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def events_where(selection: Selection) -> Clause:
    """The condition on `events e` that a selection is, with its parameters."""
    clauses = [has("leaders", selection.leaders, all_of=selection.together)]
    clauses += [
        has("topics", selection.topics),
        has("kinds", selection.kinds),
        has("documents", selection.documents),
    ]
    clauses += [_between("e.start", 'e."end"', selection)]
    clauses += [(condition, []) for condition in _flags(selection)]
    clauses += [
        (
            f"""({_holds("e.title")}
                OR e.event_id IN (SELECT event_id FROM mentions WHERE {_holds("sentence")})
                OR e.event_id IN (SELECT event_id FROM quotes WHERE {_holds("statement")}))""",
            [word] * 3,
        )
        for word in selection.words.split()
    ]
    return _and(clauses)


def quotes_where(selection: Selection) -> Clause:
    """The condition on `quotes q` that a selection is, with its parameters: leaders are speakers here."""
    clauses = [in_("q.speaker", selection.leaders), in_("q.document_id", selection.documents)]
    if selection.topics:
        clauses.append(("list_has_any(q.topics, ?)", [list(selection.topics)]))
    if selection.kinds:
        kinds, parameters = in_("event_type", selection.kinds)
        clauses.append((f"q.event_id IN (SELECT event_id FROM events WHERE {kinds})", parameters))
    clauses += [(f"q.event_id IN (SELECT event_id FROM events WHERE {flag})", []) for flag in _flags(selection)]
    clauses.append(_between("q.said_start", "q.said_end", selection))
    anywhere = "concat_ws(' ', q.statement, q.speaker, q.speaker_text, q.cue)"
    clauses += [(_holds(anywhere), [word]) for word in selection.words.split()]
    return _and(clauses)


def _flags(selection: Selection) -> list[str]:
    """The conditions on events that are ticked, not chosen from a list."""
    conditions = ["n_sources > 1"] if selection.corroborated else []
    return conditions + (["len(disputed) > 0"] if selection.disputed else [])


def _holds(text: str) -> str:
    """A condition that a text holds a word; DuckDB folds both, so that whatever folding does, it does to both."""
    return f"contains(strip_accents(lower({text})), strip_accents(lower(?)))"


def has(facet: str, chosen: tuple[str, ...], all_of: bool = False) -> Clause:
    if not chosen:
        return "TRUE", []
    if facet == "kinds":
        return in_("e.event_type", chosen)
    return f"{'list_has_all' if all_of else 'list_has_any'}(e.{COLUMN[facet]}, ?)", [list(chosen)]


def in_(column: str, chosen: tuple[str, ...]) -> Clause:
    return (f"list_contains(?, {column})", [list(chosen)]) if chosen else ("TRUE", [])


def _between(start: str, end: str, selection: Selection) -> Clause:
    clauses: list[Clause] = []
    if selection.start is not None:
        clauses.append((f"{end} > ?", [selection.start]))
    if selection.end is not None:
        clauses.append((f"{start} < ?", [selection.end]))
    return _and(clauses)


def _and(clauses: list[Clause]) -> Clause:
    text = " AND ".join(clause for clause, _ in clauses) or "TRUE"
    return text, [parameter for _, parameters in clauses for parameter in parameters]
