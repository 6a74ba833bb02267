"""A text as words that the patterns can run over: where each begins and ends, and its character in the lexicon.

This row of words is not that of the layout (`loaders.layout.tokens`), and cannot be: here "3.VI.1934", "a.m." and a phrase of
the lexicon are one word, "2012Q3" is a kind of its own, the end of a paragraph is a word, and a word is held as one character,
so that the patterns of a language are regular expressions over them. Made from the layout's row, each word would be cut again.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import sub

from loaders.extract.dates.characters import BREAK, OTHER
from loaders.extract.dates.lexicon import Lexicon

MOST_KNOWN = 300_000
"""Words that are remembered between texts; a table of numbers must not fill the memory."""
STRETCH = 1_000_000
"""Characters that are cut into words at once."""
YEARS = range(1000, 2200)
"""Four digits that may be a year without further evidence."""


ROMAN_YEAR = re.compile(r"(?=.{4})M{1,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
"""Four letters and more, from a thousand on; shorter ones are other words and names ("MI", "MIX")."""
MIXED = re.compile(r"(\d{0,4})([^\W\d_]{1,2})(\d{0,4})")


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

    def gap(self, index: int) -> str:
        """The blanks that a word with the character BREAK stands for."""
        return self.text[self.ends[index - 1] if index else 0 : self.ends[index]]

    def words(self, first: int, after: int) -> list[str]:
        after = min(after, len(self.codes))
        return [self.word(index) for index in range(first, after)]


def read_tokens(text: str, words: Lexicon) -> Tokens:
    """The words of a text in order; a phrase of the lexicon is one word.

    Everything that is done for each word is done inside map and findall: a loop costs three times as much.
    """
    starts, ends, codes = array("q"), array("q"), []
    known = _known(words)
    for first, after in _stretches(text):
        pieces = words.piece.findall(text, first, after)
        stripped = list(map(str.strip, pieces))
        places = array("q", accumulate(map(len, pieces), initial=first))[1:]
        ends.extend(places)
        starts.extend(map(sub, places, map(len, stripped)))
        codes.append("".join(map(known.__getitem__, stripped)))
    if len(known) >= MOST_KNOWN:
        _known.cache_clear()
    tokens = Tokens(text, starts, ends, "".join(codes))
    joins = _phrases_in(tokens, words)
    return _joined(tokens, joins) if joins else tokens


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Parts of a text that are cut into words one after the other, so that a book does not fill the memory."""
    first, size = 0, len(text)
    while size - first > STRETCH:
        after = max(text.rfind("\n", first, first + STRETCH), text.rfind(" ", first, first + STRETCH))
        while after > first and text[after - 1].isspace():
            after -= 1
        if after <= first:
            break
        yield first, after
        first = after
    yield first, size


class _Known(dict[str, str]):
    """Word -> its character; one that is not in the lexicon gets it from its kind, once."""

    def __init__(self, words: Lexicon) -> None:
        super().__init__(words.codes)
        self[""] = BREAK
        self._words = words

    def __missing__(self, word: str) -> str:
        match = None if word.isalpha() else self._words.token.fullmatch(word)
        kind = match.lastgroup if match else None
        if kind is None and ROMAN_YEAR.fullmatch(word):
            code = self._words.shapes["roman year"]
        elif kind in (None, "word", "mark", "skip", "many"):
            code = OTHER
        elif kind == "mixed":
            code = _mixed(word, self._words)
        else:
            code = self._words.shapes[_shape(kind or "", word)]
        if len(self) < MOST_KNOWN:
            self[word] = code
        return code


@lru_cache(maxsize=8)
def _known(words: Lexicon) -> _Known:
    return _Known(words)


def _shape(kind: str, word: str) -> str:
    if kind == "integer":
        return _integer(word)
    if kind == "ordinal":
        digits = "".join(character for character in word if character.isdecimal())
        return "ordinal day" if 1 <= int(digits) <= 31 else "ordinal"
    if kind == "decimal":
        whole, _, part = word.replace(",", ".").partition(".")
        return "dotted clock" if len(part) == 2 and len(whole) < 3 and int(whole) < 25 and int(part) < 60 else "decimal"
    return {"iso": "iso", "numeric_date": "numeric date", "roman_date": "roman date"}.get(kind, kind)


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
    """Letters and digits in one word: "Q3", "3Q", "3Q12", "FY22"; else nothing that is known."""
    match = MIXED.fullmatch(word)
    if not match:
        return OTHER
    before, letters, after = match.groups()
    marks = words.source["marks"]
    if letters in marks["fiscal"] and not before and len(after) in (2, 4):
        return words.shapes["fiscal year"]
    last = 4 if letters in marks["quarter"] else 2 if letters in marks["half"] else 0
    nth, year = (after, before) if len(before) != 1 else (before, after)
    if len(nth) != 1 or not 1 <= int(nth) <= last or len(year) not in (0, 2, 4):
        return OTHER
    return words.shapes["quarter year" if year else "quarter mark"]


def _phrases_in(tokens: Tokens, words: Lexicon) -> list[tuple[int, int, str]]:
    """Where phrases stand: first word, word after, character; the longest counts."""
    found: list[tuple[int, int, str]] = []
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    size, after = len(tokens.codes), 0
    for match in words.phrase_start.finditer(tokens.codes):
        index = match.start()
        if index < after or index + 1 >= size:
            continue
        second = text[starts[index + 1] : ends[index + 1]]
        for parts, code in words.phrases[text[starts[index] : ends[index]]].get(second, ()):
            last = index + len(parts)
            if tokens.words(index, last) == parts and not _is_no_clock(tokens, words, code, last):
                found.append((index, last, code))
                after = last
                break
    return found


def _is_no_clock(tokens: Tokens, words: Lexicon, code: str, after: int) -> bool:
    """Whether "quarter to" stands before no hour: "in the third quarter to $4 million"."""
    if not words.holds("half_past", code):
        return False
    following = tokens.codes[after : after + 1]
    return not following or not any(words.holds(kind, following) for kind in ("hour", "number_word"))


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
