"""Speakers as the reader is told of them: who, in which words, how that was found and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.extract.speech.borders import is_owner
from loaders.extract.speech.cues import GERUND
from loaders.extract.speech.phrases import Speaker
from loaders.extract.speech.pronouns import Pronouns
from loaders.extract.speech.statement import Statement
from loaders.extract.speech.stretch import Reading, Stretch
from loaders.records import PersonMention, Span

_NAMED, _DESCRIBED, _OPEN = 0.95, 0.85, 0.4
_LEAST = 0.3
"""A pronoun's person who is less sure stays open: of seven such on the benchmark none was right."""
_LISTENER = 4
"""Within so many items after "message to" the listener is named."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as resolved."""

    speaker: str | None
    text: str
    span: Span | None
    how: str
    confidence: float
    person: PersonMention | None = None

    def goes_on(self, how: str) -> Voice:
        """The same voice in the words that follow, a little less sure."""
        return replace(self, how=how, confidence=self.confidence * 0.9)


NOBODY = Voice(None, "", None, "nobody is named", 0.3)


class Voices:
    """Turns the words that name a speaker into a voice, in the order of the text."""

    def __init__(self, reading: Reading, paragraphs: Sequence[Span]) -> None:
        self.reading = reading
        openers, leads = frozenset(_openers(reading)), frozenset(_openers(reading, leads=True))
        self.pronouns = Pronouns(reading.people, paragraphs, openers, leads)
        self.last: Voice | None = None
        """Who spoke last."""

    def of(self, speaker: Speaker | None, how: str, says_i: bool = False, answers: bool = False) -> Voice:
        """The voice of a speaker who was found as `how` tells.

        `says_i` where the words are in the first person, `answers` where they answer what was said before.
        """
        if speaker is None:
            return NOBODY
        text = self.reading.text[slice(*speaker.span)]
        if speaker.person:
            named = speaker.person
            open_as = "" if named.leader_id else f"; {named.how}"
            sure = _NAMED if named.leader_id else _OPEN
            return Voice(named.leader_id, text, speaker.span, f"named {how}{open_as}", sure, named)
        if speaker.pronoun:
            return self._of_pronoun(speaker, speaker.pronoun, text, how, says_i, answers)
        return Voice(text, text, speaker.span, f"named {how}", _DESCRIBED)

    def of_statement(self, stretch: Stretch, statement: Statement) -> Voice:
        """Who makes a statement: its subject; with a participle that has none, who spoke last."""
        if statement.speaker is None and self.last and statement.cue.form == GERUND:
            return self.last.goes_on("goes on from the sentence before")
        answers = self.reading.lower(statement.cue.first) in self.reading.words.answering
        return self.of(statement.speaker, statement.how, self._says_i(stretch, statement), answers)

    def hear(self, voice: Voice) -> None:
        """Remember who spoke last; one who could not be named does not take a named one's place."""
        if voice.speaker or (voice.text and not self.last):
            self.last = voice

    def addressee(self, stretch: Stretch, statement: Statement) -> str | None:
        """To whom it was said: the words after "told", or after "in a message to"."""
        if statement.addressee:
            first, last = statement.addressee
            return self._listener(stretch, first, last)
        words = self.reading.words
        for at, item in enumerate(stretch.items[:-2]):
            heard = self.reading.lower(item) in words.occasions
            if heard and self.reading.lower(stretch.items[at + 1]) in words.infinitive:
                for after in range(at + 2, min(at + 2 + _LISTENER, len(stretch.items))):
                    following = stretch.items[after]
                    if following >= 0 and self.reading.person_at[following] >= 0:
                        return self._listener(stretch, after, after)
        return None

    def _listener(self, stretch: Stretch, first: int, last: int) -> str:
        for item in stretch.items[first : last + 1]:
            if item >= 0 and (person := self.reading.person_at[item]) >= 0:
                mention = self.reading.people[person]
                return mention.leader_id or mention.text
        start, end = self.reading.start_of(stretch.items[first]), self.reading.end_of(stretch.items[last])
        return self.reading.text[start:end]

    def _of_pronoun(self, speaker: Speaker, pronoun: str, text: str, how: str, says_i: bool, answers: bool) -> Voice:
        words = self.reading.words
        kind = words.pronouns.get(pronoun) or words.objects.get(pronoun) or words.owners.get(pronoun, "")
        if kind == "thing" and says_i and self.last:
            # A paper or an account cannot say "I": its owner does.
            why = f"“{text}” {how}, speaking as “I”: the last speaker"
            return replace(self.last, text=text, span=speaker.span, how=why, confidence=0.6)
        last = self.last.person if self.last else None
        spoke_at = self.last.span[0] if self.last and self.last.span else 0
        person = kind in ("m", "f")
        found = self.pronouns.resolve(kind, speaker.span[0], last, spoke_at, answers) if person else None
        if found is None or found.confidence < _LEAST:
            return Voice(None, text, speaker.span, f"“{text}” {how} stays open", _OPEN)
        why = f"“{text}” {how}: {found.how}"
        return Voice(found.person.leader_id, text, speaker.span, why, found.confidence, found.person)

    def _says_i(self, stretch: Stretch, statement: Statement) -> bool:
        """Whether the quotations that a statement attributes speak in the first person singular."""
        tokens = self.reading.tokens
        for first, last in statement.contents:
            for item in stretch.items[first : last + 1]:
                if item < 0:
                    quotation = self.reading.quotations[-item - 1]
                    inside = tokens.lower[tokens.first_from(quotation.start) : tokens.first_from(quotation.end)]
                    if not self.reading.words.first_person.isdisjoint(inside):
                        return True
        return False


_TITLE = 4
"""A name that begins a sentence has fewer words of a title and stops before it ("Ms. Ruiz", "Prime Minister Ruiz")."""


def _openers(reading: Reading, leads: bool = False) -> Iterator[int]:
    """The offsets of the names with which a sentence begins, none of a name that owns what follows ("Ruiz's aide").

    `leads` keeps those that begin a paragraph.
    """
    for stretch in reading.stretches:
        if leads and not stretch.opens:
            continue
        first = next((item for item in stretch.items[:_TITLE] if item < 0 or not _is_of_title(reading, item)), -1)
        index = reading.person_at[first] if first >= 0 else -1
        if index < 0:
            continue
        person = reading.people[index]
        last = reading.tokens.first_from(person.end) - 1
        if not is_owner(reading, last):
            yield person.start


def _is_of_title(reading: Reading, item: int) -> bool:
    """Whether a word stands before a name as a title does: with a capital, or the stop after it."""
    stop = reading.tokens.words[item] == "."
    return reading.person_at[item] < 0 and (stop or reading.tokens.capital[item])
