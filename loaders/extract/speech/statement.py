"""What one cue attributes."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.extract.speech.cues import Cue
from loaders.extract.speech.phrases import Speaker


@dataclass(frozen=True, slots=True)
class Statement:
    """What one cue attributes; positions are those of the stretch's items, both ends included."""

    cue: Cue
    speaker: Speaker | None
    contents: tuple[tuple[int, int], ...]
    how: str
    addressee: tuple[int, int] | None = None
