"""Moments of all years: before year 1 they do what a datetime does, and nothing reads them as something else."""

import copy
import pickle
from datetime import datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.moments import (
    EARLIEST,
    LATEST,
    MICROSECOND,
    EarlyMoment,
    iso_day,
    microseconds_of,
    moment,
    moment_at,
    read_iso,
    shifted,
)

YEARS = st.integers(-3000, 3000)
MOMENTS = st.builds(moment, YEARS, st.integers(1, 12), st.integers(1, 28), st.integers(0, 23), st.integers(0, 59))
SHIFTS = st.timedeltas(timedelta(days=-500_000), timedelta(days=500_000))


@given(MOMENTS)
def test_a_moment_is_the_same_after_every_way_out_and_back(one: datetime) -> None:
    assert moment_at(microseconds_of(one)) == one
    assert read_iso(one.isoformat()) == one
    assert pickle.loads(pickle.dumps(one)) == one == copy.deepcopy(one)
    assert one.replace(year=one.year) == one
    assert moment(one.year, one.month, one.day, one.hour, one.minute) == one
    assert type(one) is (datetime if one.year > 0 else EarlyMoment)


@given(MOMENTS, MOMENTS)
def test_moments_compare_as_their_places_in_time(one: datetime, other: datetime) -> None:
    here, there = microseconds_of(one), microseconds_of(other)
    assert (one < other, one <= other, one == other, one > other, one >= other) == (
        here < there, here <= there, here == there, here > there, here >= there,
    )  # fmt: skip
    assert (one - other) // MICROSECOND == here - there
    assert one.toordinal() - other.toordinal() == (one.replace(hour=0, minute=0) - other.replace(hour=0, minute=0)).days


@given(MOMENTS, SHIFTS)
def test_what_is_counted_from_a_moment_can_be_counted_back(one: datetime, by: timedelta) -> None:
    there = shifted(one, by)
    assert there - one == by
    assert shifted(there, -by) == one


@given(MOMENTS)
def test_a_moment_is_what_numpy_has_at_the_same_place(one: datetime) -> None:
    there = np.datetime64(microseconds_of(one), "us")
    year, month = there.astype("datetime64[Y]"), there.astype("datetime64[M]")
    day = int((there.astype("datetime64[D]") - month.astype("datetime64[D]")).astype(int)) + 1
    assert (one.year, one.month, one.day) == (
        int(year.astype(int)) + 1970, int((month - year.astype("datetime64[M]")).astype(int)) + 1, day,
    )  # fmt: skip
    assert one.weekday() == (int(there.astype("datetime64[D]").astype(int)) + 3) % 7


def test_nothing_lies_beyond_the_first_and_the_last_moment() -> None:
    assert shifted(EARLIEST, -timedelta(days=1)) == EARLIEST
    assert shifted(LATEST, timedelta(days=1)) == LATEST
    for year in (-9999, 10000):
        with pytest.raises(ValueError, match="out of range"):
            moment(year)
    assert moment(0).date() < datetime(1850, 1, 1).date()


def test_a_leap_day_is_one_in_1_bc_and_not_in_100_bc() -> None:
    assert iso_day(moment(0, 2, 29)) == "0000-02-29"
    with pytest.raises(ValueError, match="day"):
        moment(-99, 2, 29)


@pytest.mark.parametrize("read", [pd.Timestamp, pd.to_datetime, lambda one: pd.Series([one, datetime(2020, 1, 1)])])
def test_what_would_read_it_as_a_later_time_fails(read: object) -> None:
    with pytest.raises(OverflowError, match="must be converted"):
        read(moment(-43, 3, 15))  # type: ignore[operator]
