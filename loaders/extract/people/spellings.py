"""One spelling of a name for all the ways in which it is written: surname in capitals or first, hyphens, blanks."""

from __future__ import annotations

import re

from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import fold

_VOWELS = frozenset("aeiouy")
_SLUG = re.compile(r"[\W_]+")


def plain_spelling(written: str, lists: PeopleWords) -> str:
    """A name as English prose writes it: no word all in capitals, and a surname that capitals mark behind the given name.

    Chinese, Korean and Vietnamese names keep their order: "MORI Takeo" is Takeo Mori, "LEE Sung-ho" is Lee Sung-ho.
    """
    words = written.split()
    if written.isupper():
        return written.title()  # minutes and credits set names in capitals
    marked = [_is_marked_surname(word, lists) for word in words]
    if not any(marked) or all(marked):
        return written
    words = [word.title() if mark else word for word, mark in zip(words, marked, strict=True)]
    surname_first = marked[0] and not any(marked[1:]) and fold(words[0]) not in lists.family_first
    return " ".join([*words[1:], words[0]] if surname_first else words)


def marked_surname(written: str, lists: PeopleWords) -> str:
    """The folded word that capitals mark as the surname ("HAYASHI Yoshimasa"); empty without one."""
    words = written.split()
    marked = [fold(word) for word in words if _is_marked_surname(word, lists)]
    return marked[0] if len(marked) == 1 and len(words) > 1 else ""


def family_name(written: str, parts: tuple[str, ...], lists: PeopleWords) -> str:
    """The folded surname of a full name where it stands first or capitals mark it; empty where it is the last word."""
    if marked := marked_surname(written, lists):
        return marked
    hyphened = written.partition(" ")[2].partition("-")[2][:1].islower()
    return parts[0] if parts[0] in lists.family_first and (hyphened or not lists.is_given(parts[0])) else ""


def id_of(name: str) -> str:
    """The id of somebody whom only the text knows."""
    return _SLUG.sub("-", fold(name)).strip("-") or "unnamed"


def is_same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names have the same words, in whatever order and however joined ("Min-ho Shin", "Shin Minho")."""
    if len(one) < 2 or len(other) < 2:
        return False
    if sorted(one) == sorted(other):
        return True
    joined = "".join(one)
    return "".join(other) in (joined, "".join((*one[1:], one[0])), "".join((one[-1], *one[:-1])))


def has_initials_of(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether of two names with one surname one has only the initials: "AB Ruiz" or "A. B. Ruiz" of "Ana Berta Ruiz"."""
    short, long = sorted((one, other), key=lambda name: sum(map(len, name)))
    initials = "".join(short[:-1])
    return len(long) > 2 and short[-1] == long[-1] and initials == "".join(word[0] for word in long[:-1])


def _is_marked_surname(word: str, lists: PeopleWords) -> bool:
    """Whether a word is in capitals and no initials ("KP"), number ("III") or suffix."""
    letters = fold(word)
    if not word.isupper() or len(letters) < 2 or letters in lists.suffixes or not set(letters) & _VOWELS:
        return False
    return len(letters) > 3 or letters in lists.family_first
