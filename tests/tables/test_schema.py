"""What a table must be, and what is said when it is not."""

from __future__ import annotations

from datetime import datetime

import pandas as pd
import pytest

from loaders.tables.conform import SchemaError, check, conform, frame
from loaders.tables.schema import EVENTS, MENTIONS, PEOPLE, QUOTES, TABLES, stable_id
from tests.made import made_tables


@pytest.mark.parametrize("size", ["empty", "one", "full"])
def test_made_tables_conform(size):
    tables = made_tables(size)
    check(tables)
    for name, table in TABLES.items():
        pd.testing.assert_frame_equal(conform(tables[name], table), tables[name])


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_an_empty_table_has_the_types_of_a_full_one(table):
    assert dict(frame(table).dtypes) == dict(made_tables("full")[table.name].dtypes)


def test_columns_come_in_order_whatever_order_they_were_given_in():
    df = made_tables("one")["events"]
    assert list(conform(df[sorted(df.columns)], EVENTS).columns) == EVENTS.names


@pytest.mark.parametrize(
    ("name", "column", "value", "message"),
    [
        ("events", "precision", "fortnight", r"events.precision: 'fortnight'; allowed are minute, .*span"),
        ("mentions", "status", "maybe", r"mentions.status: 'maybe'; allowed are happened, planned, denied"),
        ("quotes", "kind", "loud", r"quotes.kind: 'loud'; allowed are direct, indirect, mixed"),
        ("documents", "title", None, r"documents.title: row 0 has no value"),
        ("documents", "title", 7, r"documents.title: 7 is not text"),
        ("mentions", "start", None, r"mentions.start: row 0 has no value"),
        ("mentions", "start", "soon", r"mentions.start: a value does not fit the type time"),
        ("mentions", "sentence_start", "x", r"mentions.sentence_start: a value does not fit the type integer"),
        ("mentions", "leaders", 5, r"mentions.leaders: a value does not fit the type list"),
        ("mentions", "end", datetime(2023, 3, 3), r"mentions .*: start 2023-03-03.* is not before end 2023-03-03"),
        ("quotes", "said_end", datetime(1999, 1, 1), r"quotes .*: said_start 2023-.* is not before said_end 1999-"),
        ("mentions", "sentence_end", 0, r"mentions .*: sentence_start .* is not before sentence_end 0"),
    ],
)
def test_a_value_that_does_not_fit_is_named(name, column, value, message):
    df = made_tables("one")[name]
    df[column] = pd.Series([value], dtype="object")
    with pytest.raises(SchemaError, match=message):
        conform(df, TABLES[name])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda df: df.drop(columns="title"), r"missing columns \['title'\], unknown columns \[\]"),
        (lambda df: df.assign(colour="red"), r"missing columns \[\], unknown columns \['colour'\]"),
        (lambda df: pd.concat([df, df]), r"events: event_id '\w+' stands more than once; it must be unique"),
    ],
)
def test_a_table_of_another_form_is_refused(change, message):
    with pytest.raises(SchemaError, match=message):
        conform(change(made_tables("one")["events"]), EVENTS)


@pytest.mark.parametrize(
    ("name", "column", "value", "message"),
    [
        ("mentions", "document_id", "nowhere", r"mentions.document_id: 'nowhere' is not in the table documents"),
        ("mentions", "event_id", "none", r"mentions.event_id: 'none' is not in the table events"),
        ("mentions", "leaders", ["nobody"], r"mentions.leaders: 'nobody' is not in the table people"),
        ("mentions", "named", ["nobody"], r"mentions.named: 'nobody' is not in the table people"),
        ("quotes", "event_id", "none", r"quotes.event_id: 'none' is not in the table events"),
        ("events", "documents", ["nowhere"], r"events.documents: 'nowhere' is not in the table documents"),
        ("annotations", "document_id", "nowhere", r"annotations.document_id: 'nowhere' is not in the table documents"),
        ("mentions", "sentence", "Other words.", r"mentions.sentence: 'Other words.' is not what stands at \d+:\d+"),
        ("mentions", "date_text", "on Friday", r"mentions.date_text: 'on Friday' is not what stands at"),
        ("quotes", "text", "No", r"quotes.text: 'No' is not what stands at"),
        ("quotes", "cue", "sang", r"quotes.cue: 'sang' is not what stands at"),
        ("quotes", "speaker_text", "She", r"quotes.speaker_text: 'She' is not what stands at"),
        ("annotations", "text", "x", r"annotations.text: 'x' is not what stands at"),
    ],
)
def test_references_and_spans_are_checked(name, column, value, message):
    tables = made_tables("one")
    tables[name] = tables[name].assign(**{column: [value] * len(tables[name])})
    with pytest.raises(SchemaError, match=message):
        check(tables)


def test_words_without_a_place_are_not_looked_up():
    tables = made_tables("one")
    tables["mentions"] = tables["mentions"].assign(date_text="", date_start=-1, date_end=-1)
    tables["quotes"] = tables["quotes"].assign(speaker_text="", speaker_start=-1, speaker_end=-1, event_id=None)
    check(tables)


def test_ids_depend_on_every_part_and_on_nothing_else():
    ids = [stable_id(*parts) for parts in ((), ("a",), ("a", 1), ("a1",), ("a", "1", ""), ("\ud800",))]
    assert len(set(ids)) == len(ids)
    assert stable_id("quote", "d", 3, 9) == "2d82d02e5b8bd21bb4ec"


def test_every_column_says_what_it_means():
    assert [column.name for table in TABLES.values() for column in table.columns if not column.meaning] == []
    assert [table.name for table in TABLES.values() if table.key not in table.names] == []
    assert {MENTIONS.key, QUOTES.key, EVENTS.key, PEOPLE.key} == {"mention_id", "quote_id", "event_id", "leader_id"}
