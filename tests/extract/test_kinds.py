"""Which kind of happening words tell, and where it took place."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates
from loaders.extract.events import Row, find_mentions
from loaders.extract.events.telling import Draft
from loaders.extract.leaders import find_people
from loaders.layout.sentences import split_sentences
from loaders.records import Document, Mention
from loaders.vocabulary import load_vocabulary

PUBLISHED = datetime(2024, 5, 10)
VOCABULARY = load_vocabulary()


def keep(row: Row, _: object) -> Draft | None:
    """All that has a date of its own and may be a row, whatever it is worth."""
    return None if row.draft.happening.carried else row.draft


def tell(text: str) -> list[Mention]:
    document = Document("d", "d.txt", text, published=PUBLISHED)
    dates = find_dates(text, PUBLISHED)
    people = find_people(text, VOCABULARY, PUBLISHED, dates=dates)
    return find_mentions(document, split_sentences(text), dates, people, [], VOCABULARY, choose=keep)


KINDS = [
    # before whom somebody stands is no clause of its own
    ("Ann Lee testified before a committee of the senate on Wednesday.", ["statement"]),
    # what is only asked for has no day, the asking has
    ("Oran called on the islands to withdraw on Wednesday.", ["demand"]),
    # words of a kind that tell no happening of it here
    ("On Wednesday the country condemned the bombing of a bridge.", ["accusation"]),
    ("Elderly people held sign-waving parties on Wednesday.", ["other"]),
    ("On Wednesday the elected mayors danced.", ["other"]),
    ("On Wednesday Ann Lee called for Bo Zhao to leave.", ["demand"]),
    ("Details of the first killings emerged on Wednesday.", ["other"]),
    ("The killings of Wednesday shocked the town.", ["attack"]),
    ("On Wednesday the minister blocked the sale.", ["other"]),
    ("On Wednesday Ann Lee took the vote as a sign of trust.", ["vote"]),
    ("The dockers erupted into applause on Wednesday.", ["other"]),
    # and words that do
    ("The judge denied the motion on Wednesday.", ["ruling"]),
    ("The motion for a new trial was denied on Wednesday.", ["ruling"]),
    ("Prosecutors charged the skipper on Wednesday.", ["accusation"]),
    ("The duke went into exile in 1998.", ["departure"]),
    ("Ann Lee took to social media on Wednesday.", ["statement"]),
    ("The ferry line introduced a fuel surcharge on Wednesday.", ["trade"]),
    ("Orvana gained independence in 1998.", ["founding"]),
    ("Britain granted Orvana independence in 1998.", ["concession"]),
    ("Ann Lee emerged as prime minister in 1998.", ["appointment"]),
    ("Ann Lee and Bo Zhao established the Harbour Ballet in 1998.", ["founding"]),
    ("A plane dropped bombs on the port on Wednesday.", ["attack"]),
    ("Ann Lee won the governorship in 1998.", ["election"]),
    ("The Kelna Post chided Ann Lee on Wednesday.", ["accusation"]),
    ("The Kelna Post named Ida Roe on its list of sailors in 1998.", ["other"]),
    ("Ann Lee pushed the government on Wednesday to close the port.", ["demand"]),
    ("Farmers blocked the highway on Wednesday.", ["protest"]),
    ("Nurses at two clinics walked out on Wednesday.", ["protest"]),
    ("The island recalled its ambassador on Wednesday.", ["sanction"]),
    ("The kingdom halted imports of rice on Wednesday.", ["sanction"]),
    ("A court threw out the claim on Wednesday.", ["ruling"]),
    ("The mill burned down on Wednesday.", ["disaster"]),
    ("The bank hired Ann Lee on Wednesday.", ["appointment"]),
    ("A judge ruled on Wednesday that the port must close.", ["ruling"]),
    ("The lower house approved the plan on Wednesday.", ["vote"]),
    ("The duke became king in 1998.", ["appointment"]),
    ("The plan became a symbol in 1998.", ["other"]),
    # what is promised, asked, blamed, refused, threatened, given up
    ("The island promised on Wednesday to open its ports.", ["pledge"]),
    ("The council vowed on Wednesday that the mill would stay.", ["pledge"]),
    ("Weavers demanded higher pay on Wednesday.", ["demand"]),
    ("The bishop called on both sides on Wednesday to talk.", ["demand"]),
    ("The envoy blamed the harbour master on Wednesday.", ["accusation"]),
    ("The league lodged a protest on Wednesday.", ["accusation"]),
    ("The island turned down the plan on Wednesday.", ["refusal"]),
    ("The general threatened on Wednesday to close the strait.", ["threat"]),
    ("The king issued an ultimatum on Wednesday.", ["threat"]),
    ("The junta freed nine fishermen on Wednesday.", ["concession"]),
    ("The queen pardoned the poet on Wednesday.", ["concession"]),
    ("The steamer called on 8 May.", ["other"]),
    ("The union has called a strike for 21 May.", ["protest"]),
    # a noun is the subject matter of what is promised or threatened, unless it has the date
    ("On Wednesday the union threatened a strike.", ["threat"]),
    ("On Wednesday the minister ruled out a referendum.", ["refusal"]),
    ("Before the election the mayor warned on Wednesday of floods.", ["threat"]),
    # words that only look like a kind
    ("The mayor celebrated after her landslide win on Wednesday.", ["election"]),
    ("Sales did not meet expectations on Wednesday.", ["other"]),
    ("The mayor had a heart attack on Wednesday.", ["other"]),
    # words that tell their kind only alone
    ("A flood killed ten people on Wednesday.", ["disaster"]),
    ("Gunmen killed ten people on Wednesday.", ["attack"]),
    ("The bridge collapsed on Wednesday.", ["disaster"]),
    ("The talks in Oslo collapsed on Wednesday.", ["meeting"]),
    # courts, offices, streets, works
    ("A jury convicted the banker on Wednesday.", ["ruling"]),
    ("The trial began on Wednesday.", ["ruling"]),
    ("The station fired Ann Lee on Wednesday.", ["departure"]),
    ("Ann Lee was fired on Wednesday.", ["departure"]),
    ("The mill laid off ninety weavers on Wednesday.", ["departure"]),
    ("Nurses took to the streets on Wednesday.", ["protest"]),
    ("The lighthouse was built in 1811.", ["founding"]),
    ("The assembly repealed the salt law on Wednesday.", ["vote"]),
    ("The two towns reached a deal on Wednesday.", ["signing"]),
    ("On Wednesday the mayor dropped out of the race.", ["election"]),
    ("The province declared a state of emergency on Wednesday.", ["statement"]),
    # the main verb tells the kind, and what it is about where it tells none itself
    ("On Wednesday the union imposed sanctions for meddling in the election.", ["sanction"]),
    ("The two envoys held talks on Wednesday after the attack.", ["meeting"]),
    ("On Wednesday the paper described the attack on the bridge.", ["statement"]),
    ("On Wednesday the envoy spoke at a meeting with Ann Lee.", ["meeting"]),
    ("A tram left the rails on Wednesday.", ["other"]),
    # a verb that says little leaves it to what it is about
    ("On Wednesday the queen ordered the expulsion of nine envoys.", ["sanction"]),
    ("The central bank cut its key rate on Wednesday.", ["trade"]),
    ("The island sent thirty tonnes of rice to the coast on Wednesday.", ["aid"]),
    ("The island sent two warships to the strait on Wednesday.", ["exercise"]),
    ("The union called on the owners on Wednesday to raise wages.", ["demand"]),
    ("The two armies agreed to a ceasefire on Wednesday.", ["withdrawal"]),
    ("The governor announced his resignation on Wednesday.", ["departure"]),
    ("The council announced a visit on Wednesday.", ["statement"]),
    # courts rule and assemblies vote, whatever their verbs; who only belongs to them does not
    ("The court of appeal granted the owners a stay on Wednesday.", ["ruling"]),
    ("A jury awarded the widow two million crowns on Wednesday.", ["ruling"]),
    ("A panel of judges remanded the case on Wednesday.", ["ruling"]),
    ("The senate confirmed the treaty on Wednesday.", ["vote"]),
    ("The security council adopted the text on Wednesday.", ["vote"]),
    ("The speaker of the senate granted nine pardons on Wednesday.", ["concession"]),
    # becoming and joining tell a post, or entering a body, or nothing of a kind
    ("The miller became governor of the island on Wednesday.", ["appointment"]),
    ("The queen named the miller minister of finance on Wednesday.", ["appointment"]),
    ("The island joined the Postal Union on Wednesday.", ["signing"]),
    ("The village became a town on Wednesday.", ["other"]),
    # who is defeated in an election lost no battle
    ("Ann Lee defeated Bo Zhao in the primary election on Wednesday.", ["election"]),
    ("The islanders defeated the fleet on Wednesday.", ["attack"]),
    # an army occupies a town, and students a university
    ("The army occupied the island on Wednesday.", ["attack"]),
    ("Students occupied the university on Wednesday.", ["protest"]),
    # a date that describes a noun tells of that noun, and so does the last participle before one
    ("Prices rose after the May 8 death of the poet.", ["death"]),
    # the date is of another verb, whose clause names nobody
    ("Poets praised the board established by the town in 2015.", []),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds(text: str, kinds: list[str]) -> None:
    told = tell("The weather was mild.\n\n" + text)
    assert [mention.event_type for mention in told if mention.date is not None] == kinds


NOTHING = [
    "That was last autumn.",
    "In November you will vote.",
    "Nothing happened on Wednesday.",
    "The council wrote the charter that is read to this day, more than 200 years later.",
    "There are two mills today.",
    "It was unlikely in 2004.",
    "If you had a vote today, you would vote for Ann Lee.",
    "If the council votes on Friday, the mill will close.",
    "Then came 17 December 2014.",
    # a year in a name, and the caption of a picture
    "The mayor announced changes to the Safe Ports Act 2015.",
    "In this 4 May 2016 file photo, the mayor opens the bridge.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_tells_of_no_happening(text: str) -> None:
    assert [mention for mention in tell("The weather was mild.\n\n" + text) if mention.date is not None] == []


STATUS = [
    ("The summit was supposed to open on 8 May.", "denied"),
    ("The mill would have closed on Wednesday.", "denied"),
    ("The first strike was held on Wednesday.", "happened"),
    ("The mill will have to close on 20 May.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(text: str, status: str) -> None:
    assert [mention.status for mention in tell("The weather was mild.\n\n" + text)] == [status]


PLACES = [
    ("A court closed the case in St. Louis on Wednesday.", None),
    ("The Oslo plan was signed at the Oslo summit on Wednesday.", None),
    ("The plan was signed in Oslo on Wednesday.", "Oslo"),
    # before the name stand its sort, and on which side
    ("Rebel forces met Kelnan troops at the town of Orm on Wednesday.", "Orm"),
    ("Twelve guards were ambushed in the lawless Gray Peninsula on Wednesday.", "Gray Peninsula"),
    ("Five weavers were killed in eastern Ukraine on Wednesday.", "Ukraine"),
    ("An army killed five rebels in Libya's capital city of Tripoli on Wednesday.", "Libya"),
    # what is an island, whom a post takes where, what an army does to a town
    ("Forces of Kelna started to land on Gull Island on Wednesday.", "Gull Island"),
    ("Ann Lee was assigned to Manila on Wednesday.", "Manila"),
    ("A small force marched on Orm on Wednesday.", "Orm"),
    # of another noun, of an aim, of a body
    ("The president expressed on Wednesday condolences for the attack in Kabul.", None),
    ("Ana Ruiz had a meeting with Bo Lund on the margins of the harbour summit in Kelna on Wednesday.", "Kelna"),
    ("The cabinet met on Wednesday to discuss a plan to free the hostages held in Gaza.", None),
    ("The council of Orm approved the plan on Wednesday in the Senate.", None),
    # what was said has the place of those who heard it
    ("Ann Lee told reporters in Geneva on Wednesday that she would resign.", "Geneva"),
    ("Ann Lee condemned the raid in Aleppo on Wednesday.", None),
    # a report is from where its head says
    ("ORSUND, Kelna - The court sentenced two pilots on Wednesday.", "Orsund"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_places(text: str, place: str | None) -> None:
    assert [mention.place for mention in tell("The weather was mild.\n\n" + text)] == [place]
