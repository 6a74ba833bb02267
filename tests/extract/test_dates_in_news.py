"""Ways in which reports of the day tell times, each read as part of a text of some length published on one day."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.extract.dates import find_dates

PUBLISHED = date(2013, 8, 21)
"""A Wednesday."""


def values(text: str) -> list[str]:
    """What is read of a text too long for a message."""
    return [one.value for one in find_dates(text + " " * 300, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met at the end of a trip on Monday.", ["2013-08-19"]),
        ("The talks end on Friday.", ["2013-08-23"]),
        ("It kept its forecast of last week, up from 0.8 percent in October.", ["2013-W33", "2012-10"]),
        ("Rain is forecast for Friday.", ["2013-08-23"]),
        ("Schools stayed closed due to flooding on Tuesday.", ["2013-08-20"]),
        ("The trial, due to start on Sunday, was put off.", ["2013-08-25"]),
        ("The train is due to leave on Friday.", ["2013-08-23"]),
        ("He was to speak in Oslo on Monday.", ["2013-08-19"]),
        ("The talks, which were due to end Tuesday, go on.", ["2013-08-20"]),
        ("He was to speak in Oslo on Thursday.", ["2013-08-22"]),
        ("She had been scheduled to speak, but on Tuesday, the fair announced that it closed.", ["2013-08-20"]),
        ("The town holds a fair on Monday.", ["2013-08-26"]),
        ("He rewrote a speech, to be given Friday.", ["2013-08-23"]),
        ("It raised the hope that the December vote will pass.", ["2013-12"]),
        ("They turned to towns that hold fairs in December.", ["2013-12"]),
        ("They moved to that town in December.", ["2012-12"]),
        ("That would open the way to a fair in July.", ["2014-07"]),
        ("Readers will be able to speak up on Tuesday.", ["2013-08-27"]),
        ("The mayor, who will run again, suspended his campaign Monday.", ["2013-08-19"]),
    ],
)
def test_nouns_and_reasons_do_not_look_ahead(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The road is closed between 11 and 1 p.m.", ["2013-08-21T11:00", "2013-08-21T13:00"]),
        ("It opens 11-1 p.m. on Friday.", ["2013-08-23T11:00", "2013-08-23T13:00"]),
        ("Polls open from 10 to 10 p.m.", ["2013-08-21T10:00", "2013-08-21T22:00"]),
        ("They met from 6:30 to 7 p.m.", ["2013-08-21T18:30", "2013-08-21T19:00"]),
        ("They met between 12 and 2 p.m.", ["2013-08-21T12:00", "2013-08-21T14:00"]),
        ("He drove between 11 and 2 a.m.", ["2013-08-21T23:00", "2013-08-21T02:00"]),
    ],
)
def test_an_hour_shares_the_half_of_the_day_unless_it_would_be_later(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices rose 2.8% in the year to January.", ["P1Y", "2013-01"]),
        ("In the year ended Dec. 31, it sold more.", ["P1Y", "2012-12-31"]),
        ("Output fell in the six months to 30 September.", ["P6M", "2012-09-30"]),
        ("It expects to earn more in the year to March.", ["P1Y", "2014-03"]),
        ("The town has until mid-April to agree on a list.", ["2014-04"]),
    ],
)
def test_the_end_of_a_year_lies_behind_and_a_time_that_is_left_ahead(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Libraries are closed Thursday.", ["2013-08-22"]),
        ("Banks are closed on Monday.", ["2013-08-26"]),
        ("The play is based on Monday's report.", ["2013-08-19"]),
        ("They spoke on Tuesday of a tower to be pulled down on Saturday.", ["2013-08-20", "2013-08-24"]),
        ("She was found to be ill on Monday.", ["2013-08-19"]),
    ],
)
def test_what_is_done_on_a_weekday_lies_ahead(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales grew in Q1 2011 and Q2.", ["2011-Q1", "2011-Q2"]),
        (
            "It shrank in the first half of last year and recovered in the second half.",
            ["2012-H1", "2012-H2"],
        ),
        ("Profit rose 4 percent in the first half.", ["2013-H1"]),
        ("Profits rose. The striker scored in the first half.", []),
        ("He scored in the first half.", []),
    ],
)
def test_halves_and_quarters_beside_others_and_of_business(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_this_weekend_may_be_just_over() -> None:
    monday = date(2013, 8, 19)
    told = find_dates("He told a paper this weekend that it was over." + " " * 300, monday)
    ahead = find_dates("They will play this weekend." + " " * 300, monday)
    assert [one.value for one in (*told, *ahead)] == ["2013-W33-WE", "2013-W34-WE"]


def test_a_quarter_long_past_is_that_of_next_year_where_the_future_is_told() -> None:
    text = "The line will open in the first quarter." + " " * 300
    assert [one.value for one in find_dates(text, date(2013, 11, 5))] == ["2014-Q1"]
    assert [one.value for one in find_dates(text, date(2013, 4, 5))] == ["2013-Q1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nothing flew after 9/11.", ["2001-09-11"]),
        ("The fire of 9/11/2012 was not 9/11-2.", ["2012"]),
        ("He swam ashore on D-Day.", ["1944-06-06"]),
        ("In nineteen eighty-four he came, in nineteen twelve he left.", ["1984", "1912"]),
        ("He read Nineteen Eighty-Four to twenty boys.", []),
        ("Twenty twenty-one people came.", []),
        ("the winter of 2011-12", ["2011-WI"]),
        ("on the evening of 3 May last year", ["2012-05-03TEV"]),
        ("in the fall of last year", ["2012-FA"]),
        ("It broke on 3 May 2011. Two years to the day later it broke again.", ["2011-05-03", "2013-05-03"]),
        ("He died three years ago to the day.", ["2010-08-21"]),
        ("It reopened two years to the day after the fire.", ["P2Y"]),
        ("Every Christmas she sang.", ["XXXX-12-25"]),
        ("Each Easter she sang.", ["P1Y"]),
        ("It rained day after day, year in, year out.", ["P1D", "P1Y"]),
        ("They train six days a week and three times a day.", ["P1W", "P1D"]),
    ],
)
def test_days_of_history_spoken_years_and_what_comes_again(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_length_between_two_numbers_is_one_expression() -> None:
    text = "It heals in 6 to 8 weeks, two or three days at best." + " " * 300
    assert [(one.text, one.value) for one in find_dates(text, PUBLISHED)] == [
        ("6 to 8 weeks", "P8W"),
        ("two or three days", "P3D"),
    ]


@pytest.mark.parametrize("opening", ["2012 in review.", "The year in review.", "We look back at 2012."])
def test_a_review_of_a_year_tells_of_that_year(opening: str) -> None:
    text = f"{opening} March 3: rain. In November it snowed." + " " * 300
    days = [one.value for one in find_dates(text, date(2013, 1, 4)) if "-" in one.value]
    assert days == ["2012-03-03", "2012-11"]
    days = [one.value for one in find_dates(text.replace(opening, ""), date(2013, 1, 4))]
    assert days == ["2013-03-03", "2012-11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The vote was put off until June 4.", ["2014-06-04"]),
        ("The case was adjourned until March.", ["2014-03"]),
        ("The vote was put off. They stayed until June 4.", ["2013-06-04"]),
        ("The minister, who took office on Sept. 5, left.", ["2012-09-05"]),
        ("He said a fair on Sept. 5 drew no crowd.", ["2013-09-05"]),
        ("She will retire in the spring.", ["2014-SP"]),
        ("They feared a defeat in the autumn.", ["2013-FA"]),
        ("The rule was drafted in the autumn.", ["2012-FA"]),
        ("It must be drafted in the autumn.", ["2013-FA"]),
        ("They will meet in the autumn.", ["2013-FA"]),
        ("It lasted into spring.", ["2013-SP"]),
        ("It will open in the new year.", ["2014"]),
    ],
)
def test_what_waits_lies_ahead_and_what_was_done_behind(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 3:20 a.m. that day", "2013-05-03T03:20"),
        ("at 9 p.m. that night", "2013-05-03T21:00"),
        ("at 8 a.m. the next day", "2013-05-04T08:00"),
        ("at noon the following day", "2013-05-04T12:00"),
        ("at 7 a.m. the next morning", "2013-05-04T07:00"),
        ("at 5 p.m. on the same day", "2013-05-03T17:00"),
        ("the night before and at the gate", "2013-05-02TNI"),
    ],
)
def test_an_hour_of_a_day_counted_from_the_last_one_told(text: str, expected: str) -> None:
    assert values(f"The fire broke out on 3 May. Crews came {text}.") == ["2013-05-03", expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold more in Q1 than in the same period last year.", ["2013-Q1", "2012-Q1"]),
        ("It sold more than in the same period last year.", ["2012"]),
        ("two five-year terms", ["P5Y"]),
        ("twenty-five thousand years", ["P25000Y"]),
        ("in a single day", ["P1D"]),
        ("half a dozen years ago", ["2007"]),
        ("half a million years", ["P500000Y"]),
        ("Oil for May delivery rose; tin for October delivery fell.", ["2014-05", "2013-10"]),
        ("She turns 50 in June.", ["2014-06"]),
        ("By this time tomorrow they will know.", ["2013-08-22"]),
        ("The figures of April and May were too low.", ["2013-04", "2013-05"]),
        (
            "On May 3, 12 boats sank, and on May 3, 12 and 14 it rained.",
            ["2013-05-03", "2013-05-03", "2013-05-12", "2013-05-14"],
        ),
        ("It was checked on May 3, 12 days before.", ["2013-05-03", "2013-04-21"]),
        ("House starts rose 3% in June from May.", ["2013-06", "2013-05"]),
        ("Profit rose in Q2 from the prior-year period.", ["2013-Q2", "2012-Q2"]),
        ("It fell in May 2011. It now beats the prior-year result.", ["2011-05", "PRESENT_REF", "2012"]),
        ("It opened on 3 May 2013. Two days prior, it burnt.", ["2013-05-03", "2013-05-01"]),
        ("Each December 10 they meet.", ["XXXX-12-10"]),
        ("The port was hours from a strike.", ["PTXH"]),
    ],
)
def test_periods_of_last_year_and_numbers_in_words(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at half past seven on Thursday morning", [("half past seven on Thursday morning", "2013-08-15T07:30")]),
        ("for the first nine months", [("the first nine months", "P9M")]),
        ("in the final two minutes", [("the final two minutes", "PT2M")]),
        ("by early fall", [("early fall", "2013-FA")]),
        ("by late afternoon", [("late afternoon", "2013-08-21TAF")]),
        ("the Green Future Fund", []),
        ("in future", [("future", "FUTURE_REF")]),
        ("in fall 2014", [("fall 2014", "2014-FA")]),
    ],
)
def test_spans_of_halves_past_first_months_and_falls(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.text, one.value) for one in find_dates(text + "." + " " * 300, PUBLISHED)] == expected
