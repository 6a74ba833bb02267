"""Making the index of some tables (index.py says what is in it): once a build, from the rows as they are written."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from loaders.tables.index import FORMAT, LISTS, NONE, SAID, Array, hash_ids
from loaders.tables.words import write_words

OF_TABLE = {"documents": "documents", "names": "people", "sentences": "mentions", "quotes": "quotes"}
"""Parts of the index that are made of one table, in the order of its rows."""
LONG_ENOUGH = 120
"""Of two quotes of an event the longer one is shown, but none is the better for being longer than this."""


def write_index(tables: dict[str, pa.Table], folder: Path, unchanged: Mapping[str, Path] | None = None) -> None:
    """Write the index of some tables into a folder that is made for it.

    `unchanged` are tables that have the rows that they had, with the index of before: what takes longest, the words of all
    texts, is taken from there.
    """
    folder.mkdir()
    events = tables["events"]
    events = events.take(
        pc.sort_indices(events, [("start", "ascending"), ("end", "ascending"), ("event_id", "ascending")])
    )
    events = events.combine_chunks()
    ids = {name: _write_ids(_flat(events[name]), folder / f"ids-{name}.arrow") for name in LISTS}
    ids["kinds"] = _write_ids(_one(events["event_type"]), folder / "ids-kinds.arrow")
    place = {
        name: pc.index_in(tables[name]["event_id"], value_set=_one(events["event_id"]))
        for name in ("mentions", "quotes")
    }
    said, said_rows = _choose_quotes(tables["quotes"], place["quotes"], len(events))
    _write_table(said_rows, folder / "said.arrow")
    _write_table(_with_numbers(events, ids, said), folder / "events.arrow")
    _write_relations(tables, place, ids, folder)
    hashes = hash_ids(events["event_id"].to_pylist())
    order = np.argsort(hashes, kind="stable").astype(np.int32)
    np.save(folder / "hashes.npy", hashes[order])
    np.save(folder / "by_hash.npy", order)
    text = {
        "titles": [events["title"]],
        "sentences": [tables["mentions"]["sentence"]],
        "quotes": [tables["quotes"][name] for name in ("statement", "speaker", "speaker_text", "cue")],
        "documents": [tables["documents"][name] for name in ("title", "publisher", "text")],
        "names": [tables["people"]["name"]],
        "places": [pc.binary_join(events["places"], ", ")],
    }
    with duckdb.connect() as connection:
        for name, columns in text.items():
            before = (unchanged or {}).get(OF_TABLE.get(name, ""))
            if before is None or not _link(before, f"words-{name}", folder):
                write_words(connection, columns, folder / f"words-{name}")
    (folder / "format.json").write_text(json.dumps({"format": FORMAT}), encoding="utf-8")


def _link(before: Path, name: str, folder: Path) -> bool:
    """Have the files of a part of an index before stand in this one; False where that is not possible."""
    try:
        if json.loads((before / "format.json").read_text(encoding="utf-8")) != {"format": FORMAT}:
            return False
        shutil.copytree(before / name, folder / name, copy_function=os.link)
    except (OSError, ValueError):
        shutil.rmtree(folder / name, ignore_errors=True)
        return False
    return True


def _with_numbers(events: pa.Table, ids: dict[str, pa.Array], said: Array) -> pa.Table:
    """The events with what the index adds, in columns with a dot before their names."""
    weight, confidence = (events[name].to_numpy() for name in ("weight", "confidence"))
    by_rank = np.lexsort((-confidence, -weight)).astype(np.int32)
    rank = np.empty_like(by_rank)
    rank[by_rank] = np.arange(len(by_rank), dtype=np.int32)
    more: dict[str, Any] = {
        "rank": rank,
        "by_rank": by_rank,
        "several": (events["n_sources"].to_numpy() > 1).astype(np.uint8),
        "disputed": (pc.list_value_length(events["disputed"]).to_numpy() > 0).astype(np.uint8),
        "kinds": pc.index_in(events["event_type"], value_set=ids["kinds"]),
        "said": said,
    }
    for name in LISTS:
        lists = _one(events[name])
        codes = pc.index_in(lists.flatten(), value_set=ids[name])
        more[name] = pa.ListArray.from_arrays(_offsets(lists), codes)
    for name, values in more.items():
        events = events.append_column(f".{name}", pa.array(values) if isinstance(values, np.ndarray) else values)
    return events


def _write_relations(
    tables: dict[str, pa.Table], place: dict[str, Any], ids: dict[str, pa.Array], folder: Path
) -> None:
    mentions, quotes, people = tables["mentions"], tables["quotes"], tables["people"]
    documents = _one(tables["documents"]["document_id"])
    _write_table(
        pa.table(
            {
                "event": pc.fill_null(place["mentions"], NONE),
                "document": _numbers(mentions["document_id"], ids["documents"]),
                "text": _numbers(mentions["document_id"], documents),
            }
        ),
        folder / "mentions.arrow",
    )
    links, mention_ids = tables["links"], _one(mentions["mention_id"])
    ends = {name: _numbers(links[f"{name}_id"], mention_ids) for name in ("mention", "other")}
    _write_table(pa.table(ends), folder / "links.arrow")
    annotations = pa.table({"text": _numbers(tables["annotations"]["document_id"], documents)})
    _write_table(annotations, folder / "annotations.arrow")
    _write_table(pa.table({"id": documents}), folder / "documents.arrow")
    speakers = _write_ids(_one(quotes["speaker"]), folder / "ids-speakers.arrow")
    topics = _one(quotes["topics"])
    said = {
        "event": pc.fill_null(place["quotes"], NONE),
        "document": _numbers(quotes["document_id"], ids["documents"]),
        "text": _numbers(quotes["document_id"], documents),
        "speaker": _numbers(quotes["speaker"], speakers),
        "topics": pa.ListArray.from_arrays(_offsets(topics), _numbers(topics.flatten(), ids["topics"])),
        # Without a date it lies in no time that is asked for.
        "start": pc.fill_null(pc.cast(quotes["said_start"], pa.int64()), np.iinfo(np.int64).max),
        "end": pc.fill_null(pc.cast(quotes["said_end"], pa.int64()), np.iinfo(np.int64).min),
    }
    _write_table(pa.table(said), folder / "quotes.arrow")
    acting = {name: _numbers(people["leader_id"], ids[name]) for name in ("leaders", "actors")}
    _write_table(pa.table(acting), folder / "people.arrow")


def _choose_quotes(quotes: pa.Table, place: Any, n: int) -> tuple[Array, pa.Table]:
    """For each event the row of the quote that is shown with it, and these rows."""
    own = pa.table(
        {
            "row": np.arange(len(quotes)),
            "event": pc.fill_null(place, NONE),
            "mixed": pc.equal(quotes["kind"], "mixed"),
            "open": pc.is_null(quotes["speaker"]),
            "confidence": pc.negate(quotes["confidence"]),
            "short": pc.negate(pc.min_element_wise(pc.utf8_length(quotes["text"]), LONG_ENOUGH)),
            "quote_id": quotes["quote_id"],
        }
    )
    own = own.filter(pc.and_(pc.not_equal(quotes["kind"], "indirect"), pc.greater_equal(own["event"], 0)))
    keys = ("event", "mixed", "open", "confidence", "short", "quote_id")
    own = own.take(pc.sort_indices(own, [(key, "ascending") for key in keys]))
    events, first = np.unique(own["event"].to_numpy(), return_index=True)
    said = np.full(n, NONE, np.int32)
    said[events] = np.arange(len(events), dtype=np.int32)
    return said, quotes.select(list(SAID)).take(own["row"].take(pa.array(first)))


def _one(column: pa.ChunkedArray) -> pa.Array:
    combined = column.combine_chunks()
    return combined if isinstance(combined, pa.Array) else pa.concat_arrays(combined.chunks)


def _flat(column: pa.ChunkedArray) -> pa.Array:
    return _one(column).flatten()


def _offsets(lists: pa.ListArray) -> pa.Array:
    return pa.array(
        np.concatenate([[0], np.cumsum(pc.list_value_length(lists).to_numpy(zero_copy_only=False))]), pa.int32()
    )


def _numbers(values: Any, ids: pa.Array) -> Any:
    return pc.fill_null(pc.index_in(values, value_set=ids), NONE)


def _write_ids(values: pa.Array, path: Path) -> pa.Array:
    found = values.unique().drop_null()
    found = found.take(pc.sort_indices(found))
    _write_table(pa.table({"id": found}), path)
    return found


def _write_table(table: pa.Table, path: Path) -> None:
    table = table.combine_chunks()
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_table(table)
