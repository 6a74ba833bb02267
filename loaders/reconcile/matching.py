"""Whether two accounts can be about one event: a score from 0 to 1 and the reason in plain words.

Dates must be able to be the same. Of the people each side must name nearly all that the other names: the meetings of
one visitor with two hosts on one day have one person in common and are two. With fewer than two people in common the
words or the place must agree as well.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from loaders.reconcile.accounts import Accounts, Matrix, Numbers
from loaders.reconcile.particulars import NAME, compare_contexts

SAME = 0.5
"""Accounts that score as much are one event, unless several events fit."""
SHARE = 0.3
"""So much of all that the shorter account tells, both tell."""
CONTEXT = 0.2
"""So much of the shorter of two reports stands in both where only kind, day and a name are the same."""
NEEDED, MORE_NEEDED, MOST_NEEDED = 1.5, 1.5, 2.0
"""So much must two accounts have in common besides a name: of one kind, where one has none, where kind or place differ."""
CERTAIN = 0.6
"""Pairs that score as much need no further reason."""
MOST = 6
STEP = 0.02
SLACK = 0.01
"""Weights are kept as roots."""
COUNTER = 4
"""The bit of a stance of those who answer others."""
CHUNK = 400_000
"""Pairs compared at a time, to bound the memory."""

WORDS_ALONE = (6, 7)
"""The reasons of accounts that name nobody and are told in like words; the more alike, the better they fit."""
BETTER = 0.01

WORD_FOR_WORD = 11
"""The reason of accounts that are copied."""

PARTICULARS = 12
"""The reason of accounts that name nobody in common."""

CONTEXTS = 13
"""The reason of accounts that only what stands around them joins."""

DAY_APART = 14
"""The reason of accounts that differ in nothing but a day."""

ONE_STORY = 15
"""The reason of accounts that the story joins in which both stand."""

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
    "same day, the same names and particulars",
    "same kind, day and name; what the reports tell around it is the same",
    "same people and kind, similar words; the dates are one day apart",
    "both reports tell one story, and this of it alike",
)


def score_pairs(accounts: Accounts, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs that can be one event, with `score` and `reason` (an index of REASONS); the others are left out."""
    parts = [_score(accounts, pairs.iloc[at : at + CHUNK]) for at in range(0, len(pairs), CHUNK)]
    if not parts:
        return pairs.assign(score=np.array([], float), reason=np.array([], int))
    return _best_in_document(accounts, pd.concat(parts, ignore_index=True))


def _best_in_document(accounts: Accounts, scored: pd.DataFrame) -> pd.DataFrame:
    """Without links by words and particulars alone where the other document has a better account of either side.

    Two papers tell of two meetings in one town; each account of the one has something in common with the other's second.
    """
    left, right = scored["left"].to_numpy(), scored["right"].to_numpy()
    score = scored["score"].to_numpy()
    # An account is the left one of some of its pairs, and the right one of others.
    sides = pd.DataFrame(
        {"one": np.r_[left, right], "in": accounts.document[np.r_[right, left]], "score": np.r_[score, score]}
    )
    best = sides.groupby(["one", "in"])["score"].transform("max").to_numpy()
    best = np.maximum(best[: len(left)], best[len(left) :])
    weak = np.isin(scored["reason"].to_numpy(), (*WORDS_ALONE, PARTICULARS))
    return scored[~weak | (score >= best)].reset_index(drop=True)


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
    score = np.where(np.isin(reason, WORDS_ALONE), score + BETTER * alike, score)
    told_apart = (shared == 0) & _are_told_apart(accounts, left, right)
    score = np.where(told_apart, 0.0, score)
    alike_told = np.zeros(len(score))
    told = accounts.particulars.told
    open_pairs = (
        (told[left] > 0) & (told[right] > 0) & (shared == 0) & (score < CERTAIN) & ~long & ~told_apart & (apart <= 0)
    )
    doubtful = elsewhere | (~same_kind & ~vague) | (most > 0)
    alike_told[open_pairs] = _by_particulars(
        accounts, left[open_pairs], right[open_pairs], same_kind[open_pairs], doubtful[open_pairs]
    )
    better = alike_told > score
    score = np.where(better, alike_told, score)
    reason = np.where(better, PARTICULARS, reason)
    one_report = open_pairs & same_kind & ~elsewhere & (score < SAME) & accounts.alone[left] & accounts.alone[right]
    one_report[one_report] = _in_one_context(accounts, left[one_report], right[one_report])
    score = np.where(one_report, SAME, score)
    reason = np.where(one_report, CONTEXTS, reason)
    beside = apart > 0
    err = same_kind & (shared >= 2) & (shared == most) & (alike >= 0.6)
    score = np.where(beside, np.where(err, 0.55, 0.0), score)
    reason = np.where(beside, DAY_APART, reason)
    kept = score > 0
    return pd.DataFrame({"left": left[kept], "right": right[kept], "score": score[kept], "reason": reason[kept]})


