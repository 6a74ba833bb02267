"""What a report's headline announces is a row with the headline as its line; what only explains, asks or supposes is none."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.document import extract
from loaders.extract.events.headline_verbs import find_headline_verb
from loaders.extract.events.lines.pieces import cut_pieces
from loaders.extract.events.lines.wording import wording
from loaders.records import Document
from loaders.vocabulary import FOLDER, load_vocabulary

VERBS = [
    ("Ferry sinks off Orla, 14 missing", "sinks"),
    ("Divers spot wreck in the bay of Kelna", "spot"),
    ("Peru, Chile sign pact on copper", "sign"),
    ("Kelna to close its old port", "to"),
    ("Mayor of Orla arrested over bribes", "arrested"),
    ("Copper slumps to lowest price in a year", "slumps"),
    ("Finance minister resigns", "resigns"),
    ("Kelna Rovers cruise to win over Orla", "cruise"),
    ("Grain harvest thrown into doubt by storm", "thrown"),
    ("Dockers' union clinches deal on pay", "clinches"),
    # a capital among small letters is a name's, and an owner has no verb
    ("Port chief Ahmed Lund named acting mayor", "named"),
    ("Most oppose closing Planned Harbour", None),
    ("The mayor's support collapses in Kelna", "collapses"),
    ("A last chance to win the harbour back", None),
    ("Clerk who hid ledgers sentenced to a year", "sentenced"),
    ("Riddle of the boy who fell from the mast", None),
    ("A long winter in Kelna", None),
    ("The mayor's plans", None),
]


@pytest.mark.parametrize(("headline", "verb"), VERBS)
def test_the_verb_of_a_headline(headline: str, verb: str | None) -> None:
    pieces = cut_pieces(headline, [(0, len(headline))], ())
    at = find_headline_verb(pieces, wording("en", FOLDER))
    assert (pieces[at].folded if at > 0 else None) == verb


LEAD = "A diver of the university has found what is left of the brig Hope, the oldest wreck in the bay of Kelna."
MORE = "The wreck lies at thirty metres. It is covered with sand."
ANNOUNCED = [
    # in the present of headlines, and with small letters where each word has a capital
    ("Divers spot oldest wreck in bay of Kelna", LEAD, "Divers spot oldest wreck in bay of Kelna"),
    ("Divers Spot Oldest Wreck In Bay Of Kelna", LEAD, "Divers spot oldest wreck in bay of Kelna"),
    ("Oldest wreck spotted in bay of Kelna: university", LEAD, "Oldest wreck spotted in bay of Kelna"),
    ("Divers spot oldest wreck in bay of Kelna | The Orla Post", LEAD, "Divers spot oldest wreck in bay of Kelna"),
    # without what is no news of its own
    ("UPDATE: Divers spot oldest wreck in bay of Kelna", LEAD, "Divers spot oldest wreck in bay of Kelna"),
    ("Breaking news - Divers spot oldest wreck in bay of Kelna", LEAD, "Divers spot oldest wreck in bay of Kelna"),
    ("'What a day': Divers spot oldest wreck in bay of Kelna", LEAD, "Divers spot oldest wreck in bay of Kelna"),
    ("Joy at last! Divers spot oldest wreck in bay of Kelna", LEAD, "Divers spot oldest wreck in bay of Kelna"),
    ("Norway: Divers spot oldest wreck in bay of Kelna", LEAD, "Norway: Divers spot oldest wreck in bay of Kelna"),
    ("Divers spot oldest wreck in bay: Find 'a wonder', says rector", LEAD, "Divers spot oldest wreck in bay"),
    # too long for a line with what it came after
    (
        "Divers of university spot oldest wreck in whole bay of Kelna after a search of nine years",
        LEAD,
        "Divers of university spot oldest wreck in whole bay of Kelna",
    ),
    # what somebody becomes is no object
    (
        "Oldest wreck of Kelna declared national monument",
        f"{LEAD} The wreck was declared a monument.",
        "Oldest wreck of Kelna declared national monument",
    ),
    # a country and no "us"
    ("US divers spot oldest wreck in bay of Kelna", LEAD, "US divers spot oldest wreck in bay of Kelna"),
    # no news
    ("As divers spot oldest wreck, Kelna spends less", LEAD, None),
    ("Rector: Divers spot oldest wreck in bay of Kelna", LEAD, None),
    ("Let us hope divers spot oldest wreck in bay", LEAD, None),
    ("How divers spot the oldest wreck in bay of Kelna", LEAD, None),
    ("Divers may spot oldest wreck in bay of Kelna", LEAD, None),
    ("Have divers spotted the oldest wreck of Kelna?", LEAD, None),
    ("The oldest wreck in the bay of Kelna", LEAD, None),
    # a headline of something else
    ("Police free eleven sailors off Orla", LEAD, None),
    # and one that breaks off
    ("Divers spot oldest wreck in bay of...", LEAD, None),
]


def lines(title: str, lead: str, published: datetime | None = datetime(2024, 5, 10)) -> list[tuple[str, str, bool]]:
    text = f"{title}\n\n{lead} {MORE}\n"
    document = Document("d", "d.txt", text, title=title, published=published)
    return [(mention.line, mention.edtf, mention.main) for mention in extract(document, load_vocabulary()).mentions]


@pytest.mark.parametrize(("title", "lead", "line"), ANNOUNCED)
def test_a_headline_announces_the_news(title: str, lead: str, line: str | None) -> None:
    assert lines(title, lead) == ([] if line is None else [(line, "2024-05-10", True)])


def test_without_a_published_date_nothing_dates_it() -> None:
    assert lines(ANNOUNCED[0][0], LEAD, None) == []


def test_the_row_that_tells_it_with_its_day_has_the_headline_as_its_line() -> None:
    lead = "Divers from the university of Kelna spotted the oldest wreck of the whole bay on Tuesday, said its rector."
    assert lines("Divers spot oldest wreck in bay", lead) == [("Divers spot oldest wreck in bay", "2024-05-07", True)]


@pytest.mark.parametrize(
    ("title", "lead", "kind"),
    [
        # with the line of the headline goes its kind
        ("Kelna bans the sale of oysters", "The council of Kelna said on Tuesday that it had banned the sale of oysters.", "sanction"),
        ("Police arrest third man over Kelna bombing", "Police in Kelna arrested a third man on Thursday over the bombing of a market.", "arrest"),
        ("The office of Premier Karin Lund announced the visit on Monday", "", "statement"),
    ],
)  # fmt: skip
def test_the_kind_is_that_of_the_headline(title: str, lead: str, kind: str) -> None:
    document = Document("d", "d.txt", f"{title}.\n\n{lead}\n", title=f"{title}.", published=datetime(2024, 5, 10))
    assert [mention.event_type for mention in extract(document, load_vocabulary()).mentions] == [kind]


OTHER_LEAD = "The sea off the old harbour was calm, as it mostly is in May."
FURTHER = "What is left of the brig, the oldest wreck of the bay, was found at thirty metres by divers from Kelna."


@pytest.mark.parametrize(
    ("title", "lead", "told"),
    [
        # the lead begins with something else, and the text comes to it
        ("Divers spot oldest wreck in bay of Kelna", f"{OTHER_LEAD} {FURTHER}", ["Divers spot oldest wreck in bay of Kelna"]),
        # the lead tells a day's news in other words, of which the headline would be a second row
        ("Brig Hope gives up its secret", "Karin Lund resigned as rector of the university of Kelna on Tuesday.", ["Karin Lund resigns as rector of the university of Kelna"]),
    ],
)  # fmt: skip
def test_one_row_tells_what_the_report_is_about(title: str, lead: str, told: list[str]) -> None:
    assert [line for line, _, main in lines(title, lead) if main] == told
