"""Which accounts are worth comparing: those that share a day and somebody, or a day and a word.

Blocks are sorted and compared with the next few neighbours only, so the work grows with the number of accounts and not
with the square of the largest block (sorted neighbourhood; Hernández and Stolfo 1995). Within a block the accounts are
in the order of their people, so that those that agree stand beside each other.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from loaders.reconcile.accounts import Accounts, Numbers

NEIGHBOURS = 16
"""How far the comparison goes in a block of people, in accounts."""
WORD_NEIGHBOURS = 6
"""The same in a block of words, of which an account stands in many."""
WEEK = 7
"""Longer times are not blocked by day but looked up (`coarse_pairs`)."""
FITS = 4
"""So many exact accounts are looked at for one of a month or year; more than one is ambiguous anyway."""


def close_pairs(accounts: Accounts, rows: Numbers) -> pd.DataFrame:
    """Pairs (left, right) of the rows that share a day, and a person or a word; left < right, each once."""
    rows = rows[accounts.length[rows] <= WEEK]
    days = _expand_days(accounts, rows)
    by_person = _pairs(_with_people(accounts, days), ["day", "leader"], ["party", "kind", "row"], NEIGHBOURS)
    beside = _beside(accounts, rows[(accounts.n_people[rows] > 1) & ~accounts.vague[rows]])
    lonely = days[accounts.n_people[days["row"]] < 2]
    named = lonely[accounts.particulars.told[lonely["row"]] > 0]
    by_word = _pairs(_with_words(accounts, lonely), ["day", "kind", "word"], ["row"], WORD_NEIGHBOURS)
    by_name = _pairs(_with_names(accounts, named), ["day", "name"], ["kind", "row"], NEIGHBOURS)
    return pd.concat([by_person, beside, by_word, by_name]).drop_duplicates(ignore_index=True)


def coarse_pairs(accounts: Accounts, rows: Numbers) -> pd.DataFrame:
    """Pairs (left = a month or year, right = an account that it can hold), a few for each left."""
    coarse, exact = rows[accounts.length[rows] > WEEK], rows[accounts.length[rows] <= WEEK]
    left = _with_people(accounts, pd.DataFrame({"row": coarse}))
    right = _with_people(accounts, pd.DataFrame({"row": exact}))
    by_person = _held(accounts, left, right, "leader")
    left = _with_words(accounts, pd.DataFrame({"row": coarse[accounts.n_people[coarse] == 0]}))
    right = _with_words(accounts, pd.DataFrame({"row": rows[accounts.n_people[rows] == 0]}))
    left["word"] = left["word"] * len(accounts.kinds) + accounts.kind[left["row"]]
    right["word"] = right["word"] * len(accounts.kinds) + accounts.kind[right["row"]]
    by_word = _held(accounts, left, right, "word")
    return pd.concat([by_person, by_word]).drop_duplicates(ignore_index=True)


def _beside(accounts: Accounts, rows: Numbers) -> pd.DataFrame:
    """Pairs of the same people and kind on two days beside each other: one of them may err."""
    lines = pd.DataFrame({"row": rows, "party": accounts.party[rows], "kind": accounts.kind[rows]})
    lines["first"] = accounts.first[rows]
    lines = lines.sort_values(["party", "kind", "first", "row"], ignore_index=True)
    one, two = lines.iloc[:-1].reset_index(drop=True), lines.iloc[1:].reset_index(drop=True)
    near = (one["party"] == two["party"]) & (one["kind"] == two["kind"]) & (two["first"] - one["first"] == 1)
    left, right = one["row"][near].to_numpy(), two["row"][near].to_numpy()
    return pd.DataFrame({"left": np.minimum(left, right), "right": np.maximum(left, right)})


def _expand_days(accounts: Accounts, rows: Numbers) -> pd.DataFrame:
    """One line for each account and each day it can be on."""
    length = accounts.length[rows]
    row = np.repeat(rows, length)
    within = np.arange(len(row)) - np.repeat(np.cumsum(length) - length, length)
    return pd.DataFrame({"row": row, "day": accounts.first[row] + within})


def _with_people(accounts: Accounts, lines: pd.DataFrame) -> pd.DataFrame:
    """Each line once for every leader of its account."""
    matrix = accounts.people
    row = lines["row"].to_numpy()
    count = (matrix.indptr[row + 1] - matrix.indptr[row]).astype(np.int64)
    out = lines.loc[lines.index.repeat(count)].reset_index(drop=True)
    within = np.arange(len(out)) - np.repeat(np.cumsum(count) - count, count)
    out["leader"] = matrix.indices[matrix.indptr[out["row"]] + within]
    return out.assign(party=accounts.party[out["row"]], kind=accounts.kind[out["row"]])


def _with_words(accounts: Accounts, lines: pd.DataFrame) -> pd.DataFrame:
    """Each line once for every word of its account."""
    matrix = accounts.words
    row = lines["row"].to_numpy()
    count = (matrix.indptr[row + 1] - matrix.indptr[row]).astype(np.int64)
    out = lines.loc[lines.index.repeat(count)].reset_index(drop=True)
    within = np.arange(len(out)) - np.repeat(np.cumsum(count) - count, count)
    out["word"] = matrix.indices[matrix.indptr[out["row"]] + within].astype(np.int64)
    return out.assign(kind=accounts.kind[out["row"]])


def _with_names(accounts: Accounts, lines: pd.DataFrame) -> pd.DataFrame:
    """Each line once for every name that its account tells, or that may be one at its head."""
    found = []
    for matrix in (accounts.particulars.names, accounts.particulars.openings):
        row = lines["row"].to_numpy()
        count = (matrix.indptr[row + 1] - matrix.indptr[row]).astype(np.int64)
        out = lines.loc[lines.index.repeat(count)].reset_index(drop=True)
        within = np.arange(len(out)) - np.repeat(np.cumsum(count) - count, count)
        out["name"] = matrix.indices[matrix.indptr[out["row"]] + within].astype(np.int64)
        found.append(out.assign(kind=accounts.kind[out["row"]]))
    return pd.concat(found, ignore_index=True)


def _pairs(lines: pd.DataFrame, block: list[str], order: list[str], reach: int) -> pd.DataFrame:
    """Each line of a block with the next `reach` lines of the same block."""
    lines = lines.sort_values([*block, *order], ignore_index=True)
    number = lines.groupby(block, sort=False).ngroup().to_numpy()
    row = lines["row"].to_numpy()
    found: list[pd.DataFrame] = []
    for step in range(1, reach + 1):
        same = np.flatnonzero(number[:-step] == number[step:])
        if not len(same):
            break
        one, two = row[same], row[same + step]
        found.append(pd.DataFrame({"left": np.minimum(one, two), "right": np.maximum(one, two)}))
    if not found:
        return pd.DataFrame({"left": np.array([], np.int64), "right": np.array([], np.int64)})
    out = pd.concat(found).drop_duplicates()
    return out[out["left"] != out["right"]]


def _held(accounts: Accounts, left: pd.DataFrame, right: pd.DataFrame, key: str) -> pd.DataFrame:
    """Each coarse line with the first few lines of the same key whose days it can hold, by binary search."""
    right = right.assign(day=accounts.first[right["row"]]).sort_values([key, "day", "row"], ignore_index=True)
    span = np.int64(1) << 26
    place = right[key].to_numpy(np.int64) * span + right["day"].to_numpy(np.int64)
    base = left[key].to_numpy(np.int64) * span
    low = np.searchsorted(place, base + accounts.first[left["row"]], "left")
    high = np.searchsorted(place, base + accounts.last[left["row"]], "right")
    found = []
    for step in range(FITS):
        fits = np.flatnonzero(low + step < high)
        found.append(
            pd.DataFrame({"left": left["row"].to_numpy()[fits], "right": right["row"].to_numpy()[low[fits] + step]})
        )
    out = pd.concat(found).drop_duplicates()
    return out[out["left"] != out["right"]]
