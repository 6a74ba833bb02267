"""The review in a real browser: keys answer, skip, unfold a form and take back; typing in a field answers nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from loaders.__main__ import main
from loaders.decisions.log import read_log
from tests.browser.conftest import serve, settle
from tests.pages.test_review import TEXTS

expect.set_options(timeout=30_000)


@pytest.fixture(scope="module")
def own_server(tmp_path_factory):
    """A dashboard on tables of its own: what is answered changes them."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "documents").mkdir()
    for name, text in TEXTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    main(["build", str(folder / "documents"), "--out", str(folder / "built")])
    with serve(folder / "built") as address:
        yield folder / "built", address


def test_keys_answer_and_take_back(visit, own_server):
    folder, address = own_server
    page = visit("/quotes", home=address)
    bar = page.get_by_role("button", name="Review", exact=False).first
    n = int(bar.inner_text().split()[1])
    bar.click()
    settle(page)
    expect(page.get_by_role("heading", name="When was this published?")).to_be_visible()
    page.keyboard.press("s")
    expect(page.get_by_role("heading", name="Do the documents contradict each other?")).to_be_visible()
    settle(page)
    page.keyboard.press("n")
    expect(page.get_by_text("No conflict. U takes it back.")).to_be_visible()
    expect(page.get_by_role("heading", name="Is this the right date?")).to_be_visible()
    settle(page)
    page.keyboard.press("e")
    date = page.get_by_label("Date", exact=True)
    expect(date).to_be_visible()
    # the letters of keys, in a field
    date.fill("")
    date.press_sequentially("yes")
    settle(page)
    assert len(read_log(folder).entries) == 1
    page.keyboard.press("Escape")
    page.locator("h1").click()
    settle(page)
    page.keyboard.press("u")
    expect(page.get_by_role("heading", name="Do the documents contradict each other?")).to_be_visible()
    settle(page)
    page.keyboard.press("u")
    expect(page.get_by_role("heading", name="When was this published?")).to_be_visible()
    settle(page)
    assert [type(entry).__name__ for entry in read_log(folder).entries] == ["Decision", "Turn"]
    assert page.get_by_role("button", name="Review", exact=False).first.inner_text().split()[1] == str(n)
