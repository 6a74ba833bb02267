"""People whom only their company shows: of "Ola Berg, Ida Kvist and Tor Elgin" one is known to be a person, so all are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.extract.people.names import Name
from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import Tokens

_FEWEST, _MOST = 2, 3
"""So many words has the name of somebody whom only a list shows."""


def with_companions(
    names: Sequence[Name], known: Sequence[tuple[int, int]], tokens: Tokens, lists: PeopleWords
) -> list[Name]:
    """The names, those marked as people that stand in one list with a person; `known` are first and last tokens of leaders."""
    places: list[tuple[int, int, Name | None]] = [(name.first, name.last, name) for name in names]
    places += [(first, last, None) for first, last in known]
    places.sort(key=lambda place: place[:2])
    people: set[int] = set()
    for run in _runs(places, tokens, lists):
        if any(name is None or name.person for _, _, name in run):
            people.update(first for first, _, name in run if name is not None and _may_be_listed(name, tokens, lists))
    return [replace(name, person=True) if name.first in people else name for name in names]


def _runs(
    places: Sequence[tuple[int, int, Name | None]], tokens: Tokens, lists: PeopleWords
) -> Iterator[list[tuple[int, int, Name | None]]]:
    """Lists of names, joined by commas and at the end by a word such as "and"."""
    run: list[tuple[int, int, Name | None]] = []
    for place in places:
        between = tokens.lower[run[-1][1] + 1 : place[0]] if run else []
        joined = run and not tokens.possessive[run[-1][1]] and len(between) < 3
        if not joined or not between or any(word != "," and word not in lists.joints for word in between):
            run = [place]
            continue
        run.append(place)
        if between[-1] in lists.joints:
            yield run
            run = [place]


def _may_be_listed(name: Name, tokens: Tokens, lists: PeopleWords) -> bool:
    before = tokens.lower[name.first - 1] if name.first else ""
    words = [word for word in tokens.words[name.first : name.last + 1] if word.isalpha()]
    return _FEWEST <= len(words) <= _MOST and before not in lists.place_words and before not in lists.articles
