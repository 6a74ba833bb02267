"""Whom "he" or "she" stands for, by rules that a reader can follow.

The candidates are people named before the pronoun whose gender does not disagree. Two signs point at one of them: who
spoke last, and who was named last. Where they agree the answer is sure, the more so the nearer the name; where they do
not, the last speaker is the likelier one, and less sure. But where a sentence of the pronoun's paragraph has begun with
a name since that one spoke, the paragraph is about the one named so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from loaders.records import PersonMention, Span

_REACH = 40
"""How many people named before a pronoun are looked at."""
_NEAR = 150
"""Characters over which a pronoun's person is surely kept in mind."""
_SPOKE = (0.75, 0.65, 0.4)
"""How sure the last speaker is where somebody else was named since: in this paragraph, the one before, or earlier."""
_OPENS = 0.65
"""How sure it is who opens a sentence of the paragraph, after which the last speaker has not been heard."""
_ANSWERS = 0.65
"""How sure it is who answers the last speaker of the paragraph."""
_OPENED = 0.55
"""How sure it is who opened a paragraph after the last speaker's."""
_LEARNS = 0.6
"""So sure a pronoun tells the gender of somebody whose name does not."""
_SILENT = 0.25
"""How much less sure the person named last is who has not spoken yet (right three times in five)."""
_FARTHEST = 1500
"""How many characters back its person may be."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A pronoun's person, with the reason and how sure it is."""

    person: PersonMention
    how: str
    confidence: float


class Pronouns:
    """Resolves the pronouns of one document."""

    def __init__(
        self,
        people: Sequence[PersonMention],
        paragraphs: Sequence[Span],
        openers: Collection[int] = (),
        leads: Collection[int] = (),
    ) -> None:
        """`openers` are the offsets of the names with which a sentence begins, `leads` of those with which a paragraph does."""
        self.people = people
        self.openers = openers
        self.leads = leads
        self.learned: dict[str | None, str] = {}
        """The gender by which the text itself speaks of somebody."""
        self.ends = [one.end for one in people]
        self.paragraphs = [start for start, _ in paragraphs]

    def resolve(
        self, gender: str, offset: int, last_speaker: PersonMention | None, spoke_at: int = 0, replies: bool = False
    ) -> Resolved | None:
        """The person for a pronoun of that gender at the offset; None where nobody fits.

        The last speaker was named as such, by a pronoun too, at `spoke_at`, and does not answer himself (`replies`).
        """
        found = self._resolve(gender, offset, last_speaker, spoke_at, replies)
        if found is not None and found.confidence >= _LEARNS and not found.person.gender:
            self.learned.setdefault(found.person.leader_id, gender)
        return found

    def _fits(self, one: PersonMention, gender: str) -> bool:
        return (one.gender or self.learned.get(one.leader_id, "")) in ("", gender)

    def _resolve(
        self, gender: str, offset: int, last_speaker: PersonMention | None, spoke_at: int, replies: bool
    ) -> Resolved | None:
        before = bisect_right(self.ends, offset)
        near = [
            one
            for one in self.people[max(0, before - _REACH) : before]
            if offset - one.start < _FARTHEST and one.leader_id and self._fits(one, gender)
        ]
        speaker = last_speaker if last_speaker and self._fits(last_speaker, gender) else None
        if replies and last_speaker and not self._paragraphs_between(spoke_at, offset):
            others = [one for one in near if one.leader_id != last_speaker.leader_id]
            if others and not self._paragraphs_between(others[-1].start, offset):
                return Resolved(others[-1], f"who answers {last_speaker.name}", _ANSWERS)
        if not near:
            return Resolved(speaker, f"the last speaker, {speaker.name}", 0.5) if speaker else None
        named = near[-1]
        gap = self._paragraphs_between(named.start, offset)
        opens = self._opens_paragraph(near, offset, spoke_at)
        if opens and speaker and opens.leader_id != speaker.leader_id:
            return Resolved(opens, f"{opens.name} opens a sentence since {speaker.name} spoke", _OPENS)
        since = self._opened_since(near, offset, spoke_at)
        if since and speaker and self._is_told_of_more(since, speaker, near):
            return Resolved(since, f"{since.name} opens a paragraph since {speaker.name} spoke", _OPENED)
        if speaker is not None and named.leader_id != speaker.leader_id:
            how = f"the last speaker, {speaker.name}, though {named.name} was named since"
            return Resolved(speaker, how, _SPOKE[min(self._paragraphs_between(speaker.start, offset), 2)])
        alone = len({one.leader_id for one in near if self._paragraphs_between(one.start, offset) <= gap}) == 1
        far = offset - named.end > _NEAR
        sure = (0.9, 0.75, 0.6)[min(gap, 2)] - (0.0 if speaker or alone else 0.15) - (0.1 if far else 0.0)
        sure -= 0.0 if speaker else _SILENT
        how = f"spoke last and was named last, {named.name}" if speaker else f"the person named last, {named.name}"
        return Resolved(named, how, round(sure, 2))

    def _opens_paragraph(self, near: Sequence[PersonMention], offset: int, since: int) -> PersonMention | None:
        """Who was last named at the start of a sentence of the paragraph, after the offset `since`."""
        for one in reversed(near):
            if one.start < since or self._paragraphs_between(one.start, offset):
                return None
            if one.start in self.openers:
                return one
        return None

    def _is_told_of_more(self, one: PersonMention, other: PersonMention, near: Sequence[PersonMention]) -> bool:
        """Whether one is named more often than another of late: the text is about that one."""
        named = [mention.leader_id for mention in near]
        return one.leader_id != other.leader_id and named.count(one.leader_id) > named.count(other.leader_id)

    def _opened_since(self, near: Sequence[PersonMention], offset: int, since: int) -> PersonMention | None:
        """Who opened a paragraph after the one in which the last speaker spoke, as the one whom a life is told of does."""
        for one in reversed(near):
            if self._paragraphs_between(since, one.start) < 1:
                return None
            if one.start in self.leads:
                return one
        return None

    def _paragraphs_between(self, start: int, end: int) -> int:
        return bisect_right(self.paragraphs, end) - bisect_right(self.paragraphs, start)
