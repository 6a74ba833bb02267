"""Sources are watched: what changes is read when it has come to rest, and what fails is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from loaders import collection
from loaders.build import build
from loaders.collections import make
from loaders.decisions.log import NAME
from loaders.tables.store import read_tables
from pages.server.start import unread_decisions
from pages.server.watch import Watcher, Watchers, look_at

CALL = "A call\n2021-08-31\n\nAna Ruiz telephoned Bo Lund on August 30th.\n"
VISIT = "A visit\n2023-05-05\n\nBo Lund visited Kelna on Thursday.\n"


@pytest.fixture
def watched(tmp_path: Path) -> tuple[Path, Path, list[str], Watcher]:
    """A folder of documents, the tables built from it, what the watcher told, and the watcher after its first look."""
    documents, out, told = tmp_path / "documents", tmp_path / "out", []
    documents.mkdir()
    (documents / "call.txt").write_text(CALL, encoding="utf-8")
    os.utime(documents / "call.txt", (1, 1))
    build([documents], out)
    collection.remember_sources(out, [documents])
    watcher = Watcher(out, told.append)
    assert watcher.look() is False
    return documents, out, told, watcher


def titles(folder: Path) -> list[str]:
    return sorted(read_tables(folder)["documents"]["title"])


def test_a_document_that_comes_is_read_when_it_has_come_to_rest(watched):
    documents, out, told, watcher = watched
    assert watcher.look() is False
    (documents / "visit.txt").write_text(VISIT[:20], encoding="utf-8")
    assert watcher.look() is False
    (documents / "visit.txt").write_text(VISIT, encoding="utf-8")
    assert watcher.look() is False
    assert told == []
    assert watcher.look() is True
    assert titles(out) == ["A call", "A visit"]
    assert told[0].startswith("The documents have changed. 2 of 2 documents read")
    assert watcher.look() is False
    (documents / "visit.txt").unlink()
    assert [watcher.look(), watcher.look()] == [False, True]
    assert titles(out) == ["A call"]


def test_what_changed_before_the_start_is_read(watched):
    documents, out, _, _ = watched
    (documents / "visit.txt").write_text(VISIT, encoding="utf-8")
    later = Watcher(out)
    assert [later.look(), later.look()] == [False, True]
    assert titles(out) == ["A call", "A visit"]


def test_sources_that_were_chosen_anew_were_read_then(watched, tmp_path):
    _, out, _, watcher = watched
    other = tmp_path / "visit.txt"
    other.write_text(VISIT, encoding="utf-8")
    build([other], out)
    collection.remember_sources(out, [other])
    assert [watcher.look(), watcher.look()] == [False, False]


def test_a_build_that_fails_is_told_once_and_leaves_the_tables(watched):
    documents, out, told, watcher = watched
    (documents / "call.txt").unlink()
    assert [watcher.look(), watcher.look(), watcher.look()] == [False, False, False]
    assert len(told) == 1
    assert "but" in told[0]
    assert titles(out) == ["A call"]


def test_links_and_hidden_files_are_not_looked_at(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.txt").write_text("b", encoding="utf-8")
    (tmp_path / ".hidden").write_text("h", encoding="utf-8")
    (tmp_path / "link").symlink_to("/etc/passwd")
    assert [Path(path).name for path in look_at([str(tmp_path), str(tmp_path / "gone.txt")])] == ["b.txt"]


def test_all_collections_are_watched_those_that_are_made_meanwhile_too(watched, tmp_path, monkeypatch):
    _, out, _, _ = watched
    built: list[Path] = []
    monkeypatch.setattr(collection, "rebuild", lambda folder: built.append(folder) or "built.")
    told: list[str] = []
    watchers = Watchers(out, told.append)
    watchers.look()
    ports = out / "collections" / make(out, "Ports")
    (tmp_path / "ports").mkdir()
    collection.remember_sources(ports, [tmp_path / "ports"])
    watchers.look()
    (tmp_path / "ports" / "visit.txt").write_text(VISIT, encoding="utf-8")
    os.utime(tmp_path / "ports" / "visit.txt", (2**33, 2**33))
    assert [watchers.look(), watchers.look(), watchers.look()] == [False, True, False]
    assert built == [ports] and told == ["Ports: The documents have changed. built."]


def test_a_line_that_was_cut_off_is_told_at_the_next_start(watched):
    _, out, _, _ = watched
    (out / NAME).write_bytes(b'{"version": 1, "id": "a')
    assert unread_decisions(out) == ["documents: line 1 of edits.jsonl: it is not JSON, or cut off"]
