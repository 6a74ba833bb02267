"""Which event a quote was said at, and so when.

Tried in this order; the first that fits decides, and says so:

    1  a posting with a date of its own ("— Name (@account) 3 March 2021"): said then
    2  the happening that the quote's own sentence tells, where the speaker takes part in it; a statement even where the
       sentence names a year ("…,” Ruiz said in 2001) or nobody who is known
    3  the last happening told before it in which the speaker takes part; in news a main one or of the same paragraph
    4  the first main happening of the document, if the speaker takes part in it
    5  the date words directly behind the cue ("…,” Ruiz said in 2001"), where they date no happening
    6  none: said by the time the document was published
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from loaders.records import Document, Mention, Quote, TimeExpression, day_of

POSTING_TAIL = 160
"""Characters after a posting in which its author and date stand."""

AT_CUE = 12
"""Characters between a cue and the date words that belong to it."""

_LETTER = re.compile(r"[^\W_]")

STATEMENT = "statement"
SPEAKING = frozenset({"year", "decade", "century", "season"})
"""Precisions too coarse to date words by: nobody speaks for a year."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a quote was said: the index of the mention, or None, with the date and the reason."""

    mention: int | None
    start: datetime | None
    end: datetime | None
    precision: str | None
    edtf: str | None
    how: str


def find_occasions(
    quotes: Iterable[Quote], mentions: Sequence[Mention], dates: Sequence[TimeExpression], document: Document
) -> list[Occasion]:
    """The occasion of each quote of a document."""
    told = _Told(mentions, document.text)
    starts = [date.start for date in dates]
    return [_occasion(quote, told, dates, starts, document) for quote in quotes]


def _occasion(
    quote: Quote, told: _Told, dates: Sequence[TimeExpression], starts: Sequence[int], document: Document
) -> Occasion:
    posted = _posting_date(quote, dates, starts, document.text)
    if posted is not None and posted.interval is not None:
        how = f"the posting's own date, “{posted.text}”"
        return Occasion(None, *posted.interval, posted.precision, posted.edtf, how)
    index, how = told.mention_of(quote)
    if index is not None:
        mention = told.mentions[index]
        return Occasion(index, mention.start, mention.end, mention.precision, mention.edtf, how)
    beside = _date_at_cue(quote, dates, starts, document.text)
    if beside is not None and beside.interval is not None:
        return Occasion(
            None, *beside.interval, beside.precision, beside.edtf, f"“{beside.text}”, beside the “{quote.cue}”"
        )
    if document.published is None:
        return Occasion(None, None, None, None, None, "not known: neither an event nor the document dates it")
    day = day_of(document.published)
    how = "the day the document was published; it names no occasion"
    return Occasion(None, *day, "day", day[0].date().isoformat(), how)


def _posting_date(
    quote: Quote, dates: Sequence[TimeExpression], starts: Sequence[int], text: str
) -> TimeExpression | None:
    tail = text[quote.end : quote.end + POSTING_TAIL]
    handle = tail.find("(@")
    if handle < 0 or any(mark in tail[:handle] for mark in "\n.!?") or "—" not in tail[:handle]:
        return None
    first, after = bisect_left(starts, quote.end + handle), bisect_left(starts, quote.end + POSTING_TAIL)
    return next((date for date in dates[first:after] if date.interval and date.precision not in SPEAKING), None)


def _date_at_cue(
    quote: Quote, dates: Sequence[TimeExpression], starts: Sequence[int], text: str
) -> TimeExpression | None:
    """The date words directly behind the cue, with a small word between at most, and outside of what is said."""
    if quote.cue_span is None:
        return None
    place = bisect_left(starts, quote.cue_span[1])
    date = dates[place] if place < len(dates) else None
    if date is None or date.interval is None or date.start - quote.cue_span[1] > AT_CUE:
        return None
    first, last = quote.statement
    between = text[quote.cue_span[1] : date.start].strip()
    return date if between.isalpha() and not first <= date.start < last else None


def _is_dated_by(mention: Mention, quote: Quote) -> bool:
    """Whether the words that date a happening are among what is said: “Ruiz praised them for winning the vote of 3 May”."""
    return mention.date is not None and quote.start <= mention.date.start < quote.end


