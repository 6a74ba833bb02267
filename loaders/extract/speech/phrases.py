"""Noun phrases that name a speaker: where they begin, where they end, and which person is at their head.

There is no grammar here, only closed lists of small words: a phrase ends where one stands that no noun phrase holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.extract.speech.borders import is_owner, stands_before
from loaders.extract.speech.stretch import Reading, Stretch, is_break
from loaders.records import PersonMention, Span

COMMAS = frozenset(",，、")
_BARE = 4
"""A noun phrase without determiner or capital ("senior aides") has fewer words than this and one more."""
LONGEST = 40
"""A speaker's name with its appositions rarely has more words."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that name a speaker."""

    span: Span
    person: PersonMention | None = None
    pronoun: str | None = None
    """The pronoun in lower case where the words are one."""
    at: int = -1
    """Position among the stretch's items at which the words begin."""


def phrase_ending(reading: Reading, stretch: Stretch, end: int) -> Speaker | None:
    """The noun phrase that ends with the item at `end`."""
    items, words = stretch.items, reading.words
    if end < 0 or is_break(reading, items[end]):
        return None
    last = items[end]
    word = reading.lower(last)
    if word in words.pronouns:
        return pronoun_at(reading, last, end)
    if word in words.contracted:
        return pronoun_at(reading, last, end)
    if word in words.relatives:
        return _antecedent(reading, stretch, end)
    if word in words.prepositions or word in words.clauses or word in words.joining:
        return None
    if end > 0 and word in words.determiners and word not in words.indefinite and word not in words.owners:
        return None
    start = end
    while start > 0 and end - start < LONGEST and not stands_before(reading, stretch, start - 1):
        start -= 1
    if start > 0 and reading.lower(items[start - 1]) in words.pronouns and reading.person_at[last] < 0:
        # "what she wants to say": the words after a pronoun are its verb.
        return pronoun_at(reading, items[start - 1], start - 1)
    if (
        start > 1
        and reading.lower(items[start - 1]) in words.relatives
        and reading.lower(items[start - 1]) not in words.determiners
        and not all(item >= 0 and reading.tokens.capital[item] for item in items[start : end + 1])
    ):
        # "An aide who asked for silence said": the aide.
        return _antecedent(reading, stretch, start - 1)
    start = _after_noun(reading, stretch, _without_aside(reading, stretch, start, end), end)
    person = reading.person_at[last]
    if person >= 0 and not is_owner(reading, last):
        first = end
        while first > 0 and items[first - 1] >= 0 and reading.person_at[items[first - 1]] == person:
            first -= 1
        start = min(start, first)
        pair = _pair(reading, stretch, first, last)
        if pair:
            return pair
        if is_named_by(reading, stretch, start, first):
            mention = reading.people[person]
            return Speaker((mention.start, mention.end), mention, at=start)
    leading = _leading_person(reading, stretch, start, end)
    if leading:
        return leading
    start = _from_determiner(reading, stretch, start, end)
    if end - start >= _BARE and not _is_marked(reading, items[start]):
        return None
    if all(reading.lower(items[at]) in words.determiners - words.indefinite for at in range(start, end + 1)):
        return None
    return Speaker((reading.start_of(items[start]), reading.end_of(last)), at=start)


def _pair(reading: Reading, stretch: Stretch, first: int, last: int) -> Speaker | None:
    """Two people who speak together: "Ruiz and Paz" or "she and Paz" where a clause begins with them."""
    items, words = stretch.items, reading.words
    other = first - 2
    if other < 0 or min(items[other : first + 1]) < 0 or reading.lower(items[first - 1]) not in words.joining:
        return None
    person = reading.person_at[items[other]]
    pronoun = reading.lower(items[other]) in words.pronouns
    if (person < 0 and not pronoun) or is_owner(reading, items[other]):
        return None
    while person >= 0 and other > 0 and items[other - 1] >= 0 and reading.person_at[items[other - 1]] == person:
        other -= 1
    if other > 0 and not is_break(reading, items[other - 1]):
        return None
    return Speaker((reading.start_of(items[other]), reading.end_of(last)), at=other)


def _leading_person(reading: Reading, stretch: Stretch, start: int, end: int) -> Speaker | None:
    """The person at the head of "Ana Ruiz of Madrid", titles before the name."""
    items, words = stretch.items, reading.words
    for at in range(start, end):
        item = items[at]
        if item < 0 or reading.lower(item) in words.prepositions or is_owner(reading, item):
            return None
        if reading.person_at[item] >= 0:
            mention = reading.people[reading.person_at[item]]
            after = at
            while after <= end and items[after] >= 0 and reading.person_at[items[after]] == reading.person_at[item]:
                after += 1
            if after <= end and reading.lower(items[after]) in words.prepositions:
                return Speaker((mention.start, mention.end), mention, at=start)
            return None
    return None


def _from_determiner(reading: Reading, stretch: Stretch, start: int, end: int) -> int:
    """A phrase that opens with neither a determiner nor a capital begins at its first determiner, if it has one."""
    items, words = stretch.items, reading.words
    if end - start > 1 and is_time(reading, stretch, start):
        # "Last week the clerk said"
        start += 2
    if reading.lower(items[start]) in words.determiners or reading.tokens.capital[items[start]]:
        return start
    for at in range(start + 1, end):
        if reading.lower(items[at]) in words.determiners and reading.lower(items[at - 1]) not in words.prepositions:
            return at
    return start


