"""What is placed in one row never touches, and nothing is placed beyond the last row."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.chart.rows import GAP, Rows

BOXES = st.lists(st.tuples(st.integers(0, 400), st.integers(10, 120)), max_size=40).map(
    lambda pairs: [(float(left), float(left + width)) for left, width in pairs]
)


@pytest.mark.parametrize(
    ("boxes", "rows"),
    [
        ([], []),
        ([(0, 10)], [0]),
        ([(0, 10), (20, 30), (40, 50)], [0, 0, 0]),
        ([(0, 10), (5, 15), (10, 20)], [0, 1, 2]),
        ([(0, 10), (5, 15), (20, 30)], [0, 1, 0]),
        ([(0, 10), (1, 11), (2, 12), (3, 13)], [0, 1, 2, None]),
    ],
)
def test_each_has_the_first_row_that_is_free(boxes, rows):
    lane = Rows(most=3)
    assert [lane.place(box) for box in boxes] == rows
    assert len(lane) == max((row + 1 for row in rows if row is not None), default=0)


def test_more_room_is_given_only_where_there_is_some():
    lane = Rows(most=1)
    assert [lane.place(box) for box in ((0, 10), (100, 110))] == [0, 0]
    assert not lane.widen(0, (0, 10), (0, 98))
    assert lane.widen(0, (0, 10), (0, 90))
    assert lane.place((60, 80)) is None


@given(boxes=BOXES, most=st.integers(1, 6))
def test_nothing_touches(boxes, most):
    lane = Rows(most)
    placed = [(lane.place(box), box) for box in boxes]
    assert len(lane) <= most
    for (row, box), (other_row, other) in itertools.combinations([one for one in placed if one[0] is not None], 2):
        if row == other_row:
            assert box[1] + GAP <= other[0] or other[1] + GAP <= box[0]
