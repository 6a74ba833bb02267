"""Moments of all years that a calendar has: those before year 1 as well, which Python's `datetime` cannot hold.

From year 1 on a moment is a plain `datetime`, and nothing costs more than before. An earlier one is an `EarlyMoment`, which
compares, sorts and counts with the others; `moment(year, …)` makes whichever it is. Years are those of ISO 8601: 0 is 1 BC,
-43 is 44 BC. Days are those of the Gregorian calendar, carried back as ISO 8601 and EDTF do; a day is kept as it is written.

>>> ides = moment(-43, 3, 15)
>>> ides < datetime(14, 8, 19), ides.isoformat(), ides + timedelta(days=365 * 60) > datetime(14, 8, 19)
(True, '-0043-03-15T00:00:00', True)
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, SupportsIndex, overload

CYCLE = 400
"""Years after which the calendar repeats, weekdays and all."""
DAYS_OF_CYCLE = 146_097
MICROSECONDS_OF_CYCLE = DAYS_OF_CYCLE * 86_400_000_000
EPOCH = datetime(1970, 1, 1)
MICROSECOND = timedelta(microseconds=1)
YEAR = re.compile(r"(-\d{4}|0000)(?=-\d\d-\d\d)")


class _NoClock(tzinfo):
    """Makes code that reads a datetime's memory fail: there an early moment would be one of centuries later."""

    def utcoffset(self, _moment: datetime | None) -> timedelta:
        raise OverflowError("a moment before year 1 must be converted: see loaders/moments.py")

    tzname = dst = utcoffset  # type: ignore[assignment]


NO_CLOCK = _NoClock()


