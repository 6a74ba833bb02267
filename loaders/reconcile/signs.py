"""What speaks for and against two accounts of one story being of one event, sign by sign, and what that comes to.

The signs are only seen here; what each is worth stands in data/vocabulary/retellings.yaml, found by `benchmarks/retellings.py`
from reports of which somebody said by hand which accounts tell one event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from loaders.reconcile.accounts import Accounts, Numbers
from loaders.reconcile.rarity import Matrix, likeness
from loaders.reconcile.tellings import WEEK, Tellings
from loaders.vocabulary import shared_words

ALWAYS = "always"


@dataclass(frozen=True)
class Pairs:
    """Accounts of one story, two and two."""

    left: Numbers
    right: Numbers
    alike: np.ndarray
    """How alike their texts are; 0 for accounts of one document."""

    @property
    def is_one_document(self) -> np.ndarray:
        same: np.ndarray = self.alike == 0
        return same


def find_signs(accounts: Accounts, told: Tellings, pairs: Pairs) -> dict[str, np.ndarray]:
    """The signs of each pair by name: 0 and 1, or how much."""
    return {
        **_of_words(accounts, told, pairs),
        **_of_times(accounts, told, pairs),
        **_of_kinds(accounts, pairs),
        **_of_people(told, pairs),
        **_of_report(accounts, told, pairs),
    }


def weigh_signs(signs: Mapping[str, np.ndarray], folder: Path) -> np.ndarray:
    """How likely each pair is one event: log-odds, above 0 where it is likelier than not."""
    weights = shared_words("retellings", folder)
    total: np.ndarray = sum((weights.get(name, 0.0) * sign for name, sign in signs.items()), np.array(weights[ALWAYS]))
    return total


def _of_words(accounts: Accounts, told: Tellings, pairs: Pairs) -> dict[str, np.ndarray]:
    left, right = pairs.left, pairs.right
    headlines = likeness(told.titles, accounts.document[left], accounts.document[right])
    held = _share_held(told, left, right), _share_held(told, right, left)
    return {
        "the texts are alike": pairs.alike,
        "both stand in one document": pairs.is_one_document.astype(float),
        "the headlines are alike": np.where(pairs.is_one_document, 0.0, headlines),
        "words in common beside the headline": likeness(told.own_words, left, right),
        "the line of one stands in the other": np.maximum(*held),
        "the line of each stands in the other": np.minimum(*held),
    }


def _share_held(told: Tellings, one: Numbers, two: Numbers) -> np.ndarray:
    return _dot(told.line, one, told.has_word, two)


def _of_times(accounts: Accounts, told: Tellings, pairs: Pairs) -> dict[str, np.ndarray]:
    left, right = pairs.left, pairs.right
    same = (accounts.first[left] == accounts.first[right]) & (accounts.last[left] == accounts.last[right])
    longest = np.maximum(accounts.length[left], accounts.length[right])
    undated = ~accounts.dated[left] | ~accounts.dated[right]
    days = days_apart(accounts, left, right)
    apart = days > 1
    return {
        "on one day": (same & (longest <= 1)).astype(float),
        "in one longer time": (same & (longest > 1)).astype(float),
        "one has its day from the publication": undated.astype(float),
        "on the next day": ((days == 1) & ~undated).astype(float),
        "days apart": (apart & ~undated).astype(float),
        "days apart, one by the publication": (apart & undated).astype(float),
        "one has a longer time than the other": (~same & (longest > WEEK)).astype(float),
    }


def days_apart(accounts: Accounts, left: Numbers, right: Numbers) -> Numbers:
    """Days from the end of the earlier to the begin of the later; 0 and less where the times can be the same."""
    latest: Numbers = np.maximum(accounts.first[left], accounts.first[right])
    return latest - np.minimum(accounts.last[left], accounts.last[right])


def _of_kinds(accounts: Accounts, pairs: Pairs) -> dict[str, np.ndarray]:
    left, right = pairs.left, pairs.right
    telling = ~accounts.vague[left] & ~accounts.vague[right]
    return {
        "of one kind": (telling & (accounts.kind[left] == accounts.kind[right])).astype(float),
        "one is only said": (accounts.said[left] ^ accounts.said[right]).astype(float),
        "both are only said": (accounts.said[left] & accounts.said[right]).astype(float),
    }


def _of_people(told: Tellings, pairs: Pairs) -> dict[str, np.ndarray]:
    shared = _dot(told.actors, pairs.left, told.actors, pairs.right) > 0
    both = (told.n_actors[pairs.left] > 0) & (told.n_actors[pairs.right] > 0)
    one_doer = _dot(told.doers, pairs.left, told.doers, pairs.right) > 0
    both_done = (told.n_doers[pairs.left] > 0) & (told.n_doers[pairs.right] > 0)
    return {
        "somebody acts in both": shared.astype(float),
        "others act in each": (both & ~shared).astype(float),
        "others did each": (both_done & ~one_doer).astype(float),
    }


def _of_report(accounts: Accounts, told: Tellings, pairs: Pairs) -> dict[str, np.ndarray]:
    left, right = pairs.left, pairs.right
    both = told.is_head[left] & told.is_head[right] & told.opens[left] & told.opens[right]
    heads = (told.is_head[left] & told.opens[right]) | (told.is_head[right] & told.opens[left])
    in_right = likeness(told.words, left, accounts.document[right], told.titles)
    in_left = likeness(told.words, right, accounts.document[left], told.titles)
    return {
        "what a report is about, and news": heads.astype(float),
        "the same, in the headline of the other": heads * np.maximum(in_right, in_left),
        "each stands in the headline of the other": np.minimum(in_right, in_left),
        "how much the reports are about them": np.minimum(told.weight[left], told.weight[right]),
        "each is what its report is about, and news": both.astype(float),
        "one is to come or denied": (told.status[left] != told.status[right]).astype(float),
    }


def _dot(one: Matrix, left: Numbers, two: Matrix, right: Numbers) -> np.ndarray:
    return np.asarray(one[left].multiply(two[right]).sum(axis=1)).ravel()
