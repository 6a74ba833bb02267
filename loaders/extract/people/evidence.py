"""What stands beside a string of capitals and shows that it is a person: a verb of speaking, an apposition, a role."""

from __future__ import annotations

from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import Tokens, fold

_OFFICE = 6
"""A role with its office before a name ("the envoy of the Chilean government, Ana Ruiz,") has no more words."""


def looks_like_a_person(tokens: Tokens, first: int, last: int, parts: tuple[str, ...], lists: PeopleWords) -> bool:
    given = parts[0] in lists.male_names or parts[0] in lists.female_names
    if given and len(parts) > 1:
        return True
    if beside_speaking(tokens, first, last, lists):
        return True
    return len(parts) > 1 and (has_apposition(tokens, last, lists) or _is_apposition(tokens, first, last, lists))


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
