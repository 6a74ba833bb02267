"""Who is named: full names, parts, offices, strangers, and those who cannot be told apart."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract.leaders import find_people
from loaders.records import PersonMention
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def people(text: str, day: str = "2021-09-01") -> list[PersonMention]:
    return find_people(text, VOCABULARY, datetime.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Names with and without accents, hyphens and order
        ("Miguel Díaz-Canel arrived.", [("Miguel Díaz-Canel", "miguel-diaz-canel")]),
        ("Miguel Diaz Canel arrived.", [("Miguel Diaz Canel", "miguel-diaz-canel")]),
        ("习近平抵达哈瓦那。", [("习近平", "xi-jinping")]),
        ("Thanks, @DiazCanelB, for coming.", [("@DiazCanelB", "miguel-diaz-canel")]),
        # A surname is the last person introduced who bears it
        ("Li Keqiang met farmers. Li ate.", [("Li Keqiang", "li-keqiang"), ("Li", "li-keqiang")]),
        (
            "Li Keqiang met farmers. Li Zhanshu met judges. Li ate.",
            [("Li Keqiang", "li-keqiang"), ("Li Zhanshu", "li-zhanshu"), ("Li", "li-zhanshu")],
        ),
        ("Xi calls the island.\n\nXi Jinping spoke.", [("Xi", "xi-jinping"), ("Xi Jinping", "xi-jinping")]),
        ("President Xi of China rested.", [("Xi", "xi-jinping")]),
        # Offices at that time
        ("They heard the Cuban president.", [("the Cuban president", "miguel-diaz-canel")]),
        ("They heard Cuba's president.", [("Cuba's president", "miguel-diaz-canel")]),
        ("They heard the Chinese premier.", [("the Chinese premier", "li-keqiang")]),
        (
            "Xi Jinping called. The Chinese leader was brief.",
            [("Xi Jinping", "xi-jinping"), ("The Chinese leader", "xi-jinping")],
        ),
        (
            "Chinese Premier Li Keqiang wrote to his Cuban counterpart.",
            [("Li Keqiang", "li-keqiang"), ("his Cuban counterpart", "manuel-marrero-cruz")],
        ),
        ("They heard the former Cuban president.", []),
        # Strangers
        (
            "Harbour minister Ana Ruiz spoke. Ruiz smiled.",
            [("Ana Ruiz", "ana-ruiz"), ("Ruiz", "ana-ruiz")],
        ),
        # Surnames that are common words: with a title, a verb of speaking, or a capital where none is due
        (
            "Minister Le Van Son spoke. Son said so. They met Son. His son left.",
            [("Le Van Son", "le-van-son"), ("Son", "le-van-son"), ("Son", "le-van-son")],
        ),
        (
            "Andrew May spoke. Mr May left. May said so. May is warm. They met in May.",
            [("Andrew May", "andrew-may"), ("May", "andrew-may"), ("May", "andrew-may")],
        ),
        (
            "Andrew May spoke. They asked where May lives. In early May it rains. May it stay warm.",
            [("Andrew May", "andrew-may"), ("May", "andrew-may")],
        ),
        (
            "Engineer Mina Park spoke. Park said so. She left the Park. Nina Park closed.",
            [("Mina Park", "mina-park"), ("Park", "mina-park")],
        ),
        (
            "Alberto van Loon spoke. Van Loon said so.",
            [("Alberto van Loon", "alberto-van-loon"), ("Van Loon", "alberto-van-loon")],
        ),
        (
            "Oyelaran Adeyemi, the mayor of Ibadan, spoke.",
            [("Oyelaran Adeyemi", "oyelaran-adeyemi"), ("the mayor", "oyelaran-adeyemi")],
        ),
        # An office in capitals is nobody's name, and an apposition ends with its paragraph
        ("The Prime Minister said so. The Crown Prince agreed. Foreign Minister is a post.", []),
        ("By Zoltan Kiss, Chief Reporter\nThe minister has quit.", [("Zoltan Kiss", "zoltan-kiss")]),
        ("Her deputy, Zoltan Kiss, spoke.", [("Zoltan Kiss", "zoltan-kiss")]),
        ("The envoy of Hungary, ZOLTAN KISS, ate.", [("ZOLTAN KISS", "zoltan-kiss")]),
        ("The envoy left. In Hungary, Kis Alfold, a plain, was wet.", []),
        ("Secretary of State Ana Ruiz ate.", [("Ana Ruiz", "ana-ruiz")]),
        ("Minister of Foreign Affairs Ana Ruiz ate.", [("Ana Ruiz", "ana-ruiz")]),
        (
            "Ana Ruiz and Juan Ruiz spoke. Ms. Ruiz left.",
            [("Ana Ruiz", "ana-ruiz"), ("Juan Ruiz", "juan-ruiz"), ("Ruiz", "ana-ruiz")],
        ),
        # A title makes no person of a country, an abbreviation or a word that the text has in small letters
        ("It went to the Deputy Secretaries and their staffs. Other secretaries waited.", []),
        ("The chief U.S. negotiator left with ally France.", []),
        ("The president of Port-X, a maker of cranes, left.", []),
        ("They cheered Mrs Rose. A rose was given.", [("Rose", "rose")]),
        # Nobody
        ("The Communist Party of Cuba met in Havana.", []),
        ("The White House said nothing on Monday.", []),
        ("New York Times readers wrote.", []),
        ("The ferry to Saint Lucia left. The Empress Dowager slept. The Department of State Council met.", []),
    ],
)
def test_people(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.text, one.leader_id) for one in people(text)] == expected


def test_an_office_belongs_to_the_one_who_held_it_on_the_day() -> None:
    text = "They heard the Cuban president."
    assert people(text, "2005-06-01")[0].leader_id == "fidel-castro"
    assert people(text, "2010-06-01")[0].leader_id == "raul-castro"


def test_two_who_cannot_be_told_apart_stay_open_with_both_named() -> None:
    found = people("President Ana Ruiz received President Juan Paz. The president smiled.")
    assert found[-1].leader_id is None
    assert set(found[-1].candidates) == {"ana-ruiz", "juan-paz"}


def test_a_mention_keeps_its_title_and_whether_the_vocabulary_knows_the_person() -> None:
    known, stranger = people("Cuban President Miguel Díaz-Canel met Harbour Director Ana Ruiz.")
    assert (known.known, known.role, known.gender) == (True, "Cuban President", "m")
    assert (stranger.known, stranger.role, stranger.gender) == (False, "Harbour Director", "f")


def test_a_name_in_capitals_is_given_as_names_are_written() -> None:
    (mention,) = people("Mr. KARL ROTH spoke.")
    assert (mention.text, mention.name) == ("KARL ROTH", "Karl Roth")


@given(st.text(alphabet="abXi LiRuiz.,\"“”'\nMr习近平@-é ", max_size=150))
def test_mentions_lie_in_the_text_sorted_and_apart(text: str) -> None:
    found = people(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_a_name_ends_before_the_way_and_is_none_in_a_firms() -> None:
    text = "Press Gaggle by Secretary Ana Ruiz En Route Kelna\n\nP&O Lines said that it would sell. Bo Lund of K&R Weaver met Ana Ruiz."
    found = {person.name for person in find_people(text, load_vocabulary(), datetime(2022, 11, 25), "en")}
    assert "Ana Ruiz" in found
    assert not {name for name in found if "Route" in name or "Lines" in name or "Weaver" in name}
