"""Documents to tables.

    read → extract → attach quotes → rows        one document at a time, by `map`
    → people → reconcile → check → write         all of them together

`map` is an argument: the builtin, a process pool's, or a Dask client's.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from loaders.extract.document import Findings, extract
from loaders.kept import Kept, key_of
from loaders.read import Source, fail, find_sources, read_documents
from loaders.reconcile import find_copies, group_mentions, make_events
from loaders.records import Document, Map
from loaders.rows import Row, Rows, count_people, make_rows
from loaders.tables.conform import check, frame
from loaders.tables.schema import ANNOTATIONS, DOCUMENTS, EVENTS, LINKS, MENTIONS, QUOTES, Tables, stable_id
from loaders.tables.store import write_tables
from loaders.vocabulary import FOLDER, load_vocabulary


def build(
    paths: Iterable[str | Path],
    out: Path,
    map: Map = map,
    progress: Callable[[int, int, str], None] = lambda done, total, path: None,
) -> Tables:
    """Read the documents under the paths, write the tables under `out` and return them.

    Raises NothingToReadError where the paths hold no document, StoreError where `out` cannot be written.
    """
    sources, _ = find_sources(paths)
    with Kept(out) as kept:
        tables = make_tables(sources, map, progress, kept)
    write_tables(tables, out)
    return tables


def make_tables(
    sources: Sequence[Source],
    map: Map = map,
    progress: Callable[[int, int, str], None] = lambda done, total, path: None,
    kept: Kept | None = None,
) -> Tables:
    """The checked tables of some sources, in memory; the order of the sources, and what was kept, change nothing."""
    per_document: dict[str, Rows] = {}
    # Of two files with one name and one content, in two folders, the first by path is kept.
    sources = sorted(sources, key=lambda source: source.path)
    for done, (source, found) in enumerate(zip(sources, _process_new(sources, map, kept), strict=True), start=1):
        for rows in found:
            per_document.setdefault(str(rows["documents"][0]["document_id"]), rows)
        progress(done, len(sources), source.path)
    return assemble(per_document[key] for key in sorted(per_document))


def _process_new(sources: Sequence[Source], map: Map, kept: Kept | None) -> Iterator[list[Rows]]:
    """The rows of each file, in order: as they were kept, or read now."""
    if kept is None:
        yield from (_checked(found) for found in map(process, sources))
        return
    keys = [key_of(source) for source in sources]
    known = {key: rows for key in dict.fromkeys(keys) if (rows := kept.get(key)) is not None}
    new = map(process, [source for source, key in zip(sources, keys, strict=True) if key not in known])
    for key in keys:
        rows = known.get(key)
        if rows is None:
            rows = _checked(next(new))
            kept.put(key, rows)
        yield rows


def _checked(found: object) -> list[Rows]:
    assert isinstance(found, list)
    return found


def process(source: object) -> list[Rows]:
    """The rows of each document in a file, by table; what `map` maps."""
    assert isinstance(source, Source)
    try:
        documents = read_documents(source)
    except Exception as error:
        documents = [fail(source, _fault(error))]
    return [process_document(document) for document in documents]


def process_document(document: Document) -> Rows:
    """The rows of one document; it is failed where a fault of ours stops it."""
    vocabulary = load_vocabulary(FOLDER)
    try:
        return make_rows(extract(document, vocabulary), vocabulary)
    except Exception as error:
        # One document in a million must not stop a build; the row says what to report, and nothing of it is half there.
        failed = replace(document, status="failed", problem=_fault(error))
        return make_rows(Findings(failed, [], [], [], [], []), vocabulary)


def lost(source: object) -> list[Rows]:
    """The rows of a file at which the process that read it died, twice."""
    assert isinstance(source, Source)
    problem = "The process that read it was ended from outside, or for want of memory; nothing was taken from it."
    return [make_rows(Findings(fail(source, problem), [], [], [], [], []), load_vocabulary(FOLDER))]


def _fault(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error} ({Path(place.filename).name}, line {place.lineno})"
    return f"Dateline itself failed on this text, nothing was taken from it. Please report: {what}"


def assemble(per_document: Iterable[Rows]) -> Tables:
    """All tables from the rows of each document: people counted, mentions reconciled, everything checked."""
    vocabulary = load_vocabulary(FOLDER)
    rows: Rows = {name: [] for name in ("documents", "mentions", "quotes", "annotations", "people")}
    for some in per_document:
        for name, more in some.items():
            rows[name] += more
    documents = _mark_copies(frame(DOCUMENTS, rows["documents"]))
    mentions, links = group_mentions(frame(MENTIONS, rows["mentions"]), documents, vocabulary)
    quotes = frame(QUOTES, rows["quotes"])
    event_of = dict(zip(mentions["mention_id"], mentions["event_id"], strict=True))
    quotes["event_id"] = quotes["event_id"].map(event_of, na_action="ignore")
    people = count_people(rows["people"])
    tables = {
        "documents": documents,
        "mentions": frame(
            MENTIONS, mentions.sort_values(["document_id", "sentence_start", "mention_id"]).to_dict("records")
        ),
        "quotes": frame(QUOTES, quotes.sort_values(["document_id", "start", "quote_id"]).to_dict("records")),
        "events": frame(EVENTS, make_events(mentions, quotes, documents).to_dict("records")),
        "people": people,
        "annotations": frame(ANNOTATIONS, rows["annotations"]),
        "links": _link_rows(links, event_of),
    }
    check(tables)
    return tables


def _mark_copies(documents: pd.DataFrame) -> pd.DataFrame:
    """The documents with what each is a copy of."""
    found = find_copies(documents)
    rows: list[Row] = documents.to_dict("records")
    for row in rows:
        copy = found.get(str(row["document_id"]))
        row |= {
            "copy_of": copy.original if copy else None,
            "copy_kind": copy.kind if copy else None,
            "copy_how": copy.how if copy else None,
        }
    return frame(DOCUMENTS, rows)


def _link_rows(links: pd.DataFrame, event_of: dict[str, str]) -> pd.DataFrame:
    rows: list[Row] = [
        {
            "link_id": stable_id("link", row.mention_id, row.other_id),
            **row._asdict(),
            "joined": event_of[row.mention_id] == event_of[row.other_id],
        }
        for row in links.itertuples(index=False)
    ]
    unique = {row["link_id"]: row for row in rows}
    return frame(LINKS, sorted(unique.values(), key=lambda row: str(row["link_id"])))
