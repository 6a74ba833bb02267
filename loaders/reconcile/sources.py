"""How many could each be wrong alone: documents that took their words from one another count as one source.

A copy counts with its original. Beside that, two reports that tell an event in one sentence, word for word or nearly so, have
it from one hand, mostly an agency's; the rest of their texts may differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from loaders.reconcile.fingerprints import common_share, find_runs

Row = Mapping[str, Any]

REUSED = 0.7
"""So many of the runs of five words of the shorter sentence stand in the other."""
LOOKED = 60
"""So many accounts of an event are compared, the most exact ones; the others count by document."""
SHORTEST = 8
"""A sentence of fewer words can be written twice."""


def count_sources(accounts: Sequence[Row], original: Mapping[str, str]) -> int:
    """How many independent sources give the accounts; `original` is document -> the document that it is a copy of."""
    names = {str(account["document_id"]) for account in accounts}
    group = {name: original.get(name, name) for name in names}
    if len(set(group.values())) < 2:
        return len(set(group.values()))
    told = [(str(account["document_id"]), str(account["sentence"]).split()) for account in accounts[:LOOKED]]
    for number, (one, sentence) in enumerate(told):
        for two, other in told[:number]:
            if group[one] != group[two] and _is_reused(sentence, other):
                group = {name: group[two] if of == group[one] else of for name, of in group.items()}
    return len(set(group.values()))


def _is_reused(one: list[str], two: list[str]) -> bool:
    if one == two:
        return len(one) >= SHORTEST
    first, second = set(one), set(two)
    if len(first & second) < REUSED / 2 * min(len(first), len(second)):
        return False
    runs, others = find_runs(" ".join(one)), find_runs(" ".join(two))
    return min(len(runs), len(others)) > SHORTEST and common_share(runs, others) >= REUSED
