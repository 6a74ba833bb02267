"""Which part of the time a first look shows, and where each event goes."""

import itertools
import json
from datetime import datetime, timedelta

import pandas as pd
import plotly.graph_objects as go
import pytest

from loaders.query.marks import Lanes
from pages.chart.figure import draw_timeline, plot_width, tell_lanes
from pages.chart.layout import ALL_ROWS, ROWS, Layout, lay_out, share_rows
from pages.chart.windows import around, focus, focus_between
from tests.made import made_tables


def years(*counts: tuple[int, int]) -> pd.DataFrame:
    """So many events of one day each in a year, a month apart."""
    days = [datetime(year, 1 + number % 12, 5) for year, count in counts for number in range(count)]
    return pd.DataFrame({"start": days, "end": [day + pd.Timedelta(days=1) for day in days]})


@pytest.mark.parametrize(
    ("events", "first", "last"),
    [
        (years((2020, 5), (2022, 5)), 2020, 2022),
        (years((1960, 1), (2020, 5), (2022, 5)), 2020, 2022),
        # half of it is a biography, and that is shown
        (years((1960, 5), (2022, 5)), 1960, 2022),
        # a third of it is a biography beside the news of two years
        (years((1950, 2), (1960, 1), (1975, 2), (2021, 5), (2022, 5)), 2021, 2022),
    ],
)
def test_a_first_look_shows_where_most_happens(events: pd.DataFrame, first: int, last: int) -> None:
    window = focus(events)
    shown = events[(events["start"] >= window[0]) & (events["end"] <= window[1])]
    assert (shown["start"].min().year, shown["end"].max().year) == (first, last)


def test_without_events_there_is_still_a_window() -> None:
    start, end = focus(years())
    assert start < end


DAY = datetime(2021, 8, 30)


def made_events(*titles: str, **columns: object) -> pd.DataFrame:
    """Events of one day, in one lane, the first of most weight."""
    n = len(titles)
    usual = {
        "event_id": [f"e{number:02d}" for number in range(n)],
        "title": list(titles),
        "start": DAY,
        "end": DAY + pd.Timedelta(days=1),
        "leaders": [["xi-jinping"]] * n,
        "weight": [1 - number / 100 for number in range(n)],
        "confidence": 0.9,
        "n_documents": 1,
        "event_type": "call",
        "precision": "day",
        "status": "happened",
        "n_sources": 1,
        "n_quotes": 0,
    }
    return pd.DataFrame({**usual, **columns})


def placed(events: pd.DataFrame, picked: str = "", days: int = 300, width: int = 500) -> Layout:
    lanes = Lanes(("xi-jinping",), (len(events),), rest=0, rest_events=0, nobody=0)
    window = (DAY - pd.Timedelta(days=days / 2), DAY + pd.Timedelta(days=days / 2))
    return lay_out(events, "leaders", lanes, {"xi-jinping": "Xi Jinping"}, window, width, picked)


CALLS = [f"Call number {number} about the harbour of Quay Town" for number in range(40)]


def test_the_weightiest_have_marks_and_the_rest_is_left_for_the_numbers() -> None:
    layout = placed(made_events(*CALLS))
    assert layout.lanes[0].rows == ROWS[1]
    assert set(layout.places["event_id"]) == {f"e{number:02d}" for number in range(ROWS[1])}
    assert "e39" in set(placed(made_events(*CALLS), picked="e39").places["event_id"])


def test_who_has_come_close_sees_every_event() -> None:
    assert len(placed(made_events(*CALLS[:30]), days=8).places) == 30


def test_every_event_of_a_lane_with_room_says_what_happened() -> None:
    places = placed(made_events(*CALLS[:5])).places
    assert list(places["label"].str.startswith("Call number")) == [True] * 5
    assert set(places["side"]) == {"right"}


def test_a_label_is_cut_at_a_word_and_stands_where_there_is_room() -> None:
    late = made_events("The two cities agree on ferries and on a common tide table", start=DAY + pd.Timedelta(days=140))
    late["end"] = late["start"] + pd.Timedelta(days=1)
    [place] = placed(late, width=330).places.to_dict("records")
    assert (place["label"], place["side"]) == ("The two cities agree on ferries and on a…", "left")


