"""Every time expression of a text, in order, resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from loaders.extract.dates import (
    calendar_dates,
    day_time,
    day_words,
    days_of_months,
    distances,
    eras,
    named_days,
    numeric_dates,
    relative,
    reported,
    seasons,
    uncounted,
    weekdays,
    years,
)
from loaders.extract.dates.anchors import (
    counted_from_now,
    first_context,
    in_brackets,
    opens_sentence,
    own_date,
    tells,
)
from loaders.extract.dates.context import HISTORY, MESSAGE, Context, Reading
from loaders.extract.dates.embedded import Embedded, embedded_messages
from loaders.extract.dates.eras import name_bare_years
from loaders.extract.dates.grammar import Match, matches_at
from loaders.extract.dates.lexicon import Lexicon, lexicon
from loaders.extract.dates.ranges import join_ranges
from loaders.extract.dates.sections import find_sections
from loaders.extract.dates.timex import read_value
from loaders.extract.dates.tokens import Tokens, read_tokens
from loaders.layout import Layout, as_layout
from loaders.records import TimeExpression

READERS: Mapping[str, Callable[[Match, Context], list[Reading]]] = {
    "calendar": calendar_dates.read_calendar,
    "numeric": numeric_dates.read_numeric,
    "roman_date": numeric_dates.read_roman_date,
    "numeric_of_weekday": numeric_dates.read_numeric_of_weekday,
    "month": calendar_dates.read_month,
    "month_of_line": calendar_dates.read_month_of_line,
    "end_of_month": days_of_months.read_end_of_month,
    "part_of_month": days_of_months.read_part_of_month,
    "weekday_of_month": days_of_months.read_weekday_of_month,
    "year": years.read_year,
    "spoken_year": years.read_spoken_year,
    "part_of_year": seasons.read_part_of_year,
    "season": seasons.read_season,
    "part_a_year_before": reported.read_part_a_year_before,
    "reported_part": reported.read_reported_part,
    "years_figure": reported.read_years_figure,
    "fiscal_year": reported.read_fiscal_year,
    "decade": years.read_decade,
    "century": years.read_century,
    "centuries": years.read_centuries,
    "era": eras.read_era,
    "era_range": eras.read_era_range,
    "day_of_month": days_of_months.read_day_of_month,
    "days": days_of_months.read_days,
    "year_range": years.read_year_range,
    "months": days_of_months.read_months,
    "clock": day_time.read_clock,
    "bare_part": day_time.read_bare_part,
    "weekend": weekdays.read_weekend,
    "holiday": named_days.read_holiday,
    "weekday": weekdays.read_weekday,
    "every_weekday": weekdays.read_every_weekday,
    "day_word": day_words.read_day_word,
    "part_of_day": day_time.read_part_of_day,
    "unit_of_calendar": relative.read_unit,
    "clock_of_day": relative.read_clock_of_day,
    "new_year": relative.read_new_year,
    "told_unit": relative.read_told_unit,
    "ago": distances.read_ago,
    "year_ago": distances.read_year_ago,
    "from_date": distances.read_from_date,
    "beside": distances.read_beside,
    "later": distances.read_later,
    "duration": uncounted.read_duration,
    "every": uncounted.read_every,
    "vague": uncounted.read_vague,
    "vague_in_history": uncounted.read_vague_in_history,
    "unit_in_message": uncounted.read_unit_in_message,
    "anniversary": named_days.read_anniversary,
}
"""Meaning of a pattern in dates.yaml -> the function that reads it."""


CITED = re.compile(r"[\])]\s(?:\d{1,3}\s)?[A-Z]{2}[A-Za-z]{0,6}\s(?:[A-Z][a-z]+\s)?\d")
"""What follows the year of a judgment in brackets: the law report or court by its letters, and a number."""


ADDRESS = re.compile(r"(?:://|\bwww\.)\S*\Z")
"""A web address up to a place in it: its figures may be a day, but dates nothing that is told."""
LONGEST_ADDRESS = 200


NAMED_BEFORE = re.compile(r"(?<![\w.!?:“\"'‘-])[^\W\d_a-z][\w’'&.-]*[^\S\n]\Z")
"""A word with a capital, on the same line."""
REACH = 30


def find_dates(text: str | Layout, anchor: datetime | date | None, language: str = "en") -> list[TimeExpression]:
    """The time expressions of a text, sorted by place, none overlapping.

    `anchor` is the document's creation time. A language without words gives an empty list.

    >>> [(found.text, found.value) for found in find_dates("They met on Wednesday.", date(2023, 8, 25))]
    [('Wednesday', '2023-08-23')]
    """
    words = lexicon(language)
    if words is None:
        return []
    layout = as_layout(text)
    tokens = read_tokens(layout.text, words)
    context = first_context(tokens, words, _as_datetime(anchor))
    embedded = embedded_messages(layout, tokens, words, context.creation)
    parts = find_sections(layout, tokens, context, counted_from_now(tokens, words), embedded)
    found = _expressions(tokens, words, context, parts)
    return list(join_ranges(name_bare_years(found, tokens, words), tokens, words))


def _as_datetime(anchor: datetime | date | None) -> datetime | None:
    if anchor is None:
        return None
    if isinstance(anchor, datetime):
        return anchor.replace(tzinfo=None)
    return datetime(anchor.year, anchor.month, anchor.day)


def _expressions(
    tokens: Tokens, words: Lexicon, context: Context, embedded: list[Embedded]
) -> Iterator[TimeExpression]:
    at, last = 0, context
    for run in words.run.finditer(tokens.codes):
        at, end = max(at, run.start()), run.end()
        while embedded and embedded[0].after <= run.start():
            embedded.pop(0)
        here = embedded[0].context if embedded and embedded[0].first <= run.start() else context
        if here is not last is not context and last.kind == HISTORY:
            context.go_on_from(last)
        last = here
        while opening := words.opening.search(tokens.codes, at, end):
            match, readings = _read_at(tokens, words, here, opening.start(), end)
            at = opening.end()
            if match is not None:
                at = match.after
                for reading in readings:
                    yield _expression(match, reading, here)


def _read_at(tokens: Tokens, words: Lexicon, context: Context, at: int, end: int) -> tuple[Match | None, list[Reading]]:
    """The longest match at a word that can be read, and its readings; None where no match can."""
    for match in matches_at(tokens, words, at, end):
        if _inside_name(tokens, match.first, match.after):
            continue
        if match.rule.meaning == "day_word" and context.kind != MESSAGE and _ends_name(tokens, match.first):
            continue
        context.match = match
        if readings := READERS[match.rule.meaning](match, context):
            return match, readings
    return None, []


def _inside_name(tokens: Tokens, first: int, after: int) -> bool:
    """Whether words are part of a file name, web address or citation ("monday.example", "report_2014", "[2017] UKSC 5")."""
    text, start, end = tokens.text, tokens.starts[first], tokens.ends[after - 1]
    if start and text[start - 1] in "/=-" and ADDRESS.search(text, max(0, start - LONGEST_ADDRESS), start):
        return True
    if start and (text[start - 1] == "_" or (text[start - 1] in "[(" and CITED.match(text, end))):
        return True
    return text[end : end + 1] in "._" and text[end + 1 : end + 2].islower()


def _ends_name(tokens: Tokens, first: int) -> bool:
    """Whether a capital makes a day a part of the name before it: a paper or station ("Coast Today"); messages shout."""
    text, start = tokens.text, tokens.starts[first]
    return text[start].isupper() and NAMED_BEFORE.search(text, max(0, start - REACH), start) is not None


def _expression(match: Match, reading: Reading, context: Context) -> TimeExpression:
    tokens = match.tokens
    first = match.first if reading.first is None else reading.first
    after = match.after if reading.after is None else reading.after
    start, end = tokens.starts[first], tokens.ends[after - 1]
    written = tokens.text[start:end]
    span = read_value(reading.value, reading.edge)
    problem = reading.problem
    if problem is None and span.interval is None:
        problem = "cannot be placed in time"
    if date := own_date(match, reading, context):
        context.creation, context.creation_words = date, "the dateline"
    if reading.edge == "TURN":
        context.winter = int(reading.value[:4]) if reading.value[:4].isdecimal() else None
    if problem is None and not in_brackets(tokens, match.words, first):
        context.name(written, reading.value)
    if tells(match, reading, context):
        context.tell(written, reading.value, opens_sentence(match, first))
    how = reading.how
    if how and context.why and reading.anchor:
        how = (*how, f"what was told counts, since {context.why}")
    how = how or ("names its time in full" if reading.problem is None else f"read as: {match.rule.name}",)
    placed = problem is None
    return TimeExpression(
        start, end, written, reading.type, reading.value, span.interval if placed else None,
        span.precision if placed else None, span.edtf, how, reading.anchor, problem,
    )  # fmt: skip
