"""Corrections on the pages: each form and each button, what it saves, and what the page says then."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from loaders import patch
from loaders.build import build
from loaders.collection import list_sources
from loaders.decisions.log import NAME, read_log
from loaders.tables.store import open_store, read_tables
from pages.chart.component import DRAWN
from pages.shared import deciding
from pages.shared.deciding import find_person, say_who
from tests.pages.conftest import ROOT
from tests.pages.test_pages import said as said_raw

TEXTS = {
    "talks.txt": "Talks in Kelna\nMarch 4, 2023\n\nAna Ruiz and Bo Lund held talks in Kelna on Friday about the ferry. "
    "“It will stay,” Ruiz said.\n",
    "visit.txt": "A visit\n5 May 2023\n\nBo Lund visited Norvik on Thursday and opened the harbour there.\n",
    "undated.txt": "A reading\n\nAna Ruiz opened the library of Norvik on Monday.\n",
}


def open_page(page: str = "timeline", form: str = "", fields: dict | None = None, **address: str) -> AppTest:
    """A page with a form open and filled: the tests' browser opens no popover, and forgets what is typed on further pages."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    app.session_state[DRAWN] = True
    if form:
        app.session_state[f"correct:{form}:0"] = True
    for name, value in (fields or {}).items():
        app.session_state[f"{name}:0"] = value
    if page != "timeline":
        app.switch_page(f"pages/{page}.py")
    app.run()
    assert not app.exception, app.exception
    return app


def open_event(folder, words: str, **fields: object) -> AppTest:
    """The card of the event that one document tells, with its form filled."""
    event = find(folder, "events", "title", words)
    mention = find(folder, "mentions", "event_id", event["event_id"])
    filled = {f"{name}:{event['event_id']}:{mention['mention_id']}": value for name, value in fields.items()}
    return open_page(form=f"event:{event['event_id']}", fields=filled, event=event["event_id"])


def said(app: AppTest) -> str:
    """All that a page says, without what keeps Markdown from reading it."""
    return said_raw(app).replace("\\", "").replace("\u2060", "")


def find(folder, table: str, column: str, words: str):
    [row] = [row for row in read_tables(folder)[table].to_dict("records") if words in row[column]]
    return row


def press(app: AppTest, label: str) -> AppTest:
    [button] = [button for button in app.button if button.label == label]
    button.click().run()
    assert not app.exception, app.exception
    return app


def version(folder) -> str:
    return open_store(folder).version


def test_an_event_is_corrected_and_undone_and_redone(folder):
    before = version(folder)
    app = open_event(
        folder,
        "talks",
        date="2 March 2023",
        title="Ana Ruiz and Bo Lund agree on the ferry",
        place="Norvik",
        why="the paper corrected itself",
        kind="signing",
        people=["bo-lund"],
    )
    assert "Read as 2 March 2023 (2023-03-02)." in said(app)
    press(app, "Save")
    now = find(folder, "events", "title", "agree on the ferry")
    assert (now["date"], now["event_type"], now["places"]) == ("2023-03-02", "signing", ["Norvik"])
    assert now["leaders"] == ["bo-lund"]
    assert app.query_params["event"] == now["event_id"]
    assert "Corrected by a reader: was 3 March 2023." in said(app)
    assert "title was “Ana Ruiz and Bo Lund hold talks in Kelna about the ferry”" in said(app)
    log = read_log(folder)
    assert [one.field for one in log.decisions] == ["date", "title", "kind", "who", "place"]
    assert {one.why for one in log.decisions} == {"the paper corrected itself"}
    after = version(folder)

    app = open_page("history")
    assert "Kind: Meeting → **Agreement signed**" in said(app)
    assert "Who: took out Ana Ruiz" in said(app)
    for label, wanted in (
        ("Undo", before),
        ("Put back", after),
        ("Undo the last", before),
        ("Redo", after),
    ):
        press(app, label)
        assert version(folder) == wanted
    assert len(read_log(folder).entries) == 9


def test_what_cannot_be_read_is_said_and_not_saved(folder):
    app = press(open_event(folder, "visits"), "Save")
    assert "Nothing was changed." in said(app)
    app = open_event(folder, "visits", date="3/4/2021")
    assert "“3/4/2021” cannot be read as a date." in said(app)
    press(app, "Save")
    assert not (folder / NAME).exists()


def test_a_hidden_event_is_gone_until_it_is_undone(folder):
    event = find(folder, "events", "title", "visits")
    app = press(open_event(folder, "visits"), "Hide this event")
    assert "event" not in app.query_params
    assert event["event_id"] not in set(read_tables(folder)["events"]["event_id"])
    press(open_page("history"), "Undo")
    assert event["event_id"] in set(read_tables(folder)["events"]["event_id"])


