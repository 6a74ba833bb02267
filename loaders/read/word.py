"""What word processors write: .docx (by mammoth), .odt (by lxml) and .rtf (by striprtf), as paragraphs.

What a file declares as its date is when somebody first saved it, which is no published date; the text's own date is taken.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import lxml.etree

from loaders.read.content import Content, UnreadableError
from loaders.read.decode import composed
from loaders.read.markup import BETWEEN_CELLS, text_of_markup
from loaders.read.zipped import open_packed, read_part

EMPTY = "The document holds no text."


def read_docx(data: bytes) -> Content:
    """The text of a Word document: insertions that are tracked are in it, deletions and comments are not."""
    import mammoth

    packed = open_packed(data)
    if "word/document.xml" not in packed.namelist():
        raise UnreadableError("The file is no Word document, though its name says so.")
    _refuse_entities(read_part(packed, "word/document.xml"))
    try:
        markup = mammoth.convert_to_html(io.BytesIO(data), convert_image=lambda image: []).value
    except Exception as error:  # mammoth lets through whatever a damaged file makes its parsers raise
        raise UnreadableError("The Word document is damaged.") from error
    return _content(text_of_markup(markup))


def read_odt(data: bytes) -> Content:
    """The text of an OpenDocument text; what a tracked deletion took out and comments are not in it."""
    packed = open_packed(data)
    if "content.xml" not in packed.namelist():
        raise UnreadableError("The file is no OpenDocument text, though its name says so.")
    tree = parse_xml(read_part(packed, "content.xml"))
    return _content("\n\n".join(filter(None, _paragraphs(tree))))


def read_rtf(data: bytes) -> Content:
    """The text of an RTF document."""
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("The file is no RTF document, though its name says so.")
    try:
        text = str(rtf_to_text(data.decode("latin-1"), errors="replace"))
    except (ValueError, LookupError, IndexError, RecursionError) as error:
        raise UnreadableError("The RTF document is damaged.") from error
    lines = (" ".join(line.replace("|", BETWEEN_CELLS).split()) for line in text.splitlines())
    return _content("\n\n".join(filter(None, lines)))


def parse_xml(data: bytes) -> lxml.etree._Element:
    """The tree of an XML part; entities are neither expanded nor fetched. Raises UnreadableError for a damaged one."""
    _refuse_entities(data)
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return lxml.etree.fromstring(data, parser)
    except lxml.etree.XMLSyntaxError as error:
        raise UnreadableError("The file is damaged: what is in it is no XML.") from error


def _refuse_entities(data: bytes) -> None:
    """No word processor declares entities; whoever does wants them expanded without end, or fetched."""
    if b"<!ENTITY" in data:
        raise UnreadableError("The file declares entities, which no word processor does; it was not opened.")


TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
ROW, NOTE = f"{TABLE}table-row", f"{TEXT}note"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
SPACES = frozenset((f"{TEXT}s", f"{TEXT}tab", *PARAGRAPHS))
LEFT_OUT = (f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}annotation-end", f"{TEXT}note-citation")


def _paragraphs(tree: lxml.etree._Element) -> Iterator[str]:
    """The paragraphs, headings and rows in order; a footnote is a paragraph of its own after the one that has it."""
    lxml.etree.strip_elements(tree, *LEFT_OUT, with_tail=False)
    for element in tree.iter(*PARAGRAPHS, ROW):
        if any(True for _ in element.iterancestors(ROW, NOTE)):
            continue
        notes = [_plain(body) for body in element.iter(f"{TEXT}note-body")]
        lxml.etree.strip_elements(element, NOTE, with_tail=False)
        cells = element if element.tag == ROW else [element]
        yield BETWEEN_CELLS.join(filter(None, map(_plain, cells)))
        yield from notes


def _plain(element: lxml.etree._Element) -> str:
    """The text in an element on one line for each line break."""
    pieces: list[str] = []
    for step, inner in lxml.etree.iterwalk(element, events=("start", "end")):
        if step == "start":
            pieces.append("\n" if inner.tag == f"{TEXT}line-break" else " " if inner.tag in SPACES else "")
            pieces.append(inner.text or "")
        elif inner is not element:
            pieces.append(inner.tail or "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(filter(None, lines))


def _content(text: str) -> Content:
    text = composed(text).strip()
    if not text:
        raise UnreadableError(EMPTY)
    return Content(text + "\n")
