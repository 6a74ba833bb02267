"""Dates as a corpus: one anchor, each value followed by the phrases that mean it. Add a row for every bug."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from loaders.extract.dates import find_dates
from loaders.records import TimeExpression

PUBLISHED = datetime(2022, 11, 25, 9, 30)
"""A Friday."""

CORPUS: dict[str, tuple[str, ...]] = {
    "2022-11-25": (
        "It was signed on Nov. 25, 2022, in Lima.",
        "It was signed on November 25th, 2022.",
        "the 25th of November 2022",
        "the twenty-fifth of November, 2022",
        "on 25 November 2022",
        "on Friday, 25 November 2022",
        "on Friday, November 25, 2022",
        "on 25.11.2022",
        "2022-11-25",
        "2022/11/25",
        "11/25/2022",
        "25/11/2022",
        "They met today.",
        "this Friday (25)",
        "25-Nov-2022",
        "November the 25th",
        "They met on Friday.",
        "the minister said Friday that the road was open",
    ),
    "2022-11-25T10:45": (
        "2022-11-25T10:45",
        "2022-11-25T10:45Z",
        "2022-11-25 10:45",
        "Nov. 25, 2022 @ 10:45 GMT",
        "They met at 10:45 a.m. on Friday.",
        "Friday at 10:45 am",
        "25 November 2022, 10:45 UTC",
        "at 10:45 on 25 November 2022",
        "November 25, 2022 at 10:45 AM",
    ),
    "2022-11-24": (
        "It opened yesterday.",
        "It opened one day ago.",
        "It opened on Thursday.",
        "They met on Thanksgiving.",
    ),
    "2022-11-23": ("They met on Wednesday.", "last Wednesday", "two days ago", "the day before yesterday"),
    "2022-11-26": ("They will meet tomorrow.", "They will meet on Saturday.", "in a day's time"),
    "2022-11-28": ("They will meet on Monday.", "next Monday", "The talks are scheduled for Monday."),
    "2022-11-23TNI": ("They spoke on Wednesday night.", "the night of Wednesday"),
    "2022-11-24TAF": ("yesterday afternoon", "Thursday afternoon"),
    "2022-11-24TNI": ("It burned last night.",),
    "2022-11-25TMO": ("They left this morning.", "Friday morning"),
    "2022-11-25TNI": ("They will dine tonight.",),
    "2022-11-05": ("The bridge was opened on the 5th.", "on November 5", "on the 5th of this month", "on 5 November"),
    "2022-12-25": ("before Christmas", "on Christmas Day", "on Christmas Day 2022"),
    "2023-04-09": ("Easter 2023",),
    "1992-11-24": ("30 years ago yesterday", "on November 24, 1992", "24/11/1992", "24/11/92"),
    "1992-11-25": ("30 years ago today", "30 years ago today (25 Nov)"),
    "1945-05-08": ("8 May 1945", "8th May 1945", "May 8, 1945", "May 8th, 1945", "the 8th of May, 1945", "8.5.1945"),
    "2014-07-22": ("22/7/2014", "7/22/2014", "on 22 July 2014"),
    "2020-02-29": ("Feb. 29, 2020", "29 February 2020"),
    "2022-W47": ("earlier this week", "later this week", "this week"),
    "2022-W46": ("last week", "a week ago"),
    "2022-W48": ("next week", "a week from now"),
    "2022-W46-WE": ("last weekend", "Thousands marched over the weekend."),
    "2022-W47-WE": ("They will vote this weekend.",),
    "2022-10": (
        "They met in October.",
        "last month",
        "October 2022",
        "a month ago",
        "early last month",
        "in early October",
    ),
    "2022-12": ("next month", "The court will rule in December.", "a month from now"),
    "2022-09": ("two months ago",),
    "2021-10": ("in October of last year", "October 2021", "Oct. 2021", "October, 2021"),
    "2022": ("this year", "later this year", "earlier this year", "in 2022", "the 2022 elections"),
    "2021": ("last year", "a year ago", "in 2021", "early 2021", "by the end of 2021", "in mid-2021", "since 2021"),
    "2023": ("next year", "in a year's time"),
    "1962": ("60 years ago", "sixty years ago", "some 60 years ago", "in 1962", "back in 1962"),
    "1991": ("under resolution 687 (1991)", "the 1991 treaty", "'91"),
    "2012-Q3": ("Q3 2012", "the third quarter of 2012", "third-quarter 2012"),
    "2022-H1": ("the first half of 2022", "H1 2022", "the first half of this year", "the first half of the year"),
    "1969-SU": ("the summer of 1969", "summer 1969", "the summer of '69", "late summer of 1969"),
    "2021-FA": ("autumn 2021", "the fall of 2021"),
    "199": ("the 1990s", "the 1990's", "the nineties", "the '90s", "the late 1990s", "the early nineties"),
    "18": ("the nineteenth century", "the 19th century", "the early nineteenth century", "19th-century"),
    "BC03": ("the 4th century BC",),
    "BC0331": ("331 BC", "331 B.C.", "331 BCE"),
    "BC0480-08": ("August 480 BC",),
    "0079": ("AD 79", "79 AD", "A.D. 79", "79 CE"),
    "FY2022": ("FY22", "FY2022", "fiscal year 2022"),
    "P3D": ("for three days", "a three-day visit", "a 3-day strike", "the past three days"),
    "P60Y": ("over the past 60 years", "for sixty years"),
    "P6DE": ("for six decades", "over the past six decades"),
    "P2.5Y": ("two and a half years", "2.5 years"),
    "PXY": ("for years", "for several years", "in recent years"),
    "PT2H": ("for two hours", "a two-hour meeting"),
    "P1D": ("every day", "the daily briefing"),
    "P1Y": ("every year", "the annual report"),
    "XXXX-WXX-1": ("every Monday", "on Mondays"),
    "PRESENT_REF": ("now", "currently"),
    "PAST_REF": ("recently", "in the past"),
    "FUTURE_REF": ("in the future", "in the near future"),
}
ROWS = [(phrase, value) for value, phrases in CORPUS.items() for phrase in phrases]


def found(text: str, anchor: datetime | date | None = PUBLISHED) -> list[TimeExpression]:
    return find_dates(text, anchor)


@pytest.mark.parametrize(("phrase", "value"), ROWS)
def test_value(phrase: str, value: str) -> None:
    assert [expression.value for expression in found(phrase)] == [value]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("They met on Friday, 25 November 2022, in Rome.", ["Friday, 25 November 2022"]),
        ("In late 1991 and the early 1990s", ["late 1991", "the early 1990s"]),
        ("It fell at the end of March and rose in mid-May.", ["the end of March", "mid-May"]),
        ("about 60 years ago", ["about 60 years ago"]),
        ("The summer's heat broke Thursday's record.", ["The summer", "Thursday"]),
        ("from 24 to 26 November", ["24", "26 November"]),
        ("on 3–5 March 2021", ["3", "5 March 2021"]),
        ("on April 24 and 25", ["April 24", "25"]),
        ("in 1914, 1915 and 1916", ["1914", "1915", "1916"]),
        ("the war of 1914-18", ["1914", "18"]),
        ("in June, July and August 1914", ["June", "July", "August 1914"]),
        ("Lima (Nov. 3) and Quito (Nov. 4)", ["Nov. 3", "Nov. 4"]),
        ("two days before the vote", ["two days"]),
        ("at 17:30 GMT (13:30 EDT)", ["17:30 GMT", "13:30 EDT"]),
        ("in March last year", ["March last year"]),
        ("the first week of April", ["the first week of April"]),
    ],
)
def test_span(text: str, spans: list[str]) -> None:
    assert [expression.text for expression in found(text)] == spans


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "edtf"),
    [
        (
            "2022-11-25 10:45",
            datetime(2022, 11, 25, 10, 45),
            datetime(2022, 11, 25, 10, 46),
            "minute",
            "2022-11-25T10:45",
        ),
        ("on Wednesday", datetime(2022, 11, 23), datetime(2022, 11, 24), "day", "2022-11-23"),
        ("last week", datetime(2022, 11, 14), datetime(2022, 11, 21), "week", "2022-11-14/2022-11-20"),
        ("last weekend", datetime(2022, 11, 19), datetime(2022, 11, 21), "weekend", "2022-11-19/2022-11-20"),
        ("in October", datetime(2022, 10, 1), datetime(2022, 11, 1), "month", "2022-10"),
        ("60 years ago", datetime(1962, 1, 1), datetime(1963, 1, 1), "year", "1962"),
        ("Q3 2012", datetime(2012, 7, 1), datetime(2012, 10, 1), "quarter", "2012-35"),
        ("summer of 1969", datetime(1969, 6, 1), datetime(1969, 9, 1), "season", "1969-22"),
        ("winter 2020", datetime(2020, 12, 1), datetime(2021, 3, 1), "season", "2020-24"),
        ("H2 2020", datetime(2020, 7, 1), datetime(2021, 1, 1), "half-year", "2020-41"),
        ("the 1990s", datetime(1990, 1, 1), datetime(2000, 1, 1), "decade", "199X"),
        ("the 19th century", datetime(1800, 1, 1), datetime(1900, 1, 1), "century", "18XX"),
        ("early 2021", datetime(2021, 1, 1), datetime(2021, 5, 1), "season", "2021-01~/2021-04~"),
        ("late October 2021", datetime(2021, 10, 21), datetime(2021, 11, 1), "week", "2021-10-21~/2021-10-31~"),
        ("around 1960", datetime(1960, 1, 1), datetime(1961, 1, 1), "year", "1960~"),
        ("Friday night", datetime(2022, 11, 25, 18), datetime(2022, 11, 26, 6), "part of day", "2022-11-25"),
    ],
)
def test_interval(text: str, start: datetime, end: datetime, precision: str, edtf: str) -> None:
    (expression,) = found(text)
    assert (expression.interval, expression.precision, expression.edtf) == ((start, end), precision, edtf)


@pytest.mark.parametrize(
    ("text", "start", "end", "edtf"),
    [
        ("from 24 to 26 November", datetime(2022, 11, 24), datetime(2022, 11, 27), "2022-11-24/2022-11-26"),
        ("on 3–5 March 2021", datetime(2021, 3, 3), datetime(2021, 3, 6), "2021-03-03/2021-03-05"),
        ("between 2002 and 2004", datetime(2002, 1, 1), datetime(2005, 1, 1), "2002/2004"),
        ("from May to July 2019", datetime(2019, 5, 1), datetime(2019, 8, 1), "2019-05/2019-07"),
        ("from 28 May to 3 June 2019", datetime(2019, 5, 28), datetime(2019, 6, 4), "2019-05-28/2019-06-03"),
        ("1914–18", datetime(1914, 1, 1), datetime(1919, 1, 1), "1914/1918"),
    ],
)
def test_both_ends_of_a_range_get_all_of_it(text: str, start: datetime, end: datetime, edtf: str) -> None:
    expressions = found(text)
    assert len(expressions) == 2
    assert {(one.interval, one.precision, one.edtf) for one in expressions} == {((start, end), "span", edtf)}


@pytest.mark.parametrize("text", ["in 1914, 1915 and 1916", "the vote of 2002 and 2004", "on April 24 and 25"])
def test_a_list_is_no_range(text: str) -> None:
    assert all(expression.precision in ("year", "day") for expression in found(text))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("now", "too vague"),
        ("for three days", "how long"),
        ("every day", "again and again"),
        ("on 3/4/2014", "day or the month"),
        ("FY22", "fiscal year"),
    ],
)
def test_what_is_not_placed_says_why(text: str, problem: str) -> None:
    (expression,) = found(text)
    assert expression.interval is None
    assert expression.precision is None
    assert problem in (expression.problem or "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("They met on Wednesday.", "no day is told or published"),
        ("They met in October.", "no year is written"),
        ("They met yesterday.", "could be counted from"),
        ("They met last year.", "could be counted from"),
    ],
)
def test_without_a_creation_time_it_stays_open(text: str, problem: str) -> None:
    (expression,) = found(text, None)
    assert expression.interval is None
    assert problem in (expression.problem or "")


def test_without_a_creation_time_it_counts_from_what_was_told() -> None:
    text = "On 3 May 1911 the line was opened. The next day it closed. It opened in June and a year later it was sold."
    assert [one.value for one in found(text, None)] == ["1911-05-03", "1911-05-04", "1911-06", "1912"]


def test_how_says_what_it_was_counted_from() -> None:
    (wednesday,) = found("They met on Wednesday.")
    assert wednesday.how == ("'Wednesday' is the last Wednesday before the publication on Friday 25 November 2022",)
    assert wednesday.anchor == PUBLISHED
    (years,) = found("The treaty was signed 60 years ago.")
    assert years.how == ("60 years before the publication on Friday 25 November 2022",)


def test_numeric_dates_follow_those_that_leave_no_choice() -> None:
    day_first = found("Signed 3/4/2014, in force since 22/7/2014.")
    month_first = found("Signed 3/4/2014, in force since 7/22/2014.")
    assert [one.value for one in day_first] == ["2014-04-03", "2014-07-22"]
    assert [one.value for one in month_first] == ["2014-03-04", "2014-07-22"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The pact of 1962 was a beginning; they marked its 60th anniversary.", ["1962", "2022"]),
        ("The club was founded in 1973 and plans its 50th anniversary.", ["1973", "2023"]),
        ("They marked the 60th anniversary of the treaty.", []),
    ],
)
def test_an_anniversary_gives_a_year_where_the_founding_is_told(text: str, values: list[str]) -> None:
    assert [one.value for one in found(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They plan to sail this Sat and return next Mon.", ["2022-11-26", "2022-11-28"]),
        ("They arrived this Tuesday and are to leave Saturday.", ["2022-11-22", "2022-11-26"]),
        ("The feast takes place on Sunday. It opens Monday.", ["2022-11-27", "2022-11-28"]),
        ("It starts a week from Monday.", ["2022-12-05"]),
        ("It struck at 9:15 a.m. (0815 GMT) Thursday.", ["2022-11-24T09:15"]),
        ("At this time the road is shut, by year-end it is to be open.", ["PRESENT_REF", "2022"]),
        ("It fell in the previous April and rose at month's end.", ["2022-04", "2022-11"]),
        ("Sales were better in the last 5 1/2 hours.", ["PT5H30M"]),
        ("He swims every other day, three times a week, 40 hours a month.", ["P2D", "P1W", "PT40H", "P1M"]),
        ("On weekdays it rains, on weekends it snows.", ["XXXX-WXX-WD", "XXXX-WXX-WE"]),
        ("Three hours later they gave up.", ["PT3H"]),
        ("It was worth more than in the previous year.", ["2021"]),
        ("It grew over the past year.", ["P1Y"]),
        ("This August 2022 was dry.", ["2022-08"]),
        ("It closed in early October this year and opens in April next year.", ["2022-10", "2023-04"]),
        ("It shuts in the last week of March 2023 and on the first day of May 2023.", ["2023-W13", "2023-05-01"]),
        ("It was the last year of the war.", []),
        ("Talks resume on Monday. The pass expires on Tuesday.", ["2022-11-28", "2022-11-29"]),
        ("The feast is on Sunday.", ["2022-11-27"]),
        ("Classes are every Monday, Wednesday, and Friday.", ["XXXX-WXX-1", "XXXX-WXX-3", "XXXX-WXX-5"]),
        ("They train every Monday, and on Friday he left.", ["XXXX-WXX-1", "2022-11-25"]),
        ("They sing on Monday nights and each summer.", ["XXXX-WXX-1TNI", "XXXX-SU"]),
        ("It went out shortly after midnight.", ["2022-11-25T00:00"]),
        ("The service is at 11 a.m. Saturday, the feast is Sunday.", ["2022-11-26T11:00", "2022-11-27"]),
        ("It lasted an hour and a half; a year and a half ago it was longer.", ["PT1H30M", "2021-05"]),
        ("It had been sold the night before.", ["2022-11-24TNI"]),
        ("It sank on 14 October Friday night.", ["2022-10-14TNI"]),
        ("In 2021 it was sold. A week earlier it had been a ruin.", ["2021", "2022-W46"]),
    ],
)  # fmt: skip
def test_values_of_a_sentence(text: str, values: list[str]) -> None:
    assert [one.value for one in found(text)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Eid al-Fitr 2022", "2022-05-03"),
        ("Eid al-Adha 2012", "2012-10-26"),
        ("It was shut for Passover 2020.", "2020-04-09"),
        ("Yom Kippur", "2022-10-05"),
        ("Hanukkah 2013", "2013-11-28"),
        ("Diwali 2020", "2020-11-14"),
        ("Orthodox Easter 2013", "2013-05-05"),
    ],
)
def test_feasts_that_move_with_the_moon(text: str, value: str) -> None:
    assert [one.value for one in found(text)] == [value]


def test_a_feast_that_countries_keep_on_different_days_is_approximate() -> None:
    (eid,) = found("Eid al-Adha 2012")
    assert (eid.edtf, "some countries" in eid.how[-1]) == ("2012-10-26~", True)


def test_a_time_of_day_is_on_the_day_that_its_sentence_tells() -> None:
    report = "The owners had been warned by the harbour office more than once. " * 5
    report += "On Tuesday the ferry sank; the first boat came at 7 p.m. and many came later. The last left at 9 p.m."
    assert [one.value for one in found(report)] == ["2022-11-22", "2022-11-22T19:00", "2022-11-24T21:00"]


def test_a_rate_is_a_set_and_a_stay_a_length() -> None:
    assert [one.type for one in found("It rang twice a day.")] == ["SET"]
    assert [one.type for one in found("They slept for a day.")] == ["DURATION"]


NEWS = """LIMA, Nov. 23 (Agency) -- The two ministers met here Wednesday. They had met in October and will meet again in
December. The treaty, signed in 1994, was renewed last year. On Monday, the cabinet is expected to approve it.

