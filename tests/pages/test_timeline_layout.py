"""Which part of the time a first look shows."""

from datetime import datetime

import pandas as pd
import pytest

from pages.shared.timeline_layout import focus


def years(*counts: tuple[int, int]) -> pd.DataFrame:
    """So many events of one day each in a year, a month apart."""
    days = [datetime(year, 1 + number % 12, 5) for year, count in counts for number in range(count)]
    return pd.DataFrame({"start": days, "end": [day + pd.Timedelta(days=1) for day in days]})


@pytest.mark.parametrize(
    ("events", "first", "last"),
    [
        (years((2020, 5), (2022, 5)), 2020, 2022),
        (years((1960, 1), (2020, 5), (2022, 5)), 2020, 2022),
        # half of it is a biography, and that is shown
        (years((1960, 5), (2022, 5)), 1960, 2022),
        # a third of it is a biography beside the news of two years
        (years((1950, 2), (1960, 1), (1975, 2), (2021, 5), (2022, 5)), 2021, 2022),
    ],
)
def test_a_first_look_shows_where_most_happens(events: pd.DataFrame, first: int, last: int) -> None:
    window = focus(events)
    shown = events[(events["start"] >= window[0]) & (events["end"] <= window[1])]
    assert (shown["start"].min().year, shown["end"].max().year) == (first, last)


def test_without_events_there_is_still_a_window() -> None:
    start, end = focus(years())
    assert start < end
