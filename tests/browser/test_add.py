"""A reader brings a document, puts its date right, sees its event on the timeline, and takes it out again."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from playwright.sync_api import expect

from loaders.__main__ import main
from tests.browser.conftest import ROOT, serve

expect.set_options(timeout=30_000)

TEXT = "The ferry to Norvik\n\nOn Tuesday, Ana Ruiz opened the ferry line to Norvik. “It will stay,” Ruiz said. <script>boom()</script>\n"


@pytest.fixture(scope="module")
def own_server(tmp_path_factory):
    """A dashboard on tables of its own: what is added changes them."""
    folder = tmp_path_factory.mktemp("own")
    main(["build", str(ROOT / "data" / "documents"), "--out", str(folder)])
    with serve(folder) as address:
        yield address


@pytest.mark.parametrize("width", [1400, 390])
def test_a_document_comes_in_and_goes_out(visit, own_server, width):
    page = visit("/add", width, home=own_server)
    expect(page.locator("h1")).to_have_text("Add documents")
    page.set_input_files(
        '[data-testid="stFileUploaderDropzoneInput"]',
        [{"name": "ferry.txt", "mimeType": "text/plain", "buffer": TEXT.encode()}],
    )
    expect(page.get_by_label("Title", exact=True)).to_have_value("The ferry to Norvik")
    expect(page.get_by_text("No date was found.")).to_be_visible()
    date = page.get_by_label("Published", exact=True)
    date.fill("someday")
    date.press("Enter")
    expect(page.get_by_text("“someday” is no day.")).to_be_visible()
    date.fill("5 March 2021")
    date.press("Enter")
    expect(page.get_by_text("Read as 5 March 2021.")).to_be_visible()
    page.get_by_role("button", name="Add 1 file").click()
    expect(page.get_by_text(re.compile("^Added ferry.txt: 1 event more"))).to_be_visible(timeout=60_000)
    page.goto(own_server + "/documents?words=ferry")
    expect(page.get_by_text("Published 5 March 2021")).to_be_visible()
    page.goto(own_server + "/add")
    page.get_by_role("button", name="Take out").click()
    expect(page.get_by_text("Took out ferry.txt.")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("button", name="Take out")).to_have_count(0)


def test_a_pasted_text_is_looked_into_before_it_is_added(visit, own_server):
    page = visit("/add", home=own_server)
    page.get_by_text("A text or a table", exact=True).click()
    words = page.get_by_label("Text to add")
    words.fill("A visit\n5 May 2023\n\nBo Lund visited Kelna on Thursday.")
    words.press("Control+Enter")
    expect(page.get_by_role("button", name="Add this text")).to_be_visible()
    expect(page.get_by_text("1 event · 0 quotes · Bo Lund")).to_be_visible()


def test_an_archive_is_looked_into_file_by_file(visit, own_server):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("news/ferry.txt", TEXT)
        archive.writestr("news/visit.txt", "A visit\n5 May 2023\n\nBo Lund visited Kelna on Thursday.")
        archive.writestr("news/photo.jpg", b"no")
        archive.writestr("metadata.csv", "file,date\nferry.txt,6 March 2021\n")
    page = visit("/add", home=own_server)
    dropped = {"name": "news.zip", "mimeType": "application/zip", "buffer": data.getvalue()}
    page.set_input_files('[data-testid="stFileUploaderDropzoneInput"]', [dropped])
    expect(page.get_by_role("button", name="Add 2 files")).to_be_visible()
    expect(page.get_by_text("Left out of news.zip: photo.jpg (not in a format that is read).")).to_be_visible()
    expect(page.get_by_label("Published", exact=True).first).to_have_value("6 March 2021")
