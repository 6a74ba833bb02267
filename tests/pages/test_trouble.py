"""Whatever becomes of the built tables, a page says what is wrong and what to do."""

from __future__ import annotations

import shutil

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from loaders.tables.store import write_tables
from loaders.vocabulary import VocabularyError
from pages.chart.component import DRAWN
from tests.made import made_tables
from tests.pages.conftest import ROOT

PAGES = ("timeline", "quotes", "leaders", "topics", "compare", "documents")


def damage_the_middle(folder, name):
    path = (folder / f"{name}.parquet").resolve()
    content = bytearray(path.read_bytes())
    end = len(content) - 8 - int.from_bytes(content[-8:-4], "little")
    content[4:end] = b"\x55" * (end - 4)
    path.write_bytes(bytes(content))


def take_away(folder, name):
    (folder / f"{name}.parquet").resolve().unlink()


def take_all_away(folder, name):
    shutil.rmtree(folder)


def give_another_type(folder, name):
    path = (folder / f"{name}.parquet").resolve()
    column = {"events": "leaders", "quotes": "topics", "documents": "published"}[name]
    other = path.with_suffix(".other")
    duckdb.execute(f"COPY (SELECT * REPLACE (42 AS {column}) FROM '{path}') TO '{other}' (FORMAT parquet)")
    other.replace(path)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    write_tables(made_tables("full"), tmp_path / "built")
    monkeypatch.setenv("DATELINE_BUILT", str(tmp_path / "built"))
    return tmp_path / "built"


def open_dashboard(page):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    app.session_state[DRAWN] = True
    app.run()
    return app.switch_page(f"pages/{page}.py").run() if page != "timeline" else app


@pytest.mark.parametrize("name", ["events", "quotes", "documents"])
@pytest.mark.parametrize("harm", [damage_the_middle, take_away, take_all_away, give_another_type])
def test_tables_that_cannot_be_read_are_told(folder, harm, name):
    harm(folder, name)
    told = 0
    for page in PAGES:
        app = open_dashboard(page)
        assert not app.exception, (page, app.exception)
        told += any("loaders build" in info.value for info in app.info)
    assert told


@pytest.mark.parametrize("page", PAGES)
def test_files_that_go_while_a_page_is_open_are_told_and_may_come_again(folder, page):
    app = open_dashboard(page)
    assert not app.exception, app.exception
    aside = folder.with_name("aside")
    folder.rename(aside)
    app.text_input(key="words_field").input("harbour").run()
    assert not app.exception, app.exception
    assert "loaders build" in app.info[0].value
    aside.rename(folder)
    app.run()
    assert not app.exception, app.exception
    assert app.title[0].value != "Dateline"


def test_a_broken_vocabulary_is_said_with_its_file_and_line(tmp_path, monkeypatch):
    write_tables(made_tables("one"), tmp_path)
    monkeypatch.setenv("DATELINE_BUILT", str(tmp_path))

    def refuse(*_: object) -> None:
        raise VocabularyError("topics.yaml, war: the field 'terms' is missing (topics.yaml line 12)")

    monkeypatch.setattr("pages.shared.filters.load_topics", refuse)
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    app.session_state[DRAWN] = True
    app.run()
    assert not app.exception
    assert "(topics.yaml line 12)" in app.error[0].value
