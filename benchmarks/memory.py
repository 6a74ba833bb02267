"""How much memory and time hard texts take: `python benchmarks/memory.py`. Each in a process of its own.

Prints seconds, and bytes of memory over the idle program for each byte of the text (aim: 60).
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.extract.document import extract
from loaders.records import Document
from loaders.rows import make_rows
from loaders.vocabulary import load_vocabulary

SENTENCE = (
    "The council closed the old harbour on Friday 3 March 2020, and the mayor, Ann Lee, said that “it was time”.\n\n"
)
TEXTS = {
    "a table of numbers, 9 MB": "1234 5678 91011 12.5 13\n" * 375_000,
    "a Markdown table of 60,000 rows": "| Kelna | port | 1,200 | 3 May 2019 |\n" * 60_000,
    "100,000 keys of front matter": "---\n" + "".join(f"key{n}: value {n}\n" for n in range(100_000)) + "---\nText.\n",
    "prose, 1 MB": SENTENCE * 9_000,
    "“said ”, 1 MB": "said " * 200_000,
    "“he said ”, 1 MB": "he said " * 125_000,
    "“on Tuesday, ”, 1 MB": "on Tuesday, " * 85_000,
    '“Xi said "a" and ”, 1 MB': 'Xi said "a" and ' * 66_000,
    "100,000 dates": "3 May 2021 " * 100_000,
}  # fmt: skip


def measure(name: str) -> None:
    vocabulary, published = load_vocabulary(), datetime(2023, 5, 5)
    extract(Document("d", "d.txt", SENTENCE, published=published), vocabulary)
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    text = TEXTS[name]
    make_rows(extract(Document("d", "d.txt", text, published=published), vocabulary), vocabulary)
    seconds = time.perf_counter() - start
    unit = 1 if sys.platform == "darwin" else 1024
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - idle) * unit
    print(f"{name:36s} {seconds:6.1f} s {more / len(text.encode()):6.0f} bytes a byte", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=TEXTS)
    given = parser.parse_args()
    if given.only:
        measure(given.only)
        return
    for name in TEXTS:
        subprocess.run([sys.executable, __file__, "--only", name], check=True)


if __name__ == "__main__":
    main()
