"""Words that stand in a text as their speaker's own, without a cue: tweets and the turns of a transcript."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extract.speech.cues import CueWords
from loaders.extract.speech.interviews import find_talkers
from loaders.extract.speech.tweets import find_tweets
from loaders.extract.speech.voices import Voice
from loaders.layout import Layout
from loaders.records import PersonMention, Quote, Span

_SURE = 0.95
_RETOLD = 0.6
"""So sure is the speaker of a quotation within somebody else's own words."""
_LABEL = "named before the words, as in a transcript"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What one speaker says; `voice` tells who that is."""

    span: Span
    voice: Voice


def find_own_words(
    layout: Layout, words: CueWords, people: Sequence[PersonMention], quotes: Sequence[Quote]
) -> list[OwnWords]:
    """Tweets and turns in order; `quotes` are what was found by cues, over which no tweet runs back."""
    text, turns = layout.text, layout.turns
    names = _Names(text, people)
    if turns:
        talkers = find_talkers(text, turns, words, people)
        return [
            OwnWords((turn.start, turn.end), talkers.voice(turn) or names.voice(turn.name, _LABEL)) for turn in turns
        ]
    found = []
    for tweet in find_tweets(text, layout.paragraphs, sorted((quote.start, quote.end) for quote in quotes)):
        how = f"said by a tweet of {tweet.account}" + (f", {tweet.date}" if tweet.date else "")
        found.append(OwnWords((tweet.start, tweet.end), names.voice(tweet.name, how)))
    return found


def without_inner(quotes: Sequence[Quote], own: Sequence[OwnWords]) -> list[Quote]:
    """The quotes that do not stand in somebody's own words or in the name beside these.

    What one person tells of another's words is kept: “He told me, ‘No.’”
    """
    starts = [one.span[0] for one in own]
    kept = []
    for quote in quotes:
        before = bisect_right(starts, quote.end - 1) - 1
        outside = before < 0 or max(own[before].span[1], (own[before].voice.span or (0, 0))[1]) <= quote.start
        if outside or _is_retold(quote, own[before]):
            kept.append(quote)
    return kept


def _is_retold(quote: Quote, own: OwnWords) -> bool:
    """Whether it is a quotation, within somebody's own words, of somebody else whom these name."""
    named = quote.kind == "direct" and quote.speaker is not None and quote.confidence >= _RETOLD
    inside = own.span[0] < quote.start and quote.end < own.span[1]
    return named and inside and own.voice.text != quote.speaker_text and own.voice.speaker != quote.speaker


class _Names:
    """Finds who a signature or a label means."""

    def __init__(self, text: str, people: Sequence[PersonMention]) -> None:
        self.text, self.people = text, people
        self.ends = [person.end for person in people]
        named = (person for person in reversed(people) if person.leader_id)
        self.by_last_name = {person.name.casefold().split()[-1]: person for person in named}

    def voice(self, name: Span, how: str) -> Voice:
        """The person named in the span, else one who bears its last word as a name, else the words themselves."""
        at = bisect_right(self.ends, name[0])
        here = self.people[at] if at < len(self.people) and self.people[at].start < name[1] else None
        words = self.text[slice(*name)]
        person = here or self.by_last_name.get(words.casefold().split()[-1])
        return Voice((person.leader_id if person else None) or words, words, name, how, _SURE)
