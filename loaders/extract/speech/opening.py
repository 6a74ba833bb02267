"""Where the words begin that a cue attributes.

Between a cue and the words come a listener ("told reporters") and an occasion ("on Friday in a statement").
"""

from __future__ import annotations

from loaders.extract.speech.cues import Cue
from loaders.extract.speech.phrases import is_time
from loaders.extract.speech.scare import is_title
from loaders.extract.speech.stretch import Reading, Stretch, is_break

_COLONS = frozenset(":：")
_COMMAS = frozenset(",，、")
_STOPS = frozenset(".。")
_LONGEST_ASIDE = 8
"""An aside between a cue and "that" has fewer items."""
_REACH = 12
"""How far "on Friday in a statement" may go on before the words said."""


def with_negation(reading: Reading, stretch: Stretch, start: int) -> int:
    """Where an infinitive begins with its "not" ("vowed not to yield")."""
    words = reading.words
    negated = start > 0 and reading.lower(stretch.items[start - 1]) in words.negation
    return start - 1 if negated and reading.lower(stretch.items[start]) in words.infinitive else start


def content_start(reading: Reading, stretch: Stretch, cue: Cue, at: int) -> tuple[int, tuple[int, int] | None]:
    """Where the words that were said begin, after a listener and an occasion; and who listened."""
    items, words = stretch.items, reading.words
    addressee = None
    if "tell" in cue.groups and at < len(items) and items[at] < 0 and is_title(reading, stretch, at):
        # "told “Morning Talk” that …"
        addressee, at = (at, at), at + 1
    elif _may_name_listener(reading, stretch, cue, at):
        end = _listener_end(reading, stretch, at)
        asked = end < len(items) and items[end] >= 0 and reading.lower(items[end]) in words.infinitive
        if "request" in cue.groups and asked:
            return at, (at, end - 1)
        addressee, at = (at, end - 1), end
    while at < len(items) and items[at] >= 0:
        word = reading.lower(items[at])
        if word in words.that or word in words.questions:
            break
        if word in words.infinitive and _opens_infinitive(reading, stretch, at):
            break
        if is_time(reading, stretch, at):
            at += 2
        elif _is_adverb(reading, items[at]):
            end = _adverbs_end(reading, stretch, at)
            if end == at:
                break
            at = end
        elif word in words.prepositions:
            after = _occasion_end(reading, stretch, at, addressee is not None)
            if after is None:
                break
            at = after
        else:
            break
    if _tells_of_occasion(reading, stretch, at):
        return len(items), addressee
    at = _over_aside(reading, stretch, at)
    if at + 2 < len(items) and reading.lower(items[at]) in words.stand_ins and items[at + 1] >= 0:
        # "They denied it: the boat was theirs."
        at += reading.tokens.words[items[at + 1]] in _COLONS
    if at + 1 < len(items) and items[at] >= 0:
        mark = reading.tokens.words[items[at]]
        if mark in _COLONS or (mark in _COMMAS and items[at + 1] < 0):
            return at + 1, addressee
    return at, addressee


