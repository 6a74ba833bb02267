"""Finds what each sign is worth that two accounts tell one event: `python benchmarks/retellings.py FOLDER LABELS [--write]`.

FOLDER is that of benchmarks/accounts.py: documents of many papers, and gold.json, which says which of them tell one story.
LABELS says which of their accounts tell one event: event -> document -> pairs of a date as it is written in the tables and
the first letters of a sentence. All others count as alone. One logistic regression (L2) is fitted on the pairs of a story
and of the project's own accounts, and how well it does on stories that were not used is printed, pairs and joined events.
With --write all stories are used, and data/vocabulary/retellings.yaml is written anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pandas as pd
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.accounts import read_rows
from loaders.build import assemble
from loaders.reconcile import group_mentions
from loaders.reconcile.accounts import make_accounts
from loaders.reconcile.retellings import pair_up
from loaders.reconcile.signs import ALWAYS, find_signs
from loaders.reconcile.stories import find_stories
from loaders.reconcile.tellings import read_tellings
from loaders.vocabulary import FOLDER, load_vocabulary
from tests.reconcile.corpus import TEXT, group_corpus, read_corpus

PENALTY = 1.0
HALVES = ("odd", "even")
OWN = "own"
CORPORA = ("corpus", "papers")
"""The project's own accounts that are used; papers_checked.txt is left to check with."""
TIMES = 2
"""Their pairs count so often: short texts that tell two things of one day in one town are rare among the reports."""
HEAD = """\
# What each sign is worth that two accounts of one story are of one event (loaders/reconcile/signs.py names them).
# Made by `benchmarks/retellings.py --write` from {pairs} pairs of accounts of {stories} stories; the sums are log-odds.
# Not to be edited by hand.
"""


@dataclass(frozen=True)
class Pairing:
    """All pairs of accounts of the stories, with their signs and what is right."""

    signs: pd.DataFrame
    same: np.ndarray
    half: np.ndarray
    """The half that a pair is of; empty where its documents tell stories of both."""
    apart: np.ndarray


def read_labels(path: Path) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """(document, date) -> first letters of a sentence, and the event that it tells."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for event, documents in json.loads(path.read_text(encoding="utf-8")).items():
        for document, rows in documents.items():
            for date, sentence in rows:
                found.setdefault((document, date), []).append((sentence, event))
    return found


def label(mentions: pd.DataFrame, labels: dict[tuple[str, str], list[tuple[str, str]]]) -> pd.Series:
    """The event of each mention; its own id where nobody named one."""
    events = []
    for row in mentions.itertuples():
        sentence = " ".join(str(row.sentence).split())
        known = labels.get((row.stem, str(row.date)), [])
        events.append(next((event for start, event in known if sentence.startswith(start)), row.mention_id))
    return pd.Series(events, index=mentions.index)


def pair_all(mentions: pd.DataFrame, documents: pd.DataFrame) -> Pairing:
    """The signs of all pairs, and which of these are right."""
    df = mentions.sort_values("mention_id", kind="stable").reset_index(drop=True)
    papers = documents[documents["document_id"].isin(df["document_id"])].sort_values("document_id", ignore_index=True)
    accounts = make_accounts(df, documents, FOLDER)
    told = read_tellings(accounts, df, papers)
    stories = find_stories(papers, FOLDER)
    signs, left, right = [], [], []
    for pairs in pair_up(accounts, told, stories, len(papers)):
        signs.append(pd.DataFrame(find_signs(accounts, told, pairs)))
        left.append(pairs.left)
        right.append(pairs.right)
    one, two = df.iloc[np.concatenate(left)], df.iloc[np.concatenate(right)]
    halves = np.where(one["half"].to_numpy() == two["half"].to_numpy(), one["half"].to_numpy(), "")
    same = one["label"].to_numpy() == two["label"].to_numpy()
    apart = one["document_id"].to_numpy() != two["document_id"].to_numpy()
    return Pairing(pd.concat(signs, ignore_index=True), same, halves, apart)


def pair_corpus(name: str) -> Pairing:
    """The same of the project's own corpus of short accounts, in which a sentence with a date tells one event."""
    corpus = read_corpus(TEXT.with_name(f"{name}.txt"))
    mentions, _, documents = group_corpus(corpus)
    known = {(document, sentence): event for event, document, sentence in corpus.rows if event}
    told = zip(mentions["document_id"], mentions["sentence"], mentions["mention_id"], strict=True)
    labels = [known.get((document, " ".join(sentence.split())), mention_id) for document, sentence, mention_id in told]
    return pair_all(mentions.assign(half=OWN, label=labels), documents)


