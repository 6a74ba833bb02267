"""Heads and feet of documents, and the published date that is read from each; None where a date is of something else.

Each case is a text without its body: `…` stands for the paragraphs of a report.
"""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.read.content import Content
from loaders.read.heading import find_heading
from loaders.read.published import Published, find_published

BODY = """The two ministers spoke for an hour about the price of rice and about the ships that carry it.

They had last met in May 2019, when the harbour was still closed, and agreed on nothing at all then.

“We start again,” the host said. The guest nodded, took a note and promised an answer before the rains.

A fair opens on 7 July 2021, and the first grain is due there, according to people who know the plan."""


def read(text: str, name: str = "report.txt", **metadata: str) -> Published | None:
    content = Content(text.replace("…", BODY), metadata, how="the page's metadata")
    return find_published(content, find_heading(content), name)


MARCH = "2021-03-03"
EVENING = "2021-03-03 18:28"

DATED = [
    # a labelled date at the head
    ("Rice and ships\n\nPublished: March 3, 2021\n\n…", MARCH, "labelled"),
    ("Rice and ships\n\nPublished 3 March 2021\n\n…", MARCH, "labelled"),
    ("Rice and ships\nPublished Wednesday, March 3, 2021\n\n…", MARCH, "labelled"),
    ("Rice and ships\nPosted on March 3, 2021 by admin\n\n…", MARCH, "labelled"),
    ("Rice and ships\nPosted by Ana Ruiz on March 3, 2021 at 6:28 pm\n\n…", EVENING, "labelled"),
    ("Rice and ships\nBy Ana Ruiz, Published March 3, 2021 6:28 PM EST\n\n…", EVENING, "labelled"),
    ("Rice and ships\nFirst published on Wed 3 Mar 2021 18:28 GMT\n\n…", EVENING, "labelled"),
    ("Rice and ships\nIssued on: 03/03/2021 - 18:28\n\n…", EVENING, "labelled"),
    ("Rice and ships\nDate: 2021-03-03\nSource: Coast Courier\n\n…", MARCH, "labelled"),
    ("Title: Rice and ships\nDate: Wednesday, 3 March 2021 18:28\n\n…", EVENING, "labelled"),
    (" date 2021-03-03 On Wednesday, …", MARCH, "labelled"),
    (" date 2021-03-03 \n\n\n\nRice and ships The two ministers met. …", MARCH, "labelled"),
    ("Rice and ships\nUpdated: March 4, 2021\nPublished: March 3, 2021\n\n…", MARCH, "labelled"),
    ("Rice and ships\nPublished: March 3, 2021 | Updated: March 4, 2021\n\n…", MARCH, "labelled"),
    ("Rice and ships\nUpdated 4 March 2021, first published 3 March 2021\n\n…", MARCH, "labelled"),
    ("FOR IMMEDIATE RELEASE: March 3, 2021\n\nRice and ships\n\n…", MARCH, "labelled"),
    ("Rice and ships\nRelease date: 3 March 2021\n\n…", MARCH, "labelled"),
    ("Embargoed until 18:28 GMT, 3 March 2021\n\nRice and ships\n\n…", EVENING, "labelled"),
    ("Arroz y barcos\nPublicado el 3 de marzo de 2021\n\n…", MARCH, "labelled"),
    ("Arroz y barcos\nFecha: 3 de marzo de 2021\n\n…", MARCH, "labelled"),
    ("大米与船\n发布时间：2021-03-03 18:28\n\n…", EVENING, "labelled"),
    # a date with little beside it
    ("Rice and ships\n2021-03-03 18:28\n\n…", EVENING, "on a line of its own"),
    ("Rice and ships\n\nwritten by Ana Ruiz\n\nMarch 3, 2021\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\nBy Ana Ruiz | Mar 3, 2021 18:28 EST\n\n…", EVENING, "on a line of its own"),
    ("Rice and ships\nAna Ruiz and Luis Soto in Lima\nWed 3 Mar 2021 18.28 GMT\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\n(Coast Agency) 18:28, March 03, 2021\n\n…", EVENING, "on a line of its own"),
    ("Rice and ships\n3 March 2021 Last updated at 18:28 GMT\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\nAgency | 2021-03-03 18:28:30 | Editor: anaruiz\n\n…", EVENING, "on a line of its own"),
    ("Rice and ships\nMar. 3, 2021 6:28 pm ET\n\n…", EVENING, "on a line of its own"),
    ("Rice and ships\n3 March 2021 • 5 min read\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\n3 March 2021 - 5 min read\n\n…", MARCH, "on a line of its own"),
    ("The Rice Palace\n\nGaggle by the secretary en route Lima, 3 March 2021\n\n…", MARCH, "on a line of its own"),
    ("HC Deb 3 March 2021 vol 472 cc1751-2\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\nAna Ruiz · March 3, 2021 · 12 Comments\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\nLima, 3 March 2021\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\n3rd March, 2021\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\n03.03.2021\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\n2021/03/03\n\n…", MARCH, "on a line of its own"),
    ("# Rice and ships\n\n*March 3, 2021*\n\n…", MARCH, "on a line of its own"),
    ("Wednesday, March 3, 2021\n\nRice and ships\n\n…", MARCH, "on a line of its own"),
    ("Coast Courier — 3 March 2021\nRice and ships\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\nA summary in one sentence that tells what was agreed.\nMarch 3, 2021\n\n…", MARCH, "on a line"),
    ("FOR IMMEDIATE RELEASE\nMarch 3, 2021\n\nRice and ships\n\n…", MARCH, "labelled"),
    ("Rice and ships\nPublished\n3 March 2021\n\n…", MARCH, "labelled"),
    ("Rice and ships\nSubmitted by Ana Ruiz on Wed, 03/03/2021 - 18:28\n\n…", EVENING, "labelled"),
    ("Riz et bateaux\nPublié le 3 mars 2021 à 18h28\n\n…", MARCH, "labelled"),
    ("Reis und Schiffe\nDatum: 3. März 2021\n\n…", MARCH, "labelled"),
    ("Arroz\nPublicado em 3 de março de 2021\n\n…", MARCH, "labelled"),
    ("Coast Courier\nPublished: Mar 03, 2021 06:28 PM Updated: Mar 04, 2021 06:28 PM\n…", EVENING, "labelled"),
    ("Arroz y barcos\n3 de marzo de 2021\n\n…", MARCH, "on a line of its own"),
    ("Arroz y barcos\nPor Ana Ruiz\n3 marzo, 2021 18:28\n\n…", MARCH, "on a line of its own"),
    ("Riz et bateaux\n3 mars 2021\n\n…", MARCH, "on a line of its own"),
    ("Reis und Schiffe\n3. März 2021\n\n…", MARCH, "on a line of its own"),
    ("大米与船\n2021年3月3日\n\n…", MARCH, "on a line of its own"),
    ("大米与船\n2021年03月03日 来源：海岸报\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\n2021-03-03T18:28:30+08:00\n\n…", EVENING, "on a line of its own"),
    ("Rice and ships\nThe Coast Courier\nMarch 3, 2021 Wednesday\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\nLima ● Wed, March 3, 2021\n\n…", MARCH, "on a line of its own"),
    ("STATEMENT/21/17\n3 March 2021 | Lima\n\n…", MARCH, "on a line of its own"),
    ("Rice and ships\n18:28, 03-Mar-2021\n\n…", MARCH, "on a line of its own"),
    ("Rice - The Coast Courier - March 3, 2021\n\n…", MARCH, "on a line of its own"),
    # a dateline
    ("Rice and ships\n\n[Lima, March 3, 2021] …", MARCH, "in the dateline"),
    ("Rice and ships\nMarch 3, 2021 (Lima) - …", MARCH, "in the dateline"),
    ("Rice and ships\n\nLIMA, March 3, 2021 (Coast Agency) — …", MARCH, "in the dateline"),
    ("Rice and ships\n\nLIMA, March 3, 2021 /CoastWire/ -- …", MARCH, "in the dateline"),
    ("Rice and ships\n\nLIMA, P.R. - (CoastWire) - March 3, 2021 - …", MARCH, "in the dateline"),
    ("Rice and ships\n\nLima, 3 March 2021 – …", MARCH, "in the dateline"),
    ("Rice and ships\n\nLIMA (3 March 2021) — …", MARCH, "in the dateline"),
    ("March 3, 2021 - …", MARCH, "in the dateline"),
    # more of a document than its date, where it says what it is
    ("Harbour briefing, 3 March 2021\n\n…", MARCH, "on a line of its own"),
    ("Minutes of the council – March 3, 2021\n\n…", MARCH, "on a line of its own"),
    ("Statement by the port on the flood, 3 March 2021\n\n…", MARCH, "on a line of its own"),
    ("NOTE FOR THE FILE\n\nDate: 03/03/21\n\n…", MARCH, "labelled"),
    ("NOTE FOR THE FILE\n\nDate: 3.3.21\n\n…", MARCH, "labelled"),
    # an archive's record
    (
        "Coast Courier\n\nMarch 3, 2021 Wednesday\nFinal Edition\n\nRice\n\nLENGTH: 90 words\n\n…\n\nLOAD-DATE: March 4, 2021",
        MARCH,
        "on a line",
    ),
    # a dateline without a year
    ("March 3 (Coast Agency) -- …\n\n(c) 2021 Coast Agency", MARCH, "in the dateline, in the year"),
    ("LIMA, March 3 (Coast Agency) -- …\n\n© Copyright 2021, Coast Agency", MARCH, "in the dateline, in the year"),
    # in pieces: the year elsewhere, or what shows which of two figures is the month
    (
        "Rice and ships\nMarch 3\n\n…\n\n© 2021 Coast Agency",
        MARCH,
        "on a line of its own, in the year of the copyright",
    ),
    (
        "Rice and ships\nWednesday, March 3\n\nIn 2019 the ships were late, in 2021 they were not.",
        MARCH,
        "weekday fits",
    ),
    ("CA20210303.0211\nNEWS STORY\nRice and ships\n03/03/2021\n\n…", MARCH, "on a line of its own"),
    ("CA20210403.0211\nRice and ships\n04/03/2021 18:28:00\n\n…", "2021-04-03", "the day that is named in full"),
    ("Rice and ships\n03/04/2021\n\nThe labour ministers met at the port.", "2021-04-03", "the day first"),
    ("Rice and ships\n04/03/2021\n8:30 A.M. EST\n\nThe two ministers met.", "2021-04-03", "the month first"),
    (
        "Harbour gaggle en route Lima, 4/3/21\n\n8:30 A.M. EST\n\nThe two ministers met.",
        "2021-04-03",
        "the month first",
    ),
    (
        "Rice and ships\n04/03/2021\n\nThey met on 25/02/2021 and 1/3/2021.",
        "2021-03-04",
        "the order of the other dates",
    ),
    (
        "[Harbour Register Volume 8, Number 12 (Wednesday, March 3, 2021)]\n[Notices]\n\n…",
        MARCH,
        "on a line of its own",
    ),
    # what a document is of
    ("Minutes of the harbour board held on Wednesday 3 March 2021 at 6.28 pm\n\n…", EVENING, "labelled"),
    ("Letter dated 3 March 2021 from the envoy of Peru to the port\n\n…", MARCH, "labelled"),
    ("Speech given by Ana Ruiz at the Harbour Hall in Lima on 3 March 2021\n\n…", MARCH, "labelled"),
    ("Minutes of 3 March 2021\n\n…", MARCH, "labelled"),
    ("Cablegram LM12 LIMA, 3 March 2021, 6.28 p.m.\n\n…", EVENING, "on a line of its own"),
    ("R 031828Z MAR 21\nFM EMBASSY LIMA\nTO PORT\n\n…", EVENING, "on a line of its own"),
    ("Mar3,2021.\n\nDear Ana:\n\n…", MARCH, "on a line of its own"),
    (
        "Joint declaration\n\nWe, the ports of Peru,\nmet at Lima on 3 March 2021, declare the following.\n\n…",
        MARCH,
        "opens",
    ),
    (
        "Treaty of Lima\n\n…\n\nDONE at Lima, this third day of March 2021, in two originals that are equally valid.",
        MARCH,
        "closes",
    ),
    # the foot
    ("Rice and ships\n\n…\n\n– March 3, 2021 @ 18:28 GMT |\n\nPress here", EVENING, "foot"),
    ("Rice and ships\n\n…\n\nPublished: March 3, 2021", MARCH, "foot"),
    ("Rice and ships\n\n…\n\nLima, 3 March 2021", MARCH, "foot"),
    ("Rice and ships\n\n…\n\n(Coast Agency, 3 March 2021)", MARCH, "foot"),
    # the web address
    ("Rice and ships\n<https://courier.example/2021/03/03/rice>\n\n…", MARCH, "in the web address"),
    ("Rice and ships\nSource: https://courier.example/news/20210303/rice.html\n\n…", MARCH, "in the web address"),
    ("Rice and ships\n\n…\n\nhttps://courier.example/2021-03-03-rice", MARCH, "in the web address"),
    # updated dates, where there is no other
    ("Rice and ships\nUpdated: March 3, 2021 18:28\n\n…", EVENING, "labelled as the updated date"),
    ("Rice and ships\nCoast Courier | Updated: 2021-03-03 18:28\n\n…", EVENING, "labelled as the updated date"),
    ("Rice\n\n…\n\nThis page was last edited on 3 March 2021, at 18:28.", EVENING, "labelled as the updated date"),
]

