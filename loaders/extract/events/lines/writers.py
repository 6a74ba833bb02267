"""What a writer did whose name is not known, told of what was done: "We filed a petition" is "A petition is filed"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.extract.events.lines.number import is_plural
from loaders.extract.events.lines.pieces import Piece
from loaders.extract.events.lines.wording import Wording


def without_writer(pieces: list[Piece], words: Wording) -> list[Piece]:
    """The pieces in the passive where "we" and a verb of the past with its object open them; else as they are."""
    if len(pieces) < 3 or pieces[0].folded not in words.first_person:
        return pieces
    at = 2 if pieces[1].folded in words.auxiliaries else 1
    verb = pieces[at]
    thing = list(takewhile(lambda piece: _is_of_thing(piece, words), pieces[at + 1 :]))
    rest = pieces[at + 1 + len(thing) :]
    if thing and thing[0].folded in words.first_owners:
        thing = thing[1:]
    participle = _participle(verb.folded, words)
    if not thing or not participle or not _names_thing(thing, words):
        return pieces
    be = words.single["be"][is_plural(thing, words)]
    return [*thing, replace(verb, text=be, glued=False), replace(verb, text=participle, glued=False), *rest]


def _is_of_thing(piece: Piece, words: Wording) -> bool:
    return piece.is_word and piece.folded not in words.boundaries


def _names_thing(thing: Sequence[Piece], words: Wording) -> bool:
    """Whether the words can be an object alone: with an article, a number or a name at their head, and no half of one."""
    first, last = thing[0], thing[-1]
    opens = first.folded in words.articles or first.text[:1].isdigit() or first.text[:1].isupper() or len(thing) == 1
    return opens and first.folded not in words.pronouns and last.folded not in words.half


def _participle(verb: str, words: Wording) -> str:
    """The participle of a verb in the past; empty for what is none."""
    if not words.is_past(verb):
        return verb if verb in words.participles else ""
    base = words.lemma(verb)
    return next((form for form, of in words.participles.items() if of == base), verb)
