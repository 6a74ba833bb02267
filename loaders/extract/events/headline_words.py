"""What a headline says in its own words: without the site, the kicker, whose word it is, and what goes along with its news."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders.extract.terms import fold
from loaders.vocabulary import words

SOURCE = 3
"""Words after a colon that say whose word it is."""
FEWEST = 4
"""What stands before a colon, or before what it came after, is news of so many words."""
LONGEST = 14
"""So many words of a headline are a line."""

_PUBLISHER = re.compile(r"(?:\s+[|–—]\s+[^|–—]{2,40}|\s+-\s+[A-Z][^-]{2,40})+$")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{1,20}[)\]]\s*$")
_KICKER = re.compile(r"([^\W\d_][^:–—]{1,24}?)\s*(?::|\s[-–—]|[–—])\s+(?=\S)")
_QUOTED = re.compile(r"(?:[\"“][^\"“”]+[\"”]|(?<!\w)['‘][^'‘’]+['’](?!\w))")
_QUOTED_HEAD = re.compile(rf"{_QUOTED.pattern}\s*[:–—-]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class HeadlineWords:
    """The lists of headlines.yaml of a language; empty for one that has none."""

    kickers: frozenset[str]
    openers: frozenset[str]
    circumstances: frozenset[str]
    appointed: frozenset[str]


@lru_cache(maxsize=8)
def headline_words(language: str, folder: Path) -> HeadlineWords:
    """The words of a language that stand in headlines and are no news."""
    raw = words(language, "headlines", folder)
    rows = {name: str(raw.get(name, "")).split() for name in ("kickers", "openers", "circumstances", "appointed")}
    return HeadlineWords(**{name: frozenset(word.replace("_", " ") for word in row) for name, row in rows.items()})


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a headline tells, and the place that stands before it with a colon ("Kelna: ferry sinks")."""

    text: str
    place: str = ""


def own_words(title: str, known: HeadlineWords, is_place: Callable[[str], bool]) -> OwnWords:
    """The headline without all that is no news of its own; with a colon in it where somebody may say what follows.

    >>> known = HeadlineWords(frozenset({"live"}), frozenset(), frozenset({"after"}), frozenset())
    >>> own_words("LIVE: Ferry sinks off Orla: witnesses | The Post", known, {"Orla"}.__contains__).text
    'Ferry sinks off Orla'
    """
    text = title
    while (kicker := _KICKER.match(text)) and fold(kicker.group(1)) in known.kickers:
        text = text[kicker.end() :]
    text = _BRACKETS.sub("", _PUBLISHER.sub("", _BRACKETS.sub("", text)))
    text = _QUOTED_HEAD.sub("", text, count=1) if _QUOTED_HEAD.match(text) else text
    text = _without_source(text)
    head, place = _colon(text), ""
    if head:
        rest = text[len(head) + 1 :].strip()
        place = head if is_place(head) else ""
        text = rest if place else head if len(head.split()) >= FEWEST else text
    return OwnWords(_shortened(text, known), place)


def _colon(text: str) -> str:
    """What stands before the first colon outside of quotation marks; empty without one."""
    masked = _QUOTED.sub(lambda found: "_" * len(found.group()), text)
    at = masked.find(":")
    return text[:at] if at > 0 else ""


def has_colon(text: str) -> bool:
    """Whether a colon stands outside of quotation marks."""
    return bool(_colon(text))


def _without_source(title: str) -> str:
    """The headline without whose word it is ("Army shells port: witnesses")."""
    head, colon, source = title.rpartition(":")
    line = head if colon and len(source.split()) <= SOURCE and source.strip()[:1].islower() else title
    return line if line.endswith("..") else line.strip(" .,;:–—-")


def _shortened(text: str, known: HeadlineWords) -> str:
    """A headline too long for a line without what it came after, or what it goes along with."""
    told = text.split()
    if len(told) <= LONGEST:
        return text
    places = (at for at in range(LONGEST, FEWEST - 1, -1) if fold(told[at]) in known.circumstances)
    at = next(places, None)
    return text if at is None else " ".join(told[:at]).rstrip(",;–—- ")
