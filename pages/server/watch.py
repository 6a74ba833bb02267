"""The sources of all collections are watched: a document that comes, goes or changes is read while the dashboard runs.

Names, sizes and times of change are compared, every few seconds. A build begins when what changed has come to rest, so that no
half-copied file is read, and reads only what is new; it runs in a process of its own, and pages show it at the next click.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from loaders import collection
from loaders.brought import CollectionError
from loaders.collection_folders import list_collections
from loaders.own_topics import NAME as TOPICS
from loaders.tables.store import CURRENT

SECONDS = 3.0
"""Between two looks."""
MOST_FILES = 100_000
"""Sources of more files are not watched: to look at them takes longer than it is worth."""

Seen = dict[str, tuple[int, int]]
"""Path of a file -> its size and when it was changed, in ns."""


def look_at(sources: list[str]) -> Seen:
    """The files of the sources as they are now; nothing where there are more than MOST_FILES."""
    seen: Seen = {}
    for source in sources:
        folders = [source] if os.path.isdir(source) else []
        if not folders:
            _note(source, seen)
        while folders:
            try:
                entries = list(os.scandir(folders.pop()))
            except OSError:
                continue
            for entry in entries:
                if entry.name.startswith(".") or entry.is_symlink():
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    _note(entry.path, seen)
            if len(seen) > MOST_FILES:
                return {}
    return seen


def _note(path: str, seen: Seen) -> None:
    try:
        found = os.stat(path, follow_symlinks=False)
    except OSError:
        return
    seen[path] = (found.st_size, found.st_mtime_ns)


class Watcher:
    """Looks at the sources of one folder of tables; `tell` is given a line when it has built."""

    def __init__(self, folder: Path, tell: Callable[[str], None] = lambda line: None) -> None:
        self.folder, self.tell = folder, tell
        self._sources: list[str] | None = None
        self._built: Seen = {}
        """What the tables were built from, as far as is known."""
        self._before: Seen = {}

    def look(self) -> bool:
        """Look once; whether the tables were built anew. Never raises: what fails is told, and tried again after a change."""
        sources = collection.list_sources(self.folder)
        # Topics of its own that a reader edits are found by a build as well.
        now = look_at([*sources, str(self.folder / TOPICS)]) if sources else {}
        if sources != self._sources:
            # Another build, or the page, has chosen other sources and read them.
            self._sources, self._before = sources, now
            self._built = {path: known for path, known in now.items() if known[1] <= self._built_at()}
            return False
        rests, self._before = now == self._before, now
        if now == self._built or not rests:
            return False
        self._built = now
        try:
            self.tell(f"The documents have changed. {collection.rebuild(self.folder)}")
        except CollectionError as error:
            self.tell(f"The documents have changed, but {error}")
            return False
        return True

    def _built_at(self) -> int:
        try:
            return (self.folder / CURRENT).lstat().st_mtime_ns
        except OSError:
            return 0


class Watchers:
    """Look at the sources of all collections that there are, those that were made meanwhile too."""

    def __init__(self, root: Path, tell: Callable[[str], None] = lambda line: None) -> None:
        self.root, self.tell = root, tell
        self._known: dict[Path, Watcher] = {}

    def look(self) -> bool:
        """Look at each once; whether the tables of any were built anew."""
        found = {one.folder: one.name for one in list_collections(self.root)}
        self._known = {
            folder: self._known.get(folder) or Watcher(folder, partial(self._tell, name if folder != self.root else ""))
            for folder, name in found.items()
        }
        built = [watcher.look() for watcher in self._known.values()]
        return any(built)

    def _tell(self, name: str, line: str) -> None:
        self.tell(f"{name}: {line}" if name else line)


def watch(root: Path) -> threading.Event:
    """Begin to watch the collections of a folder, until the event that is given back is set."""
    ended = threading.Event()
    watchers = Watchers(root, lambda line: print(f"  {line}", file=sys.stderr, flush=True))

    def go_on() -> None:
        while not ended.wait(SECONDS):
            watchers.look()

    threading.Thread(target=go_on, daemon=True, name="watch").start()
    return ended
