"""Accounts that a reader says tell one event, or two: which events come of it."""

from __future__ import annotations

import pytest

from loaders.decisions.ties import Account, Tie, regroup


def accounts(words: str) -> list[Account]:
    """ "ab c" -> a and b of one event, c of another, named by its accounts."""
    return [Account(one, event, 1, place) for event in words.split() for place, one in enumerate(event)]


def same(one: str, *others: str) -> Tie:
    return Tie("same", one, others)


def apart(one: str, *others: str) -> Tie:
    return Tie("apart", one, others)


ROWS = [
    # events as they were compared, links that joined them, what a reader says (the last counts), the events then
    ("a b", "", [same("a", "b")], "ab"),
    ("ab cd", "ab cd", [same("b", "c")], "abcd"),
    ("ab", "ab", [apart("a", "b")], "a b"),
    ("abc", "ab bc", [apart("a", "c")], "ab c"),
    ("abc", "bc ab", [apart("a", "c")], "a bc"),
    ("abcd", "ab bc cd", [apart("a", "d", "c")], "ab cd"),
    # who leaves together stays together
    ("abcd", "ab bc cd da", [apart("a", "c", "d"), apart("b", "c", "d"), same("a", "b")], "ab cd"),
    # nothing links what is left: it stays with the larger part
    ("abcd", "ab", [apart("a", "c")], "abd c"),
    ("a b c", "", [same("a", "b"), same("b", "c")], "abc"),
    # the later counts
    ("ab", "ab", [apart("a", "b"), same("a", "b")], "ab"),
    ("a b", "", [same("a", "b"), apart("a", "b")], "a b"),
    ("a b c", "", [same("a", "b"), same("b", "c"), apart("a", "c")], "a bc"),
    ("a b c", "", [apart("a", "c"), same("a", "b"), same("b", "c")], "abc"),
    # somebody who is hidden, or of whom nothing is known, changes nothing
    ("ab", "ab", [apart("a", "x"), same("y", "b")], "ab"),
    ("ab", "ab", [same("a", "a"), apart("b", "b")], "ab"),
]


@pytest.mark.parametrize(("before", "links", "ties", "after"), ROWS)
def test_what_a_reader_says_of_accounts_holds(before, links, ties, after):
    joined = [(one, other, 1 - place / 100) for place, (one, other) in enumerate(links.split())]
    given = accounts(before)
    found = regroup(given, joined, ties)
    events: dict[str, set[str]] = {}
    for mention_id, event_id in found.items():
        events.setdefault(event_id, set()).add(mention_id)
    assert sorted("".join(sorted(one)) for one in events.values()) == sorted(after.split())
    # what is of the same accounts as before has the name that it had
    assert all(found[event[0]] == event for event in before.split() if event in after.split())
    assert regroup(given[::-1], joined[::-1], ties) == found
