"""Nights that run into the next day are those of the day on which they begin; ranges whose two ends are joined by two words."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates

PUBLISHED = datetime(2016, 3, 9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell overnight from Monday to Tuesday.", ["2016-03-07TNI"]),
        ("It burned overnight Monday into Tuesday.", ["2016-03-07TNI"]),
        ("In the night of Monday to Tuesday it burned.", ["2016-03-07TNI"]),
        ("On the night of 4 to 5 March it rained.", ["2016-03-04TNI"]),
        ("In the night between 4 and 5 March it fell.", ["2016-03-04TNI"]),
        ("During the night of March 4 and 5 it fell.", ["2016-03-04TNI"]),
        ("On the night of 31 December to 1 January it fell.", ["2015-12-31TNI"]),
        ("On the night of December 31 into January 1, 2012 it fell.", ["2011-12-31TNI"]),
        ("Late on Monday night and early on Tuesday it rained.", ["2016-03-07TNI", "2016-03-08"]),
        ("The keeper left shortly before midnight on Monday.", ["2016-03-07TNI"]),
        ("The keeper left shortly after midnight on Monday.", ["2016-03-07T24:00"]),
        ("He served from March 2012 through to June.", ["2012-03", "2012-06"]),
        # Two mornings are two
        ("They met on the morning of Monday and on Tuesday.", ["2016-03-07TMO", "2016-03-08"]),
    ],
)
def test_nights(text: str, expected: list[str]) -> None:
    assert [one.value for one in find_dates(text + " " * 300, PUBLISHED)] == expected
