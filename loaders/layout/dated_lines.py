"""What a date that was found belongs to, by its place in a line: an entry, a dateline, a post that it signs, an address."""

from __future__ import annotations

import re

from loaders.records import Span, TimeExpression

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_ACCOUNT = re.compile(r"[–—-]\s*[^\n]{1,80}?\(@\w{1,30}\)\s*$")
_PLACE = re.compile(r"[^\W\d_a-z][^\n\d]{0,40},\s*")
_AGENCY = re.compile(r"[.,]?\s*(?:\([^)\n]{1,40}\)\s*)?[-–—]{1,2}\s")
_UNBROKEN = re.compile(r"\S+$")
_UNBROKEN_ON = re.compile(r"\S*")
_ADDRESS = re.compile(r"://|^\W*www\.|/\d+/\d+/|/$")
_ENTRY = re.compile(r"[*_\])]{0,4}[ \t]*[:.–—|(-]?[*_ \t]*[^\W\d_]")
_PARTED = re.compile(r"[*_]{0,4}\](?=[ \t])|[*_\])]{0,4}[ \t]*[:–—|-][*_]{0,3}(?:[ \t]|$)")
_BULLET = re.compile(r"[\s*_•·#>|\d.()\[–—-]*")
_LABEL = re.compile(r"[\s*_•·#>(\[–—-]*[^\W\d_]{1,12}[,:]?[ \t]*")


def is_dateline(date: TimeExpression, text: str) -> bool:
    """Whether place and day of the report stand before its first sentence: "HAVANA, May 3 (Agency) - "."""
    line = text.rfind("\n", 0, date.start) + 1
    return _PLACE.fullmatch(text, line, date.start) is not None and _AGENCY.match(text, date.end) is not None


def is_signature(date: TimeExpression, text: str) -> bool:
    """Whether the words date a post: "— Name (@account) May 4, 2021"."""
    return _ACCOUNT.search(text, max(0, date.start - 120), date.start) is not None


def begins_entry(date: TimeExpression, sentence: Span, text: str) -> bool:
    """Whether the date stands at the head of an entry of a chronology, with at least three words after it."""
    line = text.rfind("\n", 0, date.start) + 1
    if not _BULLET.fullmatch(text, line, date.start):
        return False
    rest = text[date.end : sentence[1]]
    return _ENTRY.match(rest) is not None and len(rest.split()) >= 4


def heads_entry(date: TimeExpression, sentence: Span, text: str) -> bool:
    """Whether the date heads its line, alone or after one word, and a mark parts it from what it dates.

    So it stands in lists ("* **May 1960** – The port opens", "- [1960] The port opens"), tables ("| 1960 | The port opens |")
    and notes added later ("Update, 3 May: The port is open").
    """
    line = text.rfind("\n", 0, date.start) + 1
    parted = _PARTED.match(text, date.end)
    if parted is None or len(_WORD.findall(text, parted.end(), sentence[1])) < 2:
        return False
    is_label = ":" in parted.group() and _LABEL.fullmatch(text, line, date.start) is not None
    return is_label or _BULLET.fullmatch(text, line, date.start) is not None


def is_address(text: str, at: int) -> bool:
    """Whether the letters around a place in the text are a web address."""
    start = max(0, at - 200)
    before = _UNBROKEN.search(text, start, at)
    after = _UNBROKEN_ON.match(text, at, at + 12)
    return _ADDRESS.search((before.group() if before else "") + (after.group() if after else "")) is not None
