"""All finders over one document. They do not know each other; what one needs of another is handed to it here."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from loaders.extract.actors import find_actors
from loaders.extract.dates import find_dates
from loaders.extract.events import find_mentions
from loaders.extract.leaders import find_people
from loaders.extract.parts import cut_parts, moved, moved_mention, moved_quote, without_numbers
from loaders.extract.people.bylines import without_reporters
from loaders.extract.quotes import find_quotes
from loaders.extract.topics import find_topics
from loaders.layout import lay_out
from loaders.layout.entries import join_heads
from loaders.layout.furniture import without_furniture
from loaders.records import ActorMention, Document, Mention, PersonMention, Quote, Span, TimeExpression, TopicMention
from loaders.vocabulary import Vocabulary

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Findings:
    """A document and everything that was found in it, each list in reading order."""

    document: Document
    dates: list[TimeExpression]
    people: list[PersonMention]
    topics: list[TopicMention]
    quotes: list[Quote]
    mentions: list[Mention]
    faults: tuple[str, ...] = ()
    """What went wrong in finders of ours, whose findings are missing here."""
    left_out: str = ""
    """How much of the text was not looked at, and why; empty where all of it was."""
    actors: list[ActorMention] = field(default_factory=list)

    def topics_within(self, spans: Sequence[Span]) -> list[str]:
        """Ids of the topics whose terms stand in the spans, most frequent first."""
        inside = [
            topic.topic_id
            for topic in self.topics
            if any(start <= topic.start and topic.end <= end for start, end in spans)
        ]
        return sorted(set(inside), key=lambda topic_id: (-inside.count(topic_id), topic_id))


def extract(document: Document, vocabulary: Vocabulary) -> Findings:
    """What the finders see in a document; nothing in one that could not be read.

    A fault in one finder costs what it would have found here, and is told; the others go on.
    """
    text = without_numbers(without_furniture(document.text))
    parts: list[Findings] = []
    left_out = ""
    for start, end in cut_parts(text):
        part = _extract_part(replace(document, text=text[start:end]), vocabulary, is_first=start == 0)
        parts.append(_moved(part, start) if start else part)
        found = sum(map(_count, parts))
        if end < len(text) and found > MOST_FINDINGS and found * DENSE > end:
            left_out = (
                f"Only the first {end:,} of {len(text):,} characters were read for events: it names too many things."
            )
            break
    return replace(_joined(parts), document=document, left_out=left_out)


MOST_FINDINGS = 10_000
DENSE = 16
"""A text with more findings, one to so few characters, repeats itself; reading the rest would take memory without end."""


def _count(found: Findings) -> int:
    return len(found.dates) + len(found.people) + len(found.quotes)


def _moved(part: Findings, by: int) -> Findings:
    """The findings of a part at their places in the whole text."""
    return Findings(
        part.document,
        [moved(date, by) for date in part.dates],
        [moved(person, by) for person in part.people],
        [moved(topic, by) for topic in part.topics],
        [moved_quote(quote, by) for quote in part.quotes],
        [moved_mention(mention, by) for mention in part.mentions],
        part.faults,
        actors=[moved(actor, by) for actor in part.actors],
    )


def _joined(parts: Sequence[Findings]) -> Findings:
    if len(parts) == 1:
        return parts[0]
    return Findings(
        parts[0].document,
        [date for part in parts for date in part.dates],
        [person for part in parts for person in part.people],
        [topic for part in parts for topic in part.topics],
        [quote for part in parts for quote in part.quotes],
        [mention for part in parts for mention in part.mentions],
        tuple(dict.fromkeys(fault for part in parts for fault in part.faults)),
        actors=[actor for part in parts for actor in part.actors],
    )


def _extract_part(document: Document, vocabulary: Vocabulary, is_first: bool) -> Findings:
    text, language, faults = document.text, document.language, list[str]()

    def held(finder: str, find: Callable[[], list[Found]]) -> list[Found]:
        try:
            return find()
        except Exception as error:
            faults.append(say_fault(finder, error))
            return []

    layout = lay_out(text)
    sentences = held("sentences", lambda: _after_header(layout.sentences, document, is_first))
    dates = held("dates", lambda: find_dates(layout, document.published, language))
    sentences = held("entries", lambda: join_heads(sentences, dates, text))
    people = held("people", lambda: find_people(layout, vocabulary, document.published, language, dates))
    topics = held("topics", lambda: find_topics(text, vocabulary, language))
    quotes = held("quotes", lambda: find_quotes(layout, people, language))
    people = held("bylines", lambda: without_reporters(layout, people, quotes))
    actors = held("actors", lambda: find_actors(text, people, vocabulary, language))
    mentions = held(
        "events", lambda: find_mentions(document, sentences, dates, people, quotes, vocabulary, actors=actors)
    )
    mentions = [mention for mention in mentions if not _is_before_all_years(mention, dates)]
    return Findings(document, dates, people, topics, quotes, mentions, tuple(faults), actors=actors)


def _is_before_all_years(mention: Mention, dates: Sequence[TimeExpression]) -> bool:
    """Whether a happening that only the document's own date dates is told of a year before the common era."""
    [start, end], *_ = mention.sentences
    told = (date for date in dates if date.value.startswith(BEFORE_THE_COMMON_ERA) and start <= date.start < end)
    return mention.date is None and next(told, None) is not None


BEFORE_THE_COMMON_ERA = "BC"
"""With this a value begins that no table holds."""


def say_fault(where: str, error: Exception) -> str:
    """What went wrong in our own code, for the document's row: the finder, the error and its place."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{where}: {type(error).__name__}: {error} ({Path(place.filename).name}, line {place.lineno})"


LONGEST_LABEL = 20


def _after_header(sentences: Sequence[Span], document: Document, is_first: bool) -> list[Span]:
    """The sentences, one that a labelled date runs into (" date 2021-03-03 In Lima, …") cut after that date."""
    text, words = document.text, document.published_text if is_first else ""
    # What a format declares beside the text need not stand in it.
    after = text.find(words) + len(words) if words in text else 0
    return [
        (_skip_blanks(text, after), end)
        if start < after < end and after - len(words) - start <= LONGEST_LABEL
        else (start, end)
        for start, end in sentences
    ]


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
