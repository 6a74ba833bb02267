"""People in a text: names, parts of names, and offices, each resolved by what the document has introduced so far.

A full name of the vocabulary is that leader. A string of capitals that looks like a person's name is a person of the text.
A surname means the last person introduced who bears it. An office means the person whom the document gives it to, else
the one who held it on the day. Two who cannot be told apart stay open, with both named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from loaders.extract.people.cast import Cast, Person, last_mentioned
from loaders.extract.people.known import full_names, known_names, name_words
from loaders.extract.people.names import Name, find_names, parts_of
from loaders.extract.people.offices import OfficePhrase, OfficeWords, find_offices, office_words
from loaders.extract.people.words import PeopleWords, people_words
from loaders.extract.sentences import split_paragraphs, split_sentences
from loaders.extract.tokens import Tokens, fold, tokenize
from loaders.records import PersonMention, Span, TimeExpression
from loaders.vocabulary import Leader, Vocabulary

_SLUG = re.compile(r"[\W_]+")


def find_people(
    text: str,
    vocabulary: Vocabulary,
    published: datetime | None,
    language: str = "en",
    dates: Sequence[TimeExpression] = (),
) -> list[PersonMention]:
    """The people named in the text, sorted by place and not overlapping; pronouns are left out."""
    return _Reading(text, vocabulary, published, language, dates).mentions()


@dataclass(frozen=True, slots=True)
class _KnownName:
    first: int
    last: int
    span: Span
    leader_id: str


class _Reading:
    """One document while its people are found."""

    def __init__(
        self,
        text: str,
        vocabulary: Vocabulary,
        published: datetime | None,
        language: str,
        dates: Sequence[TimeExpression],
    ) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.published = published
        self.dates = [found for found in dates if found.interval is not None]
        self.tokens: Tokens = tokenize(text)
        self.lists: PeopleWords = people_words(language, vocabulary.folder)
        self.offices: OfficeWords = office_words(vocabulary, language)
        self.cast = Cast()
        self.taken = [False] * len(self.tokens)
        self.sentences = split_sentences(text) if self.dates else []
        starts = [start for start, _ in split_paragraphs(text)]
        self.paragraph_of = [bisect_right(starts, start) for start in self.tokens.starts]

    def mentions(self) -> list[PersonMention]:
        taken = self.taken
        known = self._known(taken)
        names = list(find_names(self.tokens, taken, self.lists))
        self._gather(known, names)
        names = [name for name in names if self._may_be_named(name)]
        for name in names:
            taken[name.first : name.last + 1] = [True] * (name.last + 1 - name.first)
        offices = list(find_offices(self.tokens, taken, self.offices))
        items: list[_KnownName | Name | OfficePhrase] = [*known, *names, *offices]
        items.sort(key=lambda item: (item.first, item.last))
        return [mention for item in items for mention in self._resolve(item)]

    # Names of the vocabulary

    def _known(self, taken: list[bool]) -> list[_KnownName]:
        found = []
        end = 0
        for span, leader_id in known_names(self.vocabulary).find(self.tokens):
            if span[0] < end:
                continue
            end = span[1]
            first = max(0, self.tokens.first_after(span[0]) - 1)
            last = max(first, self.tokens.first_from(span[1]) - 1)
            taken[first : last + 1] = [True] * (last + 1 - first)
            found.append(_KnownName(first, last, span, leader_id))
        return found

    def _gather(self, known: list[_KnownName], names: list[Name]) -> None:
        """Fill the cast with everybody whose full name the document gives anywhere."""
        for item in known:
            self._admit_leader(self.vocabulary.leaders[item.leader_id])
        for name in names:
            if name.person and len(name.parts) > 1:
                self._admit_named(name)
        for name in names:
            if len(name.parts) == 1 and name.role and not self.cast.expected(name.parts[0]):
                self._admit_titled(name)

    def _admit_leader(self, leader: Leader) -> Person:
        if leader.leader_id not in self.cast.people:
            day = self.published.date() if self.published else None
            parts = {word for short in leader.short for word in name_words(short)}
            parts.update(word for name in full_names(leader) for word in name_words(name) if len(word) > 1)
            self.cast.people[leader.leader_id] = Person(
                leader.leader_id,
                leader.name,
                True,
                frozenset(parts),
                name_words(leader.short[0] if leader.short else leader.name)[-1],
                leader.gender,
                leader.country,
                frozenset(leader.offices_on(day)) if day else frozenset(),
            )
        return self.cast.people[leader.leader_id]

    def _admit_named(self, name: Name) -> Person:
        """The person of a full name: one of the cast whom it fits, else somebody new."""
        fitting = self._fitting(name.parts)
        if fitting:
            if not fitting.known and len(name.parts) > len(name_words(fitting.name)):
                fitting.parts |= frozenset(name.parts)
            return fitting
        written = self._written(name)
        leader_id = _SLUG.sub("-", fold(written)).strip("-") or "unnamed"
        gender = self._gender(name)
        person = Person(leader_id, written, False, frozenset(name.parts), _surname(name.parts, self.lists), gender)
        return self.cast.people.setdefault(leader_id, person)

    def _admit_titled(self, name: Name) -> None:
        """Somebody named by title and surname alone: the vocabulary's holder of the office, else a person of the text."""
        part = name.parts[0]
        role = self._folded(name.role)
        for leader in self.vocabulary.leaders.values():
            if part in {fold(short) for short in leader.short} and self._holds(leader, role):
                self._admit_leader(leader)
                return
        self._admit_named(name)

    def _holds(self, leader: Leader, role: tuple[str, ...]) -> bool:
        """Whether the leader holds an office on the day of the document whose title is among the words."""
        if self.published is None:
            return False
        held = set(leader.offices_on(self.published.date()))
        return any(ids & held and _within(title, role) for title, ids in self.offices.offices.items())

    def _fitting(self, parts: tuple[str, ...]) -> Person | None:
        """The one in the cast whose name these words can be: same surname and no other given name."""
        given, last = parts[0], _surname(parts, self.lists)
        for person in self.cast.people.values():
            words = name_words(person.name)
            if person.known and set(parts) <= person.parts:
                return person
            if last != person.surname or len(words) < 2:
                continue
            if given == words[0] or (min(len(given), len(words[0])) == 1 and given[0] == words[0][0]):
                return person
        return None

    # In the order of the text

    def _may_be_named(self, name: Name) -> bool:
        if name.person and (len(name.parts) > 1 or name.role):
            return True
        if len(name.parts) > 1:
            return self._fitting(name.parts) is not None
        return bool(self.cast.expected(name.parts[0])) or bool(self._only_leader(name.parts[0]))

    def _resolve(self, item: _KnownName | Name | OfficePhrase) -> Iterator[PersonMention]:
        if isinstance(item, _KnownName):
            person = self.cast.people[item.leader_id]
            self._introduce(person, item.first, item.last)
            yield self._mention(person, item.span, "the full name", self._role(item.first))
        elif isinstance(item, Name):
            yield from self._resolve_name(item)
        else:
            yield from self._resolve_office(item)

    def _resolve_name(self, name: Name) -> Iterator[PersonMention]:
        span = (self.tokens.starts[name.first], self.tokens.ends[name.last])
        role = self._text(name.role) if name.role else ""
        candidates, how = self._candidates(name)
        if not candidates:
            return
        person = candidates[0]
        if len(candidates) > 1:
            yield PersonMention(
                *span,
                self.text[slice(*span)],
                None,
                self.text[slice(*span)],
                f"{how}; it can be {' or '.join(one.name for one in candidates)}",
                candidates=tuple(one.leader_id for one in candidates),
                role=role,
            )
            return
        if len(name.parts) > 1 or (name.role and person.introduced < 0):
            self._introduce(person, name.first, name.last)
        else:
            person.mentioned = name.last
        if name.role:
            self._describe(person, self._folded(name.role))
        yield self._mention(person, span, how, role)

    def _candidates(self, name: Name) -> tuple[list[Person], str]:
        """Whom the name can mean, and why; one person, or several who cannot be told apart."""
        if len(name.parts) > 1:
            person = self._fitting(name.parts) or (self._admit_named(name) if name.person else None)
            return ([person] if person else []), "the full name"
        part = name.parts[0]
        gender = self._gender(name)
        bearers = _of_gender(self.cast.bearing(part), gender)
        if bearers:
            same = "the only one introduced so far who bears it"
            return bearers[:1], same if len(bearers) == 1 else "the one introduced last who bears it"
        expected = _of_gender(self.cast.expected(part), gender)
        if expected:
            return expected, "a name that the document gives in full elsewhere"
        leader = self._only_leader(part)
        if leader:
            return [self._admit_leader(leader)], "the only one in the vocabulary who bears it, in a document that names the country"
        return [], ""

    def _only_leader(self, part: str) -> Leader | None:
        """The only leader of the vocabulary who bears the name, where the document names the leader's country."""
        bearers = _leaders_by_part(self.vocabulary).get(part, [])
        if len(bearers) != 1 or bearers[0].country not in self._countries_named():
            return None
        return bearers[0]

    def _countries_named(self) -> set[str]:
        if not hasattr(self, "_countries"):
            known = self.offices.countries
            lower = self.tokens.lower
            self._countries = {known[key] for word in set(lower) if (key := (fold(word),)) in known}
        return self._countries

    def _introduce(self, person: Person, first: int, last: int) -> None:
        person.introduced = person.mentioned = last
        words = list(self._folded(self._role_tokens(first)))
        after = last + 1
        if after + 1 < len(self.tokens) and self.tokens.words[after] in ",(":
            for index in range(after + 1, min(after + 24, len(self.tokens))):
                if self.tokens.words[index] in ".,;:)—–" and index > after + 3:
                    break
                words.append(fold(self.tokens.lower[index]))
        self._describe(person, tuple(words))

    def _describe(self, person: Person, words: tuple[str, ...]) -> None:
        person.described.update(words)
        person.countries.update(self.offices.countries_in(words))

    # Offices

    def _resolve_office(self, phrase: OfficePhrase) -> Iterator[PersonMention]:
        span = (self.tokens.starts[phrase.first], self.tokens.ends[phrase.last])
        candidates, how = self._holders(phrase)
        if not candidates:
            return
        if len(candidates) > 1:
            names = " or ".join(person.name for person in candidates)
            ids = tuple(person.leader_id for person in candidates)
            words = self.text[slice(*span)]
            yield PersonMention(*span, words, None, words, f"{how}; it can be {names}", candidates=ids)
            return
        candidates[0].mentioned = phrase.last
        yield self._mention(candidates[0], span, how, "")

    def _holders(self, phrase: OfficePhrase) -> tuple[list[Person], str]:
        """Whom an office can mean here, and why."""
        if phrase.kind == "counterpart":
            return self._counterparts(phrase)
        described = [person for person in self.cast.introduced() if self._is_described(person, phrase)]
        if described:
            return self._told_apart(described, phrase), "the one whom the document gives this office"
        if phrase.country is None or phrase.kind == "role":
            return [], ""
        ids = self._head_offices(phrase.title) if phrase.kind == "head" else self.offices.offices.get(phrase.title, set())
        holders = self._in_office(ids, phrase)
        introduced = [person for person in holders if person.mentioned >= 0]
        return (introduced or holders), f"held the office on {self._day(phrase)}"

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
        return bool(person.offices & self.offices.offices.get(phrase.title, set()))

    def _is_head(self, person: Person, title: tuple[str, ...]) -> bool:
        """Whether the person heads a state or government, by the vocabulary or by the document's words."""
        if person.offices & self._head_offices(title):
            return True
        return not person.known and any(set(words) <= person.described for words in self._head_titles())

    def _head_offices(self, title: tuple[str, ...]) -> set[str]:
        """Offices that a noun for heads means: "head of state" only those, "leader" any of them."""
        titles = [title] if len(title) > 1 else self.lists.heads
        return {one for head in titles for one in self.offices.offices.get(head, ())}

    def _head_titles(self) -> list[tuple[str, ...]]:
        """Titles most of whose offices head a state or government ("president", not "director")."""
        heads = self._head_offices(())
        return [title for title, ids in self.offices.offices.items() if 2 * len(ids & heads) > len(ids)]

    def _told_apart(self, people: list[Person], phrase: OfficePhrase) -> list[Person]:
        if len(people) == 1:
            return people
        person = last_mentioned(people, phrase.first, self.paragraph_of)
        return [person] if person else people

    def _in_office(self, offices: Iterable[str], phrase: OfficePhrase) -> list[Person]:
        """Who of the vocabulary holds one of the offices in the phrase's country on its day."""
        day = self._day(phrase)
        if day is None:
            return []
        ids = {one for one in offices if self.vocabulary.offices[one].country == phrase.country}
        plain = {one for one in ids if not self.vocabulary.offices[one].organisation}
        ids = plain or ids
        leaders = [leader for leader in self.vocabulary.leaders.values() if ids & set(leader.offices_on(day))]
        return [self._admit_leader(leader) for leader in leaders]

    def _counterparts(self, phrase: OfficePhrase) -> tuple[list[Person], str]:
        """The holder of the office of the one mentioned last, in another country."""
        people = self.cast.introduced()
        if not people or phrase.country is None:
            return [], ""
        own = people[0]
        same = [ids for title, ids in self.offices.offices.items() if ids & own.offices and set(title) <= own.described]
        same = same or [ids for ids in self.offices.offices.values() if ids & own.offices]
        holders = [one for one in self._in_office({one for ids in same for one in ids}, phrase) if one is not own]
        return holders, f"holds the office of {own.name} there"

    def _day(self, phrase: OfficePhrase) -> date | None:
        """The day that the sentence is about: its own date where it gives one, else the document's."""
        offset = self.tokens.starts[phrase.first]
        for start, end in self.sentences:
            if start <= offset < end:
                for found in self.dates:
                    if start <= found.start < end and found.interval and found.type in ("DATE", "TIME"):
                        return found.interval[0].date()
        return self.published.date() if self.published else None

    # Words

    def _mention(self, person: Person, span: Span, how: str, role: str) -> PersonMention:
        words = self.text[slice(*span)]
        return PersonMention(
            *span, words, person.leader_id, person.name, how, person.known, role=role, gender=person.gender
        )

    def _gender(self, name: Name) -> str:
        role = set(self._folded(name.role))
        if role & self.lists.male_titles:
            return "m"
        if role & self.lists.female_titles:
            return "f"
        return self.lists.gender(name.parts[0]) if len(name.parts) > 1 else ""

    def _role_tokens(self, first: int) -> tuple[int, int] | None:
        """The title that stands right before the token: words up to an article, a stop or a verb."""
        beginning = first
        tokens, lists = self.tokens, self.lists
        while beginning > 0 and first - beginning < 6:
            word = fold(tokens.lower[beginning - 1])
            if not word[0].isalpha() or word in lists.articles or tokens.possessive[beginning - 1]:
                break
            if self.taken[beginning - 1] or "\n" in self.text[tokens.ends[beginning - 1] : tokens.starts[beginning]]:
                break
            if not tokens.capital[beginning - 1] and word not in lists.title_parts | lists.titles | lists.roles:
                break
            if word in lists.openers and word not in lists.title_parts:
                break
            beginning -= 1
        while beginning < first and fold(tokens.lower[beginning]) in lists.openers:
            beginning += 1
        if beginning == first or fold(tokens.lower[first - 1]) not in lists.titles | lists.roles:
            return None
        return beginning, first - 1

    def _role(self, first: int) -> str:
        role = self._role_tokens(first)
        return self._text(role) if role else ""

    def _text(self, indexes: tuple[int, int]) -> str:
        return self.text[self.tokens.starts[indexes[0]] : self.tokens.ends[indexes[1]]]

    def _folded(self, indexes: tuple[int, int] | None) -> tuple[str, ...]:
        return parts_of(self.tokens, *indexes) if indexes else ()

    def _written(self, name: Name) -> str:
        return " ".join(self.text[self.tokens.starts[name.first] : self.tokens.ends[name.last]].split())


def _surname(parts: tuple[str, ...], lists: PeopleWords) -> str:
    return next((part for part in reversed(parts) if part not in lists.suffixes), parts[-1])


def _of_gender(people: list[Person], gender: str) -> list[Person]:
    return [person for person in people if not gender or person.gender in ("", gender)]


def _within(title: tuple[str, ...], role: tuple[str, ...]) -> bool:
    return any(role[at : at + len(title)] == title for at in range(len(role) - len(title) + 1))


@lru_cache(maxsize=8)
def _leaders_by_part(vocabulary: Vocabulary) -> dict[str, list[Leader]]:
    """The vocabulary's leaders by the short forms of their names."""
    by_part: dict[str, list[Leader]] = {}
    for leader in vocabulary.leaders.values():
        for short in leader.short:
            by_part.setdefault(fold(short), []).append(leader)
    return by_part
