"""Which countries and organisations took part in a happening, and who of all that did stands on which side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.extract.events.happenings import Happening
from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.events.lines.wording import Wording
from loaders.extract.events.participants import Cast
from loaders.extract.events.scene import Scene, verb_place
from loaders.extract.events.side_words import BETWEEN, BY, WITH, SideWords
from loaders.extract.events.sides import Deed, Party, Sides, find_deed, find_sides
from loaders.extract.events.stand_ins import without_dates
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
    everybody = list_parties(scene.people, actors)
    parties = [party for party in everybody if clause.holds((party.start, party.end))]
    if not everybody and not cast.leaders:
        return cast
    deed = find_deed(happening.kind, happening.trigger, clause, parties, folded, words, small)
    dates = [(date.start, date.end) for date in scene.telling.dates]
    sides = find_sides(parties, deed, clause, dates, folded, words, small)
    if not deed.is_passive and not any(party.start < deed.verb[0] for party in parties):
        before = _taken_up(everybody, actors, happening, scene, folded, words)
        sides = Sides((*before, *sides.sources), tuple(one for one in sides.targets if one not in before))
    if happening.kind in small.alone:
        sides, actors = Sides(sides.sources or sides.targets, ()), ()
    if happening.kind in small.addressed:
        cast = _with_addressed(
            cast, sides, [p for p in parties if not folded.startswith(tuple(words.possessive), p.end)]
        )
    acting = {actor.actor_id for actor in actors}
    taking_part = tuple(one for one in (*sides.sources, *sides.targets) if one in acting)
    sources, targets = _shared_out(cast, sides, taking_part, deed, words, small)
    return replace(cast, actors=taking_part, sources=sources, targets=targets)


def _taken_up(
    parties: Sequence[Party],
    actors: Sequence[ActorMention],
    happening: Happening,
    scene: Scene,
    folded: str,
    words: EventWords,
) -> tuple[str, ...]:
    """The actor whom a clause without a subject of its own goes on about: "The council met, and it adopted a plan"."""
    clause = scene.telling.clauses[happening.clause]
    verb = verb_place(happening, clause, folded, words)
    lead_in = without_dates(scene, clause.start, verb, folded)
    if happening.clause == 0 or not all(words.leads_in(word) or word in words.taken_up for word in lead_in):
        return ()
    first = next((party for party in parties if party.end <= clause.start), None)
    return (first.party_id,) if first is not None and any(first.start == actor.start for actor in actors) else ()


def _with_addressed(cast: Cast, sides: Sides, parties: Sequence[Party]) -> Cast:
    """The cast with all who say something, or to or against whom it is said, and who were only named so far."""
    themselves = {party.party_id for party in parties}
    added = [one for one in (*sides.sources, *sides.targets) if one in cast.named and one in themselves]
    named = tuple(one for one in cast.named if one not in added)
    return replace(cast, leaders=(*cast.leaders, *added), named=named)


def list_parties(people: Sequence[PersonMention], actors: Sequence[ActorMention]) -> list[Party]:
    """People and actors of one sentence in the order of the text."""
    parties = [Party(person.start, person.end, person.leader_id) for person in people if person.leader_id]
    parties += [Party(actor.start, actor.end, actor.actor_id, actor.form == CAPITAL) for actor in actors]
    return sorted(parties, key=lambda party: (party.start, -party.end))


def _shared_out(
    cast: Cast, sides: Sides, actors: Sequence[str], deed: Deed, words: EventWords, small: SideWords
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both sides of those who took part; those whom only a pronoun names do it, or suffer it where the verb is passive."""
    here = {*cast.leaders, *actors}
    sources = [one for one in sides.sources if one in here]
    targets = [one for one in sides.targets if one in here]
    open_ones = [one for one in cast.leaders if one not in sources and one not in targets]
    if deed.kind in words.said or (not sources and not deed.is_passive):
        first = len(open_ones) if deed.kind not in small.together else 1
        sources, open_ones = [*sources, *open_ones[:first]], open_ones[first:]
    return tuple(sources), (*targets, *open_ones)


def with_those_in_line(
    cast: Cast,
    line: str,
    names: Mapping[str, str],
    wordings: Wording,
    words: EventWords,
    small: SideWords,
    *,
    is_said: bool = False,
) -> Cast:
    """The cast with whom its line names as who does it, or behind a verb, "with" or "by" ("says she would nominate Lund").

    Who stands there only as an owner (but of what was done to him or her: "leads Lund's overthrow"), or behind a word such as
    "after" or "about", stays named; so does who does what is only said.
    """
    added = tuple(one for one in cast.named if _acts_in(line, names.get(one, ""), wordings, words, small, is_said))
    if not added:
        return cast
    return replace(cast, leaders=(*cast.leaders, *added), named=tuple(one for one in cast.named if one not in added))


def _acts_in(line: str, name: str, wordings: Wording, words: EventWords, small: SideWords, is_said: bool) -> bool:
    line = line.replace("’", "'")
    at = line.find(name) if name else -1
    if at < 0:
        return False
    if line.startswith(tuple(words.possessive), at + len(name)):
        return _suffers(line, at + len(name), words, small)
    before = _before_title([match.group() for match in WORD.finditer(line, 0, at)], small)
    if before and before[-1] in words.and_words:
        before = _before_title(before[:-1], small)
    if not before:
        return not is_said
    if len(before) > 1 and before[-2] in words.to:
        return False  # "calls Lund to thank Berg" is no call with Berg
    verb = wordings.lemma(before[-1])
    if verb in {wordings.lemma(word) for word in words.plain_saying}:
        return False  # "says Lund will go" is told of Lund, not to him
    return verb in wordings.verbs or small.before.get(before[-1], "") in (BY, WITH, BETWEEN)


def _before_title(found: list[str], small: SideWords) -> list[str]:
    """The words of a line without the title, or the name, that ends them ("Secretary of Defence")."""
    while found and (
        found[-1][:1].isupper() or (found[-1] in small.within_titles and len(found) > 1 and found[-2][:1].isupper())
    ):
        found = found[:-1]
    return found


def _suffers(line: str, owner: int, words: EventWords, small: SideWords) -> bool:
    """Whether the noun behind an owner tells what was done to him or her ("leads Lund's overthrow", "Berg's arrest")."""
    following = WORD.search(line, owner + 2)
    if following is None:
        return False
    label = next((kind for start, _, kind in words.kinds.scan(following.group()) if start == 0), "")
    return label in small.of_person
