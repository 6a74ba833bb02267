"""What stands beside a full name and tells of its bearer: an apposition, or whose relative it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from loaders.extract.people.cast import Person
from loaders.extract.people.names import Name
from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import Tokens, fold

_KIN = 5
"""So many tokens beside a name say whose relative it is: "her daughter, Eva Holm", "Eva Holm, his wife"."""
COUNTERPART = 4
"""So many words before "counterpart" say whose."""
_APPOSITION = 24
"""So many tokens after a name are looked at for what the document says of the person."""


def kin_beside(name: Name, tokens: Tokens, paragraph_of: Sequence[int], lists: PeopleWords) -> tuple[str, str] | None:
    """The word beside a full name that brings its bearer in as somebody's relative, and the one before it."""
    words = tokens.lower
    for index in range(name.first - 1, max(0, name.first - _KIN), -1):
        if words[index] in ".;:!?" or paragraph_of[index] != paragraph_of[name.first]:
            break
        if fold(words[index]) in lists.relatives:
            return fold(words[index]), fold(words[index - 1])
    after = [fold(word) for word in words[name.last + 1 : name.last + 1 + _KIN]]
    is_kin = len(after) > 2 and after[0] in ",(" and after[1] in lists.articles and after[2] in lists.relatives
    return (after[2], after[1]) if is_kin else None


def note_kin(person: Person, kin: str, owner: str, namesakes: Iterable[Person], lists: PeopleWords) -> None:
    """Keep that somebody is a relative, and what "his wife" tells of the two."""
    person.is_relative = True
    person.gender = person.gender or ("f" if kin in lists.female_titles else "m" if kin in lists.male_titles else "")
    for other in namesakes:
        if other is not person and not other.is_relative:
            other.gender = other.gender or ("m" if owner in lists.his else "f" if owner in lists.her else "")


def apposition_after(last: int, tokens: Tokens, paragraph_of: Sequence[int], lists: PeopleWords) -> Iterator[str]:
    """Folded words after a name and its comma or bracket ("…, the mayor of Lyon,"), up to a mark, "who" or a paragraph."""
    words = tokens.words
    after = last + 1
    if after + 1 >= len(words) or words[after] not in ",(":
        return
    for index in range(after + 1, min(after + _APPOSITION, len(words))):
        ends = words[index] in ".,;:)—–" and index > after + 3
        if ends or paragraph_of[index] != paragraph_of[last]:
            return
        if tokens.lower[index] in lists.whoever and not tokens.capital[index]:  # no WHO
            if index == after + 1:
                continue  # "…, who is the mayor of Lyon,"
            return
        word = fold(tokens.lower[index])
        if word not in lists.parties or tokens.lower[index - 1] in lists.articles:  # not "…, sued respondent"
            yield word


def counterpart_before(first: int, tokens: Tokens, lists: PeopleWords) -> tuple[str, ...]:
    """The folded words of ", … counterpart," right before a name: "his Japanese counterpart, Ana Ruiz"."""
    at = first - 1
    if at >= 0 and tokens.words[at] == ",":
        at -= 1
    if at < 0 or fold(tokens.lower[at]) not in lists.counterparts:
        return ()
    start = at
    while start > max(0, at - COUNTERPART) and tokens.words[start - 1][0].isalpha():
        start -= 1
    return tuple(fold(word) for word in tokens.lower[start : at + 1])
