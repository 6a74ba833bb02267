"""Lines of what one subject did on several days, and of subjects that go on for long before their verb."""

from __future__ import annotations

import pytest

from tests.extract.test_lines import lines_of

LINES = {
    "each of several verbs with a date of its own is told with the subject": [
        (
            "Ida Roe joined the navy of Dure in 1661, and in 1665 was sent on a mission to Kelna.",
            ["Ida Roe joins the navy of Dure", "Ida Roe is sent on a mission to Kelna"],
        ),
        (
            "Ida Roe was promoted in 1671, appointed to the harbour in 1675 and dismissed in 1680.",
            ["Ida Roe is promoted", "Ida Roe is appointed to the harbour", "Ida Roe is dismissed"],
        ),
        (
            "Ida Roe came to Kelna on 1 May 2023 and left the town on 3 May 2023.",
            ["Ida Roe comes to Kelna", "Ida Roe leaves the town"],
        ),
    ],
    "verbs of one day stay together": [
        ("Ida Roe closed the mill and sold the canal in 1665.", ["Ida Roe closes the mill and sells the canal"]),
    ],
    "a participle that says more of the subject goes, a noun in -ing stays": [
        ("Troops guarding the old port of Dure killed two dockers in 2004.", ["Troops kill two dockers"]),
        ("A guard firing a pistol wounded three dockers in 2004.", ["A guard wounds three dockers"]),
        ("The court hearing in Kelna was adjourned on 2 May 2023.", ["The court hearing in Kelna is adjourned"]),
        (
            "Border troops trying to clear and take back seized mills killed two dockers in 2004.",
            ["Border troops kill two dockers"],
        ),
    ],
    "a participle that says what somebody is has no date of its own": [
        ("Police arrested two dockers suspected of arson on Monday.", ["Police arrest two dockers suspected of arson"]),
    ],
    "one with two offices is one": [
        (
            "Poet and union adviser Ida Roe renewed the strike in 2004.",
            ["Poet and union adviser Ida Roe renews the strike"],
        ),
    ],
    "a short form with “not” is told like the long one": [
        ("The mill hadn't paid the dockers of Dure in 2004.", ["The mill has not paid the dockers of Dure"]),
        ("The mill won't pay the dockers of Dure in 2025.", ["The mill is not to pay the dockers of Dure"]),
    ],
}


@pytest.mark.parametrize(("text", "lines"), [row for rows in LINES.values() for row in rows])
def test_lines_of_deeds(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines
