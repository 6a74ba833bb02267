"""Documents that are one text: republished agency copy counts as one source, not as corroboration.

Near-duplicates are found with MinHash over runs of five words (datasketch); two texts whose shares of common runs reach
SHARE are copies. The original is the one published first.
"""

from __future__ import annotations

import re
import zlib

import pandas as pd
from datasketch import MinHash, MinHashLSH

SHARE = 0.6
"""Estimated share (Jaccard) of runs that two texts have in common, from which one is a copy of the other."""
RUN = 5
PERMUTATIONS = 128
SHORTEST = 20
"""Texts of fewer words are never called copies."""

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_]+")


def find_copies(documents: pd.DataFrame) -> dict[str, str]:
    """document_id -> the document it is a copy of, itself for an original; every document is there."""
    df = documents.sort_values(["published", "document_id"], na_position="last")
    original: dict[str, str] = {}
    blank = MinHash(num_perm=PERMUTATIONS, hashfunc=zlib.crc32)
    index = MinHashLSH(threshold=SHARE, num_perm=PERMUTATIONS)
    for document_id, text in zip(df["document_id"], df["text"], strict=True):
        print_of = _fingerprint(text, blank)
        near = [] if print_of is None else list(index.query(print_of))
        if near:
            original[document_id] = min(original[key] for key in near)
        else:
            original[document_id] = document_id
        if print_of is not None:
            index.insert(document_id, print_of)
    return original


def _fingerprint(text: str, blank: MinHash) -> MinHash | None:
    found = _WORD.findall(text.casefold())
    if len(found) < SHORTEST:
        return None
    runs = {" ".join(found[at : at + RUN]).encode("utf-8", "surrogatepass") for at in range(len(found) - RUN + 1)}
    sketch = blank.copy()
    sketch.update_batch(sorted(runs))
    return sketch
