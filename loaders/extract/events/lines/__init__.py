"""The line of a happening: the sentence that tells it, as it would stand in a published chronology.

    candidates  what is known of the happening, and which pieces of its sentence may become the line
    pieces      the sentence as words, names and marks, each with its place
    cutting     dates, brackets and lead-ins go
    coordinated one of several verbs of a subject, each with a date of its own
    asides      what stands between commas or dashes goes
    subjects    whom a pronoun stands for; a subject that names nobody makes no line
    nominal     what a noun with a date of its own tells, deep in a sentence about something else
    joints      where it may not be cut, for what stands on both sides belongs together
    ending      where a line ends
    finishing   the ways to tell it whole, or with less
    soundness   whether a line agrees with itself and names whom it speaks of
    valency     whether each verb has what it needs after it
    halves      lines that would tell half of something
    entries     what an entry of a chronology or an item of a list tells
    plain       the plain form, and lives in brackets
    writers     what a writer did whose name is not known
    number      whether a subject is one or several
    verbs       the verb, turned into the present tense of headlines
    wording     the words for all this (data/vocabulary/*/lines.yaml)

"On Friday, however, Xi (69) met the premier of Cuba, who had arrived late, in Beijing after a tour." is told as "Xi Jinping
meets the premier of Cuba in Beijing after a tour". Where a sentence cannot be cut safely the plain form stands, with who took
part and the place ("Xi Jinping meets Miguel Díaz-Canel in Beijing"): never half a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from pathlib import Path

from loaders.extract.events.lexicon import EventWords
from loaders.extract.events.lines.asides import without_asides, without_dashes, without_participle
from loaders.extract.events.lines.candidates import (
    READ,
    Told,
    find_candidates,
    is_aside,
    with_antecedent,
    without_orphans,
)
from loaders.extract.events.lines.coordinated import own_deed
from loaders.extract.events.lines.cutting import (
    turn_source,
    without_brackets,
    without_closing_mark,
    without_dates,
    without_double_commas,
    without_lead_in,
)
from loaders.extract.events.lines.ending import LONGEST
from loaders.extract.events.lines.entries import BULLETS, entry_line, is_note, note_line
from loaders.extract.events.lines.finishing import finished
from loaders.extract.events.lines.halves import is_state
from loaders.extract.events.lines.nominal import name_happening
from loaders.extract.events.lines.pieces import MARKS, PAIRED, Piece, count_words, cut_pieces, set_line
from loaders.extract.events.lines.plain import life_line, plain_line
from loaders.extract.events.lines.soundness import disagrees, is_open_list, is_two, names_twice, points_nowhere
from loaders.extract.events.lines.subjects import (
    find_subject,
    is_unnamed,
    name_after_lead_in,
    object_named,
    short_subject,
    subject_named,
    with_hero,
    without_courtesy,
    without_pointing,
)
from loaders.extract.events.lines.verbs import find_verb, is_pair, tell_now
from loaders.extract.events.lines.wording import Wording, wording
from loaders.extract.events.lines.writers import without_writer
from loaders.extract.terms import fold
from loaders.records import Span

__all__ = ["BETWEEN", "NO_LINE", "Line", "Told", "find_subject", "write_line"]

FEWEST = 3
"""A line of fewer words says too little, unless somebody named is all of its subject ("Pericles dies")."""
BETWEEN = ("call", "meeting", "talks", "message")
"""Kinds that the names of the two say all of."""
_TAIL = re.compile(r"(?:\s+[|–—-]\s+[^|–—-]{2,40})+$")
"""Publishers after a headline."""
SHARED = 0.5
"""So many of a headline's words stand in the sentence that tells the same."""
_UNPRINTABLE = re.compile(r"[\"“‘]\s*[\"”’“]|'{2,}|\b(?:https?|www|pic)\b|[@#]\w|\w{26}|\s--\s")
"""Quotations that were cut out, addresses, words run together and asides without an end: no line has them."""
_MARKS = str.maketrans("“”„«»‘’", '"""""\'\'')
_IN_MARKS = re.compile(r'"([^"]+?)[.,]?"')


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and what it was made of: `headline`, `entry`, `sentence`, or `plain` where only the kind could be told."""

    text: str
    source: str


NO_LINE = Line("", "plain")


def write_line(told: Told, language: str, folder: Path, words: EventWords) -> Line:
    """One sentence of at most LONGEST words that stands alone, else the plain form; empty where nothing could be printed."""
    wordings = wording(language, folder)
    if not wordings.forms:
        return Line(_shortened(told), "sentence")
    named = name_happening(told, wordings, words) if told.kind not in BETWEEN or len(told.who) < 2 else ""
    ways = (("plain", life_line), ("headline", _headline), ("entry", entry_line), ("name", lambda *_: named))
    for source, write in ways:
        if (text := write(told, wordings)) and not _UNPRINTABLE.search(text):
            return Line(text, source)
    plain = plain_line(told, wordings)
    text = _sentence(told, wordings, words)
    if plain and told.kind in BETWEEN and len(told.who) > 1 and _tells_a_wish(text, wordings, words):
        text = ""
    text = text or note_line(told, wordings)
    return Line(text, "sentence") if text and text != plain else Line(plain, "plain")


def _can_be_printed(line: str, told: Told, words: Wording) -> bool:
    """Whether nothing in a line is left of what was cut out, or stands for what it does not name."""
    points = not words.pointing.isdisjoint(fold(line).split())
    return bool(line) and not (points or _UNPRINTABLE.search(line) or _misquotes(line, told))


def _tells_a_wish(line: str, wordings: Wording, words: EventWords) -> bool:
    """Whether the verb tells what is or is wished, and not what was done: the talk that is told beside it says more."""
    pieces = cut_pieces(line, [(0, len(line))], ())
    at = find_verb(pieces, wordings)
    return at > 0 and pieces[at].folded in words.stative - words.had


def _misquotes(line: str, told: Told) -> bool:
    """Whether something in quotation marks does not stand so in the sentence: words were cut out of what somebody said."""
    start, end = told.sentence
    sentence = _plain_marks(told.text[start:end])
    return any(words not in sentence for words in _IN_MARKS.findall(_plain_marks(line)))


def _plain_marks(text: str) -> str:
    for paired in PAIRED:
        text = text.replace(paired, '"')
    return " ".join(text.translate(_MARKS).split())


def _headline(told: Told, words: Wording) -> str:
    """The document's headline where the sentence tells the same in more words, and it stands alone; else nothing."""
    line = _TAIL.sub("", " ".join(told.headline.split())).strip(" .,;:–—-")
    line = line if any(mark in line[1:-1] for mark in '"“‘') else line.strip("\"“”'‘’")
    pieces = cut_pieces(line, [(0, len(line))], ())
    if told.headline.rstrip().endswith(("..", "…")) or (pieces and pieces[0].folded in words.explaining):
        return ""
    if not FEWEST < count_words(line) <= LONGEST or line.isupper() or line.endswith(("?", "…")) or ":" in line:
        return ""
    verb = find_verb(pieces, words, capitals=True)
    if is_unnamed(pieces, words) or pieces[-1].folded in words.half or verb < 1:
        return ""
    rare = {_stem(piece.folded) for piece in pieces if len(piece.folded) > 3 and piece.folded not in words.half}
    start, end = told.sentence
    same = rare & {_stem(word) for word in fold(told.text[start : min(end, start + READ)]).split()}
    if not rare or len(same) < max(2, SHARED * len(rare)):
        return ""
    past = words.is_past(pieces[verb].folded) and not is_note(pieces, verb, words)
    return set_line(tell_now(pieces, verb, words)) if past else line[:1].upper() + line[1:]


