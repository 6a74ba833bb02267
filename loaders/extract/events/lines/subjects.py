"""The subject of a line: a pronoun becomes a name, a long list of offices the names alone, and what names nobody is no line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from loaders.extract.events.lines.asides import without_asides
from loaders.extract.events.lines.candidates import READ, Told
from loaders.extract.events.lines.cutting import without_brackets, without_dates, without_lead_in
from loaders.extract.events.lines.number import is_plural
from loaders.extract.events.lines.pieces import MARKS, Piece, after_dateline, count_words, cut_pieces, set_line
from loaders.extract.events.lines.soundness import has_antecedent
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording, wording
from loaders.extract.terms import fold
from loaders.records import Span

LONG_SUBJECT = 7
"""A subject of more words is told by its names alone."""

KNOWN = 6
"""So many words stand at most for those whom the text named before."""
NAMELESS = 4
"""So many words after an article may stand for somebody who is not named there."""


def find_subject(text: str, sentence: Span, dates: Sequence[Span], language: str, folder: Path) -> tuple[str, bool]:
    """What a sentence is about, for "they" and "it" of the next, and whether it is several; empty where it names nobody."""
    words = wording(language, folder)
    start, end = sentence
    pieces = without_brackets(cut_pieces(text, [(after_dateline(text, sentence), min(end, start + READ))], ()))
    pieces = without_asides(without_lead_in(without_dates(pieces, dates, words), words), words)
    verb = find_verb(pieces, words) if words.forms else -1
    subject = pieces[: max(verb, 0)]
    if not subject or len(subject) > LONG_SUBJECT or is_unnamed(subject, words) or not _is_phrase(subject, words):
        return "", False
    return set_line(subject), is_plural(subject, words)


def _is_phrase(subject: Sequence[Piece], words: Wording) -> bool:
    """Whether all of a subject is words, and the last of them can end it."""
    return all(piece.is_word for piece in subject) and subject[-1].folded not in words.half | words.needless


def short_subject(subject: list[Piece], words: Wording, longest: int = LONG_SUBJECT) -> list[Piece]:
    """The names alone, joined, of people whose offices would leave no room for what they did; without half an apposition."""
    commas = [at for at, piece in enumerate(subject) if piece.text == ","]
    is_list = any(piece.folded == words.single["and"] for piece in subject)
    if len(commas) == 1 and commas[0] > 0 and not is_list and subject[commas[0] - 1].text[:1].isupper():
        subject = subject[: commas[0]]
    opens = bool(subject) and subject[0].folded.endswith(words.gerund) and not subject[0].is_name
    if opens and subject[-1].is_name and len(subject) > 2:
        return [replace(subject[-1], glued=False)]
    names = [p for p in subject if p.is_name and p.text[:1].isupper() and not p.text.endswith(("'s", "’s"))]
    if count_words(set_line(subject)) <= longest or not names or _is_of_names(subject, names[0], words):
        return subject
    comma, joint = replace(names[0], text=",", is_name=False, glued=True), words.single["and"]
    joined = [part for name in names[:-1] for part in (name, comma)][:-1]
    last = [replace(names[-1], text=joint, is_name=False, glued=False)] if joined else []
    return [*joined, *last, replace(names[-1], glued=False)]


def name_after_lead_in(subject: list[Piece]) -> list[Piece]:
    """The name after the comma of a subject before which something leads in ("Half an hour, Ida Roe"); empty without one."""
    comma = next(at for at, piece in enumerate(subject) if piece.text == ",")
    name = subject[comma + 1 :]
    return name if name and name[-1].is_name and all(piece.text[:1].isupper() for piece in name) else []


def _is_of_names(subject: Sequence[Piece], name: Piece, words: Wording) -> bool:
    """Whether the names only stand in what the subject is about ("the critics of Ann Lee"), so that they are not it."""
    before = [piece for piece in subject if piece.start < name.start]
    return any(p.folded in words.prepositions or p.folded.endswith(words.gerund) for p in before if p.text.islower())


def subject_named(pieces: list[Piece], told: Told, words: Wording) -> list[Piece]:
    """The pieces with the name of whom a pronoun at their head stands for; as they are where nobody is known.

    "They" and "it" stand for the subject of the sentence before, where that is several, or a body or thing.
    """
    if not pieces:
        return pieces
    first = pieces[0]
    subject = told.who[0] if told.who else told.about
    others = {piece.text for piece in pieces if piece.is_name}
    both = _joined(first, told.who, words) if len(told.who) == 2 and others.isdisjoint(told.who) else []
    is_writer = first.folded in words.first_person
    if first.folded in words.one_person and subject and (told.through_pronoun or not is_writer):
        named = next((name for name in (subject, told.about) if name and name not in others), "")
        return [replace(first, text=named, is_name=True), *pieces[1:]] if named else pieces
    if first.folded in words.several_people and both:
        return [*both, *pieces[1:]]
    length = _known(pieces, words)
    if length and both:
        return [*both, *pieces[length:]]
    if told.known and first.folded in words.definite and len(pieces) > 2:
        is_body = pieces[1].folded in fold(told.known).split()
        name = replace(pieces[1], text=told.known.removeprefix(f"{first.text} "), is_name=True)
        return [first, name, *pieces[2:]] if is_body else [name, *pieces[2:]]
    before = told.before_several if first.folded in words.several_people else told.before_one
    if first.folded in words.several_people | words.a_thing and before:
        return [replace(first, text=before), *pieces[1:]]
    if first.folded in words.one_owner and subject and told.through_pronoun:
        return [replace(first, text=f"{subject}'s", is_name=True), *pieces[1:]]
    return pieces


def with_hero(pieces: list[Piece], told: Told, words: Wording) -> list[Piece]:
    """The pieces with whom or what they are about before a verb that opens them ("Elected in May", "Dies in Kelna")."""
    if not told.hero or len(pieces) < 2 or pieces[0].is_name:
        return pieces
    first = pieces[0]
    verb = first.folded
    following = pieces[1].folded
    name = replace(first, text=told.hero, is_name=True, glued=False)
    small = replace(first, text=first.text[:1].lower() + first.text[1:], glued=False)
    suffered = words.is_participle(verb) and (verb not in words.irregular or verb in words.participles)
    if suffered and verb not in words.intransitive and following in words.prepositions:
        return [name, replace(small, text=words.single["be"][False]), small, *pieces[1:]]
    if words.is_past(verb) or (verb.endswith("s") and words.lemma(verb) in words.verbs and words.lemma(verb) != verb):
        return [name, small, *pieces[1:]]
    return pieces


def _joined(first: Piece, who: Sequence[str], words: Wording) -> list[Piece]:
    """The names of two, joined, where a pronoun stood."""
    one, other = who
    joint = replace(first, text=words.single["and"], glued=False)
    return [replace(first, text=one, is_name=True), joint, replace(first, text=other, is_name=True, glued=False)]


def _known(pieces: Sequence[Piece], words: Wording) -> int:
    """How many pieces at the head stand for those whom the text named before ("the two leaders")."""
    opening = " ".join(piece.folded for piece in pieces[:KNOWN]) + " "
    return next((len(phrase.split()) for phrase in words.known_subjects if opening.startswith(f"{phrase} ")), 0)


def is_unnamed(subject: Sequence[Piece], words: Wording) -> bool:
    """Whether the subject is a pronoun or opens like half a sentence, so that the line would not stand alone."""
    first = subject[0]
    # "he's" and "it's" are the pronoun with its verb.
    if not {first.folded, first.folded.partition("'")[0]}.isdisjoint(words.unnamed | words.one_person | words.owners):
        return not _is_one_of(subject, words)
    if first.folded in words.of_words or (first.folded in words.quantities and len(subject) == 1):
        return True
    if first.folded in words.definite and _is_nameless(subject[1:], words):
        return True
    if first.folded in words.articles and subject[1:] and subject[1].folded in words.alike:
        return True
    return first.folded in words.boundaries or not any(piece.is_word for piece in subject)


def _is_one_of(subject: Sequence[Piece], words: Wording) -> bool:
    """Whether the subject is one of several that are named after it ("one of two sailors", not "one of them")."""
    if len(subject) < 4 or subject[0].folded not in words.singling or subject[1].folded not in words.of_words:
        return False
    return subject[2].folded not in words.owners | words.unnamed | words.pointing and not _is_nameless(
        subject[3:] if subject[2].folded in words.definite else subject[2:], words
    )


def _is_nameless(noun: Sequence[Piece], words: Wording) -> bool:
    """Whether a noun after an article stands for somebody whom the text named elsewhere ("the Dutch candidate")."""
    told = [piece for piece in noun if piece.folded not in words.needless]
    no_name = not any(piece.is_name or _owns_by_name(piece) for piece in told)
    # "The General" is as nameless as "the general"; "the Kelna Bank" is a name.
    is_common = len(told) == 1 or (len(told) > 1 and told[-1].text.islower())
    return 0 < len(told) <= NAMELESS and no_name and is_common and told[-1].folded in words.nameless


def _owns_by_name(piece: Piece) -> bool:
    """Whether it says whose the noun is by a name ("the Orm League's ministers")."""
    return piece.text[:1].isupper() and piece.text.endswith(("'s", "’s", "s'", "s’"))


def without_pointing(pieces: Sequence[Piece], verb: int, words: Wording) -> list[Piece]:
    """The pieces with "a" for "this" before what is named after the verb, and "these" and "those" gone."""
    kept = list(pieces[: verb + 1])
    for piece, following in zip_longest(pieces[verb + 1 :], pieces[verb + 2 :]):
        named = following is not None and following.is_word and following.text.islower() and following.folded
        names = bool(named) and named not in words.boundaries | words.auxiliaries | words.half
        if names and piece.folded in words.this:
            vowel = str(named)[0] in words.single["vowels"]
            kept.append(replace(piece, text=words.single["a"][vowel]))
        elif not (names and piece.folded in words.these) or words.is_participle(str(named)):
            kept.append(piece)
    return kept


def where_points_back(pieces: Sequence[Piece], verb: int, words: Wording) -> int:
    """Where something after the verb stands for what the line does not name ("sells it", "goes there"); else the end.

    "Kelna says it will close the port" is about Kelna, and no such line; nor is "there" before a verb.
    """
    for at in range(verb + 1, len(pieces)):
        word = pieces[at].folded
        following = pieces[at + 1].folded if at + 1 < len(pieces) else ""
        if word in words.pointing or (word in words.pointing_on and following not in words.role_words):
            return at
        has_verb = following in words.auxiliaries or words.is_past(following)
        if word in words.quantities and following in words.counts and _ends_phrase(pieces, at + 2, words):
            return at
        lemma = words.lemma(following)
        takes_up = word in words.a_thing and (has_verb or (lemma in words.verbs and lemma != following))
        if word in words.pointing_at and not has_verb and not takes_up:
            return at
    return len(pieces)


def _ends_phrase(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether no noun stands there ("wins all three | by a length")."""
    return at >= len(pieces) or not pieces[at].is_word or pieces[at].folded in words.boundaries


