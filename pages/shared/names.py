"""Short forms of people's names for labels."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.vocabulary import load_vocabulary


def say_briefly(leader_id: str, people: Mapping[str, str]) -> str:
    """The part of a name that stands for one person among the people shown; the full name where two share it."""
    mine = _brief(leader_id, people)
    shared = [other for other in people if other != leader_id and _brief(other, people) == mine]
    return people.get(leader_id, leader_id) if shared else mine


def _brief(leader_id: str, people: Mapping[str, str]) -> str:
    leader = load_vocabulary().leaders.get(leader_id)
    if leader is not None and leader.short:
        return leader.short[0]
    return people.get(leader_id, leader_id).split()[-1]
