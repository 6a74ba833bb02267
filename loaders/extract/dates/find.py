"""Every time expression of a text, in order, resolved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime

from loaders.extract.dates import absolute, relative, uncounted
from loaders.extract.dates.anchors import first_context, tells
from loaders.extract.dates.grammar import Match, matches_at
from loaders.extract.dates.lexicon import Lexicon, lexicon
from loaders.extract.dates.reading import Context, Reading
from loaders.extract.dates.timex import read_value
from loaders.extract.dates.tokens import Tokens, read_tokens
from loaders.records import TimeExpression

READERS: Mapping[str, Callable[[Match, Context], list[Reading]]] = {
    "calendar": absolute.read_calendar,
    "numeric": absolute.read_numeric,
    "month": absolute.read_month,
    "year": absolute.read_year,
    "part_of_year": absolute.read_part_of_year,
    "season": absolute.read_season,
    "decade": absolute.read_decade,
    "century": absolute.read_century,
    "era": absolute.read_era,
    "days": absolute.read_days,
    "year_range": absolute.read_year_range,
    "months": absolute.read_months,
    "clock": absolute.read_clock,
    "bare_part": absolute.read_bare_part,
    "weekend": relative.read_weekend,
    "holiday": absolute.read_holiday,
    "weekday": relative.read_weekday,
    "every_weekday": relative.read_every_weekday,
    "day_word": relative.read_day_word,
    "part_of_day": relative.read_part_of_day,
    "unit_of_calendar": relative.read_unit,
    "told_unit": relative.read_told_unit,
    "ago": relative.read_ago,
    "beside": relative.read_beside,
    "later": relative.read_later,
    "duration": uncounted.read_duration,
    "every": uncounted.read_every,
    "vague": uncounted.read_vague,
    "vague_in_history": uncounted.read_vague_in_history,
    "unit_in_message": uncounted.read_unit_in_message,
    "anniversary": uncounted.read_anniversary,
}
"""Meaning of a pattern in dates.yaml -> the function that reads it."""


def find_dates(text: str, anchor: datetime | date | None, language: str = "en") -> list[TimeExpression]:
    """The time expressions of a text, sorted by place, none overlapping.

    `anchor` is the document's creation time. A language without words gives an empty list.

    >>> [(found.text, found.value) for found in find_dates("They met on Wednesday.", date(2023, 8, 25))]
    [('Wednesday', '2023-08-23')]
    """
    words = lexicon(language)
    if words is None:
        return []
    creation = _as_datetime(anchor)
    tokens = read_tokens(text, words)
    context = first_context(tokens, words, creation)
    return list(_expressions(tokens, words, context))


def _as_datetime(anchor: datetime | date | None) -> datetime | None:
    if anchor is None:
        return None
    if isinstance(anchor, datetime):
        return anchor.replace(tzinfo=None)
    return datetime(anchor.year, anchor.month, anchor.day)


def _expressions(tokens: Tokens, words: Lexicon, context: Context) -> Iterable[TimeExpression]:
    at = 0
    for run in words.run.finditer(tokens.codes):
        at, end = max(at, run.start()), run.end()
        while at < end and (found := words.starts.search(tokens.codes, at, end)):
            at = found.start()
            for match in matches_at(tokens, words, at, end):
                context.match = match
                readings = READERS[match.rule.meaning](match, context)
                if readings:
                    yield from (_expression(match, reading, context) for reading in readings)
                    at = match.after
                    break
            else:
                at += 1


def _expression(match: Match, reading: Reading, context: Context) -> TimeExpression:
    tokens = match.tokens
    first = match.first if reading.first is None else reading.first
    after = match.after if reading.after is None else reading.after
    start, end = tokens.starts[first], tokens.ends[after - 1]
    written = tokens.text[start:end]
    span = read_value(reading.value, reading.edge)
    problem = reading.problem
    if problem is None and span.interval is None:
        problem = "lies outside the years 1 to 9999" if reading.value.startswith("BC") else "cannot be placed in time"
    if tells(match, reading, context):
        context.tell(written, reading.value)
    how = (match.rule.name, *reading.how)
    placed = problem is None
    return TimeExpression(
        start, end, written, reading.type, reading.value, span.interval if placed else None,
        span.precision if placed else None, span.edtf, how, reading.anchor, problem,
    )  # fmt: skip
