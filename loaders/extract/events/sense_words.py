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
    """Classes of which one noun must stand where the subject does."""
    then: frozenset[str]
    """Words of which one must stand after the object."""
    without: frozenset[str]
    """Classes of which no noun may be the object."""


@dataclass(frozen=True)
class SenseWords:
    """The senses of one language."""

    verbs: Terms[tuple[Sense, ...]]
    classes: Terms[frozenset[str]]
    joints: frozenset[str]
    """Words that end what a verb is done to ("the ban | on imports")."""
    coordinating: frozenset[str]
    """Of these, the words after which the object may go on ("air and ground assaults")."""
    measuring: frozenset[str]
    """Nouns after which the object is still to come ("a series of talks")."""
    passive: frozenset[str]
    beside: frozenset[str]
    """Words between a passive's two parts, or before a verb ("was later lifted", "is currently lifting")."""
    agents: frozenset[str]
    plain_after: frozenset[str]
    """Words after which a verb without an ending is one ("they support"), and no noun ("and support services")."""
    plural_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    active_endings: tuple[str, ...]
    """Endings of a verb that is no passive after "was" ("was lifting the ban")."""


@lru_cache(maxsize=8)
def sense_words(language: str, folder: Path) -> SenseWords:
    """The senses of a language; none where it has no words."""
    raw = words(language, "senses", folder)
    verbs: dict[str, tuple[Sense, ...]] = {}
    for name, rule in raw.get("senses", {}).items():
        sense = _sense(name, rule)
        for verb in rule["verbs"]:
            verbs[verb] = (*verbs.get(verb, ()), sense)
    return SenseWords(
        verbs=Terms(verbs),
        classes=Terms(_classes(raw.get("classes", {}))),
        joints=frozenset(raw.get("joints", ())),
        coordinating=frozenset(raw.get("coordinating", ())),
        measuring=frozenset(raw.get("measuring", ())),
        passive=frozenset(raw.get("passive", ())),
        beside=frozenset(raw.get("beside", ())),
        agents=frozenset(raw.get("agents", ())),
        plain_after=frozenset(raw.get("plain_after", ())),
        plural_endings=tuple(raw.get("plural_endings", ())),
        verb_endings=tuple(raw.get("verb_endings", ())),
        active_endings=tuple(raw.get("active_endings", ())),
    )


def _classes(lists: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """Noun -> its classes; one of several words has those of its last word, too ("extradition request", "request")."""
    found: dict[str, frozenset[str]] = {}
    for label, nouns in lists.items():
        for noun in nouns:
            found[noun] = found.get(noun, frozenset()) | {label}
    return {noun: labels | found.get(noun.split()[-1], frozenset()) for noun, labels in found.items()}


def _sense(name: str, rule: Mapping[str, Any]) -> Sense:
    keys = ("object", "next", "subject", "then", "without")
    return Sense(name, rule["kind"], *(frozenset(rule.get(key, ())) for key in keys))
