"""The bar in a real browser: names that filter wherever they stand, chips that take away, Back, and a copied link."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser.conftest import settle
from tests.browser.reading import call_of_august, chosen, listed, marks, show_whole_period, wait_for_timeline


def followed(page: Page, link, wanted: str) -> None:
    link.click()
    page.wait_for_function("(words) => location.search.includes(words)", arg=wanted)
    settle(page)


def test_names_filter_from_list_and_evidence_and_back_undoes_each(visit, tables):
    events = tables[1]["events"]
    page = visit("/")
    wait_for_timeline(page)
    bare = page.url
    followed(page, page.locator('.dl-chronology li [data-value="li-keqiang"]').first, "leader=li-keqiang")
    assert chosen(page) == ["Li Keqiang"]
    show_whole_period(page)
    assert set(marks(page)) == set(events[events["leaders"].map(lambda ids: "li-keqiang" in ids)]["event_id"])
    page.go_back()
    settle(page)
    assert (page.url, chosen(page)) == (bare, [])
    event_id = call_of_august(tables)["event_id"]
    followed(page, page.locator(f'[data-event="{event_id}"]'), f"event={event_id}")
    picked = page.url
    followed(page, page.locator('.dl-fact [data-follow="kinds"]'), "kind=call")
    assert "event=" not in page.url
    assert event_id in listed(page)
    page.locator(".dl-chip").click()
    page.wait_for_function("!location.search.includes('kind=')")
    settle(page)
    for address in ("kind=call", picked):
        page.go_back()
        settle(page)
        assert address in page.url
    assert page.locator(".st-key-card").is_visible()


def test_a_link_in_a_quote_and_one_to_another_page(visit):
    page = visit("/quotes")
    page.evaluate("window.same = true")
    followed(page, page.locator('.dl-facts [data-follow="topics"]').first, "topic=")
    page.locator('.dl-chosen [data-value="timeline"]').click()
    wait_for_timeline(page)
    assert "topic=" in page.url
    assert page.evaluate("window.same"), "the page was loaded again"


HOLD_BACK = """() => { window.same = true; Object.defineProperty(datelineLinks, "tell", { get: () => null, set: () => {}, configurable: true }); }"""
LET_THROUGH = """() => Object.defineProperty(datelineLinks, "tell", { value: null, writable: true })"""
"""What tells Python of a click is not there, and may come."""


def test_a_click_while_a_page_is_turned_waits_for_what_tells_it(visit):
    page = visit("/quotes")
    page.evaluate(HOLD_BACK)
    page.locator('.dl-facts [data-follow="topics"]').first.click()
    settle(page)
    assert "topic=" not in page.url
    page.evaluate(LET_THROUGH)
    page.get_by_role("link", name="Documents", exact=True).click()
    page.wait_for_function("location.search.includes('topic=')")
    settle(page)
    assert page.evaluate("window.same"), "the page was loaded again"


def test_the_link_is_copied_and_said(visit):
    page = visit("/?leader=xi-jinping", permissions=["clipboard-read", "clipboard-write"])
    wait_for_timeline(page)
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.locator(".dl-live").inner_text() == "The link to this view is copied"
