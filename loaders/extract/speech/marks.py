"""Spans within quotation marks: every style, also where the closing mark is another one or missing.

Pairs never cross a paragraph, so one broken mark costs a paragraph at most. A quotation left open at a paragraph's end
ends there: newspapers close one that runs on only after its last paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.layout.sentences import trim
from loaders.records import Span

_MARK = re.compile(r"''|``|[\"“”„‟«»「」『』‘’‚‹›＂]|(?<!\w)['`](?=\w)|(?<=\S)'(?!\w)")
_OPENS = frozenset("“„‟«「『") | {"``"}
_CLOSES = frozenset("”»」』")
_EITHER = frozenset('"＂') | {"''"}
_SINGLE_OPENS = frozenset("‘‚‹'`")
_SINGLE_CLOSES = frozenset("’›'")
_PAIRS = {"„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‘": "’", "‚": "‘’", "‹": "›", "'": "'", "`": "'’"}
_GERMAN = frozenset("„‚")
_REACH = 100
"""So many marks after an opening one its closing one is looked for, so that unclosed ones cost no more than that."""
_SINGLE_REACH = 20
"""The same for a single mark, which is an apostrophe more often than not."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words within marks: `start` and `end` leave the marks out, `outer` takes them in."""

    start: int
    end: int
    outer: Span
    closed: bool
    single: bool
    """Between single marks, which also close words that are no quotation."""


def find_quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Outermost quotations in order; what is quoted inside another is not listed.

    >>> text = "“Yes,” he said. «Oui», she said."
    >>> [text[q.start : q.end] for q in find_quotations(text, [(0, len(text))])]
    ['Yes,', 'Oui']
    """
    found: list[Quotation] = []
    marks = list(_MARK.finditer(text))
    at = 0
    for start, end in paragraphs:
        inside = []
        while at < len(marks) and marks[at].start() < end:
            if marks[at].start() >= start:
                inside.append(marks[at])
            at += 1
        if inside:
            found += _pair(text, inside, start, end)
    return found


def _pair(text: str, marks: list[re.Match[str]], start: int, end: int) -> list[Quotation]:
    found = []
    at = 0
    while at < len(marks):
        opening = marks[at]
        style = _opening_style(text, opening, start, end)
        if style is None:
            at += 1
            continue
        closing = _closing(text, marks, at, style, start, end)
        if closing is None and style == "single":
            at += 1
            continue
        inner_end = marks[closing].start() if closing is not None else end
        inner = trim(text, opening.end(), inner_end)
        if inner[0] < inner[1]:
            outer = (opening.start(), marks[closing].end() if closing is not None else end)
            found.append(Quotation(*inner, outer, closing is not None, style == "single"))
        at = len(marks) if closing is None else closing + 1
    return found


def _opening_style(text: str, mark: re.Match[str], start: int, end: int) -> str | None:
    """double or single where the mark can open a quotation here."""
    sign = mark.group()
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1] if mark.start() > start else " "
    if after.isspace() and sign not in _OPENS:
        # At a paragraph's start nothing stands before it that it could close.
        return "double" if mark.start() == start and sign in _EITHER | _CLOSES else None
    if sign in _OPENS or (sign == "»" and not before.isalnum()):
        return "double"
    if sign in _EITHER or sign == "”":
        # After an equals sign it holds an attribute of some markup, and before a bracket it ends one.
        return None if before.isalnum() or before == "=" or after == ">" else "double"
    if sign in _SINGLE_OPENS and not before.isalnum() and (after.isalpha() or after in '[(#@…“"'):
        return "single"
    return None


def _closing(text: str, marks: list[re.Match[str]], at: int, style: str, start: int, end: int) -> int | None:
    """Index of the mark that closes what `marks[at]` opens.

    A double quotation is closed by any double mark that can close, not counting pairs inside it; where the paragraph
    has none, a single one that stands after a stop does (a slip of the typist's).
    """
    opening = marks[at].group()
    depth, singles, first, slip = 0, 0, None, None
    reach = _SINGLE_REACH if style == "single" else _REACH
    for index in range(at + 1, min(len(marks), at + reach)):
        sign = marks[index].group()
        before = text[marks[index].start() - 1]
        after = text[marks[index].end()] if marks[index].end() < end else " "
        ends_word = not after.isalnum() and not before.isspace()
        if style == "single":
            if sign in _PAIRS.get(opening, "’") and ends_word and not _elided(text, marks, index, before):
                return index
            if sign in _OPENS or sign in _EITHER or sign in _CLOSES:
                return None
        elif _closes(opening, sign, before, after):
            first = index if first is None else first
            if depth == 0:
                return index
            depth -= 1
        elif sign in _OPENS:
            depth += 1
        elif sign in _SINGLE_OPENS and after.isalnum() and not before.isalnum():
            singles += 1
        elif sign in _SINGLE_CLOSES and ends_word and before in ".,!?":
            if singles == 0 and slip is None:
                slip = index
            singles -= 1
    return first if first is not None else slip


def _closes(opening: str, sign: str, before: str, after: str) -> bool:
    """Whether a double mark closes a double quotation here."""
    if opening in _GERMAN and sign in "“”":
        return True
    if sign in _CLOSES:
        return True
    if sign in _EITHER:
        return not after.isalnum() or not before.isspace()
    return (sign in _OPENS and not after.isalnum() and not before.isspace()) or (sign == "«" and opening == "»")


def _elided(text: str, marks: list[re.Match[str]], index: int, before: str) -> bool:
    """Whether an apostrophe after an s is a plural's ("the leaders' plan") because a closing mark still follows."""
    if before != "s" or index + 1 >= len(marks):
        return False
    following = marks[index + 1]
    return following.group() == marks[index].group() and text[following.start() - 1] in ".,!?"
