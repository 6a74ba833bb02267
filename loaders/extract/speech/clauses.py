"""The subject of a clause whatever its verb, and whose view a sentence tells."""

from __future__ import annotations

from loaders.extract.speech.borders import is_owner, takes_object
from loaders.extract.speech.phrases import COMMAS, Speaker, phrase_ending, pronoun_at
from loaders.extract.speech.stretch import Reading, Stretch, is_break
from loaders.extract.speech.subjects import stands_between, subject_before

_MARKS = COMMAS | frozenset(";；")
_VIEW = 8
"""Whoever holds a view is named in fewer words."""
_OPENING = 12
"""A noun phrase that opens a clause, with its brackets, has fewer words and marks."""
_CLAUSE_REACH = 60
"""So many items back a clause's subject is looked for, so that each of many quotations in one sentence costs no more."""


def clause_subject(reading: Reading, stretch: Stretch, position: int) -> Speaker | None:
    """The subject of the clause that the item at `position` belongs to: its first person or pronoun.

    A clause ends at a comma or a conjunction; where the nearest one names nobody, the one before it may.
    """
    end, floor = position, max(0, position - _CLAUSE_REACH)
    while end > floor:
        start = end - 1
        while start > floor and not _opens_clause(reading, stretch, start):
            start -= 1
        aside = end < position and start > 0 and _is_relative(reading, stretch, start - 1)
        found = None if aside else _first_subject(reading, stretch, start, end, position)
        if found:
            return found
        end = start
    return None


def holder_of_view(reading: Reading, stretch: Stretch) -> Speaker | None:
    """ "For Ruiz, the vote was “a turning point”.", "To Ruiz it was “lost”.": whose view the sentence opens with."""
    items, words = stretch.items, reading.words
    if reading.lower(items[0]) not in words.views:
        return None
    end = next((at for at in range(1, min(_VIEW, len(items))) if _opens_view(reading, stretch, at)), 0)
    if end < 2 or items[end] < 0:
        return None
    last = items[end - 1]
    comma = reading.tokens.words[items[end]] in COMMAS
    named = reading.tokens.capital[last] and reading.lower(last) not in words.occasions
    if not (named if comma else reading.person_at[last] >= 0 and not is_owner(reading, last)):
        return None
    return phrase_ending(reading, stretch, end - 1)


