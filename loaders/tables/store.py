"""The built tables on disk: one Parquet file a table, replaced all at once, read through DuckDB views.

    data/built/documents.parquet -> current/documents.parquet     links, made once
    data/built/current           -> tables-3f9a…                   the one link that a build replaces
    data/built/tables-3f9a…/documents.parquet, mentions.parquet …, index/

A build writes a folder of its own and then renames one link over `current`, which POSIX does atomically: killed at
any moment, a build leaves the old tables or the new ones, never a mixture. A reader resolves `current` once and keeps
to that folder, which stays until the build after next. Two builds into one folder take turns.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from loaders.moments import EarlyMoment
from loaders.tables.conform import conform
from loaders.tables.index import FOLDER as INDEX
from loaders.tables.index import Index, open_index
from loaders.tables.index_writer import write_index
from loaders.tables.schema import TABLES, Table, Tables
from loaders.tables.times import as_time

CURRENT = "current"
PREFIX = "tables-"
DRAFT = ".draft-"
LOCK = ".lock"
ROWS_TOGETHER, TEXTS_TOGETHER = 20_000, 1_000
"""Rows that are written together: to read one of them, so many are read. Smaller ones make a look at all rows slower."""


class StoreError(RuntimeError):
    """There is nothing to read, or it cannot be written; says where and what to do."""


@dataclass(frozen=True)
class Store:
    """Built tables, open for reading. `version` changes when any row of any table does."""

    folder: Path
    version: str
    connection: duckdb.DuckDBPyConnection
    index: Index | None = field(default=None, repr=False)
    """What a build has made of the tables for quick answers; None where the files are missing."""

    def query(self, sql: str, parameters: list[object] | None = None) -> pd.DataFrame:
        """The rows of a query, on a cursor of its own so that threads do not share results."""
        with self._asked(sql, parameters) as cursor:
            return cursor.df()

    def fetch(self, sql: str, parameters: list[object] | None = None) -> list[tuple[Any, ...]]:
        """The rows of a query as they are: for a few of them this takes a third of the time of `query`."""
        with self._asked(sql, parameters) as cursor:
            return cursor.fetchall()

    def rows(self, table: str, numbers: Iterable[int]) -> str:
        """SQL for some rows of a table by their numbers, to stand for its name: what holds none of them is not read."""
        path = str(self.folder / f"{table}.parquet").replace("'", "''")
        listed = ", ".join(map(str, numbers)) or "-1"
        inside = f"read_parquet('{path}', file_row_number = true) WHERE file_row_number IN ({listed})"
        return f"(SELECT * EXCLUDE (file_row_number) FROM {inside})"

    @contextmanager
    def _asked(self, sql: str, parameters: list[object] | None) -> Iterator[duckdb.DuckDBPyConnection]:
        with self.connection.cursor() as cursor:
            try:
                yield cursor.execute(sql, [_as_parameter(value) for value in parameters or ()])
            except (duckdb.ParserException, duckdb.BinderException, duckdb.CatalogException):
                raise  # a fault of ours, not of the files
            except duckdb.Error as error:
                again = f"run: python -m loaders build PATH --out {self.folder.parent}"
                told = str(error).splitlines()[0]
                raise StoreError(f"the tables in {self.folder} are damaged or gone ({told}); {again}") from error


def _as_parameter(value: object) -> object:
    """A value as DuckDB takes it, which knows times before year 1, but not from a datetime."""
    return as_time(value) if isinstance(value, EarlyMoment) else value


def open_store(folder: Path) -> Store:
    """The newest tables under a folder.

    Raises StoreError where no build has finished, or one with other columns or types, or where a file is damaged.
    """
    target = (folder / CURRENT).resolve()
    again = f"run: python -m loaders build PATH --out {folder}"
    if not target.is_dir():
        raise StoreError(f"no built tables in {folder}; {again}")
    for name, table in TABLES.items():
        if wrong := _what_is_wrong(target / f"{name}.parquet", table):
            raise StoreError(f"the tables in {folder} {wrong} ({name}); {again}")
    connection = duckdb.connect()
    for name in TABLES:
        path = str(target / f"{name}.parquet").replace("'", "''")
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{path}')")
    return Store(target, target.name.removeprefix(PREFIX), connection, open_index(target))


def _what_is_wrong(path: Path, table: Table) -> str:
    """Why a Parquet file cannot serve as the table; empty where it has its columns, with their types."""
    try:
        found = pq.read_schema(path)
    except FileNotFoundError:
        return "are not whole, a file is missing"
    except (pa.ArrowInvalid, OSError):
        return "are damaged"
    if found.names != table.names or any(found.field(name).type != kind for name, kind in _types(table).items()):
        return "were built by another version of Dateline"
    return ""


def _types(table: Table) -> dict[str, pa.DataType]:
    return {column.name: ARROW[column.type.rstrip("?")] for column in table.columns}


def read_tables(folder: Path) -> Tables:
    """All tables as conforming DataFrames; for small builds, checks and tests, never for a page."""
    store = open_store(folder)
    with store.connection:
        return {name: conform(store.query(f"FROM {name}"), table) for name, table in TABLES.items()}


Written = Mapping[str, pd.DataFrame | pa.Table | Path]
"""Tables to write; a path is a file of them that stays as it is."""


def write_tables(tables: Written, folder: Path) -> str:
    """Put new tables in place of the old, all at once; returns their version.

    The version is a hash of the rows, so building the same documents again changes nothing.
    Raises StoreError where the folder holds something else than built tables.
    """
    _check_place(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        version = _write_version(tables, folder)
        previous = (folder / CURRENT).resolve().name
        _point(folder / CURRENT, f"{PREFIX}{version}")
        for name in TABLES:
            if not (folder / f"{name}.parquet").is_symlink():
                _point(folder / f"{name}.parquet", f"{CURRENT}/{name}.parquet")
        _drop_old(folder, keep={f"{PREFIX}{version}", previous})
    return version


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other build writes into the folder; the system frees the lock of one that was killed."""
    with (folder / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _write_version(tables: Written, folder: Path) -> str:
    """Write the tables into a folder of their own, named by their version, and return that."""
    draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=folder))
    try:
        written = {}
        for name, table in TABLES.items():
            written[name] = _write_table(tables[name], table, draft / f"{name}.parquet")
            sync(draft / f"{name}.parquet")
        version = _version(draft)
        final = folder / f"{PREFIX}{version}"
        if not final.exists():
            unchanged = {name: rows.parent / INDEX for name, rows in tables.items() if isinstance(rows, Path)}
            write_index(written, draft / INDEX, unchanged)
            for path in draft.rglob("*"):
                sync(path)
            sync(draft)
            draft.chmod(0o755)
            draft.rename(final)
            sync(folder)
        return version
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _write_table(rows: pd.DataFrame | pa.Table | Path, table: Table, path: Path) -> pa.Table:
    """Write one table, and give its rows."""
    if isinstance(rows, Path):
        try:
            os.link(rows, path)
        except OSError:  # a disk without links
            shutil.copyfile(rows, path)
        return pq.read_table(path)
    arrow = to_arrow(rows, table) if isinstance(rows, pd.DataFrame) else rows
    together = TEXTS_TOGETHER if table.name == "documents" else ROWS_TOGETHER
    pq.write_table(arrow, path, compression="zstd", row_group_size=together)
    return arrow


