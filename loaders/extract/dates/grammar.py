"""Where the patterns of a language match in a text, longest first, with what each part of the match says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.patterns import Rule
from loaders.extract.dates.tokens import Tokens

LONGEST = 48
"""Words that one match may have."""

Parts = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` to `after` (not included) that a rule matches."""

    rule: Rule
    tokens: Tokens
    words: Lexicon
    first: int
    after: int
    parts: Mapping[str, tuple[int, int]]
    """Name in the pattern -> the words that it caught."""

    def __contains__(self, part: str) -> bool:
        return part in self.parts

    def text(self, part: str) -> str:
        """The words of a part, joined by one space."""
        return " ".join(self.tokens.words(*self.parts[part]))

    def is_a(self, part: str, kind: str) -> bool:
        """Whether the first word of a part is in a class."""
        return part in self.parts and self.words.holds(kind, self.tokens.codes[self.parts[part][0]])

    def value(self, part: str, *kinds: str) -> Any:
        """The value of a part's first word in the first of the classes (default: named like the part) that has it."""
        if part not in self.parts:
            return None
        return word_value(self.tokens, self.words, self.parts[part][0], *(kinds or (part,)))

    @property
    def codes(self) -> str:
        """The characters of the words of the match."""
        return self.tokens.codes[self.first : self.after]

    def places(self, part: str, kind: str) -> list[int]:
        """The words of a part that are in a class."""
        first, after = self.parts[part]
        return [index for index in range(first, after) if self.words.holds(kind, self.tokens.codes[index])]

    @property
    def before(self) -> str:
        """The character of the word before the match; empty at the beginning of the text."""
        return self.tokens.codes[self.first - 1] if self.first else ""

    @property
    def following(self) -> str:
        """The character of the word after the match; empty at the end of the text."""
        return self.tokens.codes[self.after] if self.after < len(self.tokens.codes) else ""


def word_value(tokens: Tokens, words: Lexicon, index: int, *kinds: str) -> Any:
    """The value of a word in the first of the classes that it is in; None where it is in none."""
    code = tokens.codes[index]
    for kind in kinds:
        if words.holds(kind, code):
            return words.value(kind, tokens.word(index))
    return None


def matches_at(tokens: Tokens, words: Lexicon, at: int, after: int) -> Iterator[Match]:
    """What can be read at one word, the longest first; among equals the earlier rule of dates.yaml."""
    window = tokens.codes[max(0, at - 1) : min(after, at + LONGEST)]
    for rule, size, parts in _matches(words, window, 1 if at else 0):
        yield Match(rule, tokens, words, at, at + size, {name: (at + first, at + last) for name, first, last in parts})


@lru_cache(maxsize=1 << 16)
def _matches(words: Lexicon, window: str, at: int) -> list[tuple[Rule, int, Parts]]:
    """Rules that match at one place of a string of characters; prose repeats its date forms, so most are remembered."""
    found, second = [], window[at + 1 : at + 2]
    for rule in words.by_start.get(window[at], ()):
        if rule.second is not None and second not in rule.second:
            continue
        match = rule.regex.match(window, at)
        if match and match.end() > at:
            spans = [(name, *match.span(group)) for name, group in rule.groups]
            parts = tuple([(name, first - at, last - at) for name, first, last in spans if last > first])
            found.append((rule, match.end() - at, parts))
    return sorted(found, key=lambda candidate: -candidate[1])
