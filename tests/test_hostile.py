"""What readers may bring that is bad or hostile, an item a row: each is said in words, or harmless, and what stands beside it is read.

That nothing in a document runs or is fetched in a browser, tests/browser/test_hostile_words.py shows; each kind of broken line of the log
stands in tests/decisions/test_log.py, and what is wrong with files by format in tests/read/test_formats.py.
"""

from __future__ import annotations

import io
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from loaders import brought, collection
from loaders.__main__ import printable
from loaders.archive import unpack
from loaders.brought import Brought, CollectionError, safe_name
from loaders.build import process_document
from loaders.decisions.log import NAME, LogError, decide, read_log
from loaders.decisions.records import Target, Wish
from loaders.export import to_csv
from loaders.read import Source, find_sources, read_documents
from loaders.read.content import UnreadableError
from loaders.read.formats import FORMATS
from loaders.vocabulary import VocabularyError, load_topics
from tests.read.files import bomb, docx, packed, pdf

TEXT = "A visit\n5 May 2023\n\nBo Lund visited Kelna on Thursday.\n"
PAPER = Target("document", "d1", "a.txt", "", "A paper")
WHEN = "2026-11-28T10:05:00"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


def problem(name: str, data: bytes) -> Callable[[Path], str]:
    """What is said of a file that cannot be read."""

    def read(folder: Path) -> str:
        (folder / name).write_bytes(data)
        [document] = read_documents(Source((folder / name).as_posix(), name))
        return f"{document.status}: {document.problem}"

    return read


def text_of(name: str, data: bytes) -> Callable[[Path], str]:
    """What is read of a file, with all that is found in it."""

    def read(folder: Path) -> str:
        (folder / name).write_bytes(data)
        [document] = read_documents(Source((folder / name).as_posix(), name))
        rows = process_document(document)
        assert rows["documents"][0]["status"] != "failed"
        assert "Please report" not in str(rows["documents"][0]["problem"])
        return document.text

    return read


def zipped(*names: str, links: bool = False, inside: bytes = TEXT.encode()) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as folder:
        for name in names:
            info = zipfile.ZipInfo(name)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16 if links else 0
            folder.writestr(info, inside)
    return whole.getvalue()


def unpacked(data: bytes) -> Callable[[Path], str]:
    """The names that come in with an archive, and why others do not; none leads out of a folder."""

    def bring(_: Path) -> str:
        try:
            found = unpack(data)
        except UnreadableError as error:
            return str(error)
        assert not any("/" in name or ".." in name for name, _ in found.files)
        return "; ".join([*(name for name, _ in found.files), *(f"{name} left: {why}" for name, why in found.left)])

    return bring


def said_by(error: type[Exception], do: Callable[[Path], object]) -> Callable[[Path], str]:
    def run(folder: Path) -> str:
        with pytest.raises(error) as raised:
            do(folder)
        return str(raised.value)

    return run


def one_long_line(folder: Path) -> str:
    with (folder / "long.txt").open("wb") as file:
        file.truncate(300_000_000)
    [document] = read_documents(Source((folder / "long.txt").as_posix(), "long.txt"))
    return str(document.problem)


def many_files(folder: Path) -> str:
    for number in range(10_000):
        (folder / f"{number}.txt").touch()
    return f"{len(find_sources([folder])[0])} files"


def broken_vocabulary(folder: Path) -> None:
    (folder / "topics.yaml").write_text(
        "trade:\n  label: Trade\n  terms: {en: [trade]}\nwar:\n  label: War\n", encoding="utf-8"
    )
    load_topics(folder)


def no_vocabulary(folder: Path) -> None:
    (folder / "topics.yaml").write_text("trade:\n  label: [Trade\nwar: x\n", encoding="utf-8")
    load_topics(folder)


def broken_log(folder: Path) -> str:
    decide(folder, [Wish(PAPER, "title", "", "One")], WHEN)
    line = (folder / NAME).read_text(encoding="utf-8")
    newer = line.replace('"version": 1', '"version": 2')
    (folder / NAME).write_text(f"{line}{{\n{line}{newer}", encoding="utf-8")
    log = read_log(folder)
    return f"{len(log.decisions)} left; {'; '.join(f'{one.line}: {one.why}' for one in log.passed)}"


