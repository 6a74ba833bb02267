"""Verbs whose object, subject or small word decides what they tell: "lifted the ban", "signed a decree", "met Dutch troops".

A verb alone tells little: one signs a decree (a law), a treaty (an agreement) or a guest book. What stands with it are nouns of
a few classes (data/vocabulary/*/senses.yaml); a passive has its object before it. The first sense that fits counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import takewhile

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.sense_words import Sense, SenseWords
from loaders.records import PersonMention, Span

OBJECT = 9
"""Within so many words after a verb stands what it is done to."""
SUBJECT = 120
"""Within so many letters before a verb stands who does it."""
AFTER = 160
"""So many letters after a verb are looked at."""
SOON = 4
"""Among so many words after a passive stands the small word that decides what it tells."""
PASSIVE = 30
"""Within so many letters before a participle stands its "was"."""
ANY = "any"
"""The class of every object."""
KNOWN = "known"
"""The class of every noun that has one."""
NAME = "name"
"""The class of people named."""

_LAST = re.compile(r"([^\W\d_]+) $")
_END = re.compile(r"(?<!\d)[,.]|[,.](?!\d)|[;:!?()\[\]]|\s[–—-]+\s|—|\n")
_STOP = re.compile(r"(?<!\d)[,.]|[,.](?!\d)|[;:!?()\[\]\"“”]|\s[–—-]+\s|—|\n")


def find_senses(
    folded: str, sentence: Span, people: Sequence[PersonMention], words: SenseWords
) -> Iterator[tuple[int, int, int, Sense]]:
    """Start and end of each verb that has a sense here, the end of what it takes with it, and the sense."""
    starts = [person.start for person in people]
    for start, end, senses in words.verbs.scan(folded, *sentence):
        place = _Place(folded, sentence, (start, end), starts, words)
        found = place.fitting(senses)
        if found is not None:
            yield start, end, found[0], found[1]


def is_verb_there(start: int, end: int, stands_alone: bool, folded: str, words: EventWords) -> bool:
    """Whether a word that can be a noun or an adjective is a verb here: "free the crew", no "are free", "the release of"."""
    told = folded[start:end].split()
    first = told[0]
    if words.is_past(first):
        return True
    before = _LAST.search(folded, max(0, start - 20), start)
    word = before.group(1) if before else ""
    if first.endswith(words.participle_endings):
        return word not in words.articles
    is_noun = word in words.articles or word in words.about_words or word in words.within or word in words.agents
    if is_noun or word in words.passive or folded[max(0, start - 6) : start].rstrip().endswith(words.possessive):
        return False
    senses = words.senses
    if not stands_alone or len(told) > 1 or first.endswith(senses.verb_endings):
        return True
    return not word or word in senses.plain_after or word.endswith(senses.plural_endings)


def with_senses(found: dict[int, Trigger], sensed: Sequence[tuple[Trigger, int]]) -> dict[int, Trigger]:
    """The triggers with those of `sensed` instead of what stands in a verb and its object."""
    kept, reach, number = {}, -1, 0
    for start in sorted(found):
        while number < len(sensed) and sensed[number][0].start < found[start].end:
            reach = max(reach, sensed[number][1])
            number += 1
        if start >= reach:
            kept[start] = found[start]
    return kept | {trigger.start: trigger for trigger, _ in sensed}


class _Place:
    """A verb with what stands around it, looked at once for all its senses."""

    def __init__(self, folded: str, sentence: Span, verb: Span, people: Sequence[int], words: SenseWords) -> None:
        self.folded, self.sentence, self.verb, self.people, self.words = folded, sentence, verb, people, words
        self.limit = min(sentence[1], verb[1] + AFTER)
        self.told = folded[verb[0] : verb[1]].split()
        self.is_passive = self._is_passive()

    @cached_property
    def objects(self) -> list[tuple[int, frozenset[str]]]:
        """Where the nouns end that the verb is done to, the head first, and their classes."""
        if self.is_passive:
            return self._before()
        return self._after() or (self._before() if self._has_agent() else [])  # "a ban lifted by the mayor"

    def _has_agent(self) -> bool:
        following = WORD.search(self.folded, self.verb[1], self.limit)
        return following is not None and following.group() in self.words.agents

    def fitting(self, senses: Sequence[Sense]) -> tuple[int, Sense] | None:
        """The first sense that fits, the head of the object before its other nouns, and where the object ends."""
        if self.is_passive and self.told[-1] in self.words.joints:
            return None  # "was fired on Monday"
        for end, labels in self.objects:
            for sense in senses:
                if sense.objects & labels and self._fits(sense):
                    return end, sense
        alone = (sense for sense in senses if not sense.objects and self._fits(sense))
        return next(((self.verb[1], sense) for sense in alone), None)

    def _fits(self, sense: Sense) -> bool:
        if sense.following and not sense.following & self._next():
            return False
        if sense.without and any(sense.without & labels for _, labels in self.objects):
            return False
        if sense.then and not (self.objects and self._then(sense.then)):
            return False
        return not sense.subjects or any(sense.subjects & labels for _, _, labels in self._subjects())

    def _is_passive(self) -> bool:
        if self.told[0].endswith(self.words.active_endings):
            return False
        before = self.folded[max(self.sentence[0], self.verb[0] - PASSIVE) : self.verb[0]].split()
        while before and before[-1] in self.words.beside:
            before.pop()
        return bool(before) and before[-1] in self.words.passive

    def _after(self) -> list[tuple[int, frozenset[str]]]:
        """The nouns of a class after the verb, the last, which is the head of its phrase, first."""
        end = self._reach(self.verb[1])
        found = self._nouns(end)
        joint = WORD.match(self.folded, end)
        if not found and joint is not None and joint.group() in self.words.coordinating:
            end = self._reach(joint.end())
            found = self._nouns(end)
        at = bisect_left(self.people, self.verb[1])
        if at < len(self.people) and self.people[at] < end:
            found.append((self.people[at], frozenset((NAME, ANY, KNOWN))))
        if not found and WORD.search(self.folded, self.verb[1], end):
            found.append((self.verb[1], frozenset((ANY,))))
        return sorted(found, key=lambda noun: -noun[0])

    def _nouns(self, end: int) -> list[tuple[int, frozenset[str]]]:
        """The nouns of a class that begin between the verb and the end of its object."""
        hits = self.words.classes.scan(self.folded, self.verb[1], self.limit)
        return [(last, labels | {ANY, KNOWN}) for _, last, labels in takewhile(lambda hit: hit[0] < end, hits)]

    def _reach(self, start: int) -> int:
        """Where the object ends: at a stop, or a joint that no word of measure stands before."""
        stop = _STOP.search(self.folded, start, self.limit)
        before, end = "", stop.start() if stop else self.limit
        for number, match in enumerate(WORD.finditer(self.folded, start, end)):
            word = match.group()
            if number == OBJECT or (word in self.words.joints and before not in self.words.measuring):
                return match.start()
            before = word
        return end

    def _before(self) -> list[tuple[int, frozenset[str]]]:
        """The nouns of a class before a passive verb, the first, which is the head of its phrase, first."""
        found = [(self.verb[1], labels | {ANY, KNOWN}) for _, _, labels in self._nouns_before()]
        return found or [(self.verb[1], frozenset((ANY,)))]

    def _nouns_before(self) -> Iterator[tuple[int, int, frozenset[str]]]:
        start = max(self.sentence[0], self.verb[0] - SUBJECT)
        stops = [stop.end() for stop in _STOP.finditer(self.folded, start, self.verb[0])]
        return self.words.classes.scan(self.folded, stops[-1] if stops else start, self.verb[0])

    def _subjects(self) -> Iterator[tuple[int, int, frozenset[str]]]:
        if not self.is_passive:
            return self._nouns_before()
        after = WORD.finditer(self.folded, self.verb[1], self.limit)
        agent = next(
            (match for match, _ in zip(after, range(OBJECT), strict=False) if match.group() in self.words.agents), None
        )
        if agent is None:
            return iter(())
        return self.words.classes.scan(self.folded, agent.end(), min(self.sentence[1], agent.end() + SUBJECT))

    def _next(self) -> frozenset[str]:
        following = WORD.search(self.folded, self.verb[1], self.limit)
        hit = next(self.words.classes.scan(self.folded, following.start(), self.limit), None) if following else None
        return hit[2] if hit is not None and following is not None and hit[0] == following.start() else frozenset()

    def _then(self, wanted: frozenset[str]) -> bool:
        stop = _END.search(self.folded, self.verb[1], self.limit)
        end = stop.start() if stop else self.limit
        found = [match.group() for match in WORD.finditer(self.folded, self.verb[1], end)]
        if self.is_passive:
            return any(word in wanted for word in found[:SOON])
        return (
            bool(found) and found[0] not in self.words.joints and any(word in wanted for word in found[1 : 2 * OBJECT])
        )