def _check_place(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"{folder} is a file; give --out a folder")
    strange = [name for name in TABLES if folder.is_dir() and _is_foreign(folder / f"{name}.parquet")]
    if strange:
        raise StoreError(f"{folder}/{strange[0]}.parquet was not written by a build; give --out another folder")


def _is_foreign(path: Path) -> bool:
    return path.exists() and not path.is_symlink()


def _point(link: Path, target: str) -> None:
    draft = link.with_name(f".{link.name}-{os.getpid()}")
    draft.unlink(missing_ok=True)
    draft.symlink_to(target)
    draft.replace(link)
    sync(link.parent)


def sync(path: Path) -> None:
    """Have the disk hold a file, or what stands in a folder, before anything points to it."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _drop_old(folder: Path, keep: set[str]) -> None:
    """Remove older tables, and what builds that were killed left behind."""
    for path in folder.iterdir():
        if path.name.startswith((PREFIX, DRAFT)) and path.name not in keep:
            shutil.rmtree(path, ignore_errors=True)


def _version(folder: Path) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for name in TABLES:
        with (folder / f"{name}.parquet").open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


ARROW = {
    "text": pa.string(),
    "time": pa.timestamp("us"),
    "integer": pa.int64(),
    "number": pa.float64(),
    "flag": pa.bool_(),
    "list": pa.list_(pa.string()),
}


def to_arrow(df: pd.DataFrame, table: Table) -> pa.Table:
    """Rows as they lie on the disk."""
    return pa.Table.from_pandas(df[table.names], schema=pa.schema(_types(table)), preserve_index=False)
