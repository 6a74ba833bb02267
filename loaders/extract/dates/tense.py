"""Whether the clause around a date tells of the past or the future, by its verbs and prepositions."""

from __future__ import annotations

from functools import lru_cache

from loaders.extract.dates.characters import BREAK, OTHER
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lexicon import Lexicon
from loaders.extract.dates.tokens import Tokens

NEAR = 6
"""Words that may stand between "are leaving" and its day."""
A_THING = 3
"""Words up to which "that" may only point to something: "that town in May"."""
REACH = 32
"""Words on either side that are looked at; clauses are seldom longer."""


def tense_of(match: Match) -> str | None:
    """past, future, ahead ("would"), modal ("could"), aim ("chose to meet") or None, by the nearest cue before, else after.

    Only the sentence of the match counts. The verb of "The mayor on Sunday opened" goes before all.
    """
    after = range(match.after, min(len(match.tokens.codes), match.after + REACH))
    if after and (tense := _cue(match, match.after)) in ("past", "future"):
        return tense
    if after and _opens_clause(match) and (tense := _nearest(match, after)):
        return tense
    if inside := _words_of_that_clause(match):
        own = _nearest(match, after)
        if own == "future" or (own is None and inside > A_THING):
            return own
    return tense_before(match) or _nearest(match, after)


def _words_of_that_clause(match: Match) -> int:
    """How many words stand before in a clause with "that" and no verb: "the hope that a vote in May will pass"."""
    words, codes = match.words, match.tokens.codes
    places = range(match.first - 1, max(-1, match.first - REACH), -1)
    that = next((place for place in places if words.holds("that_clause", codes[place])), None)
    if that is None or has_end(match.tokens, words, that, match.first):
        return 0
    return match.first - that if _nearest(match, range(match.first - 1, that, -1)) is None else 0


def _opens_clause(match: Match) -> bool:
    """Whether the match stands as in ", and on Monday, the mayor said"."""
    codes, words = match.tokens.codes, match.words
    if not words.holds("comma", match.following or OTHER):
        return False
    place = match.first - 1
    if place >= 0 and words.holds("on", codes[place]):
        place -= 1
    return place >= 0 and any(words.holds(kind, codes[place]) for kind in ("clause_joint", "comma"))


def tense_before(match: Match) -> str | None:
    """The same, by the cues before the match alone."""
    return _nearest(match, range(match.first - 1, max(-1, match.first - REACH), -1))


def says_will(match: Match) -> bool:
    """Whether "will" or "is expected" stands before the match in its sentence; "opens" and "to open" also tell what was."""
    codes, words = match.tokens.codes, match.words
    for index in range(match.first - 1, max(-1, match.first - REACH), -1):
        if _ends(match.tokens, words, index):
            return False
        if words.holds("sure_cue", codes[index]):
            return True
        if index and words.holds("is_now", codes[index - 1]) and words.holds("future_cue", codes[index]):
            return True
    return False


def was_planned(match: Match) -> bool:
    """Whether the outlook before the match is one of the past: "was to open", "had been scheduled for"."""
    codes, words = match.tokens.codes, match.words
    for index in range(match.first - 1, max(-1, match.first - REACH), -1):
        if _ends(match.tokens, words, index):
            return False
        if words.holds("was_to", codes[index]):
            return True
        if _cue(match, index) == "future" and index and words.holds("was", codes[index - 1]):
            return True
    return False


def is_done_in(match: Match) -> bool:
    """Whether the verb of what is past stands right before "in": "was drafted in the autumn"."""
    words, verb = match.words, match.first - 2
    if verb < 0 or not words.holds("in", match.before) or _cue(match, verb) != "past":
        return False
    return not (verb and _is_auxiliary(words, match.tokens.codes[verb - 1]))


def is_past_verb(match: Match, index: int) -> bool:
    """Whether a word of no class tells by its ending and by itself what was done: "resigned", not "is closed"."""
    codes, words = match.tokens.codes, match.words
    if index < 1 or codes[index] != OTHER or not _is_past_verb(match, index):
        return False
    return not any(words.holds("be", code) or _is_auxiliary(words, code) for code in codes[index - 1])


def _nearest(match: Match, places: range) -> str | None:
    codes, words = match.tokens.codes, match.words
    infinitive = False
    for index in places:
        if _ends(match.tokens, words, index):
            return None
        tense = _cue(match, index)
        if tense and not (tense == "past" and index and _is_auxiliary(words, codes[index - 1])):
            return "aim" if infinitive and tense == "past" else tense
        infinitive = infinitive or _is_infinitive(match, index)
    return None


@lru_cache(maxsize=4096)
def _is_auxiliary(words: Lexicon, code: str) -> bool:
    """Whether the verb after a word tells no past, however it is written: "is closed", "to set", "would set"."""
    return any(words.holds(kind, code) for kind in ("present_cue", "ahead_cue", "modal_cue", "auxiliary"))


def _is_infinitive(match: Match, index: int) -> bool:
    """Whether "to" and a verb stand here: "decided to admit"."""
    codes, words = match.tokens.codes, match.words
    after = codes[index + 1 : index + 2]
    verb = bool(after) and any(words.holds(kind, after) for kind in ("aim_verb", "plan_cue"))
    return verb and words.holds("to_verb", codes[index])


