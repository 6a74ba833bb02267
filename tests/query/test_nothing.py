"""Which part of a selection leaves nothing, and the words that were nearly searched for."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from loaders.query import documents as texts
from loaders.query import nothing, rows, telling
from loaders.query.nothing import Without, count_without, find_near_words
from loaders.query.selection import Selection
from loaders.tables.store import open_store, write_tables
from tests.made import made_tables


@pytest.fixture(scope="module", name="stores")
def both_stores(tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    write_tables(made_tables("full"), folder)
    store = open_store(folder)
    return store, replace(store, index=None)


def test_each_part_that_takes_all_away_is_named_with_what_is_left_without_it(stores):
    for store in stores:
        events = rows.select_events(store, Selection())
        leader = next(one for leaders in events["leaders"] for one in leaders)
        chosen = Selection(leaders=(leader,), words="nowhere", start=datetime(1900, 1, 1))
        left = rows.count_events(store, Selection(leaders=(leader,)))
        assert count_without(store, chosen, rows.count_events) == [Without(("words",), left)]
        early = Selection(end=datetime(1900, 1, 1), start=datetime(1899, 1, 1))
        assert count_without(store, early, rows.count_events) == [Without(("start", "end"), len(events))]


def test_nothing_is_named_where_no_part_alone_is_in_the_way(stores):
    chosen = Selection(words="nowhere", end=datetime(1900, 1, 1))
    assert count_without(stores[0], chosen, rows.count_events) == []


def test_where_none_alone_is_in_the_way_each_may_be_gone_on_with(stores):
    kind = rows.select_events(stores[0], Selection())["event_type"].iloc[0]
    chosen = Selection(kinds=(kind,), words="nowhere", end=datetime(1900, 1, 1))
    n = rows.count_events(stores[0], Selection(kinds=(kind,)))
    assert nothing.count_alone(stores[0], chosen, rows.count_events) == [Without(("kinds",), n)]
    assert nothing.count_alone(stores[0], Selection(words="nowhere"), rows.count_events) == []


@pytest.mark.parametrize(
    ("searched", "near"),
    [
        ("harbuor", "harbour"),
        ("harbuor talks", "harbour talks"),
        ("Harborr", "harbour"),
        ("hrabuor", None),
        ("harbou", None),
        ("harbour", None),
        ("xyz", None),
        ("", None),
    ],
)
def test_words_that_differ_in_one_letter_are_offered(stores, searched, near):
    assert next(iter(find_near_words(stores[0], searched)), None) == near
    assert find_near_words(stores[1], searched) == []


def test_an_event_is_told_by_the_sentence_that_holds_most_of_what_was_searched(stores):
    mention = rows.select_mentions(stores[0], Selection()).iloc[0]
    word = max(mention["sentence"].split(), key=len).strip(".,“”")
    for store in stores:
        told = telling.find_telling(store, [mention["event_id"]], word)
        assert word.casefold() in told[mention["event_id"]].casefold()
        assert telling.find_telling(store, [mention["event_id"]], "nowhere") == {}
        assert telling.find_telling(store, [], word) == {}


@pytest.mark.parametrize("facet", ["leaders", "kinds", "topics", "documents", "publishers"])
def test_documents_are_those_that_tell_what_is_selected(stores, facet):
    events = rows.select_events(stores[0], Selection())
    all_documents = texts.list_documents(stores[1])
    values = {
        "leaders": [one for some in events["leaders"] for one in some],
        "topics": [one for some in events["topics"] for one in some],
        "kinds": list(events["event_type"]),
        "documents": list(all_documents["document_id"]),
        "publishers": list(all_documents["publisher"].dropna()),
    }[facet]
    for value in sorted(set(values))[:5]:
        chosen = Selection(**{facet: (value,)})
        shown = [set(texts.list_documents(store, chosen)["document_id"]) for store in stores]
        telling_it = {one for some in rows.select_events(stores[0], chosen)["documents"] for one in some}
        assert shown[0] == shown[1] and shown[0]
        assert facet in ("documents", "publishers") or telling_it <= shown[0]
        assert [texts.count_documents(store, chosen) for store in stores] == [len(shown[0])] * 2


def test_a_document_is_there_however_little_it_tells_weighs(stores):
    for store in stores:
        assert texts.count_documents(store, Selection(min_weight=0.9)) == len(texts.list_documents(store))


def test_so_many_documents_as_asked_are_listed(stores):
    for store in stores:
        whole = list(texts.list_documents(store)["document_id"])
        assert list(texts.list_documents(store, Selection(), 2)["document_id"]) == whole[:2]
        assert nothing.count_without(store, Selection(), texts.count_documents) == []
        assert set(texts.texts_of(store, whole[:2])) == set(whole[:2])
