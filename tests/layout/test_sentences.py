"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout.sentences import LONGEST_SENTENCE, split_paragraphs, split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["The talks ended.", "Both sides left."],
        ["Mr. Ruiz met Dr. Lee.", "They spoke."],
        ["The U.S. envoy flew home.", "He slept."],
        ["They met in the U.S.", "The envoy flew home."],
        ["He was born on Sept. 4, 1961, in Lyon.", "She was not."],
        ["No. 10 stayed silent.", "Nobody called."],
        ["J. R. Ortega signed.", "So did A. Lee."],
        ["“We agree.”", "He waved."],
        ["“Really?” she asked.", "Nobody knew."],
        ["It cost 3.5 million.", "Too much!", "Who paid?"],
        ["He said: “Stop.", "Go home.”", "They went."],
        ["Wait … there is more.", "Good."],
        ["会议结束了。", "双方离开。", "谁来了？"],
        ["«Oui.»", "Il partit."],
        ["**“We will.”**", "He left."],
        ["(They agreed.)", "Then it rained."],
    ],
)
def test_sentences(sentences: list[str]) -> None:
    joiner = "" if sentences[0].endswith("。") else " "
    text = joiner.join(sentences)
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("Title\n\nFirst.\n\n\nSecond.", ["Title", "First.", "Second."]),
        ("Title\nFirst line.\nSecond line.", ["Title", "First line.", "Second line."]),
        ("  Padded. \n \t\n Again. ", ["Padded.", "Again."]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert [text[start:end] for start, end in split_paragraphs(text)] == paragraphs


def test_a_line_that_names_its_speaker_was_not_wrapped() -> None:
    lines = ["MINISTER: We will read the text that was handed to us.", "REPORTER: When?", "MINISTER: Soon."]
    text = "\n".join(lines)
    assert [text[start:end] for start, end in split_paragraphs(text)] == lines


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    lines = [
        "The ministers of both countries met on the island for two days and",
        "agreed on a list of projects that their engineers will look into.",
        "",
        "Nothing was signed.",
    ]
    assert len(split_paragraphs("\n".join(lines))) == 2


@given(st.text(alphabet="ab AB.!?“”\"'\n。0", max_size=120))
def test_spans_are_trimmed_ordered_and_cover_every_word(text: str) -> None:
    spans = split_sentences(text)
    assert all(start < end and not text[start].isspace() and not text[end - 1].isspace() for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())


def test_a_sentence_without_an_end_is_cut_at_blanks():
    text = "He said " * 1_000 + "x" * 7_000
    parts = split_sentences(text)
    assert max(end - start for start, end in parts) <= LONGEST_SENTENCE
    assert "".join(text[start:end] for start, end in parts).replace(" ", "") == text.replace(" ", "")


def test_rows_items_and_headings_are_never_wrapped() -> None:
    """Though each line is as long as those of a text that was wrapped by hand."""
    lines = [
        "| 12 June 1998 | The town of Weir buys the old dam from the crown |",
        "| Early 1999   | The new ferry line between the two towns is opened |",
        "- In May the mill of the Marsh was sold to a company of the coast",
        "- In June it burned down to the last beam, and nobody knows why it did",
        "## What came of the dam, of the mill and of the ferry line between them",
        "Nothing came of them, as the careful reader of this table will have seen",
    ]
    text = "\n".join(lines)
    assert [text[start:end] for start, end in split_paragraphs(text)] == lines


NOTES = [
    ("It closed.[20] Then it rained.", ["It closed.[20]", "Then it rained."]),
    ("It closed.[20][21]Then it rained.", ["It closed.[20][21]", "Then it rained."]),
    ("It closed.[a]:12 Then it rained.", ["It closed.[a]:12", "Then it rained."]),
    ("See a.b[i]Then and c.", ["See a.b[i]Then and c."]),
]


@pytest.mark.parametrize(("text", "sentences"), NOTES, ids=str)
def test_numbers_of_notes_stay_with_the_sentence_before(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in split_sentences(text)] == sentences
