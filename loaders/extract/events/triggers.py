"""Words that tell a happening of a kind, and which of them a date belongs to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from loaders.extract.events.choosing import Trigger, told_by_main_verb
from loaders.extract.events.clauses import Clause
from loaders.extract.events.deciders import with_post
from loaders.extract.events.layout import is_address
from loaders.extract.events.lexicon import NO_KIND, STATEMENT, WORD, EventWords
from loaders.extract.events.senses import find_senses, is_verb_there, with_senses
from loaders.records import PersonMention, Span, TimeExpression

TIE = 5
"""So many characters between a word and a date are a preposition with its blanks."""
AFTER_DATE = 40
"""A word that stands after a date is as far from it as one that stands so many characters farther before it."""
AHEAD = 3
"""So many words before a noun stands its preposition."""

_TO_NAME = re.compile(r"\s+(?:[^\W\d_]+\s+){0,4}")

_COMPOUND = re.compile(r"-[^\W\d_]")
_SMALL = re.compile(r" ([^\W\d_]+)")
_LAST = re.compile(r"([^\W\d_]+) $")
_NEXT = re.compile(r"\s+([^\W\d_]+|[\"“‘])")


def find_triggers(folded: str, sentence: Span, people: Sequence[PersonMention], words: EventWords) -> list[Trigger]:
    """The triggers of a sentence in order; some verbs tell a kind only before somebody ("called Ann Lee")."""
    scanned = list(words.kinds.scan(folded, *sentence))
    hits = (hit for hit in scanned if hit[2] != NO_KIND)
    found = {hit[0]: Trigger(*_as_visit(hit, sentence, folded, words)) for hit in hits if _tells(hit, folded, words)}
    starts = [person.start for person in people]
    for start, end, kind in words.to_a_person.scan(folded, *sentence):
        following = bisect_left(starts, end)
        longer = start in found and found[start].end > end
        if not longer and following < len(people) and _is_object(end, people[following], folded, words):
            found[start] = Trigger(start, end, kind)
    idle = {hit[0] for hit in scanned if hit[2] == NO_KIND}
    found = with_senses(found, _sensed(folded, sentence, people, idle, words))
    told = (with_post(found[start], sentence[1], folded, words) for start in sorted(found))
    return [trigger for trigger in told if trigger is not None]


def _sensed(
    folded: str, sentence: Span, people: Sequence[PersonMention], idle: Collection[int], words: EventWords
) -> list[tuple[Trigger, int]]:
    """Each verb that its object or subject gives a kind, with the end of that object."""
    return [
        (Trigger(start, end, sense.kind, sense.name), until)
        for start, end, until, sense in find_senses(folded, sentence, people, words.senses)
        if start not in idle
        and _tells((start, end, sense.kind), folded, words)
        and is_verb_there(start, end, not sense.objects, folded, words)
    ]


def _as_visit(hit: tuple[int, int, str], sentence: Span, folded: str, words: EventWords) -> tuple[int, int, str]:
    """A visit where "called on" asks for nothing: no "to" stands after it in the sentence."""
    start, end, kind = hit
    kinds = [visit for visit, verbs in words.without_to.items() if folded[start:end] in verbs]
    rest = (match.group() for match in WORD.finditer(folded, end, sentence[1])) if kinds else ()
    return (start, end, kinds[0]) if kinds and not any(word in words.to for word in rest) else (start, end, kind)


def _tells(hit: tuple[int, int, str], folded: str, words: EventWords) -> bool:
    """Whether the words tell a happening: no address, no part of a compound ("sign-waving"), no "the elected mayor"."""
    start, end, _ = hit
    if is_address(folded, start) or _COMPOUND.match(folded, end):
        return False
    following = _SMALL.match(folded, end)
    if following is None or " " in folded[start:end] or not words.is_past(folded[start:end]):
        return True
    before = _LAST.search(folded, max(0, start - 20), start)
    is_noun = following.group(1) not in words.after_names and not words.is_verb(following.group(1))
    return not (is_noun and before is not None and before.group(1) in words.articles)


def is_negated(trigger: Trigger | None, folded: str, words: EventWords) -> bool:
    """Whether a word right before a happening says that there was none ("no vote was held")."""
    if trigger is None:
        return False
    if trigger.sense:
        near = [match.group() for match in WORD.finditer(folded, max(0, trigger.start - 40), trigger.start)][
            -AHEAD - 1 :
        ]
        return any(word in words.none for word in near)
    if words.is_past(folded[trigger.start : trigger.end].split()[0]):
        return False
    before = _LAST.search(folded, max(0, trigger.start - 20), trigger.start)
    return before is not None and before.group(1) in words.none


def _is_object(verb_end: int, person: PersonMention, folded: str, words: EventWords) -> bool:
    """Whether the person stands right after the verb and is not called something ("called him a friend")."""
    way = _TO_NAME.match(folded, verb_end)
    if way is None or person.start > way.end() or folded.startswith(words.possessive, person.end):
        return False
    after = _NEXT.match(folded, person.end)
    return after is None or not (words.owners.find(after.group(1)) or after.group(1) in '"“‘')


def trigger_of(
    date: TimeExpression,
    clause: Clause,
    triggers: Sequence[Trigger],
    dates: Sequence[TimeExpression],
    folded: str,
    words: EventWords,
) -> Trigger | None:
    """What the date dates in its clause: the word that it is tied to ("the vote on Monday"), else the most telling.

    Where the clause has several dates, each has the nearest word, rather one before it than one after.
    """
    near = [trigger for trigger in triggers if clause.holds((trigger.start, trigger.end))]
    near = [trigger for trigger in near if not _opens_as_purpose(trigger, clause, folded, words)]
    near = [trigger for trigger in near if not _ends_in_preposition(trigger, date, folded, words)]
    near = [trigger for trigger in near if not _is_infinitive(trigger, near, folded, words)]
    near = [trigger for trigger in near if not _is_subject_matter(trigger, date, near, folded, words)]
    near = [trigger for trigger in near if not _is_named_after(trigger, date, clause, near, folded, words)]
    if not near:
        return None
    named = _named_by_date(date, near, folded, words)
    if named is not None:
        return named
    apart = _told_by_participle(date, clause, near, folded, words)
    if apart is not None:
        return apart
    near = _strong(near, folded, words)
    tied = [trigger for trigger in near if 0 <= date.start - trigger.end <= TIE]
    tied = [t for t in tied if t.kind not in words.said or not words.is_past(folded[t.start : t.end])]
    tied = [t for t in tied if not _is_wished(t, near, folded, words)]
    if tied and not any(_is_deed(trigger, folded, words) and trigger.end <= tied[0].start for trigger in near):
        return max(tied, key=lambda trigger: trigger.end)
    telling = told_by_main_verb(near, clause, folded, words)
    near = _foreground(near, folded, words)
    if sum(clause.holds((other.start, other.end)) for other in dates) > 1:
        return min(near, key=lambda trigger: (_distance(trigger, date), trigger.start))
    if telling is not None:
        return telling
    return min(near, key=lambda trigger: (words.rank[trigger.kind], _distance(trigger, date)))


def _named_by_date(date: TimeExpression, near: Sequence[Trigger], folded: str, words: EventWords) -> Trigger | None:
    """The noun that a date stands before as a describing word ("the May 25 death of …", "the mayor's 1829 visit")."""
    before = folded[max(0, date.start - 20) : date.start].split()
    if not before or not (before[-1] in words.articles or before[-1].endswith(words.possessive)):
        return None
    following = (trigger for trigger in near if 0 < trigger.start - date.end <= 1)
    return next(
        (trigger for trigger in following if not words.is_verb(folded[trigger.start : trigger.end].split()[0])), None
    )


def _told_by_participle(
    date: TimeExpression, clause: Clause, near: Sequence[Trigger], folded: str, words: EventWords
) -> Trigger | None:
    """The last participle before a date that says by whom a noun was made so ("the board founded by the town in 2015")."""
    before = [
        trigger for trigger in near if trigger.end <= date.start and words.is_past(folded[trigger.start : trigger.end])
    ]
    if len(before) < 2:
        return None
    last = before[-1]
    found = [match.group() for match in WORD.finditer(folded, clause.start, last.start)]
    following = WORD.search(folded, last.end, date.start)
    suffered = following is not None and following.group() in words.by
    is_passive = bool(found) and (found[-1] in words.passive or words.leads_in(found[-1]))
    return last if suffered and not is_passive and any(words.is_verb(word) for word in found[1:]) else None


def choose_trigger(clause: Clause, triggers: Sequence[Trigger], folded: str, words: EventWords) -> Trigger | None:
    """The most telling of a clause without a date; None where no word tells a kind."""
    near = [trigger for trigger in triggers if clause.holds((trigger.start, trigger.end))]
    near = [trigger for trigger in near if not _is_infinitive(trigger, near, folded, words)]
    if not near:
        return None
    near = _strong(near, folded, words)
    telling = told_by_main_verb(near, clause, folded, words)
    if telling is not None:
        return telling
    return min(_foreground(near, folded, words), key=lambda trigger: (words.rank[trigger.kind], trigger.start))


def _opens_as_purpose(trigger: Trigger, clause: Clause, folded: str, words: EventWords) -> bool:
    """Whether it is the infinitive with which a clause begins ("To settle the matter, the islands signed …")."""
    opening = folded[clause.start : trigger.start].split() if trigger.start - clause.start < TIE else ()
    return len(opening) == 1 and opening[0] in words.to


def _ends_in_preposition(trigger: Trigger, date: TimeExpression, folded: str, words: EventWords) -> bool:
    """Whether the last of its words is the date's preposition ("the steamer called on 9 May")."""
    told = folded[trigger.start : trigger.end].split()
    return trigger.end + 1 == date.start and len(told) > 1 and told[-1] in words.within


