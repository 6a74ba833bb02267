"""What an address may say, and what is said where it cannot be read. Anybody may write one."""

from __future__ import annotations

from datetime import datetime

import pytest

from pages.shared.address import read_address, read_window, say_window, to_address


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2018", datetime(2018, 1, 1), datetime(2019, 1, 1)),
        ("2018-12", datetime(2018, 12, 1), datetime(2019, 1, 1)),
        ("2018-12-05", datetime(2018, 12, 5), datetime(2018, 12, 5)),
        # a day in words is all of it, as in the fields
        ("5 December 2018", datetime(2018, 12, 5), datetime(2018, 12, 6)),
        ("Dec 2018", datetime(2018, 12, 1), datetime(2019, 1, 1)),
    ],
)
def test_a_year_a_month_or_a_day(words, start, end):
    found = read_address({"from": [words], "until": [words]})
    assert (found.selection.start, found.selection.end) == (start, end)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"from": ["soon"]}, "is no date"),
        ({"from": ["9999-12-31"]}, "too far from our time"),
        ({"until": ["-9998-01-01"]}, "too far from our time"),
        ({"until": ["9999"]}, "is no date"),
        ({"from": ["7th of Smarch"]}, "is no date"),
        ({"from": ["2021-13"]}, "is no date"),
        ({"from": ["2021-01-01T00:00+02:00"]}, "is no date"),
        ({"view": ["2021-01-01T00:00+02:00..2021-02-01T00:00+02:00"]}, "a stretch of time is written"),
        ({"view": ["2021-02-01..2021-01-01"]}, "a stretch of time is written"),
        ({"view": [".."]}, "a stretch of time is written"),
        ({"view": ["0001-01-01..9999-12-31"]}, "a stretch of time is written"),
        ({"at": ["9" * 5_000 + "-" + "9" * 5_001]}, "a place in a text is written"),
        ({"at": ["20-10"]}, "a place in a text is written"),
        ({"lanes": ["nonsense"]}, "it can be leader or actor or topic or kind or document or none"),
        ({"event": ["e" * 5_000]}, "it is too long"),
        ({"words": ["word " * 600]}, "Only the first 40 words"),
        ({"leader": [f"person-{number}" for number in range(999)]}, "names 999"),
    ],
    ids=str,
)
def test_what_cannot_be_read_is_said_in_one_sentence(open_page, address, said):
    found = read_address(address)
    assert len(found.problems) == 1
    assert said in found.problems[0]
    assert len(found.problems[0]) < 220


def test_a_page_says_what_is_wrong_with_its_address(open_page):
    app = open_page("full", **{"from": "soon", "view": "..", "words": "Havana " * 600})
    assert len(app.warning) == 3
    assert any("soon" in warning.value for warning in app.warning)


@pytest.mark.parametrize(
    "address", [{"view": [""]}, {"from": [""]}, {"event": []}, {"leader": [""]}, {"strange": ["1"]}]
)
def test_nothing_is_said_about_what_is_left_empty(address):
    assert read_address(address) == read_address({})


@pytest.mark.parametrize("page", ["timeline", "quotes", "leaders", "topics", "compare", "documents"])
@pytest.mark.parametrize(
    "address",
    [
        {"from": "9998-12-31", "view": "9998-01-01..9998-12-30"},
        {"until": "0002-01-01", "view": "0002-01-01..0002-01-02"},
        {"view": "2021-01-01..2021-01-02"},
        {"words": "a " * 900, "text": "x", "one": "y", "two": "z", "who": "nobody", "event": "gone"},
    ],
    ids=str,
)
def test_no_address_ends_in_a_traceback(open_page, page, address):
    open_page("full", page, **address)


def test_an_address_is_what_it_was_read_from():
    address = {"leader": ["ana", "ben"], "from": ["2021-01-01"], "words": ["port"], "view": ["2021-01-01..2021-02-01"]}
    found = read_address(address)
    assert to_address(found.selection, found.view) == address


def test_a_window_is_said_as_it_is_read():
    for words in ("2020-01-01..2021-01-01", "2020-01-01T06:30..2020-01-03"):
        window = read_window(words)
        assert window is not None
        assert say_window(window) == words


@pytest.mark.parametrize(
    ("page", "address", "said"),
    [
        ("compare", {"one": "nothing", "two": "nowhere"}, "names a document that is not there"),
        ("leaders", {"who": "nobody-at-all"}, "names somebody who is not there"),
    ],
    ids=str,
)
def test_what_an_address_names_and_is_not_there_is_said(open_page, page, address, said):
    app = open_page("full", page, **address)
    assert any(said in warning.value for warning in app.warning)
