"""What verbs tell with their object, their subject or a small word: the first finite verb of a clause tells its kind."""

from __future__ import annotations

import pytest

from loaders.extract.events.clauses import split_clauses
from loaders.extract.events.deciders import decided_by
from loaders.extract.events.lexicon import event_words
from loaders.extract.events.triggers import choose_trigger, find_triggers
from loaders.extract.terms import fold
from loaders.vocabulary import FOLDER

WORDS = event_words("en", FOLDER)


def kind_of(text: str) -> str:
    """The kind of the first clause of a sentence; empty where nothing tells one."""
    folded = fold(text)
    span = (0, len(folded))
    clause = split_clauses(folded, span, WORDS)[0]
    found = choose_trigger(clause, find_triggers(folded, span, [], WORDS), folded, WORDS)
    decided = decided_by(found, clause, folded, WORDS)
    return decided.kind if decided else ""


SENSES = {
    "ceremony": ["The duke married a dancer."],
    "concession": [
        "The island lifted a year-old ban on wool.",
        "The curfew was lifted in the harbour.",
        "The junta released two journalists.",
        "The museum returned nine masks to the islanders.",
        "The crown colony was returned to the islanders.",
        "The governor gave in to the demands of the weavers.",
        "The ministry gave the trawlers permission to land.",
        "The cabinet withdrew the harbour bill.",
        "The prosecutor dropped the charges against the pilot.",
    ],
    "vote": [
        "The town council agreed to most proposals in a settlement.",
        "The queen signed a decree on wool.",
        "The governor vetoed the resolution.",
        "The mayor was impeached.",
    ],
    "signing": [
        "The two islands signed a treaty on herring.",
        "The two sides reached a deal on herring.",
        "Nine islands became members of the league.",
    ],
    "statement": [
        "Lund delivered a message to the weavers.",
        "The observatory released a report on the tides.",
        "The island welcomed the decision of the court.",
        "The province declared a state of emergency.",
    ],
    "withdrawal": [
        "The truce took effect.",
        "The general pulled out his troops.",
        "The rebels declared a truce.",
        "The army halted its offensive in the hills.",
    ],
    "attack": [
        "Orm fell to the Americans.",
        "The carriers began a run to strike the northern force.",
        "A carrier strike sank two ferries.",
        "The army launched a strike on the fort.",
        "The harbour fell to the rebels.",
        "The fleet plundered the town of Orm.",
        "A submarine sank the ferry.",
        "A Kelnan fleet took Orsund.",
        "The dragoons met Kelnan troops near the ford.",
        "The militia violated the truce.",
        "Gunboats struck an arms depot.",
        "The army commenced air and ground assaults.",
        "The navy fired rockets at the lighthouse.",
    ],
    "exercise": [
        "The general reviewed and drilled his artillery.",
        "A brigade of troops passed the mill.",
        "The island sent troops to the strait.",
        "The island tested a missile.",
        "Both navies held a joint drill.",
    ],
    "aid": ["The island gave 3.5 million crowns to the flooded villages.", "The island took in 1,200 refugees."],
    "sanction": [
        "The island cut off aid to the junta.",
        "The island severed ties with the junta.",
        "The island recalled its envoy.",
        "The island imposed new tariffs on wool.",
        "The league banned the party.",
        "The ministry tightened its export curbs on wool.",
    ],
    "arrest": [
        "The customs seized a shipment of opium.",
        "The junta shut down two newspapers.",
        "The police fired tear gas at the marchers.",
    ],
    "accusation": [
        "The paper alleged that the pilot was drunk.",
        "The island summoned the ambassador of the league.",
        "The ministry opened an inquiry into the fire.",
        "The bishop called the levy a disgrace.",
        "The mayor launched a scathing attack on the ministry.",
    ],
    "refusal": [
        "The senate blocked the plan.",
        "The island will not accept the ruling.",
        "The owners refused to renew the lease.",
        "The envoy cancelled his visit to the league.",
        "The mayor denied allegations of fraud.",
        "The junta broke off the talks.",
    ],
    "threat": ["The league gave the island a deadline.", "The admiral issued a warning to the trawlers."],
    "demand": ["The port authority ordered the owners to repair the quay."],
    "ruling": [
        "The smuggler was handed a nine-year sentence over the killing of a guard.",
        "The smuggler received a suspended sentence.",
        "The banker lost her appeal.",
        "The court reinstated the rule.",
        "The widow sued the owners.",
        "A jury convicted the miller.",
    ],
    "protest": [
        "The dockers began a strike in the old harbour.",
        "A union called a two-day strike.",
        "The weavers rose up against the governor.",
        "Weavers staged a sit-in at the mill.",
        "The dockers called off their strike.",
        "Protesters besieged the town hall.",
    ],
    "election": [
        "Lund won Iowa and Ohio.",
        "Lund carried Florida.",
        "Berg ran against Lund.",
        "The mayor locked up the nomination.",
        "The islanders went to the polls.",
        "The council called a snap election.",
        "Ann Lee won the nomination of the harbour party.",
    ],
    "appointment": [
        "The miller took office in spring.",
        "The admiral was created Earl of Orsund.",
        "Ann Lee joined the league as an inspector.",
    ],
    "departure": [
        "The government fell.",
        "The council was dissolved.",
        "The mill cut ninety jobs.",
        "The mayor ended her campaign for the senate.",
    ],
    "trade": [
        "The brewery reported a loss.",
        "The bank raised interest rates.",
        "The owners closed the mill.",
        "The airline ordered nine jets.",
    ],
    "founding": ["The two islands restored diplomatic relations.", "The guild opened a school."],
    "meeting": ["The queen received the envoy of the league.", "The mayor introduced the author to the guests."],
    "message": ["The ministry sent a batch of documents to the museum."],
    "visit": ["The island dispatched an envoy to the league."],
    "talks": ["The two sides failed to reach an agreement."],
    "pledge": [
        "The envoy reiterated his commitment to the islanders.",
        "The strikers accepted the offer of the owners.",
    ],
    "disaster": ["A storm battered the harbour.", "A ferry hit a bridge.", "The climber fell into a crevasse."],
    "anniversary": ["The island celebrated its anniversary."],
    "other": [
        "The party launched a counter-initiative in spring.",
        "Lund ran an ad on the tolls.",
        "Both sides deployed hundreds of volunteers.",
        "Lund landed himself in hot water.",
        "The guild adopted a new name.",
        "The clinic's patient was released from the hospital.",
    ],
    "": ["The smith lifted the lid.", "The mill kept its wheel."],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in SENSES.items() for text in texts])
def test_senses(kind: str, text: str) -> None:
    assert kind_of(text) == kind


FIRST = [
    # the main verb, and neither an infinitive, a participle beside it, nor the noun of a later one
    ("The islands welcomed the wish of the villages to join the league.", "statement"),
    ("Students seeking an election laid siege to the palace.", "protest"),
    ("The league founded by the islands signed a treaty.", "signing"),
    ("The envoy came to Orsund and met the queen.", "meeting"),
    ("The miller was fired on the last day.", "departure"),
    ("The Orsund-backed rebels signed a treaty.", "signing"),
    ("An attempt was made on the president.", ""),
]


@pytest.mark.parametrize(("text", "kind"), FIRST)
def test_the_first_finite_verb_tells_the_kind(text: str, kind: str) -> None:
    assert kind_of(text) == kind
