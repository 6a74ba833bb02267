"""Which words name countries and organisations as those who act: (text, each with its id) rows."""

from __future__ import annotations

import unicodedata

import pytest

from loaders.extract.actors import find_actors
from loaders.extract.leaders import find_people
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def named(text: str) -> list[str]:
    """Words and id of each actor."""
    found = find_actors(text, find_people(text, VOCABULARY, None), VOCABULARY)
    assert [text[actor.start : actor.end] for actor in found] == [actor.text for actor in found]
    return [f"{actor.text} = {actor.actor_id}" for actor in found]


STATES = [
    ("Peru and the US signed it.", ["Peru = peru", "US = united-states"]),
    ("They asked us for turkey and who told us.", []),
    ("The WHO warned Turkey.", ["WHO = world-health-organization", "Turkey = turkey"]),
    # an adjective is the state only with a noun of the state
    ("The Dutch side left the talks.", ["Dutch side = netherlands"]),
    ("Iranian naval forces boarded a Dutch tanker.", ["Iranian naval forces = iran"]),
    ("Dutch cheese is dear.", []),
    ("The Peruvian Government fell.", ["Peruvian Government = peru"]),
    ("It was the government of Peru that asked the Israelis.", ["government of Peru = peru", "Israelis = israel"]),
    # its capital and the house of its government stand for it
    ("Beijing accused the Kremlin.", ["Beijing = china", "the Kremlin = russia"]),
    ("BEIJING, 3 June (Wire) - The port closed.", []),
    # part of a longer name, of a town's address, of a describing word, of a person's title
    ("She read China Daily in Northern Ireland.", []),
    ("He was born in Kumasi, Ghana, and left.", []),
    ("A Russia-backed militia attacked.", []),
    ("French President Emmanuel Macron slept.", []),
    ("President Emmanuel Macron of France slept.", []),
    ("They met, and Ghana, Togo and Benin agreed.", ["Ghana = ghana", "Togo = togo", "Benin = benin"]),
    # a name that only describes what follows
    ("A U.S. judge and Paris hotels read about the Iran deal.", []),
    ("The US met Iran, and U.S. troops left.", ["US = united-states", "Iran = iran", "U.S. troops = united-states"]),
    ("An al-Qaeda affiliate praised Hezbollah fighters.", ["Hezbollah = hezbollah"]),
    # a name of other things counts where the text names the country otherwise, too
    ("Georgia went to the polls.", []),
    ("Georgia went to the polls, Tbilisi said.", ["Georgia = georgia", "Tbilisi = georgia"]),
]

BODIES = [
    ("The U.N. Security Council met.", ["U.N. Security Council = un-security-council"]),
    ("United Nations Security Council members met.", []),
    ("A Security Council resolution was drafted.", []),
    ("NATO Headquarters closed; NATO agreed.", ["NATO = nato"]),
    # a head noun with its name in capitals
    ("The Orvana Dockers' Union walked out.", ["Orvana Dockers' Union = orvana-dockers-union"]),
    ("The Front for the Freedom of Orvana won.", ["Front for the Freedom of Orvana = front-for-the-freedom-of-orvana"]),
    ("The Food and Fisheries Agency met on Tuesday.", ["Food and Fisheries Agency = food-and-fisheries-agency"]),
    ("Peru and the Orvana Party met.", ["Peru = peru", "Orvana Party = orvana-party"]),
    ("The Lorin News Agency reported it.", []),
    ("It was a big party for the whole council.", []),
    # a state's own body, in whatever wording
    ("The Iranian foreign ministry spoke.", ["Iranian foreign ministry = foreign-ministry-of-iran"]),
    ("Iran's Foreign Ministry spoke.", ["Iran's Foreign Ministry = foreign-ministry-of-iran"]),
    (
        "The Ministry of External Affairs of India spoke.",
        ["Ministry of External Affairs of India = foreign-ministry-of-india"],
    ),
    (
        "Peru's Supreme Court and the Peruvian Supreme Court ruled.",
        ["Peru's Supreme Court = supreme-court-of-peru", "Peruvian Supreme Court = supreme-court-of-peru"],
    ),
    ("Foreign Ministry spokesman Ola Berg slept.", []),
    ("St. Orvan City Council sat.", ["St. Orvan City Council = st-orvan-city-council"]),
    ("The House and Senate of Orvana sat.", []),
    # the state may be left out where one is meant
    (
        "Peru's Supreme Court ruled. The Supreme Court sat on.",
        ["Peru's Supreme Court = supreme-court-of-peru", "Supreme Court = supreme-court-of-peru"],
    ),
    # short forms that the text defines, with a head noun or without
    (
        "The Lund Fisheries Commission (LFC) met. The LFC agreed. The commission left.",
        [
            "Lund Fisheries Commission = lund-fisheries-commission",
            "LFC = lund-fisheries-commission",
            "LFC = lund-fisheries-commission",
            "The commission = lund-fisheries-commission",
        ],
    ),
    (
        "Friends of the Orvana Coast (FOC) sued.",
        ["Friends of the Orvana Coast = friends-of-the-orvana-coast", "FOC = friends-of-the-orvana-coast"],
    ),
    ("Its Gross Domestic Product (GDP) fell, and the Fair Trade Act (FTA) passed.", []),
    # "the union" is the one named before; of two it is neither
    (
        "The Orvana Party and the Coast Party met. The party won.",
        ["Orvana Party = orvana-party", "Coast Party = coast-party"],
    ),
    ("The party won.", []),
]


@pytest.mark.parametrize(("text", "expected"), [*STATES, *BODIES])
def test_actors(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_a_body_of_a_state_knows_its_country() -> None:
    text = "The Dutch defence ministry, Hezbollah and the European Commission agreed."
    found = find_actors(text, (), VOCABULARY)
    assert [(actor.kind, actor.known, actor.country) for actor in found] == [
        ("organisation", False, "netherlands"),
        ("organisation", True, "lebanon"),
        ("organisation", True, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "(",
        "(ABC)",
        "Union",
        "the Union",
        "\ud800 Party (\ud800)",
        "Party of",
        "'s Party",
        "U.S.",
        "of Peru",
        "Côte d’Ivoire’s",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_nothing_raises(text: str, form: str) -> None:
    for actor in find_actors(unicodedata.normalize(form, text), (), VOCABULARY):
        assert actor.text


def test_a_language_without_words_names_countries_all_the_same() -> None:
    found = find_actors("Cuba y el Perú firmaron.", (), VOCABULARY, "es")
    assert [actor.actor_id for actor in found] == ["cuba", "peru"]
    assert find_actors("Китай", (), VOCABULARY, "ru") == []
