"""Whom an office means in a document: the one to whom the text gives it, else the one who held it on the day."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import lru_cache

from loaders.extract.people.cast import Cast, Person
from loaders.extract.people.known import leaders_by_part
from loaders.extract.people.offices import OfficePhrase, OfficeWords
from loaders.vocabulary import Leader, Vocabulary

Words = tuple[str, ...]


class Holders:
    """Resolves the offices of one document."""

    def __init__(
        self,
        cast: Cast,
        vocabulary: Vocabulary,
        words: OfficeWords,
        paragraph_of: Sequence[int],
        published: date | None,
        day_of: Callable[[OfficePhrase], date | None],
    ) -> None:
        """`paragraph_of` gives each token's paragraph, `day_of` the day that a phrase's sentence is about."""
        self.cast = cast
        self.vocabulary = vocabulary
        self.words = words
        self.paragraph_of = paragraph_of
        self.published = published
        self.day_of = day_of

    def find(self, phrase: OfficePhrase) -> tuple[list[Person], str]:
        """Whom the phrase can mean, and why; nobody, one person, or several who cannot be told apart."""
        if phrase.kind == "counterpart":
            return self._counterparts(phrase)
        described = [person for person in self.cast.recent() if self._is_described(person, phrase)]
        if described and (phrase.kind != "role" or len(described) == 1):
            return self._told_apart(described, phrase), "the one whom the document gives this office"
        if phrase.country is None or phrase.kind == "role":
            return [], ""
        if phrase.kind == "head":
            first = {one for head in self.words.lists.first_heads for one in self.words.offices.get(head, ())}
            heads = self._head_offices(phrase.title)
            holders = self._in_office(heads & first, phrase) or self._in_office(heads, phrase)
        else:
            holders = self._in_office(self.words.offices.get(phrase.title, set()), phrase)
        introduced = [person for person in holders if person.mentioned >= 0]
        return introduced or holders, f"held the office on {self.day_of(phrase)}"

    def held_by(self, leader: Leader, role: Words) -> bool:
        """Whether the leader holds an office on the document's day whose title is among the words."""
        if self.published is None:
            return False
        held = set(leader.offices_on(self.published))
        return any(ids & held and _within(title, role) for title, ids in self.words.offices.items())

    def only_bearer(self, part: str, day: date | None, countries: Collection[str]) -> Leader | None:
        """The leader of the vocabulary who alone bears the name, where the document names the leader's country.

        Of several it is the one in office on the day that the sentence is about: "Clinton" of 1997.
        """
        bearers = leaders_by_part(self.vocabulary).get(part, ())
        if len(bearers) > 1 and day is not None:
            bearers = tuple(one for one in bearers if one.offices_on(day))
        return bearers[0] if len(bearers) == 1 and bearers[0].country in countries else None

    def _is_described(self, person: Person, phrase: OfficePhrase) -> bool:
        countries = person.countries | ({person.country} if person.country else set())
        if phrase.country and phrase.country not in countries:
            return False
        if any(word not in person.described for word in phrase.modifiers):
            return False
        if phrase.kind == "head":
            return self._is_head(person, phrase.title)
        if set(phrase.title) <= person.described:
            return True
        if phrase.kind == "role":
            return bool(phrase.modifiers)
        return bool(person.offices & self.words.offices.get(phrase.title, set()))

    def _is_head(self, person: Person, title: Words) -> bool:
        """Whether the person heads a state or government, by the vocabulary or by the document's words."""
        if person.offices & self._head_offices(title):
            return True
        return not person.known and any(set(words) <= person.described for words in self.words.head_titles)

    def _head_offices(self, title: Words) -> set[str]:
        """Offices that a noun for heads means: "head of state" only those, "leader" any of them."""
        titles = [title] if len(title) > 1 else self.words.lists.heads
        return {one for head in titles for one in self.words.offices.get(head, ())}

    def _told_apart(self, people: list[Person], phrase: OfficePhrase) -> list[Person]:
        """The one mentioned last, unless another one was mentioned in the same paragraph as that."""
        if len(people) == 1:
            return people
        last, other = people[:2]
        same = self.paragraph_of[last.mentioned] == self.paragraph_of[other.mentioned]
        return people if same else [last]

    def _in_office(self, offices: Iterable[str], phrase: OfficePhrase) -> list[Person]:
        """Who of the vocabulary holds one of the offices in the phrase's country on its day."""
        day = self.day_of(phrase)
        if day is None:
            return []
        ids = {one for one in offices if self.vocabulary.offices[one].country == phrase.country}
        # An office that leads a body needs the body's name, unless the title fits no other.
        plain = {one for one in ids if not self.vocabulary.offices[one].organisation}
        leaders = _holding(self.vocabulary, frozenset(plain or ids), day)
        return [self.cast.add_leader(leader, self.published) for leader in leaders]

    def _counterparts(self, phrase: OfficePhrase) -> tuple[list[Person], str]:
        """The holder of the office of the one mentioned last, in another country."""
        own = next(iter(self.cast.recent()), None)
        if own is None or phrase.country is None:
            return [], ""
        held = [ids for title, ids in self.words.offices.items() if ids & own.offices and set(title) <= own.described]
        held = held or [ids for ids in self.words.offices.values() if ids & own.offices]
        holders = [one for one in self._in_office({one for ids in held for one in ids}, phrase) if one is not own]
        return holders, f"holds the office of {own.name} there"


@lru_cache(maxsize=4096)
def _holding(vocabulary: Vocabulary, offices: frozenset[str], day: date) -> tuple[Leader, ...]:
    return tuple(leader for leader in vocabulary.leaders.values() if offices & set(leader.offices_on(day)))


def _within(title: Words, role: Words) -> bool:
    return any(role[at : at + len(title)] == title for at in range(len(role) - len(title) + 1))
