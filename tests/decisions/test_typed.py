"""A date as somebody types it: each meaning, with every way to say it; and what is none, or open."""

from __future__ import annotations

import pytest

from loaders.decisions.typed import read_typed_date

MEANT = {
    "2021-08-30": ("30 August 2021", "August 30, 2021", "2021-08-30", "30.8.2021", "30/8/2021", "30 de agosto de 2021"),
    "2021-08": ("2021-08", "August 2021", "Aug 2021"),
    "1960": ("1960",),
    "1960~": ("1960~", "about 1960", "c. 1960", "ca. 1960", "circa 1960"),
    "1960?": ("1960?",),
    "2021-08~": ("2021-08~",),
    "199X": ("199X", "199x", "1990s", "the 1990s"),
    "19XX": ("19XX",),
    "1969-21": ("spring 1969", "1969-21"),
    "2020-09/2020-11": ("2020-09/2020-11", "September 2020 – November 2020", "from September 2020 to November 2020"),
    "2022-11-24/2022-11-26": (
        "24–26 November 2022",
        "24-26 November 2022",
        "from 24 to 26 November 2022",
        "November 24-26, 2022",
    ),
    "1990/1992": ("1990/1992", "1990–1992", "between 1990 and 1992", "from 1990 until 1992"),
    "2021-08-30T10:15": ("2021-08-30T10:15",),
}
NONE = (
    "",
    " ",
    "someday",
    "yesterday",
    "on Monday",
    "3/4/2021",
    "31 February 2021",
    "2021-13",
    "0000",
    "1992/1990",
    "<b>",
    "9" * 500,
)


@pytest.mark.parametrize(("edtf", "typed"), [(edtf, one) for edtf, some in MEANT.items() for one in some])
def test_a_date_is_read_as_it_is_meant(edtf, typed):
    found = read_typed_date(typed)
    assert found is not None and found.edtf == edtf
    assert found.start < found.end


@pytest.mark.parametrize("typed", NONE)
def test_what_is_no_date_or_open_is_not_guessed(typed):
    assert read_typed_date(typed) is None


def test_a_range_holds_both_its_ends():
    found = read_typed_date("24–26 November 2022")
    assert found is not None
    assert (found.start.day, found.end.day, found.precision) == (24, 27, "span")
