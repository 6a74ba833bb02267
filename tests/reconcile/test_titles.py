"""Titles that a reader can take in at a glance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reconcile.titles import LONGEST, make_title, name_person, tell_shortly
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()

TITLES = [
    # kind, people, sentence, date words, title
    ("other", [], "> **Nobody** closed the harbour on Friday.", "Friday", "Nobody closed the harbour on Friday"),
    ("message", [], "> A note came on Friday.", "Friday", "Message: A note came on Friday"),
    ("call", ["Ann Lee", "Bo Zhao"], "They spoke on Friday.", "Friday", "Phone call: Ann Lee – Bo Zhao"),
    ("other", [], "The council closed the harbour on Friday.", "Friday", "The council closed the harbour on Friday"),
    ("other", ["Ann Lee"], "Ann Lee sold the farm in 2004.", "2004", "Ann Lee sold the farm in 2004"),
    ("other", [], "On Friday, the council closed the harbour.", "Friday", "The council closed the harbour"),
    ("other", [], "The port, which is old, lost 1,200 jobs in 2004.", "2004", "The port lost 1,200 jobs in 2004"),
    ("other", [], "Nobody knew that the port lost its bell in 2004.", "2004", "The port lost its bell in 2004"),
    ("other", [], "But the port lost its bell in 2004.", "2004", "The port lost its bell in 2004"),
    ("other", [], "The bell, which fell in 2004, is lost.", "2004", "The bell, which fell in 2004, is lost"),
    (
        "other",
        [],
        "The show, known to all and first shown in 2004, is back.",
        "2004",
        "The show, known to all and first shown in 2004, is back",
    ),
    ("other", ["Ann Lee"], "It was known that she lost a ring in 2004.", "2004", "Ann Lee: She lost a ring in 2004"),
    (
        "statement",
        ["Ann Lee"],
        "“We shall build it,” she said on Friday.",
        "Friday",
        "Ann Lee: “We shall build it,” she said on Friday",
    ),
    (
        "statement",
        ["Ann Lee"],
        "Lee said on Friday that it would be built.",
        "Friday",
        "Statement: Lee said on Friday that it would be built",
    ),
    (
        "statement",
        [],
        "The bridge is safe, officials said on Friday.",
        "Friday",
        "Statement: The bridge is safe, officials said on Friday",
    ),
    (
        "disaster",
        [],
        "Ten died when their boat sank on Friday.",
        "Friday",
        "Disaster or accident: Ten died when their boat sank on Friday",
    ),
    ("visit", ["Ann Lee"], "* **May 1960** – Ann Lee sees the port.", "May 1960", "Ann Lee sees the port"),
    ("founding", [], "| 1960 | The port opens |", "1960", "The port opens"),
    ("protest", [], "Dockers marched on Friday.", "Friday", "Protest, rally or strike: Dockers marched on Friday"),
]


@pytest.mark.parametrize(("kind", "people", "sentence", "date_text", "title"), TITLES)
def test_titles(kind: str, people: list[str], sentence: str, date_text: str, title: str) -> None:
    assert make_title(kind, people, sentence, date_text, VOCABULARY) == title


def test_a_long_sentence_is_cut_between_words() -> None:
    told = tell_shortly("The council closed the old harbour " * 9, "", VOCABULARY, "en")
    assert told.endswith(" …")
    assert len(told) <= LONGEST + 2


@given(st.lists(st.sampled_from(["that ", "who ", ", ", "Ann ", "fell ", "in 2004", "(", ")", "“", ". "])).map("".join))
def test_any_sentence_has_a_title(sentence: str) -> None:
    assert len(make_title("other", [], sentence, "2004", VOCABULARY)) <= LONGEST + 2


def test_names_in_titles() -> None:
    assert name_person("xi-jinping", VOCABULARY, {}) == "Xi Jinping"
    assert name_person("ann-mclee", VOCABULARY, {"ann-mclee": "Ann McLee"}) == "Ann McLee"
    assert name_person("ann-lee", VOCABULARY, {}) == "Ann Lee"
