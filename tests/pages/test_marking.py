"""An event and a quote added by marking words in a document, and taken back."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from loaders.decisions.log import read_log
from loaders.tables.store import read_tables
from pages.chart.component import DRAWN
from tests.pages.conftest import ROOT
from tests.pages.test_corrections import find, open_page, press, said, version

TEXT = (
    "The pier\n4 March 2023\n\nThe old pier of Kelna is no more. Not even the lamps, as the keeper has it, were kept. "
    "Bo Lund visited Kelna on Friday.\n"
)
TEXTS = {"pier.txt": TEXT}
PIER, LAMPS = "The old pier of Kelna is no more.", "Not even the lamps"


def open_marked(folder, marked: str, **fields: object):
    """The document with its form open, the words in its text marked as the browser says it."""
    document_id = find(folder, "documents", "path", "pier")["document_id"]
    start = TEXT.index(marked)
    place = f"{document_id}:{start}:{start + len(marked)}"
    fields = {f"passage_{name}:{place}": value for name, value in fields.items()}
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.query_params["text"] = document_id
    app.session_state[DRAWN] = True
    app.session_state.marked = (document_id, start, start + len(marked))
    app.session_state[f"correct:passage:{document_id}:0"] = True
    for name, value in fields.items():
        app.session_state[f"{name}:0"] = value
    app.switch_page("pages/documents.py").run()
    assert not app.exception, app.exception
    return app


def test_an_event_is_added_shown_and_taken_back(folder):
    before = version(folder)
    app = press(
        open_marked(folder, PIER, date="2 March 2023", title="The pier of Kelna is gone", who=["Di Sand"]), "Add it"
    )
    event = find(folder, "events", "title", "The pier of Kelna is gone")
    assert (event["date"], event["leaders"], event["main"]) == ("2023-03-02", ["di-sand"], True)
    assert find(folder, "mentions", "sentence", PIER)["why"] == "added by a reader"
    assert "The pier of Kelna is gone" in said(app)
    app = open_page("history")
    assert "An event: **The pier of Kelna is gone** (2 March 2023, Di Sand)" in said(app)
    press(app, "Undo")
    assert version(folder) == before


def test_a_quote_is_added_with_its_speaker(folder):
    press(open_marked(folder, LAMPS, **{"is": "A quote", "speaker": "bo-lund"}), "Add it")
    quote = find(folder, "quotes", "text", LAMPS)
    assert (quote["speaker"], quote["kind"], quote["said"]) == ("bo-lund", "indirect", "2023-03-04")
    assert "A quote of Bo Lund" in said(open_page("history"))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({}, "An event needs a date."),
        ({"date": "one fine day"}, "cannot be read as a date"),
        ({"date": "2023", "words": "The new pier"}, "These words do not stand in the text."),
        ({"date": "2023", "title": " "}, "An event needs a title."),
    ],
)
def test_what_lacks_is_said_and_nothing_is_saved(folder, fields, problem):
    assert problem in said(press(open_marked(folder, PIER, **fields), "Add it"))
    assert not read_log(folder).entries and len(read_tables(folder)["documents"]) == 1
