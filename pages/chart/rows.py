"""Rows within a lane: what would touch has a row each, as far as there are rows."""

from __future__ import annotations

from bisect import bisect, insort

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

    def place(self, box: Box, new: bool = True) -> int | None:
        """The first row where a box touches nothing, taken for it; None where there is none.

        >>> rows = Rows(most=2)
        >>> [rows.place(box) for box in ((0, 10), (20, 30), (5, 15), (8, 12))]
        [0, 0, 1, None]
        """
        row = next((row for row, others in enumerate(self._taken) if _has_room(others, box)), None)
        if row is None and new and len(self._taken) < self.most:
            row = len(self._taken)
            self._taken.append([])
        if row is not None:
            insort(self._taken[row], box)
        return row

    def widen(self, row: int, box: Box, wider: Box) -> bool:
        """Give something in a row more room, where nothing else is; whether there was."""
        others = self._taken[row]
        others.remove(box)
        fits = _has_room(others, wider)
        insort(others, wider if fits else box)
        return fits


def _has_room(others: list[Box], box: Box) -> bool:
    """Whether a box touches none of the others, which are in order and touch each other nowhere."""
    place = bisect(others, box)
    after_last = place == 0 or others[place - 1][1] + GAP <= box[0]
    return after_last and (place == len(others) or box[1] + GAP <= others[place][0])