def _in_one_context(accounts: Accounts, left: Numbers, right: Numbers) -> np.ndarray:
    """Whether the accounts name one place or thing, and the texts that they stand in are about the same."""
    told = accounts.particulars
    named = _dot(told.names, left, right) + _dot(told.names, left, right, told.openings)
    named += _dot(told.openings, left, right, told.names)
    found: np.ndarray = named >= 1 - SLACK
    for number in np.flatnonzero(found):
        one, two = (accounts.context(int(side[number])) for side in (left, right))
        found[number] = compare_contexts(one, two) >= CONTEXT
    return found


def _are_told_apart(accounts: Accounts, left: Numbers, right: Numbers) -> np.ndarray:
    """Whether accounts that name nobody are of two happenings: one document tells both, the one is of the morning and the
    other of the evening, the one of those for something and the other of those against it."""
    one_document = accounts.document[left] == accounts.document[right]
    together = (accounts.opens[left] < accounts.closes[right]) & (accounts.opens[right] < accounts.closes[left])
    one, two = accounts.particulars.stance[left], accounts.particulars.stance[right]
    one_side = (one == two) | (((one == 0) | (two == 0)) & ((one | two) < COUNTER))
    found: np.ndarray = one_document | ~together | ~one_side
    return found


def _by_particulars(
    accounts: Accounts, left: Numbers, right: Numbers, same_kind: np.ndarray, doubtful: np.ndarray
) -> np.ndarray:
    """Scores of accounts that name nobody in common, by the names and details that both tell; 0 where too few.

    A town is not enough, nor what any council or court is called by: a further name, a cause, a figure must be the same.
    """
    told = accounts.particulars
    names = _dot(told.names, left, right) + _dot(told.names, left, right, told.openings)
    names += _dot(told.openings, left, right, told.names)
    more = NAME * (names - 1) + _dot(told.details, left, right)
    share = (more + 1) / np.maximum(np.minimum(told.told[left], told.told[right]), 1)
    telling = ~(accounts.vague[left] & accounts.vague[right]) & ~accounts.said[left] & ~accounts.said[right]
    needed = np.select([doubtful, same_kind], [MOST_NEEDED, NEEDED], MORE_NEEDED)
    can = telling & (share >= SHARE - SLACK) & (names >= 1 - SLACK) & (more >= needed - SLACK)
    scores: np.ndarray = np.where(can, SAME + np.minimum(more, MOST) * STEP, 0.0)
    return scores


def _dot(matrix: Matrix, left: Numbers, right: Numbers, second: Matrix | None = None) -> np.ndarray:
    """For each pair the sum over columns of the product of their rows; those of `right` in a second matrix, if given."""
    return np.asarray(matrix[left].multiply((matrix if second is None else second)[right]).sum(axis=1)).ravel()
