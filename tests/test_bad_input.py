"""Everything that can be wrong with a folder, in one folder: each file gets a row that says what."""

from __future__ import annotations

import os
import unicodedata
import zlib
from pathlib import Path

import pytest

from loaders.build import build
from loaders.read import FORMATS, NothingToReadError, find_sources
from loaders.tables.store import read_tables

GOOD = "Rice and ships\nMarch 3, 2021\n\nThe two ministers met in Lima on Tuesday. “We start again,” the host said.\n"

CYRILLIC = (
    "<html><head><meta http-equiv=Content-Type content='text/html; charset=koi8-r'><title>Встреча</title></head>"
    "<body><p>Министры встретились в Лиме и подписали новое соглашение о рыбе.</p></body></html>"
)

FILES: dict[str, tuple[bytes, str, str]] = {
    # name: bytes, status, the words of the problem
    "good.txt": (GOOD.encode(), "read", ""),
    "windows.txt": (GOOD.replace("ministers", "señores Núñez y Muñoz").encode("windows-1252"), "read", ""),
    "utf-16.txt": (GOOD.replace("Lima", "México").encode("utf-16"), "read", ""),
    "empty.txt": (b"", "failed", "The file is empty."),
    "blanks.txt": (b" \n\n\t ", "failed", "The file is empty."),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + zlib.compress(bytes(range(256)) * 40), "failed", "The file is not text"),
    "program.md": (b"\x7fELF" + bytes(range(256)) * 20, "failed", "The file is not text"),
    "zeros.html": (bytes(4096), "failed", "The file is not text"),
    "page.html": (b"<html><body><script>x</script></body></html>", "failed", "The page holds no text."),
    "huge.txt": (GOOD.encode() * 200_000, "failed", "MB; of this format up to 10 MB are read. Split it into parts."),
    "undated.txt": (b"Rice and ships\n\nThe two ministers met on Tuesday.\n", "undated", "No published date was found"),
    "one-word.txt": (b"Rice", "undated", "No published date was found"),
    "no-ending-of-line.txt": (b"A" * 300_000, "undated", "No published date was found"),
    "only-digits.txt": (b"1914, 1915, 1916, " * 3_000, "undated", "No published date was found"),
    "only-quotes.txt": (("“\"”'" * 3_000).encode(), "undated", "No published date was found"),
    "front.md": (b"---\ntitle: [broken\n---\n\nMarch 3, 2021\n\nThey met.\n", "read", ""),
    "composed.txt": (unicodedata.normalize("NFD", GOOD.replace("Lima", "Bogotá")).encode(), "read", ""),
    "halves.md": (b'---\ntitle: "Talks \\ud83d\\ude00"\n---\n\n' + GOOD.encode(), "read", ""),
    "bomb.md": (b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n\n" + GOOD.encode(), "read", ""),
    "address.txt": (b"URL: http://[2001:db8::1]/x\n\n" + GOOD.encode(), "read", ""),
    "no-address.txt": (b"URL: http://[2001:db8\n\n" + GOOD.encode(), "read", ""),
    "first-day.txt": (b"Date: 0001-01-01\n\nThey met on Tuesday. The port opened today.\n", "read", ""),
    "last-day.txt": (
        b"Date: 9999-12-31\n\nThey met on Tuesday. The port opens tomorrow.\n",
        "undated",
        "No published date was found",
    ),
    "japanese.txt": ("会談は3月3日に行われた。\n".encode("iso-2022-jp"), "undated", "No published date was found"),
    "own-charset.html": (CYRILLIC.encode("koi8-r"), "undated", "No published date was found"),
    "said.txt": (b"he said " * 3_000 + GOOD.encode(), "read", ""),
    "sub/good.txt": (GOOD.replace("Lima", "Quito").encode(), "read", ""),
    "odd ' name; --.txt": (GOOD.replace("Lima", "Cali").encode(), "read", ""),
}


@pytest.fixture(scope="module", name="tables")
def built_tables(tmp_path_factory):
    folder, out = tmp_path_factory.mktemp("documents"), tmp_path_factory.mktemp("built")
    for name, (data, _, _) in FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_bytes(b"hidden")
    build([folder], out)
    return read_tables(out)


