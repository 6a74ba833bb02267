"""Who is named right beside a quotation, without a word of saying.

“Let me talk,” Juan Paz shot back. · “We will not go!” reacted Ana Ruiz. · Ana Ruiz: “We stay.” · “We stay.” — Ana Ruiz
"""

from __future__ import annotations

from loaders.extract.speech.borders import is_owner
from loaders.extract.speech.phrases import Speaker
from loaders.extract.speech.stretch import Reading, Stretch

_COLONS = frozenset(":：")
_DASHES = frozenset("—–-―")
_OPEN_ENDS = frozenset(",?!，？！—")
"""A quotation that ends with one of these is told by the sentence around it."""
_STOPS = frozenset(".。!?:：")
_PARTING = frozenset(",，(—–")
_LINE = 12
"""A line with a name and what its bearer is has no more words and marks."""
_NAME = 4
"""A name beside a quotation, a person's or a body's, has no more words."""
_LONGEST = 8
"""A noun phrase that names a speaker after a quotation has fewer words."""


def speaker_beside(reading: Reading, stretch: Stretch, at: int) -> Speaker | None:
    """Who is named right before the quotation with a colon, or right after it with a verb."""
    return _before_colon(reading, stretch, at) or _after(reading, stretch, at)


def signature(reading: Reading, stretch: Stretch, quoted: int) -> Speaker | None:
    """Whose name the stretch begins with after a dash or on the next line, as what is quoted above it is signed.

    `quoted` is the offset at which the quotation ends.
    """
    items = stretch.items
    below = stretch.opens and reading.text[quoted : stretch.span[0]].count("\n") == 1
    if below and (signed := _name_of_line(reading, stretch)):
        return signed
    if len(items) < 2 or items[0] < 0 or items[1] < 0 or reading.tokens.words[items[0]] not in _DASHES:
        return None
    return _person_at(reading, stretch, 1)


def _name_of_line(reading: Reading, stretch: Stretch) -> Speaker | None:
    """Whose name a line begins with that goes on with no verb and no stop: "Ana Ruiz, builder"."""
    items, words, tokens = stretch.items, reading.words, reading.tokens
    if len(items) > _LINE or min(items) < 0 or tokens.words[items[-1]] in _STOPS:
        return None
    after = next((at for at, item in enumerate(items) if not tokens.capital[item]), len(items))
    parted = after == len(items) or tokens.words[items[after]] in _PARTING
    verbs = words.single.keys() | words.auxiliaries
    if not (1 < after <= _NAME and parted) or any(reading.lower(item) in verbs for item in items):
        return None
    return _person_at(reading, stretch, 0) or Speaker(
        (reading.start_of(items[0]), reading.end_of(items[after - 1])), at=0
    )


def _before_colon(reading: Reading, stretch: Stretch, at: int) -> Speaker | None:
    items = stretch.items
    if at < 2 or items[at - 1] < 0 or reading.tokens.words[items[at - 1]] not in _COLONS or items[at - 2] < 0:
        return None
    person = reading.person_at[items[at - 2]]
    if is_owner(reading, items[at - 2]):
        return None
    if person < 0:
        return _named_thing(reading, stretch, at - 2)
    first = at - 2
    while first > 0 and items[first - 1] >= 0 and reading.person_at[items[first - 1]] == person:
        first -= 1
    if first > 0 and items[first - 1] >= 0 and reading.tokens.words[items[first - 1]][0].isalnum():
        return None
    return _person_at(reading, stretch, first)


def _named_thing(reading: Reading, stretch: Stretch, last: int) -> Speaker | None:
    """The paper or body whose name stands alone before the colon: "Port Research: “All of it is old.”"."""
    items, first = stretch.items, last
    while first > 0 and items[first - 1] >= 0 and reading.tokens.words[items[first - 1]][0].isalpha():
        first -= 1
    named = all(reading.tokens.capital[item] and reading.person_at[item] < 0 for item in items[first : last + 1])
    alone = first == 0 or items[first - 1] < 0 or reading.tokens.words[items[first - 1]] in _DASHES
    if not named or not alone or not 1 < last + 1 - first <= _NAME:
        return None
    return Speaker((reading.start_of(items[first]), reading.end_of(items[last])), at=first)


def _after(reading: Reading, stretch: Stretch, at: int) -> Speaker | None:
    items, quotation = stretch.items, reading.quotations[-stretch.items[at] - 1]
    if at + 2 >= len(items) or reading.text[quotation.end - 1] not in _OPEN_ENDS or min(items[at + 1 : at + 3]) < 0:
        return None
    if _is_verb(reading, items[at + 1]):
        return _person_at(reading, stretch, at + 2)
    person = _person_at(reading, stretch, at + 1)
    if person:
        return person
    if reading.lower(items[at + 1]) not in reading.words.determiners:
        return None
    for end in range(at + 2, min(at + 2 + _LONGEST, len(items))):
        if items[end] < 0 or not reading.tokens.words[items[end]][0].isalnum():
            return None
        if _is_verb(reading, items[end]) and end > at + 2:
            span = (reading.start_of(items[at + 1]), reading.end_of(items[end - 1]))
            return Speaker(span, at=at + 1)
    return None


def _is_verb(reading: Reading, item: int) -> bool:
    """Whether a word has a verb's ending and is none of the words that never are one."""
    word, words = reading.lower(item), reading.words
    return word.endswith(words.verb_endings) and word == reading.tokens.words[item] and word not in words.determiners


def _person_at(reading: Reading, stretch: Stretch, at: int) -> Speaker | None:
    item = stretch.items[at]
    person = reading.person_at[item] if item >= 0 else -1
    if person < 0 or is_owner(reading, item):
        return None
    mention = reading.people[person]
    return Speaker((mention.start, mention.end), mention, at=at)
