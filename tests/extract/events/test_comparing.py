"""Dates of another time than the one that a sentence tells."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates
from loaders.extract.document import extract
from loaders.extract.events import Row, find_mentions
from loaders.extract.events.telling import Draft
from loaders.extract.leaders import find_people
from loaders.layout.sentences import split_sentences
from loaders.records import Document
from loaders.vocabulary import load_vocabulary

PUBLISHED = datetime(2024, 5, 10)
VOCABULARY = load_vocabulary()


def keep(row: Row, _: object) -> Draft | None:
    """All that has a date of its own and may be a row, whatever it is worth."""
    return row.draft if row.draft.happening.date and not row.draft.happening.carried else None


def days(text: str) -> list[str]:
    document = Document("d", "d.txt", text, published=PUBLISHED)
    dates = find_dates(text, PUBLISHED)
    people = find_people(text, VOCABULARY, PUBLISHED, dates=dates)
    told = find_mentions(document, split_sentences(text), dates, people, [], VOCABULARY, choose=keep)
    return [mention.edtf for mention in told]


DAYS = [
    # what is compared with
    ("In 2023 the ferry line sold 90 ships compared with 40 ships in 2021.", ["2023"]),
    ("In 2023 the ferry line hired 160 sailors, up from 90 in 2021.", ["2023"]),
    ("In 2023 the ferry line sold 90 ships against 40 in 2021.", ["2023"]),
    ("The council met later than in 2021.", []),
    ("More than 300 dockers were arrested in 2021.", ["2021"]),
    ("A judge jailed the skipper for more than four years in 2021.", ["2021"]),
    ("Dockers marched against the mayor in 2021.", ["2021"]),
    ("Nine divers came up from the wreck of Orvana in 2021.", ["2021"]),
    # since when
    ("Since the floods of May 1953, the town has closed two ports.", []),
    ("Since the 9 May 1953 census in Orvana, the town has closed two ports.", []),
    # a day or years in a name
    ("Ann Lee opened the Kelna Ballet, the Orvana Ballet of 1935-37.", []),
    ("The Great Fire of 1871 destroyed Kelna.", ["1871"]),
    ("Ann Lee visited the Mail on Sunday.", []),
    ("Ann Lee visited Kelna on Sunday.", ["2024-05-05"]),
    # a year that describes a noun is no time that a text has come to
    (
        "The law of ports rests on a 1971 ruling, a 1974 ruling, a 1975 ruling and a 1977 ruling.\n\n"
        "In March, the court closed the port of Kelna.",
        ["2024-03"],
    ),
    # the weekend before, where what was done is told
    ("The mayor of Kelna\n\nThis weekend, Ann Lee arrested two dockers.", ["2024-05-04/2024-05-05"]),
    # the months that a day ends
    ("The ferry line lost 12 ships in the three months to 31 December 2021.", ["2021-10/2021-12"]),
    ("The ferry line lost 12 ships in the half-year to 30 June 2021.", ["2021-01/2021-06"]),
    ("The ferry line lost 12 ships on 30 June 2021.", ["2021-06-30"]),
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_what_a_date_dates(text: str, expected: list[str]) -> None:
    assert days(text) == expected


STAMPED = """\
The flood of Orvana, live

9:30 a.m.

Soldiers have arrested two thieves in Orvana.

10:15 a.m.

Ann Lee visits the docks of Kelna.

11 a.m.

Dockers elected Bo Zhao as their speaker.
"""


def test_a_stamp_over_an_entry_is_no_time_of_what_was_over_by_then() -> None:
    document = Document("d", "d.txt", STAMPED, published=PUBLISHED)
    told = {mention.event_type: mention.edtf for mention in extract(document, VOCABULARY).mentions}
    assert told == {"arrest": "2024-05-10", "visit": "2024-05-10T10:15", "election": "2024-05-10"}
