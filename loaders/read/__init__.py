"""Files to Documents: find the files, decode them, read title, publisher, address, language and published date.

    file -> bytes -> by its format, the contents (text, metadata) in it -> a Document each

formats.py has the table of formats; a mailbox or a table holds many documents. A file that cannot be read is one Document
with status `failed` and a problem in plain words; it never stops a build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from loaders.read.beside import MAPPED, NAME, Beside, read_beside
from loaders.read.columns import NONE, read_mapped, say_mapped
from loaders.read.content import Content, UnreadableError
from loaders.read.formats import FORMATS, ending_of, read_contents
from loaders.read.heading import find_heading
from loaders.read.language import find_language
from loaders.read.published import find_published
from loaders.records import Document
from loaders.tables.schema import stable_id


class NothingToReadError(ValueError):
    """The paths that were given hold no document; says which and what is allowed."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, and its name: the path inside the folder that was given."""

    path: str
    name: str
    declared: tuple[tuple[str, str], ...] = ()
    """What a metadata.csv beside it says, by the keys of Content.metadata; and under MAPPED what its columns are for."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A file that is not read, and why."""

    path: str
    why: str


def find_sources(paths: Iterable[str | Path], mapped: Mapping[str, str] = NONE) -> tuple[list[Source], list[Passed]]:
    """The files to read under the paths, in order of name, and the files that were passed over.

    `mapped` says what columns of tables are for, as far as no metadata.csv says it of one.
    Raises NothingToReadError where a path does not exist or no file has an ending of FORMATS.
    """
    roots = [Path(path) for path in paths]
    for path in roots:
        if not path.exists():
            raise NothingToReadError(f"{path} does not exist; give a file or a folder of documents")
    sources, passed = set[Source](), set[Passed]()
    beside: dict[Path, Beside] = {}
    for root in roots:
        for file in [root] if root.is_file() else root.rglob("*"):
            why = _why_not(file, root)
            if why is None:
                name = file.relative_to(root) if root.is_dir() else Path(file.name)
                if file.parent not in beside:
                    beside[file.parent] = _read_beside(file.parent, passed)
                declared = dict(beside[file.parent].get(as_unicode(file.name), {}))
                if mapped and FORMATS[ending_of(file.name)].rows:
                    declared.setdefault(MAPPED, say_mapped(mapped))
                sources.add(Source(file.as_posix(), as_unicode(name.as_posix()), tuple(sorted(declared.items()))))
            elif why:
                passed.add(Passed(as_unicode(file.as_posix()), why))
    if not sources:
        where = ", ".join(map(str, roots))
        named = "; ".join(f"{one.path} is {one.why}" for one in sorted(passed, key=lambda one: one.path)[:3])
        why = f" ({named})" if named else ""
        raise NothingToReadError(f"no documents in {where}{why}; these endings are read: {', '.join(FORMATS)}")
    return sorted(sources, key=lambda source: (source.name, source.path)), sorted(passed, key=lambda one: one.path)


def _read_beside(folder: Path, passed: set[Passed]) -> Beside:
    try:
        return read_beside(folder)
    except UnreadableError as error:
        passed.add(Passed(as_unicode((folder / NAME).as_posix()), str(error)))
        return {}


def as_unicode(name: str) -> str:
    """A file's name as tables can hold it: bytes that are no UTF-8 are "�" there, while the file is opened by its own."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _why_not(file: Path, root: Path) -> str | None:
    """Why a file is passed over; None where it is read, "" for a folder and for what lies in a hidden one."""
    hidden = [part.startswith((".", "~$")) for part in file.relative_to(root).parts]
    if any(hidden[:-1]):
        return ""
    if file.is_symlink():
        # A link that is given by name is no other name of something in a folder.
        return "" if file != root and _leads_within(file, root) else "a link that leads out of the folder"
    if file.is_dir():
        return "a hidden folder" if hidden and hidden[-1] else ""
    if not file.is_file():
        return "no file but a pipe, socket or device"
    if hidden and hidden[-1]:
        return "a hidden file"
    if file.name == NAME and file != root:
        return ""
    return None if ending_of(file.name) else "not a format that is read"


def _leads_within(link: Path, root: Path) -> bool:
    """Whether a link is another name of something in the folder, which is read under its own name."""
    return link.resolve().is_relative_to(root.resolve()) and link.exists()


def read_documents(source: Source) -> list[Document]:
    """The documents in a file; one with status `failed` and a problem where it cannot be read."""
    path, ending = Path(source.path), ending_of(source.path)
    largest = FORMATS[ending].largest
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= largest else b""
    except OSError as error:
        return [fail(source, f"The file could not be opened: {error.strerror}.")]
    if size > largest:
        allowed = f"of this format up to {largest / 1e6:.0f} MB are read"
        problem = f"The file has {size / 1e6:.1f} MB; {allowed}. Split it into parts."
        return [fail(source, problem, str(size).encode())]
    try:
        contents = read_contents(data, ending, read_mapped(dict(source.declared).get(MAPPED, "")))
    except UnreadableError as error:
        return [fail(source, str(error), data)]
    return [describe(source, content.text.encode() if content.part else data, content) for content in contents]


def describe(source: Source, data: bytes, content: Content) -> Document:
    """The document with what its text and metadata tell about it; what stands beside the file counts more."""
    if source.declared:
        declared = {use: words for use, words in source.declared if use != MAPPED}
        content = replace(
            content, metadata={**content.metadata, **declared}, how=NAME if "published" in declared else content.how
        )
    heading = find_heading(content)
    published = find_published(content, heading, Path(source.name).name)
    document = Document(
        document_id=_document_id(source, data),
        path=_path(source, content),
        text=content.text,
        title=(heading.title if content.metadata.get("title") != "" else None)
        or " ".join(filter(None, (_title(source), content.part))),
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
        path=as_unicode(source.path),
        text="",
        title=_title(source),
        sha256=hashlib.sha256(data).hexdigest(),
        status="failed",
        problem=problem,
    )


def _path(source: Source, content: Content) -> str:
    """The path as given, and after a sign that addresses have for it which part of the file it is."""
    return as_unicode(source.path) + (f"#{content.part}" if content.part else "")


def _document_id(source: Source, data: bytes) -> str:
    return stable_id("document", source.name, hashlib.sha256(data).hexdigest())


def _title(source: Source) -> str:
    return Path(source.path).stem.replace("_", " ").replace("-", " ")
