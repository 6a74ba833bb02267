"""Lists: which lines are entries, whatever stands between their dates and what they tell; (text, "date line" of its rows)."""

from __future__ import annotations

import pytest

from loaders.extract.dates import find_dates
from loaders.extract.events import find_rows
from loaders.extract.events.page import Page
from loaders.extract.leaders import find_people
from loaders.layout.sentences import split_sentences
from loaders.records import Document
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()

WITHOUT_MARKS = """\
A short history of the port

1904 First stone of the breakwater laid
1911 Strike of dockers
1919 – Treaty of Dure
1936: Port sold to Marland Shipping
"""
OF_ONE_PERSON = """\
Ann Lee, 1921-1999

1921
Born in Kelna, the daughter of a miner.
1945
Elected to parliament. She marries a doctor.
1956
Resigns over the war in Sutland.
"""
TREATIES = """\
Agreement on air services. Signed at Kelna, 3 May 1950. Entered into force 12 June 1951.
Convention on extradition. Done at Dure, 4 April 1962.
"""
ITEMS = """\
Cold years

- Blockade of Kelna (June 1948)
- Ann Lee becomes premier (5 March 1953)
- Launch of the satellite Orv 1 (1957)
"""
LISTS = [
    (
        WITHOUT_MARKS,
        [
            "1904 First stone of the breakwater laid",
            "1911 Strike of dockers",
            "1919 Treaty of Dure",
            "1936 Port sold to Marland Shipping",
        ],
    ),
    (
        OF_ONE_PERSON,
        [
            "1921 Ann Lee is born in Kelna, the daughter of a miner",
            "1945 Ann Lee is elected to parliament",
            "1945 Ann Lee marries a doctor",
            "1956 Ann Lee resigns over the war in Sutland",
        ],
    ),
    (
        TREATIES,
        [
            "1950-05-03 Agreement on air services is signed at Kelna",
            "1951-06-12 Agreement on air services enters into force",
            "1962-04-04 Convention on extradition is done at Dure",
        ],
    ),
    (
        ITEMS,
        ["1948-06 Blockade of Kelna", "1953-03-05 Ann Lee becomes premier", "1957 Launch of the satellite Orv 1"],
    ),
]


@pytest.mark.parametrize(("text", "rows"), LISTS)
def test_lists(text: str, rows: list[str]) -> None:
    title = text.split("\n")[0]
    document = Document("d", "d.txt", text, title=title, published=None)
    dates = find_dates(text, None)
    people = find_people(text, VOCABULARY, None, dates=dates)
    drafts = [row.draft for row in find_rows(Page(document, split_sentences(text), dates, people, [], VOCABULARY))]
    assert [f"{draft.happening.date.edtf} {draft.line.text}" for draft in drafts if draft.happening.date] == rows
