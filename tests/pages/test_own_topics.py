"""A topic of the collection itself: typed on the page Topics, found in all documents, and taken out again."""

from __future__ import annotations

from loaders.own_topics import NAME, read_own_topics
from loaders.tables.store import read_tables
from tests.pages.test_corrections import open_page, said

TEXTS = {
    "kiln.txt": "A kiln\n4 May 2022\n\nIda Korn met Roy Fenn in Ostra on 3 May 2022 about the price of glazes and the school.\n",
    "boat.txt": "A boat\n9 June 2022\n\nRoy Fenn opened a pottery in Elsby on 8 June 2022.\n",
}


def about_pottery(folder) -> int:
    return sum("pottery" in topics for topics in read_tables(folder)["events"]["topics"])


def test_a_topic_is_written_found_and_taken_out(folder):
    app = open_page("topics")
    app.text_input(key="topic_label").set_value("Pottery")
    app.text_input(key="topic_words").set_value("glaze*, pottery")
    app.button(key="save-topic").click().run()
    assert not app.exception and about_pottery(folder) == 2
    assert list(read_own_topics(folder)) == ["pottery"]
    assert "**Pottery**: glaze*, pottery" in said(app)
    assert "Pottery" in str(app.dataframe[0].value)
    app.button(key="save-remove-topic-pottery").click().run()
    assert not app.exception and about_pottery(folder) == 0


def test_what_cannot_be_a_topic_and_a_broken_file_are_said(folder):
    app = open_page("topics")
    app.text_input(key="topic_label").set_value("Pottery")
    app.button(key="save-topic").click().run()
    assert "A topic needs a name, and words that show it." in said(app)
    (folder / NAME).write_text("pottery:\n  label: Pottery\n terms: x\n", encoding="utf-8")
    app = open_page("topics")
    assert "line 3, column 2" in said(app) and not app.exception


def test_what_is_half_typed_waits_while_a_reader_looks_elsewhere(folder):
    app = open_page("topics")
    app.text_input(key="topic_label").set_value("Pottery").run()
    app.switch_page("pages/quotes.py").run()
    app.switch_page("pages/topics.py").run()
    assert app.text_input(key="topic_label").value == "Pottery"
