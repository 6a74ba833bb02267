"""Entries that begin with their day and a full stop."""

from __future__ import annotations

import pytest

from loaders.extract.dates import find_dates
from loaders.layout.entries import join_heads
from loaders.layout.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1871:\n\nJune 4th. Sailed from Weir.\n\nJune 5th. Fog.", ["In 1871:", "June 4th. Sailed from Weir.", "June 5th. Fog."]),
        ("In 1843:\n\nMonday, 3d. April. Left Weir. It rained.", ["In 1843:", "Monday, 3d. April. Left Weir.", "It rained."]),
        ("3 May 1871.\n\nIt rained.", ["3 May 1871.", "It rained."]),
        ("3 May 1871.\nIt rained.", ["3 May 1871.", "It rained."]),
        ("It was on 3 May 1871. It rained.", ["It was on 3 May 1871.", "It rained."]),
        ("Spring 1871. On 3 May it rained.", ["Spring 1871.", "On 3 May it rained."]),
        ("3 May 1871 was dry. It rained on 4 May.", ["3 May 1871 was dry.", "It rained on 4 May."]),
    ],
)  # fmt: skip
def test_the_day_at_the_head_of_a_line_goes_with_what_it_dates(text: str, expected: list[str]) -> None:
    found = join_heads(split_sentences(text), find_dates(text, None), text)
    assert [text[start:end] for start, end in found] == expected
