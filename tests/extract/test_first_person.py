"""What "we" did, as a line that needs no name."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.document import extract
from loaders.records import Document
from loaders.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("On May 12, we filed a petition.", ["A petition is filed"]),
        ("We have sold our ships on June 1.", ["Ships are sold"]),
        ("We took the keys on May 4.", ["The keys are taken"]),
        ("We came on May 5.", []),
        ("We were ill on May 5.", []),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    document = Document("id", "a.txt", f"The dam\n\n{text}", "The dam", published=datetime(2021, 9, 3))
    assert [one.line for one in extract(document, load_vocabulary()).mentions] == lines