HOSTILE: dict[str, tuple[Callable[[Path], str], str]] = {
    "an empty PDF": (problem("a.pdf", b""), "failed: "),
    "a truncated PDF": (problem("a.pdf", pdf([(72, 700, "One.")])[:60]), "failed: "),
    "a PDF of pictures alone": (problem("a.pdf", pdf([], text=False)), "scan"),
    "a zip bomb": (unpacked(bomb("a.txt", 210_000_000)), "which no document needs; it was not opened"),
    "nested zips": (unpacked(zipped("in.zip", "a.txt")), "a.txt; in.zip left: an archive within the archive"),
    "paths that lead out": (unpacked(zipped("../../a.txt", "/etc/b.txt", "..\\c.txt")), "a.txt; b.txt; c.txt"),
    "links in an archive": (unpacked(zipped("a.txt", links=True, inside=b"/etc/passwd")), "a.txt left: a link"),
    "an XML bomb in a .docx": (
        problem("a.docx", packed({"[Content_Types].xml": "<x/>", "word/document.xml": f"{ENTITIES}<x>&b;&c;</x>"})),
        "failed: The file declares entities",
    ),
    "a Word document that is none": (problem("a.docx", docx("One.")[:90]), "failed: "),
    "scripts, styles, handlers, frames": (
        text_of(
            "a.html",
            b"<html><head><style>p{background:url(//x.example/b)}</style><script>steal()</script></head><body><article>"
            b"<p onclick='steal()'>The mayor of Kelna opened the ferry on Friday, and many came to see it there.</p>"
            b"<img src='//x.example/a.png' onerror='steal()'><iframe src='//x.example'></iframe></article></body></html>",
        ),
        "opened the ferry",
    ),
    "a name with a newline, markup, and letters turned": (
        lambda _: safe_name("a\n<script>x</script>\u202etxt.exe.txt"),
        "x script txt.exe.txt",
    ),
    "a name that moves the cursor": (lambda _: printable("a\x1b[31m\nb\u202e"), r"a\x1b[31m\nb\u202e"),
    "300 MB of one line": (one_long_line, "The file has 300.0 MB; of this format up to 10 MB are read."),
    "mixed encodings": (text_of("a.txt", TEXT.encode() + "Año de Cádiz.\n".encode("latin-1")), "visited Kelna"),
    "10,000 files": (many_files, "10000 files"),
    "NUL bytes": (problem("a.txt", b"\x00" * 500), "failed: "),
    "lone surrogates": (text_of("a.txt", TEXT.encode() + b"\xed\xa0\x80 and on\n"), "visited Kelna"),
    "dates beyond all types": (
        text_of("a.txt", (TEXT + "It opened on 30 February 99999 and in 9999999999 BC, 31 December 9999.\n").encode()),
        "9999999999 BC",
    ),
    "a cell that is a formula": (
        lambda _: to_csv(pd.DataFrame({"a": ['=HYPERLINK("x")', "+1+1"]})).decode(),
        "'=HYPERLINK",
    ),
    "a log with broken, doubled and later lines": (
        broken_log,
        "1 left; 2: it is not JSON, or cut off; 3: a line before it has the same id; 4: a later version",
    ),
    "a vocabulary with an error in an entry": (
        said_by(VocabularyError, broken_vocabulary),
        "topics.yaml, war: the field 'terms' is missing (topics.yaml line 4)",
    ),
    "a vocabulary that is no YAML": (said_by(VocabularyError, no_vocabulary), "line 3, column"),
    "an upload that is too large": (
        said_by(CollectionError, lambda _: brought.look_into("a.txt", bytes(brought.LARGEST + 1))),
        "files up to 50 MB can be brought here",
    ),
    "uploads that are too many": (
        said_by(CollectionError, lambda folder: collection.add(folder, [Brought("a.txt", b"")] * 201)),
        "201 files at once are too many",
    ),
}


@pytest.mark.parametrize(("do", "said"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_hostile_is_said_or_harmless(tmp_path, do, said):
    told = do(tmp_path)
    assert said in told
    assert "steal" not in told


def test_a_decision_on_a_full_disk_is_said_not_to_be_saved(tmp_path, monkeypatch):
    def refuse(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(LogError, match="It could not be saved: No space left on device"):
        decide(tmp_path, [Wish(PAPER, "title", "", "One")], WHEN)


def test_every_format_has_its_bound():
    assert all(1_000_000 <= one.largest <= 300_000_000 for one in FORMATS.values())
