"""Who can have taken part at a time: nobody acts before birth or after death, and no office is held before its term.

A text calls today's president "the president" also where it tells of 2000; whoever is named by office alone acts only within
his or her terms.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from loaders.extract.events.participants import Cast
from loaders.records import Interval
from loaders.vocabulary import Vocabulary


def in_their_time(cast: Cast, interval: Interval, by_office: Collection[str], vocabulary: Vocabulary) -> Cast:
    """The cast with those only named who cannot have acted then; `by_office` are whom only their office names."""
    early = {one for one in cast.leaders if not _could_act(one, interval, one in by_office, vocabulary)}
    if not early:
        return cast
    return replace(
        cast,
        leaders=tuple(one for one in cast.leaders if one not in early),
        named=(*cast.named, *(one for one in cast.leaders if one in early)),
        sources=tuple(one for one in cast.sources if one not in early),
        targets=tuple(one for one in cast.targets if one not in early),
    )


def _could_act(leader_id: str, interval: Interval, by_office: bool, vocabulary: Vocabulary) -> bool:
    first, last = interval[0].year, interval[1].year
    born, died = vocabulary.lives.get(leader_id, (first, None))
    if last < born or (died is not None and first > died):
        return False
    terms = vocabulary.leaders[leader_id].terms if by_office and leader_id in vocabulary.leaders else ()
    held = [term for term in terms if term.start is None or term.start <= interval[1].date()]
    return not terms or any(term.end is None or term.end >= interval[0].date() for term in held)
