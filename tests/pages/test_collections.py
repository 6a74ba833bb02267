"""Collections on the pages: chosen at the head, in the address, made, renamed and removed."""

from __future__ import annotations

import pytest

from loaders.build import build
from loaders.collection import remember_sources
from loaders.collection_folders import list_collections
from loaders.collections import make
from tests.pages.test_corrections import TEXTS, open_page, press, said


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A first collection with documents, and a second one, Ports, with one."""
    (tmp_path / "talks").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "talks" / name).write_text(text, encoding="utf-8")
    built = tmp_path / "built"
    build([tmp_path / "talks"], built)
    remember_sources(built, [tmp_path / "talks"])
    make(built, "Ports")
    build([tmp_path / "talks" / "visit.txt"], built / "collections" / "ports")
    monkeypatch.setenv("DATELINE_BUILT", str(built))
    return built


def test_the_address_chooses_the_collection(root):
    assert "3 documents" in said(open_page())
    app = open_page("documents", collection="ports")
    assert "1 document ·" in said(app)
    assert app.query_params["collection"] == ["ports"] or app.query_params["collection"] == "ports"
    links = "".join(element.proto.body for element in app.get("html"))
    assert 'href="./?collection=ports"' in links


def test_a_collection_that_is_not_there_is_said_to_be_none(root):
    text = said(open_page(collection="gone"))
    assert "There is no collection “gone”; the first one is shown." in text and "3 documents" in text


def open_menu(**fields: str):
    """A page with the list of collections unfolded."""
    from streamlit.testing.v1 import AppTest

    from pages.chart.component import DRAWN
    from tests.pages.conftest import ROOT

    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.session_state[DRAWN] = True
    app.session_state.open_collection = True
    for name, value in fields.items():
        app.session_state[name] = value
    app.run()
    assert not app.exception, app.exception
    return app


def test_another_is_chosen_at_the_head_and_no_filter_goes_with_it(root):
    app = open_menu()
    [choice] = [radio for radio in app.radio if radio.label == "Collection"]
    assert choice.options == ["talks", "Ports"]
    choice.set_value("ports").run()
    assert "1 document ·" in said(app)
    assert dict(app.query_params).keys() == {"collection"}


def test_a_new_one_is_made_and_begins_empty(root):
    app = open_menu(new_collection="Strikes of 1912")
    app.button(key="save-make-collection").click().run()
    assert [one.name for one in list_collections(root)] == ["talks", "Ports", "Strikes of 1912"]
    app = open_page("add", collection="strikes-of-1912")
    assert "0 documents" in said(app) and "Nothing yet." in said(app)
    app = open_menu(new_collection="ports")
    app.button(key="save-make-collection").click().run()
    assert "There is a collection called “ports” already." in said(app)


def test_one_is_renamed_and_removed(root):
    app = open_page("add", collection="ports")
    [name] = [field for field in app.text_input if field.label == "Name"]
    name.set_value("Ports of the north")
    press(app, "Rename")
    assert [one.name for one in list_collections(root)] == ["talks", "Ports of the north"]
    press(app, "Remove")
    assert [one.name for one in list_collections(root)] == ["talks"]
    assert any(one.value.replace("\\", "").startswith("Removed Ports of the north. Its") for one in app.success)
    assert "Remove" not in [button.label for button in open_page("add").button]
