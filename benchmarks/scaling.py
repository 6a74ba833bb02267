"""Whether the time for a text grows as its length: `python benchmarks/scaling.py [--letters 40000]`.

Texts of one thing repeated without end (a turn, a mail, an entry, a quotation, a line without a break) are read at one length
and at four times that; a ratio of about 4 is linear, 16 quadratic. What repeats itself is where a rule that looks back over the
whole text, for each date or name in it, shows.
"""

from __future__ import annotations

import argparse
import sys
import time
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.extract.document import extract
from loaders.records import Document
from loaders.vocabulary import Vocabulary, load_vocabulary

REPEATED = {
    "a line without a break": "On Friday Xi Jinping met Raúl Castro, who left in 1960. ",
    "dates": "on Tuesday, 3 May 2021, ",
    "turns": "MS. RUIZ: Good day. We met the envoy on Tuesday.\n\nQ When?\n\n",
    "entries": "3 May 2021: Kelna signs a treaty with Norvik.\n",
    "a live blog": "09.30 The ferry leaves. 10.15 It lands.\n",
    "mails": "From: Ana Ruiz\nSent: 3 May 2021 10:15\nTo: Bo Lund\nSubject: Ferry\n\nWe met on Tuesday.\n\n",
    "quotations": "“We start again,” Ana Ruiz said on Tuesday. He added that “it rains.” ",
    "notes": "It closed.[20] Ms Ruiz filed the claim on 9 June 2016.[21]",
    "bodies": "The Kelna Ministry of Ports and the United Nations Council met Ana Ruiz (the “Envoy”) on Monday. ",
    "pronouns": "He met her in 2001. They signed it. ",
    "a table": "| 3 May 2021 | Ana Ruiz | 14 |\n",
    "headings": "# Kelna 2001\n",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=40_000)
    chosen = parser.parse_args()
    vocabulary = load_vocabulary()
    seconds_for("Ana Ruiz met Bo Lund on 3 May 2021. ", vocabulary)  # imports and word lists are not the text's
    print(f"{'repeated':24} {'seconds':>8} {'4 ×':>8} {'ratio':>6}")
    for name, unit in REPEATED.items():
        once, fourfold = (
            seconds_for(unit * (size // len(unit)), vocabulary) for size in (chosen.letters, 4 * chosen.letters)
        )
        print(f"{name:24} {once:8.2f} {fourfold:8.2f} {fourfold / once:6.1f}", flush=True)


def seconds_for(text: str, vocabulary: Vocabulary) -> float:
    """Processor seconds of all finders over a text."""
    start = time.process_time()
    extract(Document("d", "d.txt", text, published=datetime(2023, 3, 17)), vocabulary)
    return time.process_time() - start


if __name__ == "__main__":
    main()
