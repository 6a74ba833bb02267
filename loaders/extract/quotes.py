"""Quotes of a text: direct, mixed and indirect, each with its speaker, cue and how the speaker was found.

Words in marks that somebody is said to have said are quotes; titles, slogans and words that the writer only holds at
arm's length are not. What is attributed without marks ("Ruiz said that …") is an indirect quote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.extract.sentences import split_paragraphs, trim
from loaders.extract.speech.cues import cue_words
from loaders.extract.speech.phrases import Speaker, is_break
from loaders.extract.speech.pronouns import Pronouns
from loaders.extract.speech.scare import is_label, is_title, may_be_said
from loaders.extract.speech.statements import Statement, find_statements
from loaders.extract.speech.stretch import Reading, Stretch, read_document
from loaders.extract.speech.subjects import clause_subject
from loaders.extract.speech.tweets import find_tweets
from loaders.records import PersonMention, Quote, Span

_SENTENCE = 6
"""So many words in marks are a quote even where nobody is named."""
_OPENING = 12
"""Among so many items from its start a sentence has its subject."""


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
        self.paragraphs = split_paragraphs(reading.text)
        self.pronouns = Pronouns(reading.people, self.paragraphs)
        self.found: list[Quote] = []
        self.attributed: dict[int, _Voice] = {}
        """The voice of each quotation that has one."""
        self.last: _Voice | None = None
        self.carried: tuple[_Voice, Statement, int] | None = None
        """Whose reported words the next sentence may go on with, and in which paragraph."""
        self.pending: tuple[_Voice, Statement | None, int] | None = None
        """Who is to be heard after a colon, and from which stretch on."""

    def quotes(self) -> list[Quote]:
        stretches = self.reading.stretches
        statements = [find_statements(self.reading, stretch) for stretch in stretches]
        for index, stretch in enumerate(stretches):
            self._read(stretch, statements[index], index)
            if index + 1 < len(stretches) and stretches[index + 1].paragraph == stretch.paragraph:
                self._attribute_to_next(stretch, statements[index + 1])
            self._attribute_rest(stretch, statements[index], index)
            if stretch.announces and not statements[index]:
                voice = self._voice(
                    clause_subject(self.reading, stretch, len(stretch.items)), "the subject before the colon"
                )
                self.pending = (voice, None, index + 1) if voice.text else None
        self._add_tweets()
        return sorted(self.found, key=lambda quote: (quote.start, -quote.end))

    def _read(self, stretch: Stretch, statements: list[Statement], index: int) -> None:
        if self._goes_on(stretch, statements):
            return
        self.carried = None
        for statement in statements:
            if statement.speaker is None and self.last:
                voice = replace(
                    self.last, how="goes on from the sentence before", confidence=self.last.confidence * 0.9
                )
            else:
                voice = self._voice(statement.speaker, statement.how, self._says_i(stretch, statement))
            if stretch.announces and statement is statements[-1]:
                self.pending = (voice, statement, index + 1)
            for content in statement.contents:
                self._emit(stretch, content, statement, voice)
            if voice.speaker or (voice.text and not self.last):
                self.last = voice
            if voice.person and statement.contents and not self._tells_of_the_past(stretch):
                self.carried = (voice, statement, stretch.paragraph)

    def _goes_on(self, stretch: Stretch, statements: list[Statement]) -> bool:
        """Whether the sentence goes on with what somebody said in the one before, as readouts do; then it is added.

        It stands in the same paragraph and in the present, quotes nobody and has no person for its subject.
        """
        if not self.carried or self.carried[2] != stretch.paragraph or any(item < 0 for item in stretch.items):
            return False
        if any(one.speaker and (one.speaker.person or one.speaker.pronoun) for one in statements):
            return False
        words = {self.reading.lower(item) for item in stretch.items}
        if words.isdisjoint(self.reading.words.present) or self._tells_of_the_past(stretch):
            return False
        subject = clause_subject(self.reading, stretch, min(len(stretch.items), _OPENING))
        if subject and (
            subject.person or self.reading.words.pronouns.get(subject.pronoun or "") not in (None, "thing", "plural")
        ):
            return False
        voice, statement, _ = self.carried
        carried = replace(
            voice, how=f"goes on with what {voice.person.name if voice.person else voice.text} said", confidence=0.55
        )
        self._add(*stretch.span, "indirect", statement, carried, 1.0)
        return True

    def _tells_of_the_past(self, stretch: Stretch) -> bool:
        return any(self.reading.lower(item) in self.reading.words.past for item in stretch.items)

    def _attribute_to_next(self, stretch: Stretch, following: list[Statement]) -> None:
        """“Really?” Ruiz asked: the cue's sentence has no words of its own, the quotation before it has no speaker."""
        statement = following[0] if following else None
        if statement is None or statement.contents or statement.speaker is None or statement.speaker.at != 0:
            return
        for item in reversed(stretch.items):
            if item >= 0:
                break
            if -item - 1 not in self.attributed:
                self._add_quotation(-item - 1, "direct", statement, self._voice(statement.speaker, statement.how))

    def _emit(self, stretch: Stretch, content: tuple[int, int], statement: Statement, voice: _Voice) -> None:
        items = stretch.items[content[0] : content[1] + 1]
        atoms = [item for item in items if item < 0]
        words = [item for item in items if item >= 0 and not is_break(self.reading, item)]
        words = [item for item in words if self.reading.lower(item) not in self.reading.words.that]
        words = [item for item in words if self.reading.tokens.words[item][0].isalnum()]
        kind = "mixed" if words else "direct"
        for at, atom in enumerate(stretch.items[content[0] : content[1] + 1], content[0]):
            if (
                atom < 0
                and -atom - 1 not in self.attributed
                and (kind == "direct" or not is_title(self.reading, stretch, at))
            ):
                self._add_quotation(-atom - 1, kind, statement, voice)
        if words and not (atoms and (items[0] < 0 or items[-1] < 0)):
            start = self.reading.start_of(items[0])
            end = self.reading.end_of(items[-1])
            self._add(start, end, "indirect", statement, voice, 0.9)

    def _attribute_rest(self, stretch: Stretch, statements: list[Statement], index: int) -> None:
        """Quotations of the stretch that no cue of it governs."""
        for at, item in enumerate(stretch.items):
            if item >= 0 or -item - 1 in self.attributed:
                continue
            alone = all(other < 0 or not self.reading.tokens.words[other][0].isalnum() for other in stretch.items)
            if self.pending and self.pending[2] >= index - 1 and alone:
                voice, statement = self.pending[:2]
                self.pending = (voice, statement, index + 1)
                self._add_quotation(-item - 1, "direct", statement, voice)
            elif alone and (voice := self.attributed.get(-item - 2, self.last)):
                how = "goes on from the quotation before"
                self._add_quotation(
                    -item - 1, "direct", None, replace(voice, how=how, confidence=voice.confidence * 0.9)
                )
            elif not is_title(self.reading, stretch, at):
                self._attribute_loose(stretch, at, statements)

    def _attribute_loose(self, stretch: Stretch, at: int, statements: list[Statement]) -> None:
        """A quotation within a sentence whose cues do not reach it: the nearest cue before it, else the subject."""
        index = -stretch.items[at] - 1
        quotation = self.reading.quotations[index]
        near = [
            one for one in statements if one.speaker and one.cue.first < self.reading.tokens.first_from(quotation.start)
        ]
        statement = near[-1] if near else next((one for one in statements if one.speaker), None)
        words = len(self.reading.text[quotation.start : quotation.end].split())
        if words < _SENTENCE and is_label(self.reading, stretch, at):
            return
        if statement:
            self._add_quotation(index, "mixed", statement, self._voice(statement.speaker, statement.how))
            return
        speaker = clause_subject(self.reading, stretch, at)
        if may_be_said(self.reading, stretch, at, speaker is not None):
            self._add_quotation(index, "mixed", None, self._voice(speaker, "the subject of the sentence"))

    def _add_tweets(self) -> None:
        """Tweets are their accounts' own words, whatever else was found in them."""
        text = self.reading.text
        for tweet in find_tweets(text, self.paragraphs):
            name = text[slice(*tweet.name)]
            named = [one for one in self.reading.people if one.start <= tweet.name[0] and tweet.name[1] <= one.end]
            speaker = named[0].leader_id or name if named else name
            how = f"said by a tweet of {tweet.account}" + (f", {tweet.date}" if tweet.date else "")
            voice = _Voice(speaker, name, tweet.name, how, 0.95)
            self.found = [one for one in self.found if one.end <= tweet.start or one.start >= tweet.name[1]]
            self._add(tweet.start, tweet.end, "direct", None, voice, 1.0)

    def _add_quotation(self, index: int, kind: str, statement: Statement | None, voice: _Voice) -> None:
        quotation = self.reading.quotations[index]
        self.attributed[index] = voice
        self._add(quotation.start, quotation.end, kind, statement, voice, 1.0)

    def _add(
        self, start: int, end: int, kind: str, statement: Statement | None, voice: _Voice, certainty: float
    ) -> None:
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

    def _voice(self, speaker: Speaker | None, how: str, says_i: bool = False) -> _Voice:
        if speaker is None:
            return _NOBODY
        text = self.reading.text[slice(*speaker.span)]
        if speaker.person:
            person = speaker.person
            return _Voice(person.leader_id or text, text, speaker.span, f"named {how}", 0.95, person)
        if speaker.pronoun:
            words = self.reading.words
            kind = words.pronouns.get(speaker.pronoun) or words.objects.get(speaker.pronoun, "")
            if kind == "thing" and says_i and self.last:
                # A paper or an account cannot say "I": its owner does.
                return replace(
                    self.last,
                    text=text,
                    span=speaker.span,
                    how=f"“{text}” {how}, speaking as “I”: the last speaker",
                    confidence=0.6,
                )
            last = self.last.person if self.last else None
            resolved = self.pronouns.resolve(kind, speaker.span[0], last) if kind in ("m", "f") else None
            if resolved:
                return _Voice(
                    resolved.person.leader_id,
                    text,
                    speaker.span,
                    f"“{text}” {how}: {resolved.how}",
                    resolved.confidence,
                    resolved.person,
                )
            return _Voice(None, text, speaker.span, f"“{text}” {how} stays open", 0.4)
        return _Voice(text, text, speaker.span, f"named {how}", 0.85)
