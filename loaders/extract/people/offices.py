"""Nouns for a person by office or role: "the Chinese leader", "Cuba's president", "his Cuban counterpart"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.extract.people.words import PeopleWords, people_words
from loaders.layout.tokens import Tokens, fold
from loaders.vocabulary import Vocabulary

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """A noun for a person as written; indexes are of tokens, both included."""

    first: int
    last: int
    title: Words
    """Folded: ("prime", "minister")."""
    country: str | None
    modifiers: Words
    """Folded capitalised words before the title that name no country ("NPC", "Texas")."""
    kind: str
    """office (a title of the vocabulary), head, counterpart, or role (any other noun for a person)."""


class OfficeWords:
    """Titles and countries of one language, ready to be looked up by their first word."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        lists = people_words(language, vocabulary.folder)
        self.lists = lists
        self.titles: dict[str, list[tuple[Words, str]]] = {}
        self.offices: dict[Words, set[str]] = {}
        self.countries: dict[Words, str] = {}
        for country in vocabulary.countries.values():
            for name in (*country.names.get(language, ()), *country.adjectives.get(language, ())):
                self.countries[_folded(name)] = country.country_id
        for head in lists.heads:
            self._add(head, "head")
        for office in vocabulary.offices.values():
            for title in office.titles.get(language, ()):
                self._add(_folded(title), "office")
                self.offices.setdefault(_folded(title), set()).add(office.office_id)
        for noun in lists.counterparts:
            self._add(tuple(noun.split()), "counterpart")
        for noun in lists.titles | lists.roles:
            self._add(tuple(noun.split()), "role")
        heads = {one for head in lists.heads for one in self.offices.get(head, ())}
        self.head_titles = [title for title, ids in self.offices.items() if 2 * len(ids & heads) > len(ids)]
        """Titles most of whose offices head a state or government ("president", not "director")."""
        self.country_heads = {name[0] for name in self.countries}
        """First words of them."""
        self.longest_country = max(map(len, self.countries), default=0)
        for entries in self.titles.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def _add(self, title: Words, kind: str) -> None:
        entries = self.titles.setdefault(title[0], [])
        if all(known != title for known, _ in entries):
            entries.append((title, kind))

    def title_at(self, tokens: Tokens, index: int) -> tuple[Words, str] | None:
        """The longest title that begins at the token, with its kind."""
        for title, kind in self.titles.get(fold(tokens.lower[index]), ()):
            after = index + len(title)
            if tuple(fold(word) for word in tokens.lower[index:after]) == title:
                return title, kind
        return None

    def country_before(self, tokens: Tokens, index: int) -> tuple[int, str] | None:
        """The country whose name or adjective ends right before the token, with its first token."""
        for length in range(min(self.longest_country, index), 0, -1):
            first = index - length
            country = self.countries.get(tuple(fold(word) for word in tokens.lower[first:index]))
            if country and tokens.capital[first]:
                return first, country
        return None

    def countries_in(self, words: Words) -> set[str]:
        """The countries that folded words name."""
        strings = (
            words[at : at + length]
            for at, word in enumerate(words)
            if word in self.country_heads
            for length in range(1, self.longest_country + 1)
        )
        return {self.countries[string] for string in strings if string in self.countries}


@lru_cache(maxsize=16)
def office_words(vocabulary: Vocabulary, language: str) -> OfficeWords:
    """The vocabulary's titles and countries, compiled once."""
    return OfficeWords(vocabulary, language)


def find_offices(tokens: Tokens, taken: list[bool], known: OfficeWords) -> Iterator[OfficePhrase]:
    """Phrases in order, none on a token that is `taken` by a name and none that is a name's own title."""
    lists = known.lists
    at, total = 0, len(tokens)
    while at < total:
        word = tokens.lower[at]
        title = (
            None
            if taken[at] or (word not in known.titles and fold(word) not in known.titles)
            else known.title_at(tokens, at)
        )
        if title is None:
            at += 1
            continue
        words, kind = title
        last = at + len(words) - 1
        phrase = None if any(taken[at : last + 1]) else _phrase(tokens, taken, at, last, words, kind, known, lists)
        if phrase:
            yield phrase
        at = last + 1


def _phrase(
    tokens: Tokens,
    taken: list[bool],
    at: int,
    last: int,
    title: Words,
    kind: str,
    known: OfficeWords,
    lists: PeopleWords,
) -> OfficePhrase | None:
    following = last + 1
    if following + 1 < len(tokens) and tokens.words[following] == "." and taken[following + 1]:
        return None  # "that Mr. Ruiz"
    if following < len(tokens) and (taken[following] or (tokens.possessive[last] and tokens.capital[following])):
        return None
    first, country, modifiers = at, None, []
    while first > 0 and at - first < 5:
        found = None if country else known.country_before(tokens, first)
        if found:
            first, country = found
            continue
        word = fold(tokens.lower[first - 1])
        if word in lists.not_now or taken[first - 1]:
            return None
        if word in lists.articles or not word[:1].isalpha() or word in lists.openers:
            break
        if not tokens.capital[first - 1] and word not in lists.title_parts:
            break
        if tokens.capital[first - 1]:
            modifiers.append(word)
        first -= 1
    definite = first > 0 and fold(tokens.lower[first - 1]) in lists.definite
    is_party = len(title) == 1 and title[0] in lists.parties
    if not definite and not is_party and not (country and (tokens.possessive[at - 1] or tokens.capital[at])):
        return None
    if definite:
        first -= 1
    if _belongs_to_a_title(tokens, first, known):
        return None
    if country is None and last + 2 < len(tokens) and fold(tokens.lower[last + 1]) in lists.title_parts:
        country, last = _country_after(tokens, last, known)
    return OfficePhrase(first, last, title, country, tuple(reversed(modifiers)), kind)


def _belongs_to_a_title(tokens: Tokens, first: int, known: OfficeWords) -> bool:
    """Whether somebody else's title goes on with it: "an adviser to the president", "the office of the mayor"."""
    if first < 2 or tokens.lower[first - 1] not in known.lists.title_links:
        return False
    before = fold(tokens.lower[first - 2])
    return before in known.lists.titles or before in known.lists.roles or before in known.lists.offices


def _country_after(tokens: Tokens, last: int, known: OfficeWords) -> tuple[str | None, int]:
    """The country named after the title ("president of Cuba"), and the phrase's last token then."""
    for length in range(known.longest_country, 0, -1):
        for gap in (2, 3):
            words = tuple(fold(word) for word in tokens.lower[last + gap : last + gap + length])
            if len(words) == length and words in known.countries:
                return known.countries[words], last + gap + length - 1
    return None, last


def _folded(text: str) -> Words:
    return tuple(fold(word) for word in text.replace("-", " ").split())
