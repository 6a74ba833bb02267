"""Topics: the subjects of the vocabulary, found by their terms."""

from __future__ import annotations

from functools import lru_cache

from loaders.extract.terms import Terms
from loaders.records import TopicMention
from loaders.vocabulary import Vocabulary

TopicTerms = tuple[tuple[str, tuple[str, ...]], ...]
"""Topic ids with their terms in one language."""


def find_topics(text: str, vocabulary: Vocabulary, language: str = "en") -> list[TopicMention]:
    """Words that show a topic, in the order of the text; where one term holds another, the longer counts."""
    topics = tuple((topic_id, topic.terms.get(language, ())) for topic_id, topic in vocabulary.topics.items())
    return [
        TopicMention(start, end, text[start:end], topic_id)
        for start, end, topic_ids in _compile(topics).find(text)
        for topic_id in topic_ids
    ]


@lru_cache(maxsize=16)
def _compile(topics: TopicTerms) -> Terms[tuple[str, ...]]:
    labels: dict[str, tuple[str, ...]] = {}
    for topic_id, terms in topics:
        for term in terms:
            labels[term] = (*labels.get(term, ()), topic_id)
    return Terms(labels)
