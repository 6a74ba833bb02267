"""The Content-Security-Policy in a real browser: every page works under it, and nothing that it forbids happens."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from pages.server.guard import HEADERS, MISDIRECTED
from tests.browser.conftest import STREAMLITS, serve

PAGES = ("/", "/quotes", "/leaders", "/topics", "/compare", "/documents", "/review", "/add", "/history")


@pytest.fixture(scope="module")
def obeying(chromium):
    """A tab that obeys the policy, and what was refused in it."""
    context = chromium.new_context(viewport={"width": 1400, "height": 1000})
    page, refused = context.new_page(), []
    page.on("console", lambda message: refused.append(message.text) if "Security Policy" in message.text else None)
    yield page, refused
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_works_under_the_policy(obeying, server, path):
    page, refused = obeying
    refused.clear()
    page.goto(server + path)
    expect(page.locator("h1")).to_be_visible(timeout=30_000)
    shown = ".js-plotly-plot" if path in ("/", "/topics", "/leaders") else '[data-testid="stVerticalBlock"]'
    expect(page.locator(shown).first).to_be_visible(timeout=30_000)
    page.wait_for_timeout(800)
    assert refused == []


def test_no_page_of_another_site_can_frame_it(chromium, server):
    context = chromium.new_context()
    page, refused = context.new_page(), []
    page.on("console", lambda message: refused.append(message.text))
    page.set_content(f'<iframe src="{server}"></iframe>')
    page.wait_for_timeout(1500)
    context.close()
    assert any("frame-ancestors" in text or "X-Frame-Options" in text for text in refused)


def test_started_by_streamlit_itself_it_is_guarded_too(chromium, tables):
    """Streamlit's own server would ask an address outside for its own before it refuses a page of another site."""
    with serve(tables[0], start=STREAMLITS) as address:
        foreign = urllib.request.Request(f"{address}/_stcore/stream", headers={"Origin": "http://elsewhere.example"})
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(foreign, timeout=10)
        assert refused.value.code == MISDIRECTED
        assert dict(refused.value.headers).items() >= HEADERS.items()
        context = chromium.new_context(viewport={"width": 1400, "height": 1000})
        page = context.new_page()
        page.goto(address + "/timeline/nowhere")
        expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=30_000)
        context.close()
