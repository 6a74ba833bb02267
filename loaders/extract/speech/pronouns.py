"""Whom "he", "she" or "the speaker before" stands for, by rules that a reader can follow.

The candidates are people named before the pronoun whose gender does not disagree. Two signs point at one of them: who
spoke last, and who was named last. Where both agree the answer is sure; where they do not, the later one wins only if
the other cannot be meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.records import PersonMention

_REACH = 1200
"""How many characters back a pronoun may look for its person."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A pronoun's person, with the reason and how sure it is."""

    person: PersonMention
    how: str
    confidence: float


def resolve_pronoun(
    kind: str, offset: int, people: list[PersonMention], last_speaker: PersonMention | None
) -> Resolved | None:
    """The person for a pronoun of the kind ("m", "f") at the offset; `people` are those named before, the last one last."""
    if kind not in ("m", "f"):
        return None
    near = [one for one in people if offset - one.start < _REACH and one.leader_id and one.gender in ("", kind)]
    speaker = last_speaker if last_speaker and last_speaker.gender in ("", kind) else None
    if not near:
        return Resolved(speaker, f"the last speaker, {speaker.name}", 0.6) if speaker else None
    named = near[-1]
    if speaker is None:
        others = {one.leader_id for one in near}
        return Resolved(named, f"the person named last, {named.name}", 0.8 if len(others) == 1 else 0.6)
    if named.leader_id == speaker.leader_id:
        return Resolved(named, f"spoke last and was named last, {named.name}", 0.9)
    return Resolved(speaker, f"the last speaker, {speaker.name}, though {named.name} was named since", 0.5)
