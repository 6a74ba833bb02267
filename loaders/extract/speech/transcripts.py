"""Transcripts: paragraphs that each begin with who speaks, in capitals, and a colon ("MINISTER: We had a good day.")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.speech.cues import CueWords
from loaders.layout.sentences import trim
from loaders.records import Span

_COLONS = ":："
_LONGEST_LABEL = 40
_FEWEST = 4
"""A transcript has so many turns at least, by two speakers of whom one speaks again."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one paragraph; `name` is the label's span."""

    start: int
    end: int
    name: Span


def find_turns(text: str, paragraphs: Sequence[Span], words: CueWords) -> list[Turn]:
    """The turns of a transcript in order; none where the text is not one.

    A paragraph without a label goes on with the turn before it, but not after the last label.
    """
    labels = [_label(text, paragraph, words) for paragraph in paragraphs]
    labelled = [at for at, label in enumerate(labels) if label]
    if not labelled or 2 * len(labelled) < labelled[-1] + 1 - labelled[0]:
        return []
    speakers = Counter(text[slice(*label)] for label in labels if label)
    if len(labelled) < _FEWEST or len(speakers) < 2 or max(speakers.values()) < 2:
        return []
    turns, name = [], None
    for at in range(labelled[0], labelled[-1] + 1):
        start, end = paragraphs[at]
        label = labels[at]
        if label:
            name, start = label, label[1] + 1
        start, end = trim(text, start, end)
        if name and start < end:
            turns.append(Turn(start, end, name))
    return turns


def _label(text: str, paragraph: Span, words: CueWords) -> Span | None:
    """The span of the words in capitals before the paragraph's first colon."""
    start, end = paragraph
    limit = min(end, start + _LONGEST_LABEL)
    colon = next((at for at in range(start, limit) if text[at] in _COLONS), -1)
    if colon < 0 or colon + 1 >= end or not text[colon + 1].isspace() or not text[start:colon].isupper():
        return None
    return None if text[start:colon].casefold() in words.notices else (start, colon)
