"""Lines that give a date of the document itself: a label with a date, a byline with one, a date alone.

"Posted by Ana Ruiz on March 3, 2021"      published      a label stands before the date
"Lima Post | 3 March 2021 18:28"           bare           nothing but names and separators stands beside it
"The talks of 3 March 2021", "Born …"      none           the date is of something else
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from loaders.dates_as_written import read_written_date
from loaders.extract.dates import find_dates
from loaders.read.lines import Line, is_beside_date, is_caption, is_joining, is_one_of, last_date_label, read_label
from loaders.records import TimeExpression, day_of

EXACT = frozenset({"day", "part of day", "hour", "minute"})

LONGEST = 160
"""Characters of a line that may be a stamp."""
MOST_NAMES = 5
"""Words beside the date in its part of the line: a name, a place, a desk."""
MOST_NAMES_IN_BYLINE = 12
MOST_NAMES_IN_TITLE = 2
MOST_PLAIN_WORDS = 1
"""Words in lower case, other than those that stand beside dates; more of them are a sentence."""
TITLE_LINES = 3
"""Lines from the first in which a document says of what day it is."""
NEAR = 40
"""Characters between a label and its date ("posted by Ana Ruiz on …")."""

WORD = re.compile(r"[^\W\d_]+")
SHORT_WORD = 2
"""Letters of a word that shows nothing: any language has such words beside a date ("à 18 h")."""
SEPARATOR = re.compile(r"[|¦│·•●/\\\t]|\s[-–—]+\s|\s{3,}")
SENTENCE_END = re.compile(r"\w{2}[.!?。！？][\"”’)]?$")
ENTRY = re.compile(r"[*•·‣+=-]\s")
"""What begins an item of a list: a date with words after it dates these."""
MARKUP = re.compile(r"\(@|=[\"']|\)\.\s")
"""The author of a posting, an attribute, an item of a bibliography: their dates are not the document's; nor are a table's."""
UNKNOWN_LABEL = re.compile(r"[^\W\d_]\s*[:：]\s*$")
DASH = re.compile(r"\s*[-–—]\s*")
DASHED = re.compile(
    r"^[\])]*(?:\s*/[^/]{2,20}/)?(?:\s*\([^)]{2,30}\))?[\])]*\s*(?:[-–—¦]+|[.]\s*[-–—]+)(?:\s|$)(?!\s*\d)"
)
"""What parts a dateline from the first sentence, after the name of an agency: "(Reuters) —", "/PRNewswire/ --"."""
CAPITALS = re.compile(r"^[\W_]*[A-Z][^a-z\d]{2,50}?(?:,|\s[-–—]+)\s+(?:\([^)]{2,30}\)\s*(?:[-–—]+\s*)?)?$")
PLACE = re.compile(r"^[\W_]*(?:[^\W\d_]+[.,'’\s(–—-]+){0,6}$")
SHORT_YEAR = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d\d")
YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[^\d:]{1,2}(\d{1,2})[^\d:]{1,2}(\d{1,2})(?!\d)[日일]?")
RANGE_START = re.compile(r"(?<![\d:])\d{1,4}[^\W\d]{0,3}(?:\s+[^\W\d]{3,12}\.?)?(?:,?\s+\d{4})?\s*[-–—]\s*$")
RANGE_END = re.compile(r"^\s*[-–—]\s*\d+\s*([^\W\d_]*)")
"""A date and a dash before a date, or after it: the ends of a life or of an event ("3 May – 5 June 2021")."""

# A day, a month's name and a year in either order, with at most one short word between two of them.
_GAP = r"(?:\s+[^\W\d]{1,4})?\s+"
_NAME = r"[^\W\d_]{3,15}\.?,?"
IN_WORDS = re.compile(
    rf"(?<!\w)\d{{1,2}}[.ºª°]?{_GAP}{_NAME}{_GAP}\d{{4}}(?!\d)|(?<!\w){_NAME}\s+\d{{1,2}},?{_GAP}\d{{4}}(?!\d)"
    rf"|(?<!\w){_NAME}\s?\d{{1,2}},\s?\d{{4}}(?!\d)"
)
RUN_TOGETHER = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=,)(?=\d)")
GROUP = re.compile(r"(?<!\w)(\d\d)(\d\d)(\d\d)Z\s+([A-Z]{3})\s+(\d{4}|\d\d)(?!\w)")
LAST_CENTURY = 40
"""Two digits of a year below this are of the twenty-first century."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """`kind` is published, dated, updated or bare."""

    kind: str
    found: TimeExpression

    @property
    def time(self) -> datetime:
        assert self.found.interval is not None
        return self.found.interval[0]


def find_stamps(line: Line) -> list[Stamp]:
    """The dates of a line that are the document's own."""
    text = line.text
    if not _may_be_stamp(text):
        return []
    stamps = [stamp for found in without_ranges(text, find_exact(text)) if (stamp := _stamp(line, found))]
    # Two bare dates on a line are the ends of something.
    return [] if len({stamp.time.date() for stamp in stamps if stamp.kind == "bare"}) > 1 else stamps


