"""Where the words end that name a speaker, and verbs of saying with which nothing is said."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.leaders import find_people
from loaders.extract.quotes import find_quotes
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def rows(text: str) -> list[tuple[str, str]]:
    return [
        (one.text, one.speaker_text) for one in find_quotes(text, find_people(text, VOCABULARY, datetime(2021, 9, 1)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An adverb, a place or a time is no part of a name
        ("“It leaks,” said Nell quietly from the back.", [("It leaks,", "Nell")]),
        ("“It leaks,” said Nell from her boat.", [("It leaks,", "Nell")]),
        ("“It leaks,” said Nell of the Weir.", [("It leaks,", "Nell of the Weir")]),
        ("The Port Council this week said the dam leaks.", [("the dam leaks", "The Port Council")]),
        ("The union last night said the dam leaks.", [("the dam leaks", "The union")]),
        ("LIMA, March 3 - The port's office said the dam leaks.", [("the dam leaks", "The port's office")]),
        ("LIMA, March 3 - Nell's office said the dam leaks.", [("the dam leaks", "Nell's office")]),
        # Whoever says "we" has no name, also with its verb drawn in
        ("As we've said, the dam leaks.", [("the dam leaks", "we")]),
        ("As they’ve said, the dam leaks.", [("the dam leaks", "they")]),
        # What stands after "that" tells of the statement
        ("The dam leaks, the port said in a statement that was sent to the union.", [("The dam leaks", "the port")]),
        ("The port said in a statement that the dam leaks.", [("that the dam leaks", "The port")]),
        ("“It leaks,” said one of the survivors, Odd Lien, from a boat.", [("It leaks,", "Odd Lien")]),
        ("After the flood a diver of the port said that it leaks.", [("that it leaks", "a diver of the port")]),
        # Of which day something is belongs to it
        ("Ana Ruiz condemned the raid of 3 March.", [("the raid of 3 March", "Ana Ruiz")]),
        # A grave accent opens what an apostrophe closes
        ("`The dam leaks,' said Ana Ruiz.", [("The dam leaks,", "Ana Ruiz")]),
        ("`It leaks,’ Ana Ruiz said. The file `dam` is lost.", [("It leaks,", "Ana Ruiz")]),
    ],
)
def test_where_a_speaker_begins_and_ends(text: str, expected: list[tuple[str, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The high court dismissed the appeal.",
        "The judge dismissed all charges on Friday.",
        "The board dismissed its director.",
        "The town observed a minute's silence.",
        "Her crew claimed the trophy.",
        "The firm declared a dividend.",
        "The crew posted a loss.",
        "The envoy called on the minister at noon.",
        "The police pressed charges.",
        "The army attacked the village at noon.",
        "Divers found a body under the pier.",
        "The court extended the ban.",
        "Peru recalled its ambassador.",
        "The port rejected the bid.",
        "The two sides agreed a price.",
        "Ana Ruiz called the police.",
        "The man pleaded guilty.",
        "Waves hammered the coast.",
        "It was sold to a firm called Lien Works.",
        "The effect was seen in a process called drift.",
        "Here is what you can expect.",
    ],
)
def test_a_deed_is_no_statement(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The minister dismissed the report as nonsense.",
        "Ana Ruiz claimed that the title was hers.",
        "Ana Ruiz called on the minister to resign.",
        "The port declared that the dam leaks.",
    ],
)
def test_a_statement_with_the_same_verb_is_one(text: str) -> None:
    assert len(rows(text)) == 1
