"""The text of markup that is all text (a word processor's file, a book's chapter, a mail): a paragraph for each block.

Pages of the web have menus and footers around their text, and are read by html.py.
"""

from __future__ import annotations

import lxml.etree
import lxml.html

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
SILENT = frozenset("head script style template title".split())
CELLS = frozenset(("td", "th"))
BETWEEN_CELLS = " | "


def text_of_markup(source: str) -> str:
    """The text with an empty line between blocks and a row of a table on one line; empty where there is none."""
    try:
        # Bytes, because lxml refuses a str that declares its own encoding.
        tree = lxml.html.document_fromstring(source.encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.ParserError, ValueError):
        return ""
    pieces: list[str] = []
    for step, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        if not isinstance(element.tag, str):
            tail = element.tail if step == "end" else None
            pieces.append(tail or "")
            continue
        if step == "start":
            pieces.append(_before(element))
            pieces.append("" if element.tag in SILENT else element.text or "")
        else:
            pieces.append(_after(element))
            pieces.append(element.tail or "")
    return tidy("".join(pieces))


ROW, BLOCK, LINE, CELL = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
"""Borders until the text is tidied: code points that are no characters (Unicode 23.7), so that no text has them."""


def _before(element: lxml.html.HtmlElement) -> str:
    if _is_in_row(element):
        return " "
    return BLOCK if element.tag in BLOCKS and element.tag != "tr" else ROW if element.tag == "tr" else ""


def _after(element: lxml.html.HtmlElement) -> str:
    if element.tag == "br":
        return LINE
    if element.tag in CELLS:
        return CELL
    return "" if _is_in_row(element) else BLOCK if element.tag in BLOCKS and element.tag != "tr" else ""


def _is_in_row(element: lxml.html.HtmlElement) -> bool:
    """Whether it is a cell or a block in one: a row stands on one line."""
    return element.tag in CELLS or (
        element.tag in BLOCKS
        and element.tag not in ("table", "tr")
        and next(element.iterancestors("td", "th"), None) is not None
    )


def tidy(text: str) -> str:
    """The text with its borders as line ends and what is between them as one line each."""
    blocks = []
    for block in text.split(BLOCK):
        rows = []
        for row in block.split(ROW):
            cells = [" ".join(cell.split()) for cell in row.split(CELL)]
            if CELL in row:
                rows.append(BETWEEN_CELLS.join(cells[:-1] if not cells[-1] else cells))
            else:
                rows.append("\n".join(" ".join(line.split()) for line in cells[0].split(LINE)).strip())
        blocks.append("\n".join(filter(None, rows)))
    return "\n\n".join(filter(None, blocks))
