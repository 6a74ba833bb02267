"""Dates of another time than the one told: what is compared with, since when, and the end of a period of months.

"A profit of £75m compared with £125m a year earlier" says when the other profit was; "since the floods of 1953 the town
has lost its port" when the floods were; "the three months to 31 December" is a quarter, and no day.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from loaders.extract.events.lexicon import WORD, EventWords
from loaders.extract.terms import Terms
from loaders.records import Span, TimeExpression
from loaders.vocabulary import words as vocabulary_words

BEFORE = 90
"""So many letters before a date are looked at."""
PERIOD = 40
"""So many letters before a date hold the months of which it is the last day."""
MONTHS = 12
CLOSE = 1
"""So many words stand between "than" and its date, or it compares something else ("more than four years on Monday")."""
NAME = 25
"""So many letters around a day hold the name that it is in."""

_STOP = re.compile(r"[;:()\n]|,(?!\d)|\s[–—-]+\s|—")
_FIGURE = re.compile(r"\W*\d")
_YEARS = re.compile(r"[12]\d{3}(?:\s?[-–/]\s?[12]?\d{1,3})?")
_CAPITAL_BEFORE = re.compile(r"[^\W\d_]\w* [A-Z][a-z]\w+ $")
_NAME_OF = re.compile(r"[A-Z][\w-]*[^\W\d_] [A-Z][a-z]\w+ of $")
_ENDS = re.compile(r"\W*[.,;:]")


@dataclass(frozen=True, slots=True)
class ComparingWords:
    """The words of one language for another time than the one told."""

    comparing: Terms[str]
    """Labelled `always`, or `figure` where a figure must follow, or `close` where the date must."""
    since: frozenset[str]
    periods: Mapping[str, int]
    """A period -> its months."""
    period_ends: frozenset[str]
    """Words between a period and its last day."""
    names_with_days: Terms[str]


@lru_cache(maxsize=8)
def comparing_words(language: str, folder: Path) -> ComparingWords:
    """The words of a language; none where nobody has listed any."""
    raw = vocabulary_words(language, "comparing", folder)
    labelled = {term: label for label, terms in raw.get("comparing", {}).items() for term in terms}
    return ComparingWords(
        Terms(labelled),
        frozenset(raw.get("since", ())),
        raw.get("periods", {}),
        frozenset(raw.get("period_ends", ())),
        Terms(dict.fromkeys(raw.get("names_with_days", ()), "name")),
    )


def is_in_name(date: Span, sentence: Span, folded: str, known: ComparingWords) -> bool:
    """Whether a day belongs to the name of a paper or a programme ("the Mail on Sunday")."""
    around = known.names_with_days.scan(folded, max(sentence[0], date[0] - NAME), min(sentence[1], date[1] + NAME))
    return any((start <= date[0] and date[1] <= end) or date[0] <= start < date[1] for start, end, _ in around)


def ends_name(date: TimeExpression, text: str) -> bool:
    """Whether bare years stand right after a word with a capital, as in the name of a law or a plan ("the Ports Act 2015").

    After "of" they may date what is told in the next word ("The Great Fire of 1871 destroyed it").
    """
    if _YEARS.fullmatch(date.text) is None:
        return False
    if _CAPITAL_BEFORE.search(text, max(0, date.start - 60), date.start) is not None:
        return True
    is_of = _NAME_OF.search(text, max(0, date.start - 60), date.start) is not None
    return is_of and _ENDS.match(text, date.end) is not None


def is_compared(date: Span, sentence: Span, folded: str, known: ComparingWords, words: EventWords) -> bool:
    """Whether a date is that of what is compared with: no verb stands between it and "compared with", "up from", "than"."""
    start = _start(date, sentence, folded)
    found = list(known.comparing.scan(folded, start, date[0]))
    if not found:
        return False
    _, end, label = found[-1]
    between = folded[end : date[0]]
    is_other = {
        "always": True,
        "figure": _FIGURE.match(between) is not None,
        "close": len(between.split()) <= CLOSE,
    }[label]
    return is_other and not words.tells_past(between)


def is_since(
    date: Span, trigger: Span | None, sentence: Span, folded: str, known: ComparingWords, words: EventWords
) -> bool:
    """Whether a date only says since when: that of a noun after "since", where something else is told."""
    start = _start(date, sentence, folded)
    found = list(WORD.finditer(folded, start, date[0]))
    opened = next((match for match in reversed(found) if match.group() in known.since), None)
    if opened is None or words.tells_past(folded[opened.end() : date[0]]):
        return False
    stop = _STOP.search(folded, date[1], sentence[1])
    phrase = (opened.start(), stop.start() if stop else sentence[1])
    if words.tells_past(folded[date[1] : phrase[1]]):
        return False  # "since the bridge in May collapsed"
    # "since Monday" is when it began, "since the 9 May attack" is not.
    is_alone = opened is found[-1] and not _describes(date, sentence, folded, words)
    return not is_alone and (trigger is None or not phrase[0] <= trigger[0] < phrase[1])


def _describes(date: Span, sentence: Span, folded: str, words: EventWords) -> bool:
    """Whether a noun stands right behind the date ("the 9 May attack")."""
    following = WORD.match(folded, date[1] + 1, sentence[1]) if folded[date[1] : date[1] + 1] == " " else None
    return following is not None and following.group() not in words.after_names and not words.is_verb(following.group())


def with_periods(dates: Sequence[TimeExpression], folded: str, known: ComparingWords) -> list[TimeExpression]:
    """The dates, of which those that end a period of months are the whole period ("the six months to 30 June 1998")."""
    return [_as_period(date, folded, known) for date in dates]


def _as_period(date: TimeExpression, folded: str, known: ComparingWords) -> TimeExpression:
    if date.interval is None or date.precision not in ("day", "month") or not known.periods:
        return date
    before = folded[max(0, date.start - PERIOD) : date.start].split()
    if before and before[-1] in known.period_ends:
        before.pop()
    else:
        return date
    months = next((known.periods[told] for n in (2, 1) if (told := " ".join(before[-n:])) in known.periods), 0)
    end = date.interval[1]
    # A month that is not over is told by its last day only.
    whole = end.day == 1
    if not months or not whole:
        return date
    count = end.year * MONTHS + end.month - 1 - months
    start = datetime(count // MONTHS, count % MONTHS + 1, 1)
    last = date.interval[0]
    edtf = f"{start.year:04d}-{start.month:02d}/{last.year:04d}-{last.month:02d}"
    how = (*date.how, f"the last day of a period of {months} months")
    return replace(date, interval=(start, end), precision="span", edtf=edtf, how=how)


def _start(date: Span, sentence: Span, folded: str) -> int:
    start = max(sentence[0], date[0] - BEFORE)
    return max((match.end() for match in _STOP.finditer(folded, start, date[0])), default=start)
