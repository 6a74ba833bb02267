"""Parts of a text that count otherwise than the whole: history told amid news, news amid a history, talk, captions.

What a text is, is decided paragraph by paragraph where it changes its manner: a report that goes back to how a canal was dug
counts on from what it told there, and the life of a painter that ends with what a council voted on Monday counts from today.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from loaders.extract.dates.context import HISTORY, MESSAGE, NEWS, Context
from loaders.extract.dates.embedded import Embedded
from loaders.extract.dates.tokens import Tokens
from loaders.layout import Layout

FEWEST_YEARS = 3
"""So many years long past, in paragraphs one after the other that count nothing from today, are a history."""
LONG_PAST = 20
"""Years before the publication; what lies nearer is told of as news tells the background of its people."""
FEWEST_COUNTED = 2
"""So many times that count from today, in the last paragraphs of a history that name no year, are news."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What a paragraph shows of its manner: its words, first and after the last, years and times that count from today."""

    first: int
    after: int
    long_past: int
    nearer: int
    counted: int


def find_sections(
    layout: Layout, tokens: Tokens, context: Context, counted: Sequence[int], embedded: Sequence[Embedded]
) -> list[Embedded]:
    """The parts in order, none overlapping; `counted` are the words that count from today, `embedded` what has its own time."""
    if context.creation is None or context.kind == MESSAGE:
        return list(embedded)
    found = [*_captions(layout, tokens, context), *_talk(layout, tokens, context)]
    if not layout.turns:
        manners = list(_manners(layout, tokens, context, counted))
        found += _news_at_the_end(manners, context) if context.narrative else _history_amid(manners, context)
    alone = [part for part in found if not any(one.first < part.after and part.first < one.after for one in embedded)]
    return sorted([*embedded, *_without_overlaps(alone)], key=lambda part: part.first)


def _captions(layout: Layout, tokens: Tokens, context: Context) -> Iterator[Embedded]:
    """A caption counts from the publication, and nothing counts from it."""
    for start, end in layout.captions:
        yield Embedded(tokens.at(start), tokens.at(end), Context(context.creation, NEWS))


def _talk(layout: Layout, tokens: Tokens, context: Context) -> Iterator[Embedded]:
    """Whoever speaks counts from the day on which he speaks, however many years he names."""
    if context.narrative:
        for turn in layout.turns:
            line = layout.text.rfind("\n", 0, turn.start) + 1  # with the label
            yield Embedded(tokens.at(line), tokens.at(turn.end), Context(context.creation, NEWS))


def _manners(layout: Layout, tokens: Tokens, context: Context, counted: Sequence[int]) -> Iterator[Manner]:
    assert context.creation is not None
    places = [place for place, _ in context.years]
    for start, end in layout.paragraphs:
        first, after = tokens.at(start), tokens.at(end)
        years = [year for _, year in context.years[bisect_left(places, first) : bisect_left(places, after)]]
        past = sum(year <= context.creation.year - LONG_PAST for year in years)
        here = bisect_left(counted, after) - bisect_left(counted, first)
        yield Manner(first, after, past, len(years) - past, here)


def _news_at_the_end(manners: Sequence[Manner], context: Context) -> Iterator[Embedded]:
    """The last paragraphs of a history, where they name no year and count from today."""
    tail = list(takewhile(lambda manner: not manner.long_past + manner.nearer, reversed(manners)))
    while tail and not tail[-1].counted:
        tail.pop()
    if len(tail) < len(manners) and sum(manner.counted for manner in tail) >= FEWEST_COUNTED:
        news = Context(context.creation, NEWS, day_first=context.day_first)
        yield Embedded(tail[-1].first, tail[0].after, news)


def _history_amid(manners: Sequence[Manner], context: Context) -> Iterator[Embedded]:
    """Paragraphs of a report, one after the other, that go back long and count nothing from today."""
    run: list[Manner] = []
    for manner in [*manners, Manner(0, 0, 0, 1, 0)]:
        if not (manner.counted or manner.nearer):
            run += [manner] if run or manner.long_past else []
            continue
        while run and not run[-1].long_past:
            run.pop()
        shown = sum(one.long_past for one in run)
        if shown >= FEWEST_YEARS:
            why = f"this part of the text names {shown} years long before its publication and none that counts from it"
            history = Context(context.creation, HISTORY, why, context.years, day_first=context.day_first)
            yield Embedded(run[0].first, run[-1].after, history)
        run = []


def _without_overlaps(parts: Sequence[Embedded]) -> Iterator[Embedded]:
    """The parts, one that begins before the last has ended cut short: a caption amid a history is a caption."""
    after = 0
    for part in sorted(parts, key=lambda part: (part.first, -part.after)):
        if part.first >= after:
            yield part
            after = part.after
