"""Accounts that a reader says tell one event, or two, laid on what was found by comparing them.

Of two decisions that cannot both hold the later counts: one event of three accounts has no two of them apart. Where an event
is parted, its other accounts stay with the part that they fit best.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from loaders.decisions.records import TIES, Decision
from loaders.tables.schema import BY_READER, stable_id

SAID = {"same": f"{BY_READER}: one event", "apart": f"{BY_READER}: two events"}
"""Reasons of links between accounts that were decided on."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One account and others, which are of its event ("same") or not ("apart"), by their mention_id."""

    does: str
    one: str
    others: tuple[str, ...]


class Account(NamedTuple):
    """An account as far as it names its event."""

    mention_id: str
    event_id: str
    length: int
    """Days that are possible."""
    published: int
    """The day of its document; far ahead where that is not known."""


Link = tuple[str, str, float]
"""Two accounts that were joined, and how well they fit."""


def find_ties(decisions: Iterable[Decision], found: Mapping[str, str]) -> tuple[Tie, ...]:
    """What decisions say of accounts, in their order; `found` is "decision_id:place" -> mention_id; 0 is the first."""
    ties = []
    for decision in decisions:
        if decision.field not in TIES:
            continue
        places = (found.get(f"{decision.decision_id}:{place}") for place in range(1, len(decision.new) + 1))
        one, others = found.get(f"{decision.decision_id}:0"), tuple(other for other in places if other)
        if one and others:
            ties.append(Tie(decision.field, one, others))
    return tuple(ties)


def tied_by(ties: Iterable[Tie]) -> set[str]:
    """All accounts that something is said of."""
    return {mention_id for tie in ties for mention_id in (tie.one, *tie.others)}


def regroup(accounts: Sequence[Account], links: Iterable[Link], ties: Sequence[Tie]) -> dict[str, str]:
    """mention_id -> the event_id that it has by what a reader says; `accounts` are all those of the events that are tied.

    An event of other accounts than before is named as all events are: by its most exact account, of equal ones the first.
    """
    groups = _Groups(accounts)
    groups.take(ties)
    of_one = {account.mention_id: account.event_id for account in accounts}
    for one, other, _ in sorted(links, key=lambda link: (-link[2], link[0], link[1])):
        if of_one.get(one) is not None and of_one.get(one) == of_one.get(other):
            groups.join(one, other)
    groups.join_rest(accounts)
    return groups.named(accounts)


class _Groups:
    """Accounts that are of one event, while they are joined; those that are kept apart never are."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        self.head = {account.mention_id: account.mention_id for account in accounts}
        self.members = {one: [one] for one in self.head}
        self.foes: dict[str, set[str]] = {one: set() for one in self.head}

    def take(self, ties: Sequence[Tie]) -> None:
        """What is said, the last first: what does not go with that is passed over."""
        for tie in reversed(ties):
            for other in tie.others:
                if tie.one not in self.head or other not in self.head or tie.one == other:
                    continue
                if tie.does == "same":
                    self.join(tie.one, other)
                elif self.head[tie.one] != self.head[other]:
                    self.foes[self.head[tie.one]].add(other)
                    self.foes[self.head[other]].add(tie.one)

    def join(self, one: str, other: str) -> bool:
        first, second = self.head[one], self.head[other]
        if first == second or self._are_apart(first, second):
            return first == second
        if len(self.members[first]) < len(self.members[second]):
            first, second = second, first
        for mention_id in self.members[second]:
            self.head[mention_id] = first
        self.members[first] += self.members.pop(second)
        self.foes[first] |= self.foes.pop(second)
        return True

    def _are_apart(self, first: str, second: str) -> bool:
        return any(self.head[foe] == second for foe in self.foes[first])

    def join_rest(self, accounts: Iterable[Account]) -> None:
        """Accounts of one event that no link holds together: each to the largest part that nothing keeps it from."""
        by_event: dict[str, list[str]] = {}
        for account in accounts:
            by_event.setdefault(account.event_id, []).append(account.mention_id)
        for event_id in sorted(by_event):
            heads = sorted({self.head[one] for one in by_event[event_id]})
            heads.sort(key=lambda head: (-len(self.members[head]), min(self.members[head])))
            kept = heads[:1]
            for head in heads[1:]:
                if not any(self.join(one, head) for one in kept):
                    kept.append(head)

    def named(self, accounts: Iterable[Account]) -> dict[str, str]:
        known = {account.mention_id: account for account in accounts}
        before: dict[str, set[str]] = {}
        for account in known.values():
            before.setdefault(account.event_id, set()).add(account.mention_id)
        ids: dict[str, str] = {}
        for members in self.members.values():
            was = known[members[0]].event_id
            if before[was] != set(members):
                first = min(
                    (known[one] for one in members), key=lambda one: (one.length, one.published, one.mention_id)
                )
                was = stable_id("event", first.mention_id)
            ids |= dict.fromkeys(members, was)
        return ids
