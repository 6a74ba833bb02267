"""Reports on a quarter: the part of the year that is reported on, the same one a year before, and when something is due."""

from __future__ import annotations

from datetime import date

import pytest

from loaders.extract.dates import find_dates

PUBLISHED = date(1990, 10, 20)


def found(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.value) for one in find_dates(text + " " * 300, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill lost money in the latest quarter. In the period, sales rose.", ["1990-Q3", "1990-Q3"]),
        ("Profit rose in the third quarter to $4 million from $2 million a year ago.", ["1990-Q3", "1989-Q3"]),
        ("Profit fell in the third quarter to $4 million, against last year's $6 million.", ["1990-Q3", "1989-Q3"]),
        ("Profit rose in the third quarter. Sales in the quarter fell.", ["1990-Q3", "1990-Q3"]),
        ("Sales rose in the 1990 third quarter and the 1989 second half.", ["1990-Q3", "1989-H2"]),
        ("It earned more in fiscal 1989's fourth quarter.", ["1989-Q4"]),
        ("The most recent quarter was poor. The preceding quarter was better.", ["1990-Q3", "1990-Q2"]),
        ("Spending in the current fiscal year will fall; next fiscal year it rises.", ["FY1990", "FY1991"]),
        ("By year end the mill will close. Before month end it will pay.", ["1990", "1990-10"]),
        ("The dividend is payable in January.", ["1991-01"]),
        ("The split, effective in December, was announced.", ["1990-12"]),
        ("The cut was effective Oct. 1.", ["1990-10-01"]),
        ("The contract runs through June.", ["1991-06"]),
        ("The loss narrowed through June.", ["1990-06"]),
        (
            "For the quarter ended June 30, it lost $2 million. A year earlier it earned $1 million.",
            ["P3M", "1990-06-30", "1989-Q2"],
        ),
        (
            "For the quarter ended May 31, it lost $2 million. A year earlier it earned $1 million.",
            ["P3M", "1990-05-31", "1989"],
        ),
        (
            "Profit was $2 million in the six months to 30 June, against $3 million a year ago.",
            ["P6M", "1990-06-30", "1989-H1"],
        ),
        (
            "Profit was $2 million in the 3 months to 31 July, against $3 million a year ago.",
            ["P3M", "1990-07-31", "1989"],
        ),
        ("Profit fell in the third quarter. In last year's quarter, it rose.", ["1990-Q3", "1989-Q3"]),
        ("At year-end 1988 the mill was sold; by year's end 1989 it was closed.", ["1988", "1989"]),
        ("Sales through June were low.", ["1990-06"]),
        # Nothing of this kind
        ("A year ago he joined the mill. In the third quarter it was sold.", ["1989", "1990-Q3"]),
        ("Last year's report told of the third quarter.", ["1989", "1990-Q3"]),
        ("He lived in the quarter. In the period, nobody called.", []),
        ("It closed at a quarter to four on Monday.", ["1990-10-15T03:45"]),
        ("That Sun's report was false.", []),
    ],
)
def test_business(text: str, expected: list[str]) -> None:
    assert [value for _, value in found(text)] == expected


def test_the_words_go_with_their_year() -> None:
    assert [words for words, _ in found("Sales rose in the 1990 third quarter.")] == ["the 1990 third quarter"]
