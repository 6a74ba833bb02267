"""Mails in a text, and what they count from."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates
from loaders.layout.messages import find_messages

THREAD = """From: Ida Roe
Sent: Wednesday, March 3, 2021 6:28 PM
To: Nils Dahl
Subject: FW: dam

It broke yesterday.

-----Original Message-----
> From: Nils Dahl
> Date: Monday, March 1, 2021
> To: Ida Roe

It leaked yesterday.
"""


def test_each_mail_has_a_sender_a_time_and_a_body() -> None:
    found = [
        (THREAD[slice(*one.sender)], THREAD[slice(*one.sent)], THREAD[slice(*one.body)].split()[:2])
        for one in find_messages(THREAD)
    ]
    assert found == [
        ("Ida Roe", "Wednesday, March 3, 2021 6:28 PM", ["It", "broke"]),
        ("Nils Dahl", "Monday, March 1, 2021", ["It", "leaked"]),
    ]


def test_an_answer_stands_above_what_it_answers() -> None:
    text = "Agreed.\n\nOn Wed, Mar 3, 2021 at 6:28 PM, Ida Roe <ida@weir.example> wrote:\n> It broke yesterday.\n"
    [mail] = find_messages(text)
    assert text[slice(*mail.sender)].startswith("Ida Roe")
    assert [found.value for found in find_dates(text, datetime(2021, 3, 9)) if found.text == "yesterday"] == [
        "2021-03-02"
    ]


def test_what_a_mail_tells_counts_from_when_it_was_sent() -> None:
    values = [found.value for found in find_dates(THREAD, datetime(2021, 3, 3, 18, 28)) if "yesterday" in found.text]
    assert values == ["2021-03-02", "2021-02-28"]


@pytest.mark.parametrize(
    "text",
    [
        "From: Weir\nTo: Marsh\n\nThe ferry sails twice a day.",
        "From the dam: a view.\n\nDate: unknown.",
        "Sent: 3 March 2021\n\nThe dam broke.",
        "From: here\n\nThe dam broke on 3 May.\n\nDate: 4 May",
        "",
    ],
)
def test_what_is_no_mail(text: str) -> None:
    assert find_messages(text) == ()
