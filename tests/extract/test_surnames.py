"""Names that hold words of the calendar or small parts, and a surname that two people bear."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.leaders import find_people
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def named(text: str) -> list[tuple[str, str | None]]:
    return [(one.text, one.leader_id) for one in find_people(text, VOCABULARY, datetime(2021, 9, 1))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs May said no.", [("May", "may")]),
        ("Ms. Sunday left with Dr April.", [("Sunday", "sunday"), ("April", "april")]),
        ("Berit May criticised the plan.", [("Berit May", "berit-may")]),
        ("The court heard President Tarek al-Sabri.", [("Tarek al-Sabri", "tarek-al-sabri")]),
        ("Mr. Omar el-Nasr and Mrs. Lena bin-Yusuf met.", [("Omar el-Nasr", "omar-el-nasr"), ("Lena bin-Yusuf", "lena-bin-yusuf")]),
        ("Berit Dahl, who built the dam, is old.", [("Berit Dahl", "berit-dahl")]),
        ("In May Lund may come. On Sunday it rained in April.", []),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Berit Dahl, who built the dam, died. Her son, Nils Dahl, wept.\n\nDahl was born in Weir.", "berit-dahl"),
        ("Mayor Berit Dahl came with her sister Runa Dahl. Ms. Dahl signed the paper.", "berit-dahl"),
        ("Mayor Nils Dahl came with his wife, Runa Dahl. Mrs. Dahl sang.", "runa-dahl"),
        ("Mayor Nils Dahl met Judge Olav Dahl. Dahl signed the paper.", "olav-dahl"),
    ],
)
def test_a_surname_alone_means_no_relative(text: str, last: str) -> None:
    assert named(text)[-1][1] == last
