"""What a reader brings packed: the files in a .zip, each as if it had been brought alone, and why some are left.

names        only their last part counts, so that ".." and absolute paths lead nowhere
links        are left, and so are folders, hidden files and what an operating system adds (__MACOSX, Thumbs.db)
sizes        what the archive says of itself is bounded before anything is unpacked, and a part never gives more
archives     within an archive are not opened: a zip that holds itself has no end
metadata.csv gives the files beside it date, title, publisher and address, as in a folder
"""

from __future__ import annotations

import stat
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from loaders.read.beside import NAME as BESIDE
from loaders.read.beside import read_beside
from loaders.read.formats import ending_of
from loaders.read.zipped import open_packed, read_part

ENDING = ".zip"
LARGEST = 50_000_000
"""Bytes of a file in it."""
MOST = 200
"""Files in it that are taken."""
ADDED_BY_SYSTEMS = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Unpacked:
    files: Sequence[tuple[str, bytes]]
    left: Sequence[tuple[str, str]]
    """Names of what was left, and why."""
    said: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What a metadata.csv in it says of the files, by name."""


def is_archive(name: str) -> bool:
    """Whether a file is one of files, by its name: a .docx is one too, and read as a document."""
    return name.lower().endswith(ENDING)


def unpack(data: bytes) -> Unpacked:
    """The files of an archive. Raises UnreadableError where it is damaged, encrypted or far larger than it looks."""
    with open_packed(data) as packed:
        files: list[tuple[str, bytes]] = []
        left: list[tuple[str, str]] = []
        metadata = b""
        for part in packed.infolist():
            path = PurePosixPath(part.filename.replace("\\", "/"))
            if part.is_dir() or path.name.startswith(".") or not ADDED_BY_SYSTEMS.isdisjoint(path.parts):
                continue
            if path.name == BESIDE and not metadata:
                metadata = read_part(packed, part.filename)
            elif reason := _why_left(part, path, len(files)):
                left.append((path.name, reason))
            else:
                files.append((path.name, read_part(packed, part.filename)))
    return Unpacked(files, left, _read_said(metadata) if metadata else {})


def _why_left(part: zipfile.ZipInfo, path: PurePosixPath, taken: int) -> str | None:
    if stat.S_ISLNK(part.external_attr >> 16):
        return "a link to another file"
    if is_archive(path.name):
        return "an archive within the archive; bring it by itself"
    if not ending_of(path.name):
        return "not in a format that is read"
    if part.file_size > LARGEST:
        return f"{part.file_size / 1e6:.0f} MB; files up to {LARGEST / 1e6:.0f} MB can be brought here"
    return f"more than {MOST} files; a folder of them can be built" if taken >= MOST else None


def _read_said(data: bytes) -> dict[str, dict[str, str]]:
    """What metadata.csv says, with the keys of what a reader says of a file."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / BESIDE).write_bytes(data)
        found = read_beside(Path(folder))
    names = {"published": "date"}
    return {name: {names.get(key, key): value for key, value in row.items()} for name, row in found.items()}
