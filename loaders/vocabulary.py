"""data/vocabulary/*.yaml as records: leaders, offices, countries, bodies, topics, kinds of event, the words of each language.

Language is data: `data/vocabulary/en/dates.yaml`, `people.yaml`, `quotes.yaml`, `events.yaml` hold the words of English
for one finder each; another language is another folder. What a finder compiles from them it keeps itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

Row = Mapping[str, Any]
Entry = TypeVar("Entry")

FOLDER = Path(__file__).resolve().parent.parent / "data" / "vocabulary"

PLOVER = (
    *(
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
    ),
    *("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "none"),
)
"""The event types of PLOVER, and none for kinds that it has no type for."""


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
    kind: str = "country"
    """country, or organisation for a body whose officers appear like those of a state."""


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that acts: an organ of the United Nations, a ministry, a party, an army."""

    body_id: str
    names: Mapping[str, tuple[str, ...]]
    """Language to names and short forms, the usual one first."""
    country: str | None = None
    """The state whose body it is."""


@dataclass(frozen=True, slots=True)
class Office:
    office_id: str
    country: str | None
    titles: Mapping[str, tuple[str, ...]]
    """Language to titles without the country: {"en": ("president", "head of state")}."""
    organisation: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Language to the body that it leads, where the title needs it ("National People's Congress")."""
    shared: bool = False
    """Several people hold it at once (vice premier), so that the office alone names nobody."""


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
    """The event type of PLOVER (the event ontology of political science) that it falls under; one of `PLOVER`."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Everything that the finders know beforehand; ids are the keys. One is equal to itself only, so that what a
    finder compiles from it can be kept in a cache."""

    leaders: Mapping[str, Leader]
    offices: Mapping[str, Office]
    countries: Mapping[str, Country]
    topics: Mapping[str, Topic]
    kinds: Mapping[str, EventKind]
    bodies: Mapping[str, Body] = field(default_factory=dict)
    lives: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    """leader_id -> years of birth and death."""
    folder: Path = FOLDER

    def words(self, language: str, finder: str) -> Mapping[str, Any]:
        """The words of one language for one finder; empty for a language that has none yet."""
        return words(language, finder, self.folder)


@lru_cache(maxsize=64)
def words(language: str, finder: str, folder: Path = FOLDER) -> Mapping[str, Any]:
    """`folder/language/finder.yaml`, parsed once; empty where there is no such file."""
    path = folder / language / f"{finder}.yaml"
    return _read(path) if path.exists() else {}


@lru_cache(maxsize=16)
def shared_words(finder: str, folder: Path = FOLDER) -> Mapping[str, Any]:
    """`folder/finder.yaml`, parsed once: what is the same in every language."""
    return _read(folder / f"{finder}.yaml")


@lru_cache(maxsize=8)
def load_vocabulary(folder: Path = FOLDER) -> Vocabulary:
    """The vocabulary of a folder. Raises VocabularyError where an entry is wrong."""
    vocabulary = Vocabulary(
        leaders=_entries(folder / "leaders.yaml", _leader, "name gender", "names short country offices"),
        offices=_entries(folder / "offices.yaml", _office, "titles", "country organisation shared"),
        countries=_entries(folder / "countries.yaml", _country, "names", "adjectives capital kind"),
        topics=load_topics(folder),
        kinds=load_kinds(folder),
        bodies=_entries(folder / "bodies.yaml", _body, "names", "country"),
        lives=_entries(folder / "lives.yaml", lambda key, row: (row["born"], row.get("died")), "born", "died"),
        folder=folder,
    )
    _check(vocabulary)
    return vocabulary


@lru_cache(maxsize=8)
def load_topics(folder: Path = FOLDER) -> Mapping[str, Topic]:
    """The topics alone, a tenth of the vocabulary: what a page needs for its labels."""
    return read_topics(folder / "topics.yaml")


def read_topics(path: Path) -> dict[str, Topic]:
    """The topics in a file, as it is now. Raises VocabularyError where an entry is wrong."""
    return _entries(path, _topic, "label terms")


@lru_cache(maxsize=8)
def load_kinds(folder: Path = FOLDER) -> Mapping[str, EventKind]:
    """The kinds of event alone."""
    return _entries(folder / "kinds.yaml", _kind, "label plover")


def _country(key: str, row: Row) -> Country:
    kind = row.get("kind", "country")
    if kind not in ("country", "organisation"):
        raise VocabularyError(f"kind is {kind!r}; allowed are country and organisation")
    return Country(key, _by_language(row, "names"), _by_language(row, "adjectives"), _by_language(row, "capital"), kind)


def _body(key: str, row: Row) -> Body:
    return Body(key, _by_language(row, "names"), row.get("country"))


def _office(key: str, row: Row) -> Office:
    organisation = _by_language(row, "organisation")
    return Office(key, row.get("country"), _by_language(row, "titles"), organisation, bool(row.get("shared")))


def _leader(key: str, row: Row) -> Leader:
    names, short = _by_language(row, "names"), _words("short", row.get("short", ()))
    terms = tuple(_term(term) for term in row.get("offices", ()))
    return Leader(key, row["name"], names, short, row["gender"], row.get("country"), terms)


def _term(row: Row) -> Term:
    if not isinstance(row, dict) or "office" not in row or not row.keys() <= {"office", "from", "to"}:
        raise VocabularyError(f"offices: expected {{office: …, from: …, to: …}}, found {row!r}")
    for bound in ("from", "to"):
        if row.get(bound) is not None and type(row[bound]) is not date:
            raise VocabularyError(f"{row['office']}: {bound!r} is {row[bound]!r}; allowed is a day such as 2013-03-14")
    return Term(row["office"], row.get("from"), row.get("to"))


def _topic(key: str, row: Row) -> Topic:
    return Topic(key, row["label"], _by_language(row, "terms"))


def _kind(key: str, row: Row) -> EventKind:
    if row["plover"] not in PLOVER:
        raise VocabularyError(f"plover is {row['plover']!r}; allowed are {', '.join(PLOVER)}")
    return EventKind(key, row["label"], row["plover"])


def _check(vocabulary: Vocabulary) -> None:
    """Every id that an entry refers to exists, and every term ends after it begins."""
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
    owned = [(f"offices.yaml, {office.office_id}", office.country) for office in vocabulary.offices.values()]
    owned += [(f"bodies.yaml, {body.body_id}", body.country) for body in vocabulary.bodies.values()]
    for where, country in owned:
        if country is not None and country not in vocabulary.countries:
            raise VocabularyError(f"{where}: country {country!r} is not in countries.yaml")
    if twice := vocabulary.bodies.keys() & (vocabulary.countries.keys() | vocabulary.leaders.keys()):
        raise VocabularyError(f"bodies.yaml, {min(twice)}: this id is one of a country or leader as well")
    if nobody := vocabulary.lives.keys() - vocabulary.leaders.keys():
        raise VocabularyError(f"lives.yaml, {min(nobody)}: there is no such leader in leaders.yaml")


def _entries(path: Path, build: Callable[[str, Row], Entry], required: str, optional: str = "") -> dict[str, Entry]:
    """The entries of a file as records; an error in one names the file and the entry."""
    entries = {}
    for key, row in _read(path).items():
        try:
            _check_fields(row, required.split(), optional.split())
            entries[key] = build(key, row)
        except VocabularyError as error:
            raise VocabularyError(f"{path.name}, {key}: {error} ({path.name} line {_line_of(path, key)})") from error
    return entries


def _line_of(path: Path, key: str) -> int:
    """The line on which an entry begins, from 1; 0 where it is not found as it is written."""
    starts = (f"{key}:", f'"{key}":', f"'{key}':")
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, start=1) if line.startswith(starts)), 0)


def _check_fields(row: object, required: list[str], optional: list[str]) -> None:
    if not isinstance(row, dict):
        raise VocabularyError(f"expected the fields {', '.join(required + optional)}, found {row!r}")
    for name in required:
        if row.get(name) in (None, "", {}, []):
            raise VocabularyError(f"the field {name!r} is missing")
    for name in row:
        if name not in required + optional:
            raise VocabularyError(f"unknown field {name!r}; allowed are {', '.join(required + optional)}")


def _by_language(row: Row, name: str) -> dict[str, tuple[str, ...]]:
    languages = row.get(name) or {}
    if not isinstance(languages, dict):
        raise VocabularyError(f"{name}: expected words by language such as {{en: […]}}, found {languages!r}")
    return {language: _words(name, words) for language, words in languages.items()}


def _words(name: str, words: Any) -> tuple[str, ...]:
    if not isinstance(words, str | list | tuple):
        raise VocabularyError(f"{name}: expected a list of words, found {words!r}")
    listed = (words,) if isinstance(words, str) else tuple(words)
    for word in listed:
        if not isinstance(word, str) or not word.strip():
            raise VocabularyError(f"{name}: {word!r} is not text; put it in quotation marks")
    return listed


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError as error:
        raise VocabularyError(f"{path.name}: there is no such file in {path.parent}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path.name}: not valid YAML: {error}") from error
    if not isinstance(content, dict):
        raise VocabularyError(f"{path.name}: expected a mapping of ids to entries")
    return content
