"""What was said where subject and cue stand in its middle or after it, or in a clause before it."""

from __future__ import annotations

from loaders.extract.speech.content import content_end, cue_follows, holds_words, last_word
from loaders.extract.speech.cues import CLAUSAL, FINITE, Cue
from loaders.extract.speech.opening import is_comma
from loaders.extract.speech.phrases import Speaker
from loaders.extract.speech.stretch import Reading, Stretch, is_break

_COMMAS = frozenset(",，、")
_COLONS = frozenset(":：")
_DASHES = frozenset("—–-")
_DATELINE = 10
"""A dateline has fewer words and marks."""
_ASIDE = 12
"""An adverbial before the subject ("In a letter to the house, …") has no more words."""
_TIME = 4
"""A time before the subject ("The next day, …") has no more words."""
_ANY_CLAUSE = Cue(-1, -1, CLAUSAL, FINITE)


def words_around(reading: Reading, stretch: Stretch, subject: int, after: int) -> tuple[tuple[int, int], ...]:
    """What was said where subject and cue stand in its middle or after it."""
    items = stretch.items
    if subject > 0 and not is_break(reading, items[subject - 1]):
        return ()
    contents = words_before(reading, stretch, subject)
    if not contents:
        return ()
    if after < len(items) and items[after] < 0:
        return (*contents, (after, last_word(reading, stretch, after)))
    quoted = all(item < 0 or is_break(reading, item) for item in items[contents[0][0] : contents[0][1] + 1])
    rest = _rest_after(reading, stretch, after, quoted)
    if rest is None and is_aside(reading, stretch, contents[0]):
        return ()
    return contents if rest is None else (*contents, rest)


def _rest_after(reading: Reading, stretch: Stretch, after: int, quoted: bool) -> tuple[int, int] | None:
    """What goes on after "…, Ruiz said, …"; after a quotation only another quotation does."""
    items = stretch.items
    if after >= len(items) or items[after] < 0 or reading.tokens.words[items[after]] not in _COMMAS:
        return None
    start = after + 1
    if quoted or not holds_words(reading, stretch, start) or cue_follows(reading, stretch, start):
        return None
    first, second = reading.lower(items[start]), reading.lower(items[start + 1]) if start + 1 < len(items) else ""
    words = reading.words
    if first in words.relatives | words.joining or (first in words.prepositions and second in words.relatives):
        return None
    return start, content_end(reading, stretch, start, _ANY_CLAUSE)


def is_aside(reading: Reading, stretch: Stretch, content: tuple[int, int]) -> bool:
    """Whether the words are an adverbial ("In a letter, …", "The next day, …") and no clause."""
    first, last = (reading.lower(stretch.items[at]) for at in content)
    length, words = content[1] - content[0], reading.words
    return (length < _ASIDE and first in words.prepositions) or (length < _TIME and last in words.occasions)


def words_before(reading: Reading, stretch: Stretch, at: int) -> tuple[tuple[int, int], ...]:
    """The words of the stretch before the position, without a conjunction before them and the comma after."""
    items, words = stretch.items, reading.words
    end = at - 1
    while end >= 0 and items[end] >= 0 and is_break(reading, items[end]):
        end -= 1
    start = max(_after_dateline(reading, stretch), _announced(reading, stretch, end))
    while start < end and items[start] >= 0:
        word = reading.lower(items[start])
        comma = items[start + 1] >= 0 and reading.tokens.words[items[start + 1]] in _COMMAS
        if word in words.joining or (word in words.adverbs and comma):
            start += 1 + comma
        elif is_break(reading, items[start]):
            start += 1
        else:
            break
    return ((start, end),) if end >= start else ()


def _announced(reading: Reading, stretch: Stretch, end: int) -> int:
    """Position of the quotation that a colon before it announces ("She praised them: “…,” she said."), else 0."""
    for at in range(end, 0, -1):
        before = stretch.items[at - 1]
        if stretch.items[at] < 0 and before >= 0 and reading.tokens.words[before] in _COLONS:
            return at
    return 0


def _after_dateline(reading: Reading, stretch: Stretch) -> int:
    """Position after "HAVANA (Reuters) - " at the start of a paragraph."""
    if not stretch.opens:
        return 0
    for at, item in enumerate(stretch.items[:_DATELINE]):
        if item < 0:
            return 0
        word = reading.tokens.words[item]
        if word in _DASHES and at > 0:
            return at + 1
        if word[0].isalpha() and not (word.isupper() or reading.tokens.capital[item]):
            return 0
    return 0


def quotes_words(stretch: Stretch, first: int, last: int) -> bool:
    """Whether a quotation stands between the positions."""
    return any(item < 0 for item in stretch.items[first : last + 1])


def main_clause(reading: Reading, stretch: Stretch, speaker: Speaker | None, after: int) -> tuple[int, int] | None:
    """What follows "As the minister said,"."""
    items, before = stretch.items, speaker.at - 1 if speaker else -1
    if before < 0 or reading.lower(items[before]) not in reading.words.as_told or not is_comma(reading, stretch, after):
        return None
    if not holds_words(reading, stretch, after + 1):
        return None
    return after + 1, content_end(reading, stretch, after + 1, _ANY_CLAUSE)


def opens_within(reading: Reading, stretch: Stretch, speaker: Speaker | None) -> bool:
    """Whether the speaker is the subject of a clause within the sentence ("While Ruiz said …", "which Ruiz says …")."""
    before = speaker.at - 1 if speaker else -1
    if before < 0:
        return False
    word, words = reading.lower(stretch.items[before]), reading.words
    return (before <= 2 and word in words.clauses) or (word in words.relatives and word not in words.that)
