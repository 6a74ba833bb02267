"""Tables on disk: what is written is what is read, all at once or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from loaders.tables import store
from loaders.tables.schema import TABLES, Tables
from loaders.tables.store import StoreError, open_store, read_tables, write_tables
from tests.made import made_tables

ROOT = Path(__file__).resolve().parents[2]


def same(left: Tables, right: Tables) -> bool:
    return all(left[name].equals(right[name]) for name in TABLES)


@pytest.mark.parametrize("size", ["empty", "one", "full"])
def test_what_is_written_is_what_is_read(tmp_path, size):
    write_tables(made_tables(size), tmp_path)
    for name, df in read_tables(tmp_path).items():
        pd.testing.assert_frame_equal(df, made_tables(size)[name])


def test_the_version_is_that_of_the_rows(tmp_path):
    versions = [write_tables(made_tables("full"), tmp_path / name) for name in ("a", "b")]
    assert versions[0] == versions[1] == open_store(tmp_path / "a").version
    changed = made_tables("full")
    changed["events"].loc[0, "confidence"] = 0.11
    assert write_tables(changed, tmp_path / "a") != versions[0]


def test_the_same_rows_again_change_no_file(tmp_path):
    write_tables(made_tables("one"), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}
    write_tables(made_tables("one"), tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")} == before


def test_each_table_stands_at_the_top_under_its_own_name(tmp_path):
    write_tables(made_tables("one"), tmp_path)
    assert len(pd.read_parquet(tmp_path / "events.parquet")) == 1
    write_tables(made_tables("full"), tmp_path)
    assert len(pd.read_parquet(tmp_path / "events.parquet")) == len(made_tables("full")["events"])


@pytest.mark.parametrize("name", ["plain", "it's", "a[1] *?", "日本", "with space"])
def test_a_folder_may_have_any_name(tmp_path, name):
    write_tables(made_tables("one"), tmp_path / name)
    assert same(read_tables(tmp_path / name), made_tables("one"))


def test_a_folder_moves_with_all_its_links(tmp_path):
    write_tables(made_tables("one"), tmp_path / "here")
    shutil.move(tmp_path / "here", tmp_path / "there")
    assert same(read_tables(tmp_path / "there"), made_tables("one"))


def test_an_open_reader_keeps_its_version(tmp_path):
    write_tables(made_tables("one"), tmp_path)
    reader = open_store(tmp_path)
    write_tables(made_tables("full"), tmp_path)
    assert len(reader.query("FROM events")) == 1
    assert len(open_store(tmp_path).query("FROM events")) == len(made_tables("full")["events"])


def test_only_the_last_two_versions_are_kept(tmp_path):
    for number in range(5):
        tables = made_tables("one")
        tables["events"]["confidence"] = number / 10
        write_tables(tables, tmp_path)
    assert len(list(tmp_path.glob("tables-*"))) == 2


def test_queries_from_many_threads_do_not_mix(tmp_path):
    write_tables(made_tables("full"), tmp_path)
    reader = open_store(tmp_path)
    wrong: list[int] = []

    def ask(number: int) -> None:
        for _ in range(10):
            got = reader.query("SELECT count(*) AS n, ? AS number FROM events", [number])
            if got["number"].iloc[0] != number or got["n"].iloc[0] != len(made_tables()["events"]):
                wrong.append(number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


# What is refused, and what is said


def test_a_folder_without_tables(tmp_path):
    with pytest.raises(StoreError, match=r"no built tables in .*nothing; run: python -m loaders build PATH --out"):
        open_store(tmp_path / "nothing")


WRONG = {
    "a column less": "were built by another version of Dateline",
    "a column more": "were built by another version of Dateline",
    "a column of another type": "were built by another version of Dateline",
    "a table less": "are not whole, a file is missing",
    "not Parquet": "are damaged",
}


@pytest.mark.parametrize(("change", "said"), WRONG.items())
def test_tables_that_cannot_serve_say_to_build_again(tmp_path, change, said):
    write_tables(made_tables("one"), tmp_path)
    path = (tmp_path / "events.parquet").resolve()
    table = pq.read_table(path)
    path.unlink()
    if change == "a column less":
        pq.write_table(table.drop_columns(["title"]), path)
    elif change == "a column more":
        pq.write_table(table.append_column("mood", pa.array(["good"])), path)
    elif change == "a column of another type":
        place = table.column_names.index("confidence")
        pq.write_table(table.set_column(place, "confidence", pa.array(["high"])), path)
    elif change == "not Parquet":
        path.write_text("events", encoding="utf-8")
    with pytest.raises(StoreError, match=rf"{said} \(events\); run: python -m loaders"):
        open_store(tmp_path)


@pytest.mark.parametrize("change", ["damage in the middle", "deleted while it is open"])
def test_what_happens_to_open_tables_is_said(tmp_path, change):
    write_tables(made_tables("full"), tmp_path)
    store = open_store(tmp_path)
    path = (tmp_path / "events.parquet").resolve()
    if change == "deleted while it is open":
        shutil.rmtree(path.parent)
    else:
        data = bytearray(path.read_bytes())
        data[4:-2000] = b"\xff" * len(data[4:-2000])
        path.write_bytes(data)
    with pytest.raises(StoreError, match=r"are damaged or gone .*; run: python -m loaders build"):
        store.query("FROM events")


def test_a_build_replaces_tables_of_another_version(tmp_path):
    write_tables(made_tables("one"), tmp_path)
    (tmp_path / "events.parquet").resolve().unlink()
    write_tables(made_tables("full"), tmp_path)
    assert same(read_tables(tmp_path), made_tables("full"))


def test_somebody_elses_file_is_never_replaced(tmp_path):
    mine = tmp_path / "events.parquet"
    pd.DataFrame({"mine": [1]}).to_parquet(mine)
    with pytest.raises(StoreError, match=r"events.parquet was not written by a build; give --out another folder"):
        write_tables(made_tables("one"), tmp_path)
    assert pd.read_parquet(mine)["mine"].tolist() == [1]
    assert [path.name for path in tmp_path.iterdir()] == ["events.parquet"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match=r"out is a file; give --out a folder"):
        write_tables(made_tables("one"), tmp_path / "out")


# Killed at any moment: the old tables or the new ones, never a mixture

STEPS = ["write_table", "rename", "symlink_to", "replace", "rmtree"]


class KilledError(BaseException):
    """Stands in for a kill: nothing catches it."""


def fail_at(monkeypatch, step: str, number: int) -> None:
    owner = {"write_table": store.pq, "rmtree": store.shutil}.get(step, Path)
    real, calls = getattr(owner, step), iter(range(1000))

    def killed(*arguments, **options):
        if next(calls) == number:
            raise KilledError
        return real(*arguments, **options)

    monkeypatch.setattr(owner, step, killed)


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("step", STEPS)
def test_a_build_that_fails_at_any_step_leaves_old_or_new(tmp_path, monkeypatch, step, number):
    write_tables(made_tables("one"), tmp_path)
    with monkeypatch.context() as patch:
        fail_at(patch, step, number)
        with suppress(KilledError):
            write_tables(made_tables("full"), tmp_path)
    left = read_tables(tmp_path)
    assert same(left, made_tables("one")) or same(left, made_tables("full"))
    assert pq.read_metadata(tmp_path / "events.parquet").num_rows == len(left["events"])


@pytest.mark.parametrize("number", [0, 1, 6])
@pytest.mark.parametrize("step", ["write_table", "rename", "symlink_to", "replace"])
def test_a_first_build_that_fails_leaves_nothing_or_all(tmp_path, monkeypatch, step, number):
    with monkeypatch.context() as patch:
        fail_at(patch, step, number)
        with suppress(KilledError):
            write_tables(made_tables("one"), tmp_path)
    if (tmp_path / "current").exists():
        assert same(read_tables(tmp_path), made_tables("one"))
    else:
        with pytest.raises(StoreError, match="no built tables"):
            open_store(tmp_path)
    write_tables(made_tables("full"), tmp_path)
    assert same(read_tables(tmp_path), made_tables("full"))
    assert [path.name for path in tmp_path.glob(".draft-*")] == []


KILLED = """
import os, signal, sys, threading
from pathlib import Path
from loaders.tables.store import write_tables
from tests.made import made_tables
tables = [made_tables("one"), made_tables("full")]
print("ready", flush=True)
threading.Timer(float(sys.argv[2]), lambda: os.kill(os.getpid(), signal.SIGKILL)).start()
while True:
    for some in tables:
        write_tables(some, Path(sys.argv[1]))
"""


@pytest.mark.parametrize("after", ["0.005", "0.04"])
def test_a_build_killed_by_the_system_leaves_one_version_whole(tmp_path, after):
    write_tables(made_tables("one"), tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run([sys.executable, "-c", KILLED, tmp_path, after], env=environment, capture_output=True)
    assert (ended.returncode, ended.stdout) == (-9, b"ready\n")
    left = read_tables(tmp_path)
    assert same(left, made_tables("one")) or same(left, made_tables("full"))
    write_tables(made_tables("full"), tmp_path)
    assert same(read_tables(tmp_path), made_tables("full"))
    assert len(list(tmp_path.glob("tables-*"))) <= 2


def test_two_builds_into_one_folder_take_turns(tmp_path):
    def write(size: str) -> None:
        for _ in range(2):
            write_tables(made_tables(size), tmp_path)

    threads = [threading.Thread(target=write, args=(size,)) for size in ("one", "full")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    left = read_tables(tmp_path)
    assert any(same(left, made_tables(size)) for size in ("one", "full"))
