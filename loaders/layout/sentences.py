"""Paragraphs and sentences as spans of the text, shared by all finders.

Nothing here knows a language, except that an abbreviation's full stop does not end a sentence: those of all languages
stand in `data/vocabulary/<language>/sentences.yaml` and are used together, so that a quotation in another language
splits as well as the text around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from loaders.layout.labels import opens_turn
from loaders.records import Span
from loaders.vocabulary import FOLDER, words

OPENING = "\"'“‘«„‚‹「『([{*_"
CLOSING = "\"'”’»“‘›」』)]}*_"

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
# A stop, the marks that close after it, and what must follow: a blank, the end, or (after a CJK stop) anything.
_STOP = re.compile(
    r"(?:[.!?…]+|[。！？]+)(?:[ \u00a0\u202f]»(?!\w))?[\"'”’»“‘›」』)\]}*_]*(?:\[(?:\d{1,3}|[a-z]{1,2})\](?::\d{1,4})?)*"
)
"""With the numbers of notes behind it ("…closed.[20][21]"), after which a sentence may follow without a blank."""
_CJK_STOPS = frozenset("。！？")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»()\[\]*_,;:—–]+\Z")
_ITEM = re.compile(r"\||[*•·‣+-][ \t]+\S|#{1,6}[ \t]")
_HEADING = re.compile(r"#{1,6}[ \t]|\|")
"""What begins a row, an item or a heading of its own, and what ends with its line."""
_HARD_WRAP = (50, 100)
"""Lines of a text that was wrapped by hand are about this long."""
LONGEST_SENTENCE = 3_000
"""Characters. What goes on longer without a stop is a list or a broken text, and is cut at a blank: finders look at every
two words of a sentence, and 160 kB of "said " took 18 s as one. The longest of 53,000 sentences of news has 2,700."""


def split_paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs, without blanks at either end.

    Blank lines part paragraphs, and so does a single line break, unless the text was wrapped by hand: then the next
    line's first word would not have fitted on the line.
    """
    paragraphs = []
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        paragraphs += _split_lines(text, start, gap.start())
        start = gap.end()
    return paragraphs + _split_lines(text, start, len(text))


def split_sentences(text: str, paragraphs: Sequence[Span] | None = None) -> list[Span]:
    """Spans of the sentences in order, without blanks at either end; none crosses a paragraph or goes on for pages.

    `paragraphs` are those of the text, where they are known.

    >>> text = 'Mr. Li left on Sept. 4. “We agree.” He waved.'
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Mr. Li left on Sept. 4.', '“We agree.”', 'He waved.']
    """
    spans = split_paragraphs(text) if paragraphs is None else paragraphs
    sentences = (sentence for paragraph in spans for sentence in _split_paragraph(text, *paragraph))
    return [part for sentence in sentences for part in _parts(text, *sentence)]


def span_at(spans: Sequence[Span], offset: int) -> int:
    """The index of the span that covers the offset, or of the last one that starts before it; -1 before the first."""
    return bisect_right(spans, offset, key=itemgetter(0)) - 1


def trim(text: str, start: int, end: int) -> Span:
    """The span without blanks at either end."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _split_lines(text: str, start: int, end: int) -> list[Span]:
    lines: list[Span] = []
    at = start
    while at <= end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        line = trim(text, at, stop)
        if line[0] < line[1]:
            lines.append(line)
        at = stop + 1
    width = max((line_end - line_start for line_start, line_end in lines), default=0)
    wrapped = len(lines) > 1 and _HARD_WRAP[0] <= width <= _HARD_WRAP[1]
    paragraphs: list[Span] = []
    for line_start, line_end in lines:
        if paragraphs and wrapped and _was_full(text, lines, paragraphs[-1][1], line_start, width):
            paragraphs[-1] = (paragraphs[-1][0], line_end)
        else:
            paragraphs.append((line_start, line_end))
    return paragraphs


def _was_full(text: str, lines: list[Span], previous_end: int, line_start: int, width: int) -> bool:
    """Whether the line that ends at `previous_end` had no room for the next line's first word.

    A line that begins with who speaks was never wrapped ("MINISTER: Yes."), nor was a row of a table or an item of a list.
    """
    previous = lines[span_at(lines, previous_end - 1)][0]
    if _ITEM.match(text, line_start) or _HEADING.match(text, previous):
        return False
    line_end = text.find("\n", line_start)
    if opens_turn(text, (line_start, line_end if line_end >= 0 else len(text))):
        return False
    previous_start = lines[span_at(lines, previous_end - 1)][0]
    word_end = line_start
    while word_end < len(text) and not text[word_end].isspace() and word_end - line_start < width:
        word_end += 1
    return previous_end - previous_start + 1 + word_end - line_start > width


def _split_paragraph(text: str, start: int, end: int) -> list[Span]:
    sentences = []
    at = start
    for stop in _STOP.finditer(text, start, end):
        after = stop.end()
        if after >= end:
            break
        if after <= at or not _ends_sentence(text, stop, end):
            continue
        sentence = trim(text, at, after)
        if sentence[0] < sentence[1]:
            sentences.append(sentence)
        at = after
    last = trim(text, at, end)
    return [*sentences, last] if last[0] < last[1] else sentences


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, in parts where it is longer than LONGEST_SENTENCE; without a blank it is cut in the word."""
    while end - start > LONGEST_SENTENCE:
        blank = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        cut = blank if blank > 0 else start + LONGEST_SENTENCE
        part = trim(text, start, cut)
        if part[0] < part[1]:
            yield part
        start = trim(text, cut, end)[0]
    yield start, end


def _ends_sentence(text: str, stop: re.Match[str], end: int) -> bool:
    after = stop.end()
    if text[stop.start()] in _CJK_STOPS:
        return True
    if not (text[after].isspace() or (text[after - 1] == "]" and text[after].isupper())):
        return False
    opener = after
    while opener < end and (text[opener].isspace() or text[opener] in OPENING):
        opener += 1
    if opener >= end:
        return True
    following = text[opener]
    if following.islower() or following in ",;:)":
        return False
    return stop.group()[:2].rstrip(CLOSING) != "." or not _abbreviated(text, stop.start(), opener, end)


def _abbreviated(text: str, stop: int, following: int, end: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it, with more of the sentence to come."""
    before = _WORD_BEFORE.search(text, max(0, stop - 24), stop)
    if before is None:
        return False
    word = before.group().casefold()
    always, inside, numeric, starters = _abbreviations()
    if word in always:
        return True
    initial = len(word) == 1 and before.group().isupper() and word.isalpha()
    if word in numeric and not initial:
        return text[following].isdigit()
    if initial and text[following - 1].isspace():
        # "J. Smith", but "Plan B. The", where a word that opens sentences follows.
        return _word_at(text, following, end) not in starters
    if word in inside or ("." in word and word.replace(".", "").isalpha()):
        return text[following] not in OPENING and _word_at(text, following, end) not in starters
    return False


def _word_at(text: str, start: int, end: int) -> str:
    stop = start
    while stop < end and stop - start < 24 and text[stop].isalpha():
        stop += 1
    return text[start:stop].casefold()


@lru_cache(maxsize=1)
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    lists: dict[str, set[str]] = {"always": set(), "inside": set(), "numeric": set(), "starters": set()}
    for folder in sorted(FOLDER.iterdir() if FOLDER.is_dir() else ()):
        for key, entries in words(folder.name, "sentences").items() if folder.is_dir() else ():
            lists[key].update(str(entry).casefold() for entry in entries)
    return tuple(frozenset(entries) for entries in lists.values())  # type: ignore[return-value]
