"""The words of a line while it is written: each with how it stood in the text, so that what is left can be set again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from loaders.extract.terms import fold
from loaders.records import PersonMention, Span

PAIRED = frozenset(("''", "``"))
"""Two apostrophes, or two accents, stand for a quotation mark."""
_PIECE = re.compile(
    r"''|``|(?:[^\W\d_]\.){2,}|\$?\d[\d,.:–-]*\d%?|[^\W_]+(?:['’.-][^\W_]+)*(?:['’](?!['’])(?=\W|$))?|[^\w\s]|_",
    re.UNICODE,
)
_SIGNS = frozenset("*_#`>|~\\")
_ADDRESS = re.compile(r"\[(?:\d{1,3}|[a-z])\]|!?\[(?=[^\]\n]{1,200}\]\()|\]\([^()\s]{1,300}\)|https?://\S+")
_DATELINE = re.compile(
    r"[\s*_#>]*([^\W\d_]{2,})(?:[ .'’-]+[^\W\d_]+){0,3}\.?(?:, [^\n—–-]{1,40}?)?\s*(\([^()\n]{1,40}\))?\s*"
    r"(?:[—–]+|--+|\s-)\s*(?=[\"“'‘]?[^\W\d_a-z])"
)
BESIDE = 3
"""So many letters stand between an office and the name that goes with it."""
HEAD = 120
"""Within so many letters a dateline ends."""
_ABBREVIATED = re.compile(r"\b[^\W\d_]\.[^\W\d_]\.$")
_STOP = re.compile(r"[.,]+([\"”’']?)$")
"""A full stop at the end, within a quotation or not."""
_COUNTED = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
OPENING = frozenset("“‘«„([{$£€#")
CLOSING = frozenset(",.;:!?…)]}”’»%'")
APOSTROPHES = frozenset("'’")
MARKS = frozenset('“”„«»"')


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a name or a mark."""

    text: str
    start: int
    end: int
    glued: bool = False
    """Whether no blank stands before it."""
    is_name: bool = False
    folded: str = field(init=False)
    """The text in small letters without accents; kept, for each piece is asked for it some thirty times."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", _folded(self.text))

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalnum() or self.text[-1:].isalnum()


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    return fold(text).replace("’", "'")


def cut_pieces(text: str, spans: Sequence[Span], people: Sequence[PersonMention]) -> list[Piece]:
    """The pieces of the spans of a text; a person's name is one piece, the full name where it is known."""
    persons = tuple(people)
    found: list[Piece] = []
    for start, end in _without_addresses(text, spans):
        found += _cut(text, start, end, persons)
    return found


@lru_cache(maxsize=512)
def _cut(text: str, start: int, end: int, people: tuple[PersonMention, ...]) -> tuple[Piece, ...]:
    """The pieces of one span; kept, for the rows of a sentence and what weighs them cut it again (two times of three)."""
    named = {person.start: person for person in people if start <= person.start < end}
    found: list[Piece] = []
    tokens = _PIECE.finditer(text, start, end)
    while (match := next(tokens, None)) is not None:
        word, (at, last) = match.group(), match.span()
        if word in _SIGNS:
            continue
        person, is_name = named.get(at), False
        if person is not None:
            last = min(person.end, end)
            word, is_name = " ".join(_named(text[at:last], person, people, found).split()), person.leader_id is not None
            tokens = _PIECE.finditer(text, max(last, at + 1), end)
        elif word in PAIRED:
            word = '"'
        before = _before_signs(text, start, at) if at > start and text[at - 1] in _SIGNS else at
        found.append(Piece(word, at, last, before > start and not text[before - 1].isspace(), is_name))
    return tuple(found)


def _named(word: str, person: PersonMention, people: Iterable[PersonMention], before: Sequence[Piece]) -> str:
    """How a line names a person for whom a word stands: by the full name where it is known."""
    if _is_office(person, people):
        return person.name
    if person.leader_id and word[:1].isupper() and not person.role.startswith(word):
        return _without_rank(_full(person.name, word), before)
    return word


def _before_signs(text: str, start: int, at: int) -> int:
    """Where what stands at a place began with the signs before it, which are left out ("of #Kelna")."""
    while at > start and text[at - 1] in _SIGNS:
        at -= 1
    return at


def _is_office(person: PersonMention, people: Iterable[PersonMention]) -> bool:
    """Whether the words are the office of somebody who is known, and no name of theirs stands beside it."""
    same = {*_folded(person.text).split()} & {*_folded(person.name).split()}
    beside = any(0 <= other.start - person.end <= BESIDE or 0 <= person.start - other.end <= BESIDE for other in people)
    named = person.known or (" " in person.name and person.text.startswith("The "))
    return named and person.leader_id is not None and not same and not beside


def _without_addresses(text: str, spans: Sequence[Span]) -> list[Span]:
    """The parts of the spans around the signs and addresses of links, and the numbers of notes."""
    if not spans or ("[" not in text and "://" not in text):
        return list(spans)
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    links = [match.span() for match in _ADDRESS.finditer(text, first, last + HEAD)]
    parts = []
    for start, end in spans:
        for link in links:
            if start < link[1] and link[0] < end:
                parts.append((start, link[0]))
                start = min(link[1], end)
        parts.append((start, end))
    return [part for part in parts if part[0] < part[1]]


def after_dateline(text: str, sentence: Span) -> int:
    """Where a sentence begins after the place and agency before a report ("PARIS, May 3 (Agency) - The ferry sank")."""
    head = _DATELINE.match(text, sentence[0], min(sentence[1], sentence[0] + HEAD))
    return head.end() if head and (head.group(1).isupper() or head.group(2)) else sentence[0]


def _without_rank(name: str, before: Sequence[Piece]) -> str:
    """The name without its rank where the same stands before it already ("Gen Maj-Gen Ida Roe")."""
    rank, _, rest = name.partition(" ")
    last = next((piece.folded for piece in reversed(before[-2:]) if piece.is_word), "")
    is_same = bool(rest and last) and _folded(rank).strip(".").endswith(last)
    return rest if is_same else name


def _full(name: str, word: str) -> str:
    """The full name for a part of it that stands alone; what has a possessive keeps it."""
    for tail in ("'s", "’s"):
        if word.endswith(tail):
            return name + tail
    # "Florida Sen. Ann Lee" adds an office to "Ann Lee", before which the text may have one as well.
    if " " in word and name.endswith(f" {word}"):
        return word
    return name if len(name.split()) > len(word.split()) and len(name.split()) <= 4 else word


def set_line(pieces: Sequence[Piece]) -> str:
    """The pieces as text, with blanks where they belong, a capital first and no mark at its ends."""
    line = ""
    inside = False
    for piece in pieces:
        text = piece.text
        opens = text in OPENING or (text == '"' and not inside) or (text == "'" and not piece.glued)
        if text == '"':
            inside = not inside
        tight = (
            not line
            or line[-1] in OPENING
            or (line[-1] == "'" and line[-2:-1] in ("", " "))
            or (text in CLOSING and not opens)
            or (text == '"' and not opens)
            or (line[-1] == '"' and inside and line.count('"') % 2 == 1)
            or (piece.glued and text not in OPENING)
        )
        line += text if tight else f" {text}"
    line = line.strip(" ,;:–—-|*_#>").lstrip(".")
    line = line if _ABBREVIATED.search(line) else _STOP.sub(r"\1", line)
    return line[:1].upper() + line[1:]


def count_words(text: str) -> int:
    """How many words a reader counts ("long-term" is two)."""
    return len(_COUNTED.findall(text))
