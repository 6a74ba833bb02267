"""What speaks for and against two accounts of one story being of one event, how they are told, and how they are gathered."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import numpy as np
import pandas as pd
import pytest

from loaders.reconcile.accounts import Accounts, make_accounts
from loaders.reconcile.gathering import draw_together
from loaders.reconcile.signs import ALWAYS, Pairs, find_signs, weigh_signs
from loaders.reconcile.tellings import Tellings, read_tellings
from loaders.vocabulary import FOLDER, shared_words

DAY = pd.Timedelta(days=1)
BLAST: dict[str, Any] = {
    "document_id": "a",
    "start": "2024-03-04",
    "date_text": "Monday",
    "event_type": "attack",
    "leaders": [],
    "actors": [],
    "sources": [],
    "place": None,
    "status": "happened",
    "main": True,
    "sentence": "A car bomb wrecked the fish market of Kelna on Monday.",
    "sentence_start": 0,
    "line": "Car bomb wrecks fish market of Kelna",
}
TITLES = {"a": "Car bomb wrecks Kelna market", "b": "Market of Kelna wrecked by bomb", "c": "Rain ends drought in Orla"}


def make_tables(*rows: dict[str, Any]) -> tuple[Accounts, Tellings]:
    """Accounts in the order of the rows: of the blast, but for what each row says."""
    told = [{"mention_id": f"m{number}", **BLAST, **row} for number, row in enumerate(rows)]
    df = pd.DataFrame(told)
    df["start"] = pd.to_datetime(df["start"])
    df["end"] = df["start"] + [row.get("length", 1) * DAY for row in rows]
    names = sorted({row["document_id"] for row in told})
    documents = pd.DataFrame({"document_id": names, "title": [TITLES[name] for name in names], "language": "en"})
    documents = documents.assign(published=pd.Timestamp("2024-03-05"), text="")
    accounts = make_accounts(df, documents, FOLDER)
    return accounts, read_tellings(accounts, df, documents)


def signs_of(one: dict[str, Any], two: dict[str, Any], alike: float = 0.3) -> dict[str, float]:
    accounts, told = make_tables(one, two)
    found = find_signs(accounts, told, Pairs(np.array([0]), np.array([1]), np.array([alike])))
    return {name: round(float(values[0]), 2) for name, values in found.items()}


B = {"document_id": "b"}
SIGNS = [
    # of one day, of two beside each other, of days apart, and of the day of publication
    (B, {"on one day": 1, "on the next day": 0, "days apart": 0}),
    ({**B, "start": "2024-03-05"}, {"on one day": 0, "on the next day": 1, "days apart": 0}),
    ({**B, "start": "2024-03-07"}, {"on the next day": 0, "days apart": 1}),
    ({**B, "start": "2024-03-05", "date_text": ""}, {"on the next day": 0, "one has its day from the publication": 1}),
    ({**B, "start": "2024-03-07", "date_text": ""}, {"days apart": 0, "days apart, one by the publication": 1}),
    ({**B, "start": "2024-03-01", "length": 31}, {"one has a longer time than the other": 1, "in one longer time": 0}),
    # kinds that accounts use for each other are one
    ({**B, "event_type": "disaster"}, {"of one kind": 1, "one is only said": 0}),
    ({**B, "event_type": "statement"}, {"of one kind": 0, "one is only said": 1, "both are only said": 0}),
    ({**B, "event_type": "arrest"}, {"of one kind": 0}),
    # who
    ({**B, "actors": ["kelna"]}, {"somebody acts in both": 0, "others act in each": 0}),
    ({**B, "status": "denied"}, {"one is to come or denied": 1}),
    # what each report is about
    (B, {"each is what its report is about, and news": 1, "what a report is about, and news": 1}),
    ({"sentence": "Two men fled.", "line": "Two men flee", "main": False}, {"each is what its report is about, and news": 0}),
    # the words
    ({**B, "line": "Orla votes", "sentence": "Orla voted on Monday."}, {"the line of one stands in the other": 0}),
    (B, {"the line of each stands in the other": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("second", "expected"), SIGNS)
def test_signs(second: dict[str, Any], expected: dict[str, float]) -> None:
    found = signs_of({}, second)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("first", "second", "in_both", "others", "doers"),
    [
        (["orla", "kelna"], ["kelna"], 1, 0, 0),
        (["orla"], ["kelna"], 0, 1, 1),
        (["orla"], [], 0, 0, 0),
    ],
)
def test_who_acts_and_who_did_it(first: list[str], second: list[str], in_both: int, others: int, doers: int) -> None:
    rows = ({"actors": first, "sources": first}, {**B, "actors": second, "sources": second})
    found = signs_of(*rows)
    assert (found["somebody acts in both"], found["others act in each"], found["others did each"]) == (
        in_both,
        others,
        doers,
    )


def test_accounts_of_one_document_have_no_likeness_of_texts() -> None:
    found = signs_of({}, {"sentence_start": 300}, alike=0.0)
    assert (found["both stand in one document"], found["the headlines are alike"]) == (1, 0)


def test_every_sign_has_a_worth_and_every_worth_is_of_a_sign() -> None:
    assert {*shared_words("retellings", FOLDER)} - {ALWAYS} == {*signs_of({}, B)}


def test_what_is_told_alike_is_likelier_one_event_than_what_is_not() -> None:
    rows = ({}, B, {**B, "event_type": "arrest", "sentence": "Orla freed two men on Friday.", "line": "Orla frees two men", "start": "2024-03-08", "main": False})  # fmt: skip
    accounts, told = make_tables(*rows)
    pairs = Pairs(np.array([0, 0]), np.array([1, 2]), np.array([0.3, 0.3]))
    alike, other = weigh_signs(find_signs(accounts, told, pairs), FOLDER)
    assert alike > 0 > other


def test_how_accounts_are_told() -> None:
    _, told = make_tables({}, {"main": False, "sentence_start": 2000, "date_text": ""}, {"document_id": "c"})
    assert told.is_head.tolist() == [True, False, True]
    assert told.opens.tolist() == [True, False, True]
    # the headline of the first report is of it, that of the last is not
    assert told.weight[0] > told.weight[2] > told.weight[1]


def gather(rows: tuple[dict[str, Any], ...], odds: dict[tuple[int, int], int]) -> list[set[int]]:
    """The parts of accounts that start alone, by the log-odds of their pairs in thousandths."""
    accounts, _ = make_tables(*rows)
    left, right = np.array([*odds]).T
    apart = accounts.document[left] != accounts.document[right]
    pairs = pd.DataFrame({"left": left, "right": right, "odds": [*odds.values()], "apart": apart})
    event = draw_together(accounts, np.arange(len(rows)), pairs)
    return [{*np.flatnonzero(event == number).tolist()} for number in np.unique(event)]


A, C = {}, {"document_id": "c"}
GATHERED = [
    # likelier than not
    ((A, B), {(0, 1): 400}, [{0, 1}]),
    ((A, B), {(0, 1): -400}, [{0}, {1}]),
    # the third fits the one, and on the average not the two
    ((A, B, C), {(0, 1): 2000, (1, 2): 500, (0, 2): -2500}, [{0, 1}, {2}]),
    ((A, B, C), {(0, 1): 2000, (1, 2): 1500, (0, 2): -500}, [{0, 1, 2}]),
    # a pair that nobody looked at counts as unlikely
    ((A, B, C), {(0, 1): 2000, (1, 2): 500}, [{0, 1}, {2}]),
    # what one document tells as two is not one because another tells of it
    ((A, A, B), {(0, 2): 2000, (1, 2): 2000, (0, 1): 500}, [{0, 2}, {1}]),
    # of two days in words that lie too far apart; a publication may come later, but not weeks
    ((A, {**B, "start": "2024-03-09"}), {(0, 1): 900}, [{0}, {1}]),
    ((A, {**B, "start": "2024-03-09", "date_text": ""}), {(0, 1): 900}, [{0, 1}]),
    ((A, {**B, "start": "2024-03-29", "date_text": ""}), {(0, 1): 900}, [{0}, {1}]),
]


@pytest.mark.parametrize(("rows", "odds", "parts"), GATHERED)
def test_parts_are_gathered(
    rows: tuple[dict[str, Any], ...], odds: dict[tuple[int, int], int], parts: list[set[int]]
) -> None:
    assert gather(rows, odds) == parts


def test_the_order_of_the_pairs_changes_nothing() -> None:
    odds = {(0, 1): 900, (1, 2): 900, (0, 2): 800}
    found = [gather((A, B, C), {pair: odds[pair] for pair in order}) for order in permutations(odds)]
    assert all(parts == found[0] for parts in found)
