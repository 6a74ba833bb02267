"""Very long texts: read in parts, each finding at its place; one finder's fault costs its own findings only."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract import document as reading
from loaders.extract.document import extract
from loaders.extract.parts import LONGEST, cut_parts, without_numbers
from loaders.records import Document
from loaders.rows import make_rows
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
TOLD = "Ms. Ana Ruiz closed the port of Kelna on 3 March 2020. “It was time,” Ruiz said.\n\n"


def read(text: str) -> reading.Findings:
    return extract(Document("d", "d.txt", text, published=datetime(2023, 5, 5)), VOCABULARY)


def test_parts_are_all_of_a_text_and_end_between_paragraphs():
    text = TOLD * 6_000
    parts = list(cut_parts(text))
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end - start <= LONGEST for start, end in parts)
    assert all(text[start - 2 : start] == ".\n" or text[start : start + 2] == "\n\n" for start, _ in parts[1:])
    assert list(cut_parts("x" * (2 * LONGEST + 5)))[-1] == (2 * LONGEST, 2 * LONGEST + 5)


def test_what_is_found_in_a_later_part_points_into_the_whole():
    text = TOLD * 3_000
    found = read(text)
    assert len(found.quotes) == 3_000
    assert {text[quote.start : quote.end] for quote in found.quotes} == {"It was time,"}
    assert {text[date.start : date.end] for date in found.dates} == {"3 March 2020"}
    assert {text[slice(*mention.sentences[0])].split()[0] for mention in found.mentions} == {"Ms."}


def test_rows_of_numbers_are_no_prose():
    table = "1234 5678 91.5 12\n" * 500
    blank = without_numbers(f"{TOLD}{table}")
    assert blank.startswith(TOLD)
    assert not blank[len(TOLD) :].strip()
    assert len(blank) == len(TOLD + table)
    assert without_numbers("In 1914 and 1915\n1916\n") == "In 1914 and 1915\n1916\n"


@pytest.mark.parametrize(
    "fragment", ["said ", "he said ", "on Tuesday, ", 'Xi said "a" and ', "3 May 2021 ", "(said “"]
)
def test_what_repeats_itself_is_read_to_its_end(fragment):
    assert read(fragment * (60_000 // len(fragment))).faults == ()


def test_a_text_that_names_too_many_things_is_read_in_part_and_says_so(monkeypatch):
    monkeypatch.setattr(reading, "MOST_FINDINGS", 50)
    monkeypatch.setattr(reading, "DENSE", 100)
    found = read(TOLD * 3_000)
    assert 0 < len(found.quotes) < 3_000
    (row,) = make_rows(found, VOCABULARY)["documents"]
    assert row["problem"].startswith("Only the first 1")


def test_a_fault_in_one_finder_costs_only_what_it_would_have_found(monkeypatch):
    def stumble(*_: object) -> list[object]:
        raise KeyError("a hole")

    monkeypatch.setattr(reading, "find_quotes", stumble)
    found = read(TOLD)
    assert (len(found.quotes), len(found.dates), len(found.mentions)) == (0, 1, 1)
    (row,) = make_rows(found, VOCABULARY)["documents"]
    assert "quotes: KeyError: 'a hole'" in row["problem"]
