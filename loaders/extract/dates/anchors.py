"""What a text counts from: its creation time (news) or the date told last (history, biography)."""

from __future__ import annotations

from datetime import datetime

from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.reading import HISTORY, MESSAGE, NEWS, Context
from loaders.extract.dates.tokens import Tokens

SHORT = 300
"""Characters up to which a text is taken for a message."""


def first_context(tokens: Tokens, words: Lexicon, creation: datetime | None) -> Context:
    """The context in which the first expression of a text is read."""
    if creation is None:
        return Context(creation, HISTORY, "the text has no creation time")
    told, deictic = _count_told(tokens, words, creation)
    if told >= 6 and told > 3 * deictic:
        return Context(creation, HISTORY, f"the text names {told} years before its publication")
    return Context(creation, MESSAGE if len(tokens.text) <= SHORT else NEWS)


def _count_told(tokens: Tokens, words: Lexicon, creation: datetime) -> tuple[int, int]:
    """How many years before the creation a text names, and how many words that count from the creation."""
    years, before = words.members["year"], words.members["era_before"]
    deictic = words.members["weekday"] | words.members["day_word"]
    told = counted = 0
    for index, code in enumerate(tokens.codes):
        if code in years:
            told += int(tokens.word(index)) < creation.year
        elif code in before:
            told += 1
        elif code in deictic:
            counted += 1
    return told, counted
