"""The tables: columns, types, meaning. Nothing else declares a column; conform.py holds tables to it.

Times are `datetime64[us]`, naive civil time;
intervals are half-open `[start, end)`; lists are Python lists of ids.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import pandas as pd

PRECISIONS = (
    "minute",
    "hour",
    "part of day",
    "day",
    "weekend",
    "week",
    "month",
    "season",
    "quarter",
    "half-year",
    "year",
    "decade",
    "century",
    "span",
)
"""From fine to coarse; `span` is a range whose ends the text gives ("from 24 to 26 November")."""

DOCUMENT_STATUSES = ("read", "undated", "failed")
QUOTE_KINDS = ("direct", "indirect", "mixed")
MENTION_STATUSES = ("happened", "planned", "denied")
ANNOTATION_KINDS = ("date", "leader", "topic")
ORIGINS = ("vocabulary", "text")
ACTOR_KINDS = ("person", "country", "organisation")
MOST_EVIDENCE = 200
"""So many sentences of a document are kept as evidence of one happening; pages say so where it is reached."""
BY_READER = "corrected by a reader"
"""Begins the reasons of what a reader put right (loaders.decisions), before what was read."""
CONFIRMED = "confirmed by a reader"
"""Begins them where a reader looked and found it right."""
ADDED = "added by a reader"
"""Stands in place of reasons where a reader marked words that told something that was overlooked."""
COPY_KINDS = ("republished", "translated")
"""The same words, whole or cut; or the same statements in the same order in other words."""


@dataclass(frozen=True)
class Column:
    name: str
    type: str
    """text, text? (None allowed), time, time?, integer, number, flag, list."""
    meaning: str
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    name: str
    key: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


DOCUMENTS = Table(
    "documents",
    "document_id",
    (
        Column("document_id", "text", "hash of the path inside the folder that was read and of the content"),
        Column("title", "text", "headline; the file's name where none was found"),
        Column("publisher", "text?", "who published it, where named"),
        Column("published", "time?", "creation time"),
        Column("published_text", "text", "the words that the creation time was read from"),
        Column("published_how", "text", "where they stood, in plain words"),
        Column("url", "text?", "web address, where named"),
        Column("language", "text", "ISO 639-1 code"),
        Column("path", "text", "path as given, with / between folders"),
        Column("sha256", "text", "of the file's bytes"),
        Column("text", "text", "the text that all offsets point into"),
        Column("copy_of", "text?", "the document that this one republishes or translates; None for an original"),
        Column("copy_kind", "text?", "in the same words or in others; None for an original", COPY_KINDS),
        Column("copy_how", "text?", "how that was found, in plain words; None for an original"),
        Column("status", "text", "whether it was read", DOCUMENT_STATUSES),
        Column("problem", "text?", "what went wrong, in a sentence for the reader"),
    ),
)

MENTIONS = Table(
    "mentions",
    "mention_id",
    (
        Column("mention_id", "text", "hash of document, spans, kind and participants"),
        Column("event_id", "text", "the event that this is an account of"),
        Column("document_id", "text", "the document that states it"),
        Column("date", "text", "EDTF (ISO 8601-2)"),
        Column("start", "time", "first moment that is possible"),
        Column("end", "time", "first moment after"),
        Column("precision", "text", "how exact the date is", PRECISIONS),
        Column("date_text", "text", "date words as written; empty where the creation time dates it"),
        Column("date_start", "integer", "offset of the date words, -1 without any"),
        Column("date_end", "integer", "offset after the date words, -1 without any"),
        Column("anchor", "time?", "what the date was counted from"),
        Column("date_how", "text", "the rules that fired, in plain words"),
        Column("sentence", "text", "the sentence that tells it first"),
        Column("sentence_start", "integer", "its offset"),
        Column("sentence_end", "integer", "the offset after it"),
        Column("evidence", "list", "spans of the sentences that tell it, as 'start:end', MOST_EVIDENCE at most"),
        Column("event_type", "text", "kind of event, an id of the vocabulary"),
        Column("leaders", "list", "who took part"),
        Column("named", "list", "who was only present or only named"),
        Column("actors", "list", "countries and organisations that took part, themselves or through an office-holder"),
        Column("sources", "list", "who did it: ids of people, countries and organisations"),
        Column("targets", "list", "to whom it was done, or with whom"),
        Column("tolls", "list", "how many were killed, wounded, arrested …, as loaders.tolls writes them"),
        Column("topics", "list", "what it was about"),
        Column("place", "text?", "where, as written"),
        Column("status", "text", "whether it took place", MENTION_STATUSES),
        Column("main", "flag", "what the document is about (True) or background (False)"),
        Column("weight", "number", "how much it matters to its document, 0 to 1"),
        Column("weight_why", "text", "what says most about that, in plain words"),
        Column("confidence", "number", "0 to 1"),
        Column("why", "text", "reasons for the confidence, in plain words"),
        Column("line", "text", "what happened, in one sentence that stands alone"),
    ),
)

QUOTES = Table(
    "quotes",
    "quote_id",
    (
        Column("quote_id", "text", "hash of document and span"),
        Column("document_id", "text", "the document that reports it"),
        Column("event_id", "text?", "the event at which it was said"),
        Column("kind", "text", "direct, indirect or mixed", QUOTE_KINDS),
        Column("speaker", "text?", "leader_id, or the speaker as written; None where open"),
        Column("speaker_text", "text", "words of the text that name the speaker"),
        Column("speaker_start", "integer", "their offset, -1 without any"),
        Column("speaker_end", "integer", "the offset after them, -1 without any"),
        Column("speaker_how", "text", "how the speaker was found"),
        Column("cue", "text", "the verb or phrase that attributes the words"),
        Column("cue_start", "integer", "its offset, -1 without any"),
        Column("cue_end", "integer", "the offset after it, -1 without any"),
        Column("addressee", "text?", "to whom it was said"),
        Column("text", "text", "the words, marks left out"),
        Column("start", "integer", "their offset"),
        Column("end", "integer", "the offset after them"),
        Column(
            "statement",
            "text",
            "all that was said with them: the words around marks, and both parts where the cue parts them",
        ),
        Column("statement_start", "integer", "its offset"),
        Column("statement_end", "integer", "the offset after it"),
        Column("said", "text?", "EDTF of when it was said"),
        Column("said_start", "time?", "first moment that is possible"),
        Column("said_end", "time?", "first moment after"),
        Column("said_precision", "text?", "how exact that is", PRECISIONS),
        Column("said_how", "text", "whether the date is the event's or the document's"),
        Column("topics", "list", "what it was about"),
        Column("confidence", "number", "0 to 1"),
    ),
)

EVENTS = Table(
    "events",
    "event_id",
    (
        Column("event_id", "text", "hash of its first mention"),
        Column("title", "text", "the line: what happened, in one sentence that stands alone"),
        Column("date", "text", "EDTF (ISO 8601-2), of the most exact account"),
        Column("start", "time", "first moment that is possible"),
        Column("end", "time", "first moment after"),
        Column("precision", "text", "how exact the date is", PRECISIONS),
        Column("event_type", "text", "kind of event, an id of the vocabulary"),
        Column("leaders", "list", "who took part, by any account"),
        Column("actors", "list", "countries and organisations that took part, by any account"),
        Column("topics", "list", "what it was about, by any account"),
        Column("places", "list", "where, as written"),
        Column("documents", "list", "documents that tell it"),
        Column("n_documents", "integer", "how many documents tell it"),
        Column(
            "n_sources", "integer", "how many of them are independent: copies and translations of one text count once"
        ),
        Column("n_mentions", "integer", "how many mentions it has"),
        Column("n_quotes", "integer", "how many quotes were said at it"),
        Column("disputed", "list", "fields on which documents differ"),
        Column("status", "text", "whether it took place", MENTION_STATUSES),
        Column("main", "flag", "a document is about it"),
        Column("weight", "number", "how much it matters, 0 to 1, by all accounts"),
        Column("weight_why", "text", "what says most about that, in plain words"),
        Column("confidence", "number", "0 to 1"),
    ),
)

PEOPLE = Table(
    "people",
    "leader_id",
    (
        Column("leader_id", "text", "id of the vocabulary, or a slug of the name"),
        Column("kind", "text", "who acts: a person, a country with its government, or an organisation", ACTOR_KINDS),
        Column("name", "text", "full name with accents"),
        Column("role", "text", "title or office as the documents write it; empty without one"),
        Column("country", "text?", "an id of the vocabulary"),
        Column("origin", "text", "in the vocabulary, or found in the text and to be reviewed", ORIGINS),
        Column("n_documents", "integer", "how many documents name him, her or it"),
        Column("n_mentions", "integer", "how often all documents do"),
    ),
)

ANNOTATIONS = Table(
    "annotations",
    "annotation_id",
    (
        Column("annotation_id", "text", "hash of document, span and kind"),
        Column("document_id", "text", "the document that it stands in"),
        Column("start", "integer", "offset"),
        Column("end", "integer", "offset after"),
        Column("text", "text", "the words"),
        Column("kind", "text", "what was recognised", ANNOTATION_KINDS),
        Column("value", "text?", "EDTF, leader_id or topic_id; None where open"),
        Column("how", "text", "how it was recognised, or why it was left open"),
        Column("placed", "flag", "False for date words not placed in time and people left open"),
    ),
)

LINKS = Table(
    "links",
    "link_id",
    (
        Column("link_id", "text", "hash of the two mentions"),
        Column("mention_id", "text", "one account"),
        Column("other_id", "text", "another account that can be of the same event"),
        Column("score", "number", "how well they fit, 0 to 1"),
        Column("reason", "text", "why, in plain words"),
        Column("joined", "flag", "whether they count as one event (True) or only may be (False)"),
    ),
)

TABLES = {table.name: table for table in (DOCUMENTS, MENTIONS, QUOTES, EVENTS, PEOPLE, ANNOTATIONS, LINKS)}

Tables = dict[str, pd.DataFrame]

INTERVALS = (("start", "end"), ("said_start", "said_end"), ("sentence_start", "sentence_end"))
"""Columns of which the first lies before the second, in every table that has both."""

REFERENCES = (
    ("mentions", "document_id", "documents"),
    ("mentions", "event_id", "events"),
    ("mentions", "leaders", "people"),
    ("mentions", "named", "people"),
    ("mentions", "actors", "people"),
    ("mentions", "sources", "people"),
    ("mentions", "targets", "people"),
    ("quotes", "document_id", "documents"),
    ("quotes", "event_id", "events"),
    ("events", "leaders", "people"),
    ("events", "actors", "people"),
    ("events", "documents", "documents"),
    ("annotations", "document_id", "documents"),
    ("documents", "copy_of", "documents"),
    ("links", "mention_id", "mentions"),
    ("links", "other_id", "mentions"),
)
"""Table, column that holds ids, table that they must exist in."""

SPANS = (
    ("mentions", "sentence", "sentence_start", "sentence_end"),
    ("mentions", "date_text", "date_start", "date_end"),
    ("quotes", "text", "start", "end"),
    ("quotes", "statement", "statement_start", "statement_end"),
    ("quotes", "speaker_text", "speaker_start", "speaker_end"),
    ("quotes", "cue", "cue_start", "cue_end"),
    ("annotations", "text", "start", "end"),
)
"""Table, column with words, columns with the offsets where a document's text must hold them."""


def stable_id(*parts: object) -> str:
    """A short hash of the parts, the same on every machine (BLAKE2b, 80 bits, base 16).

    >>> stable_id("a", 1) == stable_id("a", 1) != stable_id("a1")
    True
    """
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
