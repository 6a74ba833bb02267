"""How many were killed, wounded, missing, arrested …: the figures in the sentences that tell a happening.

"The blast on Monday killed at least six people and wounded 120, a week after a raid in May that left 32 dead.": two figures
of Monday's, six and 120. The third is of another day: in its clause, or in the one that it hangs on, stands a date that is not
the happening's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders.layout.tokens import Tokens, tokenize
from loaders.records import Span, TimeExpression
from loaders.tolls import Toll
from loaders.vocabulary import words

REACH = 9
"""So many words may stand between a figure and the word that says what it counts."""
TOTAL = 20
"""The same between a total and its figure, over whose and where it was."""
OBJECT = 4
"""So many words stand at most between "killing" and its figure ("killing, officials said, at least six" is passed over)."""
MOST_NOUNS = 3
LARGEST = 10**9
STOPS = frozenset('.;:()[]"“”—–?!')

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


@dataclass(frozen=True, eq=False)
class TollWords:
    """tolls.yaml of a language, compiled."""

    after: Mapping[str, str]
    before: Mapping[str, str]
    totals: Mapping[tuple[str, ...], str]
    reaching: frozenset[str]
    bounds: Mapping[tuple[str, ...], str]
    between: frozenset[str]
    borders: frozenset[str]
    relative: frozenset[str]
    units: frozenset[str]
    persons: frozenset[str]
    of_persons: frozenset[str]
    auxiliaries: frozenset[str]
    joining: frozenset[str]
    participles: frozenset[str]
    numbers: Mapping[str, int]
    times: Mapping[str, int]


@lru_cache(maxsize=16)
def toll_words(language: str, folder: Path) -> TollWords | None:
    """The words of one language; None for a language without any."""
    listed = words(language, "tolls", folder)
    if not listed:
        return None
    numbers = words(language, "dates", folder).get("words", {})
    return TollWords(
        after=_by_word(listed["counts"], "after"),
        before=_by_word(listed["counts"], "before"),
        totals={tuple(str(term).split()): what for what, terms in listed["totals"].items() for term in terms},
        reaching=frozenset(listed["reaching"]),
        bounds={tuple(str(term).split()): bound for bound, terms in listed["bounds"].items() for term in terms},
        between=frozenset(map(str, listed["between"])),
        borders=frozenset(listed["borders"]),
        relative=frozenset(listed["relative"]),
        units=frozenset(map(str, listed["units"])),
        persons=frozenset(listed["persons"]),
        of_persons=frozenset(listed["of_persons"]),
        auxiliaries=frozenset(listed["auxiliaries"]),
        joining=frozenset(listed["joining"]),
        participles=frozenset(listed["participles"]),
        numbers={str(word).casefold(): int(number) for word, number in numbers.get("number_word", {}).items()},
        times={str(word).casefold(): int(number) for word, number in numbers.get("times_word", {}).items()},
    )


def _by_word(counts: Mapping[str, Any], side: str) -> dict[str, str]:
    return {word: what for what, sides in counts.items() for word in sides[side]}


def find_tolls(
    text: str,
    sentences: Sequence[Span],
    dates_in: Callable[[Span], Sequence[TimeExpression]],
    own: TimeExpression | None,
    known: TollWords | None,
) -> tuple[Toll, ...]:
    """The first figure of each sort that the sentences give of a happening, in the order of the sentences.

    `dates_in` gives the dates of a sentence; `own` is the happening's. A figure beside another date is of something else.
    """
    if known is None:
        return ()
    found: dict[str, Toll] = {}
    for start, end in sentences:
        dates_inside = dates_in((start, end))
        beside = [date for date in dates_inside if date != own]
        for toll, is_total in _in_sentence(text, (start, end), known):
            if any(date.start < toll.end and toll.start < date.end for date in dates_inside):
                continue  # "attacked in 2014"
            # A total is of one happening, and rises on the days after.
            if toll.what not in found and (
                is_total or not _is_of_another_day(text, toll, (start, end), beside, own, known)
            ):
                found[toll.what] = toll
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as tokens [first, last)."""

    first: int
    last: int
    value: int


@lru_cache(maxsize=64)
def _in_sentence(text: str, span: Span, known: TollWords) -> tuple[tuple[Toll, bool], ...]:
    """The figures of a sentence, and whether each is a total; kept, for those of the lead are read for each main row."""
    return tuple(_figures(tokenize(text[span[0] : span[1]]), span, known))


def _figures(tokens: Tokens, span: Span, known: TollWords) -> Iterator[tuple[Toll, bool]]:
    numbers = list(_numbers(tokens, known))
    for place, number in enumerate(numbers):
        if number.last < len(tokens) and (tokens.lower[number.last] in known.units or tokens.lower[number.last] == "-"):
            continue
        until = numbers[place + 1].first if place + 1 < len(numbers) else len(tokens)
        total = _total(tokens, number, known)
        what = total or _object_of(tokens, number, known) or _counted(tokens, number, until, known)
        if what is not None:
            first, bound = _bound(tokens, number.first, known)
            at, to = span[0] + tokens.starts[first], span[0] + tokens.ends[number.last - 1]
            yield Toll(what, number.value, bound, at, to), total is not None


