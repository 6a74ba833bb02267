"""How dates, names and counts read on screen."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pandas as pd

from loaders.moments import MICROSECOND, NO_ERA_FROM, say_year, shifted
from loaders.tables.times import moment_of

MARKDOWN = re.compile(r"([\\`*_{}\[\]!|~$:<>]|(?<!\w)[#+\-]|[#+\-](?!\w)|(?<=\d)[.)](?=\s)|(?<=www)\.)", re.IGNORECASE)
"""What Markdown could take for a sign; a hyphen within a word and a full stop after one it cannot."""


PARTED = re.compile(r"(?<=www)(?=\.)|(?<=http)(?=:)|(?<=https)(?=:)|(?<=\w)(?=@)|(?<=:)(?=[a-z_+-])", re.IGNORECASE)
"""Where an address or the name of an icon (`:material/home:`, `:smile:`) is parted, out of sight (a word joiner): links and
icons are made of them after all escapes have been read."""

STATUS_WORDS = {"planned": "Planned", "denied": "Denied"}
"""What is said of an event that did not, or not yet, take place."""


def say_date(start: datetime, end: datetime, precision: str) -> str:
    """An interval `[start, end)` in the words of its precision; never more exact than it is.

    >>> say_date(datetime(2021, 8, 30), datetime(2021, 8, 31), "day")
    '30 August 2021'
    >>> say_date(datetime(1960, 1, 1), datetime(1961, 1, 1), "year")
    '1960'
    >>> say_date(datetime(2022, 11, 24), datetime(2022, 11, 27), "span")
    '24–26 November 2022'
    """
    start, end = moment_of(start), moment_of(end)
    if precision in ("minute", "hour"):
        return f"{say_day(start)}, {start:%H:%M}"
    last = shifted(end, -MICROSECOND)
    if precision == "decade" and end.year - start.year <= 10:
        return _say_decade(start.year, last.year)
    if precision in ("decade", "century"):
        return _say_century(start.year, last.year) or _say_years(start.year, last.year)
    return _say_range(start, last)


def _say_decade(first: int, last: int) -> str:
    """A decade, or the part of one that the finder of dates takes for its early, middle or late years."""
    if first < 1:  # these years count down, from 469 to 460 in the 460s BC
        begins, ends = (1 - first) % 10 == 9, (1 - last) % 10 == 0 or last == 0
        decade = 1 - last - (1 - last) % 10
    else:
        begins, ends, decade = first % 10 == 0, last % 10 == 9, first - first % 10
    if not decade:
        return _say_years(first, last)
    part = "" if begins and ends else "early " if begins else "late " if ends else "mid-"
    return f"the {part}{decade}s{_era(last)}"


def _say_century(first: int, last: int) -> str:
    """A whole century of which the years do not say that they are four figures; else empty."""
    if first < 1:
        number = (1 - first) // 100 if (1 - first) % 100 == 0 and last - first == 99 else 0
    else:
        number = last // 100 + 1 if last % 100 == 99 and last < NO_ERA_FROM and first in (1, last - 99) else 0
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10 if number % 100 not in (11, 12, 13) else 0, "th")
    return f"the {number}{ending} century{_era(last)}" if number else ""


def _era(year: int) -> str:
    return " BC" if year < 1 else " AD" if year < NO_ERA_FROM else ""


def _say_years(first: int, last: int) -> str:
    """Years from one to another, with one era for both where that is enough."""
    if first == last:
        return say_year(first)
    if first < 1 < last + 1:
        return f"{say_year(first)} – {say_year(last)}"
    return f"{1 - first}–{1 - last} BC" if last < 1 else f"{say_year(first)}–{last}"


def _say_range(first: datetime, last: datetime) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return _say_years(first.year, last.year)
    whole_months = first.day == 1 and shifted(last, timedelta(days=1)).day == 1
    if whole_months:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B} {say_year(first.year)}"
        year = "" if first.year == last.year else f" {say_year(first.year)}"
        return f"{first:%B}{year} – {last:%B} {say_year(last.year)}"
    if first.toordinal() == last.toordinal():
        return say_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{say_day(last)}"
    return f"{first.day} {first:%B}{'' if first.year == last.year else f' {say_year(first.year)}'} – {say_day(last)}"


def say_day(time: datetime) -> str:
    """The day of a time, with its year.

    >>> say_day(datetime(2021, 8, 30)), say_day(datetime(79, 8, 24))
    ('30 August 2021', '24 August AD 79')
    """
    day = moment_of(time)
    return f"{day.day} {day:%B} {say_year(day.year)}"


PART_OF_DAY = {0: "night", 6: "morning", 12: "afternoon", 18: "evening"}
THIRDS = {1: "early", 11: "mid-", 21: "late"}
"""The part of a month that begins on a day, as the finder of dates reads "early", "mid-" and "late"."""
UNSURE = frozenset({"month", "quarter", "half-year", "year", "decade", "century"})


def say_when(start: datetime, end: datetime, precision: str) -> str:
    """An interval as a chronology says it: what lies somewhere in a longer time is said to.

    >>> say_when(datetime(2019, 1, 1), datetime(2020, 1, 1), "year")
    'some time in 2019'
    >>> say_when(datetime(2021, 6, 1), datetime(2021, 6, 11), "week")
    'early June 2021'
    >>> say_when(datetime(2021, 6, 7), datetime(2021, 6, 14), "week")
    'in the week of 7 June 2021'
    """
    start, end = moment_of(start), moment_of(end)
    if precision == "week":
        return _say_third(start, end) or f"in the week of {say_day(start)}"
    if precision == "weekend":
        return f"at the weekend of {say_day(start)}"
    if precision == "part of day" and start.hour in PART_OF_DAY:
        return f"{say_day(start)}, {PART_OF_DAY[start.hour]}"
    if precision == "season" and (end - start).days > MONTHS_OF_SEASON:
        return (
            f"{'early' if start.month == 1 else 'mid-' if end.month != 1 else 'late'} {say_year(start.year)}".replace(
                "- ", "-"
            )
        )
    words = say_date(start, end, precision)
    if precision == "season":
        return f"in {words}"
    return f"some time in {words}" if precision in UNSURE else words


MONTHS_OF_SEASON = 100
"""Days above which a "season" is the early, middle or late part of a year."""


def _say_third(start: datetime, end: datetime) -> str:
    """The early, middle or late third of a month, where the interval is one; else empty."""
    if (
        start.day not in THIRDS
        or shifted(end, -timedelta(days=1)).month != start.month
        or not 8 <= (end - start).days <= 11
    ):
        return ""
    return f"{THIRDS[start.day]} {start:%B} {say_year(start.year)}".replace("- ", "-")


def say_published(published: datetime | None) -> str:
    """A published date on screen, with its time where it has one."""
    if published is None or pd.isna(published):
        return "no published date"
    when = moment_of(published)
    return say_day(when) if when.hour == when.minute == 0 else f"{say_day(when)}, {when:%H:%M}"


def count(n: int, one: str, many: str | None = None) -> str:
    """A number with its noun.

    >>> count(1, "event"), count(1200, "event"), count(2, "person", "people")
    ('1 event', '1,200 events', '2 people')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def plain(text: str) -> str:
    """Text with the signs of Markdown made harmless, for labels that Streamlit reads as Markdown.

    >>> plain("*[BRICS]*")
    '\\\\*\\\\[BRICS\\\\]\\\\*'
    """
    return MARKDOWN.sub(r"\\\1", PARTED.sub("\u2060", text))


def join_names(names: list[str], last: str = "and") -> str:
    """Names in a sentence.

    >>> join_names(["Ana", "Ben", "Cy"])
    'Ana, Ben and Cy'
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}" if names else ""


def shorten(text: str, length: int) -> str:
    """The text, cut with an ellipsis where it is longer.

    >>> shorten("a long headline", 8)
    'a long…'
    """
    if len(text) <= length:
        return text
    cut = text[: length + 1].rsplit(" ", 1)[0] if " " in text[: length + 1] else text[: length - 1]
    return cut.rstrip(" ,;:–—-") + "…"
