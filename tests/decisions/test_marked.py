"""Where words stand that a reader marked: a text, the words as the page shows them, what stands before them, the place."""

from __future__ import annotations

import pytest

from loaders.decisions.marked import find_marked

TEXT = "# The ferry\n\nIt *sails* on\nMonday. It [stays](http://kelna.example) on Friday. It *sails* on Monday."
FOUND = [
    ("The ferry", "", "The ferry"),
    ("It sails on Monday", "", "It *sails* on\nMonday"),
    ("It sails on Monday", "stays on Friday. ", "It *sails* on Monday"),
    ("stayson", "", "stays](http://kelna.example) on"),
    ("It stays on Friday", "", "It [stays](http://kelna.example) on Friday"),
    ("The ferry It sails", "", "The ferry\n\nIt *sails"),
    ("  It sails ", "", "It *sails"),
    ("on Friday.", "", "on Friday."),
]
NOT_FOUND = ["It sinks", "", "***", "Monday It", "sails" * 300]


@pytest.mark.parametrize(("words", "before", "expected"), FOUND)
def test_words_are_found_as_they_stand_in_the_text(words, before, expected):
    place = find_marked(TEXT, words, before)
    assert place is not None and TEXT[slice(*place)] == expected


@pytest.mark.parametrize("words", NOT_FOUND)
def test_words_that_do_not_stand_there_are_not_found(words):
    assert find_marked(TEXT, words) is None


def test_signs_without_end_take_no_time():
    assert find_marked("a" + "*" * 20_000 + "b", "a* " * 500 + "c") is None
    assert find_marked("a" + "](#)" * 5_000 + "b", "a c") is None
