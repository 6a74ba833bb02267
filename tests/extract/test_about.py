"""The timeline of a firm, a model or a shop that is in no vocabulary."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from loaders.extract.dates import find_dates
from loaders.extract.events import date_sentences, names_of
from loaders.records import Document
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
PUBLISHED = datetime(2013, 3, 22)
LEAD = ["A day in Porto", "The weather was fine in the whole country.", "Nobody in the harbour expected any news."]

TOLD = [
    # entity, sentence after a lead about other things, the date words of what it tells
    ("Orion Works", "Orion Works staff left in May 2012.", []),
    ("Orion Works", "In May 2012 a union bought the Orion Works buses.", []),
    ("Orion T4", "In May 2012 a union bought the Orion T4 tractor.", ["May 2012"]),
    ("Orion Works", "Orion Works has built ships since 2004.", ["2004"]),
    ("Orion Works", "A rival of the town has led the market since 2004.", []),
    ("Orion Works", "In May 2012 a union closed the Orion Motor Works.", ["May 2012"]),
    ("Ann Lee", "There was no need, said Orion President Ann Lee in May 2012.", ["May 2012"]),
    ("Orion Works", "Orion Works met the union on Tuesday; they voted at 18:00.", ["Tuesday"]),
]


@pytest.mark.parametrize(("entity", "sentence", "expected"), TOLD, ids=[row[1][:40] for row in TOLD])
def test_dates_of_an_entity(entity: str, sentence: str, expected: list[str]) -> None:
    lines = [*LEAD, sentence]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    spans = [(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    document = Document("d", "d.txt", text, published=PUBLISHED)
    names = names_of(entity, [text], VOCABULARY)
    found = date_sentences(names, document, spans, find_dates(text, PUBLISHED), (), (), VOCABULARY)
    assert [dated.date.text for dated in found if dated.date] == expected


NAMES = [
    # a name, what the texts say, the forms that stand for it
    (
        "Orion Works",
        "The Orion Works grew. Orion Works bought Vela. Their works grew. OW hired. OW sold. OW won.",
        ["OW"],
    ),
    ("Orion Works", "Orion Works grew. The OW prize went to Orion Works.", []),
    ("Orion Works Group", "Orion Works Group (ORW) grew. A works group met.", ["ORW"]),
    ("Bank of Orion", "The Bank of Orion fell. Orion fell. The Bank of Orion rose. The Bank of Orion closed.", []),
    (
        "Royal Bank of Orion",
        "The Royal Bank of Orion fell. The Royal Bank of Orion rose. A bank. RBO was sold.",
        ["RBO"],
    ),
    ("Index 100", "The Index 100 rose 100 points.", []),
    ("Vela 100", "The Vela 100 rose. The Vela fell 100 points. The Vela rose. The Vela closed.", ["Vela"]),
    ("Orion 777", "The Orion 777 flew. Two 777s landed. The Orion 787 stood.", ["777"]),
    ("Orion 4", "The Orion 4 is sold. The Orion 5 is not. Orion has 4 shops. Orion grew. Orion fell.", []),
    ("Peru Airlines", "Peru Airlines flew. Peru voted. Peru won. Peru sang. Airlines fell; some airlines rose.", []),
    ("Ann Lee", "Ann Lee came. Lee spoke. Ann Lee left.", ["Lee"]),
]


@pytest.mark.parametrize(("entity", "text", "forms"), NAMES, ids=[row[1][:40] for row in NAMES])
def test_short_forms_of_a_name(entity: str, text: str, forms: list[str]) -> None:
    names = names_of(entity, [text], VOCABULARY)
    words = [entity, *re.findall(r"[\w]+", text)]
    alone = {word for word in words if any(end - start == len(word) for start, end, _ in names.find(word))}
    assert alone == {entity, *forms}


def test_a_noun_stands_for_what_the_title_names() -> None:
    lines = ["Orion Works opens plant", *LEAD[1:], "Rain fell.", "In 2015 the company will build ships."]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    spans = [(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    for title, expected in (("Orion Works opens plant", ["2015"]), ("A day in Porto", [])):
        document = Document("d", "d.txt", text, title=title, published=PUBLISHED)
        names = names_of("Orion Works", [text], VOCABULARY)
        found = date_sentences(names, document, spans, find_dates(text, PUBLISHED), (), (), VOCABULARY)
        assert [dated.date.text for dated in found if dated.date] == expected


REPORT = [
    "Orion Works opens plant",
    "Orion Works opened a plant in Porto on Tuesday.",
    "It was founded in 1987.",
    "A rival of Orion Works complained.",
    "The town had asked Orion Works earlier.",
]


def test_the_timeline_of_a_firm() -> None:
    text = "\n".join(REPORT)
    starts = [text.index(sentence) for sentence in REPORT]
    sentences = [(start, start + len(sentence)) for start, sentence in zip(starts, REPORT, strict=True)]
    document = Document("d", "d.txt", text, published=PUBLISHED)
    names = names_of("Orion Works", [text], VOCABULARY)
    found = date_sentences(names, document, sentences, find_dates(text, PUBLISHED), (), (), VOCABULARY)
    assert [(dated.sentence, dated.date.text if dated.date else None) for dated in found] == [
        (0, "Tuesday"),
        (1, "Tuesday"),
        (2, "1987"),
    ]
