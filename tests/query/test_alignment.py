"""Two accounts side by side: the pairs of the two digests of the call of 30 August 2021, each read and found right."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.document import extract
from loaders.query.alignment import ALIKE, Pair, Statement, align_statements, make_statements, score_statements
from loaders.records import Document
from loaders.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT.parent / "shared" / "documents"

PAIRS = [
    ("Diaz-Canel passed on the sincere regards", "During the call Diaz-Canel delivered warm greetings"),
    ("Xi asked him to give", "Xi in turn asked Diaz-Canel"),
    ("Xi Jinping pointed out that the Cuban comrades", "Xi stressed that the Cuban comrades"),
    ("Communists have always fought", "History shows that the road"),
    ("China holds that every country", "China, Xi said, continues to hold"),
    ("It supports Cuba, as ever", "China has at all times stood by Cuba"),
    ("China will keep helping Cuba", "As far as its means allow, China will go on helping"),
    ("Xi Jinping emphasized that generations of leaders", "Xi pointed out that one generation of leaders"),
    ("Whatever happens, neither the policy", "However things turn out, China will give up"),
    ("China wants to be a companion", "Xi also said the two could set an example"),
    ("In international bodies both", "Both should also coordinate better"),
]

ONLY_FIRST = ["Diaz-Canel expressed thanks for long", "Cuba stands firmly by the one-China policy"]


def account(path: Path, published: datetime) -> list[Statement]:
    """The statements of the call with the Cuban president, as one document gives them."""
    document = Document(path.name, path.name, path.read_text(encoding="utf-8"), published=published)
    findings = extract(document, load_vocabulary())
    call = next(m for m in findings.mentions if m.event_type == "call" and "miguel-diaz-canel" in m.leaders)
    quotes = [(quote.start, quote.end, quote.speaker, quote.cue) for quote in findings.quotes]
    return make_statements(document.text, sorted(call.sentences), quotes)


def pairs_of_digests() -> list[Pair]:
    folder = ROOT / "data" / "documents"
    first = account(folder / "call-with-havana.txt", datetime(2021, 8, 31))
    second = account(folder / "calls-with-cuba-and-ecuador.txt", datetime(2021, 8, 30))
    return align_statements(first, second)


def test_the_two_accounts_of_the_call() -> None:
    found = [(pair.first.text, pair.second.text) for pair in pairs_of_digests() if pair.first and pair.second]
    for first, second in PAIRS:
        assert any(one.startswith(first) and two.startswith(second) for one, two in found), first
    assert len(found) <= len(PAIRS) + 1


@pytest.mark.parametrize("beginning", ONLY_FIRST)
def test_what_only_one_account_has(beginning: str) -> None:
    alone = [pair.first.text for pair in pairs_of_digests() if pair.first and not pair.second]
    assert any(text.startswith(beginning) for text in alone)


def test_the_verbs_that_introduce_the_same_statement() -> None:
    verbs = {(pair.first.verb, pair.second.verb) for pair in pairs_of_digests() if pair.first and pair.second}
    assert ("pointed out", "stressed") in verbs
    assert ("emphasized", "pointed out") in verbs


RIGHT = {(1, 3), (2, 4), (3, 5), (5, 6), (6, 7), (7, 8), (8, 9), (10, 10), (11, 11), (12, 2), (13, 12), (14, 13)}
"""Numbers of the statements of the two articles that say the same; the articles are not part of the project."""


@pytest.mark.skipif(not ARTICLES.exists(), reason="the articles are their publishers' and not part of the project")
def test_the_two_articles_on_the_call() -> None:
    first = account(next(ARTICLES.glob("002_*.txt")), datetime(2021, 8, 31))
    second = account(next(ARTICLES.glob("004_*.txt")), datetime(2021, 8, 30))
    pairs = align_statements(first, second)
    numbers = {(first.index(pair.first), second.index(pair.second)) for pair in pairs if pair.first and pair.second}
    assert numbers >= RIGHT
    assert len(numbers) <= len(RIGHT) + 1


def made(*texts: str, speaker: str | None = None) -> list[Statement]:
    at, found = 0, []
    for text in texts:
        found.append(Statement(at, at + len(text), text, speaker))
        at += len(text) + 1
    return found


def test_words_that_only_one_side_has_are_marked() -> None:
    first, second = made("The two sides will build a new harbour."), made("Both sides will build a large new harbour.")
    (pair,) = align_statements(first, second)
    assert [first[0].text[start:end] for start, end in pair.only_first] == ["The two"]
    assert [second[0].text[start:end] for start, end in pair.only_second] == ["Both", "large"]


def test_two_speakers_say_no_one_thing() -> None:
    words = "Our friendship will last for ever."
    pairs = align_statements(made(words, speaker="ann-lee"), made(words, speaker="bo-zhao"))
    assert [(pair.first is None, pair.second is None) for pair in pairs] == [(True, False), (False, True)]


def test_an_account_alone() -> None:
    statements = made("One thing.", "Another thing.")
    assert [pair.first for pair in align_statements(statements, [])] == statements
    assert [pair.second for pair in align_statements([], statements)] == statements
    assert align_statements([], []) == []


texts = st.lists(st.text(alphabet="abc é新冠-.“", max_size=30), max_size=8)


@given(texts, texts)
@settings(max_examples=60, deadline=None)
def test_every_statement_is_shown_once(one: list[str], two: list[str]) -> None:
    first, second = made(*one), made(*two)
    pairs = align_statements(first, second)
    assert [pair.first for pair in pairs if pair.first] == first
    assert sorted(pair.second.start for pair in pairs if pair.second) == sorted(s.start for s in second)
    assert all(0 <= pair.score <= 1 for pair in pairs)


def test_an_account_with_itself() -> None:
    statements = made("The harbour will be built.", "Grain is to be sent.", "Students may come.")
    pairs = align_statements(statements, statements)
    assert all(pair.first == pair.second and pair.score > 0.9 for pair in pairs)
    assert not any(pair.only_first or pair.only_second for pair in pairs)


def test_one_word_and_the_small_ones_around_it_make_no_pair() -> None:
    first = [Statement(0, 0, "A first report is due in the second half of the year.")]
    second = [Statement(0, 0, "He did not name the second country."), Statement(0, 0, "Rain fell on the town.")]
    assert not score_statements(first, second).any()
    assert score_statements([Statement(0, 0, "She did not name the country.")], second)[0, 0] > ALIKE


SAME = [
    ("The town’s port opened in Kelna.", "The town's port opened in KELNA."),
    ("Mr Díaz opened the port.", unicodedata.normalize("NFD", "Mr Díaz opened the port.")),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_apostrophes_capitals_and_accents_are_no_difference(one: str, two: str) -> None:
    (pair,) = align_statements([Statement(0, len(one), one)], [Statement(0, len(two), two)])
    assert pair.first
    assert pair.second
    assert (pair.only_first, pair.only_second) == ((), ())
