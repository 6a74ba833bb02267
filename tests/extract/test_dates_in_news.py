"""Ways in which reports of the day tell times, each read as part of a text of some length published on one day."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.extract.dates import find_dates

PUBLISHED = date(2013, 8, 21)
"""A Wednesday."""


def values(text: str) -> list[str]:
    """What is read of a text too long for a message."""
    return [one.value for one in find_dates(text + " " * 300, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at the end of a trip on Monday.", ["2013-08-19"]),
        ("The talks end on Friday.", ["2013-08-23"]),
        ("It kept its forecast of last week, up from 0.8 percent in October.", ["2013-W33", "2012-10"]),
        ("Rain is forecast for Friday.", ["2013-08-23"]),
        ("Schools stayed closed due to flooding on Tuesday.", ["2013-08-20"]),
        ("The trial, due to start on Sunday, was put off.", ["2013-08-25"]),
        ("The train is due to leave on Friday.", ["2013-08-23"]),
    ],
)
def test_nouns_and_reasons_do_not_look_ahead(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road is closed between 11 and 1 p.m.", ["2013-08-21T11:00", "2013-08-21T13:00"]),
        ("It opens 11-1 p.m. on Friday.", ["2013-08-23T11:00", "2013-08-23T13:00"]),
        ("Polls open from 10 to 10 p.m.", ["2013-08-21T10:00", "2013-08-21T22:00"]),
        ("They met from 6:30 to 7 p.m.", ["2013-08-21T18:30", "2013-08-21T19:00"]),
        ("They met between 12 and 2 p.m.", ["2013-08-21T12:00", "2013-08-21T14:00"]),
        ("He drove between 11 and 2 a.m.", ["2013-08-21T23:00", "2013-08-21T02:00"]),
    ],
)
def test_an_hour_shares_the_half_of_the_day_unless_it_would_be_later(text: str, expected: list[str]) -> None:
    assert values(text) == expected
