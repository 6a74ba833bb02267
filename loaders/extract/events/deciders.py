"""Kinds that hang on who does it, or on what somebody becomes: rulings of courts, votes of assemblies, posts taken up."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.clauses import Clause
from loaders.extract.events.lexicon import WORD, EventWords

SUBJECT = 80
"""So many letters stand between whoever decides and the verb at most."""
REACH = 9
"""So many words after "became" stands the post."""
ENTERING = "signing"
"""Entering a union or an alliance is told as what was signed for it."""
_STOP = re.compile(r"[.;:!?\n]{1,2}\s|, (?=an? |the )")


def decided_by(trigger: Trigger | None, clause: Clause, folded: str, words: EventWords) -> Trigger | None:
    """The trigger, or the decision where a court or an assembly is the subject of the clause's first verb.

    "The court granted the appeal" is a ruling, "The senate confirmed the treaty" a vote, though their verbs tell other kinds.
    """
    trigger = _in_contest(trigger, clause, folded, words)
    verb = _first_verb(clause, folded, words)
    if verb is None or (trigger is not None and trigger.kind in words.decided):
        return trigger
    told = folded[verb.start() : verb.end()]
    for start, end, kind in words.deciding.scan(folded, max(clause.start, verb.start() - SUBJECT), verb.start()):
        is_told = told in words.decided.get(kind, frozenset())
        if is_told and not _is_governed(start, clause, folded, words) and _runs_up(end, verb.start(), folded, words):
            return Trigger(*verb.span(), kind, trigger.sense if trigger else "")
    return trigger


def _in_contest(trigger: Trigger | None, clause: Clause, folded: str, words: EventWords) -> Trigger | None:
    """The trigger, as of the contest that the clause names ("defeated him in the primary election")."""
    if trigger is None or folded[trigger.start : trigger.end] not in words.contests:
        return trigger
    kinds = {kind for piece in clause.pieces for _, _, kind in words.kinds.scan(folded, *piece)}
    contest = next((kind for kind in words.contested if kind in kinds), None)
    return replace(trigger, kind=contest) if contest else trigger


def _first_verb(clause: Clause, folded: str, words: EventWords) -> re.Match[str] | None:
    before = ""
    for piece in clause.pieces:
        for match in WORD.finditer(folded, *piece):
            word = match.group()
            is_verb = words.is_past(word) or word in words.saying_now or word in words.decisions
            if is_verb and before not in words.articles and word not in words.passive:
                return match if before not in words.passive else None
            before = word
    return None


def _is_governed(start: int, clause: Clause, folded: str, words: EventWords) -> bool:
    """Whether a preposition stands before the name of the body ("the speaker of the senate")."""
    found = [match.group() for match in WORD.finditer(folded, clause.start, start)][-3:]
    while found and found[-1] in words.articles:
        found.pop()
    return bool(found) and (found[-1] in words.about_words or found[-1] in words.within)


def _runs_up(end: int, verb: int, folded: str, words: EventWords) -> bool:
    """Whether no other verb or clause stands between the body and its verb."""
    return not any(words.breaks.scan(folded, end, verb)) and folded.find("(", end, verb) < 0


def with_post(trigger: Trigger, sentence_end: int, folded: str, words: EventWords) -> Trigger | None:
    """The trigger, where it needs no post or one is named soon after it; entering a body is another kind; else none."""
    told = folded[trigger.start : trigger.end]
    if trigger.sense or told not in words.needs_post:
        return trigger
    stop = _STOP.search(folded, trigger.end, sentence_end)
    until = stop.start() if stop else sentence_end
    after = [match.group() for match in WORD.finditer(folded, trigger.end, until)][:REACH]
    if told in words.direct_post:
        after = list(takewhile(lambda word: word not in words.within, after))
    posts = [word for word in after if word in words.posts]
    if (any(word in words.bodies for word in after) or "members" in posts) and words.membership.issuperset(posts):
        return replace(trigger, kind=ENTERING, sense="entering a body")
    return replace(trigger, sense="taking up a post") if posts else None
