"""Where a happening took place, as the text writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.extract.events.happenings import Happening, Telling
from loaders.extract.events.lexicon import EventWords
from loaders.extract.terms import fold
from loaders.records import Span

SHORTEST = 3
"""A name of fewer letters with a stop after it is an abbreviation."""

_SMALL = re.compile(r" ([^\W\d_]+)")
_NAME = re.compile(
    r"\s+((?:the\s+)?[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*"
    r"(?:\s+(?:(?:of|de|del|la|el|los|the)\s+){0,2}[^\W\d_a-z][^\W\d_]*(?:['’-][^\W\d_]+)*){0,5})"
)


def find_place(
    happening: Happening, telling: Telling, text: str, folded: str, words: EventWords, taken: Iterable[Span]
) -> str | None:
    """The name after "in", "at" … in the clause that tells it; `taken` are spans of dates and people."""
    spans = list(taken)
    found = []
    for start, end in telling.clauses[happening.clause].pieces:
        for _, after, word in words.place_words.scan(folded, start, end):
            if happening.kind not in words.place_kinds.get(word, {happening.kind}):
                continue
            name = _NAME.match(text, after, end)
            if name is None or _is_cut_or_describes(name.group(1), name.end(1), text, words):
                continue
            if not any(first < name.end(1) and name.start(1) < last for first, last in spans):
                found.append((_distance(happening, name.start(1)), name.group(1)))
    return min(found)[1] if found else None


def _is_cut_or_describes(name: str, end: int, text: str, words: EventWords) -> bool:
    """Whether it is an abbreviation cut at its stop ("St."), or says what kind the next noun is ("the Oslo summit")."""
    if len(name.split()[-1]) < SHORTEST and text.startswith(".", end):
        return True
    following = _SMALL.match(text, end)
    if following is None or not following.group(1).islower():
        return False
    word = fold(following.group(1))
    return not (word in words.after_names or words.is_verb(word) or words.breaks.find(word))


def _distance(happening: Happening, at: int) -> int:
    trigger = happening.trigger
    return abs(at - trigger.end) if trigger else at
