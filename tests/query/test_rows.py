"""A selection and what it leaves: each filter alone, several together, and the counts beside the choices."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.query import choices, counts, quoted, rows
from loaders.query import documents as texts
from loaders.query.selection import COLUMN, TAKING_PART, Selection, fold
from loaders.tables.store import Store, open_store, write_tables
from tests.made import PAPERS, document_id, event_id, made_tables, make_tables
from tests.made import Account as MadeAccount

FULL = made_tables("full")
LEADERS = sorted({leader for leaders in FULL["events"]["leaders"] for leader in leaders})
ACTORS = sorted({actor for actors in FULL["events"]["actors"] for actor in actors})
TOPICS = sorted({topic for topics in FULL["events"]["topics"] for topic in topics})
KINDS = sorted(set(FULL["events"]["event_type"]))
DOCUMENTS = sorted(FULL["documents"]["document_id"])
PUBLISHERS = sorted(set(FULL["documents"]["publisher"].dropna()))
LANGUAGES = sorted(set(FULL["documents"]["language"]))
PLACES = sorted({place for places in FULL["events"]["places"] for place in places})
FACETS = {
    **{"leaders": LEADERS, "actors": ACTORS, "topics": TOPICS, "kinds": KINDS, "documents": DOCUMENTS},
    **{"publishers": PUBLISHERS, "languages": LANGUAGES, "places": PLACES},
}


@pytest.fixture(scope="module", name="full")
def full_store(tmp_path_factory) -> Store:
    folder = tmp_path_factory.mktemp("full")
    write_tables(made_tables("full"), folder)
    return open_store(folder)


@pytest.fixture(scope="module", name="empty")
def empty_store(tmp_path_factory) -> Store:
    folder = tmp_path_factory.mktemp("empty")
    write_tables(made_tables("empty"), folder)
    return open_store(folder)


def ids(store: Store, **chosen) -> set[str]:
    return set(rows.select_events(store, Selection(**chosen))["event_id"])


def named(*keys: str) -> set[str]:
    return {event_id(key) for key in keys}


# One filter


def test_the_empty_selection_is_everything(full):
    assert ids(full) == set(FULL["events"]["event_id"])
    assert len(quoted.select_quotes(full, Selection())) == len(FULL["quotes"])
    assert len(rows.select_mentions(full, Selection())) == len(FULL["mentions"])


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ({"leaders": ("jiang-zemin",)}, {"visit-1993"}),
        ({"leaders": ("jiang-zemin", "zofia-lubecka")}, {"visit-1993", "crane"}),
        ({"leaders": ("zhou-enlai", "fidel-castro"), "together": True}, {"ties"}),
        ({"leaders": ("nobody",)}, set()),
        ({"actors": ("china",)}, {"talks", "ties"}),
        ({"actors": ("china",), "leaders": ("zhou-enlai",)}, {"ties"}),
        ({"actors": ("oas",)}, set()),
        ({"actors": ("china", "oas"), "together": True}, set()),
        ({"actors": ("china",), "together": True}, {"talks", "ties"}),
        ({"topics": ("tourism",)}, {"fair"}),
        ({"topics": ("tourism", "human-rights")}, {"fair", "weekend"}),
        ({"kinds": ("call",)}, {"call"}),
        ({"kinds": ("call", "ceremony")}, {"call", "dinner"}),
        ({"documents": (document_id("harbour"),)}, {"talks", "fair", "crane"}),
        ({"documents": (document_id("notice"),)}, set()),
        ({"start": datetime(2023, 3, 3)}, {"talks", "fair"}),
        ({"start": datetime(2022, 11, 26), "end": datetime(2022, 11, 27)}, {"tour"}),
        ({"end": datetime(1960, 9, 28)}, {"sugar"}),
        ({"words": "vaccines"}, {"premier"}),
        ({"words": "embassies opened"}, {"ties"}),
        ({"words": "crane harbour"}, set()),
    ],
)
def test_one_filter(full, chosen, left):
    if "end" in chosen and "start" not in chosen:
        left = left | {"century"}
    assert ids(full, **chosen) == named(*left)


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ({"leaders": ("xi-jinping",), "topics": ("health",)}, {"tour", "call"}),
        ({"leaders": ("xi-jinping",), "topics": ("health",), "kinds": ("call",)}, {"call"}),
        ({"leaders": ("xi-jinping",), "documents": (document_id("harbour"),)}, {"talks"}),
        ({"leaders": ("miguel-diaz-canel",), "words": "lisbon sun"}, set()),
        ({"leaders": ("miguel-diaz-canel",), "words": "sun vaccines"}, {"premier"}),
        ({"kinds": ("visit",), "start": datetime(2022, 1, 1)}, {"tour"}),
    ],
)
def test_filters_together_narrow(full, chosen, left):
    assert ids(full, **chosen) == named(*left)


def test_a_date_range_is_half_open_and_keeps_what_can_lie_in_it(full):
    day = datetime(2023, 3, 3)
    assert event_id("talks") in ids(full, start=day, end=datetime(2023, 3, 4))
    assert event_id("talks") not in ids(full, start=datetime(2023, 3, 4))
    assert event_id("talks") not in ids(full, end=day)
    assert event_id("century") in ids(full, start=datetime(1950, 5, 5), end=datetime(1950, 5, 6))


# Words


@pytest.mark.parametrize(
    "words",
    ["Díaz-Canel telephoned", "diaz-canel TELEPHONED", "DÍAZ", "Di\u0301az-Canel  masks", "telephoned on 30 August"],
)
def test_words_are_found_without_accents_and_case(full, words):
    assert event_id("call") in ids(full, words=words)


TEXTS = [
    # words, events that are told with them, and those told in texts that hold them
    ("pilots", {"one"}, {"one", "two"}),
    ("bay", set(), {"one", "two"}),
    ("pilots dredged", set(), {"one", "two"}),
    ("“dredged the bay”", set(), set()),
    ("lighthouse", {"three"}, {"three"}),
    ("nowhere", set(), set()),
]


@pytest.mark.parametrize(("words", "told", "in_texts"), TEXTS)
def test_whole_texts_find_all_events_of_theirs(tmp_path, words, told, in_texts):
    def account(key: str, paper: str, sentence: str) -> MadeAccount:
        return MadeAccount(key, paper, "in 2021", ("2021", "2021-01-01", "2022-01-01", "year"), "visit", (), sentence)

    accounts = [
        account("one", "harbour", "The pilots came in 2021."),
        account("two", "harbour", "Channels were dredged in 2021."),
        account("three", "letters", "The lighthouse burnt in 2021."),
    ]
    papers = [replace(paper, title="Of the bay" if paper.key == "harbour" else "News") for paper in PAPERS]
    write_tables(make_tables(accounts, papers), tmp_path)
    for store in (open_store(tmp_path), replace(open_store(tmp_path), index=None)):
        assert ids(store, words=words) == named(*told)
        assert ids(store, words=words, texts=True) == named(*in_texts)


@pytest.mark.parametrize("words", ["Straße", "straße", "STRAẞE", "ﬁnal", "２０２１", "İzmir", "会谈", "Łódź", "łódź"])
def test_any_words_of_the_text_find_it(tmp_path, words):
    account = MadeAccount(
        "trip",
        "harbour",
        "in 2021",
        ("2021", "2021-01-01", "2022-01-01", "year"),
        "visit",
        (),
        "straße Straße STRAẞE ﬁnal ２０２１ İzmir 会谈 Łódź",
    )
    write_tables(make_tables([account]), tmp_path)
    assert ids(open_store(tmp_path), words=words) == named("trip")


@pytest.mark.parametrize(
    "words",
    ["' OR 1=1 --", '"; DROP VIEW events; --', "[a-z]"],
)
def test_words_are_words_and_never_a_query(full, words):
    assert ids(full, words=words) == set()
    assert quoted.count_quotes(full, Selection(words=words)) in (0, 1)
    assert ids(full) == set(FULL["events"]["event_id"])


@pytest.mark.parametrize("signs", ["'", "%", "_", "\\", "?", "{}", "(", "\0", "*", "🌞", '"', "“ ”", " - "])
def test_signs_alone_look_for_nothing(full, signs):
    assert ids(full, words=signs) == set(FULL["events"]["event_id"])


def test_words_find_what_a_body_of_that_name_took_part_in(full):
    assert ids(full, words="stevedores union") == named("crane")
    assert ids(full, words='"stevedores union"') == named("crane")
    assert ids(full, words="xi jinping") != set(FULL["events"]["event_id"]), "people are found where they are told"


def test_the_reader_s_commas_dashes_and_marks_change_nothing(full):
    plain = ids(full, words="Canel Havana")
    assert plain
    for words in (
        "Canel, Havana",
        "Canel - Havana",
        "(Havana) Canel!",
        "“Canel” „Havana“",
        "Cañel – Hávana",
        "canel; HAVANA",
    ):
        assert ids(full, words=words) == plain, words


def test_words_in_quotation_marks_stand_next_to_each_other(full):
    assert event_id("talks") in ids(full, words="“held talks in Havana”")
    assert event_id("talks") in ids(full, words='"talks in"')
    assert ids(full, words='"in talks"') == set()
    assert ids(full, words="talks in") == ids(full, words="in talks") != set()


@pytest.mark.parametrize("facet", FACETS)
def test_choices_are_values_and_never_a_query(full, facet):
    for choice in ("'; DROP VIEW events; --", "TRUE", "x' OR 'a'='a", ""):
        assert ids(full, **{facet: (choice,)}) == set()


# Counts beside the choices


def leaves(store: Store, selection: Selection, facet: str, choice: str) -> int:
    """How many events a choice has, by making it alone; with all that are chosen where they must take part together."""
    together = facet in TAKING_PART and selection.together
    chosen = tuple({*getattr(selection, facet), choice}) if together else (choice,)
    return rows.count_events(store, replace(selection, **{facet: chosen}))


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(leaders=("xi-jinping",)),
        Selection(leaders=("xi-jinping", "fidel-castro")),
        Selection(leaders=("xi-jinping", "miguel-diaz-canel"), together=True),
        Selection(actors=("cuba",), leaders=("xi-jinping",)),
        Selection(topics=("health",), kinds=("call", "visit")),
        Selection(documents=(document_id("chronicle"),), start=datetime(2000, 1, 1)),
        Selection(words="castro", end=datetime(2010, 1, 1)),
        Selection(leaders=("nobody",)),
        Selection(publishers=(PUBLISHERS[0],), unsure=True),
        Selection(languages=("en",), places=(PLACES[0],)),
    ],
)
def test_a_count_is_what_the_choice_alone_leaves(full, selection, facet):
    counts = choices.count_choices(full, selection, facet)
    for row in counts.itertuples():
        assert row.left == leaves(full, selection, facet, row.choice), row.choice
        assert row.chosen == (row.choice in getattr(selection, facet))


some = {name: st.lists(st.sampled_from(values), max_size=3, unique=True).map(tuple) for name, values in FACETS.items()}
days = st.none() | st.datetimes(datetime(1959, 1, 1), datetime(2024, 1, 1))


@settings(max_examples=25, deadline=None)
@given(
    selection=st.builds(
        Selection,
        **some,
        start=days,
        end=days,
        words=st.sampled_from(["", "castro", "in", "a é"]),
        together=st.booleans(),
    ),
    facet=st.sampled_from(sorted(FACETS)),
)
def test_a_count_is_what_the_choice_alone_leaves_for_any_selection(full, selection, facet):
    for row in choices.count_choices(full, selection, facet).itertuples():
        assert row.left == leaves(full, selection, facet, row.choice)


@pytest.mark.parametrize("count", [choices.count_choices, choices.count_quote_choices])
@pytest.mark.parametrize("facet", FACETS)
def test_a_tick_changes_no_count_beside_it(full, count, facet):
    before = dict(count(full, Selection(), facet)[["choice", "left"]].to_numpy())
    for choice in before:
        after = count(full, Selection(**{facet: (choice,)}), facet)
        assert dict(after[["choice", "left"]].to_numpy()) == before


def test_counts_come_most_first_and_made_choices_stay_listed(full):
    counts = choices.count_choices(full, Selection(kinds=("birth",), words="castro"), "kinds")
    assert counts["left"].is_monotonic_decreasing
    assert counts[counts["chosen"]][["choice", "left"]].to_numpy().tolist() == [["birth", 0]]


@settings(max_examples=25, deadline=None)
@given(st.builds(Selection, **some, start=days, end=days, words=st.sampled_from(["", "castro", "é"])))
def test_counts_and_rows_agree(full, selection):
    everything = {"limit": None}
    assert rows.count_events(full, selection) == len(rows.select_events(full, selection, **everything))
    assert rows.count_mentions(full, selection) == len(rows.select_mentions(full, selection, **everything))
    assert quoted.count_quotes(full, selection) == len(quoted.select_quotes(full, selection, **everything))


# Rows


def test_events_come_in_order_of_time(full):
    events = rows.select_events(full, Selection())
    assert events["start"].is_monotonic_increasing


def test_quotes_come_in_either_order_of_time_and_those_of_no_known_time_last(full):
    said = {
        order: quoted.select_quotes(full, Selection(), order=order)["said_start"] for order in ("earliest", "latest")
    }
    assert said["earliest"].dropna().is_monotonic_increasing
    assert said["latest"].dropna().is_monotonic_decreasing
    for times in said.values():
        assert not times[times.isna().cummax()].notna().any()


@pytest.mark.parametrize("limit", [0, 1, 5])
def test_an_answer_is_bounded(full, limit):
    assert len(rows.select_events(full, Selection(), limit)) == limit
    assert len(rows.select_mentions(full, Selection(), limit)) == limit
    assert len(quoted.select_quotes(full, Selection(), limit=limit)) == limit


def test_lists_are_python_lists(full):
    events = rows.select_events(full, Selection())
    for column in set(COLUMN.values()) - {"event_type"} | {"places", "disputed"}:
        assert {type(value) for value in events[column]} == {list}
    assert {type(value) for value in rows.mentions_of(full, event_id("talks"))["leaders"]} == {list}


def test_mentions_and_quotes_carry_their_document(full):
    mentions = rows.mentions_of(full, event_id("talks"))
    assert mentions["document_title"].tolist() == [
        "Harbour talks end with a handshake",
        "Ties through six decades: “a chronicle”",
    ]
    assert (
        mentions["sentence"] == [row.text[row.sentence_start : row.sentence_end] for row in mentions.itertuples()]
    ).all()
    quotes = quoted.quotes_of(full, event_id("premier"))
    assert quotes["speaker"].tolist() == ["li-keqiang", "miguel-diaz-canel"]
    assert set(quotes["publisher"]) == {"Zeitungsverlag Süd"}


def test_mentions_of_selected_documents_only(full):
    chosen = Selection(documents=(document_id("harbour"),))
    assert set(rows.select_mentions(full, chosen)["document_id"]) == {document_id("harbour")}


@pytest.mark.parametrize(
    ("chosen", "kinds", "texts"),
    [
        ({"leaders": ("zhou-enlai",)}, (), ["that the harvest had been good"]),
        ({"words": "CRANE"}, (), ["I never saw that crane"]),
        ({"words": "both would"}, (), ["keep talking"]),
        ({"words": "shouted"}, (), ["Nobody asked us"]),
        ({}, ("mixed",), ["keep talking"]),
        ({"kinds": ("call",)}, (), ["that masks were on their way"]),
        ({"documents": (document_id("tariff"),)}, (), ["@ports and =sums must fit"]),
        (
            {"start": datetime(2023, 3, 3), "leaders": ("miguel-diaz-canel",)},
            ("direct",),
            ["We start with the harbour"],
        ),
        ({"topics": ("debt-and-finance",)}, (), []),
        ({"actors": ("cuba",)}, ("direct",), ["The sea is not wide", "We start with the harbour"]),
    ],
)
def test_quotes_of_a_selection(full, chosen, kinds, texts):
    assert quoted.select_quotes(full, Selection(**chosen), kinds)["text"].tolist() == texts


def test_the_honest_line(full):
    totals = rows.count_totals(full)
    assert (totals.documents, totals.events, totals.quotes) == (6, len(FULL["events"]), len(FULL["quotes"]))
    # One document has no date, and two date words ("some time later", "in due course") stay open.
    assert totals.undated == 3
    # Three events that are less sure than 0.5, a quote without a speaker, a dispute, two people whom nobody knows, and the above.
    assert totals.to_review == 10
    of_call = rows.count_totals(full, Selection(kinds=("call",)))
    assert (of_call.documents, of_call.events, of_call.quotes) == (6, 1, 1)


def test_what_is_not_sure_is_a_filter(full):
    left = rows.count_totals(full, Selection(unsure=True))
    # The century, the weekend, the crane; and one quote without a speaker.
    assert (left.events, left.quotes) == (3, 1)


def test_a_search_finds_people_and_places_too(full):
    named_so = {event.event_id for event in FULL["events"].itertuples() if "xi-jinping" in event.leaders}
    assert named_so <= ids(full, words="jinping")
    there = {event.event_id for event in FULL["events"].itertuples() if PLACES[0] in event.places}
    assert there <= ids(full, words=f'"{PLACES[0]}"')


def test_documents_come_newest_first_and_without_their_texts(full):
    documents = texts.list_documents(full)
    assert documents["title"].tolist()[:2] == [
        "Ties through six decades: “a chronicle”",
        "Harbour talks end with a handshake",
    ]
    assert documents["status"].tolist()[-2:] == ["undated", "failed"]
    assert "text" not in documents.columns
    assert documents["n_mentions"].sum() == len(FULL["mentions"])
    assert documents["n_quotes"].sum() == len(FULL["quotes"])


def test_one_document_and_its_findings(full):
    key = document_id("harbour")
    text = texts.get_document(full, key)["text"]
    findings = rows.findings_of(full, key)
    for row in findings["annotations"].itertuples():
        assert text[row.start : row.end] == row.text
    assert findings["quotes"]["start"].is_monotonic_increasing
    assert len(findings["mentions"]) == 3


def test_what_is_not_there_is_none(full):
    assert rows.get_event(full, "none") is None
    assert texts.get_document(full, "' OR 1=1") is None
    assert rows.mentions_of(full, "none").empty
    assert all(df.empty for df in rows.findings_of(full, "none").values())


def test_people_come_with_those_first_who_have_most(full):
    people = counts.list_people(full)
    most = list(people["n_events"] + people["n_quotes"])
    assert most == sorted(most, reverse=True), "also of those who said nothing, or took part in nothing"
    assert 0 in set(people["n_quotes"])


def test_names(full):
    assert rows.name_people(full)["raul-castro"] == "Raúl Castro"
    assert rows.name_documents(full)[document_id("tariff")] == "=Tariffs, and what they cost"


def test_nothing_built_gives_empty_answers(empty):
    assert rows.count_totals(empty) == rows.Totals(0, 0, 0, 0, 0)
    assert rows.select_events(empty, Selection(words="x")).empty
    assert rows.select_mentions(empty, Selection(leaders=("a",))).empty
    assert quoted.select_quotes(empty, Selection()).empty
    assert texts.list_documents(empty).empty
    assert [choices.count_choices(empty, Selection(), facet).empty for facet in FACETS] == [True] * len(FACETS)
    assert choices.count_choices(empty, Selection(topics=("x",)), "topics").to_numpy().tolist() == [["x", 0, True]]


@pytest.mark.parametrize(
    ("words", "folded"), [("Díaz-Canel", "diaz-canel"), ("RAÚL", "raul"), ("Straße", "strasse"), ("", "")]
)
def test_fold(words, folded):
    assert fold(words) == folded


@pytest.mark.parametrize("flag", ["corroborated", "disputed"])
def test_a_flag_leaves_the_quotes_of_the_events_that_it_leaves(full, flag):
    chosen = Selection(**{flag: True})
    events = set(rows.select_events(full, chosen)["event_id"])
    quotes = quoted.select_quotes(full, chosen)
    everything = quoted.select_quotes(full, Selection())
    assert set(quotes["quote_id"]) == set(everything[everything["event_id"].isin(events)]["quote_id"])
    assert rows.count_totals(full, chosen).quotes == len(quotes)
