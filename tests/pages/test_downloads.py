"""Dates of downloaded files, and a citation: each the same whatever else is in the file."""

from __future__ import annotations

import pandas as pd
import pytest

from pages.shared.downloads import name_ids, say_first, say_last

NAMES: dict[str, dict[str, str]] = {"leaders": {}, "actors": {}, "topics": {}, "kinds": {}, "documents": {}}

ROWS = [
    # first moment, first moment after, as they are written
    ("1978-01-01", "1979-01-01", "1978-01-01", "1978-12-31"),
    ("2021-08-31", "2021-09-01", "2021-08-31", "2021-08-31"),
    ("2021-08-31 18:28", "2021-08-31 18:29", "2021-08-31 18:28", "2021-08-31 18:28"),
    ("2021-08-31 18:00", "2021-09-01", "2021-08-31 18:00", "2021-08-31"),
]


@pytest.mark.parametrize(("start", "end", "first", "last"), ROWS)
def test_an_interval_is_written_with_its_last_day(start, end, first, last):
    assert (say_first(pd.Timestamp(start)), say_last(pd.Timestamp(end))) == (first, last)


def test_a_clock_time_changes_no_other_row():
    df = pd.DataFrame({"start": [pd.Timestamp(row[0]) for row in ROWS], "end": [pd.Timestamp(row[1]) for row in ROWS]})
    written = name_ids(df, NAMES)
    assert list(zip(written["start"], written["end"], strict=True)) == [row[2:] for row in ROWS]
    assert list(name_ids(df.head(1), NAMES).iloc[0]) == list(written.iloc[0])


def test_who_did_it_to_whom_stands_in_words():
    names = {**NAMES, "actors": {"peru": "Peru", "oas": "Organization of American States", "ann-lee": "Ann Lee"}}
    df = pd.DataFrame(
        {"actors": [["peru", "oas"], []], "sources": [["oas"], ["ann-lee"]], "targets": [["peru", "ann-lee"], []]}
    )
    written = name_ids(df, names)
    assert list(written["countries_and_organisations"]) == [["Peru", "Organization of American States"], []]
    assert list(written["who_to_whom"]) == ["Organization of American States → Peru and Ann Lee", ""]


def test_no_time_is_no_word():
    assert (say_first(pd.NaT), say_last(pd.NaT)) == ("", "")


def test_offsets_are_no_dates():
    assert name_ids(pd.DataFrame({"start": [12], "end": [40]}), NAMES).to_dict("list") == {"start": [12], "end": [40]}
