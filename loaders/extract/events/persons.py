"""Which of the people that a text names can act in it: not a place that is called like one, nor a body called after one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.extract.events.lexicon import EventWords
from loaders.records import PersonMention
from loaders.vocabulary import Vocabulary

_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


def find_persons(
    people: Sequence[PersonMention], text: str, vocabulary: Vocabulary, language: str, words: EventWords
) -> list[PersonMention]:
    """The people without places, and without surnames before what is called after them ("the Oran government")."""
    places = _place_names(vocabulary, language)
    return [
        person
        for person in people
        if (person.known or person.name.casefold() not in places) and not _names_a_body(person, text, words)
    ]


def _names_a_body(person: PersonMention, text: str, words: EventWords) -> bool:
    following = _NEXT_WORD.match(text, person.end)
    return following is not None and " " not in person.text and following[1] in words.called_after


@lru_cache(maxsize=8)
def _place_names(vocabulary: Vocabulary, language: str) -> frozenset[str]:
    """Names of countries, capitals, peoples and regions, which are no persons: "BEIJING, June 27"."""
    regions = (name.casefold() for name in vocabulary.words(language, "places").get("places", ()))
    return frozenset(regions) | frozenset(
        name.casefold()
        for country in vocabulary.countries.values()
        for names in (country.names, country.capital, country.adjectives)
        for name in names.get(language, ())
    )
