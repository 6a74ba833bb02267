"""Documents to tables.

    read → extract → attach quotes → rows        one document at a time, by `map`
    → people → reconcile → check → write         all of them together

`map` is an argument: the builtin, a process pool's, or a Dask client's.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from loaders.attach import find_occasion
from loaders.extract.document import Findings, extract
from loaders.read import Source, fail, find_sources, read_document
from loaders.reconcile import find_copies, group_mentions, make_events
from loaders.records import Document, Map, Mention, PersonMention, Quote, TimeExpression, TopicMention
from loaders.schema import (
    ANNOTATIONS,
    DOCUMENTS,
    EVENTS,
    LINKS,
    MENTIONS,
    PEOPLE,
    QUOTES,
    Tables,
    check,
    frame,
    stable_id,
)
from loaders.store import write_tables
from loaders.vocabulary import FOLDER, Vocabulary, load_vocabulary

Row = dict[str, object]
Rows = dict[str, list[Row]]


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
    tables = make_tables(sources, map, progress)
    write_tables(tables, out)
    return tables


def make_tables(
    sources: Sequence[Source],
    map: Map = map,
    progress: Callable[[int, int, str], None] = lambda done, total, path: None,
) -> Tables:
    """The checked tables of some sources, in memory; the order of the sources changes nothing."""
    per_document: dict[str, Rows] = {}
    # Of two files with one name and one content, in two folders, the first by path is kept.
    sources = sorted(sources, key=lambda source: source.path)
    for done, (source, rows) in enumerate(zip(sources, map(process, sources), strict=True), start=1):
        assert isinstance(rows, dict)
        per_document.setdefault(str(rows["documents"][0]["document_id"]), rows)
        progress(done, len(sources), source.path)
    return assemble(per_document[key] for key in sorted(per_document))


def process(source: object) -> Rows:
    """The rows of one document, by table; what `map` maps. A document that a fault of ours stops is failed."""
    assert isinstance(source, Source)
    vocabulary = load_vocabulary(FOLDER)
    document = None
    try:
        document = read_document(source)
        return make_rows(extract(document, vocabulary), vocabulary)
    except Exception as error:
        # One document in a million must not stop a build; the row says what to report, and nothing of it is half there.
        failed = replace(document or fail(source, ""), status="failed", problem=_fault(error))
        return make_rows(Findings(failed, [], [], [], [], []), vocabulary)


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
    people = _count_people(rows["people"], vocabulary)
    names = dict(zip(people["leader_id"], people["name"], strict=True))
    tables = {
        "documents": documents,
        "mentions": frame(
            MENTIONS, mentions.sort_values(["document_id", "sentence_start", "mention_id"]).to_dict("records")
        ),
        "quotes": frame(QUOTES, quotes.sort_values(["document_id", "start", "quote_id"]).to_dict("records")),
        "events": frame(EVENTS, make_events(mentions, quotes, documents, vocabulary, names).to_dict("records")),
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


def make_rows(findings: Findings, vocabulary: Vocabulary) -> Rows:
    """The findings of one document as rows of the tables; events come later, from all documents together."""
    document = findings.document
    ids = [_mention_id(document, mention) for mention in findings.mentions]
    mentions = {key: _mention_row(key, mention, findings) for key, mention in zip(ids, findings.mentions, strict=True)}
    quotes = {str(row["quote_id"]): row for row in (_quote_row(quote, ids, findings) for quote in findings.quotes)}
    return {
        "documents": [{name: getattr(document, name, None) for name in DOCUMENTS.names}],
        "mentions": list(mentions.values()),
        "quotes": list(quotes.values()),
        "annotations": _annotation_rows(findings),
        "people": _people_rows(findings, vocabulary),
    }


def _mention_id(document: Document, mention: Mention) -> str:
    date = (mention.date.start, mention.date.end) if mention.date else None
    return stable_id("mention", document.document_id, mention.sentences[0], date, mention.event_type, mention.leaders)


def _mention_row(mention_id: str, mention: Mention, findings: Findings) -> Row:
    date, (start, end) = mention.date, mention.sentences[0]
    return {
        "mention_id": mention_id,
        "event_id": mention_id,
        "document_id": findings.document.document_id,
        "date": mention.edtf,
        "start": mention.start,
        "end": mention.end,
        "precision": mention.precision,
        "date_text": date.text if date else "",
        "date_start": date.start if date else -1,
        "date_end": date.end if date else -1,
        "anchor": mention.anchor,
        "date_how": "; ".join(mention.how),
        "sentence": findings.document.text[start:end],
        "sentence_start": start,
        "sentence_end": end,
        "evidence": [f"{first}:{last}" for first, last in mention.sentences],
        "event_type": mention.event_type,
        "leaders": list(mention.leaders),
        "named": list(mention.named),
        "topics": findings.topics_within(mention.sentences),
        "place": mention.place,
        "status": mention.status,
        "main": mention.main,
        "confidence": mention.confidence,
        "why": mention.why,
    }


def _quote_row(quote: Quote, mention_ids: Sequence[str], findings: Findings) -> Row:
    document = findings.document
    occasion = find_occasion(quote, findings.mentions, findings.dates, document)
    speaker, cue = quote.speaker_span or (-1, -1), quote.cue_span or (-1, -1)
    return {
        "quote_id": stable_id("quote", document.document_id, quote.start, quote.end),
        "document_id": document.document_id,
        "event_id": None if occasion.mention is None else mention_ids[occasion.mention],
        "kind": quote.kind,
        "speaker": quote.speaker,
        "speaker_text": document.text[slice(*speaker)] if quote.speaker_span else quote.speaker_text,
        "speaker_start": speaker[0],
        "speaker_end": speaker[1],
        "speaker_how": quote.speaker_how,
        "cue": document.text[slice(*cue)] if quote.cue_span else quote.cue,
        "cue_start": cue[0],
        "cue_end": cue[1],
        "addressee": quote.addressee,
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "statement": document.text[slice(*quote.statement)],
        "statement_start": quote.statement[0],
        "statement_end": quote.statement[1],
        "said": occasion.edtf,
        "said_start": occasion.start,
        "said_end": occasion.end,
        "said_precision": occasion.precision,
        "said_how": occasion.how,
        "topics": findings.topics_within([quote.statement]),
        "confidence": quote.confidence,
    }


def _annotation_rows(findings: Findings) -> list[Row]:
    found: list[tuple[str, TimeExpression | PersonMention | TopicMention, str | None, str, bool]] = [
        ("date", date, date.edtf or _not_a_time(date), date.problem or "; ".join(date.how), date.interval is not None)
        for date in findings.dates
    ]
    found += [
        ("leader", person, person.leader_id, _person_how(person), person.leader_id is not None)
        for person in findings.people
    ]
    found += [("topic", topic, topic.topic_id, "a term of this topic", True) for topic in findings.topics]
    rows = {}
    for kind, item, value, how, placed in found:
        key = stable_id("annotation", findings.document.document_id, kind, item.start, item.end, value)
        rows[key] = {
            "annotation_id": key,
            "document_id": findings.document.document_id,
            "start": item.start,
            "end": item.end,
            "text": item.text,
            "kind": kind,
            "value": value,
            "how": how,
            "placed": placed,
        }
    return sorted(rows.values(), key=lambda row: (row["start"], row["end"], row["annotation_id"]))


def _not_a_time(date: TimeExpression) -> str | None:
    """The TIMEX3 value of words that name no calendar time ("three days", "recently"); None where one was left open."""
    names_none = date.type in ("DURATION", "SET") or date.value.endswith("_REF")
    return date.value if names_none else None


def _person_how(person: PersonMention) -> str:
    return person.how if not person.candidates else f"{person.how}: {' or '.join(person.candidates)}"


def _people_rows(findings: Findings, vocabulary: Vocabulary) -> list[Row]:
    counts = Counter(person.leader_id for person in findings.people if person.leader_id)
    first = {person.leader_id: person for person in reversed(findings.people) if person.leader_id}
    roles = {person.leader_id: person.role for person in reversed(findings.people) if person.leader_id and person.role}
    return [
        {
            "leader_id": leader_id,
            "name": vocabulary.leaders[leader_id].name if leader_id in vocabulary.leaders else first[leader_id].name,
            "role": roles.get(leader_id, ""),
            "country": vocabulary.leaders[leader_id].country if leader_id in vocabulary.leaders else None,
            "origin": "vocabulary" if leader_id in vocabulary.leaders else "text",
            "n_documents": 1,
            "n_mentions": n,
        }
        for leader_id, n in sorted(counts.items())
    ]


def _count_people(rows: list[Row], vocabulary: Vocabulary) -> pd.DataFrame:
    """One row a person over all documents; the name of somebody not in the vocabulary is the longest form of it."""
    df = frame(PEOPLE).iloc[:0] if not rows else pd.DataFrame.from_records(rows)
    if rows:
        df["length"] = df["name"].str.len()
        df = df.sort_values(["leader_id", "length", "name"], ascending=[True, False, True])
        totals = df.groupby("leader_id")[["n_documents", "n_mentions"]].sum()
        df = df.drop_duplicates("leader_id").drop(columns="length").set_index("leader_id")
        df = df.assign(**totals).reset_index()
    return frame(PEOPLE, df.to_dict("records"))