def stamp_of(line: Line, found: TimeExpression) -> Stamp | None:
    """The date as one of the document's own, whatever it leaves open; None where it is of something else."""
    return _stamp(line, found) if _may_be_stamp(line.text) else None


def is_dateline(text: str, found: TimeExpression) -> bool:
    """Whether a date opens a paragraph, with the place or alone, and a dash or the like before the first sentence."""
    before, after = text[: found.start], text[found.end :]
    bracketed = text[0] in "[(" and after[:1] in ("]", ")")
    return bool(CAPITALS.match(before) or (PLACE.match(before) and (bracketed or DASHED.match(after))))


def _may_be_stamp(text: str) -> bool:
    if len(text) > LONGEST or not any(map(str.isdigit, text)) or MARKUP.search(text) or text.startswith("|"):
        return False
    label = read_label(text)
    return not (label and label[0] in ("title", "address"))


def without_ranges(text: str, dates: list[TimeExpression]) -> list[TimeExpression]:
    """The dates without those that a dash joins to another one."""
    joined = [{first, last} for first, last in pairwise(dates) if DASH.fullmatch(text[first.end : last.start])]
    return [date for date in dates if not any(date in pair for pair in joined)]


def is_only_date(line: Line) -> bool:
    """Whether a line holds nothing but a date of the document, and words that stand beside one."""
    stamps = find_stamps(line)
    return bool(stamps) and not _names(line.text.replace(stamps[0].found.text, " ", 1))


def find_exact(text: str) -> list[TimeExpression]:
    """The dates in a short text that say everything themselves, to the day or finer, in any language."""
    found = [date for date in find_dates(text, None) if _says_everything(date) or _ends_in_two_digits(date)]
    return found or list(_by_numbers(text)) or list(_of_signals(text)) or list(_in_words(text))


def _says_everything(date: TimeExpression) -> bool:
    return (
        date.interval is not None
        and date.precision in EXACT
        and date.anchor is None
        and str(date.interval[0].year) in date.text
    )


def _ends_in_two_digits(date: TimeExpression) -> bool:
    """Whether figures name day, month and the last digits of the year ("01/15/53"); enough where a label stands before."""
    return date.precision == "day" and date.interval is not None and SHORT_YEAR.fullmatch(date.text) is not None


