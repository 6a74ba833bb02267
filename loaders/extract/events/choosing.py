"""Which of several words of a clause tells the kind of what happened: its main verb, else what that verb is about.

"He imposed sanctions for interfering in the election" tells a sanction, though an election is named; "they held talks after the
attack" tells talks, for "held" says nothing itself; "she said that he had resigned" tells what she said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.events.clauses import Clause
from loaders.extract.events.lexicon import STATEMENT, WORD, EventWords
from loaders.records import Span

WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
OBJECT = 6
"""Within so many words after a verb stands what it is about."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell a happening of a kind."""

    start: int
    end: int
    kind: str
    sense: str = ""
    """What the verb tells with its object (senses.py); empty where the words tell the kind alone."""


def told_by_main_verb(near: Sequence[Trigger], clause: Clause, folded: str, words: EventWords) -> Trigger | None:
    """The trigger that the main verb is or is about; None where neither tells a kind."""
    verbs = _verbs(clause, folded, words)
    heads = [
        t for t in near if _is_finite(t, folded, words) or any(t.start < end and start < t.end for start, end in verbs)
    ]
    deeds = [head for head in heads if head.sense or (head.kind != STATEMENT and not _is_light(head, folded, words))]
    deeds = [deed for deed in deeds if not _is_reduced(deed, clause, folded, words)] or deeds
    if deeds:
        return min(deeds, key=lambda deed: (deed.kind in words.leading_up, deed.start, words.rank[deed.kind]))
    for verb in verbs[:1]:
        said = next((head for head in heads if head.kind == STATEMENT), None)
        if said is not None and folded[slice(*verb)] in words.plain_saying and verb[0] == said.start:
            return None if _at_a_talk(said, near, words) else said
        after = [t for t in near if t.start >= verb[1] and t not in heads and t.kind != STATEMENT]
        about = [trigger for trigger in after if _is_about(verb[1], trigger.start, said is not None, folded, words)]
        if said is not None and _at_a_talk(said, near, words):
            said = None
        return min(about, key=lambda trigger: (words.rank[trigger.kind], trigger.start), default=said)
    return None


def _is_reduced(trigger: Trigger, clause: Clause, folded: str, words: EventWords) -> bool:
    """Whether a participle only says by whom something was made so ("the board founded by the town")."""
    following = WORD.search(folded, trigger.end, clause.end)
    found = WORD_BEFORE.search(folded, max(0, trigger.start - 20), trigger.start)
    before = found.group(1) if found else ""
    return (
        following is not None
        and following.group() in words.by
        and not (before in words.passive or words.leads_in(before))
    )


def _is_finite(trigger: Trigger, folded: str, words: EventWords) -> bool:
    """Whether a verb with its object can be the main verb: no infinitive ("to join the union"), no "lending it weight"."""
    if not trigger.sense:
        return False
    found = [match.group() for match in WORD.finditer(folded, max(0, trigger.start - 40), trigger.start)]
    while found and found[-1] in words.senses.beside:
        found.pop()
    before = found[-1] if found else ""
    first = folded[trigger.start : trigger.end].split()[0]
    return before not in words.to and (not first.endswith(words.participle_endings) or before in words.passive)


def _is_light(trigger: Trigger, folded: str, words: EventWords) -> bool:
    """Whether what the verb is about tells the kind: "ordered the expulsion", and not "called on the owners"."""
    told = folded[trigger.start : trigger.end].split()
    following = WORD.search(folded, trigger.end)
    to_thing = told[-1] in words.to and following is not None and following.group() in words.articles
    return told[0] in words.light and (len(told) == 1 or told[-1] in words.articles or to_thing)


def _at_a_talk(said: Trigger, near: Sequence[Trigger], words: EventWords) -> bool:
    """Whether a talk is named after what was said, at which it can have been said."""
    return any(
        other.kind in words.conversations and other.kind not in words.said and other.start >= said.end for other in near
    )


def _verbs(clause: Clause, folded: str, words: EventWords) -> list[Span]:
    """The verbs of a clause that can be finite, of a passive or a perfect the participle; none after an article."""
    before, found = "", []
    for piece in clause.pieces:
        for match in WORD.finditer(folded, *piece):
            word = match.group()
            if (
                words.is_past(word) or word in words.saying_now or word in words.doing_now
            ) and before not in words.articles | words.about_words | words.agents:
                found.append(match.span())
            before = word
    return [span for span in found if folded[slice(*span)] not in words.passive]


def _is_about(verb_end: int, start: int, said: bool, folded: str, words: EventWords) -> bool:
    """Whether nothing but articles and describing words stands between a verb and what it is about."""
    between = [match.group() for match in WORD.finditer(folded, verb_end, start)]
    if len(between) > OBJECT:
        return False
    joints = [word for word in between if word in words.about_words or word in words.within or word in words.agents]
    return not joints and not (said and "to" in between)
