"""Whether the verbs of a line have what they need after them: an object, a clause, an infinitive, a preposition with its noun.

"The board asks the secretary" waits for "to", "the court holds" for what it holds, "the firm buys" for what is bought. The
verbs and what they wait for stand in data/vocabulary/*/lines.yaml. A verb that is suffered ("the firm is bought") needs no
object.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.extract.events.lines.pieces import MARKS, Piece
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording

REACH = 4
"""So many words after a verb that helps another stands the verb that it helps."""


def lacks_complement(pieces: Sequence[Piece], verb: int, at: int, words: Wording) -> bool:
    """Whether a line that ends before the piece `at` leaves one of its verbs without what it needs."""
    following = pieces[at].folded if at < len(pieces) else ""
    found = list(_verbs(pieces, verb, at, words))
    for number, (place, suffered) in enumerate(found):
        lemma = words.lemma(pieces[place].folded)
        rest = pieces[place + 1 : at]
        pronoun_went = number > 0 and at == len(pieces) and not rest
        if not pronoun_went and _lacks_object(rest, lemma, suffered, words):
            return True
        if _lacks_clause(pieces, place, at, lemma, suffered, words):
            return True
        waits = words.waits_for.get(lemma, frozenset())
        is_last = number == len(found) - 1
        if is_last and following in waits and waits.isdisjoint(piece.folded for piece in rest):
            # After an object "that" is rather about it ("founds a fund that …"), but with verbs that need both.
            told = [piece for piece in rest if not words.is_adverb(piece.folded)]
            about = following in words.that_words and told and told[0].folded not in words.prepositions
            return not about or lemma in words.needs_more
    return False


def _verbs(pieces: Sequence[Piece], verb: int, at: int, words: Wording) -> Iterator[tuple[int, bool]]:
    """The places of the verbs of a line, and whether each is suffered: the main one, infinitives and participles in -ing."""
    main, suffered = _told_by(pieces, verb, at, words)
    yield main, suffered
    for place in range(main + 1, at):
        piece, before = pieces[place], pieces[place - 1]
        if not piece.text.islower() or piece.is_name:
            continue
        follows_to = before.folded == words.single["to"] and piece.folded in words.verbs | words.needs_object
        if follows_to or (piece.folded.endswith(words.gerund) and _is_done(before, main == place - 1, words)):
            yield place, False


def _is_done(before: Piece, after_verb: bool, words: Wording) -> bool:
    """Whether a form in -ing after this piece tells a deed, and is no noun ("the building")."""
    return after_verb or not before.is_word or before.folded in words.prepositions | words.joints


def _told_by(pieces: Sequence[Piece], verb: int, at: int, words: Wording) -> tuple[int, bool]:
    """The verb that an auxiliary at `verb` helps, and whether it is suffered."""
    if pieces[verb].folded not in words.auxiliaries:
        # What was not turned is the participle of a note ("Treaty signed at Kelna").
        return verb, words.is_past(pieces[verb].folded) and pieces[verb].folded != words.lemma(pieces[verb].folded)
    is_be = pieces[verb].folded in words.be_forms
    for place in range(verb + 1, min(at, verb + 1 + REACH)):
        word = pieces[place].folded
        if word in words.infinitive_be:
            is_be = True
        elif is_be and words.is_participle(word):
            return place, True
        elif word in words.verbs | words.needs_object and pieces[place - 1].folded not in words.articles:
            return place, False
        elif not (word in words.helping or word.endswith(words.adverb)):
            break
    return verb, True


def _lacks_object(rest: Sequence[Piece], lemma: str, suffered: bool, words: Wording) -> bool:
    """Whether a verb that needs an object has only adverbs or a phrase with a preposition after it."""
    if lemma not in words.needs_object or suffered:
        return False
    told = [
        piece
        for piece in _without_aside(rest)
        if not (piece.folded.endswith(words.adverb) or piece.folded in words.needless)
    ]
    if not told:
        return True
    first = told[0].folded
    if first in words.waits_for.get(lemma, ()) or first in words.with_verbs or told[0].text in MARKS:
        return False
    return first in words.prepositions | words.joints - words.asking or (not told[0].is_word and first not in "$£€'")


def _without_aside(rest: Sequence[Piece]) -> Sequence[Piece]:
    """Without what stands between commas right after the verb ("manages to derail, at least at first, the plan")."""
    commas = [at for at, piece in enumerate(rest) if piece.text == ","]
    return rest[commas[1] + 1 :] if len(commas) > 1 and commas[0] == 0 else rest


def _lacks_clause(pieces: Sequence[Piece], place: int, at: int, lemma: str, suffered: bool, words: Wording) -> bool:
    """Whether a verb that goes on to what was said, or to what somebody shall do, ends before it."""
    rest = pieces[place + 1 : at]
    if suffered:
        waits = words.waits_for.get(lemma, frozenset())
        lacks = lemma in words.needs_more and waits.isdisjoint(piece.folded for piece in rest)
        return lacks or (lemma in words.suffered_more and not rest)
    if any(piece.text in MARKS for piece in pieces[:at]):
        return False
    waits = words.waits_for.get(lemma, frozenset())
    if lemma in words.needs_more:
        return waits.isdisjoint(piece.folded for piece in rest) and find_verb(rest, words) < 1
    if not rest and pieces[place].folded in words.attributing:
        return True
    if lemma not in words.needs_clause:
        return False
    goes_on = bool(rest) and rest[0].folded in waits | words.clausal | words.asking
    return not goes_on and find_verb(rest, words) < 1