def object_named(pieces: Sequence[Piece], told: Told, words: Wording) -> list[Piece]:
    """The pieces with whom a later "him" or "his" stands for, and without an "it" that ends them after an infinitive."""
    kept = list(pieces)
    subject = told.about or (told.who[0] if len(told.who) == 1 else "")
    names = {piece.text for piece in pieces if piece.is_name}
    for at, piece in enumerate(pieces):
        if not at or not subject or subject in names:
            continue
        nobody = subject in told.who and not has_antecedent(pieces[:at], words)
        if piece.folded in words.one_object or (nobody and piece.folded in words.one_person - words.first_person):
            kept[at] = replace(piece, text=subject, is_name=True)
        elif nobody and piece.folded in words.one_owner and _owns_next(pieces, at, words):
            kept[at] = replace(piece, text=f"{subject}'s", is_name=True)
    while kept and not kept[-1].is_word and kept[-1].text not in MARKS:
        kept = kept[:-1]
    ends = len(kept) > 3 and kept[-1].folded in words.a_thing and kept[-3].folded == words.single["to"]
    return kept[:-1] if ends else kept


def _owns_next(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether a noun follows "her", so that it says whose that is and not whom it was done to."""
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    return following is not None and following.is_word and following.folded not in words.boundaries | words.prepositions


def without_courtesy(pieces: Sequence[Piece], words: Wording) -> list[Piece]:
    """The pieces without "Mr." and the like before names, and the full stop behind them."""
    kept: list[Piece] = []
    for at, piece in enumerate(pieces):
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        before = pieces[at - 1].folded if at else ""
        if (
            piece.folded in words.courtesy
            and following is not None
            and (following.text == "." or following.text[:1].isupper())
        ):
            continue
        if piece.text == "." and before in words.courtesy:
            continue
        kept.append(piece)
    return kept
