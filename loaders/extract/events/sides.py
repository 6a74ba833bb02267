"""Who did it and to whom: of the people, countries and organisations that a clause names, which is on which side.

Source and target are PLOVER's. There is no parser: who stands before the verb did it, who stands after it had it done, and the
small word before a name overrules both ("by", "against", "in"). A passive turns the sides round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.clauses import COMMAS, Clause
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.side_words import APART, BETWEEN, BY, FROM, OF, TO, WITH, SideWords
from loaders.records import Span

REACH = 7
"""So many words before a name stands the small word that says its part ("with the newly elected president Ana Ruiz")."""
WINDOW = 160
"""So many characters hold them; it bounds the work where a sentence has no end."""
NEAR = 3
"""So many words after an owner stands what is its own ("Iran's second missile test")."""
PASSIVE = 4
"""So many words before a participle stands what makes it a passive."""

WISH = 25
"""So many characters around its last word have the words for a wish."""

SOURCE, TARGET, EITHER = "source", "target", "either"


@dataclass(frozen=True, slots=True)
class Party:
    """Words that name somebody who can act."""

    start: int
    end: int
    party_id: str
    is_capital: bool = False
    """Whether it is a capital's name, which is a place as well."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Ids of those on either side, in the order of the text."""

    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, as a clause tells it: where its verb stands, and whether that is passive."""

    kind: str
    trigger: Trigger | None
    verb: Span
    is_passive: bool

    @property
    def is_noun(self) -> bool:
        return self.trigger is not None and self.trigger.start >= self.verb[1]


def find_deed(
    kind: str,
    trigger: Trigger | None,
    clause: Clause,
    parties: Sequence[Party],
    folded: str,
    words: EventWords,
    small: SideWords,
) -> Deed:
    """The verb with which a clause tells a happening: the trigger, else the last verb before it, else the first after."""
    verbs = [
        match.span()
        for piece in clause.pieces
        for match in WORD.finditer(folded, *piece)
        if words.is_past(match.group()) or match.group() in words.saying_now
    ]
    named = _places_of_words(parties, folded)
    verbs = [verb for verb in verbs if folded[slice(*verb)] not in words.passive and verb[0] not in named]
    verb = _verb_of(trigger, verbs, clause)
    before = [match.group() for match in WORD.finditer(folded, clause.start, verb[0])][-PASSIVE:]
    while before and (before[-1] in small.adverbs or before[-1].endswith(small.adverb_endings)):
        before.pop()
    tells_past = any(words.is_past(word) for word in folded[slice(*verb)].split()[:1])
    is_passive = tells_past and bool(before) and before[-1] in words.passive
    return Deed(kind, trigger, verb, is_passive)


def _places_of_words(parties: Sequence[Party], folded: str) -> frozenset[int]:
    """Where the words of names begin, which are no verbs ("the United States")."""
    return frozenset(word.start() for party in parties for word in WORD.finditer(folded, party.start, party.end))


def _verb_of(trigger: Trigger | None, verbs: Sequence[Span], clause: Clause) -> Span:
    if trigger is None:
        return verbs[0] if verbs else (clause.end, clause.end)
    own = next((verb for verb in verbs if trigger.start <= verb[0] < trigger.end), None)
    earlier = [verb for verb in verbs if verb[1] <= trigger.start]
    if own is not None:
        return own
    if earlier:
        return earlier[-1]
    later = next((verb for verb in verbs if verb[0] >= trigger.end), None)
    return later or (trigger.start, trigger.end)


def find_sides(
    parties: Sequence[Party],
    deed: Deed,
    clause: Clause,
    dates: Sequence[Span],
    folded: str,
    words: EventWords,
    small: SideWords,
) -> Sides:
    """The sides of a deed among the parties of its clause, which are in order; whoever is on none is not among them."""
    found: list[tuple[Party, str]] = []
    before: Party | None = None
    part = ""
    for party in parties:
        if before is None or not _are_joined(folded[before.end : party.start], bool(part), words, small):
            part = _part(party, deed, clause, dates, folded, words, small)
        found.append((party, part))
        before = party
    return _told_apart(found, deed, small)


def _told_apart(found: Sequence[tuple[Party, str]], deed: Deed, small: SideWords) -> Sides:
    """Those of one side of what is done together, where nobody stands on the other: the first has it with the rest."""
    ids = {part: [p.party_id for p, own in found if own == part] for part in (SOURCE, TARGET, EITHER)}
    sources, targets = list(dict.fromkeys(ids[SOURCE])), list(dict.fromkeys(ids[TARGET]))
    either = [one for one in dict.fromkeys(ids[EITHER]) if one not in sources]
    if either:
        sources, targets = (sources, [*targets, *either]) if sources else (either[:1], [*either[1:], *targets])
    if deed.kind in small.together and len(sources) > 1 and not targets:
        sources, targets = sources[:1], sources[1:]
    return Sides(tuple(sources), tuple(one for one in dict.fromkeys(targets) if one not in sources))


def _are_joined(between: str, has_part: bool, words: EventWords, small: SideWords) -> bool:
    """Whether "and" or a comma makes one list of two names, at most a title between them ("Lund and her deputy Berg").

    A comma alone joins nobody to a name that has no part in it ("In Peru, Chile accused …").
    """
    found = [match.group() for match in WORD.finditer(between)]
    if any(word in small.before or words.is_verb(word) or word in words.passive for word in found):
        return False
    if not has_part and any(mark in between for mark in COMMAS):
        return False
    if found and found[0] in words.and_words:
        return len(found) <= (REACH if has_part else 1)
    return not found and between.strip() in COMMAS


def _part(
    party: Party, deed: Deed, clause: Clause, dates: Sequence[Span], folded: str, words: EventWords, small: SideWords
) -> str:
    """On which side the small word before a name puts it, else the verb; empty for none."""
    word, part = _small_word(party, clause, dates, folded, words, small)
    if part == APART or (party.is_capital and part in (TO, FROM, OF) and deed.kind in small.places):
        return ""
    if part == BY:
        return SOURCE if deed.is_passive or deed.is_noun or party.start < deed.verb[0] else ""
    if word >= 0 and _is_matter(word, clause, folded, small):
        return ""
    if part == BETWEEN:
        return EITHER
    if part == WITH:
        return TARGET
    if part == TO:
        return TARGET if party.start >= deed.verb[0] or _is_after_noun(party, deed) else ""
    if part == FROM:
        return SOURCE if deed.kind in small.given else ""
    if part == OF:
        return _of_whom(party, deed, word, folded, small)
    return _by_verb(party, deed, folded, words, small)


def _is_matter(at: int, clause: Clause, folded: str, small: SideWords) -> bool:
    """Whether the noun before a small word is only what they speak of ("ties between Peru and Chile")."""
    before = [match.group() for match in WORD.finditer(folded, max(clause.start, at - WISH), at)]
    return bool(before) and before[-1] in small.matters


def _is_after_noun(party: Party, deed: Deed) -> bool:
    return deed.trigger is not None and deed.trigger.end <= party.start


def _of_whom(party: Party, deed: Deed, at: int, folded: str, small: SideWords) -> str:
    """Who is named after "of": right after the deed it is its own, else it belongs to what stands before."""
    trigger = deed.trigger
    if _wished(at, folded, small):
        return SOURCE if deed.is_passive else ""
    if trigger is not None and 0 <= at - trigger.end <= 1:
        return TARGET if deed.kind in small.suffered else SOURCE
    return TARGET if party.start >= deed.verb[1] and not party.is_capital and not deed.is_passive else ""


def _wished(at: int, folded: str, small: SideWords) -> bool:
    """Whether the name is of those at whose wish it was done ("at the request of")."""
    return any(end > at for _, end, _ in small.wished_by.scan(folded, max(0, at - WISH), at + WISH))


def _by_verb(party: Party, deed: Deed, folded: str, words: EventWords, small: SideWords) -> str:
    """The side on which a name stands that no small word goes before."""
    trigger = deed.trigger
    if deed.is_noun and trigger is not None and party.end <= trigger.start and _owns(party, trigger, folded, words):
        return SOURCE
    if party.end <= deed.verb[0]:
        return TARGET if deed.is_passive else SOURCE
    if party.is_capital and deed.kind in small.places:
        return ""
    return "" if deed.is_passive else TARGET


def _owns(party: Party, trigger: Trigger, folded: str, words: EventWords) -> bool:
    """Whether the deed is the party's own ("Iran's missile test")."""
    tail = next((mark for mark in words.possessive if folded.startswith(mark, party.end)), None)
    return tail is not None and len(folded[party.end + len(tail) : trigger.start].split()) < NEAR


def _small_word(
    party: Party, clause: Clause, dates: Sequence[Span], folded: str, words: EventWords, small: SideWords
) -> tuple[int, str]:
    """Where the small word before a name stands and what it says; empty where the name follows a verb, a mark or a date."""
    start = max((first for first, end in clause.pieces if first <= party.start < end), default=clause.start)
    start = max([start, party.start - WINDOW, *(end for _, end in dates if end <= party.start)])
    found = list(WORD.finditer(folded, start, party.start))[-REACH:]
    at = party.start
    for match in reversed(found):
        between = folded[match.end() : at]
        if any(mark in between for mark in (*COMMAS, ";", ":", "(", ")", '"', "“", "”")):
            break
        part = small.before.get(match.group(), "")
        if part:
            return match.start(), part
        if words.is_verb(match.group()) or match.group() in words.and_words or match.group() in words.passive:
            break
        at = match.start()
    return -1, ""
