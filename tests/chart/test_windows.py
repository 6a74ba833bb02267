"""The window of a first look: with room, and out to dates that look like the frame that they are."""

from __future__ import annotations

from datetime import datetime, timedelta

import pandas as pd
import pytest

from loaders.moments import EARLIEST, LATEST, moment
from pages.chart.windows import focus, pad


@pytest.mark.parametrize(
    ("window", "padded"),
    [
        ((datetime(2021, 3, 4, 9), datetime(2021, 3, 9)), (datetime(2021, 3, 1), datetime(2021, 3, 12))),
        ((datetime(2020, 2, 20), datetime(2021, 3, 9)), (datetime(2020, 2, 1), datetime(2021, 4, 1))),
        ((datetime(1970, 5, 2), datetime(2021, 3, 8)), (datetime(1968, 1, 1), datetime(2023, 1, 1))),
        ((moment(-43, 3, 1), moment(-43, 3, 16)), (moment(-43, 2, 26), moment(-43, 3, 19))),
        ((moment(-410, 3, 4), moment(-14, 3, 4)), (moment(-422), moment(-1))),
        ((EARLIEST, LATEST), (EARLIEST, LATEST)),
    ],
)
def test_a_window_has_room_out_to_whole_days_months_or_years(window, padded):
    assert pad(window) == padded


def test_a_first_window_leaves_a_lone_early_event_outside():
    days = [datetime(1960, 1, 1), *(datetime(2020, 1, 1) + timedelta(days=n) for n in range(30))]
    events = pd.DataFrame({"start": days, "end": [day + timedelta(days=1) for day in days]})
    first, last = focus(events)
    assert datetime(2019, 12, 20) < first < datetime(2020, 1, 1)
    assert datetime(2020, 1, 25) < last < datetime(2020, 2, 10)
