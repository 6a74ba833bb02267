"""The title or role before a name: in the same string of capitals ("Cuban President Ana Ruiz") or in small letters."""

from __future__ import annotations

from collections.abc import Collection

from loaders.extract.people.words import PeopleWords
from loaders.layout.tokens import Tokens, fold

_LAND = 3
"""A country's name has no more words."""


def opens_with_article(tokens: Tokens, first: int, lists: PeopleWords) -> bool:
    """Whether an article stands before the string: "the Crown Prince" is an office, though capitals spell it."""
    return first > 0 and fold(tokens.lower[first - 1]) in lists.articles


def is_office(parts: tuple[str, ...], lists: PeopleWords) -> bool:
    """Whether all words are those of titles ("Prime Minister", "Secretary General")."""
    return all(part in lists.titles or part in lists.title_parts for part in parts)


def last_title(tokens: Tokens, first: int, last: int, lists: PeopleWords) -> int | None:
    """The last title in the string that has a name after it ("Cuban President" in "Cuban President Ana Ruiz")."""
    for index in range(last - 1, first - 1, -1):
        word = fold(tokens.lower[index])
        number = tokens.words[index - 1] if index else ""
        hour = len(word) < 3 and number.isdigit() and len(number) < 3  # "at 6 PM Ruiz left"
        if word in lists.titles and not hour:
            return index
    return None


def title_with_office(tokens: Tokens, first: int, last: int, lists: PeopleWords) -> tuple[int, int | None]:
    """First and last token of a title whose office opens the string ("Secretary of State" before "Ana Ruiz").

    Without one it is where the string begins, and None.
    """
    office = first
    while office < last and fold(tokens.lower[office]) in lists.title_parts:
        office += 1
    title = first - 2
    if office == first or title < 0 or tokens.lower[first - 1] not in lists.title_parts:
        return first, None
    if fold(tokens.lower[title]) not in lists.titles or not tokens.capital[title] or tokens.capital[first - 1]:
        return first, None
    return title, office - 1


def land_before(
    tokens: Tokens, first: int, last: int, lists: PeopleWords, countries: Collection[tuple[str, ...]]
) -> tuple[int, int | None]:
    """First and last token of what opens the string and is no part of the name; without it where the string begins, and None.

    "Minister of Bangladesh | Ana Ruiz", "ambassador to Libya | Ana Ruiz", "Swiss | Ana Ruiz", "Democrat | Ana Ruiz".
    """
    for length in range(min(_LAND, last - first), 0, -1):
        words = tuple(fold(word) for word in tokens.lower[first : first + length])
        if words not in countries and not (length == 1 and words[0] in lists.roles):
            continue
        rest, title = first + length, first - 2
        if title >= 0 and tokens.lower[first - 1] in lists.title_parts and fold(tokens.lower[title]) in lists.titles:
            while title > 0 and fold(tokens.lower[title - 1]) in lists.title_parts and tokens.capital[title - 1]:
                title -= 1
            return title, rest - 1
        opens = length == 1 and words not in countries and (first == 0 or tokens.words[first - 1] in ".!?")
        if rest < last and (opens or lists.is_given(fold(tokens.lower[rest]))):
            return first, rest - 1
    return first, None


def role_before(
    tokens: Tokens, start: int, first: int, titled: int | None, lists: PeopleWords
) -> tuple[int, int] | None:
    """The title right before a name: capitalised in the same string, or in lower case ("his counterpart Ana Ruiz")."""
    if titled is not None:
        return first, titled
    before = start - 1
    if before < 0 or tokens.possessive[before] or tokens.words[before][-1] in ".,":
        return None
    if tokens.text.count("\n", tokens.ends[before], tokens.starts[start]) > 1:
        return None  # another paragraph
    word = fold(tokens.lower[before])
    if tokens.capital[before] or (word not in lists.titles and word not in lists.roles):
        return None
    beginning = before
    while beginning > 0 and before - beginning < 5:
        word = fold(tokens.lower[beginning - 1])
        if tokens.possessive[beginning - 1] or not word[0].isalpha() or word in lists.articles:
            break
        if not tokens.capital[beginning - 1] and word not in lists.title_parts and word not in lists.titles:
            break
        if word in lists.openers and word not in lists.title_parts:
            break
        beginning -= 1
    return beginning, before


def title_before(tokens: Tokens, taken: list[bool], first: int, lists: PeopleWords) -> tuple[int, int] | None:
    """First and last token of the title right before a known name, back to an article, a mark or another name."""
    beginning = first
    while beginning > 0 and first - beginning < 6:
        word = fold(tokens.lower[beginning - 1])
        if taken[beginning - 1] or not word[:1].isalpha() or word in lists.articles or tokens.possessive[beginning - 1]:
            break
        if "\n" in tokens.text[tokens.ends[beginning - 1] : tokens.starts[beginning]]:
            break
        titled = word in lists.title_parts or word in lists.titles or word in lists.roles
        if not titled and (not tokens.capital[beginning - 1] or word in lists.openers):
            break
        beginning -= 1
    while beginning < first and fold(tokens.lower[beginning]) in lists.openers:
        beginning += 1
    if beginning == first:
        return None
    last = fold(tokens.lower[first - 1])
    return (beginning, first - 1) if last in lists.titles or last in lists.roles else None
