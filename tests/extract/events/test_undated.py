"""When is what a sentence tells that has no date words of its own: in lists, in the news, in histories.

Each row is a text published on Friday 10 May 2024 and the rows that it may give, as "sentence date whence".
"""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates
from loaders.extract.events import find_rows
from loaders.extract.events.page import Page
from loaders.extract.leaders import find_people
from loaders.layout.sentences import split_sentences
from loaders.records import Document
from loaders.vocabulary import load_vocabulary

PUBLISHED = datetime(2024, 5, 10)
VOCABULARY = load_vocabulary()

ENTRIES = """\
March 3, 1951
The harbour office was closed. Two clerks resigned.

April 1951
Two ferries collided off Orvana.
"""
BULLETS = """\
The strike, day by day.

* 3 May 1951: Dockers walk out. A ferry sank off Orvana.
* 5 May 1951: The owners give in.

The owners were later sued.
"""
LIVE = """\
The flood, live

09:30 GMT - Rescuers reach the island
Two boats carried forty people to the shore.

10:15 GMT - Bridge closed
Soldiers arrested two thieves.

11:00 GMT - Rain stops
The mayor thanked the crews.
"""

UNDER_A_DAY = """\
Kelna votes: live

10 May 2024

9.15am BST

Two polling stations opened late.

10.40am BST Summary

The mayor conceded defeat.

11.05am BST

Ann Lee has won the presidency, the election commission announced.
"""

CARRIED = [
    (ENTRIES, ["1951-03-03 entry", "1951-03-03 entry", "1951-04 entry"]),
    (BULLETS, ["1951-05-03 entry"]),
    # the news goes on without a date, on the day of the news; what had been before is left undated
    (
        "KELNA - Dockers in Kelna walked out on Thursday. Sailors occupied the customs house. The port had closed twice before.",
        ["2024-05-09 news"],
    ),
    # a new paragraph begins at the day of the news again
    (
        "The port of Kelna closed on Thursday.\n\nIt opened in 1951 with two ferries. The dockers founded a union.\n\n"
        "The mayor denounced the owners.",
        ["1951 story", "2024-05-09 news"],
    ),
    # numbered items are news of their own: the first one's day dates no other
    (
        "1. The council of Kelna passed the budget on Tuesday.\n\n2. Marland expelled two envoys.\n\n3. Dockers in Dure walked out.",
        [],
    ),
    # the reports of a digest have each the day of their own dateline
    (
        "KELNA, May 8. – The council of Kelna passed the budget.\n\nORVANA, May 7. – Marland expelled two envoys. Dockers "
        "walked out.\n\nThe mayor resigned.",
        ["2024-05-08 news", "2024-05-07 news", "2024-05-07 news", "2024-05-07 news"],
    ),
    # a state, a condition and what only may come are no happening
    ("The port of Kelna closed on Thursday. It is owned by the town. If it reopened, dockers would be hired.", []),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_what_has_no_date_of_its_own(text: str, expected: list[str]) -> None:
    drafts = [row.draft for row in _rows(text) if row.draft.happening.carried]
    assert [
        f"{draft.happening.date.edtf} {draft.happening.carried}" for draft in drafts if draft.happening.date
    ] == expected


@pytest.mark.parametrize("text", [LIVE, UNDER_A_DAY])
def test_a_live_blog_dates_by_its_clock(text: str) -> None:
    hours = [row.draft.interval[0].hour for row in _rows(text) if row.draft.happening.carried == "entry"]
    assert hours == [9, 10, 11]


def test_the_headline_is_no_evidence_of_its_own() -> None:
    text = "Dockers in Kelna denounce the owners\n\nThe union denounced the owners of the port."
    assert all(draft.sentences != (0,) for draft in (row.draft for row in _rows(text, title=text.split("\n")[0])))


def _rows(text: str, title: str = "") -> list:
    document = Document("d", "d.txt", text, title, published=PUBLISHED)
    dates = find_dates(text, PUBLISHED)
    people = find_people(text, VOCABULARY, PUBLISHED, dates=dates)
    return find_rows(Page(document, split_sentences(text), dates, people, [], VOCABULARY))
