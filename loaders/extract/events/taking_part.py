"""Which countries and organisations took part in a happening, and who of all that did stands on which side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.events.happenings import Happening
from loaders.extract.events.lexicon import EventWords
from loaders.extract.events.participants import Cast, Scene
from loaders.extract.events.side_words import SideWords
from loaders.extract.events.sides import Party, Sides, find_deed, find_sides
from loaders.records import ActorMention, PersonMention

CAPITAL = "capital"
"""The form of an actor's name that is a place as well."""


def with_sides(
    cast: Cast,
    happening: Happening,
    scene: Scene,
    actors: Sequence[ActorMention],
    folded: str,
    words: EventWords,
    small: SideWords,
) -> Cast:
    """The cast with the actors of its clause that stand on a side, and with both sides; people stay who they are."""
    clause = scene.telling.clauses[happening.clause]
    parties = list_parties([person for person in scene.people if clause.holds((person.start, person.end))], actors)
    parties = [party for party in parties if clause.holds((party.start, party.end))]
    deed = find_deed(happening.kind, happening.trigger, clause, parties, folded, words, small)
    dates = [(date.start, date.end) for date in scene.telling.dates]
    sides = find_sides(parties, deed, clause, dates, folded, words, small)
    if happening.kind in small.alone:
        sides = Sides(sides.sources or sides.targets, ())
    acting = {actor.actor_id for actor in actors}
    taking_part = tuple(one for one in (*sides.sources, *sides.targets) if one in acting)
    sources, targets = _shared_out(cast, sides, taking_part)
    return replace(cast, actors=taking_part, sources=sources, targets=targets)


def list_parties(people: Sequence[PersonMention], actors: Sequence[ActorMention]) -> list[Party]:
    """People and actors of one sentence in the order of the text."""
    parties = [Party(person.start, person.end, person.leader_id) for person in people if person.leader_id]
    parties += [Party(actor.start, actor.end, actor.actor_id, actor.form == CAPITAL) for actor in actors]
    return sorted(parties, key=lambda party: (party.start, -party.end))


def _shared_out(cast: Cast, sides: Sides, actors: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both sides of those who took part; whom only a pronoun names does it, where nobody else is said to."""
    here = {*cast.leaders, *actors}
    sources = [one for one in sides.sources if one in here]
    targets = [one for one in sides.targets if one in here]
    open_ones = [one for one in cast.leaders if one not in sources and one not in targets]
    if open_ones and not sources:
        sources, open_ones = open_ones[:1], open_ones[1:]
    return tuple(sources), (*targets, *open_ones)
