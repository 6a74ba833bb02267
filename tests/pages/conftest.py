"""The dashboard run in-process (AppTest) on made-up tables."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.elements.lib.mutable_popover_container import PopoverContainer
from streamlit.testing.v1 import AppTest

from loaders import collection
from loaders.build import build
from loaders.collection import remember_sources
from loaders.tables.store import write_tables
from pages.chart.component import DRAWN
from tests.made import Size, made_tables
from tests.texts import write_texts

ROOT = Path(__file__).resolve().parents[2]


def build_texts(folder: Path, texts: Mapping[str, str]) -> Path:
    """The folder of tables built from texts by their files' names, of which it knows where they are."""
    write_texts(folder, texts)
    build([folder / "documents"], folder / "built")
    remember_sources(folder / "built", [folder / "documents"])
    return folder / "built"


@pytest.fixture(scope="module")
def collection_of_module(request, tmp_path_factory) -> Path:
    """Tables of the TEXTS of a module of tests."""
    return build_texts(tmp_path_factory.mktemp("collection"), request.module.TEXTS)


@pytest.fixture
def folder(collection_of_module, tmp_path, monkeypatch) -> Path:
    """The dashboard's tables: a copy of the module's for each test, as what is saved changes them."""
    copy = tmp_path / "built"
    shutil.copytree(collection_of_module, copy, symlinks=True)
    monkeypatch.setenv("DATELINE_BUILT", str(copy))
    monkeypatch.setattr(collection, "rebuild", lambda folder: build(collection.list_sources(folder), folder))
    return copy


@pytest.fixture(scope="session", autouse=True)
def no_search_for_components():
    """AppTest looks through all installed packages for components of theirs, each time; there is none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", list)
        yield


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """Folders of built tables by size."""
    folders = {}
    for size in ("empty", "one", "full"):
        folders[size] = tmp_path_factory.mktemp(size)
        write_tables(made_tables(size), folders[size])
    return folders


@pytest.fixture
def open_page(built, monkeypatch):
    """Open a page of the dashboard on tables of a size, with an address: `open_page("full", "quotes", leader="…")`."""

    def open_page(size: Size, page: str = "timeline", **address: str | list[str]) -> AppTest:
        monkeypatch.setenv("DATELINE_BUILT", str(built[size]))
        # Nobody opens the popovers of the bar here: they are filled as if all were open.
        monkeypatch.setattr(PopoverContainer, "open", property(lambda self: True, lambda self, now: None))
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
        for name, value in address.items():
            app.query_params[name] = value
        # No browser draws the timeline here.
        app.session_state[DRAWN] = True
        if page != "timeline":
            app.switch_page(f"pages/{page}.py")
        app.run()
        assert not app.exception, app.exception
        return app

    return open_page