def test_what_several_sources_tell_says_so() -> None:
    assert placed(made_events("Bridge opens", n_sources=3)).places["label"].iloc[0] == "Bridge opens ×3"


def test_an_event_of_two_people_is_told_once_and_tied() -> None:
    events = made_events("The mayors open a bridge", "The harbour closes", leaders=[["ana", "ben"], ["ben"]])
    lanes = Lanes(("ben", "ana"), (2, 1), rest=0, rest_events=0, nobody=0)
    window = (DAY - pd.Timedelta(days=20), DAY + pd.Timedelta(days=20))
    layout = lay_out(events, "leaders", lanes, {}, window, 500)
    told = layout.places.set_index(["event_id", "lane_id"])["label"].to_dict()
    assert told == {
        ("e00", "ben"): "The mayors open a bridge",
        ("e01", "ben"): "The harbour closes",
        ("e00", "ana"): "",
    }
    figure = draw_timeline(layout, NO_CELLS, timedelta(days=1), {}, "", 640)
    [tie] = [trace for trace in figure["data"] if trace["name"] == "same event"]
    y = {trace["y"][i] for trace in figure["data"] if trace["name"] == "Meetings" for i in range(len(trace["y"]))}
    assert (tie["x"][0], tie["x"][2]) == (tie["x"][1], None)
    assert {tie["y"][0], tie["y"][1]} <= y
    # The picked one is told in each of its lanes.
    both = lay_out(events, "leaders", lanes, {}, window, 500, "e00").places
    assert list(both[both["event_id"] == "e00"]["label"]) == ["The mayors open a bridge"] * 2


def test_a_year_has_its_mark_in_its_middle_and_a_span_where_it_begins() -> None:
    long = {"start": datetime(2021, 1, 1), "end": datetime(2022, 1, 1)}
    year = placed(made_events("Drought", precision="year", **long), days=3000).places.iloc[0]
    assert abs(year["mark_at"] - datetime(2021, 7, 2, 12)) < pd.Timedelta(hours=1)
    span = placed(made_events("Tour", precision="span", **long), days=3000).places.iloc[0]
    assert abs(span["mark_at"] - datetime(2021, 1, 1)) < pd.Timedelta(days=60)
    assert span["bar"]
    assert not placed(made_events("Drought", precision="year", **long), days=30000).places["bar"].iloc[0]


@pytest.mark.parametrize(
    ("sizes", "rows"),
    [
        ({}, {}),
        ({"a": 1}, {"a": 1}),
        ({"a": 900}, {"a": 20}),
        ({"a": 900, "b": 500, "c": 3}, {"a": 14, "b": 13, "c": 3}),
        (dict.fromkeys("abcdefgh", 90), dict.fromkeys("ab", 3) | dict.fromkeys("cdefgh", 4)),
    ],
)
def test_rows_are_shared_by_who_needs_them(sizes: dict[str, int], rows: dict[str, int]) -> None:
    shared = share_rows(sizes)
    assert sorted(shared.values()) == sorted(rows.values())
    assert sum(shared.values()) <= ALL_ROWS


NO_CELLS = pd.DataFrame({"lane_id": [], "cell_start": [], "first": [], "last": [], "n": [], "titles": []})


def test_a_number_is_the_true_one_and_says_where_to_look_closer() -> None:
    cells = pd.DataFrame(
        {
            "lane_id": ["xi-jinping"],
            "cell_start": [DAY],
            "first": [DAY + pd.Timedelta(hours=12)],
            "last": [DAY + pd.Timedelta(hours=36)],
            "n": [1234],
            "titles": [["Call one", "Call two"]],
        }
    )
    figure = go.Figure(draw_timeline(placed(made_events("Call")), cells, timedelta(days=3), {}, "", 700))
    numbers = next(trace for trace in figure.data if trace.name == "more events")
    assert list(numbers.text) == ["1,234"]
    middle = (datetime(2021, 8, 30, 12) - datetime(1970, 1, 1)).total_seconds() * 1000
    assert [list(ends) for ends in numbers.customdata] == [[middle, middle + 86_400_000]]
    assert "Call one<br>Call two<br>and 1,232 more" in numbers.hovertext[0]