def is_time(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "this week" or "last Friday" stands at the position."""
    following = stretch.items[at + 1] if at + 1 < len(stretch.items) else -1
    words = reading.words
    return (
        following >= 0
        and reading.lower(stretch.items[at]) in words.near
        and reading.lower(following) in words.occasions
    )


def _is_marked(reading: Reading, item: int) -> bool:
    """Whether a word opens a noun phrase for certain: a determiner, a capital or a number."""
    word = reading.lower(item)
    return word in reading.words.determiners or reading.tokens.capital[item] or not word.isalpha()


def is_head(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether no noun follows the person's name, as one does in "one Ruiz supporter"."""
    items, words = stretch.items, reading.words
    person = reading.person_at[items[at]]
    after = at + 1
    while after < len(items) and items[after] >= 0 and reading.person_at[items[after]] == person:
        after += 1
    if after >= len(items) or is_break(reading, items[after]) or not reading.tokens.words[items[after]][0].isalpha():
        return True
    word = reading.lower(items[after])
    return (
        word in words.prepositions
        or word in words.clauses
        or word in words.auxiliaries
        or word in words.adverbs
        or word in words.relatives
        or word in words.joining
        or word in words.single
        or word in words.determiners
        or word.endswith(words.verb_endings)
    )


def _without_aside(reading: Reading, stretch: Stretch, start: int, end: int) -> int:
    """Where the phrase begins once an opening "In a statement" is left off: at its last determiner or name."""
    items, words = stretch.items, reading.words
    if reading.lower(items[start]) not in words.prepositions:
        return start
    best = start
    for at in range(start + 1, end + 1):
        after_preposition = reading.lower(items[at - 1]) in words.prepositions
        opens = reading.lower(items[at]) in words.determiners or reading.tokens.capital[items[at]]
        first = best == start or reading.lower(items[at]) in words.determiners
        if opens and first and not after_preposition and reading.lower(items[at - 1]) not in words.determiners:
            best = at
    return best if best > start else min(start + 1, end)


def _after_noun(reading: Reading, stretch: Stretch, start: int, end: int) -> int:
    """Where the last noun phrase begins: an article right after a noun opens another ("after the crash | a mechanic said")."""
    words, items = reading.words, stretch.items
    if start == 0 or reading.lower(items[start - 1]) not in words.prepositions:
        return start
    small = words.prepositions | words.determiners | words.joining | words.adverbs
    for at in range(end, start + 1, -1):
        if reading.lower(items[at]) not in words.indefinite_articles or reading.tokens.capital[items[at]]:
            continue
        before = items[at - 1]
        is_noun = before >= 0 and reading.tokens.words[before].isalpha() and not reading.tokens.possessive[before]
        return at if is_noun and reading.lower(before) not in small else start
    return start


def is_named_by(reading: Reading, stretch: Stretch, start: int, first: int) -> bool:
    """Whether the words from `start` up to a person's name at `first` are only that person's titles."""
    words = reading.words
    return not any(
        item >= 0
        and (
            reading.lower(item) in words.prepositions
            or reading.lower(item) in words.joining
            or reading.tokens.possessive[item]
        )
        and not _title_of(reading, stretch, at)
        for at, item in enumerate(stretch.items[start:first], start)
    )


def _title_of(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the "of" or possessive here belongs to a title ("Secretary of State", "China's President")."""
    following = stretch.items[at + 1] if at + 1 < len(stretch.items) else -1
    if following < 0:
        return False
    if reading.tokens.possessive[stretch.items[at]]:
        # Over "of" too: "China's head of state Xi Jinping".
        for item in stretch.items[at + 1 : at + 6]:
            if item < 0 or is_break(reading, item):
                return False
            if reading.person_at[item] >= 0:
                return True
        return False
    last = stretch.items[at + 2] if at + 2 < len(stretch.items) else -1
    if last >= 0 and reading.person_at[last] >= 0 and not _is_marked(reading, following):
        return True
    role = next(
        (
            reading.people[p].role
            for item in stretch.items[at + 1 : at + 6]
            if item >= 0 and (p := reading.person_at[item]) >= 0
        ),
        "",
    )
    return bool(role) and reading.tokens.words[following] in role.split()


def _antecedent(reading: Reading, stretch: Stretch, end: int) -> Speaker | None:
    """Whom a relative pronoun stands for: the phrase before it and its comma; the pronoun where there is none."""
    items = stretch.items
    before = end - 1
    while before >= 0 and items[before] >= 0 and reading.tokens.words[items[before]] in COMMAS:
        before -= 1
    found = phrase_ending(reading, stretch, before) if before >= 0 else None
    if found:
        return found
    item = items[end]
    if reading.lower(item) in reading.words.that:
        return None
    return Speaker((reading.start_of(item), reading.end_of(item)), pronoun=reading.lower(item), at=end)


def pronoun_at(reading: Reading, item: int, at: int) -> Speaker:
    """The pronoun at a position, without the verb that is drawn into it ("we've")."""
    pronoun = reading.lower(item).partition("'")[0]
    return Speaker((reading.start_of(item), reading.start_of(item) + len(pronoun)), pronoun=pronoun, at=at)
