"""A very long text is read in parts, so that memory and time grow with a part and not with the text.

Finders hold a few hundred bytes for each character that they look at (measured: 9 MB of numbers took 5.3 GB). A part ends at a
blank line, else at the end of a line; what is found in it is moved to its place in the whole. Only the first part has a lead,
so only there is anything the news of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from loaders.records import ActorMention, Mention, PersonMention, Quote, Span, TimeExpression, TopicMention

LONGEST = 150_000
"""Characters of a part; a book's chapter has 30,000, and no report comes near."""
FEWEST_NUMBERS = 0.5
"""From this share of digits on, among what is not blank, a line is a row of numbers and no prose."""
MANY = 200
"""So many rows of numbers are a table; fewer may be figures in a report, which keeps them."""

_ROW = re.compile(r"[^\n]*\n?")
Found = TypeVar("Found", TimeExpression, PersonMention, ActorMention, TopicMention)


def cut_parts(text: str) -> Iterator[Span]:
    """The parts of a text, in order, which together are all of it.

    >>> list(cut_parts("A short report."))
    [(0, 15)]
    """
    start = 0
    while len(text) - start > LONGEST:
        end = text.rfind("\n\n", start + LONGEST // 2, start + LONGEST)
        end = end if end > 0 else text.rfind("\n", start + LONGEST // 2, start + LONGEST)
        end = end if end > 0 else text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        end = start + LONGEST if end <= start else end
        yield start, end
        start = end
    yield start, len(text)


def without_numbers(text: str) -> str:
    """The text with its rows of numbers blank, where it has so many that they are a table; of the same length."""
    if sum(map(str.isdigit, text[:LONGEST])) < MANY:
        return text
    rows = _ROW.findall(text)
    are_numbers = [_is_numbers(row) for row in rows]
    if sum(are_numbers) < MANY:
        return text
    return "".join(
        " " * (len(row) - 1) + row[-1:] if blank else row for row, blank in zip(rows, are_numbers, strict=True)
    )


def _is_numbers(row: str) -> bool:
    shown = [letter for letter in row if not letter.isspace()]
    return bool(shown) and sum(map(str.isdigit, shown)) >= FEWEST_NUMBERS * len(shown)


PART = 0.3
"""What is told deep in a long document matters no more than this: it is background there."""


def moved(found: Found, by: int) -> Found:
    """What was found in a part, at its place in the whole text."""
    return replace(found, start=found.start + by, end=found.end + by)


def moved_quote(quote: Quote, by: int) -> Quote:
    return replace(
        quote,
        start=quote.start + by,
        end=quote.end + by,
        speaker_span=_moved_span(quote.speaker_span, by),
        cue_span=_moved_span(quote.cue_span, by),
        around=_moved_span(quote.around, by),
    )


def moved_mention(mention: Mention, by: int) -> Mention:
    return replace(
        mention,
        date=mention.date and moved(mention.date, by),
        sentences=tuple((start + by, end + by) for start, end in mention.sentences),
        main=False,
        weight=min(mention.weight, PART),
        weight_why=", ".join(filter(None, [mention.weight_why, "deep in a long document"])),
    )


def _moved_span(span: Span | None, by: int) -> Span | None:
    return span and (span[0] + by, span[1] + by)
