"""Who published a text, where a line of its head says so: alone, or beside a date or a byline.

"Gulf Herald" above a date; "Reuters" alone; "The Korea Herald | 12 March 2023"; "By Ana Ruiz, Kyodo News";
"Ministry of Trade of Peru, 3 May 2021". What is known by name (outlets.yaml) may stand alone; a name that only looks
like one ("Post", "Diario") needs a date beside or below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.layout.tokens import fold
from loaders.read.furniture import is_issue
from loaders.read.lines import Line, is_beside_date, is_publication, read_label
from loaders.read.stamps import find_exact, find_stamps
from loaders.vocabulary import shared_words

LONGEST = 6
"""Words of a name; what is longer is a headline about a newspaper."""
LONGEST_ISSUER = 9
"""Words of an office that publishes, with its country."""
LOOKED = 6
"""Lines from the first; what follows is the text."""
OTHERS = 4
"""Words beside the name that are neither date nor label: who wrote it, or from where."""

_EDITION = re.compile(r"\s*\([^()]*\)\s*$")
_SENTENCE_END = re.compile(r"[.。!?！？;:,][\"”’)*]*$")
_PARTS = re.compile(r"\s*[|¦│·•●\t]\s*|\s+[-–—/]+\s+|\s*[—–]\s*$|,\s+|\s{3,}")
_BY = re.compile(r"(?:published\s+|reported\s+|written\s+)?by\s+", re.IGNORECASE)
_ON = re.compile(r"\s+on\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published the text, and the line that says so."""

    name: str
    line: Line


def find_outlet(head: Sequence[Line]) -> Outlet | None:
    """The first line that names who published the text, None where none does."""
    lines = list(head[:LOOKED])
    for line in lines:
        if any(_may_be_title(other) for other in lines if other is not line) and (name := _named(line)):
            return Outlet(name, line)
    masthead = _find_masthead(lines)
    return Outlet(_EDITION.sub("", masthead.text).strip(" #*_"), masthead) if masthead else None


def outlet_in(words: str) -> str | None:
    """The outlet that a labelled value names, without the writer before it and the date after it.

    >>> outlet_in("Ana Ruiz, Kyodo News"), outlet_in("Nikkei Asia on 12 March 2023"), outlet_in("Us")
    ('Kyodo News', 'Nikkei Asia', None)
    """
    dates = find_exact(words)
    bare = _ON.sub("", words[: dates[0].start]) if dates else words
    return next((part for part in _parts(bare) if _is_known(part)), None)


def _named(line: Line) -> str | None:
    """Whom a line names as publisher beside nothing but a date, a writer and the like."""
    label = read_label(line.text)
    if (label and label[0] != "byline") or len(line.text) > 120:
        return None
    stamps = find_stamps(line)
    text = line.text
    for stamp in stamps:
        text = text.replace(stamp.found.text, " | ", 1)
    parts = list(_parts(_BY.sub("", text.strip(" #*_[]"), count=1)))
    for place, part in enumerate(parts):
        issuer = _issuer(parts[place:]) if place == 0 else None
        if issuer and (stamps or len(parts) == 1 or issuer != part):
            return issuer
        others = [word for other in parts if other is not part for word in _WORD.findall(other)]
        beside = [word for word in others if not is_beside_date(word)]
        if len(beside) > OTHERS or any(word[0].islower() and len(word) > 3 for word in beside):
            continue
        if _is_known(part) or (stamps and len(parts) == 1 and place == 0 and _is_name(part)):
            return _EDITION.sub("", part)
    return None


def _parts(text: str) -> Iterator[str]:
    return (part for piece in _PARTS.split(text) if (part := piece.strip(" #*_[].:-–—")))


@lru_cache(maxsize=4096)
def _is_known(name: str) -> bool:
    """Whether it is the name of an outlet, or one with a usual ending ("Reuters Staff", "Voice of America (VOA)")."""
    known, endings = _outlets()
    bare = fold(" ".join(_EDITION.sub("", name).replace("’", "'").split())).removeprefix("the ")
    if bare in known:
        # "Time" and "the sun" are words as well: they count as they are written.
        return not name.islower()
    return any(bare.endswith(f" {end}") and bare[: -len(end) - 1] in known for end in endings)


@lru_cache(maxsize=1)
def _outlets() -> tuple[frozenset[str], tuple[str, ...]]:
    listed = shared_words("outlets")
    names = {fold(str(name)).removeprefix("the ") for kind in ("outlets", "bodies") for name in listed[kind]}
    return frozenset(names), tuple(map(str, listed["outlet_endings"]))


def _issuer(parts: Sequence[str]) -> str | None:
    """An office that publishes under its own name, with its country where that stands after a comma."""
    first = fold(parts[0]).removeprefix("the ") if parts else ""
    if not any(first.startswith(f"{opening} ") for opening in shared_words("outlets")["issuers"]):
        return None
    words = parts[0].split()
    if len(words) > LONGEST_ISSUER or any(word.islower() and len(word) > 3 for word in words):
        return None
    country = parts[1] if len(parts) > 1 and parts[1][:1].isupper() and len(parts[1].split()) <= LONGEST else ""
    return f"{parts[0]}, {country}" if country else parts[0]


def _find_masthead(lines: Sequence[Line]) -> Line | None:
    """The line that looks like the name of a publication, with a date or issue right below it and a headline elsewhere."""
    for place, line in enumerate(lines[:3]):
        titled = any(_may_be_title(other) for other in lines if other is not line)
        if _is_name(line.text) and titled and any(_is_below(below) for below in lines[place + 1 : place + 2]):
            return line
    return None


def _is_below(line: Line) -> bool:
    """Whether a line is such as stand below the name of a publication: a date, or the number or page of an issue."""
    return bool(find_stamps(line)) or is_issue(line.text)


def _is_name(text: str) -> bool:
    """Whether every word has a capital and one is of those that publications are named with."""
    found = _WORD.findall(_EDITION.sub("", text))
    small = [word for word in found if word[0].islower() and len(word) > 3]
    return 0 < len(found) <= LONGEST and not small and any(is_publication(word) for word in found)


def _may_be_title(line: Line) -> bool:
    plain = not (read_label(line.text) or find_stamps(line) or _SENTENCE_END.search(line.text))
    return plain and sum(map(str.isalpha, line.text)) > 3
