"""Topics and the terms that show them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.terms import Terms, fold
from loaders.extract.topics import find_topics
from loaders.vocabulary import load_vocabulary

TERMS = Terms({"vaccin*": 1, "belt and road": 2, "road": 3, "5g": 4, "新冠": 5, "u.s. embargo": 6})

FOUND = [
    ("Vaccination began; the vaccine was new.", [("Vaccination", 1), ("vaccine", 1)]),
    ("along the Belt  and\nRoad", [("Belt  and\nRoad", 2)]),
    ("the roads, the road", [("road", 3)]),
    ("a 5G mast", [("5G", 4)]),
    ("15G and 5Ge", []),
    ("防控新冠肺炎", [("新冠", 5)]),
    ("the U.S. embargo’s end", [("U.S. embargo", 6)]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_terms_are_found_as_whole_words_the_longest_first(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(text[start:end], label) for start, end, label in TERMS.find(text)] == expected


TOPICS = [
    ("Both sides want to expand trade.", {"trade-and-investment"}),
    ("The island bought two million doses of vaccine.", {"health"}),
    ("Nothing of note was said.", set()),
    ("The two Koreas spoke of reunification, the Catalans of secession.", set()),
]


@pytest.mark.parametrize(("text", "expected"), TOPICS)
def test_topics_of_the_vocabulary(text: str, expected: set[str]) -> None:
    found = find_topics(text, load_vocabulary())
    assert {mention.topic_id for mention in found} >= expected
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert bool(found) == bool(expected)


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="aAbB 5gvrod新冠’'-.\n", max_size=80))
def test_any_text_is_searched(text: str) -> None:
    last = 0
    for start, end, _ in TERMS.find(text):
        assert last <= start < end <= len(text)
        last = end
