"""What the line of a row says for and against it: whether it tells a deed, names somebody, says all or half of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loaders.extract.events.happenings import Telling
from loaders.extract.events.lexicon import EventWords
from loaders.extract.events.lines.pieces import cut_pieces
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import Wording
from loaders.extract.events.no_happening import NothingWords, is_set
from loaders.extract.events.telling import Draft
from loaders.records import Document

STATE = "tells a state"
UNDONE = "tells what was not done"
"""What will not be done is news, and a plan."""
OPENING = 25
"""A happening that the sentence is about is named within so many letters, or in the first words after its date."""
HAD = 4
"""So many words before the noun of a deed stands the "have" that it belongs to."""
ALIKE = 0.3
"""So many words of the headline stand in what it announces."""
HALF = 0.5
"""A line with fewer of the words of its sentence tells half of it."""

_CAPITAL = re.compile(r"[^\W\d_a-z]")


def signs_of_line(
    draft: Draft, telling: Telling, document: Document, words: EventWords, wordings: Wording, known: NothingWords
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
    yield from (
        sign
        for sign in _of_verb(line.text, words, wordings, known)
        if sign != STATE
        or not (
            (_is_subject(draft, telling, document) and is_set(line.text, known, wordings))
            or _is_had(draft, document, words)
        )
    )
    told = document.text[telling.span[0] : telling.span[1]]
    own, sentence, title = stems(line.text), stems(told), stems(document.title)
    if len(own) < HALF * len(sentence):
        yield "line tells half of its sentence"
    if title and len(title & own) >= max(2, ALIKE * len(title)):
        yield "told by the headline"
    elif title and len(title & sentence) >= max(2, ALIKE * len(title)):
        yield "its sentence goes with the headline"


def _is_subject(draft: Draft, telling: Telling, document: Document) -> bool:
    """Whether a noun that tells the happening is what the sentence is about ("In 2022 the vote was 185 to 2")."""
    trigger = draft.happening.trigger
    if trigger is None:
        return False
    before = document.text[telling.span[0] : trigger.start]
    dates = sum(date.end - max(date.start, telling.span[0]) for date in telling.dates if date.end <= trigger.start)
    return (
        len(before) - dates <= OPENING
        and document.text[trigger.start : trigger.end].casefold() in draft.line.text.casefold()
    )


def _is_had(draft: Draft, document: Document, words: EventWords) -> bool:
    """Whether somebody "has" what the noun tells ("has a long talk with …"): that is done, and no state."""
    trigger, line = draft.happening.trigger, draft.line.text.casefold()
    if trigger is None or draft.kind not in words.conversations:
        return False
    at = line.find(document.text[trigger.start : trigger.end].casefold())
    return at > 0 and any(word in words.had for word in line[:at].split()[-HAD:])


@lru_cache(maxsize=256)
def stems(line: str) -> frozenset[str]:
    return frozenset(word.strip(".,;:’'\"“”").casefold()[:5] for word in line.split() if len(word) > 3)


def _is_beside(word: str, words: EventWords, wordings: Wording) -> bool:
    """Whether a word can stand between "is" and what was done ("is not held", "is being joined", "is formally opened")."""
    return word in wordings.negations | words.passive or word.endswith(wordings.adverb)


def _of_verb(line: str, words: EventWords, wordings: Wording, known: NothingWords) -> Iterator[str]:
    """Whether the verb tells what is ("the port is busy"), what goes on, or a deed that is done once."""
    pieces = cut_pieces(line, [(0, len(line))], ())
    at = find_verb(pieces, wordings)
    if at < 1:
        return
    verb, following = pieces[at].folded, pieces[at + 1].folded if at + 1 < len(pieces) else ""
    if verb in wordings.be_forms:
        after = next((p.folded for p in pieces[at + 1 :] if not _is_beside(p.folded, words, wordings)), "")
        goes_on = following.endswith(wordings.gerund) and wordings.lemma(following) in wordings.deeds
        suffered = words.is_past(after) or wordings.is_participle(after)
        if not (suffered or goes_on or following == wordings.single["to"]):
            yield STATE
    elif verb in words.stative and not (wordings.lemma(verb) in known.seeming and following in known.seeming_done):
        yield STATE
    elif verb in words.ongoing:
        yield "tells what goes on"
    elif wordings.lemma(verb) in wordings.deeds:
        yield "tells a deed"
    to_come = at + 2 < len(pieces) and pieces[at + 2].folded == wordings.single["to"]
    if following in wordings.negations and not to_come:
        yield UNDONE