def row_of(tables, name):
    documents = tables["documents"]
    found = documents[documents["path"].str.endswith(f"/{name}")]
    return found.iloc[0] if name != "good.txt" else found[~found["path"].str.contains("/sub/")].iloc[0]


@pytest.mark.parametrize("name", FILES)
def test_each_file_is_a_row_that_says_what_is_wrong(tables, name):
    row = row_of(tables, name)
    assert row["status"] == FILES[name][1]
    assert FILES[name][2] in (row["problem"] or "")
    assert bool(row["problem"]) == (row["status"] != "read")
    assert row["title"]


def test_nothing_else_is_a_row(tables):
    assert len(tables["documents"]) == len(FILES)
    assert len(FILES["huge.txt"][0]) > 2 * FORMATS[".txt"].largest


def test_the_rest_is_loaded(tables):
    good = row_of(tables, "good.txt")
    quotes = tables["quotes"]
    assert (good["title"], str(good["published"])[:10]) == ("Rice and ships", "2021-03-03")
    assert quotes[quotes["document_id"] == good["document_id"]]["text"].str.startswith("We start again").tolist() == [
        True
    ]


def test_older_encodings_are_read_as_written(tables):
    assert "señores Núñez y Muñoz" in row_of(tables, "windows.txt")["text"]
    assert "in México on Tuesday" in row_of(tables, "utf-16.txt")["text"]


def test_a_file_that_may_not_be_opened(tmp_path, monkeypatch):
    (tmp_path / "locked.txt").write_text(GOOD, encoding="utf-8")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    build([tmp_path], tmp_path / "out")
    documents = read_tables(tmp_path / "out")["documents"]
    assert documents["problem"].tolist() == ["The file could not be opened: Permission denied."]


def test_a_folder_that_does_not_exist(tmp_path):
    with pytest.raises(NothingToReadError, match=r"nowhere does not exist; give a file or a folder of documents"):
        find_sources([tmp_path / "nowhere"])


def test_a_folder_without_documents(tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(NothingToReadError, match=r"no documents in .*; these endings are read: \.txt, .*\.html"):
        find_sources([tmp_path])


def test_what_is_passed_over_is_named(tmp_path):
    for name in ("a.txt", "b.TXT", "c.png", "~$d.txt", ".e.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    sources, passed = find_sources([tmp_path])
    assert [source.name for source in sources] == ["a.txt", "b.TXT"]
    assert {(Path(one.path).name, one.why) for one in passed} >= {
        ("c.png", "not a format that is read"),
        (".e.txt", "a hidden file"),
    }


def test_the_same_file_given_twice_is_read_once(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    sources, _ = find_sources([tmp_path, tmp_path, tmp_path / "a.txt"])
    assert [source.name for source in sources] == ["a.txt"]


def test_a_text_in_decomposed_letters_is_read_like_any_other(tables):
    row = row_of(tables, "composed.txt")
    assert "Bogotá" in row["text"]
    assert tables["mentions"][tables["mentions"]["document_id"] == row["document_id"]]["place"].tolist() == ["Bogotá"]


def test_halves_of_an_emoji_are_joined_and_a_page_is_read_as_it_says(tables):
    assert row_of(tables, "halves.md")["title"] == "Talks 😀"
    assert "Министры" in row_of(tables, "own-charset.html")["text"]
    assert "会談" in row_of(tables, "japanese.txt")["text"]


def test_links_pipes_and_hidden_files_are_named_and_not_read(tmp_path):
    secret = tmp_path / "elsewhere" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text(GOOD)
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "out.txt").symlink_to(secret)
    (folder / "again.txt").symlink_to(folder / "good.txt")
    (folder / ".hidden.txt").write_text(GOOD)
    os.mkfifo(folder / "pipe.txt")
    sources, passed = find_sources([folder])
    assert [source.name for source in sources] == ["good.txt"]
    assert {Path(one.path).name: one.why for one in passed} == {
        "out.txt": "a link that leads out of the folder",
        ".hidden.txt": "a hidden file",
        "pipe.txt": "no file but a pipe, socket or device",
    }


def test_a_link_that_is_given_by_name_is_named(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "link.txt").symlink_to(tmp_path / "good.txt")
    with pytest.raises(NothingToReadError, match=r"link\.txt is a link that leads out of the folder"):
        find_sources([tmp_path / "link.txt"])
