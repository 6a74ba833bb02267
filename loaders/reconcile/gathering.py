"""Events of one story drawn together: the best pairs first, and only where the parts fit each other.

A part must fit most of what it is joined to, and not only its neighbour (average linkage); all exact days of an event lie near
each other; and what one document tells apart stays apart.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pandas as pd

from loaders.reconcile.accounts import Accounts, Numbers

PART = 0.34
"""So many of the pairs between two parts must fit."""
SPAN = 3
"""Days between the first and the last exact day of an event that is drawn together."""
EXACT = 2
"""Accounts of so many days and less are exact."""


class _Parts:
    """The parts of events while they are joined, and how many pairs fit between each two."""

    def __init__(self, accounts: Accounts, event: Numbers, pairs: pd.DataFrame) -> None:
        self.accounts = accounts
        self.part = event.copy()
        self.members: dict[int, list[int]] = {}
        inside = np.unique(event[np.concatenate([pairs["left"].to_numpy(), pairs["right"].to_numpy()])])
        for row in np.flatnonzero(np.isin(event, inside)):
            self.members.setdefault(int(event[row]), []).append(int(row))
        self.fitting: defaultdict[int, defaultdict[int, int]] = defaultdict(lambda: defaultdict(int))
        for left, right in zip(event[pairs["left"]].tolist(), event[pairs["right"]].tolist(), strict=True):
            if left != right:
                self.fitting[left][right] += 1
                self.fitting[right][left] += 1

    def can_join(self, one: int, two: int) -> bool:
        first, second = self.members[one], self.members[two]
        if self.fitting[one].get(two, 0) < PART * len(first) * len(second):
            return False
        return self._in_one_window([*first, *second]) and not self._told_apart(first, second)

    def _in_one_window(self, rows: list[int]) -> bool:
        exact = [row for row in rows if self.accounts.length[row] <= EXACT]
        if not exact:
            return True
        return bool(self.accounts.last[exact].max() - self.accounts.first[exact].min() <= SPAN)

    def _told_apart(self, first: list[int], second: list[int]) -> bool:
        """Whether one document has an account of both."""
        return not {int(self.accounts.document[row]) for row in first}.isdisjoint(
            int(self.accounts.document[row]) for row in second
        )

    def join(self, one: int, two: int) -> None:
        if len(self.members[one]) < len(self.members[two]):
            one, two = two, one
        self.part[self.members[two]] = one
        self.members[one] += self.members.pop(two)
        for other, times in self.fitting.pop(two, {}).items():
            self.fitting[other].pop(two, None)
            if other != one:
                self.fitting[one][other] += times
                self.fitting[other][one] = self.fitting[one][other]


def draw_together(accounts: Accounts, event: Numbers, pairs: pd.DataFrame) -> Numbers:
    """The events after the pairs that fit are joined, best first; each is named by its lowest row."""
    if pairs.empty:
        return event
    parts = _Parts(accounts, event, pairs)
    ordered = pairs.sort_values(["fit", "left", "right"], ascending=[False, True, True])
    for left, right in zip(ordered["left"].tolist(), ordered["right"].tolist(), strict=True):
        one, two = int(parts.part[left]), int(parts.part[right])
        if one != two and parts.can_join(one, two):
            parts.join(one, two)
    for rows in parts.members.values():
        parts.part[rows] = min(rows)
    return parts.part
