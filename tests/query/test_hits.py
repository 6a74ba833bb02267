"""Where the words of a search are marked: in just the texts that the search finds, and nowhere else in them."""

from __future__ import annotations

import unicodedata

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.query.hits import count_terms, find_hits, passage
from loaders.query.selection import _holds, search_terms

HITS = [
    ("The ferry left; ferries follow.", "ferr", ["ferr", "ferr"]),
    ("The ferry left.", "FERRY left", ["ferry", "left"]),
    ("Talks on the Río Verde dam", "rio verde", ["Río", "Verde"]),
    ("Talks on the Río-Verde dam", '"rio verde"', ["Río-Verde"]),
    ("The Rio Verdes dam", '"rio verde"', []),
    ("the U.S. and us", "U.S.", ["U.S"]),
    ("plus signs (a+b) and [brackets]", "a+b", ["a+b"]),
    ("会谈在雅加达举行", "雅加达", ["雅加达"]),
    ("Zoë and ZOE", "zoe", ["Zoë", "ZOE"]),
    ("Ostrava bay", "ostrava “ostrava bay”", ["Ostrava bay"]),
    ("nothing here", "", []),
    ("nothing here", "—…", []),
]


@pytest.mark.parametrize(("text", "words", "marked"), HITS)
def test_what_is_marked(text, words, marked):
    assert [text[start:end] for start, end in find_hits(text, words)] == marked


def test_a_text_with_its_accents_apart_is_marked_where_it_is_read():
    text = unicodedata.normalize("NFD", "Le café de Zoë ferme")
    marked = [unicodedata.normalize("NFC", text[start:end]) for start, end in find_hits(text, "cafe zoë")]
    assert marked == ["café", "Zoë"]


SIGNS = st.text(alphabet="aBé ñ-.,“”’ İßA1会", max_size=14)


@given(text=SIGNS, words=SIGNS)
def test_terms_are_counted_where_the_search_finds_them(text, words):
    terms = [term for term in search_terms(words) if "İ" not in term]
    with duckdb.connect() as connection:
        found = [connection.execute(f"SELECT {_holds('?', term)}", [text, term]).fetchall()[0][0] for term in terms]
    assert sum(found) == count_terms(text.replace("İ", " "), " ".join(f"“{term}”" for term in terms)) or "İ" in text


@pytest.mark.parametrize(
    ("text", "words", "length", "shown"),
    [
        ("A short one.", "short", 40, "A short one."),
        ("One two three four five six seven eight nine ten", "nine", 20, "…nine ten"),
        ("One two three four five six seven eight nine ten", "one", 20, "One two three four…"),
        ("Lines\nbroken   here", "broken", 60, "Lines broken here"),
        ("Not in it, and longer than what is shown", "absent", 12, "Not in it,…"),
    ],
)
def test_a_passage_holds_the_first_hit(text, words, length, shown):
    assert passage(text, words, length) == shown
