"""Whether the clause around a date tells of the past or the future, by its verbs and prepositions."""

from __future__ import annotations

from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lexicon import BREAK

REACH = 25
"""Words on either side that are looked at; clauses are seldom longer."""


def tense_of(match: Match) -> str | None:
    """past, future or None, by the nearest cue before the match, else after it, within the sentence."""
    codes, words = match.tokens.codes, match.words
    future, past = words.members["future_cue"], words.members["past_cue"]
    stop = words.members["dot"]
    for index in range(match.first - 1, max(-1, match.first - REACH), -1):
        code = codes[index]
        if code in future:
            return "future"
        if code in past:
            return "past"
        if code in stop or code == BREAK:
            break
    for index in range(match.after, min(len(codes), match.after + REACH)):
        code = codes[index]
        if code in future:
            return "future"
        if code in past:
            return "past"
        if code in stop or code == BREAK:
            break
    return None
