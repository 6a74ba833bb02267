"""Verbs of a language with what must stand beside them for what they tell (data/vocabulary/*/senses.yaml), compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders.extract.terms import Terms
from loaders.vocabulary import words


@dataclass(frozen=True, slots=True)
class Sense:
    """What a verb tells with certain words beside it."""

    name: str
    kind: str
    objects: frozenset[str]
    """Classes of which one noun must be the object; none where any will do."""
    following: frozenset[str]
    """Classes of which a word must follow at once."""
    subjects: frozenset[str]
    then: frozenset[str]
    """Words of which one must stand after the object."""
    without: frozenset[str]


@dataclass(frozen=True)
class SenseWords:
    """The senses of one language."""

    verbs: Terms[tuple[Sense, ...]]
    classes: Terms[frozenset[str]]
    joints: frozenset[str]
    """Words that end what a verb is done to ("the ban | on imports")."""
    measuring: frozenset[str]
    """Nouns after which the object is still to come ("a series of talks")."""
    passive: frozenset[str]
    beside: frozenset[str]
    """Words between a passive's two parts ("was later lifted")."""
    agents: frozenset[str]
    plain_after: frozenset[str]
    """Words after which a verb without an ending is one ("they support"), and no noun ("and support services")."""
    plural_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]


@lru_cache(maxsize=8)
def sense_words(language: str, folder: Path) -> SenseWords:
    """The senses of a language; none where it has no words."""
    raw = words(language, "senses", folder)
    verbs: dict[str, tuple[Sense, ...]] = {}
    for name, rule in raw.get("senses", {}).items():
        sense = _sense(name, rule)
        for verb in rule["verbs"]:
            verbs[verb] = (*verbs.get(verb, ()), sense)
    classes: dict[str, frozenset[str]] = {}
    for label, nouns in raw.get("classes", {}).items():
        for noun in nouns:
            classes[noun] = classes.get(noun, frozenset()) | {label}
    lists = (
        frozenset(raw.get(key, ())) for key in ("joints", "measuring", "passive", "beside", "agents", "plain_after")
    )
    endings = (tuple(raw.get(key, ())) for key in ("plural_endings", "verb_endings"))
    return SenseWords(Terms(verbs), Terms(classes), *lists, *endings)


def _sense(name: str, rule: Mapping[str, Any]) -> Sense:
    keys = ("object", "next", "subject", "then", "without")
    return Sense(name, rule["kind"], *(frozenset(rule.get(key, ())) for key in keys))
