"""Which earlier texts may be the same text: MinHash over what stays when a text is copied, or when it is translated.

A copy keeps runs of words. A translation keeps hardly any; names, figures and the longer words by their beginnings stay,
and stay near each other. Signatures (datasketch) are cut into bands, and only texts that share a band are compared, so
that the work grows with the number of texts and not with its square.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd
from datasketch import MinHash

RUN = 5
"""Words in a run."""
LONG = 6
"""Letters of a word that is rare enough to tell texts apart."""
NAME = 4
"""The same for a word with a capital letter."""
STEM = 5
"""Words are compared by so many of their first letters: "cooperate" meets "cooperation"."""
NEAR = 8
"""Anchors so many places apart count as neighbours: a translation turns clauses round."""
BANDS, ROWS = 128, 2
"""Texts that share a sixth of their marks share a band in 97 cases of 100; unrelated texts share less than a hundredth
of their marks, and a band in one case of a hundred."""
LEAST = 0.1
"""Texts that by their signatures share fewer of their marks are not compared."""
MANY = 4_000_000
"""Pairs that are gathered before they are looked through."""
CHUNK = 20_000
"""So many pairs are looked at together, to bound the memory."""
KEPT = 8
"""Of the texts that share a band each is compared with so many before it: what more have in common is a phrase of the
trade."""

WORD = re.compile(r"\d+(?:[.,]\d+)*|[\u3400-\u9fff]|[^\W\d_]+")

Marks = np.ndarray[Any, np.dtype[np.uint64]]
"""What a text is known by, as sorted numbers of 32 bits, each once."""
Signature = np.ndarray[Any, np.dtype[np.uint64]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]

_MIX = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)


def find_runs(text: str) -> Marks:
    """The runs of five words of a text; empty for a shorter one.

    >>> len(find_runs("They met in Oslo in May.")), len(find_runs("They met."))
    (2, 0)
    """
    found = _hash(WORD.findall(text.casefold()))
    if len(found) < RUN:
        return found[:0]
    runs = np.zeros(len(found) - RUN + 1, np.uint64)
    for place in range(RUN):
        runs = (runs + found[place : place + len(runs)]) * _MIX
    return np.unique(runs >> _HALF)


def find_neighbours(text: str) -> Marks:
    """Pairs of names, figures and longer words that stand near each other, in either order.

    >>> len(find_neighbours("He met the president of Peru in 1998.")), len(find_neighbours("He met her in Peru."))
    (3, 0)
    """
    anchors = _hash(word.casefold()[:STEM] for word in WORD.findall(text) if _is_anchor(word))
    pairs = [anchors[:0]]
    for step in range(1, NEAR + 1):
        one, two = anchors[:-step], anchors[step:]
        pairs.append((np.minimum(one, two) * _MIX + np.maximum(one, two)) * _MIX >> _HALF)
    return np.unique(np.concatenate(pairs))


def _hash(words: Iterable[str]) -> Marks:
    return np.array([zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words], np.uint64)


def _is_anchor(word: str) -> bool:
    return len(word) >= LONG or word[0].isdigit() or not word[0].isascii() or (word[0].isupper() and len(word) >= NAME)


def common_share(one: Marks, two: Marks) -> float:
    """The share of the fewer marks that are among the others, too."""
    return len(np.intersect1d(one, two, assume_unique=True)) / max(1, min(len(one), len(two)))


def sign(marks: Marks) -> Signature:
    """The MinHash signature of marks."""
    sketch = _BLANK.copy()
    sketch.update_batch(marks.tolist())
    signature: Signature = sketch.hashvalues
    return signature


_BLANK = MinHash(num_perm=BANDS * ROWS, hashfunc=int)


def near_pairs(signatures: Signature) -> pd.DataFrame:
    """Pairs (later, earlier) of rows that share a band, with the estimated share of marks in common, LEAST at least.

    The rows are in the order of time. Pairs are looked through band by band, so that the memory stays with the number of
    texts even where many share a phrase.
    """
    size = max(1, len(signatures))
    codes: list[Numbers] = []
    near: list[pd.DataFrame] = [pd.DataFrame({"later": [], "earlier": [], "shared": []}, dtype=np.int64)]
    for band in range(BANDS):
        codes += _sharing(signatures[:, band * ROWS : (band + 1) * ROWS])
        if band == BANDS - 1 or sum(map(len, codes)) > MANY:
            near.append(_alike(signatures, np.unique(np.concatenate(codes)) if codes else np.array([], np.int64), size))
            codes = []
    return pd.concat(near).drop_duplicates(ignore_index=True)


def _sharing(band: Signature) -> list[Numbers]:
    """The pairs of rows with the same values in a band, each as later * rows + earlier; of many the nearest in time."""
    key = (band[:, 0] << _HALF) | band[:, 1]
    order = np.argsort(key, kind="stable")
    found: list[Numbers] = []
    for step in range(1, KEPT + 1):
        same = np.flatnonzero(key[order[:-step]] == key[order[step:]])
        if not len(same):
            break
        found.append(order[same + step] * len(band) + order[same])
    return found


def _alike(signatures: Signature, codes: Numbers, size: int) -> pd.DataFrame:
    """The pairs whose signatures agree in LEAST of their values."""
    later, earlier = np.divmod(codes, size)
    shared = np.zeros(len(codes))
    for at in range(0, len(codes), CHUNK):
        part = slice(at, at + CHUNK)
        shared[part] = (signatures[later[part]] == signatures[earlier[part]]).mean(axis=1)
    kept = shared >= LEAST
    return pd.DataFrame({"later": later[kept], "earlier": earlier[kept], "shared": shared[kept]})
