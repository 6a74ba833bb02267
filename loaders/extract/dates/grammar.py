"""Where the patterns of a language match in a text, longest first, with what each part of the match says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from loaders.extract.dates.lexicon import Lexicon, Rule
from loaders.extract.dates.tokens import Tokens


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

    @property
    def start(self) -> int:
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        return self.tokens.ends[self.after - 1]

    def __contains__(self, part: str) -> bool:
        return part in self.parts

    def text(self, part: str) -> str:
        """The words of a part, joined by one space."""
        return " ".join(self.tokens.words(*self.parts[part]))

    def code(self, part: str) -> str:
        return self.tokens.codes[self.parts[part][0]]

    def is_a(self, part: str, kind: str) -> bool:
        """Whether the first word of a part is in a class."""
        return part in self.parts and self.words.holds(kind, self.code(part))

    def value(self, part: str, *kinds: str) -> Any:
        """The value of a part's first word in the first of the classes (default: named like the part) that has it."""
        if part not in self.parts:
            return None
        first = self.parts[part][0]
        return word_value(self.tokens, self.words, first, *(kinds or (part,)))


def word_value(tokens: Tokens, words: Lexicon, index: int, *kinds: str) -> Any:
    code = tokens.codes[index]
    for kind in kinds:
        if words.holds(kind, code):
            return words.value(kind, tokens.word(index))
    return None


def matches_at(tokens: Tokens, words: Lexicon, at: int, after: int) -> list[Match]:
    """What can be read at one word, the longest first; among equals the earlier rule of dates.yaml."""
    found = []
    for rule in words.rules:
        match = rule.regex.match(tokens.codes, at, after)
        if match and match.end() > at:
            parts = {name.partition("__")[0]: match.span(name) for name in rule.regex.groupindex if match[name]}
            found.append(Match(rule, tokens, words, at, match.end(), parts))
    return sorted(found, key=lambda candidate: -candidate.after)
