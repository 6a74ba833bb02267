"""The command line: what each command prints and writes, and what it says when it cannot."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from loaders.__main__ import main
from loaders.tables.store import write_tables
from tests.made import made_tables

ROOT = Path(__file__).resolve().parent.parent
REPORT = "A call\n2021-08-31 18:28\n\nOn August 30th, Xi Jinping telephoned Miguel Díaz-Canel.\n"


@pytest.fixture(name="documents")
def folder_of_documents(tmp_path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "call.txt").write_text(REPORT, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "map.png").write_bytes(b"\x89PNG")
    return folder


@pytest.fixture(name="built")
def full_build(tmp_path) -> Path:
    write_tables(made_tables("full"), tmp_path / "built")
    return tmp_path / "built"


def test_build_names_what_it_could_not_read(documents, tmp_path, capsys):
    assert main(["build", str(documents), "--out", str(tmp_path / "out")]) == 0
    *named, counted = capsys.readouterr().out.splitlines()
    assert named == [
        f"failed: {documents}/empty.txt: The file is empty.",
        f"passed over: {documents}/map.png: not a format that is read",
    ]
    assert re.fullmatch(rf"1 of 2 documents read, \d+ events, \d+ mentions, \d+ quotes → {tmp_path}/out", counted)


def test_build_then_check_in_processes_of_their_own(documents, tmp_path):
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "loaders", *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    built = run("build", str(documents), "--out", str(tmp_path / "out"), "--workers", "2")
    assert (built.returncode, built.stdout.splitlines()[-1][:21]) == (0, "1 of 2 documents read")
    checked = run("check", str(tmp_path / "out"))
    assert checked.returncode == 0
    assert checked.stdout.startswith("documents: 2 rows; mentions: ")
    assert checked.stdout.endswith("all as the schema says\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "{}/nowhere"], "error: {}/nowhere does not exist; give a file or a folder of documents"),
        (["build", "{}/bare"], "error: no documents in {}/bare; these endings are read: .txt,"),
        (["build", "{}/documents", "--out", "{}/documents/call.txt"], "call.txt is a file; give --out a folder"),
        (["check", "{}/bare"], "error: no built tables in {}/bare; run: python -m loaders build PATH --out {}/bare"),
        (["check", "{}/nowhere"], "error: no built tables in {}/nowhere; run:"),
        (["export", "events", "{}/nowhere"], "error: no built tables in {}/nowhere; run:"),
        (["export", "events", "{}/built", "--to", "{}/no/such/folder.csv"], "No such file or directory: '{}/no/such"),
    ],
    ids=str,
)
def test_one_line_says_what_is_wrong(documents, built, tmp_path, capsys, arguments, message):
    (tmp_path / "bare").mkdir()
    assert main([argument.replace("{}", str(tmp_path)) for argument in arguments]) == 2
    captured = capsys.readouterr()
    assert message.replace("{}", str(tmp_path)) in captured.err
    assert (captured.err.count("\n"), captured.out) == (1, "")


@pytest.mark.parametrize(
    "arguments", [[], ["build"], ["dance"], ["export", "songs"], ["export", "events", "--format", "x"]], ids=str
)
def test_wrong_words_show_the_usage(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m loaders" in capsys.readouterr().err


def test_check_finds_a_broken_table(built, capsys):
    tables = made_tables("full")
    tables["mentions"].loc[0, "sentence"] = "Other words."
    write_tables(tables, built)
    assert main(["check", str(built)]) == 2
    assert "mentions.sentence: 'Other words.' is not what stands at" in capsys.readouterr().err


@pytest.mark.parametrize("table", ["events", "mentions", "quotes", "documents", "people"])
def test_export_to_a_file(built, tmp_path, table):
    df = made_tables("full")[table]
    for format in ("csv", "json", "parquet"):
        assert main(["export", table, str(built), "--format", format, "--to", str(tmp_path / format)]) == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "csv").read_text(encoding="utf-8-sig"), newline="")))
    assert (len(rows), list(rows[0])) == (len(df), list(df.columns))
    assert len(json.loads((tmp_path / "json").read_text(encoding="utf-8"))) == len(df)
    assert len(pd.read_parquet(tmp_path / "parquet")) == len(df)


def test_export_to_standard_output(built, capfdbinary):
    assert main(["export", "people", str(built)]) == 0
    assert capfdbinary.readouterr().out.startswith("\ufeffleader_id,name,role".encode())


def test_an_option_may_stand_before_the_last_argument(built, tmp_path):
    assert main(["export", "events", "--to", str(tmp_path / "a.csv"), str(built)]) == 0
    assert main(["export", "events", str(built), "--to", str(tmp_path / "b.csv")]) == 0
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_tables_stay_where_nothing_could_be_read(documents, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["build", str(documents), "--out", str(out)]) == 0
    before = (out / "current").resolve()
    (documents / "call.txt").write_text("", encoding="utf-8")
    assert main(["build", str(documents), "--out", str(out)]) == 2
    told = capsys.readouterr()
    assert (out / "current").resolve() == before
    assert "none of 2 documents could be read" in told.err
    assert "call.txt: The file is empty." in told.out


SMALL_FILES = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))
from loaders.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_full_disk_leaves_what_was_there(documents, tmp_path):
    out, file = tmp_path / "out", tmp_path / "events.csv"
    assert main(["build", str(documents), "--out", str(out)]) == 0
    assert main(["export", "documents", str(out), "--to", str(file)]) == 0
    before, written = (out / "current").resolve(), file.read_bytes()
    (documents / "more.txt").write_text(REPORT * 3, encoding="utf-8")
    for arguments in (
        ["build", str(documents), "--out", str(out)],
        ["export", "documents", str(out), "--to", str(file)],
    ):
        done = subprocess.run([sys.executable, "-c", SMALL_FILES, *arguments], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode in (0, 2)
        assert "Traceback" not in done.stderr
    assert (out / "current").resolve() == before
    assert file.read_bytes() == written
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_names_reach_the_terminal_as_codes(documents, tmp_path, capsys):
    (documents / "a\x1b[31m\u202eb.txt").write_text("", encoding="utf-8")
    assert main(["build", str(documents), "--out", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().out
    assert "a\\x1b[31m\\u202eb.txt: The file is empty." in told
    assert told.isprintable() or set(told) - {"\n"} == {letter for letter in told if letter.isprintable()}


def test_a_name_that_is_no_unicode_stops_nothing(documents, tmp_path, capsys):
    (Path(os.fsdecode(os.fsencode(documents) + b"/\xff.txt"))).write_text(REPORT, encoding="utf-8")
    out = tmp_path / "out"
    assert main(["build", str(documents), "--out", str(out)]) == 0
    assert main(["check", str(out)]) == 0


def test_ctrl_c_is_one_line(documents, tmp_path, monkeypatch, capsys):
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("loaders.__main__.find_sources", stop)
    assert main(["build", str(documents), "--out", str(tmp_path / "out")]) == 130
    assert capsys.readouterr().err == "stopped; nothing is half written\n"


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_in_a_terminal_is_one_line(tmp_path, workers):
    """The terminal sends the signal to every process of the command, the workers too."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for n in range(600):
        (folder / f"{n}.txt").write_text(REPORT * 40, encoding="utf-8")
    arguments = ["build", str(folder), "--out", str(tmp_path / "out"), "--workers", str(workers)]
    program = f"import sys; from loaders.__main__ import main; print('ready', flush=True); sys.exit(main({arguments}))"
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "", "stopped; nothing is half written\n")
    assert not (tmp_path / "out" / "current").exists()


def test_a_link_as_target_leads_to_its_file(built, tmp_path):
    (tmp_path / "real.csv").write_text("old", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    assert main(["export", "people", str(built), "--to", str(tmp_path / "link.csv")]) == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes().startswith(b"\xef\xbb\xbfleader_id")


def test_a_target_that_is_no_file_is_written_to(built):
    command = [sys.executable, "-m", "loaders", "export", "people", str(built), "--to", "/dev/stdout"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert told.stdout.startswith(b"\xef\xbb\xbfleader_id")
