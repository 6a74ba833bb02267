"""Every page on empty tables, on one row and on many: what it says, and what its filters do."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest

from loaders.query.selection import Selection
from tests.made import event_id, made_tables

PAGES = ("timeline", "quotes", "documents")


def said(app) -> str:
    """All that a page says, as one text."""
    parts = [*app.title, *app.header, *app.markdown, *app.caption, *app.info, *app.error, *app.warning]
    shown = (unescape(re.sub("<[^>]+>", "", element.proto.body)) for element in app.get("html"))
    return "\n".join([*(str(part.value) for part in parts), *shown])


def row_count(app) -> int:
    return len(app.dataframe[0].value)


ALL_TIME = {"view": "1900-01-01..2030-01-01"}
"""An address of the timeline whose window holds all events of the made-up tables."""


def listed(app) -> list[str]:
    """The ids of the events in the chronology, from the top."""
    return re.findall(r'data-event="([^"]+)"', "".join(element.proto.body for element in app.get("html")))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("size", ["empty", "one", "full"])
def test_each_page_opens_with_its_honest_line(open_page, page, size):
    tables = made_tables(size)
    text = said(open_page(size, page))
    n = {name: len(df) for name, df in tables.items()}
    for noun in ("document", "event", "quote"):
        assert f"{n[noun + 's']} {noun}{'' if n[noun + 's'] == 1 else 's'}" in text


@pytest.mark.parametrize(("page", "noun"), [("timeline", "event"), ("quotes", "quote"), ("documents", "document")])
def test_nothing_built_from_anything_is_said(open_page, page, noun):
    assert f"The documents hold no {noun}." in said(open_page("empty", page))


def test_no_build_yet_says_what_to_run(tmp_path, monkeypatch):
    from streamlit.testing.v1 import AppTest

    from tests.pages.conftest import ROOT

    monkeypatch.setenv("DATELINE_BUILT", str(tmp_path / "nothing"))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30).run()
    assert not app.exception
    assert "python -m loaders build" in app.info[0].value


def test_timeline_lists_every_event(open_page):
    events = made_tables("full")["events"]
    assert set(listed(open_page("full", **ALL_TIME))) == set(events["event_id"])
    assert row_count(open_page("full", list="table", **ALL_TIME)) == len(events)


def test_the_chronology_shows_the_window_and_its_order(open_page):
    events = made_tables("full")["events"]
    inside = events[(events["start"] < "1975") & (events["end"] > "1973")].set_index("event_id")
    latest = listed(open_page("full", view="1973-01-01..1974-12-31"))
    earliest = listed(open_page("full", view="1973-01-01..1974-12-31", sort="earliest"))
    assert set(latest) == set(inside.index)
    assert latest == earliest[::-1]
    assert [inside.loc[i, "start"].year for i in earliest] == sorted(inside["start"].dt.year)


def test_previous_and_next_follow_the_chronology(open_page):
    ids = listed(open_page("full", **ALL_TIME))
    app = open_page("full", event=ids[1], **ALL_TIME)
    app.button(key="next_event").click().run()
    assert app.query_params["event"] == ids[2]
    app.button(key="previous_event").click().run()
    app.button(key="previous_event").click().run()
    assert app.query_params["event"] == ids[0]
    assert app.button(key="previous_event").disabled
    app.button(key="close_evidence").click().run()
    assert listed(app) == ids


def test_what_weighs_little_is_left_out_where_that_is_chosen(open_page):
    events = made_tables("full")["events"]
    main = set(events[events["weight"] >= 0.5]["event_id"])
    assert 0 < len(main) < len(events)
    app = open_page("full", weight="main", **ALL_TIME)
    assert set(listed(app)) == main
    buttons = [button.label for button in app.get("download_button")]
    assert f"Download {len(main)} events (CSV)" in buttons
    box = app.checkbox(key="leaders:xi-jinping")
    mine = {i for i, ids in zip(events["event_id"], events["leaders"], strict=True) if "xi-jinping" in ids}
    assert box.label.endswith(f"({len(main & mine)})")
    app.switch_page("pages/leaders.py").run()
    assert app.checkbox(key="leaders:xi-jinping").label.endswith(f"({len(mine)})")


@pytest.mark.parametrize(("n", "step"), [(60, "all"), (61, "main")])
def test_many_events_open_with_the_main_ones(monkeypatch, n, step):
    from pages.shared import weights

    monkeypatch.setattr(weights.state, "view", lambda name: "")
    monkeypatch.setattr(weights.tables, "count_events", lambda store, chosen: n)
    assert weights.chosen_step(None, Selection()) == step


@pytest.mark.parametrize(
    ("address", "keeps"),
    [
        ({"leader": "xi-jinping"}, lambda e: "xi-jinping" in e.leaders),
        ({"leader": ["xi-jinping", "raul-castro"]}, lambda e: {"xi-jinping", "raul-castro"} & set(e.leaders)),
        (
            {"leader": ["xi-jinping", "miguel-diaz-canel"], "together": "1"},
            lambda e: {"xi-jinping", "miguel-diaz-canel"} <= set(e.leaders),
        ),
        ({"actor": "cuba"}, lambda e: "cuba" in e.actors),
        ({"actor": ["china", "stevedores-union"]}, lambda e: {"china", "stevedores-union"} & set(e.actors)),
        ({"kind": "meeting"}, lambda e: e.event_type == "meeting"),
        ({"from": "2000-01-01"}, lambda e: e.end > pd.Timestamp("2000-01-01")),
        ({"until": "2000-01-01"}, lambda e: e.start < pd.Timestamp("2000-01-01")),
        ({"from": "not a date"}, lambda e: True),
    ],
)
def test_an_address_shows_the_same_view(open_page, address, keeps):
    events = made_tables("full")["events"]
    wanted = sum(bool(keeps(event)) for event in events.itertuples())
    app = open_page("full", **ALL_TIME, **address)
    if wanted:
        assert len(listed(app)) == wanted
    else:
        assert "No event fits" in said(app)


def test_choosing_a_leader_leaves_what_its_count_said_and_shows_in_the_address(open_page):
    app = open_page("full", **ALL_TIME)
    box = app.checkbox(key="leaders:xi-jinping")
    count = int(box.label.split("(")[1].rstrip(")").replace(",", ""))
    box.check().run()
    assert not app.exception
    assert len(listed(app)) == count
    assert app.query_params["leader"] == "xi-jinping"
    app.button(key="clear").click().run()
    assert len(listed(app)) == len(made_tables("full")["events"])
    assert "leader" not in app.query_params


def test_countries_and_organisations_are_a_filter_with_counts_of_their_own(open_page):
    app = open_page("full", actor="stevedores-union", leader="zofia-lubecka", **ALL_TIME)
    box = app.checkbox(key="actors:stevedores-union")
    assert (box.value, box.label) == (True, "Stevedores’ Union (1)")
    assert app.checkbox(key="leaders:zofia-lubecka").value
    assert len(listed(app)) == 1
    box.uncheck().run()
    assert "actor" not in app.query_params
    app.checkbox(key="leaders:zofia-lubecka").uncheck().run()
    app.checkbox(key="actors:china").check().run()
    assert app.query_params["actor"] == "china"
    assert len(listed(app)) == 2


def test_a_filter_holds_across_pages(open_page):
    app = open_page("full")
    app.checkbox(key="leaders:xi-jinping").check().run()
    app.switch_page("pages/quotes.py").run()
    assert app.checkbox(key="leaders:xi-jinping").value
    quotes = made_tables("full")["quotes"]
    assert f"{(quotes['speaker'] == 'xi-jinping').sum()} quote" in said(app)


def test_words_that_nothing_holds_offer_to_clear(open_page):
    app = open_page("full", **ALL_TIME)
    app.text_input(key="words_field").input("zzyzx").run()
    assert "No event fits all the filters" in said(app)
    app.button(key="clear_empty").click().run()
    assert len(listed(app)) == len(made_tables("full")["events"])


def test_where_nothing_is_left_the_filter_that_takes_it_can_be_taken_away(open_page):
    app = open_page("full", **ALL_TIME, leader="xi-jinping", words="zzyzx")
    n = len(listed(open_page("full", **ALL_TIME, leader="xi-jinping")))
    button = app.button(key="without_0")
    assert button.label == f"Without “zzyzx”: {n} events"
    button.click().run()
    assert len(listed(app)) == n and "words" not in app.query_params


def test_a_word_that_is_nearly_right_is_put_right(open_page):
    app = open_page("full", **ALL_TIME)
    app.text_input(key="words_field").input("harbuor").run()
    app.button(key="near_0").click().run()
    assert app.query_params["words"] == "harbour" and listed(app)


def test_what_was_searched_for_is_marked_wherever_it_is_shown(open_page):
    for page in ("timeline", "quotes", "documents"):
        app = open_page("full", page, words="harbour", **ALL_TIME)
        shown = "".join(element.proto.body for element in app.get("html"))
        assert re.search(r'<mark class="hit"[^>]*>[Hh]arbour</mark>', shown), page


def test_a_document_has_its_events_beside_its_text(open_page):
    app = open_page("full", "documents")
    told = next(element.proto.body for element in app.get("html") if "told there" in element.proto.body)
    assert 'data-follow="passage"' in told


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("2021", "2021-01-01"),
        ("Aug 2021", "2021-08-01"),
        ("30 August 2021", "2021-08-30"),
        ("2021-08-30", "2021-08-30"),
    ],
)
def test_a_date_may_be_typed_in_words(open_page, typed, start):
    app = open_page("full")
    app.text_input(key="start_field").input(typed).run()
    assert app.query_params["from"] == start
    assert app.text_input(key="start_field").value == typed


def test_until_takes_in_the_whole_of_what_is_named(open_page):
    app = open_page("full")
    app.text_input(key="end_field").input("2021").run()
    assert app.query_params["until"] == "2022-01-01"


def test_words_that_are_no_date_are_told_and_change_nothing(open_page):
    app = open_page("full", **ALL_TIME)
    app.text_input(key="start_field").input("whenever").run()
    assert "is not a date" in app.error[0].value
    assert len(listed(app)) == len(made_tables("full")["events"])


def test_a_picked_event_shows_its_evidence(open_page):
    tables = made_tables("full")
    event = tables["events"].iloc[0]
    mention = tables["mentions"][tables["mentions"]["event_id"] == event["event_id"]].iloc[0]
    app = open_page("full", event=event["event_id"])
    assert event["title"].replace("\\", "") in said(app).replace("\\", "")
    shown = " ".join(element.proto.body for element in app.get("html"))
    assert mention["date_text"] in shown
    assert "Fidel Castro and Cuba → Zhou Enlai and China" in said(open_page("full", event=event_id("ties")))
    app.button(key="close_evidence").click().run()
    assert "event" not in app.query_params


def test_an_event_that_is_gone_is_told(open_page):
    assert "not there any more" in said(open_page("full", event="ffffffff"))


@pytest.mark.parametrize(
    ("lanes", "n"),
    [("leader", 40), ("actor", 40), ("topic", 40), ("document", 40), ("kind", 40), ("none", 40), ("nonsense", 40)],
)
def test_lanes_can_be_switched(open_page, lanes, n):
    assert len(listed(open_page("full", lanes=lanes, **ALL_TIME))) == len(made_tables("full")["events"])


@pytest.mark.parametrize(("speech", "kinds"), [("direct", {"direct", "mixed"}), ("indirect", {"indirect", "mixed"})])
def test_quotes_by_kind(open_page, speech, kinds):
    quotes = made_tables("full")["quotes"]
    app = open_page("full", "quotes", speech=speech)
    buttons = [button.label for button in app.get("download_button")]
    assert f"Download {quotes['kind'].isin(kinds).sum()} quotes (CSV)" in buttons


def test_documents_that_were_not_read_say_why(open_page):
    failed = made_tables("full")["documents"].query("status == 'failed'")
    text = said(open_page("full", "documents"))
    assert len(failed) > 0
    for problem in failed["problem"]:
        assert problem.rstrip(".").split(":")[0] in text.replace("\\", "")


def test_an_open_document_marks_what_was_found(open_page):
    tables = made_tables("full")
    mention = tables["mentions"].query("date_text != ''").iloc[0]
    app = open_page("full", "documents", text=mention["document_id"])
    shown = " ".join(element.proto.body for element in app.get("html"))
    assert f'">{mention["date_text"]}</mark>' in shown


def test_both_versions_of_what_documents_differ_on_are_shown():
    from datetime import datetime

    from pages.shared.evidence import say_disputes

    def mention(title, day, place, leaders):
        day = datetime(2019, 4, day)
        return {
            "document_title": title,
            "start": day,
            "end": day.replace(hour=23),
            "precision": "day",
            "place": place,
            "leaders": leaders,
            "sentence": "",
            "date_text": "",
            "tolls": [],
        }

    mentions = [
        mention("One", 3, "Quito", ["ana"]),
        mention("Two", 4, "Lima", ["ana", "ben"]),
        mention("Three", 4, "Lima", []),
    ]
    text = "\n".join(say_disputes(["date", "place"], mentions, {}))
    assert "When: 3 April 2019 (One) — 4 April 2019 (Two; Three)" in text
    assert "Where: Quito (One) — Lima (Two; Three)" in text


def test_the_name_of_a_choice_is_read_out_without_signs(open_page):
    """What a screen reader is given is the label as it is written."""
    app = open_page("full")
    label = app.checkbox(key="leaders:miguel-diaz-canel").label
    assert label.startswith("Miguel Díaz-Canel (")


def test_a_box_that_was_forgotten_and_is_told_again_changes_nothing(monkeypatch):
    from pages.shared import state

    session = {"selection": Selection(leaders=("xi-jinping",)), "box": False}
    monkeypatch.setattr(state.st, "session_state", type("Session", (dict,), {"__getattr__": dict.__getitem__})(session))
    monkeypatch.setattr(state, "choose", lambda **changes: session.update(changes))
    for field, choice, ticked, left in (
        ("leaders", "wang-yi", False, ("xi-jinping",)),
        ("leaders", "xi-jinping", True, ("xi-jinping",)),
        ("leaders", "wang-yi", True, ("xi-jinping", "wang-yi")),
        ("leaders", "xi-jinping", False, ()),
    ):
        state.st.session_state["box"] = ticked
        state.take_choice(field, choice, "box")
        assert session[field] == left


def test_only_one_module_makes_fragments_and_turns_pages():
    """Elsewhere a way to another page would be forgotten until the next full run."""
    from tests.pages.conftest import ROOT

    users = {path.name for path in (ROOT / "pages").rglob("*.py") if "st.fragment" in path.read_text(encoding="utf-8")}
    assert users == {"navigation.py"}


def test_the_list_of_documents_obeys_the_search(open_page):
    documents = made_tables("full")["documents"]
    wanted = documents[documents["title"].str.contains("Harbour") | documents["text"].str.contains("(?i)harbour")]
    assert 0 < len(wanted) < len(documents)
    assert row_count(open_page("full", "documents", words="hárbour,")) == len(wanted)


def test_a_filter_of_dates_ends_a_zoom_to_elsewhere(open_page):
    app = open_page("full", view="1960-01-01..1961-01-01")
    app.text_input(key="start_field").input("2020").run()
    assert "view" not in app.query_params


def test_what_a_filter_finds_is_shown_from_the_first(open_page):
    """Without a filter the page opens where most happens, with one on all that it leaves."""
    events = made_tables("full")["events"]
    his = events[events["leaders"].map(lambda ids: "xi-jinping" in ids)]
    assert len(listed(open_page("full", leader="xi-jinping", weight="all"))) == len(his)
