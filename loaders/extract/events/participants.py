"""Who took part in a happening, and who was only there or only named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.clauses import COMMAS, Clause
from loaders.extract.events.complements import has_subject
from loaders.extract.events.happenings import Happening
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.scene import Scene, does_something_else, verb_place
from loaders.extract.events.stand_ins import WITHIN, subject_before, through_pronouns
from loaders.records import PersonMention

TITLE = 5
"""So many words are "by" and the title before a name."""

_NEAR = re.compile(r"\W*(?:[^\W_]+\W+){0,3}")


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of one happening: ids in the order of the text."""

    leaders: tuple[str, ...]
    named: tuple[str, ...]
    pronoun: bool = False
    """Whether somebody was found through a pronoun."""
    actors: tuple[str, ...] = ()
    """Countries and organisations that took part."""
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


def find_cast(happening: Happening, scene: Scene, folded: str, words: EventWords) -> Cast:
    """Who took part: the people of the clause that tells it, those that pronouns stand for, else the subject before."""
    if is_talked_about(happening, scene, folded, words):
        return Cast((), tuple(dict.fromkeys(p.leader_id for p in scene.people if p.leader_id)))
    clause = scene.telling.clauses[happening.clause]
    inside = [person for person in scene.people if clause.holds((person.start, person.end))]
    present = _beside(inside, happening, scene, folded, words)
    taking_part = [
        person
        for person in inside
        if person not in present
        and not _owns_something_else(person, happening, folded, words)
        and not does_something_else((person.start, person.end), happening, clause, folded, words)
    ]
    if happening.kind in words.said:
        taking_part = _speakers(taking_part, happening, clause, folded, words)
    elif len({person.leader_id for person in taking_part}) < 2 and happening.kind in words.conversations:
        taking_part += _other_side(happening, scene, folded, words)
    found = {person.leader_id: None for person in taking_part if person.leader_id}
    verb = verb_place(happening, clause, folded, words)
    through = through_pronouns(happening, scene, bool(found), verb, folded, words)
    if not through and not clause.quoted and not any(person.start < verb for person in taking_part):
        through = subject_before(happening, scene, folded, words)
    if not found and not through:
        others = [person for person in inside if person not in present and person.start < verb]
        found = dict.fromkeys(_owners_of_subject(others, happening, clause, folded, words))
    if not found and not through:
        found = dict.fromkeys(_whoever_does_it_within(happening, scene, folded, words))
    leaders = tuple(dict.fromkeys([*through, *found]))
    named = tuple(dict.fromkeys(p.leader_id for p in scene.people if p.leader_id and p.leader_id not in leaders))
    return Cast(leaders, named, bool(through))


def _whoever_does_it_within(happening: Happening, scene: Scene, folded: str, words: EventWords) -> list[str]:
    """Whom the clause before is about, where talk is only when he did it ("Lund laughed during an interview")."""
    clauses, trigger = scene.telling.clauses, happening.trigger
    if trigger is None or happening.clause == 0 or clauses[happening.clause].quoted:
        return []
    if happening.kind not in words.spoken and happening.kind not in words.conversations:
        return []
    start = clauses[happening.clause].start
    lead_in = [match.group() for match in WORD.finditer(folded, start, trigger.end)]
    if not lead_in or lead_in[0] not in words.within or any(words.is_verb(word) for word in lead_in):
        return []
    before = clauses[happening.clause - 1]
    first = next((person for person in scene.people if before.holds((person.start, person.end))), None)
    if first is None or not first.leader_id or _owns_something_else(first, happening, folded, words):
        return []
    return [first.leader_id] if not folded[before.start : first.start].strip() else []


def _owners_of_subject(
    people: Sequence[PersonMention], happening: Happening, clause: Clause, folded: str, words: EventWords
) -> list[str]:
    """The first whose own thing does it, where nobody does it himself ("Lund's design of a wall played a part")."""
    owners = (
        person.leader_id
        for person in people
        if person.leader_id
        and _owns_something_else(person, happening, folded, words)
        and not does_something_else((person.start, person.end), happening, clause, folded, words)
    )
    return [one for one in [next(owners, None)] if one is not None]


def _other_side(happening: Happening, scene: Scene, folded: str, words: EventWords) -> list[PersonMention]:
    """People of the next clause whom it was with ("messages that she exchanged with Ann Lee and with Bo Zhao")."""
    clauses, number = scene.telling.clauses, happening.clause
    if happening.trigger is None or number + 1 >= len(clauses) or clauses[number + 1].quoted:
        return []
    following = clauses[number + 1]
    people = [person for person in scene.people if following.holds((person.start, person.end))]
    return [p for p in people if words.with_words.find(folded[max(following.start, p.start - WITHIN) : p.start])]


