"""Whether the clause around a date tells of the past or the future, by its verbs and prepositions."""

from __future__ import annotations

from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lexicon import BREAK, OTHER

REACH = 25
"""Words on either side that are looked at; clauses are seldom longer."""


def tense_of(match: Match) -> str | None:
    """past, future, modal or None, by the nearest cue before the match, else after it, within the sentence."""
    size = len(match.tokens.codes)
    before = range(match.first - 1, max(-1, match.first - REACH), -1)
    after = range(match.after, min(size, match.after + REACH))
    return _nearest(match, before) or _nearest(match, after)


def _nearest(match: Match, places: range) -> str | None:
    codes, words = match.tokens.codes, match.words
    endings = tuple(words.source["past_endings"])
    for index in places:
        code = codes[index]
        if code == OTHER:
            if match.tokens.word(index).endswith(endings):
                return "past"
        elif code == BREAK or words.holds("dot", code):
            return None
        else:
            for tense in ("future", "past", "modal"):
                if words.holds(f"{tense}_cue", code):
                    return tense
    return None
