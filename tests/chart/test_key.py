"""What the timeline's key says of hollow marks, and what the pointer tells of an event."""

from datetime import datetime

import pandas as pd
import pytest

from pages.chart.key import say_hollow
from pages.chart.traces import tell_event


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ([("happened", "day")], ""),
        ([("happened", "day"), ("planned", "day")], "Planned"),
        ([("denied", "day"), ("planned", "year")], "Planned, denied or no exact day"),
        ([("happened", "span")], "No exact day"),
    ],
)
def test_hollow_marks_are_explained_as_far_as_there_are_any(events, words):
    assert say_hollow(pd.DataFrame(events, columns=["status", "precision"])) == words


@pytest.mark.parametrize(
    ("status", "words"), [("happened", "<br>4 May 2023<br>"), ("planned", "<br>4 May 2023 · Planned<br>")]
)
def test_the_pointer_tells_what_did_not_take_place_yet(status, words):
    event = {"title": "Meeting", "start": datetime(2023, 5, 4), "end": datetime(2023, 5, 5), "precision": "day"}
    assert words in tell_event({**event, "status": status, "leaders": [], "n_documents": 1, "n_quotes": 0}, {})
