"""Documents come into a collection and out of it: whole or not at all, under names that hurt nobody."""

from __future__ import annotations

import io
import stat
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from loaders import brought, collection
from loaders.brought import Brought, CollectionError
from loaders.build import build
from loaders.collection import ADDED
from loaders.tables.store import read_tables

CALL = "A call\n2021-08-31 18:28\n\nAna Ruiz telephoned Bo Lund on August 30th. “Masks will come,” Ruiz said.\n"
VISIT = "A visit\n\nBo Lund visited Kelna on Thursday.\n"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A collection of one folder with one document."""
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "call.txt").write_text(CALL, encoding="utf-8")
    build([documents], tmp_path / "out")
    collection.remember_sources(tmp_path / "out", [documents])
    return tmp_path / "out"


def titles(folder: Path) -> list[str]:
    return sorted(read_tables(folder)["documents"]["title"])


def test_what_is_brought_comes_in_with_what_is_said_of_it_and_goes_out_again(built):
    [name] = collection.add(
        built, [Brought("visit.txt", VISIT.encode(), {"date": "5 May 2023", "publisher": "Kelna Post"})]
    )
    collection.rebuild(built)
    documents = read_tables(built)["documents"].set_index("title")
    assert documents.loc["A visit", "published"] == datetime(2023, 5, 5)
    assert documents.loc["A visit", "publisher"] == "Kelna Post"
    [event] = [row for row in read_tables(built)["events"].itertuples() if "visit" in row.title]
    assert event.date == "2023-05-04"
    collection.take_out(built, name)
    collection.rebuild(built)
    assert titles(built) == ["A call"]
    assert collection.list_added(built) == []
    assert collection.add(built, [Brought("visit.txt", VISIT.encode())]) == ["visit.txt"]


def test_a_build_of_the_folder_keeps_what_was_added(built):
    from loaders.__main__ import main

    collection.add(built, [Brought("visit.txt", VISIT.encode())])
    assert main(["build", *collection.list_sources(built), "--out", str(built)]) == 0
    assert titles(built) == ["A call", "A visit"]


def test_a_source_can_be_left_out_but_not_the_last_document(built):
    [source] = collection.list_sources(built)
    with pytest.raises(CollectionError, match="needs a document"):
        collection.leave_out(built, source)
    collection.add(built, [Brought("visit.txt", VISIT.encode())])
    collection.leave_out(built, source)
    collection.rebuild(built)
    assert titles(built) == ["A visit"]
    assert Path(source).is_dir()


def test_two_documents_of_one_name_are_both_kept(built):
    first = collection.add(built, [Brought("a.txt", CALL.encode()), Brought("a.txt", VISIT.encode())])
    again = collection.add(built, [Brought("a.txt", CALL.encode()), Brought("metadata.csv", b"text\nOne.")])
    assert first == ["a.txt", "a (2).txt"]
    assert again == ["a.txt", "metadata (2).csv"]


NAMES = [
    ("../../../etc/passwd.txt", "etc passwd.txt"),
    ("C:\\Users\\me\\talks.docx", "C Users me talks.docx"),
    ("a\nb\x00c.txt", "a b c.txt"),
    ("txt.\u202eexe.txt", "txt.exe.txt"),
    ("...", "document"),
    (".htaccess.txt", "htaccess.txt"),
    (f"{'x' * 500}.txt", f"{'x' * 120}.txt"),
    ("Bogota\u0301.txt", "Bogotá.txt"),
]


@pytest.mark.parametrize(("name", "stored"), NAMES, ids=[f"{n}" for n in range(len(NAMES))])
def test_a_name_is_made_safe(name, stored):
    assert brought.safe_name(name) == stored


def test_nothing_is_written_outside_the_collection(built):
    before = {path for path in built.parent.rglob("*") if built not in path.parents}
    collection.add(built, [Brought("../../evil.txt", CALL.encode()), Brought("/etc/evil.txt", VISIT.encode())])
    assert {path for path in built.parent.rglob("*") if built not in path.parents} == before
    assert len(collection.list_added(built)) == 2


def test_a_date_that_is_none_adds_nothing(built):
    with pytest.raises(CollectionError, match="“soon” is no day"):
        collection.add(built, [Brought("a.txt", CALL.encode()), Brought("b.txt", VISIT.encode(), {"date": "soon"})])
    assert collection.list_added(built) == []


def test_a_full_disk_adds_nothing(built, monkeypatch):
    real, written = collection._write, []

    def fill(path, data):
        if len(written) == 1:
            raise OSError(28, "No space left on device")
        written.append(path)
        real(path, data)

    monkeypatch.setattr(collection, "_write", fill)
    with pytest.raises(CollectionError, match="Nothing was added: No space left on device"):
        collection.add(built, [Brought("a.txt", CALL.encode()), Brought("b.txt", VISIT.encode())])
    assert collection.list_added(built) == []


def test_what_was_there_stays_where_the_disk_is_full(built, monkeypatch):
    collection.add(built, [Brought("a.txt", CALL.encode())])

    def refuse(path, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(collection, "_write", refuse)
    with pytest.raises(CollectionError, match="Nothing was added"):
        collection.add(built, [Brought("a.txt", CALL.encode()), Brought("b.txt", VISIT.encode())])
    assert collection.list_added(built) == ["a.txt"]


def test_a_build_that_fails_leaves_the_old_tables(built):
    (built / ADDED).mkdir()
    for source in collection.list_sources(built):
        (Path(source) / "call.txt").write_bytes(b"")
    with pytest.raises(CollectionError, match="could not be built"):
        collection.rebuild(built)
    assert titles(built) == ["A call"]


LOOKED = [
    ("a.txt", CALL.encode(), "A call", "2021-08-31", False),
    ("a.txt", VISIT.encode(), "A visit", "None", False),
    ("a.pdf", b"not a pdf", "a", "None", True),
]


@pytest.mark.parametrize(
    ("name", "data", "title", "published", "unread"), LOOKED, ids=[f"{n}" for n in range(len(LOOKED))]
)
def test_what_a_file_holds_is_known_before_it_is_stored(name, data, title, published, unread):
    [found] = brought.look_into(name, data)
    assert (found.title, str(found.published)[:10], found.is_unread) == (title, published, unread)
    assert bool(found.problem) == (published == "None")


@pytest.mark.parametrize(("name", "size"), [("a.exe", 10), ("a.txt", brought.LARGEST + 1)])
def test_what_cannot_be_brought_is_said(name, size):
    with pytest.raises(CollectionError, match=r"“a\.(exe|txt)”"):
        brought.look_into(name, b"x" * size)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("30 August 2021", datetime(2021, 8, 30)),
        ("2021-08-30", datetime(2021, 8, 30)),
        ("2021", None),
        ("", None),
        ("x", None),
    ],
)
def test_a_day_as_people_type_it(words, day):
    assert brought.read_day(words) == day


def packed(*parts: tuple[str, bytes], link: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in parts:
            archive.writestr(name, content)
        if link:
            info = zipfile.ZipInfo(link)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
    return data.getvalue()


def test_the_files_of_an_archive_come_in_one_by_one():
    table = b"file,title,date,publisher\nvisit.txt,The visit,5 May 2023,Kelna Post\ncall.txt,,someday,\n"
    data = packed(
        ("reports/visit.txt", VISIT.encode()),
        ("../../call.txt", CALL.encode()),
        ("reports/metadata.csv", table),
        ("reports/.hidden.txt", b"no"),
        ("__MACOSX/visit.txt", b"no"),
        ("photo.jpg", b"no"),
        ("more.zip", packed(("a.txt", b"a"))),
        link="passwd.txt",
    )
    files, left = brought.bring("reports.zip", data)
    assert [(file.name, dict(file.said)) for file in files] == [
        ("visit.txt", {"title": "The visit", "date": "5 May 2023", "publisher": "Kelna Post"}),
        ("call.txt", {}),
    ]
    assert {name: why.split(";")[0] for name, why in left} == {
        "photo.jpg": "not in a format that is read",
        "more.zip": "an archive within the archive",
        "passwd.txt": "a link to another file",
    }


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "damaged"),
        (b"PK\x03\x04 no archive", "damaged"),
        (packed(), "holds no file"),
        (packed(("a.txt", b"0" * 1000))[:-30], "damaged"),
    ],
)
def test_an_archive_that_cannot_be_opened_says_why(data, message):
    with pytest.raises(CollectionError, match=message):
        brought.bring("a.zip", data)


def test_an_archive_far_larger_than_it_looks_is_not_opened():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 101_000_000)
    with pytest.raises(CollectionError, match="unpacks to 101 MB"):
        brought.bring("a.zip", data.getvalue())


def test_a_file_that_is_no_archive_is_brought_as_it_is():
    assert brought.bring("visit.txt", b"x") == ([Brought("visit.txt", b"x")], [])
