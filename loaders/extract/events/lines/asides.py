"""What stands between two commas or two dashes, and a line can do without."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.extract.events.lines.cutting import COMMA
from loaders.extract.events.lines.pieces import Piece
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording

DASHES = ("-", "–", "—")
LONGEST_ASIDE = 16


def without_dashes(pieces: list[Piece]) -> list[Piece]:
    """Without what stands between the first two dashes ("Lee's offer - made at noon - failed")."""
    dashes = [at for at, piece in enumerate(pieces) if piece.text in DASHES and not piece.glued]
    if len(dashes) < 2 or dashes[0] == 0 or dashes[1] - dashes[0] > LONGEST_ASIDE:
        return pieces
    return [*pieces[: dashes[0]], *pieces[dashes[1] + 1 :]]


def without_asides(pieces: list[Piece], words: Wording) -> list[Piece]:
    """Without what stands between two commas before the verb ("Ann Lee, the mayor, closed"), and around it without "who"."""
    commas = [at for at, piece in enumerate(pieces) if piece.text == COMMA]
    for first, second in pairwise(commas):
        after = pieces[second + 1 :]
        if first == 0 or second - first > LONGEST_ASIDE or not after:
            continue
        inside = pieces[first + 1 : second]
        has_verb_after = find_verb([pieces[first - 1], *after[:3]], words) > 0
        if has_verb_after and find_verb(pieces[:first], words) < 0 and not _is_list(inside, after, words):
            return without_asides([*pieces[:first], *after], words)
        # "says that the ferries, which are old, will be sold": both commas go with what stands between them.
        if inside and inside[0].folded in words.relatives and after[0].folded in words.auxiliaries:
            return without_asides([*pieces[:first], *after], words)
    return pieces


def _is_list(inside: Sequence[Piece], after: Sequence[Piece], words: Wording) -> bool:
    return after[0].folded == words.single["and"] or inside[:1] == [] or inside[0].folded == words.single["and"]
