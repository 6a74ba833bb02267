"""How many could each be wrong alone: documents that took their words from one another count as one source.

A copy counts with its original. Beside that, two reports that tell an event in one sentence, word for word or nearly so, have
it from one hand, mostly an agency's; the rest of their texts may differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from loaders.reconcile.fingerprints import RUN, WORD

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
    told = [_Told(str(account["document_id"]), str(account["sentence"])) for account in accounts[:LOOKED]]
    for number, one in enumerate(told):
        for two in told[:number]:
            if group[one.document] != group[two.document] and _is_reused(one, two):
                one_source, other = group[two.document], group[one.document]
                group = {name: one_source if of == other else of for name, of in group.items()}
    return len(set(group.values()))


class _Told:
    """A sentence as words; its runs are made when they are asked for, and once."""

    def __init__(self, document: str, sentence: str) -> None:
        self.document, self.list = document, sentence.split()
        self.set = set(self.list)

    @cached_property
    def runs(self) -> set[tuple[str, ...]]:
        """The runs of RUN words, without case and marks."""
        found = WORD.findall(" ".join(self.list).casefold())
        return set(zip(*(found[place:] for place in range(RUN)), strict=False))


def _is_reused(one: _Told, two: _Told) -> bool:
    if one.list == two.list:
        return len(one.list) >= SHORTEST
    if len(one.set & two.set) < REUSED / 2 * min(len(one.set), len(two.set)):
        return False
    fewest = min(len(one.runs), len(two.runs))
    return fewest > SHORTEST and len(one.runs & two.runs) >= REUSED * fewest
