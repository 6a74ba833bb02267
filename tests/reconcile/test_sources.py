"""Who of those that tell an event could be wrong alone: the reuse of a sentence is no second source."""

from __future__ import annotations

import pytest

from loaders.reconcile.sources import count_sources

FERRY = "The ferry Halden ran aground off Norvik on Tuesday evening with 140 people aboard, the coast guard said."
REUSED = (
    "The ferry Halden ran aground off Norvik on Tuesday evening with 140 people aboard, according to the coast guard."
)
OTHER = "Norvik's coast guard took 140 passengers off a stranded ferry in the night to Wednesday."

SOURCES = [
    (1, {"a": FERRY}),
    (1, {"a": FERRY, "b": FERRY}),
    (1, {"a": FERRY, "b": REUSED}),
    (2, {"a": FERRY, "b": OTHER}),
    (2, {"a": FERRY, "b": REUSED, "c": OTHER}),
    # a short sentence is written twice
    (2, {"a": "The ferry ran aground.", "b": "The ferry ran aground."}),
]


@pytest.mark.parametrize(("number", "told"), SOURCES)
def test_sources_of_an_event(number: int, told: dict[str, str]) -> None:
    accounts = [{"document_id": name, "sentence": sentence} for name, sentence in told.items()]
    assert count_sources(accounts, {}) == number
    assert count_sources(accounts[::-1], {}) == number


def test_a_copy_counts_with_its_original() -> None:
    accounts = [{"document_id": name, "sentence": sentence} for name, sentence in (("a", FERRY), ("b", OTHER))]
    assert count_sources(accounts, {"b": "a"}) == 1
