"""The words that show countries and organisations, compiled once a language (data/vocabulary/*/actors.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders.vocabulary import words


@dataclass(frozen=True)
class ActorWords:
    """What one language says with which words, folded; every field is empty for a language without words."""

    unsure: frozenset[str]
    state_nouns: frozenset[str]
    """After a country's adjective they speak of the state ("the Dutch side")."""
    state_of: frozenset[str]
    """Before "of" and a country's name they do."""
    state_bodies: frozenset[str]
    """After a country's adjective or possessive they name a body of its own."""
    heads: frozenset[str]
    opening_heads: frozenset[str]
    connectors: frozenset[str]
    """Small words inside a body's name."""
    opening_connectors: frozenset[str]
    """Small words with which a name goes on behind its head ("Ministry of …")."""
    going_on: frozenset[str]
    """Of these, the ones with which a name goes on behind a head that does not open it."""
    pairing: frozenset[str]
    belonging: frozenset[str]
    openers: frozenset[str]
    no_bodies: frozenset[str]
    news_words: frozenset[str]
    articles: frozenset[str]
    again_articles: frozenset[str]
    ministry: frozenset[str]
    roles: frozenset[str]
    things: frozenset[str]
    abbreviations: frozenset[str]
    after_names: frozenset[str]
    """What can follow a name that acts; another word in small letters is described by the name."""
    body_nouns: frozenset[str]
    """After a body's name they are those who act for it."""
    after_endings: tuple[str, ...]
    calendar: frozenset[str]
    epithets: frozenset[str]
    spellings: Mapping[str, tuple[str, ...]]
    """First word of a name -> its other spellings."""
    ministries: Mapping[str, str]
    """What a ministry is for, in any wording -> the usual word for it ("external affairs" -> "foreign")."""
    templates: Mapping[str, str]
    """How the names of bodies are put together."""


@lru_cache(maxsize=8)
def actor_words(language: str, folder: Path) -> ActorWords:
    """The words of a language."""
    raw: Mapping[str, Any] = words(language, "actors", folder)
    built = ("spellings", "ministries", "templates", "after_endings")
    lists = {f.name: frozenset(raw.get(f.name, ())) for f in fields(ActorWords) if f.name not in built}
    ministries = {wording: usual for usual, wordings in raw.get("ministries", {}).items() for wording in wordings}
    templates = {name: raw.get(name, "{}") for name in ("ministry_alone", "body_of")}
    spellings = {first: tuple(others) for first, others in raw.get("spellings", {}).items()}
    endings = tuple(raw.get("after_endings", ()))
    return ActorWords(**lists, after_endings=endings, spellings=spellings, ministries=ministries, templates=templates)