def fit(signs: pd.DataFrame, same: np.ndarray) -> dict[str, float]:
    """What each sign is worth, by Newton's method."""
    table = np.c_[np.ones(len(signs)), signs.to_numpy()]
    weights, penalty = np.zeros(table.shape[1]), np.full(table.shape[1], PENALTY)
    penalty[0] = 0.01
    for _ in range(40):
        shares = 1 / (1 + np.exp(-table @ weights))
        bend = (table * (shares * (1 - shares))[:, None]).T @ table + np.diag(penalty)
        weights -= np.linalg.solve(bend, table.T @ (shares - same) + penalty * weights)
    return dict(zip([ALWAYS, *signs.columns], (round(float(weight), 2) for weight in weights), strict=True))


def join(pairings: list[Pairing]) -> Pairing:
    signs = pd.concat([some.signs for some in pairings], ignore_index=True)
    return Pairing(
        signs, *(np.concatenate([getattr(one, name) for one in pairings]) for name in ("same", "half", "apart"))
    )


def average_precision(odds: np.ndarray, same: np.ndarray) -> float:
    hits = same[np.argsort(-odds, kind="stable")]
    return 100 * float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def print_joined(mentions: pd.DataFrame, documents: pd.DataFrame, weights: dict[str, float], half: str) -> None:
    """Precision and recall of the pairs of accounts of two documents that are joined, in one half."""
    with patch("loaders.reconcile.signs.shared_words", lambda *_: weights):
        grouped, _ = group_mentions(mentions, documents, load_vocabulary())
    some = grouped[grouped["half"] == half]
    one, two = np.triu_indices(len(some), 1)
    columns = (some[name].to_numpy() for name in ("document_id", "label", "event_id"))
    apart, same, joined = ((column[one] == column[two]) for column in columns)
    right = (~apart & same & joined).sum()
    precision, recall = right / max(1, (~apart & joined).sum()), right / max(1, (~apart & same).sum())
    print(f"   joined: precision {100 * precision:.1f}, recall {100 * recall:.1f} of {(~apart & same).sum()} pairs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("labels", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    stories = json.loads((given.folder / "gold.json").read_text(encoding="utf-8"))["clusters"]
    half = {name: HALVES[number % 2] for number, story in enumerate(sorted(stories)) for name in stories[story]}
    rows = read_rows(given.folder / "documents")
    tables = assemble(
        sorted((rows[name] for name in half), key=lambda made: str(made["documents"][0]["document_id"]))
    ).tables
    documents = tables["documents"]
    stems = {row.document_id: Path(row.path).stem for row in documents.itertuples()}
    mentions = tables["mentions"].assign(stem=tables["mentions"]["document_id"].map(stems))
    mentions = mentions.assign(half=mentions["stem"].map(half), label=label(mentions, read_labels(given.labels)))
    pairing = join([pair_all(mentions, documents), *map(pair_corpus, CORPORA * TIMES)])
    print(pd.crosstab(pairing.half, pairing.same))
    for used, left in (HALVES, HALVES[::-1]):
        known = np.isin(pairing.half, (used, OWN))
        weights = fit(pairing.signs[known], pairing.same[known])
        some = (pairing.half == left) & pairing.apart
        odds = pairing.signs[some].to_numpy() @ np.array([weights[name] for name in pairing.signs])
        print(
            f"from the {used} half, on the {left} one: average precision {average_precision(odds, pairing.same[some]):.1f}"
        )
        print_joined(mentions, documents, weights, left)
    if given.write:
        inside = pairing.half != ""
        head = HEAD.format(pairs=inside.sum(), stories=len(stories))
        text = yaml.safe_dump(fit(pairing.signs[inside], pairing.same[inside]), sort_keys=False)
        (FOLDER / "retellings.yaml").write_text(head + text, encoding="utf-8")


if __name__ == "__main__":
    main()
