"""Texts at the edge of the calendar, of Unicode and of size: every finder reads them, and in time that grows with them."""

from __future__ import annotations

import unicodedata
from datetime import datetime

import pytest

from loaders.extract.dates import find_dates
from loaders.extract.document import extract
from loaders.extract.leaders import find_people
from loaders.extract.quotes import find_quotes
from loaders.records import Document
from loaders.rows import make_rows
from loaders.vocabulary import load_vocabulary

NEWS = "Xi Jinping met Miguel Díaz-Canel on Tuesday. “We agree,” Xi said. On the same day he called Ana Ruiz."
FIRST, LAST = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59)


def read(text, published=datetime(2021, 3, 3)):
    return extract(Document("d", "d.txt", text, published=published), load_vocabulary())


@pytest.mark.parametrize("published", [FIRST, LAST, datetime(1, 1, 8), datetime(9999, 12, 30)])
def test_a_document_of_the_first_and_the_last_day(published):
    findings = read("Xi Jinping met Wang Yi. “We agree,” Xi said.", published)
    assert findings.document.problem is None
    assert [(m.start.date(), m.event_type) for m in findings.mentions] == [(published.date(), "meeting")]
    [quote] = make_rows(findings, load_vocabulary())["quotes"]
    assert quote["said"] == published.date().isoformat()


def test_what_was_before_the_common_era_is_no_news():
    [mention] = read("In 62 BC Xi Jinping met Wang Yi.").mentions
    assert (mention.date.value, mention.leaders) == ("BC0062", ())
    assert [person.text for person in read("In 62 BC Ana Ruiz left.").people] == ["Ana Ruiz"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 5 BC, five years ago this month, they met.", "BC0005"),
        ("They met " + "9" * 400 + " years ago.", "PAST_REF"),
        ("They met 99,999,999,999,999,999 years ago.", "PAST_REF"),
    ],
)
def test_numbers_past_every_calendar(text, value):
    assert find_dates(text, datetime(2021, 3, 3))[0].value == value


@pytest.mark.parametrize(
    "text", ["The president of Bogotá, \u0301 the mayor", "\u0301 said", "Mr. \u0301", "the \u0301 leader"]
)
def test_an_accent_alone_is_no_word_and_no_fault(text):
    people = find_people(unicodedata.normalize("NFD", text), load_vocabulary(), None)
    assert find_quotes(unicodedata.normalize("NFD", text), people) == []


@pytest.mark.parametrize("before", range(390, 402))
def test_a_cue_of_two_words_where_a_sentence_without_an_end_is_cut(before):
    text = "a " * before + "according to Ana Ruiz, as saying, " * 3
    assert all(text[quote.start : quote.end] == quote.text for quote in find_quotes(text, ()))


REPEATED = ["said ", "on Tuesday, ", "he said ", 'Xi said "a" and ', "3 May 2021, ", NEWS + "\n", "who said that he "]


def test_a_first_sentence_is_whole_where_the_date_is_only_declared():
    """Mails and tables say their date beside the text; “Wed, 04 May 2022” stands nowhere in it."""
    document = Document(
        document_id="d",
        path="a.eml",
        text="A kiln\n\nThe mayor of Dunmere opened a kiln on 4 May 2022.\n",
        title="A kiln",
        sha256="",
        published=datetime(2022, 5, 4),
        published_text="Wed, 04 May 2022 09:00:00 +0000",
        language="en",
    )
    [mention] = extract(document, load_vocabulary()).mentions
    assert mention.line == "The mayor of Dunmere opens a kiln"
