"""Kinds of what a sentence tells, as PLOVER's root codes, for `evaluate_kinds.py --kind benchmarks/kinds.py:kind`.

The scorer gives a sentence with who did it and to whom; the answer is the kind of the clause that names the one who did it.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.clauses import Clause, split_clauses
from loaders.extract.events.deciders import decided_by
from loaders.extract.events.lexicon import EventWords, event_words
from loaders.extract.events.triggers import choose_trigger, find_triggers
from loaders.extract.terms import fold
from loaders.vocabulary import FOLDER

ROOTS = {
    "call": "CONSULT",
    "message": "CONSULT",
    "meeting": "CONSULT",
    "talks": "CONSULT",
    "visit": "CONSULT",
    "summit": "CONSULT",
    "ceremony": "CONSULT",
    "anniversary": "CONSULT",
    "signing": "AGREE",
    "pledge": "AGREE",
    "aid": "AID",
    "trade": "COOPERATE",
    "founding": "COOPERATE",
    "statement": "SUPPORT",
    "vote": "AGREE",
    "appointment": "YIELD",
    "election": "YIELD",
    "departure": "YIELD",
    "concession": "YIELD",
    "withdrawal": "YIELD",
    "demand": "REQUEST",
    "accusation": "ACCUSE",
    "ruling": "ACCUSE",
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


def kind(text: str, source: str, target: str) -> str | None:
    """The code of what the source's clause tells, of the sentence where that tells nothing; None where neither does."""
    words, folded = event_words("en", FOLDER), fold(text)
    span = (0, len(folded))
    triggers = find_triggers(folded, span, [], words)
    clauses = split_clauses(folded, span, words, [], [])
    named = [folded.find(fold(name)) for name in (source, target)]
    told: list[Trigger] = []
    for at in named:
        holding = [clause for clause in clauses if at >= 0 and any(start <= at < end for start, end in clause.pieces)]
        told += [trigger for clause in holding if (trigger := _told(clause, triggers, folded, words))]
    best = next((trigger for trigger in told if ROOTS.get(trigger.kind)), triggers[0] if triggers else None)
    return ROOTS.get(best.kind) if best else None


def _told(clause: Clause, triggers: list[Trigger], folded: str, words: EventWords) -> Trigger | None:
    return decided_by(choose_trigger(clause, triggers, folded, words), clause, folded, words)
