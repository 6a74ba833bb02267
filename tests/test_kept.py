"""A build that knows documents from before makes the same tables, and reads what changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pandas as pd
import pytest

from loaders import build as building
from loaders import kept as keeping
from loaders.build import build, make_tables
from loaders.kept import NAME, Kept
from loaders.read import find_sources
from loaders.tables.schema import TABLES, Tables

TEXTS = {
    "call.txt": "A call\n2021-08-31 18:28\n\nAna Ruiz telephoned Bo Lund on August 30th. “Masks will come,” Ruiz said.\n",
    "talks.txt": "Talks\nMarch 4, 2023\n\nAna Ruiz and Bo Lund held talks in Kelna on Friday about the ferry of 1987.\n",
    "empty.txt": "",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, text in TEXTS.items():
        (documents / name).write_text(text, encoding="utf-8")
    return documents


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, as they are."""
    seen: list[str] = []
    real = building.read_documents

    def watch(source):
        seen.append(source.name)
        return real(source)

    monkeypatch.setattr(building, "read_documents", watch)
    return seen


def assert_same(left: Tables, right: Tables) -> None:
    for name in TABLES:
        pd.testing.assert_frame_equal(left[name], right[name])


def test_only_what_is_new_is_read_and_the_tables_are_the_same(folder, tmp_path, read):
    out = tmp_path / "out"
    build([folder], out)
    (folder / "visit.txt").write_text("A visit\n5 May 2023\n\nBo Lund visited Kelna on Thursday.\n", encoding="utf-8")
    read.clear()
    found = build([folder], out)
    # what could not be read is tried again
    assert sorted(read) == ["empty.txt", "visit.txt"]
    assert_same(found, make_tables(find_sources([folder])[0]))


def test_a_changed_text_and_what_stands_beside_it_are_read_anew(folder, tmp_path, read):
    out = tmp_path / "out"
    build([folder], out)
    read.clear()
    (folder / "call.txt").write_text(TEXTS["call.txt"].replace("Masks", "Ships"), encoding="utf-8")
    (folder / "metadata.csv").write_text("file,date\ntalks.txt,2023-03-05\n", encoding="utf-8")
    found = build([folder], out)
    assert sorted(read) == ["call.txt", "empty.txt", "talks.txt"]
    assert_same(found, make_tables(find_sources([folder])[0]))


def test_a_folder_given_by_another_way_is_known_again(folder, tmp_path, read, monkeypatch):
    (folder / "letters#2.mbox").write_text(
        "".join(
            f"From a\nDate: {day} May 2023 10:00:00 +0000\nSubject: Pier\n\nThe pier opened.\n\n" for day in (4, 5)
        ),
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    build(["documents"], tmp_path / "out")
    read.clear()
    found = build([folder], tmp_path / "out")
    assert read == ["empty.txt"]
    assert_same(found, make_tables(find_sources([folder])[0]))


def test_other_code_reads_everything_anew(folder, tmp_path, read, monkeypatch):
    build([folder], tmp_path / "out")
    read.clear()
    monkeypatch.setattr(keeping, "code_version", lambda: "another")
    build([folder], tmp_path / "out")
    assert len(read) == len(TEXTS)


def test_fresh_reads_everything_anew_and_keeps_it(folder, tmp_path, read):
    sources, _ = find_sources([folder])
    for fresh, n in ((False, 3), (True, 3), (False, 1)):
        read.clear()
        with Kept(tmp_path, fresh) as kept:
            make_tables(sources, kept=kept)
        assert len(read) == n


def test_what_is_gone_is_forgotten(folder, tmp_path):
    build([folder], tmp_path / "out")
    (folder / "talks.txt").unlink()
    build([folder], tmp_path / "out")
    with sqlite3.connect(tmp_path / "out" / NAME) as store:
        assert store.execute("SELECT count(*) FROM kept").fetchone() == (1,)


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(200)])
def test_a_damaged_store_costs_time_only(folder, tmp_path, damage):
    out = tmp_path / "out"
    first = build([folder], out)
    (out / NAME).write_bytes(damage)
    assert_same(build([folder], out), first)


def test_rows_that_cannot_be_unpacked_are_read_anew(folder, tmp_path):
    out = tmp_path / "out"
    first = build([folder], out)
    with sqlite3.connect(out / NAME) as store:
        store.execute("UPDATE kept SET rows = x'00ff'")
    assert_same(build([folder], out), first)


def test_a_folder_that_cannot_be_written_keeps_nothing(folder, tmp_path, monkeypatch):
    def refuse(*_args, **_more):
        raise sqlite3.OperationalError("unable to open database file")

    monkeypatch.setattr(sqlite3, "connect", refuse)
    assert len(build([folder], tmp_path / "out")["documents"]) == len(TEXTS)
