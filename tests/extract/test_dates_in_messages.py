"""Dates as short messages write them."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.dates import find_dates

PUBLISHED = datetime(2022, 11, 25, 9, 30)
"""A Friday."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("lastnight was great", ["2022-11-24TNI"]),
        ("see u 2mrw arvo", ["2022-11-26TAF"]),
        ("ystd was great", ["2022-11-24"]),
        ("going home nxt yr", ["2023"]),
        ("nxt wk then", ["2022-W48"]),
        ("boarding on 26nov", ["2022-11-26"]),
        ("exam 3dec", ["2022-12-03"]),
        ("on sat we sing", ["2022-11-19"]),
        ("wknd plans?", ["2022-W47-WE"]),
        ("next week monday", ["2022-11-28"]),
        ("the weekend of next week", ["2022-W48-WE"]),
        ("Friday next week", ["2022-12-02"]),
        ("shop 3-5pm", ["2022-11-25T15:00", "2022-11-25T17:00"]),
        ("workshop May 5 - 6 (Fri-Sat)", ["2023-05-05", "2023-05-06", "2023-05-05", "2023-05-06"]),
        ("One year ago #harbour", ["2021-11-25"]),
        ("Happy Lunar New Year!", ["2023-01-22"]),
        ("Harbour Expo 2014 opens with a song", ["2014"]),
        ("Sun 11/27 @ 3pm", ["2022-11-27T15:00"]),
        ("Mon 5/12, Tue 12/6", ["2022-12-05", "2022-12-06"]),
        ("Mon 5/13", ["2022-11-21"]),
        ("see u 2nite at 8", ["2022-11-25T20:00"]),
        ("2mrw nite @ 10", ["2022-11-26T22:00"]),
        ("2moz morn", ["2022-11-26TMO"]),
        ("the other nite", ["PAST_REF"]),
        ("one more day til xmas eve", ["P1D", "2022-12-24"]),
        ("Happy New Year!", ["2023-01-01"]),
        ("open mon-fri 9-5", ["2022-11-21", "2022-11-25"]),
        ("gym mon, tues", ["2022-11-21", "2022-11-22"]),
        ("sat night", ["2022-11-19TNI"]),
        ("4 days ago today", ["2022-11-21"]),
        ("a month ago today", ["2022-10-25"]),
        ("EVERY SINGLE DAY", ["P1D"]),
        ("Join us Thursday, December 1, 6-8 pm", ["2022-12-01T18:00", "2022-12-01T20:00"]),
        ("queued 4+ hours, gone 10+ years", ["PT4H", "P10Y"]),
        ("1) Call Lee Jun 2) Buy flowers", []),
        ("lunch at 1762 Pier Street", []),
    ],
)
def test_messages(text: str, expected: list[str]) -> None:
    assert [one.value for one in find_dates(text, PUBLISHED)] == expected


def test_hours_ago_without_a_time_of_day_are_of_the_day() -> None:
    texts = ("posted 2 hrs ago", "posted 50 mins ago", "lost it 48 hours ago")
    day = datetime(2022, 11, 25)
    assert [one.value for text in texts for one in find_dates(text, day)] == ["2022-11-25", "2022-11-25", "2022-11-23"]


def test_a_message_of_march_may_name_something_by_it() -> None:
    text = "Have you seen our March Collection?"
    assert [one.value for one in find_dates(text, datetime(2022, 3, 9))] == ["2022-03"]
    assert find_dates(text, PUBLISHED) == []


@pytest.mark.parametrize(
    "text",
    [
        "Fall in love!",
        "Sun will rise",
        "get yr coat",
        "the past three tests",
        "they sat and sun was out",
        "we sat, then sang",
    ],
)
def test_no_dates_of_messages(text: str) -> None:
    assert find_dates(text, PUBLISHED) == []


BLOG = """The dam, live

3:15 p.m.

The mayor left an hour ago.

2:40 p.m. GMT

The gates were shut 20 minutes ago.

**11:05 a.m.**

The water came last night.
"""


def test_an_entry_of_a_live_blog_counts_from_its_own_time() -> None:
    told = [
        found.value for found in find_dates(BLOG, datetime(2021, 5, 3)) if "ago" in found.text or "night" in found.text
    ]
    assert told == ["2021-05-03T14:15", "2021-05-03T14:20", "2021-05-02TNI"]


def test_the_hour_above_an_entry_is_one_of_the_day_of_publication() -> None:
    blog = BLOG.replace("20 minutes ago.", "20 minutes ago.\n\nUpdated at 2:55 p.m.")
    found = find_dates(blog, datetime(2021, 5, 3, 11, 5))
    hours = [one.value for one in found if ".m." in one.text]
    assert hours == ["2021-05-03T15:15", "2021-05-03T14:40", "2021-05-03T14:55", "2021-05-03T11:05"]


def test_two_times_on_lines_of_their_own_make_no_live_blog() -> None:
    text = "Sunrise\n\n5:12\n\nSunset\n\n20:40\n\nIt rained an hour ago."
    assert [found.value for found in find_dates(text, datetime(2021, 5, 3)) if "ago" in found.text] == ["2021-05-03"]


def test_an_entry_of_a_log_counts_from_its_own_day() -> None:
    log = "The dam, day by day\n\n## Monday, 3 May 2021\n\nIt leaked yesterday.\n\n## 7 May 2021\n\nIt broke yesterday. It had rained on April 2.\n"
    values = [found.value for found in find_dates(log, datetime(2022, 9, 1)) if "2021" not in found.text]
    assert values == ["2021-05-02", "2021-05-06", "2021-04-02"]
