"""Words set between a subject and its verb: “Ruiz, the mayor, said”, “the minister, Ana Ruiz, said”."""

from __future__ import annotations

from loaders.extract.speech.borders import is_owner, stands_before
from loaders.extract.speech.phrases import COMMAS, LONGEST, Speaker, is_named_by
from loaders.extract.speech.scare import is_title
from loaders.extract.speech.stretch import Reading, Stretch

_NAME = 3
"""A name in an apposition that nothing else shows to be one has no more words."""


def closing_mark(reading: Reading, stretch: Stretch, at: int) -> str:
    """The mark at the position, or the one within a title that ends there ("the author of “Morning Glory,”")."""
    item = stretch.items[at]
    if item >= 0:
        return reading.tokens.words[item]
    last = reading.text[reading.quotations[-item - 1].end - 1]
    return last if last in COMMAS and is_title(reading, stretch, at) else ""


def opens_second_clause(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "and" at the position opens a clause; before a participle it goes on with an aside (", and seen by …")."""
    items, words = stretch.items, reading.words
    if reading.lower(items[at]) not in words.joining:
        return False
    return at + 2 >= len(items) or reading.lower(items[at + 2]) not in words.prepositions


def apposition_start(reading: Reading, stretch: Stretch, closing: int) -> int | None:
    """Position of the mark that opens what the mark at `closing` closes: ", the mayor," or "(the mayor)"."""
    items = stretch.items
    mark = closing_mark(reading, stretch, closing)
    opens = "(" if mark == ")" else mark
    at = closing - 1
    while at >= 0 and closing - at < LONGEST:
        if items[at] < 0:
            # Of what is quoted only a title stands in an apposition: "the author of “Morning Glory,” said".
            if at == closing - 1 or not is_title(reading, stretch, at):
                return None
            at -= 1
            continue
        word = reading.tokens.words[items[at]]
        if word == opens or (mark in COMMAS and word in COMMAS):
            return _earlier_comma(reading, stretch, at) if mark in COMMAS else at
        at -= 1
    return None


def _named_apposition(reading: Reading, stretch: Stretch, opening: int, closing: int) -> Speaker | None:
    """The person in "the minister, Ana Ruiz, said"."""
    items = stretch.items
    last = items[closing - 1]
    person = reading.person_at[last] if last >= 0 else -1
    if person < 0 or is_owner(reading, last):
        return None
    first = closing - 1
    while first > opening + 1 and items[first - 1] >= 0 and reading.person_at[items[first - 1]] == person:
        first -= 1
    if not is_named_by(reading, stretch, opening + 1, first):
        return None
    if first > opening + 1 and reading.lower(items[opening + 1]) in reading.words.prepositions:
        # "Critics, including Ana Ruiz, say": the critics.
        return None
    before = items[opening - 1] if opening > 0 else -1
    if before < 0 or (reading.person_at[before] >= 0 and not is_owner(reading, before)):
        return None
    start = opening - 1
    while start > 0 and not stands_before(reading, stretch, start - 1):
        start -= 1
    mention = reading.people[person]
    return Speaker((mention.start, mention.end), mention, at=start)


def _capitals(reading: Reading, stretch: Stretch, opening: int, closing: int) -> Speaker | None:
    """The name in "one of them, Karim Haddad, said": two or three capitals after a phrase that ends with none."""
    inside = stretch.items[opening + 1 : closing]
    before = stretch.items[opening - 1] if opening > 0 else -1
    if not 2 <= len(inside) <= _NAME or min(inside) < 0 or before < 0 or reading.tokens.capital[before]:
        return None
    if not all(reading.tokens.capital[item] and reading.tokens.words[item].isalpha() for item in inside):
        return None
    if reading.lower(before) in reading.words.occasions or reading.lower(inside[-1]) in reading.words.occasions:
        return None
    start = opening - 1
    while start > 0 and not stands_before(reading, stretch, start - 1):
        start -= 1
    return Speaker((reading.start_of(inside[0]), reading.end_of(inside[-1])), at=start)


def _earlier_comma(reading: Reading, stretch: Stretch, at: int) -> int:
    """An apposition may hold commas itself ("Ruiz, D-Texas, the whip, said"): the comma after the nearest name wins."""
    items = stretch.items
    if at == 0 or (items[at - 1] >= 0 and reading.person_at[items[at - 1]] >= 0):
        return at
    for earlier in range(at - 1, max(0, at - 12), -1):
        if items[earlier] < 0:
            continue
        noun = items[earlier - 1]
        if reading.tokens.words[items[earlier]] in COMMAS and noun >= 0 and reading.person_at[noun] >= 0:
            return earlier
    return at


def named_in(reading: Reading, stretch: Stretch, opening: int, closing: int) -> Speaker | None:
    """Who is named between the two marks, where that is whom the phrase before them means."""
    return _named_apposition(reading, stretch, opening, closing) or _capitals(reading, stretch, opening, closing)
