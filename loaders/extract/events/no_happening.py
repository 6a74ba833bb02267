"""Whether a line tells no happening: what only seems so or is felt, a way of speaking, comment, what is so as a rule.

Opinion and live reports are full of such sentences, and they have a day like any other: "The mood changed on Monday", "Lee
isn't worried", "the party paid the price". Nobody would print them in a chronology.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from loaders.extract.events.lexicon import WORD
from loaders.extract.events.lines.pieces import Piece, cut_pieces
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording
from loaders.extract.terms import Terms
from loaders.vocabulary import words

AFTER = 5
"""So many words behind a verb make a way of speaking with it."""
BESIDE = 2
"""So many words before or behind a verb stands that it is so as a rule."""

NOT = "n't"
OWNED = ("'s", "s'")

_TURNED_TO = re.compile(r",\s*([^,.!?;:]{2,20})[.!?]")
_GREETING = re.compile(r"[\W_]*([^,.!?;:\n]{2,20})[,.!]")


@dataclass(frozen=True, slots=True)
class NothingWords:
    """The words of one language by which a line tells no happening."""

    seeming: frozenset[str]
    seeming_done: frozenset[str]
    feelings: Terms[str]
    states: Terms[str]
    under_way: frozenset[str]
    """Words after "is" with which a happening goes on or is to come."""
    ways_of_speaking: Terms[str]
    coming: Terms[str]
    commenting: Terms[str]
    abstractions: frozenset[str]
    as_a_rule: frozenset[str]
    only_thought: frozenset[str]
    hanging: frozenset[str]
    hanging_before_name: frozenset[str]
    turned_to: frozenset[str]
    greetings: frozenset[str]
    things: frozenset[str]
    """Nouns that open a line with a capital, and are no names ("Announcement suggests …")."""
    waiting: frozenset[str]
    """Verbs after which stands what was said ("The paper reports" tells nothing)."""
    lasting: frozenset[str]
    """Verbs of what lasted for years ("serves under two mayors")."""


@lru_cache(maxsize=8)
def nothing_words(language: str, folder: Path) -> NothingWords:
    """The words of a language; none where nobody has listed any."""
    raw = words(language, "no_happening", folder)

    def terms(name: str) -> Terms[str]:
        return Terms(dict.fromkeys(raw.get(name, ()), name))

    def listed(name: str) -> frozenset[str]:
        return frozenset(raw.get(name, ()))

    return NothingWords(
        listed("seeming"),
        listed("seeming_done"),
        terms("feelings"),
        terms("states"),
        listed("under_way"),
        terms("ways_of_speaking"),
        terms("coming"),
        terms("commenting"),
        listed("abstractions"),
        listed("as_a_rule"),
        listed("only_thought"),
        listed("hanging"),
        listed("hanging_before_name"),
        listed("turned_to"),
        listed("greetings"),
        listed("things"),
        listed("waiting"),
        listed("lasting"),
    )


def signs_of_nothing(
    line: str, sentence: str, known: NothingWords, wordings: Wording, is_carried: bool = False
) -> Iterator[str]:
    """The names of what shows that a line, and the folded sentence that it is from, tell no happening.

    `is_carried` where its date stands in another sentence.
    """
    if _speaks_to_the_room(sentence, known):
        yield "speaks to the room"
    pieces = cut_pieces(line, [(0, len(line))], ())
    at = _verb(pieces, known, wordings)
    if len(pieces) > 1 and at in (-1, len(pieces) - 1) and _waits(pieces[-1].folded, known, wordings):
        yield "only says that somebody spoke"
    if at < 1:
        return
    if is_carried and wordings.lemma(pieces[at].folded) in known.lasting:
        yield "lasted, at a time that nothing tells"
    if _hangs(pieces[:at], known):
        yield "only a clause of another"
    yield from _of_verb(pieces, at, known, wordings)


def _waits(word: str, known: NothingWords, wordings: Wording) -> bool:
    """Whether a form of a verb of saying ends a line, so that it leaves out what was said."""
    return wordings.lemma(word) in known.waiting - {word}


def _verb(pieces: Sequence[Piece], known: NothingWords, wordings: Wording) -> int:
    """The place of the verb: that of a line, else one of seeming, comment or denial that lines seldom have; -1 without one."""
    at = find_verb(pieces, wordings)
    denied = next((number for number, piece in enumerate(pieces) if number and piece.folded.endswith(NOT)), at)
    if denied < at:
        return denied
    if at > 0 and pieces[at - 1].folded.endswith(OWNED):  # "Lee's rally appears …"
        further = find_verb(pieces[at:], wordings)
        return at + further if further > 0 else at
    if at >= 0:
        return at
    for number, piece in enumerate(pieces[1:], start=1):
        lemma = wordings.lemma(piece.folded)
        if not piece.folded.endswith("s") or lemma == piece.folded:
            continue
        is_comment = lemma in known.seeming or known.commenting.find(lemma)
        if is_comment or _head(pieces[:number], wordings) in known.abstractions:
            return number
    return -1


def _of_verb(pieces: Sequence[Piece], at: int, known: NothingWords, wordings: Wording) -> Iterator[str]:
    verb = pieces[at].folded.removesuffix(NOT)
    rest = [piece.folded for piece in pieces[at + 1 : at + 1 + AFTER] if piece.is_word]
    if wordings.lemma(verb) in {wordings.lemma(form) for form in wordings.do_forms}:
        rest = rest[1:] if rest and rest[0] in wordings.negations else rest
        verb, rest = (rest[0], rest[1:]) if rest else (verb, rest)
    lemma = wordings.lemma(verb)
    told = " ".join((lemma, *rest))
    if verb in known.only_thought:
        yield "only thought"
    if lemma in known.seeming and not (rest and rest[0] in known.seeming_done):
        yield "only seems so"
    if verb in wordings.be_forms and _is_so(rest, known, wordings):
        yield "says what is so"
    if _opens(told, known.ways_of_speaking):
        yield "a way of speaking"
    if _opens(told, known.coming) or (_opens(told, known.commenting) and not _is_named(pieces[:at], known, wordings)):
        yield "comments on what was told"
    if _head(pieces[:at], wordings) in known.abstractions:
        yield "of something abstract"
    around = pieces[max(0, at - BESIDE) : at + 1 + BESIDE]
    if any(piece.folded in known.as_a_rule for piece in around):
        yield "so as a rule"


def _opens(told: str, terms: Terms[str]) -> bool:
    return next((start for start, _, _ in terms.scan(told)), -1) == 0


def _is_so(rest: Sequence[str], known: NothingWords, wordings: Wording) -> bool:
    """Whether what stands behind "is" says how somebody feels, or what something is ("isn't at all worried about")."""
    while rest and (rest[0] in wordings.negations or rest[0].endswith(wordings.adverb)):
        rest = rest[1:]
    told = " ".join(rest)
    return _opens(told, known.feelings) or _opens(told, known.states)


def is_set(line: str, known: NothingWords, wordings: Wording) -> bool:
    """Whether "is" goes on to when, where, how many or what is done ("is in Kelna", "was 185 to 2"), and not to an opinion."""
    pieces = cut_pieces(line, [(0, len(line))], ())
    at = find_verb(pieces, wordings)
    if not 0 < at < len(pieces) - 1 or pieces[at].folded not in wordings.be_forms:
        return False
    following = pieces[at + 1].folded
    is_placed = following in wordings.prepositions or following in known.under_way or following[:1].isdecimal()
    return is_placed or following.endswith(wordings.gerund)


def _head(subject: Sequence[Piece], wordings: Wording) -> str:
    """The noun that a subject is about: "mood" of "the mood of the voters"."""
    end = next((at for at, piece in enumerate(subject) if at and piece.folded in wordings.prepositions), len(subject))
    return subject[end - 1].folded


def _is_named(subject: Sequence[Piece], known: NothingWords, wordings: Wording) -> bool:
    """Whether somebody named is the subject, and no thing of his ("Lee", not "Lee's speech")."""
    end = next((at for at, piece in enumerate(subject) if at and piece.folded in wordings.prepositions), len(subject))
    return subject[end - 1].text[:1].isupper() and not (end == 1 and subject[0].folded in known.things)


def _hangs(subject: Sequence[Piece], known: NothingWords) -> bool:
    """Whether the verb is that of a clause that another hangs on, which has none: "Voters sceptical as Lee vows change"."""
    for at, piece in enumerate(subject[1:], start=1):
        if piece.folded in known.hanging and not any(mark.text == "," for mark in subject[at:]):
            return True
        names = subject[at + 1 :]
        if piece.folded in known.hanging_before_name and names and all(name.text[:1].isupper() for name in names):
            return True
    return False


def _speaks_to_the_room(sentence: str, known: NothingWords) -> bool:
    """Whether a sentence greets or thanks, or turns to those who are there ("He was thirty yesterday, everybody.")."""
    greeting = _GREETING.match(sentence)
    if greeting is not None and " ".join(WORD.findall(greeting.group(1))) in known.greetings:
        return True
    return any(" ".join(WORD.findall(match.group(1))) in known.turned_to for match in _TURNED_TO.finditer(sentence))
