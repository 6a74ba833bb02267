"""Events and quotes as tables to work with: a row each, with headings as a newsroom has them. Pure, no Streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from loaders.moments import MICROSECOND, iso_day, shifted
from loaders.tables.times import moment_of
from pages.shared.citation import cite
from pages.shared.phrases import STATUS_WORDS, join_names, say_day, say_published, say_when
from pages.shared.statements import say_statement

Row = dict[str, Any]
Names = Mapping[str, Mapping[str, str]]
"""For each filter, ids and what they are called."""
SOURCES_APART = " | "
STATUS = {"happened": "Happened", **STATUS_WORDS}
HOW = {"direct": "Word for word", "mixed": "Partly word for word", "indirect": "Reported, not word for word"}


def events_sheet(events: pd.DataFrame, mentions: pd.DataFrame, names: Names) -> pd.DataFrame:
    """One row an event, in their order; `mentions` are all accounts of these events, with what is told of their documents."""
    accounts: dict[str, list[Row]] = {}
    for mention in mentions.to_dict("records"):
        accounts.setdefault(mention["event_id"], []).append(mention)
    rows = [_event_row(event, accounts.get(event["event_id"], []), names) for event in events.to_dict("records")]
    return pd.DataFrame(rows, columns=EVENT_HEADS)


EVENT_HEADS = [
    *(
        "First day",
        "Last day",
        "When",
        "Date (EDTF)",
        "What happened",
        "Who",
        "Countries and organisations",
        "Kind",
        "Topics",
    ),
    *(
        "Place",
        "Status",
        "Number of sources",
        "Sources",
        "Sources differ on",
        "Sentence",
        "How the date was read",
        "Id",
    ),
]


def _event_row(event: Row, accounts: Sequence[Row], names: Names) -> list[object]:
    first = accounts[0] if accounts else None
    return [
        first_day(event["start"]),
        last_day(event["end"]),
        say_when(event["start"], event["end"], event["precision"]),
        event["date"],
        event["title"],
        _named(event["leaders"], names["leaders"]),
        _named(event["actors"], names["actors"]),
        names["kinds"].get(event["event_type"], event["event_type"]),
        _named(event["topics"], names["topics"]),
        join_names(list(event["places"]), "or"),
        STATUS.get(event["status"], event["status"]),
        event["n_sources"],
        SOURCES_APART.join(dict.fromkeys(say_source(account) for account in accounts)),
        ", ".join(event["disputed"]),
        first["sentence"] if first else "",
        say_reading(first) if first else "",
        event["event_id"],
    ]


def say_source(document: Mapping[str, Any]) -> str:
    """Outlet, title, date, and the address or else the file.

    >>> document = {"publisher": "The Quay", "document_title": "Pilots", "published": pd.Timestamp(2021, 8, 30)}
    >>> say_source(document | {"url": None, "path": "a.txt"})
    'The Quay, “Pilots”, 30 August 2021, a.txt'
    """
    where = document["url"] or document["path"]
    parts = [document["publisher"], f"“{document['document_title']}”", say_published(document["published"]), where]
    return ", ".join(str(part) for part in parts if part)


def say_reading(account: Mapping[str, Any]) -> str:
    """How a date was read: the words, and the rule in plain words."""
    words = f"“{account['date_text']}”: " if account["date_text"] else ""
    return f"{words}{account['date_how']}"


QUOTE_HEADS = [
    *(
        "First day",
        "Last day",
        "Date (EDTF)",
        "Speaker",
        "What was said",
        "Word for word or reported",
        "Said to",
        "Topics",
    ),
    *("Source", "Citation", "How the speaker was found", "How the date was found", "Id", "Event"),
]


def quotes_sheet(quotes: pd.DataFrame, names: Names) -> pd.DataFrame:
    """One row a quote, in their order, each with a citation to paste."""
    return pd.DataFrame([_quote_row(quote, names) for quote in quotes.to_dict("records")], columns=QUOTE_HEADS)


def _quote_row(quote: Row, names: Names) -> list[object]:
    people = names["leaders"]
    speaker = people.get(quote["speaker"], quote["speaker"]) or "Speaker open"
    return [
        first_day(quote["said_start"]),
        last_day(quote["said_end"]),
        quote["said"] or "",
        speaker,
        say_statement(quote),
        HOW[quote["kind"]],
        people.get(quote["addressee"], quote["addressee"]) or "",
        _named(quote["topics"], names["topics"]),
        say_source(quote),
        cite(quote, speaker),
        quote["speaker_how"],
        quote["said_how"],
        quote["quote_id"],
        quote["event_id"] or "",
    ]


def _named(ids: Sequence[str], names: Mapping[str, str]) -> str:
    return "; ".join(names.get(one, one) for one in ids)


def first_day(start: pd.Timestamp) -> str:
    """The day on which something begins, as every spreadsheet takes it; empty for none.

    In words where it lies before year 1, which no spreadsheet takes for a date.
    """
    if pd.isna(start):
        return ""
    first = moment_of(start)
    return iso_day(first) if first.year > 0 else say_day(first)


def last_day(end: pd.Timestamp) -> str:
    """The last day before the first moment that is too late.

    >>> last_day(pd.Timestamp("2016-01-01")), last_day(pd.Timestamp("2021-08-31 18:29"))
    ('2015-12-31', '2021-08-31')
    """
    return "" if pd.isna(end) else first_day(shifted(moment_of(end), -MICROSECOND))
