"""Tweets set into a text, as "words — Name (@account) November 25, 2022"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.sentences import span_at, trim
from loaders.records import Span

_SIGNATURE = re.compile(
    r"[—–-]{1,2}[ \u00a0](?P<name>[^\n@()—–]{1,60}?)[ \u00a0]?\((?P<account>@\w{1,20})\)[ \u00a0]?(?P<date>[^\n]{0,40})"
)
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/)\S*")
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


def find_tweets(text: str, paragraphs: Sequence[Span]) -> list[Tweet]:
    """Tweets in order. One runs back over paragraphs as far as a tweet can be long."""
    found: list[Tweet] = []
    for signature in _SIGNATURE.finditer(text):
        index = span_at(paragraphs, signature.start())
        if index < 0:
            continue
        start = paragraphs[index][0]
        floor = found[-1].end if found else 0
        while (
            index > 0
            and paragraphs[index - 1][0] >= floor
            and _fits(text[paragraphs[index - 1][0] : signature.start()])
        ):
            index -= 1
            start = paragraphs[index][0]
        start, end = trim(text, start, signature.start())
        if start < end:
            found.append(Tweet(start, end, signature.span("name"), signature["account"], signature["date"].strip()))
    return found


def _fits(words: str) -> bool:
    return len(" ".join(_LINK.sub("", words).split())) <= _LONGEST
