"""On what the accounts of one event disagree: date, people, place, whether it took place, figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

_FIGURE = re.compile(r"(?<![\w.,-])(\d{1,3}(?:[,.]\d{3})+|\d+)(?![\w-])\s+(?:[^\W\d_]{1,2}\s+)?([^\W\d_]{3,})")


def find_disputes(accounts: Sequence[Row]) -> list[str]:
    """The fields on which documents differ, of those that more than one tells."""
    if len({account["document_id"] for account in accounts}) < 2:
        return []
    statuses = {account["status"] for account in accounts}
    differs = {
        "date": not _can_be_one_time(accounts),
        "leaders": _differ(_parties(accounts)),
        "place": _differ(str(a["place"]).casefold() for a in accounts if isinstance(a["place"], str) and a["place"]),
        "status": "denied" in statuses and len(statuses) > 1,
        "figures": _figures_differ(accounts),
    }
    return [field for field, is_disputed in differs.items() if is_disputed]


def _can_be_one_time(accounts: Sequence[Row]) -> bool:
    """Whether some time lies within what every account says."""
    latest, earliest = max(account["start"] for account in accounts), min(account["end"] for account in accounts)
    return bool(latest < earliest)


def _parties(accounts: Sequence[Row]) -> Iterable[object]:
    """Who took part, by the accounts that name more than one."""
    for account in accounts:
        if len(account["leaders"]) > 1:
            yield frozenset(account["leaders"])


def _differ(values: Iterable[object]) -> bool:
    return len(set(values)) > 1


def _figures_differ(accounts: Sequence[Row]) -> bool:
    """Whether two documents count the same thing (a word soon after the figure) and come to different figures."""
    seen: dict[str, dict[object, set[str]]] = {}
    for account in accounts:
        date_text = str(account["date_text"])
        sentence = str(account["sentence"])
        for figure, thing in _FIGURE.findall(sentence.replace(date_text, " ") if date_text else sentence):
            by_document = seen.setdefault(thing.casefold(), {})
            by_document.setdefault(account["document_id"], set()).add(re.sub(r"[,.]", "", figure))
    return any(len(told) > 1 and not set.intersection(*told.values()) for told in seen.values())
