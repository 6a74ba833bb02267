"""PDF with a text layer, by PDFium: lines become paragraphs, hyphens at line ends go, running heads go, pages stay known.

Pages are parted by form feeds, as plain text parts them, so that the page of a place is one more than the form feeds before
it; a sentence may run over one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from loaders.read.content import Content, UnreadableError
from loaders.read.decode import composed
from loaders.records import PAGE

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MOST_PAGES = 3_000
MOST_LETTERS = 10_000_000
RUNNING = 3
"""A line at the head or foot of so many pages, or of both where there are two, is a running head."""
AT_THE_EDGE = 2
"""So many lines at either end of a page can be one."""
SOFT_HYPHENS = "\ufffe\x02\u00ad"
"""What PDFium gives for a hyphen at which a line ends, both lines in one."""

_HYPHENED = re.compile(r"(\w+)[-\u2010]$")
_PARTED = re.compile(rf"(\w+)[{SOFT_HYPHENS}](\w+)")
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line; lengths in points, measured from the lower left corner of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def read_pdf(data: bytes) -> Content:
    """The text of a PDF. Raises UnreadableError for one that is encrypted, damaged or only pictures of pages."""
    pages = [_lines(page) for page in _text_pages(data)]
    if not any(pages):
        raise UnreadableError(
            "The PDF holds no text: it is a scan, pictures of pages. Put it through text recognition (OCR) first."
        )
    pages = _without_running_lines(pages)
    whole = " ".join(line.text for page in pages for line in page)
    text = _over_pages(PAGE.join(_page_text(page, whole) for page in pages))
    text = _PARTED.sub(lambda parted: _in_one_piece(parted[1], parted[2], whole), text)
    return Content(composed(text).strip(" \n") + "\n")


def _text_pages(data: bytes) -> Iterator[PdfTextPage]:
    document = _open(data)
    try:
        for number in range(min(len(document), MOST_PAGES)):
            try:
                page = document[number]
                yield page.get_textpage()
            except RuntimeError:  # one damaged page costs that page
                continue
    finally:
        document.close()


def _open(data: bytes) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).casefold():
            raise UnreadableError("The PDF is encrypted; save it without a password.") from error
        raise UnreadableError("The PDF is damaged or cut off: it cannot be opened.") from error


def _lines(page: PdfTextPage) -> list[_Line]:
    """The lines of a page in the order in which they were written, which is that of reading nearly always."""
    text = page.get_text_range()[:MOST_LETTERS]
    is_placed = len(text) == page.count_chars()
    lines, at = [], 0
    for raw in re.split(r"\r?\n", text):
        words = raw.strip()
        if words:
            first = at + raw.index(words[0])
            box = _box(page, first, at + len(raw.rstrip()) - 1) if is_placed else (0.0, 0.0, 0.0, 0.0)
            lines.append(_Line(" ".join(words.split()), *box))
        at += len(raw) + 2
    return lines


def _box(page: PdfTextPage, first: int, last: int) -> tuple[float, float, float, float]:
    """Left, right, bottom, top of the characters from `first` to `last`; of a few of them for the height."""
    try:
        boxes = [
            page.get_charbox(number, loose=True) for number in {first, (first + last) // 2, max(first, last - 1), last}
        ]
    except (RuntimeError, ValueError, IndexError):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), max(right), min(bottom), max(top)


def _without_running_lines(pages: Sequence[list[_Line]]) -> list[list[_Line]]:
    """The pages without page numbers and what stands at the head or foot of several."""
    edges = [{_shape(line) for line in (*page[:AT_THE_EDGE], *page[-AT_THE_EDGE:])} for page in pages]
    times = Counter(shape for shapes in edges for shape in shapes)
    needed = max(2, min(RUNNING, len(pages)))
    running = {shape for shape, n in times.items() if n >= needed or not shape.strip("# -–—.|/")}
    return [
        [
            line
            for number, line in enumerate(page)
            if not (min(number, len(page) - 1 - number) < AT_THE_EDGE and _shape(line) in running)
        ]
        for page in pages
    ]


def _shape(line: _Line) -> str:
    """The line with its numbers alike: "Page 3 of 12" is "Page # of #"."""
    return _DIGITS.sub("#", line.text)


def _page_text(lines: Sequence[_Line], whole: str) -> str:
    """The paragraphs of a page; `whole` is all of the text, which tells whether a word has a hyphen of its own."""
    if not lines:
        return ""
    gaps = [above.bottom - below.top for above, below in pairwise(lines) if above.bottom > below.top]
    usual = median(gaps) if gaps else 0.0
    left, right = _columns(lines)
    parts = [lines[0].text]
    for number, (above, below) in enumerate(pairwise(lines)):
        if _begins_paragraph(above, below, usual, (left[number], right[number]), left[number + 1]):
            parts += ["\n\n", below.text]
        else:
            parts[-1:] = _join(parts[-1], below.text, whole)
    return "".join(parts)


def _columns(lines: Sequence[_Line]) -> tuple[list[float], list[float]]:
    """For each line the left and right border of the column in which it stands: of the lines that go down without a jump."""
    starts = [0] + [n + 1 for n, (above, below) in enumerate(pairwise(lines)) if below.top > above.top + above.height]
    left: list[float] = []
    right: list[float] = []
    for first, last in zip(starts, [*starts[1:], len(lines)], strict=True):
        column = lines[first:last]
        left += [min(line.left for line in column)] * len(column)
        right += [max(line.right for line in column)] * len(column)
    return left, right


def _begins_paragraph(above: _Line, below: _Line, usual: float, borders: tuple[float, float], left: float) -> bool:
    height = min(above.height, below.height)
    is_indented = below.left - left > 0.8 * height and above.left - borders[0] < 0.8 * height
    is_short = borders[1] - above.right > 0.2 * (borders[1] - borders[0])
    if below.top > above.top + above.height:  # the next column
        return bool(_ENDS.search(above.text)) and (is_indented or is_short)
    is_apart = above.bottom - below.top > usual + 0.4 * height
    is_other_size = max(above.height, below.height) > 1.25 * height and is_short
    return is_apart or is_indented or is_other_size or (is_short and bool(_ENDS.search(above.text)))


def _join(above: str, below: str, whole: str) -> list[str]:
    """Two lines of one paragraph, a word that is parted between them in one piece."""
    parted, second = _HYPHENED.search(above), re.match(r"\w+", below)
    if parted and second and below[0].islower():
        return [above[: parted.start()], _in_one_piece(parted[1], second[0], whole), below[second.end() :]]
    return [above, " ", below]


def _in_one_piece(first: str, second: str, whole: str) -> str:
    """A word that a line's end parted: with its hyphen where the text has it so elsewhere."""
    return f"{first}-{second}" if f"{first}-{second}" in whole else first + second


def _over_pages(text: str) -> str:
    """The text with a paragraph that a page's end cuts in one piece, its form feed within."""
    pages = text.split(PAGE)
    whole = pages[0]
    for page in pages[1:]:
        before = whole.rstrip()
        goes_on = bool(before) and not _ENDS.search(before) and page[:1].islower()
        whole = f"{before}{PAGE if goes_on else f'{chr(10)}{PAGE}{chr(10)}'}{page}"
    return whole
