"""data/vocabulary/*.yaml as records: leaders, offices, countries, topics, kinds of event, and the words of each language.

Language is data: `data/vocabulary/en/dates.yaml`, `people.yaml`, `quotes.yaml`, `events.yaml` hold the words of English for
one finder each; another language is another folder. What a finder compiles from them it keeps itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent.parent / "data" / "vocabulary"


class VocabularyError(ValueError):
    """A vocabulary file breaks its form; says which file, which entry and what is allowed."""


@dataclass(frozen=True, slots=True)
class Country:
    country_id: str
    names: Mapping[str, tuple[str, ...]]
    """Language to names, the usual one first: {"en": ("China", "PRC")}."""
    adjectives: Mapping[str, tuple[str, ...]]
    """Language to adjectives and demonyms: {"en": ("Chinese",)}."""
    capital: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language to the capital's names, which also stand for the government."""


@dataclass(frozen=True, slots=True)
class Office:
    office_id: str
    country: str | None
    titles: Mapping[str, tuple[str, ...]]
    """Language to titles without the country: {"en": ("president", "head of state")}."""
    organisation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language to the body that it leads, where the title needs it ("National People's Congress Standing Committee")."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office and the days on which it was held: [start, end), None while open."""

    office_id: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Leader:
    leader_id: str
    name: str
    names: Mapping[str, tuple[str, ...]]
    """Language to further full names and forms that stand for this person alone."""
    short: tuple[str, ...]
    """Parts that name the person once introduced ("Xi", "Díaz-Canel")."""
    gender: str
    """m or f, for pronouns."""
    country: str | None
    terms: tuple[Term, ...]

    def offices_on(self, day: date) -> tuple[str, ...]:
        """Ids of the offices held on that day."""
        return tuple(
            term.office_id
            for term in self.terms
            if (term.start is None or term.start <= day) and (term.end is None or day < term.end)
        )


@dataclass(frozen=True, slots=True)
class Topic:
    topic_id: str
    label: str
    terms: Mapping[str, tuple[str, ...]]
    """Language to words and phrases; a trailing * stands for any ending ("vaccin*")."""


@dataclass(frozen=True, slots=True)
class EventKind:
    kind_id: str
    label: str
    """The plain word for the screen."""
    plover: str
    """The event type of PLOVER (the event ontology of political science) that it falls under."""


@dataclass(frozen=True)
class Vocabulary:
    """Everything that the finders know beforehand; ids are the keys."""

    leaders: Mapping[str, Leader]
    offices: Mapping[str, Office]
    countries: Mapping[str, Country]
    topics: Mapping[str, Topic]
    kinds: Mapping[str, EventKind]
    folder: Path = FOLDER

    def words(self, language: str, finder: str) -> Mapping[str, Any]:
        """The words of one language for one finder; empty for a language that has none yet."""
        return words(language, finder, self.folder)


@lru_cache(maxsize=64)
def words(language: str, finder: str, folder: Path = FOLDER) -> Mapping[str, Any]:
    """`folder/language/finder.yaml`, parsed once; empty where there is no such file."""
    path = folder / language / f"{finder}.yaml"
    return _read(path) if path.exists() else {}


@lru_cache(maxsize=8)
def load_vocabulary(folder: Path = FOLDER) -> Vocabulary:
    """The vocabulary of a folder. Raises VocabularyError where an entry is wrong."""
    countries = {
        key: Country(key, _by_language(row["names"]), _by_language(row.get("adjectives")), _by_language(row.get("capital")))
        for key, row in _read(folder / "countries.yaml").items()
    }
    offices = {
        key: Office(key, row.get("country"), _by_language(row["titles"]), _by_language(row.get("organisation")))
        for key, row in _read(folder / "offices.yaml").items()
    }
    leaders = {key: _leader(key, row) for key, row in _read(folder / "leaders.yaml").items()}
    topics = {
        key: Topic(key, row["label"], _by_language(row["terms"])) for key, row in _read(folder / "topics.yaml").items()
    }
    kinds = {
        key: EventKind(key, row["label"], row["plover"]) for key, row in _read(folder / "kinds.yaml").items()
    }
    vocabulary = Vocabulary(leaders, offices, countries, topics, kinds, folder)
    _check(vocabulary)
    return vocabulary


def _leader(key: str, row: Mapping[str, Any]) -> Leader:
    terms = tuple(Term(term["office"], term.get("from"), term.get("to")) for term in row.get("offices", ()))
    return Leader(
        key,
        row["name"],
        _by_language(row.get("names")),
        tuple(row.get("short", ())),
        row["gender"],
        row.get("country"),
        terms,
    )


def _check(vocabulary: Vocabulary) -> None:
    for leader in vocabulary.leaders.values():
        where = f"leaders.yaml, {leader.leader_id}"
        if leader.gender not in ("m", "f"):
            raise VocabularyError(f"{where}: gender is {leader.gender!r}; allowed are m and f")
        if leader.country is not None and leader.country not in vocabulary.countries:
            raise VocabularyError(f"{where}: country {leader.country!r} is not in countries.yaml")
        for term in leader.terms:
            if term.office_id not in vocabulary.offices:
                raise VocabularyError(f"{where}: office {term.office_id!r} is not in offices.yaml")
            if term.start and term.end and term.start >= term.end:
                raise VocabularyError(f"{where}: {term.office_id} ends on {term.end}, before it begins on {term.start}")
    for office in vocabulary.offices.values():
        if office.country is not None and office.country not in vocabulary.countries:
            raise VocabularyError(f"offices.yaml, {office.office_id}: country {office.country!r} is not in countries.yaml")


def _by_language(row: Mapping[str, Any] | None) -> dict[str, tuple[str, ...]]:
    return {language: tuple([names] if isinstance(names, str) else names) for language, names in (row or {}).items()}


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path.name}: not valid YAML: {error}") from error
    if not isinstance(content, dict):
        raise VocabularyError(f"{path.name}: expected a mapping of ids to entries")
    return content
