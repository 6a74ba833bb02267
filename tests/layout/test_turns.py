"""Whose turn each paragraph of a transcript is: texts as different houses write them, and texts that are none."""

from __future__ import annotations

import pytest

from loaders.layout.sentences import split_paragraphs
from loaders.layout.turns import find_turns


def turns(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*turn.name)], text[turn.start : turn.end]) for turn in find_turns(text, split_paragraphs(text))]


HEARD = [("Mole", "It leaks."), ("Fern", "Since when?"), ("Mole", "Since May."), ("Fern", "Thank you.")]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (("MS. MOLE:", "MR. FERN:"), ("MS. MOLE", "MR. FERN")),
        (("Ms. Mole:", "Mr. Fern:"), ("Ms. Mole", "Mr. Fern")),
        (("Tina Mole:", "The Minister for Dams and Ports:"), ("Tina Mole", "The Minister for Dams and Ports")),
        (("**Tina Mole:**", "**Fern**:"), ("Tina Mole", "Fern")),
        (("TINA MOLE, HARBOUR DESK:", "BEN FERN, HOST OF THE HOUR (voice-over):"), ("TINA MOLE", "BEN FERN")),
        (("TINA MOLE, harbour engineer:", "BEN FERN, host:"), ("TINA MOLE", "BEN FERN")),
        (("Ms. Mole (Keland) (spoke in French):", "The President:"), ("Ms. Mole", "The President")),
        (("Ms MOLE (Weir):", "Mr FERN (Marsh—Minister for Dams):"), ("Ms MOLE", "Mr FERN")),
        (("Ms. MOLE.", "The CHAIRMAN."), ("Ms. MOLE", "The CHAIRMAN")),
        (("Ms. Mole.", "Senator Fern."), ("Ms. Mole", "Senator Fern")),
        (("Ms. MOLE of Weir.", "Chairman Fern.—"), ("Ms. MOLE of Weir", "Chairman Fern")),
        (("MS. MOLE:", "Q   "), ("MS. MOLE", "Q")),
        (("A.", "Q."), ("A", "Q")),
        (("**A:**", "**Q:**"), ("A", "Q")),
        (("[10:02:15] MOLE:", "[10:02:40] FERN:"), ("MOLE", "FERN")),
        (("Ms Mole\n\n", "The Prime Minister\n\n"), ("Ms Mole", "The Prime Minister")),
        (("MOLE:\n\n", "FERN:\n\n"), ("MOLE", "FERN")),
        (("MOLE.", "FERN."), ("MOLE", "FERN")),
        (("Q1 Tina Mole:", "Dr Fern:"), ("Tina Mole", "Dr Fern")),
        (("Tina Mole\n(Weir) (Lab)\n\n", "The Minister for Dams (Ben Fern)\n\n"), ("Tina Mole", "Ben Fern")),
        (("– Tina Mole:", "— Ben Fern:"), ("Tina Mole", "Ben Fern")),
        (("Tina Mole  00:01\n", "Ben Fern (1:02:03)\n"), ("Tina Mole", "Ben Fern")),
        (("Tina Mole (Weir) (Lab):", "The Minister for Dams (Ben Fern):"), ("Tina Mole", "Ben Fern")),
    ],
)
def test_labels_of_turns(labels, names):
    text = "\n\n".join(f"{labels[place % 2]} {words}" for place, (_, words) in enumerate(HEARD))
    assert turns(text) == [(names[place % 2], words) for place, (_, words) in enumerate(HEARD)]


def test_a_turn_goes_on_over_paragraphs_and_what_stands_in_brackets_is_none():
    text = "MOLE: One.\n\nTwo.\n\n(Applause.)\n\nThree.\n\nFERN: Four.\n\n[Laughter]\n\nMOLE: Five.\n\nFERN: Six."
    said = [
        ("MOLE", "One."),
        ("MOLE", "Two."),
        ("MOLE", "Three."),
        ("FERN", "Four."),
        ("MOLE", "Five."),
        ("FERN", "Six."),
    ]
    assert turns(text) == said


def test_a_label_with_an_office_and_a_surname_alone_are_one_speaker():
    assert len(turns("TINA MOLE, ENGINEER: One.\n\nBEN FERN, HOST: Two.\n\nMOLE: Three.\n\nIDA ROE: Four.")) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Name: Tina Mole\n\nPort: Weir\n\nName: Ben Fern\n\nPort: Marsh",
        "Breakfast: Eggs.\n\nLunch: Soup.\n\nDinner: Fish.\n\nSupper: Bread.",
        "UPDATE: It is shut.\n\nWATCH: A boat.\n\nUPDATE: It is open.\n\nREAD: More.",
        "MOLE: One.\n\nFERN: Two.\n\nMOLE: Three.",
        "BOAT OF THE DAY: The Heron.\n\nCREW OF THE RACE: The Marsh.\n\nBOAT OF THE RACE: The Teal.\n\nSAIL: The Ibis.",
        "July 2003: A storm.\n\nMay 2004: A flood.\n\nMay 2004: A drought.\n\nJuly 2003: A frost.",
        "Ports And Ships\n\nWeir is deep.\n\nMore News\n\nMarsh is dry.\n\nMore News\n\nA storm came.\n\nMen And Mills\n\nIt fell.",
        "From: Tina Mole\n\nSent: Monday.\n\nFrom: Ben Fern\n\nSent: Tuesday.",
        "A boat sank.\n\nA man swam.\n\nA dog barked.\n\nA bell rang.",
        "The Weir\n\nIt was built in May.\n\nThe Marsh\n\nIt was drained in June.",
        "Mr. Mole left. He ran.\n\nMr. Fern stayed. He sat.\n\nMr. Mole came back. He sat.\n\nMr. Fern left. He ran.",
        "Ports:\n\nWeir is deep.\n\nShips:\n\nFour are new.\n\nCrews:\n\nAll are old.\n\nCosts:\n\nMost are known.",
    ],
)
def test_what_is_no_transcript(text):
    assert turns(text) == []


def test_a_letter_that_names_nobody_says_what_it_does():
    found = find_turns(text := "Q: Is it?\n\nA: It is.\n\nQ: Was it?\n\nA: No.", split_paragraphs(text))
    assert [turn.role for turn in found] == ["asks", "answers", "asks", "answers"]


def test_a_numbered_question_names_who_asks_on_a_line_of_its_own() -> None:
    text = "7. Mr. Boyd\n\nIt leaks.\n\nMr. Fern\n\nSince when?\n\nMr. Boyd\n\nSince May.\n\nMr. Fern\n\nThank you.\n"
    assert turns(text) == [(f"Mr. {name.replace('Mole', 'Boyd')}", words) for name, words in HEARD]
