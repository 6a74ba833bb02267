"""The address of a view: what the reader chose, as a link says it, and back. Pure; state.py keeps it in the session.

    ?leader=xi-jinping&topic=trade&from=2021-01-01&words=call&event=3f9a…

Anybody may write an address. What cannot be read in one is left out, and said: never a traceback, never in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from loaders.moments import iso_day, moment, read_iso
from loaders.query.selection import LANES, MOST_WORDS, Selection, search_terms

LISTS = {
    "leader": "leaders",
    "actor": "actors",
    "topic": "topics",
    "kind": "kinds",
    "document": "documents",
    "publisher": "publishers",
    "language": "languages",
    "place": "places",
}
"""Name in the address to field of the Selection, for what may be chosen more than once."""

FLAGS = ("together", "corroborated", "disputed", "unsure", "texts")
"""Fields of the Selection that are set or not, by the same name in the address."""

VIEW = {
    "lanes": "leader",
    "event": "",
    "view": "",
    "text": "",
    "speech": "",
    "order": "",
    "who": "",
    "at": "",
    "one": "",
    "two": "",
    "whole": "",
    "laid": "",
    "marks": "date leader quote",
    "page": "",
    "weight": "",
    "sort": "",
    "list": "",
    "many": "",
    "doubt": "",
    "collection": "",
}
"""Choices of the view, by their name in the address, with their defaults: lanes of the timeline, the picked event, the
window of the zoom (`start..end`), the document that is open, the kind and order of quotes, the leader whose life line
is shown, the place in the open document (`start-end`), the two documents that are compared, whether as a whole, whether
the layout of a text is shown, and what is marked in it, which page of what has several, how much an event must weigh, the
order of the chronology, whether it is a table or one to change several rows of, how many lanes there are, which kind of
doubt is reviewed, and the collection."""

ALLOWED = {
    "lanes": tuple(LANES),
    "speech": ("", "direct", "indirect"),
    "order": ("", "earliest", "speaker"),
    "whole": ("", "yes"),
    "laid": ("", "yes"),
    "weight": ("", "main", "more", "most", "all"),
    "sort": ("", "earliest"),
    "list": ("", "table", "several"),
    "many": ("", "12", "24", "48"),
}
"""What may stand for a choice of the view where only a few words may."""

FIRST, LAST = moment(-9997), datetime(9998, 12, 31)
"""Dates beyond these cannot be drawn with room beside them."""
MOST_CHOSEN = 200
LONGEST = 300
"""So many choices of a list and so many characters of anything else are read; nobody writes more by hand."""
SHOWN = 40
"""Characters of what could not be read that are repeated to the reader."""
NAMED = re.compile(r"[^\W\d_]{3}|\d\s?[A-Z]\.?[A-Z]|\b[A-Z]\.?[A-Z]\.?\s?\d")
"""A word, as the name of a month is one, or an era beside a number ("44 BC", "A.D. 69")."""
YEAR_OR_MONTH = re.compile(r"(-?\d{4})(?:-(\d{1,2}))?")

Window = tuple[datetime, datetime]
Address = Mapping[str, list[str]]


@dataclass(frozen=True)
class Asked:
    """What an address asks for, and in a sentence each what could not be read in it."""

    selection: Selection
    view: dict[str, str]
    problems: tuple[str, ...] = ()


def read_address(address: Address) -> Asked:
    """The view that an address shows.

    >>> read_address({"from": ["2018"], "until": ["soon"]}).problems
    ('“soon” in the address (until) is no date; it was left out. A year, 2021-08, 2021-08-30 or 30 August 2021 can be read.',)
    """
    problems: list[str] = []
    selection = _read_selection(address, problems)
    view = {name: _read_view(name, address, problems) for name in VIEW}
    return Asked(selection, view, tuple(problems))


def _read_selection(address: Address, problems: list[str]) -> Selection:
    lists = {}
    for name, field in LISTS.items():
        values = tuple(dict.fromkeys(value for value in address.get(name, ()) if value))
        if len(values) > MOST_CHOSEN:
            problems.append(f"The address names {len(values):,} of “{name}”; the first {MOST_CHOSEN} are shown.")
        lists[field] = values[:MOST_CHOSEN]
    words = _first(address, "words")
    if len(search_terms(words)) >= MOST_WORDS or len(words) > LONGEST:
        problems.append(
            f"Only the first {MOST_WORDS} words of a search are looked for, and no more than {LONGEST} signs."
        )
    return Selection(
        **lists,
        start=_read_bound(address, "from", problems),
        end=_read_bound(address, "until", problems),
        words=words[:LONGEST],
        **{flag: bool(_first(address, flag)) and (bool(words) or flag != "texts") for flag in FLAGS},
    )


def _read_view(name: str, address: Address, problems: list[str]) -> str:
    value = _first(address, name)
    if not value:
        return VIEW[name]
    allowed = ALLOWED.get(name)
    wrong = ""
    if allowed is not None and value not in allowed:
        wrong = f"it can be {' or '.join(word for word in allowed if word)}"
    elif name == "view" and read_window(value) is None:
        wrong = "a stretch of time is written 2020-01-01..2021-01-01"
    elif name == "page" and not (value.isdecimal() and len(value) < 7):
        wrong = "it is a number"
    elif name == "at" and read_place(value) is None:
        wrong = "a place in a text is written 120-180"
    elif len(value) > LONGEST:
        wrong = "it is too long"
    if wrong:
        problems.append(f"{_repeat(value)} in the address ({name}) cannot be read; it was left out: {wrong}.")
    return VIEW[name] if wrong else value


def _first(address: Address, name: str) -> str:
    return next(iter(address.get(name) or [""]))


def _repeat(value: str) -> str:
    return f"“{value if len(value) <= SHOWN else value[: SHOWN - 1] + '…'}”"


def _read_bound(address: Address, name: str, problems: list[str]) -> datetime | None:
    value = _first(address, name)
    if not value:
        return None
    found = read_time(value) or _read_words(value)
    if found is None:
        problems.append(
            f"{_repeat(value)} in the address ({name}) is no date; it was left out. "
            "A year, 2021-08, 2021-08-30 or 30 August 2021 can be read."
        )
        return None
    bound = found[0] if name == "from" else found[1]
    if not FIRST <= bound <= LAST:
        problems.append(f"{_repeat(value)} in the address ({name}) is too far from our time; it was left out.")
        return None
    return bound


def read_time(value: str) -> Window | None:
    """What a year, a month, a day or a moment covers, None for anything else.

    A day in an address is its first moment, as our own links have it: `until=2022-01-01` is all of 2021.

    >>> read_time("2018-12")
    (datetime.datetime(2018, 12, 1, 0, 0), datetime.datetime(2019, 1, 1, 0, 0))
    >>> read_time("-0043")
    (moment(-0043-01-01T00:00:00), moment(-0042-01-01T00:00:00))
    """
    value = value.strip()
    try:
        part = YEAR_OR_MONTH.fullmatch(value)
        if not part:
            only = read_iso(value)
            return None if only.tzinfo else (only, only)
        year, month = int(part[1]), int(part[2] or 0)
        if month:
            return moment(year, month), moment(year + month // 12, month % 12 + 1)
        return moment(year), moment(year + 1)
    except ValueError:
        return None


def _read_words(value: str) -> Window | None:
    """What a date in words covers ("7 May 2018"), None for anything else; here the last day that is named is meant too."""
    if not NAMED.search(value):
        return None
    # dateparser and the finder of dates take 0.2 s to import, and few addresses are written by hand.
    from loaders.dates_as_written import read_written_date

    found = read_written_date(value)
    return found and found.interval


def read_window(words: str) -> Window | None:
    """The stretch of time that `start..end` names, None where it names none.

    >>> read_window("2020..2021-01-05")
    (datetime.datetime(2020, 1, 1, 0, 0), datetime.datetime(2021, 1, 5, 0, 0))
    """
    found = [read_time(part) for part in words.split("..")]
    if len(found) != 2 or found[0] is None or found[1] is None:
        return None
    start, end = found[0][0], found[1][1]
    return (start, end) if FIRST <= start < end <= LAST else None


def say_window(window: Window) -> str:
    """The window for an address, to the minute; whole days without one.

    >>> say_window((datetime(2020, 1, 1), datetime(2021, 1, 5, 6, 30)))
    '2020-01-01..2021-01-05T06:30'
    """
    return "..".join(
        iso_day(end) if end == end.replace(hour=0, minute=0) else end.isoformat(timespec="minutes")
        for end in (_keep_in(end).replace(second=0, microsecond=0) for end in window)
    )


def _keep_in(end: datetime) -> datetime:
    return min(max(end, FIRST), LAST)


def read_place(words: str) -> tuple[int, int] | None:
    """The place in a text that `start-end` names, None where it names none."""
    start, _, end = words.partition("-")
    if len(words) > 30 or not (start.isdecimal() and end.isdecimal()) or int(start) >= int(end):
        return None
    return int(start), int(end)


def to_address(chosen: Selection, shown: Mapping[str, str]) -> dict[str, list[str]]:
    """The address of a state, defaults left out."""
    address = {name: list(getattr(chosen, field)) for name, field in LISTS.items()}
    address["from"] = [iso_day(chosen.start)] if chosen.start else []
    address["until"] = [iso_day(chosen.end)] if chosen.end else []
    address["words"] = [chosen.words] if chosen.words else []
    address |= {flag: ["1"] for flag in FLAGS if getattr(chosen, flag)}
    address |= {name: [value] for name, value in shown.items() if value != VIEW[name]}
    return {name: values for name, values in address.items() if values}
