"""What stands between two commas or two dashes, and a line can do without."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loaders.extract.events.lines.cutting import COMMA
from loaders.extract.events.lines.number import is_plural
from loaders.extract.events.lines.pieces import Piece
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording

DASHES = ("-", "–", "—")
LONGEST_ASIDE = 16
SUBJECT = 8
"""Among so many pieces a participle says more of the subject."""


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
            subject = inside if _names_whom(inside, pieces[:first], words) else pieces[:first]
            return without_asides([*subject, *after], words)
        # "says that the ferries, which are old, will be sold": both commas go with what stands between them.
        if inside and inside[0].folded in words.relatives and after[0].folded in words.auxiliaries:
            return without_asides([*pieces[:first], *after], words)
    return pieces


def _names_whom(inside: Sequence[Piece], subject: Sequence[Piece], words: Wording) -> bool:
    """Whether a name alone stands between the commas, for a subject that is long or names nobody ("One of them, Ida Roe")."""
    is_name = bool(inside) and inside[-1].is_name and all(piece.text[:1].isupper() for piece in inside)
    says_little = len(subject) > SUBJECT or subject[0].folded in words.singling or subject[-1].folded in words.nameless
    return is_name and says_little and not is_plural(subject, words)


def _is_list(inside: Sequence[Piece], after: Sequence[Piece], words: Wording) -> bool:
    return after[0].folded == words.single["and"] or inside[:1] == [] or inside[0].folded == words.single["and"]


def without_participle(pieces: list[Piece], words: Wording) -> list[Piece]:
    """Without what a form in -ing says of the subject before its verb ("Troops guarding the port killed two").

    Nouns in -ing ("the court hearing in Kelna was") stay: only after several, or before an object, it is a verb.
    """
    at = next((n for n in range(1, min(len(pieces), SUBJECT)) if _tells_of_subject(pieces, n, words)), 0)
    if not at or find_verb(pieces[:at], words) > 0:
        return pieces
    for place in range(at + 2, min(len(pieces), at + LONGEST_ASIDE)):
        piece, before = pieces[place], pieces[place - 1]
        if not piece.is_word or piece.folded in words.clausal:
            return pieces
        if piece.text.islower() and _is_its_verb(piece, before, pieces[place - 2], words):
            return [*pieces[:at], *pieces[place:]]
    return pieces


def _tells_of_subject(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    piece, before = pieces[at], pieces[at - 1]
    if not (piece.folded.endswith(words.gerund) and piece.text.islower()) or at + 1 >= len(pieces):
        return False
    small = words.prepositions | words.articles | words.boundaries | words.auxiliaries | words.owners
    if not before.is_word or before.folded in small or before.folded.endswith(("'s", "s'")):
        return False
    following = pieces[at + 1]
    several = is_plural(pieces[:at], words)
    is_object = following.folded in words.articles | words.owners or following.is_name
    return several or is_object


def _is_its_verb(piece: Piece, before: Piece, second: Piece, words: Wording) -> bool:
    """Whether a past is the verb of the sentence, and neither an infinitive's object ("to take back seized ships") nor else."""
    if piece.folded in words.be_forms | words.have_forms:
        return True
    if not words.is_past(piece.folded) or before.folded in words.articles | words.prepositions | words.with_verbs:
        return False
    infinitive = second.folded == words.single["to"] or second.folded == words.single["and"]
    return not (infinitive and before.folded in words.verbs) and before.folded != words.single["and"]
