"""What shows that a string of capitals is a person: its own shape, or a verb, an apposition or a role beside it."""

from __future__ import annotations

import re

from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import Tokens, fold

_OFFICE = 6
"""A role with its office before a name ("the envoy of the Chilean government, Ana Ruiz,") has no more words."""

_BEING = 5
"""So many words of "to be" and adverbs stand before what was done with somebody."""
_FAMILY_FIRST = 4
"""A name that begins with the surname has at most so many parts ("Chung Eui-yong" has three)."""
_INITIALS = re.compile(r"[^\W\d_a-z](?:\.[^\W\d_a-z])*")
_HYPHENED = re.compile(r"[^\W\d_]-[a-z]")
"""A given name of two syllables ("Eui-yong"), which no firm and no place has."""


def looks_like_a_person(tokens: Tokens, first: int, last: int, parts: tuple[str, ...], lists: PeopleWords) -> bool:
    given = parts[0] in lists.male_names or parts[0] in lists.female_names
    if given and len(parts) > 1:
        return True
    if beside_speaking(tokens, first, last, lists):
        return True
    return len(parts) > 1 and (
        has_apposition(tokens, last, lists)
        or _is_apposition(tokens, first, last, lists)
        or _ends_saying(tokens, first, last, lists)
        or _lives(tokens, last, lists)
        or (first > 0 and tokens.lower[first - 1] in lists.done_to_people)
        or has_shape_of_a_name(tokens, first, last, parts, lists)
    )


def _lives(tokens: Tokens, last: int, lists: PeopleWords) -> bool:
    """Whether what only people do or suffer follows: "resigned", "was sworn", "is later arrested"."""
    if tokens.possessive[last] or last + 1 >= len(tokens):
        return False
    at = last + 1
    if tokens.lower[at] in lists.deeds:
        return True
    while at < min(last + _BEING, len(tokens)) and tokens.lower[at] in lists.being:
        at += 1
    return last + 1 < at < len(tokens) and tokens.lower[at] in lists.fates


def has_shape_of_a_name(tokens: Tokens, first: int, last: int, parts: tuple[str, ...], lists: PeopleWords) -> bool:
    """Whether the string is written as only names of people are: "Ana R. Ruiz", "Karel van Loon", "Shin Min-ho"."""
    inner = range(first + 1, last)
    initial = any(len(tokens.words[at]) == 1 and tokens.capital[at] and tokens.words[at + 1] == "." for at in inner)
    if initial and len(tokens.words[first]) > 2 and tokens.words[first].isalpha():
        return True
    if _opens_with_initials(tokens, first, last, parts, lists):
        return True
    if any(not tokens.capital[at] and tokens.lower[at] in lists.person_particles for at in inner):
        return True
    if parts[0] not in lists.family_first or len(parts) > _FAMILY_FIRST:
        return False
    hyphened = _HYPHENED.search(tokens.text, tokens.starts[first], tokens.ends[last]) is not None
    return hyphened or (parts[0] not in lists.not_people and tokens.words[last].isalpha())


def _opens_with_initials(tokens: Tokens, first: int, last: int, parts: tuple[str, ...], lists: PeopleWords) -> bool:
    """Whether initials with their stop stand before a surname ("J. R. Ruiz", "A.B. Ruiz"); some firms are called so too."""
    stopped = first < last and tokens.words[first + 1] == "." and is_initials(tokens.words[first], lists)
    return stopped and len(parts[-1]) > 1 and tokens.capital[last] and parts[-1] not in lists.not_after_initials


def is_initials(word: str, lists: PeopleWords) -> bool:
    """Whether a word is one initial or more of a given name ("A", "A.B"), and no country or town ("U.S", "L.A")."""
    return _INITIALS.fullmatch(word) is not None and fold(word.replace(".", "")) not in lists.not_initials


def beside_speaking(tokens: Tokens, first: int, last: int, lists: PeopleWords) -> bool:
    after = last + 1
    if after < len(tokens) and not tokens.possessive[last] and tokens.lower[after] in lists.speaking:
        return True
    return first > 1 and tokens.lower[first - 1] in lists.speaking and tokens.words[first - 2] in ',”"’»'


def _is_apposition(tokens: Tokens, first: int, last: int, lists: PeopleWords) -> bool:
    """Whether the name stands between commas after a role: "her deputy, Ana Ruiz,", "the envoy of Chile, Ana Ruiz,"."""
    if first < 2 or tokens.words[first - 1] != "," or last + 1 >= len(tokens) or tokens.words[last + 1] not in ",.":
        return False
    for index in range(first - 2, max(-1, first - 2 - _OFFICE), -1):
        word = fold(tokens.lower[index])
        if word in lists.titles or word in lists.roles:
            return index == first - 2 or tokens.lower[index + 1] in lists.title_parts
        if not word[:1].isalpha():
            return False
    return False


def _ends_saying(tokens: Tokens, first: int, last: int, lists: PeopleWords) -> bool:
    """Whether the name ends a phrase of who says something: "said the harbour master, Ana Ruiz.", "said one of them, …"."""
    if first < 3 or tokens.words[first - 1] != "," or (last + 1 < len(tokens) and tokens.words[last + 1][0].isalnum()):
        return False
    at = first - 2
    while at > max(0, first - 2 - _OFFICE) and tokens.words[at].isalpha() and tokens.lower[at] not in lists.speaking:
        at -= 1
    return at < first - 3 and tokens.lower[at] in lists.speaking and not tokens.capital[first - 2]


def has_apposition(tokens: Tokens, last: int, lists: PeopleWords) -> bool:
    """A comma and then a role, an age or "who": "…, the mayor of Lyon", "…, 54,", "…, who led the union,"."""
    if last + 2 >= len(tokens) or tokens.words[last + 1] != "," or tokens.possessive[last]:
        return False
    if tokens.words[last + 2].isdigit() and len(tokens.words[last + 2]) == 2:
        return last + 3 < len(tokens) and tokens.words[last + 3] == ","
    if tokens.lower[last + 2] in lists.whoever:
        return True
    for index in range(last + 2, min(last + 8, len(tokens))):
        word = fold(tokens.lower[index])
        if not word[:1].isalpha():
            return False
        if word in lists.titles or word in lists.roles:
            return True
    return False