def _is_infinitive(trigger: Trigger, near: Sequence[Trigger], folded: str, words: EventWords) -> bool:
    """Whether it stands right after a word of refusing, threatening … ("refused to sign")."""
    return any(
        other.kind in words.said
        and other.kind != STATEMENT
        and 0 < trigger.start - other.end <= TIE
        and not words.is_past(folded[trigger.start : trigger.end].split()[0])
        and words.is_verb(folded[other.start : other.end].split()[0])
        and folded[other.start : other.end].split()[-1] not in words.articles
        for other in near
    )


def _is_wished(trigger: Trigger, near: Sequence[Trigger], folded: str, words: EventWords) -> bool:
    """Whether it is only asked of somebody, and the asking is told ("called on the islands to withdraw on 9 May")."""
    before = _LAST.search(folded, max(0, trigger.start - 20), trigger.start)
    return (before is not None and before.group(1) in words.to) and any(
        other.kind in words.said
        and other.kind != STATEMENT
        and other.end <= trigger.start
        and words.is_past(folded[other.start : other.end].split()[0])
        for other in near
    )


def can_be_later(trigger: Trigger, folded: str, words: EventWords) -> bool:
    """Whether a date to come can be that of the word: not where it was said already ("he said he would …")."""
    return trigger.kind not in words.said or not words.is_past(folded[trigger.start : trigger.end].split()[0])


