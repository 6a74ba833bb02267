"""Years before the common era and its first centuries: what they are written as, and what is none."""

from __future__ import annotations

import pytest

from loaders.extract.dates import find_dates
from loaders.extract.document import extract
from loaders.moments import moment
from loaders.records import Document
from loaders.vocabulary import load_vocabulary

EDTF = {
    "-0043": ("44 BC", "44 B.C.", "44 BCE", "44 B.C.E.", "the year 44 BC", "44 bc"),
    "-0043-03": ("March 44 BC", "March, 44 B.C.", "March of 44 BCE"),
    "-0043-03-15": ("15 March 44 BC", "March 15, 44 BC", "the 15th of March 44 BC", "the Ides of March, 44 BC"),
    "-0043-01-13": ("the ides of January 44 BC",),
    "-0043-07-01": ("the kalends of July 44 BC",),
    "0000": ("1 BC",),
    "-0479-21": ("spring of 480 BC", "the spring of 480 BC", "spring 480 BC"),
    "-0479-24": ("the winter of 480–479 BC", "the winter of 480/79 BC", "winter 480-479 BC"),
    "-0562~": ("c. 563 BC", "circa 563 BC", "about 563 BC", "around 563 BC"),
    "-04XX": ("the 5th century BC", "the fifth century BCE"),
    "-00XX": ("the first century BC",),
    "-0468/-0459": ("the 460s BC",),
    "-0499~/-0467~": ("the early 5th century BC",),
    "0069": ("AD 69", "A.D. 69", "69 CE", "69 AD"),
    "0014-08-19": ("19 August AD 14", "August 19, AD 14", "19 August 14 CE"),
    "0117": ("AD 117", "117 CE"),
    "00XX": ("the first century AD", "the 1st century CE"),
}


@pytest.mark.parametrize(("edtf", "words"), [(edtf, one) for edtf, some in EDTF.items() for one in some])
def test_a_date_with_its_era_is_placed(edtf: str, words: str) -> None:
    (only,) = find_dates(f"They built it in {words}, it is said.", None)
    assert (only.edtf, only.text, only.problem) == (edtf, words, None)
    assert only.interval is not None and only.interval[0] < only.interval[1]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("from 264 to 241 BC", "-0263/-0240"),
        ("264–241 BC", "-0263/-0240"),
        ("between 264 and 241 BC", "-0263/-0240"),
        ("from 264 BC until 241 BC", "-0263/-0240"),
        ("from May 49 to March 44 BC", "-0048-05/-0043-03"),
        ("from 27 BC to AD 14", "-0026/0014"),
        ("27 BC – AD 14", "-0026/0014"),
        ("AD 66–73", "0066/0073"),
        ("from AD 66 to 73", "0066/0073"),
        ("54–68 CE", "0054/0068"),
    ],
)
def test_an_era_that_is_written_once_is_that_of_both_years(text: str, edtf: str) -> None:
    found = find_dates(f"The war lasted {text}.", None)
    assert [one.edtf for one in found] == [edtf, edtf]


def test_an_era_goes_with_every_year_of_a_list() -> None:
    found = find_dates("He led the city in 58, 57 and 56 BC.", None)
    assert [one.edtf for one in found] == ["-0057", "-0056", "-0055"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 2010 BC voted again.", ["2010"]),
        ("The tomb was closed in 2010 BC, and opened in 1950.", ["BC2010", "1950"]),
        ("They came in 2300 BC. In 2010 BC they left.", ["BC2300", "BC2010"]),
        ("In 44 BC, 60 senators met.", ["BC0044"]),
        ("The tools are 12,000 years BP old.", ["P12000Y"]),
        ("The rocks are 66 million years old.", ["P66000000Y"]),
        ("In AD 14, 30 men rowed.", ["0014"]),
        ("some 10,000 BC", []),
    ],
)
def test_what_an_era_does_not_belong_to(text: str, values: list[str]) -> None:
    assert [one.value for one in find_dates(text, None)] == values


def test_a_decade_and_a_century_hold_the_years_that_they_count_down() -> None:
    decade, century = find_dates("The 460s BC, and the 5th century BC.", None)
    assert decade.interval == (moment(-468), moment(-458))
    assert century.interval == (moment(-499), moment(-399))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He crossed the hills in 218 BC. In 202 Casso beat him.", ["BC0218", "BC0202"]),
        ("He crossed the hills in 218 BC. The war ended in 201.", ["BC0218", "BC0201"]),
        ("In the 3rd century B.C. they came. He was pressed in 264 by Tullo.", ["BC02", "BC0264"]),
        ("The first war (264–241 B.C.) began so. They were pressed in 262 by Tullo.", ["BC0264", "BC0241", "BC0262"]),
        ("Casso died in AD 14. By 69, nobody knew his name.", ["0014", "0069"]),
        ("He crossed in 218 BC. In AD 14 they left. In 37 Tullo came.", ["BC0218", "0014", "0037"]),
        (
            "He crossed in 218 BC. In 202 he won. They met again in 60, and in 44.",
            ["BC0218", "BC0202", "BC0060", "BC0044"],
        ),
        ("He crossed in 218 BC. In 40 cities people rose.", ["BC0218"]),
        ("He crossed in 218 BC. In 300 Roman ships they came.", ["BC0218"]),
        ("He crossed in 218 BC. In 12 of them it rained.", ["BC0218"]),
        ("He crossed in 218 BC. He took the town in 219 and burned it.", ["BC0218", "BC0219"]),
        ("He crossed in 218 BC. They met in 20 and 30 towns.", ["BC0218"]),
        ("He crossed in 218 BC. They came in 30 ships.", ["BC0218"]),
        ("He crossed in 218 BC, by 3.5 miles.", ["BC0218"]),
        ("He crossed in 218 BC. The road ended in 990.", ["BC0218"]),
        ("In 202 Casso beat him. They met in 60, and in 44.", []),
    ],
)
def test_a_year_alone_is_of_the_era_that_was_named_before(text: str, values: list[str]) -> None:
    assert [one.value for one in find_dates(text, None) if one.type == "DATE"] == values


def test_who_is_in_no_list_can_have_acted_before_year_one() -> None:
    text = "A history\n\nJulius Caesar crossed the river in January 49 BC. Julius Caesar was killed on 15 March 44 BC."
    told = extract(Document("one", "one.txt", text), load_vocabulary()).mentions
    assert [(one.edtf, one.leaders) for one in told] == [
        ("-0048-01", ("julius-caesar",)),
        ("-0043-03-15", ("julius-caesar",)),
    ]


def test_the_years_of_a_war_in_brackets_are_no_life() -> None:
    text = "A history\n\nThe first war (264–241 BC) ruined the city. The harbour was burned in 146 BC."
    assert not {"birth", "death"} & {
        one.event_type for one in extract(Document("one", "one.txt", text), load_vocabulary()).mentions
    }
