"""What the reading of an expression depends on, and what it gives: the creation time, what was told last, the tense."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import datetime

from loaders.extract.dates.characters import BREAK, OTHER
from loaders.extract.dates.grammar import Match
from loaders.extract.dates.lines import opens_entry
from loaders.extract.dates.point import DAY_UNITS, Point, day_of, point_of, spoken
from loaders.extract.dates.tense import has_end, tense_of
from loaders.extract.dates.timex import LONG

NEWS, HISTORY, MESSAGE = "news", "history", "message"
"""Kinds of text: one counts from its creation time, one from what was told last, one is a short note of the moment."""
LONG_SENTENCE = 60
"""Words that are looked through for the end of a sentence."""
JUST = 3
"""Words of the lexicon that may stand between a day and the hour that goes with it in a message."""
AHEAD = 400
"""Words that are searched for the next year that a story names."""

UNPLACED = "nothing is told or published that it could be counted from"


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 type and value, with how it was worked out."""

    type: str
    value: str
    how: tuple[str, ...] = ()
    edge: str = ""
    """START, MID, END or APPROX: what the words around the date make of it."""
    anchor: datetime | None = None
    problem: str | None = None
    first: int | None = None
    """The first word, where it is not the first of the match; `after` likewise is the word after the last."""
    after: int | None = None
    tells: bool = True
    """Whether later words may count from this date."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What something is counted from, and how to say so."""

    point: Point
    words: str
    time: datetime | None