def _by_numbers(text: str) -> Iterator[TimeExpression]:
    """Year, month and day in this order mean the same everywhere, whatever stands between them (2021年3月3日)."""
    for match in YEAR_FIRST.finditer(text):
        try:
            start = datetime(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            continue
        yield _expression(match.start(), match.group(), start)


def _of_signals(text: str) -> Iterator[TimeExpression]:
    """The date-time group of a telegram: "R 031828Z MAR 21"."""
    for match in GROUP.finditer(text):
        day, hour, minute, month, short = match.groups()
        year = short if len(short) == 4 else f"{20 if int(short) < LAST_CENTURY else 19}{short}"
        found = read_written_date(f"{day} {month} {year}")
        if found is not None and found.precision == "day" and int(hour) < 24 and int(minute) < 60:
            yield _expression(match.start(), match.group(), found.start.replace(hour=int(hour), minute=int(minute)))


def _in_words(text: str) -> Iterator[TimeExpression]:
    """A date in a language without date words of its own yet, or typed without its blanks, read by dateparser."""
    for match in IN_WORDS.finditer(text):
        found = read_written_date(RUN_TOGETHER.sub(" ", match.group().strip(" .,")))
        if found is not None and found.precision in EXACT and found.start.year > 0:
            yield _expression(match.start(), match.group().rstrip(" .,"), found.start)


def _expression(start: int, words: str, day: datetime) -> TimeExpression:
    """The words as a date; published at a time of day, where `day` has one."""
    interval = (day, day_of(day)[1])
    return TimeExpression(start, start + len(words), words, "DATE", "", interval, "day", day.date().isoformat(), ())


def _stamp(line: Line, found: TimeExpression) -> Stamp | None:
    text = line.text
    if _is_made_on(line, found):
        return Stamp("dated", found)
    label = last_date_label(text[: found.start])
    if label is not None and found.start - label[1] <= NEAR:
        kind = label[0]
        if ENTRY.match(text) and _names(text[: found.start]):
            return None  # "- The Courier first published March 3, 2021"
        return None if kind == "elsewhere" or _is_prose(text, found) else Stamp(kind, found)
    if SHORT_YEAR.fullmatch(found.text):
        return Stamp("bare", found) if line.number == 0 and names_itself(text[: found.start]) else None
    if RANGE_START.search(text[: found.start]) or _begins_range(text[found.end :]):
        return None
    if ENTRY.match(text) and (_names(text[found.end :]) or _names(text[: found.start])):
        return None
    if UNKNOWN_LABEL.search(text[: found.start]) or not _stands_alone(line, found):
        return None
    return Stamp("bare", found)


def _begins_range(after: str) -> bool:
    """Whether a dash and a further day follow a date; "3 May 2021 - 4 min read" says how long the text takes to read."""
    further = RANGE_END.match(after)
    return further is not None and not (further[1] and is_beside_date(further[1]))


def _stands_alone(line: Line, found: TimeExpression) -> bool:
    """Whether the date's part of the line holds little else, and the line is no sentence."""
    before, after = line.text[: found.start], line.text[found.end :]
    start = max((cut.end() for cut in SEPARATOR.finditer(before)), default=0)
    cut = SEPARATOR.search(after)
    names_before, names_after = _names(before[start:]), _names(after[: cut.start()] if cut else after)
    label = read_label(line.text)
    if label and label[0] in ("byline", "publisher"):
        most = MOST_NAMES_IN_BYLINE
    else:
        most = MOST_NAMES_IN_TITLE if line.number == 0 else MOST_NAMES
    joined = _is_joined(before[start:]) and bool(names_before)
    if names_itself(before[start:]) and not _names(after):
        return True
    if line.number == 0 and names_before and (_has_joining(before[start:]) or any(map(str.islower, names_before))):
        return False  # "Battle of Lima, 3 March 1879", "Lima talks, 3 March 1879"
    return len(names_before) + len(names_after) <= most and not joined and not _is_prose(line.text, found)


def names_itself(before: str) -> bool:
    """Whether a document says what it is, and a comma parts that from its date: "Press briefing, 3 May 2019"."""
    parted = before.rstrip().endswith((",", "-", "–", "—", ":", "("))
    return parted and any(is_one_of("self_named", word) for word in WORD.findall(before)[:3])


def _is_made_on(line: Line, found: TimeExpression) -> bool:
    """Whether a document says of what day it is: "Letter dated 3 May 2019", "Minutes of the board held on 3 May 2019"."""
    words = WORD.findall(line.text[: found.start])
    if line.number >= TITLE_LINES or not any(is_one_of("self_named", word) for word in words[:3]):
        return False
    made = next((at for at in range(len(words) - 1, 0, -1) if is_one_of("made", words[at])), None)
    if made is None:
        return len(words) == 2 and is_joining(words[1])  # "Minutes of 3 May 2019"
    beside = [word for word in words[made + 1 :] if word.islower() and not is_beside_date(word)]
    return len(beside) == 0


def _is_joined(before: str) -> bool:
    words = WORD.findall(before)
    return bool(words) and is_joining(words[-1])


def _has_joining(before: str) -> bool:
    return any(map(is_joining, WORD.findall(before)))


def _is_prose(line: str, found: TimeExpression) -> bool:
    rest = line[: found.start] + " " + line[found.end :]
    if any(is_caption(word) for word in WORD.findall(rest)):
        return True
    plain = [word for word in _names(rest) if word.islower() and len(word) > SHORT_WORD]
    return len(plain) > (0 if SENTENCE_END.search(line) else MOST_PLAIN_WORDS)


def _names(text: str) -> list[str]:
    """The words of a text that are not expected beside a date."""
    return [word for word in WORD.findall(text) if not is_beside_date(word)]
