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
    # what one or two names do not tell is told
    ("departure", ["Ann Lee"], "Ann Lee resigned on Friday.", "Friday", "Resignation or removal: Ann Lee"),
    (
        "demand",
        ["Ann Lee"],
        "Ann Lee urged haste on Friday.",
        "Friday",
        "Demand or appeal: Ann Lee urged haste on Friday",
    ),
    ("visit", ["Ann Lee"], "She flew to Rome on Friday.", "Friday", "Ann Lee: She flew to Rome on Friday"),
    (
        "signing",
        ["Ann Lee", "Bo Zhao"],
        "They signed a pact on Friday.",
        "Friday",
        "Agreement signed: Ann Lee – Bo Zhao",
    ),
    (
        "demand",
        [],
        "The union demanded on Friday that the mill be kept.",
        "Friday",
        "Demand or appeal: The union demanded on Friday that the mill be kept",
    ),
    ("other", [], "The inn closed in 1939 and, after the war, burned.", "1939", "The inn closed in 1939"),
    # places and agencies before a report, and marks of Markdown
    ("other", [], "PARIS (Agency) — The port lost its bell on Friday.", "Friday", "The port lost its bell on Friday"),
    ("other", [], "NEW YORK, May 3 - The port lost a bell on Friday.", "Friday", "The port lost a bell on Friday"),
    ("other", [], "St. Louis (Agency) -- The port lost a bell on Friday.", "Friday", "The port lost a bell on Friday"),
    (
        "other",
        [],
        "The port - a bell of the Navy - fell on Friday.",
        "Friday",
        "The port - a bell of the Navy - fell on Friday",
    ),
    (
        "other",
        [],
        "The ferry *Marina* and the _Ana_ sank on Friday.",
        "Friday",
        "The ferry Marina and the Ana sank on Friday",
    ),
    ("other", [], "The [old port](https://a.example/b) sank on Friday.", "Friday", "The old port sank on Friday"),
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
