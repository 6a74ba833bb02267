"""metadata.csv beside documents: what it says of each file's title, publisher, date and address, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from loaders.read.columns import DECLARED, find_columns
from loaders.read.content import UnreadableError
from loaders.read.decode import composed, decode

NAME = "metadata.csv"
FILE_COLUMNS = ("file", "filename", "file_name", "path", "document")
MAPPED = "columns"
"""Key, and column, under which stands what the columns of a table are for (columns.say_mapped)."""
LARGEST = 50_000_000

Beside = Mapping[str, Mapping[str, str]]
"""File name, as it stands in the table, to what is declared of it."""


def read_beside(folder: Path) -> Beside:
    """What the metadata.csv of a folder declares; nothing where it has none. Raises UnreadableError for a broken one."""
    path = folder / NAME
    try:
        if not path.is_file() or path.is_symlink():
            return {}
        if path.stat().st_size > LARGEST:
            raise UnreadableError(f"{NAME} is larger than {LARGEST / 1e6:.0f} MB.")
        table = csv.DictReader(io.StringIO(decode(path.read_bytes()), newline=""))
        rows, names = list(table), [name for name in table.fieldnames or () if name]
    except (OSError, csv.Error) as error:
        raise UnreadableError(f"{NAME} cannot be read: {error}.") from error
    files = next((name for name in names if name.strip().casefold().replace(" ", "_") in FILE_COLUMNS), None)
    if files is None:
        raise UnreadableError(f"{NAME} has no column “file” that says which file a row is about.")
    columns = find_columns([name for name in names if name != files])
    return {
        composed(str(row[files])).strip(): {
            use: composed(str(row[columns[use]])).strip()
            for use in DECLARED
            if use in columns and row.get(columns[use])
        }
        | ({MAPPED: composed(str(row[MAPPED]))} if row.get(MAPPED) else {})
        for row in rows
        if row.get(files)
    }
