"""Rows within a lane: marks that would touch get a row each; where that takes too many, the others become crowds.

A crowd is one mark for several events that lie close together, with their number; who clicks it comes closer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 6
"""Pixels between two marks of a row."""
CROWD = 32
"""Pixels that a crowd takes."""

Box = tuple[float, float]
"""Left and right end of a mark, in pixels."""


@dataclass(frozen=True, slots=True)
class Rows:
    of_mark: list[int]
    """The row of each mark, in the order given; that of its crowd for one in a crowd."""
    crowds: list[list[int]]
    """The marks of each crowd, two at least, by their place in the order given."""
    n: int


def place_in_rows(boxes: Sequence[Box], by_weight: Sequence[int], most: int) -> Rows:
    """Place marks, which come in order of time, in at most so many rows; `by_weight` says who has a row first."""
    in_time = _first_fit(boxes, range(len(boxes)), len(boxes))
    if max(in_time, default=0) < most:
        return Rows(in_time, [], max(in_time, default=0) + 1)
    rows = _first_fit(boxes, by_weight, most - 1)
    left_over = [index for index, row in enumerate(rows) if row < 0]
    crowds = _near_each_other(left_over, boxes)
    return Rows([most - 1 if row < 0 else row for row in rows], [crowd for crowd in crowds if len(crowd) > 1], most)


def _first_fit(boxes: Sequence[Box], order: Sequence[int], most: int) -> list[int]:
    """For each mark the first row where it touches nothing; -1 where there is none."""
    rows = [-1] * len(boxes)
    taken: list[list[Box]] = []
    for index in order:
        left, right = boxes[index]
        free = (
            row
            for row, others in enumerate(taken)
            if all(right + GAP <= first or last + GAP <= left for first, last in others)
        )
        row = next(free, len(taken))
        if row < most:
            if row == len(taken):
                taken.append([])
            taken[row].append(boxes[index])
            rows[index] = row
    return rows


def _near_each_other(marks: Sequence[int], boxes: Sequence[Box]) -> list[list[int]]:
    """The marks in groups whose middles are at least a crowd's width apart."""
    groups: list[list[int]] = []
    mean = 0.0
    for index in sorted(marks, key=lambda index: sum(boxes[index])):
        middle = sum(boxes[index]) / 2
        if groups and middle - mean < CROWD:
            mean += (middle - mean) / (len(groups[-1]) + 1)
            groups[-1].append(index)
        else:
            groups.append([index])
            mean = middle
    return groups
