"""Documents to tables.

    read → extract → attach quotes → rows        one document at a time, by `map`
    → decisions                                  what a reader put right, laid on these rows
    → people → reconcile → check → write         all of them together

`map` is an argument: the builtin, a process pool's, or a Dask client's.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from loaders.changes import look_at, note_changes
from loaders.decided import Outcome, accept, add_people, find_said_at, keep_told, lay_on, one_at_a_time
from loaders.decisions.log import read_log
from loaders.decisions.records import Decision
from loaders.decisions.standing import find_standing
from loaders.extract.document import Findings, extract
from loaders.kept import Kept, at_path, code_version, key_of
from loaders.laid_topics import lay_topics
from loaders.noted import write_note
from loaders.own_topics import Topics, read_own_topics
from loaders.read import Source, fail, find_sources, read_documents
from loaders.reconcile import find_copies, group_mentions, make_events
from loaders.records import Document, Map
from loaders.rows import Row, Rows, count_people, make_rows
from loaders.tables.conform import check, frame
from loaders.tables.names import sort_documents
from loaders.tables.schema import ANNOTATIONS, DOCUMENTS, EVENTS, LINKS, MENTIONS, QUOTES, Tables, stable_id
from loaders.tables.store import CURRENT, write_tables
from loaders.tied import tie
from loaders.vocabulary import FOLDER, load_vocabulary

NO_TOPICS: Topics = {}


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
        built = make_built(sources, map, progress, kept, standing_in(out), read_own_topics(out))
    write_built(built, out)
    return built.tables


def standing_in(folder: Path) -> tuple[Decision, ...]:
    """The decisions that stand in a collection. Raises LogError where they are there and cannot be read."""
    return find_standing(read_log(folder)).decisions


@dataclass(frozen=True, slots=True)
class Built:
    """Checked tables, and what a further decision needs to know of how they were made."""

    tables: Tables
    outcome: Outcome = field(default_factory=Outcome)
    said_at: Mapping[str, str] = field(default_factory=dict)
    added: frozenset[str] = frozenset()
    """Ids of the people whom only decisions name."""
    accepted: frozenset[str] = frozenset()
    """Ids of the people who are not to be reviewed because a reader knows them."""


def write_built(built: Built, out: Path, instead_of: Path | None = None) -> bool:
    """Put tables in place of the old, with notes of the decisions in them and of what is new.

    False, and nothing is written, where other tables than `instead_of` stand there by now.
    """
    with one_at_a_time(out):
        if instead_of is not None and (out / CURRENT).resolve() != instead_of:
            return False
        before = look_at(out)
        version = write_tables(built.tables, out)
        write_note(out, version, built.outcome, built.added, built.said_at, built.accepted)
        note_changes(out, before)
    return True


def make_tables(
    sources: Sequence[Source],
    map: Map = map,
    progress: Callable[[int, int, str], None] = lambda done, total, path: None,
    kept: Kept | None = None,
    decisions: Sequence[Decision] = (),
    topics: Topics = NO_TOPICS,
) -> Tables:
    """The checked tables of some sources, in memory; the order of the sources, and what was kept, change nothing."""
    return make_built(sources, map, progress, kept, decisions, topics).tables


def make_built(
    sources: Sequence[Source],
    map: Map = map,
    progress: Callable[[int, int, str], None] = lambda done, total, path: None,
    kept: Kept | None = None,
    decisions: Sequence[Decision] = (),
    topics: Topics = NO_TOPICS,
) -> Built:
    """The same with what decisions did; `topics` are those of the collection itself."""
    vocabulary = load_vocabulary(FOLDER)
    per_document: dict[str, Rows] = {}
    # Of two files with one name and one content, in two folders, the first by path is kept.
    sources = sorted(sources, key=lambda source: source.path)
    for done, (source, found) in enumerate(zip(sources, _process_new(sources, map, kept), strict=True), start=1):
        for rows in found:
            key = str(rows["documents"][0]["document_id"])
            if key not in per_document:
                per_document[key] = lay_topics(rows, topics, vocabulary)
        progress(done, len(sources), source.path)

    def reread(document: Document) -> Rows:
        return lay_topics(_reread(document, kept), topics, vocabulary)

    outcome = lay_on(per_document, decisions, vocabulary, reread)
    return assemble((per_document[key] for key in sorted(per_document)), outcome)


def _process_new(sources: Sequence[Source], map: Map, kept: Kept | None) -> Iterator[list[Rows]]:
    """The rows of each file, in order: as they were kept, or read now."""
    if kept is None:
        yield from (_checked(found) for found in map(process, sources))
        return
    keys = [key_of(source) for source in sources]
    by_key = dict(zip(keys, sources, strict=True))
    known = {key: at_path(rows, by_key[key]) for key in by_key if (rows := kept.get(key)) is not None}
    new = map(process, [source for source, key in zip(sources, keys, strict=True) if key not in known])
    for key in keys:
        rows = known.get(key)
        if rows is None:
            rows = _checked(next(new))
            kept.put(key, rows)
        kept.note(key, rows)
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


def _reread(document: Document, kept: Kept | None) -> Rows:
    """The rows of a document with another date of publication, kept like all others."""
    key = stable_id("decided", code_version(), document.document_id, document.published)
    rows = kept.get(key) if kept else None
    if rows is None:
        rows = [process_document(document)]
        if kept:
            kept.put(key, rows)
    return rows[0]


def lost(source: object) -> list[Rows]:
    """The rows of a file at which the process that read it died, twice."""
    assert isinstance(source, Source)
    problem = "The process that read it was ended from outside, or for want of memory; nothing was taken from it."
    return [make_rows(Findings(fail(source, problem), [], [], [], [], []), load_vocabulary(FOLDER))]


def _fault(error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    what = f"{type(error).__name__}: {error} ({Path(place.filename).name}, line {place.lineno})"
    return f"Dateline itself failed on this text, nothing was taken from it. Please report: {what}"


def assemble(per_document: Iterable[Rows], outcome: Outcome | None = None) -> Built:
    """All tables from the rows of each document: people counted, mentions reconciled, everything checked."""
    rows: Rows = {name: [] for name in ("documents", "mentions", "quotes", "annotations", "people")}
    for some in per_document:
        for name, more in some.items():
            rows[name] += more
    return join(
        documents=_mark_copies(frame(DOCUMENTS, rows["documents"])),
        mentions=frame(MENTIONS, rows["mentions"]),
        quotes=frame(QUOTES, rows["quotes"]),
        annotations=frame(ANNOTATIONS, rows["annotations"]),
        people=count_people(rows["people"]),
        outcome=outcome or Outcome(),
    )


def join(
    documents: pd.DataFrame,
    mentions: pd.DataFrame,
    quotes: pd.DataFrame,
    annotations: pd.DataFrame,
    people: pd.DataFrame,
    outcome: Outcome,
) -> Built:
    """Checked tables of all documents together; `event_id` of quotes is the mention that they were said at."""
    vocabulary = load_vocabulary(FOLDER)
    mentions, links = tie(*group_mentions(mentions, documents, vocabulary), documents, outcome.ties)
    people, accepted = accept(people, outcome)
    event_of = dict(zip(mentions["mention_id"], mentions["event_id"], strict=True))
    said_at = find_said_at(quotes, mentions, event_of)
    quotes = quotes.assign(event_id=quotes["event_id"].map(event_of, na_action="ignore"))
    events = keep_told(make_events(mentions, quotes, documents), event_of, outcome)
    tables = {
        "documents": sort_documents(documents),
        "mentions": frame(
            MENTIONS, mentions.sort_values(["document_id", "sentence_start", "mention_id"]).to_dict("records")
        ),
        "quotes": frame(QUOTES, quotes.sort_values(["document_id", "start", "quote_id"]).to_dict("records")),
        "events": frame(EVENTS, events.to_dict("records")),
        "people": add_people(people, outcome, vocabulary),
        "annotations": annotations,
        "links": link_rows(links, event_of),
    }
    check(tables)
    added = frozenset(tables["people"]["leader_id"]) - set(people["leader_id"])
    return Built(tables, outcome, said_at, added, accepted)


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


def link_rows(links: pd.DataFrame, event_of: dict[str, str]) -> pd.DataFrame:
    """The rows of the table of links: those of one event are joined."""
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
