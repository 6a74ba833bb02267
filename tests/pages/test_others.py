"""Two readers at once: nothing is lost, both are told, and of one field the later change counts."""

from __future__ import annotations

import pytest

from loaders.decisions.log import decide, read_since, size_of, turn
from loaders.decisions.records import Target, Wish
from pages.shared.others import say_others

WHEN = "2026-11-28T10:05:00"
PAPER = Target("document", "d1", "a.txt", "", "A paper")
OTHER = Target("document", "d2", "b.txt", "", "Another paper")


@pytest.mark.parametrize(
    ("saves", "said"),
    [
        ([("me", PAPER, "title")], []),
        ([("other", OTHER, "title")], ["Another reader saved 1 change: “Another paper”. See History."]),
        (
            [("me", PAPER, "title"), ("other", PAPER, "title")],
            [
                "Another reader saved 1 change: “A paper”. See History.",
                "You and another reader both changed the title of “A paper”. Theirs came later, and counts; both stand on History.",
            ],
        ),
        (
            [("other", PAPER, "title"), ("me", PAPER, "title")],
            [
                "Another reader saved 1 change: “A paper”. See History.",
                "You and another reader both changed the title of “A paper”. Yours came later, and counts; both stand on History.",
            ],
        ),
        (
            [("me", PAPER, "title"), ("other", PAPER, "publisher")],
            ["Another reader saved 1 change: “A paper”. See History."],
        ),
    ],
)
def test_what_a_reader_is_told(tmp_path, saves, said):
    decide(tmp_path, [Wish(PAPER, "title", "", "Long ago")], WHEN)
    before, mine = size_of(tmp_path), set()
    for number, (who, target, field) in enumerate(saves):
        [made] = decide(tmp_path, [Wish(target, field, "", f"{who} {number}")], WHEN)
        mine |= {made.step} if who == "me" else set()
    assert say_others(read_since(tmp_path, before), mine) == said


def test_what_another_takes_back_is_told(tmp_path):
    step = decide(tmp_path, [Wish(PAPER, "title", "", "One")], WHEN)[0].step
    before = size_of(tmp_path)
    made = turn(tmp_path, "undo", step, WHEN)
    assert say_others(read_since(tmp_path, before), set()) == [
        "Another reader took back, or put back, 1 change. See History."
    ]
    assert say_others(read_since(tmp_path, before), {made.turn_id}) == []
