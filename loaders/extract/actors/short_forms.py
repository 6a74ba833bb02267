"""Short forms that a text gives its bodies: capitals in brackets after a name, and "the ministry" where one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.extract.actors.bodies import LONGEST, Body
from loaders.extract.actors.reading import Reading

_DEFINED = re.compile(r"\s*\(\s*[\"“”']?([A-Z][A-Za-z-]*[A-Z][A-Za-z-]*)[\"“”']?\s*[);]")
_BRACKET = re.compile(r"\(\s*([A-Z]{3,8})\s*\)")


@dataclass(frozen=True, slots=True)
class Meant:
    """Tokens that name again what was named before, by its id."""

    first: int
    last: int
    actor_id: str


def find_defined(reading: Reading) -> Iterator[tuple[str, Body]]:
    """Short forms with bodies that no head noun shows: words whose initials the capitals in brackets after them are."""
    tokens = reading.tokens
    for match in _BRACKET.finditer(reading.text):
        last = tokens.first_from(match.start()) - 1
        first = _with_initials(reading, last, match.group(1)) if last >= 0 else -1
        if first >= 0 and not reading.holds_person(first, last):
            name = " ".join(reading.text[slice(*reading.span(first, last))].split())
            yield match.group(1), Body(first, last, name, reading.lower(last))


def _with_initials(reading: Reading, last: int, capitals: str) -> int:
    """The token from which on the words with capitals have these initials; -1 where they do not."""
    left = list(capitals)
    for at in range(last, max(-1, last - 2 * LONGEST), -1):
        if at < last and not reading.are_joined(at, at + 1):
            return -1
        word = reading.tokens.words[at]
        if reading.is_capital(at):
            if word[0] != left.pop() or reading.lower(at) in reading.words.no_bodies:
                return -1
            if not left:
                return at
        elif reading.lower(at) not in reading.words.connectors and word not in "'’":
            return -1
    return -1


def short_form_after(reading: Reading, end: int) -> str:
    """The short form that stands in brackets right after a name; empty without one."""
    match = _DEFINED.match(reading.text, end)
    return match.group(1) if match else ""


def find_short_forms(text: str, forms: Iterable[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and form of each short form in a text."""
    wanted = sorted(forms, key=len, reverse=True)
    if wanted:
        pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, wanted))})(?![\w-])")
        for match in pattern.finditer(text):
            yield match.start(), match.end(), match.group()


def find_again(reading: Reading, named: Iterable[tuple[int, str, str]]) -> Iterator[Meant]:
    """What "the ministry" or "the union" means: the only one of that noun named before.

    `named` are token, head noun and id of each naming, in order of the tokens.
    """
    waiting = list(named)[::-1]
    known: dict[str, set[str]] = {}
    words = reading.words
    heads = {head for _, head, _ in waiting}
    for index in [index for index, word in enumerate(reading.tokens.lower) if word in heads]:
        word = reading.lower(index)
        while waiting and waiting[-1][0] <= index:
            _, head, actor_id = waiting.pop()
            known.setdefault(head, set()).add(actor_id)
        if word not in known or len(known[word]) > 1 or reading.lower(index - 1) not in words.again_articles:
            continue
        if reading.lower(index + 1) in words.opening_connectors or reading.is_capital(index + 1):
            continue
        (actor_id,) = known[word]
        yield Meant(index - 1, index, actor_id)
