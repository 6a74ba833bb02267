"""Which documents tell one story: those of a few days that share rare words and names.

Texts are compared by head, where a report says what it is about. Only texts that share several of their rarest terms
are compared, each term with the next few texts in time, so that the work grows with the number of texts (n log n).
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from loaders.reconcile.rarity import Matrix, as_rows, knows_rarity, likeness, weigh_terms

HEAD = 1000
"""So many letters of a text are read, after its title; more of them part stories worse."""
WINDOW = 40
"""So many days may lie between two documents of a story."""
ALIKE = 0.12
"""Texts less alike are of different stories."""
FEWEST = 12
"""A text of fewer terms is too short to be known by them."""
TERMS = 24
"""The heaviest terms of a text, by which it is looked for."""
REACH = 12
"""Each term brings a text together with so many of the next ones in time."""
SHARED = 2
"""So many of these terms must two texts share to be compared."""
PARTNERS = 20
"""A text is held against so many others of its story, those that are most like it."""
CHUNK = 200_000


def find_stories(documents: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """Pairs (left, right) of places of documents in the table that tell one story, with `alike` from 0 to 1.

    Documents without a text, a published date or lists of the common words of their language are in no story.
    """
    texts = _heads(documents, folder)
    rows = as_rows(texts)
    days = documents["published"].to_numpy("datetime64[D]").astype(np.int64)
    known = np.flatnonzero([len(text) >= FEWEST for text in texts] & documents["published"].notna().to_numpy())
    left, right = _near(rows, days, known)
    alike = np.zeros(len(left))
    for at in range(0, len(left), CHUNK):
        part = slice(at, at + CHUNK)
        alike[part] = likeness(rows, left[part], right[part])
    kept = alike >= ALIKE
    kept[kept] = _is_among_best(left[kept], right[kept], alike[kept])
    return pd.DataFrame({"left": left[kept], "right": right[kept], "alike": alike[kept]})


def _is_among_best(left: np.ndarray, right: np.ndarray, alike: np.ndarray) -> np.ndarray:
    """Whether a pair is among the PARTNERS most alike ones of either side; of equal ones the first texts."""
    found = np.zeros(len(alike), bool)
    for one, two in ((left, right), (right, left)):
        order = np.lexsort((two, -alike, one))
        place = np.arange(len(order)) - np.searchsorted(one[order], one[order])
        found[order] |= place < PARTNERS
    return found


def _heads(documents: pd.DataFrame, folder: Path) -> list[dict[str, float]]:
    if "text" not in documents:
        return [{} for _ in range(len(documents))]
    titles = documents["title"].fillna("") if "title" in documents else [""] * len(documents)
    languages = documents["language"] if "language" in documents else [""] * len(documents)
    return [
        weigh_terms(f"{title}\n{text[:HEAD]}", language, folder) if knows_rarity(language, folder) else {}
        for title, text, language in zip(titles, documents["text"], languages, strict=True)
    ]


def _near(rows: Matrix, days: np.ndarray, known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of the known rows that share terms within the window, the lower row first."""
    row, term = _heaviest(rows, known)
    order = np.lexsort((row, days[row], term))
    row, term = row[order], term[order]
    size = np.int64(rows.shape[0])
    codes: list[np.ndarray] = []
    for step in range(1, REACH + 1):
        one, two = row[:-step], row[step:]
        same = (term[:-step] == term[step:]) & (days[two] - days[one] <= WINDOW)
        codes.append(np.minimum(one, two)[same] * size + np.maximum(one, two)[same])
    pairs, times = np.unique(np.concatenate(codes), return_counts=True)
    left, right = np.divmod(pairs[times >= SHARED], size)
    return left, right


def _heaviest(rows: Matrix, known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The heaviest terms of each known row, as (row, term)."""
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    inside = np.isin(row, known)
    row, term, weight = row[inside], rows.indices[inside].astype(np.int64), rows.data[inside]
    order = np.lexsort((term, -weight, row))
    row, term = row[order], term[order]
    place = np.arange(len(row)) - np.searchsorted(row, row)
    return row[place < TERMS].astype(np.int64), term[place < TERMS]
