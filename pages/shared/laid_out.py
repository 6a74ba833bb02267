"""The picture of a layout: a text with its blocks named in the margin, to look at first when something is read wrongly.

Pure: blocks to safe HTML. Every character of the text is escaped, and shown as it was written, furniture too.
"""

from __future__ import annotations

import html
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from loaders.layout import Block, Layout
from loaders.records import Span
from pages.shared.phrases import count

MOST_BLOCKS = 1_500
"""Blocks that are drawn at once; a text of so many lines is a table or a list, and looks alike further down."""

NAMES = {
    "title": "Title",
    "byline": "Byline",
    "dateline": "Dateline",
    "caption": "Caption",
    "furniture": "Furniture",
    "heading": "Heading",
    "row": "Row",
    "item": "Item",
    "quoted": "Quoted",
    "footnote": "Footnote",
    "paragraph": "Paragraph",
    "mail head": "Mail head",
    "mail": "Mail",
    "entry head": "Entry head",
    "entry": "Entry",
    "turn": "Turn",
    "question": "Question",
}
"""Kind of a block -> what the margin calls it."""


def draw_layout(layout: Layout, dates: Sequence[tuple[Span, str]]) -> str:
    """The blocks of a text, one below the other, each with its name, speaker and date in the margin.

    `dates` are the dates that were found, in order: their places and what they were read as.
    """
    blocks = layout.blocks
    rows = "".join(_row(layout.written, block, dates) for block in blocks[:MOST_BLOCKS])
    more = len(blocks) - MOST_BLOCKS
    left = f'<p class="left">{count(more, "more block")} not drawn.</p>' if more > 0 else ""
    return f'<div class="dl-laid" role="list">{rows}</div>{left}'


def say_blocks(blocks: Sequence[Block]) -> str:
    """How many blocks of which kind there are: "Paragraph 4 · Title 1"."""
    counted = Counter(block.kind for block in blocks)
    return " · ".join(f"{NAMES[kind]} {n:,}" for kind, n in counted.most_common())


def _row(text: str, block: Block, dates: Sequence[tuple[Span, str]]) -> str:
    margin = [f"<b>{NAMES[block.kind]}</b>"]
    if block.speaker:
        margin.append(html.escape(" ".join(text[slice(*block.speaker)].split()), quote=False))
    if block.date:
        margin.append(html.escape(_read_as(block.date, dates) or text[slice(*block.date)], quote=False))
    lines = "".join(f"<span>{line}</span>" for line in margin)
    words = html.escape(text[block.start : block.end], quote=False)
    kind = block.kind.replace(" ", "-")
    return (
        f'<div role="listitem" class="{kind}"><div class="margin">{lines}</div><div class="words">{words}</div></div>'
    )


def _read_as(words: Span, dates: Sequence[tuple[Span, str]]) -> str:
    """What the words, or some of them with others, were read as; empty where they were not."""
    at = bisect_right(dates, words[0], key=lambda date: date[0][1])
    return dates[at][1] if at < len(dates) and dates[at][0][0] < words[1] else ""
