"""What a line can do without: dates, brackets, asides, what leads in, and what is too long at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from loaders.extract.events.lines.pieces import MARKS, Piece, count_words, set_line
from loaders.extract.events.lines.valency import lacks_complement
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording
from loaders.records import Span

LONGEST = 14
"""So many words has a line of a published chronology at most."""
PHRASE = 6
"""A phrase that leads in without a comma, and a subject after it, have so many words at most."""
OPENING_WORDS = 18
"""A lead-in ends at a comma among so many pieces."""

_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
COMMA = ","
CLOSES = {"“": "”", "„": "“", "«": "»"}


def without_dates(pieces: Sequence[Piece], dates: Sequence[Span], words: Wording) -> list[Piece]:
    """Without the date words, and the preposition before them; a date that belongs to a name stays."""
    kept: list[Piece] = []
    for at, piece in enumerate(pieces):
        date = next((date for date in dates if date[0] < piece.end and piece.start < date[1]), None)
        if date is None:
            kept.append(piece)
            continue
        is_first = at == 0 or pieces[at - 1].end <= date[0]
        if is_first and _belongs_to_name(pieces, at, date, words):
            dates = [other for other in dates if other != date]
            kept.append(piece)
        elif is_first and not _owns(pieces, at, date):
            kept = _without_preposition(_without_description(kept, words), words)
    return without_double_commas(kept)


def _belongs_to_name(pieces: Sequence[Piece], at: int, date: Span, words: Wording) -> bool:
    """Whether an article or a name stands before the date and a noun after it ("the 1991 settlement")."""
    after = next((piece for piece in pieces[at:] if piece.start >= date[1]), None)
    if at == 0 or after is None or not after.is_word or after.folded in words.boundaries:
        return False
    if pieces[at].text[:1].isalpha():
        return False
    before = pieces[at - 1]
    return before.folded in words.articles or (before.text[:1].isupper() and after.text[:1].isupper())


def _owns(pieces: Sequence[Piece], at: int, date: Span) -> bool:
    """Whether something is the date's ("the winner of Tuesday night's debate"), so that a preposition before it stays."""
    last = next((piece for piece in reversed(pieces[at:]) if piece.start < date[1]), pieces[at])
    following = next((piece.folded for piece in pieces[at:] if piece.start >= date[1]), "")
    return last.folded.endswith(("'s", "s'")) or following.startswith("'")


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
    commas = [at for at, piece in enumerate(pieces[:OPENING_WORDS]) if piece.text == COMMA]
    for comma in commas[:3]:
        head, rest = pieces[:comma], pieces[comma + 1 :]
        is_place = any(piece.text == COMMA for piece in rest[1:3]) and find_verb(rest[:3], words) < 0
        if _leads_in(head, words) and not is_place and find_verb(rest, words) > 0:
            return without_lead_in(rest, words)
    subject = _subject_after_phrase(pieces, words)
    return pieces[subject:] if subject else pieces


def _subject_after_phrase(pieces: Sequence[Piece], words: Wording) -> int:
    """Where the subject begins after a phrase that no comma closes ("Before the vote the mayor spoke"); 0 without one."""
    if len(pieces) < 4 or pieces[0].folded not in words.prepositions:
        return 0
    for at in range(2, min(len(pieces) - 2, PHRASE)):
        before = pieces[at - 1]
        open_before = before.folded in words.prepositions | words.articles | words.boundaries | words.half
        if not pieces[at].is_word or not before.is_word:
            return 0
        is_capital = pieces[at].text[:1].isupper() and before.text.islower()
        begins = pieces[at].folded in words.articles or pieces[at].is_name or is_capital
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


def fit(pieces: Sequence[Piece], verb: int, words: Wording, until: int | None = None) -> list[Piece]:
    """The pieces up to the last place before LONGEST words, and `until`, where the line can end; empty without one."""
    while pieces and not pieces[-1].is_word and pieces[-1].text not in MARKS:
        pieces = pieces[:-1]
    last = len(pieces) if until is None else min(until, len(pieces))
    last = min(last, _next_sentence(pieces, verb, words))
    for at in range(last, verb, -1):
        if count_words(set_line(pieces[:at])) <= LONGEST and _can_end(pieces, verb, at, words):
            return _closed(pieces[:at])
    return []


def _next_sentence(pieces: Sequence[Piece], verb: int, words: Wording) -> int:
    """Where, after a comma, a subject and its verb begin with nothing that joins them; else the end.

    "Lee wins the seat, Park looked on" are two sentences: a line tells the first.
    """
    for at in range(verb + 2, len(pieces) - 2):
        if pieces[at].folded in words.clausal or pieces[at].text in MARKS:
            break
        if pieces[at].text != COMMA:
            continue
        rest = pieces[at + 1 : at + 1 + PHRASE]
        joined = rest[0].folded == words.single["and"] and len(rest) > 2
        rest = rest[1:] if joined else rest
        opens = joined or rest[0].is_name or rest[0].folded in words.pronouns | words.definite
        second = find_verb(rest, words) if opens and rest[0].folded not in words.relatives else -1
        if second > 0 and all(p.is_word and p.folded not in words.boundaries for p in rest[:second]):
            return at
    return len(pieces)


