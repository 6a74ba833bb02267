"""Lines that stand alone: each verb has what it needs after it, one sentence is told, and whoever does it has a name."""

from __future__ import annotations

import pytest

from loaders.extract.events.lines.joints import parts
from loaders.extract.events.lines.pieces import cut_pieces
from loaders.extract.events.lines.valency import lacks_complement
from loaders.extract.events.lines.verbs import find_verb
from loaders.extract.events.lines.wording import wording
from loaders.vocabulary import FOLDER
from tests.extract.test_lines import lines_of

WORDS = wording("en", FOLDER)

HALF = [
    # an object
    "The firm acquires | in Dure",
    "The firm plans to acquire | in Dure",
    "The deputies threaten to impose, at last, | a toll",
    # an infinitive, also of what is suffered
    "The board asks the clerk | to leave",
    "The council agrees | to sell the mill",
    "The ferry is expected | to sail",
    # a clause
    "The clerk says | that he had left",
    "The clerk says in a letter | that he had left",
    "The clerk believes the mill | is lost",
    "The clerk praises the crew, telling sailors | that they rowed well",
    # a preposition with its noun
    "The council accuses Kelna | of fraud",
    "The mill relies | on the canal",
    "The town regards Kelna | as a rival",
]
WHOLE = [
    "The firm acquires a mill | in Dure",
    "The firm is acquired | in Dure",
    "The firm has been acquired | in Dure",
    "Treaty signed | in Dure",
    "The board asks the clerk to leave | at noon",
    "The clerk says that he had left | at noon",
    "The council founds a fund | that pays the dockers",
    "The council accuses Kelna of fraud | after the audit",
    "The clerk shows how the mill works | in winter",
    "“You rowed well,” the clerk tells sailors | in Dure",
    "The ferry sails | from Dure",
]


@pytest.mark.parametrize(("text", "lacks"), [*((text, True) for text in HALF), *((text, False) for text in WHOLE)])
def test_a_verb_has_what_it_needs(text: str, lacks: bool) -> None:
    cut = text.index("|")
    text = text.replace("| ", "")
    pieces = cut_pieces(text, [(0, len(text))], ())
    at = next(number for number, piece in enumerate(pieces) if piece.start >= cut)
    assert lacks_complement(pieces, find_verb(pieces, WORDS), at, WORDS) is lacks


LINES = {
    "a line that would be cut from what its verb needs is cut elsewhere, or left out": [
        (
            "The council urged Norvik on Thursday to open the locks of the northern canal to all the ships that carry rice and salt.",
            ["The council urges Norvik to open the locks of the northern canal"],
        ),
        (
            "The council said in a letter to the owners of the northern mill on Friday that the old port would be closed to ships.",
            ["The council says that the old port would be closed to ships"],
        ),
        (
            "On Thursday the council persuaded the owners of the old northern mill to let the dockers of Kelna use its long stone quay.",
            [],
        ),
    ],
    "a second sentence is another line's": [
        (
            "On Friday the council opened the lock, and the rowers of Norvik cheered from the bridge.",
            ["The council opens the lock"],
        ),
    ],
    "and one tense": [
        (
            "Bo Lund left the council in 2004 when the miller lost the vote.",
            ["Bo Lund leaves the council when the miller loses the vote"],
        ),
    ],
    "nothing hangs at the end": [
        (
            "Bo Lund opposed a similar bill in 2007 and once again did not like the new one.",
            ["Bo Lund opposes a similar bill and does not like the new one"],
        ),
    ],
    "the verb says whether its subject is several": [
        ("Of the 121 held in Kelna, 77 were freed on Friday.", ["77 are freed"]),
    ],
    "a noun with an article is who the document says": [
        (
            'Norvik Mills Inc. (the "Company") makes flour. On 3 May 2023 the Company acquired a bakery in Dure.',
            ["Norvik Mills Inc. acquires a bakery in Dure"],
        ),
        (
            "Norvik Mills Ltd, a miller, is old. The company acquired a bakery in Dure in 2019.",
            ["Norvik Mills Ltd acquires a bakery in Dure"],
        ),
        (
            "The applicant, Ms Ida Roe, lives in Kelna. The applicant lodged a complaint with the court on 3 May 2019.",
            ["Ida Roe lodges a complaint with the court"],
        ),
        ("President Ida Roe is old. The President opened a bridge on Thursday.", ["Ida Roe opens a bridge"]),
    ],
    "and no line where it does not say": [
        ("The company acquired a bakery in Dure in 2019.", []),
        ("The outgoing chairman opened a bridge on Thursday.", []),
        ("The two signed a treaty on Thursday.", []),
    ],
}

