"""Collections made, renamed and removed (collection_folders.py says where they lie)."""

from __future__ import annotations

import fcntl
import json
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from loaders.brought import CollectionError
from loaders.collection_folders import NAME, PLACE, REMOVED, find_folder, list_collections, read_name
from loaders.decided import Outcome
from loaders.files import replace_file
from loaders.noted import write_note
from loaders.tables.conform import frame
from loaders.tables.schema import TABLES
from loaders.tables.store import write_tables

LONGEST_SLUG = 40


def make(root: Path, name: str) -> str:
    """Make a collection without documents; gives its slug. Raises CollectionError where the name is none, or taken."""
    with _alone(root):
        name = _free(root, name, None)
        slug = _free_slug(root, name)
        folder = root / PLACE / slug
        try:
            folder.mkdir(parents=True)
            version = write_tables({table: frame(schema) for table, schema in TABLES.items()}, folder)
            write_note(folder, version, Outcome(), (), {})
            _write_name(folder, name)
        except OSError as error:
            raise CollectionError(f"The collection could not be made: {error.strerror}.") from error
    return slug


def rename(root: Path, slug: str, name: str) -> None:
    """Call a collection something else; its folder and its address stay."""
    with _alone(root):
        folder = _existing(root, slug)
        name = _free(root, name, slug)
        try:
            _write_name(folder, name)
        except OSError as error:
            raise CollectionError(f"It could not be renamed: {error.strerror}.") from error


def remove(root: Path, slug: str) -> Path:
    """Take a collection away, with all that is in it; gives the folder where it lies from now on."""
    if not slug:
        raise CollectionError("The first collection stays; its documents can be taken out.")
    with _alone(root):
        folder = _existing(root, slug)
        place = root / PLACE / REMOVED
        try:
            place.mkdir(exist_ok=True)
            free = next(
                one for n in range(1, 100_000) if not (one := place / (slug if n == 1 else f"{slug}-{n}")).exists()
            )
            folder.rename(free)
        except OSError as error:
            raise CollectionError(f"It could not be removed: {error.strerror}.") from error
    return free


def _existing(root: Path, slug: str) -> Path:
    folder = find_folder(root, slug)
    if folder is None:
        raise CollectionError("This collection is not there any more.")
    return folder


def _free(root: Path, name: str, slug: str | None) -> str:
    """The name as it is kept. Raises CollectionError where it is none, or another collection has it."""
    kept = read_name(name)
    if not kept:
        raise CollectionError("A collection needs a name.")
    if any(one.name.casefold() == kept.casefold() for one in list_collections(root) if one.slug != slug):
        raise CollectionError(f"There is a collection called “{kept}” already.")
    return kept


def _free_slug(root: Path, name: str) -> str:
    """A name for its folder: of letters and figures alone, with a number where another has it.

    >>> _free_slug(Path("nowhere"), "Ports & Häfen"), _free_slug(Path("nowhere"), "关系")
    ('ports-hafen', 'collection')
    """
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    stem = "-".join(re.findall("[a-z0-9]+", plain))[:LONGEST_SLUG].strip("-") or "collection"
    number, slug = 1, stem
    while slug == REMOVED or (root / PLACE / slug).exists():
        number += 1
        slug = f"{stem}-{number}"
    return slug


def _write_name(folder: Path, name: str) -> None:
    replace_file(folder / NAME, json.dumps({"name": name}, ensure_ascii=False).encode())


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Wait until nobody else makes, renames or removes one; the system frees the lock of a process that was killed."""
    try:
        (root / PLACE).mkdir(parents=True, exist_ok=True)
        lock = (root / PLACE / ".changing").open("w")
    except OSError as error:
        raise CollectionError(f"Collections cannot be changed: {error.strerror}.") from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
