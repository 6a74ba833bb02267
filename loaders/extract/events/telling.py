"""Happenings as a document tells them on: what belongs to one is put together, and what it goes on telling is added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.happenings import Happening
from loaders.extract.events.lexicon import OTHER, STATEMENT, EventWords
from loaders.extract.events.lines import NO_LINE, Line
from loaders.extract.events.participants import Cast
from loaders.records import Interval, TimeExpression
from loaders.tables.schema import MOST_EVIDENCE
from loaders.vocabulary import Vocabulary

FAR = 80
"""Words that tell a kind so many characters away from the date may belong to something else."""
ALIKE = 0.45
"""So many of the words of the shorter telling stand in both, where nobody is named."""
NEAR = 20
"""A happening told again is among the last so many of its day or of its people; it bounds the work."""


CARRIED = {
    "entry": "the date stands at the head of the entry",
    "headline": "the headline tells it, and nothing when: the publication dates it",
    "news": "the sentence has no date: it goes on telling the news of that day",
    "story": "the sentence has no date: it goes on from the one before",
}
"""Why a happening has a date that stands in another sentence."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A happening on its way to a mention."""

    happening: Happening
    interval: Interval
    cast: Cast
    place: str | None
    status: str
    main: bool
    sentences: tuple[int, ...]
    """Numbers of the sentences that tell it."""
    quoted: bool = False
    told: frozenset[str] = frozenset()
    """Beginnings of the words that tell it in particular."""
    refers_back: bool = False
    """Whether it is named as something that was told before ("the vote")."""
    is_another: bool = False
    """Whether it is told as another talk than the one before, with somebody who is not known by name."""
    line: Line = NO_LINE
    weight: float | None = None
    """How much it matters, 0 to 1; None where nobody has weighed it."""
    weight_why: str = ""

    @property
    def kind(self) -> str:
        return self.happening.kind


def split_sides(draft: Draft, told: str, vocabulary: Vocabulary, words: EventWords) -> list[Draft]:
    """One draft for each counterpart, where the kind has two sides only ("spoke by telephone with A and B")."""
    leaders = draft.cast.leaders
    if len(leaders) < 3 or not (draft.kind in words.two_sided or words.separately.find(told)):
        return [draft]
    sides: dict[str, list[str]] = {}
    for leader_id in leaders[1:]:
        leader = vocabulary.leaders.get(leader_id)
        sides.setdefault(leader.country if leader and leader.country else leader_id, []).append(leader_id)
    if len(sides) < 2:
        return [draft]
    return [
        replace(
            draft,
            cast=_with_side(draft.cast, tuple(side)),
        )
        for side in sides.values()
    ]


def _with_side(cast: Cast, side: tuple[str, ...]) -> Cast:
    """The cast of one of several talks: the first person with one counterpart; the others are only named."""
    leaders = (cast.leaders[0], *side)
    named = tuple(one for one in (*cast.leaders, *cast.named) if one not in leaders)
    sides = (tuple(x for x in some if x not in named) for some in (cast.sources, cast.targets))
    return Cast(leaders, named, False, cast.actors, *sides)


def put_together(drafts: Iterable[Draft], words: EventWords) -> list[Draft]:
    """The drafts with those of one happening made one, the most exact date leading."""
    kept: list[Draft] = []
    near: dict[object, list[int]] = {}
    for draft in drafts:
        keys = (draft.interval, (draft.kind, draft.interval[0].year), *draft.cast.leaders)
        numbers = dict.fromkeys(number for key in keys for number in near.get(key, ())[-NEAR:])
        fitting = [number for number in numbers if _is_same(kept[number], draft)]
        if fitting:
            people = {*draft.cast.leaders, *draft.cast.named}
            best = max(fitting, key=lambda number: (len(people & {*kept[number].cast.leaders}), -number))
            kept[best] = _join(kept[best], draft, words)
        else:
            best = len(kept)
            kept.append(draft)
        for key in keys:
            near.setdefault(key, []).append(best)
    return kept


def _is_same(first: Draft, second: Draft) -> bool:
    """Whether two drafts of one document are about one happening."""
    if second.is_another:
        return False
    if first.status != second.status or (first.quoted != second.quoted and first.kind != second.kind):
        return False
    if not (_within(first.interval, second.interval) or _within(second.interval, first.interval)):
        return False
    a, b = {*first.cast.leaders}, {*second.cast.leaders}
    if not (a <= b or b <= a) or (second.happening.carried and not b <= a):
        # What is dated by what stands before it brings nobody along: he may have met two people one after the other.
        return False
    if not a and not b and not (second.refers_back or _tell_alike(first.told, second.told)):
        return False
    if first.interval == second.interval:
        vague = (OTHER, STATEMENT)
        return first.kind == second.kind or (bool(a & b) and (first.kind in vague or second.kind in vague))
    if first.kind != second.kind or first.kind in (OTHER, STATEMENT):
        return False
    # "the 1992 vote" is the one that was told before with its day.
    named_again = second.refers_back and not a and not b and _within(first.interval, second.interval)
    return bool(a & b) or named_again


