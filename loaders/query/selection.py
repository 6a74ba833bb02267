"""What the reader chose, and the SQL condition that it is.

Facets are what a filter offers to choose from; lanes are what the timeline is drawn by.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Literal

Facet = Literal["leaders", "actors", "topics", "kinds", "documents", "publishers", "languages", "places"]
Lane = Literal["leader", "actor", "topic", "kind", "document", "none"]


@dataclass(frozen=True)
class Selection:
    """What the reader chose; the empty selection is everything. `[start, end)` keeps what can lie in it."""

    leaders: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """Countries and organisations that took part."""
    topics: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    """ISO 639-1 codes of the documents' languages."""
    places: tuple[str, ...] = ()
    """Places as the documents write them."""
    start: datetime | None = None
    end: datetime | None = None
    words: str = ""
    texts: bool = False
    """With words: all events of the documents in whose text they stand too, not only those that are told with them."""
    together: bool = False
    """Events in which all chosen leaders took part, and all chosen countries, not just any of them."""
    corroborated: bool = False
    """Events that at least two independent sources tell."""
    disputed: bool = False
    """Events on which the documents differ in some field."""
    unsure: bool = False
    """What the program is not sure of and a person should look at."""
    min_weight: float = 0.0
    """Events that weigh so much at least, 0 to 1."""

    def within(self, window: tuple[datetime, datetime]) -> Selection:
        """The same, of what can lie in a window too."""
        start = window[0] if self.start is None else max(self.start, window[0])
        end = window[1] if self.end is None else min(self.end, window[1])
        return replace(self, start=start, end=end)


COLUMN = {
    "leaders": "leaders",
    "actors": "actors",
    "topics": "topics",
    "kinds": "event_type",
    "documents": "documents",
    "places": "places",
}
TAKING_PART: tuple[Facet, ...] = ("leaders", "actors")
"""Facets of which all that are chosen may be wanted together."""
OF_DOCUMENTS = {"publishers": "publisher", "languages": "language"}
"""Facets that are told of documents, and their columns there."""
LANES: dict[Lane, str] = {
    "leader": "leaders",
    "actor": "actors",
    "topic": "topics",
    "kind": "kinds",
    "document": "documents",
    "none": "none",
}
"""What the timeline is drawn by, and the lists of ids that say in which lanes an event is; in none there is one for all."""
LANE_LISTS = {"kinds": "[e.event_type]", "none": "CAST([] AS VARCHAR[])"}
"""SQL of those lists that are no column of the events."""

TEXT = "concat_ws(' ', d.title, d.publisher, d.text)"
"""SQL of all that is searched of a document."""

Clause = tuple[str, list[object]]
"""SQL with ? for each of the parameters beside it."""


@lru_cache(maxsize=100_000)
def fold(words: str) -> str:
    """Lower case without accents, as the search compares.

    >>> fold("Díaz-Canel")
    'diaz-canel'
    """
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


REVIEW_BELOW = 0.5
"""Events and quotes that are less sure than this are for a person to look at."""
MOST_WORDS = 40
"""So many words of a search are looked for; each takes a look at every text."""
QUOTED = re.compile(r'["“”„«»](.+?)["“”„«»]')
PARTS = re.compile(r"[^\W_]+")
JOINED = re.compile(r"[\s,;:!?()\[\]{}…—–|]+")
"""Between two words of a search; what joins parts of one word, as in `U.S.` or `Díaz-Canel`, is not among it."""


def search_terms(words: str) -> list[str]:
    """What a search looks for, each of which a text must hold: words, and phrases with a blank between their words.

    What stands in quotation marks is a phrase, and so are the parts of one word; other signs only part words.

    >>> search_terms("China, Cuba — “five points” U.S.")
    ['five points', 'China', 'Cuba', 'U S']
    """
    words = unicodedata.normalize("NFC", words)
    pieces = [*QUOTED.findall(words), *JOINED.split(QUOTED.sub(" ", words))]
    terms = [" ".join(PARTS.findall(piece)) for piece in pieces]
    return list(dict.fromkeys(term for term in terms if term))[:MOST_WORDS]


def events_where(selection: Selection) -> Clause:
    """The condition on `events e` that a selection is, with its parameters."""
    clauses = [has(facet, getattr(selection, facet), all_of=selection.together) for facet in TAKING_PART]
    clauses += [
        has("topics", selection.topics),
        has("kinds", selection.kinds),
        has("documents", selection.documents),
        has("places", selection.places),
        *(_told_by(facet, getattr(selection, facet)) for facet in OF_DOCUMENTS),
    ]
    clauses += [_between("e.start", 'e."end"', selection)]
    if selection.min_weight > 0:
        clauses.append(("e.weight >= ?", [selection.min_weight]))
    clauses += [(condition, []) for condition in _flags(selection)]
    clauses += [(f"e.confidence < {REVIEW_BELOW}", [])] if selection.unsure else []
    clauses += [_told_with(term, selection.texts) for term in search_terms(selection.words)]
    return _and(clauses)


