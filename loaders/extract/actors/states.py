"""Which words that name a country speak of the state: "the Dutch side", "Peru"; not "Dutch cheese" or "China Daily"."""

from __future__ import annotations

from loaders.extract.actors.known import ADJECTIVE, CAPITAL, NAME, PEOPLE, Hit
from loaders.extract.actors.reading import Reading

BETWEEN = 2
"""So many words stand between an adjective and the noun of the state ("Dutch naval forces")."""


def state_span(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """First and last token of the words that speak of the state, None where they do not."""
    tokens = reading.tokens
    first, last = tokens.first_from(hit.start), tokens.first_from(hit.end) - 1
    if last < first or first in reading.person_at or _is_dateline(reading, hit):
        return None
    if reading.is_in_title(last) or _is_part_of_name(reading, hit, first, last) or _is_place(reading, hit, first, last):
        return None
    noun = _state_noun(reading, last)
    if noun is not None:
        return first, noun
    if hit.named.form == ADJECTIVE:
        return None
    if hit.named.form == PEOPLE:
        return (first, last) if reading.lower(first - 1) in reading.words.articles else None
    if reading.describes(last):
        return None
    return _of_whom(reading, first, last)


def _of_whom(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """The words with what stands before "of" where that is the state ("the government of Peru"); None after somebody's name."""
    before = first - 1 - (reading.lower(first - 1) in reading.words.articles)
    if reading.lower(before) not in reading.words.belonging:
        return first, last
    if before - 1 in reading.person_at:
        return None
    return (before - 1, last) if reading.lower(before - 1) in reading.words.state_of else (first, last)


def _state_noun(reading: Reading, last: int) -> int | None:
    """The noun of the state after its adjective, possessive or name, with at most BETWEEN small words before it."""
    for at in range(last + 1, last + 2 + BETWEEN):
        if not reading.are_joined(at - 1, at) or not reading.lower(at)[:1].isalpha():
            return None
        if reading.lower(at) in reading.words.state_nouns and not reading.is_capital(at + 1):
            return at
        if reading.lower(at) in reading.words.connectors | reading.words.openers or reading.is_capital(at):
            return None
    return None


def _is_dateline(reading: Reading, hit: Hit) -> bool:
    """Whether a capital stands in capitals, as before a report ("BEIJING, 3 June"), or after a line's beginning and a comma."""
    return hit.named.form == CAPITAL and not hit.named.in_capitals and reading.text[hit.start : hit.end].isupper()


def _is_place(reading: Reading, hit: Hit, first: int, last: int) -> bool:
    """Whether the name says where a town lies, between its comma and the next mark ("born in Kumasi, Ghana, in 1938")."""
    if hit.named.form != NAME or first < 2 or reading.lower(first - 1) != "," or reading.lower(last + 1)[:1].isalpha():
        return False
    town = first - 2
    is_listed = town in reading.hit_at or town in reading.person_at or reading.lower(town) in reading.words.calendar
    return reading.is_capital(town) and not is_listed


def goes_on(reading: Reading, last: int) -> bool:
    """Whether a word with a capital follows that belongs to the same name ("China Daily", "NATO Headquarters")."""
    following = last + 1
    if not reading.is_capital(following) or not reading.are_joined(last, following) or reading.tokens.possessive[last]:
        return False
    known = following in reading.hit_at or reading.lower(following) in reading.words.calendar | reading.words.openers
    return not known and following not in reading.person_at


def _is_part_of_name(reading: Reading, hit: Hit, first: int, last: int) -> bool:
    """Whether a longer name with capitals holds the word ("China Daily", "Northern Ireland")."""
    if hit.named.form not in (NAME, CAPITAL):
        return False
    if goes_on(reading, last):
        return True
    words, before = reading.words, first - 1
    if not reading.is_capital(before) or not reading.are_joined(before, first):
        return False
    kept = words.openers | words.epithets | words.calendar
    is_free = reading.lower(before) in kept or before in reading.hit_at or before in reading.person_at
    return not is_free and not reading.tokens.possessive[before]