def _closed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with a mark at the end where they end within a quotation."""
    marks = [piece for piece in pieces if piece.text in MARKS]
    if len(marks) % 2 == 0:
        return list(pieces)
    return [*pieces, replace(marks[-1], text=CLOSES.get(marks[-1].text, marks[-1].text), glued=True)]


def _is_open(pieces: Sequence[Piece], verb: int, words: Wording) -> bool:
    """Whether a quotation has just begun, or a clause whose verb is still to come ("announce that holidaymakers")."""
    marks = [at for at, piece in enumerate(pieces) if piece.text in MARKS]
    if len(marks) % 2 and (marks[-1] <= verb or len(pieces) - marks[-1] < 4):
        return True
    if _says_half(pieces, verb, words):
        return True
    opened = [at for at, piece in enumerate(pieces) if at > verb and piece.folded in words.clausal]
    if not opened:
        return False
    rest = pieces[opened[-1] + 1 :]
    if (
        pieces[opened[-1]].folded in words.relatives | words.that_words
        and rest
        and find_verb([pieces[0], *rest], words) > 0
    ):
        return False
    # "appointed as minister" needs no verb, "…, as the ministry said" does.
    is_role = pieces[opened[-1]].folded in words.role_words and pieces[opened[-1] - 1].text != COMMA
    # "when their boat sinks" ends on its verb.
    at_that_time = pieces[opened[-1]].folded in words.time_words
    sinks = at_that_time and len(rest) > 1 and words.lemma(rest[-1].folded) in words.verbs
    return find_verb(rest, words) < 1 and not is_role and not sinks


def _says_half(pieces: Sequence[Piece], verb: int, words: Wording) -> bool:
    """Whether it has only come to whom somebody speaks of ("says residents in Kelna"), and not to what they did."""
    rest = pieces[verb + 1 :]
    if pieces[verb].folded not in words.attributing or not rest or not rest[0].is_word:
        return False
    goes_on = rest[0].folded in words.prepositions | words.clausal
    return not goes_on and find_verb(rest, words) < 1


def _can_end(pieces: Sequence[Piece], verb: int, at: int, words: Wording) -> bool:
    """Whether a line can end before the piece `at`: with a whole clause, whose verbs have all that they need."""
    return _ends_clause(pieces, verb, at, words) and not lacks_complement(pieces, verb, at, words)


def _ends_clause(pieces: Sequence[Piece], verb: int, at: int, words: Wording) -> bool:
    last = pieces[at - 1]
    if not last.is_word and last.text not in MARKS | {"'", "’", "%"}:
        return False
    is_verb_before = at > 1 and (words.is_participle(pieces[at - 2].folded) or at - 2 == verb)
    particle = last.folded in words.particles or (last.folded in words.after_verbs and is_verb_before)
    ends_whole = at == len(pieces) and particle
    if (last.folded in words.half and not ends_whole) or _is_open(pieces[:at], verb, words):
        return False
    hangs_on = last.folded in words.hanging and at - 2 > verb and last.text.islower()
    if hangs_on or (last.folded in words.auxiliaries and not ends_whole):
        return False
    if at == len(pieces):
        # "under a law adopted", whose date has gone: the participle says nothing any more.
        hangs = words.is_participle(last.folded) and last.text.islower() and at - 2 > verb and not last.is_name
        has_subject = any(piece.folded in words.clausal for piece in pieces[verb:at])
        return not hangs or has_subject or pieces[at - 2].folded in words.half | {words.single["and"]}
    following = pieces[at]
    # "attends a rally and reconnects", with nobody: the second verb says half.
    tells = last.text.islower() and (words.is_past(last.folded) or words.lemma(last.folded) in words.deeds)
    if pieces[at - 2].folded == words.single["and"] and tells and not last.is_name and at - 2 > verb:
        return False
    if last.folded.endswith(words.adverb) and last.text.islower() and words.is_participle(following.folded):
        return False
    stops = following.text in (COMMA, ";", ":", "–", "—", "-", "|", ".")
    is_boundary = stops or following.folded in words.boundaries | words.going_on | words.hanging
    describes = (
        words.is_participle(following.folded) and following.text.islower() and at > verb + 2 and not last.is_name
    ) and following.folded not in words.also_nouns | words.auxiliaries
    if not (is_boundary or (describes and not words.is_participle(last.folded))) or (
        following.glued and following.text == "-"
    ):
        return False
    said = [piece for piece in pieces[verb + 1 : at] if piece.is_word and piece.folded not in words.needless]
    if not said:
        return False
    # "found guilty of", "accused of", "one of": "of" goes with what stands before it, as "to" does with a participle.
    describes = words.is_participle(last.folded) or last.folded.endswith(words.gerund)
    is_loose = describes and last.text.islower() and following.folded in words.prepositions
    held = (len(said) == 1 and following.folded in words.held) if at - 2 == verb else True
    return following.folded not in words.of_words and not (is_loose and held)
