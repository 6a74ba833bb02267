"""What a noun tells whose date stands with it, deep in a sentence about something else.

"The Kelna Act was passed after the massacre of miners in Dure in July 1905" tells, of July 1905, "Massacre of miners in Dure";
what its main clause tells was on another day.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.extract.events.lexicon import EventWords
from loaders.extract.events.lines.candidates import READ, Told
from loaders.extract.events.lines.cutting import without_brackets, without_dates
from loaders.extract.events.lines.ending import LONGEST
from loaders.extract.events.lines.pieces import APOSTROPHES, Piece, count_words, cut_pieces, set_line
from loaders.extract.events.lines.subjects import where_points_back, without_courtesy
from loaders.extract.events.lines.wording import Wording
from loaders.extract.terms import fold

BEFORE = 4
"""So many describing words stand before the noun at most."""
FEWEST = 2


def name_happening(told: Told, words: Wording, event_words: EventWords) -> str:
    """The noun with what belongs to it, as a line; empty where a verb tells it, or the date is the main clause's."""
    if told.trigger is None or not told.dates or not words.forms or told.said:
        return ""
    if event_words.is_verb(fold(told.text[slice(*told.trigger)]).split()[0]):
        return ""
    start, end = told.sentence
    pieces = without_courtesy(
        without_brackets(cut_pieces(told.text, [(start, min(end, start + READ))], told.people)), words
    )
    at = next((n for n, p in enumerate(pieces) if p.start < told.trigger[1] and told.trigger[0] < p.end), -1)
    if at < 0 or not _is_noun(pieces, at, words, event_words):
        return ""
    first, last = _begin(pieces, at, words), _end(pieces, at, words)
    if not _has_date(pieces, first, at, last, told, words):
        return ""
    kept = without_dates(pieces[first:last], told.dates, words)
    while kept and (not kept[-1].is_word or kept[-1].folded in words.half):
        kept = kept[:-1]
    line = set_line(kept)
    named = any(piece.text[:1].isupper() for piece in kept if piece.start > start or piece.is_name)
    named = named and any(piece.folded in words.prepositions or _owns(piece) for piece in kept)
    fits = FEWEST <= count_words(line) <= LONGEST and where_points_back(kept, -1, words) == len(kept)
    return line if named and fits and kept[0].folded not in words.owners | words.unnamed else ""


def _owns(piece: Piece) -> bool:
    """Whether the piece is a possessive, or the sign of one."""
    return piece.text in APOSTROPHES or piece.folded.endswith(("'s", "s'"))


def _is_noun(pieces: Sequence[Piece], at: int, words: Wording, event_words: EventWords) -> bool:
    word = pieces[at].folded
    if event_words.is_verb(word) or words.is_past(word) or word in words.participles or pieces[at].is_name:
        return False
    before = pieces[at - 1].folded if at else ""
    following = pieces[at + 1].folded if at + 1 < len(pieces) else ""
    if before == words.single["to"] or (word.endswith(words.gerund) and following not in words.of_words):
        return False
    return word not in words.verbs or before in words.articles | words.prepositions or before.endswith(("'s", "s'"))


def _begin(pieces: Sequence[Piece], at: int, words: Wording) -> int:
    """Where the noun's own words begin, after the article."""
    first = at
    while first and at - first < BEFORE:
        before = pieces[first - 1]
        joins = (
            before.folded in words.boundaries | words.prepositions | words.articles | words.auxiliaries | words.owners
        )
        if not before.is_word or joins or (before.text.islower() and words.is_past(before.folded)):
            break
        first -= 1
    return first


def _end(pieces: Sequence[Piece], at: int, words: Wording) -> int:
    """Where they end: before a mark, a verb, a participle or a clause."""
    last = at + 1
    while last < len(pieces):
        piece = pieces[last]
        tells = piece.text.islower() and (words.is_past(piece.folded) or piece.folded in words.participles)
        joint = piece.folded == words.single["and"]
        closes = piece.folded in words.auxiliaries | words.clausal | words.pronouns | words.joints and not joint
        two = any(before.folded in words.of_two for before in pieces[at:last])
        joins = joint and not two and last + 1 < len(pieces) and pieces[last + 1].text.islower()
        runs_on = piece.folded.endswith(words.gerund) and piece.text.islower()
        owns = piece.text in APOSTROPHES and last + 1 < len(pieces) and pieces[last + 1].glued
        if (not piece.is_word and not owns) or tells or closes or joins or runs_on:
            break
        last += 1
    return last


def _has_date(pieces: Sequence[Piece], first: int, at: int, last: int, told: Told, words: Wording) -> bool:
    """Whether a date stands right before the noun, or after it where a preposition before the noun sets it apart."""
    head, noun, end = pieces[first].start, pieces[at], pieces[last - 1].end
    opens = first <= 1 or all(
        piece.folded in words.articles for piece in pieces[:first] if piece.end <= told.dates[0][0]
    )
    if not opens and any(date[0] < noun.start and head - date[1] <= 1 for date in told.dates):
        return True
    governed = first - 1
    if governed >= 0 and pieces[governed].folded in words.articles:
        governed -= 1
    is_apart = governed > 0 and pieces[governed].folded in words.around
    return is_apart and any(noun.end < date[0] < end for date in told.dates)
