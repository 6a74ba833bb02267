"""Marks of one lane never touch, and those that have no row are counted in a crowd."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.chart.rows import CROWD, GAP, Rows, place_in_rows

MARKS = st.lists(st.tuples(st.integers(0, 400), st.integers(10, 120)), max_size=40).map(
    lambda pairs: sorted((float(left), float(left + width)) for left, width in pairs)
)


@pytest.mark.parametrize(
    ("boxes", "rows"),
    [
        ([], []),
        ([(0, 10)], [0]),
        ([(0, 10), (20, 30), (40, 50)], [0, 0, 0]),
        ([(0, 10), (5, 15), (10, 20)], [0, 1, 2]),
        ([(0, 10), (5, 15), (20, 30)], [0, 1, 0]),
    ],
)
def test_few_marks_have_the_first_row_that_is_free(boxes, rows):
    placed = place_in_rows(dict(enumerate(boxes)), range(len(boxes)), most=3)
    assert (list(placed.of_mark.values()), placed.crowds, placed.n) == (rows, [], max(rows, default=0) + 1)


def test_who_weighs_most_has_a_row_and_the_others_are_a_crowd():
    same_day = dict.fromkeys(range(6), (100.0, 116.0))
    placed = place_in_rows(same_day, [2, 3, 1, 4, 5, 0], most=3)
    assert (placed.of_mark[5], placed.of_mark[2]) == (0, 1)
    assert placed.crowds == [[0, 1, 3, 4]]


def test_one_that_is_left_over_by_itself_is_no_crowd():
    pairs = {0: (0.0, 16.0), 1: (2.0, 18.0), 2: (300.0, 316.0), 3: (302.0, 318.0)}
    assert place_in_rows(pairs, range(4), most=1).crowds == [[0, 1], [2, 3]]
    assert place_in_rows(pairs, range(4), most=2) == Rows({0: 0, 1: 1, 2: 0, 3: 1}, [], 2)


@given(boxes=MARKS, most=st.integers(2, 6))
def test_nothing_touches_and_nothing_is_lost(boxes, most):
    placed = place_in_rows(dict(enumerate(boxes)), range(len(boxes)), most)
    crowded = [index for crowd in placed.crowds for index in crowd]
    assert len(crowded) == len(set(crowded))
    assert placed.n <= most
    assert all(placed.of_mark[index] == most - 1 for index in crowded)
    alone = [index for index in range(len(boxes)) if placed.of_mark[index] < (most - 1 if placed.crowds else most)]
    for one, other in itertools.combinations(alone, 2):
        if placed.of_mark[one] == placed.of_mark[other] < most - 1:
            assert boxes[one][1] + GAP <= boxes[other][0] or boxes[other][1] + GAP <= boxes[one][0]
    middles = [sum(sum(boxes[index]) / 2 for index in crowd) / len(crowd) for crowd in placed.crowds]
    assert all(second - first >= CROWD - 1e-6 for first, second in itertools.pairwise(sorted(middles)))
