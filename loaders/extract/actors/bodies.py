"""Bodies that the vocabulary does not hold, found by how a text writes them.

A head noun with its name in capitals ("Ministry of Foreign Affairs", "Harbour Workers' Union"), or a state's own body in small
letters ("the Dutch defence ministry"). Not every word with a capital: what is named after a body is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extract.actors.known import ADJECTIVE, Hit
from loaders.extract.actors.reading import Reading
from loaders.layout.tokens import fold

LONGEST = 9
"""A body's name rarely has more words before or after its head."""
APOSTROPHES = ("'", "’")

_SLUG = re.compile(r"[^\w]+")
_DOTTED = re.compile(r"[A-Z](?:\.[A-Z])+")


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a text names; `first` and `last` are tokens, both of the name."""

    first: int
    last: int
    name: str
    head: str
    country: str | None = None

    @property
    def body_id(self) -> str:
        return _SLUG.sub("-", fold(self.name)).strip("-_") or "unnamed"


def find_bodies(reading: Reading) -> Iterator[Body]:
    """The bodies named by a head noun, in order; a longer name that holds a shorter one comes alone."""
    done, heads = -1, reading.words.heads | reading.words.opening_heads
    for index in [index for index, word in enumerate(reading.tokens.lower) if word in heads]:
        if index <= done:
            continue
        body = _in_capitals(reading, index) if reading.tokens.capital[index] else _in_small_letters(reading, index)
        if body is not None and not _is_known(reading, body):
            done = body.last
            yield body


def _is_known(reading: Reading, body: Body) -> bool:
    """Whether the vocabulary names all of it already."""
    hit = reading.hit_at.get(body.last) or reading.hit_at.get(body.first)
    start, end = reading.span(body.first, body.last)
    return hit is not None and hit.start <= start and end <= hit.end


def _in_capitals(reading: Reading, head: int) -> Body | None:
    words = reading.words
    if _goes_on(reading, head):
        return None
    first, owner = _leftwards(reading, head)
    last = head
    if reading.lower(head) in words.opening_heads:
        last = _rightwards(reading, head, first == head)
    while first <= last and reading.lower(first) in words.openers:
        first += 1
    if first >= last or reading.holds_person(first, last) or _is_state(reading, first, head, last):
        return None
    if any(reading.lower(at) in words.news_words for at in range(first, last + 1)):
        return None
    return _make(reading, first, last, head, owner)


def _is_state(reading: Reading, first: int, head: int, last: int) -> bool:
    """Whether the words are the state itself, spelt with capitals ("the Peruvian Government")."""
    named = all((hit := reading.hit_at.get(at)) and hit.named.kind == "country" for at in range(first, head))
    return head == last and named and reading.lower(head) in reading.words.state_nouns


def _goes_on(reading: Reading, head: int) -> bool:
    """Whether a further word with a capital belongs to the same name ("Party Congress", "Council Resolution 12")."""
    following = head + 1
    if not reading.is_capital(following) or not reading.are_joined(head, following) or reading.tokens.possessive[head]:
        return False
    return reading.lower(following) not in reading.words.calendar and following not in reading.person_at


def _leftwards(reading: Reading, head: int) -> tuple[int, Hit | None]:
    """Where the name begins, and the country whose possessive stands before it ("Iran's Foreign Ministry")."""
    first = head
    while first > 0 and head - first < LONGEST and reading.are_joined(first - 1, first):
        before, step = first - 1, 1
        if reading.tokens.words[before] in APOSTROPHES or _ends_abbreviation(reading, before):
            before, step = before - 1, 2
        elif reading.lower(before) in reading.words.pairing:
            pair = before - 1
            others = reading.words.openers | reading.words.heads | reading.words.opening_heads
            if not reading.is_capital(pair) or pair in reading.hit_at or reading.lower(pair) in others:
                break
            before, step = pair, 2
        if before < 0 or not reading.is_capital(before) or before in reading.person_at:
            break
        hit = reading.hit_at.get(before)
        if reading.tokens.possessive[before] and hit is not None:
            return first, hit
        if reading.lower(before) in reading.words.openers:
            break
        first -= step
        if hit is not None and hit.named.kind == "country":
            return min(first, reading.tokens.first_from(hit.start)), None
    return first, None


def _ends_abbreviation(reading: Reading, index: int) -> bool:
    tokens = reading.tokens
    if index < 1 or tokens.words[index] != ".":
        return False
    word = tokens.words[index - 1]
    return _DOTTED.fullmatch(word) is not None or tokens.lower[index - 1] in reading.words.abbreviations


def _rightwards(reading: Reading, head: int, opens: bool) -> int:
    """Where a name ends that goes on behind its head; where it does not open with it, only with "of" and "for"."""
    words, last = reading.words, head
    allowed = words.opening_connectors if opens else words.going_on
    if reading.lower(head + 1) not in allowed or not reading.are_joined(head, head + 1):
        return head
    at = head + 1
    while at < len(reading.tokens) and at - head < LONGEST and reading.are_joined(at - 1, at):
        if reading.is_capital(at) and reading.lower(at) not in words.calendar and at not in reading.person_at:
            last = at
            if reading.tokens.possessive[at]:
                break
        elif reading.lower(at) not in words.connectors or _names_another(reading, at):
            break
        at += 1
    return last


def _names_another(reading: Reading, joint: int) -> bool:
    """Whether "and" joins another actor to a name ("the Communist Party of China and the Chinese")."""
    following = joint + 1 + (reading.lower(joint + 1) in reading.words.articles)
    return reading.lower(joint) in reading.words.pairing and following in reading.hit_at


def _make(reading: Reading, first: int, last: int, head: int, owner: Hit | None) -> Body | None:
    """The body with the name it goes by: a ministry's in one wording, with the state whose it is."""
    hit = owner or reading.hit_at.get(first) or reading.hit_at.get(last)
    country = hit.named.country if hit is not None else None
    head_word = reading.lower(head)
    start = first if owner is None else reading.tokens.first_from(owner.start)
    if head_word in reading.words.ministry:
        return _ministry(reading, start, last, head, hit)
    own = first
    if head_word in reading.words.state_bodies and country:
        # "Iranian Supreme Court" and "Iran's Supreme Court" are one.
        while own < head and reading.hit_at.get(own) is hit:
            own += 1
    name = " ".join(reading.text[slice(*reading.span(own, last))].split())
    if own > first or (owner is not None and owner.named.kind == "country"):
        name = _of(reading, name, hit)
    return Body(start, last, name, head_word, country)


