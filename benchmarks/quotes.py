"""How many quotes and speakers are found, and how fast: `python benchmarks/quotes.py FOLDER [--data FILE]`.

FOLDER holds `evaluate_quotes.py` of the PolNeAR benchmark and its data; the program prints its table. Nothing of the
data is kept here. Rows of published systems are the benchmark's own figures on its test part.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from adapters import quotes

_PUBLISHED = (
    ("all spans in marks, nearest name", 94.1, 44.6, 55.9, 41.8, 33.4),
    ("textacy direct_quotations, by paragraph", 77.5, 89.4, 69.7, 69.3, 29.5),
    ("GenderGapTracker rules", 69.1, 74.8, 54.5, 51.7, 46.3),
)
_COLUMNS = ("quotes F1", "speaker", "by name", "quote + speaker", "all attributed", "characters/s")


def measure(folder: Path, data: Path) -> tuple[float, ...]:
    """The figures of one run, in the order of the columns."""
    sys.path.insert(0, str(folder))
    evaluation: Any = importlib.import_module("evaluate_quotes")
    documents = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    result = evaluation.evaluate(documents, quotes)
    by_name = result["named entity given (gold speaker has a known name; a pronoun is wrong)"]["all"]["acc"]
    return (
        result["detection"]["D all 80%"]["F1"],
        result["speaker on quotes matched at 80%"]["all"]["resolved"],
        by_name,
        result["quote+speaker 80% (resolved)"]["F1"],
        result["detection"]["A all exact"]["F1"],
        result["chars_per_s"],
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    data = options.data or options.folder / "polnear_train.jsonl"
    print(f"{'':42s}" + "".join(f"{column:>17s}" for column in _COLUMNS))
    for name, *figures in _PUBLISHED:
        print(f"{name + ' (test part)':42s}" + "".join(f"{figure:17.1f}" for figure in figures))
    figures = measure(options.folder, data)
    print(f"{'Dateline (' + data.stem + ')':42s}" + "".join(f"{figure:17,.1f}" for figure in figures))


if __name__ == "__main__":
    main()
