"""What a line can do without: dates, brackets, asides and what leads in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.extract.events.lines.pieces import MARKS, Piece
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording
from loaders.records import Span

PHRASE = 6
"""A phrase that leads in without a comma, and a subject after it, have so many words at most."""
LEAD = 9
"""Such a phrase alone has so many."""
OPENING_WORDS = 18
"""A lead-in ends at a comma among so many pieces."""

_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
COMMA = ","


def without_dates(pieces: Sequence[Piece], dates: Sequence[Span], words: Wording) -> list[Piece]:
    """Without the date words, and the preposition before them; a date that belongs to a name stays."""
    kept: list[Piece] = []
    closing = gone = -1
    for at, piece in enumerate(pieces):
        if piece.text == COMMA and piece.start == closing:
            continue
        date = next((date for date in dates if date[0] < piece.end and piece.start < date[1]), None)
        if date is None:
            kept.append(piece)
            continue
        is_first = at == 0 or pieces[at - 1].end <= date[0]
        if is_first and _belongs_to_name(pieces, at, date, words):
            dates = [other for other in dates if other != date]
            kept.append(piece)
        elif is_first and not (_owns(pieces, at, date) or _is_before_noun(pieces, at, date, words)):
            kept = _without_preposition(_without_description(kept, words), words)
            after = next((piece.text for piece in pieces[at:] if piece.start >= date[1]), "")
            kept = _without_joint(kept, gone, after, words)
            # "announced, on 7 March, a plan", "agree to name, by May, a mayor": both commas go with the date.
            tells = len(kept) > 2 and kept[-1].text == after == COMMA and _is_verb(kept, -2, words)
            kept = kept[:-1] if tells else kept
            # "noted on Monday, the mill was shut": so does one before what was said.
            says = len(kept) > 1 and words.says(kept[-1].folded) and kept[0].folded not in words.boundaries
            says = says and kept[-2].folded not in words.be_forms | words.infinitive_be
            tells = tells or (says and after == COMMA)
            closing = date[1] if tells else closing
        gone = date[1]
    return without_double_commas(kept)


def _without_joint(kept: list[Piece], gone: int, after: str, words: Wording) -> list[Piece]:
    """Without the "and" that joins a date to one that has gone before it ("voted in 2008 and 2012"), and the comma."""
    if not kept or not 0 <= kept[-1].start - gone <= 1:
        return kept
    goes_on = not after or after == COMMA or after in words.coordinating
    return kept[:-1] if kept[-1].folded in words.coordinating or (kept[-1].text == COMMA and goes_on) else kept


def _is_verb(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether the piece is a verb of the past, or an infinitive with its "to"."""
    word, before = pieces[at].folded, pieces[at - 1].folded
    return words.is_past(word) or (before == words.single["to"] and word in words.verbs)


def _belongs_to_name(pieces: Sequence[Piece], at: int, date: Span, words: Wording) -> bool:
    """Whether an article or a name stands before the date and a noun after it ("the 1991 settlement")."""
    after = next((piece for piece in pieces[at:] if piece.start >= date[1]), None)
    if at == 0 or after is None or not after.is_word or after.folded in words.boundaries:
        return False
    before = pieces[at - 1]
    if pieces[at].text[:1].isalpha():
        # “Friday Night Rowing”
        closes = any(piece.text in MARKS for piece in pieces[at + 1 : at + PHRASE])
        return before.text in MARKS and closes and after.text[:1].isupper()
    is_name = before.text[:1].isupper() and after.text[:1].isupper() and before.folded not in words.prepositions
    return before.folded in words.articles or is_name


def _owns(pieces: Sequence[Piece], at: int, date: Span) -> bool:
    """Whether something is the date's ("the winner of Tuesday night's debate"), so that a preposition before it stays."""
    last = next((piece for piece in reversed(pieces[at:]) if piece.start < date[1]), pieces[at])
    following = next((piece.folded for piece in pieces[at:] if piece.start >= date[1]), "")
    return last.folded.endswith(("'s", "s'")) or following.startswith("'")


def _is_before_noun(pieces: Sequence[Piece], at: int, date: Span, words: Wording) -> bool:
    """Whether an article opens the day that a noun is told by ("since the 3 May attacks"), so that the preposition stays."""
    day = pieces[at + 1].text if at + 1 < len(pieces) else ""
    after = next((piece for piece in pieces[at:] if piece.start >= date[1]), None)
    is_day = pieces[at].folded in words.definite and day.isdigit() and len(day) < 3
    return is_day and after is not None and after.is_word and after.folded not in words.boundaries


def _without_description(kept: list[Piece], words: Wording) -> list[Piece]:
    """Without what describes the day that goes: "on a relatively mild Monday"."""
    if not kept or kept[-1].folded in words.prepositions:
        return kept
    for length in range(2, 5):
        tail = kept[-length:]
        before = kept[-length - 1].folded if len(kept) > length else ""
        if len(tail) == length and tail[0].folded in words.indefinite:
            small = all(piece.is_word and piece.text.islower() for piece in tail)
            return kept[:-length] if small and before in words.before_dates and length > 1 else kept
    return kept


def _without_preposition(kept: list[Piece], words: Wording) -> list[Piece]:
    for length in (2, 1):
        tail = " ".join(piece.folded for piece in kept[-length:])
        if len(kept) >= length and tail in words.before_dates:
            return kept[:-length]
    return kept


