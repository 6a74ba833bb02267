"""The words that show people in a text, compiled once a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders.layout.tokens import fold
from loaders.vocabulary import FOLDER, words


@dataclass(frozen=True)
class PeopleWords:
    """`people.yaml` of one language, folded; every field is a set of single words."""

    titles: frozenset[str]
    title_parts: frozenset[str]
    roles: frozenset[str]
    not_people: frozenset[str]
    given_too: frozenset[str]
    openers: frozenset[str]
    also_surnames: frozenset[str]
    of_state: frozenset[str]
    also_given: frozenset[str]
    given_anywhere: frozenset[str]
    opener_endings: frozenset[str]
    thing_endings: frozenset[str]
    particles: frozenset[str]
    speaking: frozenset[str]
    deeds: frozenset[str]
    fates: frozenset[str]
    being: frozenset[str]
    lone_deeds: frozenset[str]
    lone_fates: frozenset[str]
    lone_acts: frozenset[str]
    of_somebody: frozenset[str]
    lone_roles: frozenset[str]
    group_endings: frozenset[str]
    done_to_people: frozenset[str]
    place_words: frozenset[str]
    joints: frozenset[str]
    family_first: frozenset[str]
    person_particles: frozenset[str]
    title_links: frozenset[str]
    offices: frozenset[str]
    counterparts: frozenset[str]
    heads: frozenset[tuple[str, ...]]
    """Each entry as its words: ("head", "of", "state")."""
    first_heads: frozenset[tuple[str, ...]]
    not_now: frozenset[str]
    articles: frozenset[str]
    courtesy: frozenset[str]
    calendar: frozenset[str]
    relatives: frozenset[str]
    his: frozenset[str]
    her: frozenset[str]
    whoever: frozenset[str]
    parties: frozenset[str]
    definite: frozenset[str]
    suffixes: frozenset[str]
    not_initials: frozenset[str]
    not_after_initials: frozenset[str]
    male_titles: frozenset[str]
    female_titles: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]

    def is_given(self, word: str) -> bool:
        """Whether a folded word is a given name."""
        return word in self.male_names or word in self.female_names

    def gender(self, given_name: str) -> str:
        """m, f, or empty where the name does not say."""
        male, female = given_name in self.male_names, given_name in self.female_names
        return "" if male == female else "m" if male else "f"


@lru_cache(maxsize=8)
def people_words(language: str, folder: Path = FOLDER) -> PeopleWords:
    """The words of one language; empty sets where it has none yet."""
    lists = words(language, "people", folder)

    def entries(key: str) -> frozenset[str]:
        return frozenset(fold(str(entry)) for entry in lists.get(key, ()))

    return PeopleWords(
        heads=frozenset(tuple(head.split()) for head in entries("heads")),
        first_heads=frozenset(tuple(head.split()) for head in entries("first_heads")),
        **{key: entries(key) for key in PeopleWords.__dataclass_fields__ if not key.endswith("heads")},
    )
