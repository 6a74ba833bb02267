"""Which kind of happening words tell, and where it took place."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates
from loaders.extract.events import find_mentions
from loaders.extract.leaders import find_people
from loaders.extract.sentences import split_sentences
from loaders.records import Document, Mention
from loaders.vocabulary import load_vocabulary

PUBLISHED = datetime(2024, 5, 10)
VOCABULARY = load_vocabulary()


def tell(text: str) -> list[Mention]:
    document = Document("d", "d.txt", text, published=PUBLISHED)
    dates = find_dates(text, PUBLISHED)
    people = find_people(text, VOCABULARY, PUBLISHED, dates=dates)
    return find_mentions(document, split_sentences(text), dates, people, [], VOCABULARY)


KINDS = [
    # words of a kind that tell no happening of it here
    ("On Wednesday the country condemned the bombing of a bridge.", ["statement"]),
    ("Elderly people held sign-waving parties on Wednesday.", ["other"]),
    ("On Wednesday the elected mayors danced.", ["other"]),
    ("On Wednesday Ann Lee called for Bo Zhao to leave.", ["statement"]),
    ("Details of the first killings emerged on Wednesday.", ["other"]),
    ("The killings of Wednesday shocked the town.", ["attack"]),
    ("On Wednesday the minister blocked the sale.", ["other"]),
    # and words that do
    ("Farmers blocked the highway on Wednesday.", ["protest"]),
    ("Nurses at two clinics walked out on Wednesday.", ["protest"]),
    ("The island recalled its ambassador on Wednesday.", ["sanction"]),
    ("The kingdom halted imports of rice on Wednesday.", ["sanction"]),
    ("A court threw out the claim on Wednesday.", ["ruling"]),
    ("The mill burned down on Wednesday.", ["disaster"]),
    ("The bank hired Ann Lee on Wednesday.", ["appointment"]),
    ("A judge ruled on Wednesday that the port must close.", ["ruling"]),
    ("The lower house approved the plan on Wednesday.", ["vote"]),
    ("He became king in 1998.", ["appointment"]),
    ("The plan became a symbol in 1998.", ["other"]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds(text: str, kinds: list[str]) -> None:
    told = tell("The weather was mild.\n\n" + text)
    assert [mention.event_type for mention in told if mention.date is not None] == kinds


PLACES = [
    ("A court closed the case in St. Louis on Wednesday.", None),
    ("The Oslo plan was signed at the Oslo summit on Wednesday.", None),
    ("The plan was signed in Oslo on Wednesday.", "Oslo"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_places(text: str, place: str | None) -> None:
    assert [mention.place for mention in tell("The weather was mild.\n\n" + text)] == [place]