def _strong(near: Sequence[Trigger], folded: str, words: EventWords) -> list[Trigger]:
    """Without the words that tell a kind only alone, where others tell what was done ("the flood killed ten")."""
    strong = [trigger for trigger in near if trigger.sense or folded[trigger.start : trigger.end] not in words.weak]
    return strong if any(trigger.kind not in words.said for trigger in strong) else list(near)


def _foreground(near: Sequence[Trigger], folded: str, words: EventWords) -> list[Trigger]:
    """Without nouns that only stand around what a verb tells ("before the election he threatened …")."""
    told = [trigger for trigger in near if folded[trigger.start : trigger.end] not in words.scenery]
    is_told = any(words.is_verb(folded[trigger.start : trigger.end].split()[0]) for trigger in told)
    return told if is_told else list(near)


def _is_subject_matter(
    trigger: Trigger, date: TimeExpression, near: Sequence[Trigger], folded: str, words: EventWords
) -> bool:
    """Whether only talk of it is dated ("on Monday he condemned the attack"); a date after it can be its own."""
    if date.end > trigger.start or words.is_past(folded[trigger.start : trigger.end]):
        return False
    said = (other for other in near if other.kind in words.spoken and other.end <= trigger.start)
    said = (other for other in said if folded[other.start : other.end].split()[0] not in words.light)
    return any(
        (other.kind != STATEMENT and other.kind in words.said)
        or words.talking_about.find(folded[other.start : other.end])
        for other in said
    )


def _is_named_after(
    trigger: Trigger, date: TimeExpression, clause: Clause, near: Sequence[Trigger], folded: str, words: EventWords
) -> bool:
    """Whether it only says what else is about ("details of the attack emerged on Monday"), and a deed has the date."""
    told = folded[trigger.start : trigger.end]
    if trigger.kind in words.conversations or words.is_past(told.split()[0]):
        return False
    if 0 <= date.start - trigger.end <= TIE or 0 <= trigger.start - date.end <= AFTER_DATE // 2:
        return False
    before = [match.group() for match in WORD.finditer(folded, max(clause.start, trigger.start - 40), trigger.start)]
    phrase = before[-AHEAD:]
    if not any(word in words.about_words for word in phrase) or any(words.is_verb(word) for word in phrase):
        return False
    taken = {at for other in near for at in range(other.start, other.end)}
    verbs = (match for piece in clause.pieces for match in WORD.finditer(folded, *piece) if match.start() not in taken)
    return any(words.is_past(match.group()) for match in verbs)


def _is_deed(trigger: Trigger, folded: str, words: EventWords) -> bool:
    """Whether a verb tells that something was done, and not only said."""
    return trigger.kind not in words.said and words.is_past(folded[trigger.start : trigger.end].split()[0])


def _distance(trigger: Trigger, date: TimeExpression) -> int:
    return date.start - trigger.end if trigger.end <= date.start else trigger.start - date.end + AFTER_DATE
