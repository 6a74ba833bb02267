"""Books (.epub): the chapters in reading order as one text, with the title, publisher and date that the book declares."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

import lxml.etree

from loaders.read.content import Content, UnreadableError
from loaders.read.decode import composed, decode
from loaders.read.markup import text_of_markup
from loaders.read.word import EMPTY, parse_xml
from loaders.read.zipped import open_packed, read_part

CONTAINER = "META-INF/container.xml"
DECLARED = {"title": "title", "publisher": "publisher", "date": "published"}
"""Dublin Core element to our key."""


def read_epub(data: bytes) -> Content:
    """The text of a book. Raises UnreadableError where it is damaged or protected."""
    packed = open_packed(data)
    if "META-INF/encryption.xml" in packed.namelist() and b"EncryptedKey" in read_part(
        packed, "META-INF/encryption.xml"
    ):
        raise UnreadableError("The book is protected against copying and cannot be read.")
    roots = parse_xml(read_part(packed, CONTAINER)).xpath("//@full-path")
    if not roots:
        raise UnreadableError("The book is damaged: it does not say where its chapters are.")
    root = str(roots[0])
    package = parse_xml(read_part(packed, root))
    chapters = (
        text_of_markup(decode(read_part(packed, path)))
        for path in _chapters(package, root)
        if path in packed.NameToInfo
    )
    text = composed("\n\n".join(filter(None, chapters))).strip()
    if not text:
        raise UnreadableError(EMPTY)
    return Content(text + "\n", dict(_metadata(package)), _language(package), "the book's own description")


def _chapters(package: lxml.etree._Element, root: str) -> Iterator[str]:
    """The parts in reading order, by the spine of the package."""
    paths = {item.get("id"): item.get("href") for item in package.xpath("//*[local-name()='manifest']/*[@href]")}
    for reference in package.xpath("//*[local-name()='spine']/*[@idref]"):
        path = paths.get(reference.get("idref"))
        if path:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(root), unquote(path)))


def _metadata(package: lxml.etree._Element) -> Iterator[tuple[str, str]]:
    for name, ours in DECLARED.items():
        for element in package.xpath(f"//*[local-name()='metadata']/*[local-name()='{name}']")[:1]:
            if element.text and element.text.strip():
                yield ours, composed(" ".join(element.text.split()))


def _language(package: lxml.etree._Element) -> str | None:
    found = package.xpath("//*[local-name()='metadata']/*[local-name()='language']/text()")
    return str(found[0]).strip()[:2].lower() or None if found else None
