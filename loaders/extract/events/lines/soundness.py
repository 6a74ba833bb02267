"""Whether a line that could be cut is sound: subject and verb agree, a pronoun has its name before it, nobody stands twice."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.events.lines.number import is_plural
from loaders.extract.events.lines.pieces import MARKS, Piece
from loaders.extract.events.lines.wording import Wording


def disagrees(pieces: Sequence[Piece], verb: int, words: Wording) -> bool:
    """Whether the verb's own form says that what stands before it is not its subject ("Attacks in Dure has closed")."""
    form, subject = pieces[verb].folded, pieces[:verb]
    joined = any(piece.folded in words.coordinating for piece in subject)
    if form in words.of_one:
        return not joined and is_plural(subject, words) and subject[-1].text.islower()
    is_one = len(subject) == 1 and (subject[0].is_name or subject[0].folded in words.one_person)
    return form in words.of_several and is_one and subject[0].folded not in words.first_person


def is_open_list(subject: Sequence[Piece], words: Wording) -> bool:
    """Whether a comma parts the subject from what is no part of it ("Ida Roe's death, Bo Lund returns")."""
    commas = [at for at, piece in enumerate(subject) if piece.text == ","]
    is_list = any(piece.folded in words.coordinating for piece in subject)
    return len(commas) == 1 and not is_list and sum(piece.text in MARKS for piece in subject[: commas[0]]) % 2 == 0


def _is_byname(subject: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether "the …" says which of a name is meant ("Marius Tullo the younger", "Casso the Elder")."""
    is_name = all(piece.text[:1].isupper() and piece.folded not in words.prepositions for piece in subject[:at])
    return is_name and (at > 1 or subject[0].is_name or subject[at + 1].text[:1].isupper())


def is_two(subject: Sequence[Piece], words: Wording) -> bool:
    """Whether a second thing opens within the subject with nothing that joins it ("the report the bank").

    What stands between is a clause without its "that", or what leads in without a comma; "more than the bank" compares.
    "Marius Tullo the younger" is one: a name alone takes no such clause.
    """
    for at in range(1, len(subject)):
        before = subject[at - 1]
        if subject[at].folded not in words.definite or not subject[at].text.islower() or at + 1 == len(subject):
            continue
        joins = words.half | words.boundaries | words.coordinating | words.of_words | words.those | words.prepositions
        is_joined = before.folded in joins or before.folded.endswith((*words.gerund, "'s", "s'"))
        is_joined = is_joined or (at > 1 and subject[at - 2].folded == words.single["to"])
        is_joined = is_joined or any(piece.folded.endswith(words.gerund) for piece in subject[:at])
        compares = before.folded in words.comparing and all(p.folded not in words.coordinating for p in subject)
        is_joined = is_joined or _is_byname(subject, at, words)
        if compares or (before.is_word and not is_joined and not words.is_participle(before.folded)):
            return True
    return False


def points_nowhere(found: Sequence[Piece], words: Wording) -> bool:
    """Whether "he" or "his" stands in a line with nobody before it whom it could mean."""
    for at, piece in enumerate(found):
        is_numeral = piece.text.isupper() and at > 0 and found[at - 1].text[:1].isupper()
        is_mine = piece.folded in words.first_person or (piece.folded in words.first_owners and piece.text.islower())
        if at and is_mine and not is_numeral:
            return True
        if piece.folded in words.one_person | words.one_owner | words.one_object and not has_antecedent(
            found[:at], words
        ):
            return True
    return False


def has_antecedent(before: Sequence[Piece], words: Wording) -> bool:
    """Whether a name, or somebody told of without one ("a sailor"), stands before."""
    if before and before[0].folded in words.indefinite:
        return True
    small = words.articles | words.prepositions | words.boundaries
    return any(
        piece.is_name
        or piece.folded in words.offices
        or (piece.text[:1].isupper() and (at or piece.folded not in small))
        for at, piece in enumerate(before)
    )


def names_twice(found: Sequence[Piece]) -> bool:
    """Whether somebody stands in it twice by name, as where a pronoun was taken for the wrong one of two."""
    names = [piece.text for piece in found if piece.is_name and " " in piece.text]
    return len(names) != len(set(names))
