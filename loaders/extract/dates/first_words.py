"""Which classes of words a pattern of dates.yaml can begin with, so that only the patterns that can match are tried."""

from __future__ import annotations

import re

PIECE = re.compile(r"\(\?<?[!=]|\w+=\(|(?:\w+=)?<(\w+)>|[()|?*+]|\{\d*,?\d*\}")
NOTHING = ("?", "*", "{0")
"""Quantifiers that let what they follow be absent."""


def first_classes(pattern: str) -> frozenset[str]:
    """The classes that the first word of a match can have.

    >>> sorted(first_classes("(<the> | year=<number>)? <about>? <unit> <ago>"))
    ['about', 'number', 'the', 'unit']
    """
    pieces = [(match.group(), match[1]) for match in PIECE.finditer(pattern)]
    return _choice(pieces, 0)[0]


Part = tuple[frozenset[str], bool, int]
"""The classes that something can begin with, whether it can be empty, and the piece after it."""


def _choice(pieces: list[tuple[str, str]], at: int) -> Part:
    """Alternatives up to a closing bracket or the end."""
    first, empty = frozenset[str](), False
    while True:
        starts, nothing, at = _sequence(pieces, at)
        first, empty = first | starts, empty or nothing
        if at >= len(pieces) or pieces[at][0] != "|":
            return first, empty, at
        at += 1


def _sequence(pieces: list[tuple[str, str]], at: int) -> Part:
    first, empty = frozenset[str](), True
    while at < len(pieces) and pieces[at][0] not in ("|", ")"):
        starts, nothing, at = _one(pieces, at)
        if empty:
            first |= starts
        empty = empty and nothing
    return first, empty, at


def _one(pieces: list[tuple[str, str]], at: int) -> Part:
    """A class or a bracket, with the quantifier behind it; what is only looked at takes no word."""
    piece, kind = pieces[at]
    if kind:
        first, empty, at = frozenset((kind,)), False, at + 1
    else:
        first, empty, at = _choice(pieces, at + 1)
        at += 1
        if piece.startswith("(?"):
            return frozenset(), True, at
    while at < len(pieces) and pieces[at][0][0] in "?*+{":
        empty = empty or pieces[at][0].startswith(NOTHING)
        at += 1
    return first, empty, at