def _tell_alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two tellings that name nobody share so many of their words that they can be of one happening."""
    return len(first & second) >= ALIKE * min(len(first), len(second))


def _within(inner: Interval, outer: Interval) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _join(first: Draft, second: Draft, words: EventWords) -> Draft:
    """One draft of two: the more telling kind, the more exact date, everybody of both, all the evidence."""
    rank = words.rank.get
    telling, other = sorted((first, second), key=lambda draft: rank(draft.kind, len(words.rank)))
    exact = min(
        (telling, other), key=lambda draft: (draft.interval[1] - draft.interval[0], draft.happening.date is None)
    )
    leaders = tuple(dict.fromkeys((*telling.cast.leaders, *other.cast.leaders)))
    named = tuple(dict.fromkeys(x for x in (*telling.cast.named, *other.cast.named) if x not in leaders))
    return replace(
        telling,
        happening=replace(exact.happening, trigger=telling.happening.trigger),
        interval=exact.interval,
        cast=_both(telling, other, leaders, named),
        place=telling.place or other.place,
        main=first.main or second.main,
        sentences=tuple(dict.fromkeys((*first.sentences, *second.sentences)))[:MOST_EVIDENCE],
        quoted=first.quoted and second.quoted,
    )


def _both(first: Draft, second: Draft, leaders: tuple[str, ...], named: tuple[str, ...]) -> Cast:
    """One cast of two; who is on which side says the more telling of them, of those whom it does not name the other.

    What another kind tells besides brings no countries and organisations along: they may only be spoken of there.
    """
    telling, other = first.cast, second.cast
    actors = tuple(dict.fromkeys((*telling.actors, *(other.actors if first.kind == second.kind else ()))))
    told, here = {*telling.sources, *telling.targets}, {*leaders, *actors}
    sources = (*telling.sources, *(one for one in other.sources if one in here and one not in told))
    targets = (*telling.targets, *(one for one in other.targets if one in here and one not in (*told, *sources)))
    return Cast(leaders, named, telling.pronoun and other.pronoun, actors, sources, targets)


def without_parts_of_talks(drafts: Sequence[Draft], words: EventWords) -> list[Draft]:
    """The drafts without what only goes on telling a talk: what those who had it said or conveyed there."""
    talks = [
        d for d in drafts if d.kind in words.conversations and d.kind not in words.said and not d.happening.carried
    ]
    return [
        draft
        for draft in drafts
        if draft.happening.carried != "news"
        or draft.is_another
        or not any(_is_part_of(draft, talk, words) for talk in talks)
    ]


def _is_part_of(draft: Draft, talk: Draft, words: EventWords) -> bool:
    people = {*draft.cast.leaders}
    is_talk = draft.kind in words.spoken or draft.kind in words.said or draft.kind in words.conversations
    return (
        is_talk
        and draft.happening.sentence > talk.happening.sentence
        and _within(draft.interval, talk.interval)
        and bool(people)
        and people <= {*talk.cast.leaders}
    )


def go_on(drafts: Sequence[Draft], last: int, closed: frozenset[int], words: EventWords) -> list[Draft]:
    """Main drafts with the sentences that go on telling them: up to the next main one, posts (`closed`) left out."""
    busy = {number for draft in drafts for number in draft.sentences}
    owners = {number: index for index, draft in enumerate(drafts) if draft.main for number in draft.sentences}
    added: dict[int, list[int]] = {}
    current = None
    for number in range(last + 1):
        current = owners.get(number, current)
        if current is not None and number not in busy and number not in closed:
            added.setdefault(current, []).append(number)
    return [
        replace(draft, sentences=(*draft.sentences, *added.get(index, ()))[:MOST_EVIDENCE])
        if draft.kind in words.conversations
        else draft
        for index, draft in enumerate(drafts)
    ]


def find_confidence(draft: Draft) -> tuple[float, str]:
    """How sure the mention is, with the reasons."""
    confidence, reasons = 0.95, []
    if draft.happening.date is None:
        confidence -= 0.25
        reasons.append("the text gives no date: the publication dates it")
    elif draft.happening.carried:
        confidence -= 0.15
        reasons.append(CARRIED[draft.happening.carried])
    if draft.happening.trigger is None:
        confidence -= 0.25
        reasons.append("the words do not tell what kind of event it was")
    elif (
        draft.happening.date
        and not draft.happening.carried
        and _distance(draft.happening.trigger, draft.happening.date) > FAR
    ):
        confidence -= 0.1
        reasons.append("the words that tell the kind stand far from the date")
    if draft.quoted:
        confidence -= 0.1
        reasons.append("somebody tells it in a quotation")
    if not draft.cast.leaders:
        confidence -= 0.1
        reasons.append("nobody is named who took part")
    if draft.cast.pronoun:
        confidence -= 0.1
        reasons.append("who took part was worked out from a pronoun or from the sentence before")
    reasons = reasons or ["date, kind and participants stand in one sentence"]
    return round(confidence, 2), "; ".join(reasons)


def _distance(trigger: Trigger, date: TimeExpression) -> int:
    return max(trigger.start - date.end, date.start - trigger.end)
