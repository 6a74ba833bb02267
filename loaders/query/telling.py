"""Which words of its documents an event was found by, where its line does not say so itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from loaders.query.documents import texts_of
from loaders.query.hits import count_terms, passage
from loaders.query.selection import search_terms
from loaders.tables.index import NONE
from loaders.tables.store import Store

LONGEST = 300
"""Characters of a passage of a text."""
TELLING = """SELECT event_id, sentence AS words FROM {mentions} WHERE list_contains($1, event_id)
             UNION ALL SELECT event_id, statement FROM {quotes} WHERE list_contains($1, event_id)
             ORDER BY event_id, words"""


def find_telling(store: Store, event_ids: Sequence[str], words: str) -> dict[str, str]:
    """For each of some events the sentence or statement in which most terms of a search stand; none where none does."""
    wanted = list(event_ids)
    if not wanted or not search_terms(words):
        return {}
    best: dict[str, tuple[int, str]] = {}
    for event_id, text in store.fetch(TELLING.format(**_tables(store, wanted)), [wanted]):
        n = count_terms(text, words)
        if n > best.get(event_id, (0, ""))[0]:
            best[event_id] = n, text
    return {event_id: text for event_id, (_, text) in best.items()}


def find_in_texts(store: Store, documents: Mapping[str, Sequence[str]], words: str) -> dict[str, str]:
    """For each of some events, by its documents, the passage of that text in which most terms of a search stand."""
    texts = texts_of(store, sorted({one for told_by in documents.values() for one in told_by}))
    found = {}
    for event_id, told_by in documents.items():
        held = [(count_terms(text, words), text) for one in told_by if (text := texts.get(one) or "")]
        n, text = max(held, key=lambda one: one[0], default=(0, ""))
        if n:
            found[event_id] = passage(text, words, LONGEST)
    return found


def _tables(store: Store, event_ids: list[str]) -> dict[str, str]:
    """What stands for the tables in a query: the rows that belong to these events alone, where an index knows them."""
    index = store.index
    if index is None:
        return {"mentions": "mentions", "quotes": "quotes"}
    chosen = np.zeros(len(index) + 1, dtype=bool)
    chosen[index.places_of(event_ids)] = True
    # The last place stands for no event: NONE leads to it.
    chosen[NONE] = False
    return {
        name: store.rows(name, np.flatnonzero(chosen[own["event"]]).tolist())
        for name, own in (("mentions", index.mentions), ("quotes", index.quotes))
    }
