"""Isolated date strings: what each names, and which name nothing or could mean two days."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.dates_as_written import read_written_date

TODAY = date(2023, 8, 25)

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
    ("2021-08-31 00:00", "2021-09-01 00:00", "day"): [
        "31/08/2021",
        "08/31/2021",
        "31.8.2021",
        "31 de agosto de 2021",
        "20210831",
    ],
    ("2021-04-03 00:00", "2021-04-04 00:00", "day"): ["3.4.2021"],
    ("2021-03-03 18:28", "2021-03-03 18:29", "minute"): [
        "2021-03-03T18:28",
        "2021-03-03 18:28",
        "2021-03-03T18:28:30Z",
        "2021-03-03T18:28:30.123+08:00",
        "2021-03-03T18:28:30+0800",
        "March 3, 2021 6:28 pm",
        "Wed, 03 Mar 2021 18:28:30 +0000",
        "Wed, 3 Mar 2021 18:28:30 -0400",
        "March 3, 2021 @ 18:28 GMT",
    ],
    ("2021-03-01 00:00", "2021-04-01 00:00", "month"): ["March 2021", "2021-03", "marzo de 2021", "3/2021"],
    ("2021-01-01 00:00", "2022-01-01 00:00", "year"): ["2021"],
    ("1990-01-01 00:00", "2000-01-01 00:00", "decade"): ["1990s", "the 1990s"],
    ("2012-07-01 00:00", "2012-10-01 00:00", "quarter"): ["Q3 2012", "the third quarter of 2012"],
    ("1969-06-01 00:00", "1969-09-01 00:00", "season"): ["summer of 1969", "Summer 1969"],
}

NOTHING = [
    *("", " ", "soon", "yesterday", "Wednesday", "March", "3 March", "18:28", "the rice", "2021-13-45", "2021-02-30"),
    *(
        "12",
        "hello",
        "1661990400",
        "version 20.21",
        "3 March 2021 and all that came of it in the long and rainy year that followed",
    ),
]

TWO = ["03/04/2021", "3-4-2021", "1/2/21", "10/11/2012"]


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


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("yesterday", "2023-08-24"), ("25 Aug", "2023-08-25"), ("Wednesday", "2023-08-23"), ("hace 3 días", "2023-08-22")],
)
def test_counted_from_today(text: str, edtf: str) -> None:
    read = read_written_date(text, TODAY)
    assert read is not None
    assert read.edtf == edtf


def test_a_year_is_no_first_of_january() -> None:
    read = read_written_date("2014")
    assert read is not None
    assert (read.interval, read.precision) == ((datetime(2014, 1, 1), datetime(2015, 1, 1)), "year")


def test_the_order_of_day_and_month_can_be_told() -> None:
    day_first, month_first = (read_written_date("3/4/2014", day_first=order) for order in (True, False))
    assert day_first is not None
    assert month_first is not None
    assert (day_first.edtf, month_first.edtf) == ("2014-04-03", "2014-03-04")


@pytest.mark.parametrize("text", ["31/12/9999", "9999", "0001", "99/99/9999", "²²²²", "9" * 500, "\x00", "-" * 80])
def test_nothing_raises(text: str) -> None:
    read_written_date(text, TODAY)


@given(st.datetimes(datetime(1000, 1, 1), datetime(2100, 1, 1)))
def test_iso_dates_are_read_as_they_are(moment):
    minute = moment.replace(second=0, microsecond=0)
    found = read_written_date(moment.isoformat(timespec="minutes"))
    assert found is not None
    assert found.start == minute
    day = read_written_date(moment.date().isoformat())
    assert day is not None
    assert (day.start.date(), day.precision) == (moment.date(), "day")


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_any_string_is_a_date_or_none(words):
    found = read_written_date(words)
    assert found is None or found.start < found.end
