"""Whose words they are: bodies before a colon, signatures below, who answers, asides with other names, sources of one's own."""

from __future__ import annotations

import pytest

from loaders.extract.leaders import find_people
from loaders.extract.quotes import find_quotes
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def said(text: str) -> list[tuple[str, str]]:
    quotes = find_quotes(text, find_people(text, VOCABULARY, None))
    return [(quote.speaker or quote.speaker_text, quote.text) for quote in quotes]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The wood is old, as all know - Port Research: “All of the samples were old.”", "Port Research", "All of"),
        ("The Port League, a lobby of builders, sent one sentence: “This is not right.”", "The Port League", "This is"),
        (
            "She did not think it would last: “Once the storms come, it goes,” Oda Lien predicted.",
            "oda-lien",
            "Once the",
        ),
        (
            "Lien — mentioned by the Courier as a candidate for mayor — told Port News that “nobody asked the ferrymen.”",
            "Lien",
            "nobody asked",
        ),
        ("It kept her “busy,” according to her lawyers in a letter.", "her lawyers", "busy"),
        ("“The sea is rough,” said the harbour master, Torrel Vang.", "torrel-vang", "The sea"),
        ("“The sea is rough,” said one of the divers, Torrel Vang.", "torrel-vang", "The sea"),
        (
            "Oda Lien, a teacher, said that according to its analysis the league won, but “we are still counting.”",
            "oda-lien",
            "we are",
        ),
        ("“It is only wood.”\nOda Lien, builder", "Oda Lien", "It is only"),
        ("“It is only wood.”\nOda Lien, 54, of Sorvik\n\nNobody came.", "oda-lien", "It is only"),
    ],
)
def test_whose_words(text: str, speaker: str, words: str) -> None:
    assert [found for found, quoted in said(text) if words in quoted][:1] == [speaker]


def test_a_noun_before_a_quotation_that_stands_alone_says_nothing() -> None:
    assert "some" not in [
        speaker for speaker, _ in said("Oda Lien spoke. Here are some highlights.\n\n“It is only wood.”")
    ]


def test_an_office_that_listens_is_no_part_of_the_words() -> None:
    text = "Ambassador Oda Lien came. Premier Erik Vang told the Ambassador on May 14 that the pier was lost."
    assert said(text)[-1] == ("erik-vang", "that the pier was lost")


def test_who_answers_is_the_other() -> None:
    text = "Oda Lien met Erik Vang. She told him that the pier was lost. “I know,” he replied."
    assert [speaker for speaker, _ in said(text)] == ["oda-lien", "erik-vang"]


def test_the_text_tells_the_gender_of_a_strange_name() -> None:
    text = "Oda Lien, the mayor, spoke. She said the pier was old. Erik Vang, a builder, came. He said it was lost."
    assert [speaker for speaker, _ in said(text)] == ["oda-lien", "erik-vang"]


def test_a_line_below_that_is_a_sentence_signs_nothing() -> None:
    assert said("“It is only wood.”\nOda Lien, the builder, left on Monday.") == []


def test_a_life_is_told_of_the_one_whose_name_opens_its_paragraphs() -> None:
    text = (
        "Oda Brekke, the engineer, died on Friday. She was 91.\n\nHer daughter, Ida Brekke, said that it was pneumonia.\n\n"
        "Ms. Brekke was born in Sorvik and left for the capital. Ms. Brekke was hired by the port.\n\n"
        "“They thought I was a typist,” she said in 1990."
    )
    assert said(text)[-1] == ("oda-brekke", "They thought I was a typist,")


def test_names_in_marks_in_the_head_of_a_mail_are_no_quotes() -> None:
    mail = 'From: "Lien, Oda"\nSent: Tuesday, May 26, 2015 10:03 AM\nTo: "Vang, Erik"\n\nErik Vang said “the pier is old.”\n'
    assert said(mail) == [("erik-vang", "the pier is old.")]
