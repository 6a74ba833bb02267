"""Tweets set into a text, as "words — Name (@account) November 25, 2022"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.layout.sentences import span_at, trim
from loaders.records import Span

_SIGNATURE = re.compile(
    r"[—–-]{1,2}[ \u00a0](?P<name>[^\n@()—–]{1,60}?)[ \u00a0]?\((?P<account>@\w{1,20})\)[ \u00a0]?(?P<date>[^\n]{0,40})"
)
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/)\S*")
_COLONS = frozenset(":：")
_LONGEST = 280
"""Characters that a tweet may have, links not counted."""


@dataclass(frozen=True, slots=True)
class Tweet:
    """A tweet: its words, who signed it and the date as written after the signature."""

    start: int
    end: int
    name: Span
    account: str
    date: str


def find_tweets(text: str, paragraphs: Sequence[Span], told: Sequence[Span]) -> list[Tweet]:
    """Tweets in order.

    One runs back over paragraphs as far as a tweet can be long, but not over one that tells what somebody said (`told`
    are the sorted spans of that) or announces the tweet with a colon.
    """
    found: list[Tweet] = []
    told_starts = [start for start, _ in told]
    for signature in _SIGNATURE.finditer(text):
        index = span_at(paragraphs, signature.start())
        if index < 0:
            continue
        start = paragraphs[index][0]
        floor = found[-1].end if found else 0
        while index > 0 and paragraphs[index - 1][0] >= floor:
            before = paragraphs[index - 1]
            tells = bisect_left(told_starts, before[0]) < bisect_left(told_starts, before[1])
            if tells or text[before[1] - 1] in _COLONS or not _fits(text[before[0] : signature.start()]):
                break
            index -= 1
            start = before[0]
        start, end = trim(text, start, signature.start())
        if start < end:
            found.append(Tweet(start, end, signature.span("name"), signature["account"], signature["date"].strip()))
    return found


def _fits(words: str) -> bool:
    return len(" ".join(_LINK.sub("", words).split())) <= _LONGEST
