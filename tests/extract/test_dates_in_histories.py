"""Dates of histories and biographies, where each counts from what was told before."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They sailed on 3 May 1801. On the 12th the captain fell ill.", ["1801-05-03", "1801-05-12"]),
        ("They fled in October 1776. In the winter they came back.", ["1776-10", "1777-WI"]),
        ("In the winter of 1914 they froze.", ["1914-WI"]),
        ("They fled in October 1776. That winter they came back.", ["1776-10", "1776-WI"]),
        ("On 3 May 1801 they met. He left the next morning.", ["1801-05-03", "1801-05-04TMO"]),
        (
            "In May 1871 it burned, like its neighbour two years earlier. In June it was sold.",
            ["1871-05", "1869", "1871-06"],
        ),
        ("In May 1871 they hoped to end by next summer. In June they lost hope.", ["1871-05", "1871-SU", "1871-06"]),
        ("They were at sea in the spring and early summer of 1951.", ["1951-SP", "1951-SU"]),
        ("In the autumn of 481 BC they met. They passed the winter there.", ["BC0481-FA", "BC0480-WI"]),
        ("In the spring of 1862 they met. The same day it burned.", ["1862-SP", "1862-XX-XX"]),
        ("In May 1775 it began and went on throughout the fall and winter.", ["1775-05", "1775-FA", "1776-WI"]),
        ("In 1871 it burned, near present-day Lima.", ["1871", "PRESENT_REF"]),
        ("In 1871 it burned. The year before, it had been sold.", ["1871", "1870"]),
        ("In 1871 it burned. Five years on, it reopened.", ["1871", "1876"]),
        ("On 17 June 1815 it rained. On the morning of the 18th they met.", ["1815-06-17", "1815-06-18TMO"]),
        ("The Seven Years' War ruined the port.", ["P7Y"]),
    ],
)
def test_values_of_a_story(text: str, values: list[str]) -> None:
    assert [one.value for one in find_dates(text, None)] == values


def test_the_winter_of_a_story_is_the_one_that_opens_its_year() -> None:
    (_, winter) = find_dates("They fled in October 1776. In the winter they came back.", None)
    assert winter.interval == (datetime(1776, 12, 1), datetime(1777, 3, 1))
    assert winter.edtf == "1776-24"


LIFE = (
    "Ida Roe was born in 1871. She came to Weir in 1889 and built a mill in 1893. In 1897 the mill burned. "
    "She wrote in 1899: “Today I am poor, now and this year and perhaps next week, as I was last month and yesterday.” "
)


def test_what_is_quoted_has_no_vote_on_what_a_text_is() -> None:
    text = f"{LIFE}The bridge fell in 1901. In May the council paid for it."
    assert [found.value for found in find_dates(text, datetime(2009, 12, 19)) if found.text == "May"] == ["1901-05"]
    unquoted = text.replace("“", "").replace("”", "")
    assert [found.value for found in find_dates(unquoted, datetime(2009, 12, 19)) if found.text == "May"] != ["1901-05"]
