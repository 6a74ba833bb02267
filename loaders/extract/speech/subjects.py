"""Whose words they are: the words before or after a cue that name the speaker."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.extract.speech.cues import Cue
from loaders.extract.speech.stretch import Reading, Stretch
from loaders.records import PersonMention, Span

_COMMAS = frozenset(",，、")
_BREAKS = frozenset(",，、;；:：—–()[]!?！？")
_DASHES = frozenset("—–-")
_LONGEST = 40
"""A speaker's name with its appositions rarely has more words."""


_BARE = 4
"""A noun phrase without determiner or capital ("senior aides") has fewer words than this and one more."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that name a speaker."""

    span: Span
    person: PersonMention | None = None
    pronoun: str | None = None
    """The pronoun in lower case where the words are one."""
    at: int = -1
    """Position among the stretch's items at which the words begin."""


def is_break(reading: Reading, item: int) -> bool:
    """Whether an item parts clauses: a quotation or a mark other than a full stop."""
    return item < 0 or reading.tokens.words[item] in _BREAKS


def subject_before(reading: Reading, stretch: Stretch, position: int) -> Speaker | None:
    """The subject that ends right before the item at `position`, over adverbs, auxiliaries and appositions."""
    items, words = stretch.items, reading.words
    end = position - 1
    while end >= 0 and items[end] >= 0 and _between(reading, items[end]):
        if reading.person_at[items[end]] >= 0:
            break
        end -= 1
    if end < 0 or items[end] < 0:
        return None
    mark = reading.tokens.words[items[end]]
    if mark in _COMMAS or mark in _DASHES or mark == ")":
        opening = _apposition_start(reading, stretch, end)
        if opening is None:
            return None
        named = _named_apposition(reading, stretch, opening, end)
        if named:
            return named
        end = opening - 1
    return _noun_phrase_ending(reading, stretch, end)


def _between(reading: Reading, item: int) -> bool:
    """Whether a word may stand between a subject and its verb."""
    word, words = reading.lower(item), reading.words
    return word in words.auxiliaries or word in words.adverbs or (word.endswith(words.adverb_endings) and word == reading.tokens.words[item])


def subject_after(reading: Reading, stretch: Stretch, position: int) -> Speaker | None:
    """The subject that begins at the item at `position` ("said Ana Ruiz, the mayor")."""
    items, words = stretch.items, reading.words
    start = position
    while start < len(items) and reading.lower(items[start]) in words.adverbs:
        start += 1
    if start >= len(items) or is_break(reading, items[start]):
        return None
    if reading.lower(items[start]) in words.pronouns:
        return _pronoun(reading, items[start], start)
    if reading.lower(items[start]) in words.objects and _is_alone(reading, stretch, start):
        return _pronoun(reading, items[start], start)
    end = start
    while end < len(items) and end - start < _LONGEST:
        item = items[end]
        if is_break(reading, item) or (end > start and _ends_phrase(reading, item)):
            break
        person = reading.person_at[item]
        if person >= 0 and not _owned(reading, item):
            mention = reading.people[person]
            if _is_head(reading, stretch, end) and _is_named_by(reading, stretch, start, end):
                return Speaker((mention.start, mention.end), mention, at=start)
        end += 1
    while end > start + 1 and reading.tokens.words[items[end - 1]] == ".":
        end -= 1
    if end == start or reading.lower(items[start]) in words.prepositions:
        return None
    return Speaker((reading.start_of(items[start]), reading.end_of(items[end - 1])), at=start)


