"""One of several verbs of a sentence that have one subject, and each a date of its own.

"Ida Roe joined the navy in 1661, and in 1665 was sent on a mission to Kelna" tells, of 1665, "Ida Roe is sent on a mission to
Kelna": the subject of the first verb with the second, and nothing of what the first did.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.events.lines.candidates import READ, Told
from loaders.extract.events.lines.cutting import without_brackets, without_dates, without_lead_in
from loaders.extract.events.lines.number import is_plural
from loaders.extract.events.lines.pieces import Piece, after_dateline, cut_pieces
from loaders.extract.events.lines.subjects import without_courtesy
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording

COMMA = ","
AHEAD = 3
"""So many small words stand between what joins a verb and the verb ("and later", "but then")."""


def own_deed(told: Told, words: Wording) -> list[Piece]:
    """The subject with the one of several verbs that has the happening's date; empty where all of it is told of one time."""
    if told.dated is None:
        return []
    if len(told.dates) < 2 and words.be_forms.isdisjoint(told.text[slice(*told.sentence)].split()):
        return []
    start, end = after_dateline(told.text, told.sentence), min(told.sentence[1], told.sentence[0] + READ)
    pieces = without_courtesy(without_brackets(cut_pieces(told.text, [(start, end)], told.people)), words)
    pieces = without_lead_in(without_dates(pieces, told.dates, words), words)
    verb = find_verb(pieces, words)
    joints = _joints(pieces, verb, words) if verb > 0 else []
    if not joints:
        return []
    starts = [pieces[joint].start for joint, _ in joints]
    number = bisect_right(starts, told.dated[0])
    if {bisect_right(starts, date[0]) for date in told.dates} == {number} and not _follows_state(
        pieces, verb, number, words
    ):
        return []
    last = joints[number][0] if number < len(joints) else len(pieces)
    deed = pieces[joints[number - 1][1] : last] if number else pieces[verb:last]
    subject = [piece for piece in pieces[:verb] if piece.folded not in words.needless]
    suffers = pieces[verb].folded in words.be_forms and not _is_state(pieces, verb, words)
    if suffers and deed[0].folded not in words.auxiliaries and words.is_participle(deed[0].folded):
        deed = [replace(deed[0], text=words.single["be"][is_plural(subject, words)], glued=False), *deed]
    return [*subject, *deed]


def _follows_state(pieces: Sequence[Piece], verb: int, number: int, words: Wording) -> bool:
    """Whether the first verb only says what somebody was ("was a clerk and served as envoy from 1990 to 1992")."""
    return number > 0 and _is_state(pieces, verb, words)


def _is_state(pieces: Sequence[Piece], verb: int, words: Wording) -> bool:
    suffers = any(words.is_participle(piece.folded) for piece in pieces[verb + 1 : verb + AHEAD])
    return pieces[verb].folded in words.be_forms and not suffers


def _joints(pieces: Sequence[Piece], verb: int, words: Wording) -> list[tuple[int, int]]:
    """Where each further verb of the same subject is joined on, and where it stands; none behind a clause that opens."""
    found: list[tuple[int, int]] = []
    for at in range(verb + 2, len(pieces) - 1):
        if pieces[at].folded in words.clausal:
            break
        if pieces[at].folded != words.single["and"] and pieces[at].text != COMMA:
            continue
        if found and found[-1][1] > at:
            continue
        place = _verb_after(pieces, at, words)
        if place and (pieces[at].text != COMMA or _is_finite_here(pieces, verb, place, words)):
            found.append((at, place))
    return found


def _verb_after(pieces: Sequence[Piece], at: int, words: Wording) -> int:
    """Where a finite verb stands right behind what joins it; 0 without one."""
    for place in range(at + 1, min(len(pieces), at + 1 + AHEAD)):
        piece = pieces[place]
        if words.is_past(piece.folded) and piece.text.islower() and not piece.is_name:
            return place
        skips = piece.folded == words.single["and"] or piece.folded in words.needless | words.leading
        if not (skips or piece.folded.endswith(words.adverb) or piece.text == COMMA):
            return 0
    return 0


def _is_finite_here(pieces: Sequence[Piece], verb: int, place: int, words: Wording) -> bool:
    """Whether a verb behind a comma is a further deed, and no participle that describes ("a port, built in May")."""
    word = pieces[place].folded
    if word in words.auxiliaries or pieces[place - 1].folded == words.single["and"]:
        return True
    suffers_too = pieces[verb].folded in words.be_forms and words.is_participle(word)
    return suffers_too or (word in words.irregular and word not in words.participles)
