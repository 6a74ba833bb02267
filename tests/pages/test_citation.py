"""What is copied: the words, where they come from, and that they are reported where they are."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape

import pytest

from pages.shared.citation import cite, cite_sentence, copy_button
from tests.made import made_tables

MENTION = {
    "sentence": "The council\nheard **two** pilots say “no more”.",
    "document_title": "Pilots before the council",
    "publisher": "The Quay",
    "published": datetime(2021, 3, 2),
    "url": None,
}


def test_a_sentence_is_cited_on_one_line_with_its_source():
    assert cite_sentence(MENTION) == (
        "“The council heard two pilots say ‘no more’.”\n— Pilots before the council, The Quay, 2 March 2021."
    )


@pytest.mark.parametrize(("kind", "is_said"), [("direct", False), ("indirect", True)])
def test_reported_words_are_called_so(kind, is_said):
    quote = {
        **{
            "kind": kind,
            "text": "no more",
            "statement": "no more",
            "said_start": None,
            "url": "https://quay.example/1",
        },
        **{name: MENTION[name] for name in ("document_title", "publisher", "published")},
    }
    cited = cite(quote, "Ann Lee")
    assert ("reported, not word for word" in cited) == is_said and cited.endswith("https://quay.example/1.")


def test_a_button_holds_its_words_and_no_markup():
    held = copy_button('“<b>No</b>” & "so"\n— Ann')
    assert "<b>" not in held and unescape(re.search('data-words="([^"]*)"', held)[1]) == '“<b>No</b>” & "so"\n— Ann'


def test_each_source_of_an_event_can_be_copied(open_page):
    event = made_tables("full")["mentions"]["event_id"].value_counts().index[0]
    app = open_page("full", event=event)
    held = "".join(element.proto.body for element in app.get("html"))
    n = (made_tables("full")["mentions"]["event_id"] == event).sum()
    assert held.count('data-do="copy"') >= n > 1
