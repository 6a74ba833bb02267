"""Which files a collection is made of now that its tables do not hold, and which documents of these it is made of no more."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.build import process
from loaders.collection import with_added
from loaders.collection_columns import list_mapped
from loaders.collection_folders import list_sources
from loaders.kept import key_of, read_held
from loaders.read import NothingToReadError, Source, find_sources
from loaders.rows import Rows

MOST_FILES, MOST_BYTES = 50, 1_000_000
"""More that is new is read by a whole build, in a process of its own."""


@dataclass(frozen=True, slots=True)
class News:
    """What came and went since tables were built."""

    files: Mapping[str, list[Rows]]
    """Key (kept.py) -> the rows of the documents in a file that is new."""
    lost: frozenset[str]
    """Keys of files that are gone, or are others now."""
    gone: frozenset[str]
    """Ids of documents that are gone."""
    new: Mapping[str, Rows]
    """document_id -> its rows, of documents that are new."""

    def __bool__(self) -> bool:
        return bool(self.files or self.lost or self.gone)


def sources_of(folder: Path) -> list[Source]:
    """The files that a collection is made of now. Raises NothingToReadError where there are none."""
    paths = [path for path in list_sources(folder) if Path(path).exists()]
    return find_sources(with_added(paths, folder), list_mapped(folder))[0]


def find_news(folder: Path, known: Collection[str]) -> News | None:
    """What came and went; `known` are the documents of the tables. None where a whole build is needed."""
    try:
        sources = sorted(sources_of(folder), key=lambda source: source.path)
    except NothingToReadError:
        return None
    keys = {key_of(source): source for source in reversed(sources)}
    held = read_held(folder)
    if None in keys or not held:
        return None
    fresh = {key: one for key, one in keys.items() if key is not None and not held.get(key, {""}) <= set(known)}
    if len(fresh) > MOST_FILES or sum(Path(one.path).stat().st_size for one in fresh.values()) > MOST_BYTES:
        return None
    files = {key: process(source) for key, source in fresh.items()}
    found = {str(one["documents"][0]["document_id"]): one for some in files.values() for one in reversed(some)}
    staying = {document_id for key in keys if key is not None for document_id in held.get(key, ())} | found.keys()
    return News(
        files=files,
        lost=frozenset(held.keys() - keys.keys()),
        gone=frozenset(set(known) - staying),
        new={key: rows for key, rows in found.items() if key not in known},
    )
