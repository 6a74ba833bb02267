"""Time expressions: accuracy and speed of this program, side by side with dateparser.search_dates in the same run.

    python benchmarks/dates.py FOLDER [--corpora aquaint,wikiwars_train16,tweets_train] [--documents 20]

FOLDER holds `evaluate_dates.py`, the scorer that gives the figures of TempEval-3, and its gold texts.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from adapters import dates

Expressions = list[tuple[int, int, str, str]]
Extract = Callable[[str, date], Expressions]
ROW = "{:<18} {:<24} {:>9} {:>9} {:>9} {:>9} {:>12}"


def search_dates(text: str, reference_date: date) -> Expressions:
    """dateparser.search_dates as most people call it, with the places of its finds in the text."""
    from dateparser.search import search_dates as search

    base = datetime(reference_date.year, reference_date.month, reference_date.day)
    found, at = [], 0
    for written, moment in search(text, languages=["en"], settings={"RELATIVE_BASE": base}) or []:
        start = text.find(written, at)
        if start >= 0:
            at = start + len(written)
            found.append((start, at, moment.date().isoformat(), "DATE"))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--corpora", default="aquaint,wikiwars_train16,tweets_train")
    parser.add_argument("--documents", type=int, default=20, help="of each corpus, spread evenly; 0 for all")
    arguments = parser.parse_args()
    scorer = load(arguments.folder / "evaluate_dates.py")
    print(ROW.format("corpus", "program", "span F1", "value F1", "value F1", "documents", "characters/s"))
    print(ROW.format("", "", "relaxed", "dates", "all", "", ""))
    for corpus in arguments.corpora.split(","):
        documents = scorer.load_gold(corpus)
        if arguments.documents:
            documents = documents[:: max(1, len(documents) // arguments.documents)]
        for name, extract in (("this program", dates), ("dateparser.search_dates", search_dates)):
            print(ROW.format(corpus, name, *_measure(scorer, documents, extract)))


def load(path: Path) -> ModuleType:
    """The scorer as a module; exits with a word where the file is missing."""
    if not path.exists():
        sys.exit(f"{path} does not exist: give the folder that holds evaluate_dates.py and its gold texts")
    specification = importlib.util.spec_from_file_location(path.stem, path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def _measure(scorer: ModuleType, documents: list[dict[str, Any]], extract: Extract) -> tuple[str, ...]:
    extract("A first call, which builds what later calls keep, on 3 May 2012.", date(2013, 1, 1))
    predicted, seconds = {}, 0.0
    for document in documents:
        reference = date.fromisoformat(document["dct"])
        began = time.perf_counter()
        predicted[document["id"]] = extract(document["text"], reference)
        seconds += time.perf_counter() - began
    scores, _ = scorer.score(documents, predicted)
    characters = sum(len(document["text"]) for document in documents)
    return (
        f"{scores['all']['relaxed']['F1']:.1f}",
        f"{scores['date']['value']['F1']:.1f}",
        f"{scores['all']['value']['F1']:.1f}",
        str(len(documents)),
        f"{characters / seconds:,.0f}",
    )


if __name__ == "__main__":
    main()
