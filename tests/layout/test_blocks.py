"""The blocks of a text, in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loaders.layout import lay_out
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
    page = ["furniture"] * 3 + ["heading", "paragraph", "row", "row", "item", "quoted", "furniture"]
    assert kinds(PAGE) == page


def test_a_mail() -> None:
    blocks = lay_out(MAIL).blocks
    assert [block.kind for block in blocks] == ["paragraph", "mail head", "mail head", "mail"]
    assert MAIL[slice(*blocks[-1].sent or (0, 0))] == "3 May 2021"


@given(st.text(alphabet="AB:.Q# |>-\n", max_size=200))
def test_every_paragraph_is_one_block(text: str) -> None:
    assert [(block.start, block.end) for block in lay_out(text).blocks] == split_paragraphs(text)
