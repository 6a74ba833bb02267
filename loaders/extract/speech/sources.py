"""What is told by a source: “according to Ruiz, …”, “…, according to Ruiz”, “in the poll, …”."""

from __future__ import annotations

from loaders.extract.speech.around import is_aside, words_before
from loaders.extract.speech.content import content_end, holds_words, last_word
from loaders.extract.speech.cues import CLAUSAL, FINITE, Cue
from loaders.extract.speech.opening import is_comma
from loaders.extract.speech.phrases import Speaker, pronoun_at
from loaders.extract.speech.statement import Statement
from loaders.extract.speech.stretch import Reading, Stretch, is_break
from loaders.extract.speech.subjects import subject_after

_HOW = "as the source"
_POLL = 12
"""A poll that tells a sentence is named in fewer words."""
_OWNER = 8
"""Between "in" and "words" stand fewer words."""
_AGENT = 8
"""Between "by" and "as" stand fewer words."""
_ANY_CLAUSE = Cue(-1, -1, CLAUSAL, FINITE)


def read_source(reading: Reading, stretch: Stretch, cue: Cue, first: int, last: int) -> Statement | None:
    """What stands before the source or after it; both where it stands within ("The risk, according to Ruiz, is …")."""
    speaker = subject_after(reading, stretch, last + 1)
    if speaker is None:
        return None
    before = words_before(reading, stretch, first)
    after = _after_source(reading, stretch, last + 1)
    rest = ((after, last_word(reading, stretch, after)),) if after is not None else ()
    if not before or (rest and is_aside(reading, stretch, before[0])):
        return Statement(cue, speaker, rest, _HOW)
    if after is None or not _goes_on_with_verb(reading, stretch, after):
        return Statement(cue, speaker, before, _HOW)
    return Statement(cue, speaker, (*before, (after, content_end(reading, stretch, after, _ANY_CLAUSE))), _HOW)


def read_agent(reading: Reading, stretch: Stretch, cue: Cue, last: int) -> Statement | None:
    """ "She was described by a rival as “the best of us”.": whoever "by" names."""
    items, words = stretch.items, reading.words
    if cue.form != FINITE or last + 2 >= len(items) or reading.lower(items[last + 1]) not in words.agents:
        return None
    speaker = subject_after(reading, stretch, last + 2)
    if speaker is None:
        return None
    for at in range(last + 3, min(last + 3 + _AGENT, len(items) - 1)):
        if is_break(reading, items[at]):
            return None
        if reading.lower(items[at]) in words.as_told and holds_words(reading, stretch, at + 1):
            contents = ((at + 1, content_end(reading, stretch, at + 1, cue)),)
            return Statement(cue, speaker, contents, "after “by”")
    return None


def read_poll(reading: Reading, stretch: Stretch) -> Statement | None:
    """ "In the poll, most like the bridge." """
    items, words = stretch.items, reading.words
    if reading.lower(items[0]) not in words.within:
        return None
    for at in range(1, min(_POLL, len(items) - 1)):
        if not is_comma(reading, stretch, at):
            if is_break(reading, items[at]):
                return None
            continue
        if reading.lower(items[at - 1]) not in words.tellers or not holds_words(reading, stretch, at + 1):
            return None
        cue = Cue(items[0], items[0], frozenset({"source"}), FINITE)
        speaker = Speaker((reading.start_of(items[1]), reading.end_of(items[at - 1])), at=1)
        return Statement(cue, speaker, ((at + 1, content_end(reading, stretch, at + 1, _ANY_CLAUSE)),), _HOW)
    return None


def read_own_words(reading: Reading, stretch: Stretch) -> Statement | None:
    """ "In Ruiz's words, “it is late”.": the quotation after the comma."""
    items, words = stretch.items, reading.words
    for at in range(2, len(items) - 2):
        if (
            reading.lower(items[at]) not in words.own_words
            or not is_comma(reading, stretch, at + 1)
            or items[at + 2] >= 0
        ):
            continue
        opening = next(
            (back for back in range(at - 1, max(-1, at - _OWNER), -1) if _is_within(reading, items[back])), at
        )
        pronoun = reading.lower(items[opening + 1])
        cue = Cue(items[at], items[at], frozenset({"source"}), FINITE)
        if pronoun in words.owners:
            return Statement(cue, pronoun_at(reading, items[opening + 1], opening + 1), ((at + 2, at + 2),), _HOW)
        owner = next((back for back in range(opening + 1, at) if reading.tokens.possessive[items[back]]), None)
        if owner is not None:
            return Statement(cue, _owner(reading, stretch, opening + 1, owner), ((at + 2, at + 2),), _HOW)
    return None


def _is_within(reading: Reading, item: int) -> bool:
    return item >= 0 and reading.lower(item) in reading.words.within


def _owner(reading: Reading, stretch: Stretch, start: int, last: int) -> Speaker:
    """Who owns what follows: the person named there, else the words, without the possessive's ending."""
    item = stretch.items[last]
    person = reading.person_at[item]
    if person >= 0:
        mention = reading.people[person]
        return Speaker((mention.start, mention.end), mention, at=start)
    return Speaker((reading.start_of(stretch.items[start]), reading.end_of(item)), at=start)


def _after_source(reading: Reading, stretch: Stretch, start: int) -> int | None:
    """Position after the source's comma, over an apposition ("according to Ruiz, the mayor, …")."""
    words = reading.words
    commas = [at for at in range(start, len(stretch.items)) if is_comma(reading, stretch, at)]
    if not commas:
        return None
    after = commas[0] + 1
    following = reading.lower(stretch.items[after]) if after < len(stretch.items) else ""
    if len(commas) > 1 and following in words.relatives:
        after = commas[1] + 1
    return after if holds_words(reading, stretch, after) else None


def _goes_on_with_verb(reading: Reading, stretch: Stretch, at: int) -> bool:
    word, words = reading.lower(stretch.items[at]), reading.words
    return word in words.auxiliaries or word.endswith(words.verb_endings)
