"""Who has been introduced so far in one document, and whom a name can mean there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from loaders.extract.people.known import full_names, name_words
from loaders.extract.people.spellings import has_initials_of, is_same_name
from loaders.vocabulary import Leader

_RECENT = 30
"""How many people mentioned last an office can still mean."""


@dataclass
class Person:
    """Somebody of the document: from the vocabulary (`known`) or only from its text."""

    leader_id: str
    name: str
    known: bool
    parts: frozenset[str]
    """Folded words of the name that can stand for the person ("xi", "jinping")."""
    surname: str
    """Folded; the last word of the name as written, or the vocabulary's short form."""
    gender: str
    country: str | None = None
    offices: frozenset[str] = frozenset()
    """Office ids held on the day of the document."""
    described: set[str] = field(default_factory=set)
    """Folded words of the titles and appositions that the document gives."""
    countries: set[str] = field(default_factory=set)
    """Countries named in those."""
    introduced: int = -1
    """Token at which the full name stood last, -1 before it has."""
    is_relative: bool = False
    """Whether the document brings the person in as a relative of another ("her daughter, Eva Holm")."""
    mentioned: int = -1
    """Token of the last mention of any kind."""

    def acts_for(self, of_state: Collection[str]) -> str | None:
        """The one country whose office the document gives to the person; `of_state` are titles of such."""
        serves = any(title in self.described for title in of_state)
        return next(iter(self.countries)) if serves and len(self.countries) == 1 else None


class Cast:
    """The people of one document, found by any part of their names and by when they were mentioned."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self._by_part: dict[str, list[Person]] = {}
        self._recent: dict[str, Person] = {}

    def add_leader(self, leader: Leader, day: date | None) -> Person:
        """The leader as one of the cast, with the offices held on the day."""
        if leader.leader_id in self.people:
            return self.people[leader.leader_id]
        parts = {word for short in leader.short for word in name_words(short)}
        parts.update(word for name in full_names(leader) for word in name_words(name) if len(word) > 1)
        return self._add(
            Person(
                leader.leader_id,
                leader.name,
                True,
                frozenset(parts),
                name_words(leader.short[0] if leader.short else leader.name)[-1],
                leader.gender,
                leader.country,
                frozenset(leader.offices_on(day)) if day else frozenset(),
            )
        )

    def add_stranger(self, leader_id: str, name: str, parts: tuple[str, ...], surname: str, gender: str) -> Person:
        """Somebody whom only the text knows."""
        if leader_id in self.people:
            return self.people[leader_id]
        return self._add(Person(leader_id, name, False, frozenset(parts), surname, gender))

    def _add(self, person: Person) -> Person:
        self.people[person.leader_id] = person
        for part in sorted(person.parts):
            self._by_part.setdefault(part, []).append(person)
        return person

    def fitting(self, parts: tuple[str, ...], surname: str) -> Person | None:
        """The one whose full name these words can be: same surname and no other given name."""
        given = parts[0]
        for person in self._by_part.get(surname, ()):
            if person.known and set(parts) <= person.parts:
                return person
            words = name_words(person.name)
            if surname != person.surname or len(words) < 2:
                continue
            if given == words[0] or (min(len(given), len(words[0])) == 1 and given[0] == words[0][0]):
                return person
        for person in [*self._by_part.get(surname, []), *self._by_part.get(given, [])]:
            words = () if person.known else name_words(person.name)
            if words and (is_same_name(parts, words) or has_initials_of(parts, words)):
                return person
        return None

    def bearing(self, part: str) -> list[Person]:
        """People introduced so far who bear the part of a name, the one introduced last first; surnames come first.

        A surname alone means no relative of another who bears it too.
        """
        bearers = [one for one in self._by_part.get(part, ()) if one.introduced >= 0]
        surnames = [one for one in bearers if one.surname == part]
        return sorted(surnames or bearers, key=lambda one: (one.surname == part and one.is_relative, -one.introduced))

    def expected(self, part: str) -> list[Person]:
        """People whose full name the document gives anywhere and who bear the part."""
        bearers = self._by_part.get(part, [])
        return [one for one in bearers if one.surname == part] or bearers

    def introduce(self, person: Person, token: int) -> None:
        """Note that the full name stands at the token."""
        person.introduced = token
        self.mention(person, token)

    def mention(self, person: Person, token: int) -> None:
        """Note that the person is meant at the token."""
        person.mentioned = token
        self._recent.pop(person.leader_id, None)
        self._recent[person.leader_id] = person

    def recent(self) -> Iterator[Person]:
        """People mentioned lately, the last one first."""
        return islice(reversed(self._recent.values()), _RECENT)
