"""The leaders' and the topics' page: what they count, and what their tables say beside the figures."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.query.counts import count_pairs, count_topics_through_time, count_words
from loaders.query.rows import select_events, select_quotes
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


def test_a_life_line_hatches_only_what_is_not_known(store):
    events = select_events(store, Selection())
    quotes = select_quotes(store, Selection())
    figure = draw_lifeline([], events, quotes, (datetime(1950, 1, 1), datetime(2025, 1, 1)))
    coarse = events[~events["precision"].isin(EXACT)]
    assert {"span", "year"} <= set(coarse["precision"])
    assert list(figure.data[1].marker.pattern.shape) == ["" if p == "span" else "/" for p in coarse["precision"]]
