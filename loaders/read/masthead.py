"""The name of the publication, where it stands alone above the headline or between headline and date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.read.lines import Line, is_publication, read_label
from loaders.read.stamps import find_stamps

LONGEST = 6
"""Words of a name; what is longer is a headline about a newspaper."""
LOOKED = 6
"""Lines from the first; what follows is the text."""

_EDITION = re.compile(r"\s*\([^()]*\)\s*$")
_SENTENCE_END = re.compile(r"[.。!?！？;:,][\"”’)*]*$")


def find_masthead(head: Sequence[Line]) -> Line | None:
    """The line that names the publication, None where none does.

    It is short, every word of it has a capital, one of them names a publication ("Post", "Diario"), a date stands
    directly below, and another line is the headline: "Gulf Herald", then the date, then what the report is called.
    """
    lines = list(head[:LOOKED])
    for place, line in enumerate(lines[:3]):
        titled = any(_may_be_title(other) for other in lines if other is not line)
        if _is_name(line.text) and titled and any(find_stamps(below) for below in lines[place + 1 : place + 2]):
            return line
    return None


def publication_name(line: Line) -> str:
    """The name without the marks of a heading and without its edition."""
    return _EDITION.sub("", line.text).strip(" #*_")


def _is_name(text: str) -> bool:
    found = re.findall(r"[^\W\d_][\w’'.-]*", _EDITION.sub("", text))
    small = [word for word in found if word[0].islower() and len(word) > 3]
    return 0 < len(found) <= LONGEST and not small and any(is_publication(word) for word in found)


def _may_be_title(line: Line) -> bool:
    plain = not (read_label(line.text) or find_stamps(line) or _SENTENCE_END.search(line.text))
    return plain and sum(map(str.isalpha, line.text)) > 3
