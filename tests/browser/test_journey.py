"""A reader's way through the running dashboard: see, filter, pick, read, search, open, download, share."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import settle
from tests.browser.reading import (
    call_of_august,
    choice,
    chosen,
    download,
    marks,
    pick,
    show_whole_period,
    wait_for_timeline,
    window,
)


def test_the_honest_line_and_a_drawn_timeline(visit, tables):
    page = visit("/")
    wait_for_timeline(page)
    n = {name: len(df) for name, df in tables[1].items()}
    line = page.get_by_text(re.compile(r"^5 documents · ")).inner_text()
    assert line.startswith(f"5 documents · {n['events']} events · {n['quotes']} quotes · ")
    show_whole_period(page)
    assert set(marks(page)) == set(tables[1]["events"]["event_id"])


def test_a_filter_leaves_what_it_said_and_a_link_shows_the_same(visit, tables):
    page = visit("/")
    wait_for_timeline(page)
    show_whole_period(page)
    label = choice(page, "leaders", "Xi Jinping")
    left = int(label.inner_text().split()[-1].strip("()"))
    label.click()
    page.wait_for_function("location.search.includes('leader=xi-jinping')")
    settle(page)
    events = tables[1]["events"]
    mine = set(events[events["leaders"].map(lambda ids: "xi-jinping" in ids)]["event_id"])
    assert len(mine) == left
    assert set(marks(page)) == mine
    other = visit("/" + page.url.split("/", 3)[-1])
    wait_for_timeline(other)
    assert set(marks(other)) == mine
    page.get_by_role("button", name="Clear all").click()
    page.wait_for_function("!location.search.includes('leader')")
    settle(page)
    assert set(marks(page)) == set(events["event_id"])


def test_an_event_shows_its_evidence_and_zoom_and_choice_survive_a_filter(visit, tables):
    event = call_of_august(tables)
    mention = tables[1]["mentions"].query("event_id == @event.event_id and date_text != ''").iloc[0]
    page = visit("/")
    wait_for_timeline(page)
    page.get_by_role("button", name="Zoom out").click()
    page.wait_for_function("location.search.includes('view=')")
    settle(page)
    seen = window(page)
    pick(page, event["event_id"])
    assert page.get_by_role("heading", name=event["title"]).is_visible()
    assert mention["date_text"] in page.locator("mark.date").all_inner_texts()
    assert "30 August 2021" in page.get_by_test_id("stMain").inner_text()
    choice(page, "leaders", "Miguel Díaz-Canel").click()
    page.wait_for_function("location.search.includes('leader=')")
    settle(page)
    assert window(page) == pytest.approx(seen, abs=60_000)
    assert page.get_by_role("heading", name=event["title"]).is_visible()


def test_a_link_with_a_zoom_opens_that_window(visit):
    page = visit("/?view=2020-01-01T00:00..2021-01-01T00:00")
    wait_for_timeline(page)
    start, end = (pd.Timestamp(moment, unit="ms").date().isoformat() for moment in window(page))
    assert (start, end) == ("2020-01-01", "2021-01-01")


def test_events_and_reports_download_as_shown(visit, tables):
    page = visit("/?leader=xi-jinping")
    wait_for_timeline(page)
    events, mentions = tables[1]["events"], tables[1]["mentions"]
    mine = events[events["leaders"].map(lambda ids: "xi-jinping" in ids)]
    show_whole_period(page)
    rows = download(page, "events?")
    assert {row["Id"] for row in rows} == set(marks(page)) == set(mine["event_id"])
    assert {row["What happened"].lstrip("'") for row in rows} == set(mine["title"])
    rows = download(page, "reports?")
    assert {row["mention_id"] for row in rows} == set(
        mentions[mentions["event_id"].isin(mine["event_id"])]["mention_id"]
    )


def test_quotes_are_searched_cited_and_downloaded(visit, tables):
    quotes = tables[1]["quotes"]
    page = visit("/quotes?words=blockade")
    shown = page.locator("blockquote").count()
    found = quotes[quotes["statement"].str.casefold().str.contains("blockade")]
    assert shown == len(found[["document_id", "statement_start"]].drop_duplicates()) > 0
    assert set(page.locator("blockquote mark").all_inner_texts()) == {"blockade"}
    rows = download(page, "quotes?")
    assert len(rows) == len(found)
    page.get_by_text("In its paragraph").first.click()
    assert page.locator("details[open] mark.quote").first.is_visible()
    page.get_by_role("button", name="Copy with citation").first.click()
    cited = page.locator('[data-testid="stPopoverBody"] code').first
    cited.wait_for()
    assert re.search(r"\n— .+\d{4}", cited.inner_text())
    page.keyboard.press("Escape")
    for number in (0, 1):
        page.locator('[class*="st-key-cite-tick"] label').nth(number).click()
        settle(page)
    page.get_by_role("button", name="Copy those selected").click()
    both = page.locator('[data-testid="stPopoverBody"] code')
    both.wait_for()
    assert len(re.findall(r"\n— .+\d{4}", both.inner_text())) == 2


def test_a_document_shows_what_was_found_in_it(visit, tables):
    page = visit("/documents")
    page.locator(".dl-text mark.quote").first.wait_for()
    text = page.locator(".dl-text").inner_text()
    assert any(text[:60].strip() in whole.strip() for whole in tables[1]["documents"]["text"])
    for kind in ("date", "leader", "quote"):
        assert page.locator(f".dl-text mark.{kind}").count() > 0
    assert page.get_by_text(re.compile("Published .* at the (head|foot) of the text")).is_visible()


def test_nothing_left_offers_to_clear(visit, tables):
    page = visit("/?words=zzyzx")
    assert page.get_by_text("No event fits all the filters").is_visible()
    page.get_by_role("button", name="Clear all filters").click()
    wait_for_timeline(page)
    show_whole_period(page)
    assert set(marks(page)) == set(tables[1]["events"]["event_id"])


def test_two_accounts_stand_side_by_side_and_lead_to_their_texts(visit, tables):
    event = tables[1]["events"].query("n_documents > 1").iloc[0]
    page = visit(f"/compare?event={event['event_id']}")
    page.locator(".dl-pair:not(.alone)").first.wait_for()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download as a page to print").click()
    with open(waiting.value.path(), encoding="utf-8") as file:
        assert file.read().count("<tr>") == page.locator(".dl-pair").count() + 1
    words = page.locator(".dl-pair > div").first.inner_text().split("in the text")[1].strip()
    page.get_by_role("link", name="in the text").first.click()
    settle(page)
    marked = page.locator("mark.here")
    marked.first.wait_for()
    assert " ".join("".join(marked.all_inner_texts()).split()) == " ".join(words.split())


def test_a_square_of_the_matrix_leads_to_the_events(visit, tables):
    page = visit("/leaders")
    square = page.locator(".js-plotly-plot").nth(1).locator(".points path").first
    square.wait_for()
    box = square.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_function("location.search.includes('together=1')")
    wait_for_timeline(page)
    events = tables[1]["events"]
    chosen = re.findall(r"leader=([a-z-]+)", page.url)
    both = events[events["leaders"].map(lambda ids: set(chosen) <= set(ids))]
    assert len(chosen) == 2
    show_whole_period(page)
    assert set(marks(page)) == set(both["event_id"])


def test_on_a_phone_the_drawer_closes_over_a_chosen_page(visit):
    page = visit("/", width=390, height=844, has_touch=True, is_mobile=True)
    wait_for_timeline(page)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebarNavLink").filter(has_text="Quotes").click()
    expect(page.locator("h1")).to_have_text("Quotes")
    expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).to_have_text("Timeline")


def test_the_chronology_is_there_where_the_timeline_cannot_be_drawn(chromium, server):
    page = chromium.new_page(viewport={"width": 1400, "height": 1000})
    page.route("**/plotly-*.min.js", lambda route: route.abort())
    page.goto(server)
    page.get_by_text("The timeline cannot be drawn").wait_for()
    page.locator(".dl-row").first.click()
    page.get_by_role("button", name="← Chronology").click()
    page.locator(".st-key-open_download button").wait_for()
    page.close()


def test_the_way_back_through_the_pages_changes_no_filter(visit):
    page = visit("/?leader=xi-jinping")
    wait_for_timeline(page)
    page.get_by_role("link", name="Quotes", exact=True).click()
    page.get_by_role("heading", name="Quotes").wait_for()
    settle(page)
    while page.locator("h1").inner_text() != "Timeline":
        page.go_back()
        settle(page)
    wait_for_timeline(page)
    assert re.findall(r"leader=([a-z-]+)", page.url) == ["xi-jinping"]
    assert chosen(page) == ["Xi Jinping"]


def test_the_keyboard_is_seen_where_it_is(visit):
    page = visit("/")
    wait_for_timeline(page)
    seen = []
    for _ in range(32):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => {
                    const here = document.activeElement, shown = here.closest("label") ?? here, style = getComputedStyle(shown);
                    const field = here.tagName === "INPUT" && here.type === "text";
                    return field || (style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2)
                        ? "" : here.outerHTML.slice(0, 80);
                }"""
            )
        )
    assert [element for element in seen if element] == []


