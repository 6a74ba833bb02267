"""What the public benchmarks call: one small function a finder, in the form that each benchmark asks for."""

from __future__ import annotations

import sys
from datetime import date
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.extract.dates import find_dates
from loaders.extract.leaders import find_people
from loaders.extract.quotes import find_quotes
from loaders.vocabulary import Vocabulary, load_vocabulary


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    return load_vocabulary()


def dates(text: str, reference_date: date) -> list[tuple[int, int, str, str]]:
    """(start, end, TIMEX3 value, type) of each time expression."""
    return [(found.start, found.end, found.value, found.type) for found in find_dates(text, reference_date)]


def quotes(text: str) -> list[tuple[int, int, str | None]]:
    """Quotes as (start, end, speaker's name): of people the fullest name in the text, else the words as written."""
    people = find_people(text, _vocabulary(), None)
    names: dict[str, str] = {}
    for person in people:
        if person.leader_id and person.text[0].isupper() and len(person.text) > len(names.get(person.leader_id, "")):
            names[person.leader_id] = person.text.replace("’", "'")
    return [(q.start, q.end, names.get(q.speaker or "") or q.speaker_text or None) for q in find_quotes(text, people)]