@dataclass(slots=True)
class Context:
    """What expressions are counted from at one place of a document; changes as the document is read."""

    creation: datetime | None
    kind: str
    """NEWS, HISTORY or MESSAGE."""
    why: str = ""
    """Why it is a history; empty for the others."""
    years: list[tuple[int, int]] = field(default_factory=list)
    """Every year that the text names: the place of its word, and the year."""
    reviewed: int | None = None
    """The year before, where the text looks back on it at the beginning of the next."""
    day_first: bool | None = None
    """Whether numeric dates put the day first; None where nothing in the document decides."""
    creation_words: str = "the publication"
    match: Match | None = None
    """What is being read."""
    told: str | None = None
    """The TIMEX3 value of the date told last."""
    told_text: str = ""
    told_day: str | None = None
    """The last value that names a day."""
    told_long: str | None = None
    """The decade or century told after `told`, if one was."""

    told_after: int = 0
    """The word after the one that told the last day."""
    last_after: int = 0
    """The word after the date told last, be it a day or not."""
    last_opens: bool = False
    """Whether that date opened its sentence or line, alone or after "in"."""
    reported: str | None = None
    """The latest quarter or half of a year that was told and had begun by the publication."""
    chain: Point | None = None
    """The day told last, as long as no sentence has opened with a year since."""

    winter: int | None = None
    """The year that a winter opens which was told after all else."""

    era_year: int | None = None
    """The year that was last named with its era, as in ISO 8601; None where the text has named no era yet."""

    named_year: int | None = None
    """The year of the date that stands last, told or only glanced at: what "that year" means."""
    named_text: str = ""

    def name(self, text: str, value: str) -> None:
        """Remember the year of a date."""
        if (point := point_of(value)) and not LONG.fullmatch(value):
            self.named_year, self.named_text = point.year, text

    def go_on_from(self, part: Context) -> None:
        """Remember what a part of the text told last, which "that year" may mean after it."""
        self.named_year, self.named_text = part.named_year, part.named_text
        self.told, self.told_text, self.last_after = part.told, part.told_text, part.last_after

    def tell(self, text: str, value: str, opens_sentence: bool) -> None:
        """Remember a date that was told."""
        point = point_of(value)
        if point is None:
            return
        self.told_long = value if LONG.fullmatch(value) else None
        if self.told_long:
            return
        self.told, self.told_text, self.winter = value, text, None
        if re.fullmatch(r"\d{4}-[QH]\d", value) and not (self.creation and point.time and point.time > self.creation):
            self.reported = max(self.reported or "", value)
        self.last_after, self.last_opens = (self.match.after if self.match else 0), self._opens(opens_sentence)
        if point.day is not None:
            self.told_day, self.chain = value, point
            self.told_after = self.match.after if self.match else 0
        elif opens_sentence and point.month is None:
            self.chain = None

    def _opens(self, sentence: bool) -> bool:
        """Whether the match opens an entry of a list, or a sentence alone or after "in": not "since 2012"."""
        if self.match is None or opens_entry(self.match):
            return self.match is not None
        before, words = self.match.before or BREAK, self.match.words
        return sentence and (before == BREAK or any(words.holds(kind, before) for kind in ("in", "dot")))

    @property
    def narrative(self) -> bool:
        """Whether expressions count from what was told last, not from the creation time."""
        return self.kind == HISTORY

    @property
    def tense(self) -> str | None:
        """past, future, ahead, modal, aim or None: what the clause of the match tells of."""
        return tense_of(self.match) if self.match else None

    @property
    def now(self) -> Anchor | None:
        """What words such as "last year" and "yesterday" count from."""
        return self.last_told or self.published if self.narrative else self.published

    @property
    def published(self) -> Anchor | None:
        if self.creation is None:
            return None
        words = f"{self.creation_words} on {spoken(self.creation.date())}"
        return Anchor(day_of(self.creation), words, self.creation)

    @property
    def last_told(self) -> Anchor | None:
        """The date told last, as exactly as it was told."""
        point = point_of(self.told) if self.told else None
        return Anchor(point, f"{self.told_text!r} ({self.told}), told before", point.time) if point else None

    def today(self) -> Anchor | None:
        """The day that the text is in: the creation time's, or the last day told in a history."""
        if not self.narrative:
            return self.published
        return self.told_for("D") or self.published

    def told_for(self, unit: str) -> Anchor | None:
        """What was told last and is exact enough to count such units from; None where nothing is."""
        if unit in ("DE", "CE") and self.told_long and (point := point_of(self.told_long)):
            return Anchor(point, f"the {self.told_long}0s" if unit == "DE" else self.told_long, point.time)
        if unit in DAY_UNITS or unit == "W":
            point = point_of(self.told_day) if self.told_day else None
            return Anchor(point, f"{(self.told_day or '')[:10]}, told before", point.time) if point else None
        return self.last_told

    def told_in_sentence(self) -> Anchor | None:
        """The last day that was told, if it was told in the sentence of the match; messages have no sentences."""
        return self.told_for("D") if self.kind != MESSAGE and self._in_sentence(self.told_after) else None

    def told_just_before(self) -> Anchor | None:
        """The last day that was told, if no more than a mark or two stands between it and the match."""
        here = self.match
        if here is None or not 0 < here.first - self.told_after <= JUST:
            return None
        return None if OTHER in here.tokens.codes[self.told_after : here.first] else self.told_for("D")

    def rough_in_sentence(self) -> Anchor | None:
        """What was told last, if it was told in the sentence of the match and no more exactly than a month or year."""
        told = self.last_told
        rough = told is not None and told.point.day is None and self._in_sentence(self.last_after)
        return told if rough and re.fullmatch(r"\d{4}(-\d\d)?", self.told or "") else None

    def told_part_in_sentence(self) -> int | None:
        """The year of the half or quarter that was told last, if that was in the sentence of the match."""
        if not re.fullmatch(r"\d{4}-[QH]\d", self.told or "") or not self._in_sentence(self.last_after):
            return None
        return self.told_year

    def _in_sentence(self, place: int) -> bool:
        """Whether no sentence ends between a word and the match."""
        if self.match is None or self.match.first - place > LONG_SENTENCE:
            return False
        return not has_end(self.match.tokens, self.match.words, place, self.match.first)

    def told_in_paragraph(self) -> Anchor | None:
        """The last day that was told, if it was told shortly before in the paragraph of the match."""
        if self.match is None or not 0 <= self.match.first - self.told_after <= LONG_SENTENCE:
            return None
        codes = self.match.tokens.codes[self.told_after : self.match.first]
        return None if BREAK in codes else self.told_for("D")

    @property
    def told_year(self) -> int | None:
        point = point_of(self.told) if self.told else None
        return point.year if point else None

    def named_next(self) -> int | None:
        """The next year that the text names after the match, if it is not far."""
        after = self.match.after if self.match else 0
        place = bisect_left(self.years, (after, 0))
        if place == len(self.years) or self.years[place][0] >= after + AHEAD:
            return None
        return self.years[place][1]
