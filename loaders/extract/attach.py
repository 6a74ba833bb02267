"""Which event a quote was said at, and so when.

Tried in this order; the first that fits decides, and says so:

    1  a posting with a date of its own ("— Name (@account) 3 March 2021"): said then
    2  the happening that the quote's own sentence tells, where the speaker takes part in it
    3  the last happening told before it in which the speaker takes part; in news a main one or of the same paragraph
    4  the first main happening of the document, if the speaker takes part in it
    5  none: said by the time the document was published
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from loaders.records import Document, Mention, Quote, TimeExpression, day_of

POSTING_TAIL = 160
"""Characters after a posting in which its author and date stand."""

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


def find_occasion(
    quote: Quote, mentions: Sequence[Mention], dates: Sequence[TimeExpression], document: Document
) -> Occasion:
    """The occasion of one quote of a document."""
    posted = _posting_date(quote, dates, document.text)
    if posted is not None and posted.interval is not None:
        how = f"the posting's own date, “{posted.text}”"
        return Occasion(None, *posted.interval, posted.precision, posted.edtf, how)
    index, how = _mention_of(quote, mentions, document.text)
    if index is not None:
        mention = mentions[index]
        return Occasion(index, mention.start, mention.end, mention.precision, mention.edtf, how)
    if document.published is None:
        return Occasion(None, None, None, None, None, "not known: neither an event nor the document dates it")
    how = "the day the document was published; it names no occasion"
    return Occasion(None, *day_of(document.published), "day", document.published.date().isoformat(), how)


def _posting_date(quote: Quote, dates: Sequence[TimeExpression], text: str) -> TimeExpression | None:
    tail = text[quote.end : quote.end + POSTING_TAIL]
    handle = tail.find("(@")
    if handle < 0 or any(mark in tail[:handle] for mark in "\n.!?") or "—" not in tail[:handle]:
        return None
    first, last = quote.end + handle, quote.end + POSTING_TAIL
    exact = (date for date in dates if first <= date.start < last and date.interval and date.precision not in SPEAKING)
    return next(exact, None)


def _mention_of(quote: Quote, mentions: Sequence[Mention], text: str) -> tuple[int | None, str]:
    fitting = [
        (index, mention)
        for index, mention in enumerate(mentions)
        if mention.precision not in SPEAKING and mention.status == "happened"
    ]
    inside = [(index, m) for index, m in fitting if any(s < quote.end and quote.start < e for s, e in m.sentences)]
    taking_part = [(index, m) for index, m in fitting if quote.speaker and quote.speaker in m.leaders]
    told = [pair for pair in inside if pair in taking_part]
    if told:
        return told[0][0], "the event that the same passage tells, in which the speaker takes part"
    is_news = any(m.main for m in mentions)
    before = [(index, m) for index, m in taking_part if _leads_to(m, quote, text, is_news)]
    if before:
        last = max(before, key=lambda pair: (pair[1].sentences[0][0], pair[1].main))
        return last[0], "the last event told before it in which the speaker takes part"
    main = [(index, m) for index, m in fitting if m.main][:1]
    if main and main[0] in taking_part:
        return main[0][0], "the event that the document is about, in which the speaker takes part"
    return None, ""


def _leads_to(mention: Mention, quote: Quote, text: str, is_news: bool) -> bool:
    """Whether the text can go from the happening on to the words; news does not from a look back a paragraph ago."""
    start, end = mention.sentences[0]
    between = text[end : quote.start]
    near = "\n" not in between or not any(letter.isalnum() for letter in between)
    return start <= quote.start and (mention.main or not is_news or near)
