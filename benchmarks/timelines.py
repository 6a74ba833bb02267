"""Timelines of an organisation or product over many articles, scored by an evaluation program that is given.

  python benchmarks/timelines.py EVALUATE.py DATA.json [--sets apple,airbus]

EVALUATE.py is the program of SemEval-2015 task 4 as rewritten for one entity at a time: it takes --data, --timeline and
--sets, and prints precision, recall and F1 of dates and of dated sentences.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ADAPTER = Path(__file__).resolve().parent / "adapters.py"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluate", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--sets", default="apple,airbus")
    chosen = parser.parse_args()
    command = [sys.executable, str(chosen.evaluate), "--data", str(chosen.data), "--sets", chosen.sets]
    return subprocess.run([*command, "--timeline", f"{ADAPTER}:timeline"], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
