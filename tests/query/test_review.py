"""What a person is asked to look at, by kind of doubt."""

from __future__ import annotations

import pandas as pd
import pytest

from loaders.query.review import QUEUES, Doubt, count_doubts, get_person, list_doubts, sentences_on
from loaders.tables.store import open_store, write_tables
from tests.made import made_tables


@pytest.fixture(scope="module")
def made():
    return made_tables("full")


def open_with(folder, tables):
    write_tables(tables, folder)
    return open_store(folder)


def keys(store, kind: str) -> list[str]:
    return [doubt.key for doubt in list_doubts(store, kind)]


def test_what_is_doubted_is_counted_and_listed_by_kind(tmp_path, made):
    store = open_with(tmp_path, made)
    events, quotes, people, documents = made["events"], made["quotes"], made["people"], made["documents"]
    unsure = events[events["confidence"] < 0.5].sort_values("weight", ascending=False)
    assert set(keys(store, "unsure")) == set(unsure["event_id"])
    assert set(keys(store, "undated")) == set(documents[documents["status"] == "undated"]["document_id"])
    assert set(keys(store, "speaker")) == set(quotes[quotes["speaker"].isna()]["quote_id"])
    assert set(keys(store, "person")) == set(people[people["origin"] == "text"]["leader_id"])
    assert set(keys(store, "differ")) == set(events[events["disputed"].map(len) > 0]["event_id"])
    dates = made["annotations"].query("kind == 'date' and not placed")
    assert set(keys(store, "words")) == set(dates[dates["value"].isna()]["annotation_id"])
    assert count_doubts(store) == {kind: len(list_doubts(store, kind)) for kind in QUEUES}


DAYS_100 = pd.Timedelta(days=100)
SEEN = ("confirmed by a reader: as it is", "corrected by a reader: was another")


@pytest.mark.parametrize("seen", SEEN)
def test_what_a_reader_looked_at_is_not_asked_again(tmp_path, made, seen):
    tables = {name: df.copy() for name, df in made.items()}
    tables["quotes"]["speaker_how"] = seen
    tables["annotations"]["how"] = seen
    tables["documents"]["published_how"] = seen
    counts = count_doubts(open_with(tmp_path, tables))
    assert (counts["speaker"], counts["words"], counts["undated"]) == (0, 0, 0)


def test_a_date_of_which_several_fit_is_asked_where_another_lies_far(tmp_path, made):
    tables = {name: df.copy() for name, df in made.items()}
    mentions = tables["mentions"]
    day = mentions.index[mentions["precision"] == "day"][0]
    mentions.at[day, "date_how"] = "no year is written; the nearest to the publication"
    mentions.at[day, "anchor"] = mentions.at[day, "start"]
    assert keys(open_with(tmp_path / "near", tables), "date") == []

    mentions["anchor"] = mentions["anchor"].mask(mentions.index == day, mentions["start"].dt.as_unit("us") + DAYS_100)
    assert keys(open_with(tmp_path / "far", tables), "date") == [mentions.at[day, "event_id"]]


def test_two_events_that_may_be_one_are_asked_once(tmp_path, made):
    tables = {name: df.copy() for name, df in made.items()}
    links = tables["links"]
    first, second = links["mention_id"].iloc[0], links["mention_id"].iloc[1]
    links.loc[links.index[0], ["other_id", "joined", "reason"]] = [second, False, "the same people; several events fit"]
    found = list_doubts(open_with(tmp_path / "asked", tables), "pair")
    assert found == [Doubt("pair", first, second, "the same people; several events fit")]
    links.loc[links.index[0], "reason"] = "corrected by a reader: two events"
    assert list_doubts(open_with(tmp_path / "answered", tables), "pair") == []


def test_whom_nobody_knows_is_shown_where_he_is_named(tmp_path, made):
    store = open_with(tmp_path, made)
    person = get_person(store, "zofia-lubecka")
    assert person is not None and person["name"] == "Zofia Łubecka"
    found = sentences_on(store, "zofia-lubecka")
    texts = dict(zip(made["documents"]["document_id"], made["documents"]["text"], strict=True))
    assert len(found) and all(
        "Łubecka" in texts[row.document_id][row.start : row.end + 80] for row in found.itertuples()
    )