def _numbers(tokens: Tokens, known: TollWords) -> Iterator[_Number]:
    """Numbers in figures and in words: "1,200", "thirty-two", "two hundred"."""
    index = 0
    while index < len(tokens):
        value = _value(tokens.lower[index], known)
        if value is None:
            index += 1
            continue
        last = index + 1
        while last < len(tokens) and tokens.lower[last] in known.times:
            value *= known.times[tokens.lower[last]]
            last += 1
        if 0 < value < LARGEST:
            yield _Number(index, last, value)
        index = last


def _value(word: str, known: TollWords) -> int | None:
    if _DIGITS.fullmatch(word):
        return int(word.replace(",", ""))
    if "-" not in word:
        return known.numbers.get(word)
    parts = [known.numbers.get(part) for part in word.split("-")]
    return None if None in parts else sum(part for part in parts if part is not None)


def _bound(tokens: Tokens, first: int, known: TollWords) -> tuple[int, str]:
    """Where the figure begins with the words that bound it, and how they do."""
    for length in (3, 2, 1):
        if first >= length and (bound := known.bounds.get(tuple(tokens.lower[first - length : first]))):
            return first - length, bound
    return first, ""


def _object_of(tokens: Tokens, number: _Number, known: TollWords) -> str | None:
    """What a verb right before the figure does to so many ("killing at least six")."""
    first, _ = _bound(tokens, number.first, known)
    for index in range(first - 1, max(-1, first - 1 - OBJECT), -1):
        word = tokens.lower[index]
        if what := known.before.get(word):
            return what
        if word in STOPS or word in known.borders or word == "," or word not in known.between:
            return None
    return None


def _total(tokens: Tokens, number: _Number, known: TollWords) -> str | None:
    """What a total counts that comes to the figure ("the death toll rose to 61")."""
    first, _ = _bound(tokens, number.first, known)
    if first == 0 or tokens.lower[first - 1] not in known.reaching:
        return None
    for index in range(first - 1, max(-1, first - 1 - TOTAL), -1):
        if tokens.lower[index] in STOPS:
            return None
        for length in (4, 3, 2, 1):
            if what := known.totals.get(tuple(tokens.lower[max(0, index - length + 1) : index + 1])):
                return what
    return None


def _counted(tokens: Tokens, number: _Number, until: int, known: TollWords) -> str | None:
    """What the words after the figure say became of so many ("six people, three of them children, were killed").

    A noun alone says less than what became of them: "four hostages" are held, "four hostages were freed" are not.
    """
    index, left, fillers, joined, noun = number.last, REACH, 0, False, None
    while index < until and left:
        word = tokens.lower[index]
        if what := known.after.get(word):
            if word not in known.persons:
                # "twelve sailors and released them": what they did.
                does = joined and word in known.participles and tokens.lower[index - 1] not in known.auxiliaries
                things = word in known.of_persons and known.persons.isdisjoint(tokens.lower[number.last : index])
                return noun if does or things else what
            noun = what
        joined = joined or word in known.joining
        if word == ",":
            closed = next((i for i in range(index + 1, min(until, index + REACH)) if tokens.lower[i] == ","), None)
            if closed is None:
                return noun
            index = closed + 1
            continue
        if word in STOPS or word in known.borders or word in known.relative:
            return noun
        # Nouns stand there, at most three of them that no list knows.
        fillers += word not in known.between
        if fillers > MOST_NOUNS or known.before.get(word):
            return noun
        index, left = index + 1, left - 1
    return noun


def _is_of_another_day(
    text: str,
    toll: Toll,
    span: Span,
    beside: Sequence[TimeExpression],
    own: TimeExpression | None,
    known: TollWords,
) -> bool:
    """Whether the figure's clause, or the one that it hangs on, has a date that is not the happening's."""
    before = tokenize(text[span[0] : toll.start])
    index, opened = len(before) - 1, 0
    while index >= 0:
        word = before.lower[index]
        if word in known.relative and opened == 0:
            opened = 1
        elif word in STOPS or word in known.borders or (word == "," and opened == 0):
            break
        index -= 1
    begins = span[0] + (before.ends[index] if index >= 0 else 0)
    behind = tokenize(text[toll.end : span[1]])
    stops = (at for at, word in zip(behind.starts, behind.lower, strict=True) if word in STOPS or word in known.borders)
    ends = toll.end + next(stops, span[1] - toll.end)
    inside = [date for date in beside if begins <= date.start < ends]
    has_own = own is not None and begins <= own.start < ends
    return bool(inside) and not has_own
