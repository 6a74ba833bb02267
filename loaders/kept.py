"""What was read of each file before, kept beside the tables, so that a build reads only what is new.

    data/built/kept.sqlite     key -> the rows of the documents in one file, as compressed JSON; document -> its keys

The key is a hash of the file's name and bytes, of what is declared beside it, and of the code and vocabulary that read it:
whatever changes one of these reads the file anew. Two files with one name and one content, in two folders, are one document
under two keys. It can be deleted at any time; a build without it gives the same tables.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from datetime import datetime
from functools import cache
from pathlib import Path
from types import TracebackType

from loaders.moments import read_iso
from loaders.read import Source, as_unicode
from loaders.rows import Rows
from loaders.tables.schema import stable_id

NAME = "kept.sqlite"
HERE = Path(__file__).resolve().parent
READS = ("read", "layout", "extract", "tables")
"""Rooms whose code decides what the rows of a document are."""
SAVED_AFTER = 100
"""Files after which what was read is on the disk: a build that is stopped goes on from there."""
WAIT = 5.0
"""Seconds that one build waits for another to have written."""


class Kept:
    """The rows of files by key. Nothing is kept, and nothing breaks, where the disk does not let it."""

    def __init__(self, folder: Path, fresh: bool = False) -> None:
        """`fresh` keeps what is read and asks for nothing that was kept before."""
        self.path, self.fresh = folder / NAME, fresh
        self._used: set[str] = set()
        self._holds: set[tuple[str, str]] = set()
        self._unsaved = 0
        self._connection = self._open()

    def __enter__(self) -> Kept:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Forget what this build did not ask for, where it ended well: the store holds one folder of documents."""
        if self._connection is None:
            return
        with suppress(sqlite3.Error):
            if kind is None:
                known = {row[0] for row in self._connection.execute("SELECT key FROM kept")}
                gone = [(key,) for key in known - self._used]
                self._connection.executemany("DELETE FROM kept WHERE key = ?", gone)
                self._connection.execute("DELETE FROM held")
                self._connection.executemany("INSERT OR REPLACE INTO held VALUES (?, ?)", sorted(self._holds))
            self._connection.commit()
        self._connection.close()

    def get(self, key: str | None) -> list[Rows] | None:
        """The rows under a key; None where there are none, or what stands there is damaged."""
        if key is None or self._connection is None:
            return None
        self._used.add(key)
        if self.fresh:
            return None
        try:
            found = self._connection.execute("SELECT rows FROM kept WHERE key = ?", (key,)).fetchone()
            return None if found is None else _unpack(found[0])
        except (sqlite3.Error, zlib.error, ValueError, TypeError):
            return None

    def put(self, key: str | None, rows: list[Rows]) -> None:
        """Keep the rows of a file that was read; what could not be read is tried again each time."""
        if key is None or self._connection is None or any(_has_failed(one) for one in rows):
            return
        with suppress(sqlite3.Error):
            self._connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, _pack(rows)))
            self._unsaved += 1
            if self._unsaved >= SAVED_AFTER:
                self._connection.commit()
                self._unsaved = 0

    def note(self, key: str | None, rows: list[Rows]) -> None:
        """Remember which documents stand under a key, for `find_kept` and `read_held`."""
        if key is not None:
            self._holds |= {(str(one["documents"][0]["document_id"]), key) for one in rows}

    def _open(self) -> sqlite3.Connection | None:
        for _ in range(2):
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                connection = sqlite3.connect(self.path, timeout=WAIT)
                connection.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, rows BLOB) WITHOUT ROWID")
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS held (document_id TEXT, key TEXT, PRIMARY KEY (document_id, key)) WITHOUT ROWID"
                )
                return connection
            except sqlite3.DatabaseError as error:
                if isinstance(
                    error, sqlite3.OperationalError
                ):  # locked, read only, no room: it is not the file's fault
                    return None
                with suppress(OSError):
                    self.path.unlink()
            except OSError:
                return None
        return None


