"""A text as words that the patterns can run over: where each begins and ends, and its character in the lexicon."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass

from loaders.extract.dates.lexicon import BREAK, OTHER, Lexicon

YEARS = range(1000, 2200)
"""Four digits that may be a year without further evidence."""


@dataclass(frozen=True, slots=True)
class Tokens:
    text: str
    starts: array[int]
    ends: array[int]
    codes: str
    """One character a word, the one that `Lexicon.codes` gives it."""

    def at(self, offset: int) -> int:
        """The first word that begins at an offset or after it."""
        return bisect_left(self.starts, offset)

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def words(self, first: int, after: int) -> list[str]:
        after = min(after, len(self.codes))
        return [self.word(index) for index in range(first, after)]


def read_tokens(text: str, words: Lexicon) -> Tokens:
    """The words of a text in order; a phrase of the lexicon is one word."""
    starts, ends = array("q"), array("q")
    codes: list[str] = []
    known, shapes, phrases = words.codes, words.shapes, words.phrases
    candidates: list[int] = []
    for match in words.token.finditer(text):
        kind = match.lastgroup
        word = match.group()
        if kind == "word" or kind == "mark":
            code = known.get(word, OTHER)
            if word in phrases:
                candidates.append(len(codes))
        elif kind == "gap":
            code = BREAK
        elif kind == "skip":
            code = OTHER
        elif kind == "mixed":
            code = _mixed(word, words)
        else:
            code = shapes[_shape(kind or "", word)]
        starts.append(match.start())
        ends.append(match.end())
        codes.append(code)
    tokens = Tokens(text, starts, ends, "".join(codes))
    joins = _phrases_in(tokens, candidates, words)
    return _joined(tokens, joins) if joins else tokens


def _shape(kind: str, word: str) -> str:
    if kind == "integer":
        return _integer(word)
    if kind == "ordinal":
        digits = "".join(character for character in word if character.isdecimal())
        return "ordinal day" if 1 <= int(digits) <= 31 else "ordinal"
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


def _phrases_in(tokens: Tokens, candidates: list[int], words: Lexicon) -> list[tuple[int, int, str]]:
    """Where phrases stand: first word, word after, character; the longest counts."""
    found: list[tuple[int, int, str]] = []
    size, after = len(tokens.codes), 0
    for index in candidates:
        if index < after or index + 1 >= size:
            continue
        for parts, code in words.phrases[tokens.word(index)].get(tokens.word(index + 1), ()):
            last = index + len(parts)
            if tokens.words(index, last) == parts:
                found.append((index, last, code))
                after = last
                break
    return found


def _joined(tokens: Tokens, joins: list[tuple[int, int, str]]) -> Tokens:
    """The same words with each phrase made one word."""
    starts, ends = array("q"), array("q")
    codes: list[str] = []
    at = 0
    for first, last, code in joins:
        starts.extend(tokens.starts[at : first + 1])
        ends.extend(tokens.ends[at:first])
        ends.append(tokens.ends[last - 1])
        codes += (tokens.codes[at:first], code)
        at = last
    starts.extend(tokens.starts[at:])
    ends.extend(tokens.ends[at:])
    codes.append(tokens.codes[at:])
    return Tokens(tokens.text, starts, ends, "".join(codes))
