"""People in a text: names, parts of names, and offices, each resolved by what the document has introduced so far.

A full name of the vocabulary is that leader. A string of capitals that looks like a person's name is a person of the
text. A surname means the last person introduced who bears it. An office means the person whom the document gives it to,
else the one who held it on the day. Two who cannot be told apart stay open, with both named.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cached_property

from loaders.extract.people.beside import apposition_after, counterpart_before, kin_beside, note_kin
from loaders.extract.people.cast import Cast, Person
from loaders.extract.people.genders import gender_of, of_gender
from loaders.extract.people.holders import Holders
from loaders.extract.people.known import KnownName, find_known, leaders_by_part
from loaders.extract.people.labelled import with_speakers
from loaders.extract.people.lists_of_names import with_companions
from loaders.extract.people.lone_names import find_lone_people
from loaders.extract.people.names import Name, find_bare_surnames, find_names, parts_of, surname_of
from loaders.extract.people.offices import OfficePhrase, OfficeWords, find_offices, office_words
from loaders.extract.people.single_words import SingleWords
from loaders.extract.people.spellings import family_name, id_of, plain_spelling
from loaders.extract.people.titles import title_before
from loaders.extract.people.words import PeopleWords, people_words
from loaders.layout import Layout, as_layout
from loaders.layout.sentences import span_at
from loaders.layout.tokens import Tokens, fold
from loaders.records import PersonMention, Span, TimeExpression
from loaders.vocabulary import Leader, Vocabulary


def find_people(
    text: str | Layout,
    vocabulary: Vocabulary,
    published: datetime | None,
    language: str = "en",
    dates: Sequence[TimeExpression] = (),
) -> list[PersonMention]:
    """The people named in the text, sorted by place and not overlapping; pronouns are left out."""
    return _Reading(as_layout(text), vocabulary, published, language, dates).mentions()


class _Reading:
    """One document while its people are found."""

    def __init__(
        self,
        layout: Layout,
        vocabulary: Vocabulary,
        published: datetime | None,
        language: str,
        dates: Sequence[TimeExpression],
    ) -> None:
        self.text = layout.text
        self.vocabulary = vocabulary
        self.published: date | None = published.date() if published else None
        self.dates = [found for found in dates if found.interval and found.type in ("DATE", "TIME")]
        self.tokens: Tokens = layout.tokens
        self.lists: PeopleWords = people_words(language, vocabulary.folder)
        self.offices: OfficeWords = office_words(vocabulary, language)
        self.sentences = layout.sentences if self.dates else []
        self.taken = [False] * len(self.tokens)
        self.headlines, self.turns = layout.headlines, layout.turns
        starts = [start for start, _ in layout.paragraphs]
        self.paragraph_of = [bisect_right(starts, start) for start in self.tokens.starts]
        self.single = SingleWords(self.tokens, self.lists, self.offices)
        self.cast = Cast()
        self.holders = Holders(self.cast, vocabulary, self.offices, self.paragraph_of, self.published, self._day)

    def mentions(self) -> list[PersonMention]:
        """Who is named, in the order of the text."""
        known = find_known(self.tokens, self.vocabulary)
        for item in known:
            self._take(item.first, item.last)
        names = list(find_names(self.tokens, self.taken, self.lists, self.offices.countries))
        names = with_speakers(names, self.turns, self.tokens, self.lists)
        names = with_companions(names, [(item.first, item.last) for item in known], self.tokens, self.lists)
        self._gather(known, names)
        names = [name for name in names if self._may_be_named(name)]
        for name in names:
            self._take(name.first, name.last)
        names += self._bare_surnames()
        offices = list(find_offices(self.tokens, self.taken, self.offices))
        items: list[KnownName | Name | OfficePhrase] = [*known, *names, *offices]
        items.sort(key=lambda item: (item.first, item.last))
        return [mention for item in items for mention in self._resolve(item)]

    def _take(self, first: int, last: int) -> None:
        self.taken[first : last + 1] = [True] * (last + 1 - first)

    def _bare_surnames(self) -> list[Name]:
        """Surnames of the cast that are common words as well; they are taken as names where they stand as such."""
        words = self.lists.titles | self.lists.roles | self.lists.openers | self.lists.also_surnames
        surnames = frozenset(one.surname for one in self.cast.people.values() if one.surname in words)
        found = list(find_bare_surnames(self.tokens, self.taken, self.lists, surnames)) if surnames else []
        for name in found:
            self._take(name.first, name.last)
        return found

    # Who there is

    def _gather(self, known: list[KnownName], names: list[Name]) -> None:
        """Fill the cast with everybody whose full name the document gives anywhere, or title and surname alone."""
        for item in known:
            self.cast.add_leader(self.vocabulary.leaders[item.leader_id], self.published)
        spoken = {name.parts[-1] for name in names if name.speaks}
        full = [name for name in names if self.single.is_full(name)]
        full = [name for name in full if not self._is_in_headline(name) or name.parts[-1] in spoken]
        for name in full:
            if name.person:
                self._admit(name)
        titled = [name for name in names if len(name.parts) == 1 and self.single.is_titled(name)]
        titled = [name for name in titled if not self._expected(name)]
        surnames = {name.parts[0] for name in titled} - set(leaders_by_part(self.vocabulary))
        for name in full if surnames else ():
            if self._is_titled_elsewhere(name, surnames):
                self._admit(name)
        for name in titled:
            if not self._expected(name):
                self._admit_titled(name)
        alone = find_lone_people(self.tokens, names, self.lists, self.offices.countries)
        for name in names if alone else ():
            if len(name.parts) == 1 and name.parts[0] in alone and not self._expected(name):
                self._admit_alone(name)

    def _expected(self, name: Name) -> list[Person]:
        """People of the cast who bear a single name and can have its title: "Ms. Voss" is not Karl Voss."""
        return of_gender(self.cast.expected(name.parts[0]), self._gender(name))

    def _is_titled_elsewhere(self, name: Name, titled: set[str]) -> bool:
        """Whether the surname of a full name stands with a title by itself: "Ola Berg", and "Minister Berg" later."""
        written = self._text(name.first, name.last)
        return bool(titled & {family_name(written, name.parts, self.lists), surname_of(name.parts, self.lists)})

    def _admit(self, name: Name) -> Person:
        """The person of a full name: one of the cast whom it fits, else somebody new."""
        if fitting := self._fitting(name):
            return fitting
        written = " ".join(self._text(name.first, name.last).split())
        surname = family_name(written, name.parts, self.lists) or surname_of(name.parts, self.lists)
        plain = plain_spelling(written, self.lists)
        return self.cast.add_stranger(id_of(plain), plain, name.parts, surname, self._gender(name))

    def _fitting(self, name: Name) -> Person | None:
        """One of the cast whom the full name fits."""
        surname = surname_of(name.parts, self.lists)
        fitting = self.cast.fitting(name.parts, surname)
        if fitting or name.parts[0] not in self.lists.particles:
            return fitting
        # "Van Klaveren" after "Alberto van Klaveren"
        return next((one for one in self.cast.expected(surname) if set(name.parts) <= one.parts), None)

    def _admit_titled(self, name: Name) -> None:
        """Somebody named by title and surname alone: who holds the office, else a person of the text."""
        role = self._folded(name.role)
        for leader in leaders_by_part(self.vocabulary).get(name.parts[0], ()):
            if self.holders.held_by(leader, role):
                self.cast.add_leader(leader, self.published)
                return
        self._admit(name)

    def _admit_alone(self, name: Name) -> None:
        """Somebody named by one word: the only leader who bears it, else a person of the text."""
        if self._only_leader(name) is None:
            self._admit(name)

    def _may_be_named(self, name: Name) -> bool:
        if len(name.parts) > 1 and self._is_in_headline(name):
            return self._fitting(name) is not None
        if name.person and (self.single.is_full(name) or (len(name.parts) == 1 and self.single.is_titled(name))):
            return True
        if len(name.parts) > 1:
            return self._fitting(name) is not None
        return bool(self.cast.expected(name.parts[0])) or self._only_leader(name) is not None

    def _is_in_headline(self, name: Name) -> bool:
        """Whether a string of capitals stands where every word has one, and nothing there shows where a name ends.

        It means at most somebody whom the text names too: "Ana Ruiz Backs Plan" is nobody.
        """
        at = span_at(self.headlines, self.tokens.starts[name.first])
        if at < 0 or self.tokens.starts[name.first] >= self.headlines[at][1] or name.role or len(name.parts) < 3:
            return False
        return name.last + 1 >= len(self.tokens) or self.tokens.words[name.last + 1] not in ",("

    def _only_leader(self, name: Name) -> Leader | None:
        return self.holders.only_bearer(name.parts[0], self._day(name), self._countries_named)

    @cached_property
    def _countries_named(self) -> set[str]:
        return self.offices.countries_in(tuple(map(fold, self.tokens.lower)))

    # Who is meant

    def _resolve(self, item: KnownName | Name | OfficePhrase) -> Iterator[PersonMention]:
        if isinstance(item, KnownName):
            person = self.cast.people[item.leader_id]
            role = title_before(self.tokens, self.taken, item.first, self.lists)
            self._introduce(person, item.last, self._folded(role))
            yield self._mention(person, item.span, "the full name", self._text(*role) if role else "")
            return
        span = (self.tokens.starts[item.first], self.tokens.ends[item.last])
        if isinstance(item, Name):
            people, how = self._bearers(item)
            role = item.role
        else:
            people, how = self.holders.find(item)
            role = None
        if len(people) == 1:
            self._note(people[0], item)
            yield self._mention(people[0], span, how, self._text(*role) if role else "")
        elif people:
            yield self._open(people, span, how)

    def _note(self, person: Person, item: Name | OfficePhrase) -> None:
        """Keep what a mention tells about its person."""
        if isinstance(item, OfficePhrase):
            self.cast.mention(person, item.last)
        elif len(item.parts) > 1 or (item.role and person.introduced < 0):
            if person.introduced < 0 and (kin := kin_beside(item, self.tokens, self.paragraph_of, self.lists)):
                note_kin(person, *kin, self.cast.bearing(person.surname), self.lists)
            self._introduce(person, item.last, self._folded(item.role))
            self._describe(person, counterpart_before(item.first, self.tokens, self.lists))
        else:
            self.cast.mention(person, item.last)
            self._describe(person, self._folded(item.role))

    def _bearers(self, name: Name) -> tuple[list[Person], str]:
        """Whom a name can mean, and why."""
        if len(name.parts) > 1:
            return [self._admit(name)], "the full name"
        part, gender = name.parts[0], self._gender(name)
        bearers = self._of_title(name, of_gender(self.cast.bearing(part), gender))
        if len(bearers) == 1:
            return bearers, "the only one introduced so far who bears it"
        if bearers:
            return bearers[:1], "the one introduced last who bears it"
        expected = self._expected(name)
        if expected:
            alone = expected[0].parts == {part} and not expected[0].known
            why = "of whom the document tells what people do" if alone else "that the document gives in full elsewhere"
            return expected, f"a name {why}"
        leader = self._only_leader(name)
        if leader is None:
            return [], ""
        person = self.cast.add_leader(leader, self.published)
        return [person], "the only one in the vocabulary who bears it, in a document that names the country"

    def _of_title(self, name: Name, bearers: list[Person]) -> list[Person]:
        """Of several who bear a name those whom the document gives its title: “Minister Ruiz” beside an ambassador Ruiz."""
        title = set(self._folded(name.role)) - self.lists.courtesy - self.lists.title_parts
        titled = [person for person in bearers if title & person.described] if len(bearers) > 1 else []
        return titled or bearers

    def _introduce(self, person: Person, last: int, role: tuple[str, ...]) -> None:
        self.cast.introduce(person, last)
        self._describe(person, (*role, *apposition_after(last, self.tokens, self.paragraph_of, self.lists)))

    def _describe(self, person: Person, words: tuple[str, ...]) -> None:
        person.described.update(words)
        person.countries.update(self.offices.countries_in(words))

    def _day(self, phrase: OfficePhrase | Name) -> date | None:
        """The day that the phrase's sentence is about: its own date where it gives one, else the document's."""
        index = span_at(self.sentences, self.tokens.starts[phrase.first])
        if index >= 0:
            start, end = self.sentences[index]
            at = bisect_left(self.dates, start, key=lambda found: found.start)
            if at < len(self.dates) and self.dates[at].start < end and self.dates[at].interval:
                return self.dates[at].interval[0].date()  # type: ignore[index]
        return self.published

    # Words

    def _mention(self, person: Person, span: Span, how: str, role: str) -> PersonMention:
        words = self.text[slice(*span)]
        return PersonMention(
            *span,
            words,
            person.leader_id,
            person.name,
            how,
            person.known,
            role=role,
            gender=person.gender,
            acts_for=None if person.known else person.acts_for(self.lists.of_state),
        )

    def _open(self, people: list[Person], span: Span, how: str) -> PersonMention:
        words = self.text[slice(*span)]
        why = f"{how}; it can be {' or '.join(person.name for person in people)}"
        return PersonMention(*span, words, None, words, why, candidates=tuple(person.leader_id for person in people))

    def _gender(self, name: Name) -> str:
        return gender_of(name, self.tokens, self.paragraph_of, self.lists)

    def _text(self, first: int, last: int) -> str:
        return self.text[self.tokens.starts[first] : self.tokens.ends[last]]

    def _folded(self, indexes: tuple[int, int] | None) -> tuple[str, ...]:
        return parts_of(self.tokens, *indexes) if indexes else ()
