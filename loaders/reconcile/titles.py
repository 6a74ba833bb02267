"""A short title of an event: its kind and people, else the clause that tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile

from loaders.extract.events.clauses import Clause, clause_of, split_clauses
from loaders.extract.events.lexicon import OTHER, STATEMENT, WORD, EventWords, event_words
from loaders.extract.terms import fold
from loaders.reconcile.plain_words import plain_words
from loaders.records import Span
from loaders.vocabulary import Vocabulary

OF_ONE = ("birth", "death", "departure")
"""Kinds of which a reader knows all with one name …"""
BETWEEN = ("meeting", "call", "message", "talks", "summit", "signing", "visit")
"""… and with two."""
SHOWN = 3
"""So many people stand in a title."""
LONGEST = 70
"""So many letters of a sentence do."""
SHORTEST = 3
"""A clause of fewer words says too little."""
NAMED = 40
"""Who says it is named among so many first letters, or is set before them."""
FIRST = 20
"""Within so many letters a pronoun that comes first has ended."""
READ = 600
"""So many letters of a sentence are read."""

_EDGE = " \t\n\"'`“”‘’„«»_*•·,;:–—-#>"
_BULLETS = " \t\n_*•·,;:–—-#>"
_BEFORE_ASIDE = (",", "，", "(", "（")
_HEAD = re.compile(r"[*_\])]{0,4}\s*[:–—|-][*_]{0,3}\s")
_CUT = ("'", "’")
"""Of what a word was cut off from ("That's what he did")."""
_NO_LETTERS = re.compile(r"[\W_]*")


def make_title(
    kind: str, people: Sequence[str], sentence: str, date_text: str, vocabulary: Vocabulary, language: str = "en"
) -> str:
    """Kind and people by name ("Phone call: Ann Lee – Bo Zhao"), else kind and what is told; of no kind only that.

    An entry of a chronology keeps its own words.
    Of a statement its words: that somebody said something tells little ("Ann Lee: The harbour will be built").
    """
    label = vocabulary.kinds[kind].label if kind in vocabulary.kinds else kind.capitalize()
    sentence = plain_words(sentence)
    entry = _entry(sentence, date_text) if date_text else ""
    if entry:
        return _shorten(entry)
    if kind == STATEMENT and len(people) < 2:
        said = _whole(sentence)
        is_named = not people or fold(people[0].split()[-1]) in fold(said[:NAMED])
        return f"{label if is_named else people[0]}: {said}"
    if kind == OTHER or not _says_it_all(kind, people):
        told = tell_shortly(sentence, date_text, vocabulary, language)
        unnamed = _opens_unnamed(told, vocabulary, language)
        told = _whole(sentence) if unnamed and not people else told
        named = f"{people[0]}: {told}" if people and unnamed else told
        return named if kind == OTHER or named != told else f"{label}: {told}"
    more = f" and {len(people) - SHOWN} more" if len(people) > SHOWN else ""
    return f"{label}: {' – '.join(people[:SHOWN])}{more}"


def _whole(sentence: str) -> str:
    return _shorten(" ".join(sentence[:READ].split()).strip(_BULLETS).removesuffix("."))


def _says_it_all(kind: str, people: Sequence[str]) -> bool:
    """Whether kind and people tell what happened: somebody resigned, two met ("Visit: Ann Lee" does not say where)."""
    return kind in (OF_ONE if len(people) == 1 else BETWEEN) and bool(people)


def _entry(sentence: str, date_text: str) -> str:
    """What an entry of a chronology tells after its date and a mark ("May 1960 – The port opens"); else nothing."""
    text = " ".join(sentence[:READ].split()).lstrip(_BULLETS + "[(|")
    head = _HEAD.match(text, len(date_text)) if text.startswith(date_text) else None
    return text[head.end() :].strip(_BULLETS + "|").removesuffix(".") if head else ""


def tell_shortly(sentence: str, date_text: str, vocabulary: Vocabulary, language: str) -> str:
    """The clause of the sentence that its date dates, else the sentence; without a date that it begins with."""
    text = sentence[:READ]
    words = event_words(language, vocabulary.folder)
    at = text.find(date_text) if date_text else -1
    date = (at, at + len(date_text)) if at >= 0 else (0, 0)
    told = _clause_around(date, text, words) or _from(0, date, text)
    return _shorten(_strip(" ".join(told.split()), words))


def _opens_unnamed(told: str, vocabulary: Vocabulary, language: str) -> bool:
    """Whether a pronoun comes first, so that the reader must be told who it is."""
    found = event_words(language, vocabulary.folder).pronouns.find(told[:FIRST])
    return any(start == 0 for start, _, _ in found)


def _clause_around(date: Span, text: str, words: EventWords) -> str:
    """The words of the clause around the date where they can stand alone: with a subject and a verb; else none."""
    folded = fold(text)
    clauses = split_clauses(folded, (0, len(text)), words, (), [date] if date[1] else ())
    if not clauses:
        return ""
    clause = clauses[clause_of(clauses, date)]
    if clause.start == 0:
        whole = all(text[:end].rstrip().endswith(_BEFORE_ASIDE) for _, end in clause.pieces[:-1])
        told = _from(0, date, text, clause.pieces)
    else:
        start, end = next(piece for piece in clause.pieces if piece[0] <= date[0] < piece[1])
        opened = next(words.breaks.scan(folded, start, end), None)
        opens = opened is not None and _NO_LETTERS.fullmatch(text, start, opened[0]) is not None
        whole = not (opens and opened and (opened[2] == "aside" or text[opened[1] : end].startswith(_CUT)))
        told = text[opened[1] : end] if opens and opened else text[start:end]
    found = [match.group() for match in WORD.finditer(fold(told))]
    found = list(dropwhile(words.between.__contains__, found))
    stands = len(found) >= SHORTEST and not words.is_verb(found[0]) and any(words.is_verb(word) for word in found)
    return told if whole and stands and not _goes_on_to_say(clause, clauses, folded, words) else ""


def _goes_on_to_say(clause: Clause, clauses: Sequence[Clause], folded: str, words: EventWords) -> bool:
    """Whether the clause only says that something is said, and the next says what ("he demanded on Friday | that …")."""
    if clause.end >= len(folded.rstrip()) or not any(other.start == clause.end for other in clauses):
        return False
    found = words.kinds.scan(folded, clause.start, clause.end)
    last = [(start, end) for start, end, kind in found if kind in words.spoken or kind == STATEMENT][-1:]
    opened = next(words.breaks.scan(folded, clause.end), None)
    opens = opened is not None and _NO_LETTERS.fullmatch(folded, clause.end, opened[0]) is not None
    return opens and any(words.is_verb(folded[start:end].split()[0]) for start, end in last)


def _from(start: int, date: Span, text: str, pieces: Sequence[Span] = ()) -> str:
    """The pieces of a text (or all of it), without what stands up to a comma after the date that it begins with."""
    if date[1] and text.startswith(",", date[1]) and len(text[start : date[0]].split()) <= 1:
        start = date[1] + 1
    spans = [(max(first, start), last) for first, last in pieces or ((0, len(text)),)]
    return " ".join(text[first:last].strip(" ,") for first, last in spans if first < last)


def _strip(told: str, words: EventWords) -> str:
    """Without punctuation around it and without a word that joins it to what stood before."""
    told = _without_loose_end(told.strip(_EDGE), words)
    joint = next((end for start, end, _ in words.joining.find(told) if start == 0), 0)
    following = WORD.search(told, joint)
    if joint and following and not words.is_verb(fold(following.group())):
        told = told[joint:]
    return told.strip(_EDGE).removesuffix(".")


def _without_loose_end(told: str, words: EventWords) -> str:
    """Without words at the end that lead on to what is left out ("fled in 1939 and")."""
    while " " in told and fold(told.rsplit(" ", 1)[1]) in words.and_words | words.about_words:
        told = told.rsplit(" ", 1)[0].rstrip(_EDGE)
    return told


def name_person(leader_id: str, vocabulary: Vocabulary, names: Mapping[str, str]) -> str:
    """The name in the vocabulary or among `names`; without any the id in capitals ("Ann Lee")."""
    if leader_id in vocabulary.leaders:
        return vocabulary.leaders[leader_id].name
    return names.get(leader_id) or " ".join(part.capitalize() for part in leader_id.split("-"))


def _shorten(told: str) -> str:
    told = told[:1].upper() + told[1:]
    if len(told) <= LONGEST:
        return told
    cut = told[:LONGEST].rsplit(" ", 1)[0] if " " in told[:LONGEST] else told[:LONGEST]
    return f"{cut.rstrip(_EDGE)} …"
