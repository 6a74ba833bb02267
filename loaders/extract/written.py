"""Isolated date strings: headers, metadata, captions, what a reader types. Our own rules first, then dateparser.

dateparser reads such a string well in some 200 languages; searching prose with it does not work. It is asked only for
strings that name their year, so that it never counts from today, and its period keeps "2021" from becoming a first of
January.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from dateparser.date import DateDataParser

from loaders.extract.dates import find_dates

LONGEST = 60
AMBIGUOUS = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-](\d{4}|\d{2})\b")
ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)?")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """`[start, end)`, naive civil time as written, and how exact it is."""

    start: datetime
    end: datetime
    precision: str


@lru_cache(maxsize=4096)
def read_written_date(words: str) -> WrittenDate | None:
    """The date that a string as a whole names, None where it names none or could mean two.

    >>> read_written_date("Aug 2021")
    WrittenDate(start=datetime.datetime(2021, 8, 1, 0, 0), end=datetime.datetime(2021, 9, 1, 0, 0), precision='month')
    >>> read_written_date("30 de agosto de 2021").precision
    'day'
    >>> read_written_date("03/04/2021") is None
    True
    """
    words = " ".join(words.split())
    if not words or len(words) > LONGEST or _could_mean_two(words):
        return None
    if ISO.fullmatch(words):
        return _iso(words)
    found = find_dates(words, None)
    if len(found) == 1 and found[0].interval and found[0].precision and _is_whole(words, found[0].text):
        return WrittenDate(*found[0].interval, found[0].precision)
    return _by_dateparser(words)


def _iso(words: str) -> WrittenDate | None:
    try:
        moment = datetime.fromisoformat(words).replace(tzinfo=None)
    except ValueError:
        return None
    if len(words) <= len("2021-08-30"):
        return WrittenDate(moment, moment + timedelta(days=1), "day")
    return WrittenDate(moment, moment + timedelta(minutes=1), "minute")


def _is_whole(words: str, found: str) -> bool:
    return not any(map(str.isalnum, words.replace(found, "", 1)))


def _could_mean_two(words: str) -> bool:
    match = AMBIGUOUS.search(words)
    return bool(match) and match is not None and int(match.group(1)) != int(match.group(2))


@lru_cache(maxsize=1)
def _parser() -> DateDataParser:
    # RELATIVE_BASE stands in for today, which no module reads; with the year required nothing is counted from it.
    settings = {
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["year"],
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
    }
    return DateDataParser(settings=settings)


def _by_dateparser(words: str) -> WrittenDate | None:
    if not re.search(r"\d{4}", words):
        return None
    data = _parser().get_date_data(words)
    moment: datetime | None = data.date_obj
    if moment is None:
        return None
    start = moment.replace(tzinfo=None, second=0, microsecond=0)
    if data.period == "year":
        return WrittenDate(datetime(start.year, 1, 1), datetime(start.year + 1, 1, 1), "year")
    if data.period == "month":
        first = start.replace(day=1, hour=0, minute=0)
        return WrittenDate(first, (first + timedelta(days=32)).replace(day=1), "month")
    if start.hour or start.minute:
        return WrittenDate(start, start + timedelta(minutes=1), "minute")
    return WrittenDate(start, start + timedelta(days=1), "day")