def _tells_of_occasion(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "that" only tells more of the occasion, and what was said stands before: "in a statement that was sent"."""
    items, words = stretch.items, reading.words
    if not 0 < at < len(items) - 1 or min(items[at - 1 : at + 2]) < 0 or reading.lower(items[at]) not in words.that:
        return False
    noun, verb = reading.lower(items[at - 1]), reading.lower(items[at + 1])
    return noun in words.occasions and (verb in words.auxiliaries or verb in words.irregular)


def _may_name_listener(reading: Reading, stretch: Stretch, cue: Cue, at: int) -> bool:
    """Whether the words after a cue can be whom it was said to ("told reporters", "asked the minister whether")."""
    items, words = stretch.items, reading.words
    if "tell" not in cue.groups or at >= len(items) or is_break(reading, items[at]):
        return False
    word = reading.lower(items[at])
    if word in words.that or word in words.questions or word in words.prepositions or word in words.negation:
        return False
    return "speak" not in cue.groups or "request" in cue.groups or not opens_clause(reading, items[at])


def _opens_infinitive(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "to" opens what was promised and not the listener's name ("to push on", "to the press")."""
    following = stretch.items[at + 1] if at + 1 < len(stretch.items) else -1
    return (
        following >= 0
        and not reading.tokens.capital[following]
        and reading.lower(following) not in reading.words.determiners | reading.words.listeners
        and reading.person_at[following] < 0
    )


def is_occasion(reading: Reading, stretch: Stretch, at: int, others: int = 0) -> bool:
    """Whether "on Friday", "in a speech" or "during the visit" stands at the position.

    So many `others` may stand before the noun, after an article: one in "in a court filing".
    """
    words = reading.words
    for item in stretch.items[at + 1 : at + 4 + others]:
        if item < 0 or is_break(reading, item):
            return False
        word = reading.lower(item)
        if word in words.occasions:
            return True
        if word not in words.determiners and word not in words.near:
            article = reading.lower(stretch.items[at + 1]) in words.determiners
            if not (others and article) or reading.person_at[item] >= 0:
                return False
            others -= 1
    return False


def is_comma(reading: Reading, stretch: Stretch, at: int) -> bool:
    item = stretch.items[at] if at < len(stretch.items) else -1
    return item >= 0 and reading.tokens.words[item] in _COMMAS


def _over_aside(reading: Reading, stretch: Stretch, at: int) -> int:
    """The position of "that" where a few words between commas part it from its cue (", for example, that")."""
    if not is_comma(reading, stretch, at):
        return at
    for end in range(at + 1, min(at + _LONGEST_ASIDE, len(stretch.items) - 1)):
        if stretch.items[end] < 0:
            return at
        if is_comma(reading, stretch, end):
            return end + 1 if reading.lower(stretch.items[end + 1]) in reading.words.that else at
    return at


def _is_adverb(reading: Reading, item: int) -> bool:
    word, words = reading.lower(item), reading.words
    return word in words.adverbs or (word.endswith(words.adverb_endings) and not reading.tokens.capital[item])


def _adverbs_end(reading: Reading, stretch: Stretch, at: int) -> int:
    """Position after adverbs that belong to the cue ("said again that", "said Tuesday night the …").

    They do where something follows that opens a clause for certain; else only times do ("said nearly all had left").
    """
    items, words = stretch.items, reading.words
    end = at
    while end < len(items) and items[end] >= 0 and not reading.tokens.possessive[items[end]]:
        timed = end > at and reading.lower(items[end]) in words.occasions
        if not _is_adverb(reading, items[end]) and not timed:
            break
        end += 1
    following = items[end] if end < len(items) else -1
    opener = reading.lower(following)
    opens = opener in words.that or opener in words.questions or opener in words.infinitive
    if following < 0 or opens or is_break(reading, following) or opener in words.prepositions:
        return end
    after = at
    while after < end and reading.lower(items[after]) in words.occasions:
        after += 1
    return after


def opens_clause(reading: Reading, item: int) -> bool:
    """Whether a word is likely to be the first of a subject: a pronoun ("he", "he'd") or a determiner."""
    word, words = reading.lower(item), reading.words
    return word in words.pronouns or word in words.determiners or word in words.contracted


def _listener_end(reading: Reading, stretch: Stretch, at: int) -> int:
    """Position after the listener's words ("reporters", "the Daily Herald", "him")."""
    items, words = stretch.items, reading.words
    start = at
    if reading.lower(items[at]) in words.determiners:
        at += 1
    while at < len(items) and items[at] >= 0 and at - start < _REACH:
        item = items[at]
        word = reading.lower(item)
        if (
            is_break(reading, item)
            or word in words.that
            or word in words.questions
            or word in words.prepositions
            or word in words.pronouns
            or word in words.contracted
        ):
            break
        if (at > start and word in words.determiners) or (at > start and word in words.adverbs):
            break
        if (
            at > start
            and reading.tokens.capital[item]
            and not reading.tokens.capital[items[at - 1]]
            and reading.person_at[item] >= 0
            and reading.person_at[item] != reading.person_at[items[at - 1]]
        ):
            break
        at += 1
    return max(at, start + 1)


def _opens_participle(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "after meeting his guest" stands there: what was said stands before it."""
    words = reading.words
    first, second = (reading.lower(item) for item in (*stretch.items[at + 1 : at + 3], -1, -1)[:2])
    object_follows = second in words.determiners or (at + 2 < len(stretch.items) and _is_name(reading, stretch, at + 2))
    return (
        reading.lower(stretch.items[at]) in words.clauses
        and first.endswith(words.participle_endings)
        and object_follows
    )


def _is_name(reading: Reading, stretch: Stretch, at: int) -> bool:
    item = stretch.items[at]
    return item >= 0 and (reading.person_at[item] >= 0 or reading.tokens.capital[item])


def _occasion_end(reading: Reading, stretch: Stretch, at: int, told: bool) -> int | None:
    """Position after "in a statement" or "on Friday"; None where the preposition opens what was said."""
    items, words = stretch.items, reading.words
    if _opens_participle(reading, stretch, at):
        ends = (
            is_break(reading, items[end]) or reading.lower(items[end]) in words.that for end in range(at, len(items))
        )
        return next((end for end, found in enumerate(ends, at) if found), len(items))
    seen = False
    position = at + 1
    while position < len(items) and position - at < _REACH:
        item = items[position]
        if is_break(reading, item):
            return position
        if reading.tokens.words[item] in _STOPS and position + 1 == len(items):
            # "told Ruiz of the news.": no occasion but what was told, where somebody was.
            return position if seen or not told else None
        word = reading.lower(item)
        if word in words.that:
            return position
        if word in words.occasions or word.isdigit():
            seen = True
        elif seen:
            return position
        elif word in words.pronouns and position > at + 1:
            return None
        position += 1
    return position if position >= len(items) and (seen or not told) else None
