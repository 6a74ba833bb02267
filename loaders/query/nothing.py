"""Why a selection leaves nothing: what would be left without each part of it, and which words are nearly those searched for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

import pyarrow as pa
import pyarrow.compute as pc

from loaders.query.found import term_parts
from loaders.query.selection import Selection, search_terms
from loaders.tables.store import Store
from loaders.tables.words import Words

DATES = ("start", "end")
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
SHORTEST = 4
"""Letters of a word of which another may be near; shorter ones are near to too many."""
MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Without:
    """A part of a selection by its fields, and how much is left without it, or by it alone."""

    fields: tuple[str, ...]
    left: int


def count_without(store: Store, selection: Selection, count: Callable[[Store, Selection], int]) -> list[Without]:
    """For each part that is chosen how much is left without that part alone, most first; none that leave nothing."""
    usual = Selection()
    found = []
    for part in _parts(selection):
        others = replace(selection, **{name: getattr(usual, name) for name in part})
        found.append(Without(part, count(store, others)))
    return sorted((one for one in found if one.left), key=lambda one: -one.left)


def count_alone(store: Store, selection: Selection, count: Callable[[Store, Selection], int]) -> list[Without]:
    """For each part that is chosen how much is left where that part alone is, most first; for those that no other may join."""
    parts = _parts(selection)
    found = [
        Without(part, count(store, replace(Selection(), **{name: getattr(selection, name) for name in part})))
        for part in parts
    ]
    return sorted((one for one in found if one.left and len(parts) > 1), key=lambda one: -one.left)


def _parts(selection: Selection) -> list[tuple[str, ...]]:
    """The fields of each part of what is chosen; both ends of the dates are one."""
    usual = Selection()
    chosen = [one.name for one in fields(Selection) if getattr(selection, one.name) != getattr(usual, one.name)]
    parts: list[tuple[str, ...]] = [
        (name,) for name in chosen if name not in (*DATES, "together", "texts", "min_weight")
    ]
    return parts + ([DATES] if set(DATES) & set(chosen) else [])


def find_near_words(store: Store, words: str) -> list[str]:
    """The search with its unknown words put as words that stand in the texts and differ in one letter; the commonest first."""
    index = store.index
    if index is None:
        return []
    known = list(index.words.values())
    near: list[tuple[str, list[str]]] = []
    for term in search_terms(words):
        for part in term_parts(store, index, term) or ():
            if len(part) >= SHORTEST and not any(_stands(one, part) for one in known):
                near.append((part, _near(known, part)))
    if not near or not all(found for _, found in near):
        return []
    first = {part: found[0] for part, found in near}
    options = [first] if len(near) > 1 else [{near[0][0]: one} for one in near[0][1]]
    return [_put(store, words, option) for option in options]


def _stands(words: Words, part: str) -> bool:
    return bool(pc.any(pc.match_substring(words.known, part)).as_py())


def _near(known: list[Words], part: str) -> list[str]:
    """Words that differ from one in a letter, of which there may be one more, one less, another, or two in the wrong order."""
    cuts = [(part[:at], part[at:]) for at in range(len(part) + 1)]
    ways = {head + tail[1:] for head, tail in cuts if tail}
    ways |= {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    ways |= {head + letter + rest for head, tail in cuts for letter in LETTERS for rest in (tail, tail[1:])}
    wanted = pa.array(sorted(ways - {part}))
    n: Counter[str] = Counter()
    for words in known:
        at = pc.index_in(wanted, value_set=words.known).to_pylist()
        for word, code in zip(wanted.to_pylist(), at, strict=True):
            if code is not None:
                n[word] += int(words.starts[code + 1] - words.starts[code])
    return sorted(n, key=lambda word: (-n[word], word))[:MOST_NEAR]


def _put(store: Store, words: str, instead: dict[str, str]) -> str:
    """A search with other words in the place of some."""
    assert store.index is not None
    said = []
    for term in search_terms(words):
        parts = [instead.get(part, part) for part in term_parts(store, store.index, term) or [term]]
        said.append(f"“{' '.join(parts)}”" if len(parts) > 1 else parts[0])
    return " ".join(said)
