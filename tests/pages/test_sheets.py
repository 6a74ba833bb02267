"""Files of what is shown: a row an event and a row a quote, under headings as a newsroom has them."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from loaders.export import to_csv, to_excel
from loaders.query import quoted, rows
from loaders.query.selection import Selection
from loaders.tables.store import open_store
from pages.shared.sheets import events_sheet, quotes_sheet
from tests.made import made_tables

NAMES: dict[str, dict[str, str]] = {"leaders": {}, "actors": {}, "topics": {}, "kinds": {}}


@pytest.fixture(scope="module")
def store(built):
    return open_store(built["full"])


def events_of(store, **chosen):
    selection = Selection(**chosen)
    names = {**NAMES, "leaders": rows.name_people(store), "actors": rows.name_people(store)}
    return events_sheet(rows.select_events(store, selection, limit=None), rows.select_accounts(store, selection), names)


def test_a_row_an_event_with_its_sources_and_how_its_date_was_read(store):
    sheet = events_of(store)
    events, mentions = made_tables("full")["events"], made_tables("full")["mentions"]
    assert set(sheet["Id"]) == set(events["event_id"])
    assert len(sheet) == len(events)
    titles = made_tables("full")["documents"].set_index("document_id")["title"]
    for row in sheet.to_dict("records"):
        told = mentions[mentions["event_id"] == row["Id"]]
        assert row["Sentence"] in set(told["sentence"])
        assert all(titles[document] in row["Sources"] for document in told["document_id"])
        assert row["First day"] <= row["Last day"]
        assert any(how in row["How the date was read"] for how in told["date_how"])


def test_the_last_day_is_in_it(store):
    sheet = events_of(store, kinds=("call",))
    days = [date[:10] for date in sheet["Date (EDTF)"]]
    assert list(sheet["First day"]) == list(sheet["Last day"]) == days != []


def test_a_row_a_quote_with_its_citation(store):
    quotes = quoted.select_quotes(store, Selection(), limit=None)
    sheet = quotes_sheet(quotes, {**NAMES, "leaders": rows.name_people(store)})
    assert list(sheet["Id"]) == list(quotes["quote_id"])
    for words, citation, speaker in zip(sheet["What was said"], sheet["Citation"], sheet["Speaker"], strict=True):
        assert citation.startswith(f"{words}\n— {speaker}")
        assert "In: " in citation


@pytest.mark.parametrize("table", ["events", "quotes"])
def test_csv_and_excel_hold_the_same(store, table):
    selection = Selection()
    sheet = (
        events_of(store)
        if table == "events"
        else quotes_sheet(quoted.select_quotes(store, selection, limit=None), NAMES)
    )
    written = list(csv.reader(io.StringIO(to_csv(sheet).decode("utf-8-sig"))))
    cells = load_workbook(io.BytesIO(to_excel(sheet))).active
    read = [["" if value is None else str(value) for value in row] for row in cells.iter_rows(values_only=True)]
    assert read[0] == written[0] == list(sheet.columns)
    assert [[cell.lstrip("'") for cell in row] for row in written] == [
        [cell.lstrip("'") for cell in row] for row in read
    ]


def test_nothing_in_a_workbook_is_a_formula(store):
    sheet = events_of(store)
    sheet["What happened"] = "=1+1"
    cells = load_workbook(io.BytesIO(to_excel(sheet))).active
    assert {cell.data_type for row in cells.iter_rows() for cell in row} <= {"inlineStr", "s", "n"}
    assert cells["E2"].value == "=1+1"


def test_the_timeline_offers_what_its_window_holds(open_page):
    events = made_tables("full")["events"]
    inside = events[(events["start"] < "1975") & (events["end"] > "1973")]
    labels = [button.label for button in open_page("full", view="1973-01-01..1974-12-31").get("download_button")]
    n = f"{len(inside)} event{'' if len(inside) == 1 else 's'}"
    assert {f"Download {n} (CSV)", f"Download {n} (Excel)"} <= set(labels)