UNDATED = [
    "Rice and ships\n\n…",
    "What changed after 3 March 2021\n\n…",
    "The talks of 3 March 2021 and what came of them\n\n…",
    "Attack of 3 March 2021\n\n…",
    "March 3, 2021: the day that the rice came\n\n…",
    "Rice and ships\n\nOn March 3, 2021, the ministers met. …",
    "On 3 March 2021 the ministers met in Lima.\n\n…",
    "The ministers met on March 3, 2021.\n\n…",
    "March 3, 2021 was a day of rain.\n\n…",
    "Ana Ruiz\nBorn 3 March 2021 in Lima\n\n…",
    "Ana Ruiz\nBorn: 3 May 1931\nDied: 3 March 2021\n\n…",
    "Ana Ruiz (3 May 1931 – 3 March 2021)\n\n…",
    "Date of birth: 3 May 1931\n\n…",
    "Rice fair\nDate: March 3, 2021\nTime: 10 am\nVenue: Harbour Hall\n\n…",
    "Rice fair\nWhen: March 3, 2021\nWhere: Harbour Hall\n\n…",
    "Rice fair\n3 March 2021 – 5 April 2021\n\n…",
    "Rice fair\n3–5 March 2021\n\n…",
    "Harbour Hall\nMonday to Friday 9:00–17:00, closed until 3 March 2021\n\n…",
    "Rice and ships\n— Ana Ruiz (@anaruiz) March 3, 2021\n\n…",
    "Battle of Lima, 3 March 1879\n\n…",
    "Lima talks, 3 March 1879\n\n…",
    "Battle of Lima\nDate\t3 March 1879\nLocation\tLima\n\n…",
    "Treaty of Lima\nSigned 3 March 1879\nEffective 4 April 1880\n\n…",
    "Ana Ruiz\nBorn\n3 May 1931\n\n…",
    "March 3, 1931 - May 5, 2001\nAna Ruiz\n\n…",
    "Rice and ships\nNext meeting: 3 March 2021\n\n…",
    "Rice and ships\nPolls open March 3, 2021\n\n…",
    "Rice and ships\nShips in the harbour, 3 March 2021. Photo: Luis Soto\n\n…",
    "A ship in Lima on March 3, 2021. [Photo/Coast Agency]\n\n…",
    "Voices\nANA: It was May 3, 2016.\nLUIS: Yes.\n\n…",
    'Rice\n\n…\n\nRuiz, Ana (3 March 2021). "Rice". Coast Courier.',
    "Rice and ships\n\n…\n\nShe left the race on May 3, 2016.",
    "Rice and ships\n\n…\n\nRuiz, Ana. Accessed 3 March 2021.",
    "Rice and ships\n\n…\n\nRetrieved 3 March 2021",
    "Rice and ships\n03/04/2021\n\nThe two ministers met and agreed on nothing.",
    "Rice and ships\n03/04/2021\n\nThe labour ministers met at the port, whose color is gray.",
    "Rice and ships\n03/04/21\n\nThe labour ministers met and agreed on nothing.",
    "Rice and ships\n\n- Lima Courier first published March 3, 2021\n- Lima charter adopted April 4, 2021",
    "= [2021-03-03] {Lima} Rice comes | from the north\n= [2021-04-04] {Lima} Ships come",
    "Thursday, March 3\n\nRice and ships\n\nIn 2020 and in 2021 the ships were late.",
    "Wednesday, March 3 was a day of rain.\n\nIn 2021 the ships were late.",
    "Minutes of the flood that Lima held back, 3 March\n\n…",
    "Letters on rice\n\nA letter of 3 March 2021 told of ships.\n\n…",
    "We, the people of Lima, met on March 3, 2021, and ate rice.",
    "Rice and ships\nMarch 2021\n\n…",
    "Rice and ships\n2021\n\n…",
    "A year of rice\n\n…\n\nMarch 3, 2021\n\nShips came.\n\nApril 4, 2021\n\nRice came.\n\nMay 5, 2021\n\nRain came.",
    "A year of rice\nMarch 3, 2021\nShips came.\nApril 4, 2021\nRice came.\nMay 5, 2021\nRain came.",
    "Rice and ships\n\n…\n\n© 2021 Coast Courier. All rights reserved.",
    "Rice and ships\nPhone: 2021-0303, version 2021.03\n\n…",
    "Rice and ships\n\n| Day | What |\n|---|---|\n| 3 March 2021 | Ships came |\n| 4 April 2021 | Rice came |",
    "Rice and ships\n\n3 March 2021 – Ships came.\n\n4 April 2021 – Rice came.\n\n5 May 2021 – Rain came.",
    "Rice and ships\n\n03/03/21\n\n…",
    "Rice and ships\n\n- 3 March 2021: Ships came\n- 4 April 2021: They left\n",
    "Rice and ships\n\nLOAD-DATE: March 4, 2021\n\n…",
    "Rice and ships, 3 March 2021\n\n…",
    "March 3 (Coast Agency) -- …\n\n© 2019, 2021 Coast Agency",
    "On March 3 the ships came.\n\n© 2021 Coast Agency",
    "",
]


