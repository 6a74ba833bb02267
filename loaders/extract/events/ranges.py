"""Two dates that are the ends of one time: "from 28 January to 3 February 1974", "between 2003 and 2010".

Time expressions are marked one by one (TimeML); what happened from one to the other happened once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.extract.events.lexicon import EventWords
from loaders.records import Interval, TimeExpression

DASHES = frozenset("-–—~～至")
WIDEST = 12
"""Characters that a connecting word and the blanks around it take at most."""


def join_ranges(dates: Sequence[TimeExpression], text: str, words: EventWords) -> list[TimeExpression]:
    """The dates with the two ends of a range made one; a year beside its own month is left out."""
    joined: list[TimeExpression] = []
    for date in dates:
        before = joined[-1] if joined else None
        if before is not None and date.start - before.end <= WIDEST:
            link = text[before.end : date.start].strip().lower()
            one = _range(before, date) if _connects(link, before, text, words) else None
            one = _nested(before, date) if one is None and link in ("", ",") else one
            if one is not None:
                joined[-1] = replace(one, start=before.start, end=date.end, text=text[before.start : date.end])
                continue
        joined.append(date)
    return joined


def _connects(link: str, before: TimeExpression, text: str, words: EventWords) -> bool:
    if link in DASHES or link in words.range_words:
        return text[before.start - 1 : before.start] != "("
    opening = words.range_pairs.get(link)
    return opening is not None and text[max(0, before.start - WIDEST) : before.start].rstrip().lower().endswith(opening)


def _range(first: TimeExpression, last: TimeExpression) -> TimeExpression | None:
    """One time from the beginning of the first to the end of the last."""
    if first.interval is None or last.interval is None or first.problem or last.problem:
        return None
    interval = _in_year_of(first, last.interval)
    if interval[0] >= last.interval[0]:
        return None
    begin = first.edtf if interval == first.interval else f"{interval[0]:%Y-%m-%d}"
    return replace(
        last,
        interval=(interval[0], last.interval[1]),
        precision="span",
        edtf=f"{begin}/{last.edtf}",
        how=(*first.how, *(rule for rule in last.how if rule not in first.how), "from the one to the other"),
    )


def _in_year_of(first: TimeExpression, last: Interval) -> Interval:
    """The first end in the year of the last, where it names none itself ("28 January to 3 February 1974")."""
    assert first.interval is not None
    start, end = first.interval
    if str(start.year) in first.text or start.year == last[0].year:
        return start, end
    try:
        moved = start.replace(year=last[0].year)
        if moved > last[0]:
            moved = start.replace(year=last[0].year - 1)
    except ValueError:
        return start, end
    return moved, moved + (end - start)


def _nested(first: TimeExpression, last: TimeExpression) -> TimeExpression | None:
    """The more exact of two dates side by side, where the other only repeats its year or month."""
    for inner, outer in ((first, last), (last, first)):
        if inner.interval is None or outer.interval is None:
            continue
        if inner.interval != outer.interval and _within(inner.interval, outer.interval):
            return inner
    return None


def _within(inner: Interval, outer: Interval) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
