"""What an account tells besides people and kind: names, details and figures, which side it is about, what part of the day.

Two papers tell one march in other words and name nobody; what they have in common is the town, the cause, a number. A
name is a word with a capital inside a sentence, so languages without capitals have none, and nothing is joined by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse

from loaders.extract.events.lexicon import EventWords, event_words
from loaders.extract.terms import Terms, fold
from loaders.vocabulary import words

Matrix: TypeAlias = Any
"""scipy.sparse.csr_matrix."""

SHORTEST = 4
"""Words of fewer letters say little."""
STEM = 5
"""So many first letters are the same in forms of one word."""
SMALL = 10
"""Figures below are found by chance …"""
HALF = 0.5
"""… and count so much, as do words that tell a kind."""

NAME = 1.5
"""A name counts so much."""
HEAD = 3000
"""So many letters of a text are read for what it is about."""
FEWEST = 3
CAPITAL = "^"

_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+")
_THOUSANDS = re.compile(r"[.,]")


@dataclass(frozen=True)
class Particulars:
    """Rows are accounts; those that are not looked at have none."""

    names: Matrix
    """1 for each name within the sentence."""
    openings: Matrix
    """1 for a word with a capital that opens the sentence: it may be a name."""
    details: Matrix
    """The root of the weight of each detail, so that the product of two rows is the weight of what both have."""
    told: np.ndarray
    """The weight of all names and details."""
    stance: np.ndarray
    """1 for an account of those in favour, 2 of those against, 4 of those who answer others; sums of these."""


@dataclass(frozen=True)
class _Words:
    """What one language writes with which words."""

    plain: frozenset[str]
    """Words that tell nothing in particular, and names of days and months."""
    kinds: frozenset[str]
    """Words that tell a kind."""
    numbers: Mapping[str, int]
    stance: Terms[int]


class _Table:
    """Cells of a matrix on their way; `columns` may be shared with another table."""

    def __init__(self, columns: dict[str, int]) -> None:
        self.columns = columns
        self.rows: list[int] = []
        self.places: list[int] = []
        self.weights: list[float] = []

    def add(self, row: int, marks: Mapping[str, float]) -> None:
        for mark, weight in marks.items():
            self.rows.append(row)
            self.places.append(self.columns.setdefault(mark, len(self.columns)))
            self.weights.append(weight)

    def sums(self, size: int) -> np.ndarray:
        return np.bincount(np.array(self.rows, np.int64), np.array(self.weights, float), size)

    def matrix(self, size: int) -> Matrix:
        values = np.sqrt(np.array(self.weights, dtype=np.float32))
        return sparse.csr_matrix((values, (self.rows, self.places)), shape=(size, max(1, len(self.columns))))


def read_particulars(
    sentences: Iterable[str], date_texts: Iterable[str], languages: Iterable[str], chosen: np.ndarray, folder: Path
) -> Particulars:
    """The particulars of the chosen accounts; those without a capital have none."""
    spelled: dict[str, int] = {}
    names, openings, details = _Table(spelled), _Table(spelled), _Table({})
    stance = np.zeros(len(chosen), np.int64)
    for row, (sentence, date_text, language, is_chosen) in enumerate(
        zip(sentences, date_texts, languages, chosen.tolist(), strict=True)
    ):
        if not is_chosen or sentence.islower():
            continue
        known = _words(language, folder)
        text = sentence.replace(date_text, " ", 1) if date_text else sentence
        folded = fold(text)
        marks = _Marks(text, folded, known)
        if marks.names or marks.opening:
            names.add(row, dict.fromkeys(marks.names, 1.0))
            openings.add(row, dict.fromkeys(marks.opening, 1.0))
            details.add(row, marks.details)
            stance[row] = sum({side for _, _, side in known.stance.scan(folded)})
    size = len(chosen)
    told = names.sums(size) + details.sums(size)
    return Particulars(names.matrix(size), openings.matrix(size), details.matrix(size), told, stance)


@lru_cache(maxsize=4096)
def read_context(text: str, language: str, folder: Path) -> Mapping[str, float]:
    """The names and details that the head of a text tells, with their weights."""
    head = text[:HEAD]
    marks = _Marks(head, fold(head), _words(language, folder))
    names = {f"{CAPITAL}{name}": NAME for name in (*marks.names, *marks.opening)}
    return {**marks.details, **names}


def compare_contexts(one: Mapping[str, float], two: Mapping[str, float]) -> float:
    """The share of the shorter context that stands in both; 0 with fewer than three names in common."""
    both = one.keys() & two.keys()
    if sum(mark.startswith(CAPITAL) for mark in both) < FEWEST:
        return 0.0
    return sum(one[mark] for mark in both) / max(1.0, min(sum(one.values()), sum(two.values())))


class _Marks:
    """What stands in a text: names, a word that opens it and may be one, and details with their weights."""

    def __init__(self, text: str, folded: str, known: _Words) -> None:
        self.names: dict[str, None] = {}
        self.opening: list[str] = []
        self.details: dict[str, float] = {}
        last, before = -2, ""
        for place, match in enumerate(_TOKEN.finditer(folded)):
            word = match.group()
            if word in known.numbers or word[0].isdigit():
                figure = str(known.numbers.get(word, "")) or _THOUSANDS.sub("", word)
                self.details[figure] = HALF if len(figure) < 2 else 1.0
            elif len(word) < SHORTEST or word in known.plain:
                continue
            elif place and text[match.start()].isupper():
                goes_on = last == place - 1
                if goes_on:
                    self.names.pop(before, None)
                last, before = place, f"{before} {word[: STEM + 1]}" if goes_on else word[: STEM + 1]
                self.names[before] = None
            else:
                self.details[word[:STEM]] = HALF if word in known.kinds else 1.0
                if text[match.start()].isupper():
                    self.opening = [word[: STEM + 1]]


@lru_cache(maxsize=8)
def _words(language: str, folder: Path) -> _Words:
    raw, dates = words(language, "events", folder), words(language, "dates", folder).get("words", {})
    known: EventWords = event_words(language, folder)
    said = {str(word) for terms in raw.get("pronouns", {}).values() for word in terms}
    plain = known.after_names | known.auxiliaries | known.articles | known.passive | known.between | said
    plain |= {str(word) for word in (*raw.get("place_words", ()), *raw.get("plain_words", "").split())}
    single = (str(term).rstrip("*") for terms in raw.get("kinds", {}).values() for term in terms)
    numbers = dates.get("number_word", {})
    named = (dates.get(name, {}) for name in ("weekday", "month"))
    sides = {term: 1 << bit for bit, name in enumerate(SIDES) for term in raw.get("stance", {}).get(name, ())}
    return _Words(
        plain=frozenset(plain | {str(word).casefold() for table in named for word in table}),
        kinds=frozenset(term for term in single if " " not in term),
        numbers={str(word).casefold(): int(number) for word, number in numbers.items()},
        stance=Terms(sides),
    )


SIDES = ("favour", "against", "counter")
"""The sides of a quarrel in the vocabulary, in the order of their bits."""
