"""Whether the clause around a date tells of the past or the future, by its verbs and prepositions."""

from __future__ import annotations

from loaders.extract.dates.characters import BREAK, OTHER
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.tokens import Tokens

REACH = 25
"""Words on either side that are looked at; clauses are seldom longer."""


def tense_of(match: Match) -> str | None:
    """past, future, ahead ("would"), modal ("could") or None, by the nearest cue before the match, else after it.

    Only the sentence of the match counts.
    """
    after = range(match.after, min(len(match.tokens.codes), match.after + REACH))
    return tense_before(match) or _nearest(match, after)


def tense_before(match: Match) -> str | None:
    """The same, by the cues before the match alone."""
    return _nearest(match, range(match.first - 1, max(-1, match.first - REACH), -1))


def _nearest(match: Match, places: range) -> str | None:
    codes, words = match.tokens.codes, match.words
    for index in places:
        code = codes[index]
        if code == BREAK or (words.holds("dot", code) and ends_sentence(match.tokens, index)):
            return None
        tense = _cue(match, index)
        if tense and not (tense == "past" and index and words.holds("present_cue", codes[index - 1])):
            return tense
    return None


def _cue(match: Match, index: int) -> str | None:
    code, words = match.tokens.codes[index], match.words
    if code == OTHER:
        return "past" if match.tokens.word(index).endswith(tuple(words.source["past_endings"])) else None
    return next((tense for tense in ("future", "past", "ahead", "modal") if words.holds(f"{tense}_cue", code)), None)


def has_end(tokens: Tokens, words: Lexicon, first: int, after: int) -> bool:
    """Whether a sentence or paragraph ends among some words."""
    return any(
        code == BREAK or (words.holds("dot", code) and ends_sentence(tokens, index))
        for index, code in enumerate(tokens.codes[first:after], first)
    )


def ends_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a full stop ends a sentence: not after one to three letters, as in "vs." or "U.S."."""
    if index == 0 or tokens.ends[index - 1] - tokens.starts[index - 1] > 3:
        return True
    return tokens.text[tokens.ends[index - 1] - 1].isdecimal()
