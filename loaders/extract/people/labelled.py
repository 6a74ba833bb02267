"""People whom a transcript names at the heads of their turns: "Lien: I left in the spring."."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.people.names import Name
from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import Tokens
from loaders.layout.turns import Turn


def with_speakers(names: Sequence[Name], turns: Sequence[Turn], tokens: Tokens, lists: PeopleWords) -> list[Name]:
    """The names, those marked as people that stand where it is said who speaks; no letter, role or word for a thing is one."""
    spans = sorted({turn.name for turn in turns if not turn.role})
    if not spans:
        return list(names)
    starts = [start for start, _ in spans]
    marked = []
    for name in names:
        at = bisect_right(starts, tokens.starts[name.first]) - 1
        speaks = at >= 0 and tokens.ends[name.last] <= spans[at][1] and _is_named(name, lists)
        marked.append(replace(name, person=True, speaks=True) if speaks else name)
    return marked


def _is_named(name: Name, lists: PeopleWords) -> bool:
    part = name.parts[-1]
    nobody = lists.titles | lists.title_parts | lists.roles | lists.not_people | lists.openers
    return len(part) > 1 and (len(name.parts) > 1 or part not in nobody)