def _cue(match: Match, index: int) -> str | None:
    code, words = match.tokens.codes[index], match.words
    if code == OTHER or words.holds("put_off", code):
        return "past" if _is_past_verb(match, index) else "ahead" if _is_going_on(match, index) else None
    if words.holds("be", code) and _is_to_be_done(match, index):
        return "ahead"
    cue = _cue_of(words, code)
    if cue == "future" and (_is_noun(match, index) or _is_reason(match, index)):
        return None
    if cue != "plan":
        return cue
    return None if _is_governed(match, index) or _is_name(match, index) else "future"


def _is_noun(match: Match, index: int) -> bool:
    """Whether a cue that may also be a noun is one here: "at the end of a trip", "its forecast"."""
    codes, words = match.tokens.codes, match.words
    if not words.holds("noun_cue", codes[index]):
        return False
    before, following = codes[index - 1 : index], codes[index + 1 : index + 2]
    return bool(before and words.holds("noun_opener", before)) or bool(following and words.holds("of", following))


def _is_reason(match: Match, index: int) -> bool:
    """Whether "due to" gives a reason ("closed due to snow"); it looks ahead after "is" or before a verb."""
    codes, words = match.tokens.codes, match.words
    after = codes[index + 1 : index + 3]
    if not words.holds("due", codes[index]) or not after or not words.holds("to_verb", after[0]):
        return False
    verb = len(after) == 2 and any(words.holds(kind, after[1]) for kind in ("aim_verb", "plan_cue", "future_cue"))
    return not verb and not (index and any(words.holds(kind, codes[index - 1]) for kind in ("past_cue", "present_cue")))


def _is_governed(match: Match, index: int) -> bool:
    """Whether a verb belongs to another, and tells no tense itself: "to meet", "did not meet"."""
    codes, words = match.tokens.codes, match.words
    if not index:
        return False
    auxiliary = any(words.holds("past_cue", codes[place]) for place in range(max(0, index - 2), index))
    return auxiliary or words.holds("to_verb", codes[index - 1])


@lru_cache(maxsize=4096)
def _cue_of(words: Lexicon, code: str) -> str | None:
    """What words of a character tell by themselves; "May" is a month."""
    if words.holds("month", code):
        return None
    tenses = ("plan", "future", "past", "ahead", "modal")
    return next((tense for tense in tenses if words.holds(f"{tense}_cue", code)), None)


def _is_to_be_done(match: Match, index: int) -> bool:
    """Whether a noun stands before "to be" and no verb: "a law to be debated on Monday", not "found to be ill"."""
    codes, words = match.tokens.codes, match.words
    if index < 2 or not words.holds("to_verb", codes[index - 1]):
        return False
    if codes[index - 2] != OTHER:
        return words.holds("comma", codes[index - 2])
    return not match.tokens.word(index - 2).endswith(tuple(words.source["past_endings"]))


def _is_past_verb(match: Match, index: int) -> bool:
    """Whether a word ends as verbs of the past do, and is no name ("the United States")."""
    endings = tuple(match.words.source["past_endings"])
    return match.tokens.word(index).lower().endswith(endings) and not _is_name(match, index)


def _is_name(match: Match, index: int) -> bool:
    """Whether a word has a capital that no beginning of a sentence gives it."""
    opens = index == 0 or _ends(match.tokens, match.words, index - 1)
    return not opens and not match.tokens.word(index).islower()


def _is_going_on(match: Match, index: int) -> bool:
    """Whether a verb stands after "is" or "are" that with a day tells a plan: "they are leaving on Monday"."""
    tokens, words = match.tokens, match.words
    if not 0 < match.first - index <= NEAR:
        return False
    after_is = bool(index) and words.holds("is_now", tokens.codes[index - 1])
    return after_is and tokens.word(index).endswith(tuple(words.source["going_endings"]))


def has_end(tokens: Tokens, words: Lexicon, first: int, after: int) -> bool:
    """Whether a sentence or paragraph ends among some words."""
    return any(_ends(tokens, words, index) for index in range(first, min(after, len(tokens.codes))))


def _ends(tokens: Tokens, words: Lexicon, index: int) -> bool:
    """Whether a sentence or paragraph ends at a word."""
    code = tokens.codes[index]
    if code == BREAK or words.holds("sentence_end", code):
        return True
    return words.holds("dot", code) and ends_sentence(tokens, words, index)


def ends_sentence(tokens: Tokens, words: Lexicon, index: int) -> bool:
    """Whether a full stop ends a sentence: mostly not after one to three letters, as in "vs." or "U.S."."""
    if index == 0 or tokens.ends[index - 1] - tokens.starts[index - 1] > 3:
        return True
    word = tokens.word(index - 1)
    if word.islower() and len(word) > 1 and word not in words.source["dotted"]:
        return tokens.text[tokens.ends[index] : tokens.ends[index] + 3].lstrip()[:1].isupper()
    return word[-1:].isdecimal()