def test_a_quote_gets_another_speaker_and_is_hidden(folder):
    quote = find(folder, "quotes", "text", "stay")
    form = f"quote:{quote['quote_id']}"
    app = open_page("quotes", form=form, fields={f"speaker:{quote['quote_id']}": "bo-lund"})
    press(app, "Save")
    assert find(folder, "quotes", "text", "stay")["speaker"] == "bo-lund"
    assert "corrected by a reader: was Ruiz" in "".join(element.proto.body for element in app.get("html"))
    press(open_page("quotes", form=form), "Hide this quote")
    assert read_tables(folder)["quotes"].empty


def test_a_document_gets_the_date_that_it_lacked(folder):
    document = find(folder, "documents", "path", "undated")
    key, form = document["document_id"], f"document:{document['document_id']}"
    app = open_page("documents", form=form, fields={f"published:{key}": "May 2023"}, text=key)
    assert "“May 2023” is no day." in said(app)
    fields = {f"published:{key}": "3 May 2023", f"publisher:{key}": "The Norvik Post"}
    app = press(open_page("documents", form=form, fields=fields, text=key), "Save")
    now = find(folder, "documents", "path", "undated")
    assert (str(now["published"].date()), now["publisher"], now["status"]) == ("2023-05-03", "The Norvik Post", "read")
    assert find(folder, "events", "title", "library")["date"] == "2023-05-01"
    assert "corrected by a reader: was not known" in said(app)


def test_the_history_says_what_is_not_there(folder):
    assert "Nothing was corrected yet." in said(open_page("history"))
    press(open_event(folder, "visits"), "Hide this event")
    [source] = list_sources(folder)
    with (folder / NAME).open("a") as log:
        log.write('{"version": 1, "id": "x"\n')
    lines = (folder / NAME).read_text().splitlines()
    row = json.loads(lines[0]) | {"id": "other", "step": "other"}
    row["target"]["source"] = {"id": "gone", "path": "gone.txt", "sha256": "0"}
    with (folder / NAME).open("a") as log:
        log.write(json.dumps(row) + "\n")
    build([source], folder)
    text = said(open_page("history"))
    assert "1 line of edits.jsonl cannot be read and was passed over; nothing of them is lost. line 2" in text
    assert "Bo Lund visits Norvik: the document is not in the collection." in text


@pytest.mark.parametrize(("allowed", "can"), [("", False), ("allow", True)])
def test_others_change_nothing_unless_the_owner_allows_it(folder, monkeypatch, allowed, can):
    monkeypatch.setenv("DATELINE_HOSTS", "news.example")
    monkeypatch.setenv("DATELINE_CHANGES", allowed)
    app = open_event(folder, "visits")
    assert ("Save" in [button.label for button in app.button]) is can
    app.switch_page("pages/add.py").run()
    assert bool(app.get("file_uploader")) is can
    assert ("Leave out" in [button.label for button in app.button]) is can
    assert ("Whoever runs it can allow it with" in said(app)) is not can


@pytest.mark.parametrize(
    ("typed", "person_id"),
    [("Ana  Ruiz", "ana-ruiz"), ("cy moon", "cy-moon"), ("Xi Jinping", "xi-jinping"), ("China", "china"), ("习", "习")],
)
def test_a_name_that_is_typed_is_somebody(typed, person_id):
    assert find_person(typed, {"ana-ruiz": "Ana Ruiz"}) == person_id


def test_who_is_added_and_taken_out_is_said_by_name_and_kind():
    names = {"ana-ruiz": "Ana Ruiz", "bo-lund": "Bo Lund"}
    assert say_who(["ana-ruiz"], {"person": ["ana-ruiz"]}, names) is None
    after = {"person": ["bo-lund"], "organisation": ["Kelna Port"]}
    assert say_who(["ana-ruiz"], after, names) == {
        "add": [
            {"id": "bo-lund", "name": "Bo Lund", "kind": "person"},
            {"id": "kelna-port", "name": "Kelna Port", "kind": "organisation"},
        ],
        "remove": ["ana-ruiz"],
    }


def test_of_many_accounts_a_correction_shows_before_they_are_compared_again(folder, monkeypatch):
    later: list[object] = []
    monkeypatch.setattr(patch, "SMALL", 0)
    monkeypatch.setattr(deciding, "settle_apart", later.append)
    app = press(open_event(folder, "visits", date="1 May 2023"), "Save")
    assert later == [folder]
    assert find(folder, "events", "title", "visits")["date"] == "2023-05-01"
    # what settles them gives some events another id; the card goes with its accounts
    app.session_state.told_by = (app.query_params["event"], app.session_state.told_by[1])
    state = dict(app.session_state.view) | {"event": "gone"}
    app.session_state.view, app.session_state.told_by = state, ("gone", app.session_state.told_by[1])
    app.run()
    assert app.query_params["event"] == find(folder, "events", "title", "visits")["event_id"]
    assert "not there any more" not in said(app)