"""


def test_a_report_counts_from_its_dateline() -> None:
    values = [one.value for one in found(NEWS * 2)]
    assert values[:7] == ["2022-11-23", "2022-11-23", "2022-10", "2022-12", "1994", "2021", "2022-11-28"]
    assert "the dateline" in found(NEWS * 2)[1].how[0]


QUOTED = """The minister arrived on Friday and praised the partnership between the two countries in a long speech at the
harbour, where hundreds of guests had waited for hours in the rain to see the ship with the name of the old capital.

10 years ago today the port was opened. See you tomorrow! — Harbour Office (@harbour) November 14, 2022

On Friday he also met the mayor, who had been waiting for the visit since the ship left its home port on the other side.
"""


def test_a_quoted_message_counts_from_its_own_date() -> None:
    values = [one.value for one in found(QUOTED)]
    assert values == ["2022-11-25", "PTXH", "2012-11-14", "2022-11-15", "2022-11-14", "2022-11-25"]


STORY = """The company was founded in March 1871 by two brothers. In October of the same year the first mill burned
down, and by the following spring it had been rebuilt. In December 1874 the brothers bought the canal. In January they
opened it, and two weeks later the first barge arrived. The canal was closed in 1901, opened again in 1905 and sold in
1911. That year the younger brother died. His son (1868–1940) led the company until 1935. In the late 1930s the state
took it over.
"""


def test_a_history_counts_from_what_was_told_last() -> None:
    values = [(one.text, one.value) for one in found(STORY)]
    assert values == [
        ("March 1871", "1871-03"),
        ("October of the same year", "1871-10"),
        ("the following spring", "1872-SP"),
        ("December 1874", "1874-12"),
        ("January", "1875-01"),
        ("two weeks later", "1875-WXX"),
        ("1901", "1901"),
        ("1905", "1905"),
        ("1911", "1911"),
        ("That year", "1911"),
        ("1868", "1868"),
        ("1940", "1940"),
        ("1935", "1935"),
        ("the late 1930s", "193"),
    ]


def test_an_unknown_language_finds_nothing() -> None:
    assert find_dates("25 November 2022", PUBLISHED, "xx") == []


REPORT = """A governor said on Tuesday that the dam, built in 1962 and raised in 1978, would be shut next month. Floods
in 1983, 1997, 2002 and 2011 had damaged it, and engineers warned last year that it was no longer safe. The state will
hear the plan on Wednesday. Repairs were delayed in 2014 and again in 2018 because the money was needed elsewhere.
"""


def test_a_report_that_names_many_years_still_counts_from_its_publication() -> None:
    values = {one.text: one.value for one in found(REPORT)}
    assert values["Tuesday"] == "2022-11-22"
    assert values["next month"] == "2022-12"
    assert values["last year"] == "2021"
    assert values["Wednesday"] == "2022-11-30"


def test_a_history_says_so() -> None:
    october = found(STORY)[4]
    assert october.how[0].startswith("no year is written; counted from 'December 1874'")
    assert "years before its publication" in october.how[-1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It rained from Thursday to Saturday.", ["2022-11-24", "2022-11-26"]),
        ("from 28 December 2021 to 3 January 2022", ["2021-12-28", "2022-01-03"]),
        ("from 28 December to 3 January 2022", ["2021-12-28", "2022-01-03"]),
        ("the week of November 7", ["2022-W45"]),
        ("on New Year's Eve 2020", ["2020-12-31"]),
        ("on Friday the 13th", ["2023-01-13"]),
        ("at midnight on Wednesday", ["2022-11-23T24:00"]),
        ("Tue Nov 22 10:36:38 2022", ["2022-11-22T10:36"]),
        ("half an hour", ["PT30M"]),
        ("in the coming weeks", ["PXW"]),
    ],
)
def test_more_values(text: str, value: list[str]) -> None:
    assert [one.value for one in found(text)] == value
