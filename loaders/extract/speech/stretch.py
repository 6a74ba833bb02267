"""A document as the finder of quotes reads it: sentences whose quotations are single items.

A full stop inside a quotation ends no sentence of the text around it, so a stretch is a sentence of that text: the
indexes of its tokens, and for each quotation -(its index + 1).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from loaders.extract.speech.cues import CueWords
from loaders.extract.speech.marks import Quotation, find_quotations
from loaders.layout import Layout
from loaders.layout.tokens import Tokens
from loaders.records import PersonMention, Span

_COLONS = frozenset(":：")
_EMPHASIS = frozenset("*_")
"""Marks of Markdown, which part no words."""
_BREAKS = frozenset(",，、;；:：—–()[]!?！？")
_LONGEST = 400
"""A sentence of more items is a list or a broken text; it is cut, so that reading stays linear."""


@dataclass
class Reading:
    """One document: its tokens, quotations, people and stretches."""

    text: str
    tokens: Tokens
    words: CueWords
    people: Sequence[PersonMention]
    person_at: list[int]
    """For each token the index of the person mentioned there, -1 for none."""
    quotations: list[Quotation]
    stretches: list[Stretch] = field(default_factory=list)

    @cached_property
    def by_last_name(self) -> dict[str, PersonMention]:
        """For the last word of a name, without case, the first person in the text who bears it."""
        found: dict[str, PersonMention] = {}
        for person in self.people:
            for last in person.name.casefold().split()[-1:]:
                found.setdefault(last, person)
        return found

    def end_of(self, item: int) -> int:
        """The offset after an item."""
        return self.tokens.ends[item] if item >= 0 else self.quotations[-item - 1].outer[1]

    def start_of(self, item: int) -> int:
        """The offset of an item."""
        return self.tokens.starts[item] if item >= 0 else self.quotations[-item - 1].outer[0]

    @cached_property
    def lowered(self) -> list[str]:
        """The tokens without case, but for names that are verbs elsewhere: "Ms. May" and "Mr. Will" keep theirs."""
        lower, capital = self.tokens.lower, self.tokens.capital
        named = (item for item, person in enumerate(self.person_at) if person >= 0 and capital[item])
        verbs = {item for item in named if lower[item] in self.words.auxiliaries}
        return [self.tokens.words[item] if item in verbs else word for item, word in enumerate(lower)]

    def lower(self, item: int) -> str:
        """A token without case; empty for a quotation."""
        return self.lowered[item] if item >= 0 else ""


@dataclass
class Stretch:
    """One sentence outside quotations."""

    items: list[int]
    paragraph: int
    span: Span
    announces: bool = False
    """Whether it ends with a colon."""
    opens: bool = False
    """Whether a paragraph begins with it."""


def is_break(reading: Reading, item: int) -> bool:
    """Whether an item parts clauses: a quotation or a mark other than a full stop."""
    return item < 0 or reading.tokens.words[item] in _BREAKS


def read_document(layout: Layout, people: Sequence[PersonMention], words: CueWords) -> Reading:
    """The document with its quotations found and its text cut into stretches."""
    text, tokens = layout.text, layout.tokens
    reading = Reading(text, tokens, words, people, [-1] * len(tokens), find_quotations(text, layout.paragraphs))
    for index, person in enumerate(people):
        first = tokens.first_from(person.start)
        for token in range(first, bisect_left(tokens.starts, person.end)):
            reading.person_at[token] = index
    _cut(reading, layout)
    return reading


def _cut(reading: Reading, layout: Layout) -> None:
    """Fill in the stretches: sentences, joined where their border lies within a quotation."""
    tokens, quotations, paragraphs = reading.tokens, reading.quotations, layout.paragraphs
    quotation, paragraph = 0, 0
    items: list[int] = []
    start = None
    for sentence_start, sentence_end in layout.sentences:
        while paragraph < len(paragraphs) and paragraphs[paragraph][1] <= sentence_start:
            paragraph += 1
        start = sentence_start if start is None else start
        index = tokens.first_from(sentence_start)
        stop = tokens.first_from(sentence_end)
        while index < stop:
            offset = tokens.starts[index]
            while quotation < len(quotations) and quotations[quotation].outer[1] <= offset:
                quotation += 1
            if quotation < len(quotations) and quotations[quotation].outer[0] <= offset:
                if not items or items[-1] != -quotation - 1:
                    items.append(-quotation - 1)
                index = tokens.first_from(quotations[quotation].outer[1])
            else:
                if tokens.words[index] not in _EMPHASIS:
                    items.append(index)
                index += 1
            if len(items) >= _LONGEST:
                reading.stretches.append(Stretch(items, paragraph, (start, reading.end_of(items[-1]))))
                items, start = [], tokens.starts[index] if index < len(tokens) else sentence_end
        inside = (
            quotation < len(quotations)
            and quotations[quotation].outer[0] < sentence_end < quotations[quotation].outer[1]
        )
        if inside or not items:
            continue
        end = max(sentence_end, reading.end_of(items[-1]))
        opens = paragraph < len(paragraphs) and start == paragraphs[paragraph][0]
        reading.stretches.append(Stretch(items, paragraph, (start, end), reading.text[end - 1] in _COLONS, opens))
        items, start = [], None
    if items and start is not None:
        reading.stretches.append(Stretch(items, paragraph, (start, reading.end_of(items[-1]))))
