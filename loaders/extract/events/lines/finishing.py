"""The line of a subject and its verb: told whole where it fits, else shortened or cut where what goes is only beside it.

What a line that is too long leaves out: its articles, on what occasion something was said, the office of whoever did it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.extract.events.lines.candidates import Told
from loaders.extract.events.lines.ending import LONGEST, fit
from loaders.extract.events.lines.halves import is_half
from loaders.extract.events.lines.number import is_plural
from loaders.extract.events.lines.pieces import Piece, count_words, set_line
from loaders.extract.events.lines.subjects import short_subject, where_points_back
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording

FAR = 16
"""So many words after a verb of saying stands its "that" at most."""


def finished(subject: Sequence[Piece], rest: Sequence[Piece], told: Told, words: Wording) -> list[Piece]:
    """The first way to tell it that is whole, rather one from which only when and why it was is missing; empty without one."""
    ways = (found for safely in (True, False) for found in _ways(subject, rest, words, safely))
    return next((found for found in ways if not is_half(found, rest[0], told, words)), [])


def _ways(subject: Sequence[Piece], rest: Sequence[Piece], words: Wording, safely: bool) -> Iterator[list[Piece]]:
    told = rest[: where_points_back(rest, 0, words)]
    yield from fit([*subject, *rest], len(subject), words, len(subject) + len(told), safely)
    bare = _without_occasion(told, words)
    ways = [(subject, told), (subject, bare), (_name_alone(subject, words), bare)]
    for number, (whose, what) in enumerate(ways):
        if number and (whose, what) in ways[:number]:
            continue
        if number:
            yield from fit([*whose, *what], len(whose), words, safely=safely)
        yield from _without_articles(whose, what, words, safely)


def _without_articles(
    subject: Sequence[Piece], rest: Sequence[Piece], words: Wording, safely: bool
) -> Iterator[list[Piece]]:
    """The line without its articles, as headlines leave them out, where it is too long with them."""
    if count_words(set_line([*subject, *rest])) <= LONGEST:
        return
    articles = words.definite | words.indefinite
    short, told = ([p for p in part if p.folded not in articles] for part in (subject, rest))
    if len(told) > 2 and told[1].folded in words.that_words:
        for found in fit([*short, told[0], *told[2:]], len(short), words, safely=safely):
            if find_verb(found[len(short) + 1 :], words) > 0:
                yield found
    yield from fit([*short, *told], len(short), words, safely=safely)


def _without_occasion(rest: Sequence[Piece], words: Wording) -> Sequence[Piece]:
    """Without what stands between a verb of saying and its "that" ("says in a letter to the mill that …")."""
    if len(rest) < 3 or rest[1].folded not in words.prepositions:
        return rest
    that = next((at for at, piece in enumerate(rest[:FAR]) if at > 1 and piece.folded in words.that_words), 0)
    says = words.says(rest[0].folded)
    return [rest[0], *rest[that:]] if that and says else rest


def _name_alone(subject: Sequence[Piece], words: Wording) -> Sequence[Piece]:
    """The name at the end of a subject, without the office before it ("the mayor of Kelna Ida Roe")."""
    names = [piece for piece in subject if piece.is_name and piece.text[:1].isupper()]
    alone = len(names) == 1 and subject[-1] is names[0]
    if is_plural(subject, words):
        short = short_subject(list(subject), words, 0)
        return short if len(names) > 1 and is_plural(short, words) else subject
    return names if alone and all(piece.is_word for piece in subject) else subject
