"""Texts that change their manner: history amid news, news at the end of a history, talk about years, captions, quoted days."""

from __future__ import annotations

from datetime import datetime

from loaders.extract.dates import find_dates

PUBLISHED = datetime(2009, 5, 11)
CANAL = (
    "The council voted on Monday to fill the canal in. The work will begin in October, the mayor said on Friday.\n\n"
    "The canal was dug in 1850. In 1862 the lock broke. On 3 March 1862 the company failed. In April the workers left.\n\n"
    "The town will not pay, the mayor said on Tuesday. Talks go on in June."
)
LIFE = (
    "Anton Brekke was born in 1881 in Sorvik. In 1899 he went to sea, and in 1903 he came back with a crate of shells.\n\n"
    "In February 1904 he opened a museum. In May the roof fell in. He married in 1906, and in 1931 he died."
)


def values(text: str, words: str, published: datetime = PUBLISHED) -> list[str]:
    return [one.value for one in find_dates(text, published) if words in one.text]


def test_a_report_goes_back_and_comes_home() -> None:
    assert values(CANAL, "April") == ["1862-04"]
    assert values(CANAL, "October") == ["2009-10"]
    assert values(CANAL, "Tuesday") == ["2009-05-05"]
    assert values(CANAL, "June") == ["2009-06"]


def test_what_lies_near_is_no_history() -> None:
    career = "He joined in 1999, ran the port in 2004 and the bank in 2006. In March he was named minister."
    text = f"The minister left on Monday.\n\n{career}\n\nNobody knows why he left on Monday."
    assert values(text, "March") == ["2009-03"]


def test_one_now_makes_no_news_of_a_life() -> None:
    assert values(LIFE.replace("went to sea", "now went to sea"), "May") == ["1904-05"]


def test_days_around_the_publication_are_of_its_time() -> None:
    cable = (
        "The envoy saw the minister on May 7. The vote is on October 25. Nobody had met since 2006.\n\nThe envoy raised the case on May 9. "
        "The clerk had been held in 2006, freed in 2007 and held again in 1999. The two will meet in June."
    )
    assert values(cable, "May 9") == ["2009-05-09"]
    assert values(cable, "June") == ["2009-06"]


def test_quoted_days_have_no_vote_over_the_lines_of_a_paragraph() -> None:
    for opening, closing in (("“", "”"), ('"', '"'), ("``", "''")):
        said = f"{opening}Today and yesterday, last month and this year, on Monday\nand on Tuesday, last week, a year ago,{closing} he said"
        assert values(f"{LIFE} {said}.", "May") == ["1904-05"]


def test_a_minute_ago_in_a_quotation_is_no_minute_of_the_report() -> None:
    said = '“A minute ago it was here,” he said.\n\nNobody knows. It was "two minutes ago", she said.'
    found = find_dates(said + " " * 300, datetime(2009, 5, 11, 14, 30))
    assert [one.interval for one in found] == [None, None]
    assert values("It fell ten minutes ago, he said. “Why?”" + " " * 300, "minutes", datetime(2009, 5, 11, 14, 30)) == [
        "2009-05-11T14:20"
    ]


def test_weekdays_of_full_dates_have_no_vote() -> None:
    dated = "On Sunday, 3 April 1904, on Monday, 4 April 1904, and on Tuesday, 5 April 1904, it was full."
    assert values(LIFE.replace("In May", f"{dated} In May"), "May") == ["1904-05"]


def test_a_history_that_ends_with_news() -> None:
    tail = "The council voted on Monday to sell the museum. The sale will begin in October, the mayor said yesterday."
    text = f"{LIFE}\n\n{LIFE.replace('Anton', 'Ida')}\n\n{tail}"
    assert values(text, "Monday") == ["2009-05-11"]
    assert values(text, "October") == ["2009-10"]


def test_talk_counts_from_the_day_of_the_talk() -> None:
    turns = ["MS. MOLE: It was built in 1921, in 1938 it burned, and in 1950 it was built again."]
    turns += ["MR. HOLT: And in 1966, 1971 and 1984 it was mended.", "MS. MOLE: Last week it broke.", "MR. HOLT: Yes."]
    assert values("\n\n".join(turns), "Last week") == ["2009-W19"]


def test_nothing_counts_from_a_caption() -> None:
    caption = "In this 3 May 2001 file photo, Ida Roe opens the pier."
    text = f"The pier broke in 2004.\n\n{caption}\n\nThat year it was sold."
    assert values(text, "That year") == ["2004"]


def test_a_story_goes_on_from_what_it_told_long_ago() -> None:
    past = "The canal was dug in 1850, in 1862 it broke, and in 1870 it was sold.\n\nIt was filled later that year."
    assert values(f"The council met on Monday.\n\n{past} They met again on Tuesday.", "that year") == ["1870"]


def test_letters_of_one_document_count_from_their_own_days() -> None:
    letters = "Velm, 3 March 1914\n\nThe king came yesterday.\n\nMarsk, 9 March 1914\n\nHe left on Saturday."
    found = [one.value for one in find_dates(letters, datetime(1914, 3, 3))]
    assert found == ["1914-03-03", "1914-03-02", "1914-03-09", "1914-03-07"]


def test_entries_with_their_hour_at_the_head_of_a_line_count_from_it() -> None:
    log = "Storm\n\n9:15 a.m.: It began an hour ago.\n\n11:40 a.m.: The pier is gone.\n\n2:05 p.m.: It is over."
    found = [one.value for one in find_dates(log, datetime(2018, 4, 3))]
    assert found == ["2018-04-03T09:15", "2018-04-03T08:15", "2018-04-03T11:40", "2018-04-03T14:05"]


def test_two_hours_at_heads_of_lines_make_no_log() -> None:
    agenda = "Talks\n\n9:15 a.m.: It began an hour ago.\n\n11:40 a.m.: They ended." + " " * 300
    assert [one.value for one in find_dates(agenda, datetime(2018, 4, 3))][1] == "2018-04-03"
