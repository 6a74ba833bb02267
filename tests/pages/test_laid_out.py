"""The picture of a layout: every block named, every letter of the text escaped, never more than a browser can take."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from loaders.layout import kinds as kinds_of_block
from loaders.layout import lay_out
from pages.chart.component import DRAWN
from pages.shared.laid_out import MOST_BLOCKS, NAMES, draw_layout, say_blocks
from tests.made import made_tables
from tests.pages.conftest import ROOT

TALK = (
    'Briefing\n\n3 May 2019\n\nMS. MOLE: It <b>leaks</b>.\n\nQ    Why?\n\nMS. MOLE: Old & "worn".\n\nQ    Thank you.\n'
)


def test_the_margin_names_each_block_its_speaker_and_its_date() -> None:
    drawn = draw_layout(lay_out(TALK), [((10, 20), "2019-05-03")])
    margins = re.findall(r'<div class="margin">(.*?)</div>', drawn)
    said = [re.sub(r"<[^>]+>", " ", margin).split() for margin in margins]
    assert said[:4] == [["Title"], ["Dateline", "2019-05-03"], ["Turn", "MS.", "MOLE"], ["Question", "Q"]]


def test_nothing_in_a_document_is_markup() -> None:
    drawn = draw_layout(lay_out("MS. <i>MOLE: It leaks.\n\n<script>alert(1)</script>\n\n</div></div>"), [])
    assert "<script" not in drawn and "<i>" not in drawn
    assert drawn.count("<div") == drawn.count("</div>")


def test_all_of_the_text_is_shown_also_what_is_furniture() -> None:
    text = "---\ntitle: The dam\n---\n\nThe [dam](/a) broke.\n\nTags: dams"
    drawn = draw_layout(lay_out(text), [])
    assert re.findall(r'<div class="words">(.*?)</div>', drawn) == [line for line in text.split("\n") if line]


def test_a_long_table_is_bounded() -> None:
    drawn = draw_layout(lay_out("\n".join(f"| {n} |" for n in range(MOST_BLOCKS + 40))), [])
    assert drawn.count('role="listitem"') == MOST_BLOCKS
    assert "40 more blocks not drawn." in drawn


def test_every_kind_has_a_name() -> None:
    kinds = {value for name, value in vars(kinds_of_block).items() if name.isupper() and isinstance(value, str)}
    assert kinds == NAMES.keys()
    assert say_blocks(lay_out(TALK).blocks) == "Turn 2 · Question 2 · Title 1 · Dateline 1"


def shown(app) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


@pytest.fixture
def open_laid_out(built, monkeypatch):
    """Open the documents page on a document, as an address asks for that has its layout open."""

    def open_laid_out(document_id: str) -> AppTest:
        monkeypatch.setenv("DATELINE_BUILT", str(built["full"]))
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
        app.query_params["text"] = document_id
        app.session_state[DRAWN] = True
        app.query_params["laid"] = "yes"
        app.run()
        app.switch_page("pages/documents.py").run()
        assert not app.exception
        return app

    return open_laid_out


def test_the_page_shows_the_text_until_the_toggle_is_on(open_page, open_laid_out) -> None:
    document = made_tables("full")["documents"].query("status == 'read'").iloc[0]
    plain = open_page("full", "documents", text=document["document_id"])
    assert [one.label for one in plain.toggle] == ["How the text was laid out"]
    assert "dl-laid" not in shown(plain)
    app = open_laid_out(document["document_id"])
    assert 'class="dl-laid"' in shown(app) and 'class="dl-text"' not in shown(app)
    assert any("Paragraph" in caption.value for caption in app.caption)


def test_it_opens_for_every_document(open_laid_out) -> None:
    for document_id in made_tables("full")["documents"].query("status != 'failed'")["document_id"][:3]:
        assert 'class="dl-laid"' in shown(open_laid_out(document_id))
