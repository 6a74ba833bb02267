"""Times before year 1, from the tables to the page and back: a text on a republic of old, written for this test."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from loaders.build import build
from loaders.decisions.typed import read_typed_date
from loaders.export import to_csv, to_excel
from loaders.moments import iso_day, moment, shifted
from loaders.query import chronology, counts, density, marks, overview, rows
from loaders.query.selection import Selection
from loaders.tables.conform import frame
from loaders.tables.schema import EVENTS
from loaders.tables.store import Store, open_store, write_tables
from loaders.tables.times import moment_of
from pages.shared.address import read_address, read_window, say_window
from pages.shared.downloads import say_first, say_last
from pages.shared.filters import as_typed
from pages.shared.phrases import say_date, say_when
from pages.shared.sheets import first_day, last_day
from tests.made import made_tables
from tests.pages.conftest import ROOT

YEARS = range(-3000, 3001)
SOME = sorted({*range(-3000, 3001, 9), *range(-12, 13), -99, -98, 99, 100, 999, 1000})
TEXT = """The harbour republic and its wars

By R. Oakes

The first war with the islands was fought from 264 to 241 BC. In 260 BC the consul Marius Tullo won a battle off the cape.
General Casso crossed the mountains in the autumn of 218 BC. On 2 August 216 BC he destroyed an army at the river Tarn.
The senate signed a treaty with the islands in 201 BC. Marius Tullo the younger was killed on 15 March 44 BC.
A great fire burned much of the city in AD 64. Workers opened the old granary in 1954.
"""


@pytest.fixture(scope="module")
def years(tmp_path_factory) -> Store:
    """Tables with an event a year, of SOME years."""
    tables = dict(made_tables("one"))
    [event] = tables["events"].to_dict("records")
    made = [
        {**event, "event_id": event["event_id"] if not n else f"year{year}", "start": moment(year),
         "end": moment(year + 1), "precision": "year", "title": f"What was done in {year}"}
        for n, year in enumerate(SOME)
    ]  # fmt: skip
    tables["events"] = frame(EVENTS, made)
    folder = tmp_path_factory.mktemp("years")
    write_tables(tables, folder)
    return open_store(folder)


@pytest.fixture(scope="module")
def republic(tmp_path_factory):
    """The folder of the tables built of TEXT."""
    place = tmp_path_factory.mktemp("republic")
    (place / "texts").mkdir()
    (place / "texts" / "republic.txt").write_text(TEXT, encoding="utf-8")
    build([place / "texts"], place / "built")
    return place / "built"


def test_years_come_out_of_the_tables_as_they_went_in_and_in_order(years):
    events = rows.select_events(years, Selection(), limit=None)
    assert [moment_of(start).year for start in events["start"]] == SOME
    for store in (years, replace(years, index=None)):
        left = Selection(start=moment(-43), end=moment(15))
        assert rows.count_events(store, left) == len([year for year in SOME if -43 <= year < 15])


@pytest.mark.parametrize("latest", [True, False])
def test_the_index_answers_as_a_look_at_every_row(years, latest):
    slow, all_of_it = replace(years, index=None), Selection()
    window = (moment(-200, 5, 3), moment(150, 2, 1))
    assert overview.count_through_time(years, all_of_it) == overview.count_through_time(slow, all_of_it)
    for page in (1, 2, 7, 8, 9):
        quick_page, slow_page = (chronology.select_chronology(one, all_of_it, latest, page) for one in (years, slow))
        assert list(quick_page["event_id"]) == list(slow_page["event_id"])
    assert marks.count_outside(years, all_of_it, window) == marks.count_outside(slow, all_of_it, window)
    assert marks.nearest_outside(years, all_of_it, window) == marks.nearest_outside(slow, all_of_it, window)
    quick_marks, slow_marks = (marks.select_marks(one, all_of_it, window, "leaders", ()) for one in (years, slow))
    assert list(quick_marks["event_id"]) == list(slow_marks["event_id"])
    quick_cells, slow_cells = (
        density.count_cells(one, all_of_it, window, "leaders", (), (), timedelta(days=9_000)) for one in (years, slow)
    )
    assert quick_cells["n"].sum() == slow_cells["n"].sum()
    assert list(quick_cells["cell_start"]) == list(slow_cells["cell_start"])


def test_decades_before_year_one_are_counted_as_they_count_down(years):
    # 31 BC is of the 30s BC, which begin with 39 BC.
    found = counts.count_topics_through_time(years, Selection(start=moment(-30), end=moment(31)), "decade")
    assert {moment_of(first).year for first in found["bin"]} == {-38, -28, -18, -8, 1, 10, 20}


@settings(deadline=None, max_examples=300)
@given(year=st.sampled_from(YEARS))
def test_a_year_that_is_said_typed_and_addressed_is_the_same_year(year: int) -> None:
    start, end = moment(year), moment(year + 1)
    words = say_date(start, end, "year")
    typed = read_typed_date(words)
    assert typed is not None and typed.interval == (start, end)
    asked = read_address({"from": [iso_day(start)], "until": [iso_day(end)]})
    assert (asked.selection.start, asked.selection.end, asked.problems) == (start, end, ())
    by_words = read_address({"from": [words], "until": [words]})
    assert (by_words.selection.start, by_words.selection.end) == (start, end)
    assert read_window(say_window((start, end))) == (start, end)


@settings(deadline=None, max_examples=200)
@given(year=st.sampled_from(YEARS), days=st.integers(0, 364))
def test_a_day_that_is_said_can_be_typed_and_addressed(year: int, days: int) -> None:
    day = shifted(moment(year), timedelta(days=days))
    after = shifted(day, timedelta(days=1))
    for words in (say_date(day, after, "day"), as_typed(Selection(start=day), "start"), iso_day(day)):
        typed = read_typed_date(words)
        assert typed is not None and typed.interval == (day, after), words
    assert read_window(say_window((day, after))) == (day, after)


@pytest.mark.parametrize(
    ("first", "after", "precision", "words"),
    [
        ((-43,), (-42,), "year", "44 BC"),
        ((0,), (1,), "year", "1 BC"),
        ((69,), (70,), "year", "AD 69"),
        ((-43, 3), (-43, 4), "month", "March 44 BC"),
        ((-43, 3, 15), (-43, 3, 16), "day", "15 March 44 BC"),
        ((79, 8, 24), (79, 8, 25), "day", "24 August AD 79"),
        ((-217,), (-199,), "span", "218–201 BC"),
        ((66,), (74,), "span", "AD 66–73"),
        ((-26,), (15,), "span", "27 BC – AD 14"),
        ((-48, 5), (-43, 4), "span", "May 49 BC – March 44 BC"),
        ((0, 12, 30), (1, 1, 3), "span", "30 December 1 BC – 2 January AD 1"),
        ((-468,), (-458,), "decade", "the 460s BC"),
        ((-468,), (-465,), "decade", "the early 460s BC"),
        ((-461,), (-458,), "decade", "the late 460s BC"),
        ((160,), (170,), "decade", "the 160s AD"),
        ((-499,), (-399,), "century", "the 5th century BC"),
        ((-99,), (1,), "century", "the 1st century BC"),
        ((1,), (100,), "century", "the 1st century AD"),
        ((200,), (300,), "century", "the 3rd century AD"),
        ((-499,), (-466,), "century", "500–468 BC"),
        ((1800,), (1900,), "century", "1800–1899"),
    ],
)
def test_what_a_time_is_called(first, after, precision, words):
    assert say_date(moment(*first), moment(*after), precision) == words


def test_a_time_of_the_tables_is_said_as_a_moment_is(years):
    row = rows.select_events(years, Selection()).iloc[3]
    start, end = moment_of(row["start"]), moment_of(row["end"])
    assert say_when(row["start"], row["end"], "year") == say_when(start, end, "year")


def test_spreadsheets_get_words_where_they_have_no_date():
    day, after = moment(-43, 3, 15), moment(-43, 3, 16)
    assert (first_day(day), last_day(after)) == ("15 March 44 BC", "15 March 44 BC")
    assert (say_first(moment(-43, 3, 15, 12, 30)), say_last(moment(-43))) == (
        "15 March 44 BC 12:30",
        "31 December 45 BC",
    )


def test_exports_hold_early_times_as_iso(years):
    events = rows.select_events(years, Selection(end=moment(-2900)), limit=None)
    table = list(csv.DictReader(io.StringIO(to_csv(events).decode("utf-8-sig"))))
    # A cell that begins with a minus sign could run as a formula.
    assert [row["start"].lstrip("'") for row in table] == [iso_day(moment_of(start)) for start in events["start"]]
    assert to_excel(events)


def open_on(built, page: str, monkeypatch, **address: str) -> AppTest:
    monkeypatch.setenv("DATELINE_BUILT", str(built))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    for name, value in address.items():
        app.query_params[name] = value
    app.session_state["timeline_drawn"] = True
    app.run()
    if page != "timeline":
        app.switch_page(f"pages/{page}.py").run()
    assert not app.exception, app.exception
    return app


@pytest.mark.parametrize("page", ["timeline", "quotes", "leaders", "topics", "compare", "documents", "history"])
def test_every_page_shows_a_text_on_old_times(republic, page, monkeypatch):
    open_on(republic, page, monkeypatch)


def test_the_address_leads_to_a_time_and_an_event_before_year_one(republic, monkeypatch):
    store = open_store(republic)
    events = rows.select_events(store, Selection(start=moment(-43), end=moment(-42)))
    assert len(events) == 1
    app = open_on(
        republic, "timeline", monkeypatch, **{"from": "-0060", "until": "20 BC", "event": events["event_id"].iloc[0]}
    )
    said = " ".join(str(one.value) for one in (*app.markdown, *app.caption, *app.subheader, *app.title))
    assert "44 BC" in said
    assert not app.error


def test_the_table_of_events_is_in_order_of_time(republic, monkeypatch):
    app = open_on(republic, "timeline", monkeypatch, list="table", view="-0300-01-01..0100-01-01")
    [table] = [one.value for one in app.dataframe if "Date" in one.value.columns]
    assert list(table["Date"]) == sorted(table["Date"]) and len(table) > 4


def test_a_moment_of_now_is_left_as_it_is():
    assert moment_of(datetime(2021, 8, 30)) == datetime(2021, 8, 30)
