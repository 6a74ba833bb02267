"""Phrases that look like dates and are none: each must give nothing at all. Add a row for every false find."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from loaders.extract.dates import find_dates

PUBLISHED = datetime(2022, 11, 25)

PHRASES = """
They may visit the harbour.
You may be right about the ship.
It may or may not rain.
He said he may.
May I come in?
May the best team win.
Theresa May said so.
Mr. May and Mrs. May arrived.
The Mays owned the mill.
They began to march through the town.
a march on the capital
the march of progress
March on, brothers!
The protesters march again.
We sat in the sun.
The sun rose over the hills.
Sun Yat-sen led the party.
Sun Microsystems sold the unit.
He sat down.
They sat and waited.
The cat sat on the mat.
She wed the mayor's son.
They were newly wed.
a mon ami of the poet
Jan Novak and Jan Kowalski spoke.
April Jones won the prize.
June Carter sang.
an august assembly of judges
August Strindberg wrote the play.
The walls fall down.
Prices fall and rise.
a fall in prices
the fall of the wall
Fall of the Old Wall
the opera Red Dawn
the sales of Black Friday
Doc. 2020-00689 was filed
in case 2019-4412
The Friday Group signed it
the Sunday Club
Mr. April left
https://post.example/2018/07/04/dam
a tall Christmas tree
the Yom Kippur War
the Winter Olympics
the editor of the Sunday Herald
a guest of Fox News Sunday
He ran it in 15:43.
the gospel of Luke 5:12
the third fire in as many days
a once-a-year fair
a year-on-year rise
day-to-day care
the first Sunday in Advent
the day known as Bloody Sunday
the ships of Operation Dawn
Leaves fall from the trees.
a spring in his step
the Tulip Spring changed little
They spring into action.
the 20th Party Congress
the 5th floor
on the 5th floor
on the 3rd attempt
the 3rd Battalion
the 1st prize
the 21st Street bridge
the 2nd Amendment
the fourth attempt
the second man
a second chance
second to none
the third degree
first and second place
the seventh seal
resolution 687
resolution 1325
Resolution No. 1973
1500 pages
1914 soldiers
1800 people were fed
some 2000 workers
about 1900 miles
over 2000 houses
more than 1950 votes
fewer than 2010 members
1776 kilometres
2020 tons of rice
1945 km
$1914
$2,022
€1999
£1850
2022%
1999 percent
Boeing 747
Boeing 787
Airbus 380
Flight 1549
flight 370
Windows 2000
Highway 1776
Route 66
Room 1984
room 2001
page 1789
Section 1983
Article 50
Article 2015
Chapter 11
Psalm 119
Channel 2020
bus 1900
version 2.0
version 10.4.11
Figure 3.14
Table 4.5
No. 10
number 1917
No 2014
size 42
aged 42
She is 39.
a 44-year-old teacher
the 6-year-old boy
a five-year-old
12-year-olds
three-quarters of the votes
a quarter of the town
two quarters of the cake
the French Quarter
quarter to the poor
the 7 km road
He keeps it up to date.
an up-to-date list
after the fall he could not walk
in the fall of the old regime
a writer for USA Today
the Daily Mail reported
a women's March on the palace
the great March for peace
at this time of year
60 miles per hour
highs in the 60s
a man in his 20s
the show 60 Minutes
the Six Years' War
the first half goal
half past the old mill
16 people
25 men and 12 women
11 players
30 degrees
5 percent
a 10% rise
2-1
a 3-2 win
They won 24-17.
a vote of 185-2
185 in favour
1,500
2,022
12,345,678
3.14159
1.5 million
7.5
24/7
1/2
3/4 of the town
9/10
50/50
1:1
a ratio of 3:2
John 3
1234567890
phone 2022 1125 77
+44 20 7946 0958
555-1234
192.168.10.1
10.0.0.25
ISBN 978-3-16-148410-0
F22
B52
CO2
A4
MP3
H1N1
G20
G7
C3PO
iPhone 6
Type 1999X
COVID-19
the COVID-19 pandemic
SARS-CoV-2
Covid 19
the big five
one of the two
the two sides
three of them
one by one
a dozen eggs
hundreds of people
thousands of miles
two thousand men
ten times
the time has come
time and again
at the same time
for the first time
the last time
next time
this time
once upon a hill
in time
on time
times of trouble
The Times
New York Times reporters
Time magazine
Daytona
Monday.com
Fridayish
the Sunder case
Marching bands
Maying
Mayor Smith
Decemberists
Octobers Best
Sundance
the Junebug
Weekender
yearbook
Yearling
daybreakers
Hourglass
minutes of the meeting
the minute book
the second half of the match
second-hand cars
seconds away
later on
earlier than planned
sooner or later
before and after
after the war
before the vote
prior to the talks
since then
ever since
until then
so far
as yet
already
still
often
always
never
sometimes
"""
NOT_DATES = [phrase for phrase in PHRASES.strip().splitlines() if phrase]


def test_there_are_enough() -> None:
    assert len(NOT_DATES) >= 150


@pytest.mark.parametrize("phrase", NOT_DATES)
def test_nothing_is_found(phrase: str) -> None:
    text = (
        f"The report had nothing to say of it. {phrase} This was all that the council wrote about the matter."
        + " " * 300
    )
    assert [(one.text, one.value) for one in find_dates(text, PUBLISHED)] == []


def test_nothing_is_found_in_a_table_of_numbers() -> None:
    rows = [f"{i}\t{i * 7 % 1000}\t{i * 13 % 97}.{i % 10}\t{i * 31:,}" for i in range(3000)]
    assert find_dates("\n".join(rows), PUBLISHED) == []


@pytest.mark.parametrize(
    "text", ["in Ruiz v Lund [2017] UKSC 5", "as in (1998) 2 AC 147", "[2003] EWHC Admin 12 was followed"], ids=str
)
def test_the_year_of_a_citation_is_none(text: str) -> None:
    assert find_dates(text, date(2022, 11, 25)) == []


@pytest.mark.parametrize("text", ["Norvik summit ends\nCoast Today", "the paper Coast Today reported"], ids=str)
def test_a_day_in_the_name_of_a_paper_is_none(text: str) -> None:
    assert find_dates(text + " " * 300, date(2022, 11, 25)) == []


def test_a_message_that_is_all_capitals_has_its_day() -> None:
    assert [found.value for found in find_dates("My Birthday Today", date(2022, 11, 25))] == ["2022-11-25"]


def test_a_day_that_begins_what_is_said_is_one() -> None:
    assert [found.value for found in find_dates("He said: “Today we sail.” Today it rained.", date(2022, 11, 25))] == [
        "2022-11-25",
        "2022-11-25",
    ]
