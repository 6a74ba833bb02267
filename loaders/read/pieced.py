"""Published dates that a text does not write in one place, or whose order of figures only something else in it shows.

"March 3 (Agency) -- …" and "© 2021 Agency"        a day without a year, and the one year that can be meant
"04/03/2021" and "AG20210304", or "8.30 am EST"    day and month in figures, and what shows which of them is first
"We, …, met at Kelna on 3 March 2021 and declare"  the sentence with which a declaration opens, and that with which
                                                     a treaty closes: "Done at Kelna, this third day of March 2021"
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from loaders.extract.dates import find_dates
from loaders.read.lines import Line, is_one_of, listed
from loaders.read.stamps import find_exact, is_dateline, stamp_of
from loaders.records import TimeExpression, day_of

LOOKED = 20_000
"""Characters of a text in which it is looked for how its dates are written."""
OPENING = 80
"""Characters of a line within which its day stands."""
LONGEST_ACT = 500
"""Characters of the sentence with which a declaration opens or a treaty closes."""

COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^\d\n]{0,24}?(?:19|20)\d\d\b", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
DAY_WITHOUT_YEAR = re.compile(r"XXXX-\d\d-\d\d")
FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])")
DIGITS = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
WORD = re.compile(r"(?<!\w)[a-z]{2,12}(?!\w)")
WE = re.compile(r"[“\"]?[^\W\d_]{1,6},\s")


@dataclass(frozen=True, slots=True)
class Pieced:
    """A day of publication, the words that name it, and where the rest was found."""

    day: datetime
    text: str
    how: str


def find_pieced(text: str, head: Sequence[Line], foot: Sequence[Line], beside: str) -> Iterator[Pieced]:
    """The dates put together, the surer first; `beside` is what names the text: its address, the file's name."""
    yield from _days_without_year(text, head, foot, beside)
    yield from _in_figures(text, head, foot, beside)
    yield from _in_its_act(text, head, foot)


def _days_without_year(text: str, head: Sequence[Line], foot: Sequence[Line], beside: str) -> Iterator[Pieced]:
    """The day of a dateline, or on a line of its own, in the year that something else shows."""
    lines = [line.text for line in (*head, *foot)]
    marked = {year for line in lines if (mark := COPYRIGHT.search(line)) for year in YEAR.findall(line, mark.start())}
    for line in head:
        opening = line.text[:OPENING]
        found = next((date for date in find_dates(opening, None) if DAY_WITHOUT_YEAR.match(date.value)), None)
        if found is None:
            continue
        where = "in the dateline" if is_dateline(line.text, found) else ""
        where = where or ("on a line of its own" if len(line.text) <= OPENING and stamp_of(line, found) else "")
        if not where:
            continue
        years = {"copyright line": marked, "address or the file's name": set(YEAR.findall(beside))}
        for place, named in years.items():
            if len(named) == 1 and (day := _in_year(found, int(min(named)))):
                yield Pieced(day, found.text, f"{where}, in the year of the {place}, {day.year}")
        last = max(YEAR.findall(text, 0, LOOKED), default="")
        if last and (day := _in_year(found, int(last))) and _in_year(found, int(last) + 1) is None:
            yield Pieced(
                day, found.text, f"{where}, in the last year that the text names, {last}, which the weekday fits"
            )


def _in_year(found: TimeExpression, year: int) -> datetime | None:
    """The day in a year; None where it has none, or a weekday is written that does not fit."""
    try:
        day = datetime.fromisoformat(f"{year:04d}{found.value[4:10]}")
    except ValueError:
        return None
    read = find_dates(found.text, day)
    return day if len(read) == 1 and read[0].value[:10] == day.date().isoformat() else None


def _in_figures(text: str, head: Sequence[Line], foot: Sequence[Line], beside: str) -> Iterator[Pieced]:
    """A date in figures of which either may be the month, in the order that something else shows."""
    for line in (*head, *foot[::-1]):
        for match in FIGURES.finditer(line.text[: 2 * OPENING]):
            found = next((date for date in find_dates(line.text, None) if date.start == match.start()), None)
            days = _both_orders(match)
            if found is None or found.interval is not None or len(days) < 2:
                continue
            shown = _shown(text, [*head, *foot], beside, days)
            if shown and stamp_of(line, replace(found, interval=day_of(shown[0]), precision="day")):
                yield Pieced(shown[0], found.text, shown[1])


def _both_orders(match: re.Match[str]) -> list[datetime]:
    """The day with the day first, and with the month first."""
    year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4]) - 100 * (int(match[4]) > 40)
    days = []
    for day, month in ((match[1], match[3]), (match[3], match[1])):
        try:
            days.append(datetime(year, int(month), int(day)))
        except ValueError:
            continue
    return days


def _shown(text: str, lines: Sequence[Line], beside: str, days: Sequence[datetime]) -> tuple[datetime, str] | None:
    """Which of the two days is meant, and what shows it."""
    digits = [
        "-".join(match.groups()) for match in DIGITS.finditer("\n".join([beside, *(line.text for line in lines)]))
    ]
    full = [date.value[:10] for line in lines for date in find_exact(line.text[: 2 * OPENING])]
    named = {day for day in days if day.date().isoformat() in (*digits, *full)}
    if len(named) == 1:
        return min(named), "in figures, the day that is named in full elsewhere"
    orders = {int(match[1]) > int(match[3]) for match in FIGURES.finditer(text, 0, LOOKED) if _is_told(match)}
    if len(orders) == 1:
        return days[not min(orders)], "in figures, in the order of the other dates"
    used = {word for word in WORD.findall(text[:LOOKED].replace(".", " ")) if word.islower()}
    zones = {word.casefold() for line in lines for word in re.findall(r"[A-Z]{2,4}\b", line.text)}
    first = (
        bool(used & listed("day_first")),
        bool((used & listed("month_first")) or (zones & listed("month_first_zones"))),
    )
    if first[0] == first[1]:
        return None
    return days[
        first[1]
    ], f"in figures, the {'month' if first[1] else 'day'} first, as is usual where the text was written"


def _is_told(match: re.Match[str]) -> bool:
    """Whether the figures themselves show which is the day."""
    return (int(match[1]) > 12) != (int(match[3]) > 12)


def _in_its_act(text: str, head: Sequence[Line], foot: Sequence[Line]) -> Iterator[Pieced]:
    """The one date in the sentence with which a declaration opens, or a treaty closes."""
    for line in head:
        begins = WE.match(line.text)
        if begins and is_one_of("declaring_opens", begins.group().strip(' “",')):
            act = text[line.start : line.start + LONGEST_ACT].split("\n\n")[0]
            if any(is_one_of("declaring", word) for word in re.findall(r"[^\W\d_]+", act)):
                yield from _only_date(act, "in the sentence with which the declaration opens")
    for line in foot[::-1]:
        if any(line.text.casefold().startswith(f"{opening} ") for opening in listed("closing_acts")):
            act = text[line.start : line.start + LONGEST_ACT].split("\n\n")[0]
            yield from _only_date(act, "in the sentence with which the document closes")


def _only_date(act: str, how: str) -> Iterator[Pieced]:
    dates: Iterable[TimeExpression] = find_exact(act)
    days = {date.interval[0]: date.text for date in dates if date.interval}
    if len(days) == 1:
        [(day, words)] = days.items()
        yield Pieced(day, words, how)
