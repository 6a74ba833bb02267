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
    "-0043": ("44 BC", "44 B.C.", "44 BCE", "-0043"),
    "-0043-03": ("March 44 BC", "-0043-03"),
    "-0043-03-15": ("15 March 44 BC", "15 Mar 44 BC", "March 15, 44 BC", "-0043-03-15"),
    "0000-12-31": ("31 December 1 BC", "0000-12-31"),
    "-0386~": ("about 387 BC", "c. 387 BC", "-0386~"),
    "-0263/-0240": ("264–241 BC", "from 264 to 241 BC", "264 BC – 241 BC", "-0263/-0240"),
    "-0026/0014": ("27 BC – AD 14", "from 27 BC to AD 14", "-0026/0014"),
    "-04XX": ("5th century BC", "the 5th century BC", "the fifth century B.C.E.", "-04XX"),
    "-0468/-0459": ("460s BC", "the 460s BC", "-0468/-0459"),
    "0079": ("AD 79", "A.D. 79", "79 CE", "0079"),
    "0079-08-24": ("24 August AD 79", "24 Aug AD 79", "August 24, AD 79", "24 August 79 CE", "0079-08-24"),
    "00XX": ("first century AD", "the 1st century CE", "the first century"),
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