def _beside(
    inside: Sequence[PersonMention], happening: Happening, scene: Scene, folded: str, words: EventWords
) -> list[PersonMention]:
    """People after words such as "attended by" up to the end of that piece, at the head of a sentence to the comma.

    So are those after an infinitive: "called Ann Lee to invite Bo Zhao" was no call with Bo Zhao.
    """
    found = []
    for start, end in scene.telling.clauses[happening.clause].pieces:
        cue = next(words.beside.scan(folded, start, end), None)
        if cue is not None:
            comma = folded.find(",", cue[1], end)
            until = comma if comma > 0 and len(folded[start : cue[0]].split()) < 3 else end
            found += [person for person in inside if cue[1] <= person.start < until]
        aim = _infinitive(happening, start, end, folded, words)
        found += [person for person in inside if aim <= person.start < end]
    return found


def _infinitive(happening: Happening, start: int, end: int, folded: str, words: EventWords) -> int:
    """Where an infinitive begins after the word that tells what happened; the end without one."""
    verb = happening.trigger.end if happening.trigger else start
    for at, to, _ in words.infinitives.scan(folded, max(start, verb), end):
        if at > verb:
            return to
    return end


def _owns_something_else(person: PersonMention, happening: Happening, folded: str, words: EventWords) -> bool:
    """Whether something else of the person's is spoken of ("Castro's regards", and not "Xi's visit")."""
    tail = next((mark for mark in words.possessive if folded.startswith(mark, person.end)), None)
    if tail is None and not person.text.endswith(tuple(words.possessive)):
        return False
    trigger = happening.trigger
    after = person.end + len(tail or "")
    near = _NEAR.match(folded, after)
    return trigger is None or near is None or not after <= trigger.start <= near.end()


def _speakers(
    people: Sequence[PersonMention], happening: Happening, clause: Clause, folded: str, words: EventWords
) -> list[PersonMention]:
    """Of a statement only who makes it: the last one before the verb and who is joined to him or her, else the first after.

    After a passive verb it is whom "by" names; where others speak, nobody named after the verb does.
    """
    trigger = happening.trigger
    if trigger is None or not people:
        return list(people)
    if agents := _agents(people, trigger, folded, words):
        return agents
    before = [person for person in people if person.end <= trigger.start]
    if not before:
        start = max((first for first, end in clause.pieces if first <= trigger.start < end), default=clause.start)
        return [] if has_subject(trigger, start, folded, words) else list(people[:1])
    joints = [folded[first.end : second.start] for first, second in pairwise(before)][::-1]
    if not any(word in words.and_words for joint in joints[:1] for word in joint.split()):
        return before[-1:]
    joined = sum(1 for _ in takewhile(lambda joint: _are_joined(joint, words), joints))
    return before[-1 - joined :]


def _agents(people: Sequence[PersonMention], trigger: Trigger, folded: str, words: EventWords) -> list[PersonMention]:
    """Who does what is told in the passive: "Oran was urged by Lund"."""
    before = [match.group() for match in WORD.finditer(folded, max(0, trigger.start - WITHIN), trigger.start)]
    if not before or before[-1] not in words.passive or before[-1] in words.none:
        return []
    after = (person for person in people if trigger.end <= person.start)
    return [person for person in after if _follows_agent(folded[trigger.end : person.start], words)]


def _follows_agent(between: str, words: EventWords) -> bool:
    """Whether "by", and at most a title after it, ends the words between a verb and a name."""
    found = between.split()
    at = max((place for place, word in enumerate(found) if word in words.by), default=-1)
    return at >= 0 and len(found) - at <= TITLE and not any(mark in " ".join(found[at:]) for mark in COMMAS)


def _are_joined(between: str, words: EventWords) -> bool:
    """Whether only a comma or a word such as "and" stands between two names."""
    return all(word.strip(",") in words.and_words or not word.strip(",") for word in between.split())


def is_talked_about(happening: Happening, scene: Scene, folded: str, words: EventWords) -> bool:
    """Whether the clause only speaks of it ("discussed the session of May", not "discussed it at a session")."""
    trigger = happening.trigger
    if trigger is None or happening.kind in words.spoken or words.is_past(folded[trigger.start : trigger.end]):
        return False
    start = scene.telling.clauses[happening.clause].start
    verb = max((end for _, end, _ in words.talking_about.scan(folded, start, trigger.start)), default=-1)
    if verb < 0:
        return False
    last = [match.group() for match in WORD.finditer(folded, verb, trigger.start)][-4:]
    return not any(word in words.within for word in last)
