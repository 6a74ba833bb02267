"""The generated tables that benchmarks and the browser's tests are run on."""

import pandas as pd
import pytest

from benchmarks.generate import generate
from loaders.tables.conform import check, conform
from loaders.tables.schema import PRECISIONS, TABLES


@pytest.mark.parametrize(("n_events", "n_people"), [(1, 1), (30, 3), (3_000, 600)])
def test_generated_tables_are_as_the_schema_says(n_events, n_people):
    tables = generate(n_events, n_people)
    conformed = {name: conform(tables[name], table) for name, table in TABLES.items()}
    check(conformed)
    assert len(tables["events"]) == n_events
    assert (tables["people"]["kind"] == "person").sum() == n_people


def test_they_are_as_uneven_as_the_world():
    events = generate(3_000, 600)["events"]
    assert set(events["precision"]) == set(PRECISIONS)
    for lists in ("leaders", "actors", "topics", "places"):
        assert not all(events[lists]), f"some events have no {lists}"
    often = events["leaders"].explode().value_counts()
    assert often.iloc[0] > 20 * often.median()
    assert (events["n_documents"] > 1).mean() > 0.1


def test_the_same_seed_gives_the_same_tables():
    for name, df in generate(200, 40, seed=5).items():
        pd.testing.assert_frame_equal(df, generate(200, 40, seed=5)[name])