def _of(reading: Reading, own: str, hit: Hit | None) -> str:
    return own if hit is None else reading.words.templates["body_of"].format(own, hit.named.name)


def _ministry(reading: Reading, first: int, last: int, head: int, hit: Hit | None) -> Body | None:
    """A ministry by what it is for: "Ministry of External Affairs of India" is the Foreign Ministry of India."""
    own = [at for at in range(first, last + 1) if at != head and reading.hit_at.get(at) is None]
    while own and reading.lower(own[-1]) in reading.words.connectors:
        own.pop()
    while own and reading.lower(own[0]) in reading.words.connectors:
        own.pop(0)
    purpose = " ".join(reading.lower(at) for at in own if reading.tokens.words[at] not in APOSTROPHES)
    if not purpose:
        return None
    usual = reading.words.ministries.get(purpose, purpose)
    name = reading.words.templates["ministry_alone"].format(_titled(usual))
    country = hit.named.country if hit is not None else None
    return Body(first, last, _of(reading, name, hit if country else None), reading.lower(head), country)


def _titled(words: str) -> str:
    return " ".join(word if len(word) < 4 and word != words else word[:1].upper() + word[1:] for word in words.split())


def _in_small_letters(reading: Reading, head: int) -> Body | None:
    """A state's own body in small letters: "the Iranian foreign ministry", "Peru's parliament"."""
    words = reading.words
    for first in (head, head - 1, head - 2, head - 3):
        hit = reading.hit_at.get(first - 1)
        own = [reading.lower(at) for at in range(max(first, 0), head + 1)]
        if hit is None or hit.named.country is None:
            if first > 0 and (not own[0][:1].isalpha() or reading.is_capital(first)):
                return None
            continue
        owns = hit.named.form == ADJECTIVE or reading.tokens.possessive[first - 1] or hit.named.in_capitals
        phrase = " ".join(own)
        if not owns or not reading.are_joined(first - 1, first):
            return None
        if own[-1] in words.ministry and len(own) > 1:
            usual = words.ministries.get(" ".join(own[:-1]), " ".join(own[:-1]))
            name = words.templates["ministry_alone"].format(_titled(usual))
        elif phrase in words.state_bodies:
            name = _titled(phrase)
        else:
            return None
        start = reading.tokens.first_from(hit.start)
        return Body(start, head, _of(reading, name, hit), own[-1], hit.named.country)
    return None
