"""What the timeline's key explains, and what the pointer tells of an event."""

from datetime import datetime

import pandas as pd
import pytest

from pages.chart.key import tell_key
from pages.chart.marks import LOOKS, look_of
from pages.chart.traces import tell_event


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([("call", "happened", "day", False)], ["Meetings"]),
        ([("vote", "planned", "day", False)], ["Decisions", "Planned"]),
        (
            [("attack", "denied", "day", False), ("birth", "planned", "year", True)],
            ["Conflict", "Other", "Planned", "Denied"],
        ),
        ([("trade", "happened", "span", True)], ["Decisions", "All of it"]),
    ],
)
def test_only_what_is_drawn_is_explained(places, words):
    key = tell_key(pd.DataFrame(places, columns=["event_type", "status", "precision", "bar"]), numbers=False)
    assert all(word in key for word in words)
    others = {"Meetings", "Decisions", "Conflict", "Other", "Planned", "Denied", "All of it"} - set(words)
    assert not [word for word in others if word in key]
    assert ("Some time in it" in key) == ("birth" in {place[0] for place in places})
    assert "dl-number" not in key


def test_groups_of_kinds_differ_in_shape_and_colour():
    assert len(LOOKS) == len({look.symbol for look in LOOKS}) == len({look.color for look in LOOKS}) <= 4
    assert look_of("no such kind") is LOOKS[-1]


@pytest.mark.parametrize(
    ("status", "words"), [("happened", "<br>4 May 2023<br>"), ("planned", "<br>4 May 2023 · Planned<br>")]
)
def test_the_pointer_tells_what_did_not_take_place_yet(status, words):
    event = {"title": "Meeting", "start": datetime(2023, 5, 4), "end": datetime(2023, 5, 5), "precision": "day"}
    assert words in tell_event({**event, "status": status, "leaders": [], "n_documents": 1, "n_quotes": 0}, {})
