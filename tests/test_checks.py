"""Rows drawn at random and judged: what is kept, what it comes to, and how sure that is."""

from __future__ import annotations

import math

import pytest

from loaders.checks import NAME, answer, begin, count, read_checks, share

WHEN = "2026-11-28T10:05:00"
EVENTS = [f"e{number}" for number in range(300)]

BOUNDS = [
    # right, of, Wilson's bounds for 95 % in per cent
    (0, 0, 0, 100),
    (0, 20, 0, 16),
    (10, 20, 30, 70),
    (17, 20, 64, 95),
    (20, 20, 84, 100),
    (850, 1000, 83, 87),
]


@pytest.mark.parametrize(("right", "of", "low", "high"), BOUNDS)
def test_a_share_has_its_margin(right, of, low, high):
    found = share(right, of)
    assert (round(100 * found.low), round(100 * found.high)) == (low, high)
    assert math.isnan(found.value) if not of else found.value == right / of


def test_what_is_judged_is_read_again(tmp_path):
    check_id = begin(tmp_path, EVENTS, ["d1", "d2"], WHEN)
    [check] = read_checks(tmp_path)
    assert len(set(check.events)) == 20 and set(check.events) <= set(EVENTS)
    assert (set(check.documents), check.n_events, check.n_documents) == ({"d1", "d2"}, 300, 2)
    for place, event_id in enumerate(check.events):
        answer(tmp_path, check_id, event_id, place > 2)
    answer(tmp_path, check_id, check.events[0], None)
    answer(tmp_path, check_id, check.events[1], True)
    answer(tmp_path, check_id, "another", True)
    count(tmp_path, check_id, "d1", 8, 2)
    count(tmp_path, check_id, "d1", 9, 3)
    [check] = read_checks(tmp_path)
    assert (check.precision().right, check.precision().of) == (18, 19)
    assert (check.recall().right, check.recall().of) == (9, 12)


def test_few_rows_are_all_drawn_and_drawings_differ(tmp_path):
    begin(tmp_path, EVENTS[:3], [], WHEN)
    begin(tmp_path, EVENTS, ["d1"], WHEN)
    begin(tmp_path, EVENTS, ["d1"], "2026-11-28T10:06:00")
    first, second, third = read_checks(tmp_path)
    assert set(first.events) == set(EVENTS[:3]) and first.documents == ()
    assert set(second.events) != set(third.events)


@pytest.mark.parametrize(
    "line", [b"{", b"\xff\xfe", b"[1]", b'{"version": 2, "does": "draw"}', b'{"version": 1, "does": "draw"}']
)
def test_lines_that_say_nothing_are_passed_over(tmp_path, line):
    (tmp_path / NAME).write_bytes(line)
    check_id = begin(tmp_path, EVENTS, ["d1"], WHEN)
    with (tmp_path / NAME).open("ab") as file:
        file.write(line)
    count(tmp_path, check_id, "d1", 1, -1)
    answer(tmp_path, check_id, read_checks(tmp_path)[0].events[0], True)
    [check] = read_checks(tmp_path)
    assert (check.precision().of, check.read) == (1, {})


def test_no_check_is_none(tmp_path):
    assert read_checks(tmp_path / "nowhere") == []
