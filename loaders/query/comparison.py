"""Two documents' accounts laid side by side, from the store: as pairs of statements, as a table, as a page to print."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd

from loaders.layout.sentences import split_sentences
from loaders.query.alignment import Pair, Statement, align_statements, make_statements
from loaders.query.documents import get_document
from loaders.query.markdown_signs import without_signs
from loaders.query.rows import findings_of
from loaders.records import Span
from loaders.tables.schema import MOST_EVIDENCE
from loaders.tables.store import Store
from loaders.tables.times import moment_of

FEWEST = 3
"""Statements on an event below which the whole document is laid beside the other."""
SHORTEST = 4
"""Words of a statement; shorter lines are bylines and headings."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one document says, and how long after the event it was published."""

    document: dict[str, Any]
    statements: Sequence[Statement]
    lag_days: int | None
    """Days from the event's first possible day to the publication; None without an event or a published date."""
    is_cut: bool = False
    """Whether only the first MOST_EVIDENCE sentences on the event were kept, so that the document may tell more."""


@dataclass(frozen=True, slots=True)
class Comparison:
    first: Account
    second: Account
    pairs: Sequence[Pair]


def compare_accounts(store: Store, one: str, two: str, event: dict[str, Any] | None, whole: bool) -> Comparison | None:
    """The comparison of two documents by id: of all they say, or of what they say on an event; None if one is gone."""
    accounts = [_account(store, document_id, event, whole) for document_id in (one, two)]
    first, second = accounts
    if first is None or second is None:
        return None
    return Comparison(first, second, align_statements(first.statements, second.statements))


def _account(store: Store, document_id: str, event: dict[str, Any] | None, whole: bool) -> Account | None:
    document = get_document(store, document_id)
    if document is None:
        return None
    findings = findings_of(store, document_id)
    sentences = _prose(document["text"], split_sentences(document["text"]))
    is_cut = False
    if event is not None and not whole:
        on_event = _on_event(sentences, findings, event["event_id"])
        told = findings["mentions"][findings["mentions"]["event_id"] == event["event_id"]]
        is_cut = any(len(evidence) >= MOST_EVIDENCE for evidence in told["evidence"])
        sentences = on_event if len(on_event) >= FEWEST else sentences
    quotes = [
        (row.statement_start, row.statement_end, row.speaker, row.cue)
        for row in findings["quotes"].sort_values("start").itertuples()
    ]
    lag = _lag(event["start"], document["published"]) if event is not None else None
    return Account(document.to_dict(), make_statements(document["text"], sentences, quotes), lag, is_cut)


def _prose(text: str, sentences: Sequence[Span]) -> list[Span]:
    return [(start, end) for start, end in sentences if len(text[start:end].split()) >= SHORTEST]


def _on_event(sentences: Sequence[Span], findings: dict[str, pd.DataFrame], event_id: str) -> list[Span]:
    """The sentences that tell the event or hold words said at it."""
    mentions = findings["mentions"][findings["mentions"]["event_id"] == event_id]
    quotes = findings["quotes"][findings["quotes"]["event_id"] == event_id]
    spans = [(int(a), int(b)) for spans in mentions["evidence"] for a, b in (span.split(":") for span in spans)]
    spans += list(zip(quotes["statement_start"], quotes["statement_end"], strict=True))
    return [(start, end) for start, end in sentences if any(a < end and start < b for a, b in spans)]


def _lag(happened: datetime, published: datetime | None) -> int | None:
    if published is None or pd.isna(published):
        return None
    return moment_of(published).toordinal() - moment_of(happened).toordinal()


def say_lag(days: int | None) -> str:
    """The reporting lag in words.

    >>> say_lag(0), say_lag(1), say_lag(-2), say_lag(None)
    ('published the same day', 'published 1 day later', 'published 2 days before', 'published on an unknown day')
    """
    if days is None:
        return "published on an unknown day"
    if days == 0:
        return "published the same day"
    return f"published {abs(days)} day{'' if abs(days) == 1 else 's'} {'later' if days > 0 else 'before'}"


def as_table(comparison: Comparison, names: dict[str, str]) -> pd.DataFrame:
    """One row a pair, with speakers, introducing verbs, texts, offsets and the score."""
    return pd.DataFrame(
        [
            {
                "both": pair.first is not None and pair.second is not None,
                **_columns("first", pair.first, names),
                **_columns("second", pair.second, names),
                "score": pair.score,
            }
            for pair in comparison.pairs
        ]
    )


def _columns(side: str, statement: Statement | None, names: dict[str, str]) -> dict[str, object]:
    speaker = names.get(statement.speaker or "", statement.speaker) if statement else None
    return {
        f"{side}_speaker": speaker,
        f"{side}_verb": statement.verb if statement else None,
        f"{side}_text": statement.text if statement else None,
        f"{side}_start": statement.start if statement else None,
        f"{side}_end": statement.end if statement else None,
    }


def mark_differences(statement: Statement, spans: Sequence[Span]) -> str:
    """The statement as HTML, with the words that the other account has not in <mark>."""
    parts, done = [], 0
    for start, end in ((start - statement.start, end - statement.start) for start, end in spans):
        parts.append(html.escape(without_signs(statement.text, done, start)))
        parts.append(f"<mark>{html.escape(without_signs(statement.text, start, end))}</mark>")
        done = end
    return "".join(parts) + html.escape(without_signs(statement.text, done))


ABSENT = "not in this account"
PRINT_STYLE = """body{font:11pt/1.45 Georgia,serif;color:#1d2430;margin:2cm}table{border-collapse:collapse;width:100%}
td,th{width:50%;vertical-align:top;padding:8px 12px 8px 0;border-bottom:1px solid #c9ced6;text-align:left}
small,i{color:#56606e}mark{background:#ffe9b0}tr{break-inside:avoid}h1{font-size:16pt}"""


def as_page(comparison: Comparison, title: str, names: dict[str, str]) -> bytes:
    """A page of its own to print or to keep, without anything from elsewhere."""
    head = "".join(f"<th>{_say_source(account)}</th>" for account in (comparison.first, comparison.second))
    rows = "".join(
        f"<tr><td>{_cell(pair.first, pair.only_first, names)}</td><td>{_cell(pair.second, pair.only_second, names)}</td></tr>"
        for pair in comparison.pairs
    )
    name = html.escape(title)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{name}</title><style>{PRINT_STYLE}</style>'
        f"<h1>{name}</h1><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></html>"
    ).encode()


def _say_source(account: Account) -> str:
    document = account.document
    published = document["published"]
    day = f"{published.day} {published:%B %Y}" if pd.notna(published) else ""
    lag = say_lag(account.lag_days) if account.lag_days is not None else ""
    parts = [document["title"], document["publisher"], day, lag, document["url"]]
    return html.escape(" · ".join(str(part) for part in parts if part))


def _cell(statement: Statement | None, spans: Sequence[Span], names: dict[str, str]) -> str:
    if statement is None:
        return f"<i>{ABSENT}</i>"
    return f"<small>{html.escape(say_introduction(statement, names))}</small><br>{mark_differences(statement, spans)}"


def say_introduction(statement: Statement, names: dict[str, str]) -> str:
    """Who says it and with which verb; empty for what the document itself tells."""
    if not statement.speaker:
        return statement.verb
    return f"{names.get(statement.speaker, statement.speaker)} {statement.verb}".strip()
