"""A reader corrects a date, sees it on the timeline, builds anew, undoes it and sees what was there before."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from loaders.__main__ import main
from loaders.tables.store import read_tables
from tests.browser.conftest import ROOT, serve, settle

expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def own_server(tmp_path_factory):
    """A dashboard on tables of its own: what is saved changes them."""
    folder = tmp_path_factory.mktemp("own")
    main(["build", str(ROOT / "data" / "documents" / "johannesburg-meeting.txt"), "--out", str(folder)])
    with serve(folder) as address:
        yield folder, address


def find_meeting(folder) -> str:
    events = read_tables(folder)["events"]
    return str(events[events["title"].str.contains("meets")]["event_id"].iloc[0])


def test_a_date_is_corrected_seen_and_undone(visit, own_server):
    folder, address = own_server
    before = find_meeting(folder)
    page = visit(f"/?event={before}", home=address)
    page.get_by_role("button", name="Correct", exact=True).click()
    date = page.get_by_label("Date", exact=True)
    expect(date).to_have_value("23 August 2023")
    date.fill("2023-08-22")
    date.press("Enter")
    expect(page.get_by_text("Read as 22 August 2023")).to_be_visible()
    page.get_by_role("button", name="Save", exact=True).click()
    card = page.locator(".st-key-card")
    expect(card.get_by_text("was 23 August 2023").first).to_be_visible()
    expect(card.get_by_text("22 August 2023").first).to_be_visible()
    settle(page)
    page.get_by_role("button", name="← Chronology").click()
    expect(page.get_by_text("22 Aug").first).to_be_visible()

    main(["build", str(ROOT / "data" / "documents" / "johannesburg-meeting.txt"), "--out", str(folder)])
    page.goto(f"{address}/history")
    expect(page.get_by_text("23 August 2023 → 22 August 2023").first).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Undo", exact=True).first.click()
    expect(page.get_by_text("Undone.")).to_be_visible()
    page.goto(f"{address}/?event={before}")
    expect(page.locator(".st-key-card").get_by_text("23 August 2023").first).to_be_visible()
    expect(page.get_by_text("was 23 August 2023")).to_have_count(0)
