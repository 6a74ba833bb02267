"""Transcripts: whose turn each paragraph is. A turn may have several paragraphs, and what stands in brackets is none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.layout.labels import ALONE, CAPITALS, LETTER, SMALL, STOP, Label, read_label
from loaders.layout.sentences import trim
from loaders.layout.words import LayoutWords, layout_words
from loaders.records import Span

_FEWEST = 4
"""A transcript has so many labels at least, of two speakers of whom one speaks again."""
_LONGEST_ANSWER = {CAPITALS: 12, STOP: 12, LETTER: 12, SMALL: 8, ALONE: 8}
"""So many paragraphs a label may come to on average; small letters before a colon are found in lists too."""
_ENDS = re.compile(r"[.!?…—–-][\"”’')\]*_]*$")
_ASIDE = re.compile(r"(?:[\[(][^()\[\]]*[\])]\.?\s*)+")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one paragraph; `name` is the span of the words that say who."""

    start: int
    end: int
    name: Span
    role: str = ""
    """asks or answers, where the label is a letter or word for that and names nobody."""


def find_turns(text: str, paragraphs: Sequence[Span], words: LayoutWords | None = None) -> list[Turn]:
    """The turns of a transcript in order; none where the text is not one.

    A paragraph without a label goes on with the turn before it, but not after the last label.
    """
    words = words or layout_words()
    labels = _labels_of_transcript(text, paragraphs, words)
    if not labels:
        return []
    turns, label = [], None
    for at in range(min(labels), max(labels) + 1 + (labels[max(labels)].end >= paragraphs[max(labels)][1])):
        if at >= len(paragraphs):
            break
        start, end = paragraphs[at]
        if at in labels:
            label = labels[at]
            start = label.end
        start, end = trim(text, start, end)
        if label and start < end and not _ASIDE.fullmatch(text, start, end):
            turns.append(Turn(start, end, label.name, _role(text, label, words)))
    return turns


def _labels_of_transcript(text: str, paragraphs: Sequence[Span], words: LayoutWords) -> Mapping[int, Label]:
    """Number of the paragraph -> its label, of the way of writing them that the text keeps to."""
    found = {at: label for at, span in enumerate(paragraphs) if (label := read_label(text, span, words))}
    for forms in (
        (CAPITALS, LETTER),
        (CAPITALS, SMALL, LETTER),
        (STOP, LETTER),
        (STOP, CAPITALS, SMALL, LETTER),
        (ALONE,),
    ):
        labels = {at: label for at, label in found.items() if label.form in forms}
        if _is_transcript(text, paragraphs, labels, words):
            return labels
    return {}


def _is_transcript(text: str, paragraphs: Sequence[Span], labels: Mapping[int, Label], words: LayoutWords) -> bool:
    if len(labels) < _FEWEST:
        return False
    speakers = _speakers([_name(text, label, words) for label in labels.values()])
    if len(speakers) < 2 or max(speakers.values()) < 2:
        return False
    loose = max(_LONGEST_ANSWER[label.form] for label in labels.values())
    small = sum(label.form in (SMALL, ALONE) for label in labels.values())
    if 2 * small > len(labels):
        loose = _LONGEST_ANSWER[SMALL]
        # A list of names and values has labels that come again too, but no sentences.
        said = [span for at, span in enumerate(paragraphs) if at in labels and labels[at].end < span[1]]
        sentences = sum(_ENDS.search(text, max(start, end - 6), end) is not None for start, end in said)
        again = sum(count for count in speakers.values() if count > 1)
        if 2 * sentences < len(said) or 2 * again < len(labels):
            return False
    if all(label.form == ALONE for label in labels.values()) and sum(count > 1 for count in speakers.values()) < 2:
        return False  # lines alone are headings, unless two of them come again
    return loose * len(labels) >= max(labels) + 1 - min(labels)


def _name(text: str, label: Label, words: LayoutWords) -> tuple[str, ...]:
    """The words of a label without titles before them, unless it is a title alone."""
    parts = [part.strip(".").casefold() for part in text[slice(*label.name)].split()]
    while len(parts) > 1 and parts[0] in words.label_titles:
        parts.pop(0)
    return tuple(parts)


def _speakers(names: Sequence[tuple[str, ...]]) -> Counter[str]:
    """How often each speaks: "SARA ATTWELL" and "ATTWELL" are one."""
    alone = {name[0] for name in names if len(name) == 1}
    return Counter(name[-1] if name[-1] in alone else " ".join(name) for name in names)


def _role(text: str, label: Label, words: LayoutWords) -> str:
    name = text[slice(*label.name)].casefold().strip(" .0123456789")
    return "asks" if name in words.questioners else "answers" if name in words.answerers else ""
