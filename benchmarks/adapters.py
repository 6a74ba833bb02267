"""What the public benchmarks call: one function a finder, in the form that each benchmark asks for."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from loaders.extract.dates import find_dates


def dates(text: str, reference_date: date) -> list[tuple[int, int, str, str]]:
    """(start, end, TIMEX3 value, type) of each time expression."""
    return [(found.start, found.end, found.value, found.type) for found in find_dates(text, reference_date)]
