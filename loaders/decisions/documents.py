"""The document that a decision is about: by its id, else the one with its content elsewhere, else the one in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from loaders.decisions.records import TIES, Decision, Target
from loaders.decisions.targets import read_target


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision that stands and finds nothing to stand on."""

    decision_id: str
    why: str


GONE = "the document is not in the collection"


NOBODY = "nobody of this name is in the documents"


def assign(
    decisions: Sequence[Decision],
    documents: Iterable[tuple[str, str, str]],
    naming: Mapping[str, Sequence[str]],
) -> tuple[dict[str, list[Decision]], list[Orphan]]:
    """document_id -> its decisions, in their order, and those without a document. Documents are (id, path, sha256).

    A decision on several accounts is with each of their documents: there its target is the account, and `new` which of them
    it is. A decision on a person is with the documents that `naming` gives for it; that somebody is right needs none.
    """
    found: dict[str, list[Decision]] = {}
    orphans: dict[str, Orphan] = {}
    if not decisions:
        return found, []
    known = _Known(documents)
    for decision in decisions:
        if decision.target.kind == "person":
            for document_id in naming.get(decision.decision_id, ()):
                found.setdefault(document_id, []).append(decision)
            if changes_people(decision) and not naming.get(decision.decision_id):
                orphans[decision.decision_id] = Orphan(decision.decision_id, NOBODY)
            continue
        for one in _one_by_one(decision):
            own = known.find(one.target)
            if own is not None:
                found.setdefault(own, []).append(one)
            else:
                orphans[decision.decision_id] = Orphan(decision.decision_id, GONE)
    return found, list(orphans.values())


def changes_people(decision: Decision) -> bool:
    """Whether somebody is taken out of documents, or is somebody else."""
    return decision.target.kind == "person" and decision.field != "right"


def _one_by_one(decision: Decision) -> Iterator[Decision]:
    if decision.field not in TIES:
        yield decision
        return
    for place, target in enumerate([decision.target, *map(read_target, decision.new)]):
        yield replace(decision, target=target, old=None, new=place)


class _Known:
    """The documents of a build, by what one can be known again by."""

    def __init__(self, documents: Iterable[tuple[str, str, str]]) -> None:
        self.ids: set[str] = set()
        self.by_content: dict[str, list[str]] = {}
        self.by_name: dict[str, list[tuple[str, str]]] = {}
        for document_id, path, sha256 in documents:
            self.ids.add(document_id)
            self.by_content.setdefault(sha256, []).append(document_id)
            self.by_name.setdefault(PurePosixPath(path).name, []).append((document_id, path))

    def find(self, target: Target) -> str | None:
        if target.document_id in self.ids:
            return target.document_id
        same = self.by_content.get(target.sha256, []) if target.sha256 else []
        if len(same) == 1:
            return same[0]
        near = [
            (_shared_end(path, target.path), document_id)
            for document_id, path in self.by_name.get(PurePosixPath(target.path).name, [])
            if target.path
        ]
        best = [document_id for shared, document_id in near if shared == max(near)[0]]
        return best[0] if len(best) == 1 else None


def _shared_end(one: str, other: str) -> int:
    """How many parts of two paths are the same, from the file's name on: a folder may have been given by another way."""
    pairs = zip(reversed(PurePosixPath(one).parts), reversed(PurePosixPath(other).parts), strict=False)
    n = 0
    for left, right in pairs:
        if left != right:
            break
        n += 1
    return n
