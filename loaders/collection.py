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
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from loaders.archive import ENDING as PACKED
from loaders.archive import is_archive, unpack
from loaders.build import process_document
from loaders.collection_columns import list_mapped
from loaders.collection_folders import ROOT, SOURCES
from loaders.collection_folders import list_sources as list_sources
from loaders.dates_as_written import read_written_date
from loaders.files import replace_file
from loaders.read import Source, read_documents
from loaders.read.beside import MAPPED, read_beside
from loaders.read.beside import NAME as BESIDE
from loaders.read.content import UnreadableError
from loaders.read.formats import FORMATS, ending_of

ADDED, LOCK = "added", ".adding"
LARGEST, MOST = 50_000_000, 200
"""Bytes of a file that is brought, and files at a time; more belong into a folder that a build is given."""
ENDINGS = (*FORMATS, PACKED)
FIELDS = ("title", "date", "publisher", "url", MAPPED)
LONGEST_NAME = 120
SECONDS = 3600
"""A build that takes longer belongs on the command line."""

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")
"""What hides letters or turns their direction."""
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\ufdd0-\ufdef\ufffd]+")


class CollectionError(RuntimeError):
    """Something could not be added or taken out; says what and why, for the reader of the page."""


@dataclass(frozen=True, slots=True)
class Found:
    """What would come in with one document."""

    title: str
    published: datetime | None
    published_how: str
    publisher: str | None
    url: str | None
    language: str
    n_events: int
    n_quotes: int
    people: tuple[str, ...]
    """Names in it, most frequent first."""
    sha256: str
    problem: str | None
    is_unread: bool
    """Whether nothing could be read, and `problem` says why."""


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that a reader brings, and what he says of it: title, date, publisher, url."""

    name: str
    data: bytes
    said: Mapping[str, str] = field(default_factory=dict)


def bring(name: str, data: bytes) -> tuple[list[Brought], list[tuple[str, str]]]:
    """The files that a reader brings with one: itself, or those in an archive; and what is left of these, and why."""
    if not is_archive(name):
        return [Brought(name, data)], []
    if len(data) > LARGEST:
        raise CollectionError(_too_large(name, data))
    try:
        unpacked = unpack(data)
    except UnreadableError as error:
        raise CollectionError(f"“{name}”: {error}") from error
    files = [Brought(inside, part, _readable(unpacked.said.get(inside, {}))) for inside, part in unpacked.files]
    if not files and not unpacked.left:
        raise CollectionError(f"“{name}” holds no file.")
    return files, list(unpacked.left)


def _readable(said: Mapping[str, str]) -> dict[str, str]:
    """What a table says of a file, without a date that names no day."""
    return {key: value for key, value in said.items() if key in FIELDS and (key != "date" or read_day(value))}


def _too_large(name: str, data: bytes) -> str:
    return f"“{name}” has {len(data) / 1e6:.0f} MB; files up to {LARGEST / 1e6:.0f} MB can be brought here."


def look_into(name: str, data: bytes, columns: str = "") -> list[Found]:
    """What the documents in a file hold, before anything is stored; a file that cannot be read is one with a problem.

    `columns` is what those of a table are for, as loaders.read.columns says it.
    """
    if len(data) > LARGEST:
        raise CollectionError(_too_large(name, data))
    if not ending_of(name):
        raise CollectionError(f"“{name}” is not in a format that is read.")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / safe_name(name)
        path.write_bytes(data)
        declared = ((MAPPED, columns),) if columns else ()
        documents = read_documents(Source(path.as_posix(), path.name, declared))
    found = []
    for document in documents:
        rows = process_document(document)
        [row] = rows["documents"]
        people = sorted(rows["people"], key=lambda person: (-int(str(person["n_mentions"])), str(person["name"])))
        found.append(
            Found(
                title=document.title,
                published=document.published,
                published_how=document.published_how,
                publisher=document.publisher,
                url=document.url,
                language=document.language,
                n_events=len(rows["mentions"]),
                n_quotes=len(rows["quotes"]),
                people=tuple(str(person["name"]) for person in people),
                sha256=document.sha256,
                problem=None if row["problem"] is None else str(row["problem"]),
                is_unread=document.status == "failed",
            )
        )
    return found


def read_day(words: str) -> datetime | None:
    """The first day that a date in a reader's words names; None where it names none that a document can have."""
    found = read_written_date(words) if words.strip() else None
    is_exact = found is not None and found.precision in ("day", "hour", "minute")
    return found.start if found and is_exact and found.start.year > 0 else None


def safe_name(name: str) -> str:
    """A name for a file on any disk: without folders, signs that turn or hide letters, or a dot at its head.

    >>> safe_name("../../etc/talks.txt"), safe_name(".hidden\u202e.md"), safe_name("a:b.txt")
    ('etc talks.txt', 'hidden.md', 'a b.txt')
    """
    plain = _NOT_IN_NAMES.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", name.replace("..", " "))))
    plain = " ".join(plain.split()).lstrip(". ~")
    ending = ending_of(plain)
    stem = plain[: len(plain) - len(ending)] if ending else plain
    return f"{stem[:LONGEST_NAME].strip() or 'document'}{ending}"


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
