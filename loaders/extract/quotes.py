"""Quotes of a text: direct, mixed and indirect, each with its speaker, cue and how the speaker was found.

Words in marks that somebody is said to have said are quotes; titles, slogans and words that the writer only holds at arm's
length are not. What is attributed without marks ("Ruiz said that …") is an indirect quote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.sentences import trim
from loaders.extract.speech.cues import cue_words
from loaders.extract.speech.pronouns import resolve_pronoun
from loaders.extract.speech.statements import Statement, find_statements
from loaders.extract.speech.stretch import Reading, Stretch, read_document
from loaders.extract.speech.subjects import Speaker, clause_subject, is_break
from loaders.records import PersonMention, Quote, Span

_TRIM = " \t\r\n\u00a0,.;:"


def find_quotes(text: str, people: Sequence[PersonMention], language: str = "en") -> list[Quote]:
    """The quotes of the text in order; `people` are the people named in it."""
    return _Attribution(read_document(text, people, cue_words(language))).quotes()


@dataclass(frozen=True, slots=True)
class _Voice:
    """A speaker as resolved."""

    speaker: str | None
    text: str
    span: Span | None
    how: str
    confidence: float
    person: PersonMention | None = None


_NOBODY = _Voice(None, "", None, "nobody is named", 0.3)


class _Attribution:
    """One document while its quotes are found, stretch by stretch."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found: list[Quote] = []
        self.attributed: dict[int, _Voice] = {}
        """The voice of each quotation that has one."""
        self.last: _Voice | None = None
        self.pending: tuple[_Voice, Statement, int] | None = None
        """Who is to be heard after a colon, and from which stretch on."""

    def quotes(self) -> list[Quote]:
        previous: Stretch | None = None
        for index, stretch in enumerate(self.reading.stretches):
            self._read(stretch, previous, index)
            previous = stretch
        return sorted(self.found, key=lambda quote: (quote.start, -quote.end))

    def _read(self, stretch: Stretch, previous: Stretch | None, index: int) -> None:
        statements = find_statements(self.reading, stretch)
        for statement in statements:
            voice = self._voice(statement.speaker, statement.how)
            contents = statement.contents
            if not contents and statement.opens_next:
                self.pending = (voice, statement, index + 1)
            if not contents and previous is not None and previous.paragraph == stretch.paragraph:
                self._attribute_before(previous, statement, voice)
            for content in contents:
                self._emit(stretch, content, statement, voice)
            if voice.speaker or voice.text:
                self.last = voice
        self._attribute_rest(stretch, previous, index)

    def _emit(self, stretch: Stretch, content: tuple[int, int], statement: Statement, voice: _Voice) -> None:
        items = stretch.items[content[0] : content[1] + 1]
        atoms = [item for item in items if item < 0]
        words = [item for item in items if item >= 0 and not is_break(self.reading, item)]
        words = [item for item in words if self.reading.lower(item) not in self.reading.words.that]
        words = [item for item in words if self.reading.tokens.words[item][0].isalnum()]
        kind = "mixed" if words else "direct"
        for atom in atoms:
            if -atom - 1 not in self.attributed:
                self._add_quotation(-atom - 1, kind, statement, voice)
        if words:
            start = self.reading.start_of(items[0])
            end = self.reading.end_of(items[-1])
            self._add(start, end, "indirect", statement, voice, 0.9)

    def _attribute_before(self, previous: Stretch, statement: Statement, voice: _Voice) -> None:
        """“Really?” Ruiz asked: the cue's sentence has no words of its own, the quotation before it has no speaker."""
        for item in reversed(previous.items):
            if item >= 0:
                break
            if -item - 1 not in self.attributed:
                self._add_quotation(-item - 1, "direct", statement, voice)

    def _attribute_rest(self, stretch: Stretch, previous: Stretch | None, index: int) -> None:
        """Quotations of the stretch that no cue of it governs."""
        for at, item in enumerate(stretch.items):
            if item >= 0 or -item - 1 in self.attributed:
                continue
            quotation = self.reading.quotations[-item - 1]
            alone = all(other < 0 or not self.reading.tokens.words[other][0].isalnum() for other in stretch.items)
            if self.pending and self.pending[2] >= index - 1 and alone:
                voice, statement, _ = self.pending
                self.pending = (voice, statement, index + 1)
                self._add_quotation(-item - 1, "direct", statement, voice)
            elif alone and self.last:
                voice = self.last
                how = "goes on from the quotation before"
                self._add_quotation(-item - 1, "direct", None, _Voice(voice.speaker, voice.text, voice.span, how, voice.confidence * 0.9, voice.person))
            elif len(self.reading.text[quotation.start : quotation.end].split()) >= 6:
                voice = self._voice(clause_subject(self.reading, stretch, at), "the subject of the sentence")
                self._add_quotation(-item - 1, "mixed", None, voice)

    def _add_quotation(self, index: int, kind: str, statement: Statement | None, voice: _Voice) -> None:
        quotation = self.reading.quotations[index]
        self.attributed[index] = voice
        self._add(quotation.start, quotation.end, kind, statement, voice, 1.0)

    def _add(self, start: int, end: int, kind: str, statement: Statement | None, voice: _Voice, certainty: float) -> None:
        text = self.reading.text
        start, end = trim(text, start, end)
        if end <= start:
            return
        cue = statement.cue if statement else None
        span = (self.reading.tokens.starts[cue.first], self.reading.tokens.ends[cue.last]) if cue else None
        self.found.append(
            Quote(
                start,
                end,
                text[start:end],
                kind,
                voice.speaker,
                voice.text,
                voice.span,
                voice.how,
                text[slice(*span)] if span else "",
                span,
                None,
                round(voice.confidence * certainty, 2),
            )
        )

    def _voice(self, speaker: Speaker | None, how: str) -> _Voice:
        if speaker is None:
            return _NOBODY
        text = self.reading.text[slice(*speaker.span)]
        if speaker.person:
            person = speaker.person
            return _Voice(person.leader_id or text, text, speaker.span, f"named {how}", 0.95, person)
        if speaker.pronoun:
            kind = self.reading.words.pronouns.get(speaker.pronoun, "")
            before = [one for one in self.reading.people if one.end <= speaker.span[0]]
            resolved = resolve_pronoun(kind, speaker.span[0], before, self.last.person if self.last else None)
            if resolved:
                return _Voice(resolved.person.leader_id, text, speaker.span, f"“{text}” {how}: {resolved.how}", resolved.confidence, resolved.person)
            return _Voice(None, text, speaker.span, f"“{text}” {how} stays open", 0.4)
        return _Voice(text, text, speaker.span, f"named {how}", 0.85)
