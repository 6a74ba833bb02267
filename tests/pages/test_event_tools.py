"""The tools on the card of an event: joined, parted, settled, starred, noted on; and all of it taken back."""

from __future__ import annotations

from loaders.decisions.log import read_log
from loaders.tables.store import read_tables
from tests.pages.test_corrections import find, open_page, press, said, version

TEXTS = {
    "bus.txt": "A bus falls\n4 March 2023\n\nAt least 12 people were killed when a bus fell from the pier in Norvik on "
    "2 March. Bo Lund was arrested on 3 March.\n",
    "toll.txt": "The toll\n5 March 2023\n\nAt least 15 people were killed when a bus fell from the pier in Norvik on "
    "2 March.\n",
}


def open_card(folder, words: str, form: str = "", **fields: object):
    event_id = find(folder, "events", "title", words)["event_id"]
    filled = {f"{name}:{event_id}": value for name, value in fields.items()}
    return open_page(form=form and f"{form}:{event_id}", fields=filled, event=event_id)


def test_an_account_leaves_an_event_and_comes_back(folder):
    before, mentions = version(folder), read_tables(folder)["mentions"]
    toll = mentions[mentions["sentence"].str.contains("15")]["mention_id"].iloc[0]
    app = open_card(folder, "bus", "same", leave=[toll])
    assert {"Accounts of another event", "The same event as"} <= {w.label for w in [*app.multiselect, *app.selectbox]}
    press(app, "Save")
    events = read_tables(folder)["events"]
    assert len(events[events["title"].str.contains("bus")]) == 2
    assert not any(events["disputed"].map(len))
    assert "Another event than “A bus falls from the pier in Norvik”" in said(open_page("history"))
    press(open_page("history"), "Undo")
    assert version(folder) == before


def test_two_events_become_one_and_two_again(folder):
    before = version(folder)
    arrest = find(folder, "events", "title", "arrested")["event_id"]
    app = open_card(folder, "bus", "same", join=arrest)
    assert "Bo Lund is arrested (3 March 2023)" in [o for box in app.selectbox for o in box.options]
    press(app, "Save")
    [event] = read_tables(folder)["events"].to_dict("records")
    assert event["n_mentions"] == 3
    assert app.query_params["event"] == event["event_id"]
    press(open_page("history"), "Undo")
    assert version(folder) == before


def test_a_disagreement_is_settled_with_a_reason(folder):
    app = open_card(folder, "bus", "settle", settled=("figures", "checked", "12"), why_settled="the hospital")
    assert [one.replace("\\", "") for one in app.radio[0].options] == [
        "Figures: 12 is right",
        "Figures: 15 is right",
        "Figures: No conflict",
    ]
    press(app, "Save")
    assert "Sources differ on figures: checked, right is 12 (the hospital)." in said(app)
    assert "The documents differ." not in said(app)


def test_a_star_and_a_note_stand_beside_an_event(folder):
    before = version(folder)
    press(open_card(folder, "bus"), "☆ Star")
    app = open_card(folder, "bus", "note", note_field="Ask the hospital.")
    assert "★ Starred" in [button.label for button in app.button]
    press(app, "Save")
    assert "**Note:** Ask the hospital." in said(app)
    assert version(folder) == before
    text = said(open_page("history"))
    assert "Starred and noted on (1)" in text and "Note: none → **Ask the hospital.**" in text
    press(open_card(folder, "bus"), "★ Starred")
    assert [one.new for one in read_log(folder).decisions if one.field == "star"] == [True, False]


def test_nothing_chosen_is_said(folder):
    app = press(open_card(folder, "bus", "same"), "Save")
    assert "Nothing was changed." in said(app)
    assert not read_log(folder).entries
