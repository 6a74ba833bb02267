"""The small words that show who did it and to whom, compiled once a language (data/vocabulary/*/sides.yaml)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders.extract.terms import Terms
from loaders.vocabulary import words

BY, WITH, BETWEEN, TO, OF, FROM, APART = "by", "with", "between", "to", "of", "from", "apart"
"""What a small word before a name says of its part."""
LISTS = (
    *("adverbs", "matters", "suffered", "given", "together"),
    *("addressed", "alone", "of_person", "within_titles", "places"),
)


@dataclass(frozen=True)
class SideWords:
    """What one language says with which words."""

    before: Mapping[str, str]
    """Small word before a name -> what it says (BY, WITH, …)."""
    wished_by: Terms[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    matters: frozenset[str]
    """What people speak of, so that who is named with it does nothing there ("ties between Peru and Chile")."""
    suffered: frozenset[str]
    """Kinds of which "of" names who suffered it."""
    given: frozenset[str]
    """Kinds of which "from" names who gave it."""
    together: frozenset[str]
    addressed: frozenset[str]
    """Kinds of what is said to or against somebody."""
    alone: frozenset[str]
    of_person: frozenset[str]
    """Kinds of which an owner is whom it was done to ("Lund's arrest")."""
    within_titles: frozenset[str]
    """Small words within a title ("Secretary of Defence")."""
    places: frozenset[str]
    """Kinds to which a capital is only the place."""


@lru_cache(maxsize=8)
def side_words(language: str, folder: Path) -> SideWords:
    """The words of a language; empty for one without."""
    raw: Mapping[str, Iterable[str]] = words(language, "sides", folder)
    before = {word: part for part in (BY, WITH, BETWEEN, TO, OF, FROM, APART) for word in raw.get(part, ())}
    lists = {key: frozenset(raw.get(key, ())) for key in LISTS}
    wished_by = Terms(dict.fromkeys(raw.get("wished_by", ()), "wished"))
    return SideWords(before=before, wished_by=wished_by, adverb_endings=tuple(raw.get("adverb_endings", ())), **lists)