def test_a_matrix_wider_than_a_phone_shows_that_it_can_be_moved(visit):
    page = visit("/leaders", width=390, height=844, has_touch=True, is_mobile=True)
    matrix = page.locator(".st-key-matrix_met")
    matrix.wait_for()
    assert matrix.evaluate("box => box.scrollWidth > box.clientWidth")
    assert matrix.evaluate("box => getComputedStyle(box).backgroundAttachment").endswith("local, scroll, scroll")


@pytest.mark.parametrize("width", [390, 700])
def test_a_narrow_window_says_where_the_pages_are(visit, width):
    page = visit("/quotes", width=width, height=844)
    arrow = page.get_by_test_id("stExpandSidebarButton")
    assert "Pages" in arrow.evaluate("button => getComputedStyle(button, '::after').content")
    arrow.click()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Leaders").click()
    page.get_by_role("heading", name="Leaders").wait_for()


@pytest.mark.parametrize(
    ("button", "page_name"), [("Open the document", "Documents"), ("Compare the accounts", "Compare")]
)
def test_the_ways_from_the_card_lead_away_at_once_and_back(visit, tables, button, page_name):
    event = tables[1]["events"].query("n_documents > 1").iloc[0]
    page = visit(f"/?event={event['event_id']}")
    wait_for_timeline(page)
    page.get_by_role("button", name=button).first.click()
    page.get_by_role("heading", name=page_name, exact=True).wait_for()
    settle(page)
    page.go_back()
    wait_for_timeline(page)
    assert page.get_by_role("heading", name=event["title"]).is_visible()


def test_back_undoes_zoom_and_pick_in_order_to_the_bare_page(visit, tables):
    page = visit("/")
    wait_for_timeline(page)
    bare, seen = page.url, window(page)
    page.get_by_role("button", name="Zoom out").click()
    page.wait_for_function("location.search.includes('view=')")
    settle(page)
    zoomed = page.url
    pick(page, call_of_august(tables)["event_id"])
    for address in (zoomed, bare):
        page.go_back()
        settle(page)
        assert page.url == address
    assert window(page) == pytest.approx(seen, abs=60_000)


def test_on_paper_are_all_rows_and_no_fields(visit):
    page = visit("/quotes")
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    page.emulate_media(media="print")
    assert pages > 2
    expect(page.locator(".st-key-bar")).to_be_hidden()
    expect(page.get_by_role("button", name="Open the document").first).to_be_hidden()
