"""Whether two accounts can be about one event: a score from 0 to 1 and the reason in plain words.

Dates must be able to be the same. Of the people each side must name nearly all that the other names: the meetings of
one visitor with two hosts on one day have one person in common and are two. With fewer than two people in common the
words or the place must agree as well.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from loaders.reconcile.accounts import Accounts, Matrix, Numbers

SAME = 0.5
"""Accounts that score as much are one event, unless several events fit."""
CHUNK = 400_000
"""Pairs compared at a time, to bound the memory."""

WORD_FOR_WORD = 11
"""The reason of accounts that are copied."""

REASONS = (
    "",
    "same people, same kind, same day",
    "same people, same kind; the times can be the same",
    "nearly the same people, same kind, same day",
    "one person in common, same kind, same day, similar words",
    "one person in common, same kind and day, nothing speaks against it",
    "same kind and day, similar words",
    "same kind, similar words; the times can be the same",
    "same people and day, similar words; one account does not tell the kind",
    "same people; one account gives only a longer time in which it lies",
    "one person in common; one account gives only a longer time in which it lies",
    "the same sentence about the same time",
    "same people and kind, similar words; the dates are one day apart",
)


def score_pairs(accounts: Accounts, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs that can be one event, with `score` and `reason` (an index of REASONS); the others are left out."""
    parts = [_score(accounts, pairs.iloc[at : at + CHUNK]) for at in range(0, len(pairs), CHUNK)]
    if not parts:
        return pairs.assign(score=np.array([], float), reason=np.array([], int))
    return pd.concat(parts, ignore_index=True)


def _score(accounts: Accounts, pairs: pd.DataFrame) -> pd.DataFrame:
    left, right = pairs["left"].to_numpy(), pairs["right"].to_numpy()
    apart = np.maximum(accounts.first[left], accounts.first[right]) - np.minimum(
        accounts.last[left], accounts.last[right]
    )
    left, right, apart = left[apart <= 1], right[apart <= 1], apart[apart <= 1]
    shared = _dot(accounts.people, left, right).round().astype(int)
    fewest = np.minimum(accounts.n_people[left], accounts.n_people[right])
    agree = (shared == fewest) | ((shared >= 2) & (shared * 3 >= fewest * 2))
    left, right, shared, apart = left[agree], right[agree], shared[agree], apart[agree]
    most = np.maximum(accounts.n_people[left], accounts.n_people[right])
    alike = _dot(accounts.words, left, right)
    same_kind = accounts.kind[left] == accounts.kind[right]
    vague = accounts.vague[left] | accounts.vague[right]
    place = (accounts.place[left] == accounts.place[right]) & (accounts.place[left] >= 0)
    elsewhere = (
        (accounts.place[left] != accounts.place[right]) & (accounts.place[left] >= 0) & (accounts.place[right] >= 0)
    )
    once = accounts.once[left] & ~elsewhere
    same_time = (accounts.first[left] == accounts.first[right]) & (accounts.last[left] == accounts.last[right])
    long = np.maximum(accounts.length[left], accounts.length[right]) > 7
    one = (shared == 1) & same_kind
    rules = [
        (same_kind & (shared >= 2) & (shared == most) & same_time, 0.95, 1),
        (same_kind & (shared >= 2) & (shared == most) & ~long, 0.85, 2),
        (same_kind & (shared >= 2) & ~long, 0.8, 3),
        (one & ~long & (place | once), 0.75, 5),
        (one & ~long & (alike >= np.where(elsewhere, 0.5, 0.3)), 0.7, 4),
        (same_kind & (shared == 0) & (most == 0) & ~long & (alike >= np.where(elsewhere, 0.6, 0.4)), 0.65, 6),
        (same_kind & (shared == 0) & ~long & (alike >= np.where(elsewhere, 0.6, 0.5)), 0.6, 6),
        (same_kind & (shared == 0) & (most == 0) & long & ~elsewhere & (alike >= 0.45), 0.55, 7),
        (one & long & once, 0.55, 10),
        (vague & (shared >= 2) & ~long & (alike >= 0.25), 0.6, 8),
        ((shared >= 2) & long, 0.55, 9),
        (one & long & place, 0.5, 10),
    ]
    score = np.select([rule[0] for rule in rules], [rule[1] for rule in rules], 0.0)
    reason = np.select([rule[0] for rule in rules], [rule[2] for rule in rules], 0)
    beside = apart > 0
    err = same_kind & (shared >= 2) & (shared == most) & (alike >= 0.6)
    score = np.where(beside, np.where(err, 0.55, 0.0), score)
    reason = np.where(beside, len(REASONS) - 1, reason)
    kept = score > 0
    return pd.DataFrame({"left": left[kept], "right": right[kept], "score": score[kept], "reason": reason[kept]})


def _dot(matrix: Matrix, left: Numbers, right: Numbers) -> np.ndarray:
    """For each pair the sum over columns of the product of their rows."""
    return np.asarray(matrix[left].multiply(matrix[right]).sum(axis=1)).ravel()
