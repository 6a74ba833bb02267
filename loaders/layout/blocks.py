"""A text laid out: its blocks in order, each with what it is, what it stands under and, where it has them, who speaks and when.

Everything is made when it is first asked for, and once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from loaders.layout import kinds
from loaders.layout.captions import find_captions
from loaders.layout.dated_heads import date_alone, dateline, first_date, head_date
from loaders.layout.furniture import without_furniture
from loaders.layout.kinds import is_byline, is_headline, is_title, kind_by_sign
from loaders.layout.logs import LogEntry, find_log
from loaders.layout.messages import Message, find_messages
from loaders.layout.sentences import split_paragraphs, split_sentences
from loaders.layout.tokens import Tokens, tokenize
from loaders.layout.turns import Turn, find_turns
from loaders.records import Span

FEWEST_ENTRIES = 2
"""So many paragraphs that a date heads make a list of them; one may be a note."""
HEAD = 12
"""Blocks from the first in which title, dateline and byline stand."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the text; `speaker` and `date` are the places of the words that say who and when."""

    kind: str
    """One of `kinds`."""
    start: int
    end: int
    speaker: Span | None = None
    date: Span | None = None
    under: int | None = None
    """Number of the heading, of the head of the mail or of the line with a date that it stands under."""


@dataclass(frozen=True)
class Layout:
    """A text as the finders read it; offsets are those of the text as written."""

    written: str

    @cached_property
    def text(self) -> str:
        """The text with its furniture blank, everything at its place."""
        return without_furniture(self.written)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The paragraphs of what is read."""
        return split_paragraphs(self.text)

    @cached_property
    def turns(self) -> list[Turn]:
        """Of a transcript."""
        return find_turns(self.text, self.paragraphs)

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """Mails and letters within the text."""
        return find_messages(self.text)

    @cached_property
    def log(self) -> tuple[LogEntry, ...]:
        """Of a live blog or log."""
        return find_log(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """The words and marks, the one row of them that the finders of people and quotes read."""
        return tokenize(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences in order; in a transcript without who speaks before them ("Mr. Hoyle: That is no answer.")."""
        sentences = split_sentences(self.text, self.paragraphs)
        heads = {turn.name[0]: turn.start for turn in reversed(self.turns)}
        places = sorted(heads)
        cut = []
        for start, end in sentences if heads else ():
            at = bisect_left(places, start)
            head = heads[places[at]] if at < len(places) and places[at] < end else start
            cut.append((head if start < head < end else start, end))
        return cut or sentences

    @cached_property
    def captions(self) -> list[Span]:
        """The paragraphs that tell of a picture."""
        return find_captions(self.text, self.paragraphs)

    @cached_property
    def _captions(self) -> frozenset[Span]:
        return frozenset(self.captions)

    @cached_property
    def bylines(self) -> list[Span]:
        """The paragraphs that say who wrote the text."""
        return [span for span in self.paragraphs if is_byline(self.text[slice(*span)])]

    @cached_property
    def headlines(self) -> list[Span]:
        """The paragraphs in which every word has a capital, so that capitals make no name."""
        return [span for span in self.paragraphs if is_headline(self.text[slice(*span)])]

    @cached_property
    def _beside(self) -> list[Span]:
        """What stands beside the text: heads of mails and captions, in order."""
        return sorted([*(mail.head for mail in self.messages), *self.captions])

    def is_beside_text(self, offset: int) -> bool:
        """Whether a place lies in the head of a mail or in a caption: what is dated there is no part of what is told."""
        at = bisect_right(self._beside, (offset, len(self.text) + 1)) - 1
        return at >= 0 and offset < self._beside[at][1]

    @cached_property
    def blocks(self) -> list[Block]:
        """Every paragraph as a block, also those that are no text."""
        spans = self.paragraphs if self.text == self.written else split_paragraphs(self.written)
        found = [self._block(span) for span in spans]
        return _with_what_they_stand_under(self._with_head(self._with_lists(found)))

    def _block(self, span: Span) -> Block:
        start, end = span
        text = self.text
        if not text[start:end].strip():
            return Block(kinds.FURNITURE, start, end)
        return (
            self._in_talk(span)
            or self._in_mail(span)
            or self._in_log(span)
            or (Block(kinds.CAPTION, start, end, date=first_date(text, span)) if span in self._captions else None)
            or (Block(kinds.BYLINE, start, end) if is_byline(text[start:end]) else None)
            or Block(kind_by_sign(text, span), start, end, date=head_date(text, span) or dateline(text, span))
        )

    def _in_talk(self, span: Span) -> Block | None:
        turns, (start, end) = self.turns, span
        at = bisect_left(turns, end, key=lambda turn: turn.end)
        turn = turns[at] if at < len(turns) and turns[at].start < end else None
        if turn is None:
            return None
        return Block(kinds.QUESTION if turn.role == "asks" else kinds.TURN, start, end, turn.name)

    def _in_mail(self, span: Span) -> Block | None:
        at = bisect_right(self.messages, span[0], key=lambda mail: mail.head[0]) - 1
        if at < 0:
            return None
        mail = self.messages[at]
        return Block(kinds.HEAD if span[0] < mail.head[1] else kinds.MAIL, *span, mail.sender, mail.sent)

    def _in_log(self, span: Span) -> Block | None:
        at = bisect_right(self.log, span[1], key=lambda entry: entry.head[0]) - 1
        if at < 0:
            return None
        entry = self.log[at]
        kind = kinds.ENTRY_HEAD if span[0] < entry.head[1] >= span[1] else kinds.ENTRY
        return Block(kind, *span, date=entry.when)

    def _with_lists(self, blocks: list[Block]) -> list[Block]:
        """The blocks, those that a date heads made entries where they are a list of such; a dateline heads none."""
        headed = {
            at
            for at, block in enumerate(blocks)
            if block.date
            and block.kind in (kinds.ITEM, kinds.PARAGRAPH)
            and not dateline(self.text, (block.start, block.end))
        }
        if len(headed) < FEWEST_ENTRIES:
            return blocks
        return [replace(block, kind=kinds.ENTRY) if at in headed else block for at, block in enumerate(blocks)]

    def _with_head(self, blocks: list[Block]) -> list[Block]:
        """The blocks, those at the head of the text that are its title and the line with its day named so."""
        named = list(blocks)
        titled = False
        for at, block in enumerate(blocks[:HEAD]):
            span = block.start, block.end
            if block.kind == kinds.HEADING and not titled:
                named[at], titled = replace(block, kind=kinds.TITLE), True
            if block.kind != kinds.PARAGRAPH:
                continue
            if date := date_alone(self.text, span):
                named[at] = replace(block, kind=kinds.DATELINE, date=date)
            elif not titled and is_title(self.text[slice(*span)]) and at + 1 < len(blocks):
                named[at], titled = replace(block, kind=kinds.TITLE), True
            else:
                break
        return named


def _with_what_they_stand_under(blocks: list[Block]) -> list[Block]:
    under: int | None = None
    found = []
    for at, block in enumerate(blocks):
        heads = block.kind in kinds.HEADS
        found.append(block if heads or under is None else replace(block, under=under))
        under = at if heads else under
    return found


@lru_cache(maxsize=4)
def lay_out(text: str) -> Layout:
    """The layout of a text, a function of the text alone. All finders read each document, so the last few are kept."""
    return Layout(text)


def as_layout(text: str | Layout) -> Layout:
    """The layout of a text, or the layout itself: a finder may be asked with either."""
    return text if isinstance(text, Layout) else lay_out(text)
