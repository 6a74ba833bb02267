"""Several events changed at once: those that the filter shows, or some of them, in one step that is undone as one."""

from __future__ import annotations

import pytest

from loaders.decisions.log import read_log
from loaders.tables.store import read_tables
from pages.shared.several import make_wishes
from tests.pages.test_corrections import open_page, press, said, version

TEXTS = {
    "talks.txt": "Talks in Kelna\nMarch 4, 2023\n\nAna Ruiz and Bo Lund held talks in Kelna on Friday about the ferry.\n",
    "same.txt": "Ferry talks\nMarch 5, 2023\n\nBo Lund and Ana Ruiz held talks in Kelna on 3 March about the ferry.\n",
    "visit.txt": "A visit\n5 May 2023\n\nBo Lund visited Norvik on Thursday and opened the harbour there.\n",
}
NOTHING = {"kind": None, "weight": None, "add": [], "remove": [], "star": "", "why": ""}


def open_several(**fields):
    fields = {f"{name}:several": value for name, value in {"which": "all", **fields}.items()}
    return open_page(fields=fields, list="several", weight="all", view="2023-01..2023-12")


def test_all_that_is_shown_is_changed_and_undone_in_one_step(folder):
    before, n = version(folder), len(read_tables(folder)["events"])
    app = open_several(kind="visit", weight=0.2, add=["health"], star="star", why="of one kind here")
    assert f"All that are shown ({n})" in [option for group in app.button_group for option in group.options]
    press(app, f"Change {n} events")
    tables = read_tables(folder)
    assert set(tables["events"]["event_type"]) == {"visit"}
    assert set(tables["events"]["weight"]) == {0.2} and not any(tables["events"]["main"])
    assert all("health" in topics for topics in tables["mentions"]["topics"])
    log = read_log(folder)
    assert len({one.step for one in log.decisions}) == 1
    assert {one.why for one in log.decisions} == {"of one kind here"}
    app = open_page("history")
    text = said(app)
    assert (
        "Topics: added Covid-19 and health" in text
        and "→ **background**" in text
        and "→ **Visit**" in text
        and "Starred" in text
    )
    press(app, "Undo")
    assert version(folder) == before


def test_all_that_is_shown_is_hidden(folder):
    press(open_several(), f"Hide {len(read_tables(folder)['events'])} events")
    assert read_tables(folder)["events"].empty


def test_nothing_ticked_changes_nothing(folder):
    app = open_several(which="ticked")
    assert [button.disabled for button in app.button if button.label == "Change 0 events"] == [True]
    press(open_several(), f"Change {len(read_tables(folder)['events'])} events")
    assert not read_log(folder).entries


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, []),
        ({"kind": "meeting"}, []),
        ({"kind": "visit"}, [("kind", "visit"), ("kind", "visit")]),
        ({"add": ["health"], "remove": ["health"]}, [("topics", {"add": ["health"], "remove": []})] * 2),
        ({"remove": ["health"]}, []),
        ({"star": "unstar"}, []),
        ({"star": "star"}, [("star", True)]),
    ],
)
def test_what_is_as_it_was_is_no_decision(folder, monkeypatch, chosen, expected):
    mentions = read_tables(folder)["mentions"]
    monkeypatch.setattr("pages.shared.several._target", lambda row: row["mention_id"])
    monkeypatch.setattr("pages.shared.deciding.all_marks", dict)
    accounts = mentions[mentions["event_type"] == "meeting"].to_dict("records")
    assert len(accounts) == 2
    assert [(wish.field, wish.new) for wish in make_wishes(accounts, NOTHING | chosen)] == expected
