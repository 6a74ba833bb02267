"""The published date of a document, in order of trust, with the words it was read from and where they stood.

    1  what the format declares          meta tags, JSON-LD, front matter
    2  a labelled date at the head       "Published: 3 March 2021", "date 2021-03-03 In Lima, …"
    3  a date with little else           "March 3, 2021", "By Ana Ruiz | 3 March 2021 18:28", at the head
    4  a full dateline                   "LIMA, March 3, 2021 —", "3 March 2021 – The ministers …"
    5  the same as 2 and 3 at the foot
    6  a date in the web address         /2021/03/03/
    7  a date in the file's name         2021-03-03-lima.txt
    8  what stands in pieces             "March 3 (Agency) -- …", "© 2021 Agency" (`pieced`)
    9  "updated" dates, where nothing else was found

A file's time on disk is no published date, and a date in prose is not either: it may be of anything. What a line must
look like for its date to be the document's own is in `stamps`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from loaders.dates_as_written import read_written_date
from loaders.read.content import Content
from loaders.read.heading import Heading
from loaders.read.lines import Line, foot_lines, head_lines, read_label, read_lone_label
from loaders.read.pieced import find_pieced
from loaders.read.stamps import EXACT, Stamp, find_exact, find_stamps, is_dateline, without_ranges
from loaders.records import TimeExpression

LABELLED_PART = 120
"""Characters after a label at the start of a line in which its date stands; the line itself may run into the text."""

MOST_BARE_DATES = 2
"""Different bare dates at one end of a text; more of them are the headings of a chronology."""

MOST_SENTENCES = 3
"""Lines of prose that may stand in a head: a summary, a caption. After them the text has begun."""
LONG_LINE = 160

OPENING = 80
"""Characters at the start of a paragraph in which a dateline stands."""
ADDRESS_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?!\d)")
NAME_DATE = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])[_.-](0[1-9]|1[0-2])[_.-]((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Published:
    time: datetime
    text: str
    how: str


def find_published(content: Content, heading: Heading, name: str) -> Published | None:
    """The most trusted published date, None where nothing gives one."""
    return next(_candidates(content, heading, name), None)


def _candidates(content: Content, heading: Heading, name: str) -> Iterator[Published]:
    head = _before_body(head_lines(content.text))
    foot = foot_lines(content.text, head)
    yield from _declared(content)
    yield from _stamped(head, "the head of the text")
    yield from _datelines(head)
    yield from _stamped(foot[::-1], "the foot of the text", _bare_days(head))
    yield from _in_address(heading.url)
    yield from _in_name(name)
    for found in find_pieced(content.text, head, foot, f"{heading.url or ''} {name}"):
        yield Published(found.day, found.text, found.how)
    yield from _updated(head + foot)


def _declared(content: Content) -> Iterator[Published]:
    words = content.metadata.get("published", "")
    found = read_written_date(words) if words else None
    if found is not None and found.precision in EXACT and found.start.year > 0:
        yield Published(found.start, words, f"declared in {content.how}")


def _bare_days(lines: Sequence[Line]) -> frozenset[date]:
    """The days that stand alone on lines; where several head the entries of a chronology, the last heads its last entry."""
    return frozenset(stamp.time.date() for line in lines for stamp in find_stamps(line) if stamp.kind == "bare")


def _stamped(lines: Sequence[Line], where: str, others: frozenset[date] = frozenset()) -> Iterator[Published]:
    """The labelled dates of one end of a text, then the bare ones, if with those of the other end they are few."""
    labels = {label[0] for line in lines if (label := read_label(line.text))}
    stamps = [stamp for line, above in zip(lines, _above(lines), strict=True) for stamp in _stamps_of(line, above)]
    # "Date: … / Venue: …" announces something; only "published" is then said of the text.
    sure = ("published",) if "event" in labels else ("published", "dated")
    for stamp in stamps:
        if stamp.kind in sure:
            yield _published(stamp.found, f"labelled as the published date at {where}")
    bare = [stamp for stamp in stamps if stamp.kind == "bare"]
    if "event" in labels or len({stamp.time.date() for stamp in bare} | others) > MOST_BARE_DATES:
        return
    for stamp in bare:
        yield _published(stamp.found, f"on a line of its own at {where}")


def _above(lines: Sequence[Line]) -> list[Line | None]:
    """For each line the one that stands above it."""
    by_number = {line.number: line for line in lines}
    return [by_number.get(line.number - 1) for line in lines]


def _stamps_of(line: Line, above: Line | None) -> list[Stamp]:
    """The stamps of a line; of its beginning, where a labelled date runs into the first sentence.

    A label that stands alone on the line above labels them too.
    """
    stamps = find_stamps(line)
    lone = read_lone_label(above.text) if above and stamps else None
    if lone == "elsewhere":
        return []
    if lone:
        return [Stamp(lone if stamp.kind == "bare" else stamp.kind, stamp.found) for stamp in stamps]
    label = read_label(line.text)
    if not stamps and label and label[0] in ("published", "dated", "updated"):
        found = next(iter(find_exact(label[1][:LABELLED_PART])), None)
        if found and not any(map(str.isalpha, label[1][: found.start])):
            return [Stamp(label[0], found)]
    return stamps


def _before_body(lines: Sequence[Line]) -> list[Line]:
    """The lines up to the sentence with which the text itself has surely begun."""
    sentences = [number for number, line in enumerate(lines) if _is_sentence(line.text)]
    return list(lines[: sentences[MOST_SENTENCES]] if len(sentences) > MOST_SENTENCES else lines)


def _is_sentence(line: str) -> bool:
    return len(line) > LONG_LINE or (len(line.split()) > 8 and line.rstrip('"”’)')[-1:] in (".", "。"))


def _datelines(head: Sequence[Line]) -> Iterator[Published]:
    """A date that opens a paragraph, with the place or alone, and a dash or the like before the first sentence.

    More than two of them are the entries of a chronology.
    """
    found = list(_dates_before_text(head))
    if len({one.time.date() for one in found}) <= MOST_BARE_DATES:
        yield from found


def _dates_before_text(head: Sequence[Line]) -> Iterator[Published]:
    for line in head:
        opening = line.text[:OPENING]
        found = next(iter(without_ranges(opening, find_exact(opening))), None)
        if found is None or len(line.text) <= found.end:
            continue
        if is_dateline(line.text, found):
            yield _published(found, "in the dateline, before the first sentence")


def _updated(lines: Sequence[Line]) -> Iterator[Published]:
    for line in lines:
        for stamp in _stamps_of(line, None):
            if stamp.kind == "updated":
                yield _published(stamp.found, "labelled as the updated date; no earlier date is named")


def _in_address(url: str | None) -> Iterator[Published]:
    for match in ADDRESS_DATE.finditer(url or ""):
        yield from _from_numbers(match.group(), match.group(1, 2, 3), "in the web address")


def _in_name(name: str) -> Iterator[Published]:
    for match in ADDRESS_DATE.finditer(name):
        yield from _from_numbers(match.group(), match.group(1, 2, 3), "in the file's name")
    for match in NAME_DATE.finditer(name):
        yield from _from_numbers(match.group(), match.group(3, 2, 1), "in the file's name")


def _from_numbers(words: str, numbers: tuple[str, ...], how: str) -> Iterator[Published]:
    try:
        year, month, day = map(int, numbers)
        yield Published(datetime(year, month, day), words, how)
    except ValueError:  # the 31st of a shorter month
        return


def _published(found: TimeExpression, how: str) -> Published:
    assert found.interval is not None
    return Published(found.interval[0], found.text, how)
