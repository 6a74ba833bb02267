"""Where a name begins and ends: titles and countries before it, words of the calendar in it, headlines; two of one surname."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.leaders import find_people
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def named(text: str) -> list[tuple[str, str | None]]:
    return [(one.text, one.leader_id) for one in find_people(text, VOCABULARY, datetime(2015, 4, 4))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("PM Odegaard left. CM Asha Verma stayed.", ["Odegaard", "Asha Verma"]),
        ("The pier opened at 6 PM Odegaard Time.", []),
        ("Prime Minister-designate and President-elect Oda Lien left.", ["Oda Lien"]),
        ("The foreign minister of Bangladesh Ghanshyam Tarafdar left.", ["Ghanshyam Tarafdar"]),
        ("Foreign Minister of Bangladesh Ghanshyam Tarafdar left.", ["Ghanshyam Tarafdar"]),
        ("The ambassador to Libya Greta Lind said so.", ["Greta Lind"]),
        ("It was the Swiss Martin Gurtner who said so.", ["Martin Gurtner"]),
        ("He lost to Democrat Anna Myers, who led.", ["Anna Myers"]),
        ("The writer Jan Holt, who built it, met April Berg, the mayor.", ["Jan Holt", "April Berg"]),
        ("In May Berg said nothing. In Jan. Holt was closed.", []),
        ("On Monday, August Wilson, the mayor, said so.", ["August Wilson"]),
        ("Suddenly Oda Lien, the mayor, left.", ["Oda Lien"]),
        ("Kelly Lien, the mayor, left.", ["Kelly Lien"]),
        ("British and Australian Ministers told of it.", []),
        ("The Labour MP told nobody.", []),
        ("A Departmental Notice announced it.", []),
    ],
)
def test_where_a_name_ends(text: str, names: list[str]) -> None:
    assert [words for words, _ in named(text) if words[0].isupper()] == names


HEADLINE = "Oda Lien Backs Plan For Pier"


def test_what_stands_in_a_headline_alone_is_nobody() -> None:
    assert named(f"{HEADLINE}\n\nThe pier will be built.") == []


def test_a_headline_names_whom_the_text_names() -> None:
    headline = "Greta Lind and Oda Lien Meet"
    ids = [leader_id for _, leader_id in named(f"{headline}\n\nOda Lien, the mayor, met Greta Lind, the writer.")]
    assert ids[:2] == ["greta-lind", "oda-lien"]


def test_a_title_tells_two_of_one_surname_apart() -> None:
    text = "Minister Pablo Ruiz met Ambassador Clara Ruiz. Minister Ruiz left. Ambassador Ruiz stayed. Then Ruiz left."
    ids = [leader_id for _, leader_id in named(text)]
    assert ids == ["pablo-ruiz", "clara-ruiz", "pablo-ruiz", "clara-ruiz", "clara-ruiz"]
