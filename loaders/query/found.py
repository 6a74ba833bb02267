"""The events of a selection by their places in the index: what `events_where` says in SQL, as a look at a few arrays.

Places come in order, so in that of time. What was found is kept for the next question about the same selection, whoever
asks it, as long as all that is kept takes no more than KEPT bytes.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.moments import microseconds_of
from loaders.query.selection import COLUMN, OF_DOCUMENTS, REVIEW_BELOW, TAKING_PART, Selection, search_terms
from loaders.tables.index import NONE, Array, Index, Lists
from loaders.tables.store import Store
from loaders.tables.words import LETTER

KEPT = 200_000_000
"""Bytes of what was found that are kept, for one build of tables."""
_lock = threading.Lock()


def find_events(store: Store, index: Index, selection: Selection) -> Array | None:
    """The places of the selected events, in order; None where only a look at every text can tell."""
    places: Array | None = _remember(index, ("events", selection), lambda: _find_events(store, index, selection))
    return places


def _find_events(store: Store, index: Index, selection: Selection) -> Array | None:
    low, high = _stretch(index, selection)
    left = np.ones(high - low, dtype=bool)
    if selection.start is not None:
        left &= index.end[low:high] > microseconds_of(selection.start)
    for facet, column in COLUMN.items():
        if chosen := getattr(selection, facet):
            lists = index.kinds if facet == "kinds" else index.lists[column]
            left &= _has(lists, low, high, chosen, all_of=facet in TAKING_PART and selection.together)
    for facet, column in OF_DOCUMENTS.items():
        if chosen := getattr(selection, facet):
            sql = f"SELECT document_id FROM documents WHERE list_contains(?, {column})"
            tellers = tuple(row[0] for row in store.fetch(sql, [list(chosen)]))
            left &= _has(index.lists["documents"], low, high, tellers, all_of=False)
    if selection.unsure:
        left &= index.rows["confidence"].to_numpy()[low:high] < REVIEW_BELOW
    if selection.corroborated:
        left &= index.several[low:high]
    if selection.disputed:
        left &= index.disputed[low:high]
    if selection.min_weight > 0:
        left &= index.weight[low:high] >= selection.min_weight
    for term in search_terms(selection.words):
        holding = find_term(store, index, term, selection.texts)
        if holding is None:
            return None
        left &= holding[low:high]
    return (np.flatnonzero(left) + low).astype(np.int32)


def _stretch(index: Index, selection: Selection) -> tuple[int, int]:
    """The places among which all events of the time asked for lie."""
    low, high = 0, len(index)
    if selection.start is not None:
        low = int(np.searchsorted(index.reach, microseconds_of(selection.start), side="right"))
    if selection.end is not None:
        high = int(np.searchsorted(index.start, microseconds_of(selection.end), side="left"))
    return low, max(low, high)


def _has(lists: Lists, low: int, high: int, chosen: tuple[str, ...], all_of: bool) -> Array:
    """Which of some rows have any of some ids, or all of them."""
    codes = lists.codes[lists.bounds[low] : lists.bounds[high]]
    rows = rows_of_entries(lists, low, high)
    wanted = [[lists.code_of(one)] for one in chosen] if all_of else [[lists.code_of(one) for one in chosen]]
    result = np.ones(high - low, dtype=bool)
    for some in wanted:
        table = np.zeros(len(lists.ids) + 1, dtype=bool)
        table[some] = True
        # The last one stands for ids that no row has: -1 is its place.
        table[NONE] = False
        holding = np.zeros(high - low, dtype=bool)
        holding[rows[table[codes]]] = True
        result &= holding
    return result


def rows_of_entries(lists: Lists, low: int, high: int) -> Array:
    """For each entry of the lists of some rows, which of them it belongs to, from 0."""
    return np.repeat(np.arange(high - low, dtype=np.int32), np.diff(lists.bounds[low : high + 1]))


def entries_of(lists: Lists, places: Array) -> tuple[Array, Array]:
    """The ids in the lists of some rows, as numbers, and for each which of `places` it belongs to, from 0."""
    if len(places) and places[-1] - places[0] + 1 == len(places):
        low, high = int(places[0]), int(places[-1]) + 1
        return lists.codes[lists.bounds[low] : lists.bounds[high]], rows_of_entries(lists, low, high)
    begins = lists.bounds[places]
    sizes = lists.bounds[places + 1] - begins
    owners = np.repeat(np.arange(len(places), dtype=np.int32), sizes)
    shift = begins - (np.cumsum(sizes) - sizes)
    return lists.codes[np.arange(len(owners)) + shift[owners]], owners


# Words


def find_term(store: Store, index: Index, term: str, texts: bool = False) -> Array | None:
    """Which events a term of a search finds, as a flag for each place; None where only a look at every text can tell.

    A word may be part of a longer one; a phrase is whole words. It may stand in the event's line, in a sentence or quote of
    it, in its place, or in the name of whoever took part; with `texts` anywhere in a document that tells it.
    """

    def find() -> Array | None:
        parts = term_parts(store, index, term)
        if parts is None:
            return None
        flags = np.zeros(len(index), dtype=bool)
        flags[index.words["titles"].rows_with(parts)] = True
        _flag(flags, index.mentions["event"][index.words["sentences"].rows_with(parts)])
        _flag(flags, index.quotes["event"][index.words["quotes"].rows_with(parts, first_column=True)])
        flags[index.words["places"].rows_with(parts)] = True
        if texts:
            _flag_told_by(flags, index, np.unique(index.words["documents"].rows_with(parts)))
        named = index.words["names"].rows_with(parts)
        for facet, numbers in index.people.items():
            lists = index.lists[facet]
            acting = np.zeros(len(lists.ids) + 1, dtype=bool)
            acting[numbers[named]] = True
            acting[NONE] = False
            if acting.any():
                flags[rows_of_entries(lists, 0, len(index))[acting[lists.codes]]] = True
        return flags

    flags: Array | None = _remember(index, ("term", term, texts), find)
    return flags


def _flag(flags: Array, places: Array) -> None:
    flags[places[places != NONE]] = True


def _flag_told_by(flags: Array, index: Index, documents: Array) -> None:
    """Flag the events that any of some documents tells, these by their rows."""
    lists = index.lists["documents"]
    telling = pc.is_in(lists.ids, value_set=index.documents.take(pa.array(documents)))
    holding = telling.to_numpy(zero_copy_only=False)
    flags[rows_of_entries(lists, 0, len(index))[holding[lists.codes]]] = True


def term_parts(store: Store, index: Index, term: str) -> list[str] | None:
    """The words of a term as the index has them; None where one is more than letters and digits when it is folded."""

    def fold() -> list[str] | None:
        sql = f"""SELECT folded, regexp_full_match(folded, '{LETTER}+( {LETTER}+)*')
                  FROM (SELECT strip_accents(lower(?)) AS folded)"""
        [(folded, plain)] = store.fetch(sql, [term])
        return folded.split(" ") if plain else None

    parts: list[str] | None = _remember(index, ("parts", term), fold)
    return parts


# What is kept


def _remember(index: Index, key: Hashable, find: Callable[[], Any]) -> Any:
    """What was found before for the same question, or what is found now."""
    kept: OrderedDict[Hashable, Any] = index.kept.setdefault("found", OrderedDict())
    with _lock:
        if key in kept:
            kept.move_to_end(key)
            return kept[key]
    result = find()
    if isinstance(result, np.ndarray):
        result.flags.writeable = False
    with _lock:
        if key not in kept:
            index.kept["size"] = index.kept.get("size", 0) + _size(result)
            kept[key] = result
        while index.kept["size"] > KEPT and len(kept) > 1:
            index.kept["size"] -= _size(kept.popitem(last=False)[1])
    return result


def _size(value: Any) -> int:
    return 500 + (int(value.nbytes) if isinstance(value, np.ndarray) else 0)


@dataclass(frozen=True, slots=True)
class Found:
    """The events of a selection in the index."""

    index: Index
    places: Array

    def __len__(self) -> int:
        return len(self.places)

    def __bool__(self) -> bool:
        """That there is an answer, be it that there are none."""
        return True


def look_up(store: Store, selection: Selection) -> Found | None:
    """The events of a selection; None where there is no index, or only a look at every text can tell."""
    if store.index is None:
        return None
    places = find_events(store, store.index, selection)
    return None if places is None else Found(store.index, places)
