"""A map over processes of which one may die."""

from __future__ import annotations

import os
import signal

from loaders.processes import map_apart


def double(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def test_all_but_the_deadly_item_are_done_in_order():
    numbers = list(range(40))
    found = list(map_apart(double, numbers, workers=2, lost=lambda number: -number))
    assert found == [-13 if number == 13 else 2 * number for number in numbers]


def test_nothing_to_do():
    assert list(map_apart(double, [], workers=2, lost=abs)) == []
