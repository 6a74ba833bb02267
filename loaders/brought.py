"""What a reader brings in the browser: a file or an archive of some, looked into before anything is stored."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from loaders.archive import ENDING as PACKED
from loaders.archive import is_archive, unpack
from loaders.build import process_document
from loaders.dates_as_written import read_written_date
from loaders.read import Source, read_documents
from loaders.read.beside import MAPPED
from loaders.read.content import UnreadableError
from loaders.read.formats import FORMATS, ending_of

LARGEST = 50_000_000
"""Bytes of a file that is brought; more belong into a folder that a build is given."""
ENDINGS = (*FORMATS, PACKED)
FIELDS = ("title", "date", "publisher", "url", MAPPED)
"""What can be said of a file."""
LONGEST_NAME = 120

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
