"""Where the words end that a cue attributes: with the sentence, unless it turns back to its writer first."""

from __future__ import annotations

from loaders.extract.speech.cues import CLAUSAL, FINITE, GERUND, Cue, find_cues
from loaders.extract.speech.lists import in_list
from loaders.extract.speech.opening import is_occasion
from loaders.extract.speech.phrases import is_time
from loaders.extract.speech.stretch import Reading, Stretch, is_break
from loaders.extract.speech.subjects import subject_before

_COMMAS = frozenset(",，、")
_COLONS = frozenset(":：")
_SEMICOLONS = frozenset(";；")
_STOPS = frozenset(".。")
_DASHES = frozenset("—–-")
_OPEN_ENDS = frozenset(",?!，？！")
"""A quotation that ends with one of these has its cue after it."""
_OWN_CUE = 5
"""Within so many words."""
_TELLING = frozenset({"speak", "tell", "bare"})
_SPEECH = frozenset({"speak", "tell", "request", "object"})


def holds_words(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether words or a quotation stand at the position."""
    if at >= len(stretch.items):
        return False
    item = stretch.items[at]
    return item < 0 or (not is_break(reading, item) and reading.tokens.words[item] not in _STOPS)


def content_end(reading: Reading, stretch: Stretch, start: int, cue: Cue, within: bool = False) -> int:
    """Position of the last item that was said, from `start` on.

    `within` tells that the cue stands in a clause before the main one ("While Ruiz said that …, she …").
    """
    items = stretch.items
    narrow = not cue.groups & CLAUSAL
    infinitive = reading.lower(items[start]) in reading.words.infinitive
    end, depth = len(items) - 1, 0
    for at in range(start, len(items)):
        if items[at] < 0 and _turns_after(reading, stretch, at):
            end = at
            break
        if items[at] < 0 and at - start > 1 and _is_told_after(reading, stretch, at):
            end = at - 2
            break
        if items[at] < 0 or at == start:
            continue
        mark = reading.tokens.words[items[at]]
        depth += (mark == "(") - (mark == ")")
        closes = within and mark in _COMMAS and not _goes_on(reading, stretch, at + 1)
        if depth < 0 or closes or _ends_content(reading, stretch, at, narrow, cue.form, infinitive):
            end = at - 1
            break
    return last_word(reading, stretch, start, end)


def _turns_after(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether the writer turns to another after the quotation: “It is a trap,” but the town calls it safe."""
    quotation = reading.quotations[-stretch.items[at] - 1]
    following, after = (reading.lower(item) for item in (*stretch.items[at + 1 : at + 3], -1, -1)[:2])
    ends = reading.text[quotation.end - 1] in _COMMAS
    return ends and following in reading.words.turns and after not in reading.words.that


def _is_told_after(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether a quotation after a colon has a cue of its own: "She had her doubts: “It goes,” Ruiz predicted."."""
    items = stretch.items
    quotation = reading.quotations[-items[at] - 1]
    colon = items[at - 1] >= 0 and reading.tokens.words[items[at - 1]] in _COLONS
    if not colon or reading.text[quotation.end - 1] not in _OPEN_ENDS:
        return False
    for item in items[at + 1 : at + 1 + _OWN_CUE]:
        if item < 0 or is_break(reading, item):
            return False
        if reading.words.single.get(reading.lower(item), (frozenset(),))[0] & _TELLING:
            return True
    return False


def noun_content_end(reading: Reading, stretch: Stretch, start: int, cue: Cue) -> int:
    """Position of the last item of "his claim that it is safe" in "… is safe was tested": the noun's verb ends it too."""
    end = content_end(reading, stretch, start, cue)
    verbs = int(reading.lower(stretch.items[start]) in reading.words.infinitive)
    for at in range(start + 1, end + 1):
        item = stretch.items[at]
        if item < 0:
            continue
        if reading.tokens.words[item] in _COMMAS | _COLONS:
            return last_word(reading, stretch, start, at - 1)
        verbs += reading.lower(item) in reading.words.auxiliaries and not _continues_verb(reading, stretch, at)
        if verbs > 1:
            return last_word(reading, stretch, start, at - 1)
    return end


def _continues_verb(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether an auxiliary belongs to the verb before it ("has been", "and is") or to a clause of its own ("who is")."""
    word, words = reading.lower(stretch.items[at - 1]), reading.words
    return (
        word in words.auxiliaries
        or word in words.joining
        or word in words.relatives
        or word in words.adverbs
        or word in words.infinitive
    )


def _goes_on(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether what follows a comma belongs to the clause before it."""
    word = reading.lower(stretch.items[at]) if at < len(stretch.items) else ""
    return word in reading.words.relatives or word in reading.words.joining or word in reading.words.prepositions


def _ends_content(reading: Reading, stretch: Stretch, at: int, narrow: bool, form: str, infinitive: bool) -> bool:
    """Whether what was said ends before the position, where the sentence goes on in its writer's words."""
    items, words = stretch.items, reading.words
    mark, word = reading.tokens.words[items[at]], reading.lower(items[at])
    following = items[at + 1] if at + 1 < len(items) else -1
    if mark in _DASHES and reading.text[reading.start_of(items[at]) - 1].isspace():
        turns = narrow or reading.lower(following) in words.joining | words.clauses
        return turns and not any(item >= 0 and reading.tokens.words[item] in _DASHES for item in items[at + 1 :])
    if mark in _SEMICOLONS or (narrow and mark in _COLONS and following < 0):
        return True
    if mark in _COMMAS:
        after = items[at + 2] if at + 2 < len(items) else -1
        # "said that it is old, but that it will stand" goes on.
        turns = reading.lower(following) in words.turns and reading.lower(after) not in words.that
        turns = turns or (_opens_aside(reading, following) and min(items[at:]) >= 0)
        return (narrow and not in_list(reading, stretch, at)) or turns or cue_follows(reading, stretch, at + 1)
    if word in words.joining:
        if reading.lower(following) in words.that and not narrow:
            return False
        same = GERUND if form == GERUND else FINITE
        if infinitive and (reading.lower(following) in words.auxiliaries or _is_past(reading, following)):
            return True
        return cue_follows(reading, stretch, at + 1, same) or _says_another(reading, stretch, at + 1)
    if narrow and word in words.clauses and word not in words.that | words.questions | words.as_told:
        return True
    if narrow and word in words.as_told and reading.lower(following) in words.pronouns:
        return True
    if narrow and word in words.prepositions:
        # "invited him to visit": no occasion but what he is invited to.
        verb = word in words.infinitive and reading.lower(following) in words.occasions
        # "the raid of March 2": what was condemned, and not when.
        return not verb and word not in words.belonging and is_occasion(reading, stretch, at)
    return narrow and (is_time(reading, stretch, at) or (word in words.occasions and word in words.adverbs))


def _is_past(reading: Reading, item: int) -> bool:
    return item >= 0 and reading.lower(item).endswith(reading.words.verb_endings)


def _opens_aside(reading: Reading, item: int) -> bool:
    """Whether "who" or "which" stands there: after a comma it tells more of somebody, in the writer's own words."""
    word, words = reading.lower(item), reading.words
    return word in words.relatives and word not in words.that


def _says_another(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether a subject of its own and a cue stand at the position ("and others say")."""
    items = stretch.items[at : at + 6]
    cues = find_cues(reading.tokens, [item for item in items if item >= 0], reading.words)
    for cue in cues:
        if cue.form != GERUND and cue.groups & CLAUSAL:
            subject = subject_before(reading, stretch, at + items.index(cue.first))
            return subject is not None and subject.at - at in (0, 1)
    return False


def cue_follows(reading: Reading, stretch: Stretch, at: int, form: str | None = None) -> bool:
    """Whether a cue of speech that shares the subject stands at the position, over adverbs.

    Of this `form` after a conjunction; after a comma a participle or a source.
    """
    items, words = stretch.items, reading.words
    while at < len(items) and items[at] >= 0 and reading.lower(items[at]) in words.adverbs:
        at += 1
    if at >= len(items) or items[at] < 0:
        return False
    cues = find_cues(reading.tokens, range(items[at], items[at] + 1), words)
    if not cues:
        return False
    if "source" in cues[0].groups:
        return form is None
    speech = cues[0].groups & _SPEECH or cues[0].last > cues[0].first
    return bool(speech) and cues[0].form == (form or GERUND)


def last_word(reading: Reading, stretch: Stretch, start: int, end: int | None = None) -> int:
    """Position of the last item, stops and marks left off, up to `end`."""
    end = len(stretch.items) - 1 if end is None else end
    while end >= start and stretch.items[end] >= 0:
        mark = reading.tokens.words[stretch.items[end]]
        if mark not in _STOPS and not is_break(reading, stretch.items[end]):
            break
        end -= 1
    return end
