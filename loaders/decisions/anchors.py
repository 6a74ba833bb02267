"""The words that a decision hangs on, and finding them again among the rows of a document that was read anew.

Tried in this order: the row's own id; the words as they stood, where they stand more than once with what stood around them; and
where the text was corrected, the row whose words are nearest to them. Rows of one sentence are told apart by their date
words, kind and people as they were. Two that fit equally well are none: what is not sure is not decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from loaders.decisions.records import CONTEXT, LONGEST_WORDS, Target

Row = dict[str, Any]

MOST_PLACES = 1_000
"""Places of the same words that are looked at."""
ALIKE = 0.8
"""Words that have so much in common are the same words, corrected."""
LONGEST_COMPARED = 1_000
LABEL = 160
GONE = "its words are not in the document any more"
COLUMNS = {
    "event": ("mention_id", "sentence", "sentence_start", "sentence_end"),
    "quote": ("quote_id", "text", "start", "end"),
    "words": ("annotation_id", "text", "start", "end"),
    "passage": ("passage_id", "text", "start", "end"),
}
"""The id of a row, its words and their place, by the kind of what is decided."""


def target_document(document: Mapping[str, Any]) -> Target:
    """What a decision on a document is about."""
    return _target("document", document, str(document["title"]))


def target_event(mention: Mapping[str, Any], document: Mapping[str, Any]) -> Target:
    """What a decision on an event is about, as one document tells it."""
    target = _target("event", document, str(mention["line"] or mention["sentence"]), mention)
    return replace(
        target,
        date_text=str(mention["date_text"])[:LONGEST_WORDS],
        event_type=str(mention["event_type"]),
        leaders=tuple(mention["leaders"]),
    )


def target_quote(quote: Mapping[str, Any], document: Mapping[str, Any]) -> Target:
    """What a decision on a quote is about."""
    return _target("quote", document, str(quote["text"]), quote)


def target_words(annotation: Mapping[str, Any], document: Mapping[str, Any]) -> Target:
    """What a decision on words of a document is about, of which no event is told."""
    return _target("words", document, str(annotation["text"]), annotation)


def target_passage(document: Mapping[str, Any], start: int, end: int) -> Target:
    """What a decision on words is about that a reader marked in a document."""
    words = " ".join(str(document["text"])[start:end].split())
    return _target("passage", document, words, {"passage_id": "", "start": start, "end": end})


def target_person(person_id: str, name: str) -> Target:
    """What a decision on a person, country or organisation is about, wherever they are named."""
    return Target("person", "", "", "", name, row_id=person_id)


def _target(kind: str, document: Mapping[str, Any], label: str, row: Mapping[str, Any] | None = None) -> Target:
    label = label if len(label) <= LABEL else label[: LABEL - 1] + "…"
    target = Target(
        kind, str(document["document_id"]), str(document["path"])[-LONGEST_WORDS:], str(document["sha256"]), label
    )
    if row is None:
        return target
    key, _, first, last = COLUMNS[kind]
    text, start, end = str(document["text"]), int(row[first]), int(row[last])
    return replace(
        target,
        row_id=str(row[key]),
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def find_row(target: Target, rows: Sequence[Row], text: str) -> Row | str:
    """The row of a document that a target means; in words why there is none."""
    key, words, first, last = COLUMNS[target.kind]
    if target.kind == "passage":
        place = find_words(target, text)
        return GONE if place is None else {first: place[0], last: place[1]}
    for row in rows:
        if row[key] == target.row_id:
            return row
    place = find_words(target, text)
    if place is not None:
        near = [row for row in rows if any(_overlap(place, span) > 0.5 for span in _spans(row, first, last))]
        why = f"its words are there, and no {target.kind} is read in them any more"
    else:
        near = _alike(target.exact, rows, words)
        why = GONE
    ranked = sorted(((_fit(target, row, place), i) for i, row in enumerate(near)), reverse=True)
    if not ranked:
        return why
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return f"more than one {target.kind} is read in its words"
    return near[ranked[0][1]]


def find_words(target: Target, text: str) -> tuple[int, int] | None:
    """Where the words of a target stand; of several places the one that is most like theirs, then the nearest to it."""
    length = len(target.exact)
    places = [
        (_shared_context(target, text, at, at + length), -abs(at - target.start), -at)
        for at in _places(target.exact, text)
    ]
    return (-max(places)[2], -max(places)[2] + length) if places else None


def _places(words: str, text: str) -> Iterator[int]:
    at, n = text.find(words), 0
    while at >= 0 and n < MOST_PLACES:
        yield at
        at, n = text.find(words, at + 1), n + 1


def _shared_context(target: Target, text: str, start: int, end: int) -> int:
    """How many characters before and after a place are those that stood around the words."""
    before = text[max(0, start - len(target.prefix)) : start]
    after = text[end : end + len(target.suffix)]
    return _shared(before[::-1], target.prefix[::-1]) + _shared(after, target.suffix)


def _shared(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _spans(row: Row, first: str, last: str) -> list[tuple[int, int]]:
    """Where a row stands: its own words, and what else tells it."""
    more = [tuple(map(int, span.split(":"))) for span in row.get("evidence", ())]
    return [(int(row[first]), int(row[last])), *((start, end) for start, end in more)]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How much of the shorter of two spans the other holds."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / max(1, min(one[1] - one[0], other[1] - other[0]))


def _alike(exact: str, rows: Sequence[Row], words: str) -> list[Row]:
    """The rows whose words are nearest to some words, where they are near enough."""
    if len(exact) > LONGEST_COMPARED:
        return []
    compared = SequenceMatcher(b=exact, autojunk=False)
    best, found = ALIKE, list[Row]()
    for row in rows:
        told = str(row[words])
        compared.set_seq1(told[:LONGEST_COMPARED])
        if compared.real_quick_ratio() < best or compared.quick_ratio() < best:
            continue
        ratio = compared.ratio()
        if ratio > best:
            best, found = ratio, [row]
        elif ratio == best:
            found.append(row)
    return found


def _fit(target: Target, row: Row, place: tuple[int, int] | None) -> tuple[float, ...]:
    """How well a row is what was decided on; the first difference counts."""
    _, _, first, last = COLUMNS[target.kind]
    covered = 0.0 if place is None else _both(place, (int(row[first]), int(row[last])))
    if target.kind != "event":
        return (covered,)
    return (
        row["date_text"] == target.date_text,
        row["event_type"] == target.event_type,
        list(row["leaders"]) == list(target.leaders),
        covered,
    )


def _both(one: tuple[int, int], other: tuple[int, int]) -> float:
    """How much two spans have in common, of all that they cover."""
    return (min(one[1], other[1]) - max(one[0], other[0])) / max(1, max(one[1], other[1]) - min(one[0], other[0]))
