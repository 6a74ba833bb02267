"""The corpus of accounts: short documents, and which of their sentences tell one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pandas as pd

from loaders.extract.document import extract
from loaders.reconcile import group_mentions
from loaders.records import Document
from loaders.rows import make_rows
from loaders.tables.conform import frame
from loaders.tables.schema import DOCUMENTS, MENTIONS
from loaders.vocabulary import load_vocabulary

TEXT = Path(__file__).with_suffix(".txt")

Row = tuple[str | None, str, str]
"""Event number or None, name of the document, sentence."""


@dataclass(frozen=True)
class Corpus:
    rows: list[Row]
    documents: dict[str, Document]


def read_corpus(path: Path = TEXT) -> Corpus:
    """The rows of the corpus, and its documents: the sentences one paragraph each."""
    rows: list[Row] = []
    published: dict[str, datetime] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            _, name, day = line.split()
            published[name] = datetime.fromisoformat(day)
        elif line and not line.startswith("#"):
            event, sentence = line.split(" ", 1)
            rows.append((None if event == "-" else event, name, sentence))
    documents = {}
    for name, day in published.items():
        text = "\n\n".join(sentence for _, document, sentence in rows if document == name)
        documents[name] = Document(name, name, text, title="", published=day)
    return Corpus(rows, documents)


def group_corpus(corpus: Corpus) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Mentions with their events, links and documents, as a build makes them."""
    vocabulary = load_vocabulary()
    tables = [make_rows(extract(document, vocabulary), vocabulary) for document in corpus.documents.values()]
    documents = frame(DOCUMENTS, [row for table in tables for row in table["documents"]])
    mentions = frame(MENTIONS, [row for table in tables for row in table["mentions"]])
    grouped, links = group_mentions(mentions, documents, vocabulary)
    return grouped, links, documents


def found_events(corpus: Corpus, mentions: pd.DataFrame) -> list[Hashable]:
    """For each row the event of the mention that its sentence tells first; a sentence without one is alone."""
    events: dict[tuple[str, str], str] = {}
    for mention in mentions.sort_values("date_start").itertuples():
        events.setdefault((mention.document_id, " ".join(mention.sentence.split())), mention.event_id)
    return [events.get((name, sentence), ("none", number)) for number, (_, name, sentence) in enumerate(corpus.rows)]


def score_corpus(corpus: Corpus) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998) over the sentences."""
    mentions, _, _ = group_corpus(corpus)
    gold: list[Hashable] = [event or ("alone", number) for number, (event, _, _) in enumerate(corpus.rows)]
    return b_cubed(gold, found_events(corpus, mentions))


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    precision, recall = _purity(found, gold), _purity(gold, found)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _purity(clusters: Sequence[Hashable], labels: Sequence[Hashable]) -> float:
    """For each item the share of its cluster that has its label, averaged."""
    members: defaultdict[Hashable, list[Hashable]] = defaultdict(list)
    for cluster, label in zip(clusters, labels, strict=True):
        members[cluster].append(label)
    shares = [
        members[cluster].count(label) / len(members[cluster]) for cluster, label in zip(clusters, labels, strict=True)
    ]
    return sum(shares) / len(shares)


def errors(corpus: Corpus) -> Iterator[str]:
    """Rows that are parted from their event or put into another, for reading."""
    mentions, _, _ = group_corpus(corpus)
    found = found_events(corpus, mentions)
    for number, (event, name, sentence) in enumerate(corpus.rows):
        same = [n for n, other in enumerate(found) if other == found[number] and n != number]
        gold = [n for n, row in enumerate(corpus.rows) if event is not None and row[0] == event and n != number]
        if same != gold:
            wrong = [corpus.rows[n][2] for n in same if n not in gold]
            missed = [corpus.rows[n][2] for n in gold if n not in same]
            yield f"{event} {name}: {sentence}\n     wrongly with {wrong}\n     parted from {missed}"
