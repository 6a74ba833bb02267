"""The chronology, the overview and the numbers beside the marks: each event once, in its place, and none left out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from benchmarks.generate import generate
from loaders.query import chronology, density, marks, overview
from loaders.query.rows import count_events
from loaders.query.selection import Selection
from loaders.tables.store import Store, open_store, write_tables
from tests.made import made_tables

ALL_TIME = (datetime(1850, 1, 1), datetime(2150, 1, 1))


@pytest.fixture(scope="module", params=["empty", "one", "full", "3,000 events"], name="store")
def store_of_a_size(request, tmp_path_factory) -> Store:
    folder = tmp_path_factory.mktemp("tables")
    write_tables(generate(3_000, 60) if "," in request.param else made_tables(request.param), folder)
    return open_store(folder)


def read_all(store: Store, chosen: Selection, latest_first: bool, size: int) -> list[str]:
    ids: list[str] = []
    for page in range(1, 10_000):
        rows = chronology.select_chronology(store, chosen, latest_first, page, size)
        if rows.empty:
            return ids
        ids += list(rows["event_id"])
    raise AssertionError("there is no end of pages")


def test_the_pages_hold_each_event_once_in_either_order(store):
    chosen = Selection(min_weight=0.3)
    latest = read_all(store, chosen, True, 200)
    assert len(latest) == len(set(latest)) == count_events(store, chosen)
    assert read_all(store, chosen, False, 170) == latest[::-1]


def test_headings_follow_each_other_and_none_comes_twice(store):
    rows = chronology.select_chronology(store, Selection(), False, 1, 5_000)
    headings = [chronology.heading_of(row.start.to_pydatetime(), row.end.to_pydatetime()) for row in rows.itertuples()]
    assert headings == sorted(headings)


def test_an_event_knows_what_comes_before_and_after_it(store):
    ids = read_all(store, Selection(), True, 500)
    for number, event_id in list(enumerate(ids))[::97]:
        place = chronology.find_place(store, Selection(), event_id)
        assert place is not None
        assert (place.before, place.after) == (
            ids[number - 1] if number else "",
            ids[number + 1] if number + 1 < len(ids) else "",
        )
        assert place.number == number + 1
    assert chronology.find_place(store, Selection(), "nothing has this id") is None


def test_the_quote_of_a_row_was_said_in_marks_at_that_event(store):
    rows = chronology.select_chronology(store, Selection(), True, 1, 300)
    said = store.query("SELECT event_id, text FROM quotes WHERE kind <> 'indirect' AND event_id IS NOT NULL")
    for row in rows.itertuples():
        texts = set(said[said["event_id"] == row.event_id]["text"])
        assert row.quote_text in texts if texts else row.quote_text is None


def test_weights_are_counted_as_they_are_chosen(store):
    bounds = (0.5, 0.3, 0.0)
    counted = chronology.count_weights(store, Selection(), bounds)
    assert counted == tuple(count_events(store, Selection(min_weight=bound)) for bound in bounds)


def test_the_overview_counts_each_event_once(store):
    found = overview.count_through_time(store, Selection())
    n = count_events(store, Selection())
    if not n:
        assert found is None
        return
    assert found is not None
    assert len(found.counts) == overview.BINS
    assert sum(found.counts) + found.before + found.after == pytest.approx(n, abs=0.2)


@pytest.mark.parametrize("column", ["leaders", "topics", "documents"])
@pytest.mark.parametrize("window", [ALL_TIME, (datetime(2019, 3, 1), datetime(2019, 9, 1))])
def test_marks_and_numbers_together_are_the_events_of_each_lane(store, column, window):
    chosen = Selection(min_weight=0.1)
    lanes = marks.count_lanes(store, chosen.within(window), column, 4)
    drawn = marks.select_marks(store, chosen, window, column, lanes.ids)
    assert len(drawn) <= marks.MOST_MARKS
    some = [
        (lane, row.event_id) for row in drawn[::2].itertuples() for lane in lanes_of(getattr(row, column), lanes.ids)
    ]
    cell = (window[1] - window[0]) / 7
    cells = density.count_cells(store, chosen, window, column, lanes.ids, some, cell)
    sizes = dict(zip(lanes.ids, lanes.counts, strict=True))
    sizes |= {density.REST: lanes.rest_events, density.NOBODY: lanes.nobody}
    inside = drawn[(drawn["end"] > window[0]) & (drawn["start"] < window[1])]
    for lane, n in sizes.items():
        with_marks = len({(one, i) for one, i in some if one == lane and i in set(inside["event_id"])})
        assert cells[cells["lane_id"] == lane]["n"].sum() + with_marks == n
    assert (cells["cell_start"] <= cells["first"]).all()
    assert (cells["last"] < cells["cell_start"] + cell + timedelta(minutes=1)).all()


def lanes_of(values: list[str], shown: tuple[str, ...]) -> set[str]:
    return {one if one in shown else density.REST for one in values} or {density.NOBODY}


def test_the_picked_event_has_a_mark_however_little_it_weighs(store):
    light = store.query('SELECT event_id, start, "end" FROM events ORDER BY weight, event_id LIMIT 1')
    for row in light.itertuples():
        window = (row.start.to_pydatetime(), row.end.to_pydatetime())
        for chosen, there in ((Selection(min_weight=1.1), True), (Selection(leaders=("nobody",)), False)):
            found = marks.select_marks(store, chosen, window, "leaders", (), row.event_id)
            assert (row.event_id in set(found["event_id"])) == there


def test_what_lies_far_from_all_else_is_folded(tmp_path):
    tables = made_tables("full")
    events = tables["events"]
    events["start"] = [datetime(2020, 1, 1) + timedelta(days=number) for number in range(len(events))]
    events.loc[0, "start"] = datetime(1200, 1, 1)
    events["end"] = events["start"] + timedelta(days=1)
    write_tables(tables, tmp_path)
    found = overview.count_through_time(open_store(tmp_path), Selection())
    assert found is not None
    assert (found.before, found.after, found.start.year, found.end.year) == (1, 0, 2020, 2020)
