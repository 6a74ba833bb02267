"""What is known of a happening when its line is written, and which pieces of its sentence may become the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from loaders.extract.events.clauses import Clause
from loaders.extract.events.lexicon import EventWords
from loaders.extract.events.lines.cutting import without_brackets, without_dates
from loaders.extract.events.lines.pieces import Piece, after_dateline, cut_pieces
from loaders.extract.events.lines.verbs import is_plural
from loaders.extract.events.lines.wording import Wording
from loaders.records import PersonMention, Span

READ = 700
"""So many letters of a sentence are read."""


@dataclass(frozen=True)
class Told:
    """What is known of one happening when its line is written."""

    text: str
    sentence: Span
    clauses: Sequence[Clause]
    clause: int
    trigger: Span | None
    dates: Sequence[Span]
    people: Sequence[PersonMention]
    quotations: Sequence[Span]
    kind: str
    status: str
    place: str | None
    headline: str
    """The document's own headline where this is its news, else empty."""
    about: str
    """Whom the text before is about: for a pronoun that stands for nobody who is known to take part."""
    before_one: str
    """The subject of the sentence before, where it is a body or a thing."""
    before_several: str
    """The same where it is several."""
    who: Sequence[str]
    """Names of those who took part, the one who does it first."""
    through_pronoun: bool
    """Whether the first of them stands there as a pronoun."""
    said: bool
    """Whether the happening is that something was said."""


def find_candidates(told: Told, words: EventWords) -> list[list[Span]]:
    """What may become the line: the clause that tells it and on to the end of the sentence; that clause; the sentence."""
    clause = told.clauses[told.clause] if told.clauses else None
    end = min(told.sentence[1], told.sentence[0] + READ)
    if clause is None:
        return [[(told.sentence[0], end)]]
    source = _source_at_end(told, words)
    end = min(end, source)
    asides = [
        other for number, other in enumerate(told.clauses) if number != told.clause and _is_aside(other, told, words)
    ]
    on = [
        piece for other in told.clauses if other.start >= clause.start and other not in asides for piece in other.pieces
    ]
    whole = [piece for other in told.clauses if other not in asides for piece in other.pieces]
    opened = _without_opener(told, clause, words)
    clipped = partial(_clipped, start=after_dateline(told.text, told.sentence), end=end)
    return [clipped([opened, *sorted(on)[1:]]), clipped([opened, *clause.pieces[1:]]), clipped(sorted(whole))]


def with_antecedent(told: Told, words: Wording) -> list[list[Piece]]:
    """What a participle or "who" tells of the name or thing right before it, with that as its subject.

    "Zargar, arrested for rioting, was freed" tells "Zargar is arrested for rioting"; "DACA, which was created" its creation.
    """
    if told.trigger is None:
        return []
    start, end = told.sentence
    pieces = without_brackets(cut_pieces(told.text, [(start, min(end, start + READ))], told.people))
    pieces = without_dates(pieces, told.dates, words)
    at = next(
        (n for n, piece in enumerate(pieces) if piece.start < told.trigger[1] and told.trigger[0] < piece.end), -1
    )
    joint = next((n for n in range(at, max(at - 4, 0), -1) if pieces[n].folded in words.relatives), -1)
    if joint < 1 and at > 1 and pieces[at - 1].text == "," and words.is_participle(pieces[at].folded):
        joint = at - 1
    if joint < 1:
        return []
    end = joint - 1 if pieces[joint - 1].text == "," else joint
    first = next((n + 1 for n in range(end - 1, -1, -1) if not _goes_on(pieces[n], words)), 0)
    rest = list(takewhile(lambda piece: piece.text != ",", pieces[joint + 1 :]))
    subject = pieces[first:end]
    if not subject or not rest:
        return []
    if pieces[joint].text == ",":
        be = words.single["be"][is_plural(subject, words)]
        rest = [replace(rest[0], text=be, glued=False), *rest]
    return [[*subject, *rest]]


def _goes_on(piece: Piece, words: Wording) -> bool:
    """Whether the piece can stand within a name or a thing named."""
    joins = piece.folded in words.boundaries or piece.folded in words.prepositions or words.is_past(piece.folded)
    return piece.is_word and (piece.is_name or not joins)


def _clipped(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    return [(max(first, start), min(last, end)) for first, last in spans if first < end and start < last]


def _without_opener(told: Told, clause: Clause, words: EventWords) -> Span:
    """The first piece of the clause without the word that opens it ("after", "that")."""
    start, end = clause.pieces[0]
    folded = told.text[start:end].casefold()
    opened = next(words.breaks.scan(folded, 0, len(folded)), None)
    if opened and start > told.sentence[0] and not folded[: opened[0]].strip():
        return start + opened[1], end
    return start, end


def _is_aside(clause: Clause, told: Told, words: EventWords) -> bool:
    start, end = clause.pieces[0]
    folded = told.text[start:end].casefold()
    opened = next(words.breaks.scan(folded, 0, len(folded)), None)
    return opened is not None and opened[2] == "aside" and not folded[: opened[0]].strip()


def _source_at_end(told: Told, words: EventWords) -> int:
    """Where a source begins that is named at the end ("…, the ministry said on Friday"); else where the sentence ends."""
    end = told.sentence[1]
    if told.said or len(told.clauses) < 2:
        return end
    last = told.clauses[-1]
    folded = told.text[last.start : last.end].casefold()
    says = next(words.attributing.scan(folded, 0, len(folded)), None)
    is_source = says is not None and len(folded[: says[0]].split()) < 6 and len(folded[says[1] :].split()) < 4
    return last.start if is_source and told.clauses[told.clause] is not last else end
