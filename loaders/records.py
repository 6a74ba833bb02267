"""What the finders hand to each other: one frozen record a finding, each with its place in the text.

Offsets count characters of `Document.text`; a span is `[start, end)`, and `text[start:end]` is the record's `text`.
Times are naive civil time; an interval is half-open `[start, end)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from loaders.moments import shifted
from loaders.tolls import Toll

PAGE = "\f"
"""Parts the printed pages of a text that has such."""

Span = tuple[int, int]
Interval = tuple[datetime, datetime]


def day_of(moment: datetime) -> Interval:
    """The day of a moment; the last day that a calendar holds ends with its last moment.

    >>> day_of(datetime(2023, 8, 25, 14, 30))
    (datetime.datetime(2023, 8, 25, 0, 0), datetime.datetime(2023, 8, 26, 0, 0))
    """
    start = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return start, shifted(start, timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Document:
    """One text by one publisher; `published` is its creation time (TimeML's DCT), None where it has none."""

    document_id: str
    path: str
    text: str
    title: str = ""
    publisher: str | None = None
    published: datetime | None = None
    published_text: str = ""
    published_how: str = ""
    url: str | None = None
    language: str = "en"
    sha256: str = ""
    status: str = "read"
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a calendar time, with what they mean and how that was worked out."""

    start: int
    end: int
    text: str
    type: str
    """TIMEX3 type: DATE, TIME, DURATION or SET."""
    value: str
    """TIMEX3 value: `2013-03-22`, `2013-W12`, `199`, `P60Y`, `PRESENT_REF`, `BC0331` …"""
    interval: Interval | None
    """The time that the words can mean; None where no calendar time is meant."""
    precision: str | None
    """One of `schema.PRECISIONS`; None without an interval."""
    edtf: str | None
    """The date as EDTF (ISO 8601-2): `2021-08-30`, `199X`, `1960~`, `2020-09/2020-11`."""
    how: tuple[str, ...]
    """The rules that fired, in plain words, with what the date was counted from."""
    anchor: datetime | None = None
    """What the words were counted from; None for a date that says everything itself."""
    problem: str | None = None
    """Why the words were seen and not placed in time; None where they were."""


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Words that stand for a person: a name, an office or (through `how`) a pronoun."""

    start: int
    end: int
    text: str
    leader_id: str | None
    """The id in the vocabulary, or a slug of the name for a person found in the text; None where open."""
    name: str
    """The person's full name as the vocabulary or the document gives it; the words themselves where open."""
    how: str
    known: bool = True
    """False for a person who is not in the vocabulary."""
    candidates: tuple[str, ...] = ()
    """Leader ids that could not be told apart, where `leader_id` is None."""
    role: str = ""
    """The title or office written with the name ("Chinese foreign minister"), empty without one."""
    gender: str = ""
    """m or f, for pronouns; empty where neither the vocabulary nor a title nor the given name says."""
    acts_for: str | None = None
    """The one country whose office the document gives to somebody who is not in the vocabulary."""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that stand for a country or an organisation as somebody who acts: its name, a short form, its capital."""

    start: int
    end: int
    text: str
    actor_id: str
    """The id in the vocabulary, or a slug of the name for an organisation found in the text."""
    name: str
    """The usual name."""
    kind: str
    """country or organisation."""
    form: str
    """How the words name it: `name`, `adjective` ("the Dutch side"), `capital` ("Beijing") or `again` ("the ministry")."""
    known: bool = True
    """False for an organisation that is not in the vocabulary."""
    country: str | None = None
    """The country whose body it is, where that is known."""


@dataclass(frozen=True, slots=True)
class TopicMention:
    """Words that show a topic of the vocabulary."""

    start: int
    end: int
    text: str
    topic_id: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to a speaker by a cue."""

    start: int
    end: int
    text: str
    kind: str
    """direct, indirect or mixed."""
    speaker: str | None
    """A leader_id, or the speaker as written for one without; None where open."""
    speaker_text: str
    """The words of the text that name the speaker ("he", "the head of state"), empty without any."""
    speaker_span: Span | None
    speaker_how: str
    cue: str
    cue_span: Span | None
    addressee: str | None
    """A leader_id or the words for whom the quote was said to, None without one."""
    confidence: float
    around: Span | None = None
    """The whole statement that marked words stand in ("it was “a disaster” for all"), or that its cue parts ("The bridge,
    Ruiz said, will stand"); None where the words are all of it."""

    @property
    def statement(self) -> Span:
        """All that was said in one go: the words themselves, or what they stand in."""
        return self.around or (self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """One dated happening as one document states it."""

    date: TimeExpression | None
    """None where the document tells a happening without date words, dated by its creation time."""
    start: datetime
    end: datetime
    precision: str
    edtf: str
    how: tuple[str, ...]
    anchor: datetime | None
    sentences: tuple[Span, ...]
    """The evidence: the sentence that tells the happening first, then those that go on telling it."""
    event_type: str
    leaders: tuple[str, ...]
    """Who took part."""
    named: tuple[str, ...]
    """Who was only present or only named."""
    place: str | None
    status: str
    """happened, planned or denied."""
    main: bool
    """Whether the document is about it or mentions it in passing."""
    weight: float
    """How much it matters to the document, 0 to 1."""
    weight_why: str
    confidence: float
    why: str
    line: str = ""
    """What happened, in one sentence that stands alone, as a chronology would print it."""
    actors: tuple[str, ...] = ()
    """Countries and organisations that took part."""
    sources: tuple[str, ...] = ()
    """Who did it, people and actors; PLOVER's source."""
    targets: tuple[str, ...] = ()
    """To whom it was done, or with whom; PLOVER's target."""
    tolls: tuple[Toll, ...] = ()
    """How many were killed, wounded, arrested …, as the sentences that tell it say."""


Map = Callable[[Callable[..., object], Iterable[object]], Iterator[object]]
