"""Lines that tell no happening, though their sentences have a day."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.document import extract
from loaders.extract.events.lines.wording import wording
from loaders.extract.events.no_happening import is_set, nothing_words, signs_of_nothing
from loaders.records import Document
from loaders.vocabulary import FOLDER, load_vocabulary

WORDING, KNOWN = wording("en", FOLDER), nothing_words("en", FOLDER)

NOTHING = [
    ("Ann Lee seems pleased with the harbour", ["only seems so"]),
    ("Bo Zhao’s parade along the quay appears rehearsed", ["only seems so"]),
    ("Ann Lee doesn’t look tired", ["only seems so"]),
    ("Bo Zhao isn’t worried about the ferries", ["says what is so"]),
    ("Ann Lee is known for her temper", ["says what is so"]),
    ("The party pays the price", ["a way of speaking"]),
    ("Ann Lee raises eyebrows in Kelna", ["a way of speaking"]),
    ("The visit comes as Kelna mourns", ["comments on what was told"]),
    ("The flood in Kelna resonates across the strait", ["comments on what was told"]),
    ("The mood of the dockers changes", ["of something abstract"]),
    ("The ferry company usually hires sailors", ["so as a rule"]),
    ("Dockers glum as Lee promises change", ["only a clause of another"]),
    ("The harbour might have been closed", ["only thought"]),
    ("The decision reverberates along the coast", ["comments on what was told"]),
    ("Announcement suggests a quarrel", ["comments on what was told"]),
    ("Ann Lee coins a phrase", ["a way of speaking"]),
    ("The Kelna Herald reports", ["only says that somebody spoke"]),
    # what is done
    ("The Kelna Herald reports a quarrel", []),
    ("Ann Lee serves under two mayors", []),
    ("Ann Lee appears in court", []),
    ("Bo Zhao looks into the sinking", []),
    ("Ann Lee highlights the docks", []),
    ("Findings are considered by the council", []),
    ("Ann Lee is arrested in Kelna", []),
    ("Ann Lee pays the fine", []),
    ("As mayor, Ann Lee opens the docks", []),
]


@pytest.mark.parametrize(("line", "signs"), NOTHING)
def test_what_a_line_does_not_tell(line: str, signs: list[str]) -> None:
    assert list(signs_of_nothing(line, "", KNOWN, WORDING)) == signs


def test_what_lasted_needs_a_date_of_its_own() -> None:
    told = signs_of_nothing("Ann Lee serves under two mayors", "", KNOWN, WORDING, is_carried=True)
    assert list(told) == ["lasted, at a time that nothing tells"]


SAID = [
    ("thank you, and welcome to kelna.", True),
    ("ann turned fifty on monday, everybody.", True),
    ("thanks to a law of 1951 the port was closed.", False),
    ("everybody left the port on monday.", False),
]


@pytest.mark.parametrize(("sentence", "to_the_room"), SAID)
def test_a_speaker_turns_to_the_room(sentence: str, to_the_room: bool) -> None:
    assert ("speaks to the room" in signs_of_nothing("", sentence, KNOWN, WORDING)) == to_the_room


@pytest.mark.parametrize(
    ("line", "is_so"),
    [
        ("The vote was 31 to 4", True),
        ("The meeting is in Orvana", True),
        ("A strike is underway", True),
        ("The strike is a warning to others", False),
        ("The slaughter has an old cause", False),
    ],
)
def test_is_goes_on_to_when_where_or_how_many(line: str, is_so: bool) -> None:
    assert is_set(line, KNOWN, WORDING) == is_so


LEFT_OUT = [
    "Will the dockers of Kelna walk out on Monday?",
    "The port closed on Monday because of an error in the paper, which misstated its name.",
    "The invasion of Orvana in 1951 was pure folly.",
]


@pytest.mark.parametrize("text", LEFT_OUT)
def test_no_row(text: str) -> None:
    document = Document("d", "d.txt", text, published=datetime(2024, 5, 10))
    assert not extract(document, load_vocabulary()).mentions


def test_a_slogan_is_no_line() -> None:
    text = "Dockers glum as Lee promises change\n\nKELNA - The mayor, Ann Lee, promised a change of the rules on Thursday to the dockers."
    mentions = extract(Document("d", "d.txt", text, published=datetime(2024, 5, 10)), load_vocabulary()).mentions
    assert [mention.line.startswith("Dockers glum") for mention in mentions] == [False] * len(mentions)