def _opens_view(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the clause that tells a view begins at the position: with a mark, an article or a pronoun."""
    item, words = stretch.items[at], reading.words
    article = at > 1 and reading.lower(item) in words.determiners | words.pronouns.keys()
    return is_break(reading, item) or article


def _is_relative(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "who" or "which" at the position opens an aside within the sentence: nobody in it is its subject."""
    word, words = reading.lower(stretch.items[at]), reading.words
    return word in words.relatives and word not in words.that and at > 0 and is_break(reading, stretch.items[at - 1])


def _opens_clause(reading: Reading, stretch: Stretch, at: int) -> bool:
    item, words = stretch.items[at - 1], reading.words
    if item < 0:
        return False
    word = reading.lower(item)
    return word in _MARKS | words.relatives or (word in words.clauses and word not in words.prepositions)


def _first_subject(reading: Reading, stretch: Stretch, start: int, end: int, position: int) -> Speaker | None:
    """The first person or pronoun between two positions that stands free; a noun phrase at their start.

    The noun phrase may have brackets that go on beyond the end, up to `position`.
    """
    items, words = stretch.items, reading.words
    for at in range(start, end):
        item = items[at]
        if item < 0:
            continue
        word = reading.lower(item)
        owns = _owns(reading, stretch, at)
        if at == start and (word in words.determiners or owns or (at == 0 and _may_name(reading, item))):
            noun = _noun_phrase_starting(reading, stretch, start, position)
            if noun:
                return noun
        if _is_governed(reading, stretch, at):
            continue
        if word in words.pronouns:
            return pronoun_at(reading, item, at)
        if reading.person_at[item] >= 0 and not owns and not _names_thing(reading, stretch, at):
            mention = reading.people[reading.person_at[item]]
            return Speaker((mention.start, mention.end), mention, at=at)
    return None


def _is_governed(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether a preposition stands before the word, or before the first of its name ("against Ana Ruiz")."""
    person = reading.person_at[stretch.items[at]]
    while at > 0 and person >= 0 and stretch.items[at - 1] >= 0 and reading.person_at[stretch.items[at - 1]] == person:
        at -= 1
    return at > 0 and reading.lower(stretch.items[at - 1]) in reading.words.prepositions


def _owns(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the name at the position owns what follows it ("Ana Ruiz's campaign")."""
    item = stretch.items[at]
    if reading.person_at[item] < 0:
        return is_owner(reading, item)
    last = reading.tokens.first_from(reading.people[reading.person_at[item]].end) - 1
    return is_owner(reading, last)


def _names_thing(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the name after an article belongs to what follows in marks ("The Ruiz “plan”")."""
    if at == 0 or at + 1 >= len(stretch.items) or stretch.items[at + 1] >= 0:
        return False
    return reading.lower(stretch.items[at - 1]) in reading.words.determiners - reading.words.relatives


def _may_name(reading: Reading, item: int) -> bool:
    """Whether a sentence can begin with the word as a noun without an article ("Dockers met on Friday")."""
    word, words = reading.lower(item), reading.words
    small = words.prepositions | words.clauses | words.joining | words.pronouns.keys() | words.auxiliaries
    noun = word.isalpha() and word not in small | words.single.keys() and not stands_between(reading, item)
    return noun and reading.person_at[item] < 0


def _noun_phrase_starting(reading: Reading, stretch: Stretch, start: int, position: int) -> Speaker | None:
    """A noun phrase that opens a clause ("The ministry has …"), up to an auxiliary, another verb or a mark."""
    items, words = stretch.items, reading.words
    bracket, closing = False, -1
    for at in range(start + 1, min(position, start + _OPENING)):
        item = items[at]
        if item < 0:
            return None if is_owner(reading, items[at - 1]) else subject_before(reading, stretch, at)
        if bracket or reading.tokens.words[item] == "(":
            bracket = reading.tokens.words[item] != ")"
            continue
        if at == closing:
            continue
        if reading.tokens.words[item] in COMMAS and (after := _aside_after(reading, stretch, at, position)):
            closing = after
        if at < closing:
            continue
        if is_break(reading, item) or reading.lower(item) in words.clauses or reading.lower(item) in words.prepositions:
            return None
        if (
            reading.lower(item) in words.auxiliaries
            or reading.lower(item) in words.single
            or reading.lower(item) in words.adverbs
            or takes_object(reading, stretch, at)
            or _is_past(reading, stretch, at, start)
        ):
            return subject_before(reading, stretch, at)
    return None


def _aside_after(reading: Reading, stretch: Stretch, comma: int, position: int) -> int:
    """The comma that closes what an article opens after the comma ("The league, a lobby, sent"); 0 where none does."""
    items, words = stretch.items, reading.words
    if comma + 1 >= len(items) or reading.lower(items[comma + 1]) not in words.determiners - words.relatives:
        return 0
    for at in range(comma + 2, min(comma + _OPENING, position)):
        if items[at] < 0:
            return 0
        if reading.tokens.words[items[at]] in COMMAS:
            return at
    return 0


def _is_past(reading: Reading, stretch: Stretch, at: int, start: int) -> bool:
    """Whether the word is a verb in the past: of its own form ("met"), or ending as one after a noun and before no other."""
    word, words = reading.lower(stretch.items[at]), reading.words
    if word in words.irregular:
        return True
    after = stretch.items[at + 1] if at + 1 < len(stretch.items) else -1
    following = reading.lower(after)
    goes_on = following in words.prepositions or not following[:1].isalnum() or reading.tokens.capital[after]
    small = word == reading.tokens.words[stretch.items[at]]
    attribute = at == start + 1 and reading.lower(stretch.items[start]) in words.determiners
    return word.endswith(words.verb_endings) and small and goes_on and not attribute
