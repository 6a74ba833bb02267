"""The subject of a line: a pronoun becomes a name, a long list of offices the names alone, and what names nobody is no line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.events.lines.candidates import Told
from loaders.extract.events.lines.pieces import Piece, count_words, set_line
from loaders.extract.events.lines.wording import Wording

LONG_SUBJECT = 7
"""A subject of more words is told by its names alone."""


def short_subject(subject: list[Piece], words: Wording) -> list[Piece]:
    """The names alone, joined, of people whose offices would leave no room for what they did; without half an apposition."""
    commas = [at for at, piece in enumerate(subject) if piece.text == ","]
    is_list = any(piece.folded == words.single["and"] for piece in subject)
    if len(commas) == 1 and commas[0] > 0 and not is_list and subject[commas[0] - 1].text[:1].isupper():
        subject = subject[: commas[0]]
    names = [p for p in subject if p.is_name and p.text[:1].isupper() and not p.text.endswith(("'s", "’s"))]
    if count_words(set_line(subject)) <= LONG_SUBJECT or not names:
        return subject
    comma, joint = replace(names[0], text=",", is_name=False, glued=True), words.single["and"]
    joined = [part for name in names[:-1] for part in (name, comma)][:-1]
    last = [replace(names[-1], text=joint, is_name=False, glued=False)] if joined else []
    return [*joined, *last, replace(names[-1], glued=False)]


def subject_named(pieces: list[Piece], told: Told, words: Wording) -> list[Piece]:
    """The pieces with the name of whom a pronoun at their head stands for; as they are where nobody is known.

    "They" and "it" stand for the subject of the sentence before, where that is several, or a body or thing.
    """
    if not pieces:
        return pieces
    first = pieces[0]
    subject = told.who[0] if told.who else told.about
    both = _joined(first, told.who, words) if len(told.who) == 2 else []
    if first.folded in words.one_person and subject:
        return [replace(first, text=subject, is_name=True), *pieces[1:]]
    if first.folded in words.several_people and both:
        return [*both, *pieces[1:]]
    length = _known(pieces, words)
    if length and both:
        return [*both, *pieces[length:]]
    before = told.before_several if first.folded in words.several_people else told.before_one
    if first.folded in words.several_people | words.a_thing and before:
        return [replace(first, text=before), *pieces[1:]]
    if first.folded in words.one_owner and subject and told.through_pronoun:
        return [replace(first, text=f"{subject}'s", is_name=True), *pieces[1:]]
    return pieces


def _joined(first: Piece, who: Sequence[str], words: Wording) -> list[Piece]:
    """The names of two, joined, where a pronoun stood."""
    one, other = who
    joint = replace(first, text=words.single["and"], glued=False)
    return [replace(first, text=one, is_name=True), joint, replace(first, text=other, is_name=True, glued=False)]


def _known(pieces: Sequence[Piece], words: Wording) -> int:
    """How many pieces at the head stand for those whom the text named before ("the two leaders")."""
    for phrase in sorted(words.known_subjects, key=len, reverse=True):
        length = len(phrase.split())
        if " ".join(piece.folded for piece in pieces[:length]) == phrase:
            return length
    return 0


def is_unnamed(subject: Sequence[Piece], words: Wording) -> bool:
    """Whether the subject is a pronoun or opens like half a sentence, so that the line would not stand alone."""
    first = subject[0]
    if first.folded in words.unnamed | words.one_person | words.owners:
        return True
    if first.folded in words.quantities and len(subject) == 1:
        return True
    return first.folded in words.boundaries or not any(piece.is_word for piece in subject)
