"""What a text counts from: its creation time (news) or the date told last (history, biography)."""

from __future__ import annotations

from datetime import datetime

from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.reading import Context
from loaders.extract.dates.tokens import Tokens


def first_context(tokens: Tokens, words: Lexicon, creation: datetime | None) -> Context:
    """The context in which the first expression of a text is read."""
    narrative, why = tells_history(tokens, words, creation)
    return Context(creation, narrative, why)


def tells_history(tokens: Tokens, words: Lexicon, creation: datetime | None) -> tuple[bool, str]:
    """Whether dates count from what was told last, and why."""
    if creation is None:
        return True, "the text has no creation time"
    years = words.members["year"]
    deictic = words.members["weekday"] | words.members["day_word"]
    past = recent = 0
    for index, code in enumerate(tokens.codes):
        if code in years:
            year = int(tokens.word(index))
            if 1000 <= year < creation.year - 1:
                past += 1
            elif year <= creation.year + 1:
                recent += 1
        elif code in deictic:
            recent += 1
    if past >= 5 and past > 2 * recent:
        return True, f"{past} years long before the publication are named"
    return False, ""
