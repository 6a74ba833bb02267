"""The order in which people expect files: “report 2” before “report 10”, “1g” before “11g”, whatever the case of letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pandas as pd

_FIGURES = re.compile("([0-9]+)")

Key = tuple[list[str | tuple[int, str]], str]


def natural_key(path: str) -> Key:
    """What paths are sorted by: figures as numbers, letters without their case; of equal ones the path as it is.

    >>> sorted(["b/11g.txt", "b/2G.txt", "a/report 10", "a/report 2", "b/1g.txt"], key=natural_key)
    ['a/report 2', 'a/report 10', 'b/1g.txt', 'b/2G.txt', 'b/11g.txt']
    """
    # Figures stand at every second place, so that what is compared is of one kind. As words, for there is no longest number.
    parts = _FIGURES.split(path.casefold())
    key: list[str | tuple[int, str]] = list(parts)
    for at in range(1, len(parts), 2):
        number = parts[at].lstrip("0")
        key[at] = (len(number), number)
    return key, path


def natural_order(paths: Sequence[str], ids: Iterable[str]) -> list[int]:
    """The places of paths in their natural order; of two documents at one path the one with the lower id comes first."""
    rows = [(*natural_key(path), document_id) for path, document_id in zip(paths, ids, strict=True)]
    return sorted(range(len(rows)), key=rows.__getitem__)


def sort_documents(documents: pd.DataFrame) -> pd.DataFrame:
    """The table of documents in the natural order of their paths."""
    order = natural_order(documents["path"].tolist(), documents["document_id"])
    return documents.iloc[order].reset_index(drop=True)
