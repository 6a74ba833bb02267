"""Chronologies: lines, bullets and rows that begin with a date."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.extract.dates import find_dates


def values(text: str) -> list[str]:
    return [one.value for one in find_dates(text, date(2022, 11, 25))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* **1962** – The harbour is dug.", ["1962"]),
        ("- 1974: The ferry sinks.", ["1974"]),
        ("The harbour\n1981 – A crane falls.", ["1981"]),
        ("| 1990 | The quay is paved. |", ["1990"]),
        ("* **2015, May** – A lighthouse opens.", ["2015-05"]),
        ("2015, May: A lighthouse opens.", ["2015-05"]),
        ("Back in 2015, May lost the vote.", ["2015"]),
        ("2015 May lost the vote.", ["2015"]),
        ("* 2015, 3 May – A lighthouse opens.", ["2015-05-03"]),
        ("The size is 3 * 1962 in all.", []),
    ],
)
def test_years_and_months_that_open_a_line(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* 2 October 2021 – They vote.\n* 4/10/21 – They count.", ["2021-10-02", "2021-10-04"]),
        ("* October 2, 2021 – They vote.\n* 10/4/21 – They count.", ["2021-10-02", "2021-10-04"]),
        ("* 2 May 2021 – They vote.\n* 4/10/21 – They count.", ["2021-05-02", "2021"]),
        ("* 20 January 2021 – They vote.\n* 1/2/21 – They count.", ["2021-01-20", "2021-02-01"]),
        ("* 20 December 2020 – They vote.\n* 1/2/21 – They count.", ["2020-12-20", "2021"]),
        ("They voted on 2 October 2021 and counted on 4/10/21.", ["2021-10-02", "2021"]),
        ("* 2 October 2021 – They vote.\n* 4/0/21 – They count.", ["2021-10-02", "2021"]),
    ],
)
def test_the_entry_before_shows_the_order_of_day_and_month(text: str, expected: list[str]) -> None:
    assert values(text) == expected
