"""A text as words that the patterns can run over: where each begins and ends, and its character in the lexicon."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.dates.lexicon import BREAK, OTHER, Lexicon

YEARS = range(1000, 2200)
"""Four digits that may be a year without further evidence."""


@dataclass(frozen=True, slots=True)
class Tokens:
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    codes: str
    """One character a word, the one that `Lexicon.codes` gives it."""

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def words(self, first: int, after: int) -> list[str]:
        return [self.word(index) for index in range(first, after)]


def read_tokens(text: str, words: Lexicon) -> Tokens:
    """The words of a text in order; a phrase of the lexicon is one word."""
    starts, ends = array("q"), array("q")
    codes: list[str] = []
    known, shapes, phrases = words.codes, words.shapes, words.phrases
    pending: list[tuple[int, int]] = []
    for match in words.token.finditer(text):
        kind = match.lastgroup
        start, end = match.span()
        word = match.group()
        if kind == "word" or kind == "mark":
            code = known.get(word, OTHER)
            if word in phrases:
                pending.append((len(codes), start))
        elif kind == "gap":
            code = BREAK
        elif kind == "skip" or kind == "mixed":
            code = _mixed(word, words) if kind == "mixed" else OTHER
        else:
            code = shapes[_shape(kind or "", word)]
        starts.append(start)
        ends.append(end)
        codes.append(code)
    return _join_phrases(text, starts, ends, codes, [index for index, _ in pending], words)


def _shape(kind: str, word: str) -> str:
    if kind == "integer":
        return _integer(word)
    if kind == "ordinal":
        digits = word.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZº")
        return "ordinal day" if digits and 1 <= int(digits) <= 31 else "ordinal"
    if kind == "decimal":
        whole, _, part = word.replace(",", ".").partition(".")
        return "dotted clock" if len(part) == 2 and len(whole) < 3 and int(whole) < 25 and int(part) < 60 else "decimal"
    return {"iso": "iso", "numeric_date": "numeric date"}.get(kind, kind)


def _integer(word: str) -> str:
    size = len(word)
    if size > 4:
        return "long"
    number = int(word)
    if size == 4:
        clock = number < 2400 and number % 100 < 60
        if number in YEARS:
            return "clock year" if clock else "year"
        return "clock four" if clock else "long"
    if size == 3:
        return "clock four" if number % 100 < 60 and number >= 100 else "three"
    if number == 0 or number > 31:
        return "two" if size == 2 else "three"
    if number > 24:
        return "day"
    return "hour" if number > 12 else "tiny two" if size == 2 else "tiny"


def _mixed(word: str, words: Lexicon) -> str:
    """Letters and digits in one word: "Q3", "FY22"; else nothing that is known."""
    letters = word.rstrip("0123456789")
    digits = word[len(letters) :]
    marks = words.source["marks"]
    if not digits or not letters:
        return OTHER
    if letters in marks["quarter"] and len(digits) == 1 and 1 <= int(digits) <= 4:
        return words.shapes["quarter mark"]
    if letters in marks["half"] and digits in ("1", "2"):
        return words.shapes["quarter mark"]
    if letters in marks["fiscal"] and len(digits) in (2, 4):
        return words.shapes["fiscal year"]
    return OTHER


def _join_phrases(
    text: str, starts: array[int], ends: array[int], codes: list[str], candidates: list[int], words: Lexicon
) -> Tokens:
    """The same words with each phrase of the lexicon made one word."""
    joins: list[tuple[int, int, str]] = []
    after = 0
    for index in candidates:
        if index < after:
            continue
        for phrase in words.phrases[text[starts[index] : ends[index]]]:
            last = index + len(phrase)
            if last <= len(codes) and all(
                text[starts[index + k] : ends[index + k]] == part for k, part in enumerate(phrase)
            ):
                joins.append((index, last, words.codes[" ".join(phrase)]))
                after = last
                break
    if not joins:
        return Tokens(text, starts, ends, "".join(codes))
    new_starts, new_ends, new_codes = array("q"), array("q"), []
    at = 0
    for first, last, code in joins:
        new_starts.extend(starts[at : first + 1])
        new_ends.extend(ends[at:first])
        new_ends.append(ends[last - 1])
        new_codes.extend(codes[at:first])
        new_codes.append(code)
        at = last
    new_starts.extend(starts[at:])
    new_ends.extend(ends[at:])
    new_codes.extend(codes[at:])
    return Tokens(text, new_starts, new_ends, "".join(new_codes))
