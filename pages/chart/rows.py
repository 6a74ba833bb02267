"""Rows within a lane: what would touch has a row each, as far as there are rows."""

from __future__ import annotations

from bisect import bisect, bisect_left, insort
from math import inf

GAP = 6
"""Pixels between two things in a row."""

Box = tuple[float, float]
"""Left and right end of what is placed, in pixels."""


class Rows:
    """The rows of one lane, and what has been placed in them."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._taken: list[list[Box]] = []

    def __len__(self) -> int:
        return len(self._taken)

    def place(self, box: Box) -> int | None:
        """The first row where a box touches nothing, taken for it; None where there is none.

        >>> rows = Rows(most=2)
        >>> [rows.place(box) for box in ((0, 10), (20, 30), (5, 15), (8, 12))]
        [0, 0, 1, None]
        """
        room = next(iter(self.rooms(box)), None)
        if room is not None:
            self.put(room[0], box)
        return room and room[0]

    def rooms(self, box: Box) -> list[tuple[int, float, float]]:
        """The rows where a box touches nothing, and from where to where nothing else is in them; an empty one is the last.

        What is wider than the box has room in no other row.
        """
        found = []
        for row, others in enumerate(self._taken):
            place = bisect(others, box)
            low = others[place - 1][1] + GAP if place else -inf
            high = others[place][0] if place < len(others) else inf
            if fits(box, low, high):
                found.append((row, low, high))
        if len(self._taken) < self.most:
            found.append((len(self._taken), -inf, inf))
        return found

    def put(self, row: int, box: Box) -> None:
        """Take room for a box in a row that `rooms` named."""
        if row == len(self._taken):
            self._taken.append([])
        insort(self._taken[row], box)

    def room_beside(self, row: int, box: Box) -> tuple[float, float]:
        """From where to where nothing but this box is in its row."""
        others = self._taken[row]
        place = bisect_left(others, box)
        low = others[place - 1][1] + GAP if place else -inf
        return low, others[place + 1][0] if place + 1 < len(others) else inf

    def widen(self, row: int, box: Box, wider: Box) -> bool:
        """Give something in a row more room, where nothing else is; whether there was."""
        if not fits(wider, *self.room_beside(row, box)):
            return False
        others = self._taken[row]
        others[bisect_left(others, box)] = wider
        return True


def fits(box: Box, low: float, high: float) -> bool:
    """Whether there is room for a box between two others."""
    return low <= box[0] and box[1] + GAP <= high
