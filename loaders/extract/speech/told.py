"""Words as somebody's: a span of the text, and how it came to be said."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.extract.speech.voices import Voice
from loaders.layout.sentences import trim
from loaders.records import Quote, Span


@dataclass(frozen=True, slots=True)
class Told:
    """How words came to be somebody's, apart from the words."""

    voice: Voice
    cue: Span | None = None
    addressee: str | None = None
    whole: Span | None = None
    """The statement that the words are part of; None where they are all of it."""


def as_quote(text: str, span: Span, kind: str, told: Told) -> Quote:
    """The words of a span as a quote; `kind` is direct, indirect or mixed."""
    start, end = trim(text, *span)
    return Quote(
        start=start,
        end=end,
        text=text[start:end],
        kind=kind,
        speaker=told.voice.speaker,
        speaker_text=told.voice.text,
        speaker_span=told.voice.span,
        speaker_how=told.voice.how,
        cue=text[slice(*told.cue)] if told.cue else "",
        cue_span=told.cue,
        addressee=told.addressee,
        confidence=round(told.voice.confidence, 2),
        around=told.whole,
    )
