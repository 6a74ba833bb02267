"""Where a happening took place, as the text writes it: the name after "in", "at" … that belongs to its own verb."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from loaders.extract.events.happenings import Happening, Telling
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.undated import main_clause
from loaders.extract.terms import Terms, fold
from loaders.records import Span
from loaders.vocabulary import Vocabulary

SHORTEST = 3
"""A name of fewer letters with a stop after it is an abbreviation."""
LONGEST = 5
"""A name of more words is a headline in capitals."""
CAPITALS = 0.7
"""Where so many of the words of a sentence have capitals, a capital shows no name."""
BEFORE = 40

_SMALL = re.compile(r" ([^\W\d_]+)")
_NAME = re.compile(
    r"((?:the\s+)?[^\W\d_a-z][^\W\d_]*(?:-[^\W\d_]+)*"
    r"(?:\s+(?:(?:of|de|del|la|el|los|the)\s+){0,2}[^\W\d_a-z][^\W\d_]*(?:-[^\W\d_]+)*){0,5})"
)
_OWNER = re.compile(r"['’]s?\b")
_GAP = re.compile(r"\s+")


@dataclass(frozen=True)
class PlaceWords:
    """Names of places in one language, and the words around such names (data/vocabulary/*/places.yaml)."""

    known: Terms[str]
    describing: frozenset[str]
    """Words between a preposition and a name ("in northern Kelna")."""
    sorts: frozenset[str]
    """Nouns that a name follows after "of" ("the town of Orm")."""
    bodies: frozenset[str]
    """Last words of names that are no places ("in the Senate")."""
    grounds: frozenset[str]
    """Last words of names that "on" stands before ("on Orm Island")."""
    reaching: Terms[str]
    """Verbs whose object is the place, where it is a known one ("besieged Orm")."""
    sent_to: frozenset[str]
    """Kinds whose "to" leads to where they happen, where the place is a known one ("was assigned to Orm")."""
    hearers: frozenset[str]
    """Words between a verb of saying and where it was said ("told reporters in Orm")."""
    beside: frozenset[str]
    """Nouns whose "of" leads to what is held at the same place ("on the sidelines of the summit in Orm")."""


@lru_cache(maxsize=8)
def place_words(language: str, vocabulary: Vocabulary) -> PlaceWords:
    """The words of one language; of a language without any, the names of countries and capitals alone."""
    raw = vocabulary.words(language, "places")
    names = [fold(name) for name in raw.get("places", ())]
    for country in vocabulary.countries.values():
        if country.kind == "country":
            names += [fold(name) for found in (country.names, country.capital) for name in found.get(language, ())]
    sets = ("describing", "sorts", "bodies", "grounds", "sent_to", "hearers", "beside")
    return PlaceWords(
        known=Terms(dict.fromkeys(names, "place")),
        reaching=Terms(dict.fromkeys(raw.get("reaching", ()), "verb")),
        **{name: frozenset(raw.get(name, ())) for name in sets},
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """What a place is looked for in: a happening, the sentence that tells it, and the words of the language."""

    happening: Happening
    telling: Telling
    text: str
    folded: str
    words: EventWords
    known: PlaceWords
    taken: Sequence[Span]
    """Dates and people: no place stands there."""


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    """Where its preposition begins."""
    at: int
    """Where the name begins."""
    name: str


def find_place(scene: Scene) -> str | None:
    """The name that says where, in the clause that tells it, else where a report is from."""
    telling = scene.telling
    candidates = [
        found
        for piece in telling.clauses[scene.happening.clause].pieces
        for found in (*_behind_prepositions(scene, *piece), *_reached(scene, *piece))
        if not any(first < found.at + len(found.name) and found.at < last for first, last in scene.taken)
    ]
    if candidates and _is_in_capitals(scene.text[slice(*telling.span)]):
        candidates = [found for found in candidates if _is_known(found.name, scene.known)]
    fitting = [found for found in candidates if _is_own(found, scene)]
    if fitting:
        return min((_distance(scene.happening, found.at), found.name) for found in fitting)[1]
    return None if candidates else _dated_from(scene)


def _behind_prepositions(scene: Scene, start: int, end: int) -> Iterator[_Found]:
    happening, text, folded, words, known = scene.happening, scene.text, scene.folded, scene.words, scene.known
    for first, after, word in words.place_words.scan(folded, start, end):
        kinds = words.place_kinds.get(word)
        needs_known = kinds is not None and happening.kind not in kinds and happening.kind in known.sent_to
        if kinds is not None and happening.kind not in kinds and not (needs_known and word in words.to):
            continue
        at = _name_start(after, end, folded, known)
        name = _name_at(at, end, text, folded, words, known)
        if name is None or (needs_known and not _is_known(name, known)):
            continue
        last = fold(name.split()[-1])
        if word == "on" and last not in known.grounds:
            continue
        is_sort = not known.sorts.isdisjoint(folded[after:at].split())  # "at the town of Orm"
        if word == "at" and not is_sort and len(name.split()) == 1 and not _is_known(name, known):
            continue  # "at Kelnafeed" is with a firm
        yield _Found(first, at, name)


def _reached(scene: Scene, start: int, end: int) -> Iterator[_Found]:
    """Known places that are the object of a verb such as "besieged"."""
    text, folded, known = scene.text, scene.folded, scene.known
    for first, after, _ in known.reaching.scan(folded, start, end):
        at = _name_start(after, end, folded, known)
        hit = next(known.known.scan(folded, at, end), None)
        if hit is not None and hit[0] == at and not _OWNER.match(text, hit[1]):
            yield _Found(first, at, text[at : hit[1]])


def _name_start(after: int, end: int, folded: str, known: PlaceWords) -> int:
    """Where a name begins behind a preposition, its describing words and "the town of"."""
    at = after
    for match in WORD.finditer(folded, after, min(end, after + BEFORE)):
        word = match.group()
        if folded[at : match.start()].strip():
            break
        if word not in known.describing and word not in known.sorts and word not in ("the", "of"):
            return match.start()
        at = match.end()
    gap = _GAP.match(folded, after)
    return gap.end() if gap else after


def _name_at(at: int, end: int, text: str, folded: str, words: EventWords, known: PlaceWords) -> str | None:
    """The name that begins there; none where it is cut, describes a noun, or is a body's."""
    match = _NAME.match(text, at, end)
    if match is None:
        return None
    name = " ".join(match.group(1).split())
    if _OWNER.match(text, match.end(1)):
        return name if _is_known(name, known) else None
    if _is_cut_or_describes(name, match.end(1), text, words):
        return None
    parts = fold(name).split()
    is_one_of_many = len(parts) > LONGEST or parts[-1] in known.bodies or parts[0] in known.bodies
    return None if is_one_of_many and not _is_known(name, known) else name


def _is_known(name: str, known: PlaceWords) -> bool:
    folded = fold(name).removeprefix("the ")
    return any(start == 0 and end == len(folded) for start, end, _ in known.known.find(folded))


def _is_cut_or_describes(name: str, end: int, text: str, words: EventWords) -> bool:
    """Whether it is an abbreviation cut at its stop ("St."), or says what kind the next noun is ("the Oslo summit")."""
    if len(name.split()[-1]) < SHORTEST and text.startswith(".", end):
        return True
    following = _SMALL.match(text, end)
    if following is None or not following.group(1).islower():
        return False
    word = fold(following.group(1))
    return not (word in words.after_names or words.is_verb(word) or words.breaks.find(word))


def _is_own(found: _Found, scene: Scene) -> bool:
    """Whether the place is that of what happened, and not of another noun or verb ("condolences for the attack in Orm")."""
    happening, folded, words = scene.happening, scene.folded, scene.words
    trigger = happening.trigger
    if trigger is None:
        return True
    if happening.kind in words.said:
        return _is_where_said(found, trigger.start, trigger.end, scene)
    if found.start < trigger.end:
        return True
    between = [match.group() for match in WORD.finditer(folded, trigger.end, found.start)]
    if any(first in words.to and words.is_verb(second) for first, second in pairwise(between)):
        return False
    if not between:
        return True
    is_participle = words.is_past(between[-1]) and between[-1] not in words.passive
    joined = len(between) < 2 or between[-2] in words.and_words or between[-2] in words.passive
    if is_participle and not joined:
        return False
    nouns = (other for other in scene.telling.triggers if trigger.end <= other.start < other.end <= found.start)
    return not any(
        folded[other.end : found.start].strip() == ""
        and other.kind != happening.kind
        and _is_about(other.start, trigger.end, folded, words, scene.known)
        for other in nouns
    )


def _is_about(start: int, verb_end: int, folded: str, words: EventWords, known: PlaceWords) -> bool:
    """Whether a noun stands behind "for", "of" … after the verb; the nearest one counts."""
    between = ["", *(match.group() for match in WORD.finditer(folded, verb_end, start))]
    for before, word in reversed(list(pairwise(between))):
        if word in words.about_words or word in words.agents:
            return before not in known.beside
    return False


def _is_where_said(found: _Found, start: int, end: int, scene: Scene) -> bool:
    """Whether something was said there: "told reporters in Orm", "In Orm, she said", no "condemned the raid in Orm"."""
    telling, folded, small = scene.telling, scene.folded, scene.known.hearers | scene.words.articles
    if found.start < start:
        return not folded[max(telling.span[0], telling.body) : found.start].strip(' "“')
    for match in WORD.finditer(folded, end, found.start):
        is_taken = any(first <= match.start() < last for first, last in scene.taken)
        if not is_taken and match.group() not in small:
            return False
    return True


def _is_in_capitals(sentence: str) -> bool:
    """Whether so many words have a capital that it shows no name, as in headlines."""
    found = [word for word in sentence.split() if word[:1].isalpha()]
    return sum(word[:1].isupper() for word in found) > CAPITALS * len(found)


def _dated_from(scene: Scene) -> str | None:
    """The place that a report names at its head, where its first sentence tells the happening."""
    telling, text = scene.telling, scene.text
    if telling.body <= telling.span[0] or scene.happening.clause != (
        main_clause(telling, scene.folded, scene.words) or 0
    ):
        return None
    name = _NAME.match(text, telling.span[0], telling.body)
    if name is None:
        return None
    return " ".join(word.capitalize() if word.isupper() else word for word in name.group(1).split())


def _distance(happening: Happening, at: int) -> int:
    trigger = happening.trigger
    return abs(at - trigger.end) if trigger else at
