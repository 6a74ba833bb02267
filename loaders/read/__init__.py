"""Files to Documents: find the files, decode them, read title, publisher, address, language and published date.

    file -> bytes -> (text, metadata) by its format -> Document

A file that cannot be read is a Document with status `failed` and a problem in plain words; it never stops a build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.read.content import Content, UnreadableError
from loaders.read.decode import decode
from loaders.read.heading import find_heading
from loaders.read.language import find_language
from loaders.read.markdown import read_markdown
from loaders.read.plain import read_plain
from loaders.read.published import find_published
from loaders.records import Document
from loaders.tables.schema import stable_id


def _read_html(text: str) -> Content:
    # Imported where it is needed: trafilatura and htmldate take 0.4 s to load, and most folders hold no page.
    from loaders.read.html import read_html

    return read_html(text)


FORMATS: dict[str, Callable[[str], Content]] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
}
"""File ending to reader; a further format is one more row."""

LARGEST_FILE = 10_000_000
"""Bytes. A text over this is no report; its page would not open in a browser either."""


class NothingToReadError(ValueError):
    """The paths that were given hold no document; says which and what is allowed."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, and its name: the path inside the folder that was given."""

    path: str
    name: str


def find_sources(paths: Iterable[str | Path]) -> tuple[list[Source], list[str]]:
    """The files to read under the paths, in order of name, and the files that were passed over.

    Raises NothingToReadError where a path does not exist or no file has an ending of FORMATS.
    """
    roots = [Path(path) for path in paths]
    for path in roots:
        if not path.exists():
            raise NothingToReadError(f"{path} does not exist; give a file or a folder of documents")
    files = [(file, root) for root in roots for file in _files(root)]
    sources = [
        Source(file.as_posix(), (file.relative_to(root) if root.is_dir() else Path(file.name)).as_posix())
        for file, root in files
        if file.suffix.lower() in FORMATS
    ]
    passed = [file.as_posix() for file, _ in files if file.suffix.lower() not in FORMATS]
    if not sources:
        where = ", ".join(map(str, roots))
        raise NothingToReadError(f"no documents in {where}; these endings are read: {', '.join(FORMATS)}")
    return sorted(set(sources), key=lambda source: (source.name, source.path)), sorted(passed)


def _files(root: Path) -> list[Path]:
    if root.is_file():
        return [root]
    return [path for path in root.rglob("*") if path.is_file() and not _hidden(path.relative_to(root))]


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)


def read_document(source: Source) -> Document:
    """The document in a file; one with status `failed` and a problem where it cannot be read."""
    path = Path(source.path)
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        return fail(source, f"The file could not be opened: {error.strerror}.")
    if size > LARGEST_FILE:
        allowed = f"texts up to {LARGEST_FILE / 1e6:.0f} MB are read"
        problem = f"The file has {size / 1e6:.1f} MB; {allowed}. Split it into parts."
        return fail(source, problem, str(size).encode())
    try:
        content = FORMATS[path.suffix.lower()](decode(data))
    except UnreadableError as error:
        return fail(source, str(error), data)
    return describe(source, data, content)


def describe(source: Source, data: bytes, content: Content) -> Document:
    """The document with what its text and metadata tell about it."""
    heading = find_heading(content)
    published = find_published(content, heading, Path(source.name).name)
    document = Document(
        document_id=_document_id(source, data),
        path=source.path,
        text=content.text,
        title=heading.title or _title(source),
        publisher=heading.publisher,
        url=heading.url,
        language=content.language or find_language(content.text),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    if published is None:
        problem = "No published date was found; relative dates in it stay open."
        return replace(document, status="undated", problem=problem)
    return replace(document, published=published.time, published_text=published.text, published_how=published.how)


def fail(source: Source, problem: str, data: bytes = b"") -> Document:
    """The document in place of one that could not be read; `data` is what was read of it."""
    return Document(
        document_id=_document_id(source, data),
        path=source.path,
        text="",
        title=_title(source),
        sha256=hashlib.sha256(data).hexdigest(),
        status="failed",
        problem=problem,
    )


def _document_id(source: Source, data: bytes) -> str:
    return stable_id("document", source.name, hashlib.sha256(data).hexdigest())


def _title(source: Source) -> str:
    return Path(source.path).stem.replace("_", " ").replace("-", " ")
