"""Ways in which reports and histories tell times, counted from one publication: each phrase with all its values."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates

PUBLISHED = datetime(2022, 11, 25, 9, 30)
"""A Friday."""


def values(text: str) -> list[str]:
    return [one.value for one in find_dates(text + " " * 300, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at half past three", ["2022-11-25T03:30"]),
        ("at quarter to nine in the evening", ["2022-11-25T20:45"]),
        ("at 3:45 in the afternoon", ["2022-11-25T15:45"]),
        ("at two in the morning", ["2022-11-25T02:00"]),
        ("at 10 at night", ["2022-11-25T22:00"]),
        ("at seven o'clock", ["2022-11-25T07:00"]),
        ("at 7 o'clock on Thursday evening", ["2022-11-24T19:00"]),
        ("Thursday evening at 7:30", ["2022-11-24T19:30"]),
        ("at 7:15 this morning", ["2022-11-25T07:15"]),
        ("at 0600 GMT", ["2022-11-25T06:00"]),
        ("Wednesday at noon", ["2022-11-23T12:00"]),
        ("10:04 UT on 3 November 2020", ["2020-11-03T10:04"]),
        ("in the early hours of April 16, 2020", ["2020-04-16"]),
        ("It ended shortly before dawn.", ["2022-11-25TMO"]),
        ("He was seen on the night of the attack.", ["XXXX-XX-XXTNI"]),
        ("at 2100 hrs", ["2022-11-25T21:00"]),
        ("over the past fortnight", ["P2W"]),
        ("the day after Christmas", ["2022-12-26"]),
        ("the day before Easter 2020", ["2020-04-11"]),
        ("two weeks after Easter 2020", ["2020-04-26"]),
        ("some months before Easter 2020", ["PXM", "2020-04-12"]),
        ("It froze overnight.", ["2022-11-24TNI"]),
        ("It will freeze overnight.", ["2022-11-25TNI"]),
        ("at dawn on 17 June 1815", ["1815-06-17TMO"]),
        ("on the night of 4/5 May 1943", ["1943-05-04TNI"]),
        ("during the night of March 9-10, 1943", ["1943-03-09TNI"]),
        ("in the small hours of Sunday", ["2022-11-20"]),
        ("at dawn on Wednesday", ["2022-11-23TMO"]),
        ("It froze overnight Wednesday.", ["2022-11-23TNI"]),
        ("They marched between 3 and 5 p.m. on Thursday.", ["2022-11-24T15:00", "2022-11-24T17:00"]),
        ("two hours ago", ["2022-11-25T07:30"]),
        ("at 9:05 p.m. EDT on Thursday (0105 GMT on Friday)", ["2022-11-24T21:05", "2022-11-25T01:05"]),
        ("on Thursday night, 24 November 2022", ["2022-11-24TNI"]),
        ("Friday morning, November 18", ["2022-11-18TMO"]),
        ("from midnight tonight until noon tomorrow", ["2022-11-25T24:00", "2022-11-26T12:00"]),
        ("They will meet on Friday week.", ["2022-12-02"]),
        ("every other Friday", ["XXXX-WXX-5"]),
        ("on the second Tuesday of each month", ["XXXX-WXX-2"]),
        ("a biennial fair", ["P2Y"]),
        ("two hours and ten minutes", ["PT2H10M"]),
        ("three-quarters of an hour", ["PT45M"]),
        ("6-8 p.m. Friday, December 2", ["2022-12-02T18:00", "2022-12-02T20:00"]),
        ("Friday, December 2, 7:30-9 p.m.", ["2022-12-02T19:30", "2022-12-02T21:00"]),
        ("6-8 p.m. Thursday", ["2022-11-24T18:00", "2022-11-24T20:00"]),
        ("28 March 2013 19.30 GMT", ["2013-03-28T19:30"]),
        ("03:15 PM ET, 03/21/2013", ["2013-03-21T15:15"]),
        ("at 12 noon on Thursday", ["2022-11-24T12:00"]),
        ("It struck 12 midnight.", ["2022-11-25T00:00"]),
        ("mid-afternoon Thursday", ["2022-11-24TAF"]),
        ("a centuries-old oak", ["PXCE"]),
        ("posted on 6 February 2020 11:19 by Anna", ["2020-02-06T11:19"]),
        ("in the early hours of the morning", ["2022-11-25TMO"]),
        ("the night before last", ["2022-11-23TNI"]),
        ("the year before last and the week after next", ["2020", "2022-W49"]),
        ("the week before last Monday", ["2022-11-21"]),
        ("between 5 and 7 a.m.", ["2022-11-25T05:00", "2022-11-25T07:00"]),
        ("It rained between May and July.", ["2022-05", "2022-07"]),
        ("He scored in the 12th, 45th and 90th minutes.", []),
        ("He will go on the 26th, 27th and 28th.", ["2022-11-26"]),
        ("a year, six months", ["P1Y6M"]),
        ("two weeks and a year", ["P2W", "P1Y"]),
        ("about seven and a half minutes", ["PT7M30S"]),
        ("It fell in the week ended March 16.", ["P1W", "2022-03-16"]),
        ("It fell in the quarter ended June 30.", ["P3M", "2022-06-30"]),
        ("the good old days", ["PAST_REF"]),
        ("within hours", ["PTXH"]),
        ("hours after the vote", ["PTXH"]),
        ("the whole week", ["P1W"]),
    ],
)
def test_times_of_day(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the year-ago quarter", ["2021-Q3"]),
        ("It sank 100 years ago next month.", ["1922-12"]),
        ("They cut the forecast for this year and next.", ["2022", "2023"]),
        ("on the last weekend in August 2020", ["2020-W35-WE"]),
        ("Profit was higher in the third quarter than a year earlier.", ["2022-Q3", "2021-Q3"]),
        ("It lost money in 2019 and made some the next year. It grows over the next year.", ["2019", "2020", "P1Y"]),
        ("In the July-September period it rained.", ["2022-07", "2022-09"]),
        ("It was shut from November to March.", ["2022-11", "2023-03"]),
        ("It grew this month and last.", ["2022-11", "2022-10"]),
        ("They expect prices to fall by mid-year.", ["2022"]),
        ("in the summer months of 2012", ["2012-SU"]),
        ("Signed on Tuesday, 3/4/2014, in force since Thu 3/4/2014.", ["2014-03-04", "2014-04-03"]),
        ("Signed 15-Mar-13, in force 2013-4-1, ended Q1/2014.", ["2013-03-15", "2013-04-01", "2014-Q1"]),
        ("The strike began five years ago this week.", ["2017"]),
        ("It earned more in the first quarter than in the same quarter last year.", ["2022-Q1", "2021-Q1"]),
        ("It fell in May against the same month a year earlier.", ["2022-05", "2021-05"]),
        ("the same month of 2019", ["2019-11"]),
        ("a year-earlier loss", ["2021"]),
        ("The year before, it had lost more.", ["2021"]),
        ("first-half profit fell", ["2022-H1"]),
        ("the last quarter of 2020", ["2020-Q4"]),
        ("Q1-Q3 2020", ["2020-Q1", "2020-Q3"]),
        ("for the rest of the year", ["2022"]),
        ("3Q 2020", ["2020-Q3"]),
        ("last year's fourth quarter", ["2021-Q4"]),
        ("in the fourth quarter last year", ["2021-Q4"]),
        ("a prior-year loss", ["2021"]),
        ("for two quarters", ["P6M"]),
        ("six straight quarters", ["P18M"]),
        ("late in the year", ["2022"]),
        ("3Q20", ["2020-Q3"]),
        ("2020 Q3", ["2020-Q3"]),
        ("2020Q3", ["2020-Q3"]),
        ("1H20", ["2020-H1"]),
        ("It is 1,000 days since the strike.", ["P1000D"]),
        ("Jan.-March sales fell", ["2022-01", "2022-03"]),
        ("in the first nine months of the year", ["P9M", "2022"]),
    ],
)
def test_business(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a quarter of a century ago", ["1997"]),
        ("a quarter-century of peace", ["P25Y"]),
        ("half a century ago", ["1972"]),
        ("for half a century", ["P50Y"]),
        ("They wed a year ago Monday.", ["2021-11-21"]),
        ("the 5th and 6th centuries", ["04", "05"]),
        ("from the ninth to the eleventh centuries BC", ["BC08", "BC10"]),
        ("the first decade of the 20th century", ["190"]),
        ("the last decade of the 19th century", ["189"]),
        ("the last years of the 17th century", ["16"]),
        ("the closing months of 1944", ["1944"]),
        ("in the early days of May 1917", ["1917-05"]),
        ("in the 60s", ["196"]),
        ("the 1960s and 70s", ["196", "197"]),
        ("post-2008 rules", ["2008"]),
        ("3.5 million years ago", ["PAST_REF"]),
        ("rocks that are 50 million years old", ["P50000000Y"]),
        ("on April 16 of last year", ["2021-04-16"]),
        ("from end-2019 to end-March 2020", ["2019", "2020-03"]),
        ("It was sold three years back.", ["2019"]),
        ("for a hundred and fifty years", ["P150Y"]),
        ("several dozen years", ["PXY"]),
        ("thirty-odd years", ["P30Y"]),
        ("a year-and-a-half", ["P1.5Y"]),
        ("It may last months.", ["PXM"]),
        ("It came three days later than planned.", ["P3D"]),
        ("a years-long dispute", ["PXY"]),
        ("a decades-old dispute", ["PXDE"]),
        ("until May", ["2023-05"]),
        ("since at least May", ["2022-05"]),
        ("as recently as last month", ["2022-10"]),
        ("since the Sept. 11 attacks", ["2001-09-11"]),
        ("for the time being", ["PRESENT_REF"]),
        ("the other day", ["PAST_REF"]),
    ],
)
def test_long_times(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1996 a storm sank the two ferries on 24 February.", ["1996", "1996-02-24"]),
        ("The act was passed in 1996, after the ferries sank on 24 February.", ["1996", "1996-02-24"]),
        ("* **Early 2020** – The port drops its claim; the judge agrees on 6 April.", ["2020", "2020-04-06"]),
        ("Early 2020 – The port drops its claim; the judge agrees on 6 April.", ["2020", "2020-04-06"]),
        ("The line, founded in 1996, said on 24 October that it would close.", ["1996", "2022-10-24"]),
        ("Since 2019, ferries are rare; on 24 October one came.", ["2019", "2022-10-24"]),
        ("In 1996 it sank. On 24 October a wreath was laid.", ["1996", "2022-10-24"]),
        ("In January 2019 a mine fell in and the owners broke off work the next day.", ["2019-01", "2019-01-XX"]),
        ("The mayor went there in April 2021; his rival went a week earlier.", ["2021-04", "2021-04"]),
        (
            "They met last Thursday; both said it was settled in 1899. Two days earlier they had flown in.",
            ["2022-11-24", "1899", "2022-11-22"],
        ),
        ("The office reopened last July. On the 20th, I think.", ["2022-07", "2022-07-20"]),
        ("It rained a lot in July. The mayor will speak on the 30th.", ["2022-07", "2022-11-30"]),
    ],
)
def test_what_was_just_told_counts(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the spring they stopped doing so. On Tuesday it will be forty years.", "2022-11-29"),
        ("He signed for Ayr vs. Troon, who on Tuesday play at home.", "2022-11-22"),
    ],
)
def test_a_short_word_may_end_the_sentence_before(text: str, expected: str) -> None:
    assert expected in values(text)


LIFE = "He was born in 1931, moved in 1950, wed in 1962, sailed in 1970, rowed in 1975 and swam in 1979. He landed on 4 May 1988."


def test_what_was_said_at_the_end_of_a_life_counts_from_the_publication() -> None:
    end = values(LIFE + "\n\nHe was kind, his mayor said on Monday. A service will be held on 2 December.")
    assert end[-2:] == ["2022-11-21", "2022-12-02"]


def test_a_weekday_of_the_story_counts_from_the_story() -> None:
    assert values(LIFE + "\n\nOn Friday he was ill.")[-1] == "1988-04-29"
