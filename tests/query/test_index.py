"""What is looked up in the index is what a look at every row gives: the same questions asked of tables with and without it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.generate import generate
from loaders.query import choices, chronology, density, found, found_marks, marks, overview, quoted, rows, warm
from loaders.query import documents as texts
from loaders.query.selection import COLUMN, LANES, Selection
from loaders.query.warm import FACETS
from loaders.tables.store import Store, open_store, write_tables
from tests.made import Account as MadeAccount
from tests.made import made_tables, make_tables

SIZES = {"empty": lambda: made_tables("empty"), "one": lambda: made_tables("one"), "full": lambda: made_tables("full")}
SIZES |= {"many": lambda: generate(300, 30, 3)}
WORDS = (
    "",
    "castro",
    "in",
    "a é",
    "Abara",
    "ferr",
    "“the ferry”",
    "of nobody",
    "“in talks”",
    "republic 2",
    "said 会谈",
    "e",
    "a the",
)


STORES: dict[str, tuple[Store, Store]] = {}


@pytest.fixture(scope="module", name="size", params=list(SIZES))
def built_size(tmp_path_factory, request) -> str:
    """The name of tables of which STORES has the same with and without an index."""
    folder = tmp_path_factory.mktemp("built")
    write_tables(SIZES[request.param](), folder)
    store = open_store(folder)
    assert store.index is not None
    STORES[request.param] = store, replace(store, index=None)
    return str(request.param)


def ids(store: Store, column: str) -> list[str]:
    values = store.query(f"SELECT {column} AS value FROM events")["value"]
    return sorted({one for some in values for one in ([some] if isinstance(some, str) else some)})


@st.composite
def selections(draw, store: Store):
    days = st.none() | st.datetimes(datetime(1950, 1, 1), datetime(2024, 1, 1))
    some = {
        facet: tuple(draw(st.lists(st.sampled_from([*ids(store, column)[:12], "nobody"]), max_size=2, unique=True)))
        for facet, column in COLUMN.items()
        if draw(st.booleans())
    }
    return Selection(
        **some,
        start=draw(days),
        end=draw(days),
        words=draw(st.sampled_from(WORDS)),
        texts=draw(st.booleans()),
        together=draw(st.booleans()),
        corroborated=draw(st.booleans()) and draw(st.booleans()),
        disputed=draw(st.booleans()) and draw(st.booleans()),
        min_weight=draw(st.sampled_from([0.0, 0.0, 0.2, 0.5])),
    )


def same(one: pd.DataFrame, other: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(
        one.reset_index(drop=True), other.reset_index(drop=True), check_dtype=False, check_exact=True
    )


def test_what_is_warm_answers_as_before(size):
    quick, slow = STORES[size]
    for store in (quick, slow):
        warm.warm_up(store)
    assert ("read" in quick.index.kept) and rows.count_totals(quick) == rows.count_totals(slow)
    for facet in FACETS:
        same(choices.count_choices(quick, Selection(), facet), choices.count_choices(slow, Selection(), facet))


@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_every_answer_is_that_of_a_look_at_every_row(size, data):
    quick, slow = STORES[size]
    chosen = data.draw(selections(quick))
    assert found.look_up(quick, chosen) is not None
    assert rows.count_events(quick, chosen) == rows.count_events(slow, chosen)
    assert rows.count_totals(quick, chosen) == rows.count_totals(slow, chosen)
    assert rows.count_mentions(quick, chosen) == rows.count_mentions(slow, chosen)
    assert chronology.count_weights(quick, chosen, (0.5, 0.3)) == chronology.count_weights(slow, chosen, (0.5, 0.3))
    for facet in FACETS:
        same(choices.count_choices(quick, chosen, facet), choices.count_choices(slow, chosen, facet))
    events = rows.select_events(slow, chosen)
    same(rows.select_events(quick, chosen), events)
    same(marks.profile(quick, chosen), marks.profile(slow, chosen))
    latest, page = data.draw(st.booleans()), data.draw(st.integers(1, 3))
    same(
        chronology.select_chronology(quick, chosen, latest, page, 7),
        chronology.select_chronology(slow, chosen, latest, page, 7),
    )
    for event_id in [*events["event_id"][:2], "nothing"]:
        assert chronology.find_place(quick, chosen, event_id, latest) == chronology.find_place(
            slow, chosen, event_id, latest
        )
    one, other = overview.count_through_time(quick, chosen), overview.count_through_time(slow, chosen)
    assert (one is None) == (other is None)
    if one and other:
        assert replace(one, counts=()) == replace(other, counts=())
        assert one.counts == pytest.approx(other.counts, abs=0.0011)


@pytest.fixture(params=[30_000, 60], ids=["all", "a part"], name="few")
def entries_that_are_few(request, monkeypatch):
    """How many entries are sorted as they are; of more, as of a million, a part."""
    monkeypatch.setattr(found_marks, "FEW", request.param)
    monkeypatch.setattr(found_marks, "SAMPLE", 40)
    monkeypatch.setattr(found_marks, "DEEP", 2)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_window_shows_the_same(size, few, data):
    quick, slow = STORES[size]
    chosen, column = data.draw(selections(quick)), data.draw(st.sampled_from(list(LANES.values())))
    # Milliseconds, as the browser gives them.
    start = datetime(1950, 1, 1) + timedelta(milliseconds=data.draw(st.integers(0, 74 * 365 * 86_400_000)))
    window = (start, start + timedelta(days=data.draw(st.integers(2, 30_000))))
    lanes = marks.count_lanes(slow, chosen.within(window), column, 4)
    assert marks.count_lanes(quick, chosen.within(window), column, 4) == lanes
    assert marks.count_outside(quick, chosen, window) == marks.count_outside(slow, chosen, window)
    assert marks.nearest_outside(quick, chosen, window) == marks.nearest_outside(slow, chosen, window)
    picked = data.draw(st.sampled_from(["", "nothing", *ids(quick, "event_id")[:3]]))
    drawn = marks.select_marks(slow, chosen, window, column, lanes.ids, picked)
    same(marks.select_marks(quick, chosen, window, column, lanes.ids, picked), drawn)
    some = [
        (one, event_id)
        for event_id, own in list(zip(drawn["event_id"], marks.lane_ids(drawn, column), strict=True))[::2]
        for one in own or [density.NOBODY]
    ]
    some = [(one if one in (*lanes.ids, density.NOBODY) else density.REST, event_id) for one, event_id in some]
    cell = (window[1] - window[0]) / data.draw(st.integers(1, 30))
    same(
        density.count_cells(quick, chosen, window, column, lanes.ids, some, cell),
        density.count_cells(slow, chosen, window, column, lanes.ids, some, cell),
    )


SIGNS = "aeéÉßẞİıſﬁﬀŁł́̂̈çÇ ñ¼²Ⅷ٣ὒΣς会谈한글ᄀ्कक़'’-_.·\u200b\u00ad\u2126\u212bǅ１a1"
TEXTS = st.text(alphabet=SIGNS + "ab", min_size=1, max_size=12) | st.text(min_size=1, max_size=8)


@settings(max_examples=5, deadline=None)
@given(texts=st.lists(TEXTS, min_size=5, max_size=8), wanted=TEXTS, at=st.integers(0, 10))
def test_words_of_any_script_are_found_as_before(tmp_path_factory, texts, wanted, at):
    texts = [f"x{text.replace(chr(0), '')}y z".encode(errors="ignore").decode() for text in texts]
    accounts = [
        MadeAccount(f"trip-{n}", "harbour", "in 2021", ("2021", "2021-01-01", "2022-01-01", "year"), "visit", (), text)
        for n, text in enumerate(texts)
    ]
    folder = tmp_path_factory.mktemp("words")
    write_tables(make_tables(accounts), folder)
    quick = open_store(folder)
    slow = replace(quick, index=None)
    for words in (
        wanted,
        *(text[at % len(text) :] for text in texts),
        *(f'"{text[n % 2 :]}"' for n, text in enumerate(texts)),
    ):
        chosen = Selection(words=words)
        same(rows.select_events(quick, chosen), rows.select_events(slow, chosen))
    assert rows.count_totals(quick, Selection(words=wanted)) == rows.count_totals(slow, Selection(words=wanted))


def test_what_belongs_to_an_event_or_a_document_is_the_same(size):
    quick, slow = STORES[size]
    for event_id in [*ids(quick, "event_id")[:25], "nothing"]:
        for ask in (rows.mentions_of, quoted.quotes_of, rows.links_of):
            same(ask(quick, event_id), ask(slow, event_id))
        one, other = rows.get_event(quick, event_id), rows.get_event(slow, event_id)
        assert (one is None and other is None) or one.to_dict() == other.to_dict()
    for document_id in [*slow.query("SELECT document_id FROM documents")["document_id"][:25], "nothing"]:
        one, other = texts.get_document(quick, document_id), texts.get_document(slow, document_id)
        assert (one is None and other is None) or one.dropna().to_dict() == other.dropna().to_dict()
        found_there, found_here = rows.findings_of(quick, document_id), rows.findings_of(slow, document_id)
        for name, df in found_there.items():
            same(df, found_here[name])


@pytest.mark.parametrize("words", WORDS)
def test_quotes_and_documents_with_words_are_the_same(size, words):
    quick, slow = STORES[size]
    chosen = Selection(words=words)
    same(texts.list_documents(quick, chosen), texts.list_documents(slow, chosen))
    same(quoted.select_quotes(quick, chosen), quoted.select_quotes(slow, chosen))
    assert quoted.count_quotes(quick, chosen, ("direct",)) == quoted.count_quotes(slow, chosen, ("direct",))
