"""Some rows of a table exchanged for others, as it lies on the disk: the rest of it is not looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from loaders.tables.conform import frame
from loaders.tables.names import natural_order
from loaders.tables.schema import TABLES
from loaders.tables.store import to_arrow

ORDER = {
    "mentions": ["document_id", "sentence_start", "mention_id"],
    "quotes": ["document_id", "start", "quote_id"],
    "events": ["start", "end", "event_id"],
    "annotations": ["document_id", "start", "end", "annotation_id"],
}
"""How the rows of a table follow each other; documents follow by their paths."""


def read_table(current: Path, name: str) -> pa.Table:
    """A table as it is."""
    return pq.read_table(current / f"{name}.parquet")


def is_in(column: pa.ChunkedArray, values: Iterable[str]) -> pa.ChunkedArray:
    """For each value of a column whether it is one of some."""
    return pc.is_in(column, pa.array(list(values), pa.string()))


def exchange(table: pa.Table, name: str, touched: Collection[str], rows: Iterable[dict[str, object]]) -> pa.Table:
    """A table with other rows for some documents."""
    return replace_rows(table, name, pc.invert(is_in(table["document_id"], touched)), frame(TABLES[name], rows))


def replace_rows(table: pa.Table, name: str, stays: pa.ChunkedArray, new: pd.DataFrame) -> pa.Table:
    """The rows of a table that stay and new ones, in its order."""
    added = to_arrow(new, TABLES[name])
    both = pa.concat_tables([table.filter(stays).cast(added.schema), added])
    if name == "documents":
        return both.take(natural_order(both["path"].to_pylist(), both["document_id"].to_pylist())).combine_chunks()
    return both.sort_by([(column, "ascending") for column in ORDER[name]]).combine_chunks()
