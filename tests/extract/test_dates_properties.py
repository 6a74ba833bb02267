"""What holds for every text and every anchor: places are right, nothing overlaps, nothing raises, nothing runs away."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.extract.dates import find_dates
from loaders.records import TimeExpression
from loaders.tables.schema import PRECISIONS

WORDS = """
May March Monday Sunday sun sat the a an of in on at to and from between until by early late mid end beginning last next
this that same previous following yesterday today tomorrow tonight morning night noon week weeks month months year years
decade century centuries day days hour quarter half summer winter fall ago later earlier before after every daily now
recently future past Christmas Easter anniversary BC AD FY22 Q3 H1 1914 1915 0 1 12 31 32 99 100 2022 9999 10000 1st 5th
31st 60th 1990s '90s '91 25.11.2022 3/4/2014 2022-11-25 10:45 24:00 pm a.m. GMT twenty five hundred few several couple
first second twelfth , . - – ( ) / : ' @name (@name) # $ % 's 29 February
"""
BREAKS = ("\n", "\n\n", "\n\n\n")
PHRASES = st.lists(st.sampled_from((*WORDS.split(), *BREAKS)), max_size=25).map(" ".join)
TEXTS = st.one_of(PHRASES, st.text(max_size=120), st.tuples(PHRASES, st.text(max_size=20), PHRASES).map("".join))
ANCHORS = st.one_of(
    st.none(), st.dates(), st.datetimes(), st.sampled_from([date.min, date.max, datetime.min, datetime.max])
)


def check(text: str, expressions: list[TimeExpression]) -> None:
    last = 0
    for one in expressions:
        assert last <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.type in ("DATE", "TIME", "DURATION", "SET")
        assert one.value
        assert one.how
        assert (one.interval is None) == (one.precision is None)
        assert (one.interval is None) == (one.problem is not None)
        if one.interval is not None:
            assert one.interval[0] < one.interval[1]
            assert one.edtf
            assert one.precision in PRECISIONS
        last = one.end


@settings(max_examples=600, deadline=None)
@given(TEXTS, ANCHORS)
def test_every_text_is_read(text: str, anchor: date | None) -> None:
    check(text, find_dates(text, anchor))


@settings(max_examples=60, deadline=None)
@given(TEXTS, ANCHORS)
def test_the_same_text_gives_the_same(text: str, anchor: date | None) -> None:
    assert find_dates(text, anchor) == find_dates(text, anchor)


@settings(max_examples=60, deadline=None)
@given(st.dates())
def test_a_date_in_full_needs_no_anchor(day: date) -> None:
    (expression,) = find_dates(f"It was signed on {day.isoformat()} in Lima.", None)
    assert expression.value == day.isoformat()
    if expression.interval is not None:
        assert expression.interval[0] == datetime(day.year, day.month, day.day)


@pytest.mark.parametrize(
    "unit",
    ["1914, 1915, ", "1", "1 2 3 ", "a", "'", ".", "the ", "3, 4, ", "May 3, 4, ", "twenty five ", "May ", "(", "1/2/",
     "-", "one ", "last ", "10:", "@", "5 pm at ", "1.5.", "1,000", "of the ", "年", "a1", "'9 ", "1.5\t2,000\t1914\n",
     "\n", "early ", "(@a) ", "http://a ", "every ", "2 weeks before "],
)  # fmt: skip
def test_long_runs_are_read(unit: str) -> None:
    """Linear in the length: a pattern that backtracks would not come to an end on these."""
    text = unit * (20_000 // len(unit))
    check(text, find_dates(text, datetime(2020, 1, 1)))
