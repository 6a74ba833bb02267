"""Dates as older texts write them, years that stand apart from their day, and what only looks like these."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates

PUBLISHED = datetime(1792, 11, 14)
LONG = " " * 300


def values(text: str) -> list[str]:
    return [found.value for found in find_dates(text + LONG, PUBLISHED) if found.problem is None]


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (
            "1792-11-04",
            [
                "on the 4th inst.",
                "on the 4th instant",
            ],
        ),
        ("1792-10-23", ["on the 23d ult.", "of the 23d ultimo,", "your letter of 23d ulto."]),
        ("1792-12-02", ["on the 2d prox.", "on the 2nd proximo"]),
        (
            "1797-03-22",
            ["the 22d of March, 1797", "March 22d, 1797", "on 22d. March 1797", "the 22d day of March 1797"],
        ),
        ("1732-02-10", ["10 February 1731/2", "Feb. 10, 1731/32", "on 10 Feb. 1731-32", "on the 10th of Feby 1732"]),
        ("1933-07-09", ["9.VII.1933", "on 9/VII/1933", "9-vii-1933"]),
        ("1788-07-04", ["4 July MDCCLXXXVIII", "July 4, MDCCLXXXVIII"]),
        ("1788", ["in MDCCLXXXVIII", "Anno Domini 1788", "in the year of our Lord 1788", "in the year of grace, 1788"]),
        ("0311", ["in the year 311 the", "in the year of our Lord 311"]),
        (
            "1804-09-30",
            [
                "30 September (1804)",
                "on 30 September in 1804",
                "on September 30, in 1804,",
                "September 30 (1804)",
                "September 30, in the year 1804,",
                "the thirtieth of September, eighteen hundred and four",
                "this thirtieth day of September, in the year of our Lord one thousand eight hundred and four",
                "on the 30th day of September in the year of our Lord 1804",
            ],
        ),
        ("1976", ["in nineteen seventy-six", "by the year nineteen hundred and seventy-six"]),
        ("2001", ["in two thousand and one", "by the year two thousand one"]),
        ("0704", ["in the year seven hundred and four", "in the year of our Lord seven hundred and four"]),
        ("1961-08", ["in August nineteen sixty-one", "in August (1961)"]),
        ("1903", ["The mill was sold thirty years from 1873."]),
        ("1903-06-30", ["The mill was sold ten days from 20 June 1903."]),
        ("1903-06-26/1903-06-30", ["in the last five days of June 1903"]),
        ("1903-06-01/1903-06-03", ["in the first three days of June 1903"]),
        ("1793-03-15", ["on the Ides of March 1793"]),
    ],
)
def test_old_forms(value: str, texts: list[str]) -> None:
    assert {text: values(text) for text in texts} == {text: [value] for text in texts}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Under the Harbours Act 1709 it is free.", []),
        ("The Freedom of the Ports Order 1751 applies.", []),
        ("The Harbours Act of 1709 is old.", ["1709"]),
        ("It ran for ten years from 1748.", ["1748"]),
        ("In May two thousand boats came.", ["1792-05"]),
        ("In one hundred and four towns it rained.", []),
        ("In nine hundred and four towns it rained.", []),
        ("In twenty two towns it rained.", []),
        ("In nineteen of the towns it rained.", []),
        ("A MIX of MIDI and MIMIC.", []),
        ("A 3D film and a 2D film.", []),
        ("They waited for the last five days.", []),
        ("It was let on 3 May 1714-18.", ["1714-05-03"]),
        ("It rained in June 1714-18.", ["1714-06"]),
    ],
)
def test_what_is_no_old_date(text: str, told: list[str]) -> None:
    assert values(text) == told


def test_a_long_time_ago_counts_from_the_publication_in_a_history_too() -> None:
    story = "The mill fell in 1701. It was built in 1650. It burned in 1660. It was sold in 1670. It was cut in 1675, 1680 and 1685. It was let in 1690. "
    assert values(f"{story}Fifty years ago it was mended.")[-1] == "1742"
    assert values(f"{story}Two years ago it was mended.")[-1] == "1688"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It sailed on May 4, and came to Velm on June 11, 1620.", ["1620-05-04", "1620-06-11"]),
        ("It sailed on 4 November and came to Velm on 11 January 1620.", ["1619-11-04", "1620-01-11"]),
    ],
)
def test_a_day_takes_the_year_of_the_next_one_where_nothing_was_told(text: str, told: list[str]) -> None:
    assert [found.value for found in find_dates(text, None)] == told
