"""One document with all that was found in it, laid out by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property

from loaders.extract.events.clauses import split_clauses
from loaders.extract.events.comparing import comparing_words, with_periods
from loaders.extract.events.entries import cut_at_heads, find_entries, find_heads
from loaders.extract.events.figures import with_heads
from loaders.extract.events.happenings import (
    Happening,
    Telling,
    find_happenings,
    find_life,
    find_posted,
    is_placed,
)
from loaders.extract.events.layout import is_address, is_signature
from loaders.extract.events.lexicon import WORD, event_words
from loaders.extract.events.lifetimes import in_their_time
from loaders.extract.events.lines.pieces import after_dateline
from loaders.extract.events.news import LEAD, find_news
from loaders.extract.events.participants import Cast, find_cast, is_talked_about
from loaders.extract.events.persons import find_persons
from loaders.extract.events.ranges import join_ranges
from loaders.extract.events.scene import Scene
from loaders.extract.events.side_words import side_words
from loaders.extract.events.taking_part import with_sides
from loaders.extract.events.triggers import find_triggers
from loaders.extract.events.undated import find_reports, find_standings, find_undated
from loaders.extract.terms import fold
from loaders.moments import iso_day
from loaders.records import ActorMention, Document, Interval, PersonMention, Quote, Span, TimeExpression, day_of
from loaders.vocabulary import Vocabulary

_STOPPED = re.compile(r"[.!?:;…][\"”’'»)\]*_]*\s*$")
_DAY_OPEN = re.compile(r"[\dX]{4}-XX-XX")
"""TIMEX3 value of "the same day" where nothing was told that it could be counted from."""


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
        actors: Sequence[ActorMention] = (),
    ) -> None:
        self.document, self.quotes, self.actors = document, quotes, actors
        self.vocabulary, self.words = vocabulary, event_words(document.language, vocabulary.folder)
        self.people = people = find_persons(people, document.text, vocabulary, document.language, self.words)
        self.folded = fold(document.text)
        self.comparing = comparing_words(document.language, vocabulary.folder)
        dates = join_ranges(with_heads(dates, document.text, document.published), document.text, self.words.and_words)
        self.dates = with_periods(dates, self.folded, self.comparing)
        self.heads = find_heads(self.dates, document.text)
        self.sentences = sentences = cut_at_heads(sentences, self.dates, self.heads, document.text)
        self._date_ends = [date.end for date in self.dates]
        self._sentence_starts = [start for start, _ in sentences]
        self._people_starts = [person.start for person in people]
        self._actor_starts = [actor.start for actor in actors]
        self.small = side_words(document.language, vocabulary.folder)
        told = {person.leader_id: person.gender for person in people if person.leader_id and person.gender}
        known = told.keys() | {person.leader_id for person in people if person.leader_id in vocabulary.leaders}
        self.genders = {
            key: vocabulary.leaders[key].gender if key in vocabulary.leaders else told[key] for key in known if key
        }
        self._told: dict[int, Telling] = {}
        self.lead = self._lead()
        self.reports = find_reports(dates, sentences, document)
        self.posts = frozenset(
            number
            for number, span in enumerate(sentences)
            for date in self.dates_in(span)
            if is_signature(date, document.text)
        )

    def happenings(self) -> list[Happening]:
        """Dated happenings of all sentences, the undated news of the lead before them."""
        found = [happening for number in range(len(self.sentences)) for happening in self._dated(number)]
        lead = [self.telling(number) for number in self.lead if number not in self.entries and not self.reports]
        with_people = [number for number in self.lead if self.people_in(self.sentences[number])]
        news = find_news(lead, found, self.document.published, with_people, self.folded, self.words)
        found = found if news is None else [news, *found]
        return [*found, *self._on_same_day(found)]

    def undated(self, found: Sequence[Happening]) -> list[Happening]:
        """What sentences tell that have no date of their own, on the day at which the text stands."""
        dated = {happening.sentence for happening in found}
        standings = find_standings(
            self.sentences, found, self.dates, self.entries, self.lead, self.document, self.reports
        )
        told = (
            find_undated(self.telling(number), standing, self.folded, self.words)
            for number, standing in standings.items()
            if number not in dated and not self._is_heading(number)
        )
        return [happening for happening in told if happening is not None]

    def _dated(self, number: int) -> list[Happening]:
        if not any(is_placed(date) for date in self.dates_in(self.sentences[number])):
            return []
        telling = self.telling(number)
        life = find_life(telling, self.folded) if number in self.lead and self._names_somebody(telling) else []
        found = life or find_happenings(telling, self.document, self.folded, self.words, self.comparing)
        return found or self._posted_before(telling)

    def _names_somebody(self, telling: Telling) -> bool:
        """Whether a person is named before the first date of a sentence, or a name without an article: no treaty or war."""
        before = telling.dates[0].start if telling.dates else telling.span[1]
        if any(telling.span[0] <= person.start < before for person in self.people):
            return True
        opening = next(WORD.finditer(self.folded, telling.span[0], before), None)
        return opening is not None and opening.group() not in self.words.articles

    def _posted_before(self, telling: Telling) -> list[Happening]:
        """What the sentence before tells, where this one is only the signature below a post."""
        if telling.number not in self.posts or telling.number == 0 or telling.triggers:
            return []
        post = self.telling(telling.number - 1)
        gap = self.document.text[post.span[1] : telling.span[0]]
        if "\n" in gap or any(is_placed(date) for date in post.dates):
            return []
        return find_posted(post, next(date for date in telling.dates if is_placed(date)), self.words)

    def _on_same_day(self, found: Sequence[Happening]) -> list[Happening]:
        """Happenings "on the same day", where it is that of a happening which the document told before."""
        exact = sorted((h for h in found if self._days(h) == 1), key=lambda happening: happening.sentence)
        sentences = [happening.sentence for happening in exact]
        added: list[Happening] = []
        for place, date in enumerate(self.dates):
            if date.type == "DATE" and date.interval is None and _DAY_OPEN.fullmatch(date.value):
                number = bisect_right(self._sentence_starts, date.start) - 1
                before = bisect_left(sentences, number)
                if before:
                    self._told.pop(number, None)
                    self.dates[place] = _on_day(date, self.interval(exact[before - 1])[0])
                    added += [h for h in self._dated(number) if h.date is self.dates[place]]
        return added

    def _days(self, happening: Happening) -> int:
        start, end = self.interval(happening)
        return (end - timedelta(microseconds=1)).toordinal() - start.toordinal() + 1

    def telling(self, number: int) -> Telling:
        """One sentence laid out."""
        if number not in self._told:
            self._told[number] = self._lay_out(number)
        return self._told[number]

    def _lay_out(self, number: int) -> Telling:
        start, end = self.sentences[number]
        triggers = find_triggers(self.folded, (start, end), self.people_in((start, end)), self.words)
        dates = self.dates_in((start, end))
        times = [(max(start, date.start), date.end) for date in dates]
        quoted = [(quote.start, quote.end) for quote in self.quotes_of.get(number, ()) if quote.kind != "indirect"]
        clauses = split_clauses(self.folded, (start, end), self.words, quoted, times)
        heads = any(date.start in self.heads for date in dates)
        body = after_dateline(self.document.text, (start, end))
        return Telling(number, (start, end), clauses, triggers, dates, heads, number in self.entries, body)

    def _lead(self) -> list[int]:
        prose = (
            number
            for number, (start, end) in enumerate(self.sentences)
            if not is_address(self.folded, start)
            and sum(1 for _ in WORD.finditer(self.folded, start, min(end, start + 200))) >= 5
        )
        return [number for number, _ in zip(prose, range(LEAD), strict=False)]

    def scene(self, telling: Telling) -> Scene:
        first = bisect_left(self._people_starts, telling.span[0])
        earlier = self.people[max(0, first - 30) : first]
        subjects = self.subjects[: telling.number]
        people = self.people_in(telling.span)
        quotes = self.quotes_of.get(telling.number, ())
        return Scene(telling, people, earlier, subjects, self.protagonists, quotes, self.genders)

    def cast(self, happening: Happening) -> Cast:
        """Who took part in a happening, people and actors, and on which side."""
        scene = self.scene(self.telling(happening.sentence))
        cast = find_cast(happening, scene, self.folded, self.words)
        if is_talked_about(happening, scene, self.folded, self.words):
            return cast
        actors = self.actors_in(scene.telling.span)
        cast = with_sides(cast, happening, scene, actors, self.folded, self.words, self.small)
        return self.in_their_time(cast, happening)

    def in_their_time(self, cast: Cast, happening: Happening) -> Cast:
        """The cast without those who cannot have acted then; a birth and a death are their own."""
        if happening.kind in self.small.alone:
            return cast
        people = self.people_in(self.sentences[happening.sentence])
        named = {person.leader_id for person in people if self.is_named(person)}
        by_office = {person.leader_id for person in people if person.leader_id} - named
        return in_their_time(cast, self.interval(happening), by_office, self.vocabulary)

    def is_named(self, person: PersonMention) -> bool:
        """Whether the words hold a part of the person's name, and not only an office."""
        parts = {word.casefold() for word in WORD.findall(person.name)}
        return any(word.casefold() in parts for word in WORD.findall(person.text))

    def _is_heading(self, number: int) -> bool:
        """Whether the sentence is a line without a full stop, as headlines and captions are; in lists entries are so, too."""
        start, end = self.sentences[number]
        return number not in self.entries and not _STOPPED.search(self.document.text, max(start, end - 4), end)

    @cached_property
    def entries(self) -> dict[int, TimeExpression]:
        """Number of a sentence -> the date of its entry, where the text is a list."""
        return find_entries(self.dates, self.sentences, self.document, self.heads)

    @cached_property
    def names(self) -> dict[str, str]:
        """leader_id -> the full name: the vocabulary's, else the longest that the document writes."""
        found: dict[str, str] = {}
        for person in self.people:
            if person.leader_id:
                found[person.leader_id] = max(found.get(person.leader_id, ""), person.name, key=len)
        return found | {key: self.vocabulary.leaders[key].name for key in found if key in self.vocabulary.leaders}

    @cached_property
    def quotes_of(self) -> dict[int, list[Quote]]:
        """For each sentence the quotes that reach into it."""
        found: dict[int, list[Quote]] = {}
        for quote in self.quotes:
            number = max(0, bisect_right(self._sentence_starts, quote.start) - 1)
            while number < len(self.sentences) and self.sentences[number][0] < quote.end:
                found.setdefault(number, []).append(quote)
                number += 1
        return found

    @cached_property
    def subjects(self) -> list[str]:
        """Whom each sentence is about: the first named, or who was it before where a pronoun comes first."""
        found = [""]
        for start, end in self.sentences:
            verb = self._first_verb(start, end)
            people = (person for person in self.people_in((start, end)) if person.leader_id and person.start <= verb)
            first = next(people, None)
            until = first.start if first else end
            labels = {label for _, _, label in self.words.pronouns.scan(self.folded, start, until)}
            fits = self.genders.get(found[-1], next(iter(labels & {"m", "f"}), "")) in labels
            found.append(found[-1] if first is None or fits else str(first.leader_id))
        return found[1:]

    def _first_verb(self, start: int, end: int) -> int:
        return next((m.start() for m in WORD.finditer(self.folded, start, end) if self.words.is_verb(m.group())), end)

    @cached_property
    def protagonists(self) -> list[str]:
        """The two people whom the document names most, where both are named more than once."""
        counts = Counter(person.leader_id for person in self.people if person.leader_id)
        return [leader_id for leader_id, n in counts.most_common(2) if n > 1 or len(counts) == 2]

    @cached_property
    def hero(self) -> str:
        """The name of the one person whom the title names; empty where it names none, or several."""
        title = {match.group() for match in WORD.finditer(fold(self.document.title))}
        named = [name for name in self.names.values() if (parts := fold(name).split()) and {*parts} <= title]
        return named[0] if len(named) == 1 else ""

    def interval(self, happening: Happening) -> Interval:
        if happening.date and happening.date.interval:
            return happening.date.interval
        assert self.document.published is not None
        return day_of(self.document.published)

    def dates_in(self, span: Span) -> list[TimeExpression]:
        """Dates that end in the span; one that runs over a line break belongs to what follows it."""
        return self.dates[bisect_right(self._date_ends, span[0]) : bisect_right(self._date_ends, span[1])]

    def people_in(self, span: Span) -> list[PersonMention]:
        return list(self.people[bisect_left(self._people_starts, span[0]) : bisect_left(self._people_starts, span[1])])

    def actors_in(self, span: Span) -> Sequence[ActorMention]:
        return self.actors[bisect_left(self._actor_starts, span[0]) : bisect_left(self._actor_starts, span[1])]


def _on_day(date: TimeExpression, day: datetime) -> TimeExpression:
    """The words placed on the day of the happening that was told before."""
    start, end = day_of(day)
    iso = iso_day(start)
    return replace(
        date,
        value=iso,
        interval=(start, end),
        precision="day",
        edtf=iso,
        how=(*date.how, f"the day of what was told before, {iso}"),
        anchor=start,
        problem=None,
    )