def _is_alone(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether a mark or the end follows: "according to her, …", not "according to her aides"."""
    return at + 1 >= len(stretch.items) or not reading.tokens.words[stretch.items[at + 1]][0].isalnum()


def clause_subject(reading: Reading, stretch: Stretch, position: int) -> Speaker | None:
    """The subject of the clause that the item at `position` belongs to: its first person or pronoun.

    A clause ends at a comma or a conjunction; where the nearest one names nobody, the one before it may.
    """
    end = position
    while end > 0:
        start = end - 1
        while start > 0 and not _opens_clause(reading, stretch, start):
            start -= 1
        found = _first_subject(reading, stretch, start, end)
        if found:
            return found
        end = start
    return None


def _opens_clause(reading: Reading, stretch: Stretch, at: int) -> bool:
    item, words = stretch.items[at - 1], reading.words
    if item < 0:
        return False
    word = reading.lower(item)
    return word in _COMMAS or (word in words.clauses and word not in words.prepositions) or word in words.relatives


def _first_subject(reading: Reading, stretch: Stretch, start: int, end: int) -> Speaker | None:
    """The first person or pronoun between two positions that no preposition governs; a noun phrase where it opens them."""
    items, words = stretch.items, reading.words
    for at in range(start, end):
        item = items[at]
        if item < 0:
            continue
        word = reading.lower(item)
        if at == start and word in words.determiners:
            noun = _noun_phrase_starting(reading, stretch, start, end)
            if noun:
                return noun
        if word in words.pronouns:
            return _pronoun(reading, item, at)
        if reading.person_at[item] >= 0 and not _owned(reading, item):
            governed = at > 0 and items[at - 1] >= 0 and reading.lower(items[at - 1]) in words.prepositions
            if not governed:
                mention = reading.people[reading.person_at[item]]
                return Speaker((mention.start, mention.end), mention, at=at)
    return None


def _noun_phrase_starting(reading: Reading, stretch: Stretch, start: int, position: int) -> Speaker | None:
    """A noun phrase that opens a clause ("The ministry has …"), up to an auxiliary, a verb of saying or a mark."""
    items, words = stretch.items, reading.words
    for at in range(start + 1, min(position, start + 8)):
        item = items[at]
        if is_break(reading, item) or reading.lower(item) in words.clauses or reading.lower(item) in words.prepositions:
            return None
        if reading.lower(item) in words.auxiliaries or reading.lower(item) in words.single or reading.lower(item) in words.adverbs:
            return subject_before(reading, stretch, at)
    return None


def _apposition_start(reading: Reading, stretch: Stretch, closing: int) -> int | None:
    """Position of the mark that opens what the mark at `closing` closes: ", the mayor," or "(the mayor)"."""
    items = stretch.items
    mark = reading.tokens.words[items[closing]]
    opens = "(" if mark == ")" else mark
    at = closing - 1
    while at >= 0 and closing - at < _LONGEST:
        if items[at] < 0:
            return None
        word = reading.tokens.words[items[at]]
        if word == opens or (mark in _COMMAS and word in _COMMAS):
            return _earlier_comma(reading, stretch, at) if mark in _COMMAS else at
        at -= 1
    return None


def _named_apposition(reading: Reading, stretch: Stretch, opening: int, closing: int) -> Speaker | None:
    """The person in "the minister, Ana Ruiz, said"."""
    items = stretch.items
    first, last = items[opening + 1], items[closing - 1]
    if first < 0 or last < 0 or reading.person_at[last] < 0 or reading.person_at[first] != reading.person_at[last]:
        return None
    before = items[opening - 1] if opening > 0 else -1
    if before < 0 or reading.person_at[before] >= 0 and not _owned(reading, before):
        return None
    start = opening - 1
    while start > 0 and not _starts_phrase(reading, stretch, start - 1):
        start -= 1
    mention = reading.people[reading.person_at[first]]
    return Speaker((mention.start, mention.end), mention, at=start)


def _earlier_comma(reading: Reading, stretch: Stretch, at: int) -> int:
    """An apposition may hold commas itself ("Ruiz, D-Texas, the whip, said"): the comma after the nearest name wins."""
    items = stretch.items
    if at == 0 or (items[at - 1] >= 0 and reading.person_at[items[at - 1]] >= 0):
        return at
    for earlier in range(at - 1, max(0, at - 12), -1):
        if items[earlier] < 0:
            break
        if reading.tokens.words[items[earlier]] in _COMMAS and reading.person_at[items[earlier - 1]] >= 0:
            return earlier
    return at


def _noun_phrase_ending(reading: Reading, stretch: Stretch, end: int) -> Speaker | None:
    """The noun phrase that ends with the item at `end`."""
    items, words = stretch.items, reading.words
    if end < 0 or is_break(reading, items[end]):
        return None
    last = items[end]
    word = reading.lower(last)
    if word in words.pronouns:
        return _pronoun(reading, last, end)
    if word in words.relatives:
        return _antecedent(reading, stretch, end)
    if word in words.prepositions or word in words.clauses or word in words.joining:
        return None
    start = end
    while start > 0 and end - start < _LONGEST and not _starts_phrase(reading, stretch, start - 1):
        start -= 1
    if start > 1 and reading.lower(items[start - 1]) in words.relatives and reading.lower(items[start - 1]) not in words.determiners:
        # "An aide who asked for silence said": the aide.
        return _antecedent(reading, stretch, start - 1)
    start = _without_aside(reading, stretch, start, end)
    person = reading.person_at[last]
    if person >= 0 and not _owned(reading, last):
        first = end
        while first > start and items[first - 1] >= 0 and reading.person_at[items[first - 1]] == person:
            first -= 1
        if _is_named_by(reading, stretch, start, first):
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


def _leading_person(reading: Reading, stretch: Stretch, start: int, end: int) -> Speaker | None:
    """The person at the head of "Ana Ruiz of Madrid", titles before the name."""
    items, words = stretch.items, reading.words
    for at in range(start, end):
        item = items[at]
        if item < 0 or reading.lower(item) in words.prepositions or _owned(reading, item):
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
    if reading.lower(items[start]) in words.determiners or reading.tokens.capital[items[start]]:
        return start
    for at in range(start + 1, end):
        if reading.lower(items[at]) in words.determiners and reading.lower(items[at - 1]) not in words.prepositions:
            return at
    return start


def _is_marked(reading: Reading, item: int) -> bool:
    """Whether a word opens a noun phrase for certain: a determiner, a capital or a number."""
    word = reading.lower(item)
    return word in reading.words.determiners or reading.tokens.capital[item] or not word.isalpha()


def _is_head(reading: Reading, stretch: Stretch, at: int) -> bool:
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
        if opens and not after_preposition and reading.lower(items[at - 1]) not in words.determiners:
            if best == start or reading.lower(items[at]) in words.determiners:
                best = at
    return best if best > start else min(start + 1, end)


def _is_named_by(reading: Reading, stretch: Stretch, start: int, first: int) -> bool:
    """Whether the words from `start` up to a person's name at `first` are only that person's titles."""
    words = reading.words
    return not any(
        item >= 0
        and (reading.lower(item) in words.prepositions or reading.lower(item) in words.joining or reading.tokens.possessive[item])
        and not _title_of(reading, stretch, at)
        for at, item in enumerate(stretch.items[start:first], start)
    )


def _title_of(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the "of" or possessive at this position belongs to a title ("Secretary of State", "China's President")."""
    following = stretch.items[at + 1] if at + 1 < len(stretch.items) else -1
    if following < 0:
        return False
    if reading.tokens.possessive[stretch.items[at]]:
        for item in stretch.items[at + 1 : at + 6]:
            if item < 0 or is_break(reading, item):
                return False
            if reading.person_at[item] >= 0:
                return reading.people[reading.person_at[item]].role != "" or reading.tokens.capital[following]
        return False
    role = next(
        (reading.people[p].role for item in stretch.items[at + 1 : at + 6] if item >= 0 and (p := reading.person_at[item]) >= 0),
        "",
    )
    return bool(role) and reading.tokens.words[following] in role.split()


def _antecedent(reading: Reading, stretch: Stretch, end: int) -> Speaker | None:
    """Whom a relative pronoun stands for: the phrase before it and its comma; the pronoun where there is none."""
    items = stretch.items
    before = end - 1
    while before >= 0 and items[before] >= 0 and reading.tokens.words[items[before]] in _COMMAS:
        before -= 1
    found = _noun_phrase_ending(reading, stretch, before) if before >= 0 else None
    if found:
        return found
    item = items[end]
    if reading.lower(item) in reading.words.that:
        return None
    return Speaker((reading.start_of(item), reading.end_of(item)), pronoun=reading.lower(item), at=end)


def _starts_phrase(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the item at `at` stands before a noun phrase and is no part of it."""
    item = stretch.items[at]
    if is_break(reading, item):
        return True
    word, words = reading.lower(item), reading.words
    if word in words.joining:
        return not _joins_names(reading, stretch, at)
    return (
        (word in words.clauses and word not in words.prepositions)
        or word in words.relatives
        or word in words.auxiliaries
        or word in words.pronouns
        or word in words.single
        and words.single[word][1] == "finite"
        and reading.person_at[item] < 0
        and not reading.tokens.capital[item]
    )


def _joins_names(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "and" stands between two capitalised words."""
    items = stretch.items
    if at == 0 or at + 1 >= len(items) or items[at - 1] < 0 or items[at + 1] < 0:
        return False
    capital = reading.tokens.capital
    return capital[items[at - 1]] and capital[items[at + 1]] and reading.person_at[items[at + 1]] < 0


def _ends_phrase(reading: Reading, item: int) -> bool:
    word, words = reading.lower(item), reading.words
    return word in words.clauses or word in words.auxiliaries or word in words.relatives


def _owned(reading: Reading, item: int) -> bool:
    return reading.tokens.possessive[item]


def _pronoun(reading: Reading, item: int, at: int) -> Speaker:
    return Speaker((reading.start_of(item), reading.end_of(item)), pronoun=reading.lower(item), at=at)


def cue_position(stretch: Stretch, cue: Cue) -> int:
    """Where the cue's first token stands among the stretch's items."""
    return stretch.items.index(cue.first)
