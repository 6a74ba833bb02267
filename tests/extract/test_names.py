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
        # Initials with their stops are a name's, those of a country or a firm are none
        ("J. Foster Lind signed it. Lind left.", ["J. Foster Lind", "Lind"]),
        ("H.V. Gurtner signed it. Gurtner left.", ["H.V. Gurtner", "Gurtner"]),
        ("In the U.S. Lind was unknown.", []),
        ("J.P. Morgan rose. N. Korea was silent.", []),
        ("The L.A. Lakers won.", []),
        ("Mayor-elect Oda Lien left. NSA Lind stayed.", ["Oda Lien", "Lind"]),
        ("The Gulf Mercury said so.", []),
        ("Oda Mercury said so.", ["Oda Mercury"]),
        ("The Lincoln Memorial was closed.", []),
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


EAST_AND_WEST = [
    ("Foreign Minister Park Jin left. Park told reporters that talks went on.", ["park-jin", "park-jin"]),
    ("Yoshimasa Hayashi spoke. HAYASHI Yoshimasa left.", ["yoshimasa-hayashi", "yoshimasa-hayashi"]),
    ("Minister HAYASHI Yoshimasa left. Hayashi said so.", ["yoshimasa-hayashi", "yoshimasa-hayashi"]),
    ("Minister WANG Shulan left. Wang said so.", ["wang-shulan", "wang-shulan"]),
    ("Minister Jean DUPONT left. Dupont said so.", ["jean-dupont", "jean-dupont"]),
    # a surname that stands first goes to whoever bears it there, and to no leader of the same surname
    ("Xi Jinping met Xi Shulan, the mayor of Kelna. Xi Shulan, 40, smiled.", ["xi-jinping", "xi-shulan", "xi-shulan"]),
    # given names of the West that are such surnames elsewhere
    ("Kim Holt, the mayor, left. Holt said so.", ["kim-holt", "kim-holt"]),
    ("Lee Harvey Vale, the mayor, left. Vale said so.", ["lee-harvey-vale", "lee-harvey-vale"]),
]


@pytest.mark.parametrize(("text", "expected"), EAST_AND_WEST)
def test_surnames_that_stand_first_or_in_capitals(text: str, expected: list[str]) -> None:
    found = [person.leader_id for person in find_people(text, load_vocabulary(), None) if person.text[0].isupper()]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("South Korean Foreign Minister Park Jin left.", "south-korea"),
        ("She met her Peruvian counterpart, Ana Ruiz, in Kelna.", "peru"),
        ("Ana Ruiz, the Peruvian ambassador, left.", "peru"),
        ("Ana Ruiz, the Peruvian singer, sang.", None),
        ("Ana Ruiz, the ambassador, left.", None),
    ],
)
def test_for_whom_a_stranger_acts(text: str, country: str | None) -> None:
    people = [one for one in find_people(text, load_vocabulary(), None) if one.leader_id in ("park-jin", "ana-ruiz")]
    assert [one.acts_for for one in people[:1]] == [country]


INTERVIEW = "Talk with {}\n\nQuestion: When?\n\nLien: In May.\n\nQuestion: Why?\n\nLien: I was asked."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whoever speaks in a transcript is a person, under the full name that the headline gives
        (INTERVIEW.format("Oda Lien"), ["oda-lien", "oda-lien", "oda-lien"]),
        (INTERVIEW.format("a minister"), ["lien", "lien"]),
        ("Moderator: Why?\n\nLien: I was asked.\n\nModerator: When?\n\nLien: In May.", ["lien", "lien"]),
        # "Ms. Quill" is not her husband, and is whom nothing else shows to be a person
        (
            "Selma Quill won. Her husband, Tor Quill, wept. Ms. Quill smiled.",
            ["selma-quill", "tor-quill", "selma-quill"],
        ),
    ],
)
def test_who_is_shown_by_a_label_or_a_title_later(text: str, expected: list[str]) -> None:
    assert [leader_id for words, leader_id in named(text) if words[0].isupper()] == expected
