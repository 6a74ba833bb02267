"""How right and how fast mentions become events: B-cubed on the corpus of the tests, and seconds and memory for many.

Copies and translations among many texts are timed as well.

python benchmarks/reconcile.py [--sizes 100000,1000000] [--texts 100000]
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.reconcile import find_copies, group_mentions, make_events
from loaders.vocabulary import load_vocabulary
from tests.reconcile.corpus import read_corpus, score_corpus

KINDS = np.array(["meeting", "call", "message", "visit", "vote", "statement", "signing"], dtype=object)
WORDS = np.array([f"word{number:04d}" for number in range(4000)], dtype=object)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100000,1000000")
    parser.add_argument("--texts", type=int, default=100_000, help="documents among which copies are looked for")
    chosen = parser.parse_args()
    print_accuracy()
    print_copies(chosen.texts)
    print_speed([int(size) for size in chosen.sizes.split(",")])


def print_accuracy() -> None:
    corpus = read_corpus()
    precision, recall, f1 = score_corpus(corpus)
    print(f"corpus: {len(corpus.documents)} documents, {len(corpus.rows)} sentences with or without an event")
    print(f"  B-cubed precision {100 * precision:.1f}  recall {100 * recall:.1f}  F1 {100 * f1:.1f}")


def print_copies(size: int) -> None:
    for number in (max(10, size // 10), size):
        documents, gold = made_texts(number)
        start = time.perf_counter()
        found = find_copies(documents)
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"copies among {number:,} texts: {len(found):,} found of {gold:,} in {took:.1f} s, peak {peak:.2f} GB")


def print_speed(sizes: list[int]) -> None:
    print(f"{'mentions':>10} {'events':>8} {'group s':>8} {'sum up s':>9} {'µs each':>8} {'peak GB':>8}")
    for size in sizes:
        mentions, documents = made_mentions(size)
        start = time.perf_counter()
        grouped, _ = group_mentions(mentions, documents, load_vocabulary())
        middle = time.perf_counter()
        events = make_events(grouped, pd.DataFrame({"event_id": []}), documents)
        end = time.perf_counter()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        each = (end - start) / size * 1e6
        print(f"{size:10,} {len(events):8,} {middle - start:8.1f} {end - middle:9.1f} {each:8.1f} {peak:8.2f}")


def made_mentions(size: int, seed: int = 1) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Mentions of made-up events over sixty years, four an event, some vague, told by a tenth as many documents.

    People follow a long tail, as in the news: a few take part in very many events.
    """
    random = np.random.default_rng(seed)
    n_events, n_documents = max(1, size // 4), max(1, size // 10)
    day = random.integers(0, 22_000, n_events)
    kind = random.integers(0, len(KINDS), n_events)
    people = np.minimum(random.zipf(1.5, (n_events, 3)), 5000)
    count = random.choice([0, 1, 2, 2, 2, 3], n_events)
    topic = random.integers(0, len(WORDS), (n_events, 8))
    event = random.integers(0, n_events, size)
    start = np.datetime64("1960-01-01") + day[event]
    coarse = random.random(size) < 0.1
    first = np.where(coarse, start.astype("datetime64[Y]").astype("datetime64[D]"), start)
    last = np.where(coarse, (start.astype("datetime64[Y]") + 1).astype("datetime64[D]"), start + 1)
    names = [[f"p{person}" for person in row[:n]] for row, n in zip(people, count, strict=True)]
    picks = random.integers(0, 8, (size, 5))
    told = WORDS[topic[event[:, None], picks]]
    mentions = pd.DataFrame(
        {
            "mention_id": [f"m{number:08d}" for number in range(size)],
            "document_id": np.char.add("d", random.integers(0, n_documents, size).astype(str)).astype(object),
            "start": first.astype("datetime64[us]"),
            "end": last.astype("datetime64[us]"),
            "date": start.astype(str).astype(object),
            "precision": np.where(coarse, "year", "day").astype(object),
            "event_type": KINDS[kind[event]],
            "leaders": pd.Series([names[number] for number in event], dtype=object),
            "actors": pd.Series([[] for _ in event], dtype=object),
            "topics": pd.Series([[] for _ in range(size)], dtype=object),
            "place": None,
            "status": "happened",
            "main": True,
            "weight": 0.8,
            "weight_why": "made for a test",
            "confidence": 0.9,
            "date_text": "",
            "sentence": [" ".join(row) for row in told],
            "sentence_start": 0,
            "line": "",
            "tolls": pd.Series([[] for _ in range(size)], dtype=object),
        }
    )
    documents = pd.DataFrame({"document_id": [f"d{number}" for number in range(n_documents)]})
    documents["published"] = pd.Timestamp("2024-01-01") + pd.to_timedelta(np.arange(n_documents) % 9000, unit="D")
    texts = mentions.groupby("document_id")["sentence"].agg(". ".join)
    documents["text"] = documents["document_id"].map(texts).fillna("")
    return mentions, documents.assign(copy_of=None, title="", language="en")


def made_texts(size: int, seed: int = 1) -> tuple[pd.DataFrame, int]:
    """Texts of 15 sentences, thirty a day, names and words by a long tail; every tenth is another in other words.

    In other words means: a third of the words are others, and names and figures stay. Also how many there are.
    """
    random = np.random.default_rng(seed)
    names = np.array([_spell(number + 5000).capitalize() for number in range(20_000)], dtype=object)
    numbers = (60_000 * random.random((size, 15, 16)) ** 3).astype(np.int64)
    people = (len(names) * random.random((size, 15, 2)) ** 4).astype(np.int64)
    figures = random.integers(10, 2000, (size, 15))
    texts = []
    for row in range(size):
        at = row - 5 if row % 10 == 9 else row
        said = numbers[at].copy()
        if at != row:
            changed = random.random(said.shape) < 0.33
            said[changed] = random.integers(0, 60_000, int(changed.sum()))
        words = [" ".join(_spell(word) for word in sentence) for sentence in said]
        pairs = [(names[one], names[two]) for one, two in people[at]]
        told = zip(pairs, words, figures[at], strict=True)
        texts.append(" ".join(f"The {one} {text} {two} {figure}." for (one, two), text, figure in told))
    documents = pd.DataFrame({"document_id": [f"d{number:07d}" for number in range(size)], "text": texts})
    documents["published"] = pd.Timestamp("2014-01-01") + pd.to_timedelta(np.arange(size) // 30, unit="D")
    return documents.assign(language="en"), size // 10


def _spell(number: int) -> str:
    """A made-up word of two to four syllables for a number."""
    syllables = "ba re ti lo mu sen kar vi don pel gra ste fil con der ing".split()
    parts = []
    while number or len(parts) < 2:
        number, rest = divmod(number, 16)
        parts.append(syllables[rest])
    return "".join(parts)


if __name__ == "__main__":
    main()