class EarlyMoment(datetime):
    """A moment before year 1; within, the same one some cycles of the calendar later."""

    _cycles: int

    def __new__(cls, later: datetime, cycles: int) -> EarlyMoment:
        """The moment `cycles` times 400 years before another."""
        parts = (later.year, later.month, later.day, later.hour, later.minute, later.second, later.microsecond)
        made = super().__new__(cls, *parts, NO_CLOCK)
        made._cycles = cycles
        return made

    @property
    def year(self) -> int:
        """As in ISO 8601: 0 for 1 BC."""
        return super().year - CYCLE * self._cycles

    @property
    def tzinfo(self) -> None:
        return None

    def _later(self) -> datetime:
        return datetime(super().year, self.month, self.day, self.hour, self.minute, self.second, self.microsecond)

    def toordinal(self) -> int:
        return super().toordinal() - DAYS_OF_CYCLE * self._cycles

    def isoformat(self, sep: str = "T", timespec: str = "auto") -> str:
        return f"{say_iso_year(self.year)}{self._later().isoformat(sep, timespec)[4:]}"

    def strftime(self, form: str) -> str:
        return self._later().strftime(form.replace("%Y", say_iso_year(self.year)))

    def __format__(self, form: str) -> str:
        return self.strftime(form) if form else str(self)

    def __repr__(self) -> str:
        return f"moment({self.isoformat()})"

    def __str__(self) -> str:
        return self.isoformat(" ")

    def replace(self, **parts: int) -> datetime:  # type: ignore[override]
        """As a datetime's; there is no time zone to replace."""
        parts.pop("tzinfo", None)
        year = parts.pop("year", self.year)
        return _early_or_not(year, self._later().replace(_within(year), **parts))  # type: ignore[arg-type]

    def date(self) -> date:
        """The first day that a `date` can be: good for comparing with days of our time, and for nothing else."""
        return date.min

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EarlyMoment) and microseconds_of(self) == microseconds_of(other)

    def __lt__(self, other: Any) -> bool:
        return microseconds_of(self) < microseconds_of(other)

    def __le__(self, other: Any) -> bool:
        return microseconds_of(self) <= microseconds_of(other)

    def __gt__(self, other: Any) -> bool:
        return microseconds_of(self) > microseconds_of(other)

    def __ge__(self, other: Any) -> bool:
        return microseconds_of(self) >= microseconds_of(other)

    def __hash__(self) -> int:
        return hash(microseconds_of(self))

    def __add__(self, by: timedelta) -> Any:
        return moment_at(microseconds_of(self) + by // MICROSECOND)

    __radd__ = __add__

    @overload  # type: ignore[override]
    def __sub__(self, other: datetime) -> timedelta: ...
    @overload
    def __sub__(self, other: timedelta) -> datetime: ...
    def __sub__(self, other: datetime | timedelta) -> datetime | timedelta:
        if isinstance(other, timedelta):
            return moment_at(microseconds_of(self) - other // MICROSECOND)
        return timedelta(microseconds=microseconds_of(self) - microseconds_of(other))

    def __rsub__(self, other: datetime) -> timedelta:
        return timedelta(microseconds=microseconds_of(other) - microseconds_of(self))

    def __reduce_ex__(self, _protocol: SupportsIndex) -> tuple[Any, ...]:
        return EarlyMoment, (self._later(), self._cycles)


def moment(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0) -> datetime:
    """The moment of a date in any year from EARLIEST to LATEST; raises ValueError for a date that there is not.

    >>> moment(2023, 8, 25), moment(-43, 3, 15).strftime("%A, %d %B")
    (datetime.datetime(2023, 8, 25, 0, 0), 'Friday, 15 March')
    """
    return _early_or_not(year, datetime(_within(year), month, day, hour, minute))


def _within(year: int) -> int:
    """The year itself, or one that is like it and that a datetime can hold."""
    if not -9999 < year < 10000:
        raise ValueError(f"year {year} is out of range")
    return year if year > 0 else (year - 1) % CYCLE + 1


def _early_or_not(year: int, later: datetime) -> datetime:
    return later if year > 0 else EarlyMoment(later, (later.year - year) // CYCLE)


def microseconds_of(moment: datetime) -> int:
    """Microseconds since 1970, as the tables have them."""
    if isinstance(moment, EarlyMoment):
        return (moment._later() - EPOCH) // MICROSECOND - moment._cycles * MICROSECONDS_OF_CYCLE
    return (moment - EPOCH) // MICROSECOND


def moment_at(microseconds: int) -> datetime:
    """The moment so many microseconds after 1970; raises OverflowError before EARLIEST and after LATEST.

    >>> moment_at(microseconds_of(moment(-43, 3, 15))) == moment(-43, 3, 15)
    True
    """
    if microseconds >= _YEAR_ONE:
        return EPOCH + timedelta(microseconds=microseconds)
    if microseconds < _FIRST:
        raise OverflowError("a moment before 9999 BC")
    cycles = (_YEAR_ONE - microseconds - 1) // MICROSECONDS_OF_CYCLE + 1
    return EarlyMoment(EPOCH + timedelta(microseconds=microseconds + cycles * MICROSECONDS_OF_CYCLE), cycles)


_YEAR_ONE = (datetime.min - EPOCH) // MICROSECOND
EARLIEST, LATEST = moment(-9998), datetime.max
"""What an interval may reach to: 9999 BC and AD 9999, as far as TIMEX3 can write a year."""
_FIRST = microseconds_of(EARLIEST)


def shifted(moment: datetime, by: timedelta) -> datetime:
    """A moment so much later or earlier, also across year 1; the first or last that there is where it would lie beyond.

    >>> shifted(datetime(1, 1, 1), -timedelta(days=1))
    moment(0000-12-31T00:00:00)
    """
    try:
        return moment_at(microseconds_of(moment) + by // MICROSECOND)
    except OverflowError:
        return LATEST if by > timedelta(0) else EARLIEST


def say_iso_year(year: int) -> str:
    """A year as ISO 8601 and EDTF write it.

    >>> say_iso_year(2023), say_iso_year(79), say_iso_year(-43)
    ('2023', '0079', '-0043')
    """
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def say_year(year: int) -> str:
    """A year in words; without its era only where nobody could take it for another.

    >>> say_year(2023), say_year(79), say_year(0), say_year(-43)
    ('2023', 'AD 79', '1 BC', '44 BC')
    """
    return f"{1 - year} BC" if year < 1 else str(year) if year >= NO_ERA_FROM else f"AD {year}"


NO_ERA_FROM = 1000


def iso_day(moment: datetime) -> str:
    """The day of a moment as ISO 8601 writes it.

    >>> iso_day(datetime(2023, 8, 25, 14, 30)), iso_day(moment(0, 3, 15))
    ('2023-08-25', '0000-03-15')
    """
    return moment.isoformat().partition("T")[0]


def read_iso(text: str) -> datetime:
    """What `isoformat` wrote, of any year; raises ValueError for anything else.

    >>> read_iso("-0043-03-15T12:00:00").hour, read_iso("2021-08-30")
    (12, datetime.datetime(2021, 8, 30, 0, 0))
    """
    early = YEAR.match(text)
    if early is None:
        return datetime.fromisoformat(text)
    year = int(early[1])
    return _early_or_not(year, datetime.fromisoformat(f"{_within(year):04d}{text[early.end() :]}"))
