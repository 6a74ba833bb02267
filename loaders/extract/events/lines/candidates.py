"""What is known of a happening when its line is written, and which pieces of its sentence may become the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise, takewhile

from loaders.extract.events.clauses import Clause
from loaders.extract.events.lexicon import EventWords
from loaders.extract.events.lines.cutting import lowered, without_brackets, without_dates
from loaders.extract.events.lines.number import is_plural
from loaders.extract.events.lines.pieces import APOSTROPHES, MARKS, Piece, after_dateline, cut_pieces
from loaders.extract.events.lines.verbs import find_verb, is_past_alone
from loaders.extract.events.lines.wording import Wording
from loaders.extract.terms import fold
from loaders.records import PersonMention, Span

TIE = 4
"""So many letters stand between a participle and a date right behind it."""
AHEAD = 5
"""So many words before "that" stands the verb whose object clause it opens."""
DATED = 60
"""So many letters after a participle stands its date."""
OPENER = 12
"""So many letters before a clause stands the word that opens it."""
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
    dated: Span | None
    """The date words of the happening itself, where they stand in the sentence."""
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
    in_list: bool = False
    """Whether its first date heads an entry without a mark between."""
    known: str = ""
    """The full name of what a noun with an article at the head stands for ("The ministry": "Foreign Ministry")."""
    hero: str = ""
    """What a sentence without a subject is about ("Born in Kelna"): the person of the list, or what was just named."""


def find_candidates(told: Told, words: EventWords, wording: Wording) -> list[list[Span]]:
    """What may become the line: the clause that tells it and on to the end of the sentence; that clause; the sentence."""
    clause = told.clauses[told.clause] if told.clauses else None
    end = min(told.sentence[1], told.sentence[0] + READ)
    if clause is None:
        return [[(told.sentence[0], end)]]
    source = _source_at_end(told, words)
    end = min(end, source)
    asides = [
        other for number, other in enumerate(told.clauses) if number != told.clause and is_aside(other, told, words)
    ]
    on = [
        piece for other in told.clauses if other.start >= clause.start and other not in asides for piece in other.pieces
    ]
    whole = [piece for other in told.clauses if other not in asides for piece in other.pieces]
    opened = _without_opener(told, clause, words, wording)
    clipped = partial(_clipped, start=after_dateline(told.text, told.sentence), end=end)
    if _lacks_object(told, opened, wording):
        return [clipped(sorted(whole))]
    # With the word that opens it as well: what opens there may lead in, and another subject follow.
    openings = [clause.pieces[0]] if opened != clause.pieces[0] else []
    ways = [rest for first in (opened, *openings) for rest in ([first, *sorted(on)[1:]], [first, *clause.pieces[1:]])]
    found = [*map(clipped, ways), clipped(sorted(whole))]
    return [spans for number, spans in enumerate(found) if spans not in found[:number]]


def _lacks_object(told: Told, opened: Span, words: Wording) -> bool:
    """Whether "which" or "whom" opens a clause with a subject of its own, and so is its object ("which Ann Lee won")."""
    before = told.text[max(0, opened[0] - OPENER) : opened[0]].split()
    opener = fold(before[-1]) if before else ""
    pieces = cut_pieces(told.text, [opened], told.people) if opener in words.relatives else []
    return find_verb(pieces, words) > 0


def with_antecedent(told: Told, words: Wording) -> tuple[list[list[Piece]], bool]:
    """What a participle or "who" tells of the name or thing right before it, with that as its subject.

    "Zargar, arrested for rioting, was freed" tells "Zargar is arrested for rioting"; "DACA, which was created" its creation.
    And whether the words have the date for themselves, so that the main clause tells something else.
    """
    if told.trigger is None:
        return [], False
    start, end = told.sentence
    pieces = without_brackets(cut_pieces(told.text, [(start, min(end, start + READ))], told.people))
    pieces = without_dates(pieces, told.dates, words)
    at = next(
        (n for n, piece in enumerate(pieces) if piece.start < told.trigger[1] and told.trigger[0] < piece.end), -1
    )
    joint = next((n for n in range(at, max(at - 4, 0), -1) if _relates(pieces, n, words)), -1)
    is_apart = (
        joint > 0 and pieces[joint].folded in words.that_words and any(d[0] >= told.trigger[1] for d in told.dates)
    )
    if is_apart:
        pieces = _until_date(pieces, told)
    is_finite = at > 0 and is_past_alone(pieces[at].folded, words)
    is_participle = joint < 1 and at > 1 and words.is_participle(pieces[at].folded)
    is_participle = is_participle and pieces[at].folded not in words.auxiliaries
    # "Bo Zhao, the mayor of Kelna, said" is no participle.
    by = at + 1 < len(pieces) and pieces[at + 1].folded in words.agents
    is_participle = is_participle and (by or pieces[at].folded not in words.attributing)
    if is_participle and pieces[at - 1].text == ",":
        joint = at - 1
    elif is_participle and not is_finite and is_reduced(pieces, at, told, words):
        pieces = _until_date(pieces, told)
        pieces = [*pieces[:at], replace(pieces[at - 1], text=",", is_name=False), *pieces[at:]]
        joint, is_apart = at, True
    if joint < 1:
        return [], False
    end = joint - 1 if pieces[joint - 1].text == "," else joint
    first = next((n + 1 for n in range(end - 1, -1, -1) if not _goes_on(pieces, n, words)), 0)
    rest = list(takewhile(lambda piece: piece.text != ",", pieces[joint + 1 :]))
    subject = _before_apposition(pieces[:end], words) or pieces[first:end]
    opens = subject[0] if subject else None
    if opens is None or not rest or (opens.folded.endswith(words.gerund) and opens.text.islower()):
        return [], False
    # "an interview with Ida Roe that was sent": of a person "who" tells more.
    if pieces[joint].folded in words.that_words and subject[-1].is_name:
        return [], False
    if pieces[joint].folded in words.owning:
        sign = "'" if is_plural(subject, words) and subject[-1].folded.endswith("s") else "'s"
        owner = replace(subject[-1], text=f"{subject[-1].text}{sign}")
        return [[*subject[:-1], owner, *rest]], is_apart
    if pieces[joint].text == "," and not is_finite:
        be = words.single["be"][is_plural(subject, words)]
        rest = [replace(rest[0], text=be, glued=False), *rest]
    if pieces[joint].folded in words.relatives | words.that_words and (verb := find_verb(rest, words)) > 0:
        # "the act, which Ann Lee signed into law": what was done, with the antecedent as its object.
        return [[*rest[: verb + 1], lowered(subject[0], words), *subject[1:], *rest[verb + 1 :]]], is_apart
    return [[*subject, *rest]], is_apart


def without_orphans(pieces: list[Piece], told: Told, words: Wording) -> list[Piece]:
    """The pieces up to a comma after which words set in were cut out, and no verb follows what was left behind them.

    "Many were hurt, [including the mayor,] Ann Lee" is told as "Many were hurt".
    """
    for at, (comma, following) in enumerate(pairwise(pieces)):
        gap = (comma.end, following.start)
        is_cut = comma.text == "," and any(letter.isalpha() for letter in told.text[slice(*gap)])
        if not is_cut or any(date[0] < gap[1] and gap[0] < date[1] for date in told.dates):
            continue
        if find_verb(pieces[:at], words) > 0 and find_verb([pieces[0], *pieces[at + 1 :]], words) < 1:
            return pieces[:at]
    return pieces


def _before_apposition(pieces: Sequence[Piece], words: Wording) -> list[Piece]:
    """The name that opens a sentence, where all that follows it says what he is ("Bo Zhao, a trader and rower, who …")."""
    comma = next((at for at, piece in enumerate(pieces) if piece.text == ","), 0)
    name = list(pieces[:comma])
    says_what = comma + 1 < len(pieces) and pieces[comma + 1].folded in words.articles
    one = not any(piece.text == "," for piece in pieces[comma + 1 :])
    return name if name and says_what and one and all(piece.text[:1].isupper() for piece in name) else []


def _until_date(pieces: Sequence[Piece], told: Told) -> list[Piece]:
    """The pieces up to where the first date stood that follows what tells it."""
    assert told.trigger is not None
    until = min((date[0] for date in told.dates if date[0] >= told.trigger[1]), default=told.sentence[1])
    return list(takewhile(lambda piece: piece.start < until, pieces))


def _relates(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether "who" stands there, or a "that" which a noun and no verb comes before ("the uprising that toppled …")."""
    if pieces[at].folded in words.relatives | words.owning:
        return True
    before = pieces[at - 1] if at else pieces[at]
    is_verb = words.is_past(before.folded) or words.lemma(before.folded) in words.verbs or before.folded in words.half
    if any(piece.folded in words.attributing for piece in pieces[max(0, at - AHEAD) : at]):
        return False
    return pieces[at].folded in words.that_words and at > 1 and before.is_word and not is_verb


