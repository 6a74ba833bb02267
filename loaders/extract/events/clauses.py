"""A sentence as clauses, so that a date goes with its own verb and a person with his or her own deed.

There is no parser. A clause begins at words that open one ("that", "after", "while"), at a semicolon, colon or dash;
words set in between ("…, who is also party leader, …", brackets, quotations) are clauses of their own and the clause
around them goes on after them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.extract.events.lexicon import WORD, EventWords
from loaders.records import Span

AHEAD = 60
"""Within so many characters stands the verb of a clause that begins with a date."""
TIE = 8
"""So many characters hold a preposition with its blanks."""
SOURCE = 8
"""A source named at the end of a sentence takes fewer words."""

_STOPS = re.compile(r"(?<!\d),|,(?!\d)|[;:()\[\]，；：（）]|\s[–—-]+\s|—")
_BLANK = re.compile(r"\W*")
COMMAS = (",", "，")


@dataclass(frozen=True, slots=True)
class Clause:
    """Pieces of a sentence that belong together, in the order of the text."""

    pieces: tuple[Span, ...]
    quoted: bool = False
    """Whether it stands in a quotation."""

    @property
    def start(self) -> int:
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        return self.pieces[-1][1]

    def holds(self, span: Span) -> bool:
        """Whether the span begins in the clause."""
        return any(start <= span[0] < end for start, end in self.pieces)

    def words(self, text: str) -> str:
        return " ".join(text[start:end] for start, end in self.pieces)


def split_clauses(
    folded: str, sentence: Span, words: EventWords, quotations: Iterable[Span] = (), dates: Iterable[Span] = ()
) -> list[Clause]:
    """The clauses of a sentence of a folded text, by their beginnings; together they cover it.

    Words right before a date open none ("after the vote" does, "after 2003" does not).
    """
    cutter = _Cutter(folded, sentence[0], words)
    times = list(dates)
    date_starts = {start for start, _ in times}
    marks = _marks(folded, sentence, words, quotations)
    marks += _sources(folded, sentence, words)
    marks += _second_verbs(folded, sentence, words, times)
    marks += _participles(folded, sentence, words, times)
    for start, end, mark in sorted(marks):
        if mark != "opener" or _next_word(folded, end) not in date_starts:
            cutter.meet(start, end, mark)
    return cutter.finish(sentence[1])


def _marks(folded: str, sentence: Span, words: EventWords, quotations: Iterable[Span]) -> list[tuple[int, int, str]]:
    start, end = sentence
    hits = (hit for hit in words.breaks.scan(folded, start, end) if hit[2] != "facing")
    found = [hit for hit in hits if hit[2] != "inner" or hit[0] > start]
    found = [(first, last, "opener" if mark == "inner" else mark) for first, last, mark in found]
    for stop in _STOPS.finditer(folded, start, end):
        found.append((stop.start(), stop.end(), stop.group().strip()))
    for first, last in quotations:
        if first < end and last > start:
            found += [(max(first, start), max(first, start), '"'), (min(last, end), min(last, end), '"')]
    return found


def _sources(folded: str, sentence: Span, words: EventWords) -> list[tuple[int, int, str]]:
    """A break before the source that a sentence names at its end: "He will leave, the ministry said on Friday"."""
    found = []
    for at, _, _ in words.attributing.scan(folded, *sentence):
        start, end = max(sentence[0], at - 4 * AHEAD), min(sentence[1], at + 2 * AHEAD)
        comma = max(folded.rfind(mark, start, at) for mark in COMMAS)
        told = [match.group() for match in WORD.finditer(folded, start, max(comma, start))]
        between, after = len(folded[comma + 1 : at].split()), len(folded[at:end].split())
        if (0 < between < SOURCE or (between == 0 and after < SOURCE)) and any(words.is_verb(word) for word in told):
            found.append((comma + 1, comma + 1, ";"))
    return found


def _participles(folded: str, sentence: Span, words: EventWords, dates: Sequence[Span]) -> list[tuple[int, int, str]]:
    """A break after the first comma where a participle with a date of its own says more of what stands before it.

    "Ann Lee, elected in 2004, closed the port"; "She saw the bridge, built in 2004."
    """
    comma = min((at for mark in COMMAS if (at := folded.find(mark, *sentence)) >= 0), default=-1)
    word = WORD.search(folded, comma + 1, sentence[1]) if comma >= 0 else None
    if word is None or not words.is_past(word.group()) or word.group() in words.passive | words.auxiliaries:
        return []
    date = next((date for date in dates if 0 <= date[0] - word.end() < TIE), None)
    if date is None:
        return []
    rest = folded[date[1] : sentence[1]].strip()
    told = [match.group() for match in WORD.finditer(folded, sentence[0], comma)]
    after = WORD.match(rest[1:].lstrip())
    goes_on = rest.startswith(COMMAS) and after is not None and words.is_verb(after.group())
    ends = not WORD.search(rest) and any(words.is_verb(word) for word in told)
    return [(comma + 1, comma + 1, "aside")] if goes_on or ends else []


def _second_verbs(folded: str, sentence: Span, words: EventWords, dates: Sequence[Span]) -> list[tuple[int, int, str]]:
    """A break before a second deed: one with a subject of its own, or with a date where the first has one too."""
    found = []
    for start, end, _ in words.joining.scan(folded, *sentence):
        own_date = _has_own_date(folded, sentence, (start, end), words, dates)
        if own_date or _has_own_subject(folded, sentence, (start, end), words):
            found.append((start, start, ";"))
    return found


def _has_own_subject(folded: str, sentence: Span, joint: Span, words: EventWords) -> bool:
    """Whether what follows a comma and "and" tells something of somebody else ("…, and Bo Zhao took his place")."""
    start, end = joint
    if not folded[sentence[0] : start].rstrip().endswith(COMMAS):
        return False
    before = [match.group() for match in WORD.finditer(folded, max(sentence[0], start - 2 * AHEAD), start)]
    stop = _STOPS.search(folded, end, min(sentence[1], end + AHEAD))
    after = [
        match.group() for match in WORD.finditer(folded, end, stop.start() if stop else min(sentence[1], end + AHEAD))
    ]
    has_verbs = any(words.is_verb(word) for word in before) and any(words.is_verb(word) for word in after[1:])
    return has_verbs and not words.is_verb(after[0])


def _has_own_date(folded: str, sentence: Span, joint: Span, words: EventWords, dates: Sequence[Span]) -> bool:
    """Whether a second verb stands there, and dates on both sides ("came on Monday and left on Friday")."""
    start, end = joint
    if len(dates) < 2 or not (dates[0][1] <= start and end <= dates[-1][0]):
        return False
    following = [match.group() for match in WORD.finditer(folded, end, min(sentence[1], end + AHEAD))]
    next_date = bisect_right(dates, (end, sentence[1]))
    if next_date == len(dates) or dates[next_date][0] - end >= TIE:
        following = following[1:2] if following[:1] and following[0] in words.between else following[:1]
    return any(words.is_verb(word) for word in following)


class _Cutter:
    """Goes through the marks of one sentence and deals out its pieces to clauses."""

    def __init__(self, folded: str, start: int, words: EventWords) -> None:
        self.folded = folded
        self.words = words
        self.at = start
        self.words_from = start
        self.pieces: dict[int, list[Span]] = {}
        self.current = 0
        self.last = 0
        self.after_comma: int | None = None
        self.waiting: int | None = None
        """The same around what is quoted."""
        self.around: list[int] = []
        self.quoted: set[int] = set()
        self.in_quote = False

    def meet(self, start: int, end: int, mark: str) -> None:
        if mark == '"':
            self._quote(start)
        elif mark == "opener":
            self._open(start, end)
        elif mark == "aside":
            resume = self.current if self.after_comma is None else self.after_comma
            self._turn(start, self._new())
            self.after_comma = resume
        elif mark in COMMAS:
            if self.after_comma is not None:
                resume, self.after_comma = self.after_comma, None
                self._turn(end, resume)
        elif mark in "([（":
            self.around.append(self.current)
            self._turn(start, self._new())
        elif mark in ")]）":
            if self.around:
                self._turn(end, self.around.pop())
        else:
            if start < end:
                self.after_comma = None
            self._turn(end, self._new())

    def finish(self, end: int) -> list[Clause]:
        self._turn(end, self.current)
        found = [Clause(tuple(pieces), number in self.quoted) for number, pieces in self.pieces.items()]
        return sorted(found, key=lambda clause: clause.start)

    def _open(self, start: int, end: int) -> None:
        """A clause at whose beginning another opens ("After talks on Monday, he left") goes on after the comma.

        So does one that has told nothing yet ("In 1996, after the sale, he left").
        """
        before = self.folded[max(self.at, self.words_from) : start]
        first = self.current not in self.pieces
        if first and (
            _BLANK.fullmatch(before) or (before.rstrip()[-1:] in COMMAS and not self.words.tells_past(before))
        ):
            self.after_comma = self.current
        else:
            self.after_comma = None
        self._turn(start, self._new())
        self.words_from = end

    def _quote(self, at: int) -> None:
        """What is quoted is a clause, after which the one around it goes on.

        A comma that belongs after it may stand within it (`who led "the free sailors," died`).
        """
        if not self.in_quote:
            self.waiting, self.after_comma = self.after_comma, None
            self.around.append(self.current)
            self._turn(at, self._new())
        elif self.around:
            resume = self.around.pop()
            self.after_comma, self.waiting = self.waiting, None
            if self.after_comma is not None and self.folded[:at].rstrip("\"'”’»")[-1:] in COMMAS:
                resume, self.after_comma = self.after_comma, None
            self._turn(at, resume)
        self.in_quote = not self.in_quote

    def _new(self) -> int:
        self.last += 1
        return self.last

    def _turn(self, at: int, clause: int) -> None:
        if at > self.at:
            self.pieces.setdefault(self.current, []).append((self.at, at))
            if self.in_quote:
                self.quoted.add(self.current)
            self.at = at
        self.current = clause


def _next_word(folded: str, at: int) -> int:
    while at < len(folded) and folded[at].isspace():
        at += 1
    return at


def clause_of(clauses: Sequence[Clause], span: Span) -> int:
    """The number of the clause in which the span begins."""
    for number, clause in enumerate(clauses):
        if clause.holds(span):
            return number
    return 0
