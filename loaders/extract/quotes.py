"""Quotes of a text: direct, mixed and indirect, each with its speaker, cue and how the speaker was found.

Words in marks that somebody is said to have said are quotes; titles, slogans and words that the writer only holds at
arm's length are not. What is attributed without marks ("Ruiz said that …") is an indirect quote. Marked words within a
statement are a mixed quote each, and each knows the whole statement; it is no quote beside them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.speech.beside import signature, speaker_beside
from loaders.extract.speech.clauses import clause_subject, holder_of_view
from loaders.extract.speech.cues import cue_words
from loaders.extract.speech.lists import follows_in_list
from loaders.extract.speech.own_words import find_own_words, without_inner
from loaders.extract.speech.reach import is_called, reaching
from loaders.extract.speech.readouts import goes_on, may_go_on
from loaders.extract.speech.scare import follows_colon, follows_mark, is_excerpt, is_label, is_title, may_be_said
from loaders.extract.speech.statement import Statement
from loaders.extract.speech.statements import find_statements
from loaders.extract.speech.stretch import Reading, Stretch, is_break, read_document
from loaders.extract.speech.told import Told, as_quote
from loaders.extract.speech.voices import Voice, Voices
from loaders.layout import Layout, as_layout
from loaders.layout.sentences import span_at
from loaders.records import PersonMention, Quote, Span

_STOPS = frozenset(".。")
_MARKS = ".,;:!?…"
_LABEL = 6
"""A label has fewer words than this."""


def find_quotes(text: str | Layout, people: Sequence[PersonMention], language: str = "en") -> list[Quote]:
    """The quotes of the text in order; `people` are the people named in it."""
    layout, words = as_layout(text), cue_words(language)
    text = layout.text
    quotes = _Attribution(read_document(layout, people, words), layout.paragraphs).quotes()
    own = find_own_words(layout, words, people, quotes)
    heads = [mail.head for mail in layout.messages]
    if heads:  # names in marks there are of who writes to whom
        quotes = [quote for quote in quotes if not _is_within(heads, quote)]
    kept = [*without_inner(quotes, own), *(as_quote(text, one.span, "direct", Told(one.voice)) for one in own)]
    return sorted(kept, key=lambda quote: (quote.start, -quote.end, quote.kind))


def _is_within(spans: Sequence[Span], quote: Quote) -> bool:
    """Whether a quote begins within one of some spans in order."""
    at = span_at(spans, quote.start)
    return at >= 0 and quote.start < spans[at][1]


class _Attribution:
    """One document while its quotes are found, stretch by stretch."""

    def __init__(self, reading: Reading, paragraphs: Sequence[Span]) -> None:
        self.reading = reading
        self.paragraphs = paragraphs
        self.voices = Voices(reading, paragraphs)
        self.found: list[Quote] = []
        self.seen: set[Span] = set()
        """What has been attributed already: a second cue for the same words adds no quote."""
        self.attributed: dict[int, Voice] = {}
        """The voice of each quotation that has one."""
        self.said: set[str] = set()
        """What has been said, word by word."""
        self.carried: tuple[Voice, Statement, int] | None = None
        """Whose reported words the next sentence may go on with, and in which paragraph."""
        self.answers: tuple[Voice, int] | None = None
        """Who was last said to answer, and in which stretch."""
        self.pending: tuple[Voice, Statement | None, int] | None = None
        """Who is to be heard after a colon, and from which stretch on."""

    def quotes(self) -> list[Quote]:
        stretches = self.reading.stretches
        statements = [find_statements(self.reading, stretch) for stretch in stretches]
        for index, stretch in enumerate(stretches):
            if not self._goes_on(stretch, statements[index]):
                self._read(stretch, statements[index], index)
            if index + 1 < len(stretches):
                self._attribute_to_signature(stretch, stretches[index + 1])
            if index + 1 < len(stretches) and stretches[index + 1].paragraph == stretch.paragraph:
                self._attribute_to_next(stretch, statements[index + 1])
            self._attribute_rest(stretch, statements[index], index)
            if stretch.announces and not statements[index]:
                subject = clause_subject(self.reading, stretch, len(stretch.items))
                self.pending = (self.voices.of(subject, "before the colon"), None, index + 1) if subject else None
        return self.found

    def _read(self, stretch: Stretch, statements: list[Statement], index: int) -> None:
        """Add what the stretch's own cues attribute."""
        if statements or (self.carried and self.carried[2] != stretch.paragraph):
            self.carried = None
        for statement in statements:
            if self._is_of_the_reader(stretch, statement):
                continue
            voice = self.voices.of_statement(stretch, statement)
            if stretch.announces and statement is statements[-1]:
                self.pending = (voice, statement, index + 1)
            for content in statement.contents:
                self._add_content(stretch, content, statement, voice)
            self.voices.hear(voice)
            if not statement.contents and statement.cue.last == self._last_word(stretch):
                self.answers = (voice, index)
            if voice.person and may_go_on(self.reading, stretch, statement):
                self.carried = (voice, statement, stretch.paragraph)

    def _is_of_the_reader(self, stretch: Stretch, statement: Statement) -> bool:
        """Whether a text only tells its reader what he may think ("what you can expect"): no words are marked there."""
        pronoun = statement.speaker.pronoun if statement.speaker else None
        told = (stretch.items[first : last + 1] for first, last in statement.contents)
        return self.reading.words.pronouns.get(pronoun or "") == "second" and not any(min(items) < 0 for items in told)

    def _last_word(self, stretch: Stretch) -> int:
        """The last item of a stretch but for its stop."""
        return next((item for item in reversed(stretch.items) if self._is_word(item)), -1)

    def _add_content(self, stretch: Stretch, content: tuple[int, int], statement: Statement, voice: Voice) -> None:
        """Add the quotations within the words, each with the whole of these; the words themselves where none is."""
        first, last = content
        items = stretch.items[first : last + 1]
        told = self._told(voice, statement, self.voices.addressee(stretch, statement))
        mixed = any(self._is_word(item) for item in items)
        whole = (self.reading.start_of(items[0]), self.reading.end_of(items[-1]))
        quoted = False
        for at in range(first, last + 1):
            index = -stretch.items[at] - 1
            if index < 0 or is_title(self.reading, stretch, at):
                continue
            if index - 1 not in self.attributed and follows_in_list(self.reading, stretch, at):
                # In a list all are said, or none.
                continue
            quoted = True
            if index not in self.attributed:
                part = replace(told, whole=whole) if mixed else told
                self._add_quotation(index, "mixed" if mixed else "direct", part)
        if first == last and self._points_back(items[0]):
            return
        if mixed and not quoted and (items[0] >= 0 or statement.cue.groups - {"bare"}):
            unsure = replace(voice, confidence=voice.confidence * 0.9)
            self._add(whole, "indirect", replace(told, voice=unsure, whole=self._around_cue(stretch, statement)))

    def _around_cue(self, stretch: Stretch, statement: Statement) -> Span | None:
        """The span of words that a cue parts ("The bridge, Ruiz said, will stand"), the cue within it."""
        if len(statement.contents) < 2:
            return None
        first, last = statement.contents[0][0], statement.contents[-1][1]
        if min(stretch.items[first : last + 1]) < 0:
            return None
        return self.reading.start_of(stretch.items[first]), self.reading.end_of(stretch.items[last])

    def _is_word(self, item: int) -> bool:
        """Whether an item is a word that was said, and no mark or conjunction ("But “…”")."""
        words = self.reading.words
        if item < 0 or is_break(self.reading, item) or self.reading.lower(item) in words.that | words.joining:
            return False
        return self.reading.tokens.words[item][0].isalnum()

    def _points_back(self, item: int) -> bool:
        """Whether a word alone only stands for what was told before ("He denies it.")."""
        words = self.reading.words
        return self.reading.lower(item) in words.determiners | words.objects.keys() | words.pronouns.keys()

    def _goes_on(self, stretch: Stretch, statements: list[Statement]) -> bool:
        """Whether the sentence goes on with what somebody said in the one before, as readouts do; then it is added."""
        if not self.carried or self.carried[2] != stretch.paragraph:
            return False
        voice, statement, _ = self.carried
        if not goes_on(self.reading, stretch, statements, voice.person):
            return False
        name = voice.person.name if voice.person else voice.text
        carried = replace(voice, how=f"goes on with what {name} said", confidence=0.55)
        self._add(stretch.span, "indirect", self._told(carried, statement))
        return True

    def _attribute_to_next(self, stretch: Stretch, following: list[Statement]) -> None:
        """“Really?” Ruiz asked: the cue's sentence has no words of its own, the quotation before it has no speaker."""
        statement = following[0] if following else None
        if statement is None or statement.contents or statement.speaker is None or statement.speaker.at != 0:
            return
        if not statement.cue.groups - {"bare"} and self._ends_with_stop(stretch):
            # “We stay.” The crowd roared.
            return
        for item in reversed(stretch.items):
            if item >= 0:
                break
            if -item - 1 not in self.attributed:
                voice = self.voices.of(statement.speaker, statement.how)
                self._add_quotation(-item - 1, "direct", self._told(voice, statement))

    def _ends_with_stop(self, stretch: Stretch) -> bool:
        """Whether a full stop ends the stretch, within its marks or after them."""
        item = stretch.items[-1]
        last = self.reading.quotations[-item - 1].end if item < 0 else self.reading.end_of(item)
        return self.reading.text[last - 1] in _STOPS

    def _attribute_to_signature(self, stretch: Stretch, following: Stretch) -> None:
        """“We stay.” — Ana Ruiz: a quotation that stands alone, and below it a dash and a name, or a line with a name."""
        item = stretch.items[-1]
        if item >= 0 or len(stretch.items) > 1 or -item - 1 in self.attributed:
            return
        signed = signature(self.reading, following, self.reading.quotations[-item - 1].outer[1])
        if signed:
            self._add_quotation(-item - 1, "direct", Told(self.voices.of(signed, "below the words")))

    def _attribute_rest(self, stretch: Stretch, statements: list[Statement], index: int) -> None:
        """Quotations of the stretch that no cue of it governs."""
        # "Then, “…”": an adverb tells nothing of who speaks.
        adverbs = self.reading.words.adverbs
        alone = not any(self._is_word(item) and self.reading.lower(item) not in adverbs for item in stretch.items)
        for at, item in enumerate(stretch.items):
            if item >= 0 or -item - 1 in self.attributed:
                continue
            if alone and self.pending and self.pending[2] >= index - 1:
                voice, statement = self.pending[:2]
                self.pending = (voice, statement, index + 1)
                self._add_quotation(-item - 1, "direct", self._told(voice, statement))
            elif alone and (before := self._answering(index) or self.attributed.get(-item - 2, self.voices.last)):
                voice = before.goes_on("goes on from the quotation before")
                self._add_quotation(-item - 1, "direct", Told(voice))
            elif not is_title(self.reading, stretch, at):
                self._attribute_loose(stretch, at, statements)

    def _answering(self, index: int) -> Voice | None:
        """Who is said to answer in the sentence before, with nothing told of the answer ("Her friend Sam Cole agreed.")."""
        voice, at = self.answers or (None, -1)
        stretches = self.reading.stretches
        return voice if at == index - 1 and stretches[at].paragraph == stretches[index].paragraph else None

    def _attribute_loose(self, stretch: Stretch, at: int, statements: list[Statement]) -> None:
        """A quotation within a sentence whose cues do not reach it: the nearest cue before it, else the subject."""
        index = -stretch.items[at] - 1
        quotation = self.reading.quotations[index]
        words = len(self.reading.text[quotation.start : quotation.end].split())
        view = holder_of_view(self.reading, stretch)
        label = words < _LABEL and is_label(self.reading, stretch, at) and not view
        if label or is_excerpt(self.reading, stretch, at):
            return
        if follows_in_list(self.reading, stretch, at):
            # “Build it,” “Now” and “For all”: what is true of the first is true of all.
            if first := self.attributed.get(index - 1):
                self._add_quotation(index, "mixed", Told(first))
            return
        beside = speaker_beside(self.reading, stretch, at)
        if beside:
            kind = "mixed" if at and self._is_word(stretch.items[at - 1]) else "direct"
            self._add_quotation(index, kind, Told(self.voices.of(beside, "beside the words")))
            return
        subject = view or clause_subject(self.reading, stretch, at)
        if subject and self.reading.words.pronouns.get(subject.pronoun or "") == "second":
            return
        statement = reaching(self.reading, stretch, at, statements)
        if statement:
            voice = self.voices.of(statement.speaker, statement.how)
            kind = "direct" if follows_mark(self.reading, stretch, at) else "mixed"
            self._add_quotation(index, kind, self._told(voice, statement))
            return
        last = self.attributed.get(index - 1)
        if subject is None and at == 0 and last and self._shares_paragraph(index):
            voice = last.goes_on("goes on from the quotation before")
            self._add_quotation(index, "direct", Told(voice))
        elif may_be_said(self.reading, stretch, at, subject is not None) and not self._is_echo(index):
            kind = "direct" if follows_colon(self.reading, stretch, at) else "mixed"
            speaker = None if is_called(self.reading, stretch, at) else subject
            self._add_quotation(index, kind, Told(self.voices.of(speaker, "the subject of the sentence")))

    def _is_echo(self, index: int) -> bool:
        """Whether the same words have been attributed before: a writer takes them up again, nobody says them again."""
        return self._words(index) in self.said

    def _words(self, index: int) -> str:
        """The words of a quotation without case and the marks around them."""
        quotation = self.reading.quotations[index]
        return self.reading.text[quotation.start : quotation.end].casefold().strip(_MARKS)

    def _shares_paragraph(self, index: int) -> bool:
        """Whether the quotation stands in one paragraph with the one before it."""
        first, second = self.reading.quotations[index - 1 : index + 1]
        return span_at(self.paragraphs, first.start) == span_at(self.paragraphs, second.start)

    def _told(self, voice: Voice, statement: Statement | None, addressee: str | None = None) -> Told:
        """What the statement's cue tells of its words."""
        tokens = self.reading.tokens
        cue = (tokens.starts[statement.cue.first], tokens.ends[statement.cue.last]) if statement else None
        return Told(voice, cue, addressee)

    def _add_quotation(self, index: int, kind: str, told: Told) -> None:
        quotation = self.reading.quotations[index]
        self.attributed[index] = told.voice
        self.said.add(self._words(index))
        self._add((quotation.start, quotation.end), kind, told)

    def _add(self, span: Span, kind: str, told: Told) -> None:
        if span not in self.seen:
            self.seen.add(span)
            self.found.append(as_quote(self.reading.text, span, kind, told))
