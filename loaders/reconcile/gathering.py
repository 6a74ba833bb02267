"""Events of one story drawn together: the likeliest parts first, each as one whole with the other.

Two parts are one event where, on the average of all pairs of their accounts, that is likelier than not (average linkage), and
where two documents say so: what a document tells as two happenings is only one where two others tie them. All
exact days of an event lie near each other.
"""

from __future__ import annotations

import heapq
from collections import defaultdict

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from loaders.reconcile.accounts import Accounts, Numbers
from loaders.reconcile.retellings import UNLIKELY

SPAN = 3
"""Days between the first and the last exact day of an event that is drawn together."""
LATE = 7
"""An account with no time in its words, which has that of the publication, may come so many days later."""
EXACT = 2
"""Accounts of so many days and less are exact."""
TIED = 3
"""What one document tells as two happenings is one only where so many documents tell of them."""

_Between = tuple[int, int, bool]
"""The sum of the odds of the pairs between two parts, how many these are, and whether two documents make one of them likely."""
NOTHING: _Between = (0, 0, False)


def draw_together(accounts: Accounts, event: Numbers, pairs: pd.DataFrame) -> Numbers:
    """The events after the parts that fit are joined, likeliest first; each is named by its lowest row."""
    likely = pairs["apart"].to_numpy(bool) & (pairs["odds"] > 0).to_numpy()
    if not likely.any():
        return event
    parts = _Parts(accounts, event, _in_reach(event, pairs, likely))
    while (next_two := parts.likeliest()) is not None:
        if parts.lie_near(*next_two) and parts.are_tied(*next_two):
            parts.join(*next_two)
    for rows in parts.members.values():
        parts.part[rows] = min(rows)
    return parts.part


def _in_reach(event: Numbers, pairs: pd.DataFrame, likely: np.ndarray) -> pd.DataFrame:
    """The pairs between parts that likely pairs can bring together; no others are ever needed."""
    left, right = event[pairs["left"].to_numpy()], event[pairs["right"].to_numpy()]
    size = len(event)
    graph = sparse.coo_matrix((np.ones(int(likely.sum()), bool), (left[likely], right[likely])), shape=(size, size))
    _, group = connected_components(graph, directed=False)
    return pairs[(group[left] == group[right]) & (left != right)]


class _Parts:
    """The parts of events while they are joined, and what is known between each two."""

    def __init__(self, accounts: Accounts, event: Numbers, pairs: pd.DataFrame) -> None:
        self.accounts = accounts
        self.part = event.copy()
        self.members: dict[int, list[int]] = {}
        left, right = event[pairs["left"].to_numpy()].tolist(), event[pairs["right"].to_numpy()].tolist()
        for row in np.flatnonzero(np.isin(event, np.unique([left, right]))):
            self.members.setdefault(int(event[row]), []).append(int(row))
        self.between: defaultdict[int, dict[int, _Between]] = defaultdict(dict)
        for one, two, odds, apart in zip(left, right, pairs["odds"].tolist(), pairs["apart"].tolist(), strict=True):
            self._add(one, two, (odds, 1, apart and odds > 0))
        self.waiting: list[tuple[float, int, int]] = [
            (-self._odds(one, two), one, two) for one in self.between for two in self.between[one] if one < two
        ]
        heapq.heapify(self.waiting)

    def likeliest(self) -> tuple[int, int] | None:
        """The two parts that are likeliest one event; None where none are likelier than not. Each two are given once."""
        while self.waiting and self.waiting[0][0] < 0:
            odds, one, two = heapq.heappop(self.waiting)
            if two in self.between[one] and -self._odds(one, two) == odds:
                return one, two
        return None

    def lie_near(self, one: int, two: int) -> bool:
        exact = [row for part in (one, two) for row in self.members[part] if self.accounts.length[row] <= EXACT]
        dated = [row for row in exact if self.accounts.dated[row]]
        return self._span(dated) <= SPAN and self._span(exact) <= LATE

    def _span(self, rows: list[int]) -> int:
        return int(self.accounts.last[rows].max() - self.accounts.first[rows].min()) if rows else 0

    def are_tied(self, one: int, two: int) -> bool:
        """Whether no document tells both, or so many documents tell them that it says one thing twice."""
        first, second = ({int(self.accounts.document[row]) for row in self.members[part]} for part in (one, two))
        return first.isdisjoint(second) or len(first | second) >= TIED

    def join(self, one: int, two: int) -> None:
        self.members[one] += self.members.pop(two)
        for other, known in self.between.pop(two).items():
            del self.between[other][two]
            if other != one:
                self._add(one, other, known)
        for other in self.between[one]:
            heapq.heappush(self.waiting, (-self._odds(one, other), min(one, other), max(one, other)))

    def _add(self, one: int, two: int, more: _Between) -> None:
        total, count, is_likely = self.between[one].get(two, NOTHING)
        self.between[one][two] = self.between[two][one] = (total + more[0], count + more[1], is_likely or more[2])

    def _odds(self, one: int, two: int) -> float:
        """The mean over all pairs; those that are not known count as unlikely."""
        total, count, is_likely = self.between[one][two]
        if not is_likely:
            return UNLIKELY
        pairs = len(self.members[one]) * len(self.members[two])
        return (total + UNLIKELY * (pairs - count)) / pairs
