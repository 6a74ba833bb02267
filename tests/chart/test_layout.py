"""Which part of the time a first look shows, and where each event goes."""

import json
from datetime import datetime

import pandas as pd
import plotly.graph_objects as go
import pytest

from loaders.query.marks import Lanes
from pages.chart.figure import draw_timeline
from pages.chart.layout import MOST_LANES, MOST_ROWS, Layout, around, focus, focus_between, lay_out
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


def crowded(picked: str = "", days: int = 300) -> Layout:
    """Twenty events of one day, in one lane."""
    day = datetime(2021, 8, 30)
    events = pd.DataFrame(
        {
            "event_id": [f"e{number:02d}" for number in range(20)],
            "title": [f"Call {number}" for number in range(20)],
            "start": day,
            "end": day + pd.Timedelta(days=1),
            "leaders": [["xi-jinping"]] * 20,
            "main": False,
            "weight": 0.3,
            "confidence": 0.9,
            "n_documents": [5, *[1] * 19],
            "event_type": "call",
            "precision": "day",
            "status": "happened",
            "n_sources": 1,
            "n_quotes": 0,
        }
    )
    lanes = Lanes(("xi-jinping",), rest=0, nobody=0)
    window = (day - pd.Timedelta(days=days / 2), day + pd.Timedelta(days=days / 2))
    return lay_out(events, "leaders", lanes, {"xi-jinping": "Xi Jinping"}, {}, window, 1000, picked)


def test_more_events_than_rows_become_a_crowd_that_counts_them() -> None:
    layout = crowded()
    assert layout.lanes[0].rows == MOST_ROWS
    assert len(layout.places) + layout.crowds["n"].sum() == 20
    assert "e00" in set(layout.places["event_id"]), "what most documents tell has a mark of its own"


def test_the_picked_event_is_in_no_crowd() -> None:
    assert "e19" not in set(crowded().places["event_id"])
    assert "e19" in set(crowded(picked="e19").places["event_id"])


def test_who_has_come_close_sees_every_event() -> None:
    layout = crowded(days=8)
    assert (len(layout.places), len(layout.crowds)) == (20, 0)


@pytest.mark.parametrize(("all_there", "words"), [(True, "+16"), (False, "16+")])
def test_a_crowd_says_how_many_and_where_to_look_closer(all_there: bool, words: str) -> None:
    figure = go.Figure(draw_timeline(crowded(), {}, "", 1000, all_there))
    crowd = next(trace for trace in figure.data if trace.name == "several events")
    assert list(crowd.text) == [words]
    middle = (datetime(2021, 8, 30, 12) - datetime(1970, 1, 1)).total_seconds() * 1000
    assert [list(ends) for ends in crowd.customdata] == [[middle, middle]]
    assert crowd.hovertext[0].count("Call ") == 5


@pytest.mark.parametrize("width", [390, 1100])
@pytest.mark.parametrize("column", ["leaders", "topics", "documents"])
def test_plotly_takes_the_figure_as_it_is(column: str, width: int) -> None:
    """The page sends it without plotly.graph_objects, which raise for a name or a value that Plotly does not know."""
    events = made_tables("full")["events"]
    n = events[column].explode().value_counts()
    lanes = Lanes(tuple(n.index[:MOST_LANES]), len(n.index[MOST_LANES:]), sum(not ids for ids in events[column]))
    window = (events["start"].min().to_pydatetime(), events["end"].max().to_pydatetime())
    layout = lay_out(events, column, lanes, {}, {}, window, width)
    figure = draw_timeline(layout, {}, events["event_id"].iloc[0], width)
    assert len(go.Figure(figure).data) == len(figure["data"])
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


def test_a_window_without_events_is_drawn_with_its_lanes() -> None:
    events = made_tables("full")["events"]
    lanes = Lanes(("xi-jinping", "wang-yi"), rest=3, nobody=2)
    window = (datetime(1930, 1, 1), datetime(1930, 1, 3))
    layout = lay_out(events[:0], "leaders", lanes, {}, {}, window, 900)
    figure = draw_timeline(layout, {}, "", 900)
    assert [lane.label for lane in layout.lanes] == ["xi-jinping", "wang-yi", "All others", "No one named"]
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
