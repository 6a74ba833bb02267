"""Finds what each sign of a row is worth: `python benchmarks/weights.py FOLDER [--write]`.

FOLDER holds `score_chronology.py` and documents/NAME.txt beside the chronology that an editor wrote of each, NAME.json. Two
logistic regressions (L2) are fitted: whether a row is one that the editor wrote, and whether it is main. How well they do on
documents that were not used is printed (ten folds, and each half from the other). With --write all documents are used, and
data/vocabulary/en/weights.yaml is written anew.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import numpy as np
import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.extract.document import extract
from loaders.extract.events import Row, find_rows
from loaders.extract.events.page import Page
from loaders.extract.events.rows import make_mention
from loaders.read import find_sources, read_documents
from loaders.records import Document, Mention
from loaders.vocabulary import FOLDER, Vocabulary, load_vocabulary
from tests.reconcile.corpus import read_corpus

PENALTY = 8.0
MAIN_PENALTY = 15.0
"""What a document is about is told by few signs: with less, lists that are all main teach the half that has them too much."""
ACCOUNTS = Path(__file__).resolve().parent.parent / "tests" / "reconcile"
ALSO = 1000
"""Documents of other folders are numbered from here, and those of the project's own accounts from twice as far."""
TIMES = 5
"""The rows of the other folder count so often, optional ones too. They are then no check of what the weights are worth."""
FEWEST = 5
"""A sign that fewer rows show is not weighed."""
HEAD = """\
# What each sign of a row is worth (loaders/extract/events/signs.py names them): `row`, whether an editor would write it;
# `main`, whether the document is about it. Made by `benchmarks/weights.py --write` from {documents} documents with {rows}
# rows; the sums are turned into shares by the logistic function. Not to be edited by hand.
"""


def read_rows(texts: Path, chronologies: Path, scorer: Any, optional: str = "") -> list[tuple[int, Row, str]]:
    """(number of the document, row, what it is): main, background, repeated, none; optional ones only where named."""
    vocabulary = load_vocabulary()
    found = []
    sources, _ = find_sources([texts])
    golds = sorted(chronologies.glob("*.json"))
    by_stem = {Path(source.path).stem: source for source in sources if str(source.path).endswith(".txt")}
    for number, path in enumerate(golds):
        [document] = read_documents(by_stem[path.stem])
        page = read_page(document, vocabulary)
        gold = json.loads(path.read_text(encoding="utf-8"))["rows"]
        rows = find_rows(page)
        mentions = [make_mention(page, row.draft) for row in rows]
        for row, label in zip(rows, _labels(mentions, gold, document.text, scorer), strict=True):
            if label != "optional" or optional:
                found.append((number, row, optional if label == "optional" else label))
    return found


def read_accounts() -> list[tuple[int, Row, str]]:
    """The rows of the project's own corpus of short accounts, in which every sentence with a date tells a happening."""
    vocabulary = load_vocabulary()
    found = []
    for name in ("corpus", "papers", "papers_checked"):
        for number, document in enumerate(read_corpus(ACCOUNTS / f"{name}.txt").documents.values()):
            page = read_page(document, vocabulary)
            rows = [row for row in find_rows(page) if not row.draft.happening.carried]
            found += [(2 * ALSO + number, row, "account") for row in rows]
    return found


def read_page(document: Document, vocabulary: Vocabulary) -> Page:
    """The document as the rules see it: its first part, with what the finders of a build hand to that of events."""
    pages: list[Page] = []

    def catch(*found: Any, **more: Any) -> list[Mention]:
        pages.append(Page(*found, **more))
        return []

    with patch("loaders.extract.document.find_mentions", catch):
        extract(document, vocabulary)
    return pages[0]


def _labels(mentions: list[Mention], gold: list[dict[str, Any]], text: str, scorer: Any) -> list[str]:
    """What each row is by the editor's, the surer rows choosing first."""
    spans = [[s for s in (scorer.find(text, p) for p in [one["evidence"], *one.get("more", [])]) if s] for one in gold]
    labels, taken = ["none"] * len(mentions), set[int]()
    order = sorted(range(len(mentions)), key=lambda n: (-mentions[n].confidence, mentions[n].sentences[0]))
    for place in order:
        mention = mentions[place]
        days = scorer.predicted(SimpleNamespace(start=mention.start, end=mention.end, date=mention.edtf))
        fitting = [
            number
            for number, one in enumerate(gold)
            if any(a < d and c < b for a, b in mention.sentences for c, d in spans[number])
            and any(scorer.same(days, date) for date in [one["date"], *one.get("alt_dates", [])])
        ]
        if not fitting:
            continue
        best = min(fitting, key=lambda n: (n in taken, gold[n]["weight"] == "optional", n))
        labels[place] = gold[best]["weight"] if best not in taken or gold[best]["weight"] == "optional" else "repeated"
        taken.add(best)
    return labels


