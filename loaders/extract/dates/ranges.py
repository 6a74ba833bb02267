"""Two dates that are the ends of one range: "from 24 to 26 November", "between 2002 and 2004", "3–5 March"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.tokens import Tokens
from loaders.records import TimeExpression

JOINTS = ("range_joint", "dash")


def join_ranges(found: Iterable[TimeExpression], tokens: Tokens, words: Lexicon) -> Iterator[TimeExpression]:
    """The same expressions; the two ends of a range each get the whole range as their interval."""
    last: TimeExpression | None = None
    for expression in found:
        if last is not None and _is_range(last, expression, tokens, words):
            first, second = _with_range(last, expression)
            yield first
            last = second
            continue
        if last is not None:
            yield last
        last = expression
    if last is not None:
        yield last


def _is_range(first: TimeExpression, second: TimeExpression, tokens: Tokens, words: Lexicon) -> bool:
    if first.interval is None or second.interval is None or first.precision == "span" or second.start - first.end > 12:
        return False
    if first.interval[0] >= second.interval[0] or first.interval[1] > second.interval[1]:
        return False
    index, after = tokens.at(first.end), tokens.at(second.start)
    between = [code for code in tokens.codes[index:after] if not words.holds("the", code)]
    if len(between) != 1:
        return False
    if any(words.holds(kind, between[0]) for kind in JOINTS):
        return True
    before = tokens.at(first.start) - 1
    return words.holds("and", between[0]) and before >= 0 and words.holds("range_opener", tokens.codes[before])


def _with_range(first: TimeExpression, second: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    assert first.interval is not None
    assert second.interval is not None
    interval = (first.interval[0], second.interval[1])
    edtf = f"{_edge(first.edtf, 0)}/{_edge(second.edtf, -1)}"
    how = f"one end of the range from {first.text!r} to {second.text!r}"
    return (
        replace(first, interval=interval, precision="span", edtf=edtf, how=(*first.how, how)),
        replace(second, interval=interval, precision="span", edtf=edtf, how=(*second.how, how)),
    )


def _edge(edtf: str | None, end: int) -> str:
    return (edtf or "").split("/")[end]
