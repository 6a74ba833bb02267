"""On what the accounts of one event disagree: date, people, place, whether it took place, figures.

Only accounts that tell the same of it are held against each other, one sentence against another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import pandas as pd

from loaders.layout.tokens import fold
from loaders.tolls import Toll, differ, read_toll

Row = Mapping[str, Any]

DAY = pd.Timedelta(days=1)

_FIGURE = re.compile(r"(?<![\w.,-])(\d{1,3}(?:[,.]\d{3})+|\d+)(?![\w-])\s+(?:[^\W\d_]{1,2}\s+)?([^\W\d_]{3,})")


ALIKE = 0.35
"""So many of the longer words of the shorter sentence stand in the other, or the two do not tell the same of an event."""
OF_ONE_DAY = 0.5
"""The same for what is dated differently: two sentences on two days are of two things rather than at odds."""
IN_COMMON = 2
"""So many longer words have two accounts in common that count the same people."""
MOST = 40
"""So many accounts of an event are compared, the most exact ones."""
_LONGER = re.compile(r"[^\W\d_]{4,}")
_CAPITAL = re.compile(r"(?<![.!?…”\"] )(?<!^)\b[A-ZÀ-Þ][^\W\d_]{3,}")


def find_disputes(accounts: Sequence[Row]) -> list[str]:
    """The fields on which documents differ where they tell the same of an event, sentence beside sentence.

    What only one side tells is no contradiction, nor is a day that was counted from the publication, nor a place in the other.
    """
    if len({account["document_id"] for account in accounts}) < 2:
        return []
    told = [(account, set(_LONGER.findall(str(account["sentence"]).casefold()))) for account in accounts[:MOST]]
    alike = [(one, two) for one, two in combinations(told, 2) if _tell_the_same(one, two)]
    pairs = [(one[0], two[0]) for one, two in alike]
    named = {id(account): _named_in(account) for pair in pairs for account in pair if len(account["leaders"]) > 1}
    differs = {
        "date": any(
            _on_other_days(one[0], two[0]) and not _tells_both(one[0], two[0], accounts)
            for one, two in alike
            if _share(one, two) >= OF_ONE_DAY
        ),
        "leaders": any(_name_others(named.get(id(one), set()), named.get(id(two), set())) for one, two in pairs),
        "place": any(_elsewhere(one, two) for one, two in pairs),
        "status": any({one["status"], two["status"]} == {"denied", "happened"} for one, two in pairs),
        "figures": _tolls_differ(told)
        or _figures_differ(list({id(row): row for pair in pairs for row in pair}.values())),
    }
    return [field for field, is_disputed in differs.items() if is_disputed]


def _tell_the_same(first: tuple[Row, set[str]], second: tuple[Row, set[str]]) -> bool:
    """Whether two documents tell one kind of happening in words that they share."""
    (one, words), (two, others) = first, second
    if one["document_id"] == two["document_id"] or one["event_type"] != two["event_type"]:
        return False
    return len(words & others) >= max(1.0, ALIKE * min(len(words), len(others)))


def _share(first: tuple[Row, set[str]], second: tuple[Row, set[str]]) -> float:
    """How much of the shorter sentence stands in the other, by its longer words."""
    return len(first[1] & second[1]) / max(1, min(len(first[1]), len(second[1])))


def _on_other_days(one: Row, two: Row) -> bool:
    """Whether both give a day in words, and no time lies within both."""
    exact = all(account["date_text"] and account["end"] - account["start"] <= DAY for account in (one, two))
    return bool(exact and max(one["start"], two["start"]) >= min(one["end"], two["end"])) and not _one_day(one, two)


def _tells_both(one: Row, two: Row, accounts: Sequence[Row]) -> bool:
    """Whether the document of either tells the event at the time of the other too: the one day is that of something beside."""
    return any(
        account["document_id"] == own["document_id"]
        and account["start"] < other["end"]
        and other["start"] < account["end"]
        for own, other in ((one, two), (two, one))
        for account in accounts[:MOST]
    )


def _one_day(one: Row, two: Row) -> bool:
    """Whether only the clock times differ, which are of two zones as often as not."""
    return bool(one["start"].normalize() == two["start"].normalize())


def _name_others(first: set[str], second: set[str]) -> bool:
    """Whether the sentence of each names somebody as taking part whom the other does not, and somebody whom it does."""
    return min(len(first), len(second)) > 1 and bool(first - second) and bool(second - first)


def _named_in(account: Row) -> set[str]:
    """Who takes part by name: of whom a part of the id, which is made of the name, stands in the sentence."""
    words = set(re.findall(r"[^\W\d_]+", fold(str(account["sentence"]))))
    return {leader for leader in account["leaders"] if words & {part for part in leader.split("-") if len(part) > 1}}


def _elsewhere(one: Row, two: Row) -> bool:
    """Whether the places differ, and neither account names the place of the other, nor both a third: one may lie in it."""
    if not (isinstance(one["place"], str) and isinstance(two["place"], str) and one["place"] and two["place"]):
        return False
    capitals = (set(_CAPITAL.findall(str(account["sentence"]))) - _parts_of_names(account) for account in (one, two))
    if set.intersection(*capitals):
        return False
    return all(
        here["place"].casefold() not in f"{there['place']} {there['sentence']}".casefold()
        and not set(here["place"].casefold().split()) & set(there["place"].casefold().split())
        for here, there in ((one, two), (two, one))
    )


def _parts_of_names(account: Row) -> set[str]:
    return {
        part.capitalize() for leader in (*account["leaders"], *account.get("named", ())) for part in leader.split("-")
    }


def _tolls_differ(told: Sequence[tuple[Row, set[str]]]) -> bool:
    """Whether two documents come to different figures of the killed, wounded, arrested …, and none is of a later day.

    Accounts are told in words of their own, and one counts the dead that the other saw brought in: a few words in common do.
    """
    figures: dict[str, list[tuple[Row, set[str], Toll]]] = {}
    for account, words in told:
        for toll in map(read_toll, account["tolls"]):
            figures.setdefault(toll.what, []).append((account, words, toll))
    return any(
        one["document_id"] != two["document_id"]
        and len(words & others) >= IN_COMMON
        and differ(first, second)
        and not _has_grown(one, first, two, second)
        for accounts in figures.values()
        for (one, words, first), (two, others, second) in combinations(accounts, 2)
    )


def _has_grown(one: Row, first: Toll, two: Row, second: Toll) -> bool:
    """Whether the document of a later day has the higher figure, or one outlet corrects itself."""
    if pd.isna(one["published"]) or pd.isna(two["published"]):
        return False
    (early, low), (late, high) = sorted(
        ((one["published"].normalize(), first.number), (two["published"].normalize(), second.number))
    )
    by_one = isinstance(one["publisher"], str) and one["publisher"] == two["publisher"]
    return bool(early < late and (low < high or by_one))


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
