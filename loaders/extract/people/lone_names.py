"""Who is named by one word alone: "Hannibal was born in Carthage", "Osei's wife", "the murder of Sejanus".

A capital alone is mostly a place, a body or a firm. What makes it somebody is what only people do, suffer or have: of this
once is enough. What bodies do as well, such as replying, has to come with something else of the kind.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from loaders.extract.people.names import Name
from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import Tokens, fold

_BEING = 4
"""So many forms of "to be" and adverbs may stand between a name and what was done with its bearer."""
_ENOUGH = 2
"""A sure sign weighs so much; others weigh 1."""


def find_lone_people(
    tokens: Tokens, names: Sequence[Name], lists: PeopleWords, countries: Collection[tuple[str, ...]]
) -> frozenset[str]:
    """The folded words that name a person by themselves somewhere in the text."""
    signs: dict[str, dict[str, int]] = {}
    for name in names:
        if len(name.parts) != 1 or name.role or name.parts in countries or not _may_be(tokens, name, lists):
            continue
        for sign, weight in _signs(tokens, name.last, lists):
            signs.setdefault(name.parts[0], {})[sign] = weight
    shown = {word for word, found in signs.items() if sum(found.values()) >= _ENOUGH}
    return frozenset(shown - _places_and_bodies(tokens, shown, lists)) if shown else frozenset()


def _may_be(tokens: Tokens, name: Name, lists: PeopleWords) -> bool:
    """Whether a word is written as a name is, with no article and no other name beside it."""
    word, before = name.parts[0], tokens.lower[name.first - 1] if name.first else ""
    if name.first != name.last or len(word) < 3 or not word.isalpha() or tokens.words[name.first].isupper():
        return False
    if before in lists.articles or word in lists.titles or word in lists.roles or word in lists.calendar:
        return False
    if before.isdigit() or word.endswith(tuple(lists.group_endings)):
        return False  # "36 Islamists died"
    return name.first == 0 or not tokens.capital[name.first - 1] or before in lists.openers


def _signs(tokens: Tokens, at: int, lists: PeopleWords) -> list[tuple[str, int]]:
    """What shows at one place that a word is somebody's name, and how much it weighs."""
    after = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
    if tokens.possessive[at]:
        return [("owner", _ENOUGH)] if after in lists.of_somebody else []
    found = []
    if after in lists.lone_deeds or _suffers(tokens, at, lists) or _is_told_what(tokens, at, lists):
        found.append(("life", _ENOUGH))
    if at > 1 and tokens.lower[at - 1] == "of" and tokens.lower[at - 2] in lists.of_somebody:
        found.append(("owner", _ENOUGH))
    if at > 1 and tokens.lower[at - 1] == "," and tokens.lower[at - 2] in lists.relatives and after in (",", "."):
        found.append(("relative", _ENOUGH))
    if after in lists.lone_acts:
        found.append((after, 1))
    if after == "," and at + 2 < len(tokens) and tokens.lower[at + 2] in ("who", "whom"):
        found.append(("who", 1))
    return found


def _suffers(tokens: Tokens, at: int, lists: PeopleWords) -> bool:
    """Whether what only people suffer follows: "was murdered", "had been born", "was elected chairman"."""
    place = at + 1
    while place < min(at + _BEING, len(tokens)) and tokens.lower[place] in lists.being:
        place += 1
    if not at + 1 < place < len(tokens):
        return False
    verb, after = tokens.lower[place], tokens.lower[place + 1] if place + 1 < len(tokens) else ""
    return verb in lists.lone_fates or (verb in lists.fates and fold(after) in lists.titles)


def _is_told_what(tokens: Tokens, at: int, lists: PeopleWords) -> bool:
    """Whether it is said what only a person is: "was a great general", ", the general of Carthage,"."""
    if at + 2 >= len(tokens) or tokens.lower[at + 2] not in lists.articles:
        return False
    if tokens.words[at + 1] != "," and tokens.lower[at + 1] not in lists.being:
        return False
    words = [fold(word) for word in tokens.lower[at + 3 : at + 3 + _BEING]]
    role = next((place for place, word in enumerate(words) if word in lists.lone_roles), None)
    if role is None or tokens.lower[at].endswith(("ed", "ing")):
        return False  # "Alarmed, the Roman consul fled"
    return all(word.isalpha() and word not in lists.articles for word in words[:role])


def _places_and_bodies(tokens: Tokens, words: Collection[str], lists: PeopleWords) -> set[str]:
    """Those of some words that are a place or a part of another name anywhere in the text, or stand in small letters."""
    found = set()
    for at, lower in enumerate(tokens.lower):
        word = fold(lower)
        if word not in words:
            continue
        before = tokens.lower[at - 1] if at else ""
        after = fold(tokens.lower[at + 1]) if at + 1 < len(tokens) else ""
        joined = after in lists.not_people and tokens.capital[at + 1] and not tokens.possessive[at]
        if not tokens.capital[at] or before in lists.place_words or before in lists.articles or joined:
            found.add(word)
    return found
