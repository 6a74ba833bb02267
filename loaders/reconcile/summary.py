"""One row an event: a readable title, the most exact date, who and where by any account, and what is disputed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from loaders.reconcile.accounts import VAGUE
from loaders.reconcile.disputes import find_disputes
from loaders.reconcile.sources import count_sources
from loaders.tables.schema import EVENTS

Row = Mapping[str, Any]

DOUBT = 0.8
"""Each further source leaves so much of the doubt."""
SEVERAL = 3
"""Of so many different lines and more the one that has most in common with the others is the title."""
COMPARED = 60
"""So many accounts of an event are held against each other for that, the most exact ones."""
STEM = 5
_LONGER = re.compile(r"[^\W\d_]{4,}|[\u3400-\u9fff]{2}")
ATTACK, DISASTER = "attack", "disaster"
UNTOLD = 0.7
"""Each further source leaves so much of what an event lacks in weight."""


def make_events(mentions: pd.DataFrame, quotes: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The events of the mentions, one row each in the columns of schema.EVENTS, by time."""
    if mentions.empty:
        return pd.DataFrame(columns=EVENTS.names)
    original = _originals(documents)
    n_quotes = quotes["event_id"].value_counts().to_dict()
    rows = [
        {
            **_sum_up(accounts, original),
            "event_id": event_id,
            "n_quotes": int(n_quotes.get(event_id, 0)),
        }
        for event_id, accounts in _by_event(_with_outlets(mentions, documents))
    ]
    events = pd.DataFrame(rows).sort_values(["start", "end", "event_id"], ignore_index=True)
    return events[EVENTS.names]


def _originals(documents: pd.DataFrame) -> dict[str, str]:
    """document_id -> the document that it is a copy of, for copies."""
    copies = documents[documents["copy_of"].notna()]
    return dict(zip(copies["document_id"], copies["copy_of"], strict=True))


def _with_outlets(mentions: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """The mentions with the publisher of each, and the day on which it was published."""
    outlets = documents.set_index("document_id").reindex(columns=["publisher", "published"])
    return mentions.assign(**{name: mentions["document_id"].map(outlets[name]) for name in outlets})


def _by_event(mentions: pd.DataFrame) -> Iterator[tuple[str, list[Row]]]:
    """Each event with its accounts, the most exact first."""
    columns = ["event_id", "mention_id", "document_id", "start", "end", "date", "precision", "event_type", "leaders"]
    columns += ["actors", "topics", "place", "status", "main", "weight", "weight_why"]
    columns += ["confidence", "sentence", "date_text", "line", "tolls", "publisher", "published"]
    df = mentions.assign(length=mentions["end"] - mentions["start"]).sort_values(
        ["event_id", "length", "confidence", "mention_id"], ascending=[True, True, False, True]
    )
    lists = [df[name].astype(object).tolist() for name in columns]
    rows = (dict(zip(columns, values, strict=True)) for values in zip(*lists, strict=True))
    for event_id, accounts in groupby(rows, key=lambda row: str(row["event_id"])):
        yield event_id, list(accounts)


def _sum_up(
    accounts: Sequence[Row],
    original: Mapping[str, str],
) -> dict[str, object]:
    exact = accounts[0]
    kind = _most_telling([str(account["event_type"]) for account in accounts])
    leaders = _union(account["leaders"] for account in accounts)
    documents = list(dict.fromkeys(str(account["document_id"]) for account in accounts))
    n_sources = count_sources(accounts, original)
    best = max(float(account["confidence"]) for account in accounts)
    return {
        "title": _best_line(accounts),
        "date": exact["date"],
        "start": exact["start"],
        "end": exact["end"],
        "precision": exact["precision"],
        "event_type": kind,
        "leaders": leaders,
        "actors": _union(account["actors"] for account in accounts),
        "topics": _union(account["topics"] for account in accounts),
        "places": list(dict.fromkeys(place for place in _places(accounts) if place)),
        "documents": documents,
        "n_documents": len(documents),
        "n_sources": n_sources,
        "n_mentions": len(accounts),
        "disputed": find_disputes(accounts),
        "status": _status({str(account["status"]) for account in accounts}),
        "main": any(bool(account["main"]) for account in accounts),
        **_weigh(accounts, n_sources),
        "confidence": round(1 - (1 - best) * DOUBT ** (n_sources - 1), 3),
    }


def _weigh(accounts: Sequence[Row], n_sources: int) -> dict[str, object]:
    """How much the event matters: as the account that makes most of it says, and more with each source that tells it."""
    most = max(accounts, key=lambda account: (float(account["weight"]), str(account["mention_id"])))
    by_sources = [f"told by {n_sources} sources"] if n_sources > 1 else []
    return {
        "weight": round(1 - (1 - float(most["weight"])) * UNTOLD ** (n_sources - 1), 3),
        "weight_why": ", ".join(filter(None, [*by_sources, str(most["weight_why"])])),
    }


def _best_line(accounts: Sequence[Row]) -> str:
    """The line of an account that is about it, rather one that tells what most others do; of equal ones the most exact.

    Of ten papers on a blast one has who says that it did it, and one who denies it.
    """
    about = [account for account in accounts if account["main"]] or list(accounts)
    told = {str(account["line"]): _words(str(account["line"])) for account in accounts[:COMPARED]}
    common = {line: sum(_share(words, other) for other in told.values()) for line, words in told.items()}

    def worth(account: Row) -> tuple[float, float]:
        return (common.get(str(account["line"]), 0.0) if len(told) >= SEVERAL else 0.0, float(account["confidence"]))

    return str(max(about, key=worth)["line"])


def _words(line: str) -> set[str]:
    return {word[:STEM] for word in _LONGER.findall(line.casefold())}


def _share(one: set[str], two: set[str]) -> float:
    return len(one & two) / max(1, len(one | two))


def _most_telling(kinds: Sequence[str]) -> str:
    """The kind of the most accounts, rather a telling one."""
    told = [kind for kind in kinds if kind not in VAGUE] or kinds
    # What blew up is a disaster to whom nobody has said yet that somebody did it.
    told = [kind for kind in told if kind != DISASTER] if ATTACK in told else told
    return max(sorted(set(told)), key=list(told).count)


def _status(told: set[str]) -> str:
    """Happened where one account says so; else denied, else planned."""
    return next(status for status in ("happened", "denied", "planned") if status in told)


def _union(lists: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(item for items in lists for item in items))


def _places(accounts: Sequence[Row]) -> list[str]:
    return [account["place"] for account in accounts if isinstance(account["place"], str)]
