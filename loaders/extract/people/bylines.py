"""Reporters: people whom a text names only where it is signed, and so tells nothing about."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.extract.people.words import PeopleWords
from loaders.layout.sentences import span_at, split_paragraphs
from loaders.records import PersonMention, Quote, Span

_LONGEST = 15
"""A byline has fewer words ("Reporting by Ana Ruiz in Lyon; editing by Juan Paz")."""
_OPENING = 3
"""Its “by” is among so many words at its start."""


def without_reporters(
    text: str, people: Sequence[PersonMention], quotes: Sequence[Quote], lists: PeopleWords
) -> list[PersonMention]:
    """The people without those strangers whom only a byline names and nobody quotes."""
    bylines = [span for span in split_paragraphs(text) if _is_byline(text[slice(*span)], lists)]
    if not bylines:
        return list(people)
    told = {quote.speaker for quote in quotes} | {quote.addressee for quote in quotes}
    told |= {person.leader_id for person in people if not _within(person, bylines)}
    return [one for one in people if one.known or one.leader_id in told or not _within(one, bylines)]


def _is_byline(paragraph: str, lists: PeopleWords) -> bool:
    """Whether a short paragraph opens with “by” and a capital, and ends without a full stop."""
    words = paragraph.split(maxsplit=_LONGEST)
    if len(words) >= _LONGEST or paragraph[-1] in ".。":
        return False
    pairs = list(pairwise(words))[:_OPENING]
    return any(word.casefold() in lists.bylines and following[0].isupper() for word, following in pairs)


def _within(person: PersonMention, bylines: Sequence[Span]) -> bool:
    at = span_at(bylines, person.start)
    return at >= 0 and person.start < bylines[at][1]
