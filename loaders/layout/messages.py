"""Mails and letters in a text, forwarded or answered: each says from whom it is and when it was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.layout.words import LayoutWords, layout_words
from loaders.records import Span

FEWEST = 2
"""A head has so many labels at least, of which one says from whom and one when."""
LONGEST = 300
"""Characters of a line of a head."""

_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"[>\s*_|]{0,12}([^\W\d_][\w -]{0,20}?)[*_]*\s*[:：][*_]*[ \t]*(\S[^\n]*)")


@dataclass(frozen=True, slots=True)
class Message:
    """A mail or letter within a text; `body` begins after its head and ends where the next head begins."""

    head: Span
    body: Span
    sender: Span
    sent: Span
    """The words that say when."""


def find_messages(text: str, words: LayoutWords | None = None) -> tuple[Message, ...]:
    """The messages in order; none where no line says both from whom and when.

    >>> text = "From: Ana Ruiz\\nSent: 3 May 2021\\n\\nWe signed today."
    >>> [text[slice(*one.sent)] for one in find_messages(text)]
    ['3 May 2021']
    """
    words = words or layout_words()
    if not (_sender_pattern(words).search(text) or _answered_pattern(words).search(text)):
        return ()
    heads = list(_heads(text, words))
    starts = [head[0] for head, _, _ in heads]
    return tuple(
        Message(head, (head[1], end), sender, sent)
        for (head, sender, sent), end in zip(heads, [*starts[1:], len(text)], strict=False)
    )


@lru_cache(maxsize=2)
def _sender_pattern(words: LayoutWords) -> re.Pattern[str]:
    """Finds a line that says from whom; most texts have none, and are not cut into lines."""
    return re.compile(
        rf"^[>\s*_|]{{0,12}}(?:{'|'.join(map(re.escape, sorted(words.mail_sender)))})[*_]*\s*[:：]", re.I | re.M
    )


@lru_cache(maxsize=2)
def _answered_pattern(words: LayoutWords) -> re.Pattern[str]:
    """The line above a mail that is answered: "On Thu, Mar 3, 2016 at 5:15 PM, Ben Rock wrote:"."""
    opens, wrote = ("|".join(map(re.escape, sorted(some))) for some in (words.mail_opens, words.mail_wrote))
    return re.compile(
        rf"^[> \t]{{0,12}}(?:{opens})\s(?P<sent>[^\n]{{0,80}}?\d{{4}}[^\n]{{0,60}}?)"
        rf",?\s(?P<sender>[^\n,\d]{{2,80}}?)\s(?:{wrote})\s*[:：][ \t]*$",
        re.I | re.M,
    )


def _heads(text: str, words: LayoutWords) -> Iterator[tuple[Span, Span, Span]]:
    labels: dict[str, Span] = {}
    start = end = 0
    answered = _answered_pattern(words)
    for line in _LINE.finditer(text):
        if len(line.group()) <= LONGEST and (above := answered.match(line.group())):
            yield from _head(labels, (start, end))
            labels, at = {}, line.start()
            sender, sent = ((at + above.start(name), at + above.end(name)) for name in ("sender", "sent"))
            yield line.span(), sender, sent
            continue
        label = _LABEL.match(line.group()) if len(line.group()) <= LONGEST else None
        kind = _kind(label[1].casefold(), words) if label else ""
        parted = text.count("\n", end, line.start()) > 2
        ends = parted or kind in labels or (not kind and line.group().strip(">*_ \t"))
        if labels and ends:
            yield from _head(labels, (start, end))
            labels = {}
        if label and kind and kind not in labels:
            start = start if labels else line.start()
            labels[kind], end = (line.start() + label.start(2), line.start() + label.end(2)), line.end()
    yield from _head(labels, (start, end))


def _head(labels: dict[str, Span], head: Span) -> Iterator[tuple[Span, Span, Span]]:
    if len(labels) >= FEWEST and "sender" in labels and "sent" in labels:
        yield head, labels["sender"], labels["sent"]


def _kind(label: str, words: LayoutWords) -> str:
    if label in words.mail_sender:
        return "sender"
    if label in words.mail_sent:
        return "sent"
    return label if label in words.mail_other else ""