def _stem(word: str) -> str:
    return word.strip(".,;:'’\"“”()").removesuffix("'s").removesuffix("’s")[:5]


def _shortened(told: Told) -> str:
    """The sentence of a language without words for lines: up to the last comma within its length."""
    start, end = told.sentence
    sentence = " ".join(told.text[start : min(end, start + READ)].split()).strip(" .。")
    if count_words(sentence) <= LONGEST and len(sentence) <= 90:
        return sentence
    for mark in ("，", ",", "；", ";", "、"):
        cut = sentence.rfind(mark, 0, 60)
        if cut > 8:
            return sentence[:cut]
    return " ".join(sentence.split()[:LONGEST])[:90]


def _sentence(told: Told, words: Wording, event_words: EventWords) -> str:
    """The line that the sentence gives; rather one that holds the words which tell what happened."""
    prepared: Iterable[list[Piece]] = (
        _prepared(told, spans, words) for spans in find_candidates(told, event_words, words)
    )
    others = []
    aside, is_apart = with_antecedent(told, words)
    own = own_deed(told, words)
    if own and not is_apart:
        prepared = (_without_more(own, told, words),)
    opens = bool(told.clauses) and is_aside(told.clauses[told.clause], told, event_words)
    # One after the other: most sentences give a line at the first try.
    for pieces in chain(aside, prepared) if opens or is_apart else chain(prepared, aside):
        named = object_named(subject_named(pieces, told, words), told, words)
        line, holds = _told_now(named, told, words)
        line = line if _can_be_printed(line, told, words) else ""
        if line and holds:
            return plain_line(told, words) if _only_names(line, told, words) else line
        others.append(line)
    return next(filter(None, others), "")


