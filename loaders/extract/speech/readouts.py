"""Readouts: reports in the present whose sentences go on with what somebody was said to have said.

“Xi pointed out that trade is growing. China will buy more sugar.” The second sentence has no cue; a reader takes it for
his words as long as it stands in the same paragraph and in the present, quotes nobody and has no person for its subject.
"""

from __future__ import annotations

from loaders.extract.speech.clauses import clause_subject
from loaders.extract.speech.cues import FINITE
from loaders.extract.speech.statement import Statement
from loaders.extract.speech.stretch import Reading, Stretch
from loaders.records import PersonMention

_SAYING = frozenset({"speak", "tell"})
_OTHER_VOICE = _SAYING | {"source"}
"""Cues that give a sentence to whoever is their subject; "hopes" and the like do not where a country is."""
_TELLING = _SAYING | {"object"}
"""Cues after which a readout goes on with what was said."""
_OPENING = 12
"""Among so many items from its start a sentence has its subject."""


def may_go_on(reading: Reading, stretch: Stretch, statement: Statement) -> bool:
    """Whether the next sentence may go on with a statement: it reports speech, in the present, and quotes nothing."""
    quoted = any(min(stretch.items[first : last + 1]) < 0 for first, last in statement.contents)
    speaks = statement.cue.form == FINITE and statement.cue.groups & _TELLING
    # "said that it was safe" is told in the past as news tells it, not as readouts do.
    return bool(speaks and statement.contents) and not quoted and not _holds(reading, stretch, reading.words.backshifts)


def goes_on(reading: Reading, stretch: Stretch, statements: list[Statement], speaker: PersonMention | None) -> bool:
    """Whether the sentence goes on with what the speaker was said to have said in the one before."""
    words = reading.words
    if any(item < 0 for item in stretch.items) or any(_is_another_voice(one) for one in statements):
        return False
    if reading.lower(stretch.items[0]) in words.turns | words.joining or _names(reading, stretch, speaker):
        return False
    if not _holds(reading, stretch, words.present) or _holds(reading, stretch, words.past):
        return False
    subject = clause_subject(reading, stretch, min(len(stretch.items), _OPENING))
    personal = subject and words.pronouns.get(subject.pronoun or "") in ("m", "f", "first", "second")
    return not (subject and (subject.person or personal))


def _is_another_voice(statement: Statement) -> bool:
    speaker = statement.speaker
    return bool(speaker and (speaker.person or speaker.pronoun or statement.cue.groups & _OTHER_VOICE))


def _names(reading: Reading, stretch: Stretch, speaker: PersonMention | None) -> bool:
    """Whether the sentence names the speaker: nobody speaks of himself by name."""
    named = (reading.person_at[item] for item in stretch.items if item >= 0)
    return speaker is not None and any(
        index >= 0 and reading.people[index].leader_id == speaker.leader_id for index in named
    )


def _holds(reading: Reading, stretch: Stretch, words: frozenset[str]) -> bool:
    return any(reading.lower(item) in words for item in stretch.items)
