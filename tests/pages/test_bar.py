"""The bar of every page, what is chosen as chips, and the links that filter wherever a name stands."""

from __future__ import annotations

import re

import pytest

from loaders.query.selection import Selection
from loaders.vocabulary import load_topics
from pages.shared import links, navigation
from tests.made import made_tables
from tests.pages.test_pages import ALL_TIME, listed, said

PAGES = ("timeline", "quotes", "leaders", "topics", "compare", "documents", "add", "review", "history")


def markup(app) -> str:
    return "".join(element.proto.body for element in app.get("html"))


def chips(app) -> list[str]:
    return re.findall(r'class="dl-chip"[^>]*>([^<]+)<', markup(app))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_the_same_bar(open_page, page):
    app = open_page("full", page)
    assert app.text_input(key="words_field").label == "Search"
    assert [app.checkbox(key=f"{flag}_field").label for flag in ("corroborated", "disputed")]
    assert app.button(key="check").label == "Review 10"
    assert 'class="dl-copy"' in markup(app)


def test_what_is_chosen_stands_in_chips(open_page):
    address = {
        "leader": ["xi-jinping", "raul-castro"],
        "topic": "health",
        "words": "port",
        "from": "2000",
        "corroborated": "1",
    }
    app = open_page("full", **address)
    topic = load_topics()["health"].label
    assert chips(app) == ["“port”", "Xi Jinping", "Raúl Castro", topic, "At least two sources", "from 1 Jan 2000"]
    assert "Showing" in said(app)
    app.button(key="clear").click().run()
    assert chips(app) == []


def test_two_countries_can_be_asked_for_together(open_page):
    app = open_page("full", actor=["china", "cuba"])
    assert "China or Cuba" in said(app)
    app.checkbox(key="together_actors").check().run()
    assert "China and Cuba" in said(app)


def test_events_of_the_texts_that_hold_the_words_are_one_click_away(open_page):
    app = open_page("full", words="handshake")
    assert chips(app) == ["“handshake”"]
    [more] = re.findall(r'data-follow="texts"[^>]*>([^<]+)<', markup(app))
    shown = open_page("full", words="handshake", texts="1")
    assert chips(shown) == ["“handshake”", "All events of these texts"]
    assert 'data-follow="texts"' not in markup(shown)
    assert more == "3 more events"
    # Where the words go, what was asked of them goes too.
    assert chips(open_page("full", texts="1")) == []


@pytest.mark.parametrize(
    ("followed", "then"),
    [
        (("leaders", "xi-jinping"), Selection(leaders=("xi-jinping",), words="port")),
        (("publishers", "The Quay"), Selection(leaders=("ana",), words="port", publishers=("The Quay",))),
        (("drop:leaders", "ana"), Selection(words="port")),
        (("drop:words", ""), Selection(leaders=("ana",))),
        (("unsure", "1"), Selection(leaders=("ana",), words="port", unsure=True)),
        (("texts", "1"), Selection(leaders=("ana",), words="port", texts=True)),
        # what no page offers does nothing
        (("strange", "x"), Selection(leaders=("ana",), words="port")),
        (("leaders", ""), Selection(leaders=("ana",), words="port")),
        (("places", "x" * 5_000), Selection(leaders=("ana",), words="port")),
        (("drop:selection", "x"), Selection(leaders=("ana",), words="port")),
        (("go", "/etc"), Selection(leaders=("ana",), words="port")),
    ],
    ids=str,
)
def test_a_link_filters_by_what_it_names(monkeypatch, followed, then):
    now = {"selection": Selection(leaders=("ana",), words="port")}
    monkeypatch.setattr(links.state, "selection", lambda: now["selection"])
    monkeypatch.setattr(
        links.state, "choose", lambda **changes: now.update(selection=then_with(now["selection"], changes))
    )
    monkeypatch.setattr(links.state, "show", lambda **view: None)
    monkeypatch.setattr(links.navigation, "go_to", lambda page: now.update(page=page))
    links.follow(*followed)
    assert now == {"selection": then}


def then_with(selection: Selection, changes: dict[str, object]) -> Selection:
    from dataclasses import replace

    return replace(selection, **changes)


def test_names_places_topics_and_publishers_are_links(open_page):
    event = next(e for e in made_tables("full")["events"].to_dict("records") if e["places"] and e["leaders"])
    found = set(re.findall(r'data-follow="([a-z]+)"', markup(open_page("full", event=event["event_id"]))))
    assert {"leaders", "places", "kinds", "publishers"} <= found
    found = set(re.findall(r'data-follow="([a-z]+)"', markup(open_page("full", "quotes"))))
    assert {"leaders", "topics", "publishers"} <= found
    rows = re.findall(r"<li>.*?</li>", markup(open_page("full", **ALL_TIME)))
    assert any('data-follow="leaders"' in row for row in rows)


def test_a_link_has_an_address_that_shows_the_same(open_page):
    publisher = made_tables("full")["documents"]["publisher"].dropna().iloc[0]
    app = open_page("full", **ALL_TIME, publisher=publisher, language="en")
    documents = made_tables("full")["documents"].query("publisher == @publisher and language == 'en'")["document_id"]
    events = made_tables("full")["events"]
    wanted = {e.event_id for e in events.itertuples() if set(e.documents) & set(documents)}
    assert set(listed(app)) == wanted != set()
    assert chips(app) == [publisher, "English"]


def test_what_is_to_be_reviewed_is_one_press_away(open_page, monkeypatch):
    went: list[str] = []
    monkeypatch.setattr(navigation, "go_to", lambda page, /, **view: went.append(page))
    open_page("full", "leaders").button(key="check").click().run()
    assert went == ["review"]
    events = made_tables("full")["events"]
    assert set(listed(open_page("full", unsure="1", **ALL_TIME))) == set(events[events["confidence"] < 0.5]["event_id"])


def test_a_search_of_signs_alone_is_said_to_be_none(open_page):
    app = open_page("full", words="?!…")
    assert any("no letter or figure" in warning.value for warning in app.warning)
