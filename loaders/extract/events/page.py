"""One document with all that was found in it, laid out by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from loaders.extract.events.clauses import split_clauses
from loaders.extract.events.happenings import (
    OTHER,
    STATEMENT,
    Happening,
    Telling,
    Trigger,
    find_happenings,
    is_placed,
    is_signature,
)
from loaders.extract.events.lexicon import WORD, event_words
from loaders.extract.events.news import LEAD, find_news, is_news
from loaders.extract.events.participants import Scene, find_cast
from loaders.extract.events.places import find_place
from loaders.extract.events.telling import Draft, split_sides
from loaders.extract.terms import fold
from loaders.records import Document, Interval, Mention, PersonMention, Quote, Span, TimeExpression
from loaders.vocabulary import Vocabulary


class Page:
    """What the rules ask of a document: the happenings of each sentence, who is there, what is told first."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Span],
        dates: Sequence[TimeExpression],
        people: Sequence[PersonMention],
        quotes: Sequence[Quote],
        vocabulary: Vocabulary,
    ) -> None:
        self.document, self.sentences, self.people, self.quotes = document, sentences, people, quotes
        self.vocabulary, self.words = vocabulary, event_words(document.language, vocabulary.folder)
        self.folded = fold(document.text)
        self.dates = dates
        self._date_starts = [date.start for date in dates]
        self._people_starts = [person.start for person in people]
        self.genders = {leader_id: leader.gender for leader_id, leader in vocabulary.leaders.items()}
        self.quotations = [(quote.start, quote.end) for quote in quotes if quote.kind != "indirect"]
        self.lead = self._lead()
        self.posts = frozenset(
            number
            for number, span in enumerate(sentences)
            for date in self._dates_in(span)
            if is_signature(date, document.text)
        )

    def happenings(self) -> list[Happening]:
        """Dated happenings of all sentences, then the undated news of the lead."""
        found: list[Happening] = []
        for number, span in enumerate(self.sentences):
            if any(is_placed(date) for date in self._dates_in(span)):
                found += find_happenings(self.telling(number), self.document, self.folded, self.words)
        lead = [self.telling(number) for number in self.lead]
        news = find_news(lead, found, self.document.published, self.words)
        return found if news is None else [news, *found]

    def telling(self, number: int) -> Telling:
        start, end = self.sentences[number]
        triggers = [Trigger(*hit) for hit in self.words.kinds.scan(self.folded, start, end)]
        dates = self._dates_in((start, end))
        times = [(date.start, date.end) for date in dates]
        clauses = split_clauses(self.folded, (start, end), self.words, self.quotations, times)
        return Telling(number, (start, end), clauses, triggers, dates)

    def drafts(self, happening: Happening) -> list[Draft]:
        """The happening with its people, place and status; two of it where two were had."""
        telling = self.telling(happening.sentence)
        cast = find_cast(happening, self._scene(telling), self.folded, self.words)
        taken = [(date.start, date.end) for date in telling.dates]
        taken += [(person.start, person.end) for person in self._people_in(telling.span)]
        interval = self._interval(happening)
        clause = telling.clauses[happening.clause]
        told = clause.words(self.folded)
        draft = Draft(
            happening,
            interval,
            cast,
            find_place(happening, telling, self.document.text, self.folded, self.words, taken),
            self._status(told, interval),
            self._is_main(happening, interval, clause.quoted),
            (happening.sentence,),
            clause.quoted,
        )
        return split_sides(draft, told, self.vocabulary, self.words)

    def mention(self, draft: Draft) -> Mention:
        date = draft.happening.date
        start, end = draft.interval
        kind = draft.kind if draft.kind in self.vocabulary.kinds or not self.vocabulary.kinds else OTHER
        confidence, why = _confidence(draft)
        return Mention(
            date=date,
            start=start,
            end=end,
            precision=str(date.precision) if date else "day",
            edtf=str(date.edtf) if date else f"{start:%Y-%m-%d}",
            how=date.how if date else ("no date words: the day on which the document was published",),
            anchor=date.anchor if date else self.document.published,
            sentences=tuple(self.sentences[number] for number in draft.sentences),
            event_type=kind,
            leaders=draft.cast.leaders,
            named=draft.cast.named,
            place=draft.place,
            status=draft.status,
            main=draft.main,
            confidence=confidence,
            why=why,
        )

    def _lead(self) -> list[int]:
        prose = (
            number
            for number, (start, end) in enumerate(self.sentences)
            if sum(1 for _ in WORD.finditer(self.folded, start, min(end, start + 200))) >= 5
        )
        return [number for number, _ in zip(prose, range(LEAD), strict=False)]

    def _scene(self, telling: Telling) -> Scene:
        first = bisect_left(self._people_starts, telling.span[0])
        earlier = self.people[max(0, first - 30) : first]
        subjects = []
        for number in range(max(0, telling.number - 12), telling.number):
            subjects += [person.leader_id for person in self._people_in(self.sentences[number])[:1] if person.leader_id]
        return Scene(telling, self._people_in(telling.span), earlier, subjects, self.quotes, self.genders)

    def _interval(self, happening: Happening) -> Interval:
        if happening.date and happening.date.interval:
            return happening.date.interval
        assert self.document.published is not None
        day = self.document.published.replace(hour=0, minute=0, second=0, microsecond=0)
        return day, day + timedelta(days=1)

    def _status(self, told: str, interval: Interval) -> str:
        published = self.document.published
        cues = {label for _, _, label in self.words.status.find(told)}
        if "denied" in cues:
            return "denied"
        if published is not None and interval[0] > published:
            return "planned"
        past = published is not None and interval[1] <= published
        return "planned" if "planned" in cues and not past else "happened"

    def _is_main(self, happening: Happening, interval: Interval, quoted: bool) -> bool:
        if quoted or happening.sentence in self.posts:
            return False
        if happening.sentence in self.lead[:2] and happening.kind != STATEMENT:
            return True
        return happening.date is None or (
            happening.kind not in (OTHER, STATEMENT) and is_news(interval, self.document.published)
        )

    def _dates_in(self, span: Span) -> list[TimeExpression]:
        return list(self.dates[bisect_left(self._date_starts, span[0]) : bisect_left(self._date_starts, span[1])])

    def _people_in(self, span: Span) -> list[PersonMention]:
        return list(self.people[bisect_left(self._people_starts, span[0]) : bisect_left(self._people_starts, span[1])])


def _confidence(draft: Draft) -> tuple[float, str]:
    """How sure the mention is, with the reasons."""
    confidence, reasons = 0.95, []
    if draft.happening.date is None:
        confidence -= 0.25
        reasons.append("the text gives no date: the publication dates it")
    if draft.happening.trigger is None:
        confidence -= 0.25
        reasons.append("the words do not tell what kind of event it was")
    if not draft.cast.leaders:
        confidence -= 0.1
        reasons.append("nobody is named who took part")
    if draft.cast.pronoun:
        confidence -= 0.1
        reasons.append("who took part was worked out from a pronoun or from the sentence before")
    return round(confidence, 2), "; ".join(reasons) or "date, kind and participants stand in one sentence"
