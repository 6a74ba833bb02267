"""Tables: of documents (a row a document), or of events (a row an event), from CSV, Excel, JSON Lines and Parquet.

columns.py says what a column is for. A table with a column for the text is one of documents; one
with dates and titles and no text is a chronology, and becomes one document with an entry for each row.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import islice
from typing import Any

from loaders.read.columns import DECLARED, NONE, find_columns
from loaders.read.content import Content, UnreadableError
from loaders.read.decode import composed, decode
from loaders.read.zipped import open_packed

MOST_ROWS = 1_000_000
MOST_UNPACKED = 1_000_000_000
PIECE = 1 << 20
LONGEST_CELL = 10_000_000
DELIMITERS = ",;\t|"
HOW = "a column of the table"

Row = Mapping[str, Any]


def rows_of_csv(data: bytes, mapped: Mapping[str, str] = NONE) -> list[Row]:
    """The rows of a table in text, by the delimiter that its first line has most of."""
    text = decode(data)
    csv.field_size_limit(LONGEST_CELL)
    first = text.lstrip().split("\n", 1)[0]
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=first.count))
        return list(islice(_named(rows), MOST_ROWS))
    except csv.Error as error:
        raise UnreadableError(f"The table cannot be read: {error}.") from error


def rows_of_xlsx(data: bytes, mapped: Mapping[str, str] = NONE) -> list[Row]:
    """The rows of the first sheet of an Excel file that has any."""
    import openpyxl

    open_packed(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = [list(islice(sheet.iter_rows(values_only=True), MOST_ROWS)) for sheet in book.worksheets[:1]]
    except Exception as error:  # openpyxl lets through whatever a damaged file makes its parsers raise
        raise UnreadableError("The Excel file is damaged.") from error
    return list(_named(sheets[0] if sheets else []))


def rows_of_jsonl(data: bytes, mapped: Mapping[str, str] = NONE) -> list[Row]:
    """The objects of JSON Lines; a line that is none is left out where others are."""
    return list(islice(_lines(decode(data)), MOST_ROWS))


def rows_of_parquet(data: bytes, mapped: Mapping[str, str] = NONE) -> list[Row]:
    """The rows of a Parquet file, of those columns that serve."""
    import pyarrow
    import pyarrow.parquet

    try:
        file = pyarrow.parquet.ParquetFile(io.BytesIO(data))
        known = find_columns(file.schema_arrow.names, mapped).values()
        return list(islice(file.read(columns=list(known)).to_pylist(), MOST_ROWS))
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise UnreadableError("The Parquet file is damaged.") from error


def unpack(data: bytes, form: str) -> bytes:
    """What is compressed as "gzip" or "zstd". Raises UnreadableError where it is damaged, or far larger than it looks."""
    import pyarrow

    try:
        # Piece by piece: whoever reads a number of bytes at once is given room for all of them first.
        with pyarrow.input_stream(io.BytesIO(data), compression=form) as stream:
            found = bytearray()
            while len(found) <= MOST_UNPACKED and (piece := stream.read(PIECE)):
                found += piece
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise UnreadableError("The file is damaged: it cannot be unpacked.") from error
    if len(found) > MOST_UNPACKED:
        raise UnreadableError(f"The file unpacks to more than {MOST_UNPACKED / 1e9:.0f} GB; split it into parts.")
    return bytes(found)


def names_of_parquet(data: bytes) -> list[str]:
    """The names of all columns of a Parquet file; none where it is damaged."""
    import pyarrow
    import pyarrow.parquet

    try:
        return list(pyarrow.parquet.ParquetFile(io.BytesIO(data)).schema_arrow.names)
    except (pyarrow.ArrowException, OSError, ValueError):
        return []


def names_of(rows: Sequence[Row]) -> list[str]:
    """The names of the columns that rows have."""
    return list(dict.fromkeys(str(name) for row in rows[:1000] for name in row))


def from_rows(found: Sequence[Row], mapped: Mapping[str, str] = NONE) -> list[Content]:
    """The documents, or the one chronology, in rows by the names of their columns, or as `mapped` says (columns.USES)."""
    columns = find_columns(names_of(found), mapped)
    if "text" in columns:
        documents = list(_documents(found, columns))
        if documents:
            return documents
        raise UnreadableError(f"No row of the table has a text in the column “{columns['text']}”.")
    if {"published", "title"} <= columns.keys():
        return [_chronology(found, columns)]
    names = ", ".join(names_of(found)[:8]) or "none"
    raise UnreadableError(
        f"The table has no column that is known to hold a text (its columns: {names}). Name it “text”, with “date”, “title”, "
        "“publisher” and “url” beside it; or “date” and “title” for a list of events. Or say which column is which: in the "
        "browser when it is added, on the command line with --map text=COLUMN date=COLUMN."
    )


def _named(rows: Iterable[Sequence[Any]]) -> Iterator[Row]:
    """Rows by the names in the first row that has any."""
    lines = iter(rows)
    head = next((row for row in lines if any(cell not in (None, "") for cell in row)), [])
    names = [say(cell) or f"column {number}" for number, cell in enumerate(head, start=1)]
    for row in lines:
        yield dict(zip(names, row, strict=False))


def _lines(text: str) -> Iterator[Row]:
    for line in text.splitlines():
        try:
            row = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            yield row


def _documents(rows: Sequence[Row], columns: Mapping[str, str]) -> Iterator[Content]:
    for number, row in enumerate(rows, start=1):
        cells = {use: say(row.get(name)) for use, name in columns.items()}
        text = cells["text"]
        if not text.strip():
            continue
        title = cells.get("title", "")
        if title and not text.startswith(title):
            text = f"{title}\n\n{text}"
        declared = {use: cells[use] for use in DECLARED if cells.get(use)}
        yield Content(
            text.strip() + "\n", declared, cells.get("language", "")[:2].lower() or None, HOW, f"row {number}"
        )


def _chronology(rows: Sequence[Row], columns: Mapping[str, str]) -> Content:
    """One text with a paragraph for each event: its date, what happened, who and where."""
    entries = []
    for row in rows:
        cells = {use: " ".join(say(row.get(name)).split()) for use, name in columns.items()}
        if cells["published"] and cells["title"]:
            beside = ", ".join(filter(None, (cells.get("who", ""), cells.get("place", ""))))
            ends = "" if cells["title"][-1] in ".!?" else "."
            entries.append(f"{cells['published']}: {cells['title']}{f' ({beside})' if beside else ''}{ends}")
    if not entries:
        raise UnreadableError("No row of the table has both a date and a title.")
    return Content("\n\n".join(entries) + "\n", {"title": ""}, how=HOW)


def say(cell: Any) -> str:
    """A cell as text: dates as ISO 8601, a day without its midnight; nothing for an empty one.

    >>> say(datetime(2021, 8, 30)), say(3.0), say(None), say(["Ana", "Bo"])
    ('2021-08-30', '3', '', 'Ana, Bo')
    """
    if cell is None or cell != cell:  # NaN
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, list):
        return ", ".join(filter(None, map(say, cell)))
    return composed(str(cell))
