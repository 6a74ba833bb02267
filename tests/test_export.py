"""Selected rows as files: what another program finds in them, and what a spreadsheet must not run."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.export import WRITERS, flatten, to_csv, to_json, to_parquet
from tests.made import made_tables


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def only_cell(text: object) -> str:
    return cells(to_csv(pd.DataFrame({"text": [text], "after": ["x"]})))[1][0]


@pytest.mark.parametrize(
    ("written", "exported"),
    [
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("\u00a0=1+1", "'\u00a0=1+1"),
        ("\u00ad=1+1", "'\u00ad=1+1"),
        ("\u2066=1+1", "'\u2066=1+1"),
        ("\u200b@SUM(A1)", "'\u200b@SUM(A1)"),
        ("\ufeff=1+1", "'\ufeff=1+1"),
        ("\x00=1+1", "'\x00=1+1"),
        ('=HYPERLINK("http://x.example";"y")', '\'=HYPERLINK("http://x.example";"y")'),
        ("+49 30 1", "'+49 30 1"),
        ("-5 degrees", "'-5 degrees"),
        ("@cubasun wrote", "'@cubasun wrote"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "'\r=1+1"),
        ("\n=1+1", "'\n=1+1"),
        ("＝1+1", "'＝1+1"),
        ("1+1=2", "1+1=2"),
        ("a - b", "a - b"),
        ("–5", "–5"),
        ("", ""),
    ],
)
def test_no_cell_can_run_as_a_formula(written, exported):
    assert only_cell(written) == exported


def test_the_items_of_a_list_cannot_run_either():
    assert only_cell(["=1+1", "b"]) == "'=1+1; b"


def test_numbers_stay_numbers():
    df = pd.DataFrame({"offset": [-1, 5], "confidence": [-0.5, 0.25]})
    assert cells(to_csv(df)) == [["offset", "confidence"], ["-1", "-0.5"], ["5", "0.25"]]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=4))
def test_a_csv_opens_again_with_the_same_cells(values):
    df = pd.DataFrame({"text": values, "after": ["x"] * len(values)}).astype("object")
    again = [row[0] for row in cells(to_csv(df))[1:]]
    assert [cell.removeprefix("'") for cell in again] == [value.removeprefix("'") for value in values]
    assert not [cell for cell in again if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


@pytest.mark.parametrize("name", list(made_tables()))
def test_every_table_is_written_with_all_its_rows(name):
    df = made_tables()[name]
    rows = cells(to_csv(df))
    assert rows[0] == list(df.columns)
    assert len(rows) == len(df) + 1
    assert {len(row) for row in rows} == {len(df.columns)}
    assert len(json.loads(to_json(df))) == len(df)
    assert len(pd.read_parquet(io.BytesIO(to_parquet(df)))) == len(df)


def test_spreadsheets_are_told_the_encoding():
    assert to_csv(pd.DataFrame({"name": ["Raúl 卡斯特罗 🌞"]})) == "\ufeffname\r\nRaúl 卡斯特罗 🌞\r\n".encode()


@pytest.mark.parametrize(
    ("times", "written"),
    [
        ([datetime(2021, 8, 30), None], ["2021-08-30", ""]),
        ([datetime(2021, 8, 30), datetime(2021, 8, 30, 18, 28)], ["2021-08-30T00:00:00", "2021-08-30T18:28:00"]),
        ([datetime(331, 10, 1)], ["0331-10-01"]),
        ([None], [""]),
    ],
)
def test_times_are_iso_8601_and_days_where_all_are(times, written):
    df = pd.DataFrame({"start": pd.Series(times, dtype="datetime64[us]"), "after": "x"})
    assert [row[0] for row in cells(to_csv(df))[1:]] == written


def test_lists_are_joined_and_empty_ones_are_empty():
    df = pd.DataFrame({"leaders": [["a", "b"], [], ["c"]], "after": "x"})
    assert [row[0] for row in cells(to_csv(df))[1:]] == ["a; b", "", "c"]


def test_flatten_leaves_the_rows_it_was_given_alone():
    df = made_tables()["events"]
    before = df.copy()
    flatten(df)
    pd.testing.assert_frame_equal(df, before)


def test_json_keeps_lists_accents_and_times():
    [row] = json.loads(to_json(made_tables("one")["events"]))
    assert row["leaders"] == ["miguel-diaz-canel", "xi-jinping"]
    assert row["title"] == "Talks: Miguel Díaz-Canel and Xi Jinping held talks in Havana"
    assert datetime.fromisoformat(row["start"]) == datetime(2023, 3, 3)


def test_parquet_keeps_types():
    df = made_tables()["events"]
    again = pd.read_parquet(io.BytesIO(to_parquet(df)))
    assert again["start"].dtype == "datetime64[us]"
    assert [list(leaders) for leaders in again["leaders"]] == df["leaders"].tolist()


@pytest.mark.parametrize("format", sorted(WRITERS))
def test_nothing_selected_is_a_file_with_the_columns_only(format):
    data = WRITERS[format](made_tables("empty")["events"])
    assert data
    assert b"Talks" not in data
