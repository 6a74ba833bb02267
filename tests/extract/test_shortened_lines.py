"""Lines of sentences that are too long, or from which words went: where they end, and what becomes of what stood beside the words."""

from __future__ import annotations

import pytest

from tests.extract.test_lines import lines_of

LINES = {
    "what says more of the last thing goes": [
        (
            "On Thursday Kelna announced plans to build a great free harbour encompassing Dure, Orvana and the empty isles of the north.",
            "Kelna announces plans to build a great free harbour",
        ),
        (
            "On Thursday the council sent a box of papers to the Chamber for Coastal Trade showing debts of the old mill and its owners.",
            "The council sends a box of papers to the Chamber for Coastal Trade",
        ),
    ],
    "whoever is spoken to does nothing": [
        (
            "Mr. Speaker, on 4 May 2019 the government admitted that it had lost the papers.",
            "The government admits that it had lost the papers",
        ),
        (
            "Madam Speaker, on 3 May 2019 the minister opened a harbour in Norvik.",
            "The minister opens a harbour in Norvik",
        ),
        ("The president, on 3 May 2019, opened a harbour in Norvik.", "The president opens a harbour in Norvik"),
    ],
    "nor is a place that only the writer sees": [
        (
            "The ministers of nine islands gathered here on Monday for a summit.",
            "The ministers of nine islands gather for a summit",
        ),
    ],
    "a clause goes on after what is quoted in another": [
        (
            "Bo Lund, who once called himself “King” and later spoke for the sailors, died on Monday.",
            "Bo Lund dies",
        ),
        ('Bo Lund, who spoke for "the free sailors," died on Monday.', "Bo Lund dies"),
        ('After the mayor promised "a new harbour," Norvik signed the treaty on Monday.', "Norvik signs the treaty"),
    ],
    "a name with its byname is one": [
        ("Bo Lund the younger was killed on 15 March 2019.", "Bo Lund the younger is killed"),
        ("Casso the Elder founded a school in Norvik in May 2019.", "Casso the Elder founds a school in Norvik"),
    ],
    "so does what for something was founded": [
        (
            "The Bureau of Canals and Inland Harbours was founded in 1931 to oversee the sluices and dams of all the northern districts.",
            "The Bureau of Canals and Inland Harbours is founded",
        ),
    ],
    "and what follows the object of a verb that helps another": [
        (
            "On Friday Norvik is set to approve a plan to levy a 20% toll on all the grain that comes in by sea.",
            "Norvik is set to approve a plan to levy a 20% toll",
        ),
    ],
    "a second form in -ing goes with its own object": [
        (
            "The council announced on Friday that the harbour board would be in charge of mending all sluices and painting the bridges red.",
            "Council announces harbour board would be in charge of mending all sluices",
        ),
    ],
    "where the longest line is half of something, a shorter is tried": [
        (
            "On Friday the Norvik council closed the old salt harbour, and it sold the mill to an owner whom the clerk of Dure knew.",
            "The Norvik council closes the old salt harbour",
        ),
        (
            "On Friday Norvik freed ten sailors and said it would pay them for the nets that the customs men of Orvana took.",
            "Norvik frees ten sailors",
        ),
    ],
    "dates that are joined go with what joins them": [
        ("Norvik voted for the salt bill in 2008 and 2012.", "Norvik votes for the salt bill"),
        ("The council agreed to name, by May 2024, a master of the harbour.", None),
        ("The clerk noted on Friday, the mill was shut.", "The clerk notes the mill was shut"),
    ],
    "a name stands for one of several, or after what leads in": [
        ("One of two sailors was rescued by a ferry on Friday.", "One of two sailors is rescued by a ferry"),
        ("One of them was rescued by a ferry on Friday.", None),
        (
            "In recognition of his long service Bo Lund was made a general in 1683.",
            "Bo Lund is made a general",
        ),
    ],
    "what is possessed is no verb": [
        ("Norvik's ban on barges hurt trade in Dure in 1991.", "Norvik's ban on barges hurts trade in Dure"),
    ],
    "two apostrophes are a quotation mark": [
        ("Bo Lund called the toll ''a sin'' on Friday.", 'Bo Lund calls the toll "a sin"'),
        ("``Boats are free,'' Bo Lund said in Kelna on Friday.", 'Bo Lund says "Boats are free"'),
    ],
    "a word that may be a noun as well is one before a verb": [
        (
            "The Lund campaign sent out a letter to all dockers on Friday.",
            "The Lund campaign sends out a letter to all dockers",
        ),
    ],
    "two names with a comma between them are several": [
        ("3 May 1951: Kelna, Norvik sign a treaty on eels.", "Kelna, Norvik sign a treaty on eels"),
        ("Kelna, Norvik sign a treaty on eels on Friday.", "Kelna, Norvik sign a treaty on eels"),
    ],
    "verbs of history are known in the present": [
        ("3 May 1951: Dure secedes from Kelna.", "Dure secedes from Kelna"),
        ("3 May 1951: The bishops of Norvik excommunicate Bo Lund.", "The bishops of Norvik excommunicate Bo Lund"),
    ],
    "a noun that counts others makes them several": [
        (
            "A number of towns in Kelna and Dure voted twice for Bo Lund in 2012.",
            "A number of towns in Kelna and Dure vote twice for Bo Lund",
        ),
    ],
    "the number of a note is no word of its sentence": [
        ("1 The Salt Board met in Dure on 3 May 1951.", "The Salt Board meets in Dure"),
    ],
    "what is owned does something else than its owner": [
        ("Bo Lund, whose old ferry sank on Friday, rows a boat.", "Bo Lund's old ferry sinks"),
    ],
    "a subject is one": [
        ("The letter the council sent over to the clerk was read on Friday.", None),
        (
            "A council calling itself the Kelna Board opened a mill on Friday.",
            "A council calling itself the Kelna Board opens a mill",
        ),
    ],
    "what is like something else points at it": [
        ("A similar school was founded in Dure in 2012.", None),
        ("Bo Lund won all three by a length in 2012.", None),
    ],
}


@pytest.mark.parametrize(("text", "line"), [row for rows in LINES.values() for row in rows])
def test_shortened_lines(text: str, line: str | None) -> None:
    found = lines_of(text)
    assert (found[0] if found else None) == line
