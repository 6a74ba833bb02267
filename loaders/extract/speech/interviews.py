"""Who asks and who answers in an interview whose turns are labelled "Q:" and "A:", which name nobody.

The one who answers is introduced before the first turn and, being spoken to, not named in the questions; the one who
asks signs the interview ("by Ana Ruiz"). Where that leaves several, or nobody, the turns have no speaker.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.extract.speech.cues import CueWords
from loaders.extract.speech.voices import Voice
from loaders.layout.turns import Turn
from loaders.records import PersonMention

_INTRODUCED, _UNNAMED = 0.7, 0.3


@dataclass(frozen=True, slots=True)
class Talkers:
    """The two of an interview by the labels of their turns."""

    text: str
    asks: PersonMention | None
    answers: PersonMention | None

    def voice(self, turn: Turn) -> Voice | None:
        """Who speaks in the turn; None where its label is no question's or answer's."""
        if not turn.role:
            return None
        label, asks = self.text[slice(*turn.name)], turn.role == "asks"
        person = self.asks if asks else self.answers
        if person is None:
            return Voice(None, label, turn.name, f"“{label}” before the words names nobody", _UNNAMED)
        how = f"“{label}” before the words: {person.name}, " + (
            "who signs the interview" if asks else "introduced above"
        )
        return Voice(person.leader_id, label, turn.name, how, _INTRODUCED, person)


def find_talkers(text: str, turns: Sequence[Turn], words: CueWords, people: Sequence[PersonMention]) -> Talkers:
    """Who asks and who answers, as far as what stands before the first turn tells."""
    above = [person for person in people if person.leader_id and person.end <= turns[0].name[0]]
    signs = [person for person in above if _before(text, person.start) in words.agents]
    starts = [turn.start for turn in turns]
    asked_about: set[str | None] = set()
    for person in people:
        turn = turns[max(0, bisect_right(starts, person.start) - 1)]
        if turn.role == "asks" and turn.start <= person.start < turn.end:
            asked_about.add(person.leader_id)
    asked_about.update(person.leader_id for person in signs)
    if any(not turn.role for turn in turns):
        return Talkers(text, _only(signs), None)  # a hearing: whoever is named above is none of its witnesses for sure
    return Talkers(text, _only(signs), _only(one for one in above if one.leader_id not in asked_about))


def _before(text: str, at: int) -> str:
    """The word before the offset, without case."""
    return next(iter(text[max(0, at - 20) : at].casefold().split()[-1:]), "")


def _only(people: Iterable[PersonMention]) -> PersonMention | None:
    """The one person whom all the mentions mean."""
    found = {person.leader_id: person for person in people}
    return next(iter(found.values())) if len(found) == 1 else None
