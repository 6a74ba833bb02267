"""A folder of everything: what can be read is read, what cannot is explained, each file in a row of its own."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.tables.store import read_tables

TOWNS = "Arvik Brenna Corvo Dunmere Elsby Farnau Gressen Holmar Ivry Jarna".split()


def _tell(number: int) -> tuple[str, str]:
    """A date and a sentence, another one for each number."""
    town, day = TOWNS[number % len(TOWNS)], number % 28 + 1
    return f"2022-05-{day:02d}", f"The mayor of {town} opened kiln number {number} on {day} May 2022."


def _mail(day: str, text: str) -> str:
    return f"From: Desk <desk@example.org>\nDate: {day[8:]} May 2022 09:00:00 +0000\nSubject: A kiln\n\n{text}\n"


READABLE: dict[str, Callable[[str, str], str]] = {
    "txt": lambda day, text: f"A kiln\n{day}\n\n{text}\n",
    "md": lambda day, text: f"---\ntitle: A kiln\ndate: {day}\n---\n\n{text}\n",
    "html": lambda day, text: f"<html><body><h1>A kiln</h1><p>{day}</p><p>{text}</p></body></html>",
    "eml": _mail,
    "jsonl": lambda day, text: json.dumps({"date": day, "title": "A kiln", "text": text}) + "\n",
}


def _zip(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()


BROKEN: dict[str, bytes] = {
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "named.pdf": b"this is a note, and no PDF",
    "cut.docx": _zip(a=b"")[:40],
    "hollow.docx": _zip(other=b"nothing"),
    "hollow.odt": _zip(other=b"nothing"),
    "hollow.epub": _zip(other=b"nothing"),
    "empty.txt": b"",
    "picture.md": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "scripts.html": b"<html><body><script>run()</script></body></html>",
    "cut.parquet": b"PAR1",
}


def _files(n: int) -> Iterator[tuple[str, bytes]]:
    """Readable files of all formats in turn, and the broken ones among them."""
    yield from BROKEN.items()
    for number in range(n - len(BROKEN)):
        ending = list(READABLE)[number % len(READABLE)]
        yield f"folder {number % 3}/kiln {number}.{ending}", READABLE[ending](*_tell(number)).encode()


@pytest.fixture(scope="module", name="built")
def _built(tmp_path_factory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("mixed")
    for name, data in _files(60):
        (folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "in" / name).write_bytes(data)
    assert main(["build", str(folder / "in"), "--out", str(folder / "out")]) == 0
    return folder / "out", str(folder / "in")


def test_all_that_can_be_read_is_read_and_all_else_explained(built):
    documents = read_tables(built[0])["documents"]
    failed = documents[documents["status"] == "failed"]
    assert len(documents) == 60 and (documents["status"] == "read").sum() == 50
    assert sorted(path.rsplit("/", 1)[-1] for path in failed["path"]) == sorted(BROKEN)
    for problem in failed["problem"]:
        assert 10 < len(problem) < 200 and problem.endswith(".") and "report" not in problem and "Error" not in problem


def test_each_readable_file_has_its_event_and_each_broken_one_none(built):
    tables = read_tables(built[0])
    read = tables["documents"].set_index("document_id")["path"]
    told = {read[key] for key in tables["mentions"]["document_id"]}
    assert told == {path for path in read if path.rsplit("/", 1)[-1] not in BROKEN}
    assert set(tables["mentions"]["date"]) == {_tell(number)[0] for number in range(50)}


def test_the_command_line_names_each_that_was_not_read(built, capsys):
    assert main(["build", built[1], "--out", str(built[0])]) == 0
    said = capsys.readouterr().out
    for name in BROKEN:
        [line] = [line for line in said.splitlines() if line.startswith("failed: ") and f"/{name}: " in line]
        assert len(line) > len(name) + 20
    assert "50 of 60 documents read" in said