def _told_with(term: str, texts: bool) -> Clause:
    """The condition that an event is told with a term, or by a document in whose text it stands."""
    places = [
        _holds("e.title", term),
        f"e.event_id IN (SELECT event_id FROM mentions WHERE {_holds('sentence', term)})",
        f"e.event_id IN (SELECT event_id FROM quotes WHERE {_holds('statement', term)})",
        _holds("array_to_string(e.places, ', ')", term),
        f"""list_has_any(e.leaders || e.actors, (SELECT coalesce(list(leader_id), []) FROM people
                                                 WHERE {_holds("name", term)}))""",
    ]
    if texts:
        holding = f"SELECT coalesce(list(document_id), []) FROM documents d WHERE {_holds(TEXT, term)}"
        places.append(f"list_has_any(e.documents, ({holding}))")
    return f"({' OR '.join(places)})", [term] * len(places)


def quotes_where(selection: Selection) -> Clause:
    """The condition on `quotes q` that a selection is, with its parameters: leaders are speakers here."""
    clauses = [in_("q.speaker", selection.leaders), in_("q.document_id", selection.documents)]
    if selection.topics:
        clauses.append(("list_has_any(q.topics, ?)", [list(selection.topics)]))
    if selection.actors:
        acting = "q.event_id IN (SELECT event_id FROM events WHERE list_has_any(actors, ?))"
        clauses.append((acting, [list(selection.actors)]))
    if selection.kinds:
        kinds, parameters = in_("event_type", selection.kinds)
        clauses.append((f"q.event_id IN (SELECT event_id FROM events WHERE {kinds})", parameters))
    if selection.places:
        there = "q.event_id IN (SELECT event_id FROM events WHERE list_has_any(places, ?))"
        clauses.append((there, [list(selection.places)]))
    clauses += [
        (f"q.document_id IN (SELECT document_id FROM documents WHERE list_contains(?, {column}))", [list(chosen)])
        for facet, column in OF_DOCUMENTS.items()
        if (chosen := getattr(selection, facet))
    ]
    clauses += [(f"q.event_id IN (SELECT event_id FROM events WHERE {flag})", []) for flag in _flags(selection)]
    clauses += [(f"(q.confidence < {REVIEW_BELOW} OR q.speaker IS NULL)", [])] if selection.unsure else []
    clauses.append(_between("q.said_start", "q.said_end", selection))
    anywhere = "concat_ws(' ', q.statement, q.speaker, q.speaker_text, q.cue)"
    clauses += [(_holds(anywhere, term), [term]) for term in search_terms(selection.words)]
    return _and(clauses)


def documents_where(selection: Selection) -> Clause:
    """The condition on `documents d` that a selection is: publisher, language, and words in title, publisher or text."""
    clauses = [in_(f"d.{column}", getattr(selection, facet)) for facet, column in OF_DOCUMENTS.items()]
    clauses += [(_holds(TEXT, term), [term]) for term in search_terms(selection.words)]
    return _and(clauses)


def _told_by(facet: str, chosen: tuple[str, ...]) -> Clause:
    """The condition that a document with one of the chosen publishers or languages tells an event."""
    if not chosen:
        return "TRUE", []
    mine = f"SELECT coalesce(list(document_id), []) FROM documents WHERE list_contains(?, {OF_DOCUMENTS[facet]})"
    return f"list_has_any(e.documents, ({mine}))", [list(chosen)]


def _flags(selection: Selection) -> list[str]:
    """The conditions on events that are ticked, not chosen from a list."""
    conditions = ["n_sources > 1"] if selection.corroborated else []
    return conditions + (["len(disputed) > 0"] if selection.disputed else [])


def _holds(text: str, term: str) -> str:
    """A condition that a text holds a term; DuckDB folds both, so that whatever folding does, it does to both.

    A word may be part of a longer one. A phrase is whole words, whatever signs stand between them in the text.
    """
    folded, wanted = f"strip_accents(lower(nfc_normalize({text})))", "strip_accents(lower(?))"
    if " " not in term:
        return f"contains({folded}, {wanted})"
    return f"contains(' ' || regexp_replace({folded}, '[^\\p{{L}}\\p{{N}}]+', ' ', 'g') || ' ', ' ' || {wanted} || ' ')"


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
