"""How dates, names and counts read on screen."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pandas as pd

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
    if precision in ("minute", "hour"):
        return f"{_day(start)}, {start:%H:%M}"
    last = end - timedelta(microseconds=1)
    if precision == "decade" and end.year - start.year <= 10:
        return _say_decade(start.year, end.year)
    if precision in ("decade", "century"):
        return f"{start.year}–{last.year}"
    return _say_range(start, last)


def _say_decade(first: int, end: int) -> str:
    """A decade, or the part of one that the finder of dates takes for its early, middle or late years."""
    if end - first == 10 and first % 10 == 0:
        return f"the {first}s"
    decade = first - first % 10
    part = "early " if first == decade else "late " if end == decade + 10 else "mid-"
    return f"the {part}{decade}s"


def _say_range(first: datetime, last: datetime) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B} {first.year}"
        year = "" if first.year == last.year else f" {first.year}"
        return f"{first:%B}{year} – {last:%B} {last.year}"
    if first.date() == last.date():
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    return f"{first.day} {first:%B}{'' if first.year == last.year else f' {first.year}'} – {_day(last)}"


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B} {moment.year}"


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
    if precision == "week":
        return _say_third(start, end) or f"in the week of {_day(start)}"
    if precision == "weekend":
        return f"at the weekend of {_day(start)}"
    if precision == "part of day" and start.hour in PART_OF_DAY:
        return f"{_day(start)}, {PART_OF_DAY[start.hour]}"
    if precision == "season" and (end - start).days > MONTHS_OF_SEASON:
        return f"{'early' if start.month == 1 else 'mid-' if end.month != 1 else 'late'} {start.year}".replace(
            "- ", "-"
        )
    words = say_date(start, end, precision)
    if precision == "season":
        return f"in {words}"
    return f"some time in {words}" if precision in UNSURE else words


MONTHS_OF_SEASON = 100
"""Days above which a "season" is the early, middle or late part of a year."""


def _say_third(start: datetime, end: datetime) -> str:
    """The early, middle or late third of a month, where the interval is one; else empty."""
    if start.day not in THIRDS or (end - timedelta(days=1)).month != start.month or not 8 <= (end - start).days <= 11:
        return ""
    return f"{THIRDS[start.day]} {start:%B} {start.year}".replace("- ", "-")


def say_published(published: datetime | None) -> str:
    """A published date on screen, with its time where it has one."""
    if published is None or pd.isna(published):
        return "no published date"
    moment = pd.Timestamp(published).to_pydatetime()
    return _day(moment) if moment.hour == moment.minute == 0 else f"{_day(moment)}, {moment:%H:%M}"


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
