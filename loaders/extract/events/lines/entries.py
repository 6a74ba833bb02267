"""What an entry of a chronology tells after its date, and what an item of a list names without a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from loaders.extract.events.lines.candidates import Told
from loaders.extract.events.lines.cutting import without_brackets, without_dates, without_lead_in
from loaders.extract.events.lines.ending import LONGEST
from loaders.extract.events.lines.finishing import finished
from loaders.extract.events.lines.pieces import Piece, count_words, cut_pieces, set_line
from loaders.extract.events.lines.soundness import points_nowhere
from loaders.extract.events.lines.subjects import is_unnamed, with_hero
from loaders.extract.events.lines.verbs import find_verb, tell_now
from loaders.extract.events.lines.wording import Wording

BULLETS = "-•*|–"
"""Signs before the entries of a list, whose verbs often stand without their auxiliary."""
NOTED = f"{BULLETS}#"
"""Before items and headings, which may name what happened without a verb."""
STOPS = (";", ".", ":")
_AFTER_DATE = re.compile(r"[*_\])]{0,4}\s*(?:[:–—|-][*_:]{0,3}|\.(?=\s+[^\W\d_a-z]))\s*")
_BLANK = re.compile(r"(?:[*_\])]{0,4}\s*[:.–—|-])?[*_:\s]*")
_CELL = re.compile(r"\s*\|\s*")


def is_note(pieces: Sequence[Piece], verb: int, words: Wording) -> bool:
    """Whether the verb is a participle without its auxiliary, as in notes ("Treaty signed at Kelna")."""
    following = pieces[verb + 1] if verb + 1 < len(pieces) else None
    ends = following is None or not following.is_word or following.folded in words.prepositions
    return ends and words.is_past(pieces[verb].folded) and pieces[verb].folded not in words.auxiliaries


def entry_line(told: Told, words: Wording) -> str:
    """What an entry of a chronology tells after its date and a mark ("May 1960 – The port opens"); else nothing."""
    start, end = told.sentence
    first = next((date for date in told.dates if not told.text[start : date[0]].strip(" \t\n*_|[(•·-–—#>")), None)
    after_date = _BLANK if told.in_list else _AFTER_DATE
    head = after_date.match(told.text, first[1], end) if first else None
    if head is None:
        return ""
    cell = _CELL.search(told.text, head.end(), end)
    span = (head.end(), cell.start() if cell and cell.start() > head.end() else end)
    pieces = without_brackets(cut_pieces(told.text, [span], told.people))
    pieces = without_lead_in(without_dates(pieces, told.dates[1:], words), words)
    pieces = with_hero(pieces, told, words)
    verb = find_verb(pieces, words)
    line = tell_now(pieces, verb, words) if verb > 0 and not is_note(pieces, verb, words) else pieces
    at = max(verb, 0)
    found = finished(line[:at], line[at:], told, words) if line else []
    nobody = not found or is_unnamed(found, words) or points_nowhere(found, words)
    return "" if nobody else set_line(found)


def note_line(told: Told, words: Wording) -> str:
    """What an item of a list names without a verb and dates after it ("- Blockade of Kelna (June 1948)"); else nothing."""
    start, end = told.sentence
    if told.text[start] not in NOTED:
        return ""
    pieces = without_brackets(cut_pieces(told.text, [(start, end)], told.people))
    pieces = without_lead_in(without_dates(pieces, told.dates, words), words)
    pieces = list(takewhile(lambda piece: piece.text not in STOPS, pieces))
    while pieces and not pieces[-1].is_word:
        pieces = pieces[:-1]
    if len(pieces) < 2 or find_verb(pieces, words) > 0 or is_unnamed(pieces, words) or pieces[-1].folded in words.half:
        return ""
    line = set_line(pieces)
    return line if count_words(line) <= LONGEST and pieces[0].text[:1].isupper() else ""
