"""Whether a row is worth having, and how much it matters."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.document import extract
from loaders.extract.events.worth import Weights, say_weight, share, worth_of_rows
from loaders.records import Document
from loaders.vocabulary import FOLDER, load_vocabulary

VOCABULARY = load_vocabulary()


def test_the_share_is_that_of_the_sum() -> None:
    assert share(frozenset(), {}) == 0.5
    assert share(frozenset({"in a list", "long ago"}), {"always": -1.0, "in a list": 1.0}) == 0.5
    assert share(frozenset({"in a list"}), {"in a list": 3.0}) > 0.95


def test_the_weight_tells_its_strongest_reasons() -> None:
    weights = {"in the lead": 2.0, "told by the headline": 1.0, "long ago": -3.0}
    assert say_weight(frozenset({"in the lead", "told by the headline"}), 0.95, weights) == (
        "in the lead, told by the headline"
    )
    assert say_weight(frozenset({"in the lead", "long ago"}), 0.27, weights) == "long ago"


def test_a_language_without_weights_keeps_every_row() -> None:
    assert worth_of_rows("xx", FOLDER) == Weights({}, {})


KEPT = [
    ("The dockers of Kelna walked out on Thursday.", True),
    # attribution deep in a text is no row, in its lead it can be
    ("The old port of Kelna is very large.\n\n" * 9 + "Ann Lee said on Thursday that the port was large.", False),
    ("Every year thousands of tourists are expected in Kelna.", False),
    # a state, a survey and a reporter's note about his own work are none
    # to have a talk is done
    ("Ann Lee had a long telephone conversation with Bo Zhao on Thursday.", True),
    ("The port of Kelna was the largest of the coast in 1951.", False),
    # what is being done, and appearing before somebody, are no states
    ("The search off Kelna was being joined by four ferries on Thursday.", True),
    ("Ann Lee appeared before a judge in Kelna on Thursday.", True),
    # what was not done is no happening, and a refusal is
    ("Ann Lee of Kelna hadn't paid for the ferry on Thursday.", False),
    ("The council of Kelna did not vote on the toll on Thursday.", True),
    ("A poll conducted on Thursday found that the voters of Kelna liked the mayor.", False),
    ("Dockers in Kelna walked out on Thursday.\n\nThe owners did not return a call on Thursday.", True),
    ("The owners of the port did not return a call on Thursday.", False),
]


@pytest.mark.parametrize(("text", "kept"), KEPT)
def test_what_is_kept(text: str, kept: bool) -> None:
    document = Document("d", "d.txt", text, published=datetime(2024, 5, 10))
    assert bool(extract(document, VOCABULARY).mentions) == kept


def test_the_first_news_is_main_and_what_was_long_ago_is_not() -> None:
    text = "Dockers in Kelna walked out on Thursday.\n\nThe port was founded in 1951 and lost its last ferry in 1987."
    mentions = extract(Document("d", "d.txt", text, published=datetime(2024, 5, 10)), VOCABULARY).mentions
    assert [mention.main for mention in mentions] == [True, *[False] * (len(mentions) - 1)]
    assert all(0 < mention.weight < 1 and mention.weight_why for mention in mentions)


def test_a_further_talk_is_a_row_of_its_own_beside_what_the_document_is_about() -> None:
    text = (
        "KELNA - President Xi Jinping met Raúl Castro in Kelna on Thursday to speak about the docks.\n\n"
        "Raúl Castro also held a meeting with leaders of the dockers of Kelna."
    )
    document = Document("d", "d.txt", text, published=datetime(2024, 5, 10))
    mentions = extract(document, VOCABULARY).mentions
    assert [(mention.event_type, mention.main) for mention in mentions] == [("meeting", True), ("meeting", False)]


LIVE = """\
The flood of Orvana, live

09:30 GMT - Boats reach the island
Ann Lee said that the water was as high as the roofs.

10:15 GMT - Thieves arrested
Soldiers arrested two thieves in Orvana.

11:00 GMT - Rain stops
The crews left the island.
"""
DIGEST = """\
Five things from Kelna

1/ The council of Kelna closed the old harbour.

2/ The ferry company of Orvana dismissed forty sailors.

3/ Dockers elected Bo Zhao as their speaker.
"""
ANNOUNCED = """\
Ann Lee to visit Kelna on 20 May

The minister of ports, Ann Lee, will arrive in Kelna on 20 May to open the new docks.
"""
CAPTION = """\
Ferries wait off Orvana

File photo, Ann Lee speaks at a meeting in Kelna about the old docks.
"""
TOLD = [
    # in a live report what somebody only said is no row, what was done is one
    (
        LIVE,
        ["2024-05-10T09:30 other", "2024-05-10T10:15 arrest", "2024-05-10T11:00 other", "2024-05-10T11:00 departure"],
    ),
    # each item of a digest is news of the day
    (DIGEST, ["2024-05-10 other", "2024-05-10 departure", "2024-05-10 election"]),
    # an infinitive in a headline announces what is to come
    (ANNOUNCED, ["2024-05-20 visit"]),
    # the caption of an old picture is no news
    (CAPTION, []),
]


@pytest.mark.parametrize(("text", "rows"), TOLD)
def test_what_is_told_by_text_of_a_kind(text: str, rows: list[str]) -> None:
    mentions = extract(Document("d", "d.txt", text, published=datetime(2024, 5, 10)), VOCABULARY).mentions
    assert [f"{mention.edtf} {mention.event_type}" for mention in mentions] == rows


def test_a_line_does_not_tell_the_number_of_its_item() -> None:
    mentions = extract(Document("d", "d.txt", DIGEST, published=datetime(2024, 5, 10)), VOCABULARY).mentions
    assert mentions[0].line == "The council of Kelna closes the old harbour"
