"""The blocks of a text in order: paragraphs, each with what it is and, where it has them, who speaks and when it was sent."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.layout.furniture import without_furniture
from loaders.layout.messages import Message, find_messages
from loaders.layout.sentences import split_paragraphs, split_sentences
from loaders.layout.turns import Turn, find_turns
from loaders.records import Span

FURNITURE, HEADING, ROW, ITEM, QUOTED, HEAD, TURN, QUESTION, MAIL, PARAGRAPH = (
    "furniture",
    "heading",
    "row",
    "item",
    "quoted",
    "mail head",
    "turn",
    "question",
    "mail",
    "paragraph",
)
"""What a block is."""

_SIGNS = (
    (HEADING, re.compile(r"#{1,6}[ \t]")),
    (ROW, re.compile(r"\|")),
    (ITEM, re.compile(r"[*•·‣+-][ \t]+\S|\d{1,3}[.)][ \t]+\S")),
    (QUOTED, re.compile(r">")),
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text; `speaker` and `sent` are the places of the words that say who and when."""

    kind: str
    start: int
    end: int
    speaker: Span | None = None
    sent: Span | None = None


@dataclass(frozen=True)
class Layout:
    """A text as the finders read it: its furniture blank, everything at its place."""

    text: str
    paragraphs: Sequence[Span]
    turns: Sequence[Turn]
    messages: Sequence[Message]
    written: Sequence[Span]
    """The paragraphs of the text as written, also those that are blank here."""

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences in order; in a transcript without who speaks before them ("Mr. Hoyle: That is no answer.")."""
        sentences = split_sentences(self.text)
        heads = {turn.name[0]: turn.start for turn in reversed(self.turns)}
        places = sorted(heads)
        cut = []
        for start, end in sentences if heads else ():
            at = bisect_left(places, start)
            head = heads[places[at]] if at < len(places) and places[at] < end else start
            cut.append((head if start < head < end else start, end))
        return cut or sentences

    @cached_property
    def blocks(self) -> list[Block]:
        """Every paragraph as a block, also those that are no text."""
        turn_ends = [turn.end for turn in self.turns]
        heads = [mail.head[0] for mail in self.messages]
        return [self._block(span, turn_ends, heads) for span in self.written]

    def _block(self, span: Span, turn_ends: Sequence[int], heads: Sequence[int]) -> Block:
        start, end = span
        if not self.text[start:end].strip():
            return Block(FURNITURE, start, end)
        at = bisect_left(turn_ends, end)
        turn = self.turns[at] if at < len(self.turns) and self.turns[at].start < end else None
        if turn is not None:
            return Block(QUESTION if turn.role == "asks" else TURN, start, end, turn.name)
        at = bisect_right(heads, start) - 1
        mail = self.messages[at] if at >= 0 else None
        if mail is not None:
            return Block(HEAD if start < mail.head[1] else MAIL, start, end, mail.sender, mail.sent)
        kind = next((kind for kind, sign in _SIGNS if sign.match(self.text, start)), PARAGRAPH)
        return Block(kind, start, end)


def lay_out(text: str) -> Layout:
    """The layout of a text; a function of the text alone, of which the offsets are those of the text as written."""
    read = without_furniture(text)
    paragraphs = split_paragraphs(read)
    spans = paragraphs if read == text else split_paragraphs(text)
    return Layout(read, paragraphs, find_turns(read, paragraphs), find_messages(read), spans)
