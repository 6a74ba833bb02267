"""The formats that are read: by the ending of a file's name, and by the bytes where these say that the name is wrong.

A reader takes the bytes of a file and gives its documents; a further format is one more row of FORMATS. Libraries are
imported where a file needs them: a folder of texts waits for none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from loaders.read.book import read_epub
from loaders.read.columns import NONE
from loaders.read.content import Content, UnreadableError
from loaders.read.decode import decode
from loaders.read.mail import read_eml, read_mbox
from loaders.read.markdown import read_markdown
from loaders.read.pdf import read_pdf
from loaders.read.plain import read_plain
from loaders.read.sheets import (
    Row,
    from_rows,
    names_of,
    names_of_parquet,
    rows_of_csv,
    rows_of_jsonl,
    rows_of_parquet,
    rows_of_xlsx,
    unpack,
)
from loaders.read.subtitles import read_subtitles
from loaders.read.word import read_docx, read_odt, read_rtf
from loaders.read.zipped import open_packed

Reader = Callable[[bytes], list[Content]]
Rows = Callable[[bytes, Mapping[str, str]], list[Row]]


@dataclass(frozen=True, slots=True)
class Format:
    read: Reader
    largest: int
    """Bytes of the largest file that is read."""
    rows: Rows | None = None
    """Of a table: its rows, from which the documents come as its columns say."""


TEXT, PRINTED, MANY = 10_000_000, 200_000_000, 300_000_000
"""Bytes: a longer text is no report, and its page would not open in a browser either; what is printed brings its pictures
along; and what holds many documents may hold more."""


def _of_text(read: Callable[[str], Content]) -> Reader:
    return lambda data: [read(decode(data))]


def _of_bytes(read: Callable[[bytes], Content]) -> Reader:
    return lambda data: [read(data)]


def _read_html(text: str) -> Content:
    # trafilatura and htmldate take 0.4 s to load, and most folders hold no page.
    from loaders.read.html import read_html

    return read_html(text)


def _packed(rows: Rows, form: str) -> Rows:
    return lambda data, mapped: rows(unpack(data, form), mapped)


def _table(rows: Rows) -> Format:
    return Format(lambda data: from_rows(rows(data, NONE)), MANY, rows)


_text, _printed, _many = partial(Format, largest=TEXT), partial(Format, largest=PRINTED), partial(Format, largest=MANY)

FORMATS: dict[str, Format] = {
    **dict.fromkeys((".txt", ".text"), _text(_of_text(read_plain))),
    **dict.fromkeys((".md", ".markdown"), _text(_of_text(read_markdown))),
    **dict.fromkeys((".html", ".htm", ".xhtml"), _text(_of_text(_read_html))),
    **dict.fromkeys((".srt", ".vtt"), _text(_of_text(read_subtitles))),
    ".pdf": _printed(_of_bytes(read_pdf)),
    ".docx": _printed(_of_bytes(read_docx)),
    ".odt": _printed(_of_bytes(read_odt)),
    ".rtf": _printed(_of_bytes(read_rtf)),
    ".epub": _printed(_of_bytes(read_epub)),
    ".eml": _printed(read_eml),
    ".mbox": _many(read_mbox),
    **dict.fromkeys((".csv", ".tsv"), _table(rows_of_csv)),
    ".xlsx": _table(rows_of_xlsx),
    **dict.fromkeys((".jsonl", ".ndjson"), _table(rows_of_jsonl)),
    ".jsonl.gz": _table(_packed(rows_of_jsonl, "gzip")),
    ".jsonl.zst": _table(_packed(rows_of_jsonl, "zstd")),
    ".csv.gz": _table(_packed(rows_of_csv, "gzip")),
    ".parquet": _table(rows_of_parquet),
}
"""By ending, in small letters; the longest that fits a name counts. No .json: beside documents it tells about one of them."""

PACKED = {
    "word/document.xml": ".docx",
    "xl/workbook.xml": ".xlsx",
    "content.xml": ".odt",
    "META-INF/container.xml": ".epub",
}
"""What a packed file holds, and which format it therefore is; asked in this order."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How .doc, .xls and encrypted Office files begin (MS-CFB 2.2)."""


def ending_of(name: str) -> str:
    """The ending by which a file is read; empty where none is known.

    >>> ending_of("reports/All.JSONL.gz"), ending_of("notes.TXT"), ending_of("a.doc")
    ('.jsonl.gz', '.txt', '')
    """
    low = name.lower()
    return max((ending for ending in FORMATS if low.endswith(ending)), key=len, default="")


def read_contents(data: bytes, ending: str, mapped: Mapping[str, str] = NONE) -> list[Content]:
    """The documents in a file's bytes: by what the bytes are, where they say so, else by the ending of its name.

    `mapped` says what columns of a table are for (columns.USES), where their names do not.
    Raises UnreadableError with a message for the reader of the page.
    """
    if data.startswith(OLD_OFFICE):
        raise UnreadableError(
            "The file is in an old format of Office, or encrypted; save it as .docx or .xlsx without a password."
        )
    form = FORMATS[_by_bytes(data) or ending]
    return from_rows(form.rows(data, mapped), mapped) if form.rows and mapped else form.read(data)


def read_columns(data: bytes, ending: str) -> list[str]:
    """The names of the columns of a table; none for what is no table, or cannot be read."""
    try:
        if data.startswith(OLD_OFFICE):
            return []
        ending = _by_bytes(data) or ending
        rows = FORMATS[ending].rows
        if ending == ".parquet":
            return names_of_parquet(data)
        return names_of(rows(data, NONE)) if rows else []
    except UnreadableError:
        return []


def _by_bytes(data: bytes) -> str | None:
    start = data[:1024].lstrip()
    if start.startswith(b"%PDF-"):
        return ".pdf"
    if start.startswith(b"{\\rtf"):
        return ".rtf"
    if data.startswith(b"PAR1"):
        return ".parquet"
    if data.startswith(b"PK\x03\x04"):
        names = set(open_packed(data).namelist())
        return next((ending for name, ending in PACKED.items() if name in names), None)
    return None
