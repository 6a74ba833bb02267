"""What the public benchmarks call: one small function each."""

from __future__ import annotations

import sys
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.extract.leaders import find_people
from loaders.extract.quotes import find_quotes
from loaders.vocabulary import Vocabulary, load_vocabulary


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return load_vocabulary()


_SURE = 0.7
"""Below this confidence a speaker is given in the words of the text: a pronoun stays a pronoun."""


def quotes(text: str) -> list[tuple[int, int, str | None]]:
    """Quotes as (start, end, speaker): the fullest name in the text where sure, else the words that name him."""
    people = find_people(text, _vocabulary(), None)
    names: dict[str, str] = {}
    for person in people:
        # The benchmark compares names letter by letter: the text's spelling, not the vocabulary's.
        if person.leader_id and person.how == "the full name":
            names[person.leader_id] = max(names.get(person.leader_id, ""), person.text.replace("’", "'"), key=len)
    found = []
    for quote in find_quotes(text, people):
        name = names.get(quote.speaker or "") if quote.confidence >= _SURE else None
        found.append((quote.start, quote.end, name or quote.speaker_text or None))
    return found
