"""Lines about a picture, and who took it: they stand beside the text, and what they date is the picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from loaders.layout.sentences import split_paragraphs
from loaders.layout.words import layout_words
from loaders.records import Span

LONGEST = 700
"""Characters of a caption; a paragraph that is longer tells of more than a picture."""
_OPENING = 300
"""Characters of a caption in which it says "in this file photo"."""
_TAIL = 90
"""Characters at the end of a caption in which it is said who took the picture."""


def find_captions(text: str, paragraphs: Sequence[Span] | None = None) -> list[Span]:
    """The paragraphs that tell of a picture, in order; also the one below a line that only says so ("Image caption")."""
    spans = split_paragraphs(text) if paragraphs is None else paragraphs
    found: list[Span] = []
    heads = layout_words().caption_heads
    below = False
    for start, end in spans:
        if below or is_caption(text, (start, end)):
            found.append((start, end))
        below = text[start:end].strip(" *_:").casefold() in heads
    return found


def is_caption(text: str, block: Span) -> bool:
    """Whether a paragraph opens as captions do, says in which picture its people are, or ends with who took it.

    >>> text = "In this June 13, 2000 file photo, Oda Lien opens the pier."
    >>> is_caption(text, (0, len(text)))
    True
    """
    start, end = block
    if end - start > LONGEST:
        return False
    folded = text[start:end].casefold()
    if not any(word in folded for word in _mentions()):
        return False
    return (
        _label().match(text, start, end) is not None
        or _dated_picture().match(text, start, end) is not None
        or _picture().search(text, start, min(end, start + _OPENING)) is not None
        or _credit().search(text, max(start, end - _TAIL), end) is not None
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def _mentions() -> tuple[str, ...]:
    """Words of which a caption has one; few paragraphs do, and the others are done."""
    words = layout_words()
    return tuple(sorted(words.caption_labels | words.pictures | words.picture_agencies))


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """ "FILE - ", "Photo: ", "Image caption The pier" at the beginning, where it is more than a word of prose."""
    labels = layout_words().caption_labels
    several = _any(label for label in labels if " " in label)
    return re.compile(
        rf"[*_(\[\s]{{0,4}}(?:(?:{_any(labels)})[*_)\]]{{0,3}}\s*(?:[:：|–—]|-\s|$)|(?:{several})[ \t])", re.I
    )


@lru_cache(maxsize=1)
def _picture() -> re.Pattern[str]:
    """ "… are seen in this 3 May 2000 file photo" """
    words = layout_words()
    return re.compile(rf"\b(?:{_any(words.picture_openers)})\s[^\n“”\"]{{0,80}}?\b(?:{_any(words.pictures)})\b", re.I)


@lru_cache(maxsize=1)
def _dated_picture() -> re.Pattern[str]:
    """ "This May 2000 photo shows" at the beginning."""
    words = layout_words()
    pictures = _any(words.pictures)
    return re.compile(
        rf"(?:{_any(words.picture_starts)})\s[^\n“”\"]{{0,40}}?\d[^\n“”\"]{{0,40}}?\b(?:{pictures})\b", re.I
    )


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    """ "Photo: Ana Ruiz/Lima Pictures", "(Photo by Ana Ruiz)", "Lima/Getty Images" at the end."""
    words = layout_words()
    pictures = _any(words.pictures)
    return re.compile(
        rf"\b(?:{pictures})\s?[:：/]\s?[^.!?:\n]{{1,70}}\.?$|[(\[][^()\n]{{0,20}}\b(?:{pictures})\b[^()\n]{{0,60}}[)\]]\.?$"
        rf"|\b(?:{_any(words.picture_agencies)})\s?[)\]]?\.?$",
        re.I,
    )
