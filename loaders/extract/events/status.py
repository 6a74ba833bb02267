"""Whether what is told happened, is planned, or is denied."""

from __future__ import annotations

from datetime import datetime

from loaders.extract.events.choosing import Trigger
from loaders.extract.events.lexicon import STATEMENT, EventWords
from loaders.records import Interval


def find_status(
    told: str, interval: Interval, published: datetime | None, is_entry: bool, is_negated: bool, words: EventWords
) -> str:
    """happened, planned or denied; an entry about a later day in the past tense was added on that day."""
    cues = {label for _, _, label in words.status.find(told)}
    if "denied" in cues or is_negated:
        return "denied"
    if published is None:
        return "happened"
    if "unreal" in cues and interval[1] <= published:
        return "denied"
    if interval[0].date() > published.date() and not (is_entry and not cues and words.tells_past(told)):
        return "planned"
    return "planned" if "planned" in cues and interval[1] > published else "happened"


def without_refusal(told: str, trigger: Trigger | None, folded: str, words: EventWords) -> str:
    """The words of the clause without a refusal or the like that they tell: that one refused to come did happen."""
    if trigger is None or trigger.kind not in words.said or trigger.kind == STATEMENT:
        return told
    return told.replace(folded[trigger.start : trigger.end], " ")
