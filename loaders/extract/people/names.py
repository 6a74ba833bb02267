"""Strings of capitalised words that look like a person's name, with the title that stands before them.

Nothing is known of the person yet. What makes a string a person: a title before it, a given name at its head, a verb of
speaking beside it, or an apposition that names a role ("…, the mayor of Lyon").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from loaders.extract.people.evidence import beside_speaking, has_apposition, is_initials, looks_like_a_person
from loaders.extract.people.titles import (
    is_office,
    land_before,
    last_title,
    opens_with_article,
    role_before,
    title_with_office,
)
from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import Tokens, fold

_NARROWEST, _WIDEST = 45, 100
"""So many letters have the lines of a text that is broken into lines."""
_NAME_MARKS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written; indexes are of tokens, `[first, last]` both included."""

    first: int
    last: int
    parts: tuple[str, ...]
    """Folded words of the name, hyphens opened: ("miguel", "diaz", "canel")."""
    role: tuple[int, int] | None
    """First and last token of the title before the name."""
    person: bool
    """Whether something beside the capitals says that it is a person."""
    speaks: bool = False
    """Whether a transcript says with it who speaks."""


def find_names(
    tokens: Tokens, taken: list[bool], lists: PeopleWords, countries: Collection[tuple[str, ...]] = ()
) -> Iterator[Name]:
    """Names in order; none touches a token that is `taken` already.

    `countries` are folded names and adjectives of countries, which belong to the office before a name and not to it.
    """
    at, total = 0, len(tokens)
    capital = tokens.capital
    while at < total:
        if not capital[at] or taken[at] or _is_in_one_with(tokens, at):
            at += 1
            continue
        last = _string_end(tokens, at, taken, lists)
        for name in _names_in(tokens, at, last, lists, countries):
            if not _is_title_of(tokens, name, taken, lists):
                yield name
        at = last + 1


def _is_in_one_with(tokens: Tokens, index: int) -> bool:
    """Whether a word goes on with a sign without a blank ("P&O Lines"): that is a firm's name."""
    return index > 0 and tokens.words[index - 1] == "&" and tokens.ends[index - 1] == tokens.starts[index]