def is_reduced(pieces: Sequence[Piece], at: int, told: Told, words: Wording) -> bool:
    """Whether a participle with a date of its own says more of the noun before it, after the verb of the sentence.

    So "passed" does in "They spoke of the law passed by the senate in 2004"; in "The council passed the law" it is the verb.
    """
    word, before = pieces[at].folded, pieces[at - 1]
    verb = find_verb(pieces[:at], words)
    if told.trigger is None or not 0 < verb < at - 1 or word in words.intransitive or words.is_past(before.folded):
        return False
    if (word in words.irregular and word not in words.participles) or word in words.attributing:
        return False
    # "“… and it rained,” Ida Roe tweeted": a name after a mark begins anew.
    if pieces[at - 2].text in MARKS:
        return False
    dated = any(0 <= date[0] - told.trigger[1] < DATED for date in told.dates)
    after = pieces[at + 1].folded if at + 1 < len(pieces) else ""
    suffered = after in words.prepositions - words.role_words or any(
        0 <= date[0] - told.trigger[1] <= TIE for date in told.dates
    )
    return (
        dated and suffered and before.is_word and before.folded not in words.half | words.needless | words.auxiliaries
    )


def _goes_on(pieces: Sequence[Piece], at: int, words: Wording) -> bool:
    """Whether the piece can stand within a name or a thing named ("Department of Justice")."""
    piece = pieces[at]
    if piece.folded in words.prepositions and 0 < at < len(pieces) - 1:
        around = (pieces[at - 1], pieces[at + 1])
        return all(other.text[:1].isupper() and other.is_word for other in around)
    if piece.text in APOSTROPHES and at + 1 < len(pieces) and pieces[at + 1].glued:
        return True
    joins = piece.folded in words.boundaries or words.is_past(piece.folded)
    return piece.is_word and (piece.is_name or not joins)


def _clipped(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    return [(max(first, start), min(last, end)) for first, last in spans if first < end and start < last]


def _without_opener(told: Told, clause: Clause, words: EventWords, wording: Wording) -> Span:
    """The first piece of the clause without the word that opens it ("after", "that"); "whose" stays, and opens no line."""
    start, end = clause.pieces[0]
    folded = told.text[start:end].casefold()
    opened = next(words.breaks.scan(folded, 0, len(folded)), None)
    opens = opened is not None and start > told.sentence[0] and not folded[: opened[0]].strip()
    if opens and opened is not None and folded[slice(*opened[:2])] not in wording.owning:
        return start + opened[1], end
    return start, end


def is_aside(clause: Clause, told: Told, words: EventWords) -> bool:
    """Whether a clause opens with "who" or the like."""
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
