"""How dates read on screen: never more exact than they are."""

import re
from datetime import datetime

import pytest

from pages.shared.phrases import plain, say_date, say_when


@pytest.mark.parametrize(
    ("first", "end", "precision", "words"),
    [
        ((1960, 1, 1), (1970, 1, 1), "decade", "the 1960s"),
        ((1980, 1, 1), (1983, 1, 1), "decade", "the early 1980s"),
        ((1993, 1, 1), (1996, 1, 1), "decade", "the mid-1990s"),
        ((1966, 1, 1), (1970, 1, 1), "decade", "the late 1960s"),
        ((1960, 1, 1), (1980, 1, 1), "decade", "1960–1979"),
        ((1801, 1, 1), (1901, 1, 1), "century", "1801–1900"),
        ((1960, 1, 1), (1961, 1, 1), "year", "1960"),
        ((2021, 8, 1), (2021, 9, 1), "month", "August 2021"),
        ((2021, 12, 1), (2022, 3, 1), "season", "December 2021 – February 2022"),
        ((2021, 8, 30), (2021, 8, 31), "day", "30 August 2021"),
        ((2022, 11, 24), (2022, 11, 27), "span", "24–26 November 2022"),
        ((2021, 8, 30), (2021, 9, 2), "span", "30 August – 1 September 2021"),
        ((2021, 12, 30), (2022, 1, 3), "span", "30 December 2021 – 2 January 2022"),
    ],
)
def test_an_interval_reads_as_its_precision(first, end, precision, words):
    assert say_date(datetime(*first), datetime(*end), precision) == words


@pytest.mark.parametrize(
    ("first", "end", "precision", "words"),
    [
        ((2021, 8, 30), (2021, 8, 31), "day", "30 August 2021"),
        ((2022, 11, 24), (2022, 11, 27), "span", "24–26 November 2022"),
        ((1960, 1, 1), (1961, 1, 1), "year", "some time in 1960"),
        ((2021, 8, 1), (2021, 9, 1), "month", "some time in August 2021"),
        ((1960, 1, 1), (1970, 1, 1), "decade", "some time in the 1960s"),
        ((2021, 2, 1), (2021, 2, 11), "week", "early February 2021"),
        ((2021, 6, 11), (2021, 6, 21), "week", "mid-June 2021"),
        ((2021, 2, 21), (2021, 3, 1), "week", "late February 2021"),
        ((2021, 5, 31), (2021, 6, 7), "week", "in the week of 31 May 2021"),
        ((2018, 12, 15), (2018, 12, 17), "weekend", "at the weekend of 15 December 2018"),
        ((2015, 9, 1), (2016, 1, 1), "season", "late 2015"),
        ((2015, 1, 1), (2015, 5, 1), "season", "early 2015"),
        ((1974, 3, 1), (1974, 6, 1), "season", "in March – May 1974"),
        ((2022, 11, 25, 18), (2022, 11, 26), "part of day", "25 November 2022, evening"),
    ],
)
def test_a_chronology_says_how_little_is_known(first, end, precision, words):
    assert say_when(datetime(*first), datetime(*end), precision) == words


def test_a_time_of_day_is_said_with_its_day():
    assert (
        say_date(datetime(2020, 9, 28, 10, 45), datetime(2020, 9, 28, 10, 46), "minute") == "28 September 2020, 10:45"
    )


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Miguel Díaz-Canel", "Miguel Díaz-Canel"),
        ("Covid-19 (2020), J. Kelley", "Covid-19 (2020), J. Kelley"),
        ("- *one* [two](three) `four`", "\\- \\*one\\* \\[two\\](three) \\`four\\`"),
        ("# 1", "\\# 1"),
        ("1. First", "1\\. First"),
        ("a -> b -- c", "a \\-\\> b \\-\\- c"),
        (":smile: $x$ <b>", "\\:\u2060smile\\: \\$x\\$ \\<b\\>"),
    ],
)
def test_only_what_could_be_a_sign_is_escaped(text, label):
    assert plain(text) == label


@pytest.mark.parametrize(
    "text",
    [
        "www.port.example/x",
        "https://port.example",
        "HTTP://port.example",
        "ana@port.example",
        ":material/delete:",
        ":red[x]",
        "$a$ $b$",
    ],
)
def test_nothing_that_a_document_holds_is_markup(text):
    """Bare addresses are made links of after all escapes are read, so they are parted; a sign has a backslash before it."""
    shown = plain(text)
    assert not re.search(r"https?:|www\.|\w@", shown.replace("\\", ""), re.IGNORECASE)
    assert not re.search(r"(?<!\\)[:$\[\]]", shown)
    assert shown.replace("\\", "").replace("\u2060", "") == text
