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
_APOSTROPHES = frozenset("'’")
_POLL = 12
"""A poll that tells a sentence is named in fewer words."""
_OWNER = 8
"""Between "in" and "words" stand fewer words."""
_AGENT = 8
"""Between "by" and "as" stand fewer words."""
_SUBJECT = 8
"""A subject that a source parts from its verb has no more words."""
_ANY_CLAUSE = Cue(-1, -1, CLAUSAL, FINITE)


def read_source(reading: Reading, stretch: Stretch, cue: Cue, first: int, last: int) -> Statement | None:
    """What stands before the source or after it; both where it stands within ("The risk, according to Ruiz, is …")."""
    speaker = subject_after(reading, stretch, last + 1)
    return _told_by(reading, stretch, cue, speaker, first, last) if speaker else None


def _told_by(reading: Reading, stretch: Stretch, cue: Cue, speaker: Speaker, first: int, last: int) -> Statement | None:
    """What the source named between the positions tells: the words before it, after it, or both."""
    before = words_before(reading, stretch, first)
    after = _after_source(reading, stretch, last + 1)
    rest = ((after, last_word(reading, stretch, after)),) if after is not None else ()
    if not before or (rest and is_aside(reading, stretch, before[0])):
        return Statement(cue, speaker, rest, _HOW)
    if after is None or not _goes_on_with_verb(reading, stretch, before[0], after):
        return Statement(cue, speaker, before, _HOW)
    return Statement(cue, speaker, (*before, (after, content_end(reading, stretch, after, _ANY_CLAUSE))), _HOW)


_DASHES = frozenset("—–")


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
            end = content_end(reading, stretch, at + 1, cue)
            aside = _aside_end(reading, stretch, items.index(cue.first))
            contents = ((at + 1, end if aside is None else min(end, aside - 1)),)
            return Statement(cue, speaker, contents, "after “by”")
    return None


def _aside_end(reading: Reading, stretch: Stretch, first: int) -> int | None:
    """Where the dashes close that the item at the position opens: "Ruiz — named by the Post as a candidate — said"."""
    items = stretch.items
    if first == 0 or items[first - 1] < 0 or reading.tokens.words[items[first - 1]] not in _DASHES:
        return None
    dashes = (at for at in range(first, len(items)) if items[at] >= 0 and reading.tokens.words[items[at]] in _DASHES)
    return next(dashes, None)


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
    items = stretch.items
    for at in range(2, len(items) - 2):
        if (
            reading.lower(items[at]) in reading.words.own_words
            and is_comma(reading, stretch, at + 1)
            and items[at + 2] < 0
            and (owner := _owner_before(reading, stretch, at, reading.words.within))
        ):
            cue = Cue(items[at], items[at], frozenset({"source"}), FINITE)
            return Statement(cue, owner, ((at + 2, at + 2),), _HOW)
    return None


def read_account(reading: Reading, stretch: Stretch) -> Statement | None:
    """ "By her own account, the vote was lost." and "The vote was, by Ruiz's admission, lost."."""
    items = stretch.items
    for at in range(2, len(items)):
        if reading.lower(items[at]) in reading.words.accounts and (
            owner := _owner_before(reading, stretch, at, reading.words.agents)
        ):
            cue = Cue(items[at], items[at], frozenset({"source"}), FINITE)
            return _told_by(reading, stretch, cue, owner, owner.at - 1, at)
    return None


def _owner_before(reading: Reading, stretch: Stretch, noun: int, opening: frozenset[str]) -> Speaker | None:
    """Whose the noun is: an owner named between it and a preposition that opens the phrase."""
    items, words = stretch.items, reading.words
    first = next(
        (back for back in range(noun - 1, max(-1, noun - _OWNER), -1) if reading.lower(items[back]) in opening), noun
    )
    if first + 1 >= noun:
        return None
    if reading.lower(items[first + 1]) in words.owners:
        return pronoun_at(reading, items[first + 1], first + 1)
    last = next((back for back in range(first + 1, noun) if _ends_owner(reading, stretch, back)), None)
    return None if last is None else _owner(reading, stretch, first + 1, last)


def _ends_owner(reading: Reading, stretch: Stretch, at: int) -> bool:
    """Whether "Ruiz's" stands there, or the first half of "the dockers'"."""
    following = stretch.items[at + 1]
    return reading.tokens.possessive[stretch.items[at]] or (
        following >= 0 and reading.tokens.words[following] in _APOSTROPHES
    )


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


def _goes_on_with_verb(reading: Reading, stretch: Stretch, before: tuple[int, int], at: int) -> bool:
    """Whether the sentence goes on after its source: a verb stands there, or the words before had none.

    "The plan, according to Ruiz, includes a bridge.", but "He left, according to Ruiz, head of the port.".
    """
    words, word = reading.words, reading.lower(stretch.items[at])
    if word in words.auxiliaries or word.endswith(words.verb_endings):
        return True
    first, last = before
    opens = words.determiners | words.prepositions | words.relatives | words.joining | words.adverbs | words.clauses
    if last - first >= _SUBJECT or word in opens or not word.isalpha() or reading.tokens.capital[stretch.items[at]]:
        return False
    return not word.endswith(words.participle_endings) and not any(
        item < 0 or _may_be_verb(reading, item) for item in stretch.items[first : last + 1]
    )


def _may_be_verb(reading: Reading, item: int) -> bool:
    word, words = reading.lower(item), reading.words
    listed = word in words.auxiliaries or word in words.irregular or word in words.single or word in words.pronouns
    return listed or word.endswith(words.verb_endings)
