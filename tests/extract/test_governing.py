"""A date dates only what the verb that governs it tells: no line about something else has it."""

from __future__ import annotations

import pytest

from loaders.extract.document import extract
from loaders.records import Document
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def told(text: str) -> list[str]:
    document = Document("id", "a.txt", f"A history of Kelna\n\n{text}\n", "A history of Kelna", language="en")
    return sorted(f"{one.edtf} {one.line}" for one in extract(document, VOCABULARY).mentions)


@pytest.mark.parametrize(
    "text",
    [
        # a participle behind a noun
        "The tribunal dismissed the appeal against the order made on 4 May 2016.",
        "The ministry rejected the report published on 2 May 2018.",
        "Parliament ratified the treaty, signed on 4 April 2003 in Marsk.",
        # a clause that says more of a noun, with "who" or without
        "Brek succeeded Lund, who died on 3 March 1999.",
        "Oran Lund, who was mayor from 1998 to 2006, founded the museum.",
        "The bank bought the insurer it had sued in 2009.",
        "The Senate voted to repeal the law that it passed in 2007.",
        # what somebody says of himself
        "The party’s treasurer says he raised two million in 2011.",
        # what else was the cause, and what is to be done by then
        "The king abdicated, having lost the vote of 12 June 1946.",
        "The council adopted a resolution calling on Kelna to withdraw by 1 June 2012.",
        # papers and laws that are only named
        "The board approved the merger (see the notice of 12 August 2017).",
    ],
)
def test_the_date_of_something_else_dates_no_line(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The minister resigned after an inquiry that had begun in 2011.", []),
        ("Brek signed the accord that ended the war in 1978.", ["1978 The accord ends the war"]),
        ("The bridge, which was built in 1931, was blown up by rebels.", ["1931 The bridge is built"]),
        (
            "The bridge built by the army in 1931 was blown up on 4 May 1945.",
            ["1945-05-04 The bridge built by the army is blown up"],
        ),
        (
            "The envoy, who arrived on 2 May 1960, met the king on 4 May 1960.",
            ["1960-05-02 The envoy arrives", "1960-05-04 The envoy meets the king"],
        ),
        ("The judge noted that Oran Brek had entered the country on 9 July 2009.", ["2009-07-09 Oran Brek enters the country"]),
        ("Lund said that Oran Brek had visited Marsk in 1995.", ["1995 Oran Brek visits Marsk"]),
        (
            "The council voted on 3 May 1960 to close the harbour by 1 June 1961.",
            ["1960-05-03 The council votes to close the harbour"],
        ),
        ("The court heard the claim under the 1951 Convention on 3 June 2014.", ["2014-06-03 The court hears the claim under the 1951 Convention"]),
        # the same verb with another object
        (
            "The bank sued the insurer on 4 May 1990, and the port sued Lund on 9 June 1991.",
            ["1990-05-04 The bank sues the insurer", "1991-06-09 The port sues Lund"],
        ),
        # these go on being dated by the words beside their verb
        ("In 1987 the senate, which had refused the treaty in 1980, ratified it.", ["1980 The senate refuses the treaty"]),
        ("Parliament debated, amended and passed the bill on 3 May 1950.", ["1950-05-03 Parliament debates, amends and passes the bill"]),
    ],
)  # fmt: skip
def test_each_has_the_date_of_its_own_verb(text: str, lines: list[str]) -> None:
    assert told(text) == lines
