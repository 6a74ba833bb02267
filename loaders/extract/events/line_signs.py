"""What the line of a row says for and against it: whether it tells a deed, names somebody, says all or half of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.extract.events.happenings import Telling
from loaders.extract.events.lexicon import EventWords
from loaders.extract.events.lines.wording import Wording
from loaders.extract.events.telling import Draft
from loaders.records import Document

LINE_VERB = 8
"""Among so many words of a line stands its verb."""
ALIKE = 0.3
"""So many words of the headline stand in what it announces."""
HALF = 0.5
"""A line with fewer of the words of its sentence tells half of it."""

_CAPITAL = re.compile(r"[^\W\d_a-z]")


def signs_of_line(
    draft: Draft, telling: Telling, document: Document, words: EventWords, wordings: Wording
) -> Iterator[str]:
    line = draft.line
    yield f"line from {line.source}"
    parts = line.text.split()
    if len(parts) <= 4:
        yield "short line"
    head = parts[0].casefold() if parts else ""
    if head in words.articles:
        yield "line opens with an article"
    elif len(parts) > 1 and _CAPITAL.match(parts[1]):
        yield "line opens with a name"
    capitals = sum(1 for word in parts[1:] if _CAPITAL.match(word))
    yield ("no name in the line", "a name in the line", "names in the line")[min(2, capitals)]
    folded = [word.casefold().strip(",.;:") for word in parts]
    if _tells_state(folded, words, wordings):
        yield "tells a state"
    elif any(wordings.lemma(word) in wordings.deeds for word in folded[1:LINE_VERB]):
        yield "tells a deed"
    told = document.text[telling.span[0] : telling.span[1]]
    own, sentence, title = stems(line.text), stems(told), stems(document.title)
    if len(own) < HALF * len(sentence):
        yield "line tells half of its sentence"
    if title and len(title & own) >= max(2, ALIKE * len(title)):
        yield "told by the headline"
    elif title and len(title & sentence) >= max(2, ALIKE * len(title)):
        yield "its sentence goes with the headline"


def stems(line: str) -> frozenset[str]:
    return frozenset(word.strip(".,;:’'\"“”").casefold()[:5] for word in line.split() if len(word) > 3)


def _tells_state(parts: Sequence[str], words: EventWords, wordings: Wording) -> bool:
    """Whether a line tells what is ("the port is busy", "he is recasting the plan"), and not what was done or is to come."""
    for at, word in enumerate(parts[1:LINE_VERB], start=1):
        following = parts[at + 1].strip(",") if at + 1 < len(parts) else ""
        if word in wordings.be_forms:
            return not (
                words.is_past(following) or wordings.is_participle(following) or following == wordings.single["to"]
            )
        if word in words.stative:
            return True
    return False