class _Told:
    """What a document tells, laid out once by place and by person, so that no quote goes through all of it."""

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self.mentions, self.text = mentions, text
        self.is_news = any(mention.main for mention in mentions)
        fitting = [i for i, m in enumerate(mentions) if m.precision not in SPEAKING and m.status == "happened"]
        self.stated = sorted(
            (start, end, index)
            for index, mention in enumerate(mentions)
            if mention.event_type == STATEMENT and mention.status == "happened" and mention.precision in SPEAKING
            for start, end in mention.sentences
        )
        """Statements that only a year or so dates, by their sentences."""
        self.first_main = next((index for index in fitting if mentions[index].main), None)
        sentences = sorted((end, start, index) for index in fitting for start, end in mentions[index].sentences)
        self.sentence_ends = [end for end, _, _ in sentences]
        self.sentences = [(start, index) for _, start, index in sentences]
        self.newlines = [match.start() for match in re.finditer("\n", text)]
        self.of_person: dict[tuple[str, bool], list[tuple[int, int]]] = {}
        """(leader_id, whether it is a main one) -> beginning and negative index of each happening, in order."""
        for index in fitting:
            for leader_id in set(mentions[index].leaders):
                told = self.of_person.setdefault((leader_id, mentions[index].main), [])
                told.append((mentions[index].sentences[0][0], -index))
        for told in self.of_person.values():
            told.sort()

    def mention_of(self, quote: Quote) -> tuple[int | None, str]:
        """The happening at which a quote was said, and why; None where none fits."""
        if not quote.speaker:
            return None, ""
        if (stated := self._statement_of(quote)) is not None:
            return stated, "the statement that its own sentence dates"
        inside = [
            index
            for index in self._around(quote)
            if quote.speaker in self.mentions[index].leaders and not _is_dated_by(self.mentions[index], quote)
        ]
        if inside:
            return min(inside), "the event that the same passage tells, in which the speaker takes part"
        last = [found for main in (False, True) if (found := self._last(quote.speaker, main, quote))]
        before = [found for found in last if not _is_dated_by(self.mentions[-found[2]], quote)]
        if before:
            _, _, index = max(before)
            return -index, "the last event told before it in which the speaker takes part"
        main = self.mentions[self.first_main] if self.first_main is not None else None
        if main is not None and quote.speaker in main.leaders and not _is_dated_by(main, quote):
            return self.first_main, "the event that the document is about, in which the speaker takes part"
        return None, ""

    def _statement_of(self, quote: Quote) -> int | None:
        """The statement of a year whose sentence holds the quote's cue, and which is nobody else's."""
        if quote.cue_span is None:
            return None
        place = bisect_right(self.stated, (quote.cue_span[0], len(self.text), 0)) - 1
        if place < 0 or self.stated[place][1] <= quote.cue_span[0]:
            return None
        index = self.stated[place][2]
        date, leaders = self.mentions[index].date, self.mentions[index].leaders
        first, last = quote.statement
        if date is not None and first <= date.start < last:
            return None
        return index if not leaders or quote.speaker in leaders else None

    def _around(self, quote: Quote) -> Iterator[int]:
        """Happenings of which a sentence overlaps the quote; sentences never overlap each other."""
        for place in range(bisect_right(self.sentence_ends, quote.start), len(self.sentences)):
            start, index = self.sentences[place]
            if start >= quote.end:
                return
            yield index

    def _last(self, speaker: str, main: bool, quote: Quote) -> tuple[int, bool, int] | None:
        """The last happening before the quote with the speaker, where the text can go from it on to the words.

        News does not go on from a look back a paragraph ago; where the last one is too far, all before it are.
        """
        told = self.of_person.get((speaker, main), ())
        place = bisect_left(told, (quote.start + 1,)) - 1
        if place < 0:
            return None
        start, index = told[place]
        near = main or not self.is_news or self._is_near(self.mentions[-index].sentences[0][1], quote.start)
        return (start, main, index) if near else None

    def _is_near(self, end: int, start: int) -> bool:
        """Whether no line ends between two places, or nothing but marks stands there."""
        same_line = bisect_left(self.newlines, end) == bisect_left(self.newlines, start)
        return same_line or end >= start or _LETTER.search(self.text, end, start) is None
