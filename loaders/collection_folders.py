"""Collections side by side: each a folder of built tables with its own documents, decisions and name.

    data/built/                          the first one, which `make run` builds
    data/built/collections/ports/        another, with all that the first has: tables, added/, edits.jsonl, checks.jsonl …
    data/built/collections/removed/      what was taken away: nothing in it is lost, and nothing shows it
    .../collection.json                  {"name": "…"}

A collection is known by the name of its folder, which never changes; what it is called can be.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE, REMOVED, NAME, SOURCES = "collections", "removed", "collection.json", "sources.json"
LONGEST_NAME, MOST = 60, 200
BUNDLED, FIRST = "Bundled digests", "First collection"

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNSEEN = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Collection:
    """One of those side by side."""

    slug: str
    """The name of its folder, which stands in addresses; empty for the first."""
    name: str
    folder: Path


def find_folder(root: Path, slug: str) -> Path | None:
    """The folder of a collection; None where there is none of that name."""
    if not slug:
        return root
    if len(slug) > LONGEST_NAME or slug == REMOVED or not _SLUG.fullmatch(slug):
        return None
    folder = root / PLACE / slug
    return folder if folder.is_dir() and not folder.is_symlink() else None


def list_collections(root: Path) -> list[Collection]:
    """All collections, the first one first, the others by name."""
    try:
        slugs = sorted(path.name for path in (root / PLACE).iterdir())[:MOST]
    except OSError:
        slugs = []
    found = [Collection(slug, _name(folder) or slug, folder) for slug in slugs if (folder := find_folder(root, slug))]
    first = Collection("", _name(root) or _first_name(root), root)
    return [first, *sorted(found, key=lambda one: (one.name.casefold(), one.slug))]


def _name(folder: Path) -> str:
    try:
        said = json.loads((folder / NAME).read_text(encoding="utf-8"))
        return read_name(str(said["name"]))
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _first_name(root: Path) -> str:
    """What the first collection is called while nobody gave it a name: after what it was built from."""
    sources = list_sources(root)
    if [os.path.realpath(source) for source in sources] == [os.path.realpath(ROOT / "data" / "documents")]:
        return BUNDLED
    return read_name(Path(sources[0]).name) if len(sources) == 1 else FIRST


def read_name(name: str) -> str:
    """A name as it is shown: without what hides letters or turns them, no longer than fits a page's head."""
    return " ".join(_UNSEEN.sub(" ", unicodedata.normalize("NFC", name)).split())[:LONGEST_NAME]


def list_sources(folder: Path) -> list[str]:
    """The files and folders that the last build was given; none where it did not say."""
    try:
        found = json.loads((folder / SOURCES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    return [path for path in found if isinstance(path, str)] if isinstance(found, list) else []
