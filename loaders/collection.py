"""A collection: what built tables were made from, and how documents come into it and out of it again.

    data/built/sources.json    the files and folders that were given to the last build
    data/built/added/          documents that a reader brought in the browser, with a metadata.csv of what he said of them

A build of the collection reads both, in a process of its own, so that nobody who reads meanwhile has to wait.
"""

from __future__ import annotations

import csv
import fcntl
import hashlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from loaders.brought import FIELDS, Brought, CollectionError, read_day, safe_name
from loaders.collection_columns import list_mapped
from loaders.collection_folders import ROOT, SOURCES
from loaders.collection_folders import list_sources as list_sources
from loaders.files import replace_file
from loaders.read.beside import NAME as BESIDE
from loaders.read.beside import read_beside
from loaders.read.content import UnreadableError
from loaders.read.formats import ending_of

ADDED, LOCK = "added", ".adding"
MOST = 200
"""Files that are brought at a time; more belong into a folder that a build is given."""
SECONDS = 3600
"""A build that takes longer belongs on the command line."""


def add(folder: Path, files: Sequence[Brought]) -> list[str]:
    """Store files in the collection, all or none; gives the names that they have there.

    Raises CollectionError where one has a date that is none, or the disk does not take them.
    """
    if len(files) > MOST:
        raise CollectionError(
            f"{len(files)} files at once are too many; up to {MOST} can be brought, or a folder be built."
        )
    for file in files:
        if file.said.get("date") and read_day(file.said["date"]) is None:
            raise CollectionError(f"“{file.said['date']}” is no day. Try 30 August 2021 or 2021-08-30.")
    with _alone(folder):
        place = folder / ADDED
        was_there = set(list_added(folder))
        said = _read_said(place)
        names: list[str] = []
        try:
            place.mkdir(parents=True, exist_ok=True)
            for file in files:
                name = _free_name(place, safe_name(file.name), file.data, names)
                names.append(name)
                said[name] = {key: file.said.get(key, "").strip() for key in FIELDS}
            for name, file in zip(names, files, strict=True):
                _write(place / name, file.data)
            _write_said(place, said)
        except OSError as error:
            for name in set(names) - was_there:
                (place / name).unlink(missing_ok=True)
            raise CollectionError(f"Nothing was added: {error.strerror}.") from error
    return names


def list_added(folder: Path) -> list[str]:
    """The names of the documents that were brought, in alphabetical order."""
    place = folder / ADDED
    return (
        sorted(path.name for path in place.glob("*") if path.is_file() and path.name != BESIDE)
        if place.is_dir()
        else []
    )


def take_out(folder: Path, name: str) -> None:
    """Remove a document that was brought. Raises CollectionError where there is none of the name."""
    with _alone(folder):
        place = folder / ADDED
        if name not in list_added(folder):
            raise CollectionError(f"“{name}” is not among the documents that were added.")
        said = _read_said(place)
        said.pop(name, None)
        try:
            (place / name).unlink()
            _write_said(place, said)
        except OSError as error:
            raise CollectionError(f"“{name}” could not be taken out: {error.strerror}.") from error


def remember_sources(folder: Path, paths: Sequence[str | Path]) -> None:
    """Note what a build was given, for the next one."""
    known = [os.path.abspath(path) for path in paths if Path(path).resolve() != (folder / ADDED).resolve()]
    _write(folder / SOURCES, json.dumps(sorted(set(known)), ensure_ascii=False, indent=1).encode())


def with_added(paths: Sequence[str | Path], folder: Path) -> list[str | Path]:
    """The paths, and the folder of what was brought where it holds anything."""
    return [*paths, *([folder / ADDED] if list_added(folder) else [])]


def leave_out(folder: Path, source: str) -> None:
    """Build from the other sources from now on; the files themselves stay where they are."""
    rest = [path for path in list_sources(folder) if path != source]
    if not rest and not list_added(folder):
        raise CollectionError("A collection needs a document; add one before you take out the last source.")
    with _alone(folder):
        remember_sources(folder, rest)


def rebuild(folder: Path) -> str:
    """Build the tables of the collection anew, in a process of its own; gives what it said last.

    Raises CollectionError where it did not end well; the old tables stay then.
    """
    with _alone(folder):
        paths = [path for path in list_sources(folder) if Path(path).exists()]
        given = [str(path) for path in with_added(paths, folder)]
        if not given:
            raise CollectionError("The collection holds no document.")
        columns = [f"{use}={name}" for use, name in list_mapped(folder).items()]
        mapped = ["--map", *columns] if columns else []
        command = [sys.executable, "-m", "loaders", "build", "--out", str(folder), *mapped, "--", *given]
        try:
            done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise CollectionError(f"The tables could not be built: {error}.") from error
    if done.returncode:
        raise CollectionError(
            f"The tables could not be built: {(done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]}"
        )
    return (done.stdout.strip().splitlines() or [""])[-1]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else changes the collection; the system frees the lock of a process that was killed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / LOCK).open("w")
    except OSError as error:
        raise CollectionError(f"The collection cannot be changed: {error.strerror}.") from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _free_name(place: Path, name: str, data: bytes, taken: Sequence[str]) -> str:
    """The name, with a number where another document has it; the same document again takes the old one's place."""
    ending = ending_of(name)
    stem, number, tried = name[: len(name) - len(ending)], 1, name
    while tried in taken or ((place / tried).exists() and not _holds(place / tried, data)) or tried == BESIDE:
        number += 1
        tried = f"{stem} ({number}){ending}"
    return tried


def _holds(path: Path, data: bytes) -> bool:
    return hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(data).digest()


def _read_said(place: Path) -> dict[str, dict[str, str]]:
    try:
        found = read_beside(place)
    except UnreadableError as error:
        raise CollectionError(f"What was said of the documents cannot be read: {error}") from error
    return {
        name: {("date" if key == "published" else key): value for key, value in row.items()}
        for name, row in found.items()
    }


def _write_said(place: Path, said: Mapping[str, Mapping[str, str]]) -> None:
    rows = io.StringIO(newline="")
    table = csv.writer(rows)
    table.writerow(("file", *FIELDS))
    for name in sorted(said):
        table.writerow((name, *(said[name].get(key, "") for key in FIELDS)))
    _write(place / BESIDE, rows.getvalue().encode())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, data)
