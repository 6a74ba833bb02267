"""The leaders' and the topics' page: what they count, and what their tables say beside the figures."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from loaders.query.counts import count_pairs, count_topics_through_time, count_words
from loaders.query.quoted import select_quotes
from loaders.query.rows import select_events
from loaders.query.selection import Selection
from loaders.tables.store import open_store
from pages.chart.layout import EXACT
from pages.chart.lifeline import draw_lifeline
from tests.made import made_tables
from tests.pages.test_pages import said


@pytest.fixture(scope="module")
def store(built):
    return open_store(built["full"])


@pytest.mark.parametrize("page", ["leaders", "topics"])
@pytest.mark.parametrize("size", ["empty", "one", "full"])
def test_pages_open(open_page, page, size):
    open_page(size, page)


@pytest.mark.parametrize(
    ("page", "words"),
    [("leaders", "The documents hold no leader."), ("topics", "No event fits all the filters that are set.")],
)
def test_pages_without_anybody_open_under_a_filter(open_page, page, words):
    assert words in said(open_page("empty", page, words="ferry"))


def test_pairs_are_those_who_took_part_together(store):
    events = made_tables("full")["events"]
    for row in count_pairs(store, Selection()).itertuples():
        assert row.one < row.two
        both = events["leaders"].map(lambda ids, row=row: row.one in ids and row.two in ids)
        assert 0 < row.n <= both.sum()


def test_words_are_counted_for_every_speaker(store):
    quotes = made_tables("full")["quotes"]
    df = count_words(store, Selection())
    assert df["n_quotes"].sum() == len(quotes)
    for row in df.dropna(subset=["speaker"]).itertuples():
        mine = quotes[quotes["speaker"] == row.speaker]
        assert row.n_words == mine["statement"].str.split().map(len).sum()


def test_topics_through_time_add_up(store):
    events = made_tables("full")["events"]
    exact = events[~events["precision"].isin(["decade", "century", "span"])]
    df = count_topics_through_time(store, Selection(), "year")
    assert df["n"].sum() == exact["topics"].map(len).sum()


def test_a_leader_in_the_address_has_the_life_line(open_page):
    events = made_tables("full")["events"]
    n = events["leaders"].map(lambda ids: "raul-castro" in ids).sum()
    app = open_page("full", "leaders", who="raul-castro")
    assert app.selectbox(key="who_field").value == "raul-castro"
    assert f"{n} event" in said(app)


def test_people_found_in_the_texts_wait_for_review(open_page):
    found = made_tables("full")["people"].query("origin == 'text'")
    app = open_page("full", "leaders")
    listed = next(table.value for table in app.dataframe if "As written" in table.value.columns)
    assert set(listed["Name"]) == set(found["name"])


def test_quotes_by_speaker_keep_each_speaker_together(open_page):
    app = open_page("full", "quotes", order="speaker")
    headings = [heading.value for heading in app.header]
    assert len(headings) == len(set(headings)) > 1


@pytest.mark.parametrize(("precision", "shape"), [("span", ""), ("year", "/")])
def test_a_life_line_hatches_only_what_is_not_known(store, precision, shape):
    events, quotes = select_events(store, Selection()), select_quotes(store, Selection())
    event = events[events["precision"] == precision].iloc[0]
    length = event["end"] - event["start"]
    window = ((event["start"] - length).to_pydatetime(), (event["end"] + length).to_pydatetime())
    bars = [trace for trace in draw_lifeline([], events, quotes, window, {}).data if trace.type == "bar"]
    shapes = {one: hatch for bar in bars for one, hatch in zip(bar.customdata, bar.marker.pattern.shape, strict=True)}
    assert shapes[event["event_id"]] == shape
    exact = set(events[events["precision"].isin(EXACT)]["event_id"])
    assert not exact & shapes.keys()


def test_a_life_line_has_a_mark_for_each_event_and_says_what_happened(store):
    events, quotes = select_events(store, Selection()), select_quotes(store, Selection())
    held = [("Harbour master", date(1960, 1, 1), None), ("Clerk", date(1930, 1, 1), date(1940, 1, 1))]
    figure = draw_lifeline(held, events, quotes, (datetime(1950, 1, 1), datetime(2025, 1, 1)), {})
    marks = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers" and trace.customdata]
    marked = [one for trace in marks for one in trace.customdata]
    assert sorted(marked) == sorted(events["event_id"])
    labels = [words for trace in figure.data if trace.name == "labels" for words in trace.text]
    assert any(title in labels for title in events["title"])
    assert [words.text for words in figure.layout.annotations] == ["Harbour master", "Events", "Quotes"]
    offices = next(trace for trace in figure.data if trace.type == "bar" and not trace.customdata)
    assert offices.width < 10


def test_a_life_line_without_events_is_still_one(store):
    events, quotes = select_events(store, Selection())[:0], select_quotes(store, Selection())[:0]
    figure = draw_lifeline([], events, quotes, (datetime(1950, 1, 1), datetime(2025, 1, 1)), {})
    assert [words.text for words in figure.layout.annotations] == ["Events", "Quotes"]