def fit(signs: list[frozenset[str]], hits: np.ndarray, penalty_of: float) -> dict[str, float]:
    """What each sign is worth, by Newton's method."""
    counts = Counter(sign for some in signs for sign in some)
    names = sorted(sign for sign, count in counts.items() if count >= FEWEST)
    table = np.array([[1.0, *(float(name in some) for name in names)] for some in signs])
    weights, penalty = np.zeros(len(names) + 1), np.full(len(names) + 1, penalty_of)
    penalty[0] = 0.01
    for _ in range(25):
        shares = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (hits - shares) - penalty * weights
        bend = (table * (shares * (1 - shares))[:, None]).T @ table + np.diag(penalty)
        weights += np.linalg.solve(bend, slope)
    return dict(zip(["always", *names], (round(float(w), 2) for w in weights), strict=True))


def score(signs: list[frozenset[str]], weights: dict[str, float]) -> np.ndarray:
    return np.array([weights["always"] + sum(weights.get(sign, 0.0) for sign in some) for some in signs])


def area(sums: np.ndarray, hits: np.ndarray) -> float:
    """Area under the curve: how often a hit stands above a miss."""
    above = [(a > b) + (a == b) / 2 for a in sums[hits] for b in sums[~hits]]
    return 100 * float(np.mean(above)) if above else 0.0


def report(what: str, documents: np.ndarray, signs: list[frozenset[str]], hits: np.ndarray, penalty_of: float) -> None:
    """Prints how well the weights do on documents that were not used for them."""
    for how, folds in (("ten folds", documents % 10), ("each half from the other", documents % 2)):
        sums = np.zeros(len(signs))
        for fold in sorted(set(folds)):
            used, left = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
            weights = fit([signs[n] for n in used], hits[used].astype(float), penalty_of)
            sums[left] = score([signs[n] for n in left], weights)
        print(
            f"{what}, {how}: area under the curve {area(sums, hits):.1f}, right {100 * np.mean((sums > 0) == hits):.1f} %"
        )
        for threshold in (-1.0, -0.5, 0.0, 0.5, 1.0):
            kept = sums > threshold
            if kept.any():
                found, kept_of = 100 * hits[kept].mean(), 100 * hits[kept].sum() / hits.sum()
                print(
                    f"   above {threshold:4}: kept {kept.sum()}, of them hits {found:.1f} %, of all hits {kept_of:.1f} %"
                )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--also", type=Path, nargs=2, default=(), help="texts and chronologies of another folder, used too"
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--half", choices=("odd", "even"), help="use only these documents for what is written")
    given = parser.parse_args()
    made = importlib.util.spec_from_file_location("scorer", given.folder / "score_chronology.py")
    assert made is not None
    assert made.loader is not None
    scorer = importlib.util.module_from_spec(made)
    made.loader.exec_module(scorer)
    rows = read_rows(given.folder / "documents", given.folder / "documents", scorer)
    if given.also:
        rows += [
            (ALSO + number, row, label) for number, row, label in read_rows(*given.also, scorer, "background")
        ] * TIMES
    rows += read_accounts()
    documents = np.array([number for number, _, _ in rows])
    signs = [row.signs for _, row, _ in rows]
    labels = np.array([label for _, _, label in rows])
    good = np.isin(labels, ("main", "background", "account"))
    print(Counter(labels.tolist()))
    report("row", documents, signs, good, PENALTY)
    weighed = np.isin(labels, ("main", "background"))
    chosen = np.flatnonzero(weighed)
    report("main", documents[chosen], [signs[n] for n in chosen], labels[chosen] == "main", MAIN_PENALTY)
    if given.write:
        used = np.ones(len(rows), bool) if not given.half else documents % 2 == (given.half == "even")
        both = np.flatnonzero(used)
        right = np.flatnonzero(used & weighed)
        weights = {
            "row": fit([signs[n] for n in both], good[both].astype(float), PENALTY),
            "main": fit([signs[n] for n in right], (labels[right] == "main").astype(float), MAIN_PENALTY),
        }
        head = HEAD.format(documents=len(set(documents[both])), rows=len(both))
        text = yaml.safe_dump(weights, sort_keys=False, allow_unicode=True)
        (FOLDER / "en" / "weights.yaml").write_text(head + text, encoding="utf-8")


if __name__ == "__main__":
    main()