@pytest.mark.parametrize(("text", "time", "how"), DATED, ids=lambda value: repr(value)[:60])
def test_published(text, time, how):
    found = read(text)
    assert found is not None
    assert (str(found.time)[: len(time)], found.text in text) == (time, True)
    assert how in found.how


@pytest.mark.parametrize("text", UNDATED, ids=lambda value: repr(value)[:60])
def test_a_date_of_something_else_is_not_the_published_date(text):
    assert read(text) is None


@pytest.mark.parametrize(
    ("name", "time"),
    [
        ("2021-03-03-rice.txt", MARCH),
        ("rice_20210303.txt", MARCH),
        ("03.03.2021 rice.txt", MARCH),
        ("rice-2021.txt", None),
        ("2021-02-31.txt", None),
        ("rice-120210303.txt", None),
    ],
)
def test_a_date_in_the_files_name_is_the_last_resort(name, time):
    found = read("Rice and ships\n\n…", name)
    assert (found and str(found.time.date())) == time
    dated = read("Rice and ships\nMay 5, 2020\n\n…", name)
    assert dated is not None
    assert dated.time == datetime(2020, 5, 5)


@pytest.mark.parametrize(
    ("declared", "time"),
    [
        ("2021-03-03", "2021-03-03 00:00"),
        ("2021-03-03T18:28:00Z", EVENING),
        ("Wed, 03 Mar 2021 18:28:00 +0000", EVENING),
        ("March 3, 2021", "2021-03-03 00:00"),
        ("2021", "2020-05-05 00:00"),
        ("soon", "2020-05-05 00:00"),
    ],
)
def test_what_the_format_declares_comes_first(declared, time):
    found = read("Rice and ships\nMay 5, 2020\n\n…", published=declared)
    assert found is not None
    assert str(found.time)[:16] == time


def test_the_order_of_trust():
    """Take away the most trusted date, and the next one is found."""
    parts = [
        ("Published: January 1, 2021\n", "2021-01-01"),
        ("February 2, 2021\n", "2021-02-02"),
        ("LIMA, March 3, 2021 — ", "2021-03-03"),
        (f"{BODY}\n\nPublished: April 4, 2021\n", "2021-04-04"),
        ("May 5, 2021\n", "2021-05-05"),
        ("https://courier.example/2021/06/06/rice\n", "2021-06-06"),
        ("Last updated: July 7, 2021\n", "2021-07-07"),
    ]
    for number, (_, day) in enumerate(parts):
        found = read("Rice and ships\n" + "".join(words for words, _ in parts[number:]))
        assert found is not None
        assert str(found.time.date()) == day


@given(st.text())
def test_any_text_has_a_published_date_or_none(text):
    found = read(text)
    assert found is None or found.text in text


@pytest.mark.parametrize("text", ["1914, 1915, " * 20_000, "May " * 50_000, "3 " * 90_000, "a" * 200_000, "|" * 99_999])
def test_long_and_odd_heads_are_read_in_linear_time(text):
    assert read(text) is None
