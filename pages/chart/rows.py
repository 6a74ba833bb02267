"""Rows within a lane: marks that would touch get a row each; where that takes too many, the others become crowds.

A crowd is one mark for several events that lie close together, with their number; who clicks it comes closer.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

GAP = 6
"""Pixels between two marks of a row."""
CROWD = 32
"""Pixels that a crowd takes."""

Box = tuple[float, float]
"""Left and right end of a mark, in pixels."""


@dataclass(frozen=True, slots=True)
class Rows:
    of_mark: dict[int, int]
    """The row of each mark; that of its crowd for one in a crowd."""
    crowds: list[list[int]]
    """The marks of each crowd, two at least."""
    n: int


def place_in_rows(boxes: Mapping[int, Box], ranks: Sequence[int], most: int) -> Rows:
    """Place marks, which come in order of time, in at most so many rows; the lowest rank has a row first."""
    in_time = _first_fit(boxes, boxes, most)
    if len(in_time) == len(boxes):
        return Rows(in_time, [], max(in_time.values(), default=0) + 1)
    rows = _first_fit(boxes, sorted(boxes, key=ranks.__getitem__), most - 1)
    crowds = _near_each_other({mark: boxes[mark] for mark in boxes if mark not in rows})
    return Rows({mark: rows.get(mark, most - 1) for mark in boxes}, [crowd for crowd in crowds if len(crowd) > 1], most)


def _first_fit(boxes: Mapping[int, Box], order: Iterable[int], most: int) -> dict[int, int]:
    """For each mark the first row where it touches nothing; those for which there is none are left out."""
    rows: dict[int, int] = {}
    taken: list[list[Box]] = []
    for mark in order:
        row = next((row for row, others in enumerate(taken) if _has_room(others, boxes[mark])), len(taken))
        if row < most:
            if row == len(taken):
                taken.append([])
            insort(taken[row], boxes[mark])
            rows[mark] = row
    return rows


def _has_room(others: list[Box], box: Box) -> bool:
    """Whether a box touches none of the others, which are in order and touch each other nowhere."""
    place = bisect(others, box)
    after_last = place == 0 or others[place - 1][1] + GAP <= box[0]
    return after_last and (place == len(others) or box[1] + GAP <= others[place][0])


def _near_each_other(boxes: Mapping[int, Box]) -> list[list[int]]:
    """The marks in groups whose middles are at least a crowd's width apart."""
    groups: list[list[int]] = []
    mean = 0.0
    for mark, box in sorted(boxes.items(), key=lambda item: sum(item[1])):
        middle = sum(box) / 2
        if groups and middle - mean < CROWD:
            mean += (middle - mean) / (len(groups[-1]) + 1)
            groups[-1].append(mark)
        else:
            groups.append([mark])
            mean = middle
    return groups
