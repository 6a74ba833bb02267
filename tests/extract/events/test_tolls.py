"""Figures of the killed, wounded, arrested …: which there are, how they are bounded, and of which day they are."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates
from loaders.extract.events.tolls import find_tolls, toll_words
from loaders.layout.sentences import split_sentences
from loaders.tolls import Toll, differ, read_toll
from loaders.vocabulary import FOLDER

PUBLISHED = datetime(2024, 5, 10)

FOUND = [
    ("Two boats collided off Kelna and six sailors were killed.", "killed 6"),
    ("The blast killed at least six people and wounded 120.", "killed at least 6, injured 120"),
    ("The blast tore the market apart, killing more than thirty.", "killed at least 30"),
    ("Some 40 guests, many of them children, were hurt in the hall.", "injured about 40"),
    ("The death toll of the flood in the Orla valley rose to 61.", "killed 61"),
    ("The storm left up to two hundred families homeless.", "displaced up to 200"),
    ("Police arrested twenty-five marchers; three of them were freed.", "arrested 25, rescued 3"),
    ("Kelna hospital counted four dead and 1,200 wounded.", "killed 4, injured 1,200"),
    ("Nine miners are still missing.", "missing 9"),
    ("Gunmen abducted 14 pupils from a school in Orla.", "held 14"),
    ("The junta released 20 prisoners and 31 hostages were released in Orla.", "rescued 31"),
    # nothing of people
    ("The poll of 900 readers came out, and two of its tables were released.", ""),
    ("The trader fled Kelna in 1957 and was wounded in the 1958 attacks.", ""),
    ("A 17-year-old boy was killed.", ""),
    ("The fire burned for six hours and killed the herd.", ""),
    ("The pact of 1951 ended, and killings went on.", ""),
    ("The mayor met twelve captains and released them from the oath.", ""),
    ("Dozens were wounded.", ""),
    # of another day, or of what is told in passing
    ("The blast on Thursday came a year after a raid in May 2023 that left 32 civilians dead.", ""),
    ("The blast on Thursday killed two, as did the one on 3 March 2024 that wounded 80 guests.", "killed 2"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_the_figures_of_a_happening(text: str, expected: str) -> None:
    dates = find_dates(text, PUBLISHED)
    own = next((date for date in dates if date.text.endswith("Thursday")), None)
    tolls = find_tolls(
        text,
        split_sentences(text),
        lambda span: [date for date in dates if span[0] <= date.start < span[1]],
        own,
        toll_words("en", FOLDER),
    )
    assert ", ".join(f"{toll.what} {toll.said}" for toll in tolls) == expected
    for toll in tolls:
        assert read_toll(str(toll)) == toll
        assert any(letter.isalnum() for letter in text[toll.start : toll.end])


def test_a_language_without_words_has_no_figures() -> None:
    assert toll_words("zz", FOLDER) is None
    assert find_tolls("Six were killed.", [(0, 16)], lambda span: [], None, None) == ()


@pytest.mark.parametrize("written", ["", "killed", "killed=@0:1", "killed=six@0:3", "killed=6!@0:1"])
def test_what_is_no_figure_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="no figure"):
        read_toll(written)


@pytest.mark.parametrize(
    ("one", "two", "at_odds"),
    [((6, ""), (6, "+"), False), ((2, "+"), (6, ""), True), ((30, "~"), (32, ""), False), ((30, "~"), (60, "~"), True)],
)
def test_which_figures_differ(one: tuple[int, str], two: tuple[int, str], at_odds: bool) -> None:
    assert differ(Toll("killed", *one, 0, 1), Toll("killed", *two, 0, 1)) is at_odds
