"""What is only spoken of, only possible or done by another: no date, no statement and no part of it."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.document import extract
from loaders.records import Document, Mention
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
PUBLISHED = datetime(2021, 9, 3)
"""A Friday."""


def told(text: str) -> list[Mention]:
    document = Document("id", "a.txt", text, "Title", published=PUBLISHED, language="en")
    return extract(document, VOCABULARY).mentions


@pytest.mark.parametrize(
    "text",
    [
        "Premier Nils Dahl praised Mayor Ida Roe for opening the dam on August 2.",
        "Premier Nils Dahl blamed Mayor Ida Roe for lying about the 2014 flood.",
        "Premier Nils Dahl accused Mayor Ida Roe of selling the mill in 2014.",
    ],
)
def test_the_date_of_what_is_spoken_of_is_not_that_of_the_saying(text: str) -> None:
    assert [one.edtf for one in told(text) if one.edtf != "2021-09-03"] == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The high court dismissed the appeal on Monday.", ["ruling"]),
        ("Port police seized 40 boxes of tea on Monday.", ["arrest"]),
        ("Premier Nils Dahl called out Mayor Ida Roe on Monday.", ["accusation"]),
        ("The two premiers last spoke on August 2.", ["call"]),
        ("The fares may be announced next week. The mill is old.", []),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [one.event_type for one in told(text) if one.start <= PUBLISHED] == kinds


@pytest.mark.parametrize(
    ("text", "leaders"),
    [
        ("Premier Nils Dahl was warned on Monday by Mayor Ida Roe to leave.", {"ida-roe"}),
        ("Premier Nils Dahl was urged by Mayor Ida Roe on Monday to leave.", {"ida-roe"}),
        ("Many teachers criticised the Dahl government on Monday. Premier Nils Dahl slept.", set()),
        ("Premier Nils Dahl criticised the teachers on Monday.", {"nils-dahl"}),
    ],
)
def test_who_says_it(text: str, leaders: set[str]) -> None:
    assert set(told(text)[0].sources) == leaders


@pytest.mark.parametrize(
    ("text", "happened"),
    [
        ("The fair, which was due to open on Monday, will open in October.", False),
        ("Neither the port nor the union answered on Monday.", False),
        ("Nobody answered the union on Monday.", False),
        ("The fair opened on Monday.", True),
    ],
)
def test_what_did_not_happen(text: str, happened: bool) -> None:
    assert any(one.status == "happened" for one in told(text) if one.edtf == "2021-08-30") == happened


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Weir Bridge Pact (1931–1969) was a pact of two towns.", []),
        ("An Old War (1931–1969) was long.", []),
        ("Ida Roe (1931–1999) was mayor of Weir.", ["birth", "death"]),
    ],
)
def test_only_people_are_born_and_die(text: str, kinds: list[str]) -> None:
    assert [one.event_type for one in told(text) if one.event_type in ("birth", "death")] == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The office of Premier Nils Dahl announced the state visit on Monday.", ["statement"]),
        ("Premier Nils Dahl called on Minister Ida Roe on Monday.", ["visit"]),
        ("Premier Nils Dahl called on Minister Ida Roe on Monday to resign.", ["demand"]),
    ],
)
def test_what_is_announced_has_not_happened_then(text: str, kinds: list[str]) -> None:
    assert [one.event_type for one in told(text)] == kinds
