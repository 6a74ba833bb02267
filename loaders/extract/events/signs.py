"""What speaks for and against a row, each sign with a name that a reader understands.

The signs are only seen here; what each is worth stands in data/vocabulary/*/weights.yaml, found from chronologies that
editors wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from loaders.extract.events.happenings import Telling, is_placed
from loaders.extract.events.layout import NUMBER_OF_ITEM
from loaders.extract.events.lexicon import OTHER, WORD, EventWords
from loaders.extract.events.line_signs import signs_of_line, stems
from loaders.extract.events.lines.wording import Wording
from loaders.extract.events.no_happening import NothingWords, signs_of_nothing
from loaders.extract.events.telling import Draft
from loaders.records import Document, Interval, Span, TimeExpression
from loaders.tables.schema import PRECISIONS

LONG_AGO = timedelta(days=365)
RECENT = timedelta(days=8)
PAPER = 50
"""So many letters hold whose statement it was, before its day."""
EARLY = 0.35
"""A sentence in the first third of a text stands early."""
TOLD_BEFORE = 0.5
"""A line that shares so many of its words with an earlier one tells the same."""

_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_FIGURE = re.compile(r"\d|%|\$|£|€")


@dataclass(frozen=True, slots=True)
class Setting:
    """The document around a row."""

    document: Document
    lead: Sequence[int]
    entries: Mapping[int, TimeExpression]
    """Number of a sentence -> the date of its entry, where the text is a list."""
    sentences: int
    opens_paragraph: bool
    n_quotes: int
    """Quotations in the sentence that tells it."""
    nothing: NothingWords
    before: Span | None = None
    """The sentence before it."""


def find_signs(
    draft: Draft, telling: Telling, setting: Setting, folded: str, words: EventWords, wordings: Wording
) -> frozenset[str]:
    """The names of the signs that the row shows."""
    return frozenset(
        (
            *_of_time(draft, telling, setting),
            *_of_kind(draft, telling.clauses[draft.happening.clause].words(folded), folded, words),
            *_of_place_in_text(draft, telling, setting),
            *_of_words(draft, telling, setting, folded, words),
            *signs_of_line(draft, telling, setting.document, words, wordings, setting.nothing),
            *signs_of_nothing(
                draft.line.text,
                folded[slice(*telling.span)],
                setting.nothing,
                wordings,
                is_carried=bool(draft.happening.carried),
            ),
        )
    )


def find_echoes(drafts: Sequence[Draft]) -> list[frozenset[str]]:
    """For each row what speaks of rows before it: whether they tell the same, or the like of the same day."""
    found, earlier = [], list[tuple[Draft, frozenset[str]]]()
    for draft in drafts:
        own = stems(draft.line.text)
        same_time = [(other, stems) for other, stems in earlier if _overlap(draft.interval, other.interval)]
        echoes = set()
        if any(len(own & stems) >= TOLD_BEFORE * min(len(own), len(stems)) for _, stems in same_time if stems and own):
            echoes.add("told before in like words")
        if not draft.is_another and any(other.kind == draft.kind for other, _ in same_time):
            echoes.add("one of its kind told before of that time")
        people = {*draft.cast.leaders} if not draft.is_another else set[str]()
        if any(people & {*other.cast.leaders} for other, _ in same_time):
            echoes.add("the same people told before of that time")
        if earlier and earlier[-1][0].happening.sentence == draft.happening.sentence:
            echoes.add("a second row of its sentence")
        if not earlier:
            echoes.add("the first row of the text")
        found.append(frozenset(echoes))
        earlier.append((draft, own))
    return found


def _overlap(first: Interval, second: Interval) -> bool:
    return first[0] < second[1] and second[0] < first[1]


def _of_time(draft: Draft, telling: Telling, setting: Setting) -> Iterator[str]:
    date = draft.happening.date
    by = draft.happening.carried or ("words" if date else "publication")
    yield f"dated by {by}"
    precision = str(date.precision) if date else "day"
    coarse = PRECISIONS.index(precision)
    if coarse < PRECISIONS.index("day"):
        yield "to the hour"
    elif coarse <= PRECISIONS.index("day"):
        yield "to the day"
    elif coarse <= PRECISIONS.index("month"):
        yield "to the month"
    elif precision == "span":
        yield "over a span"
    elif precision in ("decade", "century"):
        yield "to the decade"
    else:
        yield "to the year"
    yield _age(draft.interval, setting)
    if sum(is_placed(other) for other in telling.dates) > 1:
        yield "among several dates"
    if draft.happening.carried and any(is_placed(other) for other in telling.dates):
        yield "another date in the sentence"
    trigger = draft.happening.trigger
    if date is not None and trigger is not None and not draft.happening.carried:
        yield "date before its verb" if date.start < trigger.start else "date after its verb"
        if max(trigger.start - date.end, date.start - trigger.end) > 60:
            yield "date far from its verb"


def _age(interval: Interval, setting: Setting) -> str:
    published = setting.document.published
    if published is None:
        return "in a text without a date"
    if interval[0].date() > published.date():
        return "still to come"
    ago = published - interval[0]
    if ago <= RECENT:
        return "news of the week"
    return "of the year" if ago <= LONG_AGO else "long ago"


def _of_kind(draft: Draft, told: str, folded: str, words: EventWords) -> Iterator[str]:
    trigger = draft.happening.trigger
    yield f"kind {draft.kind}"
    if trigger is None:
        yield "no word tells its kind"
    else:
        first = folded[trigger.start : trigger.end].split()[0]
        yield "told by a verb" if words.is_verb(first) or _is_to_come(draft, folded, words) else "told by a noun"
        if first in words.plain_saying:
            yield "only says so"
    if draft.kind in words.said:
        if _is_paper(draft, folded, words):
            yield "a statement with a day of its own"
        yield f"said, dated by {draft.happening.carried or ('words' if draft.happening.date else 'publication')}"
    if draft.kind == OTHER and draft.happening.carried:
        yield "of no kind and without a date of its own"
    yield f"status {draft.status}"
    if draft.status == "planned" and not (_is_planned(told, words) or _is_to_come(draft, folded, words)):
        yield "to come, though nobody plans it"


def _is_planned(told: str, words: EventWords) -> bool:
    return any(label == "planned" for _, _, label in words.status.find(told))


def _is_to_come(draft: Draft, folded: str, words: EventWords) -> bool:
    """Whether what tells it stands in an infinitive, as headlines announce what is planned ("Envoy to Visit Kelna")."""
    trigger = draft.happening.trigger
    before = folded[max(0, trigger.start - 4) : trigger.start].split() if trigger is not None else []
    return bool(before) and before[-1] in words.to


def _is_paper(draft: Draft, folded: str, words: EventWords) -> bool:
    """Whether a noun tells it and its day stands right after it ("a statement from the ministry on Thursday")."""
    date, trigger = draft.happening.date, draft.happening.trigger
    if date is None or trigger is None or draft.happening.carried:
        return False
    is_noun = not words.is_verb(folded[trigger.start : trigger.end].split()[0])
    return is_noun and 0 <= date.start - trigger.end <= PAPER


def _of_place_in_text(draft: Draft, telling: Telling, setting: Setting) -> Iterator[str]:
    number = draft.happening.sentence
    if setting.entries:
        yield "in a list"
        entry = setting.entries.get(number)
        if entry is not None:
            yield "goes on in its entry" if setting.entries.get(number - 1) is entry else "first in its entry"
    elif setting.lead and number <= setting.lead[0]:
        yield "in the first sentence"
    elif number in setting.lead:
        yield "in the lead"
    elif number < EARLY * setting.sentences:
        yield "early in the text"
    else:
        yield "late in the text"
    by = draft.happening.carried or ("words" if draft.happening.date else "publication")
    if not setting.entries:
        yield f"{'in the lead' if number in setting.lead else 'after the lead'}, dated by {by}"
    date = draft.happening.date
    if by == "entry" and date is not None and PRECISIONS.index(str(date.precision)) < PRECISIONS.index("day"):
        yield "in a live report"
    if NUMBER_OF_ITEM.match(setting.document.text, telling.span[0]):
        yield "heads a numbered item"
    if setting.opens_paragraph:
        yield "opens its paragraph"
    if len(draft.sentences) > 1:
        yield "told in several sentences"
    if draft.is_another:
        yield "a further talk"
    if draft.refers_back:
        yield "named as known"


def _dates_in(telling: Telling) -> str:
    return " ".join(date.value for date in telling.dates if date.anchor is None and is_placed(date))


def _takes_up(telling: Telling, setting: Setting, words: EventWords) -> bool:
    """Whether the sentence begins with an article and a word of the sentence before ("The move …", "The panel …")."""
    text, (start, end) = setting.document.text, telling.span
    found = [match.group() for match in WORD.finditer(text[start : min(end, start + 60)].casefold())][:3]
    before = stems(text[slice(*setting.before)]) if setting.before else frozenset()
    return len(found) > 1 and found[0] in words.articles and found[1][:5] in before


def _of_words(draft: Draft, telling: Telling, setting: Setting, folded: str, words: EventWords) -> Iterator[str]:
    clause = telling.clauses[draft.happening.clause]
    told = clause.words(folded)
    found = [match.group() for match in WORD.finditer(told)]
    if draft.quoted:
        yield "in a quotation"
    elif setting.n_quotes:
        yield "beside a quotation"
    if draft.happening.clause:
        yield "not in the first clause"
    opened = next(words.breaks.scan(folded, clause.start, clause.end), None)
    if opened is not None and opened[0] <= clause.start + 1:
        yield f"in a clause that begins as {opened[2]}"
    if found and found[0] in words.first_person:
        yield "told by the writer"
    elif any(word in words.first_person for word in found):
        yield "the writer speaks"
    if any(word in words.modals for word in found):
        yield "only possible"
    if any(word in words.past_modals for word in found) and draft.interval[0] <= (
        setting.document.published or datetime.max
    ):
        yield "was to come then"
    if words.polls.find(told):
        yield "of a poll"
    if words.notes.find(folded[slice(*telling.span)]):
        yield "a reporter's note"
    if any(word in words.putting_back for word in found):
        yield "put back in time"
    if _FIGURE.search(told) and words.measures.find(told):
        yield "a measure"
    if _FULL_DATE.search(_dates_in(telling)) and not words.tells_past(told) and not setting.entries:
        yield "in the present with a full date"
    if _takes_up(telling, setting, words):
        yield "takes up what was just told"
    people = len(draft.cast.leaders)
    yield ("nobody named", "one named", "several named")[min(people, 2)]
    if draft.cast.pronoun:
        yield "through a pronoun"
    if setting.document.text[telling.span[0] : telling.span[1]].rstrip().endswith("?"):
        yield "a question"
    length = telling.span[1] - telling.span[0]
    yield "short sentence" if length < 100 else "long sentence" if length > 260 else "sentence of middle length"
