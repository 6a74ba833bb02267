"""Heads of entries in figures: what (text, published) gives as "words date", and texts in which figures are no dates."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates
from loaders.extract.events.figures import with_heads

DAY_FIRST = """\
Orvana, year by year

1961
03/02 - The republic is proclaimed in Kelna.
14/02 - Marland recognises Orvana.
1962
21/07 - The premier resigns.
"""
MONTH_FIRST = "* 1992\n    * 04/06: The port of Kelna opens.\n    * 12/30: The owners sell it.\n"
BY_ORDER = "1970\n\n* 02.01: The mill burns.\n* 01.03: It opens again.\n"
UNSURE = "1970\n\n* 02/02: The mill burns.\n* 03/03: It opens again.\n"
CLOCKS = (
    "Storm in Kelna\n\n3 March 2021\n\n09.10\nThe bridge closes.\n\n09.40\nTrains stop.\n\n11.05\nThe wind drops.\n"
)

YEARS = "* 1204: Kelna burns.\n* 1352: Black Death.\n* 1648: Peace of Dure.\n"
HEADS = [
    (DAY_FIRST, ["03/02 1961-02-03", "14/02 1961-02-14", "21/07 1962-07-21"]),
    (MONTH_FIRST, ["04/06 1992-04-06", "12/30 1992-12-30"]),
    # both orders are possible: the one in which the list runs on in time
    (BY_ORDER, ["02.01 1970-01-02", "01.03 1970-03-01"]),
    (YEARS, ["1204 1204", "1352 1352", "1648 1648"]),
    (CLOCKS, ["09.10 2021-03-03T09:10", "09.40 2021-03-03T09:40", "11.05 2021-03-03T11:05"]),
]
NO_HEADS = [
    UNSURE,
    "03/02: The republic is proclaimed.\n14/02: Marland follows.\n",
    "1961\n\nThe vote was 14/02 in the council and 03/02 in the senate.\n",
    "* 1648: metres\n* 1204: metres\n* 0352: metres\n",
    "1961\n\n45/02: a ratio\n14/88: another\n",
    "Results\n\n09.10\nKelna\n\n09.40\nDure\n",
    "",
]


def find_heads(text: str) -> list[str]:
    dates = find_dates(text, datetime(2021, 3, 3))
    found = with_heads(dates, text, datetime(2021, 3, 3))
    assert all(text[date.start : date.end] == date.text for date in found)
    return [f"{date.text} {date.edtf}" for date in found if date not in dates]


@pytest.mark.parametrize(("text", "heads"), HEADS)
def test_figures_at_the_head_of_entries_are_dates(text: str, heads: list[str]) -> None:
    assert find_heads(text) == heads


@pytest.mark.parametrize("text", NO_HEADS)
def test_figures_elsewhere_are_none(text: str) -> None:
    assert find_heads(text) == []
