"""Countries and bodies of the vocabulary where a text names them, by capitals as well as letters: "US" is not "us"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.extract.actors.words import ActorWords, actor_words
from loaders.extract.terms import Terms
from loaders.vocabulary import Vocabulary

ABBREVIATION = 6
"""Names of so many letters that are all capitals stand in capitals in a text as well."""
HYPHENS = ("-", "‐", "‑")
"""Behind a name they make a describing word of it ("a Russia-backed force")."""
NAME, ADJECTIVE, PEOPLE, CAPITAL, AGAIN = "name", "adjective", "people", "capital", "again"
"""How words name an actor: by its name, an adjective, its people ("the Danes"), its capital, or as what was named before."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a name of the vocabulary stands for."""

    actor_id: str
    name: str
    kind: str
    form: str
    country: str | None
    in_capitals: bool
    """Whether the text must have it in capitals, and not only with one."""
    unsure: bool
    """Whether the word is a name of other things too."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the vocabulary at its place."""

    start: int
    end: int
    named: Named


@lru_cache(maxsize=8)
def _terms(vocabulary: Vocabulary, language: str) -> Terms[Named]:
    words = actor_words(language, vocabulary.folder)
    found: dict[str, Named] = {}
    for term, named in _names(vocabulary, language, words):
        key = " ".join(term.lower().split())
        # Of a name and an adjective in one word the name stays; what is written in either way needs no capitals.
        if key not in found or (found[key].in_capitals and not named.in_capitals):
            found[key] = named
    return Terms(found)


def _names(vocabulary: Vocabulary, language: str, words: ActorWords) -> Iterator[tuple[str, Named]]:
    for body in vocabulary.bodies.values():
        names = body.names.get(language, ())
        for term in names:
            for spelled in _spellings(term, words):
                yield spelled, _named(body.body_id, names[0], "organisation", NAME, body.country, spelled, words)
    for country in vocabulary.countries.values():
        names = country.names.get(language, ())
        own = country.country_id if country.kind == "country" else None
        tables = ((NAME, names), (CAPITAL, country.capital), (ADJECTIVE, country.adjectives))
        for form, table in tables:
            for term in table if isinstance(table, tuple) else table.get(language, ()):
                yield term, _named(country.country_id, names[0], country.kind, form, own, term, words)
        for term in country.adjectives.get(language, ()):
            yield term + "s", _named(country.country_id, names[0], country.kind, PEOPLE, own, term, words)


def _spellings(term: str, words: ActorWords) -> Iterator[str]:
    yield term
    first, _, rest = term.partition(" ")
    for other in words.spellings.get(first, ()) if rest else ():
        yield f"{other} {rest}"


def _named(actor_id: str, name: str, kind: str, form: str, country: str | None, term: str, words: ActorWords) -> Named:
    letters = [letter for letter in term if letter.isalpha()]
    in_capitals = 1 < len(letters) <= ABBREVIATION and all(letter.isupper() for letter in letters)
    return Named(actor_id, name, kind, form, country, in_capitals, term.lower() in words.unsure)


def find_known(text: str, folded: str, vocabulary: Vocabulary, language: str) -> list[Hit]:
    """Names of the vocabulary in a text, in order; a word that is a name of other things too only where others bear it out."""
    hits = [
        Hit(start, end, named)
        for start, end, named in _terms(vocabulary, language).scan(folded)
        if _is_written(text[start:end], named) and text[end : end + 1] not in HYPHENS
    ]
    sure = {hit.named.actor_id for hit in hits if not hit.named.unsure}
    return [hit for hit in hits if not hit.named.unsure or hit.named.actor_id in sure]


def _is_written(written: str, named: Named) -> bool:
    if named.in_capitals:
        return written.isupper()
    # A script without capitals has none to ask for.
    return written != written.lower() or written == written.upper()