def _only_names(line: str, told: Told, words: Wording) -> bool:
    """Whether two came together and the line tells it in passing ("Xi makes the remarks in a meeting with …")."""
    if told.kind not in BETWEEN or len(told.who) < 2 or told.trigger is None:
        return False
    what = fold(told.text[slice(*told.trigger)]).split()[0]
    is_noun = not words.is_past(what) and what not in words.verbs
    is_one_missing = any(fold(name).split()[-1] not in fold(line) for name in told.who[:2])
    return is_one_missing or (is_noun and told.said)


def _told_now(pieces: list[Piece], told: Told, words: Wording) -> tuple[str, bool]:
    """The pieces as a line, empty where none can be made, and whether what tells the happening is in it."""
    pieces = without_writer(without_closing_mark(pieces), words)
    pieces = without_participle(without_orphans(pieces, told, words), words)
    verb = find_verb(pieces, words)
    while verb > 1 and not pieces[verb - 1].is_word and pieces[verb - 1].text not in MARKS:
        pieces, verb = [*pieces[: verb - 1], *pieces[verb:]], verb - 1
    if verb < 1 or is_unnamed(pieces[:verb], words) or (verb > 1 and pieces[verb - 1].folded in words.pronouns):
        return "", False
    # "Left Orm and marched": what comes before the "and" is a verb without its subject.
    if disagrees(pieces, verb, words) or pieces[verb - 1].folded in words.coordinating:
        return "", False
    if told.trigger is None and is_state(pieces, verb, words):
        return "", False
    is_entry = told.text[told.sentence[0]] in BULLETS and is_note(pieces, verb, words)
    pair = pieces[verb].folded in words.verbs and is_pair(pieces[:verb])
    subject = pieces[:verb] if pair else short_subject(pieces[:verb], words)
    if not pair and is_open_list(subject, words):
        subject = name_after_lead_in(subject)
    if not subject or is_two(subject, words) or _is_of_another(pieces[:verb], pieces[verb], told, words):
        return "", False
    short = [*subject, *pieces[verb:]]
    told_now = short if is_entry else tell_now(short, len(subject), words)
    rest = without_pointing(told_now[len(subject) :], 0, words)
    found = finished(subject, rest, told, words)
    line = "" if points_nowhere(found, words) or names_twice(found) else set_line(found)
    fewest = FEWEST - (len(subject) == 1 and subject[0].is_name)
    return (line, _holds_trigger(found, told)) if count_words(line) >= fewest else ("", False)


def _is_of_another(before: Sequence[Piece], verb: Piece, told: Told, words: Wording) -> bool:
    """Whether the verb is that of what is owned ("Ida Roe, whose ferry sank"), and not the owner's."""
    owned = any(piece.folded in words.owning for piece in before)
    return owned and "," not in told.text[before[-1].end : verb.start]


def _prepared(told: Told, spans: Sequence[Span], words: Wording) -> list[Piece]:
    pieces = without_courtesy(without_brackets(cut_pieces(told.text, spans, told.people)), words)
    pieces = list(takewhile(lambda piece: piece.text != ";", pieces))
    return _without_more(without_lead_in(without_dates(pieces, told.dates, words), words), told, words)


def _without_more(pieces: list[Piece], told: Told, words: Wording) -> list[Piece]:
    """The pieces without what stands between dashes and commas, and with whom they are about."""
    pieces = without_asides(without_dashes(pieces), words)
    pieces = with_hero(turn_source(pieces, told.said, words), told, words)
    return without_double_commas([p for at, p in enumerate(pieces) if at == 0 or p.folded not in words.needless])


def _holds_trigger(pieces: Sequence[Piece], told: Told) -> bool:
    trigger = told.trigger
    return trigger is None or any(piece.start < trigger[1] and trigger[0] < piece.end for piece in pieces)