def without_brackets(pieces: Sequence[Piece]) -> list[Piece]:
    """Without what stands in brackets, footnote signs with it."""
    kept, depth = [], 0
    for piece in pieces:
        if piece.text in _OPEN:
            depth += 1
        elif piece.text in _CLOSE:
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(piece)
    return kept


def without_closing_mark(pieces: list[Piece]) -> list[Piece]:
    """Without the end of a quotation that began before them ("…, ” Ida Roe says")."""
    closes = len(pieces) > 1 and pieces[0].text in MARKS and pieces[1].start > pieces[0].end
    return without_closing_mark(pieces[1:]) if closes else pieces


def without_double_commas(pieces: Sequence[Piece]) -> list[Piece]:
    kept: list[Piece] = []
    for piece in pieces:
        if piece.text == COMMA and (not kept or kept[-1].text == COMMA):
            continue
        kept.append(piece)
    return kept


def turn_source(pieces: list[Piece], keeps: bool, words: Wording) -> list[Piece]:
    """Without a source that is named at the end ("…, said Ann Lee of the union"); where it is the news, the source first."""
    for at in range(len(pieces) - 2, 2, -1):
        if pieces[at].text not in (COMMA, '"', "”"):
            continue
        tail = pieces[at + 1 :]
        places = [place for place, piece in enumerate(tail[:8]) if piece.folded in words.attributing]
        if not places or find_verb(pieces[:at], words) < 1:
            continue
        said = places[0]
        told = [piece for piece in pieces[: at + 1] if piece.text != COMMA or piece is not pieces[at]]
        # In what somebody says in so many words "she" is somebody else.
        if pieces[at].text != COMMA and told[0].folded in words.one_person - words.first_person:
            return pieces
        if not keeps:
            return told
        after = list(takewhile(lambda piece: piece.text != COMMA, tail[said + 1 :]))
        source = list(tail[:said]) or after
        if source and source[0].folded not in words.unnamed:
            first = lowered(told[0], words)
            return [*source, tail[said], first, *told[1:]]
    return pieces


def lowered(piece: Piece, words: Wording) -> Piece:
    """The piece with a small letter, where it is a small word that only opened a sentence."""
    is_small = piece.folded in words.articles | words.prepositions | words.unnamed | words.plural_words
    return replace(piece, text=piece.text[:1].lower() + piece.text[1:]) if is_small else piece


def without_lead_in(pieces: list[Piece], words: Wording) -> list[Piece]:
    """Without joining words at the head, and without a phrase up to a comma after which a subject and a verb stand."""
    while pieces and (pieces[0].folded in words.leading or (not pieces[0].is_word and pieces[0].text not in MARKS)):
        pieces = pieces[1:]
    # The number of a note before its sentence: "1 The council met".
    if len(pieces) > 1 and pieces[0].text.isdecimal() and pieces[1].folded in words.articles:
        pieces = pieces[1:]
    commas = [at for at, piece in enumerate(pieces[:OPENING_WORDS]) if piece.text == COMMA]
    for comma in commas[:3]:
        head, rest = pieces[:comma], pieces[comma + 1 :]
        is_place = any(piece.text == COMMA for piece in rest[1:3]) and find_verb(rest[:3], words) < 0
        leads_in = _leads_in(head, words) or _addresses(head, rest, words)
        if leads_in and not is_place and find_verb(rest, words) > 0:
            return without_lead_in(rest, words)
    subject = _subject_after_phrase(pieces, words)
    return pieces[subject:] if subject else pieces


def _addresses(head: Sequence[Piece], rest: Sequence[Piece], words: Wording) -> bool:
    """Whether the words name who is spoken to ("Mr. Speaker, the government admitted …")."""
    told = [word for piece in head for word in piece.folded.split() if word not in words.courtesy | words.addressing]
    return len(told) == 1 and told[0] in words.addressed and bool(rest) and rest[0].folded not in words.relatives


def _subject_after_phrase(pieces: Sequence[Piece], words: Wording) -> int:
    """Where the subject begins after a phrase that no comma closes ("Before the vote the mayor spoke"); 0 without one."""
    if len(pieces) < 4 or pieces[0].folded not in words.prepositions:
        return 0
    for at in range(2, min(len(pieces) - 2, LEAD)):
        before = pieces[at - 1]
        open_before = before.folded in words.prepositions | words.articles | words.boundaries | words.half
        if not pieces[at].is_word or not before.is_word:
            return 0
        is_capital = pieces[at].text[:1].isupper() and before.text.islower()
        # "In recognition of his service he was promoted"
        takes_up = pieces[at].folded in words.one_person and at + 1 < len(pieces)
        takes_up = takes_up and (pieces[at + 1].folded in words.auxiliaries or words.is_past(pieces[at + 1].folded))
        begins = pieces[at].folded in words.articles or pieces[at].is_name or is_capital or takes_up
        if begins and not open_before and 0 < find_verb(pieces[at : at + PHRASE], words) < PHRASE:
            return at
    return 0


def _leads_in(head: Sequence[Piece], words: Wording) -> bool:
    """Whether the words open with a preposition, a participle or the like, and so only lead in."""
    if not head:
        return True
    if len(head) > 1 and head[0].folded.endswith(words.adverb):
        return _leads_in(head[1:], words)
    first = head[0].folded
    opens = (
        first in words.prepositions
        or first in words.boundaries
        or (first.endswith(words.gerund) and not head[0].is_name)
    )
    second = head[1].folded if len(head) > 1 else ""
    describes = words.is_participle(first) and not head[0].is_name and (not second or second in words.prepositions)
    return opens or (len(head) <= 2 and first.endswith(words.adverb)) or describes
