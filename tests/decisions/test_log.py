"""The log: what is written is read again, by however many write; whatever else stands in it is named and passed over."""

from __future__ import annotations

import json
import multiprocessing
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.decisions.lines import from_line, to_line
from loaders.decisions.log import NAME, LogError, decide, read_log, turn
from loaders.decisions.records import Target, Turn, Wish
from loaders.decisions.standing import find_standing
from loaders.decisions.targets import LineError

WHEN = "2026-11-28T10:05:00"
PAPER = Target("document", "d1", "papers/talks.txt", "00ff", "Talks in Kelna")
TALKS = Target(
    "event",
    "d1",
    "papers/talks.txt",
    "00ff",
    "Ruiz and Lund meet",
    "m1",
    "They met.",
    "On Friday. ",
    " “Fine,”",
    11,
    20,
)
DAY = {"date": "2023-03-02", "start": "2023-03-02T00:00:00", "end": "2023-03-03T00:00:00", "precision": "day"}


def test_what_is_written_is_read_again(tmp_path):
    made = decide(
        tmp_path, [Wish(PAPER, "title", "Talks", "Talks\u2028 in “Kelna”"), Wish(TALKS, "date", None, DAY)], WHEN
    )
    undone = turn(tmp_path, "undo", made[0].step, WHEN)
    log = read_log(tmp_path)
    assert [one.target for one in log.decisions] == [PAPER, TALKS]
    assert (log.decisions[0], log.turns, log.passed) == (made[0], [undone], ())
    assert {one.step for one in made} == {made[0].decision_id}


ROW = {
    "version": 1,
    "id": "a",
    "step": "a",
    "when": WHEN,
    "why": "",
    "does": "decide",
    "target": {"kind": "document", "source": {"id": "d1", "path": "", "sha256": ""}},
    "field": "title",
    "old": "",
    "new": "Talks",
}
EVENT = {
    "kind": "event",
    "source": {"id": "d1"},
    "selector": [{"type": "TextQuoteSelector", "exact": "They met.", "prefix": "", "suffix": ""}],
}
PASSAGE = EVENT | {"kind": "passage"}
HOSTILE = [
    ("{", "not JSON"),
    ("[1]", "no JSON object"),
    ("null", "no JSON object"),
    ("\x00\x00", "not JSON"),
    ("[" * 50_000, "not JSON"),
    (json.dumps(ROW)[:-20], "not JSON"),
    (json.dumps(ROW).replace('"old": ""', '"old": NaN'), "not JSON"),
    (json.dumps(ROW | {"new": "\ud800"}), "not JSON"),
    (json.dumps(ROW | {"version": 2}), "a later version"),
    (json.dumps(ROW | {"version": "1"}), "names no version"),
    (json.dumps(ROW | {"version": True}), "names no version"),
    (json.dumps(ROW | {"does": "drop"}), "neither"),
    (json.dumps(ROW | {"id": ""}), "no “id”"),
    (json.dumps(ROW | {"when": "yesterday"}), "a time"),
    (json.dumps(ROW | {"field": "text"}), "nothing called “text”"),
    (json.dumps(ROW | {"new": ""}), "no “title”"),
    (json.dumps(ROW | {"new": "x" * 3_000}), "longer"),
    (json.dumps(ROW | {"target": []}), "what it is about"),
    (json.dumps(ROW | {"target": EVENT | {"selector": "x"}, "field": "kind"}), "quotes no words"),
    (json.dumps(ROW | {"target": EVENT, "field": "date", "new": "2023"}), "its date is none"),
    (json.dumps(ROW | {"target": EVENT, "field": "date", "new": DAY | {"end": DAY["start"]}}), "its date is none"),
    (
        json.dumps(ROW | {"target": EVENT, "field": "date", "new": DAY | {"start": "2023-03-02T00:00:00Z"}}),
        "its date is none",
    ),
    (json.dumps(ROW | {"target": EVENT, "field": "date", "new": DAY | {"precision": "aeon"}}), "its date is none"),
    (
        json.dumps(ROW | {"target": EVENT, "field": "who", "new": {"add": [{"id": "a"}], "remove": []}}),
        "no name and kind",
    ),
    (json.dumps(ROW | {"target": EVENT, "field": "who", "new": {"add": [], "remove": []}}), "who is added"),
    (json.dumps(ROW | {"target": EVENT, "field": "same", "new": []}), "with what"),
    (json.dumps(ROW | {"target": EVENT, "field": "apart", "new": [{"kind": "event"}]}), "names no document"),
    (json.dumps(ROW | {"target": EVENT, "field": "same", "new": [ROW["target"]]}), "not of events"),
    (json.dumps(ROW | {"target": EVENT, "field": "star", "new": 1}), "a star is"),
    (json.dumps(ROW | {"target": EVENT, "field": "differ", "new": {"about": "date", "state": "?"}}), "what became"),
    (json.dumps(ROW | {"target": {"kind": "person"}, "field": "hidden", "new": True}), "no “row”"),
    (json.dumps(ROW | {"target": {"kind": "person", "row": "a"}, "field": "person", "new": {}}), "who it is"),
    (json.dumps(ROW | {"target": EVENT, "field": "hidden", "new": "yes"}), "it is so or it is not"),
    (json.dumps(ROW | {"target": EVENT, "field": "weight", "new": True}), "its weight is no number"),
    (json.dumps(ROW | {"target": EVENT, "field": "weight", "new": 7}), "its weight is no number"),
    (json.dumps(ROW | {"target": EVENT, "field": "topics", "new": {"add": [], "remove": []}}), "which topics"),
    (json.dumps(ROW | {"target": PASSAGE, "field": "event", "new": DAY}), "no “title”"),
    (json.dumps(ROW | {"target": PASSAGE, "field": "event", "new": {"title": "They met"}}), "no “date”"),
    (json.dumps(ROW | {"target": PASSAGE, "field": "quote", "new": {"people": [{"id": "a"}]}}), "no name and kind"),
    (json.dumps(ROW | {"target": PASSAGE, "field": "quote", "new": []}), "who said it"),
]


