"""Isolated date strings: headers, metadata, captions, what a user types."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from loaders.dates_as_written import read_written_date

TODAY = date(2023, 8, 25)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2014", "2014"),
        ("June 2014", "2014-06"),
        ("8/2014", "2014-08"),
        ("August 25, 2023", "2023-08-25"),
        ("25 Aug 2023", "2023-08-25"),
        ("20230825", "2023-08-25"),
        ("2021-08-31 18:28", "2021-08-31T18:28"),
        ("2023-08-25T10:45:00Z", "2023-08-25T10:45"),
        ("2020-09-28T10:45:00+08:00", "2020-09-28T10:45"),
        ("Sept. 28, 2020 @ 10:45 GMT", "2020-09-28T10:45"),
        ("Fri, 25 Aug 2023 10:00:00 -0400", "2023-08-25T10:00"),
        ("25 de noviembre de 2022", "2022-11-25"),
        ("2023年8月25日", "2023-08-25"),
        ("25/4/2014", "2014-04-25"),
        ("4/25/2014", "2014-04-25"),
        ("3.4.2014", "2014-04-03"),
        ("3/3/2014", "2014-03-03"),
    ],
)
def test_read(text: str, edtf: str) -> None:
    read = read_written_date(text)
    assert read is not None
    assert read.edtf == edtf


@pytest.mark.parametrize(
    "text", ["", "hello", "12", "1661990400", "10:45", "1990s", "yesterday", "3 May", "3/4/2014", "Wednesday"]
)
def test_what_is_no_date_or_open_stays_unread(text: str) -> None:
    assert read_written_date(text) is None


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
