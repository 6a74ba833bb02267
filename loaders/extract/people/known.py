"""Full names of the vocabulary's leaders, with or without accents and hyphens, and in scripts without spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.extract.people.names import parts_of
from loaders.layout.tokens import Tokens, fold
from loaders.records import Span
from loaders.vocabulary import Leader, Vocabulary

_JOINERS = frozenset("-‐‑.")
_GAP = frozenset(" -.\u00a0‐‑\n")
_HANDLE = re.compile(r"[@#](\w{6,})")


@dataclass(frozen=True)
class KnownNames:
    """Every full name by its folded words; names in scripts without capitals as one pattern."""

    by_words: dict[str, list[tuple[tuple[str, ...], str]]]
    by_handle: dict[str, str]
    unspaced: dict[str, str]
    pattern: re.Pattern[str] | None

    def find(self, tokens: Tokens) -> list[tuple[Span, str]]:
        """Spans of names with the leader's id, in order, the longest at each place."""
        found = self._by_words(tokens) + self._unspaced(tokens.text)
        for handle in _HANDLE.finditer(tokens.text):
            leader_id = self._of_handle(fold(handle.group(1)))
            if leader_id:
                found.append((handle.span(), leader_id))
        return sorted(set(found))

    def _of_handle(self, handle: str) -> str | None:
        """An account is often the name and an initial more ("@DiazCanelB")."""
        return next(
            (self.by_handle[name] for name in (handle, handle[:-1], handle[:-2]) if name in self.by_handle), None
        )

    def _by_words(self, tokens: Tokens) -> list[tuple[Span, str]]:
        found = []
        at, total = 0, len(tokens)
        capital, lower = tokens.capital, tokens.lower
        while at < total:
            match = None
            if capital[at]:
                first = fold(lower[at]).replace("‐", "-").replace("‑", "-").partition("-")[0]
                if first in self.by_words:
                    match = self._longest(tokens, at, self.by_words[first])
            if match is None:
                at += 1
                continue
            found.append(((tokens.starts[at], tokens.ends[match[0]]), match[1]))
            at = match[0] + 1
        return found

    def _longest(self, tokens: Tokens, at: int, names: list[tuple[tuple[str, ...], str]]) -> tuple[int, str] | None:
        for name, leader_id in names:
            last = _spelled(tokens, at, name)
            if last is not None:
                return last, leader_id
        return None

    def _unspaced(self, text: str) -> list[tuple[Span, str]]:
        if self.pattern is None or text.isascii():
            return []
        return [(match.span(), self.unspaced[match.group()]) for match in self.pattern.finditer(text)]


def _spelled(tokens: Tokens, at: int, name: tuple[str, ...]) -> int | None:
    """The last token of the name if it is written from `at` on, in however many tokens."""
    parts: tuple[str, ...] = ()
    index = at
    while True:
        parts += parts_of(tokens, index, index)
        if parts != name[: len(parts)]:
            return None
        if len(parts) == len(name):
            return index
        following = index + 1
        if following < len(tokens) and tokens.words[following] in _JOINERS:
            following += 1
        if following >= len(tokens) or tokens.possessive[index]:
            return None
        gap = tokens.text[tokens.ends[index] : tokens.starts[following]]
        if len(gap) > 3 or not _GAP.issuperset(gap):
            return None
        index = following


@lru_cache(maxsize=8)
def known_names(vocabulary: Vocabulary) -> KnownNames:
    """The vocabulary's names, compiled once."""
    by_words: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    by_handle: dict[str, str] = {}
    unspaced: dict[str, str] = {}
    for leader in vocabulary.leaders.values():
        for name in full_names(leader):
            words = name_words(name)
            if not words:
                continue
            if not any(letter.isupper() for letter in name):
                unspaced[name] = leader.leader_id
            elif len(words) > 1:
                entries = by_words.setdefault(words[0], [])
                entries.append((words, leader.leader_id))
                by_handle.setdefault("".join(words), leader.leader_id)
    for short, leader_ids in _long_parts(vocabulary).items():
        if len(leader_ids) == 1:
            (leader_id,) = leader_ids
            by_words.setdefault(short[0], []).append((short, leader_id))
            by_handle.setdefault("".join(short), leader_id)
    for entries in by_words.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    pattern = re.compile("|".join(re.escape(name) for name in sorted(unspaced, key=len, reverse=True)))
    return KnownNames(by_words, by_handle, unspaced, pattern if unspaced else None)


def _long_parts(vocabulary: Vocabulary) -> dict[tuple[str, ...], set[str]]:
    """Parts of names that have two words or more: these name a person without any introduction ("Díaz-Canel")."""
    parts: dict[tuple[str, ...], set[str]] = {}
    for leader in vocabulary.leaders.values():
        for short in leader.short:
            if len(words := name_words(short)) > 1:
                parts.setdefault(words, set()).add(leader.leader_id)
    return parts


def full_names(leader: Leader) -> list[str]:
    """The leader's names in every language, the usual one first."""
    return [leader.name, *(name for names in leader.names.values() for name in names)]


def name_words(name: str) -> tuple[str, ...]:
    """A name's folded words, hyphens and stops opened."""
    return tuple(re.findall(r"[^\W_]+", fold(name).replace("'", "").replace("’", "")))


@lru_cache(maxsize=8)
def leaders_by_part(vocabulary: Vocabulary) -> dict[str, tuple[Leader, ...]]:
    """The vocabulary's leaders by the short forms of their names."""
    by_part: dict[str, tuple[Leader, ...]] = {}
    for leader in vocabulary.leaders.values():
        for short in leader.short:
            by_part[fold(short)] = (*by_part.get(fold(short), ()), leader)
    return by_part


@dataclass(frozen=True, slots=True)
class KnownName:
    """A full name of the vocabulary; indexes are of tokens, both included."""

    first: int
    last: int
    span: Span
    leader_id: str


def find_known(tokens: Tokens, vocabulary: Vocabulary) -> list[KnownName]:
    """The full names of leaders in a text, in order, none overlapping."""
    found = []
    end = 0
    for span, leader_id in known_names(vocabulary).find(tokens):
        if span[0] < end:
            continue
        end = span[1]
        first = max(0, tokens.first_after(span[0]) - 1)
        last = max(first, tokens.first_from(span[1]) - 1)
        found.append(KnownName(first, last, span, leader_id))
    return found
