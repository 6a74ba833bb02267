"""One row an event: a readable title, the most exact date, who and where by any account, and what is disputed."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from loaders.reconcile.copies import find_copies
from loaders.reconcile.figures import figures_differ
from loaders.schema import EVENTS
from loaders.vocabulary import Vocabulary

Row = dict[str, object]


def make_events(
    mentions: pd.DataFrame, quotes: pd.DataFrame, documents: pd.DataFrame, vocabulary: Vocabulary
) -> pd.DataFrame:
    """The events of the mentions, one row each in the columns of schema.EVENTS, by time."""
    if mentions.empty:
        return pd.DataFrame(columns=EVENTS.names)
    original = find_copies(documents)
    n_quotes = quotes["event_id"].value_counts()
    ordered = mentions.assign(length=mentions["end"] - mentions["start"]).sort_values(
        ["event_id", "length", "confidence", "mention_id"], ascending=[True, True, False, True]
    )
    rows = []
    for event_id, accounts in ordered.groupby("event_id", sort=True):
        row = _event(accounts, original, vocabulary)
        rows.append({**row, "event_id": event_id, "n_quotes": int(n_quotes.get(event_id, 0))})
    events = pd.DataFrame(rows).sort_values(["start", "end", "event_id"], ignore_index=True)
    return events[EVENTS.names]


def _event(accounts: pd.DataFrame, original: dict[str, str], vocabulary: Vocabulary) -> Row:
    exact = accounts.iloc[0]
    kind = _most_telling(accounts["event_type"])
    leaders = _union(accounts["leaders"])
    sources = {original.get(document_id, document_id) for document_id in accounts["document_id"]}
    best = float(accounts["confidence"].max())
    row: Row = {
        "title": make_title(kind, leaders, accounts, vocabulary),
        "date": exact["date"],
        "start": exact["start"],
        "end": exact["end"],
        "precision": exact["precision"],
        "event_type": kind,
        "leaders": leaders,
        "topics": _union(accounts["topics"]),
        "places": list(dict.fromkeys(place for place in accounts["place"] if isinstance(place, str) and place)),
        "documents": list(dict.fromkeys(accounts["document_id"])),
        "n_documents": int(accounts["document_id"].nunique()),
        "n_sources": len(sources),
        "n_mentions": len(accounts),
        "disputed": find_disputes(accounts),
        "status": _status(accounts["status"]),
        "main": bool(accounts["main"].any()),
        "confidence": round(1 - (1 - best) * 0.8 ** (len(sources) - 1), 3),
    }
    return row


def make_title(kind: str, leaders: list[str], accounts: pd.DataFrame, vocabulary: Vocabulary) -> str:
    """Kind and people ("Phone call: Ann Lee – Bo Zhao"), else kind and place, else the beginning of the sentence."""
    label = vocabulary.kinds[kind].label if kind in vocabulary.kinds else kind.capitalize()
    if leaders:
        names = [_name(leader_id, vocabulary) for leader_id in leaders]
        shown = " – ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
        return f"{label}: {shown}"
    sentence = " ".join(str(accounts.iloc[0]["sentence"]).split())
    return f"{label}: {_shorten(sentence)}"


def find_disputes(accounts: pd.DataFrame) -> list[str]:
    """The fields on which documents differ, of those that they all tell: date, leaders, place, status, figures."""
    if accounts["document_id"].nunique() < 2:
        return []
    disputed = []
    if accounts["start"].max() >= accounts["end"].min():
        disputed.append("date")
    if _differ(frozenset(leaders) for leaders in accounts["leaders"] if len(leaders) > 1):
        disputed.append("leaders")
    if _differ(str(place).casefold() for place in accounts["place"] if isinstance(place, str) and place):
        disputed.append("place")
    if "denied" in set(accounts["status"]) and len(set(accounts["status"])) > 1:
        disputed.append("status")
    if figures_differ(accounts):
        disputed.append("figures")
    return disputed


def _differ(values: Iterable[object]) -> bool:
    return len(set(values)) > 1


def _most_telling(kinds: pd.Series) -> str:
    """The kind of the most accounts, rather a telling one than `other`."""
    told = [kind for kind in kinds if kind not in ("other", "statement")] or list(kinds)
    return str(max(sorted(set(told)), key=told.count))


def _status(statuses: pd.Series) -> str:
    """Happened where one account says so; else denied, else planned."""
    return next(status for status in ("happened", "denied", "planned") if status in set(statuses))


def _union(lists: pd.Series) -> list[str]:
    return list(dict.fromkeys(item for items in lists for item in items))


def _name(leader_id: str, vocabulary: Vocabulary) -> str:
    leader = vocabulary.leaders.get(leader_id)
    return leader.name if leader else " ".join(part.capitalize() for part in leader_id.split("-"))


def _shorten(sentence: str, longest: int = 70) -> str:
    if len(sentence) <= longest:
        return sentence
    return sentence[:longest].rsplit(" ", 1)[0] + " …"
