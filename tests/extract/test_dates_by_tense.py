"""Days, months and seasons before or after the publication, as the clause around them tells."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates

PUBLISHED = datetime(2022, 11, 25, 9, 30)
"""A Friday."""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("She came on Thursday for talks that end on Sunday.", ["2022-11-24", "2022-11-27"]),
        ("He was to arrive on Saturday.", ["2022-11-26"]),
        ("The city was ready to host a summit in June.", ["2023-06"]),
        ("The new law takes effect in July.", ["2023-07"]),
        ("The film will open on Easter Monday.", ["2023-04-10"]),
        ("The mill burned down on Easter Monday.", ["2022-04-18"]),
        ("They fasted until Eid al-Fitr.", ["2022-05-03"]),
        ("They will remember the Sept. 11 attacks.", ["2001-09-11"]),
        ("By Wednesday, a storm had passed. It rains until Tuesday.", ["2022-11-23", "2022-11-29"]),
        ("The envoys will return this coming Tuesday.", ["2022-11-29"]),
        ("He said the dam would be finished in May.", ["2023-05"]),
        ("A spokesman would not comment on Wednesday.", ["2022-11-23"]),
        ("They would look into Wednesday's ruling.", ["2022-11-23"]),
        ("Neither could be found on Monday.", ["2022-11-21"]),
        ("They were seen shortly before 9 p.m. Wednesday.", ["2022-11-23T21:00"]),
        ("It was laid around February 14.", ["2022-02-14"]),
        ("It was laid around February 14th.", ["2022-02-14"]),
        ("They have until 9 a.m. Monday to leave.", ["2022-11-28T09:00"]),
        ("It was not until Tuesday that he spoke.", ["2022-11-22"]),
        ("The shop opens this Saturday, Sunday and Tuesday.", ["2022-11-26", "2022-11-27", "2022-11-29"]),
        ("They met on Monday, Tuesday and Thursday.", ["2022-11-21", "2022-11-22", "2022-11-24"]),
        ("It has been shut since December 3.", ["2021-12-03"]),
        ("The mill closed, and its owner resigned on December 20.", ["2021-12-20"]),
        ("The sale is closed on December 20.", ["2022-12-20"]),
        ("The storm is forecast to arrive late Sunday or early Monday.", ["2022-11-27", "2022-11-28"]),
        ("The road is shut through the weekend.", ["2022-W47-WE"]),
        ("They decided to meet in January.", ["2023-01"]),
        ("The mayor on Monday opened the fair that is planned for 2023.", ["2022-11-21", "2023"]),
        ("She would be flying to the United States on Sunday.", ["2022-11-27"]),
        ("The service is on Friday, April 1 in Lima.", ["2022-04-01"]),
        ("They began March with new hope after her January comment.", ["2022-03", "2022-01"]),
        ("2007 was the year of the great flood.", ["2007"]),
        ("The jet will be built until at least 2030, not 2025 as planned.", ["2030", "2025"]),
        ("Ministers meet on Monday to sign it.", ["2022-11-28"]),
        ("He flew in to meet them on Monday.", ["2022-11-21"]),
        ("The two did not meet in Geneva on Tuesday.", ["2022-11-22"]),
        ("They did meet on Tuesday.", ["2022-11-22"]),
        ("They are leaving Sunday.", ["2022-11-27"]),
        ("Polls close at 8 p.m. Tuesday.", ["2022-11-29T20:00"]),
        ("Monday is a holiday.", ["2022-11-28"]),
        ("The banks stay shut until at least Tuesday.", ["2022-11-29"]),
        ("A survey released Sunday is the first of its kind.", ["2022-11-20"]),
        ("Will it end? On Wednesday he said no.", ["2022-11-23"]),
        ("She is winding up the club, and on Monday, her lawyer said it was sold.", ["2022-11-21"]),
        ("The aides spent Saturday telling all who will listen.", ["2022-11-19"]),
        ("He said on ''Meet the Elders'' on Sunday that it was sold.", ["2022-11-20"]),
        ("They vowed to go on regardless of Tuesday's result.", ["2022-11-22"]),
        ("The council will vote in the fall.", ["2022-FA"]),
        ("It is the largest to date.", ["PRESENT_REF"]),
        ("The race will be held on May 20.", ["2023-05-20"]),
        ("It was built last autumn and is to open next winter.", ["2021-FA", "2022-WI"]),
    ],
)
def test_the_clause_decides_on_which_side_a_day_lies(text: str, values: list[str]) -> None:
    assert [one.value for one in find_dates(text + " " * 300, PUBLISHED)] == values


@pytest.mark.parametrize(
    ("text", "published", "begins"),
    [
        ("It was a hard winter.", datetime(2022, 2, 1), datetime(2021, 12, 1)),
        ("They lost much this winter.", datetime(2022, 3, 20), datetime(2021, 12, 1)),
        ("They lost much this winter.", datetime(2022, 12, 20), datetime(2022, 12, 1)),
        ("They lost much last winter.", datetime(2022, 12, 20), datetime(2021, 12, 1)),
        ("They lost much last spring.", datetime(2022, 4, 1), datetime(2021, 3, 1)),
        ("They will be back next spring.", datetime(2022, 4, 1), datetime(2023, 3, 1)),
    ],
)
def test_a_season_under_way_or_just_over(text: str, published: datetime, begins: datetime) -> None:
    (season,) = find_dates(text + " " * 300, published)
    assert season.interval is not None
    assert season.interval[0] == begins


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # Told in the past means the past, in a short text with paragraphs too, which is no message
        ("The dam\n\nThe gates closed on April 12.", ["2022-04-12"]),
        ("The dam\n\nOn March 2, the council sued the builder.", ["2022-03-02"]),
        ("The dam\n\nShe left on January 20.", ["2022-01-20"]),
        ("The dam\n\nThe gates closed on December 1.", ["2022-12-01"]),
        # Told in the future means the future
        ("The dam\n\nThe gates will open on October 30.", ["2023-10-30"]),
        ("The dam\n\nThe gates will open on November 12.", ["2023-11-12"]),
        # Beside a day of another time, a day belongs to that time
        ("The dam\n\nOn February 3, 2011, he answered her note of December 28.", ["2011-02-03", "2010-12-28"]),
        ("The dam\n\nOn November 30, 2009, they agreed to meet on January 4.", ["2009-11-30", "2010-01-04"]),
        ("The dam\n\nOn October 3, 2022, they answered a letter of July 4.", ["2022-10-03", "2022-07-04"]),
    ],
)  # fmt: skip
def test_a_day_without_a_year_lies_where_its_clause_tells(text: str, values: list[str]) -> None:
    assert [found.value for found in find_dates(text, PUBLISHED)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The dam\n\nThe gates closed at midnight.", ["2022-11-25T00:00"]),
        ("The dam\n\nThe gates will close at midnight.", ["2022-11-25T24:00"]),
        ("The dam\n\nThe gates closed at 8 p.m.", ["2022-11-24T20:00"]),
        ("The dam\n\nThe gates closed at 8 a.m.", ["2022-11-25T08:00"]),
        ("The dam\n\nThe gates will close at 8 p.m.", ["2022-11-25T20:00"]),
        # The last minute is no minute of the clock
        ("The dam\n\nThey gave up at the last minute.", []),
        ("The dam\n\nIt rained for the last hour of the fair.", []),
        # The same day is the one that is named
        ("The dam\n\nIt was sold on the same day as the mill, November 3.", ["2022-11-03", "2022-11-03"]),
        ("The dam\n\nIt was sold on November 2. On the same day it burned.", ["2022-11-02", "2022-11-02"]),
    ],
)  # fmt: skip
def test_times_of_day_and_moments(text: str, values: list[str]) -> None:
    assert [found.value for found in find_dates(text, PUBLISHED) if found.problem is None] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # A day that each country keeps at another time
        ("Keland marked its Independence Day on 9 August.", ["2022-08-09"]),
        ("It was closed on Keland's Independence Day.", []),
        ("They met on the Kelandian Independence Day.", []),
        ("It was closed on Independence Day.", ["2022-07-04"]),
        ("Keland marked Independence Day.", []),
        ("Independence Day in Keland was quiet.", []),
        ("Americans marked Independence Day.", ["2022-07-04"]),
        ("They marked Independence Day in June.", ["2022-07-04", "2022-06"]),
        ("It was closed on America's Independence Day.", ["2022-07-04"]),
        # Weekdays as names
        ("Judge Friday sat on Monday.", ["2022-11-21"]),
        ("Mrs. Sunday sat on Monday.", ["2022-11-21"]),
        ("He left the U.S. Monday.", ["2022-11-21"]),
        ("The Sunday Courier told of it.", []),
        # Months as names
        ("Mrs June told reporters of it.", []),
        ("Ann Day said the March family would stay.", []),
    ],
)
def test_feasts_and_weekdays_of_others(text: str, values: list[str]) -> None:
    found = find_dates(text + " " * 300, PUBLISHED)
    assert [one.value for one in found if one.problem is None] == values


def test_what_we_do_on_a_weekday_is_a_plan() -> None:
    text = "We sail on Tuesday, and I leave Wednesday. We sailed on Monday. We spoke Tuesday." + " " * 300
    assert [found.value for found in find_dates(text, datetime(2022, 11, 25))] == [
        "2022-11-29",
        "2022-11-30",
        "2022-11-21",
        "2022-11-22",
    ]


def test_what_is_expected_lies_ahead_however_far() -> None:
    text = "A vote is expected on November 4. On December 28 the court had ruled." + " " * 300
    assert [one.value for one in find_dates(text, datetime(2014, 1, 20))] == ["2014-11-04", "2013-12-28"]
