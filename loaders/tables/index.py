"""What is made of the tables once, at build time, so that no question reads them whole: the folder `index` beside them.

    events.arrow     the events in order of time, as they are, with ids as numbers and their rank by weight
    ids-….arrow      the ids that such a number stands for, in order
    mentions.arrow   for each mention the place of its event and its document; quotes.arrow likewise, with who, what and when;
                     links.arrow, annotations.arrow, documents.arrow: which rows of other tables belong to a row
    said.arrow       the quote that is shown with an event
    hashes.npy       the hashes of the events' ids in order, by_hash.npy whose they are: an id's place is looked up, not counted
    words-…          which words stand where (words.py)

The files are mapped into memory, not read: opening them costs nothing, and several readers share them. Tables without this
folder, or with one of another format, answer everything as well, by looking at each row.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from loaders.tables.words import Words, open_words

FOLDER = "index"
FORMAT = 3
"""Another number where the files or what they mean change."""
LISTS = ("leaders", "actors", "topics", "documents", "places")
SAID = ("kind", "text", "statement", "speaker", "speaker_text")
"""What is shown of the quote of an event."""
NONE = -1

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Lists:
    """A column of lists: those of row i are `codes[bounds[i]:bounds[i + 1]]`, each the place of an id in `ids`."""

    ids: pa.Array
    bounds: Array
    codes: Array

    def code_of(self, value: str) -> int:
        """The number of an id, NONE for one that no row has."""
        return find_id(self.ids, value)


@dataclass(frozen=True)
class Index:
    """The index of some tables, open for reading. A place is an event's number in the order of start, end and id."""

    rows: pa.Table
    """The events in order of time, with the columns of the table."""
    start: Array
    end: Array
    """Microseconds since 1970."""
    weight: Array
    rank: Array
    """Of each place, 0 for the event that weighs most; of two as heavy the surer one comes first, then the earlier."""
    by_rank: Array
    several: Array
    """Whether two sources tell it."""
    disputed: Array
    kinds: Lists
    lists: dict[str, Lists]
    said: Array
    """The row of `said_rows` that is shown with an event, or NONE."""
    said_rows: pa.Table
    mentions: dict[str, Array]
    """Of each row of the table the place of its `event`, its `document` among the ids of the events, and as a row: `text`."""
    quotes: dict[str, Array]
    links: dict[str, Array]
    """Of each row of the table the rows of both its mentions."""
    annotations: dict[str, Array]
    documents: pa.Array
    """The ids of the documents, row by row."""
    quote_topics: Lists
    speakers: pa.Array
    hashes: Array
    """The hashes of all event ids in order, and in `by_hash` the place of the event that each is of."""
    by_hash: Array
    people: dict[str, Array]
    """Of each row of the table its number among the ids of `leaders` and of `actors`; NONE where it is not among them."""
    words: dict[str, Words]
    kept: dict[Any, Any] = field(default_factory=dict)
    """For what is found with it: see loaders/query/found.py."""

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def reach(self) -> Array:
        """Of each place the last moment that it or one before it reaches, so that a window can begin where it must."""
        return np.maximum.accumulate(self.end)

    def places_of(self, event_ids: Iterable[str]) -> Array:
        """The places of some events; of an id that there is not, NONE."""
        wanted = list(event_ids)
        if not wanted or not len(self):
            return np.full(len(wanted), NONE)
        near = self.by_hash[np.minimum(np.searchsorted(self.hashes, hash_ids(wanted)), len(self) - 1)]
        found = self.rows["event_id"].take(pa.array(near)).to_pylist()
        return np.where([one == other for one, other in zip(found, wanted, strict=True)], near, NONE)


def hash_ids(ids: Iterable[str]) -> Array:
    """A number for each id, the same in any version of what this runs on."""
    hashed = b"".join(blake2b(one.encode(), digest_size=8).digest() for one in ids)
    return np.frombuffer(hashed, dtype="<u8")


def find_id(ids: pa.Array, value: str) -> int:
    """The place of an id among some in order; NONE where it is not among them."""
    low, high = 0, len(ids)
    while low < high:
        middle = (low + high) // 2
        # As Arrow sorts them and DuckDB compares them: by their bytes.
        if ids[middle].as_py().encode() < value.encode():
            low = middle + 1
        else:
            high = middle
    return low if low < len(ids) and ids[low].as_py() == value else NONE


def open_index(folder: Path) -> Index | None:
    """The index in a folder of tables; None where there is none that this version can read."""
    place = folder / FOLDER
    try:
        if json.loads((place / "format.json").read_text(encoding="utf-8")) != {"format": FORMAT}:
            return None
        return _open(place)
    except (OSError, ValueError, KeyError, pa.ArrowInvalid):
        return None


def _open(place: Path) -> Index:
    events, quotes = _map(place / "events.arrow"), _map(place / "quotes.arrow")
    ids = {name: _ids(place / f"ids-{name}.arrow") for name in (*LISTS, "kinds", "speakers")}
    own = {name: _numpy(events, f".{name}") for name in ("rank", "by_rank", "several", "disputed", "kinds", "said")}
    return Index(
        rows=events.select([name for name in events.column_names if not name.startswith(".")]),
        start=_numpy(events, "start").view(np.int64),
        end=_numpy(events, "end").view(np.int64),
        weight=_numpy(events, "weight"),
        rank=own["rank"],
        by_rank=own["by_rank"],
        several=own["several"].view(bool),
        disputed=own["disputed"].view(bool),
        kinds=Lists(ids["kinds"], np.arange(len(events) + 1), own["kinds"]),
        lists={name: _lists(events, f".{name}", ids[name]) for name in LISTS},
        said=own["said"],
        said_rows=_map(place / "said.arrow"),
        mentions=_columns(_map(place / "mentions.arrow"), "event", "document", "text"),
        quotes=_columns(quotes, "event", "document", "text", "speaker", "start", "end"),
        links=_columns(_map(place / "links.arrow"), "mention", "other"),
        annotations=_columns(_map(place / "annotations.arrow"), "text"),
        documents=_ids(place / "documents.arrow"),
        quote_topics=_lists(quotes, "topics", ids["topics"]),
        speakers=ids["speakers"],
        hashes=np.load(place / "hashes.npy", mmap_mode="r").view(np.ndarray),
        by_hash=np.load(place / "by_hash.npy", mmap_mode="r").view(np.ndarray),
        people=_columns(_map(place / "people.arrow"), "leaders", "actors"),
        words={name: open_words(place / f"words-{name}") for name in WORDS},
    )


WORDS = ("titles", "sentences", "quotes", "documents", "names", "places")


def _map(path: Path) -> pa.Table:
    return pa.ipc.open_file(pa.memory_map(os.fspath(path))).read_all()


def _ids(path: Path) -> pa.Array:
    column = _map(path)["id"]
    return column.chunk(0) if column.num_chunks else pa.array([], pa.string())


def _numpy(table: pa.Table, name: str) -> Array:
    column = table[name]
    return np.asarray(column.chunk(0).to_numpy() if column.num_chunks else column.to_numpy())


def _columns(table: pa.Table, *names: str) -> dict[str, Array]:
    return {name: _numpy(table, name) for name in names}


def _lists(table: pa.Table, name: str, ids: pa.Array) -> Lists:
    column = table[name]
    if not column.num_chunks:
        return Lists(ids, np.zeros(1, np.int32), np.zeros(0, np.int32))
    lists = column.chunk(0)
    return Lists(ids, lists.offsets.to_numpy(), lists.values.to_numpy())