@pytest.mark.parametrize("width", [390, 1100])
@pytest.mark.parametrize("column", ["leaders", "topics", "documents"])
def test_plotly_takes_the_figure_as_it_is(column: str, width: int) -> None:
    """The page sends it without plotly.graph_objects, which raise for a name or a value that Plotly does not know."""
    events = made_tables("full")["events"]
    n = events[column].explode().value_counts()
    lanes = Lanes(tuple(n.index[:3]), tuple(n[:3]), len(n.index[3:]), 9, sum(not ids for ids in events[column]))
    window = (events["start"].min().to_pydatetime(), events["end"].max().to_pydatetime())
    layout = lay_out(events, column, lanes, {}, window, plot_width(width))
    figure = draw_timeline(layout, NO_CELLS, timedelta(days=9), {}, events["event_id"].iloc[0], width)
    assert len(go.Figure(figure).data) == len(figure["data"])
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


@pytest.mark.parametrize("width", [350, 900])
def test_one_lane_for_all_has_no_name_and_the_whole_width(width) -> None:
    events, window = made_events(*"abcdefghi"), (datetime(2021, 1, 1), datetime(2022, 1, 1))
    lanes = Lanes((), (), rest=0, rest_events=0, nobody=9)
    layout = lay_out(events, "none", lanes, {}, window, plot_width(width, bare=True))
    assert layout.bare and set(layout.places["lane_id"]) == {""}
    assert tell_lanes(layout, NO_CELLS, width) == []
    figure = draw_timeline(layout, NO_CELLS, timedelta(days=1), {}, "", width)
    assert figure["layout"]["margin"]["l"] < 20 and plot_width(width, bare=True) >= plot_width(width)


def test_lanes_by_kind_hold_each_event_once() -> None:
    events = made_events(*"abcdefghi", event_type=["call", "visit", "visit"] * 3)
    window = (datetime(2021, 1, 1), datetime(2022, 1, 1))
    kinds = events["event_type"].value_counts()
    lanes = Lanes(tuple(kinds.index), tuple(kinds), rest=0, rest_events=0, nobody=0)
    layout = lay_out(events, "kinds", lanes, {}, window, 900)
    assert (layout.places["lane_id"] == layout.places["event_type"]).all() and len(layout.places) == 9


def test_lanes_lie_below_each_other_and_have_room_for_their_names() -> None:
    events = made_tables("full")["events"]
    lanes = Lanes(("x", "y"), (9, 2), rest=3, rest_events=4, nobody=2)
    names = {"x": "The committee for the dredging of the old harbour and its two arms", "y": "Yu"}
    window = (datetime(1930, 1, 1), datetime(1930, 1, 3))
    layout = lay_out(events[:0], "leaders", lanes, names, window, 480)
    for width in (390, 620):
        told = tell_lanes(layout, NO_CELLS, width)
        assert [lane["label"] for lane in told] == [*names.values(), "3 others", "No one named"]
        assert [lane["n"] for lane in told] == [9, 2, 4, 2]
        for lane, after in itertools.pairwise(told):
            assert lane["top"] + lane["height"] == after["top"]
    assert told[0]["height"] > 3 * told[1]["height"] / 2
    figure = draw_timeline(layout, NO_CELLS, timedelta(days=1), {}, "", 620)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        (datetime(2021, 1, 1), datetime(2022, 1, 1), 2020, 2022),
        (datetime(2021, 1, 1), None, 2020, 2023),
        (None, datetime(1990, 1, 1), 1960, 1990),
        # the other way round nothing can be asked for
        (datetime(2022, 1, 1), datetime(2021, 1, 1), 1960, 2022),
    ],
)
def test_dates_that_are_asked_for_are_what_is_looked_at(start, end, first, last) -> None:
    events = years((1960, 5), (2022, 5))
    shown = focus_between(events, start, end)
    assert abs(shown[0].year - first) <= 5
    assert abs(shown[1].year - last) <= 5


def test_the_way_out_of_an_empty_window_keeps_its_length() -> None:
    window = (datetime(2021, 1, 1), datetime(2021, 2, 1))
    start, end = around((datetime(2020, 8, 30), datetime(2020, 8, 31)), window)
    assert end - start == window[1] - window[0]
    assert start < datetime(2020, 8, 30) < datetime(2020, 8, 31) < end
    decade = around((datetime(1960, 1, 1), datetime(1970, 1, 1)), window)
    assert decade[0] < datetime(1960, 1, 1) < datetime(1970, 1, 1) < decade[1]
