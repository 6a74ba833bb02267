"""All finders over one document. They do not know each other; what one needs of another is handed to it here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.dates import find_dates
from loaders.extract.events import find_mentions
from loaders.extract.leaders import find_people
from loaders.extract.people.bylines import without_reporters
from loaders.extract.people.words import people_words
from loaders.extract.quotes import find_quotes
from loaders.extract.topics import find_topics
from loaders.layout.sentences import split_sentences
from loaders.records import Document, Mention, PersonMention, Quote, Span, TimeExpression, TopicMention
from loaders.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Findings:
    """A document and everything that was found in it, each list in reading order."""

    document: Document
    dates: list[TimeExpression]
    people: list[PersonMention]
    topics: list[TopicMention]
    quotes: list[Quote]
    mentions: list[Mention]

    def topics_within(self, spans: Sequence[Span]) -> list[str]:
        """Ids of the topics whose terms stand in the spans, most frequent first."""
        inside = [
            topic.topic_id
            for topic in self.topics
            if any(start <= topic.start and topic.end <= end for start, end in spans)
        ]
        return sorted(set(inside), key=lambda topic_id: (-inside.count(topic_id), topic_id))


def extract(document: Document, vocabulary: Vocabulary) -> Findings:
    """What the finders see in a document; nothing in one that could not be read."""
    text, language = document.text, document.language
    sentences = _after_header(split_sentences(text), document)
    dates = find_dates(text, document.published, language)
    people = find_people(text, vocabulary, document.published, language, dates)
    topics = find_topics(text, vocabulary, language)
    quotes = find_quotes(text, people, language)
    people = without_reporters(text, people, quotes, people_words(language, vocabulary.folder))
    mentions = find_mentions(document, sentences, dates, people, quotes, vocabulary)
    return Findings(document, dates, people, topics, quotes, mentions)


LONGEST_LABEL = 20


def _after_header(sentences: Sequence[Span], document: Document) -> list[Span]:
    """The sentences, one that a labelled date runs into (" date 2021-03-03 In Lima, …") cut after that date."""
    text, words = document.text, document.published_text
    after = text.find(words) + len(words) if words else 0
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