def find_kept(folder: Path, document_ids: Iterable[str]) -> dict[str, Rows]:
    """document_id -> its rows as the last build read them; without those that are not kept, or damaged."""
    found: dict[str, Rows] = {}
    ask = "SELECT rows FROM kept JOIN held USING (key) WHERE document_id = ? ORDER BY key LIMIT 1"
    with suppress(sqlite3.Error, zlib.error, ValueError, TypeError), closing(_read_only(folder)) as connection:
        for document_id in document_ids:
            for (data,) in connection.execute(ask, (document_id,)):
                for rows in _unpack(data):
                    if rows["documents"][0]["document_id"] == document_id:
                        found[document_id] = rows
    return found


def read_held(folder: Path) -> dict[str, set[str]]:
    """Key -> the documents of the file that the tables hold; nothing where that is not known."""
    held: dict[str, set[str]] = {}
    with suppress(sqlite3.Error), closing(_read_only(folder)) as connection:
        for document_id, key in connection.execute("SELECT document_id, key FROM held"):
            held.setdefault(key, set()).add(document_id)
    return held


def keep_more(folder: Path, new: Mapping[str, list[Rows]], gone: Iterable[str]) -> None:
    """Keep the rows of further files, whose documents the tables hold now, and of others no more."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(folder / NAME, timeout=WAIT)) as connection, connection:
        for key, rows in new.items():
            if not any(_has_failed(one) for one in rows):
                connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, _pack(rows)))
            held = [(str(one["documents"][0]["document_id"]), key) for one in rows]
            connection.executemany("INSERT OR REPLACE INTO held VALUES (?, ?)", held)
        connection.executemany("DELETE FROM held WHERE key = ?", [(key,) for key in gone])


def _read_only(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{(folder / NAME).absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT)


def at_path(rows: list[Rows], source: Source) -> list[Rows]:
    """The rows of a file as it is named now: the same file may be given by another way to it."""
    now = as_unicode(source.path)
    for row in (row for one in rows for row in one["documents"]):
        was = str(row["path"])
        if was != now:
            # Which part of the file a document is stands after a "#", of which folders may have some, too.
            ends = [*(at for at, letter in enumerate(was) if letter == "#"), len(was)]
            end = next((at for at in ends if os.path.basename(was[:at]) == os.path.basename(now)), len(was))
            row["path"] = now + was[end:]
    return rows


def key_of(source: Source) -> str | None:
    """The key of a file; None for one that cannot be opened."""
    try:
        with Path(source.path).open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
    return stable_id("kept", code_version(), os.path.abspath(source.path), source.name, source.declared, content)


@cache
def code_version() -> str:
    """A hash of the code, the vocabulary and the versions of libraries that decide what is read in a text."""
    digest = hashlib.blake2b(digest_size=10)
    for path in _deciding():
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _deciding() -> Iterable[Path]:
    yield from sorted(path for room in READS for path in (HERE / room).rglob("*.py"))
    yield from sorted(HERE.glob("*.py"))
    yield from sorted((HERE.parent / "data" / "vocabulary").rglob("*.yaml"))
    yield from sorted(HERE.parent.glob("requirements.lock"))


def _has_failed(rows: Rows) -> bool:
    return any(row["status"] == "failed" or "Please report" in str(row["problem"]) for row in rows["documents"])


def _pack(rows: list[Rows]) -> bytes:
    return zlib.compress(json.dumps(rows, default=_say).encode(), 1)


def _unpack(data: bytes) -> list[Rows]:
    found: list[Rows] = json.loads(zlib.decompress(data), object_hook=_read)
    return found


def _say(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"time": value.isoformat()}
    raise TypeError(f"{value!r} is no part of a row")


def _read(value: dict[str, object]) -> object:
    """A time where it is one, else the row."""
    if len(value) == 1 and isinstance(words := value.get("time"), str):
        return read_iso(words)
    return value
