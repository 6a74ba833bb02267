"""What the first questions to some tables would have to make: asked for once, while nobody waits."""

from __future__ import annotations

from loaders.query import choices, marks, rows
from loaders.query.found_rows import reading_order
from loaders.query.selection import COLUMN, OF_DOCUMENTS, Facet, Selection
from loaders.tables.store import Store

FACETS: tuple[Facet, ...] = (*COLUMN, *OF_DOCUMENTS)  # type: ignore[arg-type]


def warm_up(store: Store) -> None:
    """Bring what every filter looks at into memory, and make what is kept with the index. Without an index nothing is."""
    if store.index is None:
        return
    reading_order(store.index)
    rows.count_totals(store)
    for facet in FACETS:
        choices.count_choices(store, Selection(), facet)
    for lanes in ("leaders", "actors"):
        marks.count_lanes(store, Selection(), lanes, 1)
    # The files are mapped: what has been looked at once is in memory, whichever rows are asked for next.
    for name in ("start", "end", "weight", "rank", "by_rank", "hashes", "by_hash"):
        getattr(store.index, name).max(initial=0)
    rows.get_event(store, "")
