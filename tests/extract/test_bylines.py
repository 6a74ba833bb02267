"""Who is told of: nobody whom only a byline names."""

from __future__ import annotations

from datetime import datetime

import pytest

from loaders.extract.document import extract
from loaders.records import Document
from loaders.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ana Ruiz and Juan Paz\n\nThe port is full, Karim Haddad said.", ["karim-haddad"]),
        ("By Ana Ruiz, Harbour Reporter\n\nThe port is full.", []),
        ("The port is full.\n\nReporting by Ana Ruiz in Lyon; editing by Juan Paz", []),
        # Named elsewhere too, quoted, known, or in a sentence
        ("By Ana Ruiz\n\nAna Ruiz fell into the port.", ["ana-ruiz", "ana-ruiz"]),
        ("By Xi Jinping\n\nThe port is full.", ["xi-jinping"]),
        ("By Monday, Ana Ruiz had left.", ["ana-ruiz"]),
        ("By Ana Ruiz and her crew the port was built.", ["ana-ruiz"]),
        ("A way to pass by\n\nAna Ruiz fell.", ["ana-ruiz"]),
        ("By", []),
    ],
)
def test_reporters_are_nobody_whom_a_text_tells_of(text: str, expected: list[str]) -> None:
    found = extract(Document("a", "", text, "", published=datetime(2021, 9, 1)), VOCABULARY)
    assert [person.leader_id for person in found.people] == expected
