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
    "what somebody was goes, where he did something at the time": [
        (
            "Ida Roe was a clerk of the port and also served as envoy to Dravia between 1995 and 1996.",
            ["Ida Roe serves as envoy to Dravia"],
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
    "no line ends before the verb of what it has begun to tell": [
        (
            "A lorry drove through a picket and a docker was shot in the harbour of Kelna during a long march in 2004.",
            ["A lorry drives through a picket"],
        ),
    ],
    "“it” before a verb begins a clause of its own": [
        (
            "Kelna stated in 2004 it would attack the mills.",
            ["Kelna states it would attack the mills"],
        ),
    ],
    "verbs in -ll lose one of the two": [
        ("The council cancelled the toll on Friday.", ["The council cancels the toll"]),
    ],
    "what “it was then that” sets off is told of that time": [
        ("It was only in 1990 that the council freed the dockers.", ["The council frees the dockers"]),
    ],
    "a place of several words and an agency before a report are no clause of it": [
        (
            "KELNA HARBOUR CITY (Agency) - Dockers occupied the customs house of Dure. The sailors of Orvana sank a ferry.",
            ["Dockers occupy the customs house of Dure", "The sailors of Orvana sink a ferry"],
        ),
    ],
    "the present tells what was done in a list": [
        (
            "3 May 1951: Dockers walk out in Dure. A second clerk vanishes in June.\n\n5 July 1951: The port of Dure is sold.",
            ["Dockers walk out in Dure", "A second clerk vanishes", "The port of Dure is sold"],
        ),
    ],
    "whom the text names elsewhere, or nowhere, does nothing in a line": [
        ("The troops are concentrating at Kelna on 2 May 2023.", []),
        ("The brigade shelled the mill of Dure on 2 May 2023.", []),
        (
            "The troops of Orvana shelled the mill of Dure on 2 May 2023.",
            ["The troops of Orvana shell the mill of Dure"],
        ),
    ],
    "a past that is a participle behind its noun is not the verb": [
        (
            "Letters left with the harbour office were returned on 2 May 2023.",
            ["Letters left with the harbour office are returned"],
        ),
        ("Ida Roe left for Kelna on 2 May 2023.", ["Ida Roe leaves for Kelna"]),
    ],
    "of a date nothing stays, of how sure it is neither": [
        ("It is said that some time about 1880 Ida Roe was born in Kelna.", ["Ida Roe is born in Kelna"]),
    ],
    "both who met are named": [
        (
            "President Ida Roe met on Friday at the Blue House with Prime Minister Bo Lund of Dure to reaffirm the old "
            "partnership between the two ports.",
            ["Ida Roe meets Bo Lund"],
        ),
    ],
    "places stand with the dates of a life": [
        (
            "Ida Roe (3 May 1835 in Dure, Kelna – 4 June 1899 in Orvana) was a painter.",
            ["Ida Roe is born", "Death of Ida Roe"],
        ),
        ("Ida Roe (born 3 May 1835, Kelna; died 4 June 1899) was a painter.", ["Ida Roe is born", "Death of Ida Roe"]),
    ],
}


@pytest.mark.parametrize(("text", "lines"), [row for rows in LINES.values() for row in rows])
def test_lines_of_deeds(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines
