"""Whose words they are: the subject before or after a cue, over adverbs, auxiliaries and appositions."""

from __future__ import annotations

from loaders.extract.speech.appositions import apposition_start, closing_mark, named_in, opens_second_clause
from loaders.extract.speech.borders import ends_phrase, is_owner
from loaders.extract.speech.opening import is_occasion
from loaders.extract.speech.phrases import (
    COMMAS,
    LONGEST,
    Speaker,
    is_head,
    is_named_by,
    is_time,
    phrase_ending,
    pronoun_at,
)
from loaders.extract.speech.stretch import Reading, Stretch, is_break
from loaders.extract.speech.verbs import is_noun

_APPOSITIONS = 2
"""A name has so many appositions at most, the earlier one in brackets: "Ruiz (Lyon), the mayor, said"."""
_OCCASION = 5
"""Between subject and verb "on Friday" or "in a statement" has fewer words."""
_COMPANY = 8
"""Between "with" and a participle its subject has fewer words."""
_DASHES = frozenset("—–-")


def subject_before(reading: Reading, stretch: Stretch, position: int) -> Speaker | None:
    """The subject that ends right before the item at `position`, over adverbs, auxiliaries and appositions."""
    items = stretch.items
    end = position - 1
    while end >= 0 and items[end] >= 0 and stands_between(reading, items[end]):
        alone = is_noun(reading, stretch, end) or _stands_for_several(reading, stretch, end)
        if alone or reading.person_at[items[end]] >= 0:
            break
        end -= 1
    end = _before_occasion(reading, stretch, end)
    if end > 1 and items[end - 1] >= 0 and is_time(reading, stretch, end - 1):
        end -= 2  # "The council this morning said"
    if end < 0 or (items[end] < 0 and not closing_mark(reading, stretch, end)):
        return None
    for earlier in range(_APPOSITIONS):
        mark = closing_mark(reading, stretch, end) if end >= 0 else ""
        if mark != ")" and (earlier or (mark not in COMMAS and mark not in _DASHES)):
            break
        opening = apposition_start(reading, stretch, end)
        if opening is None or opens_second_clause(reading, stretch, opening + 1):
            return None
        named = named_in(reading, stretch, opening, end)
        if named:
            return named
        end = opening - 1
    return phrase_ending(reading, stretch, end)


def _stands_for_several(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "both" or "all" is the whole subject ("Both said …") and goes with none before it ("They both said …")."""
    before = stretch.items[at - 1] if at else -1
    opens = is_break(reading, before) or reading.lower(before) in reading.words.joining
    return opens and reading.lower(stretch.items[at]) in reading.words.indefinite


def _before_occasion(reading: Reading, stretch: Stretch, end: int) -> int:
    """Position before "on Friday" or "in a statement", where that ends at `end` and stands after a noun."""
    items, words = stretch.items, reading.words
    if end < 1 or items[end] < 0:
        return end
    passed_over = reading.lower(items[end]) in words.prepositions and reading.lower(items[end + 1]) in words.occasions
    if not passed_over and reading.lower(items[end]) not in words.occasions:
        return end
    for at in range(end, max(0, end - _OCCASION), -1):
        item = items[at]
        if item < 0 or is_break(reading, item):
            return end
        if reading.lower(item) in words.prepositions:
            noun = items[at - 1]
            starts = noun < 0 or is_break(reading, noun) or reading.lower(noun) in words.prepositions
            return end if starts else at - 1
    return end


def stands_between(reading: Reading, item: int) -> bool:
    """Whether a word may stand between a subject and its verb."""
    word, words = reading.lower(item), reading.words
    return (
        word in words.auxiliaries
        or word in words.adverbs
        or (word.endswith(words.adverb_endings) and word == reading.tokens.words[item])
    )


def subject_after(reading: Reading, stretch: Stretch, position: int) -> Speaker | None:
    """The subject that begins at the item at `position` ("said Ana Ruiz, the mayor")."""
    items, words = stretch.items, reading.words
    start = position
    while start < len(items) and reading.lower(items[start]) in words.adverbs:
        start += 1
    if start >= len(items) or is_break(reading, items[start]) or reading.lower(items[start]) in words.that:
        return None
    if reading.lower(items[start]) in words.pronouns:
        return pronoun_at(reading, items[start], start)
    if reading.lower(items[start]) in words.objects and _is_alone(reading, stretch, start):
        return pronoun_at(reading, items[start], start)
    end = start
    while end < len(items) and end - start < LONGEST:
        item = items[end]
        if is_break(reading, item) or (end > start and ends_phrase(reading, item)):
            break
        if end > start and reading.lower(item) in words.prepositions and is_occasion(reading, stretch, end, 1):
            # "according to her lawyers in a letter"
            break
        if end > start and (_ends_name(reading, stretch, end) or _opens_clause(reading, stretch, end)):
            break
        person = reading.person_at[item]
        if person >= 0 and not is_owner(reading, item):
            mention = reading.people[person]
            if is_head(reading, stretch, end) and is_named_by(reading, stretch, start, end):
                return Speaker((mention.start, mention.end), mention, at=start)
        end += 1
    while end > start + 1 and reading.tokens.words[items[end - 1]] == ".":
        end -= 1
    if end == start or reading.lower(items[start]) in words.prepositions:
        return None
    named = _named_after_comma(reading, stretch, start, end)
    if named:
        return named
    return Speaker((reading.start_of(items[start]), reading.end_of(items[end - 1])), at=start)


def _opens_clause(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether an article opens the next clause right after a noun: "according to its analysis the league has won"."""
    words, before = reading.words, reading.lower(stretch.items[at - 1])
    articles = words.determiners - words.relatives - words.indefinite
    small = words.prepositions | words.determiners | words.joining
    return reading.lower(stretch.items[at]) in articles and before not in small


def _ends_name(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether an adverb or a place begins right after a name: "said Ruth softly", "said Ruth from her corner"."""
    item, words = stretch.items[at], reading.words
    if not reading.tokens.capital[stretch.items[at - 1]] or reading.tokens.capital[item]:
        return False
    word = reading.lower(item)
    if word.endswith(words.adverb_endings):
        return True
    following = stretch.items[at + 1] if at + 1 < len(stretch.items) else -1
    return (
        word in words.prepositions - words.belonging
        and reading.lower(following) in words.owners.keys() | words.determiners
    )


def _named_after_comma(reading: Reading, stretch: Stretch, start: int, end: int) -> Speaker | None:
    """The person in "said the minister, Ana Ruiz."."""
    items = stretch.items
    if end + 1 >= len(items) or items[end] < 0 or reading.tokens.words[items[end]] not in COMMAS or items[end + 1] < 0:
        return None
    person = reading.person_at[items[end + 1]]
    if person < 0 or is_owner(reading, items[end + 1]) or not is_head(reading, stretch, end + 1):
        return None
    mention = reading.people[person]
    return Speaker((mention.start, mention.end), mention, at=start)


def accompanying(reading: Reading, stretch: Stretch, position: int) -> Speaker | None:
    """The subject of a participle in "with hundreds of dockers chanting"; None where no "with" opens it."""
    items = stretch.items
    for at in range(position - 1, max(0, position - _COMPANY), -1):
        if is_break(reading, items[at]):
            return None
        if reading.lower(items[at - 1]) in reading.words.company:
            person = reading.person_at[items[position - 1]]
            named = reading.people[person] if person >= 0 and not is_owner(reading, items[position - 1]) else None
            return Speaker((reading.start_of(items[at]), reading.end_of(items[position - 1])), named, at=at)
    return None


def _is_alone(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether a mark or the end follows: "according to her, …", not "according to her aides"."""
    return at + 1 >= len(stretch.items) or not reading.tokens.words[stretch.items[at + 1]][0].isalnum()