@pytest.mark.parametrize(("words", "why"), HOSTILE, ids=[why for _, why in HOSTILE])
def test_a_line_that_says_nothing_is_named_and_those_around_it_count(tmp_path, words, why):
    good = [json.dumps(ROW | {"id": one, "step": one}) for one in ("before", "after")]
    (tmp_path / NAME).write_bytes("\n".join([good[0], words, good[1], ""]).encode("utf-8", "surrogatepass"))
    log = read_log(tmp_path)
    assert [one.decision_id for one in log.decisions] == ["before", "after"]
    [passed] = log.passed
    assert passed.line == 2 and why in passed.why


def test_bytes_that_are_no_text_blank_lines_and_lines_without_end(tmp_path):
    row = json.dumps(ROW).encode()
    (tmp_path / NAME).write_bytes(b"\xef\xbb\xbf" + row + b"\r\n\n\xff\xfe\n" + b"x" * 1_000_000 + b"\n" + row + b"\n")
    log = read_log(tmp_path)
    assert len(log.decisions) == 1
    assert [(one.line, one.why.split(":")[0]) for one in log.passed] == [
        (3, "it is not UTF-8"),
        (4, "it is longer than 200,000 bytes"),
        (5, "a line before it has the same id"),
    ]


@pytest.mark.parametrize("cut", [1, 2, 40, 200])
def test_killed_in_the_middle_of_a_line_only_that_one_is_lost(tmp_path, cut):
    decide(tmp_path, [Wish(PAPER, "title", "", "One")], WHEN)
    decide(tmp_path, [Wish(PAPER, "title", "", "Two")], WHEN)
    whole = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(whole[:-cut])
    assert [one.new for one in read_log(tmp_path).decisions] == ["One"]
    assert len(read_log(tmp_path).passed) == 1
    decide(tmp_path, [Wish(PAPER, "title", "", "Three")], WHEN)
    assert [one.new for one in read_log(tmp_path).decisions][-1] == "Three"
    assert (tmp_path / NAME).read_bytes().startswith(whole[:-cut])


def write_many(folder: str, name: str) -> None:
    from pathlib import Path

    for number in range(20):
        decide(Path(folder), [Wish(PAPER, "title", "", f"{name} {number}"), Wish(PAPER, "publisher", "", name)], WHEN)


def test_two_who_write_at_once_lose_nothing(tmp_path):
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=write_many, args=(str(tmp_path), name)) for name in ("left", "right")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    log = read_log(tmp_path)
    assert log.passed == ()
    assert len(log.decisions) == 80
    assert len({one.step for one in log.decisions}) == 40
    # what was saved in one go stays together
    assert all(log.decisions[i].step == log.decisions[i + 1].step for i in range(0, 80, 2))


def test_what_cannot_be_written_is_said(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    with pytest.raises(LogError, match="could not be saved"):
        decide(tmp_path / "file", [Wish(PAPER, "title", "", "x")], WHEN)
    with pytest.raises(LineError):
        decide(tmp_path, [Wish(PAPER, "title", "", "")], WHEN)
    assert read_log(tmp_path).entries == ()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LogError, match="No space left"):
        decide(tmp_path, [Wish(PAPER, "title", "", "x")], WHEN)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda one: st.lists(one) | st.dictionaries(st.text(), one),
    )
)
@settings(max_examples=20, deadline=None)
def test_any_json_is_an_entry_or_an_error(value):
    for words in (json.dumps(value), json.dumps(ROW | {"new": value}), json.dumps(ROW | {"target": value})):
        try:
            entry = from_line(words)
        except LineError:
            continue
        assert from_line(to_line(entry)) == entry


def test_what_stands_after_undo_and_redo(tmp_path):
    one, two = (decide(tmp_path, [Wish(PAPER, "title", "", words)], WHEN)[0].step for words in ("One", "Two"))

    def now() -> tuple[list[str], str | None, str | None]:
        standing = find_standing(read_log(tmp_path))
        return [decision.new for decision in standing.decisions], standing.next_undo, standing.next_redo

    assert now() == (["One", "Two"], two, None)
    turn(tmp_path, "undo", one, WHEN)
    assert now() == (["Two"], two, one)
    turn(tmp_path, "undo", one, WHEN)
    turn(tmp_path, "undo", "nobody", WHEN)
    turn(tmp_path, "undo", two, WHEN)
    assert now() == ([], None, two)
    turn(tmp_path, "redo", one, WHEN)
    # in the order in which they were made, not in which they were put back
    assert now() == (["One"], one, two)
    three = decide(tmp_path, [Wish(PAPER, "title", "", "Three")], WHEN)[0].step
    assert now() == (["One", "Three"], three, None)
    assert isinstance(read_log(tmp_path).entries[2], Turn)
