"""The built tables on disk: one Parquet file a table, replaced all at once, read through DuckDB views.

    data/built/documents.parquet -> current/documents.parquet     links, made once
    data/built/current           -> tables-3f9a…                   the one link that a build replaces
    data/built/tables-3f9a…/documents.parquet, mentions.parquet …

A build writes a folder of its own and then renames one link over `current`, which POSIX does atomically: killed at any
moment, a build leaves the old tables or the new ones, never a mixture. A reader resolves `current` once and keeps to that
folder, which stays until the build after next.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from loaders.schema import TABLES, Table, Tables, conform

CURRENT = "current"
PREFIX = "tables-"


class StoreError(RuntimeError):
    """There is nothing to read, or it cannot be written; says where and what to do."""


@dataclass(frozen=True)
class Store:
    """Built tables, open for reading. `version` changes when any row of any table does."""

    folder: Path
    version: str
    connection: duckdb.DuckDBPyConnection

    def query(self, sql: str, parameters: list[object] | None = None) -> pd.DataFrame:
        """The rows of a query, on a cursor of its own so that threads do not share results."""
        with self.connection.cursor() as cursor:
            return cursor.execute(sql, parameters or []).df()


def open_store(folder: Path) -> Store:
    """The newest tables under a folder. Raises StoreError where no build has finished."""
    target = (folder / CURRENT).resolve()
    if not target.is_dir():
        raise StoreError(f"no built tables in {folder}; run: python -m loaders build PATH --out {folder}")
    connection = duckdb.connect()
    for name in TABLES:
        path = str(target / f"{name}.parquet").replace("'", "''")
        connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{path}')")
    return Store(target, target.name.removeprefix(PREFIX), connection)


def read_tables(folder: Path) -> Tables:
    """All tables as conforming DataFrames; for small builds, checks and tests, never for a page."""
    store = open_store(folder)
    with store.connection:
        return {name: conform(store.query(f"FROM {name}"), table) for name, table in TABLES.items()}


def write_tables(tables: Tables, folder: Path) -> str:
    """Put new tables in place of the old, all at once; returns their version.

    The version is a hash of the rows, so building the same documents again changes nothing.
    Raises StoreError where the folder holds something else than built tables.
    """
    _check_place(folder)
    folder.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder))
    try:
        for name, table in TABLES.items():
            pq.write_table(_arrow(tables[name], table), draft / f"{name}.parquet", compression="zstd")
        version = _version(draft)
        final = folder / f"{PREFIX}{version}"
        if not final.exists():
            draft.chmod(0o755)
            draft.rename(final)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    previous = (folder / CURRENT).resolve().name
    _point(folder / CURRENT, final.name)
    for name in TABLES:
        if not (folder / f"{name}.parquet").is_symlink():
            _point(folder / f"{name}.parquet", f"{CURRENT}/{name}.parquet")
    _drop_old(folder, keep={final.name, previous})
    return version


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


def _drop_old(folder: Path, keep: set[str]) -> None:
    for path in folder.glob(f"{PREFIX}*"):
        if path.name not in keep:
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


def _arrow(df: pd.DataFrame, table: Table) -> pa.Table:
    fields = [pa.field(column.name, ARROW[column.type.rstrip("?")]) for column in table.columns]
    return pa.Table.from_pandas(df[table.names], schema=pa.schema(fields), preserve_index=False)
