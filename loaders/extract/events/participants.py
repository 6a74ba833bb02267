"""Who took part in a happening, and who was only there or only named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.clauses import COMMAS, Clause
from loaders.extract.events.complements import has_subject
from loaders.extract.events.happenings import Happening, Telling
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.records import PersonMention, Quote, Span

TITLE = 5
"""So many words are "by" and the title before a name."""
WITHIN = 45
"""So many characters before a name an office stands and the word before it."""

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


@dataclass(frozen=True, slots=True)
class Scene:
    """What the rules know of a sentence and what was told before it."""

    telling: Telling
    people: Sequence[PersonMention]
    earlier: Sequence[PersonMention]
    """People of the sentences before, the latest last."""
    subjects: Sequence[str]
    """Of each sentence before, whom it is about, the latest last."""
    protagonists: Sequence[str]
    """The two people whom the document names most; fewer where nobody stands out."""
    quotes: Sequence[Quote]
    genders: Mapping[str, str]
    """leader_id -> m or f, as far as known."""


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
        and not _does_something_else((person.start, person.end), happening, clause, folded, words)
    ]
    if happening.kind in words.said:
        taking_part = _speakers(taking_part, happening, clause, folded, words)
    elif len({person.leader_id for person in taking_part}) < 2 and happening.kind in words.conversations:
        taking_part += _other_side(happening, scene, folded, words)
    found = {person.leader_id: None for person in taking_part if person.leader_id}
    verb = _verb_place(happening, clause, folded, words)
    through = _through_pronouns(happening, scene, bool(found), verb, folded, words)
    if not through and not clause.quoted and not any(person.start < verb for person in taking_part):
        through = _subject_before(happening, scene, folded, words)
    leaders = tuple(dict.fromkeys([*through, *found]))
    named = tuple(dict.fromkeys(p.leader_id for p in scene.people if p.leader_id and p.leader_id not in leaders))
    return Cast(leaders, named, bool(through))


def _other_side(happening: Happening, scene: Scene, folded: str, words: EventWords) -> list[PersonMention]:
    """People of the next clause whom it was with ("messages that she exchanged with Ann Lee and with Bo Zhao")."""
    clauses, number = scene.telling.clauses, happening.clause
    if happening.trigger is None or number + 1 >= len(clauses) or clauses[number + 1].quoted:
        return []
    following = clauses[number + 1]
    people = [person for person in scene.people if following.holds((person.start, person.end))]
    return [p for p in people if words.with_words.find(folded[max(following.start, p.start - WITHIN) : p.start])]


def _verb_place(happening: Happening, clause: Clause, folded: str, words: EventWords) -> int:
    """Where the word stands that tells what happened: the trigger, else the first verb."""
    if happening.trigger is not None:
        return happening.trigger.start
    verbs = (match.start() for match in WORD.finditer(folded, clause.start, clause.end) if words.is_verb(match.group()))
    return next(verbs, clause.end)


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


def _does_something_else(span: Span, happening: Happening, clause: Clause, folded: str, words: EventWords) -> bool:
    """Whether whom the span names has a verb of his or her own, which nothing joins to what happened after it.

    "The thief who said that Ann Lee drove the car was arrested": Ann Lee was not. "Ann Lee came and met Bo Zhao" is joined.
    """
    trigger = happening.trigger
    if (
        trigger is None
        or happening.kind in words.said
        or not words.is_past(folded[trigger.start : trigger.end].split()[0])
    ):
        return False
    if not any(start <= span[0] < span[1] <= trigger.start < end for start, end in clause.pieces):
        return False
    between = folded[span[1] : trigger.start]
    if words.joining.find(between) or any(mark in between for mark in COMMAS):
        return False
    found = [match.group() for match in WORD.finditer(between)]
    while found and (found[-1] in words.auxiliaries or found[-1] in words.passive or found[-1] in words.between):
        found.pop()
    return any(words.is_past(word) for word in found)


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


def _through_pronouns(
    happening: Happening, scene: Scene, has_people: bool, verb: int, folded: str, words: EventWords
) -> list[str]:
    """People whom pronouns of the clause stand for; "his" only where it is his happening or nobody is named."""
    found: list[str] = []
    for start, end in scene.telling.clauses[happening.clause].pieces:
        for at, to, label in words.pronouns.scan(folded, start, end):
            if _does_something_else((at, to), happening, scene.telling.clauses[happening.clause], folded, words):
                continue
            if label in ("first", "first_plural"):
                found += _first_person(at, scene, label == "first_plural")
            elif label == "both" or (label == "plural" and _is_talk(happening, words)):
                found += _last_two(scene)
            elif label == "plural":
                continue
            elif label in ("m", "f"):
                found += _last_of(label, at, scene, is_object=at > verb)
            elif 0 <= verb - to <= WITHIN // 2 or (to <= verb and not has_people):
                found += _last_of(label[0], at, scene, is_object=False)
    return found


def _is_talk(happening: Happening, words: EventWords) -> bool:
    """Whether people come together in it, so that "they" are whom the document is about ("their boat sank" is not)."""
    return happening.kind in words.conversations and happening.kind not in words.said


def _first_person(at: int, scene: Scene, plural: bool) -> list[str]:
    """Who says "I": the speaker of the quotation, if a person; "we" are also those whom it named before."""
    people = [person for person in (*scene.earlier, *scene.people) if person.leader_id]
    for quote in scene.quotes:
        if quote.start <= at < quote.end and quote.speaker in {person.leader_id for person in people}:
            named = [p.leader_id for p in people if p.leader_id and quote.start <= p.start < at] if plural else []
            return [str(quote.speaker), *named]
    return []


def _last_two(scene: Scene) -> list[str]:
    """Whom "the two leaders" are: the two whom the document names most, else the two named last before."""
    if len(scene.protagonists) == 2:
        return list(scene.protagonists)
    ids = list(dict.fromkeys(person.leader_id for person in reversed(scene.earlier) if person.leader_id))
    return list(reversed(ids[:2])) if len(ids) > 1 else []


def _last_of(gender: str, at: int, scene: Scene, is_object: bool) -> list[str]:
    """The person that "he" stands for: the first named in this sentence before it, else the last subject before.

    "him" is not who does it: nobody of the same sentence.
    """
    here = [person.leader_id for person in scene.people if person.end <= at and person.leader_id]
    if is_object:
        candidates = [leader_id for leader_id in reversed(scene.subjects) if leader_id not in here]
    else:
        candidates = [*here[:1], *reversed(scene.subjects)]
    for leader_id in candidates:
        if leader_id and scene.genders.get(leader_id, gender) == gender:
            return [leader_id]
    return []


def _subject_before(happening: Happening, scene: Scene, folded: str, words: EventWords) -> list[str]:
    """Whom a clause is about that begins with its verb: "… and then flew to Rome", "…, who flew to Rome"."""
    clauses = scene.telling.clauses
    clause = clauses[happening.clause]
    verb = _verb_place(happening, clause, folded, words)
    lead_in = [match.group() for match in WORD.finditer(folded, clause.start, verb)]
    if happening.clause == 0 or not all(words.leads_in(word) for word in lead_in):
        return []
    opened_aside = next(words.breaks.scan(folded, clause.start, verb), (0, 0, ""))[2] == "aside"
    before = [person.leader_id for person in scene.people if person.leader_id and person.end <= clause.start]
    if not lead_in and folded.endswith(COMMAS, clause.start - 1, clause.start):
        owners = (person for person in scene.people if 0 < clause.start - person.end <= 1)
        return [str(person.leader_id) for person in owners if person.leader_id]
    if before:
        return before[-1:] if opened_aside else before[:1]
    return _pronoun_subject(scene, clauses[0].start, clause.start, folded, words)


def _pronoun_subject(scene: Scene, start: int, end: int, folded: str, words: EventWords) -> list[str]:
    for at, _, label in words.pronouns.scan(folded, start, end):
        if label in ("m", "f"):
            return _last_of(label, at, scene, is_object=False)
    return []


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