PARTED = [
    # one thing said of two
    "The council buys critical bread | and salt stores",
    "The council meets Bo Lund | and the miller of Dure",
    "The council opens ports in Kelna | , Dure and Norvik",
    # which of them
    "Ida Roe wins half of the voters | who like boats",
    # what a noun is of, for, with
    "The board opens an inquiry | into the fire",
    "The probe regains contact | with Kelna",
    "Ida Roe speaks on the eve | of the fair",
    # a name
    "The council sends bread to the Center | for Public Boats",
    # a quotation
    "The clerk calls it “a long | and wet day”",
    # a second verb
    "The mill closes and its owner | , Ida Roe, sails home",
]
APART = [
    "The council closes the mill | and opens a bridge",
    "The council closes the mill | and Ida Roe sails home",
    "The council plans to close the mill | and open a bridge",
    "The council founds a fund | that pays dockers",
    "The council closes the mill | , which is old",
    "The council closes the mill | after the fire",
    "The clerk calls it “a long day” | in Dure",
]


@pytest.mark.parametrize(("text", "is_parted"), [*((t, True) for t in PARTED), *((t, False) for t in APART)])
def test_no_cut_parts_what_belongs_together(text: str, is_parted: bool) -> None:
    cut = text.index("|")
    text = text.replace("| ", "")
    pieces = cut_pieces(text, [(0, len(text))], ())
    at = next(number for number, piece in enumerate(pieces) if piece.start >= cut)
    assert parts(pieces, at, WORDS) is is_parted


SOUND = {
    "a participle before its noun is no verb": [
        (
            "On 3 May 2019 Kelna's armed guards occupied the port of Dure.",
            ["Kelna's armed guards occupy the port of Dure"],
        ),
        (
            "On 3 May 2019 the rowers won two of their most prized cups.",
            ["The rowers win two of their most prized cups"],
        ),
    ],
    "the verb has the number of its subject": [
        ("In 1956 the Norvikans revolted against the tax.", ["The Norvikans revolt against the tax"]),
        ("In 1956 a number of towns in the north revolted.", ["A number of towns in the north revolt"]),
        (
            "On 3 May 2019 Kelna Mills, Dure Mills, and Norvik Mills signed a treaty.",
            ["Kelna Mills, Dure Mills, and Norvik Mills sign a treaty"],
        ),
        (
            "In 1950, back in Kelna, Ida Roe and Bo Lund jointly opened a school.",
            ["Ida Roe and Bo Lund jointly open a school"],
        ),
    ],
    "every verb is in the present, and a second sentence is left out": [
        (
            "On Friday Ida Roe won in Kelna but narrowly lost in Dure.",
            ["Ida Roe wins in Kelna but narrowly loses in Dure"],
        ),
        ("Ida Roe married Bo Lund in 1967 and they remained in Kelna.", ["Ida Roe marries Bo Lund"]),
        ("The guards didn't open the gate on Friday.", ["The guards do not open the gate"]),
    ],
    "what leads in goes with the word that opens it": [
        (
            "Soon after Bo Lund's death in 1929, Ida Roe returned to Kelna.",
            ["Bo Lund's death"],
        ),
        (
            "After several months of quiet unrest Bo Lund closed the port of Dure on 3 May 2019.",
            ["Bo Lund closes the port of Dure"],
        ),
        ("On April 5, after Norvik refused, Kelna declared war on both towns.", ["Kelna declares war on both towns"]),
        (
            "Since the 11 May 2001 floods in the north, Kelna Mills has cut 300 jobs.",
            # The day is that of the floods: the jobs went at some time after it.
            [],
        ),
    ],
    "nothing is left behind words set in": [
        (
            "Many members of the guild were killed on 3 May 1966, including the proud master of the north, Bo Lund.",
            ["Many members of the guild are killed"],
        ),
        ("Ida Roe announced, on 7 March, a plan to build a harbour.", ["Ida Roe announces a plan to build a harbour"]),
    ],
    "a clause that says of what it was gives no line": [
        ("The tour went on to Kelna, which Ida Roe won in 2008 by a mile.", []),
    ],
    "a pronoun with nobody to stand for gives no line": [
        ("On Friday the court denied his motion.", []),
        ("On Friday the airline hired Ida Roe.", []),
    ],
    "nobody meets alone": [
        (
            "A meeting with Ida Roe on Friday, as long as it was dull and wet, and no end to it in sight for all of them.",
            [],
        ),
    ],
}


@pytest.mark.parametrize(("text", "lines"), [case for cases in SOUND.values() for case in cases])
def test_sound_lines(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


@pytest.mark.parametrize(("text", "lines"), [case for cases in LINES.values() for case in cases])
def test_lines(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines
