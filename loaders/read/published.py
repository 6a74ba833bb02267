"""The published date of a document, in order of trust, with the words it was read from and where they stood.

    1  what the format declares          meta tags, JSON-LD, front matter
    2  a labelled line at the head       "Published: 3 March 2021", "date 2021-03-03 In Lima, …"
    3  a line of its own at the head     "March 3, 2021", "By Ana Ruiz | 3 March 2021 18:28"
    4  a labelled line or one of its own at the foot
    5  a full dateline                   "LIMA, March 3, 2021 —"
    6  a date in the web address         /2021/03/03/
    7  a date in the file's name         2021-03-03-lima.txt
    8  "updated" dates, where nothing else was found

A file's time on disk is no published date, and a date in prose is not either: it may be of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from loaders.extract.dates import find_dates
from loaders.extract.written import read_written_date
from loaders.read.content import Content
from loaders.read.heading import Heading
from loaders.read.lines import Line, foot_lines, head_lines, is_beside_date, read_label
from loaders.records import TimeExpression

EXACT = frozenset({"day", "part of day", "hour", "minute"})

MOST_OTHER_WORDS = 5
"""Words beside the date on a line that only gives the date: a byline, a place, a desk."""

LONGEST_DATE_LINE = 120

DATELINE = re.compile(r"[\W_]*[A-Z][^a-z\d]{2,50}?,\s+(?:\([^)]{2,30}\)\s*)?")
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
    head, foot = head_lines(content.text), foot_lines(content.text)
    yield from _declared(content)
    yield from _labelled(head, "published", "the head of the text")
    yield from _own_line(head, "the head of the text")
    yield from _labelled(foot, "published", "the foot of the text")
    yield from _own_line(reversed(foot), "the foot of the text")
    yield from _datelines(head)
    yield from _in_address(heading.url)
    yield from _in_name(name)
    yield from _labelled(head + foot, "updated", "the text; no earlier date is named")


def _declared(content: Content) -> Iterator[Published]:
    words = content.metadata.get("published", "")
    found = read_written_date(words) if words else None
    if found is not None and found.precision in EXACT:
        yield Published(found.start, words, f"declared in {content.how}")


def _labelled(lines: Iterable[Line], kind: str, where: str) -> Iterator[Published]:
    for line in lines:
        label = read_label(line.text)
        if label and label[0] == kind:
            found = _first_exact(label[1][:LONGEST_DATE_LINE])
            if found and not any(map(str.isalpha, label[1][: found.start])):
                yield _published(found, f"labelled as the {kind} date at {where}")


def _own_line(lines: Iterable[Line], where: str) -> Iterator[Published]:
    for line in lines:
        if len(line.text) > LONGEST_DATE_LINE or not any(map(str.isdigit, line.text)):
            continue
        label = read_label(line.text)
        if label and label[0] in ("updated", "title", "address"):
            continue
        found = _first_exact(line.text)
        if found and _only_gives_date(line.text, found):
            yield _published(found, f"on a line of its own at {where}")


def _datelines(head: list[Line]) -> Iterator[Published]:
    for line in head:
        match = DATELINE.match(line.text)
        found = _first_exact(line.text[: match.end() + 40]) if match else None
        if match and found and found.start <= match.end() + 1:
            yield _published(found, "in the dateline, before the first sentence")


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


def _first_exact(text: str) -> TimeExpression | None:
    """The first date of the text that says everything itself, to the day or finer."""
    for found in find_dates(text, None):
        if found.interval is not None and found.precision in EXACT:
            return found
    return _isolated(text)


def _isolated(text: str) -> TimeExpression | None:
    """A short string in a language without date words of its own yet, read by dateparser."""
    words = text.strip(" \t|·–—-*_")
    found = read_written_date(words) if words and len(words) <= 40 and not words.isascii() else None
    if found is None or found.precision not in EXACT:
        return None
    start = text.index(words)
    interval = (found.start, found.end)
    return TimeExpression(start, start + len(words), words, "DATE", "", interval, found.precision, None, ())


def _only_gives_date(line: str, found: TimeExpression) -> bool:
    rest = re.findall(r"[^\W\d_]+", line[: found.start] + " " + line[found.end :])
    others = [word for word in rest if not is_beside_date(word)]
    return len(others) <= MOST_OTHER_WORDS and not re.search(r"\w{2}[.!?][\"”’]?$", line[found.end :].strip())


def _published(found: TimeExpression, how: str) -> Published:
    assert found.interval is not None
    return Published(found.interval[0], found.text, how)
