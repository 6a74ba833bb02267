"""One text before the finders of actors: its tokens, where the vocabulary's names and where people stand in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.extract.actors.known import Hit
from loaders.extract.actors.words import ActorWords
from loaders.layout.tokens import Tokens
from loaders.records import PersonMention

TITLE = 7
"""So many tokens are a title before a name at most ("Foreign Ministry spokesman Ola Berg")."""


@dataclass(frozen=True)
class Reading:
    """A text and what is known of it."""

    text: str
    tokens: Tokens
    hits: Sequence[Hit]
    people: Sequence[PersonMention]
    words: ActorWords

    @cached_property
    def hit_at(self) -> dict[int, Hit]:
        """Index of a token -> the vocabulary's name that it belongs to."""
        return {
            index: hit
            for hit in self.hits
            for index in range(self.tokens.first_from(hit.start), self.tokens.first_from(hit.end))
        }

    @cached_property
    def person_at(self) -> frozenset[int]:
        """Indexes of the tokens that name people."""
        return frozenset(
            index
            for person in self.people
            for index in range(self.tokens.first_from(person.start), self.tokens.first_from(person.end))
        )

    @cached_property
    def _people_starts(self) -> list[int]:
        return [self.tokens.first_from(person.start) for person in self.people]

    @cached_property
    def _lower(self) -> list[str]:
        """The words with blanks behind them, which indexes before the first and after the last reach alike."""
        return self.tokens.lower + [""] * 2 * TITLE

    def lower(self, index: int) -> str:
        """The word in lower case; empty beyond the ends of the text."""
        return self._lower[index]

    def is_capital(self, index: int) -> bool:
        """Whether a word with a capital stands there."""
        return 0 <= index < len(self.tokens) and self.tokens.capital[index]

    def are_joined(self, first: int, second: int) -> bool:
        """Whether only blanks of one line stand between two tokens that follow one another."""
        if first < 0 or second >= len(self.tokens):
            return False
        end = self.tokens.ends[first] + (2 if self.tokens.possessive[first] else 0)
        return self.text[end : self.tokens.starts[second]].strip(" \t\u00a0") in ("", "\n", "\r\n")

    def is_in_title(self, last: int) -> bool:
        """Whether what ends with this token stands in the title of a person who is named right after it."""
        place = bisect_right(self._people_starts, last)
        first = self._people_starts[place] if place < len(self._people_starts) else len(self.tokens)
        if not 0 < first - last <= TITLE:
            return False
        between = range(last + 1, first)
        return bool(between) and all(self.is_capital(at) or self.lower(at) in self.words.roles for at in between)

    def describes(self, last: int) -> bool:
        """Whether a name only describes the noun after it ("a U.S. judge", "the Paris attacks")."""
        word, words = self.lower(last + 1), self.words
        if not words.after_names or not word[:1].isalpha() or self.tokens.possessive[last]:
            return False
        if not self.are_joined(last, last + 1):
            return False
        acts = word in words.after_names or word.endswith(words.after_endings) or word in words.body_nouns
        return not acts and not self.is_capital(last + 1)

    def holds_person(self, first: int, last: int) -> bool:
        """Whether a person is named within the tokens."""
        place = bisect_left(self._people_starts, first)
        return first in self.person_at or (place < len(self._people_starts) and self._people_starts[place] <= last)

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.tokens.starts[first], self.tokens.ends[last]
