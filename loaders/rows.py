"""The findings of one document as rows of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from loaders.extract.attach import Occasion, find_occasions
from loaders.extract.document import Findings
from loaders.records import ActorMention, Document, Mention, PersonMention, Quote, TimeExpression, TopicMention
from loaders.tables.conform import frame
from loaders.tables.schema import DOCUMENTS, PEOPLE, stable_id
from loaders.vocabulary import Vocabulary

Row = dict[str, object]
Rows = dict[str, list[Row]]
"""Rows by the name of their table."""


def make_rows(findings: Findings, vocabulary: Vocabulary) -> Rows:
    """The findings of one document as rows of the tables; events come later, from all documents together."""
    document = findings.document
    ids = [_mention_id(document, mention) for mention in findings.mentions]
    countries = {one.leader_id: one.acts_for for one in findings.people if one.leader_id and one.acts_for}
    acting = [_find_acting(mention, vocabulary, countries) for mention in findings.mentions]
    told = zip(ids, findings.mentions, acting, strict=True)
    mentions = {key: _mention_row(key, mention, actors, findings) for key, mention, actors in told}
    occasions = find_occasions(findings.quotes, findings.mentions, findings.dates, document)
    said = zip(findings.quotes, occasions, strict=True)
    quotes = {str(row["quote_id"]): row for row in (_quote_row(quote, when, ids, findings) for quote, when in said)}
    return {
        "documents": [{name: getattr(document, name, None) for name in DOCUMENTS.names} | _said_faults(findings)],
        "mentions": list(mentions.values()),
        "quotes": list(quotes.values()),
        "annotations": _annotation_rows(findings),
        "people": [
            *_people_rows(findings, vocabulary),
            *_actor_rows(findings.actors),
            *_represented_rows(findings, acting, vocabulary),
        ],
    }


def _said_faults(findings: Findings) -> Row:
    """The problem of a document that was read in part only; nothing else changes."""
    said = [findings.document.problem or "", findings.left_out]
    if findings.faults:
        faults = "; ".join(findings.faults)
        said.append(f"Part of this text was not read: Dateline itself failed on it. Please report: {faults}")
    return {"problem": " ".join(filter(None, said)) or None}


def _find_acting(mention: Mention, vocabulary: Vocabulary, countries: Mapping[str, str]) -> list[str]:
    """The countries and organisations that took part: themselves, or through a leader who held an office of theirs then.

    PLOVER codes a head of state by the state: who looks for what two countries did means their presidents too. `countries`
    are those whose offices the document gives to people whom the vocabulary does not know.
    """
    acting = dict.fromkeys(mention.actors)
    for leader_id in mention.leaders:
        leader = vocabulary.leaders.get(leader_id)
        if leader and leader.country and leader.offices_on(mention.start.date()):
            acting.setdefault(leader.country)
        elif leader is None and leader_id in countries:
            acting.setdefault(countries[leader_id])
    return list(acting)


def _mention_id(document: Document, mention: Mention) -> str:
    date = (mention.date.start, mention.date.end) if mention.date else None
    return stable_id("mention", document.document_id, mention.sentences[0], date, mention.event_type, mention.leaders)


def _mention_row(mention_id: str, mention: Mention, actors: list[str], findings: Findings) -> Row:
    date, (start, end) = mention.date, mention.sentences[0]
    return {
        "mention_id": mention_id,
        "event_id": mention_id,
        "document_id": findings.document.document_id,
        "date": mention.edtf,
        "start": mention.start,
        "end": mention.end,
        "precision": mention.precision,
        "date_text": findings.document.text[date.start : date.end] if date else "",
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
        "actors": actors,
        "sources": list(mention.sources),
        "targets": list(mention.targets),
        "tolls": [str(toll) for toll in mention.tolls],
        "topics": findings.topics_within(mention.sentences),
        "place": mention.place,
        "status": mention.status,
        "main": mention.main,
        "weight": mention.weight,
        "weight_why": mention.weight_why,
        "confidence": mention.confidence,
        "why": mention.why,
        "line": mention.line,
    }


def _quote_row(quote: Quote, occasion: Occasion, mention_ids: Sequence[str], findings: Findings) -> Row:
    document = findings.document
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
        # Finders see blanks in place of what stands at the edge of each page, and of numbers of notes.
        "text": document.text[quote.start : quote.end],
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
            "text": findings.document.text[item.start : item.end],
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
    acts_for = {person.leader_id: person.acts_for for person in findings.people if person.leader_id and person.acts_for}
    rows: list[Row] = []
    for leader_id, n in sorted(counts.items()):
        leader = vocabulary.leaders.get(leader_id)
        name = leader.name if leader else first[leader_id].name
        row: Row = {
            "leader_id": leader_id,
            "kind": "person",
            "name": name,
            "role": roles.get(leader_id, ""),
            "country": leader.country if leader else acts_for.get(leader_id),
            "origin": "vocabulary" if leader else "text",
            "n_documents": 1,
            "n_mentions": n,
        }
        rows.append(row)
    return rows


def _actor_rows(actors: Sequence[ActorMention]) -> list[Row]:
    counts = Counter(actor.actor_id for actor in actors)
    first = {actor.actor_id: actor for actor in reversed(actors)}
    return [
        {
            "leader_id": actor_id,
            "kind": actor.kind,
            "name": actor.name,
            "role": "",
            "country": actor.country,
            "origin": "vocabulary" if actor.known else "text",
            "n_documents": 1,
            "n_mentions": counts[actor_id],
        }
        for actor_id, actor in sorted(first.items())
    ]


def _represented_rows(findings: Findings, acting: Sequence[Sequence[str]], vocabulary: Vocabulary) -> list[Row]:
    """The countries that take part through their leaders alone, and that the document does not name."""
    named = {actor.actor_id for actor in findings.actors}
    rows: list[Row] = []
    for country_id in sorted({actor for some in acting for actor in some} - named):
        country = vocabulary.countries.get(country_id)
        if country is None:
            continue
        names = country.names.get(findings.document.language) or country.names["en"]
        rows.append(
            {
                "leader_id": country_id,
                "kind": country.kind,
                "name": names[0],
                "role": "",
                "country": None,
                "origin": "vocabulary",
                "n_documents": 0,
                "n_mentions": 0,
            }
        )
    return rows


def count_people(rows: list[Row]) -> pd.DataFrame:
    """One row a person, country or organisation over all documents; whoever is not in the vocabulary has the longest name.

    Where texts call two by one id, the vocabulary's stays.
    """
    df = frame(PEOPLE).iloc[:0] if not rows else pd.DataFrame.from_records(rows)
    if rows:
        df["length"] = df["name"].str.len()
        df = df.sort_values(["leader_id", "origin", "length", "name"], ascending=[True, False, False, True])
        totals = df.groupby("leader_id")[["n_documents", "n_mentions"]].sum()
        df = df.drop_duplicates("leader_id").drop(columns="length").set_index("leader_id")
        df = df.assign(**totals).reset_index()
    return frame(PEOPLE, df.to_dict("records"))
