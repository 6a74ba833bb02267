"""What a text is known by: its rarer words, its names and figures, each by a weight that no other text changes.

How rare a word is, is read from lists of common words of its language (data/vocabulary/en/common.yaml) and not counted in the
collection: a new document would else change the weights, and with them events that it never told. Measured on pairs of
news reports, such weights part stories as well as counted ones do.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from scipy import sparse

from loaders.vocabulary import words

Matrix: TypeAlias = Any
"""scipy.sparse.csr_matrix."""

BANDS = (("everyday", 0.0), ("frequent", 0.35), ("usual", 0.65))
"""The lists of common words, and what a word of each weighs; other words weigh 1."""
FIGURE = 0.6
STEM = 6
"""So many first letters are the same in forms of one word."""
SHORTEST = 3
COLUMNS = 1 << 22

_TOKEN = re.compile(r"\d[\d.,]*|[^\W\d_]+")


@lru_cache(maxsize=8)
def _bands(language: str, folder: Path) -> Mapping[str, float]:
    known = words(language, "common", folder)
    return {word: weight for name, weight in BANDS for word in str(known.get(name, "")).split()}


def knows_rarity(language: str, folder: Path) -> bool:
    """Whether there are lists of the common words of a language; without them likeness says nothing."""
    return bool(_bands(language, folder))


def weigh_terms(text: str, language: str, folder: Path) -> dict[str, float]:
    """The terms of a text by weight: words cut to their beginnings, and figures of two digits and more.

    A word told again weighs more, by the logarithm of how often.
    """
    bands = _bands(language, folder)
    weights: dict[str, float] = {}
    for word, times in Counter(_TOKEN.findall(text.casefold())).items():
        if word[0].isdigit():
            term, weight = word.rstrip(".,"), FIGURE if len(word) > 1 else 0.0
        else:
            term, weight = word[:STEM], bands.get(word, 1.0) if len(word) >= SHORTEST else 0.0
        if weight:
            weights[term] = max(weights.get(term, 0.0), weight * (1 + math.log(times)))
    return weights


def count_rows(found: list[dict[str, float]]) -> Matrix:
    """Terms as rows of their weights, their columns hashed."""
    ends = np.cumsum([0, *map(len, found)])
    columns = np.array([zlib.crc32(term.encode()) % COLUMNS for terms in found for term in terms], np.int64)
    weights = np.array([weight for terms in found for weight in terms.values()], float)
    matrix = sparse.csr_matrix((weights, columns, ends), shape=(len(found), COLUMNS))
    matrix.sum_duplicates()
    return matrix


def as_rows(found: list[dict[str, float]]) -> Matrix:
    """Terms as rows of length one."""
    return of_length_one(count_rows(found))


def of_length_one(matrix: Matrix) -> Matrix:
    """The rows, each of length one; those that are empty stay so."""
    norms = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = np.divide(1, norms, out=np.zeros_like(norms), where=norms > 0)
    rows = sparse.diags(scale).dot(matrix).tocsr()
    # Products of rows in no order would take an array as long as there are columns.
    rows.sort_indices()
    return rows


def likeness(one: Matrix, left: np.ndarray, right: np.ndarray, other: Matrix | None = None) -> np.ndarray:
    """The cosine of rows `left` with rows `right`, of the same matrix or of another."""
    with_rows = one if other is None else other
    return np.asarray(one[left].multiply(with_rows[right]).sum(axis=1)).ravel()
