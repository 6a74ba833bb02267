"""Reporters: people whom a text names only where it is signed, and so tells nothing about."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.layout import Layout
from loaders.layout.sentences import span_at
from loaders.records import PersonMention, Quote, Span


def without_reporters(layout: Layout, people: Sequence[PersonMention], quotes: Sequence[Quote]) -> list[PersonMention]:
    """The people without those strangers whom only a byline names and nobody quotes."""
    bylines = layout.bylines
    if not bylines:
        return list(people)
    told = {quote.speaker for quote in quotes} | {quote.addressee for quote in quotes}
    told |= {person.leader_id for person in people if not _within(person, bylines)}
    return [one for one in people if one.known or one.leader_id in told or not _within(one, bylines)]


def _within(person: PersonMention, bylines: Sequence[Span]) -> bool:
    at = span_at(bylines, person.start)
    return at >= 0 and person.start < bylines[at][1]
