"""Times as the tables hold them (`datetime64[us]`, pandas' Timestamp) and as moments, which the rest of the program has.

Between the two pandas, NumPy and DuckDB read the memory of a datetime, which a moment before year 1 does not allow.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

import numpy as np
import pandas as pd

from loaders.moments import EarlyMoment, microseconds_of, moment_at


def moment_of(time: datetime | np.datetime64) -> datetime:
    """The moment of a time as a table gives it; a moment stays what it is.

    >>> moment_of(pd.Timestamp(np.datetime64("-0043-03-15", "us"))), moment_of(np.datetime64("2021-08-30T12:00"))
    (moment(-0043-03-15T00:00:00), datetime.datetime(2021, 8, 30, 12, 0))
    """
    if isinstance(time, pd.Timestamp):
        return time.to_pydatetime(warn=False) if time.year > 0 else moment_at(_number(time.to_datetime64()))
    return moment_at(_number(time)) if isinstance(time, np.datetime64) else time


def _number(time: np.datetime64) -> int:
    return int(time.astype("datetime64[us]").astype(np.int64))


def as_time(moment: datetime) -> pd.Timestamp:
    """A moment as pandas and DuckDB take it.

    >>> as_time(datetime(2021, 8, 30)), moment_of(as_time(moment_at(-63_517_824_000_000_000)))
    (Timestamp('2021-08-30 00:00:00'), moment(-0043-03-15T00:00:00))
    """
    if not isinstance(moment, EarlyMoment):
        return pd.Timestamp(moment)
    return pd.Timestamp(np.datetime64(microseconds_of(moment), "us"))


def holds_early(values: Iterable[object]) -> bool:
    """Whether a moment before year 1 is among some values."""
    return any(type(value) is EarlyMoment for value in values)


def to_times(values: pd.Series) -> pd.Series:
    """A column of moments, times and gaps as the tables hold it."""
    if values.dtype == object and holds_early(values):
        values = values.map(lambda one: as_time(one) if isinstance(one, EarlyMoment) else one)
    return pd.to_datetime(values).astype("datetime64[us]")
