"""People whom no vocabulary knows: what shows that a string of capitals is one, and which spellings are the same person."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.leaders import find_people
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def people(text: str) -> list[tuple[str, str | None]]:
    return [
        (person.text, person.leader_id)
        for person in find_people(text, VOCABULARY, datetime.fromisoformat("2021-09-01"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What only people do or suffer
        ("Ilvar Tessen resigned.", [("Ilvar Tessen", "ilvar-tessen")]),
        ("Ilvar Tessen was later arrested.", [("Ilvar Tessen", "ilvar-tessen")]),
        ("Ilvar Tessen was born in Oran.", [("Ilvar Tessen", "ilvar-tessen")]),
        ("Northgate Mills was sold.", []),
        # An office with its country is nobody's name, nor is a title before a name that is known
        ("The Nigerian Governor-General resigned.", []),
        ("They met with Florida Sen. Xi Jinping.", [("Xi Jinping", "xi-jinping")]),
        # The shape of the name itself
        ("The prize went to Ilvar K. Tessen.", [("Ilvar K. Tessen", "ilvar-k-tessen")]),
        ("The prize went to Joost van der Tessen.", [("Joost van der Tessen", "joost-van-der-tessen")]),
        ("They freed Suleim bin Tarrak.", [("Suleim bin Tarrak", "suleim-bin-tarrak")]),
        ("The prize went to Gui Lanmei.", [("Gui Lanmei", "gui-lanmei")]),
        ("The prize went to Ahn Min-rae.", [("Ahn Min-rae", "ahn-min-rae")]),
        ("They walked to Park Lane.", []),
        ("It ended with Oran Realism.", []),
        # A surname that is a common word
        (
            "Park Sol, a minister, left. Minister Park and Mr. Park are one.",
            [("Park Sol", "park-sol"), ("Park", "park-sol"), ("Park", "park-sol")],
        ),
        # A title stands only with the surname
        (
            "They received Orvo Tessen. Minister Tessen spoke.",
            [("Orvo Tessen", "orvo-tessen"), ("Tessen", "orvo-tessen")],
        ),
        # A surname in capitals, before or after the given name
        (
            "Minister TESSAI Yorio arrived. Yorio Tessai rested. Tessai slept.",
            [("TESSAI Yorio", "yorio-tessai"), ("Yorio Tessai", "yorio-tessai"), ("Tessai", "yorio-tessai")],
        ),
        ("Minister Yorio TESSAI arrived.", [("Yorio TESSAI", "yorio-tessai")]),
        (
            "Ambassador AHN Min-rae arrived. Min-rae Ahn slept. Ahn Minrae woke.",
            [("AHN Min-rae", "ahn-min-rae"), ("Min-rae Ahn", "ahn-min-rae"), ("Ahn Minrae", "ahn-min-rae")],
        ),
        # The other order, where the document has both
        (
            "Minister Tessai Yorio arrived. Yorio Tessai slept.",
            [("Tessai Yorio", "tessai-yorio"), ("Yorio Tessai", "tessai-yorio")],
        ),
        # Initials for the given names
        (
            "Ilvar Oma Tessen was born here. IO Tessen said so.",
            [("Ilvar Oma Tessen", "ilvar-oma-tessen"), ("IO Tessen", "ilvar-oma-tessen")],
        ),
        ("Minister KP Tessen arrived.", [("KP Tessen", "kp-tessen")]),
        # A particle opens the surname
        (
            "Hamid el-Tarrak, a lawyer, left. El-Tarrak said so.",
            [("Hamid el-Tarrak", "hamid-el-tarrak"), ("El-Tarrak", "hamid-el-tarrak")],
        ),
        # A dash parts two names, a hyphen does not
        ("Talks - Ilvar Tessen said so.", [("Ilvar Tessen", "ilvar-tessen")]),
        # A line broken for its length parts no name, a short one does
        (
            "The committee then sent for the director of the works Ilvar\nTessen, who said that the works were long since closed.\n",
            [("Ilvar\nTessen", "ilvar-tessen")],
        ),
        ("Ilvar\nTessen, who slept, woke.", []),
        # Who stands in one list with people, and whom one does to people only
        (
            "Police arrested Milo Brandsen, Idun Kvist and Torrel Elgin.",
            [("Milo Brandsen", "milo-brandsen"), ("Idun Kvist", "idun-kvist"), ("Torrel Elgin", "torrel-elgin")],
        ),
        ("In Palma Verda, Ana Ruiz and Bo Elgin met.", [("Ana Ruiz", "ana-ruiz"), ("Bo Elgin", "bo-elgin")]),
        ("Northgate Mills and Palma Verda were sold.", []),
        # An office within another's title is nobody named
        ("President Ana Ruiz left. An adviser to the president stayed.", [("Ana Ruiz", "ana-ruiz")]),
        # A role before a single word makes no name of it
        ("They wanted an independent Tessenland.", []),
        # One word alone, of which it is told what only people do, suffer or have
        ("Tessen was born in Oran. In 285 BC Tessen sailed.", [("Tessen", "tessen"), ("Tessen", "tessen")]),
        ("Tessen died in May.", [("Tessen", "tessen")]),
        ("Tessen was elected chairman.", [("Tessen", "tessen")]),
        ("They saw the murder of Tessen.", [("Tessen", "tessen")]),
        ("Tessen's nephew ruled.", [("Tessen", "tessen")]),
        ("Her brother, Tessen, ruled.", [("Tessen", "tessen")]),
        ("Tessen crossed the river. Tessen fled in May.", [("Tessen", "tessen"), ("Tessen", "tessen")]),
        ("Tessen replied in May.", []),
        ("Tessen was elected in May.", []),
        ("Tessen died in May. They lived in Tessen.", []),
        ("Tessen died in May. The Tessen Mission stayed.", []),
        ("Nine Tessenists died. The Tessen died.", []),
        ("Canada's father was born.", []),
        ("Tessen was a great general. It was Tessen.", [("Tessen", "tessen"), ("Tessen", "tessen")]),
        ("Tessen was a rival of Oran.", []),
        ("Alarmed, the Roman general left.", []),
        ("The navigator\n\nTessen sailed in May.", []),
        # The party to a case, without an article
        (
            "Appellant Ilvar Tessen, whom respondent sued, left. Appellant answered.",
            [("Ilvar Tessen", "ilvar-tessen"), ("Appellant", "ilvar-tessen")],
        ),
        # A role that opens a sentence, a saint in a name, a given name that is a thing as well
        ("Pilot Ilvar Tessen landed.", [("Ilvar Tessen", "ilvar-tessen")]),
        ("General Ilvar de Santa Oda landed.", [("Ilvar de Santa Oda", "ilvar-de-santa-oda")]),
        ("Bill Tessen landed.", [("Bill Tessen", "bill-tessen")]),
        ("The Farm Bill passed.", []),
    ],
)
def test_people_whom_nothing_but_the_text_knows(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert people(text) == expected


def test_a_surname_of_several_leaders_is_whose_of_them_was_in_office() -> None:
    text = "Clinton signed the farm bill in the United States."
    found = find_people(text, VOCABULARY, datetime.fromisoformat("1997-06-04"))
    assert [(person.text, person.leader_id) for person in found] == [("Clinton", "bill-clinton")]
    assert find_people(text, VOCABULARY, datetime.fromisoformat("2022-06-04")) == []


def test_who_in_small_letters_is_no_health_organization() -> None:
    text = "Ilvar Tessen, the congressman who resigned, was arrested."
    found = find_people(text, VOCABULARY, datetime.fromisoformat("2021-09-01"))
    assert [person.acts_for for person in found if person.leader_id == "ilvar-tessen"][:1] == [None]
