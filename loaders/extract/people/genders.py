"""Whether a man or a woman is named, as far as a title, a given name or whose relative it is tells."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.people.beside import kin_beside
from loaders.extract.people.cast import Person
from loaders.extract.people.names import Name, parts_of
from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import Tokens


def gender_of(name: Name, tokens: Tokens, paragraph_of: Sequence[int], lists: PeopleWords) -> str:
    """m or f by the title, else the given name, else the word that makes somebody a relative ("her husband, Karl Voss")."""
    titles = set(parts_of(tokens, *name.role)) if name.role else set()
    if gender := _told_by(titles, lists):
        return gender
    if len(name.parts) == 1:
        return ""
    kin = kin_beside(name, tokens, paragraph_of, lists)
    return lists.gender(name.parts[0]) or (_told_by({kin[0]}, lists) if kin else "")


def of_gender(people: list[Person], gender: str) -> list[Person]:
    """The people of whom that can be told, all of them where nothing is."""
    return [person for person in people if not gender or person.gender in ("", gender)]


def _told_by(words: set[str], lists: PeopleWords) -> str:
    return "m" if words & lists.male_titles else "f" if words & lists.female_titles else ""