def parts_of(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """The folded words of a name, hyphens and stops opened, initials kept."""
    folded = (
        fold(tokens.lower[index]).replace("-", " ").replace(".", " ").replace("‐", " ").replace("‑", " ")
        for index in range(first, last + 1)
        if tokens.words[index][0].isalnum()
    )
    return tuple(part for word in folded for part in word.split())


def _string_end(tokens: Tokens, first: int, taken: list[bool], lists: PeopleWords) -> int:
    """The last token of the string of capitals that begins at `first`; a possessive ends a string."""
    last = first
    while not tokens.possessive[last]:
        following = _next_capital(tokens, last, lists)
        if following is None or taken[following]:
            break
        last = following
    return last


def _next_capital(tokens: Tokens, last: int, lists: PeopleWords) -> int | None:
    """The capitalised token that goes on with the name after `last`, over an initial's stop or a particle."""
    following = last + 1
    total = len(tokens)
    if following < total and (
        (tokens.words[following] == "." and _stop_inside(tokens, last, lists)) or _is_hyphen(tokens, following)
    ):
        following += 1
    while following < total and fold(tokens.lower[following]) in lists.particles and not tokens.capital[following]:
        following += 1
    if following >= total or not _goes_on(tokens.words[following], lists) or following - last > 4:
        return None
    gap = tokens.text[tokens.ends[last] : tokens.starts[following]]
    return following if len(gap) < 12 and ("\n" not in gap or _is_wrapped(tokens, last, gap)) else None


def _is_wrapped(tokens: Tokens, last: int, gap: str) -> bool:
    """Whether a line breaks after the token for its length, as mails and telegrams do in the midst of a name."""
    if gap.count("\n") != 1:
        return False
    end = tokens.ends[last] + len(gap)
    before, after = tokens.text[max(0, end - 1 - _WIDEST) : end - 1], tokens.text[end : end + _WIDEST]
    return all(_NARROWEST <= length < _WIDEST for length in (len(before.rpartition("\n")[2]), after.find("\n")))


def _is_hyphen(tokens: Tokens, index: int) -> bool:
    """Whether the token is a hyphen within a name and no dash between two ("Talks - Ruiz left")."""
    return tokens.words[index] in _NAME_MARKS and tokens.starts[index] == tokens.ends[index - 1]


def _goes_on(word: str, lists: PeopleWords) -> bool:
    """Whether a name can go on with the word: with a capital, or with one after a particle ("el-Baradi")."""
    if word[0].isupper():
        return True
    particle, _, name = word.replace("‐", "-").replace("‑", "-").partition("-")
    return name[:1].isupper() and fold(particle) in lists.particles


def _stop_inside(tokens: Tokens, index: int, lists: PeopleWords) -> bool:
    """Whether a full stop after the token is part of it: an initial or a short title ("J.", "Sen.")."""
    word = tokens.lower[index]
    return (
        len(word) == 1
        or is_initials(tokens.words[index], lists)
        or (len(word) < 5 and (fold(word) in lists.titles or word in lists.suffixes))
    )


def _is_title_of(tokens: Tokens, name: Name, taken: list[bool], lists: PeopleWords) -> bool:
    """Whether a string is the title of a known name right after it ("Florida Senator" or "Florida Sen." before a leader)."""
    after = name.last + 1
    after += after < len(tokens) and tokens.words[after] == "." and _stop_inside(tokens, name.last, lists)
    return name.parts[-1] in lists.titles and after < len(tokens) and taken[after] and not tokens.possessive[name.last]


def _names_in(
    tokens: Tokens, first: int, last: int, lists: PeopleWords, countries: Collection[tuple[str, ...]]
) -> Iterator[Name]:
    """Names within one string of capitals, which words that belong to no name part."""
    start = first
    for index in range(first, last + 2):
        parted = index > last or (tokens.words[index][0].isalpha() and _is_opener(tokens, index, last, lists))
        if not parted or (start < index <= last and _is_surname(tokens, index, lists)):
            continue
        if start < index:
            name = _name(tokens, start, index - 1, lists, countries)
            if name:
                yield name
        start = index + 1


def _is_opener(tokens: Tokens, index: int, last: int, lists: PeopleWords) -> bool:
    """Whether a word of a string of capitals belongs to no name."""
    word = fold(tokens.lower[index])
    if word in lists.openers:
        return not _is_given(tokens, index, last, lists)
    opens = index == 0 or not tokens.words[index - 1][-1].isalnum()
    return opens and index < last and word.endswith(tuple(lists.opener_endings)) and not lists.is_given(word)


def _is_given(tokens: Tokens, index: int, last: int, lists: PeopleWords) -> bool:
    """Whether a word of the calendar stands as a given name: "Jan Holt", "the mayor, April Berg,"; not "In May Berg said"."""
    if fold(tokens.lower[index]) not in lists.also_given or index >= last or not tokens.words[index + 1].isalpha():
        return False
    surname = fold(tokens.lower[index + 1])
    if surname in lists.openers or surname in lists.not_people or surname in lists.calendar:
        return False
    if fold(tokens.lower[index]) in lists.given_anywhere:
        return True
    before = fold(tokens.lower[index - 1]) if index else ""
    if before in lists.openers and before not in lists.titles and before not in lists.speaking:
        return False
    return before.isalpha() or beside_speaking(tokens, index, last, lists) or has_apposition(tokens, last, lists)


def _is_surname(tokens: Tokens, index: int, lists: PeopleWords) -> bool:
    """Whether a word that opens sentences stands as a surname: after a given name or title, or before a verb of speaking.

    "Andrew Young", "Mr May", "Marta May praised".
    """
    stop = tokens.words[index - 1] == "." and index > 1  # "Ms. May"
    before, word = fold(tokens.lower[index - 1 - stop]), fold(tokens.lower[index])
    if before in lists.courtesy:
        return word in lists.also_surnames or word in lists.calendar
    if word not in lists.also_surnames:
        return False
    given = before in lists.male_names or before in lists.female_names
    following = tokens.lower[index + 1] if index + 1 < len(tokens) else ""
    return given or (following in lists.speaking and before not in lists.not_people and before not in lists.roles)


def find_bare_surnames(
    tokens: Tokens, taken: list[bool], lists: PeopleWords, surnames: frozenset[str]
) -> Iterator[Name]:
    """Surnames that are common words too, standing alone: “Son said” after "Bui Thanh Son", “Mrs May”.

    `surnames` are those of the people whom the document names in full. What they are told by is a title before them or
    a verb of speaking after; within a sentence a capital is enough.
    """
    for index, word in enumerate(tokens.lower):
        if taken[index] or not tokens.capital[index] or (folded := fold(word)) not in surnames:
            continue
        before = fold(tokens.lower[index - 1]) if index else ""
        titled = before in lists.titles and tokens.capital[index - 1]
        speaks = index + 1 < len(tokens) and tokens.lower[index + 1] in lists.speaking
        owns = tokens.possessive[index] or (index > 0 and tokens.words[index - 1][-1].isalnum())
        # "where Will lives", but "in May", and "Will it rain?".
        opens = folded in lists.openers and (before in lists.openers or not before.isalpha())
        alone = not opens and owns and before not in lists.articles
        followed = index + 1 < len(tokens) and tokens.capital[index + 1]
        alone = alone and folded not in lists.not_people
        if (titled or speaks or alone) and not followed:
            yield Name(index, index, (folded,), (index - 1, index - 1) if titled else None, True)


def _name(
    tokens: Tokens, first: int, last: int, lists: PeopleWords, countries: Collection[tuple[str, ...]]
) -> Name | None:
    while first <= last and not tokens.words[first][0].isalpha():
        first += 1
    while last >= first and not tokens.words[last][0].isalpha():
        last -= 1
    titled = last_title(tokens, first, last, lists)
    if titled is None:
        first, titled = title_with_office(tokens, first, last, lists)
    if titled is None:
        first, titled = land_before(tokens, first, last, lists, countries)
    start = first if titled is None else titled + 1
    while start <= last and not tokens.words[start][0].isalpha():
        start += 1
    if start > last:
        return None
    parts = parts_of(tokens, start, last)
    if not parts or len(parts) > 6 or _names_a_thing(parts, lists):
        return None
    if parts[-1] in lists.titles and (opens_with_article(tokens, first, lists) or is_office(parts, lists)):
        return None
    if (
        parts[-1] in lists.titles
        and len(parts) > 1
        and not lists.is_given(parts[0])
        and _is_office_of(parts, lists, countries)
    ):
        return None  # "Australian Ministers", "Australian Governor-General"
    role = role_before(tokens, start, first, titled, lists)
    if parts[-1] in lists.not_people and not _may_end_a_name(tokens, start, last, parts, role, lists):
        return None
    person = role is not None or looks_like_a_person(tokens, start, last, parts, lists)
    return Name(start, last, parts, role, person)


def _is_office_of(parts: tuple[str, ...], lists: PeopleWords, countries: Collection[tuple[str, ...]]) -> bool:
    """Whether words that end in a title are a country with an office of it, and name nobody."""
    return any(parts[:at] in countries and is_office(parts[at:], lists) for at in range(1, len(parts)))


def _names_a_thing(parts: tuple[str, ...], lists: PeopleWords) -> bool:
    """Whether a word before the last names no person ("Port Ruiz"); a surname may open a name ("Park Jin")."""
    if parts[-1].endswith(tuple(lists.thing_endings)):
        return True
    opens = len(parts) > 1 and (parts[0] in lists.family_first or parts[0] in lists.given_too)
    inner = range(int(opens), len(parts) - 1)
    # a saint after a particle is of the name: "de Santa Ana"
    return any(parts[at] in lists.not_people and not (at and parts[at - 1] in lists.particles) for at in inner)


def _may_end_a_name(
    tokens: Tokens, start: int, last: int, parts: tuple[str, ...], role: tuple[int, int] | None, lists: PeopleWords
) -> bool:
    """Whether a word that names things otherwise is a surname here ("Senator Dana Fox", not "Dana Fox" or "Fox")."""
    if parts[-1] not in lists.also_surnames:
        return False
    if len(parts) < 2:
        return role is not None and fold(tokens.lower[role[1]]) in lists.titles and tokens.capital[role[1]]
    if opens_with_article(tokens, start, lists):
        return False  # "the Gulf Mercury said"
    return role is not None or beside_speaking(tokens, start, last, lists) or has_apposition(tokens, last, lists)


def surname_of(parts: tuple[str, ...], lists: PeopleWords) -> str:
    """The last folded word of a name that is no suffix ("jr")."""
    return next((part for part in reversed(parts) if part not in lists.suffixes), parts[-1])
