"""The plain form of a line, where a sentence cannot be cut safely: with whom, of what kind and where."""

from __future__ import annotations

from itertools import takewhile

from loaders.extract.events.lines.candidates import Told
from loaders.extract.events.lines.cutting import without_dates
from loaders.extract.events.lines.pieces import cut_pieces, set_line
from loaders.extract.events.lines.subjects import LONG_SUBJECT
from loaders.extract.events.lines.wording import Wording
from loaders.extract.terms import fold

NO_FORM = ("", "", "")
BESIDE = 30
"""So many letters around a noun stands who was arrested, died."""
SHOWN = 3
"""So many people stand in a plain form."""


def plain_line(told: Told, words: Wording) -> str:
    """What kind it was, with whom or where: "Ann Lee meets Bo Zhao in Orvana", "Protest in Orvana"; without either nothing."""
    one, several, alone = words.forms.get(told.kind, NO_FORM)
    # What a person said is no line without what it was; a paper of a body is.
    first, others = (told.who[0], list(told.who[1:SHOWN])) if told.who else (_body(told, words), [])
    if told.said and told.who:
        return ""
    # One who was alone in it: where he is named beside the noun, or the place is.
    if told.who and not others and not told.place and told.kind in words.forms and not _stands_beside(first, told):
        return ""
    joined = f" {words.single['and']} ".join([", ".join(others[:-1]), others[-1]] if len(others) > 1 else others)
    line = (several if others else one if first else alone).format(first=first, others=joined)
    if not line or (not first and not told.place):
        return ""
    to = words.single["to"] if told.kind == "visit" else words.single["in"]
    return f"{line} {to} {told.place}" if told.place and told.place not in line else line


def _stands_beside(name: str, told: Told) -> bool:
    """Whether the name stands right before or after what tells it ("the arrest of Ann Lee")."""
    if told.trigger is None:
        return False
    around = told.text[
        max(told.sentence[0], told.trigger[0] - BESIDE) : min(told.sentence[1], told.trigger[1] + BESIDE)
    ]
    return any(surname in fold(around) for surname in fold(name).split()[-1:])


def life_line(told: Told, words: Wording) -> str:
    """Birth or death of whose life stands in brackets behind a name ("Ida Roe (1931–1999)"); else nothing."""
    if told.trigger is None or told.trigger not in told.dates or told.kind not in words.forms:
        return ""
    bracket = told.text.rfind("(", told.sentence[0], told.trigger[0])
    pieces = cut_pieces(told.text, [(told.sentence[0], bracket)], told.people) if bracket > 0 else []
    is_name = (
        0 < len(pieces) <= LONG_SUBJECT and all(piece.is_word for piece in pieces) and pieces[-1].text[:1].isupper()
    )
    return words.forms[told.kind][0].format(first=set_line(pieces)) if is_name else ""


def _body(told: Told, words: Wording) -> str:
    """Whose statement it was, where the words that tell it go on to say so ("a statement from the ministry"); else none."""
    if told.trigger is None or not told.said:
        return ""
    pieces = without_dates(cut_pieces(told.text, [(told.trigger[1], told.sentence[1])], ()), told.dates, words)
    if len(pieces) < 2 or pieces[0].folded not in words.by:
        return ""
    named = list(takewhile(lambda piece: piece.is_word and piece.folded not in words.boundaries, pieces[1:]))
    said_by = " ".join(piece.text for piece in named)
    return said_by if 0 < len(named) < LONG_SUBJECT else ""
