"""What the pages say of a document that is a copy of another."""

from __future__ import annotations

import pytest

from loaders.build import build
from tests.pages.test_pages import said
from tests.reconcile.test_copies import PAIRS


@pytest.fixture(scope="module")
def with_copy(tmp_path_factory):
    """Tables of one text in two translations."""
    folder = tmp_path_factory.mktemp("texts")
    for name, day, text in zip(("one", "two"), PAIRS[0].days, PAIRS[0].texts, strict=True):
        (folder / f"{name}.txt").write_text(f"The call, {name}\n{day}\n\n{text}\n", encoding="utf-8")
    out = tmp_path_factory.mktemp("built")
    return out, build([folder], out)


def test_documents_and_evidence_say_it(with_copy, built, open_page, monkeypatch):
    out, tables = with_copy
    monkeypatch.setitem(built, "copy", out)
    (copy,) = tables["documents"].dropna(subset=["copy_of"])["document_id"]
    shown = said(open_page("copy", "documents", text=copy))
    assert "Says the same as “The call, one” in other words" in shown
    (event,) = tables["events"].query("event_type == 'call'").to_dict("records")
    assert (event["n_documents"], event["n_sources"]) == (2, 1)
    shown = said(open_page("copy", event=event["event_id"]))
    assert "1 source · translated 1 time" in shown
    assert "another document in other words" in shown
    assert "the other in other words" in said(open_page("copy", "compare", event=event["event_id"]))
