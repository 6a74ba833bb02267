"""A date as a reader types it, in words or as EDTF (ISO 8601-2): `1960~`, `2021-08`, `199X`, `2020-09/2020-11`."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.dates_as_written import WrittenDate, read_written_date
from loaders.moments import EARLIEST, moment

YEARS = re.compile(r"(-?)(\d{1,3})([Xx]{1,2})")
"""A decade or century whose last figures are not given."""
FROM_TO = re.compile(r"\s*(?:/|\s(?:to|until|and|–|—|-)\s|–)\s*")
WRAPPED = re.compile(r"^(?:from|between)\s+", re.IGNORECASE)
YEAR_AND_PART = re.compile(r"(\d{4})-(\d\d)")
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
ROUGHLY = re.compile(r"^(?:circa|ca?\.)\s*(?=\d)", re.IGNORECASE)
DAYS = re.compile(r"(\d{1,2})\s*(?:-|–|to|and)\s*(\d{1,2})\s+(.+)")
MONTH_FIRST = re.compile(r"([^\W\d]+\.?)\s(\d{1,2})\s*[-–]\s*(\d{1,2}),?\s(\d{4})")
BEHIND = re.compile(r"\D*\d+")
"""Up to the figures of a year: what stands behind them, an era, is that of both ends ("264–241 BC")."""
QUALIFIED = re.compile(r"(.+?)([~?%])")


def read_typed_date(text: str) -> WrittenDate | None:
    """The time that somebody means by what he types; None where it cannot be read, or is open (3/4/2021, "on Monday").

    >>> [read_typed_date(words).edtf for words in ("1960~", "199X", "30 August 2021", "2020-09/2020-11", "24–26 November 2022")]
    ['1960~', '199X', '2021-08-30', '2020-09/2020-11', '2022-11-24/2022-11-26']
    """
    text = " ".join(text.split())
    if not text or len(text) > 80:
        return None
    return _digits_open(text) or _range(WRAPPED.sub("", text)) or _qualified(text)


def _qualified(text: str) -> WrittenDate | None:
    """A date, with `~`, `?` or `%` behind it where it is approximate, uncertain or both."""
    match = QUALIFIED.fullmatch(text)
    if part := YEAR_AND_PART.fullmatch(text if match is None else match[1]):
        # Of a month that there is not, the parser of words would make a day.
        season = SEASONS.get(int(part[2]))
        if int(part[2]) > 12 and not season:
            return None
        if season:
            return read_written_date(f"{season} {part[1]}")
    if match is None:
        rough = ROUGHLY.sub("", text)
        found = read_written_date(rough)
        return replace(found, edtf=found.edtf.rstrip("~") + "~") if found and rough != text else found
    found = _digits_open(match[1]) or read_written_date(match[1])
    return found and replace(found, edtf=found.edtf.rstrip("~?%") + match[2])


def _digits_open(text: str) -> WrittenDate | None:
    match = YEARS.fullmatch(text)
    if match is None or len(match[2]) + len(match[3]) != 4:
        return None
    length = 10 ** len(match[3])
    first = int(match[2]) * length
    if match[1]:  # -04XX is -0499 to -0400
        first = -first - length + 1
    if not (1 <= first <= 9999 - length or EARLIEST.year <= first < 0):
        return None
    precision = "decade" if length == 10 else "century"
    return WrittenDate((moment(first), moment(first + length)), precision, text.upper())


def _range(text: str) -> WrittenDate | None:
    """From the beginning of one date to the end of another, both in it."""
    if days := DAYS.fullmatch(text):
        ends = [f"{days[1]} {days[3]}", f"{days[2]} {days[3]}"]
    elif days := MONTH_FIRST.fullmatch(text):
        ends = [f"{day} {days[1]} {days[4]}" for day in (days[2], days[3])]
    else:
        ends = FROM_TO.split(text)
        if len(ends) == 2 and ends[0].isdigit():
            ends[0] += BEHIND.sub("", ends[1])
    if len(ends) != 2 or not all(ends):
        return None
    first, last = (_digits_open(end) or _qualified(end) for end in ends)
    if first is None or last is None or not first.start < last.end or first.end > last.end:
        return None
    return WrittenDate((first.start, last.end), "span", f"{first.edtf}/{last.edtf}")
