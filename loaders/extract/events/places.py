"""Where a happening took place, as the text writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.extract.events.happenings import Happening, Telling
from loaders.extract.events.lexicon import EventWords
from loaders.records import Span

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
            if name and not any(first < name.end(1) and name.start(1) < last for first, last in spans):
                found.append((_distance(happening, name.start(1)), name.group(1)))
    return min(found)[1] if found else None


def _distance(happening: Happening, at: int) -> int:
    trigger = happening.trigger
    return abs(at - trigger.end) if trigger else at
