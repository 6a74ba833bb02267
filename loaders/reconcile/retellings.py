"""Which accounts of one story can be of one event, and how likely each two are.

Within a story the kind, the people and the words of two accounts are weak evidence, and the days are a window: two papers
call one attack a disaster, a protest and a statement, and date it by the evening or by the next morning. All signs
together say how likely it is (signs.py), and gathering.py joins by that.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd

from loaders.reconcile.accounts import Accounts, Numbers
from loaders.reconcile.signs import Pairs, days_apart, find_signs, weigh_signs
from loaders.reconcile.stories import find_stories
from loaders.reconcile.tellings import Tellings, read_tellings

FAR = 4
"""Accounts more days apart are not compared."""
FEW = 12
"""So many accounts of a document are looked at, those that it is most about."""
THOUSAND = 1000
"""Log-odds are counted in thousandths, so that sums do not hang on the order in which they are made."""
UNLIKELY = -3 * THOUSAND
"""Pairs less likely are left out, and count as much."""
CHUNK = 20_000
"""Pairs of documents compared at a time, to bound the memory."""

COLUMNS = ("left", "right", "odds", "apart")


def find_retellings(accounts: Accounts, mentions: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Pairs (left < right) of accounts of one story, with `odds` above UNLIKELY in thousandths, and whether two documents
    tell them (`apart`).

    Accounts of one document are paired only where another document tells its story.
    """
    df = mentions.sort_values("mention_id", kind="stable").reset_index(drop=True)
    papers = documents[documents["document_id"].isin(df["document_id"])].sort_values("document_id", ignore_index=True)
    stories = find_stories(papers, accounts.folder)
    if stories.empty or "sentence_start" not in df:
        return pd.DataFrame({name: np.array([], np.int64) for name in COLUMNS})
    told = read_tellings(accounts, df, papers)
    found = [_likely(accounts, told, pairs) for pairs in pair_up(accounts, told, stories, len(papers))]
    return pd.concat(found, ignore_index=True).sort_values(["left", "right"], ignore_index=True)


def pair_up(accounts: Accounts, told: Tellings, stories: pd.DataFrame, size: int) -> Iterator[Pairs]:
    """The accounts of one story that lie near each other in time, two and two: of two documents each, and of one."""
    by_document = _rows_by_document(accounts, told, size)
    inside = pd.unique(stories[["left", "right"]].to_numpy().ravel())
    for at in range(0, len(inside), CHUNK):
        yield _near(accounts, _within(inside[at : at + CHUNK], by_document))
    for at in range(0, len(stories), CHUNK):
        yield _near(accounts, _between(stories.iloc[at : at + CHUNK], by_document))


def _rows_by_document(accounts: Accounts, told: Tellings, size: int) -> list[Numbers]:
    order = np.lexsort((told.start, -told.weight, accounts.document))
    ends = np.searchsorted(accounts.document[order], np.arange(1, size))
    return [rows[:FEW] for rows in np.split(order, ends)]


def _within(documents: np.ndarray, by_document: list[Numbers]) -> Pairs:
    """Every two accounts of each document."""
    pairs = np.array([pair for number in documents for pair in combinations(by_document[number].tolist(), 2)], np.int64)
    left, right = pairs.reshape(-1, 2).T
    return Pairs(left, right, np.zeros(len(left)))


def _between(stories: pd.DataFrame, by_document: list[Numbers]) -> Pairs:
    """Every account of the one document with every account of the other."""
    left, right, alike = [], [], []
    for one, two, score in zip(stories["left"], stories["right"], stories["alike"], strict=True):
        first, second = by_document[one], by_document[two]
        left.append(np.repeat(first, len(second)))
        right.append(np.tile(second, len(first)))
        alike.append(np.full(len(first) * len(second), score))
    return Pairs(np.concatenate(left), np.concatenate(right), np.concatenate(alike))


def _near(accounts: Accounts, pairs: Pairs) -> Pairs:
    near = days_apart(accounts, pairs.left, pairs.right) <= FAR
    return Pairs(pairs.left[near], pairs.right[near], pairs.alike[near])


def _likely(accounts: Accounts, told: Tellings, pairs: Pairs) -> pd.DataFrame:
    odds = weigh_signs(find_signs(accounts, told, pairs), accounts.folder)
    odds = (THOUSAND * odds).round().astype(np.int64)
    kept = odds > UNLIKELY
    left, right = pairs.left[kept], pairs.right[kept]
    columns = {"left": np.minimum(left, right), "right": np.maximum(left, right), "odds": odds[kept]}
    return pd.DataFrame({**columns, "apart": ~pairs.is_one_document[kept]})
