"""Isolated date strings: what each names, and which name nothing or could mean two days."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.written import read_written_date

NAMES = {
    ("2021-03-03 00:00", "2021-03-04 00:00", "day"): [
        "2021-03-03",
        "2021/03/03",
        "2021.03.03",
        "3 March 2021",
        "3rd March 2021",
        "March 3, 2021",
        "Mar. 3, 2021",
        "MARCH 3, 2021",
        "Wed, 3 Mar 2021",
        "  3   March\n2021 ",
        "03/03/2021",
        "3 de marzo de 2021",
        "3 mars 2021",
        "3. März 2021",
        "3 марта 2021",
        "2021年3月3日",
    ],
    ("2021-08-31 00:00", "2021-09-01 00:00", "day"): ["31/08/2021", "08/31/2021", "31.8.2021", "31 de agosto de 2021"],
    ("2021-03-03 18:28", "2021-03-03 18:29", "minute"): [
        "2021-03-03T18:28",
        "2021-03-03 18:28",
        "2021-03-03T18:28:30Z",
        "2021-03-03T18:28:30.123+08:00",
        "2021-03-03T18:28:30+0800",
        "March 3, 2021 6:28 pm",
        "Wed, 03 Mar 2021 18:28:30 +0000",
    ],
    ("2021-03-01 00:00", "2021-04-01 00:00", "month"): ["March 2021", "2021-03", "marzo de 2021"],
    ("2021-01-01 00:00", "2022-01-01 00:00", "year"): ["2021"],
}

NOTHING = [
    *("", " ", "soon", "yesterday", "Wednesday", "March", "3 March", "18:28", "the rice", "2021-13-45", "2021-02-30"),
    *("1234567890", "version 20.21", "3 March 2021 and all that came of it in the long and rainy year that followed"),
]

TWO = ["03/04/2021", "3.4.2021", "3-4-2021", "1/2/21", "10/11/2012"]


@pytest.mark.parametrize(
    ("named", "words"), [(named, words) for named, all_words in NAMES.items() for words in all_words]
)
def test_what_a_string_names(named, words):
    found = read_written_date(words)
    assert found is not None
    assert (str(found.start)[:16], str(found.end)[:16], found.precision) == named


@pytest.mark.parametrize("words", NOTHING)
def test_what_names_no_date(words):
    assert read_written_date(words) is None


@pytest.mark.parametrize("words", TWO)
def test_what_could_mean_two_days_means_none(words):
    assert read_written_date(words) is None


@given(st.datetimes(datetime(1000, 1, 1), datetime(2100, 1, 1)))
def test_iso_dates_are_read_as_they_are(moment):
    minute = moment.replace(second=0, microsecond=0)
    found = read_written_date(moment.isoformat(timespec="minutes"))
    assert found is not None
    assert found.start == minute
    day = read_written_date(moment.date().isoformat())
    assert day is not None
    assert (day.start.date(), day.precision) == (moment.date(), "day")


@given(st.text(max_size=80))
def test_any_string_is_a_date_or_none(words):
    found = read_written_date(words)
    assert found is None or found.start < found.end
