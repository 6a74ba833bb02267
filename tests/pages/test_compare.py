"""The compare page: which accounts it lays side by side, what it says of them, and what it gives to keep."""

from __future__ import annotations

import pytest

from loaders.query.comparison import as_page, as_table, compare_accounts
from loaders.query.rows import get_event
from loaders.tables.store import open_store
from tests.made import made_tables
from tests.pages.test_pages import ALL_TIME, listed, said


def told_twice():
    return made_tables("full")["events"].query("n_documents > 1").iloc[0]


@pytest.mark.parametrize("size", ["empty", "one", "full"])
def test_the_page_opens(open_page, size):
    open_page(size, "compare")


def test_an_event_of_two_documents_is_laid_side_by_side(open_page):
    event = told_twice()
    app = open_page("full", "compare", event=event["event_id"])
    shown = next(element.proto.body for element in app.get("html") if "dl-pairs" in element.proto.body)
    for mention in made_tables("full")["mentions"].query("event_id == @event.event_id").itertuples():
        assert f"text={mention.document_id}&amp;at={mention.sentence_start}-{mention.sentence_end}" in shown
    assert "in both" in said(app)


def test_the_same_document_twice_is_refused(open_page):
    document_id = made_tables("full")["documents"].query("status == 'read'")["document_id"].iloc[0]
    app = open_page("full", "compare", one=document_id, two=document_id)
    assert "Choose two different documents" in said(app)


def test_table_and_page_hold_every_statement(built):
    store = open_store(built["full"])
    event = told_twice()
    one, two = event["documents"][:2]
    comparison = compare_accounts(store, one, two, dict(get_event(store, event["event_id"])), whole=True)
    names = {}
    table = as_table(comparison, names)
    assert len(table) == len(comparison.pairs) > 0
    texts = dict(
        zip(made_tables("full")["documents"]["document_id"], made_tables("full")["documents"]["text"], strict=True)
    )
    for row in table.dropna(subset=["first_text"]).itertuples():
        assert texts[one][int(row.first_start) : int(row.first_end)] == row.first_text
    page = as_page(comparison, "A <title>", names).decode()
    assert "A &lt;title&gt;" in page
    assert "<script" not in page
    assert page.count("<tr>") == len(comparison.pairs) + 1


def test_a_document_that_is_gone_gives_no_comparison(built):
    assert compare_accounts(open_store(built["full"]), "none", "neither", None, whole=True) is None


@pytest.mark.parametrize(
    ("flag", "keeps"), [("corroborated", lambda e: e.n_sources > 1), ("disputed", lambda e: len(e.disputed) > 0)]
)
def test_events_by_their_sources(open_page, flag, keeps):
    events = made_tables("full")["events"]
    wanted = sum(bool(keeps(event)) for event in events.itertuples())
    assert len(listed(open_page("full", **ALL_TIME, **{flag: "1"}))) == wanted
