"""People whom a clause does not name: those that its pronouns stand for, and the subject that it leaves out."""

from __future__ import annotations

from loaders.extract.events.clauses import COMMAS
from loaders.extract.events.happenings import Happening
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.scene import Scene, does_something_else, verb_place

WITHIN = 45
"""So many characters before a name an office stands and the word before it."""

HEAD = 80
"""Within so many characters of a sentence stands what it is about."""

NOUN = 5
"""So many words after an article stands its noun."""

TIE = 5
"""So many characters before a date stands its preposition."""


def through_pronouns(
    happening: Happening, scene: Scene, has_people: bool, verb: int, folded: str, words: EventWords
) -> list[str]:
    """People whom pronouns of the clause stand for; "his" only where it is his happening or nobody is named."""
    found: list[str] = []
    for start, end in scene.telling.clauses[happening.clause].pieces:
        for at, to, label in words.pronouns.scan(folded, start, end):
            if does_something_else((at, to), happening, scene.telling.clauses[happening.clause], folded, words):
                continue
            if label in ("first", "first_plural"):
                found += _first_person(at, scene, label == "first_plural")
            elif label == "both" or (label == "plural" and _is_talk(happening, words)):
                found += _last_two(scene)
            elif label == "plural":
                continue
            elif label in ("m", "f"):
                found += _last_of(label, at, scene, folded, words, is_object=at > verb)
            elif 0 <= verb - to <= WITHIN // 2 or (to <= verb and not has_people):
                found += _last_of(label[0], at, scene, folded, words, is_object=False)
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


def _last_of(gender: str, at: int, scene: Scene, folded: str, words: EventWords, *, is_object: bool) -> list[str]:
    """The person that "he" stands for: the first named in this sentence before it, else the last subject before.

    "him" is not who does it: nobody of the same sentence. After somebody without a name ("A spokesman said he …") it is nobody.
    """
    here = [person.leader_id for person in scene.people if person.end <= at and person.leader_id]
    if not here and _is_about_somebody_else(at, scene, folded, words):
        return []
    if is_object:
        candidates = [leader_id for leader_id in reversed(scene.subjects) if leader_id not in here]
    else:
        candidates = [*here[:1], *reversed(scene.subjects)]
    for leader_id in candidates:
        if leader_id and scene.genders.get(leader_id, gender) == gender:
            return [leader_id]
    return []


def _is_about_somebody_else(at: int, scene: Scene, folded: str, words: EventWords) -> bool:
    """Whether the sentence, or a part of it after a comma, begins with a noun for a person that no name belongs to."""
    start = scene.telling.span[0]
    people = [(person.start, person.end) for person in scene.people]
    near, end = 0, start
    for match in WORD.finditer(folded, start, min(at, start + HEAD)):
        opens = end == start or folded[end : match.start()].strip() in COMMAS
        near = NOUN if opens and match.group() in words.articles else near - 1
        end = match.end()
        if words.is_verb(match.group()) or any(first <= match.start() < last for first, last in people):
            return False
        if near > 0 and match.group() in words.somebody:
            return True
    return False


def subject_before(happening: Happening, scene: Scene, folded: str, words: EventWords) -> list[str]:
    """Whom a clause is about that begins with its verb: "… and then flew to Rome", "…, who flew to Rome"."""
    clauses = scene.telling.clauses
    clause = clauses[happening.clause]
    verb = verb_place(happening, clause, folded, words)
    lead_in = without_dates(scene, clause.start, verb, folded)
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


def without_dates(scene: Scene, start: int, end: int, folded: str) -> list[str]:
    """The words of a stretch but for its dates with their prepositions ("…, and in 1665 was sent abroad")."""
    dates = [(date.start - TIE, date.end) for date in scene.telling.dates]
    words = (match for match in WORD.finditer(folded, start, end))
    return [word.group() for word in words if not any(first <= word.start() < last for first, last in dates)]


def _pronoun_subject(scene: Scene, start: int, end: int, folded: str, words: EventWords) -> list[str]:
    for at, _, label in words.pronouns.scan(folded, start, end):
        if label in ("m", "f"):
            return _last_of(label, at, scene, folded, words, is_object=False)
    return []
