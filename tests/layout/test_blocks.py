"""The blocks of a text, in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout import as_layout, lay_out
from loaders.layout.sentences import split_paragraphs

TALK = "MS. MOLE: It leaks.\n\nSince May.\n\nQ    Why?\n\nMS. MOLE: It is old.\n\nQ    Thank you.\n"
PAGE = """---
title: The dam
---

# The dam

It broke.

| 1950 | It was built |
| 2021 | It broke |

- Nobody was hurt.

> Nobody at all.

Follow us on all channels.
"""
MAIL = "Hello.\n\nFrom: Ida Roe\nSent: 3 May 2021\n\nIt broke today.\n"


def kinds(text: str) -> list[str]:
    return [block.kind for block in lay_out(text).blocks]


def test_a_talk() -> None:
    assert kinds(TALK) == ["turn", "turn", "question", "turn", "question"]
    assert TALK[slice(*lay_out(TALK).blocks[1].speaker or (0, 0))] == "MS. MOLE"
    assert [TALK[slice(*span)] for span in lay_out(TALK).sentences][:2] == ["It leaks.", "Since May."]


def test_a_page() -> None:
    page = ["furniture"] * 3 + ["title", "paragraph", "row", "row", "item", "quoted", "furniture"]
    assert kinds(PAGE) == page


def test_a_mail() -> None:
    blocks = lay_out(MAIL).blocks
    assert [block.kind for block in blocks] == ["paragraph", "mail head", "mail head", "mail"]
    assert MAIL[slice(*blocks[-1].date or (0, 0))] == "3 May 2021"


REPORT = """Pier of Sorvik is shut

By Ilse Marwick

SORVIK, 3 May 2019

In this June 13, 2000 file photo, Oda Lien opens the pier.

SORVIK, May 3 (Telmar Press) - The pier was shut on Thursday. It leaked.

[1] The pier was built in 1921.
"""
CHRONOLOGY = """# The pier

It is old.

## Before the war

- **May 1921** – The pier is built.
- **12 June 1938** – The pier burns.
- Nobody was hurt.
"""
DATELINES = "SORVIK, May 3 (Telmar Press) - The pier was shut.\n\nSORVIK, May 4 (Telmar Press) - It was opened.\n"
BLOG = "09:10\n\nIt leaks.\n\n09:30\n\nIt broke.\n\nNobody was hurt.\n\n10:15 GMT\n\nIt is shut.\n"


def test_a_report() -> None:
    named = ["title", "byline", "dateline", "caption", "paragraph", "footnote"]
    assert kinds(REPORT) == named
    dates = [REPORT[slice(*block.date)] for block in lay_out(REPORT).blocks if block.date]
    assert dates == ["3 May 2019", "June 13, 2000", "May 3"]


def test_a_chronology() -> None:
    blocks = lay_out(CHRONOLOGY).blocks
    assert [block.kind for block in blocks] == ["title", "paragraph", "heading", "entry", "entry", "item"]
    assert [block.under for block in blocks] == [None, 0, None, 2, 2, 2]
    assert [CHRONOLOGY[slice(*block.date)] for block in blocks if block.date] == ["May 1921", "12 June 1938"]


def test_a_dateline_heads_no_entry() -> None:
    assert kinds(DATELINES) == ["paragraph", "paragraph"]


def test_a_live_blog() -> None:
    blocks = lay_out(BLOG).blocks
    head, entry = "entry head", "entry"
    assert [block.kind for block in blocks] == [head, entry, head, entry, entry, head, entry]
    assert [BLOG[slice(*block.date or (0, 0))] for block in blocks][-4:] == ["09:30", "09:30", "10:15", "10:15"]


@pytest.mark.parametrize(
    "caption",
    [
        "FILE - Oda Lien opens the pier of Sorvik.",
        "Photo: Jan Holt/Telmar Pictures",
        "Image caption Workers on the pier of Sorvik",
        "Oda Lien at the pier on 3 May 2009. Photo: Jan Holt/Telmar Pictures",
        "Oda Lien at the pier (Photo by Jan Holt)",
        "Oda Lien at the pier in May. Jan Holt/Getty Images",
        "Oda Lien and her son, right, are seen in this undated handout photo.",
        "This May 3, 2009 photo shows Oda Lien at the pier.",
    ],
)
def test_captions(caption: str) -> None:
    assert kinds(f"The pier broke.\n\n{caption}\n\nIt was old.") == ["paragraph", "caption", "paragraph"]


@pytest.mark.parametrize(
    "prose",
    [
        "Oda Lien filed a suit on Monday.",
        "This is a picture of decline.",
        "The agency released a photo of Oda Lien at the pier.",
        "Photographs of the pier were sold on Monday.",
        "In this town nobody speaks of it.",
        "She got the picture.",
    ],
)
def test_no_captions(prose: str) -> None:
    assert kinds(f"The pier broke.\n\n{prose}\n\nIt was old.") == ["paragraph"] * 3


def test_what_stands_beside_the_text() -> None:
    report = lay_out(REPORT)
    assert report.is_beside_text(REPORT.index("June 13"))
    assert not report.is_beside_text(REPORT.index("Thursday"))
    assert as_layout(report) is report and as_layout(REPORT).text == REPORT


@given(st.text(alphabet="AB:.Q# |>-\n", max_size=200))
def test_every_paragraph_is_one_block(text: str) -> None:
    assert [(block.start, block.end) for block in lay_out(text).blocks] == split_paragraphs(text)
