"""Kinds of what a sentence tells, as PLOVER's root codes, for `evaluate_kinds.py --kind benchmarks/kinds.py:kind`.

The scorer gives a sentence with who did it and to whom; the answer is the kind of the clause that names the one who did it.
PLOVER codes what is promised, refused or threatened by that, whatever it is: `will meet` is AGREE, `will not meet` REJECT.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.clauses import Clause, split_clauses
from loaders.extract.events.deciders import decided_by
from loaders.extract.events.lexicon import STATEMENT, EventWords, event_words
from loaders.extract.events.triggers import choose_trigger, find_triggers
from loaders.extract.leaders import find_people
from loaders.extract.terms import fold
from loaders.vocabulary import FOLDER, load_vocabulary
from loaders.vocabulary import words as vocabulary_words

ROOTS = {
    "call": "CONSULT",
    "message": "CONSULT",
    "meeting": "CONSULT",
    "talks": "CONSULT",
    "visit": "CONSULT",
    "summit": "CONSULT",
    "ceremony": "CONSULT",
    "anniversary": "CONSULT",
    "signing": "SUPPORT",
    "pledge": "AGREE",
    "aid": "AID",
    "trade": "COOPERATE",
    "founding": "SUPPORT",
    "statement": "SUPPORT",
    "vote": "SUPPORT",
    "appointment": "YIELD",
    "election": "YIELD",
    "departure": "YIELD",
    "concession": "YIELD",
    "withdrawal": "YIELD",
    "demand": "REQUEST",
    "accusation": "ACCUSE",
    "ruling": "COERCE",
    "refusal": "REJECT",
    "threat": "THREATEN",
    "protest": "PROTEST",
    "sanction": "SANCTION",
    "arrest": "COERCE",
    "attack": "ASSAULT",
    "disaster": "ASSAULT",
    "death": "ASSAULT",
    "exercise": "MOBILIZE",
}
"""Kind -> PLOVER's code for the like."""

SENSES = {
    "vetoing": "REJECT",
    "failing to agree": "REJECT",
    "calling off a protest": "YIELD",
    "calling off talks": "SANCTION",
    "suing": "ACCUSE",
    "going to court": "ACCUSE",
    "filing": "ACCUSE",
    "charging": "ACCUSE",
    "extraditing": "ACCUSE",
    "banning a party": "COERCE",
    "barring somebody": "COERCE",
    "outlawing": "COERCE",
    "declaring an emergency": "COERCE",
    "accepting an offer": "AGREE",
    "withdrawing observers": "SANCTION",
    "leaving a body": "SANCTION",
    "imposing sanctions": "COERCE",
    "closing a border": "COERCE",
    "suspending somebody": "COERCE",
    "keeping peace": "AID",
    "holding a press conference": "CONSULT",
    "sending a text": "SUPPORT",
    "ordering somebody": "REQUEST",
}
"""Sense -> PLOVER's code, where that is another than its kind's."""

FRIENDLY = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "AGREE"))
HOSTILE = frozenset(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "ACCUSE"))
BEFORE = 60
"""So many letters before the verb stand the words that say it is still to come, or not."""
READY = ("ready to", "willing to", "prepared to", "agreed to", "agrees to")
ASKED = ("call for", "calls for", "called for", "calling for", "demanded", "demanding", "urged", "seeking", "sought")
OUGHT = (" must ", " should ", " needs to ", " need to ", " has to ", " have to ")
PUNISHING = ("sanction", "embargo", "boycott", "tariff", "expulsion", "penalt")


def kind(text: str, source: str, target: str) -> str | None:
    """The code of what the source's clause tells, of the sentence where that tells nothing; None where neither does."""
    words, folded = event_words("en", FOLDER), fold(text)
    span = (0, len(folded))
    triggers = find_triggers(folded, span, find_people(text, load_vocabulary(), None), words)
    clauses = split_clauses(folded, span, words, [], [])
    told: list[Trigger] = []
    for name in (source, target):
        at = folded.find(fold(name))
        for number, clause in enumerate(clauses):
            if at >= 0 and clause.holds((at, at + 1)):
                found = [_told(one, triggers, folded, words) for one in clauses[number : number + 2]]
                told += [trigger for trigger in found[: 2 if _only_says(found[0]) else 1] if trigger]
    told += triggers[:1]
    deeds = [trigger for trigger in told if trigger.kind != STATEMENT]
    best = next((trigger for trigger in deeds + told if ROOTS.get(trigger.kind)), None)
    return root_of(best, folded, words) if best else None


def root_of(trigger: Trigger, folded: str, words: EventWords) -> str | None:
    """PLOVER's code of a trigger: its kind's or its sense's, turned by what stands before it."""
    senses = vocabulary_words("en", "senses", FOLDER)["senses"]
    done = senses[trigger.sense]["kind"] if trigger.sense in senses else trigger.kind
    root = SENSES.get(trigger.sense) or ROOTS.get(done)
    before = folded[max(0, trigger.start - BEFORE) : trigger.start]
    cues = {label for _, _, label in words.status.find(before)}
    if trigger.kind == "demand" and any(word in folded[trigger.end : trigger.end + BEFORE] for word in PUNISHING):
        return "ACCUSE"
    if (root == "MOBILIZE" and "peace" in folded) or (trigger.kind == "visit" and "peacekeep" in folded):
        root = "AID"
    if trigger.kind == STATEMENT and any(word in folded[trigger.end :] for word in OUGHT):
        return "REQUEST"
    if "denied" in cues and root in FRIENDLY:
        return "REJECT"
    if ("planned" in cues or any(word in before for word in READY)) and root in FRIENDLY | HOSTILE:
        return "AGREE" if root in FRIENDLY else "THREATEN"
    return root


def _only_says(trigger: Trigger | None) -> bool:
    """Whether what is said is told in the clause after it."""
    return trigger is None or trigger.kind == STATEMENT


def _told(clause: Clause, triggers: list[Trigger], folded: str, words: EventWords) -> Trigger | None:
    found = decided_by(choose_trigger(clause, triggers, folded, words), clause, folded, words)
    if found is None or found.kind != STATEMENT:
        return found
    deeds = [trigger for trigger in triggers if trigger.kind != STATEMENT]
    return choose_trigger(clause, deeds, folded, words) or found
