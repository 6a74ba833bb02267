"""An isolated date string, as headers, metadata, captions and readers write it: its interval, precision and EDTF.

The rules for dates in prose (`extract.dates`) are asked first, so that "1990s", "Q3 2012" and "summer of 1969" mean the
same wherever they stand; then dateparser, which reads an isolated string in 200 languages and does it well.
Nothing reads the clock: words that count from today ("yesterday", "3 May") need `today`, else they stay unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from dateparser.date import DateDataParser

from loaders.extract.dates import find_dates
from loaders.extract.dates.timex import read_value, year_value
from loaders.records import Interval

BASES = (datetime(1999, 2, 11), datetime(2003, 10, 24))
"""Two days that have nothing in common: a string that means the same from both says everything itself."""
ZONE = re.compile(
    r"(?<=\d)\s*(?:Z|UTC|GMT|(?:UTC|GMT)?\s?[+-]\d\d:?\d\d|(?!AM|PM)[A-Z]{2,4}T)(?:\s*\([A-Z]{2,5}\))?\s*\|?$"
)
"""A time zone at the end; the civil time as written is kept, so it is dropped."""
AT = re.compile(r"\s+@\s+")
ORDER_OPEN = re.compile(r"(?<!\d)(\d{1,2})[/.\-](\d{1,2})[/.\-](?:\d{4}|\d\d)(?!\d)")
CLOCK_ONLY = re.compile(r"[\d:.\s]*(?:[ap]\.?m\.?)?", re.IGNORECASE)
DECADE = re.compile(r"\D*\d{2,4}['’]?s\D*")
"""dateparser takes "1990s" for so many seconds ago."""
DIGITS = {4: "%Y", 6: "%Y%m", 8: "%Y%m%d"}
"""How many digits without anything between them can be a date."""
EARLY = re.compile(r"(-\d{4}|0000(?=-))((?:-\d\d){0,2})")
"""A year before year 1 as ISO 8601 and EDTF write it, where -0043 is 44 BC, with or without month and day."""
LONGEST = 80
"""Characters; a longer string is no isolated date."""


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """What an isolated date string means."""

    interval: Interval
    """Half-open: "June 2014" is the whole month, never its first day."""
    precision: str
    """One of `schema.PRECISIONS`."""
    edtf: str

    @property
    def start(self) -> datetime:
        return self.interval[0]

    @property
    def end(self) -> datetime:
        return self.interval[1]


@lru_cache(maxsize=4096)
def read_written_date(
    text: str, today: date | None = None, *, day_first: bool | None = None, language: str | None = None
) -> WrittenDate | None:
    """The date that a string is; None where it is none, or open: 3/4/2014 without `day_first`, "3 May" without `today`.

    >>> [read_written_date(words).edtf for words in ("June 2014", "Sept. 28, 2020 @ 10:45 GMT", "30 de agosto de 2021")]
    ['2014-06', '2020-09-28T10:45', '2021-08-30']
    """
    text = ZONE.sub("", AT.sub(" ", " ".join(text.split())))
    if not text or len(text) > LONGEST or not any(character.isalnum() for character in text):
        return None
    if (plain := _plain(text)) is not None:
        return plain
    numbers = ORDER_OPEN.search(text)
    if numbers is None and (found := _by_our_rules(text, today, language)) is not None:
        return found
    if DECADE.fullmatch(text) or (CLOCK_ONLY.fullmatch(text) and numbers is None):
        return None
    if day_first is None and _order_is_open(text):
        return None
    return _parsed(text, today, day_first, language)


def _plain(text: str) -> WrittenDate | None:
    """ISO 8601 and bare digits, which need no parser of words."""
    if early := EARLY.fullmatch(text):
        span = read_value(f"{year_value(int(early[1]))}{early[2]}")
        return WrittenDate(span.interval, span.precision, span.edtf) if span.interval else None  # type: ignore[arg-type]
    if text.isdigit() and len(text) in DIGITS:
        return _digits(text)
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
    return _written(moment, "time" if len(text) > 10 else "day")


def _digits(text: str) -> WrittenDate | None:
    try:
        return _written(datetime.strptime(text, DIGITS[len(text)]), {4: "year", 6: "month", 8: "day"}[len(text)])
    except ValueError:
        return None


def _by_our_rules(text: str, today: date | None, language: str | None) -> WrittenDate | None:
    """What the string means as prose, where it is one time expression and no more."""
    found = find_dates(text, today, language or "en")
    if len(found) != 1:
        return None
    only = found[0]
    if only.interval is None or only.precision is None or only.edtf is None:
        return None
    beside = text[: only.start] + text[only.end :]
    return None if any(map(str.isalnum, beside)) else WrittenDate(only.interval, only.precision, only.edtf)


def _order_is_open(text: str) -> bool:
    """Whether numbers may be read day first or month first: dots mean day first, equal numbers mean the same."""
    numbers = ORDER_OPEN.search(text)
    if numbers is None or "." in numbers.group():
        return False
    return numbers[1] != numbers[2] and int(numbers[1]) <= 12 and int(numbers[2]) <= 12


def _parsed(text: str, today: date | None, day_first: bool | None, language: str | None) -> WrittenDate | None:
    order = "DMY" if day_first or (day_first is None and ORDER_OPEN.search(text) and "." in text) else None
    if day_first is False:
        order = "MDY"
    bases = BASES if today is None else (datetime(today.year, today.month, today.day),)
    readings = {_parser(base, order, language).get_date_data(text) for base in bases}
    moments = {(reading.date_obj, reading.period) for reading in readings}
    moment, period = next(iter(moments))
    if len(moments) > 1 or moment is None:
        return None
    return _written(moment.replace(tzinfo=None), period)


@lru_cache(maxsize=64)
def _parser(base: datetime, order: str | None, language: str | None) -> DateDataParser:
    settings = {
        "RELATIVE_BASE": base,
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
        "RETURN_TIME_AS_PERIOD": True,
    } | ({"DATE_ORDER": order} if order else {})
    return DateDataParser(languages=[language] if language else None, settings=settings)


def _written(moment: datetime, period: str) -> WrittenDate | None:
    """The interval of a moment that is exact to a period ("time", "day", "week", "month", "year")."""
    try:
        if period == "year":
            return WrittenDate(
                (datetime(moment.year, 1, 1), datetime(moment.year + 1, 1, 1)), "year", f"{moment.year:04d}"
            )
        if period == "month":
            start = datetime(moment.year, moment.month, 1)
            after = datetime(moment.year + moment.month // 12, moment.month % 12 + 1, 1)
            return WrittenDate((start, after), "month", f"{start.year:04d}-{start.month:02d}")
        if period == "time":
            start = moment.replace(second=0, microsecond=0)
            return WrittenDate((start, start + timedelta(minutes=1)), "minute", start.isoformat(timespec="minutes"))
        start = datetime(moment.year, moment.month, moment.day)
        return WrittenDate((start, start + timedelta(days=1)), "day", start.date().isoformat())
    except (ValueError, OverflowError):
        return None
