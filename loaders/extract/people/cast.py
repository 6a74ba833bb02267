"""Who has been introduced so far in one document, and whom a name or an office can mean there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


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
    mentioned: int = -1
    """Token of the last mention of any kind."""


class Cast:
    """The people of one document; everything is asked in the order of the text."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}

    def introduced(self) -> list[Person]:
        """People mentioned so far, the last one first."""
        return sorted((one for one in self.people.values() if one.mentioned >= 0), key=lambda one: -one.mentioned)

    def bearing(self, part: str) -> list[Person]:
        """People introduced so far who bear the part of a name, the one introduced last first; surnames come first."""
        bearers = [one for one in self.people.values() if part in one.parts and one.introduced >= 0]
        surnames = [one for one in bearers if one.surname == part]
        return sorted(surnames or bearers, key=lambda one: -one.introduced)

    def expected(self, part: str) -> list[Person]:
        """People whose full name the document gives anywhere and who bear the part."""
        bearers = [one for one in self.people.values() if part in one.parts]
        return [one for one in bearers if one.surname == part] or bearers


def last_mentioned(people: Iterable[Person], before: int, paragraph_of: list[int]) -> Person | None:
    """The one mentioned last, unless another one was mentioned in the same paragraph as that."""
    ranked = sorted((one for one in people if 0 <= one.mentioned < before), key=lambda one: -one.mentioned)
    if not ranked:
        return None
    if len(ranked) > 1 and paragraph_of[ranked[0].mentioned] == paragraph_of[ranked[1].mentioned]:
        return None
    return ranked[0]
