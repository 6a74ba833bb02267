"""Figures of the killed, wounded … side by side: in the order of publication, one a document."""

from __future__ import annotations

from datetime import datetime

import pytest

from pages.shared.evidence import say_disputes
from pages.shared.tolls import say_tolls


def mention(document: str, day: int, *tolls: str, publisher: str | None = None):
    published = datetime(2024, 5, day)
    return {
        "document_id": document,
        "document_title": document.upper(),
        "publisher": publisher,
        "published": published,
        "tolls": list(tolls),
    }


@pytest.mark.parametrize(
    ("mentions", "lines"),
    [
        ([], []),
        ([mention("a", 3, "killed=2@0:1")], []),
        (
            [mention("b", 4, "killed=6+@0:1"), mention("a", 3, "killed=2@0:1", publisher="The *Orla* Post")],
            [r"**Killed:** 2 (The \*Orla\* Post, 3 May 2024) → at least 6 (B, 4 May 2024)"],
        ),
        (
            [mention("a", 3, "injured=25@0:1", "killed=1@2:3"), mention("b", 3, "injured=27@0:1")],
            ["**Injured:** 25 (A, 3 May 2024) / 27 (B, 3 May 2024)"],
        ),
        ([mention("a", 3, "killed=2@0:1"), mention("a", 3, "killed=3@5:6")], []),
    ],
)
def test_figures_stand_in_the_order_of_publication(mentions, lines):
    assert say_tolls(mentions) == lines


def test_differing_figures_stand_where_documents_differ():
    mentions = [mention("a", 3, "killed=2@0:1"), mention("b", 3, "killed=2@0:1"), mention("c", 3, "killed=6@2:3")]
    assert say_disputes(["figures"], mentions, {})[2:] == ["- **Killed:** 2 (A; B, 3 May 2024) / 6 (C, 3 May 2024)"]
